"""Languages of one text that do not state the same facts."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, path_text
from eventrecord.rules.context import Context, SlottedText
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import chosen, words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """All wordings of a text refer to the same facts; a written block is there in every language."""
    for text in context.slotted:
        yield from _facts(context, text)
    for passage in context.passages:
        if passage.path[0] == "releases" and passage.path[2] == "body":
            yield from _absent(context, passage)


def _facts(context: Context, text: SlottedText) -> Iterator[Diagnostic]:
    if len({frozenset(slot.fact for slot in wording.slots) for wording in text.wordings}) == 1:
        return
    passage = text.passage
    choices = [chosen(passage, tag, context.record.derive) for tag in context.locales(passage.path)]
    printed = {choice.tag for choice in choices if choice is not None and not choice.stand_in}
    wordings = [wording for wording in text.wordings if wording.tag in printed]
    if any(wording.fault for wording in wordings):
        return
    stated = {wording.tag: {slot.fact for slot in wording.slots} for wording in wordings}
    everything = set().union(*stated.values())
    if not everything.isdisjoint(f"{mention.kind}.{mention.id}" for mention in context.dangling):
        return
    for wording in wordings:
        lacking = sorted(everything - stated[wording.tag])
        if not lacking:
            continue
        fact = lacking[0]
        others = [other for other in wordings if fact in stated[other.tag]]
        said = " and ".join(f"{{{name}}}" for name in lacking)
        yield RULE.at(
            wording.path,
            f"{_named(context, passage.path)}: the {wording.tag} wording does not state {said}; "
            f"{' and '.join(other.tag for other in others)} {'does' if len(others) == 1 else 'do'}",
            hint="state it in both, or in neither; {kind.id} is a slot for the fact",
            labels=tuple(Label(other.path, f"{other.tag} states {{{fact}}}") for other in others[:1]),
        )


def _absent(context: Context, passage: Passage) -> Iterator[Diagnostic]:
    tags = context.locales(passage.path)
    lacking = [tag for tag in tags if chosen(passage, tag, context.record.derive) is None]
    if not lacking:
        return
    said = next((tag for tag, wording in passage.wordings.items() if words_of(wording)), None)
    yield RULE.at(
        passage.path,
        f"{_named(context, passage.path)} is not written in {' and '.join(lacking)}",
        hint=f"write it there, or say why it is left out (omit: {{{lacking[0]}: not of interest there}})",
        labels=(Label((*passage.path, said), f"written in {said}"),) if said else (),
        at_key=True,
    )


def _named(context: Context, path: Path) -> str:
    if path[0] == "releases" and path[2] == "body":
        block = context.record.releases[int(path[1])].body[int(path[3])]
        return f"block {block.id!r}" if block.id else f"block {int(path[3]) + 1}"
    return path_text(path)


RULE = Rule("parity", Severity.ERROR, "languages", "Languages of one text state different facts.", check)
