"""Records that build on others: what an entry of another record refers to is of that record."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

from eventrecord.model.base import Reference
from eventrecord.model.slot import Slot, SlotError, parse_prose

__all__ = ["qualified"]

Own = Callable[[str, str], bool]
"""Whether the record itself has an entry of a kind and id."""


def qualified(model: Any, owner: str, own: Own) -> Any:
    """A copy of a record, or a part of one, whose references to entries of its own begin with `owner/`.

    So they name the same entries when they are followed from another record.
    """
    changes: dict[str, Any] = {}
    kinds: type[BaseModel] = type(model)
    for name, kind in _kinds(kinds).items():
        value = getattr(model, name)
        changed = _changed(value, kind, owner, own)
        if changed is not value:
            changes[name] = changed
    return model.model_copy(update=changes) if changes else model


def _changed(value: Any, kind: str | None, owner: str, own: Own) -> Any:
    if isinstance(value, BaseModel):
        return qualified(value, owner, own)
    if isinstance(value, list):
        return _same_or([_changed(item, kind, owner, own) for item in value], value)
    if isinstance(value, dict):
        return _same_or({key: _changed(item, kind, owner, own) for key, item in value.items()}, value)
    if not isinstance(value, str) or kind is None:
        return value
    if kind == "prose":
        return _prose(value, owner, own)
    return f"{owner}/{value}" if own(kind, value) else value


def _same_or(new: Any, old: Any) -> Any:
    return old if new == old else new


def _prose(text: str, owner: str, own: Own) -> str:
    try:
        slots = [part for part in parse_prose(text) if isinstance(part, Slot)]
    except SlotError:
        return text
    for slot in reversed(slots):
        if own(slot.kind, slot.id):
            at = slot.start + 1 + len(slot.kind) + 1
            text = f"{text[:at]}{owner}/{text[at:]}"
    return text


@cache
def _kinds(model: type[BaseModel]) -> dict[str, str | None]:
    """Per field the kind of entry it refers to; `prose` where it holds slots; None for anything else."""
    return {
        name: next(_marks(field.annotation, field.metadata), None)
        for name, field in model.__pydantic_fields__.items()
    }


def _marks(annotation: Any, marks: Sequence[object] = ()) -> Iterator[str]:
    """What a type that is no model refers to, anywhere in it."""
    for mark in (*marks, *getattr(annotation, "__metadata__", ())):
        if isinstance(mark, Reference):
            yield mark.kind
        elif mark == "prose":
            yield mark
    for inner in getattr(annotation, "__args__", ()):
        yield from _marks(inner)
