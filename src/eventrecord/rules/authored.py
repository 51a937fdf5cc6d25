"""What people wrote for readers: wordings of the record, without the slots that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Path
from eventrecord.model.text import State, Wording
from eventrecord.rules.survey import Passage

__all__ = ["NAMES", "Authored", "authored_wordings"]

NAMES = frozenset({"abbreviation", "in_posts", "name", "short_name"})
"""Fields that say what something is called."""
_SLOT = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_FOLD = r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef}]) (?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef{])"


class Authored(NamedTuple):
    """A wording that people wrote; `plain` has nothing but zero characters where slots are."""

    path: Path
    tag: str
    plain: str
    places: Sequence[int] | None
    """Of each character of `plain`, its place in the wording, where the two differ."""
    passage: Passage
    is_name: bool

    def part(self, start: int, end: int) -> tuple[int, int]:
        """Where in the wording a stretch of `plain` stands."""
        return (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)


def authored_wordings(passages: Iterable[Passage]) -> Iterator[Authored]:
    """Wordings that the office is free to change: not those of sources, terms and owners."""
    for passage in passages:
        path = passage.path
        if path[0] in ("sources", "terms") or (path[0] == "people" and len(path) == 3):
            continue
        is_name = path[-1] in NAMES
        for tag, wording in passage.wordings.items():
            if isinstance(wording, str):
                words, place = wording, (*path, tag)
            elif isinstance(wording, Wording) and wording.text and wording.state is not State.OFFICIAL:
                words, place = wording.text, (*path, tag, "text")
            else:
                continue
            if passage.prose and ("{" in words or "}" in words):
                words = _SLOT.sub(lambda slot: "\0" * len(slot[0]), words)
            places = None
            if " " in words and tag.startswith("zh"):
                words, places = _unfolded(words)
            yield Authored(place, tag, words, places, passage, is_name)


def _unfolded(words: str) -> tuple[str, list[int] | None]:
    """Without the spaces by which a folded YAML block joins lines of Chinese; and where the rest stood."""
    folds = {match.start() for match in re.finditer(_FOLD, words)}
    if not folds:
        return words, None
    places = [place for place in range(len(words)) if place not in folds]
    return "".join(words[place] for place in places), places
