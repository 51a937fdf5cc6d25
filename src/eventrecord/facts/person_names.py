"""How a person's name may be written: either order, joined or not; in pinyin if no Latin name is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventrecord.facts.known_name import KnownName
from eventrecord.localize.chinese.romanization import compound_family, orders, pinyin_name
from eventrecord.localize.chinese.syllables import syllables
from eventrecord.model.agent import NameOrder, PersonName, is_transliterated

__all__ = ["person_names"]


def person_names(name: str, names: Mapping[str, str | PersonName]) -> Iterator[KnownName]:
    """A person's names, and the ways in which a Latin one is written: either order, joined or not."""
    chinese = next((_chinese(told) for tag, told in names.items() if tag.startswith("zh")), "")
    latin = False
    for tag, told in names.items():
        if tag.startswith("zh"):
            yield KnownName(name, "person", _chinese(told), tag, own=True)
            continue
        latin = True
        yield from _latin(KnownName(name, "person", "", tag, own=True), told, chinese)
    if chinese and not latin and not is_transliterated(chinese):
        length = len(compound_family(chinese)) or 1
        family, _, given = pinyin_name(chinese[:length], chinese[length:], "").partition(" ")
        if given:
            made = PersonName(family=family, given=given)
            for known in _latin(KnownName(name, "person", "", "en", own=True), made, chinese):
                yield known._replace(standing="admitted", usual=False)


def _latin(known: KnownName, told: str | PersonName, chinese: str) -> Iterator[KnownName]:
    own: NameOrder | None = None
    if isinstance(told, str):
        found = orders(chinese, told) if chinese else ()
        own = found[0] if found else "family-first" if chinese and not is_transliterated(chinese) else None
        words = told.split(" ")
        if len(words) < 2 or own is None:
            yield known._replace(words=told, order=own)
            return
        family, given = (words[0], words[1:]) if own == "family-first" else (words[-1], words[:-1])
    else:
        own, family, given = told.order, told.family or "", (told.given or "").split(" ")
        if not (family and told.given):
            yield known._replace(words=family or told.given or "")
            return
        if not chinese or is_transliterated(chinese):
            first, last = (family, told.given) if own == "family-first" else (told.given, family)
            yield known._replace(words=f"{first} {last}")
            return
    spelled = [" ".join(given)]
    spelled += [
        one for one in ("".join(given).replace("-", "").capitalize(), "-".join(given)) if one not in spelled
    ]
    if (
        len(given) == 1
        and chinese
        and (parts := _divided(given[0], len(chinese) - (len(compound_family(chinese)) or 1)))
    ):
        spelled += [f"{parts[0]}-{parts[1]}", f"{parts[0]} {parts[1]}"]
    for number, one in enumerate(spelled):
        for order in ("family-first", "given-first"):
            whole = f"{family} {one}" if order == "family-first" else f"{one} {family}"
            usual = number == 0 and (own is None or order == own)
            yield known._replace(words=whole, order=order, usual=usual)
    if isinstance(told, PersonName) and told.alias:
        yield known._replace(words=f"{told.alias} {family} {spelled[0]}", order="family-first")
        yield known._replace(words=f"{told.alias} {family}", order="given-first", usual=False)


def _divided(given: str, count: int) -> tuple[str, str] | None:
    """A given name of two syllables, divided; None where that is not plain."""
    if count != 2 or "-" in given:
        return None
    ends = [
        end
        for end in range(1, len(given))
        if syllables(given[:end]) == 1 and syllables(given[end:].lstrip("'’")) == 1
    ]
    return (given[: ends[-1]], given[ends[-1] :].lstrip("'’")) if ends else None


def _chinese(told: str | PersonName) -> str:
    if isinstance(told, str):
        return told
    if told.order == "given-first":
        return f"{told.given or ''}·{told.family or ''}".strip("·")
    return f"{told.family or ''}{told.given or ''}"
