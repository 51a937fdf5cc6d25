"""What the model refuses, as findings in plain words: one for each place, the most helpful one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from eventrecord.diagnostic import Diagnostic, Path, Severity
from eventrecord.message import Message, joined, say
from eventrecord.model.base import ID_PATTERN, Url
from eventrecord.model.figure import Amount, Area, Money
from eventrecord.model.record import FORMAT
from eventrecord.model.span import Moment, Period
from eventrecord.reading.meant import choice, date, figure, no_such_day
from eventrecord.reading.node import Data
from eventrecord.reading.shape import (
    Expected,
    expected,
    expected_keys,
    fields,
    is_prose,
    kinds,
    meaning,
    name_of,
    named,
    said,
    shown,
)
from eventrecord.reading.tags import tag_problem

__all__ = ["MOST", "explained", "faults", "newer_format", "problems"]

MOST = 300
"""Problems that are put into words; the rest is only counted."""
_URL = kinds(Url)[0].pattern
_ID_WORDS = say("lower-case letters, digits and single hyphens, such as main-forum")
_WIDE = "：，、；｛｝［］【】"

_NOTHING = object()


@dataclass(frozen=True, slots=True)
class _Problem:
    """An error of pydantic's at its place in the data; `of_key` when the key itself is at fault."""

    type: str
    path: Path
    of_key: bool
    value: Data
    context: dict[str, Any]


def problems(
    error: ValidationError, data: Data, holes: Collection[Path], partial: Collection[Path]
) -> tuple[list[Diagnostic], int]:
    """The findings, and how many more there are beyond the first `MOST`.

    What stands at or below `holes` is left out: it has been explained already. In the mappings at `partial`
    nothing is missed.
    """
    best = _faults(error, data, holes, partial)
    some = best[:MOST]
    misspelt = {_meant(problem.path) for problem in some if problem.type == "extra_forbidden"}
    some = [problem for problem in some if problem.type != "missing" or problem.path not in misspelt]
    return [_told(problem, data) for problem in some], max(0, len(best) - MOST)


def faults(error: ValidationError, data: Data) -> list[tuple[Path, str]]:
    """Where the model refuses something, each place once, with the name that pydantic has for it."""
    return [(problem.path, problem.type) for problem in _faults(error, data, (), ())]


def _faults(
    error: ValidationError, data: Data, holes: Collection[Path], partial: Collection[Path]
) -> list[_Problem]:
    found = [_placed(details, data) for details in error.errors(include_url=False, include_input=False)]
    paths = [*holes, *(problem.path for problem in found)]
    above = {path[:end] for path in paths for end in range(len(path))}
    spoilt = {*partial, *(hole[:-1] for hole in holes)}
    best: dict[Path, _Problem] = {}
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
    return _finding("unsupported-format", message, ("format",), say("install a newer version of eventrecord"))


def _placed(details: ErrorDetails, data: Data) -> _Problem:
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
    return _Problem(details["type"], tuple(path), of_key, node, details.get("ctx", {}))


def _child(node: Data, part: str | int) -> Any:
    if isinstance(node, dict) and isinstance(part, str):
        return node.get(part, _NOTHING)
    if isinstance(node, list) and isinstance(part, int) and 0 <= part < len(node):
        return node[part]
    return _NOTHING


def _follows(problem: _Problem, spoilt: Collection[Path]) -> bool:
    """Whether something is only missed in a mapping of which not all is known."""
    if problem.type == "missing":
        return problem.path[:-1] in spoilt
    return problem.type == "value_error" and isinstance(problem.value, dict) and problem.path in spoilt


def _is_noise(problem: _Problem) -> bool:
    return problem.type.endswith("_type") or problem.type == "literal_error"


def _rank(problem: _Problem) -> int:
    if problem.of_key:
        return 0
    if problem.type == "literal_error" and not isinstance(problem.value, dict | list):
        return 2
    return 3 if _is_noise(problem) else 1


def _told(problem: _Problem, data: Data) -> Diagnostic:
    if problem.type == "extra_forbidden":
        return _unknown_key(problem, data)
    if problem.type == "missing":
        return _missing_key(problem)
    if problem.of_key:
        return _wrong_key(problem)
    if problem.value is None or isinstance(problem.value, dict | list):
        return _container(problem)
    text = str(problem.value)
    if problem.type == "string_pattern_mismatch":
        return _wrong_pattern(problem, text, expected(problem.path))
    if problem.type in ("enum", "literal_error"):
        return _wrong_choice(problem, text)
    if problem.type == "value_error":
        return _refused(problem, text)
    if problem.type in _BOUNDS:
        limit, bound = _BOUNDS[problem.type]
        return _wrong_value(
            problem,
            say(
                "{field} is {text}; {bound}",
                field=name_of(problem.path),
                text=shown(text),
                bound=bound(problem.context[limit]),
            ),
        )
    if problem.type == "string_too_short":
        return _wrong_value(
            problem,
            say("{field} is an empty text", field=name_of(problem.path)),
            say("write the words, or take the line out"),
        )
    if problem.type == "string_too_long":
        most = problem.context["max_length"]
        return _wrong_value(
            problem,
            say(
                "{field} has {length} characters; it may have {most}",
                field=name_of(problem.path),
                length=len(text),
                most=most,
            ),
        )
    return _wrong_type(problem)


_BOUNDS: dict[str, tuple[str, Callable[[float], Message]]] = {
    "greater_than": ("gt", lambda limit: say("it must be more than {limit:g}", limit=limit)),
    "greater_than_equal": ("ge", lambda limit: say("it must be at least {limit:g}", limit=limit)),
    "less_than": ("lt", lambda limit: say("it must be less than {limit:g}", limit=limit)),
    "less_than_equal": ("le", lambda limit: say("it must be at most {limit:g}", limit=limit)),
}


def _unknown_key(problem: _Problem, data: Data) -> Diagnostic:
    path, key = problem.path, str(problem.path[-1])
    models = [kind.kind for kind in expected(path[:-1]) if kind.is_a(BaseModel)]
    known = [name for model in models for name in fields(model)]
    bare = key.strip("\u3000\xa0")
    if bare != key:
        message = say(
            "the spaces before `{key}` are full-width or non-breaking, and YAML takes them for part of it",
            key=bare,
        )
        return _finding(
            "full-width-punctuation", message, path, say("replace them with plain spaces"), at_key=True
        )
    meant = _meant(path)
    if meant is None and is_prose(path[:-1]) and _is_sentence(_at(data, path[:-1])):
        return _colon_in_text(path[:-1])
    message = say(
        "{key} is not a field of {model}", key=shown(key), model=named(models[0]) if models else say("this")
    )
    if meant is not None:
        return _finding(
            "unknown-key",
            say("{message}; did you mean `{meant}`?", message=message, meant=meant[-1]),
            path,
            at_key=True,
        )
    return _finding(
        "unknown-key",
        message,
        path,
        say("its fields are {names}", names=joined(known, say(", "))),
        at_key=True,
    )


def _meant(path: Path) -> Path | None:
    """The field that an unknown key comes close to."""
    known = [name for kind in expected(path[:-1]) if kind.is_a(BaseModel) for name in fields(kind.kind)]
    close = get_close_matches(str(path[-1]).lower().replace("-", "_"), known, 1)
    return (*path[:-1], close[0]) if close else None


def _missing_key(problem: _Problem) -> Diagnostic:
    models = [kind.kind for kind in expected(problem.path[:-1]) if kind.is_a(BaseModel)]
    message = say(
        "{model} needs `{key}`", model=named(models[0]) if models else say("this"), key=problem.path[-1]
    )
    choices = [known for kind in expected(problem.path) for known in kind.choices]
    hint = (
        say("write `{key}: {choice}`", key=problem.path[-1], choice=choices[0])
        if len(choices) == 1
        else meaning(problem.path)
    )
    return _finding("missing-key", message, problem.path, hint, at_key=True)


def _wrong_key(problem: _Problem) -> Diagnostic:
    path, key = problem.path, str(problem.path[-1])
    wanted = expected_keys(path[:-1])
    if not any(kind.is_tag for kind in wanted):
        return _wrong_pattern(problem, key, wanted)
    finding = tag_problem(key, path, at_key=True)
    if any(mark in key for mark in "：，"):
        return _full_width(path, key, at_key=True)
    below = [model.kind for model in expected(path) if model.is_a(BaseModel)]
    if any(key in fields(model) for model in below):
        hint = say(
            "{field} is given per language: write `en:`, and below it, indented, `{key}:`",
            field=name_of(path[:-1]),
            key=key,
        )
        return _finding(finding.rule, finding.message, path, hint, at_key=True)
    return finding


def _container(problem: _Problem) -> Diagnostic:
    """A finding about a mapping, a list or nothing, where a value of another sort should stand."""
    path, value = problem.path, problem.value
    wanted = expected(path)
    name = name_of(path)
    if problem.type == "value_error" and any(kind.is_a(BaseModel) for kind in wanted):
        return _finding("wrong-value", _words_of(problem), path, at_key=True)
    if problem.type == "too_short":
        return _finding(
            "wrong-value", say("{field} has no entry; it needs one at least", field=name), path, at_key=True
        )
    if value is None:
        belongs = say("{wanted} belongs here; fill it in, or take the line out", wanted=said(wanted))
        return _finding("wrong-type", say("{field} is empty", field=name), path, belongs, at_key=True)
    if is_prose(path) and _is_sentence(value):
        return _colon_in_text(path)
    tight = next((key for key in value if key.startswith("-")), None) if isinstance(value, dict) else None
    if tight is not None and any(kind.kind is list for kind in wanted):
        return _tight_hyphen((*path, tight), tight, at_key=True)
    alone = isinstance(value, list) and len(value) == 1
    hint = say("take away the `- ` or the brackets") if alone else None
    return _finding(
        "wrong-type",
        say("{field} wants {wanted}, not {found}", field=name, wanted=said(wanted), found=shown(value)),
        path,
        hint,
        at_key=True,
    )


def _wrong_type(problem: _Problem) -> Diagnostic:
    path, text = problem.path, str(problem.value)
    wanted, hint = expected(path), None
    if any(kind.kind is list for kind in wanted):
        if re.match(r"-[A-Za-z]", text, re.ASCII):
            return _tight_hyphen(path, text.split(maxsplit=1)[0])
        inside = re.sub(r"\s*[，、；]\s*", ", ", text.strip("[]［］【】「」（）() "))
        choices = [known for kind in expected((*path, 0)) for known in kind.choices]
        inside = ", ".join(choice(entry, choices) or entry for entry in inside.split(", "))
        if text.startswith(("［", "【")):
            return _full_width(path, text, hint=say("write `{key}: [{inside}]`", key=path[-1], inside=inside))
        hint = say(
            "write `{key}: [{inside}]`, or one entry on each line below, after `- `",
            key=path[-1],
            inside=inside,
        )
    elif text.startswith(("｛", "［")):
        return _full_width(path, text)
    elif any(kind.kind is dict and expected_keys(path)[0].is_tag for kind in wanted):
        tag = "en" if text.isascii() else "zh-Hans"
        hint = say(
            "write `{key}:`, and below it, indented, `{tag}: {text}`", key=path[-1], tag=tag, text=text
        )
    message = say(
        "{field} wants {wanted}, not {found}", field=name_of(path), wanted=said(wanted), found=shown(text)
    )
    return _finding("wrong-type", message, path, hint)


def _wrong_pattern(problem: _Problem, text: str, wanted: list[Expected]) -> Diagnostic:
    path, at_key = problem.path, problem.of_key
    kind = next((kind for kind in wanted if kind.pattern == problem.context.get("pattern")), Expected(str))
    if kind.choices:
        return _wrong_choice(problem, text)
    if kind.is_tag:
        full_width = any(mark in text for mark in _WIDE)
        return _full_width(path, text) if full_width else tag_problem(text, path, at_key=at_key)
    if kind.reference is not None or kind.pattern == ID_PATTERN:
        if isinstance(path[-1], int) and re.search("[，、；]", text):
            return _full_width(path, text)
        slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        what = (
            say("the id of an entry of `{kind}`", kind=kind.reference.kind)
            if kind.reference
            else say("an id")
        )
        hint = say("write {slug}", slug=slug) if slug and text.isascii() and ".." not in text else None
        return _finding(
            "wrong-value",
            say("{text} cannot be {what}: {letters}", text=shown(text), what=what, letters=_ID_WORDS),
            path,
            hint,
            at_key=at_key,
        )
    if kind.pattern == _URL:
        message = say(
            "{text} is no address: it begins with https:, http:, mailto: or tel: and has no spaces",
            text=shown(text),
        )
        return _finding("wrong-value", message, path)
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    message = say("{text} cannot stand in `{key}`", text=shown(text), key=field)
    advice: str | None = meaning(path)
    if field in _LIKE:
        advice = say("write it like this: {example}", example=_LIKE[field])
    return _finding("wrong-value", message, path, advice)


_LIKE = {
    "country": "CN",
    "partners": "CN",
    "email": "press@example.org",
    "phone": "+86 21 1234 5678",
    "file": "opening.jpg",
    "sha256": say("64 digits from 0 to 9 and a to f"),
}


def _wrong_choice(problem: _Problem, text: str) -> Diagnostic:
    path = problem.path
    if path == ("format",):
        message = say(
            "{text} is no format of a record; this version of eventrecord reads {format}",
            text=shown(text),
            format=FORMAT,
        )
        return _finding("unsupported-format", message, path, say("write `format: {format}`", format=FORMAT))
    if isinstance(path[-1], int) and re.search("[，、；]", text):
        return _full_width(path, text)
    choices = [known for kind in expected(path) for known in kind.choices]
    meant = choice(text, choices)
    close = [meant] if meant else get_close_matches(text.lower().replace("_", "-"), choices, 1)
    field = name_of(path[:-1] if isinstance(path[-1], int) else path)
    message = say("{text} is not one of the values of {field}", text=shown(text), field=field)
    if close:
        message = say("{message}; did you mean `{meant}`?", message=message, meant=close[0])
    return _finding("wrong-value", message, path, say("it may be {names}", names=joined(choices, say(", "))))


def _refused(problem: _Problem, text: str) -> Diagnostic:
    """A finding in the model's own words."""
    wanted, field = expected(problem.path), str(problem.path[-1])
    if not any(kind.is_a(Moment, Period) for kind in wanted):
        number = any(kind.is_a(Amount, Money, Area) for kind in wanted)
        return _wrong_value(problem, _words_of(problem), figure(field, text) if number else None)
    words, fault = _words_of(problem), no_such_day(text)
    if "calendar" in words and fault:
        return _finding(
            "wrong-date",
            say("{text} is not in the calendar: {fault}", text=shown(text), fault=fault),
            problem.path,
        )
    years = re.fullmatch(r"(\d{4})年?\s*[-–—~～至到]\s*(\d{4})年?", text.strip(), re.ASCII)
    written = f"{years[1]}/{years[2]}" if years else date(text)
    return _finding(
        "wrong-date", words, problem.path, say("write {written}", written=written) if written else None
    )


def _colon_in_text(path: Path) -> Diagnostic:
    message = say(
        "{field} is a text with a colon and a space in it, which YAML takes for the end of a key",
        field=name_of(path),
    )
    return _finding("unquoted-colon", message, path, say("put the whole text in quotation marks"))


def _tight_hyphen(path: Path, text: str, *, at_key: bool = False) -> Diagnostic:
    message = say("after the hyphen of `{text}` a space is missing", text=text)
    return _finding("yaml-syntax", message, path, say("write `- {text}`", text=text[1:]), at_key=at_key)


def _full_width(path: Path, text: str, *, at_key: bool = False, hint: str | None = None) -> Diagnostic:
    found = next(mark for mark in text if mark in _WIDE)
    message = say(
        "{what} comes from a Chinese keyboard, and YAML takes it for part of a word",
        what=say("the `{mark}` in {text}", mark=found, text=shown(text)),
    )
    if hint is None and isinstance(path[-1], int):
        hint = say(
            "part the entries by a comma and a space: {entries}", entries=re.sub(r"[，、；]+ *", ", ", text)
        )
    hint = hint or say("write the half-width sign instead")
    return _finding("full-width-punctuation", message, path, hint, at_key=at_key)


def _wrong_value(problem: _Problem, message: str, hint: str | None = None) -> Diagnostic:
    return _finding("wrong-value", message, problem.path, hint)


def _finding(
    rule: str, message: str, path: Path, hint: str | None = None, *, at_key: bool = False
) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, message, path, hint=hint, at_key=at_key)


def _words_of(problem: _Problem) -> str:
    """What the model says."""
    error = problem.context.get("error")
    return error.args[0] if isinstance(error, ValueError) else say("this is not what may stand here")


def _is_sentence(value: Data) -> bool:
    """Whether a mapping is the beginning of a sentence with a colon after it."""
    return (
        isinstance(value, dict)
        and len(value) == 1
        and not re.fullmatch(r"[a-z_-]+", next(iter(value)), re.ASCII)
    )


def _at(data: Data, path: Path) -> Data:
    for part in path:
        data = _child(data, part)
    return data
