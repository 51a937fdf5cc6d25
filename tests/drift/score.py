"""How well facts are read: `python tests/drift/score.py [-v]` prints precision, recall, F1 per kind."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from phrases import EDITIONS, FOLDER, Label, Phrase, phrases

from eventrecord.facts.reading import stated_facts

_LOOSE = ("a ", "an ", "the ", "in ", "on ", "from ", "by ", "since ", "for ", "at ", "between ")
"""Words before a fact that are no part of it, and may be read with it."""
_TAGS = ("en", "zh-Hans", "zh-Hant")


@dataclass
class Score:
    """Facts found, right with value, unit and place; qualifiers of those."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    qualified: int = 0
    notes: list[str] = field(default_factory=list)
    """What is not right, in words."""

    @property
    def f1(self) -> float:
        """Of all kinds together."""
        return 2 * self.right.total() / (self.told.total() + self.wanted.total())

    def add(self, phrase: Phrase) -> None:
        """Count the facts of one phrase."""
        found = [
            Label(f.kind, f.value, f.unit, f.qualifier.value, f.surface, f.start, f.end)
            for f in stated_facts(phrase.text, phrase.tag, phrase.today)
        ]
        # a weekday in brackets that may be of the date before it
        ends = {d.end + 1: d.start - 1 for d in phrase.doubtful}
        found = [
            _cut(other, ends[other.end])
            if any(label.start == other.start and label.end == ends.get(other.end) for label in phrase.facts)
            else other
            for other in found
        ]
        found = [other for other in found if not _is_of(phrase.doubtful, other, phrase.facts)]
        self.wanted.update(label.kind for label in phrase.facts)
        self.told.update(label.kind for label in found)
        for label in phrase.facts:
            same = [other for other in found if _same(label, other)]
            self.right[label.kind] += bool(same)
            self.qualified += bool(same) and same[0].qualifier == label.qualifier
            if not (same and same[0].qualifier == label.qualifier):
                told = f"{phrase.place}: {_told(label)} | {phrase.text}\n    found {_all(found)}"
                self.notes.append(told)
        for other in found:
            if not any(_same(label, other) for label in phrase.facts):
                self.notes.append(f"{phrase.place}: false {_told(other)} | {phrase.text}")


def score(told: Iterable[Phrase]) -> Score:
    """The score of some phrases."""
    found = Score()
    for phrase in told:
        found.add(phrase)
    return found


def sets() -> Iterator[tuple[str, list[Phrase]]]:
    """All labelled sets by name: the files of phrases, and the releases of each language."""
    for file in sorted(FOLDER.glob("*.txt")):
        yield file.stem, list(phrases(file))
    releases = [phrase for file in sorted(EDITIONS.glob("*.txt")) for phrase in phrases(file)]
    for tag in _TAGS:
        yield f"editions-{tag}", [phrase for phrase in releases if phrase.tag.startswith(tag)]


def main(*, verbose: bool) -> None:
    """Print a table per set."""
    for name, told in sets():
        found = score(told)
        if verbose:
            print("\n".join(found.notes))
        qualifiers = found.qualified / found.right.total()
        line = _line(found.right.total(), found.told.total(), found.wanted.total())
        print(f"{name}: {line}; qualifiers {qualifiers:.3f}")
        for kind in found.wanted:
            print(f"    {kind:<12} {_line(found.right[kind], found.told[kind], found.wanted[kind])}")


def _cut(label: Label, end: int) -> Label:
    return label._replace(surface=label.surface[: end - label.start], end=end)


def _is_of(doubtful: Iterable[Label], other: Label, firm: Iterable[Label]) -> bool:
    """Whether what was found is of a doubtful label, and counts neither way."""
    if any(_same(label, other) for label in firm):
        return False
    return any(other.start < label.end and label.start < other.end for label in doubtful)


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
