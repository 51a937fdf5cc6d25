"""Sentence pairs with a side changed: `mutations*.txt` plant a drift each, `harmless*.txt` state the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "HARMLESS",
    "MUTATIONS",
    "RULES",
    "SETS",
    "Sentence",
    "Set",
    "Variant",
    "counts",
    "main",
    "variants",
]

_HERE = Path(__file__).parent
MUTATIONS, HARMLESS = _HERE / "mutations.txt", _HERE / "harmless.txt"


class Set(NamedTuple):
    """Files by one hand."""

    name: str
    mutations: Path
    harmless: Path | None
    terms: Path
    """Names that an office would have in its terms."""


SETS = (
    Set("by those who made the comparison", MUTATIONS, HARMLESS, _HERE / "terms.csv"),
    Set("by a stranger (d)", _HERE / "mutations-d.txt", _HERE / "harmless-d.txt", _HERE / "terms-d.csv"),
    Set("of very different shape (e)", _HERE / "mutations-e.txt", None, _HERE / "terms-e.csv"),
    Set("of very different shape (f)", _HERE / "mutations-f.txt", None, _HERE / "terms-f.csv"),
    Set(
        "by a third stranger (j)", _HERE / "mutations-j.txt", _HERE / "harmless-j.txt", _HERE / "terms-j.csv"
    ),
    Set(
        "by another stranger (h)", _HERE / "mutations-h.txt", _HERE / "harmless-h.txt", _HERE / "terms-h.csv"
    ),
)
RULES = frozenset(
    {
        "value-differs",
        "qualifier-differs",
        "unit-differs",
        "weekday-differs",
        "sum-differs",
        "scope-differs",
        "name-differs",
        "post-differs",
        "order-differs",
        "omission",
        "organization-differs",
        "venue-differs",
        "term-drift",
        "verb-differs",
    }
)
"""What a mutation is expected to raise; the sentences of `harmless.txt` raise nothing above information."""
_CHANGE = re.compile(r"    ([ab]) ([\w-]+)(?:@(\S+))?(?: ([\w-]+))?: (.+?) ->(.*)")


class Sentence(NamedTuple):
    """One side of a pair."""

    text: str
    tag: str
    today: date


class Variant(NamedTuple):
    """A pair that agrees, and the side that was changed."""

    a: Sentence
    b: Sentence
    side: str
    kind: str
    rule: str | None
    changed: Sentence
    span: tuple[int, int]
    place: str

    @property
    def pair(self) -> tuple[Sentence, Sentence]:
        """Both sides after the change."""
        return (self.changed, self.b) if self.side == "a" else (self.a, self.changed)


def variants(file: Path) -> Iterator[Variant]:
    """All changes of a file, in order."""
    lines = iter(enumerate(file.read_text("utf-8").splitlines(), 1))
    days: tuple[str, date, str, date] = ("en", date.min, "zh-Hans", date.min)
    pair: tuple[Sentence, Sentence] | None = None
    for number, line in lines:
        if line.startswith("@"):
            one, day, two, other = line[1:].split()
            days = one, date.fromisoformat(day), two, date.fromisoformat(other)
        elif line.startswith("    "):
            assert pair, f"{file.name}:{number}"
            yield _variant(line, *pair, f"{file.name}:{number}")
        elif line and not line.startswith("#"):
            pair = Sentence(line, *days[:2]), Sentence(next(lines)[1], *days[2:])


def counts(told: Iterable[Variant]) -> Counter[str]:
    """How many of each kind."""
    return Counter(variant.kind for variant in told)


def main() -> None:
    """Print how many variants there are of each kind."""
    for file in (file for one in SETS for file in (one.mutations, one.harmless) if file):
        kinds = counts(variants(file))
        print(f"{file.stem}: {kinds.total()}")
        for kind, number in kinds.most_common():
            print(f"    {kind:<14} {number}")


def _variant(line: str, a: Sentence, b: Sentence, place: str) -> Variant:
    change = _CHANGE.fullmatch(line)
    assert change, place
    side, kind, tag, rule, old, new = change.groups()
    new = new.removeprefix(" ")
    plain = a if side == "a" else b
    assert old == "*" or plain.text.count(old) == 1, place
    start = 0 if old == "*" else plain.text.index(old)
    text = new if old == "*" else plain.text.replace(old, new)
    changed = Sentence(text, tag or plain.tag, plain.today)
    return Variant(a, b, side, kind, rule, changed, (start, start + len(new)), place)


if __name__ == "__main__":
    main()
