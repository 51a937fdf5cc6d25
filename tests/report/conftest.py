"""A run with findings of all kinds, as reports get it."""

from __future__ import annotations

import pytest

from eventrecord.diagnostic import Diagnostic, Label, Severity, Span
from eventrecord.message import say
from eventrecord.report import Checked

TEXT = """\
name:
  en: Sea Forum
  zh-Hans: 𠮷海论坛：海港
  start: 2022-11-15
  end: 2022-11-14
"""
FILE = "records/2022 论坛/sea forum#1.yaml"
RULES = ("yaml-syntax", "end-before-start", "parity", "unverified-wording")


@pytest.fixture
def checked() -> Checked:
    """Two records, one of them faulty, a third that could not be read."""
    end = Diagnostic(
        "end-before-start",
        Severity.ERROR,
        say("the end, {end}, is before the start, {start}", end="2022-11-14", start="2022-11-15"),
        ("event", "end"),
        hint=say("correct one of the two"),
        labels=(
            Label(("event", "start"), say("begins {start}", start="2022-11-15"), Span(4, 10, 4, 20), FILE),
        ),
        file=FILE,
        span=Span(5, 8, 5, 18),
    )
    name = Diagnostic(
        "unverified-wording",
        Severity.WARNING,
        say("{words} is <not> & never ]]> verified", words="𠮷海论坛"),
        ("event", "name", "zh-Hans"),
        file=FILE,
        span=Span(3, 13, 3, 16),
    )
    return Checked(
        [name, end],
        {FILE: RULES[:1] + RULES[1:], "records/week.yaml": RULES[:-1]},
        RULES,
        texts={FILE: TEXT},
        unread={"records/closed.yaml": "Permission denied"},
    )
