"""What the model refuses, as findings in plain words: one for each place, the most helpful one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from pydantic import ValidationError

from eventrecord.diagnostic import Diagnostic, Path
from eventrecord.message import Message, say
from eventrecord.model.record import FORMAT
from eventrecord.reading.node import Data
from eventrecord.reading.problems.keys import meant_key, missing_key, unknown_key, wrong_key
from eventrecord.reading.problems.problem import Problem, error_at, placed
from eventrecord.reading.problems.sorts import container, wrong_type
from eventrecord.reading.problems.values import refused, wrong_choice, wrong_pattern, wrong_value
from eventrecord.reading.shape import expected, name_of, shown

__all__ = ["MOST", "explained", "faults", "newer_format", "problems"]

MOST = 300
"""Problems that are put into words; the rest is only counted."""


def problems(
    error: ValidationError, data: Data, holes: Collection[Path], partial: Collection[Path]
) -> tuple[list[Diagnostic], int]:
    """The findings, and how many more there are beyond the first `MOST`.

    What stands at or below `holes` is left out: it has been explained already. In the mappings at `partial`
    nothing is missed.
    """
    best = _faults(error, data, holes, partial)
    some = best[:MOST]
    misspelt = {meant_key(problem.path) for problem in some if problem.type == "extra_forbidden"}
    some = [problem for problem in some if problem.type != "missing" or problem.path not in misspelt]
    return [_told(problem, data) for problem in some], max(0, len(best) - MOST)


def faults(error: ValidationError, data: Data) -> list[tuple[Path, str]]:
    """Where the model refuses something, each place once, with the name that pydantic has for it."""
    return [(problem.path, problem.type) for problem in _faults(error, data, (), ())]


def _faults(
    error: ValidationError, data: Data, holes: Collection[Path], partial: Collection[Path]
) -> list[Problem]:
    found = [placed(details, data) for details in error.errors(include_url=False, include_input=False)]
    paths = [*holes, *(problem.path for problem in found)]
    above = {path[:end] for path in paths for end in range(len(path))}
    spoilt = {*partial, *(hole[:-1] for hole in holes)}
    best: dict[Path, Problem] = {}
    for problem in found:
        noise = problem.path in above and not problem.of_key and _is_noise(problem)
        if noise or _follows(problem, spoilt) or explained(problem.path, holes):
            continue
        known = best.get(problem.path)
        if known is None or _rank(problem) < _rank(known):
            best[problem.path] = problem
    return list(best.values())


def explained(path: Path, holes: Collection[Path]) -> bool:
    """Whether a path is one of `holes` or below one."""
    return bool(holes) and any(path[:end] in holes for end in range(len(path) + 1))


def newer_format(data: Data) -> Diagnostic | None:
    """The finding about a record of a later format than this program knows; then nothing else counts."""
    written = data.get("format") if isinstance(data, dict) else None
    match = (
        re.fullmatch(r"eventrecord/([1-9]\d{0,3})", written, re.ASCII) if isinstance(written, str) else None
    )
    if match is None or match[0] == FORMAT:
        return None
    message = say(
        "this record is written in the format {written}; this version of eventrecord reads {format}",
        written=written,
        format=FORMAT,
    )
    return error_at("unsupported-format", message, ("format",), say("install a newer version of eventrecord"))


def _follows(problem: Problem, spoilt: Collection[Path]) -> bool:
    """Whether something is only missed in a mapping of which not all is known."""
    if problem.type == "missing":
        return problem.path[:-1] in spoilt
    return problem.type == "value_error" and isinstance(problem.value, dict) and problem.path in spoilt


def _is_noise(problem: Problem) -> bool:
    return problem.type.endswith("_type") or problem.type == "literal_error"


def _rank(problem: Problem) -> int:
    if problem.of_key:
        return 0
    if problem.type == "literal_error" and not isinstance(problem.value, dict | list):
        return 2
    return 3 if _is_noise(problem) else 1


def _told(problem: Problem, data: Data) -> Diagnostic:
    if problem.type == "extra_forbidden":
        return unknown_key(problem, data)
    if problem.type == "missing":
        return missing_key(problem)
    if problem.of_key:
        return wrong_key(problem)
    if problem.value is None or isinstance(problem.value, dict | list):
        return container(problem)
    text = str(problem.value)
    if problem.type == "string_pattern_mismatch":
        return wrong_pattern(problem, text, expected(problem.path))
    if problem.type in ("enum", "literal_error"):
        return wrong_choice(problem, text)
    if problem.type == "value_error":
        return refused(problem, text)
    if problem.type in _BOUNDS:
        limit, bound = _BOUNDS[problem.type]
        return wrong_value(
            problem,
            say(
                "{field} is {text}; {bound}",
                field=name_of(problem.path),
                text=shown(text),
                bound=bound(problem.context[limit]),
            ),
        )
    if problem.type == "string_too_short":
        return wrong_value(
            problem,
            say("{field} is an empty text", field=name_of(problem.path)),
            say("write the words, or take the line out"),
        )
    if problem.type == "string_too_long":
        most = problem.context["max_length"]
        return wrong_value(
            problem,
            say(
                "{field} has {length} characters; it may have {most}",
                field=name_of(problem.path),
                length=len(text),
                most=most,
            ),
        )
    return wrong_type(problem)


_BOUNDS: dict[str, tuple[str, Callable[[float], Message]]] = {
    "greater_than": ("gt", lambda limit: say("it must be more than {limit:g}", limit=limit)),
    "greater_than_equal": ("ge", lambda limit: say("it must be at least {limit:g}", limit=limit)),
    "less_than": ("lt", lambda limit: say("it must be less than {limit:g}", limit=limit)),
    "less_than_equal": ("le", lambda limit: say("it must be at most {limit:g}", limit=limit)),
}
