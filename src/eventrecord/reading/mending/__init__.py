"""Mending a file: the fixes of findings made in its text, which otherwise stays as it stands."""

from __future__ import annotations

from eventrecord.reading.mending.rounds import Mended, mend

__all__ = ["Mended", "mend"]
