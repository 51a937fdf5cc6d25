"""Facts that the languages of one text state in words and digits, laid beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.diagnostic import Label
from eventrecord.facts.comparing import Pair, aligned
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.data import locale_tags
from eventrecord.message import say
from eventrecord.rules.authored import Authored
from eventrecord.rules.moments import local_day

if TYPE_CHECKING:
    from datetime import date

    from eventrecord.diagnostic import Path
    from eventrecord.rules.context import Context

__all__ = ["PairedFacts", "paired_facts"]

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_WORDS = re.compile(
    "[〇二两兩三四五六七八九十百千万萬亿億兆倍半]"
    r"|\b(?:t(?:wo|hree|en|welve|wice|riple)|four|five|six|seven|eight|nine|eleven|dozen|second|half|quarter"
    "|double|hundred|thousand|million|billion|trillion|third)"
)
"""Numbers in words, and words of scale, in folded text: to mind capitals would take twice as long."""
_HEDGES = re.compile(
    r"[近约約逾超]\s?\d|\d\s?[余餘多]|以上|以下|左右|上下|至少|最多|最高|不足|不到|不少|不超|不低"
    r"|\b(?:about|almost|around|approximately|close|fewer|least|less|more|most|nearly|over|roughly|some|under"
    r"|up|well)\b",
    re.IGNORECASE,
)


class PairedFacts(NamedTuple):
    """Two facts that stand for one, and the wordings that they stand in."""

    pair: Pair
    a: Authored
    b: Authored

    def part(self) -> tuple[int, int]:
        """Where the second fact stands in its wording."""
        return self.b.part(self.pair.b.start, self.pair.b.end)

    def label(self) -> Label:
        """The place of the first one."""
        fact = self.pair.a
        told = say("{tag} says {surface}", tag=self.a.tag, surface=fact.surface)
        return Label(self.a.path, told, part=self.a.part(fact.start, fact.end))


def paired_facts(context: Context) -> Iterator[PairedFacts]:
    """The pairs that are not equal, of each text in all its languages, each held against the first.

    A language that there is no locale for cannot be read.
    """
    texts: dict[Path, list[tuple[Authored, str]]] = {}
    for wording, searched in zip(context.authored, context.searched, strict=True):
        if _reader(wording.tag):
            texts.setdefault(wording.passage.path, []).append((wording, searched))
    for wordings in texts.values():
        told = [
            (wording, searched)
            for wording, searched in wordings
            if _DIGITS.search(searched) or _WORDS.search(searched)
        ]
        if len(told) > 1 and _may_differ([searched for _, searched in told]):
            telling = [wording for wording, _ in told]
            today = _today(context, telling[0].passage.path)
            first, facts = telling[0], stated_facts(telling[0].plain, _reader(telling[0].tag), today)
            for other in telling[1:]:
                pairs, _, _ = aligned(facts, stated_facts(other.plain, _reader(other.tag), today))
                yield from (
                    PairedFacts(pair, first, other)
                    for pair in pairs
                    if pair.verdict not in ("equal", "rounded")
                )


@cache
def _reader(tag: str) -> str:
    """The locale that reads a language: its own, else one of its regions; empty if there is none."""
    tags = locale_tags()
    return tag if tag in tags else next((own for own in tags if own.startswith(f"{tag}-")), "")


def _may_differ(texts: Sequence[str]) -> bool:
    """Whether it is worth reading them, which takes longer than all other rules.

    Texts with the same digits, no number in words and nothing before a number state the same.
    """
    digits = {tuple(sorted(_DIGITS.findall(text))) for text in texts}
    return len(digits) > 1 or any(_WORDS.search(text) or _HEDGES.search(text) for text in texts)


def _today(context: Context, path: Path) -> date | None:
    if path[0] == "releases":
        release = context.record.releases[int(path[1])]
        if release.issued is not None:
            return local_day(release.issued, release.time_zone or context.events[0].zone)
    return None
