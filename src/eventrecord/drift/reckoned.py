"""Days that a text does not name: yesterday, 昨日, Tuesday; a finding says which day was taken for them."""

from __future__ import annotations

from datetime import date

from eventrecord.facts.reading import stated_facts
from eventrecord.localize.stated import Stated
from eventrecord.localize.writing import written, written_day
from eventrecord.message import Message, say

__all__ = ["with_day"]


def with_day(said: Message, fact: object, tag: str, today: date | None) -> Message:
    """The message; where its fact is a day or year told by the day of the text, with the one that is meant.

    Args:
        said: what is told of the fact.
        fact: the fact; anything else than a day or year leaves the message as it is.
        tag: locale of the text.
        today: day of the text.
    """
    if today is None or not isinstance(fact, Stated) or not fact.kind.startswith(("date", "year")):
        return said
    named = stated_facts(fact.surface, tag, None)
    if any(_is_read_so(one, fact, today) for one in named):
        return said
    return say(
        "{said}; {surface}, told on {today}, is {day}",
        said=said,
        surface=fact.surface,
        day=written(fact._replace(surface="")),
        today=written_day(today),
    )


def _is_read_so(named: Stated, fact: Stated, today: date) -> bool:
    """Whether words alone tell a day; of one without its year the reader takes that of the text."""
    if named.value == fact.value:
        return True
    words, meant = (str(one.value).split("/") for one in (named, fact))
    return all(text.startswith("--") for text in words) and meant == [
        f"{today.year}-{text[2:]}" for text in words
    ]
