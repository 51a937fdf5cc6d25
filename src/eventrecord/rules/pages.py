"""Pages of rules, and of findings in texts, as `explain` prints them: installed, so they need no network."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Literal

from eventrecord.diagnostic import Severity

__all__ = ["explained", "fixed_by", "page", "text_page", "text_rules", "text_severity"]

_SEVERITY = re.compile(r"^`.*` · (\w+)$", re.MULTILINE)
_FIXED = re.compile(r"`--fix( --unsafe-fixes)?` does this")


def page(name: str) -> str:
    """The page of the rule `name`, in Markdown."""
    return resources.files("eventrecord.rule_pages").joinpath(f"{name}.md").read_text(encoding="utf-8")


def fixed_by(name: str) -> Literal["safe", "unsafe"] | None:
    """Which fixes correct what the rule `name` finds, as its page says."""
    said = _FIXED.search(page(name))
    return None if said is None else "unsafe" if said[1] else "safe"


def explained(name: str) -> str | None:
    """All about a name that findings show: of records, then of texts; None if there is no such name."""
    from eventrecord.rules.table import RULES

    told = [page(name)] if name in RULES else []
    if name in _sections():
        told.append(text_page(name) if not told else text_page(name).replace("\n", " (in texts)\n", 1))
    return "\n".join(told) or None


def text_rules() -> tuple[str, ...]:
    """Names of what `compare` and `check` find."""
    return tuple(_sections())


def text_page(name: str) -> str:
    """What is told of the finding `name` of texts, in Markdown, with its name as the title."""
    return f"# {name}\n{_sections()[name]}"


def text_severity(name: str) -> Severity:
    """How grave the finding `name` of texts usually is."""
    told = _SEVERITY.search(_sections()[name])
    assert told
    return Severity(told[1])


@cache
def _sections() -> dict[str, str]:
    """What is told of each finding of texts, by its name."""
    _, *parts = re.split(r"^## (.+)\n", page("texts"), flags=re.MULTILINE)
    return dict(zip(parts[::2], (part.rstrip() + "\n" for part in parts[1::2]), strict=True))
