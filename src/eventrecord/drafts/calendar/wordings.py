"""Texts of an entry in their languages; a calendar may have each only once, and some have it twice."""

from __future__ import annotations

from collections.abc import Callable

from eventrecord.drafts.calendar.components import Component, unescaped
from eventrecord.drafts.markup import without_markup
from eventrecord.drafts.sketch import Sketch, Words
from eventrecord.message import say

__all__ = ["one_line", "wordings"]


def wordings(part: Component, name: str, sketch: Sketch, read: Callable[..., str]) -> Words:
    """The wordings of a text; a second one, which no calendar may have, is kept if of another language."""
    words: Words = {}
    for found in part.all(name):
        told = read(unescaped(found.value), line=found.line)
        for tag, text in sketch.text(told, found.parameters.get("LANGUAGE"), found.line).items():
            if tag in words:
                message = say("an event has several {name} in {tag}: the first is kept", name=name, tag=tag)
                sketch.tell("lost", message, found.line)
            elif words:
                message = say("an event has several {name}, which no calendar may have", name=name)
                sketch.tell("damaged", message, found.line)
            words.setdefault(tag, text)
    return words


def one_line(text: str, *, sketch: Sketch, line: int | None = None, joint: str = " ") -> str:
    """The text without markup and line ends."""
    text = without_markup(text, sketch, line)
    return joint.join(filter(None, (" ".join(part.split()) for part in text.splitlines())))
