"""Tabs before the lines of a file, where they can be replaced by spaces in one way only."""

from __future__ import annotations

import re
from itertools import islice

import yaml

from eventrecord.diagnostic import Fix, Splice
from eventrecord.message import say
from eventrecord.reading.exact import AbsurdError, Composer
from eventrecord.reading.node import Data, plain
from eventrecord.reading.source import Lines

__all__ = ["without_tabs"]

_TABBED = re.compile(r"^ *\t[ \t]*(?=[^ \t\r\n])", re.MULTILINE)
_STEP = re.compile(r"^( +)(?=[^ \t\r\n#-])", re.MULTILINE)
_WIDTHS = (2, 4, 8)
_LONG = 200_000
"""Characters from which on a text is not read several times to find out."""


def without_tabs(text: str, lines: Lines) -> Fix | None:
    """A fix that indents with spaces; None if it depends on the width of a tab what belongs to what."""
    if len(text) > _LONG or _TABBED.search(text) is None:
        return None
    step = min((len(match[1]) for match in islice(_STEP.finditer(text), 1000)), default=2)
    read = {width: _data_in(text, width) for width in {step, *_WIDTHS}}
    sound = [data for data in read.values() if data is not None]
    if read[step] is None or any(data != read[step] for data in sound):
        return None
    splices = [Splice(lines.span(*match.span()), _spaces(match[0], step)) for match in _TABBED.finditer(text)]
    return Fix(say("indent with spaces"), (), True, tuple(splices))


def _data_in(text: str, width: int) -> Data:
    """What the text is read as with tabs of a width; None if it cannot be read."""
    spaced = _TABBED.sub(lambda match: _spaces(match[0], width), text)
    try:
        root = Composer(f"{spaced}\n").compose()
    except (yaml.YAMLError, AbsurdError):
        return None
    return plain(root) if root else None


def _spaces(tabs: str, width: int) -> str:
    return tabs.replace("\t", " " * width)
