"""How a departure is told: rule, severity, and one sentence with what the text and what the record say."""

from __future__ import annotations

from dataclasses import replace

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import Verdict, slip
from eventrecord.drift.checking.known import Known
from eventrecord.drift.checking.names import Name
from eventrecord.drift.qualifiers import QUALIFIERS
from eventrecord.localize.stated import Stated
from eventrecord.localize.writing import written, written_number
from eventrecord.message import Message, Written, say
from eventrecord.model.figure import Qualifier

__all__ = [
    "differing",
    "named_otherwise",
    "number_otherwise",
    "post_left_out",
    "record_value",
    "reworded",
]

_SEVERITIES = {
    "value-differs": Severity.ERROR,
    "unit-differs": Severity.ERROR,
    "qualifier-differs": Severity.WARNING,
    "rounded": Severity.INFO,
    "name-differs": Severity.ERROR,
    "venue-differs": Severity.ERROR,
    "post-differs": Severity.ERROR,
    "contact-differs": Severity.ERROR,
    "term-drift": Severity.WARNING,
    "scope-differs": Severity.WARNING,
}
"""How grave it is to an editor when a text differs so from its record."""

_NAMED = {
    "people": "name-differs",
    "posts": "post-differs",
    "post": "post-differs",
    "contacts": "contact-differs",
    "terms": "term-drift",
    "counted": "scope-differs",
    "wholes": "scope-differs",
}
"""The rule that tells of another name, by its kind; of other kinds it is name-differs."""


def differing(found: Verdict, told: Stated, fact: Stated, surface: str, known: Known | None) -> Departure:
    """A number, day or time that is not what the record says; `surface` is how an edition states it."""
    severity = _SEVERITIES.get(found, Severity.INFO)
    rule: str = found
    if found == "equal":  # nearly and at most: told a little otherwise
        rule = "qualifier-differs"
    said = say("the text says {surface}, the record {said}", surface=told.surface, said=surface)
    times = slip(fact, told) if found == "value-differs" else None
    if times:
        said = say("{said}: off by {times}×", said=said, times=written_number(times))
    elif rule == "unit-differs":
        said = say("{said}: the units differ", said=said)
    elif rule == "qualifier-differs":
        told_as, known_as = QUALIFIERS[told.qualifier], QUALIFIERS[fact.qualifier]
        if told.qualifier is fact.qualifier:
            said = say("{said}: qualified otherwise", said=said)
        else:
            said = say("{said}: {first} against {second}", said=said, first=told_as, second=known_as)
        if _is_turned(fact.qualifier, told.qualifier):
            said = say("{said}, and both cannot be true", said=said)
    elif rule == "rounded":
        said = say("{said}: rounded", said=said)
    departure = _departure(rule, severity, said, told.start, told.end, told.surface, known)
    return replace(departure, path=known.way(told)) if known else departure


def _is_turned(known: Qualifier, told: Qualifier) -> bool:
    """Whether one says that a number is below what is told, and the other that it is above."""
    return (known in _BELOW and told in _ABOVE) or (known in _ABOVE and told in _BELOW)


_BELOW = frozenset({Qualifier.NEARLY, Qualifier.LESS_THAN})
_ABOVE = frozenset({Qualifier.MORE_THAN})


def reworded(text: str, place: tuple[int, int], surface: str, known: Known | None) -> Departure:
    """A number, day or time that was changed into what cannot be read as one."""
    words = text[slice(*place)]
    grave = any(character.isdigit() for character in words)
    said = say("the text says {surface}, the record {said}", surface=words, said=surface)
    severity = Severity.ERROR if grave else Severity.WARNING
    return _departure("value-differs", severity, said, *place, words, known)


def number_otherwise(text: str, place: tuple[int, int], surface: str) -> Departure:
    """Digits that differ from those of the edition, in what is no figure."""
    words = text[slice(*place)]
    said = say("the text says {surface}, the edition of the record {said}", surface=words, said=surface)
    return Departure("number-differs", Severity.WARNING, said, *place, words)


def named_otherwise(words: str, place: tuple[int, int], surface: str, name: Name) -> Departure:
    """A name, post or address that is not the record's."""
    said = say("the text says {surface}, the record {said}", surface=words, said=surface)
    is_place = name.kind == "places" and name.fact.startswith("places.")  # no partner of a figure
    rule = "venue-differs" if is_place else _NAMED.get(name.kind, "name-differs")
    return Departure(rule, _SEVERITIES[rule], said, *place, words, name.path, name.record)


def post_left_out(
    text: str, place: tuple[int, int], surface: str, post: Name, *, official: bool
) -> Departure:
    """Somebody without a post that the edition tells, grave of an official; the place is that of the name."""
    name = text[slice(*place)]
    said = say("the text leaves out what {name} is: {surface}", name=name, surface=surface)
    severity = Severity.ERROR if official else Severity.INFO
    return Departure("post-left-out", severity, said, *place, name, post.path, post.record)


def record_value(known: Known) -> Written:
    """A fact as the record has it, for messages: nearly RMB 210 billion, five days."""
    return written(known.stated)


def _departure(
    rule: str,
    severity: Severity,
    said: Message,
    start: int,
    end: int,
    surface: str,
    known: Known | None,
) -> Departure:
    path, record = (known.path, known.record) if known else ((), "")
    return Departure(rule, severity, said, start, end, surface, path, record)
