"""One walk over a record: every reference, text and doubtful fact in it, each with its path."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, cast, get_args, get_origin

from eventrecord.diagnostic import Path
from eventrecord.model.agent import PersonName
from eventrecord.model.base import Model, Reference
from eventrecord.model.slot import Slot
from eventrecord.model.source import Fact, Sourcing, Standing
from eventrecord.model.text import Wording

__all__ = ["Doubt", "Mention", "Passage", "Survey", "Wordings", "field_keys", "is_press"]

Wordings = dict[str, str | Wording | PersonName]
"""One wording per language tag: of a text, or of a person's name."""


class Mention(NamedTuple):
    """A place that names an entry by its id: a field, or a slot in the wording at `path`."""

    path: Path
    kind: str
    id: str
    slot: Slot | None = None


class Passage(NamedTuple):
    """A text of the record; `prose` may hold slots."""

    path: Path
    wordings: Wordings
    prose: bool


class Doubt(NamedTuple):
    """A fact, or the sourcing of one field, whose standing is not confirmed."""

    path: Path
    sourcing: Sourcing


def is_press(passage: Passage) -> bool:
    """Whether a text is the headline of a release, or in its body."""
    return passage.path[0] == "releases" and passage.path[2] in ("headline", "subheadline", "body")


class Survey:
    """What one walk over a record, or a part of it, has found, in the order of the fields."""

    def __init__(self, part: Model) -> None:
        self.mentions: list[Mention] = []
        self.passages: list[Passage] = []
        self.doubts: list[Doubt] = []
        self.sourced: list[tuple[Path, Fact]] = []
        """Facts that tell the sourcing of single fields."""
        _visit(self, part, ())


_Step = Callable[[Survey, Any, Path], None]


def field_keys(model: type[Model]) -> dict[str, str]:
    """The key in YAML of every field of a model, by the field's name: `as` of `as_`."""
    return {name: field.alias or name for name, field in model.__pydantic_fields__.items()}


def _visit(survey: Survey, part: Model, path: Path) -> None:
    values = part.__dict__
    for name, key, step in _plan(type(part)):
        value = values[name]
        if value:
            step(survey, value, (*path, key))
    if values.get("standing", Standing.CONFIRMED) is not Standing.CONFIRMED:
        survey.doubts.append(Doubt(path, cast("Sourcing", part)))
    if values.get("sourcing"):
        survey.sourced.append((path, cast("Fact", part)))


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, str, _Step], ...]:
    """The fields of a model that lead anywhere, each with its key and what to do with its value."""
    steps = (
        (name, field.alias or name, _step(field.annotation, tuple(field.metadata)))
        for name, field in model.__pydantic_fields__.items()
    )
    return tuple((name, key, step) for name, key, step in steps if step is not None)


def _step(annotation: Any, marks: tuple[object, ...] = ()) -> _Step | None:
    """What to do with a value of this type, so marked; None if nothing of interest can be in it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _step(arguments[0], (*marks, *arguments[1:]))
    for mark in marks:
        if isinstance(mark, Reference):
            return _reference(mark.kind)
    if origin in (Union, UnionType):
        return _alternatives([step for part in arguments if (step := _step(part, marks))])
    if origin is list:
        return _each(_step(arguments[0]))
    if origin is dict:
        return _wordings("prose" in marks) if _is_wording(arguments[1]) else _every(_step(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _model
    return None


def _is_wording(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _is_wording(get_args(annotation)[0])
    return any(part in (Wording, PersonName) for part in get_args(annotation))


def _model(survey: Survey, value: Any, path: Path) -> None:
    if not isinstance(value, str):
        _visit(survey, value, path)


def _reference(kind: str) -> _Step:
    def step(survey: Survey, value: Any, path: Path) -> None:
        if type(value) is str:
            survey.mentions.append(Mention(path, kind, value))

    return step


def _wordings(prose: bool) -> _Step:
    def step(survey: Survey, value: Any, path: Path) -> None:
        survey.passages.append(Passage(path, value, prose))

    return step


def _alternatives(steps: list[_Step]) -> _Step | None:
    if len(steps) < 2:
        return steps[0] if steps else None

    def step(survey: Survey, value: Any, path: Path) -> None:
        for alternative in steps:
            alternative(survey, value, path)

    return step


def _each(item: _Step | None) -> _Step | None:
    if item is None:
        return None

    def step(survey: Survey, value: Any, path: Path) -> None:
        if type(value) is list:
            for index, part in enumerate(value):
                item(survey, part, (*path, index))

    return step


def _every(item: _Step | None) -> _Step | None:
    if item is None:
        return None

    def step(survey: Survey, value: Any, path: Path) -> None:
        for key, part in value.items():
            item(survey, part, (*path, key))

    return step
