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

_SHOWING = (".md", ".markdown", ".html", ".htm", ".docx")
"""What may show a record to its readers."""
_PART = re.compile(
    rb"""^["']?(?:event|sources|people|organizations|places|figures|releases)["']?:""", re.MULTILINE
)
_CHARACTER = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MUCH, _SOME = 10, 3
"""How many times more of the other language's words show that a text is of that, and make one doubt."""
_LEAST = 20
"""Words from which on there is anything to tell a language by."""
_FEW = 5
"""The same, where there is no word at all of the right language; and characters of a script."""


def given_text(path: str, locale: str) -> ReadText:
    """Read a text, by its name or from standard input; tells if it hardly looks like one of its locale.

    Raises:
        OSError: it cannot be read.
        EventRecordError: there is nothing in it, it is too large, no text, in another encoding or language.
    """
    from eventrecord.drift.texts import read_text

    name = "<stdin>" if path == STANDARD_INPUT else path
    data = _data(path)
    if looks_like_record(data) and (name.endswith(SUFFIXES) or _is_record(data, name)):
        raise EventRecordError(
            say("{path}: is a record, and no text: give a text, such as an edition of the record", path=name)
        )
    read = read_text(data, name)
    if not read.text.strip():
        raise EventRecordError(say("{path}: there is no text in it", path=name))
    _doubt_language(read.text, name, locale)
    return read


def _doubt_language(text: str, name: str, locale: str) -> None:
    characters, words = len(_CHARACTER.findall(text)), len(_WORD.findall(text))
    chinese = locale.partition("-")[0] == "zh"
    own, other = (characters, words) if chinese else (words, characters)
    if (other >= _LEAST and other > _MUCH * own) or (other >= _FEW and not own):
        raise EventRecordError(say("{path}: is not in {locale}: mend --locale", path=name, locale=locale))
    if (other >= _LEAST and other > _SOME * own) or (chinese and _is_other_script(text, locale)):
        tell(say("{path}: this hardly looks like {locale}: is --locale right?", path=name, locale=locale))


def _is_other_script(text: str, locale: str) -> bool:
    """Whether a Chinese text is written in the script that its locale does not have."""
    from eventrecord.localize.characters import foreign_characters

    here, there = ("zh-Hant", "zh-Hans") if locale.startswith("zh-Hant") else ("zh-Hans", "zh-Hant")
    foreign, own = (
        sum(character in signs for character in text)
        for signs in (foreign_characters(here), foreign_characters(there))
    )
    return foreign >= _FEW and foreign > own


def _is_record(data: bytes, name: str) -> bool:
    """Whether a file with the name of a text is a record from its first to its last line."""
    return not name.lower().endswith(_SHOWING) and len(_PART.findall(data)) > 1


def tell_unread_days(texts: Iterable[str], locales: Iterable[str]) -> None:
    """Tell of words such as yesterday, which mean no day while nobody knows the day of the text."""
    from eventrecord.facts.reading import undated

    for text, locale in zip(texts, locales, strict=True):
        if words := undated(text, locale):
            tell(
                say(
                    "{words}: which day or year is meant is not known, so these were not read; give the day "
                    "of publication: --date 2022-11-16",
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
