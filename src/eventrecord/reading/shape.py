"""What the model expects at a path of the data, and how to say it in plain words."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eventrecord.diagnostic import Path, where
from eventrecord.message import Meaning, Named, Where, joined, say
from eventrecord.model.base import Reference
from eventrecord.model.docstring import docstrings
from eventrecord.model.record import Record
from eventrecord.model.scalar import Scalar
from eventrecord.model.text import TAG_PATTERN

__all__ = [
    "Expected",
    "expected",
    "expected_keys",
    "fields",
    "is_prose",
    "kinds",
    "meaning",
    "name_of",
    "named",
    "said",
    "shown",
]

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Expected:
    """One kind of value that may stand somewhere: a model, dict, list, Literal or plain type.

    `arguments` are those of the dict, list or Literal; `marks` are the constraints and references on it.
    """

    kind: Any
    arguments: tuple[Any, ...] = ()
    marks: tuple[Any, ...] = ()

    @property
    def pattern(self) -> str | None:
        """The pattern that a text must match."""
        patterns = (getattr(mark, "pattern", None) for mark in self.marks)
        return next((str(pattern) for pattern in patterns if pattern), None)

    @property
    def is_tag(self) -> bool:
        """Whether it is a language tag."""
        return self.pattern == TAG_PATTERN

    @property
    def reference(self) -> Reference | None:
        """What an id points to."""
        return next((mark for mark in self.marks if isinstance(mark, Reference)), None)

    @property
    def choices(self) -> list[str]:
        """The values of an enumeration."""
        if self.kind is Literal:
            return [str(value) for value in self.arguments]
        return [str(member.value) for member in self.kind] if self.is_a(Enum) else _listed(self.pattern)

    def is_a(self, *kinds: type) -> bool:
        """Whether the kind is one of these classes or a child of one."""
        return isinstance(self.kind, type) and issubclass(self.kind, kinds)


def _listed(pattern: str | None) -> list[str]:
    """The words of a pattern that is a mere list of them."""
    match = re.fullmatch(r"\^\(([a-z|-]+)\)\$", pattern or "")
    return match[1].split("|") if match else []


def kinds(annotation: Any, marks: tuple[Any, ...] = ()) -> list[Expected]:
    """The kinds of value that an annotation allows, None left out."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        for mark in more:
            marks += tuple(mark.metadata) if isinstance(mark, FieldInfo) else (mark,)
        return kinds(inner, marks)
    if origin in (Union, types.UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        return [kind for member in members for kind in kinds(member, marks)]
    return [Expected(origin or annotation, get_args(annotation), marks)]


def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the names that they have in a record."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def expected(path: Path) -> list[Expected]:
    """What may stand at `path`."""
    found = [Expected(Record)]
    for part in path:
        found = [below for kind in found for below in _step(kind, part)]
    return found


def expected_keys(path: Path) -> list[Expected]:
    """What the keys of the mapping at `path` may be, where they are not fields."""
    return [key for kind in expected(path) if kind.kind is dict for key in kinds(kind.arguments[0])]


def meaning(path: Path) -> str | None:
    """What is told of the field that the value at `path` belongs to: the nearest one on the way."""
    for end in range(len(path), 0, -1):
        for kind in expected(path[: end - 1]):
            if kind.is_a(BaseModel):
                for name, field in kind.kind.model_fields.items():
                    if path[end - 1] == (field.alias or name):
                        return Meaning(docstrings(kind.kind)[name], path[:end])
    return None


def is_prose(path: Path) -> bool:
    """Whether free text may stand at `path`."""
    return any(kind.kind is str and kind.pattern is None for kind in expected(path))


def named(model: type) -> str:
    """What a model is called: a participation, an event."""
    words = _CALLED.get(model.__name__) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
    return Named(f"{'an' if words[0] in 'aeiou' else 'a'} {words}")


def said(found: Iterable[Expected]) -> str:
    """What is wanted, in words."""
    words = list(dict.fromkeys(_words(kind) for kind in found))
    return joined(words, say(" or ")) if words else say("another value")


def shown(value: object) -> str:
    """A value of the data, in words."""
    if isinstance(value, dict):
        return say("a mapping")
    if isinstance(value, list):
        return say("a list")
    text = str(value)
    return f"`{text}`" if len(text) <= _SHORT else f"`{text[: _SHORT - 1]}…`"


def name_of(path: Path) -> Where:
    """The value at `path` as messages name it: `did`, entry 2 of `did`, `name.en`."""
    last = path[-1]
    if isinstance(last, int):
        return where(path, f"entry {last + 1} of {name_of(path[:-1])}")
    if any(kind.is_a(BaseModel) for kind in expected(path[:-1])) or len(path) == 1:
        return where(path, f"`{last}`")
    return where(path, f"`{path[-2]}.{last}`" if isinstance(path[-2], str) else f"`{last}`")


def _step(kind: Expected, part: str | int) -> list[Expected]:
    if isinstance(part, int):
        return kinds(kind.arguments[0]) if kind.kind is list else []
    if kind.kind is dict:
        return kinds(kind.arguments[1])
    if kind.is_a(BaseModel) and part in fields(kind.kind):
        field = fields(kind.kind)[part]
        return kinds(field.annotation, tuple(field.metadata))
    return []


def _words(kind: Expected) -> str:
    if kind.choices:
        return _one_of(kind.choices)
    if kind.is_a(BaseModel):
        return say("a mapping with the fields of {model}", model=named(kind.kind))
    if kind.is_a(Scalar):
        examples = kind.kind.schema().get("examples")
        example = examples[0] if isinstance(examples, list) else ""
        return say("{model} such as {example}", model=named(kind.kind), example=example)
    if kind.kind is dict:
        return (
            say("one entry per language")
            if kinds(kind.arguments[0])[0].is_tag
            else say("entries that each begin with an id")
        )
    if kind.reference is not None:
        return say("the id of an entry of `{kind}`", kind=kind.reference.kind)
    return say("a language tag such as zh-Hans") if kind.is_tag else _PLAIN.get(kind.kind, say("a value"))


def _one_of(choices: list[str]) -> str:
    if len(choices) == 1:
        return f"`{choices[0]}`"
    return say("one of {choices}", choices=joined(choices, say(", ")))


_CALLED = {"Moment": "date", "Amount": "number", "Money": "sum of money"}
_PLAIN: dict[Any, str] = {
    str: say("a text"),
    int: say("a whole number"),
    float: say("a number"),
    bool: say("true or false"),
    list: say("a list"),
}
