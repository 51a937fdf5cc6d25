"""A folder of fifty mixed records with faults planted in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def folder(tmp_path: Path, fifty: list[Any]) -> Path:
    """The records as they are with all faults."""
    for record in fifty:
        file = tmp_path / record.name
        file.parent.mkdir()
        file.write_bytes(record.doubtful)
    return tmp_path


def test_every_fault_is_planted(fifty: list[Any], faults: set[str]) -> None:
    """Also in every notation that it is possible in; a third of the files have the line ends of Windows."""
    assert {name for record in fifty for name in record.faults} == faults
    assert sum(b"\r\n" in record.doubtful for record in fifty) > 15
    assert sum(b"#" in record.doubtful for record in fifty) > 25


def digits(data: bytes) -> Counter[str]:
    return Counter(re.findall("[0-9０-９〇一二三四五六七八九十百千万亿兩两]", data.decode("utf-8")))


def counts(told: str) -> list[int]:
    """The numbers of the line about fixes."""
    line = next(line for line in told.splitlines() if " fixed, " in line)
    return [int(number) for number in re.findall(r"\d+", line)]


def test_safe_fixes_undo_every_safe_fault_and_touch_nothing_else(
    run: Callable[..., tuple[int, bytes, str]], folder: Path, fifty: list[Any]
) -> None:
    """Byte for byte the files are what they were before the faults, but for those that only people can judge.

    Comments, layout, byte order marks and line ends are as they were; no digit has come or gone; a second run
    finds nothing to fix.
    """
    _, _, told = run("validate", folder, "--fix", "--output-format", "concise")
    for record in fifty:
        fixed = (folder / record.name).read_bytes()
        assert digits(fixed) == digits(record.doubtful), record.name
        assert fixed == record.judged, record.name
    made, _, more = counts(told)
    assert made > 150
    assert more > 30
    _, _, told = run("validate", folder, "--fix", "--output-format", "concise")
    assert counts(told)[0] == 0


def test_unsafe_fixes_undo_all(
    run: Callable[..., tuple[int, bytes, str]], folder: Path, fifty: list[Any]
) -> None:
    """With them the files are what they were before any fault."""
    run("validate", folder, "--fix", "--unsafe-fixes", "--output-format", "concise")
    for record in fifty:
        assert (folder / record.name).read_bytes() == record.sound, record.name
    _, _, told = run("validate", folder, "--fix", "--unsafe-fixes", "--output-format", "concise")
    assert counts(told)[0] == 0


def test_a_diff_shows_what_fixing_does_and_writes_nothing(
    run: Callable[..., tuple[int, bytes, str]], folder: Path, fifty: list[Any]
) -> None:
    """Each line that goes comes again mended; the files are as they were; the code is 1."""
    code, out, told = run("validate", folder, "--diff")
    assert code == 1
    for record in fifty:
        assert (folder / record.name).read_bytes() == record.doubtful
    lines = out.decode("utf-8").split("\n")
    gone = [line for line in lines if line.startswith("-") and not line.startswith("--- a/")]
    come = [line for line in lines if line.startswith("+") and not line.startswith("+++ b/")]
    assert len(gone) == len(come) >= 150
    assert re.search(r"\d+ could be fixed, \d+ left; \d+ more with --unsafe-fixes", told)
