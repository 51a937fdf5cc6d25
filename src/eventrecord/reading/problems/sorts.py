"""Values of another sort than their field wants."""

from __future__ import annotations

import re

from pydantic import BaseModel

from eventrecord.diagnostic import Diagnostic
from eventrecord.message import joined, say
from eventrecord.reading.meant import choice
from eventrecord.reading.problems.problem import Problem, error_at, words_of
from eventrecord.reading.problems.signs import colon_in_text, full_width, is_sentence, tight_hyphen
from eventrecord.reading.shape import expected, expected_keys, fields, is_prose, name_of, said, shown

__all__ = ["container", "wrong_type"]


def container(problem: Problem) -> Diagnostic:
    """A finding about a mapping, a list or nothing, where a value of another sort should stand."""
    path, value = problem.path, problem.value
    wanted = expected(path)
    name = name_of(path)
    if problem.type == "value_error" and any(kind.is_a(BaseModel) for kind in wanted):
        return error_at("wrong-value", words_of(problem), path, at_key=True)
    if problem.type == "too_short":
        return error_at(
            "wrong-value", say("{field} has no entry; it needs one at least", field=name), path, at_key=True
        )
    if value is None:
        belongs = say("{wanted} should stand here; fill it in, or take the line out", wanted=said(wanted))
        return error_at("wrong-type", say("{field} is empty", field=name), path, belongs, at_key=True)
    if is_prose(path) and is_sentence(value):
        return colon_in_text(path)
    tight = next((key for key in value if key.startswith("-")), None) if isinstance(value, dict) else None
    if tight is not None and any(kind.kind is list for kind in wanted):
        return tight_hyphen((*path, tight), tight, at_key=True)
    alone = isinstance(value, list) and len(value) == 1
    hint = say("take away the `- ` or the brackets") if alone else None
    if isinstance(value, dict) and any(kind.kind is list for kind in wanted):
        hint = say("it is a list: write `- ` before its first line, and indent the others as far")
    return error_at(
        "wrong-type",
        say("{field} wants {wanted}, not {found}", field=name, wanted=said(wanted), found=shown(value)),
        path,
        hint,
        at_key=True,
    )


def wrong_type(problem: Problem) -> Diagnostic:
    """A finding about a text where a value of another sort should stand."""
    path, text = problem.path, str(problem.value)
    wanted, hint = expected(path), None
    if any(kind.kind is list for kind in wanted):
        if re.match(r"-[A-Za-z]", text, re.ASCII):
            return tight_hyphen(path, text.split(maxsplit=1)[0])
        inside = re.sub(r"\s*[，、；]\s*", ", ", text.strip("[]［］【】「」（）() "))
        choices = [known for kind in expected((*path, 0)) for known in kind.choices]
        inside = ", ".join(choice(entry, choices) or entry for entry in inside.split(", "))
        if text.startswith(("［", "【")):
            return full_width(path, text, hint=say("write `{key}: [{inside}]`", key=path[-1], inside=inside))
        hint = say(
            "write `{key}: [{inside}]`, or one entry on each line below, after `- `",
            key=path[-1],
            inside=inside,
        )
    elif text.startswith(("｛", "［")):
        return full_width(path, text)
    elif any(kind.kind is dict and expected_keys(path)[0].is_tag for kind in wanted):
        tag = "en" if text.isascii() else "zh-Hans"
        hint = say(
            "write `{key}:`, and below it, indented, `{tag}: {text}`", key=path[-1], tag=tag, text=text
        )
    elif models := [kind.kind for kind in wanted if kind.is_a(BaseModel)]:
        names = joined((name for model in models for name in fields(model)), say(", "))
        hint = say("write `{key}:`, and below it, indented, its fields: {names}", key=path[-1], names=names)
    message = say(
        "{field} wants {wanted}, not {found}", field=name_of(path), wanted=said(wanted), found=shown(text)
    )
    return error_at("wrong-type", message, path, hint)
