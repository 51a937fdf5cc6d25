"""The texts that a command was given: read as their readers see them; an empty one is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.cli.inputs import STANDARD_INPUT, SUFFIXES, looks_like_record, standard_input
from eventrecord.cli.terminal import tell
from eventrecord.errors import EventRecordError
from eventrecord.message import listed, say

if TYPE_CHECKING:
    from eventrecord.drift.texts import ReadText

__all__ = ["given_text", "tell_unread_days"]

_CHARACTER = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MUCH = 10
"""How many times more of the other language's words make one doubt that a text is of its locale."""
_LEAST = 20
"""Words from which on there is anything to tell a language by."""
_FEW = 5
"""The same, where there is no word at all of the language that it should be in."""


def given_text(path: str, locale: str) -> ReadText:
    """Read a text, by its name or from standard input; tells if it hardly looks like one of its locale.

    Raises:
        OSError: it cannot be read.
        EventRecordError: there is nothing in it, it is too large, no text, or in another encoding.
    """
    from eventrecord.drift.texts import read_text

    name = "<stdin>" if path == STANDARD_INPUT else path
    data = _data(path)
    if name.endswith(SUFFIXES) and looks_like_record(data):
        raise EventRecordError(
            say("{path}: is a record, and no text: give a text, such as an edition of the record", path=name)
        )
    read = read_text(data, name)
    if not read.text.strip():
        raise EventRecordError(say("{path}: there is no text in it", path=name))
    characters, words = len(_CHARACTER.findall(read.text)), len(_WORD.findall(read.text))
    chinese = locale.partition("-")[0] == "zh"
    own, other = (characters, words) if chinese else (words, characters)
    if (other >= _LEAST and other > _MUCH * own) or (other >= _FEW and not own):
        tell(say("{path}: this hardly looks like {locale}: is --locale right?", path=name, locale=locale))
    return read


def tell_unread_days(texts: Iterable[str], locales: Iterable[str]) -> None:
    """Tell of words such as yesterday, which mean no day while nobody knows the day of the text."""
    from eventrecord.facts.reading import undated

    for text, locale in zip(texts, locales, strict=True):
        if words := undated(text, locale):
            tell(
                say(
                    "{words}: --date, the day of publication, has such words read as days",
                    words=listed(words),
                )
            )


def _data(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return standard_input()
    from eventrecord.drift.texts.reading import LIMIT

    if Path(path).is_dir():
        raise EventRecordError(say("{path}: is a folder: name a text in it", path=path))
    with Path(path).open("rb") as file:
        return file.read(LIMIT + 1)
