"""Shares of one whole that are more than all of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction as Ratio

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import listed, say
from eventrecord.model.amount import Amount, Fraction
from eventrecord.model.figure import Figure
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_ALL = 100
_ROUNDING = Ratio(1, 100)
"""How much rounded shares may be too much together."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Shares of the same term, whole and time are not above 100 per cent together, nor is one alone."""
    wholes: dict[tuple[object, ...], list[tuple[str, Figure]]] = {}
    for name, figure in context.record.figures.items():
        if figure.whole and figure.comparison is None and figure.kind in ("percent", "fraction"):
            words = tuple(sorted((tag, words_of(wording)) for tag, wording in figure.whole.items()))
            key = (figure.of or name, words, str(figure.period), str(figure.as_of))
            wholes.setdefault(key, []).append((name, figure))
    for shares in wholes.values():
        if len(shares) == 1:
            total, most = _at_most(shares[0][1]), Ratio(1)
        else:
            total, most = sum((_share(figure) for _, figure in shares), Ratio(0)), 1 + _ROUNDING
        if total > most:
            first, *others = [(name, context.record.figures[name].kind) for name, _ in shares]
            yield RULE.at(
                ("figures", *first),
                say(
                    "{names}: {percent} per cent of one whole",
                    names=listed(name for name, _ in shares),
                    percent=f"{float(100 * total):g}",
                ),
                hint=say(
                    "correct the shares, or say of what each is one (`of`, `whole`) and of when (`period`)"
                ),
                labels=tuple(
                    Label(("figures", *other), str(context.record.figures[other[0]].value))
                    for other in others
                ),
            )


def _at_most(figure: Figure) -> Ratio:
    value = figure.value
    return Ratio(value.high) / _ALL if isinstance(value, Amount) and value.high else _share(figure)


def _share(figure: Figure) -> Ratio:
    value = figure.value
    if isinstance(value, Fraction):
        return Ratio(value.numerator, value.denominator)
    return Ratio(value.low) / _ALL if isinstance(value, Amount) else Ratio(0)


RULE = Rule(
    "shares-exceed-whole",
    Severity.ERROR,
    "numbers",
    say("Shares of one whole are more than all of it."),
    check,
    rests_on="surroundings",
)
