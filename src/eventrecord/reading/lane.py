"""The exact lane from end to end: parse, repair what can be, and tell everything that is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import yaml
from pydantic import ValidationError

from eventrecord.diagnostic import Diagnostic, Fix, Path, Severity, Span
from eventrecord.message import say
from eventrecord.model.record import FORMAT, Record
from eventrecord.reading.exact import AbsurdError, Composer
from eventrecord.reading.lapses import lapses
from eventrecord.reading.mending.slipping import fix_for, written_instead
from eventrecord.reading.mending.splicing import Page
from eventrecord.reading.mending.structure import restructured
from eventrecord.reading.node import Node, overlaps, plain, walk
from eventrecord.reading.notation import JsonComposer, JsonError
from eventrecord.reading.problems import explained, newer_format, problems
from eventrecord.reading.remains import Remains, remains_of
from eventrecord.reading.shape import expected, expected_keys, is_prose
from eventrecord.reading.slips import FULL_WIDTH_KEY, explain
from eventrecord.reading.source import Lines, Source
from eventrecord.reading.tags import is_mistaken, tag_problem

__all__ = ["Reading", "read_exactly"]

_BEGIN = say("a record begins with the line `format: {format}`", format=FORMAT)
_RECORD = re.compile(r"^[\s{\"']*+(?:format|event|revision|locales)[\"']?[ ]*+[:：]", re.MULTILINE)
"""What tells a record that cannot be parsed from a file of another sort."""
_NEEDED = {name for name, field in Record.model_fields.items() if field.is_required()}
_FEW = 2
_TELLING = ("json-syntax", "too-deep", "too-large")
"""Findings that say more of a file than that it is no record."""
_START = Span(1, 1, 1, 1)
_ROUNDS = 50
"""Slips that are repaired in one file, so that the rest can be read."""
_SPOKEN = ("language", "spoken")
"""Fields that say in which language something was said or published, in whatever script."""
_LONG = 1_000_000
"""Characters from which on a file is not parsed again and again."""


@dataclass
class _Parsed:
    """The tree, what is wrong with the text, and what is not known for that.

    `holes` are paths whose values are not known, `partial` those of mappings that may have more keys.
    """

    root: Node | None = None
    findings: list[Diagnostic] = field(default_factory=list)
    holes: set[Path] = field(default_factory=set)
    partial: set[Path] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the exact lane made of a text.

    The tree; the record, unless something is wrong; the findings, and how many more there are; ways to values
    that are not known; what is sound of the record where something is wrong.
    """

    root: Node | None
    record: Record | None
    findings: list[Diagnostic]
    left_out: int = 0
    holes: frozenset[Path] = frozenset()
    remains: Remains | None = None


def read_exactly(source: Source, *, as_json: bool) -> Reading:
    """Read a text as it is written."""
    parsed = _parse_json(source.clean) if as_json else _parse_yaml(source.clean)
    spoilt = [f.span for f in source.findings if f.span and f.severity is Severity.ERROR]
    if spoilt and parsed.root is not None and not isinstance(parsed.root.value, dict):
        return Reading(None, None, [*source.findings])
    if _is_another(parsed, source.clean):
        message = say("this is no record: it has no `format: {format}`", format=FORMAT)
        return Reading(
            parsed.root, None, [*source.findings, _located("not-a-mapping", message, _START, _BEGIN)]
        )
    parsed = _checked(parsed)
    findings = [*source.findings, *parsed.findings]
    root = parsed.root
    if root is None:
        return Reading(None, None, findings)
    parsed.holes |= _unreadable(root, spoilt)
    for finding, hole in lapses(source.clean, root, is_prose):
        findings.append(finding)
        if finding.severity is Severity.ERROR:
            parsed.holes.add(hole)
    data = plain(root)
    newer = newer_format(data)
    if newer is not None:
        return Reading(root, None, [newer])
    mistaken = [finding for finding in _mistaken_tags(root) if not explained(finding.path, parsed.holes)]
    findings += mistaken
    record, left_out = None, 0
    try:
        record = Record.model_validate(data)
    except ValidationError as error:
        told, left_out = problems(error, data, parsed.holes, parsed.partial)
        page = Page(source.clean, root, as_json=as_json)
        findings += [
            finding if finding.fix else replace(finding, fix=restructured(page, finding)) for finding in told
        ]
    holes = frozenset(parsed.holes)
    if all(finding.severity is not Severity.ERROR for finding in findings):
        return Reading(root, record, findings, left_out, holes)
    doubtful = {*holes, *(finding.path for finding in mistaken)}
    doubtful |= {(*path, "") for path in parsed.partial}
    return Reading(root, None, findings, left_out, holes, remains_of(data, doubtful))


def _parse_yaml(text: str) -> _Parsed:
    parsed = _Parsed()
    repaired: list[Span] = []
    lines, original = Lines(text), text
    text += "\n"
    for _ in range(_ROUNDS):
        composer = Composer(text)
        try:
            parsed.root = composer.compose()
        except AbsurdError as error:
            parsed.findings.append(_located(error.rule, error.args[0], error.span))
            return parsed
        except yaml.MarkedYAMLError as error:
            slip = explain(text, error, composer.last)
            span = lines.span(slip.start, max(slip.end, slip.start + 1))
            if not any(_within(span, place) for place in repaired):
                fix = fix_for(slip, original, lines)
                parsed.findings.append(_located(slip.rule, slip.message, span, slip.hint, fix))
            if slip.repair is None or len(text) > _LONG:
                return parsed
            at, patch = slip.repair
            text = text[:at] + patch + text[at + len(patch) :]
            cut = patch in (": ", "- ")  # the first character of the value had to make room
            repaired.append(lines.span(at, at + len(patch) + cut))
        else:
            parsed.findings += composer.findings()
            break
    else:
        message = say("more problems may follow in this file; correct these first")
        end = lines.span(len(text), len(text))
        parsed.findings.append(_located("too-many-findings", message, end))
    if parsed.root is not None:
        parsed.partial = composer.partial
        parsed.holes = composer.holes | _unreadable(parsed.root, repaired)
    return parsed


def _parse_json(text: str) -> _Parsed:
    parsed, composer = _Parsed(), JsonComposer(text)
    try:
        parsed.root = composer.compose() if text.strip() else None
    except AbsurdError as error:
        parsed.findings.append(_located(error.rule, error.args[0], error.span))
        return parsed
    except JsonError as error:
        span = composer.lines.span(error.start, error.start + 1)
        fix = written_instead(text, composer.lines, error.mends)
        parsed.findings.append(_located(error.rule, error.args[0], span, error.hint, fix))
        return parsed
    parsed.findings += composer.duplicates
    return parsed


def _checked(parsed: _Parsed) -> _Parsed:
    """The same, without a tree when that is no mapping."""
    root = parsed.root
    if root is not None and isinstance(root.value, dict):
        return parsed
    if root is None or root.value is None:
        if not parsed.findings:
            parsed.findings.append(
                _located("empty-record", say("there is nothing in this file"), _START, _BEGIN)
            )
    elif isinstance(root.value, str) and FULL_WIDTH_KEY.match(root.value):
        at = root.span.column + root.value.index("：")
        message = say("`：` comes from a Chinese keyboard; YAML wants `:`")
        span = Span(root.span.line, at, root.span.line, at + 1)
        parsed.findings.append(
            _located("full-width-punctuation", message, span, say("write `:`, followed by a space"))
        )
    else:
        what = say("a list") if isinstance(root.value, list) else say("a text")
        message = say("this file is {what}, not a record with keys and values", what=what)
        parsed.findings.append(_located("not-a-mapping", message, root.span, _BEGIN))
    return _Parsed(None, parsed.findings)


def _is_another(parsed: _Parsed, text: str) -> bool:
    """Whether the file is of another sort: not a faulty record, but none at all."""
    if any(finding.rule in _TELLING for finding in parsed.findings):
        return False
    if parsed.root is None or not isinstance(parsed.root.value, dict):
        return bool(parsed.findings) and _RECORD.search(text) is None
    keys = parsed.root.value.keys()
    return not keys & {"format", "event"} and len(keys & _NEEDED) < _FEW


def _mistaken_tags(root: Node) -> list[Diagnostic]:
    """Tags that have the shape of one but name a country, or not the script that a wording is in."""
    findings: list[Diagnostic] = []
    for path, node in walk(root):
        key = str(path[-1]) if path else ""
        if is_mistaken(key) and any(kind.is_tag for kind in expected_keys(path[:-1])):
            findings.append(tag_problem(key, path, at_key=True))
        value = node.value if isinstance(node.value, str) else ""
        if is_mistaken(value, spoken=key in _SPOKEN) and any(kind.is_tag for kind in expected(path)):
            findings.append(tag_problem(value, path))
    return findings


def _unreadable(root: Node, spans: list[Span]) -> set[Path]:
    """The paths of keys and scalars that share a place with one of `spans`."""
    if not spans:
        return set()
    found: set[Path] = set()
    for path, node in walk(root):
        places = [node.key] if isinstance(node.value, dict | list) else [node.key, node.span]
        if any(place and overlaps(place, span) for place in places for span in spans):
            found.add(path)
    return found


def _within(one: Span, other: Span) -> bool:
    return (other.line, other.column) <= (one.line, one.column) < (other.end_line, other.end_column)


def _located(
    rule: str, message: str, span: Span, hint: str | None = None, fix: Fix | None = None
) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, message, hint=hint, span=span, fix=fix)
