"""Findings that can be mended: their fixes made in the file's text, as often as that brings up new ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from eventrecord.diagnostic import Diagnostic, Span
from eventrecord.reading.document import Document
from eventrecord.reading.mending.proof import is_faithful
from eventrecord.reading.mending.splicing import spliced
from eventrecord.reading.node import touches

__all__ = ["Mended", "mend"]

_ROUNDS = 50
"""How often a file is looked through again: what was hidden below a mended fault is mended too."""
_TRIES = 60
"""How often in a round a file is read again to find out which of its fixes have to be refused."""
_LONG = 1_000_000
"""Characters from which on that is not tried."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What came out: the document, what is still found in it, and how many findings were mended."""

    document: Document
    findings: list[Diagnostic]
    made: int

    def more(self) -> int:
        """How many of those still found have a fix that is not safe."""
        return sum(finding.fix is not None and not finding.fix.safe for finding in self.findings)


def mend(
    document: Document,
    check: Callable[[Document], list[Diagnostic]],
    reread: Callable[[str], Document],
    *,
    unsafe: bool = False,
) -> Mended:
    """Make the fixes of all findings, or refuse those that would change more than they say.

    Args:
        document: the file as it was read.
        check: the findings in a document, each with its fix.
        reread: reads another text as if it were in the same file.
        unsafe: also make fixes by which a fact may change.
    """
    findings, made = check(document), 0
    refused: set[tuple[object, ...]] = set()
    for _ in range(_ROUNDS):
        chosen = _chosen(findings, refused, unsafe=unsafe)
        if not chosen:
            break
        document, done = _made(document, chosen, reread)
        if done:  # then what was refused before may be possible now
            findings, made, refused = check(document), made + len(done), set()
        else:
            refused |= {_known(finding) for finding in chosen}
    left = [replace(found, fix=None) if _known(found) in refused else found for found in findings]
    return Mended(document, left, made)


def _chosen(
    findings: Sequence[Diagnostic], refused: set[tuple[object, ...]], *, unsafe: bool
) -> list[Diagnostic]:
    """Those to mend in one round: of fixes that touch the same characters, the first."""
    chosen: list[Diagnostic] = []
    taken: list[Span] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not fix.splices or not (fix.safe or unsafe) or _known(finding) in refused:
            continue
        places = [splice.span for splice in fix.splices]
        if not any(touches(place, taken) for place in places):
            chosen.append(finding)
            taken += places
            taken.sort()
    return chosen


def _made(
    document: Document, findings: list[Diagnostic], reread: Callable[[str], Document]
) -> tuple[Document, list[Diagnostic]]:
    """The document with as many fixes as leave it faithful: all, or halves of them, and halves of these."""
    best, done = document, list[Diagnostic]()
    waiting, tries = [findings], 1 if len(document.text) > _LONG else _TRIES
    while waiting and tries:
        some, tries = waiting.pop(), tries - 1
        changed = _with(document, [*done, *some], reread)
        if changed is not None:
            best, done = changed, [*done, *some]
        elif len(some) > 1:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    return best, done


def _with(
    document: Document, findings: Sequence[Diagnostic], reread: Callable[[str], Document]
) -> Document | None:
    splices = [splice for finding in findings for splice in (finding.fix.splices if finding.fix else ())]
    changed = reread(spliced(document.text, splices))
    return changed if is_faithful(document, changed, findings) else None


def _known(finding: Diagnostic) -> tuple[object, ...]:
    return finding.rule, finding.path, finding.fix and (finding.fix.edits, finding.fix.splices)
