"""Keys that are not known, not there, or not of the sort that is wanted."""

from __future__ import annotations

import re
from difflib import get_close_matches

from pydantic import BaseModel

from eventrecord.diagnostic import Diagnostic, Path
from eventrecord.message import joined, say
from eventrecord.reading.meant import field
from eventrecord.reading.node import Data
from eventrecord.reading.problems.problem import Problem, at, error_at, instead
from eventrecord.reading.problems.signs import colon_in_text, full_width, is_sentence
from eventrecord.reading.problems.values import wrong_pattern
from eventrecord.reading.shape import (
    expected,
    expected_keys,
    fields,
    is_prose,
    meaning,
    name_of,
    named,
    shown,
)
from eventrecord.reading.tags import tag_problem

__all__ = ["meant_key", "missing_key", "unknown_key", "wrong_key"]


def unknown_key(problem: Problem, data: Data) -> Diagnostic:
    """A finding about a key that is no field, with the one that was probably meant."""
    path, key = problem.path, str(problem.path[-1])
    models = [kind.kind for kind in expected(path[:-1]) if kind.is_a(BaseModel)]
    known = [name for model in models for name in fields(model)]
    bare = key.strip("\u3000\xa0")
    if bare != key:
        message = say(
            "the spaces before `{key}` are full-width or non-breaking, and YAML takes them for part of it",
            key=bare,
        )
        return error_at(
            "full-width-punctuation",
            message,
            path,
            say("replace them with plain spaces"),
            at_key=True,
            fix=instead(path, bare, at_key=True, safe=True),
        )
    meant = meant_key(path)
    if meant is None and is_prose(path[:-1]) and is_sentence(at(data, path[:-1])):
        return colon_in_text(path[:-1])
    message = say(
        "{key} is not a field of {model}", key=shown(key), model=named(models[0]) if models else say("this")
    )
    if meant is not None:
        value = problem.value
        listed = isinstance(value, str) and any(kind.kind is list for kind in expected(meant))
        return error_at(
            "unknown-key",
            say("{message}; did you mean `{meant}`?", message=message, meant=meant[-1]),
            path,
            say("it is a list: write `{key}: [{inside}]`", key=meant[-1], inside=value) if listed else None,
            at_key=True,
            fix=None
            if listed
            else instead(path, str(meant[-1]), at_key=True, safe=_alike(key, str(meant[-1]))),
        )
    hint = say("its fields are {names}", names=joined(known, say(", ")))
    locales = at(data, ("locales",))
    if "text" in known and isinstance(locales, list) and key in locales:
        hint = say("what it says in a language stands below `text`: first `text:`, then `{tag}:`", tag=key)
    return error_at("unknown-key", message, path, hint, at_key=True)


def meant_key(path: Path) -> Path | None:
    """The field that an unknown key is another word for, or comes close to."""
    known = [name for kind in expected(path[:-1]) if kind.is_a(BaseModel) for name in fields(kind.kind)]
    key = str(path[-1])
    if word := field(key, known):
        return (*path[:-1], word)
    close = get_close_matches(key.lower().replace("-", "_"), known, 1)
    return (*path[:-1], close[0]) if close else None


def _alike(key: str, meant: str) -> bool:
    """Whether only capitals, hyphens and spaces differ; another word may be another fact."""
    return re.sub("[- ]", "_", key.strip().lower()) == meant


def missing_key(problem: Problem) -> Diagnostic:
    """A finding about a field that is needed."""
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
    return error_at("missing-key", message, problem.path, hint, at_key=True)


def wrong_key(problem: Problem) -> Diagnostic:
    """A finding about a key that is no id or language tag."""
    path, key = problem.path, str(problem.path[-1])
    wanted = expected_keys(path[:-1])
    if not any(kind.is_tag for kind in wanted):
        return wrong_pattern(problem, key, wanted)
    finding = tag_problem(key, path, at_key=True)
    if any(mark in key for mark in "：，"):
        return full_width(path, key, at_key=True)
    below = [model.kind for model in expected(path) if model.is_a(BaseModel)]
    if any(key in fields(model) for model in below):
        hint = say(
            "{field} is given per language: write `en:`, and below it, indented, `{key}:`",
            field=name_of(path[:-1]),
            key=key,
        )
        return error_at(finding.rule, finding.message, path, hint, at_key=True)
    return finding
