"""A post beside a name in prose that is not one of the person's posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, called
from eventrecord.localize.alternatives import either
from eventrecord.localize.wording import tag_parents
from eventrecord.message import joined, say
from eventrecord.model.agent import Person
from eventrecord.rules.context import Context
from eventrecord.rules.listed_people import told_people
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import telling
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]


class _Titles(NamedTuple):
    """Titles of one language that the record knows, and how they are found beside a name."""

    own: dict[str, list[str]]
    """Those of each person."""
    before: re.Pattern[str]
    after: re.Pattern[str]
    not_held: re.Pattern[str]


def check(context: Context) -> Iterator[Diagnostic]:
    """A vice mayor is not called mayor in prose, nor director where somebody else is."""
    if not any(isinstance(person, Person) and person.posts for person in context.record.people.values()):
        return
    titles: dict[str, _Titles | None] = {}
    for _, tag, path, sentence in told_people(context):
        if tag not in titles:
            titles[tag] = _titles(context, tag)
        known = titles[tag]
        if known is None:
            continue
        for slot in sentence.slots:
            own = (
                known.own.get(slot.id) if slot.kind == "people" and slot.form in ("name", "family") else None
            )
            if not own:
                continue
            front = known.before.search(sentence.before(slot.start))
            if front and known.not_held.search(sentence.text[: front.start("told")]):
                front = None
            behind = known.after.search(sentence.after(slot.end))
            for match, shift in ((front, sentence.start), (behind, slot.end)):
                if match and not _holds(own, match["told"], match.string[: match.start("told")]):
                    part = (shift + match.start("told"), shift + match.end("told"))
                    yield _finding(slot.id, match["told"], own, path, part)


def _holds(own: list[str], told: str, before: str) -> bool:
    """Whether what is told is a title of the person, or the end of one that stands there whole."""
    words = told.casefold()
    return any(
        words == title or (title.endswith(words) and before.casefold().endswith(title[: -len(words)]))
        for title in own
    )


def _titles(context: Context, tag: str) -> _Titles | None:
    rank = telling(tag, "people", "ranks")
    join = telling(tag, "people", "rank_join")
    if rank is None or join is None:
        return None
    chain = tag_parents(tag)
    own: dict[str, list[str]] = {}
    for name, person in context.record.people.items():
        for post in person.posts:
            link = next((link for link in chain if link in post.title), None)
            if link and (words := words_of(post.title[link])):
                own.setdefault(name, []).append(words.casefold())
    ranked = re.compile(f"(?:{rank.pattern})(?:{join.pattern})", re.IGNORECASE)
    known = {title for titles in own.values() for title in titles}
    bases = known | {title[match.end() :] for title in known if (match := ranked.match(title))}
    if not bases:
        return None
    choice = either(base for base in bases if len(base) > 1)
    title = rf"(?P<told>(?:(?:{rank.pattern})(?:{join.pattern}))*(?:{choice}))"
    patterns = [
        telling(tag, "people", "before"),
        telling(tag, "people", "after"),
        telling(tag, "people", "not_held"),
    ]
    before, after, not_held = [
        re.compile(pattern.pattern.replace("(?:{title})", title), re.IGNORECASE)
        for pattern in patterns
        if pattern
    ]
    return _Titles(own, before, after, not_held)


def _finding(name: str, told: str, own: list[str], path: Path, part: tuple[int, int]) -> Diagnostic:
    return RULE.at(
        path,
        say(
            "{name} is called {told!r}; the record has {own}",
            name=called(("people", name), name),
            told=told,
            own=joined(own, say(", ")),
        ),
        hint=say("the slot {{people.{name}}} prints name and posts as the record has them", name=name),
        labels=(Label(("people", name, "posts"), say("the posts")),),
        part=part,
    )


RULE = Rule(
    "post-contradicted",
    Severity.ERROR,
    "names",
    say("A post beside a name is none that the person holds."),
    check,
    rests_on="record",
    is_grave=True,
)
