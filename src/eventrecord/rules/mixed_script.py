"""Simplified characters in a Traditional wording, or Traditional ones in a Simplified wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity, path_text
from eventrecord.localize.characters import counterpart, foreign_characters
from eventrecord.message import joined, say
from eventrecord.model.text import State, Wording
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_KANA = re.compile(r"[\u3041-\u30ff]")


def check(context: Context) -> Iterator[Diagnostic]:
    """A wording is written in the script of its tag; official ones, and Japanese, are left alone."""
    for passage in context.passages:
        for tag, wording in passage.wordings.items():
            if not tag.startswith("zh-"):
                continue
            words = words_of(wording) or ""
            foreign = foreign_characters(tag)
            if foreign.isdisjoint(words) or _KANA.search(words):
                continue
            if not isinstance(wording, str) and wording.state is State.OFFICIAL:
                continue
            found = list(dict.fromkeys(sign for sign in words if sign in foreign))
            first = words.index(found[0])
            path = (*passage.path, tag, "text") if isinstance(wording, Wording) else (*passage.path, tag)
            yield RULE.at(
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
                part=(first, first + 1) if words is wording or isinstance(wording, Wording) else None,
                fix=_fix(path, words, tag) if words is wording or isinstance(wording, Wording) else None,
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
