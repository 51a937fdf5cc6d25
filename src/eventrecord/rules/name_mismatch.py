"""A Latin name that is no reading of the Chinese one, or characters that are another name's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.message import say
from eventrecord.model.agent import Person, PersonName
from eventrecord.rules.context import Context
from eventrecord.rules.latin_names import (
    LatinName,
    chinese_name,
    fit,
    in_pinyin,
    is_foreign,
    written,
)
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import shown

__all__ = ["RULE"]

_LONGEST = 24
"""Characters of a name that are looked at; none has more."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Pinyin is some reading of the characters, part by part; both scripts' characters are read alike."""
    for key, person in context.record.people.items():
        if sum(tag.startswith("zh") for tag in person.name) > 1:
            yield from _between_scripts(person, ("people", key, "name"))
    for latin in context.latin_names:
        if latin.is_pinyin and fit(latin) == "none" and (pinyin := in_pinyin(latin)):
            chinese = written(latin.chinese)
            yield RULE.at(
                latin.path,
                say(
                    "{latin} is no reading of {chinese}, in pinyin {pinyin}",
                    latin=shown(written(latin.name)),
                    chinese=chinese,
                    pinyin=pinyin,
                ),
                hint=_hint(latin),
                labels=(Label(latin.chinese_path, chinese),),
            )


def _between_scripts(person: Person, path: Path) -> Iterator[Diagnostic]:
    """A Chinese person's names in several Chinese languages, against the first of them."""
    from eventrecord.localize.chinese.readings import readings

    first = chinese_name(person)
    if first is None:
        return
    name = written(person.name[first])
    for tag, other in person.name.items():
        if tag == first or not tag.startswith("zh") or written(other) == name:
            continue
        signs = list(zip_longest(name, written(other), fillvalue=""))
        differ = (
            one != two and set(readings(one)).isdisjoint(readings(two)) for one, two in signs[:_LONGEST]
        )
        if any(differ):
            yield RULE.at(
                (*path, tag),
                say(
                    "{other} cannot be {name} in the other script: it is read otherwise",
                    other=shown(written(other)),
                    name=shown(name),
                ),
                hint=say("write the same name in both scripts"),
                labels=(Label((*path, first), shown(name)),),
            )


def _hint(latin: LatinName) -> str:
    if latin.orders and (family := _compound(latin.chinese)):
        return say("{family} is one family name of two characters: divide the name after it", family=family)
    if is_foreign(latin.chinese) or _is_perhaps_foreign(latin.chinese):
        return say(
            "if this is a foreigner's name in Chinese characters, say 'order: given-first' there; otherwise "
            "correct whichever is wrong, or say 'romanization: own'"
        )
    if isinstance(latin.name, str):
        return say(
            "correct whichever is wrong; a spelling that is not pinyin is written in parts, with "
            "'romanization: hong-kong', 'taiwan', 'singapore' or 'own'"
        )
    return say(
        "correct whichever is wrong; if the spelling is not pinyin, say so: 'romanization: hong-kong', "
        "'taiwan', 'singapore' or 'own'"
    )


def _compound(chinese: str | PersonName) -> str:
    """The family name of two characters, such as 欧阳, that a name begins with and that was cut in two."""
    from eventrecord.localize.chinese.romanization import compound_family

    family = "" if isinstance(chinese, str) else chinese.family or ""
    return compound_family(written(chinese)) if len(family) == 1 else ""


def _is_perhaps_foreign(chinese: str | PersonName) -> bool:
    """凯勒安娜: a family name of two characters that is no compound one; or two of them, as of 陈方安生."""
    from eventrecord.localize.chinese.romanization import compound_family

    family = "" if isinstance(chinese, str) else chinese.family or ""
    return len(family) == 2 and not compound_family(family)


RULE = Rule(
    "name-mismatch",
    Severity.WARNING,
    "names",
    say("A person's names are not one name: Latin letters or other characters are read otherwise."),
    check,
)
