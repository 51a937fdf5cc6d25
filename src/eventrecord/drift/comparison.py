"""Two editions of one text: which facts they share, how those differ, what only one of them states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eventrecord.diagnostic import Severity
from eventrecord.drift.names import Edition, names_differ
from eventrecord.facts.comparing import Pair, aligned, slip
from eventrecord.facts.name_table import name_table
from eventrecord.facts.named import Named, named_things
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.stated import Stated
from eventrecord.message import Message, say
from eventrecord.model.record import Record

__all__ = ["Comparison", "Drift", "compare"]


@dataclass(frozen=True, slots=True)
class Drift:
    """One thing that sets two editions apart; a side is None where it is about the other alone."""

    rule: str
    severity: Severity
    message: Message
    a: Stated | Named | None
    b: Stated | Named | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The facts of two editions, paired, and what follows from that."""

    pairs: tuple[Pair, ...]
    only_a: tuple[Stated, ...]
    only_b: tuple[Stated, ...]
    findings: tuple[Drift, ...]


_SEVERITY = {
    "value-differs": Severity.ERROR,
    "unit-differs": Severity.ERROR,
    "qualifier-differs": Severity.WARNING,
    "rounded": Severity.INFO,
}
"""How grave a verdict is to an editor; equal facts are no finding."""


def compare(  # noqa: PLR0913  # two texts, and what is known of both
    a: str,
    b: str,
    tag_a: str,
    tag_b: str,
    date_a: date | None = None,
    date_b: date | None = None,
    *,
    terms: Path | None = None,
    record: Record | None = None,
) -> Comparison:
    """Hold one edition of a text against another.

    Args:
        a: the first edition.
        b: the second edition.
        tag_a: locale of the first.
        tag_b: locale of the second.
        date_a: day of publication of the first, which tells what today and a bare 15th are.
        date_b: day of publication of the second; that of the first unless given.
        terms: a folder of terms, or a CSV file of terms or names; the terminology base is known without.
        record: a record that tells who and what the texts may name.

    Raises:
        UnknownNameError: there is no such locale.
        TermsError: the terms cannot be used.
    """
    facts_a, facts_b = stated_facts(a, tag_a, date_a), stated_facts(b, tag_b, date_b or date_a)
    pairs, only_a, only_b = aligned(facts_a, facts_b)
    findings = [*_differing(pairs), *_alone(only_a, "a"), *_alone(only_b, "b")]
    names = name_table(terms, record)
    named_a, named_b = named_things(a, tag_a, names, date_a), named_things(b, tag_b, names, date_b or date_a)
    editions = Edition(a, tag_a, tuple(named_a), names), Edition(b, tag_b, tuple(named_b), names)
    findings += (Drift(*parting) for parting in names_differ(*editions))
    findings.sort(key=lambda found: (found.severity.rank, _place(found)))
    return Comparison(tuple(pairs), tuple(only_a), tuple(only_b), tuple(findings))


def _differing(pairs: list[Pair]) -> Iterator[Drift]:
    for pair in pairs:
        if pair.verdict != "equal":
            yield Drift(pair.verdict, _SEVERITY[pair.verdict], _message(pair), pair.a, pair.b)


def _alone(facts: list[Stated], side: str) -> Iterator[Drift]:
    for fact in facts:
        said = say("only one text states {surface}", surface=fact.surface)
        a, b = (fact, None) if side == "a" else (None, fact)
        yield Drift(f"only-{side}", Severity.INFO, said, a, b)


def _message(pair: Pair) -> Message:
    said = say("{first} and {second}", first=pair.a.surface, second=pair.b.surface)
    times = slip(pair.a, pair.b) if pair.verdict == "value-differs" else None
    if times:
        return say("{said}: off by {times:,}×", said=said, times=times)
    return say("{said}: {how}", said=said, how=_HOW[pair.verdict])


_HOW = {
    "value-differs": say("the values differ"),
    "unit-differs": say("the units differ"),
    "qualifier-differs": say("one is more, or more exact, than the other"),
    "rounded": say("one is rounded"),
}


def _place(found: Drift) -> tuple[int, int]:
    return (found.a.start if found.a else found.b.start if found.b else 0), 0 if found.a else 1
