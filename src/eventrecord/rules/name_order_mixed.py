"""Latin names of Chinese people, some family-first and some given-first, or in no known order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.message import say
from eventrecord.model.agent import Person, PersonName, Romanization
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

# A large set takes a while to compile, and few records need it: `re` does it then, and keeps it.
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"


def check(context: Context) -> Iterator[Diagnostic]:
    """In one language, all people with Chinese names are written in one order, or in their own spelling."""
    people = context.record.people
    if not any(_may_differ(person) for person in people.values()):
        return
    family_first: dict[str, tuple[Path, str]] = {}
    given_first: list[tuple[str, Path, str]] = []
    unsaid: list[tuple[str, Path, PersonName]] = []
    for key, person in people.items():
        chinese: bool | None = None
        for tag, name in person.name.items():
            if tag.startswith("zh") or not isinstance(name, PersonName) or not _has_both_parts(name):
                continue
            path: Path = ("people", key, "name", tag)
            chinese = any(map(_is_chinese, person.name.values())) if chinese is None else chinese
            if not chinese:
                if name.order is None and not _has_chinese_wording(person):
                    unsaid.append((tag, path, name))
            elif _order(name) == "given-first":
                given_first.append((tag, path, f"{name.given} {name.family}"))
            else:
                family_first.setdefault(tag, (path, f"{name.family} {name.given}"))
    for tag, path, written in given_first:
        if tag in family_first:
            other_path, other = family_first[tag]
            yield RULE.at(
                path,
                say(
                    "{written} is written given name first, but {other} family name first",
                    written=written,
                    other=other,
                ),
                hint=say(
                    "take 'order' out to write the family name first; if it is the person's own "
                    "spelling, say 'romanization: own'"
                ),
                labels=(Label(other_path, say("{other}: family name first", other=other)),),
            )
    for tag, path, name in unsaid:
        if name.romanization is not None or tag in family_first:
            yield _unsaid(path, name, family_first.get(tag))


def _unsaid(path: Path, name: PersonName, beside: tuple[Path, str] | None) -> Diagnostic:
    written = f"{name.given} {name.family}"
    other = say(", beside {other}, family name first", other=beside[1]) if beside else ""
    return RULE.at(
        path,
        say(
            "no Chinese name and no 'order' is given, so {written} is written given name first{other}",
            written=written,
            other=other,
        ),
        hint=say(
            "say 'order: family-first' ({family} {given}) or 'order: given-first' ({written})",
            family=name.family,
            given=name.given,
            written=written,
        ),
        labels=(Label(beside[0], say("{other}: family name first", other=beside[1])),) if beside else (),
    )


def _may_differ(person: Person) -> bool:
    return not _has_chinese_wording(person) or any(_order(n) == "given-first" for n in person.name.values())


def _has_chinese_wording(person: Person) -> bool:
    """Whether a Chinese name is given, be it a transliterated one."""
    return any(tag.startswith("zh") for tag in person.name)


def _order(name: str | PersonName) -> str:
    return (name.order if isinstance(name, PersonName) else None) or "family-first"


def _has_both_parts(name: PersonName) -> bool:
    """Whether the name is a Latin one with family and given name, not of the person's own spelling."""
    if not (name.family and name.given) or name.romanization is Romanization.OWN:
        return False
    return not re.search(_HAN, name.family + name.given)


def _is_chinese(name: str | PersonName) -> bool:
    if isinstance(name, str):
        return re.search(_HAN, name) is not None and "·" not in name
    return name.order != "given-first" and re.search(_HAN, f"{name.family}{name.given}") is not None


RULE = Rule(
    "name-order-mixed",
    Severity.WARNING,
    "names",
    say("Chinese people's Latin names come in two orders."),
    check,
)
