"""Simplified characters in a Traditional wording, or Traditional ones in a Simplified wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity, path_text
from eventrecord.localize.characters import counterpart, foreign_characters
from eventrecord.message import joined, say
from eventrecord.model.agent import PersonName
from eventrecord.model.text import State, Wording
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_KANA = re.compile(r"[\u3041-\u30ff]")


def check(context: Context) -> Iterator[Diagnostic]:
    """A wording is written in the script of its tag; official ones, and Japanese, are left alone."""
    chinese: dict[str, list[str]] = {}
    for passage in context.passages:
        for tag, wording in passage.wordings.items():
            if tag.startswith("zh-") and (words := words_of(wording)):
                chinese.setdefault(tag, []).append(words)
    for tag, texts in chinese.items():
        foreign = foreign_characters(tag)
        if not foreign.isdisjoint("".join(texts)):  # most records have none
            said = (
                _Said(passage, passage.wordings[tag], words)
                for passage in context.passages
                if tag in passage.wordings and (words := words_of(passage.wordings[tag]))
            )
            yield from (_mixed(one, tag, foreign) for one in said if _is_mixed(one, foreign))


class _Said(NamedTuple):
    passage: Passage
    wording: str | Wording | PersonName
    words: str


def _is_mixed(said: _Said, foreign: frozenset[str]) -> bool:
    if foreign.isdisjoint(said.words) or _KANA.search(said.words):
        return False
    return isinstance(said.wording, str) or said.wording.state is not State.OFFICIAL


def _mixed(said: _Said, tag: str, foreign: frozenset[str]) -> Diagnostic:
    passage, wording, words = said
    found = list(dict.fromkeys(sign for sign in words if sign in foreign))
    first = words.index(found[0])
    path = (*passage.path, tag, "text") if isinstance(wording, Wording) else (*passage.path, tag)
    as_it_is = words is wording or isinstance(wording, Wording)
    return RULE.at(
        path,
        say(
            "the {tag} wording of {text} has characters of the other script: {signs}",
            tag=tag,
            text=path_text(passage.path),
            signs=" ".join(found),
        ),
        hint=say(
            "write {pairs}; if the owner writes it so, say 'state: official'",
            pairs=joined((_pair(counterpart(sign, tag), sign) for sign in found), say(", ")),
        ),
        part=(first, first + 1) if as_it_is else None,
        fix=_fix(path, words, tag) if as_it_is else None,
    )


def _pair(right: str, wrong: str) -> str:
    return say("{right} (not {wrong})", right=right, wrong=wrong)


def _fix(path: Path, words: str, tag: str) -> Fix:
    """The characters of this script; not safe, for one of them may be in somebody's name."""
    pairs = [
        (place, counterpart(sign, tag)) for place, sign in enumerate(words) if sign in foreign_characters(tag)
    ]
    edits = tuple(Edit(path, sign, (place, place + 1)) for place, sign in pairs)
    message = say("replace it by {new}", new=joined(dict.fromkeys(sign for _, sign in pairs), say(", ")))
    return Fix(message, edits, safe=False)


RULE = Rule(
    "mixed-script",
    Severity.WARNING,
    "languages",
    say("A wording has Simplified characters among Traditional ones, or the reverse."),
    check,
)
