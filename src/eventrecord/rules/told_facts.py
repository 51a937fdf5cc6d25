"""Figures and dates that a wording writes out, read once for all rules."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Path
from eventrecord.localize.data import locale_tags
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.moments import local_day

if TYPE_CHECKING:
    from eventrecord.localize.stated import Stated
    from eventrecord.model.figure import Figure

__all__ = ["as_written", "reader", "told_facts"]


def told_facts(context: Context, wording: Authored) -> list[Stated]:
    """What a wording states, in its order; dates without a year are near the day of the release.

    Of a language that there is no locale for, that is nothing.
    """
    from eventrecord.facts.reading import stated_facts

    known, tag = context.told, reader(wording.tag)
    if wording.path not in known:
        today = _today(context, wording.passage.path)
        known[wording.path] = stated_facts(wording.plain, tag, today) if tag else []
    return known[wording.path]


def as_written(figure: Figure, tag: str) -> str:
    """A figure as editions write it in a language: nearly RMB 3.2 billion; without its noun."""
    from eventrecord.localize.language import language
    from eventrecord.localize.numbers import qualified

    return qualified(figure, None, language(reader(tag) or "en")).replace("\N{NO-BREAK SPACE}", " ")


@cache
def reader(tag: str) -> str:
    """The locale that reads a language: its own, else one of its regions; empty if there is none."""
    tags = locale_tags()
    return tag if tag in tags else next((own for own in tags if own.startswith(f"{tag}-")), "")


def _today(context: Context, path: Path) -> date | None:
    if path[0] == "releases":
        release = context.record.releases[int(path[1])]
        if release.issued is not None:
            return local_day(release.issued, release.time_zone or context.events[0].zone)
    return None
