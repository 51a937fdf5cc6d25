"""Findings that can be mended: their fixes made in the file's text, as often as that brings up new ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from eventrecord.diagnostic import Diagnostic, Span
from eventrecord.reading.document import Document
from eventrecord.reading.mending.proof import is_faithful
from eventrecord.reading.mending.splicing import spliced
from eventrecord.reading.node import overlaps

__all__ = ["Mended", "mend"]

_ROUNDS = 20
"""How often a file is looked through again: what was hidden below a mended fault is mended too."""
_LONG = 1_000_000
"""Characters from which on the fixes of a round are not tried one by one."""


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
        if not any(place == other or overlaps(place, other) for place in places for other in taken):
            chosen.append(finding)
            taken += places
    return chosen


def _made(
    document: Document, findings: list[Diagnostic], reread: Callable[[str], Document]
) -> tuple[Document, list[Diagnostic]]:
    """The document with as many fixes as leave it faithful: all, or those that do one after the other."""
    changed = _with(document, findings, reread)
    if changed is not None or len(findings) == 1 or len(document.text) > _LONG:
        return (changed, findings) if changed else (document, [])
    done: list[Diagnostic] = []
    best = document
    for finding in findings:
        changed = _with(document, [*done, finding], reread)
        if changed is not None:
            done.append(finding)
            best = changed
    return best, done


def _with(
    document: Document, findings: Sequence[Diagnostic], reread: Callable[[str], Document]
) -> Document | None:
    splices = [splice for finding in findings for splice in (finding.fix.splices if finding.fix else ())]
    changed = reread(spliced(document.text, splices))
    return changed if is_faithful(document, changed, findings) else None


def _known(finding: Diagnostic) -> tuple[object, ...]:
    return finding.rule, finding.path, finding.fix and (finding.fix.edits, finding.fix.splices)
