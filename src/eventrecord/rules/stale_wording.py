"""A wording made from another one that has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, path_text
from eventrecord.message import say
from eventrecord.model.text import Origin, Wording
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import shown, words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A wording that tells what it was made `from` was made from what stands there now."""
    for passage in context.passages:
        for tag, wording in passage.wordings.items():
            if isinstance(wording, Wording) and wording.from_ is not None and wording.from_.hash:
                yield from _stale(passage, (*passage.path, tag), tag, wording.from_)


def _stale(passage: Passage, path: Path, tag: str, origin: Origin) -> Iterator[Diagnostic]:
    from hashlib import sha256

    source = passage.wordings.get(origin.tag)
    words = words_of(source) if source is not None else None
    digest = sha256((words or "").encode()).hexdigest()
    if origin.hash and not digest.startswith(origin.hash):
        told = say("{tag}: {words}", tag=origin.tag, words=shown(words))
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
            labels=(Label((*passage.path, origin.tag), told),) if words else (),
        )


RULE = Rule(
    "stale-wording", Severity.WARNING, "languages", say("What a wording was made from changed."), check
)
