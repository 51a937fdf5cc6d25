"""Sentences in two languages: those that agree are let alone, those that drift are found by their rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from eventrecord.reading import loads
from eventrecord.rules import validate

from .conftest import BASE, _merged

PAIRS = Path(__file__).with_name("pairs")
HELD = (
    "value-differs",
    "unit-differs",
    "qualifier-differs",
    "rank-changed",
    "rank-differs",
    "official-left-out",
    "post-contradicted",
    "post-left-out",
    "invited-told-as-attended",
    "future-tense-after-event",
    "past-tense-before-event",
    "typed-figure",
    "contradicted-figure",
    "contradicted-qualifier",
    "conversion-without-rate",
)


def harmless() -> list[list[str]]:
    return [line.split(" | ") for line in _lines("harmless.txt")]


def drifting() -> list[tuple[str, str, str]]:
    found, rule = [], ""
    for line in _lines("drifting.txt"):
        if line.startswith("["):
            rule = line.strip("[]")
        else:
            english, chinese = line.split(" | ")
            found.append((rule, english, chinese))
    return found


def _lines(name: str) -> list[str]:
    text = PAIRS.joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def around() -> dict[str, Any]:
    record = PAIRS.joinpath("record.yaml").read_text("utf-8")
    merged = _merged(yaml.load(BASE, yaml.BaseLoader), yaml.load(record, yaml.BaseLoader))
    assert isinstance(merged, dict)
    return merged


def found(around: dict[str, Any], english: str, chinese: str) -> set[str]:
    release = around["releases"][0]
    body = [*release["body"], {"id": "pair", "text": {"en": english, "zh-Hans": chinese}}]
    record = around | {"releases": [release | {"body": body}]}
    return {finding.rule for finding in validate(loads(yaml.dump(record, allow_unicode=True)), select=HELD)}


@pytest.mark.parametrize(("english", "chinese"), harmless())
def test_sentences_that_agree_are_let_alone(around: dict[str, Any], english: str, chinese: str) -> None:
    """Nothing is found in two languages that say the same in their own ways."""
    assert found(around, english, chinese) == set()


@pytest.mark.parametrize(("rule", "english", "chinese"), drifting())
def test_sentences_that_drift_are_found(
    around: dict[str, Any], rule: str, english: str, chinese: str
) -> None:
    """What differs is found, by the rule that is named for the fault."""
    assert rule in found(around, english, chinese)


def test_there_are_enough_pairs_to_judge_by() -> None:
    """A hundred of each sort, at least."""
    assert len(harmless()) >= 100
    assert len(drifting()) >= 100
