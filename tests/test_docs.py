"""README and docs: what they claim, is so; what there is, they name. Their blocks are run by conftest.py."""

from __future__ import annotations

import re
import shlex
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

import eventrecord
from eventrecord import FORMATS, Settings, loads, publish
from eventrecord.cli.arguments import COMMANDS, parse
from eventrecord.model.slot import FORMS

ROOT = Path(__file__).parent.parent
README, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
PAGES = [
    README,
    CHINESE,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "how-to").glob("*.md")),
    *sorted((ROOT / "docs" / "formats").glob("*.md")),
]
RUN = {"yaml", "yaml mistake", "toml", "python", "console"}
SHOWN = {"sh", "text", "html"}


def text(page: Path) -> str:
    """A page, without its blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.M | re.S)


def blocks(page: Path, language: str) -> list[str]:
    """The blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)


def rows(page: Path) -> list[list[str]]:
    """The rows of all tables of a page."""
    lines = re.findall(r"^\| ?(.*?) ?\|$", text(page), re.M)
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


def by_name(page: Path) -> str:
    """What a test of that page is called."""
    return str(page.relative_to(ROOT))


def test_readme_is_short_and_opens_with_two_commands() -> None:
    """Under 200 lines; the first two blocks are the commands that set up, publish and test."""
    read = README.read_text("utf-8")
    assert len(read.splitlines()) < 200
    fences = re.findall(r"^```(\w.*)$", read, re.M)
    assert fences[:2] == ["sh", "sh"]
    assert [len(block.splitlines()) for block in blocks(README, "sh")[:2]] == [1, 1]


def test_what_comes_out_is_what_comes_out() -> None:
    """Each sentence of README's table stands in the release that README's record gives in that language."""
    record = loads(blocks(README, "yaml")[0])
    releases = {
        name.split(".")[1]: content.decode("utf-8").replace("\N{NO-BREAK SPACE}", " ")
        for name, content in publish(record, formats=["press"]).items()
    }
    head, _, *body = rows(README)[:4]
    tags = [cell.split()[0] for cell in head]
    assert tags == record.locales
    assert len(body) == 2
    for tag, cell in chain.from_iterable(zip(tags, row, strict=True) for row in body):
        assert f"{cell}\n" in releases[tag]


def test_what_is_called_derived_is_derived() -> None:
    """README's record has no wording of its own in the language that its table calls derived."""
    derived = [cell.split()[0] for cell in rows(README)[0] if cell.endswith("(derived)")]
    assert derived == ["zh-Hant-HK"]
    assert blocks(README, "yaml")[0].count(derived[0]) == 1  # among the locales


@pytest.mark.parametrize("language", ["sh", "yaml", "console", "python"])
def test_the_chinese_readme_has_the_same_blocks(language: str) -> None:
    """Commands, records and code are those of the English one, apart from what is said in comments."""
    english, chinese = (
        [re.sub(r" --lang zh\b", "", re.sub(r"[ ]+# .*", "", block)) for block in blocks(page, language)]
        for page in (README, CHINESE)
    )
    assert english == chinese
    assert english


def test_the_chinese_readme_shows_the_same_and_links_to_the_same_pages() -> None:
    """Both show one table of what comes out, and lead to the same pages, the Chinese one to one more."""
    assert rows(CHINESE)[1:4] == rows(README)[1:4]
    english, chinese = (
        set(re.findall(r"\]\(([^)]+)\)", text(page))) - {"README.md", "README.zh-CN.md"}
        for page in (README, CHINESE)
    )
    assert chinese - english == {"docs/glossary.md"}
    assert english <= chinese
    assert len(re.findall(r"^#+ ", text(CHINESE), re.M)) == len(re.findall(r"^#+ ", text(README), re.M))


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_no_block_is_of_a_language_that_nobody_runs(page: Path) -> None:
    """Blocks are run by conftest.py, or are of the few languages that are only shown."""
    fences = re.findall(r"^```(.*)$", page.read_text("utf-8"), re.M)
    assert set(fences[::2]) <= RUN | SHOWN
    assert set(fences[1::2]) <= {""}


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of this repository has a target, and its heading is there."""
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text(page)):
        name, _, heading = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.is_file(), target
        titles = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.M)
        assert not heading or heading in {title.lower().replace(" ", "-") for title in titles}, target


def test_every_page_is_linked() -> None:
    """Each page can be reached from README, CONTRIBUTING or another page."""
    linked = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in PAGES
        for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text(page))
    }
    assert {page for page in PAGES if page != README} <= linked


def understood(line: str) -> bool:
    """Whether the command takes such a line, options and all."""
    try:
        parse(shlex.split(line, comments=True)[1:])
    except SystemExit as end:
        return not end.code
    return True


def test_commands_on_pages_are_understood() -> None:
    """Every command line that a page tells people or machines to type is one that the command takes."""
    lines = []
    for page in PAGES:
        shown = "".join(chain.from_iterable(blocks(page, language) for language in ("sh", "console", "yaml")))
        lines += re.findall(r"^(?:\$ |[- ]+(?:run: )?)?(eventrecord [^|<>&#\n]*)", shown, re.M)
        lines += re.findall(r"`(eventrecord \w[^`]*)`", text(page))
    assert len(lines) > 50
    assert [line for line in lines if not understood(line)] == []


def test_the_workflow_shown_is_the_one_that_init_writes() -> None:
    """Who copies it from the page checks what `eventrecord init` would have checked."""
    starter = (ROOT / "src" / "eventrecord" / "starter" / "en" / "workflow.yml").read_text("utf-8")
    shown = blocks(ROOT / "docs" / "how-to" / "ci.md", "yaml")[0]
    assert yaml.safe_load(shown) == yaml.safe_load(starter.replace("VERSION", version("eventrecord")))


def names(kind: str) -> tuple[Path, set[str]]:
    """A page, and the names that it must explain."""
    developer, wordings = ROOT / "docs" / "how-to" / "developer.md", ROOT / "docs" / "how-to" / "wordings.md"
    found: dict[str, tuple[Path, Any]] = {
        "formats": (developer, FORMATS),
        "settings": (developer, Settings.model_fields),
        "library": (developer, eventrecord.__all__),
        "commands": (ROOT / "CHANGELOG.md", COMMANDS),
        "slots": (wordings, {f"{{{kind}.id}}" for kind in FORMS}),
        "forms": (wordings, {f":{form}" for forms in FORMS.values() for form in forms if form}),
    }
    page, wanted = found[kind]
    return page, set(wanted)


@pytest.mark.parametrize("kind", ["formats", "settings", "library", "commands", "slots", "forms"])
def test_what_there_is_is_named(kind: str) -> None:
    """The page for it names every format, setting, public name, command, slot and form."""
    page, wanted = names(kind)
    read = page.read_text("utf-8")
    assert not [name for name in wanted if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", read)]


def test_formats_are_told_as_they_are() -> None:
    """Suffix and media type in the developer's table are those of the formats."""
    told = {row[0].strip("`"): row for row in rows(ROOT / "docs" / "how-to" / "developer.md")}
    for name, row in FORMATS.items():
        middle = ".<locale>" if row.per_locale else ""
        assert told[name][1:3] == [f"`<record>{middle}.{row.suffix}`", f"`{row.media_type}`"]


def test_the_version_told_is_the_version() -> None:
    """Wherever a version of the package is named to install, it is this one."""
    told = [
        v for page in PAGES for v in re.findall(r"eventrecord(?:==|@v)([\d.]+\d)", page.read_text("utf-8"))
    ]
    assert told
    assert set(told) == {version("eventrecord")}


def test_the_glossary_is_sorted_and_says_everything_once() -> None:
    """Words stand in alphabetical order, each with its Chinese and a meaning."""
    entries = rows(ROOT / "docs" / "glossary.md")[2:]
    words = [entry[0] for entry in entries]
    assert words == sorted(set(words))
    assert all(len(entry) == 3 and all(entry) for entry in entries)
