"""Draft records from calendars and linked data of others; nothing is mended or guessed in silence."""

from eventrecord.drafts.draft import Draft, Note
from eventrecord.drafts.reading import read_draft

__all__ = ["Draft", "Note", "read_draft"]
