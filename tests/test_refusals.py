"""What is refused, told or made whole, each by its name: records on their way out, files on their way in."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import eventrecord
from eventrecord import EventRecordError, RecordError
from eventrecord.cli import main
from eventrecord.reading import read

EVENT: dict[str, Any] = {"id": "fair", "name": {"en": "Book Fair"}, "start": "2027-05-01"}


# Helpers


def text_of(event: str = "", start: str = "2027-05-01T09:00+08:00") -> str:
    """A record as somebody writes it; `event` is more lines of its event."""
    return "\n".join(
        [
            "format: eventrecord/1",
            "id: fair",
            "revision: {number: 1, at: 2027-01-05}",
            "locales: [en]",
            "event:",
            "  id: fair",
            "  name:",
            "    en: Book Fair",
            *([f"  start: {start}"] if start else []),
            *(f"  {line}" for line in event.splitlines()),
            "",
        ]
    )


def found(text: str, rule: str) -> list[str]:
    """What findings of a rule say of a record, whether it can be read or not."""
    document = read(text.encode(), "fair.yaml")
    told = [finding for finding in document.findings if finding.rule == rule]
    if document.record is not None:
        told += [finding for finding in eventrecord.validate(document.record) if finding.rule == rule]
    return [str(finding.message) for finding in told]


def calendar(lines: str, encoding: str = "utf-8") -> bytes:
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTAMP:20270105T080000Z\n{lines}\n"
    return f"{text}END:VEVENT\nEND:VCALENDAR\n".replace("\n", "\r\n").encode(encoding)


def notes(file: str, data: bytes, encoding: str | None = None) -> list[str]:
    """The notes of a draft that is sound as a record."""
    draft = eventrecord.read_draft({file: data}, encoding=encoding)
    eventrecord.loads(draft.text())
    assert "\ufffd" not in draft.text()
    return [str(note.told()) for note in draft.notes]


def refusal(file: str, data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(EventRecordError) as told:
        eventrecord.read_draft({file: data}, encoding=encoding)
    return str(told.value)


# Records that no calendar is written of


def test_end_before_start() -> None:
    """Told by `validate`, with both times; no calendar is written."""
    text = text_of("end: 2027-05-01T08:00+08:00")
    assert found(text, "end-before-start")
    with pytest.raises(RecordError, match="'fair' ends at 2027-05-01T08:00"):
        eventrecord.render(eventrecord.loads(text), "icalendar", "en")


def test_duplicate_uid() -> None:
    """Calendars would take the second event for the first."""
    entry = "calendar_entry: {uid: a}"
    part = f"{{id: talk, name: {{en: Talk}}, start: 2027-05-01T10:00+08:00, {entry}}}"
    text = text_of(f"{entry}\nsub_events:\n  - {part}")
    assert found(text, "duplicate-id") == ["a second event has the UID 'a'"]
    with pytest.raises(RecordError, match="several events have the UID 'a'"):
        eventrecord.render(eventrecord.loads(text), "icalendar", "en")


@pytest.mark.parametrize("tag", ["zh_CN", "en-us", "cmn", "english"])
def test_wrong_language_tag(tag: str) -> None:
    """Nobody downstream checks LANGUAGE, so no record has a wrong one."""
    text = text_of(f"short_name: {{{tag}: fair}}")
    assert any(f"`{tag}`" in told for told in found(text, "unknown-language-tag"))


def test_a_record_without_a_start() -> None:
    """Told by `validate`, and as a loss when a calendar is asked for: no date is made up."""
    text = text_of(start="")
    assert found(text, "event-without-start")
    record = eventrecord.loads(text)
    data = eventrecord.render(record, "icalendar", "en")
    assert "VEVENT" not in (data if isinstance(data, str) else data.decode())


@pytest.mark.parametrize("character", ["\\x00", "\\x0b", "\\x1b", "\\x7f"])
def test_control_characters(character: str) -> None:
    """A record with one is no record, however it is written."""
    text = text_of(f'short_name: {{en: "a{character}b"}}')
    assert found(text, "control-character")
    with pytest.raises(EventRecordError):
        eventrecord.loads(text)


def test_a_second_summary() -> None:
    """Two names in one language are a key that stands twice."""
    text = text_of().replace("    en: Book Fair\n", "    en: Book Fair\n    en: Fair of Books\n")
    assert found(text, "duplicate-key")
    with pytest.raises(EventRecordError):
        eventrecord.loads(text)


# The same in files of others


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (
            "SUMMARY:A\nDTSTART:20270501T090000Z\nDTEND:20270501T080000Z",
            "damaged, line 8: an event does not end after its start",
        ),
        (
            "SUMMARY:A\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nSUMMARY:B",
            "damaged, line 8: two events have the UID a",
        ),
        ("SUMMARY;LANGUAGE=zh_CN!:A", "lost, line 6: 'zh_CN!' is no language tag"),
        ("SUMMARY:A", "lost, line 3: an event has no start that can be read"),
        ("SUMMARY:A\x0bB\x00", "damaged, line 6: characters that no text may hold were taken out"),
        ("SUMMARY:A\nSUMMARY:B", "lost, line 7: an event has several SUMMARY in en: the first is kept"),
        (
            "SUMMARY;LANGUAGE=en:A\nSUMMARY;LANGUAGE=fr:B",
            "an event has several SUMMARY, which no calendar may",
        ),
    ],
    ids=[
        "end before start",
        "duplicate uid",
        "tag",
        "no start",
        "control",
        "second summary",
        "two languages",
    ],
)
def test_a_calendar_of_others_with_the_same_fault_says_so(lines: str, note: str) -> None:
    """With the line, in a draft that is sound."""
    assert any(note in told for told in notes("a.ics", calendar(lines)))


# Bytes


def test_a_fold_inside_a_character() -> None:
    """Whole again, and told: most readers show a mark of loss."""
    data = calendar("SUMMARY:书展开幕式")
    words = "书展".encode()
    cut = data.replace(words, words[:4] + b"\r\n " + words[4:])
    assert any("it is whole again" in told for told in notes("a.ics", cut))
    draft = eventrecord.read_draft({"a.ics": cut})
    assert draft.data["event"]["name"] == {"zh-Hans": "书展开幕式"}


@pytest.mark.parametrize("file", ["a.ics", "a.jsonld", "a.html"])
@pytest.mark.parametrize(
    ("words", "encoding", "offered"),
    [
        ("书展开幕式", "gbk", "gb18030"),
        ("書展開幕式", "big5", "big5hkscs"),
        ("书展开幕式", "utf-16", "utf-16"),
        ("书展开幕式", "utf-16-le", "utf-16"),
        ("书展开幕式", "utf-16-be", "utf-16"),
        ("ブックフェア開会式", "shift_jis", None),
        ("Fête du livre à Orléans", "latin-1", None),
    ],
)
def test_another_encoding(file: str, words: str, encoding: str, offered: str | None) -> None:
    """Refused; where an encoding gives words in use it is offered, and restores them."""
    event = {"@type": "Event", "name": words, "startDate": "2027-05-01"}
    text = {
        "a.ics": calendar(f"SUMMARY:{words}\nDTSTART:20270501").decode(),
        "a.jsonld": json.dumps(event, ensure_ascii=False),
        "a.html": f'<script type="application/ld+json">{json.dumps(event, ensure_ascii=False)}</script>',
    }[file]
    data = text.encode(encoding)
    told = refusal(file, data)
    assert "is not UTF-8" in told
    if offered is None:
        assert "--encoding" not in told
        assert "is in another encoding" in refusal(file, data, "gb18030") or "either" in refusal(
            file, data, "gb18030"
        )
    else:
        assert told.endswith(f"--encoding {offered}")
        draft = eventrecord.read_draft({file: data}, encoding=offered)
        assert list(draft.data["event"]["name"].values()) == [words]


def test_a_page_that_names_another_encoding_than_its_own() -> None:
    """UTF-8 that says it is GBK is read as UTF-8, and told."""
    event = '{"@type":"Event","name":"书展","startDate":"2027-05-01"}'
    page = f'<meta charset="gbk"><script type="application/ld+json">{event}</script>'.encode()
    assert "damaged: the page says that it is in gb18030, and is in UTF-8" in notes("a.html", page)
    assert eventrecord.read_draft({"a.html": page}).data["event"]["name"] == {"zh-Hans": "书展"}


def test_a_byte_order_mark() -> None:
    """Read, and told of a calendar, which may not have one."""
    marked = b"\xef\xbb\xbf" + calendar("SUMMARY:书展")
    assert "damaged, line 1: a byte order mark stood before the calendar" in notes("a.ics", marked)
    assert notes("a.jsonld", b'\xef\xbb\xbf{"@type":"Event","name":"A"}')


def test_a_file_that_is_cut_off() -> None:
    """Told where it ends; inside a character, refused."""
    data = calendar("SUMMARY:书展开幕式")
    end = data.index("幕".encode())
    assert any("the file may be cut off" in told for told in notes("a.ics", data[:end]))
    assert refusal("a.ics", data[: end + 1]) == "a.ics: line 6 ends inside a character: the file is cut off"
    assert "this is no JSON" in refusal("a.jsonld", b'{"@type":"Event","name":"A"')


# Bombs and pages as they are


def test_fifty_megabytes() -> None:
    """Not even looked into."""
    for file in ("a.ics", "a.jsonld", "a.html"):
        assert "is larger than 10 MB" in refusal(file, b" " * 50_000_000)


def test_deeply_nested_json() -> None:
    """Refused before Python's own limits are reached."""
    assert "nested" in refusal("a.jsonld", b'{"a":' * 100_000 + b"1" + b"}" * 100_000)


def test_a_billion_entities() -> None:
    """Declared entities mean nothing here: only those of characters are taken for them."""
    letters = "abcdefghij"
    bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(letters))
    event = '{"@type":"Event","name":"A &j; &amp; B","startDate":"2027-05-01"}'
    page = f'<!DOCTYPE html [{bomb}]><script type="application/ld+json">{event}</script>'.encode()
    assert eventrecord.read_draft({"a.html": page}).data["event"]["name"] == {"en": "A &j; & B"}


def test_a_page_of_many_scripts() -> None:
    """What is no linked data, is commented out or broken does not keep the rest from being read."""
    scripts = [
        '<script>var x = {"@type": "Event"};</script>',
        '<!-- <script type="application/ld+json">{"@type":"Event","name":"Old"}</script> -->',
        '<script type="application/ld+json">{"@type":"WebSite","name":"S",}</script>',
        '<script type="application/ld+json">//<![CDATA[\n{"@type":"Event","name":"New",}\n//]]></script>',
        '<script type="application/ld+json"><!-- {"@type":"Place","name":"P"} --></script>',
        '<script type="application/ld+json">{"@type":</script>',
    ]
    page = "".join(f"<script>{n}</script>" for n in range(5_000)) + "".join(scripts)
    told = notes("a.html", page.encode())
    assert eventrecord.read_draft({"a.html": page.encode()}).data["event"]["name"] == {"en": "New"}
    for words in ("a comma stands before a closing bracket", "CDATA section", "a script is left out"):
        assert any(words in line for line in told)


# The command


def test_the_command_refuses_in_words_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With 2, on one line, in both languages of the tool."""
    file, out = tmp_path / "a.ics", tmp_path / "draft.yaml"
    file.write_bytes(calendar("SUMMARY:书展开幕式", "gbk"))
    for language, words in (("en", "save the file as UTF-8"), ("zh", "UTF-8")):
        assert main(["import", str(file), "--out", str(out), "--lang", language]) == 2
        told = capsys.readouterr().err
        assert words in told
        assert len(told.splitlines()) == 1
    assert not out.exists()
