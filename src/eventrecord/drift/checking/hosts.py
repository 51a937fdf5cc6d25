"""Bodies that a text puts into the edition's list of those who hold an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.beside import Origin, Sentence
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.comparing.hosting import role_beside
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import say

__all__ = ["hosts_put_in"]

_LEAST = 2
"""Characters of a name."""


def hosts_put_in(sentence: Sentence, origin: Origin) -> Iterator[Departure]:
    """Names, joined to a list before or after which a role stands, that the edition does not have."""
    join = re.compile(inherited(sentence.tag, "opposed")["joined"])
    plain = simplified(sentence.text)
    for step in origin.alignment.steps:
        if step.same or step.old[0] != step.old[1]:
            continue
        match = join.fullmatch(plain, *sentence.piece.stretch(*step.new))
        start, end = match.span("name") if match else (0, 0)
        name = sentence.text[start:end]
        if end - start < _LEAST or name in origin.edition.text:
            continue
        if role_beside(plain, start, end, sentence.tag) is not None:
            said = say("the text says {surface}, and the record does not", surface=name)
            yield Departure("unknown-name", Severity.WARNING, said, start, end, name)
