"""What people meant who slipped over YAML's syntax, told from where the parser stumbled.

Most slips come with a repair that is as long as what it replaces, so that the rest of the file can be read
for further problems and every place stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from eventrecord.message import say
from eventrecord.reading.node import Node
from eventrecord.reading.notation import FULL_WIDTH
from eventrecord.reading.scene import Scene
from eventrecord.reading.source import Lines

__all__ = ["FULL_WIDTH_KEY", "KEY", "Slip", "explain", "how_to_quote"]

KEY = r"[A-Za-z][\w-]*"
FULL_WIDTH_KEY = re.compile(rf"[ ]*(?:-[ ]+)*{KEY}[ ]*：", re.ASCII)
_TIGHT_KEY = re.compile(rf"[ ]*(?:-[ ]+)*({KEY}):(?=[^\s:/])", re.ASCII)
_PLAIN_KEY = re.compile(rf"[ ]*(?:-[ ]+)*({KEY})[ ]*", re.ASCII)
_SWALLOWING_COMMA = re.compile(rf"，(?={KEY}$)", re.ASCII)
_SLOT = re.compile(r"\{\s*[a-z]+\.[a-z0-9/-]+", re.ASCII)
_BRACKETS = str.maketrans("｛｝［］", "{}[]")
_WIDE_INDENT = re.compile(rf"^[ ]*([\u3000\xa0]+)[ ]*(?:-[ ]+)*({KEY}):", re.MULTILINE | re.ASCII)
_TIGHT_HYPHEN = re.compile(rf"^[ ]*(?:-[ ]+)*(-)(?!-)({KEY}(?::(?=\s)|[ ]*$))", re.MULTILINE | re.ASCII)
_WIDE_SPACES = {"\xa0": say("no-break"), "\u202f": say("narrow no-break"), "\u3000": say("full-width")}
_SHORT = 60
_FEW = 4
_LINE_UP = say("give all keys of one mapping the same indentation, and begin every item of a list with `- `")


@dataclass(frozen=True, slots=True)
class Slip:
    """A syntax error in plain words, and the offsets of what it is about.

    `repair` is an offset and the text to put there, to read on; `mends` what to write in the file, stretch by
    stretch, and `quotes` the stretch to put in quotation marks.
    """

    rule: str
    message: str
    hint: str
    start: int
    end: int
    repair: tuple[int, str] | None = None
    mends: tuple[tuple[int, int, str], ...] = ()
    quotes: tuple[int, int] | None = None


def explain(text: str, error: yaml.MarkedYAMLError, last: Node | None) -> Slip:
    """What went wrong, told from the parser's error and the value that it had read last."""
    scene = Scene(text, Lines(text), error, last)
    story = f"{error.context}: {error.problem}"
    for words, tell in _STORIES:
        if words in story:
            slip = tell(scene)
            if slip.rule == "yaml-syntax":
                slip = _tight_hyphen(scene) or (slip if slip.repair else _wide_indent(scene) or slip)
            return slip
    return (
        _tight_hyphen(scene)
        or _wide_indent(scene)
        or _syntax(scene.problem, say("this is no YAML: {problem}", problem=error.problem), _LINE_UP)
    )


def how_to_quote(text: str) -> str:
    """A hint that shows the text in quotation marks, if it is short."""
    text = text.rstrip()
    mark = "'" if '"' in text or "\\" in text else '"'
    if mark not in text and "\n" not in text and len(text) <= _SHORT:
        return say("put it in quotation marks: {mark}{text}{mark}", mark=mark, text=text)
    return say("put the whole text in quotation marks, or write it on the next line after `>-`")


def _colon(scene: Scene) -> Slip:
    raw = scene.text[scene.last_start : scene.problem]
    if scene.last is None or not scene.just_after or scene.last.style:
        return _going_on(scene)
    at = scene.last_start
    for line in raw.splitlines(keepends=True):
        if FULL_WIDTH_KEY.match(line):
            return _full_width_colon(scene, at)
        at += len(line)
    if scene.in_flow and (comma := _SWALLOWING_COMMA.search(raw)):
        at = scene.last_start + comma.start()
        return replace(_full_width(scene, at, (at, ",")), mends=((at, at + 1, ", "),))
    if raw[0] in "｛［":
        end = scene.line_end(scene.last_start)
        repair = scene.text[scene.last_start : end].translate(_BRACKETS)
        opened = _full_width(scene, scene.last_start, (scene.last_start, repair))
        last = scene.last_start + len(repair.rstrip()) - 1
        if scene.text[last] in "｝］":
            opened = replace(
                opened, mends=(*opened.mends, (last, last + 1, scene.text[last].translate(_BRACKETS)))
            )
        return opened
    if _TIGHT_KEY.match(raw):
        return _tight_colon(scene, scene.last_start)
    tail = scene.text[scene.line_start(scene.problem) : scene.problem]
    key = _PLAIN_KEY.fullmatch(tail)
    if key and "\n" in raw:
        start = scene.problem - len(tail) + key.start(1)
        message = say(
            "`{key}:` stands further right than the keys above, so it reads as more of their text", key=key[1]
        )
        hint = say("line it up with the keys it belongs to; or put the text in quotation marks")
        return _syntax(start, message, hint)
    end = scene.text_end(scene.last_start, scene.problem)
    message = say("this text has a colon and a space in it, which YAML takes for the end of a key")
    return _unquoted(scene, "unquoted-colon", message, scene.last_start, end)


def _no_colon(scene: Scene) -> Slip:
    if FULL_WIDTH_KEY.match(scene.text, scene.context):
        return _full_width_colon(scene, scene.context)
    if _TIGHT_KEY.match(scene.text, scene.context):
        return _tight_colon(scene, scene.context)
    words = re.compile(rf"{KEY} (?=\S)", re.ASCII).match(scene.text, scene.context)
    return _syntax(
        scene.context,
        say("a key with a colon should stand here"),
        say("if the line goes on with the text above, indent it further than that text's key"),
        (words.end() - 1, ": ") if words else (scene.context, "#"),
    )


def _full_width_colon(scene: Scene, line: int) -> Slip:
    at = scene.text.index("：", line)
    spaced = scene.text[at + 1 : at + 2] in (" ", "\r", "\n", "")
    return _full_width(scene, at, (at, ":" if spaced else ": "))


def _full_width(scene: Scene, at: int, repair: tuple[int, str]) -> Slip:
    found = scene.text[at]
    wanted = FULL_WIDTH[found]
    return Slip(
        "full-width-punctuation",
        say("`{found}` comes from a Chinese keyboard; YAML wants `{wanted}`", found=found, wanted=wanted),
        say("write `{wanted}`, followed by a space", wanted=wanted)
        if wanted in ":,"
        else say("write `{wanted}`", wanted=wanted),
        at,
        at + 1,
        repair,
        ((at, at + 1, repair[1] if repair[1].startswith(wanted) and len(repair[1]) <= 2 else wanted),),
    )


def _tight_colon(scene: Scene, line: int) -> Slip:
    at = scene.text.index(":", line)
    key = _TIGHT_KEY.match(scene.text, line)
    name, space = key[1] if key else "", scene.text[at + 1 : at + 2]
    if space in _WIDE_SPACES:
        message = say(
            "after `{key}:` stands a {sort} space, which YAML takes for a letter",
            key=name,
            sort=_WIDE_SPACES[space],
        )
        slip = _syntax(at, message, say("delete it, and type a plain space"), (at, ": "))
        return replace(slip, mends=((at + 1, at + 2, " "),))
    message = say("after `{key}:` a space is missing", key=name)
    slip = _syntax(at, message, say("write the value after a colon and a space"), (at, ": "))
    return replace(slip, mends=((at + 1, at + 1, " "),))


def _special(scene: Scene) -> Slip:
    at = scene.context
    found = scene.text[at : at + 1]
    if found == "\t" or "\t" in scene.text[scene.line_start(scene.problem) : scene.problem + 1]:
        return _tab(scene)
    name = say("a backtick") if found == "`" else f"`{found}`"
    message = say("a text cannot begin with {name}, which means something else in YAML", name=name)
    if found in "|>":
        message = say("after `{found}` the text begins on the next line", found=found)
    if found == "-":
        message = say("a list begins on a line of its own, and a text cannot begin with `- `")
    end = scene.text_end(at, at + 1)
    quotes = (at, end) if found in "@`%*&!" else None
    hint = how_to_quote(scene.text[at:end])
    return Slip("unquoted-special", message, hint, at, end, (at, "x"), quotes=quotes)


def _stray(scene: Scene) -> Slip:
    found = scene.text[scene.problem : scene.problem + 1]
    if scene.in_flow and not found:
        scene.context = max(scene.text.rfind("{"), scene.text.rfind("["), 0)
        return _open_bracket(scene)
    scene.context = scene.problem
    if scene.in_flow and found == ":":
        message = say("here a value has no key")
        return Slip(
            "empty-key", message, say("write a key before the colon"), scene.problem, scene.problem + 1
        )
    if scene.in_flow:
        return _syntax(
            scene.problem, say("a value is missing here"), say("take out the comma, or write the value")
        )
    return _special(scene)


def _tab(scene: Scene) -> Slip:
    start = scene.line_start(scene.problem)
    at = scene.text.find("\t", start, scene.problem + 1)
    return Slip(
        "tab-indent",
        say("this line is indented with a tab; YAML wants spaces"),
        say("set your editor to write spaces for tabs, and replace the tabs"),
        at if at >= 0 else scene.problem,
        (at if at >= 0 else scene.problem) + 1,
    )


def _escape(scene: Scene) -> Slip:
    at = scene.text.rfind("\\", 0, scene.problem + 1)
    slip = _syntax(
        at,
        say("in double quotation marks a backslash begins an escape, and this one is not known"),
        say("write \\\\ for a backslash, or put the text in single quotation marks"),
        (at, "x"),
    )
    return replace(slip, mends=((at, at, "\\"),))


def _unclosed(scene: Scene) -> Slip:
    return _syntax(
        scene.context,
        say("the quotation mark that opens here is never closed"),
        say("close it where the text ends; if it belongs to the text, put the whole text in the other sort"),
    )


def _second_document(scene: Scene) -> Slip:
    ended = re.search(r"^\.\.\.", scene.text[: scene.problem], re.MULTILINE)
    rule = "several-documents" if ended else "yaml-syntax"
    message = say("the record has ended before this line; a file holds one record")
    return Slip(
        rule, message, say("take this out, or put it in its place above"), scene.problem, scene.problem + 1
    )


def _after(scene: Scene) -> Slip:
    found = scene.text[scene.problem : scene.problem + 1]
    if scene.in_flow and (not scene.just_after or "\n" in scene.text[scene.context : scene.problem]):
        return _open_bracket(scene)
    if found and found in "}]":
        hint = say("take it out, or put the text in quotation marks")
        return _syntax(scene.problem, say("`{found}` closes nothing", found=found), hint)
    if found == ":" and scene.last is not None and not scene.last.style:
        return _colon(scene)
    return _going_on(scene)


def _going_on(scene: Scene) -> Slip:
    """Something that begins like a quoted text or a collection goes on after its end."""
    style = scene.last.style if scene.last is not None and scene.just_after else ""
    if style in ("'", '"') and "\n" in scene.text[scene.last_start : scene.last_end]:
        message = say("the quotation mark that opens here is closed only lines below, within another text")
        return _syntax(scene.last_start, message, say("close it where the text ends"))
    if style not in _GOING_ON:
        return _open_bracket(scene) if scene.in_flow else _indentation(scene)
    rule, message = _GOING_ON[style]
    end = scene.text_end(scene.last_start, scene.problem)
    return _unquoted(scene, rule, message, scene.last_start, end)


_GOING_ON = {
    '"': ("unquoted-quote", say("this text begins with a quotation mark and goes on after the closing one")),
    "'": ("unquoted-quote", say("this text begins with a quotation mark and goes on after the closing one")),
    "{": ("unquoted-brace", say("this text begins with `{{`, which begins a mapping in YAML")),
    "[": ("unquoted-brace", say("this text begins with `[`, which begins a list in YAML")),
    "*": ("unquoted-special", say("a text cannot begin with `*`, which means something else in YAML")),
}


def _open_bracket(scene: Scene) -> Slip:
    close = re.compile("[｝］]").search(scene.text, scene.context, max(scene.problem, scene.context))
    if close:
        return _full_width(scene, close.start(), (close.start(), close[0].translate(_BRACKETS)))
    if _SLOT.match(scene.text, scene.context):
        scene.in_flow = False
        end = scene.line_end(scene.context)
        rule, message = _GOING_ON["{"]
        return _unquoted(scene, rule, message, scene.context, end)
    opened = scene.text[scene.context]
    return _syntax(
        scene.context,
        say(
            "`{opened}` opens here, but its entries are not parted by commas or it is not closed",
            opened=opened,
        ),
        say("if it is part of a text, put the whole text in quotation marks"),
    )


def _tight_hyphen(scene: Scene) -> Slip | None:
    """A hyphen shortly above the error that begins no item, for the want of a space after it."""
    tight = _shortly_above(scene, _TIGHT_HYPHEN)
    if tight is None:
        return None
    at, message = tight.start(1), say("after the hyphen of `{text}` a space is missing", text="-" + tight[2])
    slip = _syntax(at, message, say("write `- {text}`", text=tight[2]), (at, "- "))
    return replace(slip, end=tight.end(2), mends=((at + 1, at + 1, " "),))


def _shortly_above(scene: Scene, pattern: re.Pattern[str]) -> re.Match[str] | None:
    start = scene.problem
    for _ in range(_FEW):
        start = scene.line_start(max(0, start - 1))
    return next(reversed([*pattern.finditer(scene.text, start, scene.line_end(scene.problem))]), None)


def _wide_indent(scene: Scene) -> Slip | None:
    """Full-width spaces before a key shortly above the error, which are part of the key for YAML."""
    wide = _shortly_above(scene, _WIDE_INDENT)
    if wide is None:
        return None
    message = say(
        "the spaces before `{key}` are full-width or non-breaking, and YAML takes them for part of it",
        key=wide[2],
    )
    return Slip(
        "full-width-punctuation", message, say("replace them with plain spaces"), wide.start(1), wide.end(1)
    )


def _unquoted(scene: Scene, rule: str, message: str, start: int, end: int) -> Slip:
    hint = how_to_quote(scene.text[start:end])
    repair = scene.crossed_out(start, end)
    quotes = (start, end) if len(repair[1].rstrip()) <= end - start else None
    return Slip(rule, message, hint, start, end, repair, quotes=quotes)


def _indentation(scene: Scene) -> Slip:
    return _syntax(scene.problem, say("this line does not line up with the lines above it"), _LINE_UP)


def _syntax(at: int, message: str, hint: str, repair: tuple[int, str] | None = None) -> Slip:
    return Slip("yaml-syntax", message, hint, at, at + 1, repair)


_STORIES: tuple[tuple[str, Callable[[Scene], Slip]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("tab character", _tab),
    ("cannot start any token", _special),
    ("scanning a block scalar", _special),
    ("scanning an alias", _special),
    ("scanning an anchor", _special),
    ("scanning a tag", _special),
    ("parsing a tag", _special),
    ("scanning a directive", _special),
    ("are not allowed", _special),
    ("tag handle", _special),
    ("unknown escape", _escape),
    ("quoted scalar", _unclosed),
    ("<document start>", _second_document),
    ("node content", _stray),
    ("expected", _after),
)
"""Words of the parser's error, and who can tell what they mean; the first that fit."""
