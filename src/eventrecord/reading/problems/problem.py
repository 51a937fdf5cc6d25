"""An error of the model's, at its place in the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity
from eventrecord.message import say
from eventrecord.reading.node import Data

__all__ = ["Problem", "at", "error_at", "instead", "placed", "words_of"]

_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Problem:
    """An error of pydantic's at its place in the data; `of_key` when the key itself is at fault."""

    type: str
    path: Path
    of_key: bool
    value: Data
    context: dict[str, Any]


def placed(details: ErrorDetails, data: Data) -> Problem:
    """An error with its path in the data: the labels that pydantic puts between are taken out."""
    loc, node = list(details["loc"]), data
    of_key = bool(loc) and loc[-1] == "[key]"
    missing = loc.pop() if details["type"] == "missing" else None
    path: list[str | int] = []
    for part in loc:
        below = _child(node, part)
        if below is not _NOTHING:
            node = below
            path.append(part)
    if missing is not None:
        path.append(missing)
    return Problem(details["type"], tuple(path), of_key, node, details.get("ctx", {}))


def at(data: Data, path: Path) -> Data:
    """What stands at `path`."""
    for part in path:
        data = _child(data, part)
    return data


def words_of(problem: Problem) -> str:
    """What the model says."""
    error = problem.context.get("error")
    return error.args[0] if isinstance(error, ValueError) else say("this is not what may stand here")


def error_at(
    rule: str,
    message: str,
    path: Path,
    hint: str | None = None,
    *,
    at_key: bool = False,
    fix: Fix | None = None,
) -> Diagnostic:
    """An error at `path`."""
    return Diagnostic(rule, Severity.ERROR, message, path, hint=hint, at_key=at_key, fix=fix)


def instead(path: Path, written: str, *, at_key: bool = False, safe: bool = False) -> Fix:
    """A fix that puts another value, or another key, at `path`."""
    what = say("rename it to {key}", key=written) if at_key else say("replace it by {new}", new=written)
    return Fix(what, (Edit(path, written, at_key=at_key),), safe)


def _child(node: Data, part: str | int) -> Any:
    if isinstance(node, dict) and isinstance(part, str):
        return node.get(part, _NOTHING)
    if isinstance(node, list) and isinstance(part, int) and 0 <= part < len(node):
        return node[part]
    return _NOTHING
