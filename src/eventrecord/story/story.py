"""A release in one locale before any markup: what is said, in which order, and which facts it states."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Paragraph", "Story"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body: its topic, its words, list items below it, and the facts it states."""

    topic: str
    text: str
    items: tuple[str, ...] = ()
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Story:
    """One release in one locale; what a house style does not print is empty."""

    record_id: str
    release_id: str
    tag: str
    banner: str
    """Line above the headline: FOR IMMEDIATE RELEASE, an embargo."""
    headline: str
    subheadline: str
    dateline: str
    """Words before the first paragraph: place and day of issue."""
    date_line: str
    """A line of its own with the day of issue, below the headline."""
    paragraphs: tuple[Paragraph, ...]
    end_mark: str
    foot: str
    """A line after the end mark: day and weekday of issue."""
    contacts: tuple[str, ...]
    """Heading, then a line per contact."""
    notes: tuple[str, ...]
    """Notes to editors, after all else."""
    indent: str = ""
    """What every paragraph begins with."""
    star_line: str = ""
    """The character of a line below the headline, if the house style has one."""

    @property
    def facts(self) -> frozenset[str]:
        """Every fact that the story states."""
        return frozenset().union(*(paragraph.facts for paragraph in self.paragraphs))
