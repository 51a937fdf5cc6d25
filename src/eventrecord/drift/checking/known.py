"""What a record knows of numbers, days and times, as a text of one language would state it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from eventrecord.diagnostic import Path
from eventrecord.localize.stated import Stated, StatedKind
from eventrecord.model.amount import Amount, Area, Fraction, Money
from eventrecord.model.event import Event
from eventrecord.model.figure import Figure, Qualifier
from eventrecord.model.record import Record
from eventrecord.model.source import Fact, Standing
from eventrecord.model.span import Duration, Moment, Period

__all__ = ["Known", "above", "known_facts", "parents", "walked"]


class Known(NamedTuple):
    """A fact of a record in the shape in which texts are read."""

    stated: Stated
    path: Path
    """The way to it, in the record's own keys."""
    fact: str
    """What editions call it: figures.deals, events.forum.start."""
    record: str = ""
    """The id of the record that it is in, if not the one that is published."""
    standing: Standing = Standing.CONFIRMED
    last: Path = ()
    """Of a range of days, the way to its last day, where that stands apart."""

    def way(self, told: Stated) -> Path:
        """The way to what a text tells otherwise: of a range of days, to the day that is another."""
        days = [str(one.value).split("/") for one in (self.stated, told) if one.kind == "date-range"]
        return self.last if self.last and len(days) == 2 and days[0][0] == days[1][0] else self.path


def known_facts(record: Record) -> Iterator[Known]:
    """Figures, days, times, durations and ordinals of a record and of those that it builds on."""
    for name, owner in {"": record, **record.related}.items():
        for known in _of(owner):
            yield known._replace(record=name)


def _of(record: Record) -> Iterator[Known]:
    for name, figure in record.figures.items():
        yield from _of_figure(name, figure)
    for path, event in walked(record.event):
        yield from _of_event(path, event)
    for name, award in record.awards.items():
        if award.edition is not None:
            stated, path = _stated("ordinal", Decimal(award.edition)), ("awards", name, "edition")
            yield Known(stated, path, f"awards.{name}", standing=_firm(award, "edition"))
    for number, release in enumerate(record.releases):
        for field in ("issued", "embargo"):
            moment: Moment | None = getattr(release, field)
            for stated in _moment(moment) if moment else ():
                yield Known(stated, ("releases", number, field), f"releases.{release.id}.{field}")


def _of_figure(name: str, figure: Figure) -> Iterator[Known]:
    def known(stated: Stated, *keys: str) -> Known:
        return Known(stated, ("figures", name, *keys), f"figures.{name}", standing=_firm(figure, keys[0]))

    yield known(_figure(figure), figure.kind)
    if figure.converted is not None:
        money = figure.converted.money
        stated = _stated("money", _number(money.amount), money.currency, figure.qualifier)
        yield known(stated, "converted", "money")
        yield known(stated._replace(qualifier=Qualifier.ABOUT), "converted", "money")
    for stated in _period(figure.period) if figure.period else ():
        yield known(stated, "period")
    for stated in _moment(figure.as_of) if figure.as_of else ():
        yield known(stated, "as_of")
    base = figure.comparison.base if figure.comparison else None
    for stated in _period(base) if base else ():
        yield known(stated, "comparison", "base")


def _figure(figure: Figure) -> Stated:
    value, qualifier = figure.value, figure.qualifier
    match value:
        case Money():
            return _stated("money", _number(value.amount), value.currency, qualifier)
        case Area():
            return _stated("count", _number(value.amount), value.unit, qualifier)
        case Fraction():
            return _stated("fraction", str(value), None, qualifier)
        case Amount():
            kind, unit = _AMOUNTS[figure.kind]
            return _stated(kind, _number(value), unit, qualifier)
    return _stated("ordinal", Decimal(value), None, qualifier)


_AMOUNTS: dict[str, tuple[StatedKind, str | None]] = {
    "count": ("count", None),
    "score": ("count", None),
    "percent": ("percent", None),
    "points": ("percent", "pp"),
    "multiple": ("ratio", None),
}


def _of_event(path: Path, event: Event) -> Iterator[Known]:
    def known(stated: Stated, field: str) -> Known:
        return Known(stated, (*path, field), f"events.{event.id}.{field}", standing=_firm(event, field))

    start, end = event.start, event.end
    for field, moment in (("start", start), ("end", end)):
        for stated in _moment(moment) if moment else ():
            yield known(stated, field)
    last = event.last_day()
    if start is not None and last is not None and last > start.day and start.precision in ("day", "minute"):
        place = (*path, "end" if end else "duration")
        yield known(_stated("date-range", f"{start.day}/{last}"), "start")._replace(last=place)
        yield known(_stated("duration", f"P{(last - start.day).days + 1}D"), "duration" if not end else "end")
    if start is not None and end is not None and start.has_time and end.has_time:
        yield known(_stated("time", f"{start.value:%H:%M}/{end.value:%H:%M}"), "start")
        yield known(_stated("duration", _length(start, end)), "end")
    if event.duration is not None:
        yield known(_stated("duration", str(event.duration)), "duration")
    if event.ordinal is not None:
        yield known(_stated("ordinal", Decimal(event.ordinal)), "ordinal")
    for number, change in enumerate(event.changes):
        before = {field: moment for field in _BEFORE if (moment := getattr(change, field)) is not None}
        for field, moment in before.items():
            for stated in _moment(moment):
                yield Known(stated, (*path, "changes", number, field), f"events.{event.id}.start")
        if len(before) == len(_BEFORE):
            both = "/".join(str(moment.day) for moment in before.values())
            place = (*path, "changes", number, "previous_start")
            yield Known(_stated("date-range", both), place, f"events.{event.id}.start")
    for field in ("opens", "closes"):
        moment = getattr(event.registration, field, None)
        for stated in _moment(moment) if moment else ():
            yield Known(stated, (*path, "registration", field), f"events.{event.id}.registration")


_BEFORE = ("previous_start", "previous_end")


def _length(start: Moment, end: Moment) -> str:
    lasts = end.value.replace(tzinfo=None) - start.value.replace(tzinfo=None)
    minutes = int(lasts.total_seconds() // 60)
    return str(Duration(hours=minutes // 60, minutes=minutes % 60))


def walked(event: Event, path: Path = ("event",)) -> Iterator[tuple[Path, Event]]:
    """An event and all below it, each with the way to it in the record."""
    yield path, event
    for number, child in enumerate(event.sub_events):
        yield from walked(child, (*path, "sub_events", number))


def parents(record: Record) -> dict[str, str]:
    """Of events of a record, and of those that it builds on, the event that each is a part of."""
    found: dict[str, str] = {}
    for owner in (record, *record.related.values()):
        for _, event in walked(owner.event):
            found |= {child.id: event.id for child in event.sub_events}
        whole = record.related.get(owner.event.part_of or "")
        if whole is not None:
            found[owner.event.id] = whole.event.id
    return found


def above(event: str, of: Mapping[str, str]) -> Iterator[str]:
    """The events that one is a part of, by the parents of all."""
    seen = {event}
    while (event := of.get(event, event)) not in seen:
        seen.add(event)
        yield event


def _moment(moment: Moment) -> Iterator[Stated]:
    match moment.precision:
        case "year":
            yield _stated("year", Decimal(moment.value.year))
        case "month":
            yield _stated("date-range", f"{moment.day}/{moment.last_day()}")
        case _:
            yield _stated("date", str(moment.day))
            if moment.has_time:
                yield _stated("time", f"{moment.value:%H:%M}")


def _period(period: Period) -> Iterator[Stated]:
    first, last = period.start, period.end
    if {first.precision, last.precision} == {"year"}:
        if first == last:
            yield _stated("year", Decimal(first.value.year))
        else:
            yield _stated("year-range", f"{first.value.year}/{last.value.year}")
            yield _stated("year", Decimal(first.value.year))
            yield _stated("year", Decimal(last.value.year))
        return
    if first.day == last.last_day():
        yield _stated("date", str(first.day))
        return
    yield _stated("date-range", f"{first.day}/{last.last_day()}")
    yield _stated("year", Decimal(first.value.year))


def _number(amount: Amount) -> Decimal | str:
    return amount.low if amount.high is None else f"{amount.low}-{amount.high}"


def _firm(fact: Fact, field: str) -> Standing:
    own = fact.sourcing.get(field)
    return own.standing if own else fact.standing


def _stated(
    kind: StatedKind, value: Decimal | str, unit: str | None = None, qualifier: Qualifier = Qualifier.EXACTLY
) -> Stated:
    return Stated(kind, value, unit, qualifier, "", 0, 0)
