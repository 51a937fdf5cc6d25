"""A wording made from another one that has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Label, Path, Severity, path_text
from eventrecord.message import say
from eventrecord.model.text import Origin, Wording
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import shown, words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A wording that tells what it was made `from` was made from what stands there now."""
    for passage, tag, wording in context.stated:
        if isinstance(wording, Wording) and wording.from_ is not None:
            yield from _stale(passage, (*passage.path, tag), tag, wording.from_)


def _stale(passage: Passage, path: Path, tag: str, origin: Origin) -> Iterator[Diagnostic]:
    source = passage.wordings.get(origin.tag)
    words = words_of(source) if source is not None else None
    if words is None:
        yield RULE.at(
            (*path, "from"),
            say(
                "the {tag} wording of {text} was made from the {origin} one, which is no longer there",
                origin=origin.tag,
                text=path_text(passage.path),
                tag=tag,
            ),
            hint=say("name the wording that it follows now, or leave `from` out"),
        )
    elif origin.hash and not (digest := _digest(words)).startswith(origin.hash):
        yield RULE.at(
            path,
            say(
                "the {origin} wording of {text} has changed since the {tag} one was made from it",
                origin=origin.tag,
                text=path_text(passage.path),
                tag=tag,
            ),
            hint=say(
                "look through the {tag} wording; then set 'hash: {digest}'", tag=tag, digest=digest[:12]
            ),
            labels=(
                Label((*passage.path, origin.tag), say("{tag}: {words}", tag=origin.tag, words=shown(words))),
            ),
            fix=Fix(
                say("say that the {tag} wording follows the new one", tag=tag),
                (Edit((*path, "from", "hash"), digest[:12]),),
                safe=False,
            ),
        )


def _digest(words: str) -> str:
    from hashlib import sha256

    return sha256(words.encode()).hexdigest()


RULE = Rule(
    "stale-wording",
    Severity.WARNING,
    "languages",
    say("What a wording was made from changed."),
    check,
    rests_on="surroundings",
)
