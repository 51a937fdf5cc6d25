"""Kinds of things that numbers count, whatever the language: people, visits, bodies, places."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from eventrecord.localize.data import read_table

__all__ = ["Kinds", "kinds"]


class Kinds(NamedTuple):
    """What is known of kinds, in `locales/root/counted.toml`."""

    plain: frozenset[str]
    """Kinds that no language counts by the words of another."""
    coming: tuple[str, str]
    """What those who come are, counted once, and counted each time."""
    comer: str
    """What visitors are who are counted each time."""

    def are_plain(self, told: frozenset[str]) -> bool:
        """Whether things are counted by words of their own kind alone, so that those of two kinds differ."""
        return told <= self.plain

    def are_others(self, some: frozenset[str], others: frozenset[str]) -> bool:
        """Whether nouns are of other things, in general or, where both are particular, in particular."""
        if not some or not others or some & others or not self.are_plain(_general(some | others)):
            return False
        particular = all("." in noun for noun in some | others)
        return particular or _general(some).isdisjoint(_general(others))

    def other_count(self, counted: Iterable[str]) -> str | None:
        """The other kind of who comes, if a measure word says by which of the two they are counted."""
        once, each_time = self.coming
        others = {once: each_time, each_time: once}
        return next((others[kind] for kind in counted if kind in others), None)


def _general(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(noun.partition(".")[0] for noun in nouns)


@cache
def kinds() -> Kinds:
    """The kinds."""
    table = read_table("root", "counted")
    once, each_time = table["coming"]
    return Kinds(frozenset(table["plain"]), (once, each_time), table["comer"])
