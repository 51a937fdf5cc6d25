"""Golden editions: every record in every format and locale, byte for byte, as files one can open."""

from __future__ import annotations

from pathlib import Path

import pytest

import eventrecord
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent
EDITIONS = ROOT / "tests" / "editions"
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]


def editions(path: Path) -> dict[str, bytes]:
    """All editions of a record by file name."""
    return eventrecord.publish(eventrecord.load(path), settings=find_settings(path))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_editions_are_what_was_read_and_approved(path: Path, request: pytest.FixtureRequest) -> None:
    """Publishing a record gives exactly the editions that lie in tests/editions."""
    made = editions(path)
    if request.config.getoption("--update-editions"):
        EDITIONS.mkdir(exist_ok=True)
        for name, content in made.items():
            (EDITIONS / name).write_bytes(content)
    kept = {file.name: file.read_bytes() for file in EDITIONS.glob(f"{path.stem}.*")}
    assert sorted(made) == sorted(kept)
    for name, content in made.items():
        assert content == kept[name], f"{name} differs: read the difference, then pytest --update-editions"


def test_no_edition_is_left_of_a_record_that_is_gone() -> None:
    """Each file in tests/editions belongs to a record."""
    stems = {path.stem for path in RECORDS}
    assert {file.name.split(".")[0] for file in EDITIONS.iterdir()} == stems
