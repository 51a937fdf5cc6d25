"""Figures of a record as editions print them: value, noun, period, comparison, partners, conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventrecord.localize import numbers
from eventrecord.localize.calendar import dates
from eventrecord.localize.lists import joined
from eventrecord.model.amount import Amount
from eventrecord.model.figure import Comparison, Figure, Qualifier
from eventrecord.model.source import is_printed
from eventrecord.model.span import Period

if TYPE_CHECKING:
    from eventrecord.localize.localizer import Localizer

__all__ = ["figure_in", "territory_in"]


def figure_in(localizer: Localizer, reference: str, form: str = "") -> str:
    """A figure in one of the forms of [`Localizer.figure`]."""
    figure: Figure = localizer.entry("figures", reference)
    if form == "period":
        return _period(figure, localizer) or localizer.text(None, f"{reference}.period")
    if form in ("date", "as-of"):
        day = localizer.moment(figure.as_of) if figure.as_of else localizer.text(None, f"{reference}.as_of")
        return str(localizer.words["as_of"].format(a=day)) if form == "as-of" else day
    if form == "partners":
        return _partners(figure, localizer)
    if form == "value":
        return numbers.bare_value(figure, localizer.language)
    noun = None if form == "short" else _noun(figure, localizer)
    text = numbers.qualified(figure, noun, localizer.language)
    if (
        form != "short"
        and figure.converted is not None
        and (form == "full" or localizer.style.get("converted"))
    ):
        converted = numbers.money(figure.converted.money, localizer.language)
        text = localizer.words["figure"]["converted"].format(x=text, converted=converted)
    if form == "full" and figure.comparison is not None:
        text = _compared(text, figure, figure.comparison, localizer)
    if form == "full" and is_printed(figure, "period") and (period := _period(figure, localizer)):
        text = localizer.words["figure"]["full"].format(x=text, period=period)
    return text


def territory_in(localizer: Localizer, code: str) -> str:
    """A country or territory as the locale's house list, else CLDR, names it."""
    own = localizer.words["territories"].get(code)
    if own is not None:
        return str(own)
    from babel import Locale

    name = Locale.parse(localizer.words["babel"]).territories.get(code)
    return str(name) if name else code


def _noun(figure: Figure, localizer: Localizer) -> str | None:
    """What is counted, in the singular after one."""
    value = figure.value
    if isinstance(value, Amount) and numbers.is_one(value) and figure.qualifier is not Qualifier.SEVERAL:
        return localizer.optional(figure.noun_one) or localizer.optional(figure.noun)
    return localizer.optional(figure.noun)


def _period(figure: Figure, localizer: Localizer) -> str | None:
    return dates.period(figure.period, localizer.language) if figure.period else None


def _partners(figure: Figure, localizer: Localizer) -> str:
    names = joined([localizer.territory(code) for code in figure.partners], "names", localizer.language)
    if figure.partners_complete:
        return names
    return str(localizer.words["people"]["open_bare"].format(names=names))


def _compared(text: str, figure: Figure, comparison: Comparison, localizer: Localizer) -> str:
    """A change with its direction, and what it is measured against where that is known."""
    forms = localizer.words["comparison"]
    base = dates.period(comparison.base, localizer.language, alone=True) if comparison.base else None
    base = base or localizer.optional(comparison.than)
    if own := forms.get(figure.kind):
        return str(own[comparison.direction].format(x=text, of=own["of"].format(base=base) if base else ""))
    if is_printed(figure, "period") and _a_year_before(comparison.base, figure.period):
        return str(forms["year_on_year"][comparison.direction].format(x=text))
    text = forms[comparison.direction].format(x=text)
    return str(forms["against"].format(x=text, base=base)) if base else text


def _a_year_before(base: Period | None, period: Period | None) -> bool:
    """Whether a figure is compared with the same days, months or year of the year before."""
    if base is None or period is None or base.third != period.third:
        return False
    ends = ((base.start.text, period.start.text), (base.end.text, period.end.text))
    return all(before[4:] == now[4:] and int(before[:4]) + 1 == int(now[:4]) for before, now in ends)
