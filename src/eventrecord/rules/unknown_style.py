"""A house style that a language does not have."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Path, Severity
from eventrecord.localize.data import style_names
from eventrecord.rules.context import Context, known_locales
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Releases and the office's settings name house styles of the locales that they name them for."""
    for index, tag in enumerate(context.record.locales):
        if name := context.settings.style.get(tag):
            yield from _style(("locales", index), tag, name, "the office's settings ask for")
    for index, release in enumerate(context.record.releases):
        for tag, name in release.style.items():
            yield from _style(("releases", index, "style", tag), tag, name, "the release asks for")


def _style(path: Path, tag: str, name: str, asked: str) -> Iterator[Diagnostic]:
    if tag not in known_locales():
        return
    names = style_names(tag)
    if name not in names:
        from difflib import get_close_matches

        near = get_close_matches(name, names, n=1)
        yield RULE.at(
            path,
            f"{asked} the house style {name!r}, which {tag} does not have",
            hint=f"did you mean {near[0]!r}?" if near else f"house styles of {tag}: {', '.join(names)}",
        )


RULE = Rule(
    "unknown-style", Severity.ERROR, "languages", "A language has no house style of this name.", check
)
