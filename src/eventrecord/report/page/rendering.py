"""Templates of pages, filled: whatever stands in texts stays text there."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from typing import TYPE_CHECKING, Any

from eventrecord.diagnostic import Severity
from eventrecord.localize.tag_names import tag_name
from eventrecord.localize.writing import written_day
from eventrecord.message import joined, say, say_n
from eventrecord.report.excerpt import HIDDEN, visible
from eventrecord.report.page.words import SIGNS, VERDICTS, WORDS
from eventrecord.tongue import Tongue

if TYPE_CHECKING:
    import jinja2

__all__ = ["filled", "grades"]

_LINE_ENDS = re.compile("\r\n?")


def filled(template: str, tongue: Tongue, **values: Any) -> str:
    """A page from a template of this folder; all words but those of texts are in the language `tongue`."""
    style, script = (_part(f"page.{suffix}") for suffix in ("css", "js"))
    return (
        _environment()
        .get_template(template)
        .render(
            **values,
            tag=tongue.tag,
            tell=tongue.tell,
            name_of=lambda tag: tag_name(tag, tongue.tag),
            says={name: tongue.tell(said) for name, said in WORDS.items()},
            verdicts={name: tongue.tell(said) for name, said in VERDICTS.items()},
            signs=SIGNS,
            colon=tongue.fields["forms"]["colon"],
            day_of=lambda day: tongue.tell(written_day(day)),
            made_by=f"eventrecord {metadata.version('eventrecord')}",
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
        )
    )


def grades(severities: Iterable[Severity]) -> str:
    """How many findings of each grade there are."""
    number = Counter(severities)
    told = (
        say_n("{n} error", "{n} errors", number[Severity.ERROR]),
        say_n("{n} warning", "{n} warnings", number[Severity.WARNING]),
        say_n("{n} info", "{n} infos", number[Severity.INFO]),
    )
    return joined((one for one in told if one.number), say(", ")) or say("nothing found")


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_part),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"pieces": _pieces, "flat": visible}
    return environment


@cache
def _part(name: str) -> str:
    return resources.files("eventrecord.report.page").joinpath(name).read_text(encoding="utf-8")


def _hash(part: str) -> str:
    """What the page's policy allows to run, or to style it."""
    return b64encode(sha256(part.encode()).digest()).decode()


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """A text with its lines, cut at what a reader would not see: text, and the number of that."""
    if text.isprintable():
        yield text, ""
        return
    start, text = 0, _LINE_ENDS.sub("\n", text)
    for place, char in enumerate(text):
        if char not in "\n\t" and unicodedata.category(char) in HIDDEN:
            yield text[start:place], f"U+{ord(char):04X}"
            start = place + 1
    yield text[start:], ""
