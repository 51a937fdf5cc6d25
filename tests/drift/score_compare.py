"""How well two editions are compared: `python tests/drift/score_compare.py [-v]` prints what is found."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import pairs
import variants
from pairs import HARMLESS as NO_DRIFT

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing import Comparison, compare
from eventrecord.facts.named import Named
from eventrecord.localize.stated import Stated

__all__ = ["Alarm", "alarms", "compared", "found", "main"]

_WITHIN = {
    "weekday-differs": {"weekday-mismatch"},
    "verb-differs": {"award-differs", "tense-differs"},
    "sum-differs": {"conversion-mismatch", "growth-mismatch", "share-mismatch", "sum-mismatch"},
}
"""What labels call a fault within one text, and the rules that tell of it."""
Span = tuple[int, int]
_TERMS = variants.SETS[0].terms


class Alarm(NamedTuple):
    """A finding that an editor has to look at: its rule, message and place in each text."""

    rule: str
    message: str
    a: Span | None
    b: Span | None

    def touches(self, a: Span | None, b: Span | None) -> bool:
        """Whether it is about these words of either text."""
        return _overlap(self.a, a) or _overlap(self.b, b)


def alarms(both: Comparison) -> list[Alarm]:
    """What is more than information."""
    told = (found for found in both.findings if found.severity is not Severity.INFO)
    return [Alarm(drift.rule, str(drift.message), _span(drift.a), _span(drift.b)) for drift in told]


def found(variant: variants.Variant, terms: Path = _TERMS) -> list[Alarm]:
    """Alarms about the changed words, or about the other text alone where words are left out."""
    side = 0 if variant.side == "a" else 1
    start, end = variant.span
    near = (start - 1, end + 1) if start == end else variant.span
    spans = (near, None) if side == 0 else (None, near)
    told = alarms(compared(*variant.pair, terms))
    return [one for one in told if one.touches(*spans) or (one.a, one.b)[side] is None]


def main(*, verbose: bool) -> None:
    """Print a table for pairs, and for planted drift and harmless variations of each set."""
    _score_pairs(verbose=verbose)
    for one in variants.SETS:
        print(f"\n{one.name}")
        _score_mutations(one, verbose=verbose)
        _score_harmless(one, verbose=verbose)


def _score_pairs(*, verbose: bool) -> None:
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    told: Counter[str] = Counter()
    drifting = touched = alarming = true_alarms = 0
    for pair in pairs.pairs():
        both = compared(pair.a, pair.b)
        verdicts = dict(_verdicts(pair, both))
        raised = alarms(both)
        for number, (verdict, _) in pair.verdicts.items():
            spans = pair.a.spans.get(number), pair.b.spans.get(number)
            wanted[verdict] += 1
            right[verdict] += verdicts.get(number) == verdict
            if verdicts.get(number) != verdict and verbose:
                surfaces = [side.surface(number) for side in (pair.a, pair.b) if number in side.spans]
                print(f"{pair.name} {number}: {verdict}, told {verdicts.get(number)}: {surfaces}")
            if verdict not in NO_DRIFT:
                drifting += 1
                touched += any(alarm.touches(*spans) for alarm in raised)
        told.update(verdicts.values())
        for alarm in raised:
            alarming += 1
            true = any(
                alarm.touches(pair.a.spans.get(number), pair.b.spans.get(number))
                for number, (verdict, _) in pair.verdicts.items()
                if verdict not in NO_DRIFT
            )
            true_alarms += true
            if verbose and not true:
                print(f"{pair.name}: false alarm {alarm}")
    print("pairs of releases")
    for verdict in sorted(wanted | told):
        print(f"    {verdict:<22} {_line(right[verdict], told[verdict], wanted[verdict])}")
    print(f"    any drift touched      {_line(touched, touched + alarming - true_alarms, drifting)}")


def _verdicts(pair: pairs.Pair, both: Comparison) -> Iterator[tuple[int, str]]:
    """What is told of each numbered fact; alarms about names, posts and places by their rule."""
    for number in pair.verdicts:
        a, b = pair.a.spans.get(number), pair.b.spans.get(number)
        verdicts: list[str] = [
            couple.verdict
            for couple in both.pairs
            if _overlap(_span(couple.a), a) and _overlap(_span(couple.b), b)
        ]
        verdicts += [alarm.rule for alarm in alarms(both) if alarm.touches(a, b)]
        if not verdicts and b is None and any(_overlap(_span(fact), a) for fact in both.only_a):
            verdicts = ["only-a"]
        if not verdicts and a is None and any(_overlap(_span(fact), b) for fact in both.only_b):
            verdicts = ["only-b"]
        if not verdicts and pair.verdicts[number].verdict == "equal" and not _is_figure(pair, number):
            verdicts = ["equal"]
        if verdicts:
            yield number, verdicts[0]


def _is_figure(pair: pairs.Pair, number: int) -> bool:
    """Whether it has a digit or a numeral, and is no name or post, which nobody pairs if it agrees."""
    return len(pair.a.surface(number).split()) <= 5 or any(map(str.isdigit, pair.a.surface(number)))


def _score_mutations(told: variants.Set, *, verbose: bool) -> None:
    kinds: Counter[str] = Counter()
    right: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for variant in _all(told.mutations):
        raised = found(variant, told.terms)
        kind = variant.rule or ""
        kinds[kind] += 1
        right[kind] += bool(raised)
        rules[kind] += _is_such(kind, raised)
        if verbose and not _is_such(kind, raised):
            missed = "other rule" if raised else "missed"
            print(f"{variant.place}: {missed} {kind} {[alarm.rule for alarm in raised]}\n{_texts(variant)}")
    print(f"mutations              {_share(right.total(), kinds.total())} found")
    for kind, number in sorted(kinds.items()):
        print(f"    {kind:<22} {_share(right[kind], number)}, as such {rules[kind]}")


def _is_such(kind: str, raised: Iterable[Alarm]) -> bool:
    return any(alarm.rule in {kind} | _WITHIN.get(kind, set()) for alarm in raised)


def _score_harmless(told: variants.Set, *, verbose: bool) -> None:
    kinds: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for variant in _all(told.harmless):
        raised = alarms(compared(*variant.pair, told.terms))
        kinds[variant.kind] += 1
        false[variant.kind] += bool(raised)
        if verbose and raised:
            print(f"{variant.place}: false alarm {_alarms(raised)}\n{_texts(variant)}")
    if kinds:
        print(f"harmless variations    {_share(false.total(), kinds.total())} raise an alarm")
    for kind, number in false.items():
        if number:
            print(f"    {kind:<22} {_share(number, kinds[kind])}")
    bases = {(v.a, v.b) for file in (told.mutations, told.harmless) for v in _all(file)}
    for terms in (told.terms, None):
        loud = [base for base in sorted(bases) if alarms(compared(*base, terms))]
        known = "" if terms else ", no names known"
        print(f"unchanged sentences    {_share(len(loud), len(bases))} raise an alarm{known}")
        for a, b in loud if verbose else ():
            print(f"false alarm {_alarms(alarms(compared(a, b, terms)))}\n    {a.text}\n    {b.text}")


def _all(file: Path | None) -> Iterator[variants.Variant]:
    return variants.variants(file) if file else iter(())


def compared(
    a: variants.Sentence | pairs.Side, b: variants.Sentence | pairs.Side, terms: Path | None = _TERMS
) -> Comparison:
    """Both texts compared, with the names of a table, or none."""
    return compare(a.text, b.text, a.tag, b.tag, a.today, b.today, terms=terms)


def _texts(variant: variants.Variant) -> str:
    return "\n".join(f"    {side.text}" for side in variant.pair)


def _alarms(told: Iterable[Alarm]) -> str:
    return "; ".join(f"{alarm.rule}: {alarm.message}" for alarm in told)


def _span(fact: Stated | Named | None) -> Span | None:
    return (fact.start, fact.end) if fact else None


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _share(part: int, whole: int) -> str:
    return f"{part / whole if whole else 0:.3f} ({part} of {whole})"


def _line(right: int, told: int, wanted: int) -> str:
    precision, recall = right / told if told else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  ({right} of {wanted}, {told} found)"


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)
