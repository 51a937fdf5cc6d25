"""What sources say instead, where they disagree with the record."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.drift.checking.known import Known
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.data import locale_tags
from eventrecord.model.record import Record
from eventrecord.model.source import Standing
from eventrecord.rules.survey import Survey

__all__ = ["disputed_facts"]


def disputed_facts(record: Record) -> Iterator[Known]:
    """The facts in the excerpts of sources that are in conflict with a fact of the record."""
    tags = locale_tags()
    for path, sourcing in Survey(record).doubts:
        for conflict in sourcing.conflicts:
            source = record.sources.get(conflict.source)
            language = source.language if source and source.language else "en"
            tag = language if language in tags else next((t for t in tags if t.startswith(language)), None)
            if conflict.excerpt and tag:
                day = source.published.day if source and source.published else None
                for stated in stated_facts(conflict.excerpt, tag, day):
                    yield Known(stated, path, ".".join(map(str, path)), standing=Standing.DISPUTED)
