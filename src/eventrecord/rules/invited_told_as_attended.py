"""Prose that says somebody was there who, as far as the record knows, was only invited."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, called
from eventrecord.message import joined, say
from eventrecord.model.participation import Modality
from eventrecord.rules.context import Context
from eventrecord.rules.listed_people import people_lists, told_people
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import telling

__all__ = ["RULE"]

_PRESENT = frozenset({Modality.ATTENDED, Modality.SPOKE, Modality.CHAIRED})


def check(context: Context) -> Iterator[Diagnostic]:
    """Whoever attended or spoke in prose did so in the record, if the record tells of them at all."""
    absent = _absent(context)
    if not absent:
        return
    for _, tag, path, sentence in told_people(context):
        present = telling(tag, "people", "present")
        for people in people_lists(sentence, tag) if present else ():
            end = people[-1].end
            told = present.match(sentence.after(end)) if present else None
            for slot in people if told else ():
                if told and slot.id in absent:
                    place, did = absent[slot.id]
                    yield RULE.at(
                        path,
                        say(
                            "{name} is told to have been there ({words}); the record has {did}",
                            name=called(("people", slot.id), slot.id),
                            words=told[0].strip(" ,\0"),
                            did=joined(did, say(", ")),
                        ),
                        hint=say("not all who are invited come: ask, then correct the text or the record"),
                        labels=(Label(place, joined(did, say(", "))),),
                        part=(slot.start, end + told.end()),
                    )


def _absent(context: Context) -> dict[str, tuple[Path, list[Modality]]]:
    """People of whom no event says that they were there, with what one says, and where."""
    found: dict[str, tuple[Path, list[Modality]]] = {}
    present: set[str] = set()
    for node in context.events:
        for index, entry in enumerate(node.event.participants):
            names = [*entry.people, *([entry.person] if entry.person else [])]
            if _PRESENT & set(entry.did) and Modality.WITHDREW not in entry.did:
                present.update(names)
            for name in names:
                found.setdefault(name, ((*node.path, "participants", index, "did"), entry.did))
    return {name: told for name, told in found.items() if name not in present}


RULE = Rule(
    "invited-told-as-attended",
    Severity.WARNING,
    "names",
    say("A text says that somebody was there; the record does not."),
    check,
)
