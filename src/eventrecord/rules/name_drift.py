"""A name in prose that is nearly, but not quite, a name of the record or of the terminology."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.localize.wording import tag_parents
from eventrecord.message import say
from eventrecord.model.text import State
from eventrecord.rules.authored import NAMES, Authored
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_NAMED = ("event", "organizations", "places", "awards", "terms")
"""Parts of the record whose names are looked for."""


class _Name(NamedTuple):
    words: str
    slot: str
    path: Path | None
    """Where the record has it; None for a name of the base."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Prose has names of events, bodies and places as they are, or not at all."""
    from eventrecord.localize.folding import fold
    from eventrecord.localize.likeness import near_misses, shape_of, tokens_of

    for tag, text in context.authored_prose.items():
        names = _names(context, tag)
        near = [(name, shape) for name in names if (shape := shape_of(name.words)) and shape.is_near(text)]
        if not near:
            continue
        known: set[tuple[str, ...]] | None = None
        for wording in context.authored:
            if wording.tag != tag or wording.is_name:
                continue
            search = fold(wording.plain)
            here = [(name, shape) for name, shape in near if shape.is_near(search.text)]
            if not here:
                continue
            tokens = tokens_of(search)
            told: set[tuple[int, int]] = set()
            for name, shape in here:
                for miss in near_misses(tokens, shape, loose=name.path is not None):
                    if known is None:
                        known = {tokens_of(fold(one)).words for one in _known(context, tag)}
                    if (miss.start, miss.end) in told or _covered(tokens.words, miss.differs, known):
                        continue
                    told.add((miss.start, miss.end))
                    start, end = tokens.spans[miss.start][0], tokens.spans[miss.end - 1][1]
                    surface = wording.plain[start:end]
                    if shape.chinese or not surface.islower():
                        yield _drift(wording, surface, (start, end), name)


def _drift(wording: Authored, surface: str, span: tuple[int, int], name: _Name) -> Diagnostic:
    return RULE.at(
        wording.path,
        say("{surface} is nearly, but not quite, {name}", surface=surface, name=name.words),
        hint=say(
            "write the name, or the slot {slot}; if both are in use, add the other as a short name or an "
            "admitted term",
            slot=name.slot,
        ),
        labels=(Label(name.path, say("the name")),) if name.path else (),
        part=wording.part(*span),
    )


def _names(context: Context, tag: str) -> list[_Name]:
    """Names to look for in texts of a language: those of the record, then those of the terminology."""
    found: dict[str, _Name] = {}
    chain = tag_parents(tag)
    for passage in context.passages:
        if passage.path[-1] != "name" or passage.path[0] not in _NAMED:
            continue
        link = next((link for link in chain if link in passage.wordings), None)
        if link and (words := words_of(passage.wordings[link])):
            found.setdefault(words, _Name(words, _slot(context, passage.path), (*passage.path, link)))
    for name, words in context.terminology.names(tag):
        found.setdefault(words, _Name(words, f"{{terms.{name}}}", None))
    return list(found.values())


def _slot(context: Context, path: Path) -> str:
    if path[0] != "event":
        return f"{{{path[0]}.{path[1]}}}"
    node = next(node for node in context.events if node.path == path[:-1])
    return f"{{events.{node.event.id}}}"


def _known(context: Context, tag: str) -> Iterator[str]:
    """Everything that something is called, so that no name is taken for the slip of another one."""
    chain = tag_parents(tag)
    for concept in context.terminology.values():
        for link in chain:
            yield from (
                entry.term for entry in concept.terms.get(link, ()) if entry.state is not State.UNVERIFIED
            )
    for passage in context.passages:
        if passage.path[-1] in NAMES:
            yield from filter(
                None, (words_of(passage.wordings[link]) for link in chain if link in passage.wordings)
            )


def _covered(words: tuple[str, ...], differs: tuple[int, int], known: set[tuple[str, ...]]) -> bool:
    """Whether what differs stands inside a known name."""
    first, last = differs
    return any(
        words[start : start + len(name)] == name
        for name in known
        if len(name) > 1
        for start in range(max(0, last - len(name)), first + 1)
        if start + len(name) >= last
    )


RULE = Rule("name-drift", Severity.WARNING, "names", "A text has a name nearly, but not quite, right.", check)
