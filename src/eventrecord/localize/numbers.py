"""Figures in words and digits: nearly RMB 210 billion, 近2100亿元."""

from __future__ import annotations

from decimal import Decimal

from eventrecord.localize.chinese.numbers import number_in_characters
from eventrecord.localize.currencies import currency_name
from eventrecord.localize.data import Table
from eventrecord.localize.grammar import GRAMMARS
from eventrecord.localize.language import Language
from eventrecord.model.amount import Amount, Area, Fraction, Money
from eventrecord.model.figure import Figure, FigureValue, Qualifier

__all__ = ["amount", "bare_value", "count", "duration_words", "is_one", "ordinal", "qualified"]


def qualified(figure: Figure, noun: str | None, language: Language) -> str:
    """The figure with unit, noun and qualifier: nearly RMB 210 billion; more than one-third; 25 forums."""
    if figure.qualifier is Qualifier.SEVERAL:
        return _vague(figure.value, noun, language)
    words = language.words
    value = figure.value
    if noun and isinstance(value, int):
        text = words["counted"].format(n=ordinal(value, language), noun=noun)
    else:
        text = bare_value(figure, language)
        text = words["counted"].format(n=text, noun=noun) if noun else text
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
        return _area(
            value.unit, "one" if is_one(value.amount) else "other", amount(value.amount, language), words
        )
    if isinstance(value, int):
        return GRAMMARS[language.family].place(value, words)
    if figure.kind == "percent":
        whole = all(end is None or end == int(end) for end in (value.low, value.high))
        form = style["percent"] if whole else style.get("percent_decimal") or style["percent"]
        return _both_ends(value, form, language)
    if figure.kind == "count":
        return count(value, language)
    form = words[figure.kind]
    if isinstance(form, dict):
        return str(form["one" if is_one(value) else "other"].format(n=amount(value, language)))
    return _both_ends(value, form, language)


def is_one(value: Amount) -> bool:
    """Whether what is counted stands in the singular."""
    return value.low == 1 and value.high is None


def money(value: Money, language: Language) -> str:
    """A sum with its currency as the house style writes it."""
    return _sum(value.currency, amount(value.amount, language), language, many=not is_one(value.amount))


def _sum(code: str, number: str, language: Language, *, many: bool = True, form: str = "") -> str:
    """A number in a currency: a form of the house style's own, of the currency's, or that of all."""
    style, lexicon = language.style, language.lexicon
    own, forms = lexicon["currencies"].get(code, {}), lexicon["money"]
    usual = style.get("money") if style.get("money") in forms else next(iter(forms))
    form = form or style.get("currencies", {}).get(code) or own.get(usual) or forms[usual]
    name = (
        own.get("other" if many else "one")
        or own.get("other")
        or currency_name(code, language.words["babel"], 2 if many else 1)
    )
    return str(form.format(n=number, name=name, code=code))


def _vague(value: FigureValue, noun: str | None, language: Language) -> str:
    """Dozens of forums, hundreds of millions of yuan, 数百家."""
    words, lexicon = language.words, language.lexicon
    amount_of = value.amount if isinstance(value, Money | Area) else value
    stated = amount_of.low if isinstance(amount_of, Amount) else Decimal(0)
    low = Decimal(10 ** min(max(stated.adjusted(), 0), len(lexicon["vague"]) - 1))
    said = lexicon["vague"][f"{low:f}"]
    one = "one" if low == 1 else "other"
    if isinstance(value, Money):
        said = lexicon.get("vague_of", {}).get("money", {}).get(f"{low:f}", said)
        return _sum(
            value.currency,
            said,
            language,
            form=lexicon["money"].get("several-one" if low == 1 else "several", ""),
        )
    if isinstance(value, Area):
        return _area(value.unit, "other" if low == 1 else "of", said, words)
    return str(lexicon["several"][one].format(n=said, noun=noun)) if noun else str(said)


def _area(unit: str, key: str, number: str, words: Table) -> str:
    form = words["areas"].get(unit, "{n} " + unit)
    if isinstance(form, dict):
        form = form.get(key) or form["other"]
    return str(form.format(n=number))


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
    if high_scale and not low_scale and value.low:  # 5 to 3 million would be read as 5 million to 3 million
        low, high, high_scale = (*(_grouped(end, language) for end in (value.low, value.high)), "")
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
    """A share or a range of shares: a sign stands at both ends, 5%-6%, a word once, 5-6 percent."""
    if form.startswith("{n} "):
        return form.format(n=amount(value, language))
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
