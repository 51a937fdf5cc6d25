"""A house style that a language does not have."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity
from eventrecord.localize.styles import style_names
from eventrecord.message import joined, say
from eventrecord.rules.context import Context, known_locales
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Releases and the office's settings name house styles of the locales that they name them for."""
    for index, tag in enumerate(context.record.locales):
        if name := context.settings.style.get(tag):
            yield from _style(context, ("locales", index), tag, name, say("the office's settings ask for"))
    for index, release in enumerate(context.record.releases):
        for tag, name in release.style.items():
            yield from _style(
                context, ("releases", index, "style", tag), tag, name, say("the release asks for")
            )


def _style(context: Context, path: Path, tag: str, name: str, asked: str) -> Iterator[Diagnostic]:
    if tag not in known_locales():
        return
    names = style_names(tag, context.settings.own_styles)
    if name not in names:
        from difflib import get_close_matches

        near = get_close_matches(name, names, n=1)
        yield RULE.at(
            path,
            say(
                "{asked} the house style {name!r}, which {tag} does not have", asked=asked, name=name, tag=tag
            ),
            hint=say("did you mean {near!r}?", near=near[0])
            if near
            else say("house styles of {tag}: {names}", tag=tag, names=joined(names, say(", "))),
            fix=_fix(path, near[0]) if near and path[0] == "releases" else None,
        )


def _fix(path: Path, near: str) -> Fix:
    """The style that comes near; not safe, for it decides how dates and names are printed."""
    return Fix(say("replace it by {new}", new=near), (Edit(path, near),), safe=False)


RULE = Rule(
    "unknown-style", Severity.ERROR, "languages", say("A language has no house style of this name."), check
)
