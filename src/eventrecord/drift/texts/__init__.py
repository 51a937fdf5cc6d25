"""Texts that people send around: what a reader sees of a file, and where in the file that stands."""

from eventrecord.drift.texts.reading import ReadText, read_text

__all__ = ["ReadText", "read_text"]
