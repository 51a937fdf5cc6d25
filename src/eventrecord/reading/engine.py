"""The fast lane: a quick engine, whose reading counts only where it cannot differ from the exact lane's.

A few regular expressions look for whatever the engine would read otherwise than as written. They may be
wrong in one direction only: a doubt costs time, never a value.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["NUMBERS", "quick_json", "quick_yaml"]

NUMBERS = ("edition", "latitude", "longitude", "number", "ordinal", "sequence")
"""Fields that hold a plain number; there the engine's `true` would count as 1."""

_SAFE = r"(?: 0 | -?[1-9][0-9]{0,14} | -?0\.(?!000)[0-9]{0,7}[1-9] | -?[1-9][0-9]{0,6}\.[0-9]{0,7}[1-9] )"
_NUMBER = r"[-+]? (?: 0[xXoObB][0-9A-Fa-f_]+ | [._]*[0-9][0-9_.]*(?:[eE][-+]?[0-9_]*)? | \.[a-zA-Z]{3} )"
_END = r"[ ]*(?:$|[\r\n,\]}#])"
_VALUE = re.compile(
    rf"""
    [ \n,\[{{:] (?=[-+._0-9&*!?%N])
    (?: (?<=\n)(?:---|\.\.\.)
      | (?: (?<=[,\[{{\n]) | (?<=["']:) | (?<=[:\-,\[{{?\n][ ]) | (?<=[ ][ ]) )  # may begin here
        (?: [&*!?%]                                                 # anchor, alias, tag, key, directive
          | (?:Null|NULL) {_END}
          | (?! {_SAFE} {_END} ) {_NUMBER} (?: {_END} | [ ]*:(?:[ \r]|$) )
        )
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_NUMBER_FIELD = "|".join(rf"(?<={name}.)|(?<={name}..)" for name in NUMBERS)
_COLON = re.compile(
    rf"""
    : (?: (?<=[\s\[{{,].) | (?<=''.) | (?<="".) | (?=[\]}},])          # no key ends here
        | (?=\s*(?:\#|[tT]rue|TRUE|[fF]alse|FALSE)) (?:{_NUMBER_FIELD})
        | [ ][“‘＂][^“”‘’＂\n]*+[”’＂][ ]*+(?=[\r\n,}}]|$)              # quotation marks of print
      )
    """,
    re.VERBOSE,
)
_SWALLOWED = re.compile(
    r"：(?:(?<=[,， ][a-z]{2}.)|(?<=[,， ][a-z]{3}.)|(?<=-[A-Za-z]{2}.)|(?<=-[A-Za-z]{4}.))"
)
_RUN = re.compile(r"-(?: +-){3}")
_INDENTED = "\n" + " " * 100
_FLOW_BLOCK = re.compile(r"[{\[,][ ]*+(?:#[^\n]*)?\s*+(?:[^\n:,\[\]{}]*+:\s*+)?[|>]")
_HASH = re.compile(r" #(?=\S)")
_VAGUE = re.compile(r"zh(?<![\w.@/-]..)(?:-(?:CN|HK|MO|SG|TW))?(?![\w@/-])")
_WRONG_TAGS = {
    "cn": re.compile(r"cn(?![\w.@/-])(?<![\w.@/-]..)"),
    "hk": re.compile(r"hk(?![\w.@/-])(?<![\w.@/-]..)"),
    "jp": re.compile(r"jp(?:(?![\w.@/-])(?<![\w.@/-]..)|n(?![\w.@/])(?<![\w.@/-]...))"),
    "cmn": re.compile(r"cmn(?![\w.@/])(?<![\w.@/-]...)"),
    "eng": re.compile(r"eng(?![\w.@/])(?<![\w.@/-]...)"),
    "kor": re.compile(r"kor(?![\w.@/])(?<![\w.@/-]...)"),
    "zho": re.compile(r"zho(?![\w.@/])(?<![\w.@/-]...)"),
    "-": re.compile(r"-(?:EN|UK|ZH)(?![\w-])(?<=[a-z]...)"),
}
"""Tags that people write for others, each looked for by itself: of several at once none is found fast."""
_ESCAPE = re.compile(r"""\\(?!["\\/nt\n])""")
_JSON_ESCAPE = re.compile(r"\\(?:[bf]|u(?:00|20|[dDfF]))")
_NESTED = 20
_LONG = 200_000  # a text of this length cannot have more values than the exact lane allows


def quick_yaml(text: str) -> object:
    """The data in `text`, or None where only the exact lane can tell."""
    padded = "\n" + text.removeprefix("---\n")
    if (
        "\t" in text
        or "<<" in text
        or _INDENTED in padded  # the engine dies of what is nested too deeply
        or _RUN.search(text)
        or _FLOW_BLOCK.search(text)
        or text.count("\r") != text.count("\r\n")
        or _doubtful(text)
        or _VALUE.search(padded)
        or _SWALLOWED.search(text)
        or _HASH.search(text)
        or ("\\" in text and _ESCAPE.search(text))
    ):
        return None
    import yaml_rs

    try:
        data: object = yaml_rs.loads(text + "\n", parse_datetime=False)
    except Exception:  # whatever it stumbles over, the exact lane can tell
        return None
    return data


def quick_json(text: str) -> object:
    """The data in `text`, numbers as written, or None where only the exact lane can tell."""
    if _doubtful(text) or ("\\" in text and _JSON_ESCAPE.search(text)):
        return None
    import json

    try:
        data: object = json.loads(
            text, parse_int=str, parse_float=str, parse_constant=_no_value, object_pairs_hook=_single
        )
    except (ValueError, RecursionError):
        return None
    return data


def _doubtful(text: str) -> bool:
    return bool(
        len(text) > _LONG
        or text.count("sub_events") > _NESTED
        or "｛" in text
        or "｝" in text
        or _COLON.search(text)
        or _VAGUE.search(text)
        or any(tag in text and pattern.search(text) for tag, pattern in _WRONG_TAGS.items())
    )


def _no_value(word: str) -> object:
    raise ValueError(word)


def _single(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError("a key stands twice")
    return entries
