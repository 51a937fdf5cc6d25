"""Values that cannot stand in their field."""

from __future__ import annotations

import re
from difflib import get_close_matches
from unicodedata import normalize

from eventrecord.diagnostic import Diagnostic
from eventrecord.message import Option, joined, say
from eventrecord.model.base import ID_PATTERN, Url
from eventrecord.model.figure import Amount, Area, Money
from eventrecord.model.record import FORMAT
from eventrecord.model.span import Moment, Period
from eventrecord.reading.meant import choice, date, figure, no_such_day, not_known_yet
from eventrecord.reading.problems.problem import Problem, error_at, instead, words_of
from eventrecord.reading.problems.signs import WIDE, full_width
from eventrecord.reading.shape import Expected, expected, kinds, meaning, name_of, shown
from eventrecord.reading.tags import tag_problem

__all__ = ["refused", "wrong_choice", "wrong_pattern", "wrong_value"]

_URL = kinds(Url)[0].pattern
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/\S*)?", re.ASCII)
"""An address on the web without its beginning, which is how people say it."""
_ID_WORDS = say("lower-case letters, digits and single hyphens, such as main-forum")


def wrong_pattern(problem: Problem, text: str, wanted: list[Expected]) -> Diagnostic:
    """A finding about a text that is not written as its field wants."""
    path, at_key = problem.path, problem.of_key
    kind = next((kind for kind in wanted if kind.pattern == problem.context.get("pattern")), Expected(str))
    if kind.choices:
        return wrong_choice(problem, text)
    if kind.is_tag:
        wide = any(mark in text for mark in WIDE)
        return full_width(path, text) if wide else tag_problem(text, path, at_key=at_key)
    if kind.reference is not None or kind.pattern == ID_PATTERN:
        if isinstance(path[-1], int) and re.search("[，、；]", text):
            return full_width(path, text)
        letters = normalize("NFKC", text).lower().strip(" “”‘’")
        slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
        what = (
            say("the id of an entry of `{kind}`", kind=kind.reference.kind)
            if kind.reference
            else say("an id")
        )
        hint = say("write {slug}", slug=slug) if slug and letters.isascii() and ".." not in text else None
        return error_at(
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
        hint = say("write https://{text}", text=text) if _HOST.fullmatch(text) else None
        return error_at("wrong-value", message, path, hint)
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    message = say("{text} cannot stand in `{key}`", text=shown(text), key=field)
    advice: str | None = meaning(path)
    if field in _LIKE:
        advice = say("write it like this: {example}", example=_LIKE[field])
    narrow = normalize("NFKC", text).replace("。", ".").strip()
    if narrow != text and kind.pattern and re.search(kind.pattern, narrow):
        return error_at(
            "wrong-value", message, path, say("write {text}", text=narrow), fix=instead(path, narrow)
        )
    return error_at("wrong-value", message, path, not_known_yet(text) or advice)


_LIKE = {
    "country": "CN",
    "partners": "CN",
    "email": "press@example.org",
    "phone": "+86 21 1234 5678",
    "file": "opening.jpg",
    "sha256": say("64 digits from 0 to 9 and a to f"),
}


def wrong_choice(problem: Problem, text: str) -> Diagnostic:
    """A finding about a word that is none of those to choose from."""
    path = problem.path
    if path == ("format",):
        message = say(
            "{text} is no format of a record; this version of eventrecord reads {format}",
            text=shown(text),
            format=FORMAT,
        )
        return error_at("unsupported-format", message, path, say("write `format: {format}`", format=FORMAT))
    if isinstance(path[-1], int) and re.search("[，、；]", text):
        return full_width(path, text)
    choices = [known for kind in expected(path) for known in kind.choices]
    meant = choice(text, choices)
    close = [meant] if meant else get_close_matches(text.lower().replace("_", "-"), choices, 1)
    field = name_of(path[:-1] if isinstance(path[-1], int) else path)
    message = say("{text} is not one of the values of {field}", text=shown(text), field=field)
    if close:
        message = say("{message}; did you mean `{meant}`?", message=message, meant=close[0])
    hint = say("it may be {names}", names=joined(map(Option, choices), say(", ")))
    fix = None
    if close:
        alike = text.lower().replace("_", "-").replace(" ", "-") == close[0]
        fix = instead(path, close[0], at_key=problem.of_key, safe=alike)
    return error_at("wrong-value", message, path, hint, at_key=problem.of_key, fix=fix)


def refused(problem: Problem, text: str) -> Diagnostic:
    """A finding in the model's own words."""
    wanted, field = expected(problem.path), str(problem.path[-1])
    if not any(kind.is_a(Moment, Period) for kind in wanted):
        number = any(kind.is_a(Amount, Money, Area) for kind in wanted)
        hint = figure(field, text) or not_known_yet(text) if number else None
        return wrong_value(problem, words_of(problem), hint)
    words, fault = words_of(problem), no_such_day(text)
    if "calendar" in words and fault:
        return error_at(
            "wrong-date",
            say("{text} is not in the calendar: {fault}", text=shown(text), fault=fault),
            problem.path,
        )
    years = re.fullmatch(r"(\d{4})年?\s*[-–—~～至到]\s*(\d{4})年?", text.strip(), re.ASCII)
    written = f"{years[1]}/{years[2]}" if years else date(text)
    hint = say("write {written}", written=written) if written else not_known_yet(text)
    return error_at(
        "wrong-date", words, problem.path, hint, fix=instead(problem.path, written) if written else None
    )


def wrong_value(problem: Problem, message: str, hint: str | None = None) -> Diagnostic:
    """A finding about a value, at its place."""
    return error_at("wrong-value", message, problem.path, hint)
