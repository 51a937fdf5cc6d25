"""Numbers, days and times that wordings of a record state in words of their own, without a slot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.drift.checking.known import Known
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.localizer import Localizer
from eventrecord.model.agent import PersonName
from eventrecord.rules.survey import Survey

__all__ = ["authored_facts"]

_SLOT = re.compile(r"\{\{|\}\}|\{[^{}]*\}")


def authored_facts(localizer: Localizer) -> Iterator[Known]:
    """What wordings in the localizer's language state; those of sources aside."""
    record = localizer.record
    for name, owner in {"": record, **record.related}.items():
        for passage in Survey(owner).passages:
            texts = {
                tag: words for tag, words in passage.wordings.items() if not isinstance(words, PersonName)
            }
            words = localizer.wording(texts) if passage.path[0] != "sources" else None
            if words is None:
                continue
            plain = _SLOT.sub(lambda slot: "\0" * len(slot[0]), words.text)
            for stated in stated_facts(plain, localizer.tag, localizer.today):
                yield Known(stated, passage.path, ".".join(map(str, passage.path)), name)
