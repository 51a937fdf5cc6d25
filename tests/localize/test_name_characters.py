"""People's names in the other Chinese script: right, or reported."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest

from eventrecord.localize.chinese.characters import convert_name, unsafe_characters
from eventrecord.localize.data import read_table
from eventrecord.model.agent import PersonName

NAMES = list(csv.DictReader(Path(__file__).with_name("names.csv").read_text("utf-8").splitlines()))
TRADITIONAL = ("zh-Hant-TW", "zh-Hant-HK")


@pytest.mark.parametrize("tag", TRADITIONAL)
def test_real_names_are_right_or_reported(tag: str) -> None:
    """Whatever was read in Traditional sources is made from the Simplified name, or the name is reported."""
    known = [row for row in NAMES if row["zh_hant"]]
    assert len(known) >= 250
    wrong = [
        (row["hanzi"], made)
        for row in known
        if (made := whole(convert_name(parts(row), "zh-Hans", tag))) != row["zh_hant"]
        and not unsafe_characters(parts(row), "zh-Hans", tag)
    ]
    assert wrong == []


def test_few_names_are_reported() -> None:
    """Of real names fewer than one in ten has a character that is in doubt."""
    reported = [row["hanzi"] for row in NAMES if unsafe_characters(parts(row), "zh-Hans", "zh-Hant-TW")]
    assert len(reported) < len(NAMES) / 10, reported


@pytest.mark.parametrize("character", "于范余郁涂种后岳恒干台游朴丑里钟征杰升云")
def test_characters_that_conversion_spoils_are_reported(character: str) -> None:
    """Wherever one stands in a name, it is in doubt."""
    for name in (PersonName(family=character, given="华"), PersonName(family="王", given=character)):
        for tag in TRADITIONAL:
            assert [unsafe.character for unsafe in unsafe_characters(name, "zh-Hans", tag)] == [character]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("叶国华", "葉國華"),
        ("周志胜", "周志勝"),
        ("姜家栋", "姜家棟"),
        ("沈松", "沈松"),
        ("胡曲", "胡曲"),
        ("栗采秋", "栗采秋"),
        ("万丽苏", "萬麗蘇"),
        ("欧阳修", "歐陽修"),
        ("万俟咏", "万俟詠"),
        ("淳于意", "淳于意"),
        ("钟离权", "鍾離權"),
    ],
)
def test_names_have_the_one_form_that_names_have(name: str, made: str) -> None:
    """Characters that running text writes in several ways, and names in one, are made and not reported."""
    for tag in TRADITIONAL:
        assert convert_name(name, "zh-Hans", tag) == made
        assert unsafe_characters(name, "zh-Hans", tag) == []


def test_a_character_may_be_in_doubt_in_a_family_name_only() -> None:
    """肖 at the beginning is 蕭 or 肖; elsewhere it is itself."""
    assert [unsafe.forms for unsafe in unsafe_characters("肖云", "zh-Hans", "zh-Hant-TW")] == ["蕭肖", "雲云"]
    assert unsafe_characters("王肖", "zh-Hans", "zh-Hant-TW") == []


@pytest.mark.parametrize(
    ("name", "made", "doubtful"), [("魏徵", "魏徵", "徵"), ("錢鍾書", "钱钟书", "鍾"), ("劉昇", "刘昇", "昇")]
)
def test_from_traditional_too(name: str, made: str, doubtful: str) -> None:
    """Offices that write Traditional first are told what Simplified may keep."""
    assert convert_name(name, "zh-Hant-HK", "zh-Hans") == made
    assert [unsafe.character for unsafe in unsafe_characters(name, "zh-Hant-HK", "zh-Hans")] == [doubtful]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("亚历克斯·里奇", "亞歷克斯·里奇"),
        ("肖恩·杰克逊", "肖恩·傑克遜"),
        (PersonName(family="范德里奇", given="于尔根", order="given-first"), "范德里奇于爾根"),
    ],
)
def test_names_of_foreigners_have_the_usual_forms(name: PersonName | str, made: str) -> None:
    """Characters that only sound like a name are nobody's choice: nothing is in doubt."""
    assert whole(convert_name(name, "zh-Hans", "zh-Hant-TW")) == made
    assert unsafe_characters(name, "zh-Hans", "zh-Hant-TW") == []


def test_between_places_of_one_script_nothing_is_in_doubt() -> None:
    """余 of Hong Kong is 余 in Taiwan."""
    assert unsafe_characters("余華", "zh-Hant-HK", "zh-Hant-TW") == []
    assert convert_name("余華", "zh-Hant-HK", "zh-Hant-TW") == "余華"


@pytest.mark.parametrize(
    ("tag", "table", "known"), [("zh-Hant", "STCharacters", 239), ("zh-Hans", "TSCharacters", 56)]
)
def test_forms_are_those_of_the_conversion_table(tag: str, table: str, known: int) -> None:
    """What is listed has several forms in OpenCC's table, or is one of ours; none is listed twice."""
    text = resources.files("opencc").joinpath("dictionary", f"{table}.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    several = {row[0]: row[1].split() for row in rows if len(row) == 2 and " " in row[1]}
    assert len(several) == known
    names = read_table(tag, "names")
    ours = {"恒", *"甯著昇陞堃甦邨"}
    listed = names["several"]
    assert set(listed) - set(several) <= ours
    one = {word[0]: word[-1] for word in names.get("one", {}).get("forms", "").split()}
    assert not set(one) & set(listed)
    assert [word for word in one if one[word] not in several[word]] == []


def parts(row: dict[str, str]) -> PersonName:
    """The name in its parts."""
    return PersonName(family=row["family"], given=row["hanzi"].removeprefix(row["family"]) or None)


def whole(name: PersonName | str) -> str:
    """The characters together."""
    return name if isinstance(name, str) else f"{name.family or ''}{name.given or ''}"
