"""The texts that a command was given: read as their readers see them; an empty one is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.cli.inputs import STANDARD_INPUT, standard_input
from eventrecord.cli.terminal import tell
from eventrecord.errors import EventRecordError
from eventrecord.message import say

if TYPE_CHECKING:
    from eventrecord.drift.texts import Read

__all__ = ["given_text"]

_CHARACTER = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MUCH = 10
"""How many times more of the other language's words make one doubt that a text is of its locale."""
_LEAST = 20
"""Words from which on there is anything to tell a language by."""


def given_text(path: str, locale: str) -> Read:
    """Read a text, by its name or from standard input; tells if it hardly looks like one of its locale.

    Raises:
        OSError: it cannot be read.
        EventRecordError: there is nothing in it, it is too large, no text, or in another encoding.
    """
    from eventrecord.drift.texts import read_text

    name = "<stdin>" if path == STANDARD_INPUT else path
    read = read_text(_data(path), name)
    if not read.text.strip():
        raise EventRecordError(say("{path}: there is no text in it", path=name))
    characters, words = len(_CHARACTER.findall(read.text)), len(_WORD.findall(read.text))
    chinese = locale.partition("-")[0] == "zh"
    own, other = (characters, words) if chinese else (words, characters)
    if other >= _LEAST and other > _MUCH * own:
        tell(say("{path}: this hardly looks like {locale}: is --locale right?", path=name, locale=locale))
    return read


def _data(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return standard_input()
    from eventrecord.drift.texts.reading import LIMIT

    with Path(path).open("rb") as file:
        return file.read(LIMIT + 1)
