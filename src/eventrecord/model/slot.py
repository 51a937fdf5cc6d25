"""Slots in prose: `{figures.attendance:full}` stands for a fact, `{{` and `}}` for braces."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventrecord.errors import EventRecordError
from eventrecord.message import joined, say

__all__ = ["FORMS", "SLOT_KINDS", "Slot", "SlotError", "parse_prose"]

SLOT_KINDS = ("figures", "people", "organizations", "places", "events", "terms", "awards", "quotations")
_SINGULAR = {"person": "people"} | {kind[:-1]: kind for kind in SLOT_KINDS if kind.endswith("s")}
"""What people write for a kind who think of one entry."""
FORMS: dict[str, tuple[str, ...]] = {
    "figures": ("", "full", "short", "value", "period", "date", "as-of", "partners"),
    "people": ("", "full", "name", "family", "posts"),
    "organizations": ("", "full", "short", "abbr", "post"),
    "places": ("", "full", "short"),
    "events": (
        "",
        "full",
        "short",
        "date",
        "dates",
        "weekday",
        "day",
        "time",
        "times",
        "zoned-time",
        "duration",
        "attr",
        "theme",
    ),
    "terms": ("", "full", "short", "plural"),
    "awards": ("", "full"),
    "quotations": ("",),
}
"""Forms that a slot may ask for, by kind of entry; the empty one is the usual."""
_BEGUN = re.compile(r"\{([a-z]+)\.[a-z0-9]+(?:[-/:][a-z0-9]+)*", re.ASCII)
_SLOT = re.compile(
    r"([a-z]+)\.([a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?)(?::([a-z]+(?:-[a-z]+)*))?", re.ASCII
)
_BRACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class Slot(NamedTuple):
    """A place in prose for a fact: kind of entry, its id, a form; offsets in the wording."""

    kind: str
    id: str
    form: str
    start: int
    end: int

    @property
    def fact(self) -> str:
        """The fact it states, whatever the form: figures.attendance."""
        return f"{self.kind}.{self.id}"


class SlotError(EventRecordError, ValueError):
    """A brace that opens or closes no slot; `start` and `end` are offsets in the wording."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start, self.end = start, end


def parse_prose(text: str) -> list[str | Slot]:
    """Split prose into plain text (braces unescaped) and slots.

    Raises:
        SlotError: a lone brace, or braces around something that is no slot.
    """
    if "{" not in text and "}" not in text:
        return [text] if text else []
    parts: list[str | Slot] = []
    plain, position = "", 0
    for match in _BRACE.finditer(text):
        plain += text[position : match.start()]
        position = match.end()
        if match[0] in ("{{", "}}"):
            plain += match[0][0]
            continue
        if match[1] is None:
            begun = _BEGUN.match(text, match.start())
            if begun is not None and begun[1] in SLOT_KINDS:
                raise SlotError(
                    say("{begun} is not closed: write }} after it", begun=begun[0]), *begun.span()
                )
            raise SlotError(
                say("a lone {brace!r}: write {double} for a brace", brace=match[0], double=match[0] * 2),
                *match.span(),
            )
        slot = _SLOT.fullmatch(match[1])
        if slot is not None and slot[1] in _SINGULAR:
            raise SlotError(
                say(
                    "{slot} is no slot: write `{kind}` for `{word}`",
                    slot=match[0],
                    kind=_SINGULAR[slot[1]],
                    word=slot[1],
                ),
                *match.span(),
            )
        if slot is None or slot[1] not in SLOT_KINDS:
            raise SlotError(
                say(
                    "{slot} is no slot: write {{kind.id}} or {{kind.id:form}}; kinds: {names}",
                    slot=match[0],
                    names=joined(SLOT_KINDS, say(", ")),
                ),
                *match.span(),
            )
        if plain:
            parts.append(plain)
        plain = ""
        parts.append(Slot(slot[1], slot[2], slot[3] or "", *match.span()))
    plain += text[position:]
    if plain:
        parts.append(plain)
    return parts
