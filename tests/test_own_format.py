"""A format of one's own: a function and a row, through the public names alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventrecord import FORMATS, Format, Localizer, MissingWordingError, Record, load, publish, render
from eventrecord.cli import main
from eventrecord.model.release import Release

ROOT = Path(__file__).parent.parent


def badges(record: Record, localizer: Localizer, release: Release | None) -> str:
    """A line for the badge of each person."""
    return "".join(f"{localizer.person(person)}\n" for person in record.people)


def roster(record: Record, localizer: Localizer, release: Release | None) -> bytes:
    """Ids of all people, for a machine."""
    return " ".join(sorted(record.people)).encode("ascii")


BADGES = Format("badges", "badges.txt", "text/plain", "names and posts", badges)
ROSTER = Format("roster", "bin", "application/octet-stream", "ids", roster, per_locale=False)


@pytest.fixture
def summit() -> Record:
    """A real record in four locales."""
    return load(ROOT / "seeds" / "zhangjiang-summit-2022.yaml")


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows more in the table."""
    monkeypatch.setitem(FORMATS, "badges", BADGES)
    monkeypatch.setitem(FORMATS, "roster", ROSTER)


def test_a_format_needs_no_row(summit: Record) -> None:
    """A function of a record and a localizer writes every locale as the locale does."""
    written = {tag: str(BADGES.render(summit, Localizer(summit, tag), None)) for tag in summit.locales}
    assert written["en"].startswith("Zhang Wei, a member of the Standing Committee")
    assert written["zh-Hant-TW"].splitlines()[0] == "中共上海市委常委、副市長張為"


@pytest.mark.usefixtures("rows")
def test_a_row_is_published_like_any_other(summit: Record) -> None:
    """With a row there is a file per locale, or one for all; bytes are left as they are."""
    editions = publish(summit, formats=["badges", "roster"])
    names = [f"{summit.id}.{tag}.badges.txt" for tag in summit.locales]
    assert list(editions) == [*names, f"{summit.id}.bin"]
    assert editions[f"{summit.id}.bin"].startswith(b"chen-kaixian ding-jian")
    assert render(summit, "badges", "zh-Hans") == editions[f"{summit.id}.zh-Hans.badges.txt"].decode("utf-8")


@pytest.mark.usefixtures("rows")
def test_a_row_is_known_to_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`formats` lists it, `publish --format` takes it."""
    assert main(["formats"]) == 0
    assert "badges" in capsys.readouterr().out
    record = str(ROOT / "seeds" / "zhangjiang-summit-2022.yaml")
    assert main(["publish", record, "--format", "badges", "--locale", "en", "--out", str(tmp_path)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["zhangjiang-summit-2022.en.badges.txt"]


def test_a_format_never_gets_words_that_are_not_there(summit: Record) -> None:
    """A name that a locale lacks stops the format; a draft has the mark of the locale instead."""
    nameless = summit.people["zhang-wei"].model_copy(update={"name": {"en": "Zhang Wei"}})
    record = summit.model_copy(update={"people": {"zhang-wei": nameless}})
    with pytest.raises(MissingWordingError):
        BADGES.render(record, Localizer(record, "zh-Hans"), None)
    draft = BADGES.render(record, Localizer(record, "zh-Hans", draft=True), None)
    assert draft == "上海市委常委、副市长〔待补〕\n"
