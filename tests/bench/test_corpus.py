"""The records that are measured are sound, so that what is measured is the usual case."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from eventrecord.reading import read
from eventrecord.rules.validation import validate

CORPUS = runpy.run_path(str(Path(__file__).with_name("corpus.py")))


@pytest.mark.parametrize("number", range(0, 1000, 83))
def test_a_record_is_sound_and_of_the_usual_size(number: int) -> None:
    """It is about 10 KB, has nothing to find, and goes by the name of its file."""
    text = CORPUS["record"](number)
    document = read(text)
    assert 9_000 < len(text.encode()) < 11_000
    assert validate(document) == []
    assert document.record is not None
    assert document.record.id == f"forum-{number:04}"


def test_records_are_written_as_told(tmp_path: Path) -> None:
    """So many files, all different, the same ones every time."""
    files = CORPUS["write"](tmp_path / "records", 20)
    texts = [file.read_text("utf-8") for file in files]
    assert sorted(files) == sorted((tmp_path / "records").iterdir())
    assert len(set(texts)) == 20
    assert texts == list(CORPUS["records"](20))
