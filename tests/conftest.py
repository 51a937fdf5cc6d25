"""Shared by all tests: where records and editions lie, and the flag that writes editions anew."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.yaml"))
RECORDS = [*SEEDS, *sorted((ROOT / "tests" / "records").glob("*.yaml"))]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-editions`."""
    parser.addoption(
        "--update-editions",
        action="store_true",
        help="write tests/editions anew; read the difference before committing",
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
