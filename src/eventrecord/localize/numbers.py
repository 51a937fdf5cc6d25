"""Figures in words and digits: nearly RMB 210 billion, 近2100亿元."""

from __future__ import annotations

from decimal import Decimal

from eventrecord.localize.chinese.numbers import number_in_characters
from eventrecord.localize.data import Language, Table
from eventrecord.localize.grammar import GRAMMARS
from eventrecord.model.figure import Amount, Area, Figure, Fraction, Money, Qualifier

__all__ = ["amount", "bare_value", "count", "duration_words", "ordinal", "qualified"]


def qualified(figure: Figure, noun: str | None, language: Language) -> str:
    """The figure with unit, noun and qualifier: nearly RMB 210 billion; more than one-third; 25 forums."""
    words = language.words
    if figure.qualifier is Qualifier.SEVERAL and figure.count is not None:
        several = words["several"].get(str(int(figure.count.low)), words["several"]["other"])
        return str(several.format(noun=noun or "", n=amount(figure.count, language))).rstrip()
    text = bare_value(figure, language)
    if noun:
        text = words["counted"].format(n=text, noun=noun)
    forms = {**words["qualifiers"], **words.get("qualifiers_of", {}).get(figure.kind, {})}
    return str(forms[figure.qualifier.value].format(x=text))


def bare_value(figure: Figure, language: Language) -> str:
    """The value with its unit alone: RMB 210 billion."""
    words, style = language.words, language.style
    value = figure.value
    if isinstance(value, Money):
        return money(value, language)
    if isinstance(value, Fraction):
        return GRAMMARS[language.family].fraction(value.numerator, value.denominator, words)
    if isinstance(value, Area):
        return str(
            words["areas"].get(value.unit, "{n} " + value.unit).format(n=amount(value.amount, language))
        )
    if isinstance(value, int):
        return ordinal(value, language)
    if figure.kind == "percent":
        return _both_ends(value, style["percent"], language)
    if figure.kind == "count":
        return count(value, language)
    return _both_ends(value, words[figure.kind], language)


def money(value: Money, language: Language) -> str:
    """A sum with its currency as the house style writes it."""
    form = language.style.get("currencies", {}).get(value.currency) or language.words["currencies"].get(
        value.currency
    )
    if form is None:
        from babel.numbers import get_currency_name

        name = get_currency_name(value.currency, locale=language.words["babel"])
        form = language.words["currencies"]["other"].format(n="{n}", name=name)
    return str(form.format(n=amount(value.amount, language)))


def count(value: Amount, language: Language) -> str:
    """A number of things: small ones in words where the house style spells them."""
    below = language.style.get("spell_below", 0)
    if value.high is None and value.low == int(value.low) and value.low < below:
        return GRAMMARS[language.family].spell(int(value.low), language.words)
    return amount(value, language)


def amount(value: Amount, language: Language) -> str:
    """A number or range in digits, with a scale word where that reads better: 210 billion, 2100亿, 60-70."""
    if value.high is None:
        return "".join(_scaled(value.low, language))
    (low, low_scale), (high, high_scale) = _scaled(value.low, language), _scaled(value.high, language)
    if low_scale == high_scale and language.words["range_shares_scale"]:
        return str(language.words["range"].format(a=low, b=high)) + high_scale
    return str(language.words["range"].format(a=low + low_scale, b=high + high_scale))


def ordinal(number: int, language: Language) -> str:
    """Second, 第二."""
    return GRAMMARS[language.family].ordinal(number, language.words)


def duration_words(number: int, unit: str, form: str, language: Language) -> str:
    """`5, "days", "long"` is five days or 五天; `"attr"` is five-day or 五天."""
    table: Table = language.words["duration"][unit]
    spelled = number < language.style.get("spell_duration_below", 10)
    text = GRAMMARS[language.family].spell(number, language.words) if spelled else str(number)
    key = form if form == "attr" else "one" if number == 1 else "other"
    return str(table[key].format(n=text))


def _both_ends(value: Amount, form: str, language: Language) -> str:
    ends = [value.low] if value.high is None else [value.low, value.high]
    written = [
        form.format(
            n="".join(_scaled(end, language)),
            han=number_in_characters(end, language.words) if "{han}" in form else "",
        )
        for end in ends
    ]
    return (
        written[0] if len(written) == 1 else str(language.words["range"].format(a=written[0], b=written[1]))
    )


def _scaled(number: Decimal, language: Language) -> tuple[str, str]:
    for power, word in language.words["scales"]:
        mantissa = number.scaleb(-power)
        if mantissa >= 1:
            short = mantissa.normalize()
            exponent = short.as_tuple().exponent
            if isinstance(exponent, int) and exponent >= -2:
                return _grouped(short if exponent < 0 else short.quantize(Decimal(1)), language), word
    return _grouped(number, language), ""


def _grouped(number: Decimal, language: Language) -> str:
    text = f"{number:,f}"
    return text if language.style.get("grouping", True) else text.replace(",", "")
