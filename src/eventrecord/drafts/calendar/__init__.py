"""Drafts from calendars (RFC 5545)."""

from eventrecord.drafts.calendar.calendars import draft_from_calendars

__all__ = ["draft_from_calendars"]
