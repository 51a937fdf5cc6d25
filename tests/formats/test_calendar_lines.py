"""Lines of calendars: folded so that every reader can put them together again."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from eventrecord.formats.calendar.lines import folded

SIGNS = st.lists(st.sampled_from(["\\\\", "\\n", "^^", "^n", "a", "é", "张", "𠮷", " "]), max_size=200).map(
    "".join
)


@given(SIGNS)
@example("x" * 72 + "\\\\" + "n" * 9)
@example("x" * 73 + "\\n")
@example("x" * 73 + "张")
@example("\\" * 300)
@example("")
def test_folding_tears_nothing(text: str) -> None:
    """At most 75 octets; every piece is whole characters and whole escapes; together they are the line."""
    pieces = folded(text.encode()).split(b"\r\n ")
    assert b"".join(pieces).decode() == text
    for number, piece in enumerate(pieces):
        assert len(piece) <= 75 - bool(number)
        assert len(piece) >= 70 or number == len(pieces) - 1
        assert re.fullmatch(r"(\\.|\^.|[^\\^])*", piece.decode())
