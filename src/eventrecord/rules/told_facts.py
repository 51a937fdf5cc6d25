"""Figures and dates that a wording writes out, read once for all rules."""

from __future__ import annotations

from datetime import date

from eventrecord.diagnostic import Path
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.stated import Stated
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.moments import local_day

__all__ = ["told_facts"]


def told_facts(context: Context, wording: Authored) -> list[Stated]:
    """What a wording states, in its order; dates without a year are near the day of the release."""
    known = context.told
    if wording.path not in known:
        known[wording.path] = stated_facts(wording.plain, wording.tag, _today(context, wording.passage.path))
    return known[wording.path]


def _today(context: Context, path: Path) -> date | None:
    if path[0] == "releases":
        release = context.record.releases[int(path[1])]
        if release.issued is not None:
            return local_day(release.issued, release.time_zone or context.events[0].zone)
    return None
