"""From one Chinese script to another: OpenCC, our corrections on top, names and terms kept apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from eventrecord.errors import SettingsError
from eventrecord.localize.alternatives import either
from eventrecord.localize.data import locale_chain, read_table
from eventrecord.message import say

__all__ = ["CONVERTERS", "Established", "convert", "may_be_uncertain", "uncertain"]

CONVERTERS = ("opencc-python-reimplemented", "opencc-pyo3")
"""Distributions that can convert; the first is installed with the package, the second an extra."""

_APOSTROPHE = re.compile(r"(?<=[A-Za-z])』(?=[A-Za-z])")
"""An apostrophe that was taken for the end of an inner quotation: King’s."""


class Established(NamedTuple):
    """Wordings of one locale and their wordings in another, both written out by somebody."""

    wordings: Mapping[str, str]
    people: frozenset[str] = frozenset()
    """Those of `wordings` that name people, and may stand in ordinary text by chance: 高于 in 高于去年."""


class _Rules(NamedTuple):
    configs: tuple[str, ...]
    glyphs: dict[int, str]
    words: dict[str, str]
    pattern: re.Pattern[str]
    uncertain: Mapping[str, str]


def convert(
    text: str,
    source: str,
    target: str,
    established: Established | None = None,
    converter: str = CONVERTERS[0],
    *,
    prose: bool = False,
) -> str:
    """Text of locale `source` as `target` writes it; what is established is replaced whole, not converted.

    A person's name of two characters is left to conversion where it only seems to stand: where a word
    that the converter knows covers it or reaches across its edge.

    Args:
        text: the text, without slots.
        source: tag of the locale it is written in.
        target: tag of the locale to write it in.
        established: names and terms with a wording of their own in `target`.
        converter: one of `CONVERTERS`.
        prose: the words are the release's own, so that the place's vocabulary replaces the source's; names,
            titles and what somebody said keep their words.

    Raises:
        SettingsError: the converter is not installed.
    """
    if _rules(source, target) is None:
        return text
    fixed = established.wordings if established else {}
    parts = _apart(text, established)
    return "".join(
        fixed[part] if place % 2 else _converted(part, source, target, converter, prose)
        for place, part in enumerate(parts)
    )


def may_be_uncertain(text: str, source: str, target: str) -> bool:
    """Whether there can be anything `uncertain` in a text; tells without loading the converter."""
    rules = _rules(source, target)
    return rules is not None and not rules.uncertain.keys().isdisjoint(text)


def uncertain(
    text: str, source: str, target: str, established: Established | None = None
) -> dict[str, tuple[str, ...]]:
    """Characters of `text` that conversion can only guess at, each with those that it may become.

    These are the characters that the locale's data calls uncertain, where they stand in no word that the
    converter knows, and in nothing established; and names of people that were taken for words.
    """
    rules = _rules(source, target)
    if rules is None or not may_be_uncertain(text, source, target):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for part in _apart(text, established)[::2]:
        for place, sign in enumerate(part):
            if sign in rules.uncertain and not _is_in_word(part, place, place + 1):
                found[sign] = tuple(rules.uncertain[sign])
        for name in established.people if established else ():
            if name in part and established is not None:
                made, kept = convert(name, source, target), established.wordings[name]
                found |= {name: (made, kept)} if made != kept else {}
    return found


def _apart(text: str, established: Established | None) -> list[str]:
    """Text to convert, and at odd places what is established, longest first."""
    names = [name for name in established.wordings if name and name in text] if established else []
    if not names or established is None:
        return [text]
    parts: list[str] = []
    end = 0
    for match in re.finditer(either(names), text):
        name = match[0]
        if len(name) < 3 and name in established.people and _is_in_word(text, *match.span()):
            continue
        parts += [text[end : match.start()], name]
        end = match.end()
    return [*parts, text[end:]]


@lru_cache(maxsize=10_000)
def _converted(text: str, source: str, target: str, converter: str, prose: bool = False) -> str:
    rules = _rules(source, target, converter, prose)
    if rules is None or not text:
        return text
    for config in rules.configs:
        text = _opencc(config, converter)(text)
    words = rules.words
    text = rules.pattern.sub(lambda found: words[found[0]], text.translate(rules.glyphs))
    return _APOSTROPHE.sub("’", text)


@cache
def _rules(source: str, target: str, converter: str = CONVERTERS[0], prose: bool = False) -> _Rules | None:
    """What leads from one locale to another: of the links of both chains, parents first."""
    configs: tuple[str, ...] = ()
    rows: dict[str, str] = {}
    doubts: dict[str, str] = {}
    for link, origin in product(reversed(locale_chain(target)), reversed(locale_chain(source))):
        table = read_table(link, "script").get("from", {}).get(origin, {})
        configs = tuple(table.get("opencc", configs))
        for name in ("correct", f"correct-{converter}", *(["vocabulary"] if prose else [])):
            rows |= {wrong: row["to"] for wrong, row in table.get(name, {}).items()}
        doubts |= table.get("uncertain", {})
    if not configs:
        return None
    words = {wrong: right for wrong, right in rows.items() if len(wrong) > 1}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    first = re.escape("".join(sorted({word[0] for word in words})))
    # Most characters begin no word: the look ahead passes over them without trying one word after the other.
    pattern = re.compile(f"(?=[{first}])(?:{'|'.join(map(re.escape, longest_first))})" if words else "(?!)")
    glyphs = {ord(wrong): right for wrong, right in rows.items() if len(wrong) == 1}
    return _Rules(configs, glyphs, words, pattern, doubts)


@cache
def _opencc(config: str, converter: str) -> Callable[[str], str]:
    if converter == "opencc-pyo3":
        try:
            from opencc_pyo3 import OpenCC as Fast
        except ImportError:
            raise SettingsError(
                say(
                    "the converter {converter} is not installed: pip install 'eventrecord[fast]'",
                    converter=converter,
                )
            ) from None
        fast = Fast(config)
        return lambda text: str(fast.convert(text, False))
    from opencc import OpenCC

    slow: Callable[[str], str] = OpenCC(config).convert
    return slow


def _is_in_word(text: str, start: int, end: int) -> bool:
    """Whether a word that the converter knows covers text[start:end], or reaches across one of its edges."""
    known = _known_words()
    longest = 6
    return any(
        text[first:last] in known
        for first in range(max(0, start - longest), end)
        for last in range(max(start, first + 1) + 1, min(len(text), first + longest) + 1)
        if (first, last) == (start, end) or first < start < last or first < end < last
    )


@cache
def _known_words() -> Any:
    """Words whose conversion OpenCC has been told, of both scripts."""
    from importlib import resources

    folder = resources.files("opencc").joinpath("dictionary")
    return frozenset(
        line.partition("\t")[0]
        for name in ("STPhrases.txt", "TSPhrases.txt")
        for line in folder.joinpath(name).read_text("utf-8").splitlines()
    )
