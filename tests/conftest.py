"""Shared by all tests: where records and editions lie, the flags that write anew, a measure of work."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

os.environ["LANGUAGE"] = "en"  # what the tool says to these tests, whoever runs them

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.yaml"))
RECORDS = [*SEEDS, *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
INVALID = [path for path in sorted((ROOT / "tests/records/invalid").iterdir()) if path.suffix != ".findings"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-editions` and `--update-catalogs`."""
    parser.addoption(
        "--update-editions",
        action="store_true",
        help="write tests/editions anew; read the difference before committing",
    )
    parser.addoption(
        "--update-catalogs",
        action="store_true",
        help="write what the tool says into locales/*/LC_MESSAGES; then translate what is new",
    )


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> Path:
    """Each real record."""
    path: Path = request.param
    return path


@pytest.fixture(params=RECORDS, ids=lambda path: path.stem)
def record_file(request: pytest.FixtureRequest) -> Path:
    """Each whole record: the seeds and the made-up ones."""
    path: Path = request.param
    return path


@pytest.fixture(params=INVALID, ids=lambda path: path.name)
def invalid_record(request: pytest.FixtureRequest) -> Path:
    """Each record with one fault."""
    path: Path = request.param
    return path


@pytest.fixture
def growth() -> Callable[[Callable[[Any], object], Any, Any], float]:
    """How many times more lines of Python a call runs for much than for little, on whatever machine."""

    def steps(call: Callable[[Any], object], given: Any) -> int:
        number = 0

        def trace(_frame: FrameType, event: str, _argument: object) -> Any:
            nonlocal number
            number += event == "line"
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            call(given)
        finally:
            sys.settrace(before)
        return number

    return lambda call, little, much: steps(call, much) / steps(call, little)
