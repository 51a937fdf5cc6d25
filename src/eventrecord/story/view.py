"""The slots of sentence patterns: what each name stands for in an event of a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eventrecord.localize.lists import joined
from eventrecord.localize.localizer import Localizer, Texts
from eventrecord.localize.patterns import Passage, first_filled
from eventrecord.model.event import Event, EventKind, Status
from eventrecord.model.participation import Modality
from eventrecord.model.source import is_printed
from eventrecord.model.span import Moment
from eventrecord.model.tree import ancestors, place_of
from eventrecord.story import days
from eventrecord.story.people import also_present, listed, officials, people_and_more, talks

__all__ = ["SLOTS", "EventView", "stand_in_mark"]


class EventView:
    """Slots of one event; called with a slot's name it gives words and facts, or None.

    `mentioned` holds the facts that the edition has stated so far: what is named again is named in short.
    With `marks` a name that stands in for a missing one says so.
    """

    def __init__(
        self,
        event: Event,
        localizer: Localizer,
        mentioned: set[str],
        verb: str = "hold",
        *,
        marks: bool = True,
    ) -> None:
        self.event, self.localizer, self.mentioned, self.verb = event, localizer, mentioned, verb
        self.marks = marks
        above = ancestors(localizer.record, event)
        self.parent = next((e for e in above if e.kind is not EventKind.SERIES), None)
        self.series = next((e for e in above if e.kind is EventKind.SERIES), None)

    def __call__(self, name: str) -> Passage | None:
        """The words of a slot."""
        return SLOTS[name](self)

    @property
    def tense(self) -> str:
        """`past` once the event has begun by the day of issue, or nothing is known; else `future`.

        An advisory is told before the event, also where nobody knows when that will be.
        """
        today, start = self.localizer.today, self.event.start
        if start is None and self.localizer.ahead:
            return "future"
        return "future" if today and start and start.day > today else "past"

    @property
    def phase(self) -> str:
        """`future`, `present` while it lasts on the day of issue or its end is not known, else `past`."""
        today = self.localizer.today
        end = self.event.last_day()
        if self.tense == "future":
            return "future"
        return "present" if end is None or (today is not None and end > today) else "past"

    def fact(self, text: str | None, field: str, event: Event | None = None) -> Passage | None:
        """Words that state a field of an event."""
        owner = event or self.event
        if text is None or not is_printed(owner, field):
            return None
        return Passage(text, frozenset({f"events.{owner.id}.{field}"}))

    def name(self, event: Event | None) -> Passage | None:
        """An event's name, at its first mention with the mark of a stand-in: Harbour Forum（英文名称）."""
        if event is None:
            return None
        again = f"events.{event.id}.name" in self.mentioned
        if again:
            return self.fact(self.short(event), "name", event)
        text = self.localizer.text(event.name, f"events.{event.id}.name")
        mark = stand_in_mark(self.localizer, event.name, "name") if self.marks else ""
        return self.fact(text + mark, "name", event)

    def short(self, event: Event | None) -> str | None:
        """How later mentions call an event."""
        if event is None:
            return None
        return self.localizer.optional(event.short_name) or self.localizer.text(
            event.name, f"events.{event.id}.name"
        )


def stand_in_mark(localizer: Localizer, text: Texts | None, sort: str) -> str:
    """The mark after a wording that stands in for a missing one: （英文主题）."""
    worded = localizer.wording(text)
    if worded is None or not worded.stand_in:
        return ""
    family = worded.tag.split("-")[0]
    return str(localizer.words["stand_in"].get(family, {}).get(sort, ""))


def _event(view: EventView) -> Passage | None:
    return view.name(view.event)


def _ordinal(view: EventView) -> Passage | None:
    """The how-manieth an event is, before its name; not where that has a number or a year already."""
    event, localizer = view.event, view.localizer
    if event.ordinal is None or f"events.{event.id}.name" in view.mentioned:
        return None
    ordinal = localizer.grammar.ordinal(event.ordinal, localizer.words)
    name = localizer.text(event.name, f"events.{event.id}.name")
    if ordinal.casefold() in name.casefold() or any(sign.isdigit() for sign in name):
        return None
    return view.fact(localizer.words["ordinal_edition"].format(ordinal=ordinal), "ordinal")


def _event_short(view: EventView) -> Passage | None:
    short = view.short(view.event)
    return Passage(short) if short else None


def _event_this(view: EventView) -> Passage | None:
    localizer, start = view.localizer, view.event.start
    short = view.short(view.event) or ""
    top = view.series
    year = start or (top.start if top else None) or _first_start(view.event)
    recurring = view.event.kind not in (EventKind.CEREMONY, EventKind.SESSION, EventKind.TRAINING)
    same = localizer.today is None or year is None or year.day.year == localizer.today.year
    form = localizer.words["this_event" if same and recurring else "the_event"]
    return Passage(form.format(short=short))


def _first_start(event: Event) -> Moment | None:
    return next((child.start for child in event.sub_events if child.start), None)


def _venue_before(view: EventView) -> Passage | None:
    """Where the event was to be held before it was last changed, if that was elsewhere."""
    change = view.event.changes[-1] if view.event.changes else None
    before = change.previous_place if change and is_printed(change, "previous_place") else None
    online = view.event.status is Status.MOVED_ONLINE
    if before is None or not (online or before != place_of(view.localizer.record, view.event)):
        return None
    return Passage(view.localizer.place(before), frozenset({f"places.{before}"}))


def _reason(view: EventView) -> Passage | None:
    change = view.event.changes[-1] if view.event.changes else None
    reason = change.reason if change and is_printed(change, "reason") else None
    if reason is None:
        return None
    passage = view.localizer.prose(reason, "changes.reason", view.mentioned)
    stop = view.localizer.words["reason_stop"]
    return Passage(passage.text.rstrip(".。") + stop, passage.facts)


def _is_told(view: EventView, place: str) -> bool:
    entry = view.localizer.record.find("places", place)
    return is_printed(view.event, "place") and (entry is None or is_printed(entry, "name"))


def _venue(view: EventView, form: str = "") -> Passage | None:
    place = place_of(view.localizer.record, view.event)
    if place is None or not _is_told(view, place):
        return None
    name = view.localizer.place(place, form)
    room = view.localizer.optional(view.event.room) if is_printed(view.event, "room") else None
    return Passage(
        view.localizer.words["venue_name" if form == "full" else "venue"].format(place=name, room=room)
        if room
        else name,
        frozenset({f"places.{place}"}),
    )


def _address(view: EventView) -> Passage | None:
    """Street and town of the place, for those who do not know the way; told once."""
    hall = place_of(view.localizer.record, view.event)
    place = view.localizer.record.find("places", hall) if hall else None
    if hall is None or place is None or place.address is None or not _is_told(view, hall):
        return None
    fact = f"places.{hall}.address"
    if fact in view.mentioned or not is_printed(place, "address"):
        return None
    parts = {name: view.localizer.optional(getattr(place.address, name)) for name in ("street", "locality")}
    told = {name: Passage(text) for name, text in parts.items() if text}
    passage = first_filled([view.localizer.words["address"]], told.get) if "street" in told else None
    return passage and passage + Passage("", frozenset({fact}))


def _city(view: EventView) -> Passage | None:
    hall = place_of(view.localizer.record, view.event)
    if hall is None or (place := view.localizer.record.find("places", hall)) is None:
        return None
    city = place.within if is_printed(place, "within") else None
    if city is None or not (_is_told(view, hall) and _is_told(view, city)):
        return None
    name = view.localizer.place(city)
    if name in view.localizer.place(hall):
        return None  # the name of the place says it
    return Passage(name, frozenset({f"places.{city}"}))


def _cities(view: EventView) -> Passage | None:
    """Where an event is held that has no place of its own: the cities of its sessions, if all are known."""
    record, held = view.localizer.record, _held(view.event)
    if view.verb != "hold" or not held or place_of(record, view.event) is not None:
        return None
    cities = [_city(EventView(session, view.localizer, view.mentioned)) for session in held]
    told = dict.fromkeys(city for city in cities if city is not None)
    if None in cities:
        return None
    names = joined([city.text for city in told], "and", view.localizer.language)
    return Passage(names, frozenset().union(*(city.facts for city in told)))


def _held(event: Event) -> list[Event]:
    off = (Status.CANCELLED, Status.POSTPONED, Status.MOVED_ONLINE)
    return [session for session in event.sub_events if session.status not in off]


def _officials(view: EventView) -> Passage | None:
    if view.tense == "future":
        return None  # nobody has attended an event that is still to come
    return officials(view.event, view.localizer, view.short(view.event) or "", view.mentioned)


def _people(modality: Modality) -> Callable[[EventView], Passage | None]:
    return lambda view: listed(view.event, modality, view.localizer, view.mentioned)


def _invited_part(view: EventView, part: int) -> Passage | None:
    """The people invited by name, or whoever was invited besides."""
    both = people_and_more(view.event, Modality.INVITED, view.localizer, view.mentioned)
    return both[part] if both else None


def _theme(view: EventView) -> Passage | None:
    theme = view.event.theme
    if theme is None:
        return None
    words = view.localizer.text(theme, f"events.{view.event.id}.theme")
    return view.fact(view.localizer.quoted(words), "theme")


def _theme_mark(view: EventView) -> Passage | None:
    return Passage(stand_in_mark(view.localizer, view.event.theme, "theme"))


def _phrases(view: EventView, phrases: Sequence[Texts], field: str, kind: str = "phrases") -> Passage | None:
    if not phrases:
        return None
    passages = [view.localizer.prose(p, f"events.{view.event.id}.{field}", view.mentioned) for p in phrases]
    facts = frozenset({f"events.{view.event.id}.{field}"}).union(*(p.facts for p in passages))
    return Passage(joined([p.text for p in passages], kind, view.localizer.language), facts)


def _aims(view: EventView) -> Passage | None:
    return _phrases(view, view.event.aims, "aims")


def _strands(view: EventView) -> Passage | None:
    strands = view.event.programme.strands if view.event.programme else []
    return _phrases(view, strands, "programme", kind="and")


def _highlights(view: EventView) -> Passage | None:
    return _phrases(view, view.event.programme.highlights if view.event.programme else [], "programme")


def _counts(view: EventView) -> Passage | None:
    references = view.event.programme.counts if view.event.programme else []
    if not references:
        return None
    written = [view.localizer.figure(reference) for reference in references]
    return Passage(
        joined(written, "and", view.localizer.language),
        frozenset(f"figures.{reference}" for reference in references),
    )


def _verb(view: EventView) -> Passage:
    forms = view.localizer.words["verbs"][view.verb]
    return Passage(forms.get(view.phase) or forms[view.tense])


def _status(view: EventView) -> Passage | None:
    word = view.localizer.words["status"].get(view.event.status.value)
    return Passage(word, frozenset({f"events.{view.event.id}.status"})) if word else None


SLOTS: dict[str, Callable[[EventView], Passage | None]] = {
    "address": _address,
    "aims": _aims,
    "attended": lambda view: also_present(view.event, view.localizer, view.mentioned),
    "cities": _cities,
    "city": _city,
    "confirmed": _people(Modality.CONFIRMED),
    "counts": _counts,
    "date": days.event_date,
    "date_before": days.date_before,
    "day": days.day,
    "event": _event,
    "event_short": _event_short,
    "event_this": _event_this,
    "expected": _people(Modality.EXPECTED),
    "from_to": days.from_to,
    "highlights": _highlights,
    "invited": _people(Modality.INVITED),
    "invited_besides": lambda view: _invited_part(view, 1),
    "invited_first": lambda view: _invited_part(view, 0),
    "length": days.length,
    "name": _event,
    "officials": _officials,
    "near_date": days.near_date,
    "new_date": days.unless_told(days.on_date),
    "new_days": days.unless_told(days.from_to),
    "on_date": days.on_date,
    "on_when": days.on_when,
    "ordinal": _ordinal,
    "parent": lambda view: view.name(view.parent),
    "reason": _reason,
    "series": lambda view: view.name(view.series),
    "series_attr": lambda view: days.duration(view, view.series, "attr"),
    "series_dates": days.series_dates,
    "series_length": lambda view: days.duration(view, view.series, "long"),
    "series_short": lambda view: Passage(view.short(view.series) or "") if view.series else None,
    "speakers": _people(Modality.SPOKE),
    "status": _status,
    "strands": _strands,
    "talks": lambda view: talks(view.event, view.localizer, view.mentioned),
    "theme": _theme,
    "theme_mark": _theme_mark,
    "time": days.time_of_day,
    "venue": _venue,
    "venue_before": _venue_before,
    "when": days.when,
    "venue_name": lambda view: _venue(view, "full"),
    "verb": _verb,
}
