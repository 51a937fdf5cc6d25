"""A wording made from another Chinese script in which conversion had to guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.localize.script import may_be_uncertain
from eventrecord.message import joined, listed, say
from eventrecord.model.text import Wording
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import chosen, is_needed, is_person_name, words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """What conversion guessed at is shown to somebody, with the lines that accept it."""
    derive = context.record.derive
    if not derive:
        return
    for passage in context.passages:
        if is_person_name(passage.path) or not is_needed(context, passage):
            continue
        tags = [
            tag
            for tag in context.locales(passage.path)
            if (choice := chosen(passage, tag, derive)) is not None
            and choice.derived
            and may_be_uncertain(choice.words, choice.tag, tag)
        ]
        if tags:
            yield from _guessed(context, passage, tags)


def _guessed(context: Context, passage: Passage, tags: list[str]) -> Iterator[Diagnostic]:
    import json
    from hashlib import sha256

    texts = cast("Mapping[str, str | Wording]", passage.wordings)
    found = {
        tag: derived
        for tag in tags
        if (derived := context.localizer(tag).derived(texts)) is not None and derived.uncertain
    }
    if not found:
        return
    source = next(iter(found.values())).source
    wording = texts[source]
    words = words_of(wording) or ""
    signs = {sign: others for derived in found.values() for sign, others in derived.uncertain.items()}
    first = min(words.index(sign) for sign in signs)
    origin = f"{{tag: {source}, hash: {sha256(words.encode()).hexdigest()[:12]}}}"
    lines = [
        f"{tag}: {{text: {json.dumps(derived.words, ensure_ascii=False)}, from: {origin}}}"
        for tag, derived in found.items()
    ]
    either = say(" or ")
    doubts = [
        say("{sign} can be {others}", sign=sign, others=listed(others, either))
        for sign, others in signs.items()
    ]
    yield RULE.at(
        (*passage.path, source) if isinstance(wording, str) else (*passage.path, source, "text"),
        say(
            "{text} in {tags} is made from {source}, and {signs}",
            text=path_text(passage.path),
            tags=listed(list(found)),
            source=source,
            signs=joined(doubts, say(", ")),
        ),
        hint=say(
            "read it; to accept it, or put it right, write it down: {lines}", lines=joined(lines, say("; "))
        ),
        part=(first, first + 1),
    )


RULE = Rule(
    "derived-wording",
    Severity.INFO,
    "editions",
    say("A wording was made from another script, and conversion had to guess."),
    check,
    rests_on="surroundings",
)
