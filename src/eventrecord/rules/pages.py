"""The page of a rule, as `explain` prints it: installed with the package, so it needs no network."""

from __future__ import annotations

import re
from importlib import resources
from typing import Literal

__all__ = ["fixed_by", "page"]

_FIXED = re.compile(r"`--fix( --unsafe-fixes)?` does this")


def page(name: str) -> str:
    """The page of the rule `name`, in Markdown."""
    return resources.files("eventrecord.rule_pages").joinpath(f"{name}.md").read_text(encoding="utf-8")


def fixed_by(name: str) -> Literal["safe", "unsafe"] | None:
    """Which fixes correct what the rule `name` finds, as its page says."""
    said = _FIXED.search(page(name))
    return None if said is None else "unsafe" if said[1] else "safe"
