"""What the rules find in a record with faulty parts, where these cannot be the cause of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Path
from eventrecord.rules.context import Context
from eventrecord.rules.rule import RestsOn, Rule
from eventrecord.settings import Settings

if TYPE_CHECKING:
    from eventrecord.reading.remains import Remains

__all__ = ["unharmed"]

_FOR_ALL = ("derive", "locales", "revision")
"""Parts of a record that all others rest on."""


def unharmed(rules: Iterable[Rule], remains: Remains, settings: Settings) -> Iterator[Diagnostic]:
    """Findings in what is sound of a record; none that the lost parts could explain."""
    context = Context(remains.record, settings, remains=remains)
    for rule in rules:
        if rule.check is None or rule.rests_on == "record":
            continue
        for finding in rule.check(context):
            paths = (finding.path, *(label.path for label in finding.labels))
            if not any(_touched(path, remains.lost, rule.rests_on) for path in paths):
                yield finding


def _touched(path: Path, lost: Collection[Path], rests_on: RestsOn) -> bool:
    """Whether something was lost at `path`, above it or right in it; or below it, or beside the way to it."""
    for way in lost:
        above = () if way[0] in _FOR_ALL else way[:-1]
        if way == path[: len(way)] or above == path:
            return True
        if path[-1:] == ("text",) and above == path[:-1]:
            return True  # what stands beside a text may say that its owner wrote it so
        if rests_on == "surroundings" and (above == path[: len(above)] or path == way[: len(path)]):
            return True
    return False
