"""What is wrong in how authored wordings are set, found once for the rules that tell of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path
from eventrecord.errors import EventRecordError
from eventrecord.localize.data import Table, inherited, locale_tags
from eventrecord.localize.english.house_forms import find_form_slips, may_have_forms
from eventrecord.localize.language import language
from eventrecord.localize.marks import find_mark_slips, has_marks
from eventrecord.localize.typography import Change, Slip, find_slips, hide, locale_of
from eventrecord.localize.wording import tag_parents
from eventrecord.message import Message
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["Slipped", "slips_of"]

_LONGEST = 40
"""Characters of a text that a message quotes."""


class Slipped(NamedTuple):
    """A stretch of an authored wording that is wrong by a rule of typography."""

    wording: Authored
    slip: Slip

    @property
    def part(self) -> tuple[int, int]:
        """Where in the wording it stands."""
        return self.wording.part(self.slip.start, self.slip.end)

    @property
    def surface(self) -> str:
        """What stands there."""
        return self._shown(())

    @property
    def better(self) -> str:
        """What would stand there, mended."""
        return self._shown(self.slip.changes)

    def _shown(self, changes: Sequence[Change]) -> str:
        """The words as a message has them, of long ones the beginning and the end."""
        start, end = self.slip.start, self.slip.end
        if end - start > _LONGEST:
            first, last = (start, start + _LONGEST // 2), (end - _LONGEST // 2, end)
            return f"{self._words(*first, changes)} … {self._words(*last, changes)}"
        return self._words(start, end, changes)

    def _words(self, start: int, end: int, changes: Sequence[Change]) -> str:
        words = ""
        for change in changes:
            if start <= change.start and change.end <= end:
                words += self.wording.plain[start : change.start] + change.text
                start = change.end
        return re.sub("\0+", "{…}", words + self.wording.plain[start:end])

    def found(self, rule: Rule, message: Message, hint: Message, *, safe: bool = True) -> Diagnostic:
        """The finding, with a fix where it is known what to write; in a name no fix is safe."""
        path, fix = self.wording.path, None
        if self.slip.changes:
            edits = (
                Edit(path, change.text, self.wording.part(change.start, change.end))
                for change in self.slip.changes
            )
            fix = Fix(hint, tuple(edits), safe=safe and not self.wording.is_name)
        return rule.at(path, message, hint=hint, part=self.part, fix=fix)


def slips_of(context: Context) -> dict[str, list[Slipped]]:
    """All slips of a record, by rule."""
    found: dict[str, list[Slipped]] = {}
    wordings: dict[str, list[Authored]] = {}
    for wording in context.authored:
        wordings.setdefault(wording.tag, []).append(wording)
    for tag, group in wordings.items():
        if locale := locale_of(tag):
            for slipped in _slips(context, group, locale):
                found.setdefault(slipped.slip.rule, []).append(slipped)
    return found


def _slips(context: Context, wordings: list[Authored], locale: str) -> Iterator[Slipped]:
    """The slips of wordings of one language, read as one text with a line for each: most have none."""
    text = hide("\n".join(wording.plain for wording in wordings), locale)
    starts = [0, *accumulate(len(wording.plain) + 1 for wording in wordings)]

    def placed(slip: Slip) -> Slipped:
        number = bisect_right(starts, slip.start) - 1
        return Slipped(wordings[number], slip.moved(-starts[number]))

    for slipped in map(placed, find_slips(text, locale)):
        unless = slipped.slip.unless
        if not (unless and _style(context, slipped.wording).get(unless)):
            yield slipped
    if has_marks(text, locale):
        for wording, start in zip(wordings, starts, strict=False):
            for slip in find_mark_slips(text[start : start + len(wording.plain)], locale):
                yield Slipped(wording, slip)
    if inherited(locale, "locale").get("family") == "en" and may_have_forms(text, locale):
        for wording, start in zip(wordings, starts, strict=False):
            if not wording.is_name:
                own = text[start : start + len(wording.plain)]
                for slip in find_form_slips(own, locale, partial(_style, context, wording)):
                    yield Slipped(wording, slip)


def _style(context: Context, wording: Authored) -> Table:
    """The house style of the editions that print a wording, or the first that inherits it; maybe empty."""
    tag, release = wording.tag, int(wording.path[1]) if wording.path[0] == "releases" else None
    path: Path = ("event",) if release is None else ("releases", release, "headline")
    tags = [one for one in context.locales(path) if tag in tag_parents(one)]
    tag = tag if tag in tags or not tags else tags[0]
    own = {} if release is None else context.record.releases[release].style
    return _style_of(tag, own.get(tag) or context.settings.style.get(tag), context.settings.own_styles)


@lru_cache(maxsize=64)
def _style_of(tag: str, name: str | None, office: str) -> Table:
    if tag not in locale_tags():
        return {}
    try:
        return language(tag, name, office).style
    except EventRecordError:  # rules of their own tell of styles that are not there
        return {}
