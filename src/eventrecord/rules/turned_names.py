"""Names that prose writes given name first, of people whose family name comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventrecord.model.agent import PersonName
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.latin_names import LatinName, fit, style_order, written

__all__ = ["TurnedName", "turned_names"]


class TurnedName(NamedTuple):
    """A name in a wording with its parts in each other's place, and the name that the record has."""

    latin: LatinName
    wording: Authored
    surface: str
    start: int


def turned_names(context: Context) -> Iterator[TurnedName]:
    """Such names in prose, where record and house style write family names first; not in quotations."""
    suspects: dict[str, dict[str, LatinName]] = {}
    for latin in context.latin_names:
        name = latin.name
        if context.is_harmed(latin.path[:3]):
            continue
        if isinstance(name, PersonName) and name.family and name.given and name.order != "given-first":
            turned = f"{name.given} {name.family}"
            if turned.casefold() in context.authored_prose.get(latin.tag, ""):
                suspects.setdefault(latin.tag, {})[turned] = latin
    for tag, names in suspects.items():
        known = {written(latin.name) for latin in context.latin_names if latin.tag == tag}
        told = [name for name, latin in names.items() if name not in known and _is_right(latin)]
        if told and style_order(context, tag) == "family-first":
            pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, told))})(?![\w-])")
            for wording in context.authored:
                if wording.tag == tag and wording.passage.prose and wording.path[0] != "quotations":
                    for match in pattern.finditer(wording.plain):
                        yield TurnedName(names[match[0]], wording, match[0], match.start())


def _is_right(latin: LatinName) -> bool:
    """Whether the record has the name as the characters do, as far as that can be known."""
    return not latin.is_pinyin or fit(latin) == "good"
