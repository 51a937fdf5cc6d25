"""Parallel releases with labelled facts, as the files of `pairs/` hold them; README.md there says how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

__all__ = ["FOLDER", "HARMLESS", "VERDICTS", "Pair", "Side", "Verdict", "pairs"]

FOLDER = Path(__file__).parent / "pairs"
HARMLESS = frozenset({"equal", "rounded", "only-a", "only-b"})
VERDICTS = HARMLESS | {
    "qualifier-differs",
    "unit-differs",
    "value-differs",
    "name-differs",
    "post-differs",
    "order-differs",
    "organization-differs",
    "venue-differs",
    "scope-differs",
}
_FACT = re.compile(r"⟦(\d+)\|([^⟦⟧]*)⟧")


class Side(NamedTuple):
    """One edition without its brackets, and where each numbered fact stands."""

    text: str
    tag: str
    today: date
    spans: dict[int, tuple[int, int]]

    def surface(self, number: int) -> str:
        """The words of a fact."""
        return self.text[slice(*self.spans[number])]


class Verdict(NamedTuple):
    """How a person judges a fact of both editions, or of one."""

    verdict: str
    why: str


class Pair(NamedTuple):
    """One release in two languages."""

    name: str
    a: Side
    b: Side
    verdicts: dict[int, Verdict]

    @property
    def clean(self) -> bool:
        """Whether nothing here is more than information."""
        return all(verdict.verdict in HARMLESS for verdict in self.verdicts.values())


def pairs() -> Iterator[Pair]:
    """All pairs, by file name."""
    for file in sorted(FOLDER.glob("*.txt")):
        _, first, second, told = re.split(r"^@ ", file.read_text("utf-8"), flags=re.MULTILINE)
        yield Pair(file.stem, _side(first), _side(second), dict(_verdicts(told)))


def _side(part: str) -> Side:
    head, _, body = part.partition("\n")
    tag, day = head.split()
    text, spans, end = "", {}, 0
    for fact in _FACT.finditer(body):
        text += body[end : fact.start()]
        assert int(fact[1]) not in spans, fact[0]
        spans[int(fact[1])] = (len(text), len(text) + len(fact[2]))
        text += fact[2]
        end = fact.end()
    return Side(text + body[end:], tag, date.fromisoformat(day), spans)


def _verdicts(part: str) -> Iterator[tuple[int, Verdict]]:
    for line in part.splitlines()[1:]:
        number, verdict, *why = line.split(" ", 2)
        yield int(number), Verdict(verdict, "".join(why))
