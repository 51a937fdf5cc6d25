"""A figure whose own source says something else, as the record quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import joined, say
from eventrecord.model.amount import Amount, Fraction, Money
from eventrecord.model.figure import Figure, Qualifier
from eventrecord.model.source import Citation
from eventrecord.rules.context import Context, known_locales
from eventrecord.rules.rule import Rule

if TYPE_CHECKING:
    from eventrecord.localize.stated import Stated

__all__ = ["RULE"]

_CHINESE = re.compile("[\u4e00-\u9fff]")
_NEAR = Decimal("0.05")
"""How far a rounded value may be from the exact one, as a part of it."""
_KINDS = {
    "money": ("money",),
    "count": ("count",),
    "score": ("count",),
    "percent": ("percent",),
    "points": ("percent",),
    "fraction": ("fraction",),
}


def check(context: Context) -> Iterator[Diagnostic]:
    """What a citation quotes for a figure states that figure, if it states one of its sort at all."""
    for name, figure in context.record.figures.items():
        for index, citation in enumerate(figure.cite):
            if not isinstance(citation, Citation) or not citation.excerpt or figure.kind not in _KINDS:
                continue
            told = _sort(_stated(context, citation), figure)
            if not told or any(_is_it(stated, figure) for stated in told):
                continue
            yield RULE.at(
                ("figures", name, figure.kind),
                say(
                    "the record says {said}, the source it cites {surface}",
                    said=_said(figure),
                    surface=joined((stated.surface for stated in told), say(", ")),
                ),
                hint=say("see in the source which is right; what others say stands under `conflicts`"),
                labels=(Label(("figures", name, "cite", index, "excerpt"), citation.excerpt),),
            )


def _stated(context: Context, citation: Citation) -> list[Stated]:
    from eventrecord.localize.finding import find_figures

    source, excerpt = context.record.sources.get(citation.source), citation.excerpt or ""
    tag = source.language if source is not None and source.language in known_locales() else None
    return list(find_figures(excerpt, tag or ("zh-Hans" if _CHINESE.search(excerpt) else "en")))


def _sort(told: list[Stated], figure: Figure) -> list[Stated]:
    kinds = _KINDS[figure.kind]
    return [
        stated
        for stated in told
        if stated.kind in kinds and (stated.unit == "pp") is (figure.kind == "points")
    ]


def _is_it(stated: Stated, figure: Figure) -> bool:
    value = figure.value
    if isinstance(value, Money) and stated.unit != value.currency:
        return False
    amount = value.amount if isinstance(value, Money) else value
    if isinstance(amount, Fraction):
        return stated.value == str(amount) and _fits(stated, figure)
    if not isinstance(amount, Amount):
        return True
    if amount.high is not None or not isinstance(stated.value, Decimal):
        return amount.high is not None and not isinstance(stated.value, Decimal)
    if stated.value == amount.low:
        return _fits(stated, figure)
    return stated.qualifier is Qualifier.EXACTLY and _is_told_shorter(stated.value, amount.low, figure)


def _fits(stated: Stated, figure: Figure) -> bool:
    from eventrecord.facts.comparing import direction

    return direction(stated.qualifier) == direction(figure.qualifier)


def _is_told_shorter(exact: Decimal, told: Decimal, figure: Figure) -> bool:
    """Whether the record rounds what the source has in full: 209.8 billion is nearly 210 billion."""
    from eventrecord.facts.comparing import direction

    side = direction(figure.qualifier)
    if abs(exact - told) > told * _NEAR:
        return False
    if side == "exactly":
        return abs(exact - told) <= Decimal(5).scaleb(int(told.normalize().as_tuple().exponent) - 1)
    return side == "about" or (exact < told) is (side == "below")


def _said(figure: Figure) -> str:
    plain = figure.qualifier is Qualifier.EXACTLY
    return str(figure.value) if plain else f"{figure.qualifier} {figure.value}"


RULE = Rule(
    "excerpt-differs",
    Severity.WARNING,
    "sources",
    say("A figure is not what the source it cites says."),
    check,
)
