"""What sets two texts apart: both sentences beside each other for people, findings for other programs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Severity, Span
from eventrecord.drift.advice import ADVICE, first_hints
from eventrecord.message import Message, say
from eventrecord.reading.source import Lines
from eventrecord.report.columns import Marked, beside, has_room, wrapped
from eventrecord.report.excerpt import visible
from eventrecord.report.telling import told
from eventrecord.tongue import Tongue

if TYPE_CHECKING:
    from eventrecord.drift.comparing import Comparison, Drift
    from eventrecord.drift.texts import ReadText
    from eventrecord.facts.named import Named
    from eventrecord.localize.stated import Stated

__all__ = ["Text", "drift_findings", "drift_report"]

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_BOLD, _FAINT = "1", "2"
_STOP = re.compile(r"[。！？\n]|(?<![A-Z])[.!?][\"”’)]?(?=\s+[^\d\s])")
_FAR = 120
"""Characters beside a fact that are shown at most."""
_MARGIN = "  "
_DOTS = "..."


class Text(NamedTuple):
    """One of the texts, and what its file is called."""

    file: str
    read: ReadText

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        return self.read.text


def drift_report(
    found: Comparison, a: Text, b: Text, tongue: Tongue, *, room: int, colour: bool = False
) -> str:
    """A paragraph per finding: severity, rule and message, then the sentences with the words marked.

    The first of each rule, unless it is mere information, ends with what to do.

    Args:
        found: what was found.
        a: the first text.
        b: the second text.
        tongue: language of the report.
        room: columns of the terminal.
        colour: whether it shows colours.
    """
    paragraphs = []
    hints = first_hints((drift.rule, drift.severity) for drift in found.findings)
    for drift, hint in zip(found.findings, hints, strict=True):
        paragraph = _paragraph(drift, a, b, tongue, room, colour=colour)
        if hint:
            line = f"{tongue.tell(say('hint'))}{tongue.fields['forms']['colon']}{tongue.tell(hint)}"
            wide = wrapped(Marked(line, 0, 0), room - len(_MARGIN), "")
            paragraph += "".join(f"{_MARGIN}{part}\n" for part in wide)
        paragraphs.append(paragraph)
    return "\n".join(paragraphs)


def _hint(drift: Drift) -> Message | None:
    return None if drift.severity is Severity.INFO else ADVICE.get(drift.rule)


def _paragraph(drift: Drift, a: Text, b: Text, tongue: Tongue, room: int, *, colour: bool) -> str:
    style = _STYLES[drift.severity] if colour else ""
    severity = _painted(tongue.tell(drift.severity), style)
    said = tongue.tell(drift.message)
    lines = [f"{severity} {drift.rule}: {visible(said)}"]
    sides = [(text, fact) for text, fact in ((a, drift.a), (b, drift.b)) if fact is not None]
    places = [Marked(_place(text, fact), 0, 0) for text, fact in sides]
    sentences = [_sentence(text.text, fact) for text, fact in sides]
    inner = room - len(_MARGIN)
    if len(sides) == 2 and has_room(inner):
        shown = [*beside(places[0], places[1], inner), *beside(sentences[0], sentences[1], inner, style)]
    else:
        parts = (part for pair in zip(places, sentences, strict=True) for part in pair)
        shown = [line for part in parts for line in wrapped(part, inner, style)]
    return "".join(f"{line}\n" for line in (*lines, *(f"{_MARGIN}{line}" for line in shown)))


def _painted(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text


def _place(text: Text, fact: Stated | Named) -> str:
    span = _span(text, fact)
    return f"{text.file}:{span.line}:{span.column}"


def _sentence(text: str, fact: Stated | Named) -> Marked:
    """The sentence that a fact stands in, or what of it is near."""
    floor, ceiling = max(0, fact.start - _FAR), min(len(text), fact.end + _FAR)
    stops = (stop.end() for stop in _STOP.finditer(text, floor, fact.start + 1))
    start = max((stop for stop in stops if stop <= fact.start), default=floor)
    start += len(text[start : fact.start]) - len(text[start : fact.start].lstrip())
    stop = _STOP.search(text, fact.end, min(len(text), ceiling + 2))
    end = min(stop.end(), ceiling) if stop else ceiling
    head = _DOTS if start == floor and floor else ""
    tail = _DOTS if end == ceiling < len(text) and not (stop and stop.end() == end) else ""
    sentence = text[start:end].rstrip().replace("\n", " ")
    return Marked(f"{head}{sentence}{tail}", fact.start - start + len(head), fact.end - start + len(head))


def drift_findings(found: Comparison, a: Text, b: Text, tongue: Tongue) -> list[Diagnostic]:
    """The findings as those of records are told: at a place in one text, the other as a second place."""
    return [told(_finding(drift, a, b), tongue) for drift in found.findings]


def _finding(drift: Drift, a: Text, b: Text) -> Diagnostic:
    sides = [(text, fact) for text, fact in ((b, drift.b), (a, drift.a)) if fact is not None]
    (text, fact), *others = sides
    labels = tuple(
        Label((), say("this text says {surface}", surface=stated.surface), _span(other, stated), other.file)
        for other, stated in others
    )
    return Diagnostic(
        drift.rule,
        drift.severity,
        drift.message,
        hint=_hint(drift),
        labels=labels,
        file=text.file,
        span=_span(text, fact),
    )


def _span(text: Text, fact: Stated | Named) -> Span:
    """Where in the file a fact stands."""
    return _lines(text.read.source).span(*text.read.span(fact.start, fact.end))


@lru_cache(maxsize=2)
def _lines(source: str) -> Lines:
    return Lines(source)
