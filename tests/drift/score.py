"""How well facts are read: `python tests/drift/score.py [-v]` prints precision, recall, F1 per kind."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from phrases import FOLDER, Label, phrases

from eventrecord.facts.reading import stated_facts

_LOOSE = ("a ", "an ", "the ", "in ", "on ", "from ", "by ", "since ", "for ", "at ", "between ")
"""Words before a fact that are no part of it, and may be read with it."""


def main(*, verbose: bool) -> None:
    """Print a table per file: facts found, right with value, unit and place; qualifiers of those."""
    for file in sorted(FOLDER.glob("*.txt")):
        right: Counter[str] = Counter()
        wanted: Counter[str] = Counter()
        told: Counter[str] = Counter()
        qualified = 0
        for phrase in phrases(file):
            found = [
                Label(f.kind, f.value, f.unit, f.qualifier.value, f.surface, f.start, f.end)
                for f in stated_facts(phrase.text, phrase.tag, phrase.today)
            ]
            wanted.update(label.kind for label in phrase.facts)
            told.update(label.kind for label in found)
            for label in phrase.facts:
                same = [other for other in found if _same(label, other)]
                right[label.kind] += bool(same)
                qualified += bool(same) and same[0].qualifier == label.qualifier
                if verbose and not (same and same[0].qualifier == label.qualifier):
                    print(f"{phrase.place}: {_told(label)} | {phrase.text}\n    found {_all(found)}")
            if verbose:
                for other in found:
                    if not any(_same(label, other) for label in phrase.facts):
                        print(f"{phrase.place}: false {_told(other)} | {phrase.text}")
        qualifiers = qualified / right.total()
        line = _line(right.total(), told.total(), wanted.total())
        print(f"{file.stem}: {line}; qualifiers {qualifiers:.3f}")
        for kind in wanted:
            print(f"    {kind:<12} {_line(right[kind], told[kind], wanted[kind])}")


def _same(label: Label, other: Label) -> bool:
    """Whether the same fact stands at the same place, with or without an article or a preposition."""
    return label[:3] == other[:3] and other.end == label.end and bool(_starts(label) & _starts(other))


def _starts(label: Label) -> set[int]:
    start, surface = label.start, label.surface.lower()
    starts = {start}
    for word in _LOOSE:
        if surface.startswith(word):
            start, surface = start + len(word), surface[len(word) :]
            starts.add(start)
    return starts


def _line(right: int, told: int, wanted: int) -> str:
    precision, recall = right / told if told else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  ({right} of {wanted}, {told} found)"


def _told(label: Label) -> str:
    return f"{label.kind} {label.value} {label.unit or ''} {label.qualifier} {label.surface!r}"


def _all(labels: Iterable[Label]) -> str:
    return "; ".join(map(_told, labels)) or "nothing"


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)
