"""Texts in columns: no line too wide, no character lost, the marked words marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventrecord.report.columns import Marked, beside, wrapped
from eventrecord.report.excerpt import width

PLAIN = st.text(st.sampled_from("ab cd，。近2100亿元（）, ."), max_size=60)


@given(PLAIN, PLAIN, PLAIN, st.integers(10, 40))
def test_lines_fit_and_hold_the_whole_text(before: str, within: str, after: str, room: int) -> None:
    """Spaces at the ends of lines aside."""
    lines = wrapped(Marked(before + within + after, len(before), len(before + within)), room)
    assert all(width(line) <= room for line in lines)
    marked = f"[{within}]" if within else ""
    assert "".join(lines).replace(" ", "") == f"{before}{marked}{after}".replace(" ", "")


def test_punctuation_begins_no_line() -> None:
    """As Chinese is set."""
    lines = wrapped(Marked("金额近两千亿元，增长。", 0, 0), 14)
    assert lines == ["金额近两千亿", "元，增长。"]


def test_columns_stand_under_each_other() -> None:
    """However wide the characters are."""
    lines = beside(Marked("近2100亿元" * 6, 0, 8), Marked("nearly RMB 210 billion " * 4, 0, 6), 80)
    assert len({width(line.partition("│")[0]) for line in lines}) == 1


def test_a_terminal_with_colours_needs_no_brackets() -> None:
    """The mark goes on over the end of a line, and takes no columns."""
    lines = wrapped(Marked("one two three four", 4, 13), 10, "1;31")
    assert lines == ["one \x1b[1;31mtwo\x1b[0m", "\x1b[1;31mthree\x1b[0m four"]
