"""Chinese that is set with spaces between numbers and characters."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from eventrecord import read_facts

sys.path.insert(0, str(Path(__file__).parent.parent / "drift"))

from phrases import FOLDER, Phrase, phrases

_EDGE = re.compile(r"(?<=[0-9%])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9])")


def told(text: str, phrase: Phrase) -> list[tuple[object, ...]]:
    """What a text states, and that each fact stands where it says."""
    facts = read_facts(text, phrase.tag, phrase.today).facts
    assert all(text[fact.start : fact.end] == fact.surface for fact in facts)
    return [(fact.kind, fact.value, fact.unit, fact.qualifier) for fact in facts]


@pytest.mark.parametrize("name", ["zh-a", "zh-b", "zh-d", "hant-a", "hant-b", "hant-d"])
def test_spaces_between_numbers_and_characters_change_nothing(name: str) -> None:
    """38.6 亿元 is 38.6亿元, in every labelled phrase."""
    for phrase in phrases(FOLDER / f"{name}.txt"):
        assert told(_EDGE.sub(" ", phrase.text), phrase) == told(phrase.text, phrase), phrase.place
