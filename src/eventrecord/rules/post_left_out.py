"""Somebody of rank whom a release names, but never with a post."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity, called
from eventrecord.message import say
from eventrecord.model.agent import Person
from eventrecord.model.release import Release, ReleaseKind
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Mention, is_press
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A release says once, at least, what posts the people hold whom it names."""
    bare: dict[tuple[int, str], Mention] = {}
    told: set[tuple[int, str]] = set()
    for text in context.slotted:
        if not is_press(text.passage):
            continue
        for wording in text.wordings:
            for slot in wording.slots:
                if slot.kind == "people":
                    named = (int(text.passage.path[1]), slot.id)
                    if slot.form in ("name", "family"):
                        bare.setdefault(named, Mention(wording.path, "people", slot.id, slot))
                    else:
                        told.add(named)
    for (index, name), mention in bare.items():
        release, person = context.record.releases[index], context.record.find("people", name)
        if (index, name) in told or not isinstance(person, Person) or not person.posts:
            continue
        if release.kind is ReleaseKind.CORRECTION or name in _composed(context, release):
            continue
        if _is_written(context, index, person) or mention.slot is None:
            continue
        titles = sorted(person.posts[0].title.items(), key=lambda title: title[0] not in mention.path)
        post = next((words for _, w in titles if (words := words_of(w))), "")
        place = ("people", name, "posts") if name in context.record.people else ()
        yield RULE.at(
            mention.path,
            say(
                "{name} is named without a post; the record has {post!r}",
                name=called(("people", name), name),
                post=post,
            ),
            hint=say("write {{people.{name}}} where they are named first: it prints the posts", name=name),
            labels=(Label(place, say("the posts")),) if place else (),
            part=(mention.slot.start, mention.slot.end),
        )


def _composed(context: Context, release: Release) -> set[str]:
    """People whom the composed blocks of a release name, with their posts."""
    events = {name for block in release.body for name in (block.lead, block.attendance) if name}
    found = {
        name
        for node in context.events
        if node.event.id in events
        for entry in node.event.participants
        for name in (*entry.people, entry.person)
        if name
    }
    quoted = [context.record.quotations.get(block.quotation) for block in release.body if block.quotation]
    return found | {quotation.speaker for quotation in quoted if quotation and quotation.speaker}


def _is_written(context: Context, index: int, person: Person) -> bool:
    """Whether the release has one of the titles in words."""
    titles = {
        words.casefold() for post in person.posts for w in post.title.values() if (words := words_of(w))
    }
    texts = [
        (words_of(wording) or "").casefold()
        for passage in context.passages
        if is_press(passage) and passage.path[1] == index
        for wording in passage.wordings.values()
    ]
    return any(title in text for title in titles for text in texts)


RULE = Rule(
    "post-left-out",
    Severity.ERROR,
    "names",
    say("A release names somebody, but never with a post."),
    check,
    rests_on="record",
    is_grave=True,
)
