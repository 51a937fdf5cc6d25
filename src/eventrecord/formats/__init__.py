"""Output formats: one literal table of pure functions, one file per format."""

from eventrecord.formats.format import Format
from eventrecord.formats.table import FORMATS, format_named

__all__ = ["FORMATS", "Format", "format_named"]
