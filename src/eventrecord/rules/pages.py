"""The page of a rule, as `explain` prints it: installed with the package, so it needs no network."""

from __future__ import annotations

from importlib import resources

__all__ = ["page"]


def page(name: str) -> str:
    """The page of the rule `name`, in Markdown."""
    return resources.files("eventrecord.rule_pages").joinpath(f"{name}.md").read_text(encoding="utf-8")
