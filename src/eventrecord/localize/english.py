"""Grammar of English numbers, names and posts; words come from `locales/`."""

from __future__ import annotations

from eventrecord.localize.data import Table
from eventrecord.model.agent import PersonName

__all__ = ["capitalize_sentence", "fraction", "ordinal", "person_name", "post", "spell"]


def spell(number: int, words: Table) -> str:
    """A number below one hundred in words: twenty-five."""
    units, tens = words["units"], words["tens"]
    if number < len(units):
        return str(units[number])
    ten, unit = divmod(number, 10)
    return f"{tens[ten]}-{units[unit]}" if unit else str(tens[ten])


def ordinal(number: int, words: Table) -> str:
    """First to twelfth in words, then 13th, 21st, 22nd."""
    named: list[str] = words["ordinals"]["named"]
    if number <= len(named):
        return named[number - 1]
    suffixes: list[str] = words["ordinals"]["suffixes"]
    last = 0 if number % 100 in (11, 12, 13) or number % 10 > 3 else number % 10
    return f"{number}{suffixes[last]}"


def fraction(numerator: int, denominator: int, words: Table) -> str:
    """Half, one-third, two-thirds, three-quarters; 5/16 where the language has no everyday word."""
    part = words["fractions"].get(str(denominator))
    if part is None or numerator >= len(words["units"]):
        return f"{numerator}/{denominator}"
    if numerator == 1 and "alone" in part:
        return str(part["alone"])
    return f"{spell(numerator, words)}-{part['one'] if numerator == 1 else part['other']}"


def person_name(name: PersonName, *, chinese: bool, words: Table) -> str:
    """Zhang Wei, but Mary Smith: Chinese people family name first, unless the name says otherwise."""
    family_first = (name.order or ("family-first" if chinese else "given-first")) == "family-first"
    if name.alias and name.family and name.given and family_first:
        return f"{name.alias} {name.family} {name.given}"
    parts = (name.family, name.given) if family_first else (name.given, name.family)
    return " ".join(part for part in parts if part)


def post(title: str, organization: str | None, before: str, words: Table) -> str:
    """Vice mayor of Shanghai; a member of the Standing Committee, for a post that many hold."""
    if title.split(" ", 1)[0] in words["shared_titles"]:
        title = f"{words['indefinite'][title[0] in 'aeiou']} {title}"
    return (
        title if organization is None else str(words["post"].format(title=title, organization=organization))
    )


def capitalize_sentence(text: str) -> str:
    """The first letter large, unless the first word has large letters of its own (iGEM)."""
    opening = len(text) - len(text.lstrip("“‘\"'(["))
    word = text[opening:].split(" ", 1)[0]
    if word[:1].islower() and word == word.lower():
        return text[:opening] + text[opening].upper() + text[opening + 1 :]
    return text
