"""A reference to an entry, a release or a field that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity, path_text
from eventrecord.message import Named, joined, say
from eventrecord.model.slot import Slot
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Mention, field_keys

__all__ = ["RULE"]

_MOST = 50_000
"""Ids that are looked through for suggestions: in a file with thousands of faults that takes too long."""
_SHOWN = 8
"""Ids that a hint lists."""
_TWICE = 2
"""A slip is often made in two languages alike; in more places it is one where the entry is defined."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Every id and slot names something that the record, or one it builds on, has."""
    dangling = [mention for mention in context.dangling if not context.may_be_lost(mention.kind, mention.id)]
    uses = Counter((mention.kind, mention.id) for mention in dangling)
    for number, mention in enumerate(dangling):
        near = number * len(context.ids[mention.kind]) < _MOST
        finding, slot = _dangling(context, mention) if near else _bare(mention), mention.slot
        if finding.hint and (places := uses[mention.kind, mention.id]) > _TWICE:
            more = say(
                "{places} places say {id!r}: perhaps it is misspelled where it is defined",
                places=places,
                id=mention.id,
            )
            finding = replace(finding, hint=say("{hint} ({more})", hint=finding.hint, more=more), fix=None)
        yield _in_slot(finding, slot) if slot else finding
    releases = [release.id for release in context.record.releases]
    for index, release in enumerate(context.record.releases):
        if release.corrects is None or context.may_be_lost("releases", release.corrects):
            continue
        if release.corrects not in releases:
            yield _unknown(("releases", index, "corrects"), say("release"), release.corrects, releases)
    for path, fact in context.survey.sourced:
        keys = [key for key in field_keys(type(fact)).values() if key != "sourcing"]
        for name in fact.sourcing:
            if name not in keys:
                yield _unknown((*path, "sourcing", name), say("field"), name, keys, at_key=True)


def _in_slot(finding: Diagnostic, slot: Slot) -> Diagnostic:
    """The finding, and its fix, at the place of the slot in its wording."""
    part = slot.start, slot.end
    if finding.fix is None:
        return replace(finding, part=part)
    start = slot.start + len(f"{{{slot.kind}.")
    edits = tuple(edit._replace(part=(start, start + len(slot.id))) for edit in finding.fix.edits)
    return replace(finding, part=part, fix=finding.fix._replace(edits=edits))


def _bare(mention: Mention) -> Diagnostic:
    return RULE.at(mention.path, _missing(mention.kind, mention.id))


def _dangling(context: Context, mention: Mention) -> Diagnostic:
    kind, name = mention.kind, mention.id
    owner, slash, _ = name.partition("/")
    if mention.path[-1] == "part_of" and not mention.slot:
        return _no_record(context, mention.path, owner, name if slash else None)
    if slash and owner not in context.record.related:
        return RULE.at(
            mention.path,
            say(
                "{entry} lies in the record {owner!r}, which is not at hand",
                entry=path_text((kind, name)),
                owner=owner,
            ),
            hint=say(
                "records at hand are those that an event is 'part_of': is {owner}.yaml in the same folder?",
                owner=owner,
            ),
        )
    other = [(other, name) for other, entries in context.ids.items() if name in entries]
    known = {*context.ids[kind], *context.lost_ids(kind), *_related_ids(context, kind)}
    if other and not _near(name, known):
        hint = say("there is {entry}: is that what is meant?", entry=path_text(other[0]))
        return RULE.at(mention.path, _missing(kind, name), hint=hint)
    ways = _hint(name, known, say("add it under '{kind}'", kind=kind))
    return RULE.at(mention.path, _missing(kind, name), hint=ways, fix=_fix(mention.path, name, known))


def _no_record(context: Context, path: Path, owner: str, whole: str | None) -> Diagnostic:
    if whole and owner in context.record.related:
        other = context.record.related[owner]
        known = [f"{owner}/{event}" for event in other.events()]
        return RULE.at(
            path,
            say("the record {owner} has no event {whole!r}", owner=owner, whole=whole),
            hint=_hint(whole, known),
            fix=_fix(path, whole, known),
        )
    return RULE.at(
        path,
        say(
            "the event is part of {event!r}, but there is no record {owner!r} here",
            event=whole or owner,
            owner=owner,
        ),
        hint=say("put {owner}.yaml into the same folder, or leave 'part_of' out", owner=owner),
    )


def _unknown(path: Path, noun: str, name: str, known: list[str], *, at_key: bool = False) -> Diagnostic:
    return RULE.at(
        path,
        say("there is no {noun} {name!r} here", noun=noun, name=name),
        hint=_hint(name, known),
        at_key=at_key,
        fix=_fix(path, name, known, at_key=at_key),
    )


def _missing(kind: str, name: str) -> str:
    return say("there is no {name!r} among the {kind}", name=name, kind=Named(kind))


def _hint(name: str, known: Iterable[str], otherwise: str = "") -> str:
    near = _near(name, known)
    if near:
        return say("did you mean {near!r}?", near=near)
    names = sorted(known)
    shown = joined([*names[:_SHOWN], *(["..."] if len(names) > _SHOWN else [])], say(", "))
    ways = (say("there are: {names}", names=shown) if names else "", otherwise)
    return joined((way for way in ways if way), say("; or "))


def _near(name: str, known: Iterable[str]) -> str | None:
    return next(iter(_nearest(name, known)), None)


def _nearest(name: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, sorted(known), n=2, cutoff=0.7)


def _fix(path: Path, name: str, known: Iterable[str], *, at_key: bool = False) -> Fix | None:
    """The one id that comes near; not safe, for it says who or what is meant."""
    near = _nearest(name, known)
    if len(near) != 1:
        return None
    return Fix(say("replace it by {new}", new=near[0]), (Edit(path, near[0], at_key=at_key),), safe=False)


def _related_ids(context: Context, kind: str) -> list[str]:
    return [
        f"{owner}/{name}"
        for owner, record in context.record.related.items()
        for name in (record.events() if kind == "events" else getattr(record, kind))
    ]


RULE = Rule(
    "dangling-reference", Severity.ERROR, "references", say("An id names something that is not there."), check
)
