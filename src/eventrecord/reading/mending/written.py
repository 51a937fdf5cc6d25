"""How a text is written in a file: which characters stand for which, and how another is written in its place.

Nothing here is guessed: where a text does not come out as the parser read it, there is no answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from eventrecord.reading.exact import AbsurdError, Composer

__all__ = ["Piece", "encoded", "pieces", "quoted", "read_alone"]

_BREAK = r"(?:\r\n?|\n)"
_FOLD = rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_JOINED = rf"\\{_BREAK}[ \t]*"
_YAML_ESCAPE = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
_JSON_ESCAPE = r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\."
_TOKENS = {
    "": re.compile(rf"{_FOLD}|."),
    "'": re.compile(rf"{_FOLD}|''|."),
    '"': re.compile(rf"{_JOINED}|{_FOLD}|{_YAML_ESCAPE}|."),
}
_JSON_TOKENS = re.compile(rf"{_JSON_ESCAPE}|.", re.DOTALL)
_HEADER = re.compile(rf"[|>][+-]?[ \t]*(?:#[^\r\n]*)?{_BREAK}")
_LINE = re.compile(rf"([^\r\n]*)({_BREAK}|$)")
_ESCAPES = dict(zip('0abtnvfre "/\\N_LP\t', '\0\a\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029\t', strict=True))

_UNWRITTEN = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that stand in a file as escapes only."""


class Piece(NamedTuple):
    """A stretch of the file that stands for one character of a text.

    `solid` is false of a break between lines: it cannot be replaced without touching two of them.
    """

    start: int
    end: int
    solid: bool = True


def pieces(raw: str, value: str, *, as_json: bool = False) -> list[Piece] | None:
    """A piece of `raw` for each character of the `value` it was read as; None where that is uncertain."""
    found: list[Piece] = []
    text: list[str] = []
    for start, end, read in _tokens(raw, as_json=as_json):
        text.append(read)
        found += [Piece(start, end, end > start and not re.search(r"[\r\n]", raw[start:end]))] * len(read)
    read_as = "".join(text)
    if raw[:1] in ("|", ">") and not as_json and value.rstrip("\n") == read_as.rstrip("\n"):
        kept = [Piece(len(raw), len(raw), solid=False)] * (len(value) - len(read_as))  # breaks, below `+`
        return (found + kept)[: len(value)]
    return found if read_as == value else None


def encoded(text: str, raw: str, *, as_json: bool = False) -> str:
    """A text as it is written inside `raw`: with its escapes, if it has a way to escape."""
    style = raw[:1] if raw[:1] in _TOKENS else ""
    if as_json and style == '"':
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if style == '"':
        return "".join(_escaped(char) for char in text)
    return text.replace("'", "''") if style == "'" else text


def quoted(text: str, *, as_json: bool = False) -> str:
    """A text in quotation marks, those that need the fewest escapes."""
    if as_json:
        return json.dumps(text, ensure_ascii=False)
    double = not ('"' in text or "\\" in text) or _UNWRITTEN.search(text) is not None
    mark = '"' if double else "'"
    return f"{mark}{encoded(text, mark)}{mark}"


def read_alone(raw: str, *, in_flow: bool = False, as_json: bool = False) -> str | None:
    """What a text written like `raw` is read as; None if it is no text, or not one text."""
    if as_json:
        try:
            value = json.loads(raw, parse_int=str, parse_float=str)
        except (ValueError, RecursionError):
            return None
        return str(value).lower() if isinstance(value, bool) else value if isinstance(value, str) else None
    composer = Composer(f"[{raw}\n]" if in_flow else f"- {raw}\n")
    try:
        root = composer.compose()
    except (yaml.YAMLError, AbsurdError):
        return None
    items = root.value if root is not None and isinstance(root.value, list) else []
    alone = len(items) == 1 and not composer.findings() and isinstance(items[0].value, str)
    return str(items[0].value) if alone else None


def _tokens(raw: str, *, as_json: bool) -> Iterator[tuple[int, int, str]]:
    """Stretches of `raw`, and what each is read as."""
    style = raw[:1]
    if style in ("|", ">") and not as_json:
        yield from _lines(raw)
        return
    style = style if style in _TOKENS else ""
    first, last = (1, len(raw) - 1) if style else (0, len(raw))
    pattern = _JSON_TOKENS if as_json else _TOKENS[style]
    for match in pattern.finditer(raw, first, last):
        yield *match.span(), _read(match[0], style, as_json=as_json)


def _read(token: str, style: str, *, as_json: bool) -> str:
    if style == '"' and token[0] == "\\":
        if as_json:
            try:
                return str(json.loads(f'"{token}"'))
            except ValueError:
                return ""
        if token[1] in "xuU" and len(token) > 2:
            code = int(token[2:], 16)
            return chr(code) if code <= 0x10FFFF else ""
        return "" if token[1] in "\r\n" else _ESCAPES.get(token[1], "")
    if not as_json and ("\n" in token or "\r" in token):
        breaks = len(re.findall(_BREAK, token))
        return " " if breaks == 1 else "\n" * (breaks - 1)
    return "'" if token == "''" else token


def _lines(raw: str) -> Iterator[tuple[int, int, str]]:
    """The same of a text below `|` or `>`; what the parser adds at its end stands nowhere."""
    header = _HEADER.match(raw)
    if header is None:
        return
    rows = [match for match in _LINE.finditer(raw, header.end()) if match.end() > match.start()]
    indent = next((len(row[1]) - len(row[1].lstrip(" ")) for row in rows if row[1].strip(" ")), 0)
    before: str | None = None
    break_start, blank = header.end(), 0
    for row in rows:
        start, end = min(row.start() + indent, row.end(1)), row.end(1)
        line = raw[start:end]
        if not line:
            blank += 1
            continue
        yield break_start, start, _between(before, line, blank, folded=raw[0] == ">")
        yield from ((at, at + 1, raw[at]) for at in range(start, end))
        before, break_start, blank = line, end, 0
    if "-" not in header[0].partition("#")[0]:
        yield len(raw), len(raw), "\n"


def _between(before: str | None, line: str, blank: int, *, folded: bool) -> str:
    """What the breaks between two lines of a block are read as."""
    if before is None:
        return "\n" * blank
    if not folded or before[0] in " \t" or line[0] in " \t":
        return "\n" * (blank + 1)
    return "\n" * blank or " "


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char in "\n\t":
        return "\\n" if char == "\n" else "\\t"
    if _UNWRITTEN.match(char) is None:
        return char
    return f"\\x{ord(char):02X}" if ord(char) < 0x100 else f"\\U{ord(char):08X}"
