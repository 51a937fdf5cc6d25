"""Typography and diction: hand-labelled sentences, and what fixes do to them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.diagnostic import Diagnostic
from eventrecord.localize.data import read_table
from eventrecord.localize.diction import find_avoided
from eventrecord.localize.english.house_forms import find_form_slips
from eventrecord.localize.language import language
from eventrecord.localize.marks import find_mark_slips
from eventrecord.localize.typography import find_slips, hide
from eventrecord.model.record import Record
from eventrecord.reading import loads, read
from eventrecord.rules import validate
from eventrecord.rules.table import RULES
from eventrecord.settings import Settings

SENTENCES = Path(__file__).with_name("typography")
GROUPS = ("typography", "diction")


class Sentence(NamedTuple):
    """A sentence in a language, and the stretches of it that a rule shall find."""

    tag: str
    text: str
    rule: str = ""
    parts: tuple[tuple[int, int], ...] = ()


def _sound() -> Iterator[Sentence]:
    for name in ("zh-Hans", "en"):
        for line in (SENTENCES / f"sound.{name}.txt").read_text("utf-8").splitlines():
            yield Sentence(name, line)
    for line in (SENTENCES / "sound.zh-Hant.tsv").read_text("utf-8").splitlines():
        tag, text = line.split("\t")
        yield Sentence(tag, text)


def _faulty() -> Iterator[Sentence]:
    for line in (SENTENCES / "faulty.tsv").read_text("utf-8").splitlines():
        rule, tag, labelled = line.split("\t")
        text, opened, parts = "", [], []
        for sign in labelled:
            if sign == "⟦":
                opened.append(len(text))
            elif sign == "⟧":
                parts.append((opened.pop(), len(text)))
            else:
                text += sign
        yield Sentence(tag, text, rule, tuple(sorted(parts)))


SOUND, FAULTY = list(_sound()), list(_faulty())


def saying(tag: str, text: str, **more: object) -> Record:
    """A record whose one release says `text`."""
    release = {"id": "news", "headline": {"en": "News"}, "body": [{"text": {tag: text}}]}
    record = {
        "format": "eventrecord/1",
        "id": "news",
        "revision": {"number": 1, "at": "2031-05-14"},
        "locales": ["en"],
        "event": {"id": "forum", "kind": "forum", "name": {"en": "Forum"}},
        "releases": [release],
    }
    return loads(json.dumps(record | more, ensure_ascii=False))


def found(tag: str, text: str) -> list[Diagnostic]:
    return validate(saying(tag, text), select=GROUPS)


def mended(text: str, findings: list[Diagnostic], *, safe: bool) -> str:
    """The text with the fixes made, from the end, those that overlap another left for the next time."""
    edits = [e for f in findings if f.fix and (f.fix.safe or not safe) for e in f.fix.edits if e.part]
    last = len(text) + 1
    for edit in sorted(edits, key=lambda edit: edit.part or (0, 0), reverse=True):
        start, end = edit.part or (0, 0)
        if end <= last:
            text, last = text[:start] + edit.text + text[end:], start
    return text


def signs(text: str) -> list[str]:
    """Digits as they are, and letters whatever their width."""
    return [
        sign if sign.isdigit() else unicodedata.normalize("NFKC", sign) for sign in text if sign.isalnum()
    ]


def test_there_are_enough_sentences_of_either_sort() -> None:
    """At least 150 sound sentences in each language and 150 faulty ones, some for every rule."""
    assert sum(sentence.tag.startswith("zh") for sentence in SOUND) >= 150
    assert sum(sentence.tag.startswith("en") for sentence in SOUND) >= 150
    assert len(FAULTY) >= 150
    assert {s.rule for s in FAULTY} == {rule.name for rule in RULES.values() if rule.group in GROUPS}


@pytest.mark.parametrize("sentence", SOUND, ids=lambda sentence: sentence.text[:40])
def test_nothing_is_found_in_a_sound_sentence(sentence: Sentence) -> None:
    """A sentence that is well set raises nothing, whatever it holds."""
    assert [(one.rule, one.part) for one in found(sentence.tag, sentence.text)] == []


@pytest.mark.parametrize("sentence", FAULTY, ids=lambda sentence: f"{sentence.rule}-{sentence.text[:30]}")
def test_a_fault_is_found_where_it_stands(sentence: Sentence) -> None:
    """The rule of the label finds exactly the stretches that are marked, and no other rule anything."""
    told = [(one.rule, one.part) for one in found(sentence.tag, sentence.text)]
    assert sorted(told) == [(sentence.rule, part) for part in sentence.parts]


@pytest.mark.parametrize("sentence", FAULTY, ids=lambda sentence: f"{sentence.rule}-{sentence.text[:30]}")
def test_fixes_mend_what_they_are_for(sentence: Sentence) -> None:
    """Once the fixes are made nothing is found; safe ones change no digit and no letter."""
    findings = found(sentence.tag, sentence.text)
    if not all(finding.fix for finding in findings):
        return
    text = sentence.text
    for _ in range(2):  # of quotations within each other the inner one comes second
        text = mended(text, found(sentence.tag, text), safe=False)
    assert text != sentence.text
    assert found(sentence.tag, text) == []
    safely = mended(sentence.text, findings, safe=True)
    assert signs(safely) == signs(sentence.text)


def test_a_fault_is_found_in_a_folded_text_at_its_column() -> None:
    """In a text over several lines of YAML, with a slot, the finding stands at the sign itself."""
    lines = [
        "format: eventrecord/1",
        "id: news",
        "revision: {number: 1, at: 2031-05-14}",
        "locales: [zh-Hans]",
        "places: {port: {name: {zh-Hans: 青屿}}}",
        "event: {id: forum, kind: forum, name: {zh-Hans: 论坛}}",
        "releases:",
        "  - id: news",
        "    headline: {zh-Hans: 论坛开幕}",
        "    body:",
        "      - text:",
        "          zh-Hans: >-",
        "            论坛今天在{places.port}",
        "            开幕,嘉宾云集。",
    ]
    (finding,) = validate(read("\n".join(lines), "news.yaml"), select=["typography"])
    assert finding.rule == "half-width-punctuation"
    assert finding.span is not None
    assert finding.span[:4] == (14, 15, 14, 16)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh-Hans", "{places.port},{places.port}欢迎你。"),
        ("zh-Hans", "论坛由 {places.port} 主办。"),
        ("en", "The port {places.port}, a new one (see {places.port})."),
        ("fr", "Le forum , qui « s’ouvre » aujourd’hui !"),
        ("ja", "展示は(本日)開幕､「海」です。"),
    ],
)
def test_slots_and_other_languages_are_left_alone(tag: str, text: str) -> None:
    """What a slot prints is not known here, and of other languages nothing is."""
    assert found(tag, text) == []


def test_a_fix_in_a_name_is_not_safe() -> None:
    """What something is called keeps its characters unless somebody asks for more."""
    record = saying("en", "News.", event={"id": "forum", "kind": "forum", "name": {"zh-Hans": "海洋,论坛"}})
    (finding,) = validate(record, select=["typography"])
    assert finding.path == ("event", "name", "zh-Hans")
    assert finding.fix is not None
    assert not finding.fix.safe


def test_an_official_wording_is_left_alone() -> None:
    """The owner's own wording is set as its owner sets it."""
    name = {"zh-Hans": {"text": "海洋,论坛", "state": "official"}}
    record = saying("en", "News.", event={"id": "forum", "kind": "forum", "name": name})
    assert validate(record, select=["typography"]) == []


@pytest.mark.parametrize(
    ("style", "rules"),
    [
        ({}, []),
        ({"en": "shine"}, ["date-form", "percent-form"]),
        ({"en": "nowhere"}, []),
    ],
)
def test_dates_times_and_percentages_are_held_against_the_style_in_use(
    style: dict[str, str], rules: list[str]
) -> None:
    """The house style of the settings, or of the release, says what is right; an unknown one says nothing."""
    text = "It grew by 10% by Nov. 15, at 9 a.m."
    record = saying("en", text)
    assert [one.rule for one in validate(record, settings=Settings(style=style), select=GROUPS)] == rules
    release = {"id": "news", "style": style, "headline": {"en": "News"}, "body": [{"text": {"en": text}}]}
    assert [one.rule for one in validate(saying("en", "", releases=[release]), select=GROUPS)] == rules


def test_a_style_with_grouped_digits_has_them_before_a_myriad_too() -> None:
    """An office on the mainland that groups digits may write 2,100亿."""
    own = Settings(styles={"ours": {"extends": "gov-cn", "grouping": True}}, style={"zh-Hans": "ours"})
    record = saying("zh-Hans", "总额2,100亿元。", locales=["zh-Hans"])
    assert [one.rule for one in validate(record, select=GROUPS)] == ["grouped-digits"]
    assert validate(record, settings=own, select=GROUPS) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("这是最佳方案。", ["superlative"]),
        ("李岚获最佳论文奖。", []),
        ("这一国家级新区启用。", []),
        ("这是亲自体验区。", []),
    ],
)
def test_names_and_admitted_terms_may_have_any_word(text: str, rules: list[str]) -> None:
    """A word in a name of the record, or in a term that it admits, is no fault; nor is a designation."""
    more = {
        "awards": {"paper": {"name": {"zh-Hans": "最佳论文奖"}}},
        "terms": {"own": {"name": {"zh-Hans": "体验"}, "admitted": [{"zh-Hans": "亲自"}]}},
    }
    record = saying("zh-Hans", text, **more)
    assert [one.rule for one in validate(record, select=["diction"])] == rules


def test_diction_is_checked_only_where_it_is_asked_for() -> None:
    """Not every office forbids these words."""
    record = saying("zh-Hans", "论坛隆重召开。", locales=["zh-Hans"])
    assert "officialese" not in {one.rule for one in validate(record)}
    assert [one.rule for one in validate(record, select=["officialese"])] == ["officialese"]


HOSTILE = [
    "。" * 50_000 + "，" * 50_000,
    "." * 100_000,
    "…" * 100_000 + "x",
    "等" * 100_000,
    "-" * 100_000,
    "x" + " " * 100_000 + "x",
    "“" * 50_000 + "）" * 50_000,
    "“" * 50_000 + "”" * 50_000,
    "(" * 100_000,
    "约1" * 50_000,
    "近一二三四五六" * 14_000,
    "1,000" * 20_000,
    "1-" * 50_000,
    "Nov 1" * 20_000,
    "9 a.m." * 16_000,
    "launch the " * 9_000,
    "http://" * 14_000,
    "a@" * 50_000,
    "\"'" * 50_000,
    "10 %" * 25_000,
    "RMB1" * 25_000,
    "a, " * 33_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_time_grows_with_the_length_of_a_text_alone(text: str) -> None:
    """A text of a hundred thousand signs that means harm is read in no time; squared, it would take hours."""
    for locale in ("en", "zh-Hans"):
        plain = hide(text, locale)
        list(find_slips(plain, locale))
        list(find_mark_slips(plain, locale))
        list(find_avoided(plain, locale))
    list(find_form_slips(text, "en", lambda: language("en").style))


SIGNS = [
    *"，。；：！？、“”‘’《》（）「」『』()[]\"'.,;:!?-—…%％ ~～等约近左右多余以上",
    *"年月日万亿十百千一3 5 0１Ａ中海aB",
    *(
        "Nov. 15",
        "15th November",
        "9 am",
        "10%",
        "RMB30",
        "--",
        "……",
        "约30多",
        "2,100亿",
        "5-10%",
        "22年3月",
    ),
]


@given(
    st.lists(st.sampled_from(SIGNS), min_size=1, max_size=14).map("".join).map(str.strip).filter(bool),
    st.sampled_from(["en", "en-GB", "en-HK", "zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "fr"]),
)
@settings(max_examples=150, deadline=None)
def test_fixes_of_any_text_come_to_an_end(text: str, tag: str) -> None:
    """Whatever a text holds, findings lie within it, and fixes made over and over leave nothing to fix."""
    for _ in range(12):
        findings = found(tag, text)
        for finding in findings:
            start, end = finding.part or (-1, -1)
            assert 0 <= start < end <= len(text)
        if not any(finding.fix for finding in findings):
            return
        text = mended(text, findings, safe=False).strip()
        if not text:
            return
    raise AssertionError(text)


def test_data_of_locales_name_rules_that_there_are() -> None:
    """A case of a rule that is misspelt would be found by nobody."""
    for tag in ("en", "zh", "zh-Hans", "zh-Hant", "zh-Hant-HK"):
        slips, words = read_table(tag, "typography").get("slips", {}), read_table(tag, "diction")
        assert {RULES[name].group for name in slips} <= {"typography"}
        assert {RULES[name].group for name in words} <= {"diction"}
        for case in (case for cases in slips.values() for case in cases.values()):
            assert case["pattern"]
            assert case.get("signs") or case.get("needs")


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
def test_every_word_to_avoid_is_found_and_every_exception_is_not(tag: str) -> None:
    """No word of the list hides behind another, and a longer word that is right is left alone."""
    for rule, entries in read_table(tag, "diction").items():
        for entry in entries:
            for word in entry["words"]:
                assert [(one.rule, one.part) for one in found(tag, word)] == [(rule, (0, len(word)))]
            for word in entry.get("but", ()):
                assert found(tag, word) == []
