"""Publishing: which editions there are, their names, and how they get into a folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from eventrecord.cli import main
from eventrecord.cli.writing import write_all
from eventrecord.errors import MissingWordingError, UnknownNameError
from eventrecord.formats import FORMATS
from eventrecord.model.record import Record
from eventrecord.publishing import editions, publish, render
from eventrecord.reading import load, loads
from eventrecord.settings import Settings

ROOT = Path(__file__).parent.parent
SUMMIT = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
EXAMPLE = (ROOT / "src" / "eventrecord" / "starter" / "en" / "record.yaml").read_text(encoding="utf-8")
SECOND_RELEASE = """\
  - id: correction
    kind: correction
    corrects: opening
    issuer: rivertown
    locales: [zh-Hans]
    contacts:
      - organization: rivertown
        email: press@example.org
    headline:
      zh-Hans: 更正
    body:
      - about: rivertown
"""
PRESS = {f"my-event.{tag}.txt" for tag in ("en", "zh-Hans")}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Publish in this process: code, standard output, standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        code = main(["publish", *(str(argument) for argument in arguments)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The file of a sound record."""
    return _write(tmp_path / "my-event.yaml", EXAMPLE)


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def _changed(text: str = EXAMPLE) -> str:
    """The record with another number in it, which every press release states."""
    return text.replace("count: 300", "count: 400")


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


# The library


def test_publish_gives_the_editions_in_all_formats_and_locales() -> None:
    """One file per format and locale; documents in all languages have no locale in their names."""
    record = loads(EXAMPLE)
    names = set(publish(record, formats=FORMATS))
    on_request = tuple(f".{row.suffix}" for row in FORMATS.values() if row.on_request)
    assert set(publish(record)) == {name for name in names if not name.endswith(on_request)} > PRESS
    for row in FORMATS.values():
        if row.per_locale:
            assert {f"my-event.{tag}.{row.suffix}" for tag in record.locales} <= names
        else:
            assert f"my-event.{row.suffix}" in names


def test_publish_gives_utf8_with_plain_line_ends() -> None:
    """Text is UTF-8 without a byte order mark, and a press release has no carriage returns."""
    text = publish(loads(EXAMPLE), formats=["press"])["my-event.zh-Hans.txt"]
    assert text.decode("utf-8").startswith("江城创新论坛")
    assert b"\r" not in text


def test_later_releases_have_their_id_in_the_name() -> None:
    """The first release has the bare names; data is not repeated; a release's own locales count."""
    record = loads(EXAMPLE + SECOND_RELEASE)
    names = set(publish(record))
    assert names - set(publish(loads(EXAMPLE))) == {
        f"my-event.correction.zh-Hans.{row.suffix}"
        for row in FORMATS.values()
        if row.per_release and not row.on_request
    }


def test_releases_that_are_alike_are_two_editions() -> None:
    """What tells releases apart is their place in the record, not what they say."""
    record = loads(EXAMPLE)
    twice = record.model_copy(update={"releases": [*record.releases, *record.releases]})
    names = [edition.name for edition in editions(twice, ["press"], ["en"])]
    assert names == ["my-event.en.txt", "my-event.opening.en.txt"]


def test_editions_are_those_that_are_rendered_alone(record_file: Path) -> None:
    """What formats share when all are published alters nothing."""
    found = load(record_file)
    published = publish(found, formats=FORMATS)
    for edition in editions(found, FORMATS):
        release = edition.release.id if edition.release else None
        alone = render(found, edition.format.name, edition.tag, release=release)
        assert published.get(edition.name, b"") == (alone.encode() if isinstance(alone, str) else alone)


def test_each_story_is_composed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many formats tell it: blocks are composed as often for all formats as for one."""
    composed: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "eventrecord.story.composing.compose_block",
        lambda block, localizer, mentioned: composed.append((localizer.tag, repr(block))),
    )
    found = load(SUMMIT)
    publish(found, formats=["press"])
    once = sorted(composed)
    composed.clear()
    publish(found, formats=FORMATS)
    assert sorted(composed) == once


def test_formats_and_locales_can_be_chosen() -> None:
    """Only those named; documents in all languages are no edition of one of them."""
    record = loads(EXAMPLE)
    assert set(publish(record, formats=["press"])) == PRESS
    assert {name.split(".")[1] for name in publish(record, locales=["zh-Hans"])} == {"zh-Hans"}


@pytest.mark.parametrize(
    ("formats", "locales", "known"), [(["docx"], [], "press, markdown"), ([], ["fr"], "en, zh-Hans")]
)
def test_unknown_formats_and_locales_are_named(formats: list[str], locales: list[str], known: str) -> None:
    """The error lists the known ones."""
    with pytest.raises(UnknownNameError, match=f"known: {known}"):
        publish(loads(EXAMPLE), formats=formats, locales=locales)


def test_a_record_without_releases_has_data_only() -> None:
    """Nothing to print, and nothing wrong with that."""
    record = loads(EXAMPLE).model_copy(update={"releases": []})
    assert set(publish(record)) == {
        edition.name for edition in editions(loads(EXAMPLE)) if not edition.format.per_release
    }


def test_render_gives_one_edition() -> None:
    """The same bytes as publish; of a later release when it is named."""
    record = loads(EXAMPLE + SECOND_RELEASE)
    published = publish(record)
    first, second = (
        render(record, "press", "zh-Hans"),
        render(record, "press", "zh-Hans", release="correction"),
    )
    assert isinstance(first, str)
    assert isinstance(second, str)
    assert first.encode() == published["my-event.zh-Hans.txt"]
    assert second.encode() == published["my-event.correction.zh-Hans.txt"]


@pytest.mark.parametrize(
    ("format", "locale", "release"), [("docx", "en", None), ("press", "xx", None), ("press", "en", "closing")]
)
def test_render_knows_what_there_is(format: str, locale: str, release: str | None) -> None:
    """An unknown format, locale or release is one error that lists the known ones."""
    with pytest.raises(UnknownNameError, match="known: "):
        render(loads(EXAMPLE), format, locale, release=release)


def _without_chinese_aim() -> Record:
    return loads(EXAMPLE.replace("      zh-Hans: 促进科研机构与企业交流\n", ""))


def test_a_missing_wording_is_refused_but_marked_in_a_draft() -> None:
    """No English slips into the Chinese edition."""
    record = _without_chinese_aim()
    with pytest.raises(MissingWordingError):
        publish(record, formats=["press"])
    draft = publish(record, formats=["press"], draft=True)["my-event.draft.zh-Hans.txt"].decode()
    assert "〔待补〕" in draft
    assert "bring researchers" not in draft


def test_settings_reach_the_editions() -> None:
    """The base address and the domain of UIDs are the office's."""
    settings = Settings(base="https://events.example.org/", uid_domain="events.example.org")
    published = publish(loads(EXAMPLE), settings=settings)
    data = b"".join(content for name, content in published.items() if name not in PRESS)
    assert b"events.example.org" in data
    assert b"eventrecord.invalid" not in data


# The command


def test_what_is_written_is_named(run: Run, record: Path, tmp_path: Path) -> None:
    """Each edition's path on standard output, a count on standard error; the files hold the editions."""
    out = tmp_path / "deep" / "out"
    code, printed, told = run(record, "--out", out)
    published = publish(load(record))
    assert code == 0
    assert printed.splitlines() == [str(out / name) for name in published]
    assert f"{len(published)} editions written, 0 unchanged" in told
    assert _files(out) == published


def test_what_is_up_to_date_is_left_alone(run: Run, record: Path, tmp_path: Path) -> None:
    """Publishing again writes only what has changed, so that times of files mean something."""
    out = tmp_path / "out"
    run(record, "--out", out)
    os.utime(out / "my-event.en.txt", (1, 1))
    code, printed, told = run(record, "--out", out)
    assert (code, printed) == (0, "")
    assert "0 editions written" in told
    assert (out / "my-event.en.txt").stat().st_mtime == 1


def test_choices_of_the_command(run: Run, record: Path, tmp_path: Path) -> None:
    """`--format` and `--locale` may be repeated, or name several with commas between."""
    out = tmp_path / "out"
    run(record, "--out", out, "--format", "press", "--format", "markdown", "--locale", "en")
    assert set(_files(out)) == {"my-event.en.txt", "my-event.en.md"}
    run(record, "--out", out, "--format", "press,markdown", "--locale", "en, zh-Hans")
    assert len(_files(out)) == 4


def test_a_record_with_errors_is_not_published(run: Run, record: Path, tmp_path: Path) -> None:
    """The error is shown, and not one edition of any record is written."""
    other = _write(tmp_path / "other" / "other.yaml", EXAMPLE.replace("id: my-event", "id: other"))
    _write(record, EXAMPLE.replace("person: li-na", "person: li-ma"))
    code, printed, told = run(record, other, "--out", tmp_path / "out")
    assert (code, printed) == (1, "")
    assert "error dangling-reference" in told
    assert "nothing was written" in told
    assert not (tmp_path / "out").exists()


def test_a_draft_may_lack_wordings_issuer_and_contact(run: Run, record: Path, tmp_path: Path) -> None:
    """They are errors, but not in a draft, which marks what is missing."""
    text = EXAMPLE.replace("      zh-Hans: 促进科研机构与企业交流\n", "")
    text = text.replace("    issuer: rivertown\n", "")
    start = text.index("    contacts:\n")
    _write(record, text[:start] + text[text.index("    headline:\n") :])
    out = tmp_path / "out"
    code, _, told = run(record, "--out", out)
    assert code == 1
    assert all(f"error {rule}" in told for rule in ("missing-wording", "missing-issuer", "missing-contact"))
    code, _, told = run(record, "--out", out, "--draft")
    assert code == 0
    assert all(f"error {rule}" in told for rule in ("missing-wording", "missing-issuer", "missing-contact"))
    assert "a draft: 1 wording is marked, 3 errors to mend" in told
    assert "〔待补〕" in (out / "my-event.draft.zh-Hans.txt").read_text(encoding="utf-8")


def test_a_draft_may_lack_whole_blocks(run: Run, record: Path, tmp_path: Path) -> None:
    """A block that is not written in a language is marked there; one that states other facts is only told."""
    line = '          zh-Hans: "{figures.guests}与会，现场签约{figures.contracts}。"\n'
    assert line in EXAMPLE
    _write(record, EXAMPLE.replace(line, ""))
    code, _, told = run(record, "--out", tmp_path / "out", "--draft", "--format", "press")
    assert code == 0
    assert "error parity: block 'numbers' is not written in zh-Hans" in told
    assert "1 wording is marked" in told
    release = (tmp_path / "out" / "my-event.draft.zh-Hans.txt").read_text(encoding="utf-8")
    assert "\n〔待补〕\n" in release
    _write(record, EXAMPLE.replace("，现场签约{figures.contracts}", ""))
    code, _, told = run(record, "--out", tmp_path / "out", "--draft", "--format", "press")
    assert code == 0
    assert "error parity: block 'numbers': the zh-Hans wording does not state" in told
    assert "0 wordings are marked, 1 error to mend" in told


def test_a_draft_passes_for_nothing_else(run: Run, record: Path, tmp_path: Path) -> None:
    """Drafts say so in their names and first lines, and leave the editions in the folder alone."""
    out = tmp_path / "out"
    run(record, "--out", out)
    final = _files(out)
    assert run(record, "--out", out, "--draft")[0] == 0
    drafts = {name: data for name, data in _files(out).items() if name not in final}
    assert set(drafts) == {name.replace("my-event.", "my-event.draft.") for name in final}
    assert drafts["my-event.draft.en.txt"].startswith(b"DRAFT, NOT FOR RELEASE\n")
    assert drafts["my-event.draft.zh-Hans.md"].decode().startswith("草稿，不得发布\n")
    assert {name: data for name, data in _files(out).items() if name in final} == final


@pytest.mark.parametrize(
    ("tag", "change", "said"),
    [
        ("en", "    embargo: 2027-03-18\n", ["DRAFT, NOT FOR RELEASE", "EMBARGOED UNTIL March 18, 2027"]),
        ("zh-Hans", "    kind: advisory\n", ["草稿，不得发布", "采访通知"]),
        ("en", "", ["DRAFT, NOT FOR RELEASE"]),
    ],
)
def test_a_draft_keeps_what_is_said_above_a_release(tag: str, change: str, said: list[str]) -> None:
    """Its kind and its embargo stand below the banner; that it may be released does not."""
    record = loads(EXAMPLE.replace("  - id: opening\n", f"  - id: opening\n{change}"))
    text = render(record, "press", tag, draft=True)
    assert isinstance(text, str)
    banner = text.partition("\n\n")[0]
    assert banner.startswith(said[0])
    assert banner.endswith(said[-1])
    assert "IMMEDIATE" not in banner


def test_a_draft_may_not_be_wrong(run: Run, record: Path, tmp_path: Path) -> None:
    """Other errors refuse a draft as well."""
    _write(record, EXAMPLE.replace("end: 2027-03-18T17:00", "end: 2027-03-17T17:00"))
    code, _, told = run(record, "--out", tmp_path / "out", "--draft")
    assert code == 1
    assert "error end-before-start" in told


def test_check_writes_nothing(run: Run, record: Path, tmp_path: Path) -> None:
    """It names what is missing or differs with code 1, and is content with a folder that is up to date."""
    out = tmp_path / "out"
    assert run(record, "--out", out, "--check")[0] == 1
    assert not out.exists()
    run(record, "--out", out)
    assert run(record, "--out", out, "--check")[:2] == (0, "")
    (out / "my-event.en.txt").unlink()
    (out / "my-event.zh-Hans.txt").write_bytes(b"edited by hand")
    before = _files(out)
    code, printed, _ = run(record, "--out", out, "--check")
    assert code == 1
    assert printed.splitlines() == [
        f"{out / 'my-event.en.txt'}: is missing",
        f"{out / 'my-event.zh-Hans.txt'}: differs",
    ]
    assert _files(out) == before


def test_editions_of_earlier_are_told_and_kept(run: Run, record: Path, tmp_path: Path) -> None:
    """Those of a language, release or record's state that is gone; `--check` is not content with them."""
    out = tmp_path / "out"
    _write(record, EXAMPLE + SECOND_RELEASE)
    run(record, "--out", out)
    run(record, "--out", out, "--draft")
    for name in ("my-event.notes.md", "my-event.yaml", "my-event-2.zh-Hans.txt", "other.zh-Hans.txt"):
        _write(out / name, "not ours")
    assert "no longer" not in run(record, "--out", out, "--format", "press", "--locale", "en")[2]
    before = _files(out)
    _write(record, EXAMPLE.replace("[en, zh-Hans]", "[en]"))
    code, _, told = run(record, "--out", out, "--format", "markdown")
    stale = sorted(
        name
        for name in before
        if name.startswith("my-event.") and ".zh-Hans." in name and "draft" not in name
    )
    assert code == 0
    assert f"{len(stale)} editions in {out} are no longer published: {', '.join(stale)}\n" in told
    assert set(_files(out)) == set(before)
    run(record, "--out", out)
    code, printed, told = run(record, "--out", out, "--check")
    assert code == 1
    assert printed.splitlines() == [f"{out / name}: is no longer published" for name in stale]
    assert f"0 to be published again, {len(stale)} no longer published" in told


def test_why_nothing_is_written_is_told(run: Run, record: Path, tmp_path: Path) -> None:
    """Who asks for a calendar of an event without a day is not sent to look for the reason."""
    _write(
        record, EXAMPLE.replace("  start: 2027-03-18T09:30\n", "").replace("  end: 2027-03-18T17:00\n", "")
    )
    code, written, told = run(record, "--out", tmp_path / "out", "--format", "icalendar")
    assert (code, written) == (0, "")
    assert "export-loss: icalendar: 'forum' is not in the calendar: its start is not known" in told
    assert "0 editions written" in told


def test_editions_on_request_are_kept_while_they_can_be_made(run: Run, record: Path, tmp_path: Path) -> None:
    """They are not asked for every time; of a language that is gone they are told like all others."""
    out = tmp_path / "out"
    for _ in range(2):
        assert "no longer" not in run(record, "--out", out, "--format", "icalendar-rich")[2]
    assert "no longer" not in run(record, "--out", out)[2]
    assert run(record, "--out", out, "--check")[0] == 0
    _write(record, EXAMPLE.replace("[en, zh-Hans]", "[en]"))
    assert "my-event.zh-Hans.rich.ics" in run(record, "--out", out)[2]


@pytest.mark.parametrize("old", ["", "no calendar", "[]", '{"entries": [1]}', "[" * 100_000, "BEGIN:VEVENT"])
@pytest.mark.parametrize("suffix", ["en.ics", "jscalendar.json"])
def test_a_file_that_is_no_calendar_is_replaced(
    run: Run, record: Path, tmp_path: Path, suffix: str, old: str
) -> None:
    """What cannot be read was no calendar that anybody has subscribed to."""
    _write(tmp_path / f"my-event.{suffix}", old)
    code, _, told = run(record, "--out", tmp_path)
    assert code == 0
    assert "forum:" not in told


def test_a_calendar_that_has_nothing_left_is_told(run: Run, record: Path, tmp_path: Path) -> None:
    """An edition that was made before and now is empty is not passed off as up to date."""
    out = tmp_path / "out"
    run(record, "--out", out)
    lines = EXAMPLE.splitlines(keepends=True)
    _write(record, "".join(line for line in lines if not line.startswith(("  start:", "  end:"))))
    told = run(record, "--out", out)[2]
    assert "3 editions in" in told
    assert "my-event.en.ics, my-event.jscalendar.json, my-event.zh-Hans.ics" in told


def test_a_file_is_no_folder_to_publish_to(run: Run, record: Path, tmp_path: Path) -> None:
    """Code 2 and what `--out` wants, before anything is rendered; so with `--check`."""
    file = _write(tmp_path / "out", "mine")
    for options in ([], ["--check"]):
        code, printed, told = run(record, "--out", file, *options)
        assert (code, printed, told) == (2, "", f"eventrecord: {file}: is a file; --out wants a folder\n")


def test_a_folder_that_may_not_be_written_to(
    run: Run, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is named, not the file that was to be written on the way, and what to do."""

    def refused(folder: Path, files: object) -> None:
        raise PermissionError(13, "Permission denied", f"{folder}/.my-event.en.txt.part")

    monkeypatch.setattr("eventrecord.cli.writing.write_all", refused)
    code, _, told = run(record, "--out", tmp_path / "out")
    assert code == 2
    assert f"{tmp_path / 'out'}: cannot be written to (Permission denied); name a folder with --out" in told
    assert ".part" not in told


def test_two_records_may_not_have_one_id(run: Run, record: Path, tmp_path: Path) -> None:
    """Their editions would overwrite each other: code 2, both files named, nothing written."""
    twin = _write(tmp_path / "twin.yaml", EXAMPLE)
    code, _, told = run(record, twin, "--out", tmp_path / "out")
    assert code == 2
    assert str(record) in told
    assert str(twin) in told
    assert not (tmp_path / "out").exists()


def test_a_locale_that_only_some_records_have(run: Run, record: Path, tmp_path: Path) -> None:
    """The others are left out; a locale that none has is bad usage."""
    other = EXAMPLE.replace("id: my-event", "id: other").replace("[en, zh-Hans]", "[en]")
    _write(tmp_path / "other.yaml", other)
    out = tmp_path / "out"
    assert run(tmp_path, "--out", out, "--locale", "zh-Hans", "--format", "press")[0] == 0
    assert set(_files(out)) == {"my-event.zh-Hans.txt"}
    assert run(tmp_path, "--out", out, "--locale", "fr")[0] == 2


def test_what_a_format_cannot_carry_is_told(
    run: Run,
    record: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Counted when publishing; told once for all records, with the first place, by `formats`."""
    row = replace(FORMATS["press"], losses=lambda record: [(("figures", "guests"), "no figures here")])
    monkeypatch.setitem(FORMATS, "press", row)
    _write(tmp_path / "other.yaml", EXAMPLE.replace("id: my-event", "id: other"))
    line = EXAMPLE[: EXAMPLE.index("  guests:")].count("\n") + 1
    told = run(tmp_path, "--out", tmp_path / "out", "--format", "press")[2]
    assert "1 thing that a format has no place for" in told
    assert "no place for" not in run(tmp_path, "--out", tmp_path / "out", "--format", "markdown")[2]
    assert main(["formats", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert f"{record}:{line}:" in told
    assert "info export-loss: press: no figures here (and in 1 more record)\n" in told
    for severity, lines in (("warning", 1), ("off", 0)):
        folder = tmp_path / severity
        _write(folder / "my-event.yaml", EXAMPLE)
        _write(folder / "eventrecord.toml", f'[severity]\nexport-loss = "{severity}"\n')
        assert main(["formats", str(folder)]) == 0
        told = capsys.readouterr().out
        assert told.count(f" {severity} export-loss: press: ") == lines
        assert lines or "export-loss" not in told


def test_a_broken_edition_is_not_written(
    run: Run, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What breaks its standard is told with its file, and nothing written, unless the office lets it pass."""
    row = replace(FORMATS["json-ld"], faults=lambda edition: ["no such type"])
    monkeypatch.setitem(FORMATS, "json-ld", row)
    out = tmp_path / "out"
    code, _, told = run(tmp_path, "--out", out)
    assert code == 1
    assert f"{record}:" in told
    assert "error broken-edition: my-event.jsonld: no such type\n" in told
    assert not out.exists()
    assert run(tmp_path, "--out", out, "--format", "json-ld-page")[0] == 0
    office = tmp_path / "office"
    _write(office / "my-event.yaml", EXAMPLE)
    _write(office / "eventrecord.toml", '[severity]\nbroken-edition = "warning"\n')
    code, _, told = run(office, "--out", out)
    assert code == 0
    assert "warning broken-edition: my-event.jsonld: no such type\n" in told


def test_many_records_show_their_progress(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar on a terminal, and only there; the result is the same."""
    for number in range(11):
        _write(tmp_path / "in" / f"r{number}.yaml", EXAMPLE.replace("id: my-event", f"id: r{number}"))
    code, printed, told = run(tmp_path / "in", "--out", tmp_path / "out", "--format", "press")
    assert code == 0
    assert "rendering" not in told
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert run(tmp_path / "in", "--out", tmp_path / "out2", "--format", "press")[0] == 0
    assert _files(tmp_path / "out") == _files(tmp_path / "out2")
    assert len(printed.splitlines()) == 22


# Same bytes everywhere


def test_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    """Language, time zone, hash seed and encoding of the machine leave no trace in the editions."""
    machines = [
        {"LANG": "C", "LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"},
        {
            "LANGUAGE": "",
            "LANG": "zh_CN.UTF-8",
            "LC_ALL": "",
            "TZ": "America/Los_Angeles",
            "PYTHONHASHSEED": "4242",
        },
    ]
    for number, machine in enumerate(machines):
        command = ["publish", str(ROOT / "seeds"), "--out", str(tmp_path / str(number))]
        code = f"import sys; from eventrecord.cli import main; sys.exit(main({command!r}))"
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | machine, check=True, capture_output=True
        )
    first, second = _files(tmp_path / "0"), _files(tmp_path / "1")
    assert f"{SUMMIT.stem}.zh-Hant-TW.txt" in first
    assert first == second


# Killed on the way

KILLED = """
import os, sys
from pathlib import Path
from eventrecord.cli import main
calls = 0
original = getattr(*TARGET)
def killed(*arguments, **options):
    global calls
    calls += 1
    if calls == STEP:
        os._exit(9)
    return original(*arguments, **options)
setattr(*TARGET, killed)
sys.exit(main(["publish", RECORD, "--out", OUT]))
"""


@pytest.mark.parametrize("step", [1, 2, 3])
@pytest.mark.parametrize("target", ['os, "fsync"', 'Path, "replace"'])
def test_killed_half_way_every_edition_is_whole(
    run: Run, record: Path, tmp_path: Path, target: str, step: int
) -> None:
    """Each edition is the earlier or the new one; the next run tidies up and completes."""
    out = tmp_path / "out"
    run(record, "--out", out)
    earlier = _files(out)
    _write(record, _changed())
    new = publish(load(record))
    assert new != earlier
    values = {"TARGET": f"({target})", "STEP": str(step), "RECORD": repr(str(record)), "OUT": repr(str(out))}
    code = KILLED
    for name, value in values.items():
        code = code.replace(name, value)
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 9
    left = _files(out)
    assert set(earlier) < set(left), "a kill at this step leaves something lying"
    assert all(name.startswith(".") for name in set(left) - set(earlier))
    for name in earlier:
        assert left[name] in (earlier[name], new[name])
    assert run(record, "--out", out)[0] == 0
    assert _files(out) == new


def test_a_full_disk_leaves_the_earlier_editions(
    run: Run, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails while writing changes no edition and leaves nothing lying; one line says why."""
    out = tmp_path / "out"
    run(record, "--out", out)
    earlier = _files(out)
    _write(record, _changed())

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, printed, told = run(record, "--out", out)
    assert (code, printed) == (2, "")
    assert "No space left on device" in told
    assert _files(out) == earlier


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    """An edition's name that is a symbolic link becomes a file; what it pointed to is left alone."""
    target = _write(tmp_path / "elsewhere.txt", "theirs")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.txt").symlink_to(target)
    assert write_all(out, {"a.txt": b"ours"}) == ["a.txt"]
    assert target.read_text(encoding="utf-8") == "theirs"
    assert not (out / "a.txt").is_symlink()


def test_files_of_others_stay(tmp_path: Path) -> None:
    """Only what an earlier run left unfinished is removed."""
    others = {"index.html": b"x", ".htaccess": b"x", ".draft.part": b"x"}
    for name, content in others.items():
        (tmp_path / name).write_bytes(content)
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    left = tmp_path / f".my-event.en.txt.{ended.pid}.eventrecord-part"
    left.write_bytes(b"half")
    live = tmp_path / f".my-event.en.md.{os.getppid()}.eventrecord-part"
    live.write_bytes(b"another run's")
    write_all(tmp_path, {"a.txt": b"ours"})
    assert not left.exists()
    assert live.read_bytes() == b"another run's"
    live.unlink()
    assert _files(tmp_path) == others | {"a.txt": b"ours"}


def test_two_runs_at_a_time_do_not_disturb_each_other(record: Path, tmp_path: Path) -> None:
    """Several commands may publish into one folder; each ends well and the editions are whole."""
    command = [
        sys.executable,
        "-m",
        "eventrecord",
        "publish",
        str(record),
        "--out",
        str(tmp_path / "out"),
    ]
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]
    told = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], told
    assert not list((tmp_path / "out").glob(".*"))


# After what was published before


@pytest.mark.parametrize("format", ["icalendar", "icalendar-rich", "jscalendar"])
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("start: 2027-03-18T09:30", "start: 2027-03-18T10:30"),
            "unlisted-change: forum: its start is another",
        ),
        (("end: 2027-03-18T", "end: 2027-03-19T"), "unlisted-change: forum: its end is another"),
        ((r"(?<!kind: )forum", "expo"), "vanished-event: forum: it was in the calendar"),
        (("at: 2027-03-18", "at: 2027-03-01"), "older-revision: forum: the calendar published before"),
    ],
)
def test_a_calendar_that_may_not_follow_the_one_before_is_told(
    run: Run, record: Path, tmp_path: Path, change: tuple[str, str], told: str, format: str
) -> None:
    """Once for all languages, with the place in the record; the same record again is told nothing."""
    options = ("--out", tmp_path / "out", "--format", format)
    run(record, *options)
    assert "forum:" not in run(record, *options)[2]
    assert re.search(change[0], EXAMPLE)
    _write(record, re.sub(*change, EXAMPLE))
    lines = [line for line in run(record, *options, "--check")[2].splitlines() if told in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"{record}:")
