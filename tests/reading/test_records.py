"""Reading files, alone and with the records that they build on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from eventrecord.errors import RecordError
from eventrecord.reading import load, loads, read, read_file


def write(folder: Path, name: str, text: str, *, parent: str = "", identity: str = "") -> Path:
    """Write a record, part of another one, under a name of its own."""
    if parent:
        text = text.replace("  kind: forum\n", f"  kind: forum\n  part_of: {parent}\n")
    path = folder / name
    path.write_text(text.replace("harbour-forum", identity or path.stem), encoding="utf-8")
    return path


def test_a_record_is_read_with_the_ones_it_builds_on(tmp_path: Path, forum: str) -> None:
    """Parents and their parents are found beside the record, as YAML or JSON."""
    path = write(tmp_path, "forum.yaml", forum, parent="week/forum")
    write(tmp_path, "week.yml", forum, parent="year")
    record = loads(forum.replace("harbour-forum", "year"))
    (tmp_path / "year.json").write_text(record.model_dump_json(exclude_defaults=True), encoding="utf-8")
    record = load(str(path))
    assert list(record.related) == ["week", "year"]
    assert record.find("events", "week/forum") == record.related["week"].event
    assert record.find("events", "year") == record.related["year"].event
    alone = read_file(path, related=False).record
    assert alone is not None
    assert (alone.event, dict(alone.related)) == (record.event, {})


def test_circles_end(tmp_path: Path, forum: str) -> None:
    """Records that are part of each other, or of themselves, are read once."""
    path = write(tmp_path, "a.yaml", forum, parent="b")
    write(tmp_path, "b.yaml", forum, parent="c")
    write(tmp_path, "c.yaml", forum, parent="a")
    assert list(load(path).related) == ["b", "c"]
    assert dict(load(write(tmp_path, "d.yaml", forum, parent="d")).related) == {}


def test_events_of_the_record_itself_are_no_files(tmp_path: Path, forum: str) -> None:
    """`part_of` with the id of an event in the record does not look for a file."""
    path = write(tmp_path, "a.yaml", forum, parent="forum")
    write(tmp_path, "forum.yaml", forum)
    assert dict(load(path).related) == {}


def test_parents_that_cannot_be_used_are_left_out(tmp_path: Path, forum: str) -> None:
    """A parent that is not there, is faulty, is a folder or has another id is left out, without a finding."""
    (tmp_path / "folder.yaml").mkdir()
    write(tmp_path, "faulty.yaml", "nothing: good\n")
    write(tmp_path, "other.yaml", forum, identity="another")
    for parent in ("absent", "faulty", "folder", "other"):
        document = read_file(write(tmp_path, "a.yaml", forum, parent=parent))
        assert document.record is not None
        assert dict(document.record.related) == {}
        assert document.findings == ()


def test_chains_of_parents_are_bounded(tmp_path: Path, forum: str) -> None:
    """A very long line of parents is not followed to its end."""
    for number in range(60):
        write(tmp_path, f"r{number}.yaml", forum, parent=f"r{number + 1}")
    assert len(load(tmp_path / "r0.yaml").related) == 50


def test_parents_cannot_lie_in_other_folders(tmp_path: Path, forum: str) -> None:
    """A parent's name that leads elsewhere is refused, and nothing is opened."""
    folder = tmp_path / "records" / "2024"
    folder.mkdir(parents=True)
    write(tmp_path, "evil.yaml", forum)
    (finding,) = read_file(write(folder, "a.yaml", forum, parent="../../evil")).findings
    assert finding.rule == "wrong-value"


def test_what_cannot_be_opened_is_an_os_error(tmp_path: Path) -> None:
    """A missing file and a folder raise OSError: there is no record to tell anything about."""
    for path in (tmp_path / "absent.yaml", tmp_path):
        with pytest.raises(OSError, match=re.escape(path.name)):
            load(path)


def test_a_faulty_record_is_an_error_with_findings(tmp_path: Path, forum: str) -> None:
    """`load` and `loads` raise what is wrong, with the first place in the text of the error."""
    text = forum.replace("kind: forum", "kind: forumm").replace("2024-06-02", "2024-06-32")
    path = write(tmp_path, "a.yaml", text)
    with pytest.raises(RecordError, match=r"a\.yaml:16:9: `forumm` .* \(and 1 more\)") as caught:
        load(path)
    assert caught.value.findings == read_file(path).findings
    with pytest.raises(RecordError, match=r"<record>:1:1: there is nothing"):
        loads("")


def test_related_records_can_be_given(forum: str) -> None:
    """`loads` knows of no folder; the records that a text builds on are handed to it."""
    week = loads(forum.replace("harbour-forum", "week"))
    record = loads(forum.replace("kind: forum", "part_of: week").encode(), related=[week])
    assert record.find("events", "week") == record.related["week"].event
    assert dict(loads(forum).related) == {}


def test_warnings_leave_the_record(forum: str) -> None:
    """A finding that is a mere warning comes with the record."""
    document = read(forum.replace("the world", "the #world"))
    assert [finding.rule for finding in document.findings] == ["unquoted-hash"]
    assert document.record is not None
    assert document.record.event.theme is not None
    assert document.record.event.theme["en"] == "Linking the"
    assert loads(document.text) == document.record


@pytest.mark.parametrize(
    "text",
    [
        "Linking the world # a comment",
        "Linking the world  #",
        ">-\n      Linking #1\n",
        '"Linking" #1',
    ],
)
def test_comments_are_no_slip(forum: str, text: str) -> None:
    """A comment after a space, and a sign in a block or after quotation marks, give no warning."""
    assert read(forum.replace("Linking the world", text)).findings == ()


def test_an_office_that_writes_terse_comments_is_left_alone(forum: str) -> None:
    """Where the file's own comments stand close to their sign, the sign after a text is a comment too."""
    text = "#Records of 2024\n" + forum.replace("the world", "the world #slogan")
    assert read(text).findings == ()


def test_json_and_yaml_are_told_apart(forum: str) -> None:
    """The name decides; where it does not tell, a text that begins with a brace is JSON."""
    record = loads(forum)
    text = record.model_dump_json(exclude_defaults=True, indent=2)
    assert loads(text) == read(text, "a.json").record == read(text, "a.yaml").record == record
    assert [finding.rule for finding in read(forum, "a.json").findings] == ["json-syntax"]
    assert [finding.rule for finding in read("{a: b}", "a.json").findings] == ["json-syntax"]
    assert "json-syntax" not in [finding.rule for finding in read("{a: b}", "a.yaml").findings]


def test_json_values_are_taken_as_written(forum: str) -> None:
    """Numbers in JSON keep their digits; pairs of surrogates are one character."""
    data = json.loads(loads(forum).model_dump_json(exclude_defaults=True))
    data["event"]["theme"]["en"] = "NUMBER"
    data["event"]["theme"]["zh-Hans"] = "😀"
    text = json.dumps(data).replace('"NUMBER"', "1.10")
    assert "\\ud83d" in text
    theme = loads(text).event.theme
    assert theme == {"en": "1.10", "zh-Hans": "😀"}


@pytest.mark.parametrize("word", ["NaN", "-Infinity", "0123", "1.", "+1", "None", "tru", "truey"])
def test_json_knows_only_its_own_words(forum: str, word: str) -> None:
    """Numbers and words that JSON does not have are refused in their place."""
    text = loads(forum).model_dump_json(exclude_defaults=True).replace('"number":1', f'"number":{word}')
    (finding,) = read(text).findings
    assert finding.rule == "json-syntax"
    assert finding.span is not None
    assert finding.span.column == text.index(word) + 1


def test_reading_a_sound_record_needs_no_second_parser(tmp_path: Path, forum: str) -> None:
    """PyYAML and the words for findings are loaded only when something is wrong."""
    path = write(tmp_path, "a.yaml", forum)
    code = f"""
import sys
from eventrecord.reading import load
load({str(path)!r})
loaded = {{"yaml", "difflib", "babel", "opencc", "eventrecord.reading.problems"}} & set(sys.modules)
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_parent_is_read_again_when_it_changes(tmp_path: Path, forum: str) -> None:
    """It is kept for the next record that builds on it, but an edit in between is not missed."""
    path = write(tmp_path, "a.yaml", forum, parent="week")
    week = write(tmp_path, "week.yaml", forum)
    assert load(path).related["week"] == load(path).related["week"]
    week.write_text(week.read_text("utf-8") + "note: moved\n", "utf-8")
    assert load(path).related["week"].note == "moved"
