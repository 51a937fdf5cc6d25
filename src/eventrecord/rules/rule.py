"""A rule: the name of a fault, how grave it is, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity

if TYPE_CHECKING:
    from eventrecord.rules.context import Context

__all__ = ["GROUPS", "ON_REQUEST", "Check", "Group", "Rule"]

Group = Literal[
    "shape", "references", "dates", "numbers", "languages", "names", "sources", "press", "export", "editions"
]
GROUPS: tuple[Group, ...] = (
    "shape",
    "references",
    "dates",
    "numbers",
    "languages",
    "names",
    "sources",
    "press",
    "export",
    "editions",
)
ON_REQUEST = frozenset({"editions"})
"""Groups whose rules must make wordings of editions to see anything: checked where they are asked for."""
Check = Callable[["Context"], Iterator[Diagnostic]]


class Rule(NamedTuple):
    """One kind of fault. Its name is its only id; reading finds those that have no `check`."""

    name: str
    severity: Severity
    group: Group
    summary: str
    check: Check | None = None

    def at(
        self,
        path: Path,
        message: str,
        *,
        hint: str | None = None,
        labels: tuple[Label, ...] = (),
        at_key: bool = False,
        part: tuple[int, int] | None = None,
    ) -> Diagnostic:
        """A finding of this rule at `path`, of a text there at the characters of `part`."""
        return Diagnostic(self.name, self.severity, message, path, hint, labels, at_key, part=part)
