"""Family name and given name in each other's place."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Label, Path, Severity
from eventrecord.message import say
from eventrecord.model.agent import PersonName, Romanization
from eventrecord.rules.context import Context
from eventrecord.rules.latin_names import LatinName, fit, in_pinyin, style_order, written
from eventrecord.rules.rule import Rule
from eventrecord.rules.turned_names import TurnedName, turned_names
from eventrecord.rules.wordings import shown

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """The parts of a Latin name are those of the Chinese one, and a whole name has the house style's order.

    A whole name beside others in the other order is left to `name-order-mixed`.
    """
    whole: dict[str, list[LatinName]] = {}
    in_order: set[str] = set()
    for latin in context.latin_names:
        if not latin.is_pinyin:
            yield from _in_wrong_places(latin)
            continue
        found = fit(latin)
        if found == "swapped":
            yield _swapped(latin)
        elif found == "given-first":
            whole.setdefault(latin.tag, []).append(latin)
        elif found == "good":
            in_order.add(latin.tag)
    for tag, names in whole.items():
        if tag not in in_order and style_order(context, tag) == "family-first":
            for latin in names:
                yield _given_first(latin)
    yield from (_in_prose(turned) for turned in turned_names(context))


def _in_prose(turned: TurnedName) -> Diagnostic:
    latin, wording, surface, start = turned
    key = str(latin.path[1])
    return RULE.at(
        wording.path,
        say(
            "{latin} is written given name first: {chinese} is {pinyin}",
            latin=surface,
            chinese=written(latin.chinese),
            pinyin=written(latin.name),
        ),
        hint=say("write the slot {{people.{key}:name}}, which has the order of the house style", key=key),
        labels=(Label(latin.path, say("the record: {said}", said=written(latin.name))),),
        part=wording.part(start, start + len(surface)),
    )


def _swapped(latin: LatinName) -> Diagnostic:
    if (family := _chinese_family(latin.chinese)) is not None:
        return _chinese_swapped(latin, family)
    name, pinyin = latin.name, in_pinyin(latin)
    family, _, given = pinyin.partition(" ")
    return RULE.at(
        latin.path,
        say(
            "family and given name have changed places: {chinese} is {pinyin}, not {latin}",
            chinese=written(latin.chinese),
            pinyin=pinyin,
            latin=shown(written(name)),
        ),
        hint=say("write 'family: {family}' and 'given: {given}'", family=family, given=given),
        labels=(Label(latin.chinese_path, written(latin.chinese)),),
        fix=_exchanged(latin.path, name),
    )


def _chinese_family(chinese: str | PersonName) -> str | None:
    """The family name of a Chinese name that has it as the given one, as far as that can be known."""
    from eventrecord.localize.chinese.romanization import is_frequent_family

    if isinstance(chinese, str) or not chinese.family or not chinese.given:
        return None
    swapped = is_frequent_family(chinese.given) and not is_frequent_family(chinese.family)
    return chinese.given if swapped else None


def _chinese_swapped(latin: LatinName, family: str) -> Diagnostic:
    """The Latin name is right, and the Chinese one has its parts in each other's place."""
    name, chinese = latin.name, written(latin.chinese)
    return RULE.at(
        latin.chinese_path,
        say(
            "family and given name have changed places in {chinese}: {family} is the family name, as {latin} "
            "has it",
            chinese=chinese,
            family=family,
            latin=shown(written(name)),
        ),
        hint=say(
            "write 'family: {family}' and 'given: {given}'", family=family, given=chinese[: -len(family)]
        ),
        labels=(Label(latin.path, written(name)),),
        fix=_exchanged(latin.chinese_path, latin.chinese),
    )


def _exchanged(path: Path, name: str | PersonName) -> Fix | None:
    """Each part in the place of the other."""
    if isinstance(name, str) or not name.family or not name.given:
        return None
    edits = Edit((*path, "family"), name.given), Edit((*path, "given"), name.family)
    return Fix(say("exchange the family name and the given name"), edits, safe=False)


def _in_wrong_places(latin: LatinName) -> Iterator[Diagnostic]:
    """Names from Hong Kong, Taiwan or Singapore: two words cannot be a family name of one character."""
    name, chinese = latin.name, latin.chinese
    if isinstance(name, str) or isinstance(chinese, str) or name.romanization is Romanization.OWN:
        return
    family, given = name.family or "", name.given or ""
    one, several = chinese.family or "", chinese.given or ""
    if _words(family) > 1 and _words(given) == 1 and len(one) == 1 and len(several) == _words(family):
        yield RULE.at(
            latin.path,
            say(
                "{family} cannot be the family name of {chinese}, which is {one}",
                family=family,
                chinese=written(chinese),
                one=one,
            ),
            hint=say("write 'family: {family}' and 'given: {given}'", family=given, given=family),
            labels=(Label(latin.chinese_path, written(chinese)),),
            fix=_exchanged(latin.path, name),
        )


def _words(name: str) -> int:
    return len(name.replace("-", " ").split())


def _given_first(latin: LatinName) -> Diagnostic:
    pinyin = in_pinyin(latin)
    family, _, given = pinyin.partition(" ")
    return RULE.at(
        latin.path,
        say(
            "{latin} is written given name first: {chinese} is {pinyin}",
            latin=shown(written(latin.name)),
            chinese=written(latin.chinese),
            pinyin=pinyin,
        ),
        hint=say(
            "write it in parts, 'family: {family}' and 'given: {given}': then every edition has the order of "
            "its house style",
            family=family,
            given=given,
        ),
        labels=(Label(latin.chinese_path, written(latin.chinese)),),
    )


RULE = Rule(
    "name-swapped", Severity.WARNING, "names", say("Family name and given name have changed places."), check
)
