"""Latin names of Chinese people, some family-first and some given-first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.model.agent import Person, PersonName, Romanization
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

# A large set takes a while to compile, and few records need it: `re` does it then, and keeps it.
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"


def check(context: Context) -> Iterator[Diagnostic]:
    """In one language, all people with Chinese names are written in one order, or in their own spelling."""
    people = context.record.people
    if not any(_order(name) == "given-first" for p in people.values() for name in p.name.values()):
        return
    family_first: dict[str, tuple[Path, str]] = {}
    given_first: list[tuple[str, Path, str]] = []
    for key, person in people.items():
        for tag, name in person.name.items():
            if not isinstance(name, PersonName) or not _is_transcribed(person, name):
                continue
            path: Path = ("people", key, "name", tag)
            if _order(name) == "given-first":
                given_first.append((tag, path, f"{name.given} {name.family}"))
            else:
                family_first.setdefault(tag, (path, f"{name.family} {name.given}"))
    for tag, path, written in given_first:
        if tag in family_first:
            other_path, other = family_first[tag]
            yield RULE.at(
                path,
                f"{written} is written given name first, but {other} family name first",
                hint="take 'order' out to write the family name first; if it is the person's own spelling, "
                "say 'romanization: own'",
                labels=(Label(other_path, f"{other}: family name first"),),
            )


def _order(name: str | PersonName) -> str:
    return (name.order if isinstance(name, PersonName) else None) or "family-first"


def _is_transcribed(person: Person, name: PersonName) -> bool:
    """Whether the name is a Latin one, with both parts, of somebody with a Chinese name of their own."""
    if not (name.family and name.given) or name.romanization is Romanization.OWN:
        return False
    return not re.search(_HAN, name.family + name.given) and any(_is_chinese(n) for n in person.name.values())


def _is_chinese(name: str | PersonName) -> bool:
    if isinstance(name, str):
        return re.search(_HAN, name) is not None and "·" not in name
    return name.order != "given-first" and re.search(_HAN, f"{name.family}{name.given}") is not None


RULE = Rule(
    "name-order-mixed", Severity.WARNING, "names", "Chinese people's Latin names come in two orders.", check
)
