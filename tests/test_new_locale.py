"""A locale that inherits is data: a folder, and no line of Python."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventrecord import Record, load, render
from eventrecord.localize import data
from eventrecord.localize.language import language

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "locales" / "en-HK"
PAGE = ROOT / "docs" / "how-to" / "new-locale.md"


@pytest.fixture
def forum() -> Record:
    """The made-up forum, whose people have honorifics."""
    return load(ROOT / "tests" / "records" / "greater-bay-forum-2027.yaml")


@pytest.fixture
def en_sg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A locale that is made up on the spot, in a copy of all locales."""
    folder = tmp_path / "locales"
    shutil.copytree(ROOT / "locales", folder)
    (folder / "en-SG").mkdir()
    (folder / "en-SG" / "locale.toml").write_text('name = "English (Singapore)"\nparent = "en"\n', "utf-8")
    (folder / "en-SG" / "lexicon.toml").write_text('[currencies.HKD]\ncode-first = "{n} {name}"\n', "utf-8")
    monkeypatch.setattr(data, "locales_folder", lambda: folder)
    _forget()
    yield "en-SG"
    _forget()


def _forget() -> None:
    for cached in (data.inherited, language, data.locale_chain, data.read_table):
        cached.cache_clear()


def test_the_folder_holds_data_only() -> None:
    """There is nothing but TOML in it."""
    assert {file.suffix for file in FOLDER.rglob("*") if file.is_file()} == {".toml"}


def test_the_forum_is_published_in_english_of_hong_kong(forum: Record) -> None:
    """Per cent in words, honorifics, whole months, the end in a word; what is not said there is inherited."""
    release = str(render(forum, "press", "en-HK", release="closing"))
    for words in (
        "Mr Kwong Wan-hang, Chairman of the Fable Bay Innovation Steering Committee",
        "Ms Lau said.",
        "about 42 per cent of them",
        "18,500 square metres",
        "\n\nEnds\n\nFriday, March 19, 2027\n\n",
        "nearly HK$1.2 billion",
    ):
        assert words in release
    newswire = str(render(forum, "press", "en", release="closing"))
    assert "about 42% of them" in newswire
    assert "Mr Kwong" not in newswire


def test_the_summit_keeps_its_facts() -> None:
    """November 15 instead of Nov. 15, and the same sum as in every other English."""
    summit = load(ROOT / "seeds" / "zhangjiang-summit-2022.yaml")
    release = str(render(summit, "press", "en-HK"))
    assert "November 15" in release
    assert "Nov. 15" not in release
    assert "nearly RMB\N{NO-BREAK SPACE}210 billion" in release


def test_a_wording_of_its_own_goes_before_the_inherited_one(forum: Record) -> None:
    """English serves Hong Kong until the record has a wording for Hong Kong."""
    name = {**forum.event.name, "en-HK": "Bay Forum"}
    own = forum.model_copy(update={"event": forum.event.model_copy(update={"name": name})})
    for tag, headline in (("en", "Greater Bay Blue Technology Forum 2027"), ("en-HK", "Bay Forum")):
        release = str(render(own, "press", tag, release="advisory"))
        assert f"\n{headline} to be held in " in f"\n{release}"


def test_a_folder_makes_a_locale(en_sg: str, forum: Record) -> None:
    """Two files of three lines, and a release is published with them, in its parent's style."""
    release = str(render(forum, "press", en_sg, release="closing"))
    assert en_sg in data.locale_tags()
    assert "nearly 1.2 billion Hong Kong dollars" in release
    assert "about 42% of them" in release


def test_the_page_shows_what_is_in_the_folder() -> None:
    """Of every file of the locale the page shows a part, as it is."""
    blocks = [tomllib.loads(text) for text in re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)]
    for file in FOLDER.rglob("*.toml"):
        if file.name == "patterns.toml":
            continue  # the page shows a simpler pattern
        assert any(is_part(block, tomllib.loads(file.read_text("utf-8"))) for block in blocks), file


def is_part(part: object, whole: object) -> bool:
    """Whether a table holds another's keys and values."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_part(value, whole[key]) for key, value in part.items())
    return part == whole


def test_the_page_explains_only_keys_that_there_are() -> None:
    """Every key in the tables of the page is one of a locale's files."""
    tables = [tomllib.loads(file.read_text("utf-8")) for file in (ROOT / "locales").rglob("*.toml")]
    known = {key for table in tables for key in table}
    cells = re.findall(r"^\| (`.*?) \|", PAGE.read_text("utf-8"), re.M)
    explained = {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}
    assert explained
    assert explained <= known
