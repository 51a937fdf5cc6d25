"""Lengths that a text tells of an event, and that are those of the one that it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from eventrecord.drift.checking.known import Known, above, parents
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.stated import Stated
from eventrecord.message import Message, say
from eventrecord.model.source import Standing

__all__ = ["Lengths"]

_SURE = (Standing.CONFIRMED, Standing.REPORTED)
_FAR = 20
"""Characters between a length and the event that it is told of."""
_PART = re.compile(r"[，,；;：:。、（(]")
_LEAST = 2
"""Characters of a name's end that stand for it: 峰会."""


class Lengths:
    """The events of a record, and which is a part of which; a length that is disputed is nobody's own."""

    def __init__(self, localizer: Localizer, known: Iterable[Name]) -> None:
        self._parents = parents(localizer.record)
        self._forms = [(name.form, name.fact) for name in known if name.kind == "events"]
        self._joint = "" if localizer.language.family == "zh" else " "

    def differ(
        self, text: str, fact: Stated, right: Sequence[Known], events: Sequence[Spotted], end: int
    ) -> Message | None:
        """That a text tells a parent's length of its part.

        Args:
            text: the text.
            fact: the length.
            right: facts of the record of that length.
            events: names of events in the sentence.
            end: where the sentence ends.
        """
        if not all(one.fact.startswith("events.") for one in right):
            return None
        owners = {one.fact.split(".")[1] for one in right if one.standing in _SURE}
        told = self._told(text, fact, events, end, owners)
        if not told or not owners or told & owners:
            return None
        if all(owners & set(above(one, self._parents)) for one in told):
            return say("{surface}: so long is the event that it is a part of", surface=fact.surface)
        return None

    def _told(
        self, text: str, fact: Stated, events: Sequence[Spotted], end: int, owners: Set[str]
    ) -> set[str]:
        """The event that a length is told of: named right after it, else the nearest."""
        after = text[fact.end : end].lstrip("的- ")
        ended = {
            name.split(".")[1]
            for form, name in self._forms
            for size in range(_LEAST, len(form))
            if self._is_word(form, size, after)
        }
        if ended:
            return ended
        if any(one.name.fact.split(".")[1] in owners for one in events):
            return set()  # it may be of that one
        near = [
            (max(one.start - fact.end, fact.start - one.end), one)
            for one in events
            if _PART.search(text, min(one.end, fact.end), max(one.start, fact.start)) is None
        ]
        least = min((far for far, _ in near), default=_FAR)
        if least >= _FAR:
            return set()
        return {one.name.fact.split(".")[1] for far, one in near if far == least}

    def _is_word(self, form: str, size: int, after: str) -> bool:
        """Whether a text goes on with the end of a name; in English, with a whole word."""
        tail, following = form[-size:], after[size : size + 1]
        if not after.startswith(tail):
            return False
        return not self._joint or (form[-size - 1] == self._joint and not following.isalpha())
