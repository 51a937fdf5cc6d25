"""Terms in running text: what counts as the same, where words end, and that places are right."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventrecord.localize.terminology.folding import _PLAIN, fold, folded
from eventrecord.localize.terminology.matching import Matcher


def found(text: str, *terms: str) -> list[str]:
    """What is found of the terms in a text, as it stands there."""
    hits = list(Matcher((term, term) for term in terms).find(text))
    assert all(text[hit.start : hit.end] == hit.surface for hit in hits)
    return [hit.surface for hit in hits]


@pytest.mark.parametrize(
    ("text", "term", "surfaces"),
    [
        ("Artists make art. ART, art-house", "art", ["art", "ART", "art"]),
        ("the state of the artists’ art", "state of the art", []),
        ("smart arts", "art", []),
        ("art\u0301 párt ärt artš žart", "art", []),
        ("in Medicine\u00a0Valley and medicine  valley and Medicine\nValley", "Medicine Valley", 3),
        ("a ＧＭＰ plant, a GMP-plant, not GMPs", "GMP", ["ＧＭＰ", "GMP"]),
        ("中国GMP认证", "GMP", ["GMP"]),
        ("the people's bank, the people’s bank", "People’s Bank", 2),
        ("“十四五”规划、「十四五」规划", "“十四五”规划", 2),
        ("Guangdong–Hong Kong and Guangdong-Hong Kong", "Guangdong-Hong Kong", 2),
        ("上海（集团）有限公司、上海(集团)有限公司", "上海（集团）有限公司", 2),
        ("开张为市民", "张为", ["张为"]),
        ("2022年、12022年", "2022年", ["2022年"]),
        ("A ﬁne ﬁ", "fi", ["ﬁ"]),
        ("a ﬁne day", "fin", []),
        ("坛🎉art🎉坛", "art", ["art"]),
        ("STRASSE, Straße", "Strasse", 2),
        ("\u00e9lan e\u0301lan", "\u00e9lan", ["\u00e9lan", "e\u0301lan"]),
        ("㎏ and kg", "kg", ["㎏", "kg"]),
        ("half of ㎏", "k", []),
    ],
)
def test_what_differs_in_looks_only_is_the_same_term(text: str, term: str, surfaces: list[str] | int) -> None:
    """Width, case, quotes, hyphens, spaces and ways to write a letter do not count; words are whole."""
    hits = found(text, term)
    assert (len(hits) if isinstance(surfaces, int) else hits) == surfaces


def test_the_leftmost_and_then_the_longest_term_counts() -> None:
    """A name is not searched inside, and what it takes is taken."""
    assert found("张为民与张为", "张为", "张为民") == ["张为民", "张为"]
    assert found("Zhangjiang Science City Hall", "Science City", "Zhangjiang Science City", "City Hall") == [
        "Zhangjiang Science City"
    ]
    assert found("Science Citys", "Science", "Science City") == ["Science"]


def test_values_come_back_with_their_term() -> None:
    """A term of two concepts brings both."""
    matcher = Matcher([("Opening Ceremony", 1), ("opening ceremony", 2), ("ceremony", 3)])
    assert [hit.values for hit in matcher.find("The opening ceremony, a ceremony")] == [(1, 2), (3,)]
    assert list(Matcher[int]([]).find("anything")) == []
    assert list(Matcher([("", 1), (" ", 2)]).find("any thing")) == []


@pytest.mark.parametrize("unseen", "\u00ad\u200b\u2060\ufeff")
def test_what_nobody_sees_hides_no_term(unseen: str) -> None:
    """Web pages have soft hyphens and spaces of no width inside words; the place is that of all of it."""
    text = f"In Medi{unseen}cine Valley, 张{unseen}江"
    assert found(text, "Medicine Valley", "张江") == [f"Medi{unseen}cine Valley", f"张{unseen}江"]


PIECES = [
    *"aZé0 -'·",
    "e\u0301",
    "ＡＢ",
    "ß",
    "İ",
    "ﬁ",
    "㎏",
    "½",
    "\u00a0",
    "\u3000",
    "’",
    "“",
    "」",
    "—",
    "张",
    "江",
    "，",
    "。",
    "🎉",
    "\u1100\u1161\u11a8",
    "が",
    "か\u3099",
    "ﾊﾞ",
    "\ufa10",
    "\U0001d400",
    "ж",
    "\n",
    "\u200d",
    "q\u0323\u0307",
    "\u00ad",
    "\u200b",
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def key(text: str) -> str:
    return re.sub(" +", " ", folded(text)).strip()


@given(texts, st.lists(texts, min_size=1, max_size=4))
def test_places_are_those_of_the_original(text: str, terms: list[str]) -> None:
    """What stands at the place of a hit folds to the term; hits are in order and do not overlap."""
    last = 0
    for hit in Matcher((term, term) for term in terms).find(text):
        assert last <= hit.start < hit.end <= len(text)
        last = hit.end
        assert text[hit.start : hit.end] == hit.surface
        assert {key(term) for term in hit.values} == {key(hit.surface)}


@given(texts)
def test_a_term_is_found_between_stops_however_it_is_disguised(term: str) -> None:
    """Full width, other quotes, capitals and composed letters hide no term."""
    if not key(term) or key(term).strip(" '\"-·.。") != key(term):
        return
    for disguise in (str.upper, lambda t: unicodedata.normalize("NFD", t), lambda t: t.replace("'", "’")):
        shown = disguise(term)
        if key(shown) == key(term):
            hits = list(Matcher([(term, 0)]).find(f"。。{shown}。。"))
            assert [hit.start for hit in hits] == [
                2 + len(shown) - len(shown.lstrip(" \n\u00a0\u3000\u00ad\u200b"))
            ]


@given(texts)
def test_folding_keeps_the_place_of_every_character(text: str) -> None:
    """Every folded stretch that begins and ends between characters folds back to itself."""
    search = fold(text)
    assert search.text == folded(text)
    for start in range(len(search.text)):
        span = search.span(start, len(search.text))
        if span is not None:
            assert folded(text[slice(*span)]) == search.text[start:]


def test_plain_characters_fold_one_for_one_beside_any_other() -> None:
    """The fast way is taken for characters only of which it is right."""
    for number in range(0x10000):
        character = chr(number)
        if re.fullmatch(_PLAIN, character):
            assert len(folded(character)) == 1
            assert unicodedata.combining(character) == 0
            assert unicodedata.normalize("NFKC", f"a{folded(character)}") == f"a{folded(character)}"


def test_hostile_terms_neither_overflow_nor_hang() -> None:
    """Many terms that begin alike, very long terms and signs of patterns are terms like others."""
    nested = ["a" * n for n in range(1, 400)]
    assert found("a" * 150, *nested) == ["a" * 150]
    assert found("(.*)+$ [a-z]{9}", "(.*)+$", "[a-z]{9}") == ["(.*)+$", "[a-z]{9}"]
    spaced = [" a" * n for n in range(1, 90)]
    assert found(" " * 2000 + "b", *spaced) == []
    many = [chr(0x4E00 + n) + chr(0x4E00 + m) for n in range(90) for m in range(90)]
    assert len(found("".join(many[:50]), *many)) == 50
