"""What is sound of a record with faults, so that the rules find in one run what a fault does not concern.

What the model refuses is left out where it may be, or else filled with the least that the model takes: no
list gets shorter, so every path means the same place in the file.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from eventrecord.diagnostic import Path
from eventrecord.model.base import ID_PATTERN
from eventrecord.model.record import Record
from eventrecord.model.scalar import Scalar
from eventrecord.reading.node import Data
from eventrecord.reading.problems import MOST, faults
from eventrecord.reading.shape import Expected, expected, fields, kinds

__all__ = ["Remains", "remains_of"]

_ROUNDS = 12
"""Times that a record is looked at again, since what is left out may be needed by what it stood in."""
_NOTHING = object()
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Remains:
    """A record without its faulty parts.

    `lost` are the paths of what was left out, was filled or cannot be relied on; `words` all texts and keys
    there, among them perhaps ids that other parts of the record name.
    """

    record: Record
    lost: frozenset[Path]
    words: frozenset[str]

    def may_hold(self, kind: str, name: str) -> bool:
        """Whether an entry of `kind` may have been among what was lost."""
        if name in self.words or any(_holds(way, kind) for way in self.lost):
            return True
        unknown = any(len(way) == 1 and way[0] not in Record.model_fields for way in self.lost)
        return unknown and not getattr(self.record, kind, None)

    def ids(self, kind: str) -> set[str]:
        """The ids of entries of `kind` in which something was lost, or that were lost."""
        return {str(way[1]) for way in self.lost if way[0] == kind and len(way) > 1}

    def with_related(self, records: dict[str, Record]) -> Remains:
        """The same, able to look into other records."""
        return replace(self, record=self.record.with_related(records))


def _holds(way: Path, kind: str) -> bool:
    """Whether entries of a kind, or their ids, stand at a path."""
    if kind not in ("events", "releases"):
        return way in ((kind,), ("",))
    nested = way[0] == "event" if kind == "events" else way[0] == "releases"
    return nested and (way[-1] in ("id", "event", "sub_events", "releases", "") or isinstance(way[-1], int))


def remains_of(data: Data, doubtful: Collection[Path]) -> Remains | None:
    """What is sound of `data`, of which the values at the paths in `doubtful` are not known for certain.

    None where nothing can be relied on.
    """
    if () in doubtful:
        return None
    rest, mended = copy.deepcopy(data), set[Path]()
    for _ in range(_ROUNDS):
        try:
            record = Record.model_validate(rest)
        except ValidationError as error:
            found = faults(error, rest)
            if len(found) > MOST:
                return None
            for path, kind in found:
                way = _mend(rest, path, kind, mended)
                if way is None:
                    return None
                mended.add(way)
        else:
            lost = mended.union(doubtful)
            return Remains(record, frozenset(lost), frozenset(_words(data, lost)))
    return None


def _mend(rest: Data, path: Path, kind: str, mended: Collection[Path]) -> Path | None:
    """Take out or fill what is wrong at `path`, or around it where that was of no use; the way to it."""
    value = _at(rest, path)
    if kind == "value_error" and isinstance(value, dict) and (culprit := _culprit(path, value)):
        del value[culprit]
        return (*path, culprit)
    while path and (path in mended or not _replaced(rest, path, kind)):
        path = path[:-1]
    return path or None


def _replaced(rest: Data, path: Path, kind: str) -> bool:
    """Whether what is wrong could be taken out, or something put in its place."""
    above, key = _at(rest, path[:-1]), path[-1]
    if isinstance(above, dict) and isinstance(key, str):
        if kind == "extra_forbidden" or not _is_needed(path):
            return above.pop(key, _NOTHING) is not _NOTHING
    elif not (isinstance(above, list) and isinstance(key, int) and key < len(above)):
        return False
    example = next((found for known in expected(path) if (found := _example(known)) is not None), None)
    if example is not None:
        above[key] = copy.deepcopy(example)
    return example is not None


def _is_needed(path: Path) -> bool:
    """Whether the mapping above cannot do without it."""
    models = [known.kind for known in expected(path[:-1]) if known.is_a(BaseModel)]
    return any(path[-1] in fields(model) and fields(model)[str(path[-1])].is_required() for model in models)


def _culprit(path: Path, value: dict[str, Data]) -> str | None:
    """The key without which a mapping would be what the model wants: parts of it do not go together."""
    for model in (known.kind for known in expected(path) if known.is_a(BaseModel)):
        for key in value:
            if _accepts(model, {other: part for other, part in value.items() if other != key}):
                return key
    return None


def _accepts(model: type[BaseModel], value: object) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


def _example(known: Expected) -> Data:
    """The least that may stand where this is expected, recognizable as nothing of the office's."""
    if known.choices:
        return known.choices[0]
    if known.is_a(BaseModel):
        return _least(known.kind)
    if known.kind is dict:
        key, value = (kinds(argument)[0] for argument in known.arguments)
        return {str(_example(key)): _example(value)}
    if known.kind is list:
        item = _example(kinds(known.arguments[0])[0])
        return None if item is None else [item]
    if known.is_a(Scalar):
        examples = known.kind.schema().get("examples")
        return str(examples[0]) if isinstance(examples, list) else None
    if known.is_tag:
        return "und"
    if known.reference is not None or known.pattern == ID_PATTERN:
        return "left-out"
    if known.pattern is not None:
        return None
    return "…" if known.kind is str else "1"


@cache
def _least(model: type[BaseModel]) -> Data:
    """The smallest mapping that a model takes; None where more than one field would have to be chosen."""
    needed: dict[str, Data] = {}
    for name, field in fields(model).items():
        if field.is_required():
            needed[name] = _example(kinds(field.annotation, tuple(field.metadata))[0])
    if _accepts(model, needed):
        return needed
    for name, field in fields(model).items():
        known = kinds(field.annotation, tuple(field.metadata))[0]
        if name not in needed and _accepts(model, least := {**needed, name: _example(known)}):
            return least
    return None


def _at(data: Data, path: Path) -> Any:
    node: Any = data
    for part in path:
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            return None
    return node


def _words(data: Data, lost: Collection[Path]) -> Iterator[str]:
    for path in lost:
        yield from _ID.findall(str(path[-1]) if path else "")
        waiting = [_at(data, path)]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                waiting += [*node, *node.values()]
            elif isinstance(node, list):
                waiting += node
            elif node is not None:
                yield from _ID.findall(node)
