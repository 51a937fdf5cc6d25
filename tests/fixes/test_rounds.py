"""Rounds of fixes: what overlaps waits, what would change more than it says is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Severity, Span, Splice
from eventrecord.message import say
from eventrecord.reading import Document, read
from eventrecord.reading.mending import Mended, mend

BASE = (Path(__file__).parents[1] / "rules" / "base.yaml").read_text("utf-8")
HEADLINE = ("event", "name", "en")
NAME = "Lantan Ocean Forum"


def finding(*edits: Edit, splices: tuple[Splice, ...] = (), rule: str = "term-variant") -> Diagnostic:
    path = edits[0].path if edits else ()
    return Diagnostic(rule, Severity.WARNING, "", path, fix=Fix(say("mend it"), edits, True, splices))


def swap(old: str, new: str) -> Callable[[Document], list[Diagnostic]]:
    """A rule that wants another word in the name of the event."""

    def check(document: Document) -> list[Diagnostic]:
        words = document.record.event.name["en"] if document.record else ""
        assert isinstance(words, str)
        start = words.find(old)
        found = finding(Edit(HEADLINE, new, (start, start + len(old))))
        return [] if start < 0 else [document.located(found)]

    return check


def mended(text: str, *checks: Callable[[Document], Sequence[Diagnostic]]) -> Mended:
    return mend(
        read(text, "r.yaml"),
        lambda document: [one for check in checks for one in check(document)],
        lambda other: read(other, "r.yaml"),
    )


def test_of_fixes_that_overlap_the_first_is_made_first() -> None:
    """The other one follows, if it still has something to say."""
    done = mended(BASE, swap("Lantan Ocean", "Lantan Sea"), swap("Ocean Forum", "Water Forum"))
    assert done.document.text == BASE.replace(NAME, "Lantan Sea Forum")
    assert (done.made, done.findings) == (1, [])
    done = mended(BASE, swap("Lantan Ocean", "Lantan Sea"), swap("Sea Forum", "Sea Fair"))
    assert done.document.text == BASE.replace(NAME, "Lantan Sea Fair")
    assert done.made == 2


def test_fixes_side_by_side_are_made_together() -> None:
    """Also two of one text, and one that asks for quotation marks around it all in the next round."""
    done = mended(BASE, swap("Lantan", "Lanta"), swap("Forum", "Fair"))
    assert done.document.text == BASE.replace(f"en: {NAME}", "en: Lanta Ocean Fair")
    done = mended(BASE, swap("Lantan", "Lan: tan"), swap("Forum", "Fair"))
    assert done.document.text == BASE.replace(f"en: {NAME}", 'en: "Lan: tan Ocean Fair"')


@pytest.mark.parametrize(
    "splice",
    [
        Splice(Span(5, 3, 5, 9), "numbre"),  # a key that was not mentioned
        Splice(Span(4, 1, 4, 10), "revisions"),
        Splice(Span(6, 7, 6, 11), "2032"),  # a value that was not mentioned
        Splice(Span(6, 17, 6, 17), "\n  more: x"),
        Splice(Span(3, 1, 3, 1), "}{"),
    ],
)
def test_a_fix_that_changes_more_than_it_says_is_refused(splice: Splice) -> None:
    """However it came about: the file stays as it is, the finding is told without a fix."""

    def check(document: Document) -> list[Diagnostic]:
        return [finding(Edit(HEADLINE, "Lantan", (0, 6)), splices=(splice,))]

    done = mended(BASE, check)
    assert done.document.text == BASE
    assert (done.made, [one.fix for one in done.findings]) == (0, [None])


def test_one_bad_fix_does_not_keep_the_others_from_being_made() -> None:
    """Those that do no harm are made without it."""

    def lie(document: Document) -> list[Diagnostic]:
        return [finding(Edit(HEADLINE, "x"), splices=(Splice(Span(6, 7, 6, 11), "2032"),))]

    done = mended(BASE, lie, swap("Ocean", "Sea"), swap("Forum", "Fair"))
    assert done.document.text == BASE.replace(NAME, "Lantan Sea Fair")
    assert (done.made, len(done.findings)) == (2, 1)


def test_rules_that_never_agree_come_to_an_end() -> None:
    """One wants this, one wants that: after some rounds people have to decide."""
    done = mended(BASE, swap("Ocean", "Sea"), swap("Sea", "Ocean"))
    assert done.made == 50
    assert len(done.findings) == 1


def test_unsafe_fixes_wait_for_a_word() -> None:
    """Without it they are only counted."""

    def check(document: Document) -> list[Diagnostic]:
        return [
            Diagnostic(
                one.rule,
                one.severity,
                "",
                one.path,
                fix=Fix(one.fix.message, one.fix.edits, False, one.fix.splices),
            )
            for one in swap("Ocean", "Sea")(document)
            if one.fix
        ]

    done = mended(BASE, check)
    assert (done.document.text, done.made, done.more()) == (BASE, 0, 1)
