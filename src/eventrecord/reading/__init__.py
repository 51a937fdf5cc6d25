"""From the text of a record to the record, and where everything stands in the file."""

from __future__ import annotations

from eventrecord.reading.document import Document, read
from eventrecord.reading.records import load, loads, read_file, read_text

__all__ = ["Document", "load", "loads", "read", "read_file", "read_text"]
