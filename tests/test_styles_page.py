"""The page on house styles: its table says what each profile sets, and its templates work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from eventrecord import Record, Settings, loads, render
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "how-to" / "styles.md").read_text("utf-8")
SUMMIT = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
TAGS = {
    "English": "en",
    "English (Hong Kong)": "en-HK",
    "Simplified Chinese": "zh-Hans",
    "Traditional Chinese (Hong Kong)": "zh-Hant-HK",
    "Traditional Chinese (Taiwan)": "zh-Hant-TW",
}
ROWS = re.findall(r"^\| `([a-z-]+)` \| (English.*?|[ST]\w+ Chinese.*?) \| (.*?) \|$", PAGE, re.M)
IN_WORDS = {
    "no dateline": lambda printed: "SHANGHAI" not in printed and "Shanghai" not in printed,
    "发布日期 below the headline": lambda printed: printed.splitlines()[2].startswith("发布日期："),
    "the day at the foot": lambda printed: "November 16, 2022" in printed.partition("Ends")[2],
}
"""What the table tells in words, and how it shows in an edition."""


def edition(tag: str, style: str, issued: str | None) -> str:
    """A release with a sum, a share, a day and a person, in a language and style."""
    record: dict[str, Any] = {
        "format": "eventrecord/1",
        "id": "sample",
        "revision": {"number": 1, "at": "2022-11-16"},
        "locales": [tag],
        "places": {"city": {"name": {"en": "Shanghai", "zh-Hans": "上海", "zh-Hant": "上海"}}},
        "people": {
            "zhang": {
                "name": {
                    "en": {"family": "Zhang", "given": "Wei", "honorific": "Mr"},
                    **{zh: {"family": "張", "given": "為"} for zh in ("zh-Hans", "zh-Hant")},
                },
            }
        },
        "figures": {
            "deals": {"money": "210 billion CNY", "qualifier": "nearly", "period": "2022"},
            "share": {"percent": 10},
        },
        "event": {
            "id": "forum",
            "name": {"en": "Forum", "zh-Hans": "论坛", "zh-Hant": "論壇"},
            "start": "2022-11-15",
        },
    }
    words = "{people.zhang}, {people.zhang}: {figures.deals}. {figures.share}. {events.forum:date}."
    release: dict[str, Any] = {
        "id": "news",
        "style": {tag: style},
        "headline": {tag: "News"},
        "body": [{"id": "all", "topic": "figures", "text": {tag: words}}],
    }
    if issued:
        release |= {"issued": issued, "place": "city"}
    return str(render(Record.model_validate(record | {"releases": [release]}), "press", tag))


@pytest.mark.parametrize(("style", "language", "sets"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_the_table_says_what_profiles_set(style: str, language: str, sets: str) -> None:
    """Each thing named in a row stands so in an edition, with a day of issue or without."""
    tag = TAGS[language]
    issued, undated = edition(tag, style, "2022-11-16"), edition(tag, style, None)
    both = f"{issued}\n{undated}".replace("\N{NO-BREAK SPACE}", " ")
    for thing in re.split(r"[;；] ?", sets):
        said = IN_WORDS.get(thing, lambda _, thing=thing: thing.strip("`") in both)
        assert said(issued), f"{thing!r} does not stand in:\n{both}"


def test_all_rows_are_looked_at() -> None:
    """No row of the table escapes the test above."""
    assert len(ROWS) == len(re.findall(r"^\| `[a-z]+-?[a-z]*` \| [ES T]", PAGE, re.M)) == 8


@pytest.mark.parametrize(
    ("name", "number", "begins"),
    [
        ("en.lead", 0, "Zhangjiang Life Science"),
        ("en.press", 1, "Zhangjiang Life Science International Innovation Summit Opens Main Forum"),
    ],
)
def test_the_templates_shown_work(tmp_path: Path, name: str, number: int, begins: str) -> None:
    """Put where the page says, each writes what it is for."""
    template = re.findall(r"^```text\n(.*?)^```$", PAGE, re.M | re.S)[number]
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / f"{name}.j2").write_text(template, encoding="utf-8")
    (tmp_path / "eventrecord.toml").write_text('templates = "templates"\n', encoding="utf-8")
    settings, record = find_settings(tmp_path), loads(SUMMIT.read_bytes())
    own, ours = (str(render(record, "press", "en", settings=wanted)) for wanted in (settings, Settings()))
    assert own != ours
    assert begins in own
    assert "{" not in own
