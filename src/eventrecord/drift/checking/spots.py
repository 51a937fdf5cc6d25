"""Of which sort is what stands at a place of an edition's sentence, and what lies within what."""

from __future__ import annotations

from typing import TypeGuard

from eventrecord.drift.checking.editions import Spot
from eventrecord.drift.checking.names import Name
from eventrecord.localize.stated import Stated

__all__ = [
    "POSTS",
    "are_of_one_fact",
    "is_body",
    "is_called",
    "is_contact",
    "is_other",
    "is_quotation",
    "is_told_in_numbers",
    "is_within_spot",
    "lie_within",
]

POSTS = ("posts", "post")
"""All posts of somebody, and a single one."""


def is_quotation(spot: Spot) -> bool:
    """Whether somebody's words stand there."""
    return isinstance(spot.what, Name) and spot.what.kind == "quotations"


def is_contact(spot: Spot) -> bool:
    """Whether an address or a number to call stands there."""
    return isinstance(spot.what, Name) and spot.what.kind == "contacts"


def is_called(spot: Spot) -> bool:
    """Whether it is somebody, or a post."""
    return isinstance(spot.what, Name) and spot.what.kind in ("people", *POSTS)


def is_body(what: Stated | Name) -> TypeGuard[Name]:
    """Whether it is a body's name."""
    return isinstance(what, Name) and what.kind == "organizations"


def is_other(spot: Spot) -> bool:
    """Whether it is no contact, nobody, and no post."""
    return not is_contact(spot) and not is_called(spot)


def are_of_one_fact(one: Stated | Name, other: Name) -> bool:
    """Whether it is a form of the same name."""
    return isinstance(one, Name) and (one.kind, one.fact) == (other.kind, other.fact)


def is_told_in_numbers(fact: Stated) -> bool:
    """Whether it is no day or year told by a word that a sentence may do without: this year."""
    return not fact.kind.startswith(("date", "year")) or any(sign.isdigit() for sign in fact.surface)


def lie_within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one of two stretches lies within the other."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def is_within_spot(spot: Spot, other: Spot) -> bool:
    """Whether one spot lies within another."""
    return other.start <= spot.start and spot.end <= other.end
