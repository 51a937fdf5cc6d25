"""Findings that name people tell them as the record does."""

from __future__ import annotations

from eventrecord.diagnostic import Diagnostic, Severity, called
from eventrecord.message import listed, say
from eventrecord.reading import read
from eventrecord.report.telling import told
from eventrecord.tongue import Tongue

RECORD = read(
    """
format: eventrecord/1
people:
  gu-yuan:
    name: { en: { family: Gu, given: Yuan }, zh-Hans: { family: 顾, given: 远 } }
""",
    "forum.yaml",
)


def test_people_are_named_in_the_language_of_the_reader() -> None:
    """By their names, and by the id that is written where the record has no name for it."""
    people = listed(called(("people", name), name) for name in ("gu-yuan", "harbour/lu-ning"))
    finding = Diagnostic("rank-changed", Severity.ERROR, say("see {people}", people=people), ("people",))
    assert finding.message == "see gu-yuan and harbour/lu-ning"
    assert told(finding, Tongue("en"), RECORD).message == "see Gu Yuan and harbour/lu-ning"
    assert told(finding, Tongue("zh-Hans"), RECORD).message == "see 顾远和harbour/lu-ning"
