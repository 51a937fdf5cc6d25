"""Calendars and pages in the shapes that other makers give them, each with the draft that is made of it.

`samples/makers.toml` says how each was made. `--update-editions` writes the drafts and the page of the docs
anew: read them before you commit them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import eventrecord
from eventrecord import Draft, EventRecordError

SAMPLES = Path(__file__).parent / "samples"
MAKERS: dict[str, dict[str, str]] = tomllib.loads((SAMPLES / "makers.toml").read_text("utf-8"))
SOURCES = [
    path
    for path in sorted(SAMPLES.iterdir())
    if not path.name.endswith(".draft.yaml") and path.suffix != ".toml"
]
ENCODINGS = {"gbk.ics": "gb18030"}
PAGE = Path(__file__).parents[2] / "docs/how-to/import-makers.md"
HONEST = {
    "event-without-start",
    "half-width-punctuation",
    "missing-wording",
    "no-time-zone",
    "online-without-address",
    "placeholder-address",
    "repeated-punctuation",
    "stray-space",
    "unknown-locale",
}
"""What a draft may be told: what the source does not say, or how the source writes."""


USUAL = ("texts that do not tell", "calendars take what you publish", "revision: the source does not")
"""Notes on nearly every file, which the page tells of once."""


def draft_of(name: str) -> Draft:
    return eventrecord.read_draft({name: (SAMPLES / name).read_bytes()}, encoding=ENCODINGS.get(name))


# Drafts


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_sample_gives_its_draft(path: Path, request: pytest.FixtureRequest) -> None:
    """What is kept, guessed, lost or damaged of each is what its draft says."""
    draft = draft_of(path.name)
    file = path.with_name(f"{path.name}.draft.yaml")
    if request.config.getoption("--update-editions"):
        file.write_text(draft.text(), "utf-8", newline="\n")
    assert draft.text() == file.read_text("utf-8")
    assert eventrecord.loads(draft.text()).id == draft.data["id"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_draft_is_told_only_what_its_source_lacks(path: Path) -> None:
    """No rule finds a fault that the import made."""
    record = eventrecord.loads(draft_of(path.name).text())
    assert {finding.rule for finding in eventrecord.validate(record)} <= HONEST


def test_every_sample_says_how_it_was_made() -> None:
    """At least 10 calendars and 15 pages are of makers, by their own code or after it."""
    assert sorted(MAKERS) == sorted(path.name for path in SOURCES)
    of_makers = [name for name, told in MAKERS.items() if "maker" in told]
    assert all(("library" in MAKERS[name]) != ("source" in MAKERS[name]) for name in of_makers)
    calendars = [name for name in of_makers if name.endswith(".ics")]
    assert len(calendars) >= 10
    assert len(of_makers) - len(calendars) >= 15
    assert len({MAKERS[name]["maker"] for name in of_makers}) == len(of_makers)


# The page of the docs


def test_the_docs_tell_what_comes_of_each(request: pytest.FixtureRequest) -> None:
    """The table is that of the drafts."""
    page = PAGE.read_text("utf-8")
    head, mark, _ = page.partition("<!-- made by tests/drafts/test_samples.py -->\n")
    if request.config.getoption("--update-editions"):
        PAGE.write_text(head + mark + "\n".join(table()) + "\n", "utf-8", newline="\n")
        page = PAGE.read_text("utf-8")
    assert page == head + mark + "\n".join(table()) + "\n"


def table() -> Iterator[str]:
    for title, is_calendar in (("Calendars", True), ("Linked data and pages", False)):
        yield f"\n## {title}\n"
        yield "| of | made | kept | guessed | lost | damaged |\n|---|---|---|---|---|---|"
        for name, told in MAKERS.items():
            if "maker" in told and name.endswith(".ics") == is_calendar:
                draft = draft_of(name)
                notes = {
                    kind: "; ".join(
                        str(note.message).replace("|", "\\|")
                        for note in draft.notes
                        if note.kind == kind and not str(note.message).startswith(USUAL)
                    )
                    for kind in ("guessed", "lost", "damaged")
                }
                made = f"by {told['library']}" if "library" in told else f"after {told['source']}"
                kept = ", ".join(dict.fromkeys(kept_of(draft.data)))
                yield f"| {told['maker']} | {made} | {kept} | {' | '.join(notes.values())} |"


def kept_of(data: dict[str, Any]) -> Iterator[str]:
    """Collections and fields of events in a draft, in the order of the format."""
    yield from (name for name in data if name not in ("format", "id", "revision", "locales", "event"))
    fields: dict[str, None] = {}
    events = [data["event"]]
    while events:
        event = events.pop()
        fields |= dict.fromkeys(event)
        events += event.get("sub_events", [])
    yield from (name for name in fields if name != "id")


# Damaged files


def test_a_gbk_calendar_is_refused_with_its_line_and_the_way_to_read_it() -> None:
    """Never is it read as something else."""
    data = (SAMPLES / "gbk.ics").read_bytes()
    with pytest.raises(
        EventRecordError, match=r"line 8 is not UTF-8, but may be gb18030.*--encoding gb18030"
    ):
        eventrecord.read_draft({"gbk.ics": data})


def test_a_line_folded_inside_a_character_is_whole_again() -> None:
    """Every character of the source is in the draft, none is a mark of loss."""
    data = (SAMPLES / "cut-characters.ics").read_bytes()
    assert "\ufffd" in data.replace(b"\r\n ", b"|").decode("utf-8", "replace")
    event = eventrecord.read_draft({"a.ics": data}).data["event"]
    assert event["name"] == {"zh-Hans": "大湾区蓝色科技论坛开幕式暨海洋机器人专题论坛与智慧港口圆桌会议"}
