"""`validate --fix`, `--diff` and `--unsafe-fixes` on the command line, and how files are written."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, bytes, str]]
BASE = (Path(__file__).parents[1] / "rules" / "base.yaml").read_text("utf-8")
FAULTY = BASE.replace("zh-Hans: 兰滩海洋局", "zh_Hans: 兰滩海洋局").replace(
    "person: shen-lan", "person: shen-lam"
)
FIXED = FAULTY.replace("zh_Hans", "zh-Hans")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A record with a fault that is safely mended, and one that is not."""
    file = tmp_path / "lantan-forum-2031.yaml"
    file.write_text(FAULTY, encoding="utf-8")
    return file


def test_what_is_fixed_is_told_and_so_is_the_rest(run: Run, file: Path) -> None:
    """The findings left are reported as ever; the last line counts; the code tells of what is left."""
    code, out, told = run("validate", file, "--fix")
    assert file.read_text("utf-8") == FIXED
    assert code == 1
    assert b"error dangling-reference" in out
    assert b"unknown-language-tag" not in out
    assert told.splitlines()[-1] == "1 fixed, 1 left; 1 more with --unsafe-fixes"


def test_unsafe_fixes_are_made_on_request(run: Run, file: Path) -> None:
    """Then nothing is left, and the code is 0."""
    code, out, told = run("validate", file, "--fix", "--unsafe-fixes")
    assert file.read_text("utf-8") == BASE
    assert (code, out) == (0, b"")
    assert told.splitlines()[-1] == "2 fixed, 0 left"


def test_unsafe_fixes_alone_are_bad_usage(run: Run, file: Path) -> None:
    """They say how far to go, not what to do."""
    code, _, told = run("validate", file, "--unsafe-fixes")
    assert code == 2
    assert "--unsafe-fixes goes with --fix or --diff" in told
    with pytest.raises(SystemExit, match="2"):
        run("validate", file, "--fix", "--diff")


def test_a_sound_file_is_not_touched(run: Run, file: Path) -> None:
    """Nothing to fix: the code is 0, and no byte and no time of the file has changed."""
    file.write_text(BASE, encoding="utf-8")
    os.utime(file, ns=(10**18, 10**18))
    assert run("validate", file, "--fix")[0] == 0
    assert run("validate", file, "--diff")[:2] == (0, b"")
    assert file.stat().st_mtime_ns == 10**18


def test_a_diff_is_one_that_patch_takes(run: Run, file: Path) -> None:
    """One line goes, one comes, between lines that stay; the code is 1, for there is something to fix."""
    code, out, told = run("validate", file, "--diff")
    lines = out.decode("utf-8").splitlines()
    assert code == 1
    assert lines[0] == f"--- a/{file.as_posix()}"
    assert [line for line in lines if line[0] in "+-"][2:] == [
        "-      zh_Hans: 兰滩海洋局",
        "+      zh-Hans: 兰滩海洋局",
    ]
    assert told == "1 could be fixed, 1 left; 1 more with --unsafe-fixes\n"
    assert file.read_text("utf-8") == FAULTY


def test_a_diff_tells_that_the_last_line_has_no_end(run: Run, file: Path) -> None:
    """As patch wants it."""
    file.write_text(BASE + "note: a: b", encoding="utf-8")
    _, out, _ = run("validate", file, "--diff")
    assert out.endswith(
        b'-note: a: b\n\\ No newline at end of file\n+note: "a: b"\n\\ No newline at end of file\n'
    )


def test_only_what_is_selected_is_fixed(run: Run, file: Path) -> None:
    """A rule that is left out is left alone."""
    _, _, told = run("validate", file, "--fix", "--unsafe-fixes", "--ignore", "references")
    assert file.read_text("utf-8") == FIXED
    assert told.splitlines()[-1] == "1 fixed, 0 left"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_byte_order_mark_and_line_ends_stay(run: Run, file: Path, ending: str, mark: bytes) -> None:
    """Whatever the editor of the file made of them."""
    file.write_bytes(mark + FAULTY.replace("\n", ending).encode("utf-8"))
    run("validate", file, "--fix")
    assert file.read_bytes() == mark + FIXED.replace("\n", ending).encode("utf-8")


def test_permissions_stay(run: Run, file: Path) -> None:
    """A file that others may not read is not shown to them by being fixed."""
    file.chmod(0o640)
    run("validate", file, "--fix")
    assert file.read_text("utf-8") == FIXED
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_stays_a_link(run: Run, file: Path, tmp_path: Path) -> None:
    """What it leads to is fixed."""
    link = tmp_path / "linked" / file.name
    link.parent.mkdir()
    link.symlink_to(file)
    run("validate", link, "--fix")
    assert link.is_symlink()
    assert file.read_text("utf-8") == FIXED


def test_a_read_only_file_is_left_alone(run: Run, file: Path) -> None:
    """It is told, its findings with it, and the code is 2; other files are fixed all the same."""
    other = file.parent / "other" / file.name
    other.parent.mkdir()
    other.write_text(FAULTY, encoding="utf-8")
    file.chmod(0o444)
    code, out, told = run("validate", file, other, "--fix", "--ignore", "duplicate-id")
    assert code == 2
    assert f"{file}: cannot be written: the file is read-only" in told
    assert out.count(b"unknown-language-tag") == 1
    assert file.read_text("utf-8") == FAULTY
    assert other.read_text("utf-8") == FIXED
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name, "other"]


def test_a_later_change_is_not_overwritten(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever saves the file while it is being checked does not lose what they wrote."""
    from eventrecord.cli import fixing

    monkeypatch.setattr(fixing, "_written", lambda *_: pytest.fail("the file would have been written"))
    whole = fixing._write
    monkeypatch.setattr(
        fixing, "_write", lambda path, *texts: (path.write_text(BASE, "utf-8"), whole(path, *texts))
    )
    code, _, told = run("validate", file, "--fix")
    assert code == 2
    assert "cannot be written: the file has changed meanwhile" in told
    assert file.read_text("utf-8") == BASE


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_standard_input_comes_out_fixed(run: Run, monkeypatch: pytest.MonkeyPatch, mark: bytes) -> None:
    """The text goes to standard output, its findings to standard error."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mark + FAULTY.encode("utf-8"))))
    code, out, told = run("validate", "-", "--fix")
    assert (code, out) == (1, mark + FIXED.encode("utf-8"))
    assert "dangling-reference" in told
    assert told.splitlines()[-1] == "1 fixed, 1 left; 1 more with --unsafe-fixes"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", BASE.encode("gbk"), BASE.encode("utf-8"), b"%PDF\0"])
def test_standard_input_that_cannot_be_fixed_comes_out_as_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    """Nobody who writes the output over the file loses a byte."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert run("validate", "-", "--fix", "--unsafe-fixes")[1] == data


def test_findings_say_what_fixing_would_do(run: Run, file: Path) -> None:
    """For people with the options to type, for programs with the characters to write."""
    _, out, _ = run("validate", file)
    assert b"fix: replace it by zh-Hans (--fix)\n" in out
    file.write_text(FIXED, encoding="utf-8")
    assert b"fix: replace it by shen-lan (--fix --unsafe-fixes)\n" in run("validate", file)[1]
    _, out, _ = run("validate", file, "--output-format", "json")
    finding = json.loads(out)["findings"][0]
    assert finding["fix"] == {
        "message": "replace it by shen-lan",
        "safe": False,
        "edits": [{"line": 48, "column": 22, "end_line": 48, "end_column": 23, "text": "n"}],
    }
    line = FIXED.splitlines()[47]
    assert line[:21] + "n" + line[22:] == "    - person: shen-lan"


def test_what_is_told_on_a_terminal_obeys_no_record(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An escape in a changed line is shown, not sent."""
    file.write_text(FAULTY + 'note: "\\x1b[2J" # \x1b[2J zh\n', encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    _, out, _ = run("validate", file, "--diff", "--unsafe-fixes")
    assert b"<U+001B>" in out
    assert b"\x1b" not in out


def test_records_of_one_id_are_among_what_is_left(run: Run, tmp_path: Path) -> None:
    """What shows only among files is counted like everything else that fixing leaves."""
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("one.yaml", "two.yaml"):
        (alone / name).write_text(FIXED, encoding="utf-8")
    code, _, told = run("validate", alone, "--fix", "--select", "duplicate-id")
    assert code == 1
    assert told.splitlines()[-1] == "0 fixed, 2 left"
