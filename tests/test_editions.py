"""Golden editions: every record in every format and locale, byte for byte, as files one can open."""

from __future__ import annotations

from pathlib import Path

import pytest

import eventrecord
from eventrecord.localize.language import language
from eventrecord.localize.styles import style_names
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


STYLES = ("newswire", "shine", "xinhua")
"""Styles that at least one locale has beside its own."""


def in_style(path: Path, style: str) -> dict[str, bytes]:
    """Press editions of a record in a style, of the locales that have it and would not use it unasked."""
    record, settings = eventrecord.load(path), find_settings(path)
    locales = [
        tag
        for tag in dict.fromkeys([*record.locales, "en-HK"])
        if style in style_names(tag) and language(tag).style_name != style
    ]
    record = record.model_copy(
        update={
            "locales": locales,
            "releases": [release.model_copy(update={"locales": []}) for release in record.releases],
        }
    )
    settings = settings.model_copy(update={"style": dict.fromkeys(locales, style)})
    return eventrecord.publish(record, formats=["press"], settings=settings) if locales else {}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_editions_in_other_styles_are_what_was_read(
    path: Path, style: str, request: pytest.FixtureRequest
) -> None:
    """Press releases in the styles that are not a locale's own are those in tests/editions/styles."""
    made, folder = in_style(path, style), EDITIONS / "styles" / style
    if request.config.getoption("--update-editions") and made:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)
    kept = {file.name: file.read_bytes() for file in folder.glob(f"{path.stem}.*")}
    assert made == kept


def test_no_edition_is_left_of_a_record_that_is_gone() -> None:
    """Each file in tests/editions belongs to a record."""
    stems = {path.stem for path in RECORDS}
    assert {file.name.split(".")[0] for file in EDITIONS.iterdir() if file.is_file()} == stems
