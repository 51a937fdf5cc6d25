"""What to do about what is found in texts, in a line for each rule; its page says more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eventrecord.diagnostic import Severity
from eventrecord.message import Message, say

__all__ = ["ADVICE", "RECORD_ADVICE", "first_hints"]

_SOURCE = say("look it up in the source, and correct the text that is wrong")
_RECKON = say("look all the numbers up, and correct the one that is wrong")

ADVICE: dict[str, Message] = {
    "value-differs": _SOURCE,
    "unit-differs": say("write the currency or unit of the source in both"),
    "qualifier-differs": say("give both the qualifier of the source"),
    "scope-differs": say("say in both of what the number is, and over which years"),
    "weekday-mismatch": say("look the date up, and correct it or the weekday"),
    "weekday-differs": say("look the date up, and correct it or the weekday"),
    "duration-mismatch": say("correct the number of days or the last day"),
    "conversion-mismatch": say("look up the sum of the source, and convert it anew"),
    "growth-mismatch": _RECKON,
    "share-mismatch": _RECKON,
    "sum-mismatch": _RECKON,
    "name-differs": say("ask whoever has the name, and put it into the terms or the record"),
    "name-order": say("write all names in one order"),
    "post-differs": say("take the post from the office's own list"),
    "post-left-out": say("add the post at the first mention"),
    "order-differs": say("put them in the order of rank, in both alike"),
    "omission": say("add the name, or say that the list is not whole"),
    "official-left-out": say("add the name in its place"),
    "organization-differs": say("take the name from the terms; if both are right, add one to them"),
    "venue-differs": say("see where it is held, and put both into the terms"),
    "term-drift": say("write the term of the place and the day"),
    "attendance-differs": say("ask who was there"),
    "award-differs": say("see the list of winners"),
    "tense-differs": say("bring both to the day of publication"),
    "half-width-punctuation": say("set the marks of Chinese text in full width"),
    "quotation-differs": say("restore the words, or have the new ones approved"),
    "inferred-fact-printed": say("find a source, or take it out"),
    "disputed-value": say("write the record's value, or decide anew in the record"),
    "unknown-fact": say("put it into the record with its source, or take it out"),
    "unknown-name": say("put it into the record, or take it out"),
    "number-differs": say("compare it with the edition"),
}
"""By rule; what is mere information has none."""

_RECORD = say("write what the record says, or correct the record")

RECORD_ADVICE: dict[str, Message] = {
    **ADVICE,
    "value-differs": _RECORD,
    "unit-differs": _RECORD,
    "qualifier-differs": _RECORD,
    "scope-differs": _RECORD,
    "name-differs": _RECORD,
    "post-differs": _RECORD,
    "contact-differs": _RECORD,
    "event-differs": say("give the text's own record, with --record"),
    "order-differs": say("put them in the order of the record"),
}
"""The same where a text is held against its record."""


def first_hints(
    found: Iterable[tuple[str, Severity]], advice: Mapping[str, Message] = ADVICE
) -> Iterator[Message | None]:
    """For each finding what to do, if it is the first of its rule and more than information."""
    told: set[str] = set()
    for rule, severity in found:
        is_due = severity is not Severity.INFO and rule not in told
        yield advice.get(rule) if is_due else None
        if is_due:
            told.add(rule)
