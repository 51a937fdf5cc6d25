"""A name in prose that is nearly, but not quite, a name of the record or of the terminology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Label, Path, Severity
from eventrecord.localize.wording import tag_parents
from eventrecord.message import say
from eventrecord.model.text import State
from eventrecord.rules.authored import NAMES, Authored
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_LONGEST = 60
"""Words or characters of a name."""
_NAMED = ("event", "organizations", "places", "awards", "terms")
"""Parts of the record whose names are looked for."""


class _Name(NamedTuple):
    words: str
    concept: str
    """Id of its concept, if it is one of the terminology."""
    path: Path = ()
    """Where the record has it."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Prose has names of events, bodies and places as they are, or not at all."""
    named = [one for one in context.passages if one.path[-1] == "name" and one.path[0] in _NAMED]
    for tag, text in context.authored_prose.items():
        if names := _names(context, named, tag, text):
            yield from _drifts(context, tag, text, names)


def _drifts(context: Context, tag: str, text: str, names: list[_Name]) -> Iterator[Diagnostic]:
    from eventrecord.localize.terminology.folding import fold
    from eventrecord.localize.terminology.likeness import near_misses, shape_of, tokens_of

    shapes = [(name, shape) for name in names if (shape := shape_of(name.words)) and shape.is_near(text)]
    known: dict[str, list[tuple[str, ...]]] = {}
    for wording, searched in zip(context.authored, context.searched, strict=True) if shapes else ():
        if wording.tag != tag or wording.is_name:
            continue
        near = [(name, shape) for name, shape in shapes if shape.is_near(searched)]
        if not near:
            continue
        tokens, told = tokens_of(fold(wording.plain)), set[tuple[int, int]]()
        for name, shape in near:
            for miss in near_misses(tokens, shape, loose=not name.concept):
                known = known or _by_first_word(tokens_of(fold(one)).words for one in _known(context, tag))
                start, end = tokens.spans[miss.start][0], tokens.spans[miss.end - 1][1]
                surface = wording.plain[start:end]
                named = shape.chinese or not surface.islower()
                if named and (start, end) not in told and not _covered(tokens.words, miss.differs, known):
                    told.add((start, end))
                    yield _drift(wording, surface, (start, end), name, _slot(context, name))


def _drift(wording: Authored, surface: str, span: tuple[int, int], name: _Name, slot: str) -> Diagnostic:
    return RULE.at(
        wording.path,
        say("{surface} is nearly, but not quite, {name}", surface=surface, name=name.words),
        hint=say(
            "write the name, or the slot {slot}; if both are in use, add the other as a short name or an "
            "admitted term",
            slot=slot,
        ),
        labels=(Label(name.path, say("the name")),) if name.path else (),
        part=wording.part(*span),
        fix=Fix(
            say("replace it by {new}", new=name.words),
            (Edit(wording.path, name.words, wording.part(*span)),),
            False,
        ),
    )


def _names(context: Context, named: list[Passage], tag: str, text: str) -> list[_Name]:
    """Names that a folded text may nearly hold: those of the record, then those of the terminology."""
    from eventrecord.localize.terminology.likeness import parts_of

    found: dict[str, _Name] = {}
    chain, parts = tag_parents(tag), parts_of(text)
    for passage in named:
        link = next((link for link in chain if link in passage.wordings), None)
        if link and (words := words_of(passage.wordings[link])) and _may_be_near(words, text, parts):
            found.setdefault(words, _Name(words, "", (*passage.path, link)))
    index = _by_first_token(context.terminology.names(tag))
    near = (one for token in index.keys() & parts for one in index[token])
    for _, concept, words in sorted(one for one in near if _may_be_near(one[2], text, parts)):
        found.setdefault(words, _Name(words, concept))
    return list(found.values())


@lru_cache(maxsize=64)
def _by_first_token(names: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[int, str, str]]]:
    """Names of concepts, with their numbers, by the token that a near miss begins with too."""
    index: dict[str, list[tuple[int, str, str]]] = {}
    for number, (concept, words) in enumerate(names):
        for token in _ends(words)[2][:1]:
            index.setdefault(token, []).append((number, concept, words))
    return index


def _may_be_near(name: str, text: str, parts: set[str]) -> bool:
    """Whether a folded text may hold a name with one slip; fast, and right where it says no."""
    begins, ends, edges = _ends(name)
    return parts.issuperset(edges) and (begins in text or ends in text)


@lru_cache(maxsize=10_000)
def _ends(name: str) -> tuple[str, str, tuple[str, ...]]:
    """How a folded name begins and ends, years and numbers aside, and its first and last token."""
    from eventrecord.localize.terminology.folding import folded
    from eventrecord.localize.terminology.likeness import edges_of

    text = folded(name).strip("0123456789 ")
    few = max(len(text) // 3, 6 if text.isascii() else 3)
    return text[:few], text[-few:], edges_of(text)


def _slot(context: Context, name: _Name) -> str:
    if name.concept:
        return f"{{terms.{name.concept}}}"
    if name.path[0] != "event":
        return f"{{{name.path[0]}.{name.path[1]}}}"
    node = next(node for node in context.events if node.path == name.path[:-2])
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


def _by_first_word(names: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        if len(name) > 1:
            found.setdefault(name[0], []).append(name)
    return found


def _covered(
    words: tuple[str, ...], differs: tuple[int, int], known: Mapping[str, list[tuple[str, ...]]]
) -> bool:
    """Whether what differs stands inside a known name."""
    first, last = differs
    return any(
        start + len(name) >= last and words[start : start + len(name)] == name
        for start in range(max(0, first - _LONGEST), first + 1)
        for name in known.get(words[start], ())
    )


RULE = Rule(
    "name-drift", Severity.WARNING, "names", say("A text has a name nearly, but not quite, right."), check
)
