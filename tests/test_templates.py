# ruff: noqa: E501 (tables of what is written and what is told)
"""Templates of an office: what they are fed with, what they state, and what they may not do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import eventrecord
from eventrecord.errors import SettingsError
from eventrecord.settings import Settings, find_settings
from eventrecord.story import compose, edition_localizer
from eventrecord.story.office import check_office
from eventrecord.story.templates import MOST_CHARACTERS, fill_template, read_template

HOSTILE = Path(__file__).parent / "templates" / "hostile"
SUMMIT = Path(__file__).parent.parent / "seeds" / "zhangjiang-summit-2022.yaml"
EXPECTED = dict(
    line.split(" ", 1) for line in (HOSTILE / "expected.txt").read_text(encoding="utf-8").splitlines()
)
VALUES = {"text": "Words", "items": ("a", "b")}

Office = Callable[..., Settings]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Settings of an office with these templates."""

    def made(**templates: str) -> Settings:
        folder = tmp_path / "templates"
        folder.mkdir()
        (tmp_path / "eventrecord.toml").write_text('templates = "templates"\n', encoding="utf-8")
        for name, text in templates.items():
            (folder / f"{name.replace('__', '.')}.j2").write_text(text, encoding="utf-8")
        return find_settings(tmp_path)

    return made


def _filled(source: str) -> str:
    return fill_template("t.j2", read_template("t.j2", source, VALUES), VALUES, VALUES)


def test_every_hostile_template_has_its_message() -> None:
    """None is forgotten in the list of messages."""
    assert {file.name for file in HOSTILE.glob("*.j2")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_hostile_templates_are_refused(name: str) -> None:
    """None runs code, reads a file, hangs or eats memory; each is told where and why."""
    source = (HOSTILE / name).read_text(encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        fill_template(name, read_template(name, source, VALUES), VALUES, VALUES)
    assert str(caught.value) == EXPECTED[name]


def test_hostile_templates_need_little_memory() -> None:
    """All of them together are refused by a process that may have one gigabyte, and none keeps it for good."""
    resource = pytest.importorskip("resource", reason="limits of memory are set only under Unix")
    code = (
        "from pathlib import Path\nfrom eventrecord.errors import SettingsError\n"
        "from eventrecord.story.templates import fill_template, read_template\n"
        f"for file in Path({str(HOSTILE)!r}).glob('*.j2'):\n"
        "    values = {'text': 'Words', 'items': ('a', 'b')}\n"
        "    try:\n"
        "        fill_template('t', read_template('t', file.read_text('utf-8'), values), values, values)\n"
        "    except SettingsError:\n        continue\n    raise SystemExit(file.name)\n"
    )
    limit = 1 << 30
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ text }}", "Words"),
        ("{% if text %}yes{% else %}no{% endif %}", "yes"),
        ("{% for item in items %}{{ loop.index }}{{ item }}{% if not loop.last %}, {% endif %}{% endfor %}", "1a, 2b"),
        ("{{ items | join('、') }}", "a、b"),
        ("{{ text | upper if text == 'Words' else 'none' }}", "WORDS"),
        ("{{ items[1] }}{{ items | length }}", "b2"),
    ],
)  # fmt: skip
def test_templates_can_do_what_editions_need(source: str, text: str) -> None:
    """Conditions, loops, joins, case."""
    assert _filled(source) == text


def test_a_template_may_write_as_much_as_an_edition_needs() -> None:
    """The limit is on what is too much for any release."""
    assert len(_filled("x" * 15_000)) == 15_000
    assert MOST_CHARACTERS > 15_000


def test_a_block_is_written_by_the_offices_template(office: Office) -> None:
    """It states the facts of the slots it prints, not of those it only asks for; the rest stays ours."""
    settings = office(en__lead="{% if series %}News: {% endif %}The {{ event }} {{ verb }} on {{ date }}.\n")
    record = eventrecord.load(SUMMIT)
    release = record.releases[0]
    story = compose(edition_localizer(record, release, "en", settings), release)
    lead = story.paragraphs[0]
    assert lead.text == "News: The main forum opened on Nov. 15."
    assert lead.facts == {"events.main-forum.name", "events.main-forum.start"}
    assert story.paragraphs[1].text.startswith("Under the theme")


def test_what_our_patterns_say_is_at_hand(office: Office) -> None:
    """`text` and `items` are the block as composed; lines with a dash are items."""
    settings = office(en__lead="{{ text }}\n- One thing\n")
    record = eventrecord.load(SUMMIT)
    release = record.releases[0]
    plain = compose(edition_localizer(record, release, "en"), release).paragraphs[0]
    own = compose(edition_localizer(record, release, "en", settings), release).paragraphs[0]
    assert (own.text, own.items, own.facts) == (plain.text, ("One thing",), plain.facts)


def test_a_whole_edition_is_written_by_the_offices_template(office: Office) -> None:
    """Headline and paragraphs as plain words; in the locale of the template and its children only."""
    source = (
        "{{ headline }}\n{% for part in paragraphs %}\n({{ part.topic }}) {{ part.text }}\n{% endfor %}\n"
    )
    settings = office(en__press=source)
    record = eventrecord.load(SUMMIT)
    made = eventrecord.render(record, "press", "en", settings=settings)
    assert isinstance(made, str)
    assert made.splitlines()[1].startswith("(lead) The main forum of the Zhangjiang")
    assert eventrecord.render(record, "press", "zh-Hans", settings=settings) == eventrecord.render(
        record, "press", "zh-Hans"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("fr__lead", "begins with no language"),
        ("en__leed", "'leed' is no block or format with templates"),
        ("en__text", "'text' is no block or format with templates"),
    ],
)
def test_a_template_that_nothing_would_use_is_an_error(office: Office, name: str, message: str) -> None:
    """A slip in its name does not go unnoticed."""
    with pytest.raises(SettingsError, match=message):
        check_office(office(**{name: "x"}))


def test_a_template_with_a_fault_stops_before_publishing(office: Office) -> None:
    """The message says file, line, what is wrong and what is known."""
    settings = office(en__lead="The {{ event }}\n{{ evnt }}\n")
    with pytest.raises(
        SettingsError, match=r"en\.lead\.j2:2: there is nothing called 'evnt'; known: address, aims, "
    ):
        eventrecord.publish(eventrecord.load(SUMMIT), settings=settings)


def test_folders_of_elsewhere_are_refused(tmp_path: Path) -> None:
    """Templates and styles stand at or below the folder of the settings."""
    for folder in ("../templates", "/etc", "a/../..", "C:x"):
        (tmp_path / "eventrecord.toml").write_text(f'templates = "{folder}"\n', encoding="utf-8")
        with pytest.raises(SettingsError, match="templates = "):
            find_settings(tmp_path)
