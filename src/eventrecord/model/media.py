"""Quotations and images."""

from typing import Annotated

from eventrecord.model.base import EventId, PersonId, Spelling, Url
from eventrecord.model.source import Fact
from eventrecord.model.span import Moment
from eventrecord.model.text import Prose, Tag, Text

__all__ = ["Image", "Quotation"]


class Quotation(Fact):
    """Somebody's words, with an approved wording per language."""

    speaker: PersonId
    """Who said it."""
    spoken: Tag
    """Language it was said in."""
    text: Text
    """The words, without quotation marks; `state: official` where the speaker approved them."""
    at: EventId | None = None
    """The event it was said at."""
    said: Moment | None = None
    """When it was said, where that is no event."""


class Image(Fact):
    """A picture that goes with the release."""

    file: Annotated[str, Spelling(r"^[^/\\\x00-\x1f][^\\\x00-\x1f]*$", 300)] | None = None
    """File beside the record."""
    url: Url | None = None
    """Where the picture is on the web."""
    caption: Prose
    """What it shows."""
    credit: Text | None = None
    """Who took it, and may say so."""
    alternative: Text | None = None
    """For those who cannot see it: what is to be seen."""
    event: EventId | None = None
    """The event it shows."""
