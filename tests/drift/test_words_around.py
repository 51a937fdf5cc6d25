"""What `check` finds where the words around the facts of an edition are changed, and no number is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import eventrecord
from eventrecord import Record, check
from eventrecord.settings import Settings, find_settings

ROOT = Path(__file__).parents[2]
_LINE = re.compile(r"    ([\w-]+): (.+?) ->(?: (.*))?")


class Change(NamedTuple):
    """Words of an edition, and what stands in their place."""

    edition: str
    tag: str
    rule: str
    old: str
    new: str


def changes() -> Iterator[Change]:
    """All lines of `words.txt`."""
    edition, tag = "", ""
    for line in (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines():
        if line.startswith("@ "):
            edition, _, tag = line[2:].rpartition(".")
        elif match := _LINE.fullmatch(line):
            yield Change(edition, tag, match[1], match[2], match[3] or "")


@cache
def known(name: str) -> tuple[Record, Settings]:
    """The record of an edition, with the settings of its office."""
    files = (ROOT / folder / f"{name}.yaml" for folder in ("seeds", "tests/records"))
    path = next(file for file in files if file.exists())
    return eventrecord.load(path), find_settings(path)


def rules(change: Change) -> set[str]:
    """What is found above information."""
    text = (ROOT / "tests" / "editions" / f"{change.edition}.{change.tag}.txt").read_text("utf-8")
    assert change.old in text
    record, settings = known(change.edition.partition(".")[0])
    told = check(text.replace(change.old, change.new, 1), record, change.tag, settings=settings)
    return {one.rule for one in told if one.severity.rank < 2}


@pytest.mark.parametrize(
    "change", [one for one in changes() if one.rule != "same"], ids=lambda one: f"{one.tag}-{one.new[:40]}"
)
def test_other_words_are_found(change: Change) -> None:
    """Up for down, the world for the nation, invited for present: by the rule that fits."""
    assert change.rule in rules(change)


@pytest.mark.parametrize(
    "change", [one for one in changes() if one.rule == "same"], ids=lambda one: f"{one.tag}-{one.new[:40]}"
)
def test_the_same_in_other_words_is_left_alone(change: Change) -> None:
    """An editor's own words for the same raise nothing."""
    assert rules(change) == set()
