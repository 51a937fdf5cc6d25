"""Chinese names and their pinyin, measured on names as they were published."""

from __future__ import annotations

import csv
import random
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventrecord import check_name
from eventrecord.localize.chinese.readings import readings

NAMES = list(csv.DictReader(Path(__file__).with_name("names.csv").read_text("utf-8").splitlines()))
PINYIN = [row for row in NAMES if row["kind"] in ("mainland", "compound-surname", "double-surname")]
MAINLAND = [row for row in PINYIN if row["kind"] != "double-surname"]
UNDECIDABLE = {"李莉": "Li Li", "于玉": "Yu Yu", "施诗": "Shi Shi"}
"""Names that read alike in both orders; none among the collected ones."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def test_published_names_fit_their_characters() -> None:
    """At least 99 % of names from the mainland are accepted, in the order in which they were printed."""
    family_first = [row for row in MAINLAND if row["order"] == "family-first"]
    assert len(family_first) >= 200
    refused = [r["latin"] for r in family_first if check_name(r["hanzi"], r["latin"]) != "family-first"]
    assert len(refused) <= len(family_first) / 100, refused
    others = [row for row in MAINLAND if row["order"] == "given-first"]
    assert [r["latin"] for r in others if check_name(r["hanzi"], r["latin"]) != "given-first"] == []


def test_every_swap_that_no_reading_allows_is_seen() -> None:
    """The same names with their parts swapped are told to be in the other order."""
    missed = [
        row["hanzi"] for row in MAINLAND if check_name(row["hanzi"], swapped(row["latin"])) == row["order"]
    ]
    assert missed == []
    assert {chinese: check_name(chinese, latin) for chinese, latin in UNDECIDABLE.items()} == dict.fromkeys(
        UNDECIDABLE, "family-first"
    )


def test_names_of_others_are_refused() -> None:
    """Of 5,000 names put with characters of somebody else, with no reading in common, none is accepted."""
    chance = random.Random(1)
    pairs = [(a, b) for a, b in permutations(MAINLAND, 2) if not share_a_reading(a["hanzi"], b["hanzi"])]
    wrong = chance.sample(pairs, 5000)
    assert [(a["hanzi"], b["latin"]) for a, b in wrong if check_name(a["hanzi"], b["latin"])] == []


def test_typing_errors_are_caught() -> None:
    """Of all names with one letter replaced, left out, put in or swapped with the next, 99 % are refused."""
    wrong = [(row["hanzi"], typo) for row in MAINLAND for typo in typos(row["latin"])]
    assert len(wrong) > 100_000
    slipped = [(chinese, typo) for chinese, typo in wrong if check_name(chinese, typo)]
    assert len(slipped) <= len(wrong) / 100, slipped[:20]


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [
        ("单霁翔", "Shan Jixiang"),
        ("曾庆红", "Zeng Qinghong"),
        ("翟俊杰", "Zhai Junjie"),
        ("仇保兴", "Qiu Baoxing"),
        ("缪瑞林", "Miao Ruilin"),
        ("解振华", "Xie Zhenhua"),
        ("查良镛", "Zha Liangyong"),
        ("朴树", "Pu Shu"),
        ("朴槿惠", "Piao Jinhui"),
        ("万俟卨", "Moqi Xie"),
        ("尉迟恭", "Yuchi Gong"),
        ("长孙无忌", "Zhangsun Wuji"),
        ("区志航", "Ou Zhihang"),
        ("薄一波", "Bo Yibo"),
        ("阚治东", "Kan Zhidong"),
        ("员强", "Yun Qiang"),
        ("隗炳义", "Kui Bingyi"),
        ("隗福临", "Wei Fulin"),
        ("乐嘉", "Yue Jia"),
        ("盖叫天", "Gai Jiaotian"),
        ("盖良", "Ge Liang"),
        ("谌贻琴", "Shen Yiqin"),
        ("欧阳修", "Ouyang Xiu"),
        ("歐陽修", "OU YANG Xiu"),
        ("郑李素芳", "Zheng-Li Sufang"),
        ("赵平安", "Zhao Ping'an"),
        ("赵平安", "Zhao Pingan"),
        ("吕绿", "Lü Lü"),
        ("吕绿", "Lyu Lv"),
        ("吕绿", "Lu Lyu"),
        ("女略", "Nyu Lue"),
        ("张虐", "Zhang Nüe"),
        ("張偉", "Zhāng Wěi"),
        ("張偉", "ＺＨＡＮＧ，Ｗｅｉ"),
        ("张　伟", "Zhang\u00a0Wei"),
        ("张为民", "Zhang Wei-min"),
        ("张为民", "Zhang W. M."),
        ("张为民", "Zhang W.M."),
        ("李莉", "Li Li"),
    ],
)
def test_what_pinyin_allows(chinese: str, latin: str) -> None:
    """Rare readings, ü, apostrophes, compound names, initials and tones: all are family name first."""
    assert check_name(chinese, latin) == "family-first"


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [
        ("董晨", "Chen Dong"),
        ("张伯礼", "Boli ZHANG"),
        ("张伯礼", "Bo Li Zhang"),
        ("张伯礼", "B.L. Zhang"),
        ("欧阳自远", "Ziyuan Ouyang"),
        ("郑李素芳", "Sufang Zheng-Li"),
    ],
)
def test_given_names_first(chinese: str, latin: str) -> None:
    """A name turned round is told to be one, family names of two characters included."""
    assert check_name(chinese, latin) == "given-first"


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [
        ("董晨", "Dong Cheng"),
        ("方安", "Fan Gan"),
        ("张为民", "Z. Weimin"),
        ("张为民", "Zhang Wei"),
        ("张为", "Zhang Weimin"),
        ("陈大文", "Chan Tai-man"),
        ("约翰·史密斯", "Yuehan Shimisi"),
        ("张为a", "Zhang Wei a"),
        ("张为", "Zhang Wei 2"),
        ("张为", "Zhаng Wei"),
        ("张为", ""),
        ("", "Zhang Wei"),
        ("", ""),
        ("张" * 100_000, "zhang " * 100_000),
        ("张为", "x" * 100_000),
        ("张为", "'" * 100_000),
    ],
)
def test_what_is_another_name(chinese: str, latin: str) -> None:
    """Other syllables, parts missing, other languages, look-alike letters and no names at all are refused."""
    assert check_name(chinese, latin) is None


NAME = st.sampled_from([(row["hanzi"], row["latin"]) for row in MAINLAND])


@given(NAME, st.sampled_from([" ", "-", "'", "’", ", ", "\u3000", "‐", "·"]), st.booleans())
def test_case_and_gaps_do_not_matter(name: tuple[str, str], gap: str, upper: bool) -> None:
    """Any gap between the parts, and capitals throughout, leave the answer as it is."""
    chinese, latin = name
    written = gap.join(latin.replace("-", " ").split())
    assert check_name(chinese, written.upper() if upper else written) == check_name(chinese, latin)


@given(NAME)
def test_letters_may_run_together(name: tuple[str, str]) -> None:
    """Without any gap the letters are still those of the name."""
    assert check_name(name[0], "".join(part for part in name[1] if part.isalpha())) is not None


@given(st.text(), st.text())
def test_any_text_has_an_answer(chinese: str, latin: str) -> None:
    """Whatever the texts, one of three answers and no exception."""
    assert check_name(chinese, latin) in ("family-first", "given-first", None)


def swapped(latin: str) -> str:
    """The last part of a name before the others."""
    *others, last = latin.split()
    return " ".join([last, *others])


def share_a_reading(one: str, other: str) -> bool:
    """Whether any character of one name is read like any of the other."""
    sounds = [{reading for sign in name for reading in readings(sign)} for name in (one, other)]
    return not sounds[0].isdisjoint(sounds[1])


def typos(latin: str) -> set[str]:
    """The name with one letter left out, replaced, put in, or swapped with the next."""
    found = {latin + letter for letter in LETTERS}
    for place, sign in enumerate(latin):
        if not sign.isalpha():
            continue
        before, after = latin[:place], latin[place + 1 :]
        found.add(before + after)
        found.update(before + letter + rest for letter in LETTERS for rest in (after, sign + after))
        if after[:1].isalpha():
            found.add(before + after[0] + sign + after[1:])
    return {typo for typo in found if typo.casefold() != latin.casefold()}
