"""Words in authored prose that offices avoid, found once for the rules that tell of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Edit, Fix
from eventrecord.localize.diction import Avoided, find_avoided
from eventrecord.localize.typography import hide, locale_of
from eventrecord.localize.wording import tag_parents
from eventrecord.message import Message, say
from eventrecord.rules.authored import NAMES, Authored
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import words_of

__all__ = ["AvoidedIn", "avoided_of"]

_REASONS: dict[str, Callable[[], Message]] = {
    "advertising-law": lambda: say(
        "article 9 of China's Advertising Law forbids words such as 国家级, 最高级 and 最佳 in advertisements"
    ),
    "source": lambda: say("only somebody who measured it can say so"),
    "praise": lambda: say("it praises, and tells readers nothing"),
    "rank": lambda: say("it honors a rank, and tells readers nothing"),
    "literal": lambda: say("it follows the Chinese word for word, and says something else in English"),
}


class AvoidedIn(NamedTuple):
    """A stretch of an authored wording that a rule of diction would rather not see."""

    wording: Authored
    avoided: Avoided

    def found(self, rule: Rule) -> Diagnostic:
        """The finding; its fix, if it is known what to write, is never safe."""
        path, (_, start, end, why, better) = self.wording.path, self.avoided
        part = self.wording.part(start, end)
        if better:
            hint = say("write {better}", better=better)
        elif better == "":
            hint = say("leave it out")
        else:
            hint = say("say what happened, or give the number and its source")
        fix = Fix(hint, (Edit(path, better, part),), safe=False) if better else None
        message = say("{word}: {reason}", word=self.wording.plain[start:end], reason=_REASONS[why]())
        return rule.at(path, message, hint=hint, part=part, fix=fix)


def avoided_of(context: Context) -> dict[str, list[AvoidedIn]]:
    """All such stretches of a record, by rule: not in names, nor what a terminology prefers or admits."""
    found: dict[str, list[AvoidedIn]] = {}
    for wording in context.authored:
        locale = None if wording.is_name else locale_of(wording.tag)
        if locale is None:
            continue
        for avoided in find_avoided(hide(wording.plain, locale), locale):
            if not _is_allowed(context, wording, avoided):
                found.setdefault(avoided.rule, []).append(AvoidedIn(wording, avoided))
    return found


def _is_allowed(context: Context, wording: Authored, avoided: Avoided) -> bool:
    """Whether it is part of a name that the record has, or a term that the office or the base uses."""
    word = wording.plain[avoided.start : avoided.end]
    for name in _names(context, wording.tag):
        if word in name:
            first = max(0, avoided.start - len(name) + len(word))
            if name in wording.plain[first : avoided.start + len(name)]:
                return True
    return any(
        entry.term == word and entry.status in ("preferred", "admitted")
        for concept in context.terminology.values()
        for link in tag_parents(wording.tag)
        for entry in concept.terms.get(link, ())
    )


def _names(context: Context, tag: str) -> Iterator[str]:
    chain = tag_parents(tag)
    for passage in context.passages:
        if passage.path[-1] in NAMES:
            for link in chain:
                if words := words_of(passage.wordings[link]) if link in passage.wordings else None:
                    yield words
