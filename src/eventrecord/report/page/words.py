"""What pages say besides findings, in the language of their readers."""

from __future__ import annotations

from collections.abc import Mapping

from eventrecord.message import Message, say

__all__ = ["SIGNS", "VERDICTS", "WORDS", "verdict_of"]

WORDS = {
    "beside": say("Both texts, paragraph by paragraph"),
    "compared": say("Two editions compared"),
    "checked": say("A text held against its record"),
    "file": say("file"),
    "findings": say("Findings"),
    "hint": say("hint"),
    "language": say("language"),
    "left_out": say("Of the text as a whole, and left out of it"),
    "marks": say("Marks"),
    "next": say("next and previous finding"),
    "none": say("nothing found"),
    "place": say("in the text"),
    "published": say("published"),
    "record": say("record"),
    "skip": say("to the text"),
    "text": say("text"),
    "undated": say("no date given"),
}
"""What templates call their words, and the words."""

VERDICTS: Mapping[str, Message] = {
    "equal": say("equal"),
    "rounded": say("rounded"),
    "qualifier": say("qualifier differs"),
    "scope": say("whole differs"),
    "unit": say("unit differs"),
    "value": say("value differs"),
    "name": say("name, post or order differs"),
    "only": say("on one side only"),
    "other": say("another slip"),
}
"""Sorts of marks, in the order of the legend."""

SIGNS: Mapping[str, str] = {
    "equal": "",
    "rounded": "≈",
    "qualifier": "±",
    "scope": "⊂",
    "unit": "¤",
    "value": "≠",
    "name": "@",
    "only": "○",
    "other": "!",
}
"""What stands beside a mark of each sort, for those who see no colours."""

_SORTS = {
    "equal": "equal",
    "rounded": "rounded",
    "qualifier-differs": "qualifier",
    "scope-differs": "scope",
    "unit-differs": "unit",
    "value-differs": "value",
    "quotation-differs": "value",
    "contact-differs": "value",
    "event-differs": "value",
    "number-differs": "value",
    "name-differs": "name",
    "name-order": "name",
    "post-differs": "name",
    "order-differs": "name",
    "organization-differs": "name",
    "venue-differs": "name",
    "term-drift": "name",
    "only-a": "only",
    "only-b": "only",
    "omission": "only",
    "left-out": "only",
    "official-left-out": "only",
    "post-left-out": "only",
    "unknown-fact": "only",
    "unknown-name": "only",
}


def verdict_of(rule: str) -> str:
    """The sort of marks for what a rule, or the verdict on a pair of facts, says."""
    return _SORTS.get(rule, "other")
