"""Calendars and pages in the shapes that other makers give them, each with the draft that is made of it.

The contents are made up. `--update-editions` writes the drafts anew: read them before you commit them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import eventrecord
from eventrecord import EventRecordError

SAMPLES = Path(__file__).parent / "samples"
SOURCES = [path for path in sorted(SAMPLES.iterdir()) if not path.name.endswith(".draft.yaml")]
ENCODINGS = {"gbk.ics": "gb18030"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_sample_gives_its_draft(path: Path, request: pytest.FixtureRequest) -> None:
    """What is kept, guessed, lost or damaged of each is what its draft says."""
    draft = eventrecord.read_draft({path.name: path.read_bytes()}, encoding=ENCODINGS.get(path.name))
    file = path.with_name(f"{path.name}.draft.yaml")
    if request.config.getoption("--update-editions"):
        file.write_text(draft.text(), "utf-8", newline="\n")
    assert draft.text() == file.read_text("utf-8")
    assert eventrecord.loads(draft.text()).id == draft.data["id"]


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
