"""A wording that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.message import say
from eventrecord.model.text import State
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import shown, words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Wordings and names marked unverified are listed, so that somebody may confirm them."""
    for passage, tag, wording in context.stated:
        if wording.state is State.UNVERIFIED:
            yield RULE.at(
                (*passage.path, tag, "state"),
                say(
                    "the {tag} wording of {text} is not verified: {words}",
                    tag=tag,
                    text=path_text(passage.path),
                    words=shown(words_of(wording)),
                ),
                hint=say("ask its owner; then say 'state: official', or 'house' if it is this office's own"),
            )


RULE = Rule("unverified-wording", Severity.INFO, "languages", say("A wording is not confirmed yet."), check)
