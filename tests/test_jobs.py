"""Many records at once: in several processes or one, the same is told, in the same order."""

from __future__ import annotations

import io
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from eventrecord.cli import main
from eventrecord.cli.inputs import Texts
from eventrecord.cli.progress import counted
from eventrecord.cli.workers import processes_for, results
from eventrecord.errors import EventRecordError, SettingsError
from eventrecord.message import say

CORPUS = runpy.run_path(str(Path(__file__).parent / "bench" / "corpus.py"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Records, some of them faulty, one unreadable as a record, two with one id."""
    files = CORPUS["write"](tmp_path / "records", 45)
    for number, file in enumerate(files):
        text = file.read_text("utf-8")
        if number % 7 == 0:
            file.write_text(text.replace("-20\n  duration", "-32\n  duration", 1), "utf-8")
        if number % 11 == 0:
            file.write_text(text.replace("money: ", "money: x", 1), "utf-8")
    (tmp_path / "records" / "twin.yaml").write_text(files[1].read_text("utf-8"), "utf-8")
    return tmp_path / "records"


def _said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("output", ["text", "concise", "json"])
def test_jobs_do_not_change_what_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    """Code, findings, their order and excerpts, the summary: as with one process."""
    alone = _said(capsys, "validate", folder, "--jobs", "1", "--output-format", output)
    assert alone[0] == 1
    assert alone == _said(capsys, "validate", folder, "--jobs", "3", "--output-format", output)
    assert alone == _said(capsys, "validate", folder, "--output-format", output)


def test_the_order_is_that_of_names_whatever_is_typed_twice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is gone through in the order of names; files that are named first come first, once."""
    one = folder / "forum-0021.yaml"
    _, out, err = _said(capsys, "validate", one, folder, one, "--output-format", "concise")
    files = [line.split(":")[0] for line in out.splitlines()]
    assert "duplicate-id" in out
    assert list(dict.fromkeys(files)) == [str(one), *sorted({*files} - {str(one)})]
    assert [file for file, _ in groupby(files)] == list(dict.fromkeys(files))
    assert err.startswith("46 records")


def test_unusable_settings_are_told_from_another_process(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault in the settings of a folder below ends the run with the same line, wherever it is found."""
    below = folder / "zz"
    below.mkdir()
    (below / "a.yaml").write_text((folder / "forum-0003.yaml").read_text("utf-8"), "utf-8")
    (below / "eventrecord.toml").write_text('ignore = ["datse"]\n', "utf-8")
    code, out, err = _said(capsys, "validate", folder, "--jobs", "2")
    assert (code, out) == (2, "")
    assert "ignore: there is no rule named 'datse'; did you mean 'dates'?" in err


@pytest.mark.parametrize("word", ["x", "-1", "1.5"])
def test_jobs_are_a_number(capsys: pytest.CaptureFixture[str], word: str) -> None:
    """Anything else is bad usage."""
    with pytest.raises(SystemExit):
        main(["validate", "seeds", "--jobs", word])
    assert "--jobs" in capsys.readouterr().err


def test_as_many_processes_as_pay() -> None:
    """A few records are checked in this one; who asks for more gets them, but never idle ones."""
    assert processes_for(1) == processes_for(150) == 1
    assert processes_for(1_000_000) >= 1
    assert processes_for(3, 8) == 3
    assert processes_for(1_000_000, 8) == 8


def _die(path: str) -> str:
    if path == "23":
        os._exit(9)
    return path


def test_a_process_that_dies_is_told_with_where_it_was() -> None:
    """No hanging, no traceback; the results before it are there."""
    found: list[str] = []
    with pytest.raises(
        EventRecordError, match=r"a process died while checking 21 or one after it; try --jobs 1"
    ):
        found.extend(results(_die, [str(number) for number in range(60)], 2))


def _fail(path: str) -> str:
    if path == "7":
        raise SettingsError(say("{path}: is no TOML", path=path))
    return path


def test_an_error_comes_back_as_it_was() -> None:
    """With its pattern, for translation."""
    with pytest.raises(SettingsError) as error:
        list(results(_fail, [str(number) for number in range(60)], 2))
    assert error.value.args[0].pattern == "{path}: is no TOML"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent to groups of processes")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_no_process_is_left_behind(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    """Ctrl-C ends all of them, quietly; and when the first one is killed the others end, too."""
    CORPUS["write"](tmp_path / "records", 400)
    command = [sys.executable, "-m", "eventrecord", "validate", str(tmp_path / "records"), "--jobs", "2"]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    _wait_for(lambda: len(_children(run.pid)) >= 2)
    children = _children(run.pid)
    if sent is signal.SIGINT:
        os.killpg(run.pid, sent)
    else:
        run.send_signal(sent)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err) == (code, "", "")
    _wait_for(lambda: not any(_lives(child) for child in children))


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").split()[2] != "Z"
    except OSError:
        return False


def _wait_for(condition: object) -> None:
    until = time.monotonic() + 60
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.02)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_run_counts_on_a_terminal_and_cleans_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a second, one line that is written over and in the end is gone; elsewhere nothing."""
    seconds = iter(float(number) for number in range(100))
    monkeypatch.setattr("eventrecord.cli.progress.monotonic", lambda: next(seconds))
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    assert list(counted("abcd", 4)) == list("abcd")
    shown = terminal.getvalue().split("\r\x1b[K")
    assert shown[0] == shown[-1] == ""
    assert shown[1:-1] == [
        "[..............................] 0 of 4",
        "[#######.......................] 1 of 4",
        "[###############...............] 2 of 4",
        "[######################........] 3 of 4",
    ]
    monkeypatch.setattr(sys, "stderr", plain := io.StringIO())
    assert list(counted("abcd", 4)) == list("abcd")
    assert plain.getvalue() == ""


def test_the_line_goes_when_the_run_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told next stands on a line of its own."""
    seconds = iter(float(number) for number in range(100))
    monkeypatch.setattr("eventrecord.cli.progress.monotonic", lambda: next(seconds))
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())

    def broken() -> Iterator[int]:
        yield 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(counted(broken(), 2))
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_texts_are_read_when_asked_for(tmp_path: Path) -> None:
    """Of files, that are not kept, and of standard input, which is; one that is gone has none."""
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeff一\r\n".encode())
    texts = Texts()
    for name, text in ((str(file), None), ("<stdin>", "two"), ("gone.yaml", None)):
        texts.add(name, text)
    assert (texts[str(file)], texts["<stdin>"]) == ("一\r\n", "two")
    assert "gone.yaml" not in texts
    assert "other.yaml" not in texts
    assert len(texts) == 3
