"""Two editions of one text: which facts they share, how those differ, what only one of them states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.around import around_differ, periods_alone, reaching
from eventrecord.drift.comparing.drift import Drift
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.naming import names_differ
from eventrecord.drift.comparing.setting import setting_slips
from eventrecord.drift.qualifiers import QUALIFIERS
from eventrecord.drift.reckoned import with_day
from eventrecord.facts.inside import faults
from eventrecord.facts.name_table import name_table
from eventrecord.facts.named import named_things
from eventrecord.facts.pairing import Match, Pair, aligned
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.surroundings import surrounded
from eventrecord.facts.told import Told
from eventrecord.localize.data import inherited
from eventrecord.localize.nearest import text_locale
from eventrecord.localize.stated import Stated
from eventrecord.localize.writing import written_number
from eventrecord.message import Message, say
from eventrecord.model.figure import Qualifier
from eventrecord.model.record import Record

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The facts of two editions, paired, and what follows from that."""

    pairs: tuple[Pair, ...]
    only_a: tuple[Stated, ...]
    only_b: tuple[Stated, ...]
    findings: tuple[Drift, ...]


_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
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
    tag_a, tag_b, date_b = text_locale(tag_a), text_locale(tag_b), date_b or date_a
    told_a, told_b = (
        surrounded(a, stated_facts(a, tag_a, date_a), tag_a),
        surrounded(b, stated_facts(b, tag_b, date_b), tag_b),
    )
    matches, only_a, only_b = aligned(told_a, told_b)
    only_a, only_b = _without_named_years(only_a, b), _without_named_years(only_b, a)
    names = name_table(terms, record)
    named_a, named_b = named_things(a, tag_a, names, date_a), named_things(b, tag_b, names, date_b)
    editions = NamedText(a, tag_a, tuple(named_a), names), NamedText(b, tag_b, tuple(named_b), names)
    findings = [
        *_differing(matches, (a, b)),
        *around_differ(matches, (a, b), (told_a, told_b)),
        *(Drift(*parting) for parting in names_differ(*editions)),
        *(Drift(*parting) for parting in setting_slips(editions[0])),
        *(Drift(*parting.turned) for parting in setting_slips(editions[1])),
        *(Drift(*fault, None) for fault in faults(a, told_a, tag_a, date_a)),
        *(Drift(*fault[:3], None, fault.fact) for fault in faults(b, told_b, tag_b, date_b)),
        *_alone(
            _weighty(only_a, a, tag_a),
            "a",
            periods_alone(only_a, [(one.a, one.b) for one in matches], told_b),
        ),
        *_alone(
            _weighty(only_b, b, tag_b),
            "b",
            periods_alone(only_b, [(one.b, one.a) for one in matches], told_a),
        ),
    ]
    sides = (tag_a, date_a), (tag_b, date_b)
    findings = [_with_days(found, *sides) for found in findings]
    findings.sort(key=lambda found: (found.severity.rank, _place(found)))
    return Comparison(
        tuple(match.pair for match in matches),
        tuple(one.fact for one in only_a),
        tuple(one.fact for one in only_b),
        tuple(findings),
    )


def _with_days(found: Drift, a: tuple[str, date | None], b: tuple[str, date | None]) -> Drift:
    """The finding with the days that its texts mean by yesterday or Tuesday."""
    said = with_day(with_day(found.message, found.a, *a), found.b, *b)
    return found if said is found.message else replace(found, message=said)


def _differing(matches: list[Match], texts: tuple[str, str]) -> Iterator[Drift]:
    for match in matches:
        if match.verdict != "equal":
            sides = [_whole(match, told, text) for told, text in zip((match.a, match.b), texts, strict=True)]
            yield Drift(match.verdict, _severity(match), _message(match, *sides), *sides)


def _severity(match: Match) -> Severity:
    """How grave it is; less so where both count things of one kind, which languages may call by either."""
    is_of_one_kind = match.verdict == "unit-differs" and bool(match.a.kinds & match.b.kinds)
    return Severity.WARNING if is_of_one_kind else _SEVERITY[match.verdict]


def _whole(match: Match, told: Told, text: str) -> Stated:
    """A fact with its measure; or, where that differs, with words a little apart that say how exact it is."""
    apart = match.verdict == "qualifier-differs" and told.fact.qualifier is Qualifier.EXACTLY
    if apart and told.hints.keys:
        return reaching(told, told.hints, text)
    end = told.unit_end or told.fact.end
    return told.fact._replace(surface=text[told.fact.start : end], end=end)


def _without_named_years(facts: list[Told], other: str) -> list[Told]:
    """Facts without years that the other text has within a name: Shanghai 2022, 2022上海国际生物医药周."""
    years = set(_YEAR.findall(other))
    return [one for one in facts if one.fact.kind != "year" or str(one.fact.value) not in years]


def _weighty(facts: list[Told], text: str, tag: str) -> list[Told]:
    """Facts without numbers that state none: 一名教师 is a teacher, and 每五个 a part of one in five."""
    words = inherited(tag, "telling")["articles"]

    def is_article(fact: Stated) -> bool:
        if fact.kind not in ("count", "ordinal"):
            return False
        before = text[max(0, fact.start - 1) : fact.start]
        is_one = fact.value == 1 and re.search(words["one"], fact.surface) is not None
        return is_one or re.search(words["each"], before) is not None

    return [one for one in facts if not is_article(one.fact)]


def _alone(facts: list[Told], side: str, periods: frozenset[int]) -> Iterator[Drift]:
    for fact in (one.fact for one in facts):
        a, b = (fact, None) if side == "a" else (None, fact)
        if fact.start in periods:
            said = say("{surface}: one text alone says over which years", surface=fact.surface)
            yield Drift("scope-differs", Severity.WARNING, said, a, b)
        else:
            said = say("only one text states {surface}", surface=fact.surface)
            yield Drift(f"only-{side}", Severity.INFO, said, a, b)


def _message(match: Match, first: Stated, second: Stated) -> Message:
    pair = match.pair
    if pair.verdict == "qualifier-differs":
        said = [QUALIFIERS[_qualifier(told)] for told in (match.a, match.b)]
        how = say("{first} against {second}", first=said[0], second=said[1])
    elif pair.times:
        how = say("off by {times}×", times=written_number(pair.times))
    else:
        how = _HOW[pair.verdict]
    return say("{first} and {second}: {how}", first=first.surface, second=second.surface, how=how)


def _qualifier(told: Told) -> Qualifier:
    """How exact a number is told to be, right beside it or a little apart."""
    if told.fact.qualifier is not Qualifier.EXACTLY:
        return told.fact.qualifier
    return next((said for key, said in _HINTED.items() if key in told.hints.keys), Qualifier.EXACTLY)


_HINTED = {
    "above": Qualifier.MORE_THAN,
    "below": Qualifier.AT_MOST,
    "nearly": Qualifier.NEARLY,
    "about": Qualifier.ABOUT,
}
_HOW = {
    "value-differs": say("the values differ"),
    "unit-differs": say("the units differ"),
    "rounded": say("one is rounded"),
}


def _place(found: Drift) -> tuple[int, int]:
    return (found.a.start if found.a else found.b.start if found.b else 0), 0 if found.a else 1
