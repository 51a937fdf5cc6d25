"""What `check` and `compare` find in texts beside the rules of records, a sentence each for `explain`."""

from __future__ import annotations

from eventrecord.message import say

__all__ = ["DEPARTURES"]

DEPARTURES = {
    "attendance-differs": say("one text says that somebody came, the other that they will"),
    "contact-differs": say("a telephone number or an address to ask at was changed"),
    "conversion-mismatch": say("no rate of exchange makes the sum in brackets of the one before it"),
    "disputed-value": say("a source says so that disagrees with the record"),
    "left-out": say("the release states it, the text does not"),
    "name-differs": say("a person, body, place, event or award is called otherwise"),
    "name-order": say("family name and given name have changed places"),
    "number-differs": say("digits were changed in what is no figure"),
    "omission": say("somebody or something is named in one text only"),
    "only-a": say("the first text states it, the second does not"),
    "only-b": say("the second text states it, the first does not"),
    "order-differs": say("people or bodies do not stand in the same order: it is rank"),
    "organization-differs": say("a body is another, or called otherwise"),
    "post-differs": say("somebody's post is another"),
    "quotation-differs": say("words that somebody spoke were changed"),
    "rounded": say("one tells the number with fewer digits"),
    "scope-differs": say("what is counted is another, or of what whole it is a share"),
    "share-mismatch": say("a part, its whole and the percentage beside them do not agree"),
    "sum-mismatch": say("the parts do not add up to the total"),
    "tense-differs": say("one text says that it took place, the other that it will"),
    "term-drift": say("a term is forbidden, out of use, or of another region"),
    "unknown-fact": say("the record knows no such figure, day or time"),
    "unknown-name": say("the record knows nobody of that name"),
    "venue-differs": say("the place is another, or called otherwise"),
    "weekday-differs": say("the weekday is not that of the date beside it"),
}
"""Meanings by the names of findings; those that are rules of records too have a page."""
