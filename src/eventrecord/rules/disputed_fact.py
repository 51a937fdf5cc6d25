"""A fact on which sources disagree."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, path_text
from eventrecord.message import Where, joined, say
from eventrecord.model.source import Citation, Standing
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Disputed facts are listed with what each source says."""
    for path, sourcing in context.doubts:
        if sourcing.standing is Standing.DISPUTED:
            said = [_said(cite) for cite in sourcing.cite]
            against = [_words(c.source, c.excerpt or c.note) for c in sourcing.conflicts]
            yield RULE.at(
                (*path, "standing"),
                say(
                    "sources disagree on {fact}: {said}; against it: {against}",
                    fact=_fact(path),
                    said=joined(said, say(", ")) or say("no source is cited"),
                    against=joined(against, say(", ")) or say("no conflict is given"),
                ),
                hint=say("editions print what the record says; when the dispute is settled, set 'standing'"),
                labels=_labels(path, said, against),
            )


def _labels(path: Path, said: list[str], against: list[str]) -> tuple[Label, ...]:
    """What is cited and what is against it, one beside the other."""
    cited = (Label((*path, "cite", i), told) for i, told in enumerate(said))
    return (*cited, *(Label((*path, "conflicts", i), told) for i, told in enumerate(against)))


def _fact(path: Path) -> Where:
    return path_text(tuple(part for part in path if part != "sourcing"))


def _said(cite: str | Citation) -> str:
    return cite if isinstance(cite, str) else _words(cite.source, cite.excerpt)


def _words(source: str, words: str | None) -> str:
    return say("{source}: '{words}'", source=source, words=words) if words else source


RULE = Rule("disputed-fact", Severity.INFO, "sources", say("Sources disagree on a fact."), check)
