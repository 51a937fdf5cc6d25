"""What sources say instead, where they disagree with the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.known import Known
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.data import locale_tags
from eventrecord.localize.stated import Stated
from eventrecord.message import say
from eventrecord.model.record import Record
from eventrecord.model.source import Standing
from eventrecord.rules.survey import Survey

__all__ = ["disputed"]

_DIFFERS = frozenset({"value-differs", "unit-differs", "qualifier-differs", "unknown-fact"})


def disputed(found: Iterable[Departure], facts: Iterable[Stated], record: Record) -> Iterator[Departure]:
    """The same departures; what a source says that disagrees with the record is a dispute, and no mistake."""
    conflicts = KnownFacts(_disputed_facts(record))
    at = {(fact.start, fact.end): fact for fact in facts} if conflicts.all else {}
    for one in found:
        fact = at.get((one.start or 0, one.end or 0)) if one.rule in _DIFFERS else None
        conflict = conflicts.recognized(fact) if fact else None
        if conflict is None:
            yield one
            continue
        said = say("{surface}: a source says so, and the record does not", surface=one.surface)
        yield replace(one, rule="disputed-value", severity=Severity.WARNING, message=said, path=conflict.path)


def _disputed_facts(record: Record) -> Iterator[Known]:
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
