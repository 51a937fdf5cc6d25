"""Wordings as editions print them, and those made from another script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from eventrecord.model.text import State

__all__ = ["Derived", "Worded"]


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording as an edition prints it."""

    text: str
    tag: str
    """The tag it was written under."""
    state: State
    derived_from: str | None = None
    """The tag it was converted from, if it was."""
    stand_in: bool = False
    """Whether it is another language's, standing in."""


class Derived(NamedTuple):
    """A wording made from another script, to be looked at."""

    words: str
    source: str
    """The tag it was made from."""
    uncertain: Mapping[str, tuple[str, ...]]
    """Characters of the source that may have come out wrong, each with those that it may become."""
