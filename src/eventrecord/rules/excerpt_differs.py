"""A figure whose own source says something else, as the record quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import joined, say
from eventrecord.model.amount import SCALE, Amount, Money
from eventrecord.model.figure import Figure, Qualifier
from eventrecord.model.source import Citation
from eventrecord.rules.context import Context, known_locales
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import telling
from eventrecord.rules.told_facts import as_written

if TYPE_CHECKING:
    from eventrecord.localize.stated import Stated

__all__ = ["RULE"]

_PLAIN = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,12})?(?![\d.,]*\d)"
    rf"(?:\s?{SCALE})?",
    re.ASCII,
)
_NEAR = Decimal("0.05")
"""How far a rounded value may be from the exact one, as a part of it."""
_KINDS = {
    "money": ("money",),
    "count": ("count",),
    "score": ("count",),
    "percent": ("percent",),
    "points": ("percent",),
}


def check(context: Context) -> Iterator[Diagnostic]:
    """What a citation quotes for a figure states that figure, if it states one of its sort at all."""
    for name, figure in context.record.figures.items():
        for index, citation in enumerate(figure.cite):
            if not isinstance(citation, Citation) or not citation.excerpt or figure.kind not in _KINDS:
                continue
            if figure.qualifier is Qualifier.SEVERAL or _is_plainly_it(citation.excerpt, figure):
                continue
            tag = _language(context, citation)
            told = _sort(_stated(citation.excerpt, tag), figure)
            if not told or any(_is_it(stated, figure) for stated in told):
                continue
            yield RULE.at(
                ("figures", name, figure.kind),
                say(
                    "the record says {said}, the source it cites {surface}",
                    said=as_written(figure, tag),
                    surface=joined((stated.surface for stated in told), say(", ")),
                ),
                hint=say("see in the source which is right; what others say stands under `conflicts`"),
                labels=(Label(("figures", name, "cite", index, "excerpt"), citation.excerpt),),
            )


def _is_plainly_it(excerpt: str, figure: Figure) -> bool:
    """Whether number, qualifier and currency stand there so plainly that it need not be read for them."""
    value = figure.value
    amount = value.amount if isinstance(value, Money) else value
    if not isinstance(amount, Amount):
        return False
    if all(Amount.parse(match[0]).low != amount.low for match in _PLAIN.finditer(excerpt)):
        return False
    tag = _script(excerpt)
    if isinstance(value, Money):
        currency = telling(tag, "excerpts", value.currency)
        if currency is None or currency.search(excerpt) is None:
            return False
    sides = {
        side
        for side in ("below", "above", "about")
        if (words := telling(tag, "excerpts", side)) and words.search(excerpt)
    }
    return sides == {figure.qualifier.direction} - {"exactly"}


def _language(context: Context, citation: Citation) -> str:
    source, excerpt = context.record.sources.get(citation.source), citation.excerpt or ""
    tag = source.language if source is not None and source.language in known_locales() else None
    return tag or _script(excerpt)


def _script(excerpt: str) -> str:
    return "zh-Hans" if any("\u4e00" <= character <= "\u9fff" for character in excerpt) else "en"


def _stated(excerpt: str, tag: str) -> list[Stated]:
    from eventrecord.localize.finding import find_figures

    return list(find_figures(excerpt, tag))


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
    if not isinstance(amount, Amount):
        return True
    if amount.high is not None or not isinstance(stated.value, Decimal):
        return amount.high is not None and not isinstance(stated.value, Decimal)
    if stated.value == amount.low:
        return _fits(stated, figure)
    return stated.qualifier is Qualifier.EXACTLY and _is_told_shorter(stated.value, amount.low, figure)


def _fits(stated: Stated, figure: Figure) -> bool:
    return stated.qualifier.direction == figure.qualifier.direction


def _is_told_shorter(exact: Decimal, told: Decimal, figure: Figure) -> bool:
    """Whether the record rounds what the source has in full: 209.8 billion is nearly 210 billion."""
    side = figure.qualifier.direction
    if abs(exact - told) > told * _NEAR:
        return False
    if side == "exactly":
        return abs(exact - told) <= Decimal(5).scaleb(int(told.normalize().as_tuple().exponent) - 1)
    return side == "about" or (exact < told) is (side == "below")


RULE = Rule(
    "excerpt-differs",
    Severity.WARNING,
    "sources",
    say("A figure is not what the source it cites says."),
    check,
    rests_on="surroundings",
)
