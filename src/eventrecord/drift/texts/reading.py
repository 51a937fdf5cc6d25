"""Read a text by its file name: plain text, Markdown, HTML or a Word document."""

from __future__ import annotations

from eventrecord.drift.texts.read import ReadText
from eventrecord.errors import EventRecordError
from eventrecord.message import Message, say
from eventrecord.reading.source import decode

__all__ = ["LIMIT", "ReadText", "read_text"]

LIMIT = 10_000_000
"""Bytes that a file may have."""
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm")
_WORD = ".docx"


def read_text(data: bytes, name: str) -> ReadText:
    """What a reader sees of a file; its name says what it is: .md, .html, .docx, else plain text.

    Raises:
        EventRecordError: it is too large, no text, in another encoding than UTF-8, or no sound document.
    """
    if len(data) > LIMIT:
        raise EventRecordError(say("{path}: is larger than {limit} MB", path=name, limit=LIMIT // 1_000_000))
    lower = name.lower()
    if lower.endswith(_WORD):
        from eventrecord.drift.texts.word import read_word

        return read_word(data, name)
    text = _decoded(data, name)
    if lower.endswith(_MARKDOWN):
        from eventrecord.drift.texts.markdown import read_markdown

        return read_markdown(text)
    if lower.endswith(_HTML):
        from eventrecord.drift.texts.html import read_html

        return read_html(text)
    from eventrecord.drift.texts.plain import read_plain

    return read_plain(text)


def _decoded(data: bytes, name: str) -> str:
    source = decode(data, name)
    if not source.readable:
        finding = source.findings[0]
        if finding.rule == "not-text":
            sort = finding.message.values["sort"] if isinstance(finding.message, Message) else "no text"
            if sort == "no text":
                raise EventRecordError(
                    say("{path}: is no text: .txt, .md, .html and .docx can be read", path=name)
                )
            raise EventRecordError(
                say(
                    "{path}: is {sort}, and no text: .txt, .md, .html and .docx can be read",
                    path=name,
                    sort=sort,
                )
            )
        span = finding.span
        place = f"{name}:{span.line}:{span.column}" if span else name
        raise EventRecordError(
            say("{path}: {problem}; {hint}", path=place, problem=finding.message, hint=finding.hint)
        )
    return source.text
