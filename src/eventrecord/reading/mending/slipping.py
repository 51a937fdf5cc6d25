"""What to write in the file where somebody slipped over its syntax."""

from __future__ import annotations

from eventrecord.diagnostic import Fix, Splice
from eventrecord.message import say
from eventrecord.reading.mending.indentation import without_tabs
from eventrecord.reading.mending.quoting import in_quotes
from eventrecord.reading.slips import Slip
from eventrecord.reading.source import Lines

__all__ = ["fix_for", "written_instead"]


def fix_for(slip: Slip, text: str, lines: Lines) -> Fix | None:
    """The fix of a slip in the file's own `text`; None if more than one thing may be meant."""
    if slip.rule == "tab-indent":
        return without_tabs(text, lines)
    if slip.quotes is not None:
        return in_quotes(text, lines, *slip.quotes)
    return written_instead(text, lines, slip.mends)


def written_instead(text: str, lines: Lines, mends: tuple[tuple[int, int, str], ...]) -> Fix | None:
    """A fix that writes something else at each of these places."""
    if not mends:
        return None
    start, end, new = mends[0]
    message = say("replace {old} by {new}", old=f"`{text[start:end].strip()}`", new=f"`{new.strip() or new}`")
    if start == end:
        message = say("insert a space") if new == " " else say("insert {new}", new=f"`{new}`")
    elif not new:
        message = say("delete {old}", old=f"`{text[start:end].strip()}`")
    elif not new.strip():
        message = say("put a plain space in its place")
    return Fix(message, (), True, tuple(Splice(lines.span(a, b), put) for a, b, put in mends))
