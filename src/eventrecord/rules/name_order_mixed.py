"""Latin names of Chinese people, some family-first and some given-first, or in no known order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.message import say
from eventrecord.model.agent import NameOrder, Person, PersonName, Romanization
from eventrecord.rules.context import Context
from eventrecord.rules.latin_names import LatinName, chinese_name, has_latin, in_pinyin, style_order
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


class _Ordered(NamedTuple):
    """A Latin name and its order: said or seen, or None where the house style decides."""

    latin: LatinName
    order: NameOrder | None
    own_record: bool = True

    def printed(self, order: NameOrder) -> str:
        """The name as an edition prints it."""
        name = self.latin.name
        if isinstance(name, str):
            return name
        family_first = (self.order or order) == "family-first"
        return f"{name.family} {name.given}" if family_first else f"{name.given} {name.family}"


def check(context: Context) -> Iterator[Diagnostic]:
    """In one language, all people with Chinese names are written in one order, or in their own spelling."""
    by_tag: dict[str, list[_Ordered]] = {}
    for key, person in context.record.people.items():
        if context.is_harmed(("people", key, "name")):
            continue
        for ordered in _ordered(person, ("people", key, "name")):
            by_tag.setdefault(ordered.latin.tag, []).append(ordered)
    for ordered in _from_elsewhere(context):
        by_tag.setdefault(ordered.latin.tag, []).append(ordered)
    for tag, names in by_tag.items():
        if any(ordered.order for ordered in names):
            yield from _mixed(names, style_order(context, tag))
    yield from _unsaid(context, by_tag)


def _ordered(person: Person, path: Path) -> Iterator[_Ordered]:
    """The Latin names of somebody with a Chinese name, as far as their order is known or the style's."""
    chinese: str | None = None
    for tag, name in person.name.items():
        if tag.startswith("zh") or not (isinstance(name, str) or _has_both_parts(name)):
            continue
        chinese = chinese or chinese_name(person)
        if chinese is None:
            return
        latin = LatinName((*path, tag), tag, name, person.name[chinese], (*path, chinese))
        if isinstance(name, PersonName):
            yield _Ordered(latin, name.order)
        elif latin.orders:
            yield _Ordered(latin, latin.orders[0] if len(latin.orders) == 1 else None)


def _from_elsewhere(context: Context) -> Iterator[_Ordered]:
    """People of other records in this one's lists of participants, at the place of the list."""
    told: set[str] = set()
    for mention in context.mentions:
        if mention.kind != "people" or "/" not in mention.id or mention.id in told:
            continue
        person = context.record.find("people", mention.id) if "participants" in mention.path else None
        if isinstance(person, Person):
            told.add(mention.id)
            for ordered in _ordered(person, ()):
                place = ordered.latin._replace(path=mention.path, chinese_path=mention.path)
                yield ordered._replace(latin=place, own_record=False)


def _mixed(names: list[_Ordered], standard: NameOrder) -> Iterator[Diagnostic]:
    """Those that are not in the house style's order, if others are."""
    other = next((ordered for ordered in names if (ordered.order or standard) == standard), None)
    if other is None:
        return
    beside = other.printed(standard)
    for ordered in names:
        if (ordered.order or standard) == standard:
            continue
        written = ordered.printed(standard)
        if standard == "family-first":
            message = say(
                "{written} is written given name first, but {other} family name first",
                written=written,
                other=beside,
            )
            label = say("{other}: family name first", other=beside)
        else:
            message = say(
                "{written} is written family name first, but {other} given name first",
                written=written,
                other=beside,
            )
            label = say("{other}: given name first", other=beside)
        yield RULE.at(
            ordered.latin.path, message, hint=_hint(ordered), labels=(Label(other.latin.path, label),)
        )


def _hint(ordered: _Ordered) -> str:
    if isinstance(ordered.latin.name, str):
        family, _, given = in_pinyin(ordered.latin).partition(" ")
        return say(
            "write it in parts, 'family: {family}' and 'given: {given}': then it has the order of the others",
            family=family,
            given=given,
        )
    if not ordered.own_record:
        return say("take 'order' out in the record of that person, or say 'romanization: own' there")
    return say(
        "take 'order' out to write it like the others; if it is the person's own spelling, say "
        "'romanization: own'"
    )


def _unsaid(context: Context, by_tag: dict[str, list[_Ordered]]) -> Iterator[Diagnostic]:
    """Names in parts, without Chinese name and order, beside Chinese people or said to be romanized."""
    for key, person in context.record.people.items():
        if any(tag.startswith("zh") for tag in person.name) or context.is_harmed(("people", key, "name")):
            continue
        for tag, name in person.name.items():
            if isinstance(name, str) or name.order is not None or not _has_both_parts(name):
                continue
            standard = style_order(context, tag) if tag in by_tag else "family-first"
            beside = next((o for o in by_tag.get(tag, ()) if (o.order or standard) == "family-first"), None)
            if beside is not None or name.romanization is not None:
                yield _in_no_order(("people", key, "name", tag), name, beside)


def _in_no_order(path: Path, name: PersonName, beside: _Ordered | None) -> Diagnostic:
    first = beside.printed("family-first") if beside else ""
    written = f"{name.given} {name.family}"
    return RULE.at(
        path,
        say(
            "no Chinese name and no 'order' is given, so {written} is written given name first{other}",
            written=written,
            other=say(", beside {other}, family name first", other=first) if beside else "",
        ),
        hint=say(
            "say 'order: family-first' ({family} {given}) or 'order: given-first' ({written})",
            family=name.family,
            given=name.given,
            written=written,
        ),
        labels=(Label(beside.latin.path, say("{other}: family name first", other=first)),) if beside else (),
    )


def _has_both_parts(name: PersonName) -> bool:
    """Whether the name is a Latin one with family and given name, not of the person's own spelling."""
    if not (name.family and name.given) or name.romanization is Romanization.OWN:
        return False
    return has_latin(name)


RULE = Rule(
    "name-order-mixed",
    Severity.WARNING,
    "names",
    say("Chinese people's Latin names come in two orders."),
    check,
    rests_on="surroundings",
)
