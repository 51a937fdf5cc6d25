"""A fact that nobody told, only concluded, in a text that is published."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, path_text
from eventrecord.message import say
from eventrecord.model.slot import Slot
from eventrecord.model.source import Standing
from eventrecord.rules.bad_slot import NEEDS
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

PRINTED = {"lead": "participants", "attendance": "participants", "programme": "programme", "awards": "awards"}
"""What a composed block prints of its event without looking at standings; single fields it leaves out."""
ENTRIES = {"about": "organizations", "quotation": "quotations", "image": "images"}
"""Kind of entry that other composed blocks print."""
HINT = say("cite who told it and change its 'standing', or leave it out of what is published")


def check(context: Context) -> Iterator[Diagnostic]:
    """No slot and no composed block prints what is only inferred."""
    inferred = [path for path, sourcing in context.doubts if sourcing.standing is Standing.INFERRED]
    if not inferred:
        return
    for mention in context.mentions:
        if mention.slot and (fact := _behind(context, mention.slot, inferred)):
            message = say("{{{fact}}} prints what is only inferred", fact=mention.slot.fact)
            part = (mention.slot.start, mention.slot.end)
            yield RULE.at(mention.path, message, hint=HINT, labels=(_label(fact),), part=part)
    for i, release in enumerate(context.record.releases):
        for j, block in enumerate(release.body):
            name = getattr(block, block.sort)
            for fact in _composed(context, block.sort, name, inferred):
                yield RULE.at(
                    ("releases", i, "body", j, block.sort),
                    say(
                        "the composed block '{sort}: {name}' prints what is only inferred",
                        sort=block.sort,
                        name=name,
                    ),
                    hint=HINT,
                    labels=(_label(fact),),
                )


def _behind(context: Context, slot: Slot, inferred: list[Path]) -> Path | None:
    """The path of what is inferred of all that a slot prints."""
    own = _path(context, slot.kind, slot.id)
    field = NEEDS.get((slot.kind, slot.form), "name")
    places = (own, (*own, "sourcing", field)) if own else ()
    posts = slot.kind == "people" and slot.form in ("", "full", "posts")
    return next((path for path in inferred if path in places or (posts and _is_post(path, slot.id))), None)


def _composed(context: Context, sort: str, name: object, inferred: list[Path]) -> Iterator[Path]:
    if sort in ENTRIES:
        yield from (path for path in inferred if path == (ENTRIES[sort], name))
    own = _path(context, "events", str(name)) if sort in PRINTED else None
    if own is None:
        return
    stem = (*own, PRINTED[sort])
    yield from (path for path in inferred if path[: len(stem)] == stem)
    for mention in context.survey.mentions:
        if mention.path[: len(stem)] == stem:
            for path in inferred:
                if path == (mention.kind, mention.id) or (
                    mention.kind == "people" and _is_post(path, mention.id)
                ):
                    yield path


def _path(context: Context, kind: str, name: str) -> Path | None:
    if kind != "events":
        return (kind, name)
    return next((node.path for node in context.events if node.event.id == name), None)


def _is_post(path: Path, person: str) -> bool:
    return path[:2] == ("people", person) and path[2:3] in (("posts",), ("memberships",))


def _label(path: Path) -> Label:
    return Label(
        path,
        say("{fact} is inferred", fact=path_text(tuple(part for part in path if part != "sourcing"))),
    )


RULE = Rule(
    "inferred-fact-printed", Severity.ERROR, "sources", say("An edition prints what nobody told."), check
)
