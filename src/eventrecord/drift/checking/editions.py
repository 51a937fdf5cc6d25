"""The editions that a record makes of its releases, by sentences, and which fact stands where in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from eventrecord.drift.checking.contacts import contacts_in
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.known import Known
from eventrecord.drift.checking.names import Name, NameFinder
from eventrecord.drift.checking.pieces import Piece, pieces
from eventrecord.errors import EventRecordError, UnknownNameError
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.stated import Stated
from eventrecord.localize.styles import style_names
from eventrecord.message import say
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.settings import Settings
from eventrecord.story import Story, compose, edition_localizer

__all__ = ["Edition", "Spot", "editions_of", "localizers_of", "releases_of"]

_BESIDE = {"counted": 2, "wholes": 40}
"""How far from its number what a figure counts, or is a share of, stands at most."""
_NUMBER = 3
"""Characters of the noun that a number may have taken in: the measure word."""


class Spot(NamedTuple):
    """Where a sentence of an edition states a fact: what it states, or what it names."""

    start: int
    end: int
    what: Stated | Name
    known: Known | None = None


class Edition(NamedTuple):
    """One edition of a release in one house style."""

    release: Release
    today: date | None
    """Its day of issue."""
    text: str
    sentences: tuple[Piece, ...]
    spots: tuple[tuple[Spot, ...], ...]
    """Of each sentence, what is in it."""
    facts: frozenset[str]
    """Every fact that its story says it states."""


def releases_of(record: Record, tag: str, release: str | None) -> list[Release]:
    """The releases that a text in that language may be of.

    Raises:
        UnknownNameError: there is none of that id.
    """
    if release is not None:
        found = [one for one in record.releases if one.id == release]
        if not found:
            raise UnknownNameError(
                say("release of {id}", id=record.id), release, [one.id for one in record.releases]
            )
        return found
    own = [one for one in record.releases if not one.locales or tag in one.locales]
    return own or list(record.releases)


def localizers_of(
    record: Record, release: Release | None, tag: str, settings: Settings
) -> Iterator[Localizer]:
    """Localizers of drafts in every house style of the language, the release's own first."""
    own = edition_localizer(record, release, tag, settings, draft=True)
    yield own
    for style in style_names(tag, settings.own_styles):
        if style != own.language.style_name:
            styled = release.model_copy(update={"style": {tag: style}}) if release else None
            yield (
                edition_localizer(record, styled, tag, settings, draft=True)
                if styled
                else Localizer(record, tag, settings, style=style, draft=True)
            )


def editions_of(
    release: Release, localizers: Iterable[Localizer], finder: NameFinder, known: KnownFacts
) -> Iterator[Edition]:
    """The release in each house style; one that cannot be composed is passed over."""
    seen: set[str] = set()
    for localizer in localizers:
        try:
            story = compose(localizer, release)
        except EventRecordError:
            continue
        text = "\n".join(lines_of(story))
        if text in seen:
            continue
        seen.add(text)
        sentences = tuple(pieces(text, localizer.tag))
        spots = sorted(_spots(text, localizer, finder, known), key=lambda spot: (spot.start, -spot.end))
        yield Edition(
            release,
            localizer.today,
            text,
            sentences,
            tuple(_in(sentences, spots)),
            story.facts,
        )


def lines_of(story: Story) -> Iterator[str]:
    """The lines of a story, as a text has them."""
    lines = [story.banner, story.headline, story.subheadline, story.date_line]
    for number, paragraph in enumerate(story.paragraphs):
        lines.append(f"{'' if number else story.dateline}{paragraph.text}")
        lines += [f"- {item}" for item in paragraph.items]
    lines += [story.end_mark, story.foot, *story.contacts, *story.notes]
    return (line for line in lines if line)


def _spots(text: str, localizer: Localizer, finder: NameFinder, known: KnownFacts) -> Iterator[Spot]:
    ends: dict[str, list[int]] = {}
    for stated in stated_facts(text, localizer.tag, localizer.today):
        right = known.recognized(stated)
        if right is not None:
            ends.setdefault(right.fact, []).append(stated.end)
        yield Spot(stated.start, stated.end, stated, right)
    for spotted in finder.find(text):
        beside = _BESIDE.get(spotted.name.kind)
        own = ends.get(spotted.name.fact, ())
        if beside is None or any(-_NUMBER < spotted.start - end <= beside for end in own):
            yield Spot(spotted.start, spotted.end, spotted.name)
    for start, end, contact in contacts_in(text, localizer.record):
        yield Spot(start, end, contact)


def _in(sentences: Sequence[Piece], spots: Sequence[Spot]) -> Iterator[tuple[Spot, ...]]:
    place = 0
    for sentence in sentences:
        while place < len(spots) and spots[place].start < sentence.start:
            place += 1
        own = []
        while place < len(spots) and spots[place].start < sentence.end:
            own.append(spots[place])
            place += 1
        yield tuple(own)
