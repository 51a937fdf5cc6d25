"""From bytes to text: encodings, size, and characters that have no place in a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.reading import read, read_file
from eventrecord.reading.source import LIMIT


def told(data: bytes | str, file: str = "r.yaml") -> tuple[str, str, int, int]:
    """Rule, message, line and column of the only finding."""
    (finding,) = read(data, file).findings
    assert finding.span is not None
    return finding.rule, finding.message, finding.span.line, finding.span.column


def test_a_byte_order_mark_is_no_part_of_the_text(forum: str) -> None:
    """UTF-8 with a byte order mark is read as without, from bytes and from text."""
    marked = read(b"\xef\xbb\xbf" + forum.encode())
    assert marked == read("\ufeff" + forum) == read(forum)
    assert marked.text == forum


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("gbk", "GBK"), ("gb18030", "GBK"), ("big5", "Big5"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16")],
)
def test_other_encodings_are_named(forum: str, encoding: str, words: str) -> None:
    """A file in an older Chinese encoding or in UTF-16 is told which one it seems to be in."""
    text = (
        forum.replace("陈", "陳").replace("海港论坛", "海港的論壇，年會").replace("联通世界", "與世界在一起")
    )
    if encoding.startswith("gb"):
        text = forum.replace("海港论坛", "海港的论坛，年会")
    rule, message, _, _ = told(text.encode(encoding))
    assert rule == "not-utf-8"
    assert words in message
    assert (
        read(text.encode(encoding)).findings[0].hint
        == "open it in your editor and choose: save as, encoding UTF-8"
    )


def test_the_first_wrong_byte_is_located() -> None:
    """The finding stands where the file stops being UTF-8, columns in characters."""
    assert told("a: 1\nb: 张江".encode() + b"\xff")[2:] == (2, 6)
    assert told("a: 1\r\n名: 张江".encode()[:-1])[2:] == (2, 5)


def test_the_text_of_a_gbk_file_can_be_shown() -> None:
    """The text is decoded as what it seems to be, so that an excerpt can be read."""
    assert read("名称: 张江的论坛".encode("gbk")).text == "名称: 张江的论坛"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04\x14\x00", "Word or Excel"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 9, "no text"),
        (b"a: b\0", "no text"),
    ],
)
def test_what_is_no_text_is_told_what_it_is(data: bytes, words: str) -> None:
    """Documents, pictures and other binary files are refused as such."""
    rule, message, line, column = told(data)
    assert (rule, line, column) == ("not-text", 1, 1)
    assert words in message


@pytest.mark.parametrize(
    "character",
    [
        *"\x00\x01\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufdd0\uffff",
        "\U0010fffe",
    ],
)
def test_invisible_characters_are_refused(forum: str, character: str) -> None:
    """Control characters, line separators, turns of direction and noncharacters are found in their place."""
    rule, message, line, column = told(forum.replace("联通世界", f"联通{character}世界"))
    assert (rule, line, column) == ("control-character", 22, 16)
    assert f"U+{ord(character):04X}" in message


def test_lone_surrogates_are_refused(forum: str) -> None:
    """Half a character cannot be published."""
    assert told(forum.replace("Linking", "\ud83d"))[:1] == ("control-character",)


@pytest.mark.parametrize(
    "character", [*"\u200e\u3000\ue000\U0001f600", "👩\u200d💻", "می\u200cخواهم", "AI\xa0X"]
)
def test_visible_and_harmless_characters_are_kept(forum: str, character: str) -> None:
    """Marks of direction, wide spaces, emoji, joiners that belong, and private characters may stand."""
    document = read(forum.replace("联通世界", f"联通{character}世界"))
    assert document.record is not None
    assert document.findings == ()


@pytest.mark.parametrize("character", [*"\xa0\xad\u200b\u200c\u200d\u2060"])
def test_hidden_characters_are_told_and_kept(forum: str, character: str) -> None:
    """What nobody sees but everybody gets is told, and does not keep a record from being read."""
    for text in (f"联通{character}世界", f'"联通\\u{ord(character):04x}世界"'):
        document = read(forum.replace("联通世界", text))
        assert document.record is not None
        assert [finding.rule for finding in document.findings] == ["invisible-character"]
        assert f"U+{ord(character):04X}" in document.findings[0].message


def test_a_text_that_is_no_record_is_refused_whatever_its_characters(forum: str) -> None:
    """A hidden character does not hide that the file is no record."""
    assert [finding.rule for finding in read("a\u200bb").findings] == ["not-a-mapping", "invisible-character"]


@pytest.mark.parametrize("text", ["联\ufffd世界", '"联\\ufffd世界"'])
def test_a_lost_character_is_refused(forum: str, text: str) -> None:
    """The mark of a lost character is never published."""
    assert told(forum.replace("联通世界", text))[0] == "lost-character"


def test_other_problems_are_told_beside_invisible_characters(forum: str) -> None:
    """A file with invisible characters is read on for further problems."""
    text = forum.replace("联通世界", "联通\u2028世界").replace("kind: forum", "kind: \x07forum")
    rules = [finding.rule for finding in read(text.replace("end:", "ende:")).findings]
    assert rules == ["control-character", "control-character", "unknown-key"]


def test_many_invisible_characters_are_counted() -> None:
    """Of many invisible characters the first are shown and the rest is counted."""
    findings = read("a: " + "\x07" * 500).findings
    assert len([finding for finding in findings if finding.rule == "control-character"]) == 20
    assert any("480 more" in finding.message for finding in findings)


def test_size_is_limited(tmp_path: Path) -> None:
    """A file that is too large is refused with both sizes, before it is read."""
    assert told(b"#" * (LIMIT + 1))[0] == told("#" * (LIMIT + 1))[0] == "too-large"
    path = tmp_path / "r.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    (finding,) = read_file(path).findings
    assert finding.rule == "too-large"
    assert finding.message == "the file has 50.0 MB; a record may have at most 10 MB"
    assert finding.file == str(path)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["r.yaml", "r.json", "r"]))
def test_no_bytes_make_it_fail(data: bytes, file: str) -> None:
    """Whatever bytes a file has, it is read into a document, with findings that have a place."""
    document = read(data, file)
    assert document.record is None
    assert document.findings
    assert all(finding.span is not None and finding.file == file for finding in document.findings)
