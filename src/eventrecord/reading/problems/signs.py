"""Signs that YAML takes otherwise than people mean them."""

from __future__ import annotations

import re

from eventrecord.diagnostic import Diagnostic, Path
from eventrecord.message import say
from eventrecord.reading.node import Data
from eventrecord.reading.problems.problem import error_at
from eventrecord.reading.shape import name_of, shown

__all__ = ["WIDE", "colon_in_text", "full_width", "is_sentence", "tight_hyphen"]

WIDE = "：，、；｛｝［］【】"
"""Punctuation of a Chinese keyboard that YAML takes for letters."""


def colon_in_text(path: Path) -> Diagnostic:
    """A finding about a text that YAML has cut in two at a colon."""
    message = say(
        "{field} is a text with a colon and a space in it, which YAML takes for the end of a key",
        field=name_of(path),
    )
    return error_at("unquoted-colon", message, path, say("put the whole text in quotation marks"))


def tight_hyphen(path: Path, text: str, *, at_key: bool = False) -> Diagnostic:
    """A finding about an item of a list whose hyphen stands too close."""
    message = say("after the hyphen of `{text}` a space is missing", text=text)
    return error_at("yaml-syntax", message, path, say("write `- {text}`", text=text[1:]), at_key=at_key)


def full_width(path: Path, text: str, *, at_key: bool = False, hint: str | None = None) -> Diagnostic:
    """A finding about punctuation of a Chinese keyboard."""
    found = next(mark for mark in text if mark in WIDE)
    message = say(
        "{what} comes from a Chinese keyboard, and YAML takes it for part of a word",
        what=say("the `{mark}` in {text}", mark=found, text=shown(text)),
    )
    if hint is None and isinstance(path[-1], int):
        hint = say(
            "part the entries by a comma and a space: {entries}", entries=re.sub(r"[，、；]+ *", ", ", text)
        )
    hint = hint or say("write the half-width sign instead")
    return error_at("full-width-punctuation", message, path, hint, at_key=at_key)


def is_sentence(value: Data) -> bool:
    """Whether a mapping is the beginning of a sentence with a colon after it."""
    return (
        isinstance(value, dict)
        and len(value) == 1
        and not re.fullmatch(r"[a-z_-]+", next(iter(value)), re.ASCII)
    )
