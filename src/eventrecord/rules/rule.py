"""A rule: the name of a fault, how grave it is, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from eventrecord.diagnostic import Diagnostic, Fix, Label, Path, Severity

if TYPE_CHECKING:
    from eventrecord.rules.context import Context

__all__ = ["GROUPS", "ON_REQUEST", "Check", "Group", "Rule"]

Group = Literal[
    "shape",
    "references",
    "dates",
    "numbers",
    "languages",
    "names",
    "terms",
    "typography",
    "sources",
    "press",
    "export",
    "diction",
    "editions",
]
GROUPS: tuple[Group, ...] = get_args(Group)
ON_REQUEST = frozenset({"diction", "editions"})
"""Groups checked only where they are asked for: not every office forbids it, or editions must be made."""
RestsOn = Literal["what-stands", "surroundings", "record"]
"""What must be known for a finding to hold where parts of a record are faulty and had to be left out:
the values that it shows, what stands beside and above them too, or all of the record."""
Check = Callable[["Context"], Iterator[Diagnostic]]


class Rule(NamedTuple):
    """One kind of fault. Its name is its only id; reading finds those that have no `check`."""

    name: str
    severity: Severity
    group: Group
    summary: str
    check: Check | None = None
    rests_on: RestsOn = "what-stands"
    """`surroundings` of a rule that misses something, `record` of one that misses it anywhere."""
    is_grave: bool = False
    """Whether no office may have it as less than an error: an official's post, rank or name is at stake."""

    def at(
        self,
        path: Path,
        message: str,
        *,
        hint: str | None = None,
        labels: tuple[Label, ...] = (),
        at_key: bool = False,
        part: tuple[int, int] | None = None,
        fix: Fix | None = None,
    ) -> Diagnostic:
        """A finding of this rule at `path`, of a text there at the characters of `part`."""
        return Diagnostic(self.name, self.severity, message, path, hint, labels, at_key, part=part, fix=fix)
