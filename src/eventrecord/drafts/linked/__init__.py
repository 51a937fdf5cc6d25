"""Drafts from linked data (schema.org in JSON-LD), by itself or in web pages."""

from eventrecord.drafts.linked.documents import draft_from_data, draft_from_page

__all__ = ["draft_from_data", "draft_from_page"]
