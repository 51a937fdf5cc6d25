"""A wording of another language that editions print in place of a missing one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from eventrecord.diagnostic import Diagnostic, Label, Severity, path_text
from eventrecord.errors import UnknownNameError
from eventrecord.localize.language import language
from eventrecord.message import listed, say
from eventrecord.model.text import Wording
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import chosen, is_needed, shown

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """No edition prints another language's wording; where the office lets it, this warns."""
    derive = context.record.derive
    for passage, group in groupby(context.stated, key=itemgetter(0)):
        declared = [
            (tag, wording.stand_in)
            for _, tag, wording in group
            if isinstance(wording, Wording) and wording.stand_in is not None
        ]
        if not declared or not is_needed(context, passage):
            continue
        choices = {tag: chosen(passage, tag, derive) for tag in context.locales(passage.path)}
        printed = [tag for tag, choice in choices.items() if choice is not None and choice.stand_in]
        if printed:
            tag, other = declared[0]
            choice = choices[printed[0]]
            refused = [tag for tag in printed if not _allowed(tag, context)]
            finding = RULE.at(
                (*passage.path, tag, "stand_in"),
                say(
                    "{text} is missing in {tag}; the editions in {tags} print the {other} wording "
                    "instead: {words}",
                    text=path_text(passage.path),
                    tag=tag,
                    tags=listed(printed),
                    other=other,
                    words=shown(choice.words if choice else ""),
                ),
                hint=say("write the owner's wording here as soon as it is known; do not translate it back"),
                labels=(Label((*passage.path, choice.tag), say("printed instead")),) if choice else (),
            )
            if refused:
                message = say(
                    "{message}; the house style of {tags} does not allow that",
                    message=finding.message,
                    tags=listed(refused),
                )
                hint = say(
                    "write the owner's wording; or write stand_ins: true in the release, if its issuer agrees"
                )
                finding = replace(finding, severity=Severity.ERROR, message=message, hint=hint)
            yield finding


def _allowed(tag: str, context: Context) -> bool:
    """Whether the house style of every edition in `tag`, or its issuer, lets another language stand in."""
    settings = context.settings
    styles = {
        release.style.get(tag) or settings.style.get(tag)
        for release in context.record.releases
        if not release.stand_ins
    }
    try:
        return all(language(tag, style, settings.own_styles).style["stand_in"] for style in styles)
    except UnknownNameError:
        return True  # another rule tells of unknown locales and styles


RULE = Rule("stand-in", Severity.WARNING, "languages", say("Another language's wording stands in."), check)
