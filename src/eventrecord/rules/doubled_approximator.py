"""A number is made approximate twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.model.figure import Qualifier
from eventrecord.model.slot import Slot
from eventrecord.rules.context import Context, SlottedWording
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_QUALIFIED = ("", "full", "short")
"""Forms of a slot that print the figure's qualifier."""
_FAR = 24
"""Characters beside a slot in which the word is looked for."""


def check(context: Context) -> Iterator[Diagnostic]:
    """One word says that a number is approximate."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' makes one number approximate twice", surface=slipped.surface),
            say("leave out one of the two"),
            safe=False,
        )
    for text in context.slotted:
        for wording in text.wordings:
            words = words_of(text.passage.wordings[wording.tag]) if wording.slots else None
            for slot in wording.slots if words else ():
                if _is_qualified(context, slot):
                    yield from _beside(wording, words or "", slot)


def _is_qualified(context: Context, slot: Slot) -> bool:
    figure = context.record.figures.get(slot.id) if slot.kind == "figures" else None
    return figure is not None and figure.qualifier is not Qualifier.EXACTLY and slot.form in _QUALIFIED


def _beside(wording: SlottedWording, words: str, slot: Slot) -> Iterator[Diagnostic]:
    """A word of the text that says what the slot says already."""
    before, after = _patterns(wording.tag)
    found = before and before.search(words, max(0, slot.start - _FAR), slot.start)
    end = slot.end
    if not found:
        found = after and after.match(words, slot.end)
        end = found.end() if found else end
    if found:
        yield RULE.at(
            wording.path,
            say(
                "{word!r} makes {slot} approximate twice: the figure has a qualifier of its own",
                word=found[0].strip(),
                slot=words[slot.start : slot.end],
            ),
            part=(min(found.start(), slot.start), end),
            hint=say("leave the word out; the slot prints the qualifier"),
        )


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What may stand right before and right after a slot in a language."""
    from eventrecord.localize.data import inherited
    from eventrecord.localize.typography import locale_of

    locale = locale_of(tag)
    table = inherited(locale, "typography").get("approximators") if locale else None
    return (re.compile(table["before"]), re.compile(table["after"])) if table else (None, None)


RULE = Rule(
    "doubled-approximator", Severity.WARNING, "typography", say("A number is made approximate twice."), check
)
