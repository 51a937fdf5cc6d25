"""The command `import`: what it prints, what it writes, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

import eventrecord
from eventrecord.cli import main

SAMPLES = Path(__file__).parent / "samples"


def test_prints_the_draft_and_tells_its_notes_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The draft is the result; the notes are on standard error as well as on top of it."""
    assert main(["import", str(SAMPLES / "apple.ics")]) == 0
    printed = capsys.readouterr()
    assert printed.out == (SAMPLES / "apple.ics.draft.yaml").read_text("utf-8")
    assert printed.err.splitlines()[0] == "guessed: Traditional Chinese is to be published as zh-Hant-TW"
    assert all(f"# {line}\n" in printed.out for line in printed.err.splitlines())


def test_speaks_chinese_in_the_notes_of_the_draft_too(capsys: pytest.CaptureFixture[str]) -> None:
    """The person who looks the draft through reads the language of the run."""
    assert main(["import", "--lang", "zh", str(SAMPLES / "apple.ics")]) == 0
    printed = capsys.readouterr()
    assert "# 丢失，第5行：未保留仅供程序使用的内容：X-APPLE-CREATOR-IDENTITY, " in printed.out
    assert eventrecord.loads(printed.out).id == "apple"


def test_writes_a_draft_once_and_never_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What somebody has begun to look through stays as it is."""
    out = tmp_path / "draft.yaml"
    assert main(["import", str(SAMPLES / "google.ics"), "--out", str(out)]) == 0
    written = out.read_bytes()
    assert capsys.readouterr().out == f"wrote {out}\n"
    assert main(["import", str(SAMPLES / "apple.ics"), "--out", str(out)]) == 2
    assert "is there already: nothing was written" in capsys.readouterr().err
    assert out.read_bytes() == written


def test_reads_another_encoding_when_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Refused without, with 2; read with the encoding that the refusal offers."""
    file = str(SAMPLES / "gbk.ics")
    assert main(["import", file]) == 2
    assert "--encoding gb18030" in capsys.readouterr().err
    assert main(["import", file, "--encoding", "gb18030"]) == 0
    assert "书展开幕式" in capsys.readouterr().out


@pytest.mark.parametrize("label", ["GBK", "gb2312", "GB18030"])
def test_encodings_have_the_names_that_the_web_has_for_them(
    label: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """GBK is read as the larger GB18030, as browsers do."""
    assert main(["import", str(SAMPLES / "gbk.ics"), "--encoding", label]) == 0
    assert "书展开幕式" in capsys.readouterr().out


def test_takes_the_language_that_it_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that tell no language are of it, and no guess is told."""
    assert main(["import", str(SAMPLES / "perl-data-ical.ics"), "--locale", "de"]) == 0
    printed = capsys.readouterr()
    assert "    de: Jahresversammlung, öffentlich\n" in printed.out
    assert "import again with --locale" not in printed.err


@pytest.mark.parametrize("locale", ["zh", "english", "EN"])
def test_refuses_a_locale_that_is_no_tag(locale: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A record could not hold it."""
    assert main(["import", str(SAMPLES / "apple.ics"), "--locale", locale]) == 2
    assert "is no language tag" in capsys.readouterr().err


def test_says_which_files_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of another kind, one that is not there, and two pages at once."""
    other = tmp_path / "a.docx"
    other.write_bytes(b"PK")
    assert main(["import", str(other)]) == 2
    assert ": import reads .ics, .jsonld, .json, .html, .htm files" in capsys.readouterr().err
    assert main(["import", str(tmp_path / "none.ics")]) == 2
    pages = [str(SAMPLES / "gbk.html"), str(SAMPLES / "indico.html")]
    assert main(["import", *pages]) == 2
    assert "only calendars can be read together" in capsys.readouterr().err
