"""One wording of something that has a name: what it is, in which language, and how it stands there."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from eventrecord.localize.terminology.concept import TermEntry
from eventrecord.model.agent import NameOrder

__all__ = ["Form", "Kind", "KnownName", "Standing"]

Kind = Literal["person", "organization", "place", "event", "term", "post"]
Standing = Literal["preferred", "admitted", "deprecated", "forbidden", "outdated", "regional"]
"""Of a wording: as the terminology has it; of another time; or of another region that writes otherwise."""
Form = Literal["full", "short-form", "abbreviation", "pattern", "near"]


class KnownName(NamedTuple):
    """One wording of something that has a name, in one language."""

    id: str
    kind: Kind
    words: str
    tag: str
    standing: Standing = "preferred"
    form: Form = "full"
    order: NameOrder | None = None
    """How the parts of a Chinese person's Latin name stand."""
    usual: bool = True
    """Whether its own entry says it so, and it is not made from one by another spelling or order."""
    official: bool = False
    """Whether it is a body of a state, a party or a town."""
    own: bool = False
    """Whether it is a name of its own, not a word that many texts have."""
    entry: TermEntry | None = None

    def standing_on(self, day: date | None) -> Standing:
        """Its standing on a day: outdated, where its entry held at another time."""
        if self.standing in ("preferred", "admitted") and self.entry and not self.entry.holds(day):
            return "outdated"
        return self.standing
