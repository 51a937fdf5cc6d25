"""Checking many records needs the memory of one."""

from __future__ import annotations

import gc
import runpy
from pathlib import Path

from eventrecord.reading import read
from eventrecord.rules.validation import validate

CORPUS = runpy.run_path(str(Path(__file__).with_name("corpus.py")))


def test_a_record_that_was_checked_is_gone_at_once() -> None:
    """Nothing refers to itself in a circle, which only the garbage collector could clear away."""
    text = CORPUS["record"](0)
    validate(read(text))
    gc.collect()
    gc.disable()
    validate(read(text))
    left = gc.collect()
    gc.enable()
    assert left == 0
