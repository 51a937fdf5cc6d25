"""Which texts editions print, and in which languages there is a wording for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from eventrecord.diagnostic import Path
from eventrecord.localize.wording import Choice, choose, tag_parents
from eventrecord.model.agent import PersonName
from eventrecord.model.record import COLLECTIONS
from eventrecord.model.text import State, Wording
from eventrecord.rules.context import Context
from eventrecord.rules.survey import Passage

__all__ = ["chosen", "is_needed", "is_person_name", "name_source", "shown", "words_of"]

OPTIONAL = frozenset(
    {
        "abbreviation",
        "admitted",
        "definition",
        "deprecated",
        "forbidden",
        "in_posts",
        "noun_one",
        "plural",
        "short_name",
    }
)
"""Texts that a language may do without: another one is printed then, or none."""

_LONGEST = 60


def is_needed(context: Context, passage: Passage) -> bool:
    """Whether editions in all languages print the text: entries that nothing refers to are not printed."""
    path = passage.path
    if path[0] == "sources" or path[-1] in OPTIONAL or path[-2] in OPTIONAL:
        return False
    if path[0] == "terms" and path[2] == "earlier":
        return False
    if path[0] in COLLECTIONS and (path[0], path[1]) not in context.used:
        return False
    if path[-1] == "about" and path[0] == "organizations":
        return any(block.about == path[1] for release in context.record.releases for block in release.body)
    return True


def is_person_name(path: Path) -> bool:
    """Whether the wordings at `path` are the names of a person."""
    return len(path) == 3 and path[0] == "people" and path[2] == "name"


def chosen(passage: Passage, tag: str, derive: Mapping[str, str]) -> Choice | None:
    """The wording that an edition in `tag` prints of a text that is no person's name."""
    return choose(cast("Mapping[str, str | Wording]", passage.wordings), tag, derive)


def name_source(languages: Collection[str], tag: str, derive: Mapping[str, str]) -> str | None:
    """Of the languages of a person's name, that which an edition in `tag` prints or converts, if any."""
    links = tag_parents(tag)
    if own := next((link for link in links if link in languages), None):
        return own
    source = next((derive[link] for link in links if link in derive), None)
    if source is None or source == tag:
        return None
    return next((link for link in tag_parents(source) if link in languages), None)


def words_of(wording: str | Wording | PersonName) -> str | None:
    """The words of a wording, of a name its parts; None where it is missing."""
    if isinstance(wording, PersonName):
        return " ".join(filter(None, (wording.family, wording.given)))
    if isinstance(wording, Wording):
        return None if wording.state is State.MISSING else wording.text
    return wording


def shown(words: str | None) -> str:
    """Words as a message quotes them: on one line, and the beginning of long ones."""
    line = " ".join((words or "").split())
    return f"{line[:_LONGEST]} ..." if len(line) > _LONGEST else line
