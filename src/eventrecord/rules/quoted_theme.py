"""A theme that is written with the marks that editions put around it."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import telling
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A theme is the words alone; editions quote them."""
    for node in context.events:
        for tag, wording in (node.event.theme or {}).items():
            words, marks = words_of(wording), telling(tag, "theme", "quoted")
            if words and marks and (match := marks.fullmatch(words.strip())):
                path = (*node.path, "theme", tag, *(() if isinstance(wording, str) else ("text",)))
                hint = say("write the words alone: {words}", words=match["words"])
                yield RULE.at(
                    path,
                    say(
                        "{words} is quoted once more in editions, and comes out in two pairs of marks",
                        words=words,
                    ),
                    hint=hint,
                    fix=Fix(say("delete the quotation marks"), (Edit(path, match["words"]),), safe=False),
                )


RULE = Rule(
    "quoted-theme", Severity.WARNING, "languages", say("A theme is written with quotation marks."), check
)
