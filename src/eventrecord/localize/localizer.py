"""One record in one locale and house style: every name, number and date as that edition writes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping, Set
from datetime import date
from functools import cached_property
from typing import Any

from eventrecord.errors import MissingWordingError, StandInError, UnknownNameError
from eventrecord.localize import figures, people
from eventrecord.localize.calendar import dates
from eventrecord.localize.established import established_wordings, names_in
from eventrecord.localize.event_times import EventTimes
from eventrecord.localize.grammar import GRAMMARS, Grammar
from eventrecord.localize.language import Language, language
from eventrecord.localize.patterns import Passage
from eventrecord.localize.script import Established, convert, uncertain
from eventrecord.localize.terminology.base import Terminology, day_of, terminology
from eventrecord.localize.worded import Derived, Worded
from eventrecord.localize.wording import Choice, choose, tag_parents
from eventrecord.message import say
from eventrecord.model.agent import Organization, Person
from eventrecord.model.event import Event
from eventrecord.model.record import Record
from eventrecord.model.slot import Slot, parse_prose
from eventrecord.model.span import Moment
from eventrecord.model.text import Wording
from eventrecord.settings import Settings

__all__ = ["Derived", "Localizer", "Texts", "Worded"]

_BRACES = re.compile(r"(\{[a-z]+\.[^{}]*\})")
"""A slot, which conversion passes over."""

Texts = Mapping[str, str | Wording]
"""A text of the record: wordings per tag."""


class Localizer:
    """Writes the record's facts for one locale; what it says follows from what it is made from alone.

    Args:
        record: the record, with the records it builds on.
        tag: locale to write for, one of `locales/`.
        settings: the office's settings; they may name the house style.
        style: house style; else the settings', else the locale's own.
        draft: print a mark for a missing wording instead of refusing.
        stand_ins: let other languages' wordings stand in; else they are refused, except in drafts.
        today: day of issue: dates of the same year are written without it, and tense follows it.

    Raises:
        UnknownNameError: there is no such locale, or no such style.
    """

    def __init__(
        self,
        record: Record,
        tag: str,
        settings: Settings | None = None,
        *,
        style: str | None = None,
        draft: bool = False,
        today: date | None = None,
        stand_ins: bool = True,
    ) -> None:
        self.record, self.tag, self.draft, self.today, self.stand_ins = record, tag, draft, today, stand_ins
        self.ahead = False
        """Whether the text is told before the event, also where nobody knows when that will be."""
        self.dated = False
        """Whether the text stands below a dateline that tells the day of issue."""
        self.settings = settings or Settings()
        self.language: Language = language(
            tag, style or self.settings.style.get(tag), self.settings.own_styles
        )
        self.grammar: Grammar = GRAMMARS[self.language.family]
        self._established: dict[str, Established] = {}
        self._named: dict[str, frozenset[str]] = {}
        self.stories: dict[Hashable, Any] = {}  # of all localizers that stand beside each other

    @property
    def style(self) -> dict[str, Any]:
        """The house style's data."""
        return self.language.style

    @cached_property
    def terminology(self) -> Terminology:
        """What the record, the office and the base call things."""
        return terminology(self.record, self.settings)

    @property
    def words(self) -> dict[str, Any]:
        """The locale's words."""
        return self.language.words

    # Wordings

    def wording(self, text: Texts | None) -> Worded | None:
        """The words of a text for this locale, converted from another script where that is derived."""
        choice = choose(text, self.tag, self.record.derive) if text else None
        if choice is None:
            return None
        words, source = self._words(choice), choice.tag if choice.derived else None
        return Worded(words, choice.tag, choice.state, derived_from=source, stand_in=choice.stand_in)

    def _words(self, choice: Choice) -> str:
        if choice.stand_in:
            self._refuse(choice)
        return self._converted(choice.words, choice.tag) if choice.derived else choice.words

    def derived(self, text: Texts) -> Derived | None:
        """A derived wording as one would write it down, slots and all; None where it is not derived."""
        choice = choose(text, self.tag, self.record.derive)
        if choice is None or not choice.derived:
            return None
        source, fixed = choice.tag, self._fixed(choice.tag)
        parts = _BRACES.split(choice.words)
        made = "".join(
            part if place % 2 else self._converted(part, source) for place, part in enumerate(parts)
        )
        doubts = [uncertain(part, source, self.tag, fixed) for part in parts[::2]]
        return Derived(made, source, {sign: others for doubt in doubts for sign, others in doubt.items()})

    def _refuse(self, choice: Choice) -> None:
        if choice.stand_in and not (self.stand_ins or self.draft):
            raise StandInError(self.tag, choice.words, self.language.style_name)

    def text(self, text: Texts | None, path: str) -> str:
        """The words of a text; in a draft the locale's mark where there are none.

        Raises:
            MissingWordingError: there are none, and this is no draft.
            StandInError: another language's would stand in, and may not.
        """
        words = self.optional(text)
        if words is not None:
            return words
        if self.draft:
            return str(self.words["draft_mark"])
        raise MissingWordingError(path, self.tag)

    def optional(self, text: Texts | None) -> str | None:
        """The words of a text, or None where it is not there at all."""
        choice = choose(text, self.tag, self.record.derive) if text else None
        return self._words(choice) if choice else None

    def prose(self, prose: Texts | None, path: str, mentioned: Set[str] = frozenset()) -> Passage:
        """Prose with its slots filled, and the facts it states.

        `mentioned` holds the facts that the edition has stated before: a second mention is shorter.
        """
        choice = choose(prose, self.tag, self.record.derive) if prose else None
        if choice is None:
            return Passage(self.text(prose, path))
        if "{" not in choice.words and "}" not in choice.words:
            if choice.derived and not choice.stand_in:
                return Passage(self._converted(choice.words, choice.tag, prose=True))
            return Passage(self._words(choice))
        self._refuse(choice)
        passage, close = Passage(""), ""
        for part in parse_prose(choice.words):
            if isinstance(part, Slot):
                opening = not passage.text or passage.text.endswith(self.words["sentence_end"])
                filled = self.slot(part, mentioned | passage.facts)
                opening = opening and not (part.kind == "terms" and self._has_fixed_case(part.id))
                passage += Passage(self.grammar.sentence(filled.text), filled.facts) if opening else filled
                close = self._close(part, filled.text)
            else:
                text = self._converted(part, choice.tag, prose=True) if choice.derived else part
                text = close + text if close and re.match(r" \w", text) else text
                passage += Passage(text[1:] if self._stops_twice(passage.text, text) else text)
                close = ""
        return passage

    def _close(self, slot: Slot, text: str) -> str:
        """The comma between somebody's posts and what goes on: Lin Bo, director of the port, said."""
        close = str(self.words["people"].get("close", ""))
        told = close and slot.kind == "people" and text == self.person(slot.id)
        return close if told and self.person(slot.id, "posts") else ""

    def _stops_twice(self, before: str, after: str) -> bool:
        """Whether an abbreviation's full stop is that of the sentence, too: at 9 a.m."""
        stop = self.words["sentence_end"].strip()
        return before.endswith(stop) and after.startswith(stop) and not after.startswith(stop * 2)

    def _converted(self, words: str, source: str, *, prose: bool = False) -> str:
        fixed, converter = self._fixed(source), self.settings.converter
        if prose:
            made = {name: self._converted(name, source) for name in self._names(source) if name in words}
            fixed = Established({**made, **fixed.wordings}, fixed.people)
        return convert(words, source, self.tag, fixed, converter, prose=prose)

    def _names(self, source: str) -> frozenset[str]:
        if source not in self._named:
            self._named[source] = names_in(self.record, source)
        return self._named[source]

    def _fixed(self, source: str) -> Established:
        if source not in self._established:
            self._established[source] = established_wordings(
                self.record, source, self.tag, self.words, self.terminology
            )
        return self._established[source]

    def quoted(self, text: str) -> str:
        """Words that stand within quotation marks: their own marks become the inner ones."""
        outer, inner = self.words["quotes"]
        return text.translate(str.maketrans(outer, inner))

    # Slots

    def slot(self, slot: Slot, mentioned: Set[str] = frozenset()) -> Passage:
        """What a slot stands for; in short where it was mentioned before."""
        again = slot.fact in mentioned
        text = {
            "figures": self.figure,
            "people": self._person_again if again else self.person,
            "organizations": self._short if again else self.organization,
            "places": self._short_place if again else self.place,
            "events": self.event,
            "terms": self._short_term if again else self.term,
            "awards": self.award,
            "quotations": self.quotation,
        }[slot.kind](slot.id, slot.form)
        return Passage(text, frozenset({slot.fact}))

    def entry(self, kind: str, reference: str) -> Any:
        """The entry that a reference names.

        Raises:
            UnknownNameError: there is none.
        """
        found = self.record.find(kind, reference)
        if found is None:
            raise UnknownNameError(
                kind,
                reference,
                sorted(self.record.events() if kind == "events" else getattr(self.record, kind)),
            )
        return found

    # People and organizations

    def person(self, reference: str, form: str = "") -> str:
        """A person: with posts (`""`, `full`), the `name`, the `family` name, `posts` alone, or `again`."""
        return people.person_text(self, reference, form)

    def _person_again(self, reference: str, form: str) -> str:
        return self.person(reference, form or "again")

    def posts(self, person: Person, owner: str = "") -> str:
        """Posts, then memberships, in the record's order; empty if there are none.

        `owner` is the id of the related record that the person is of, if it is not this one.
        """
        return people.posts_text(self, person, owner)

    def shared_title(self, reference: str, *, again: bool = False) -> str | None:
        """What somebody is, in words for several who are the same; None where there are no such words."""
        return people.shared_title(self, reference, again=again)

    @cached_property
    def later_names(self) -> Counter[str]:
        """The short names of later mentions, and how many people of the record each could mean."""
        return people.later_names(self, self.record.people.values())

    def organization(self, reference: str, form: str = "") -> str:
        """An organization: as in a sentence; `full` without article; `short`; `abbr`; as in a `post`."""
        organization: Organization = self.entry("organizations", reference)
        path = f"organizations.{reference}.name"
        if form == "abbr":
            return self.optional(organization.abbreviation) or self.text(organization.name, path)
        if form == "post" and (in_posts := self.optional(organization.in_posts)):
            return in_posts
        if form == "short" and (short := self.optional(organization.short_name)):
            return short
        name = self.text(organization.name, path)
        return (
            str(self.words["article"].format(name=name)) if organization.article and form != "full" else name
        )

    def _short(self, reference: str, form: str) -> str:
        return self.organization(reference, form or "short")

    def place(self, reference: str, form: str = "") -> str:
        """A place: as in a sentence; `full` without article; `short`."""
        place = self.entry("places", reference)
        if form == "short" and (short := self.optional(place.short_name)):
            return short
        name = self.text(place.name, f"places.{reference}.name")
        return str(self.words["article"].format(name=name)) if place.article and form != "full" else name

    def _short_place(self, reference: str, form: str) -> str:
        return self.place(reference, form or "short")

    # Events, terms, awards, quotations

    def event(self, reference: str, form: str = "") -> str:
        """An event: its name, `short`, its `theme`, or when it is.

        Forms: `date` or `dates`; `weekday`, `day` (with its weekday), `time`, `zoned-time` of the start;
        `times` from start to end; `duration`, `attr` (five-day).
        """
        event: Event = self.entry("events", reference)
        path = f"events.{reference}"
        if form in ("date", "dates"):
            return self.dates(event) or self.text(None, f"{path}.start")
        if form in ("weekday", "day", "time", "times", "zoned-time"):
            return self._times.start(event, form) or self.text(None, f"{path}.start")
        if form in ("duration", "attr"):
            if event.duration is None:
                return self.text(None, f"{path}.duration")
            return dates.duration(event.duration, self.language, "attr" if form == "attr" else "long")
        if form == "theme":
            return self.text(event.theme, f"{path}.theme")
        short = self.optional(event.short_name) if form == "short" else None
        return short or self.text(event.name, f"{path}.name")

    def term(self, reference: str, form: str = "") -> str:
        """A term as it is called on the day of issue: `short` or `plural` where the language has that.

        Of the record, else of the office's terms, else of the terminology base.
        """
        concept = self.terminology.get(reference)
        if concept is None:
            raise UnknownNameError(say("term"), reference, sorted(self.record.terms))
        day = self.today or day_of(self.record)
        other = {"short": concept.short, "plural": concept.plural}.get(form)
        chosen = (other and self.optional(other(day))) or self.optional(concept.name(day))
        return chosen or self.text(concept.name(day), f"terms.{reference}")

    def _has_fixed_case(self, reference: str) -> bool:
        """Whether a term keeps its small letters at the beginning of a sentence too: mRNA."""
        return any(
            entry.case == "fixed" and entry.status == "preferred"
            for tag in tag_parents(self.tag)
            for entry in self.terminology[reference].terms.get(tag, ())
        )

    def _short_term(self, reference: str, form: str) -> str:
        return self.term(reference, form or "short")

    def award(self, reference: str, form: str = "") -> str:
        """An award's name."""
        return self.text(self.entry("awards", reference).name, f"awards.{reference}.name")

    def quotation(self, reference: str, form: str = "") -> str:
        """The words of a quotation, without marks."""
        return self.text(self.entry("quotations", reference).text, f"quotations.{reference}.text")

    # Figures and time

    def figure(self, reference: str, form: str = "") -> str:
        """A figure with qualifier, unit and noun.

        Forms: `full` with its period and conversion, `short` without the noun, `value` bare; `period`,
        `partners` or `date` alone, or `as-of` with its words.
        """
        return figures.figure_in(self, reference, form)

    def territory(self, code: str) -> str:
        """A country or territory as the locale's house list, else CLDR, names it."""
        return figures.territory_in(self, code)

    def moment(self, moment: Moment, *, year: bool | None = None) -> str:
        """A moment as precisely as it is known; the year is left out where it is that of the issue."""
        return self._times.moment(moment, year=year)

    def near(self, moment: Moment) -> str | None:
        """A day by its distance from the day of issue, where the style tells it so: 今（16）日, Friday."""
        return self._times.near(moment.day)

    def dates(self, event: Event) -> str | None:
        """The day or days of an event; None where its start is not known."""
        return self._times.dates(event)

    def clock(self, moment: Moment, event: Event) -> str | None:
        """The time of day where one is known."""
        return self._times.clock(moment, event)

    def clock_span(self, start: Moment, end: Moment, event: Event) -> str | None:
        """From one time of day to another, where both are known."""
        return self._times.clock_span(start, end, event)

    def zone(self, event: Event) -> str | None:
        """The time zone of an event: its own, or that of the nearest event above it."""
        return self._times.zone(event)

    @cached_property
    def _times(self) -> EventTimes:
        return EventTimes(self.record, self.language, self.today, dated=self.dated)
