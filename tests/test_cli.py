"""The command: what it prints where, its exit codes, and what it must not import."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from eventrecord.cli import main
from eventrecord.cli.arguments import COMMANDS
from eventrecord.cli.inputs import read_input
from eventrecord.cli.terminal import shows_colour
from eventrecord.formats import FORMATS
from eventrecord.localize.data import locale_tags
from eventrecord.reference import reference_text
from eventrecord.report import REPORTS
from eventrecord.rules import GROUPS, RULES
from eventrecord.rules.rule import ON_REQUEST
from eventrecord.schema import schema_text, tongues_for
from eventrecord.settings import find_settings
from eventrecord.tongue import TAGS, Tongue

USUAL = sum(rule.group not in ON_REQUEST and rule.name != "export-loss" for rule in RULES.values())
BY_GROUP = [rule.name for group in GROUPS for rule in RULES.values() if rule.group == group]
"""How many rules are checked where none are selected."""
ROOT = Path(__file__).parent.parent
STARTERS = ROOT / "src" / "eventrecord" / "starter"
HEAVY = {"pydantic", "babel", "opencc", "icalendar", "rich", "yaml", "yaml_rs"}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process: its code, what it printed, and what it told on standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A record without findings."""
    return _write(tmp_path / "my-event.yaml", (STARTERS / "en" / "record.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def faulty(tmp_path: Path, sound: Path) -> Path:
    """A record with an error, a warning and an info."""
    text = sound.read_text(encoding="utf-8").replace("2027-03-18T17:00", "2027-03-17T17:00")
    text = text.replace("zh-Hans: 思想无界", "zh-Hans: {state: missing, stand_in: en}")
    text = text.replace("    headline:", "    stand_ins: true\n    headline:", 1)
    text = text.replace("en: Ideas that travel", "en: {text: Ideas that travel, state: unverified}")
    return _write(tmp_path / "faulty" / "my-event.yaml", text)


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def _python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


def _imported(*arguments: object) -> set[str]:
    """Top-level modules that the command has imported when it ends."""
    code = f"""
import sys
from eventrecord.cli import main
try:
    main({[str(argument) for argument in arguments]!r})
except SystemExit:
    pass
print("imported", *sys.modules)
"""
    last = _python(code).stdout.splitlines()[-1]
    assert last.startswith("imported ")
    return {name.partition(".")[0] for name in last.split()}


# Start-up


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["validate", "--help"], ["publish", "--help"]]
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    """Help and version are there at once: no pydantic, no Babel, no YAML."""
    assert not _imported(*arguments) & HEAVY


def test_validating_a_sound_record_imports_no_library_of_the_editions(sound: Path) -> None:
    """Babel, OpenCC, icalendar and rich are for rendering, and positions (PyYAML) for findings."""
    assert _imported("validate", sound) & HEAVY == {"pydantic", "yaml_rs"}


# Usage


def test_help_names_every_command(run: Run) -> None:
    """Each command stands in the help of the whole."""
    code, out, _ = run("--help")
    assert code == 0
    assert all(re.search(rf"^    {name} ", out, re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(run: Run, command: str) -> None:
    """`eventrecord COMMAND --help` explains its arguments."""
    code, out, err = run(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: eventrecord {command}")


def test_version(run: Run) -> None:
    """The installed version."""
    assert run("--version") == (0, f"eventrecord {metadata.version('eventrecord')}\n", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "COMMAND"),
        (["valid"], "did you mean 'validate'?"),
        (["wibble"], "known: init, validate,"),
        (["init", "README.md"], "README.md: is a file"),
        (["validate"], "PATH"),
        (["validate", "--output-format", "xml", "x.yaml"], "'github'"),
        (["validate", "--select", "end-before-begin", "x.yaml"], "end-before-start"),
        (["validate", "--ignore", "parity,no-such", "x.yaml"], "'no-such'"),
        (["validate", "--sel", "parity", "x.yaml"], "--sel"),
        (["validate", "nowhere.yaml"], "nowhere.yaml: No such file"),
        (["publish", "seeds"], "--out"),
        (["publish", "seeds", "--out", "x", "--format", "docx"], "press"),
        (["publish", "seeds", "--out", "x", "--locale", "fr"], "zh-Hant-HK"),
        (["publish", "nowhere.yaml", "--out", "x"], "nowhere.yaml: No such file"),
        (["explain", "no-such"], "end-before-start"),
        (["explain", "parity", "paritty"], "no rule named 'paritty'; did you mean 'parity'?"),
        (["publish", "seeds", "--out", "x", "--format", "pres"], "mean 'press'? known: press, markdown"),
        (["publish", "seeds", "--out", "x", "--locale", "en,zh-hans"], "did you mean 'zh-Hans'"),
        (["schema", "--out", "/nowhere/at/all.json"], "/nowhere/at/all.json"),
    ],
    ids=" ".join,
)
def test_bad_usage_is_told_in_one_line(
    run: Run, arguments: list[str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 2, nothing on standard output, and a last line that names what is known."""
    monkeypatch.chdir(ROOT)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    told = [line for line in err.splitlines() if line.startswith("eventrecord")]
    assert len(told) == 1
    assert says in told[0]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--help"], 0, "exit codes:"),
        (["validate", "--output-format", "json", "faulty"], 1, '"findings"'),
        (["validate", "x.yaml", "--nonsense"], 2, "--nonsense"),
        (["explain", "parity"], 0, "# parity"),
    ],
)
def test_the_command_ends_at_once_with_everything_said(
    faulty: Path, arguments: list[str], code: int, said: str
) -> None:
    """Nothing is lost in a pipe, whatever the code; what is imported then is not cleared away."""
    typed = [str(faulty) if word == "faulty" else word for word in arguments]
    done = _python(
        f"import sys; sys.argv[1:] = {typed!r}\n"
        "import atexit; atexit.register(print, 'cleared away')\n"
        "from eventrecord.cli import command; command()"
    )
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "cleared away" not in done.stdout
    if "json" in arguments:
        assert json.loads(done.stdout)["findings"]


def test_control_c_ends_quietly(run: Run, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code 130 and no traceback."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("eventrecord.cli.checking.check", interrupted)
    assert run("validate", sound) == (130, "", "")


def test_a_fault_of_ours_is_one_line(run: Run, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception asks for a report, and shows where only when told to."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("by\x1bzero")

    monkeypatch.setattr("eventrecord.cli.checking.check", broken)
    code, out, err = run("validate", sound)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "ZeroDivisionError: by<U+001B>zero" in err
    assert "--traceback" in err
    with pytest.raises(ZeroDivisionError):
        main(["validate", str(sound), "--traceback"])


@pytest.mark.skipif(os.name != "posix", reason="pipes are closed otherwise on Windows")
@pytest.mark.parametrize("arguments", [["rules"], ["schema"], ["--help"]], ids=" ".join)
def test_a_closed_pipe_is_no_fault(arguments: list[str]) -> None:
    """`eventrecord rules | head` says nothing on standard error."""
    code = f"import sys; from eventrecord.cli import main; sys.exit(main({arguments!r}))"
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    os.close(writer)
    assert ended.stderr == ""
    assert ended.returncode in (0, 141)


def test_chinese_comes_out_whatever_the_locale() -> None:
    """Output is UTF-8 also where the machine says ASCII."""
    code = "from eventrecord.cli import main; main(['schema', '--reference'])"
    ended = _python(code, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "指导单位" in ended.stdout


# validate


def test_a_sound_record(run: Run, sound: Path) -> None:
    """Nothing on standard output, a summary on standard error, code 0."""
    assert run("validate", sound) == (0, "", f"1 record, {USUAL} rules checked: nothing found\n")


def test_findings_are_shown_where_they_are(run: Run, faulty: Path) -> None:
    """An error gives code 1; each finding has place, excerpt and hint; the summary counts."""
    code, out, err = run("validate", faulty)
    assert code == 1
    line = next(n for n, text in enumerate(faulty.read_text("utf-8").splitlines(), 1) if "end: 2027" in text)
    assert f"{faulty}:{line}:8: error end-before-start: " in out
    assert f"\n{line} |   end: 2027-03-17T17:00\n" in out
    assert err == f"1 record, {USUAL} rules checked: 1 error, 1 warning, 1 info\n"


@pytest.mark.parametrize(
    ("options", "code", "rules"),
    [
        ([], 1, ["end-before-start", "unverified-wording", "stand-in"]),
        (["--ignore", "end-before-start"], 0, ["unverified-wording", "stand-in"]),
        (["--ignore", "end-before-start", "--fail-on", "warning"], 1, ["unverified-wording", "stand-in"]),
        (["--ignore", "end-before-start,stand-in", "--fail-on", "warning"], 0, ["unverified-wording"]),
        (["--ignore", "dates", "--ignore", "languages"], 0, []),
        (["--select", "stand-in"], 0, ["stand-in"]),
        (["--select", "stand-in", "--select", "dates"], 1, ["end-before-start", "stand-in"]),
        (["--select", "languages", "--ignore", "stand-in"], 0, ["unverified-wording"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_rules_are_chosen(run: Run, faulty: Path, options: list[str], code: int, rules: list[str]) -> None:
    """By name or group, repeated or with commas; the code follows the failing severity."""
    ended, out, _ = run("validate", faulty, "--output-format", "json", *options)
    assert (ended, [finding["rule"] for finding in json.loads(out)["findings"]]) == (code, rules)


def test_settings_say_how_grave(run: Run, faulty: Path) -> None:
    """`eventrecord.toml` beside the record turns a rule off and makes another one an error."""
    settings = '[severity]\nend-before-start = "off"\nstand-in = "error"\n'
    _write(faulty.parent / "eventrecord.toml", settings)
    code, out, _ = run("validate", faulty, "--output-format", "concise")
    assert code == 1
    assert "error stand-in" in out
    assert "end-before-start" not in out


def test_the_settings_choose_rules_and_what_fails(run: Run, faulty: Path) -> None:
    """Each record is held against what its own settings choose; options go before them."""
    settings = '[per-file-ignores]\n"my-*.yaml" = ["dates"]\n'
    _write(faulty.parent / "eventrecord.toml", settings)
    code, out, err = run("validate", faulty, "--output-format", "concise")
    assert (code, "end-before-start" in out) == (0, False)
    dates = sum(rule.group == "dates" for rule in RULES.values())
    assert f"1 record, {USUAL - dates} rules checked" in err
    assert run("validate", faulty, "--select", "end-before-start")[0] == 1
    strict = _write(faulty.parent / "strict" / "my-event.yaml", faulty.read_text(encoding="utf-8"))
    _write(strict.parent / "eventrecord.toml", 'fail-on = "warning"\nignore = ["dates"]\n')
    assert run("validate", strict)[0] == 1
    assert run("validate", strict, "--fail-on", "error")[0] == 0
    code, out, err = run("validate", faulty, "--extend-select", "nonsense")
    assert (code, out) == (2, "")


@pytest.mark.parametrize(
    "text", ['[severity]\nno-such-rule = "off"\n', 'ignore = ["datse"]\n', 'colour = "red"\n', "x = [\n"]
)
def test_unusable_settings_are_bad_usage(run: Run, sound: Path, text: str) -> None:
    """A slip in the settings is told before anything is called sound."""
    _write(sound.parent / "eventrecord.toml", text)
    code, out, err = run("validate", sound)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_json_numbers_what_was_checked(run: Run, sound: Path, faulty: Path) -> None:
    """One document for all files."""
    text = faulty.read_text(encoding="utf-8")
    _write(faulty, text.replace("id: my-event", "id: my-faulty-event"))
    _, out, _ = run("validate", sound, faulty, "--output-format", "json")
    document = json.loads(out)
    assert document["checked"] == {"records": 2, "rules": USUAL, "unreadable": []}
    assert {finding["file"] for finding in document["findings"]} == {str(faulty)}


def test_a_folder_is_searched_for_records(run: Run, tmp_path: Path, sound: Path) -> None:
    """YAML and JSON below it that say they are records, but nothing in hidden folders; others are counted."""
    text = sound.read_text(encoding="utf-8")
    _write(tmp_path / "2027" / "a.yml", text.replace("id: my-event", "id: a"))
    _write(tmp_path / "2027" / "b.json", '{"format":"eventrecord/1","id":"b"}')
    _write(tmp_path / ".hidden" / "c.yaml", text)
    _write(tmp_path / "other.json", '{"format": {"const": "eventrecord/1"}}')
    _write(tmp_path / "notes.txt", text)
    code, out, err = run("validate", tmp_path, "--output-format", "json")
    assert code == 1
    assert {Path(finding["file"]).name for finding in json.loads(out)["findings"]} == {"b.json"}
    assert err.startswith("3 records, ")
    assert "passed over: 1 YAML or JSON file without 'format: eventrecord/1'" in err


def test_a_file_is_checked_once(run: Run, sound: Path) -> None:
    """However often it is named, alone or with its folder."""
    assert run("validate", sound, sound.parent, f"{sound.parent}/./{sound.name}")[2].startswith("1 record, ")


def test_a_folder_without_records_is_no_success(run: Run, tmp_path: Path) -> None:
    """An empty folder is code 2: nothing was checked."""
    _write(tmp_path / "other.yaml", "a: 1\n")
    code, out, err = run("validate", tmp_path)
    assert (code, out) == (2, "")
    assert "no records in this folder" in err


def test_a_named_file_is_checked_whatever_it_is(run: Run, tmp_path: Path) -> None:
    """A file that does not look like a record is not passed over when it is named."""
    code, _, err = run("validate", _write(tmp_path / "other.yaml", "a: 1\n"))
    assert code == 1
    assert "error" in err


def test_standard_input(run: Run, faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads a record from standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(faulty.read_bytes())))
    code, out, _ = run("validate", "-", "--output-format", "concise")
    assert code == 1
    assert "<stdin>:" in out


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(run: Run, sound: Path) -> None:
    """Code 2, although others are sound."""
    closed = _write(sound.parent / "closed.yaml", "")
    closed.chmod(0)
    code, _, err = run("validate", sound, closed)
    assert code == 2
    assert f"{closed}: cannot be read: Permission denied" in err


def test_an_unreadable_file_does_not_hide_the_others(
    run: Run, faulty: Path, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings of the other files are told, and the code is 2."""

    def reading(path: str) -> object:
        if path == str(sound):
            raise OSError(5, "Input/output error", path)
        return read_input(path)

    monkeypatch.setattr("eventrecord.cli.checking.read_input", reading)
    code, out, err = run("validate", sound, faulty)
    assert code == 2
    assert "end-before-start" in out
    assert f"{sound}: cannot be read: Input/output error" in err
    assert err.endswith(" rules checked: 1 error, 1 warning, 1 info; 1 file could not be read\n")
    assert run("validate", sound)[2].splitlines()[1:] == ["1 file could not be read"]


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_ci_finds_files_from_the_root_of_its_repository(
    run: Run, faulty: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """Wherever in it the command runs, and however files are named; those outside keep their names."""
    root, folder = faulty.parent.parent, faulty.parent

    def places(*arguments: str | Path) -> set[str]:
        out = run("validate", *arguments, "--output-format", "gitlab")[1]
        return {issue["location"]["path"] for issue in json.loads(out)}

    monkeypatch.chdir(folder)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert places(".") == places(faulty) == {faulty.name}
    monkeypatch.setenv(variable, str(root))
    assert places(".") == places(faulty) == places(f"./{faulty.name}") == {f"{folder.name}/{faulty.name}"}
    monkeypatch.chdir(root)
    monkeypatch.setenv(variable, str(root / "elsewhere"))
    assert places(faulty) == {f"{folder.name}/{faulty.name}"}
    monkeypatch.chdir(folder)
    assert places(f"{folder}/../{folder.name}/{faulty.name}") == {faulty.name}


def test_an_unreadable_file_in_a_folder_is_not_passed_over(run: Run, sound: Path) -> None:
    """A link that leads nowhere: code 2, in every report that has a place for it; the others are checked."""
    gone = sound.parent / "gone.yaml"
    gone.symlink_to("nowhere.yaml")
    code, out, err = run("validate", sound.parent, "--output-format", "json")
    assert code == 2
    assert json.loads(out)["checked"]["unreadable"] == [
        {"file": str(gone), "reason": "No such file or directory"}
    ]
    assert err.splitlines()[-1] == f"1 record, {USUAL} rules checked: nothing found; 1 file could not be read"
    for output_format in ("github", "gitlab", "sarif", "junit"):
        code, out, _ = run("validate", sound.parent, "--output-format", output_format)
        assert (code, "cannot be read: No such file or directory" in out) == (2, True)


def test_a_file_is_named_after_its_record(run: Run, sound: Path) -> None:
    """Under another name, records that build on it do not find it: a warning at the id."""
    text = sound.read_text(encoding="utf-8")
    line = text[: text.index("\nid: ")].count("\n") + 2
    other = _write(sound.parent / "forum.yml", text)
    code, out, _ = run("validate", other, "--output-format", "concise")
    assert code == 0
    assert out == (
        f"{other}:{line}:5: warning file-name: the file of 'my-event' is called forum.yml: "
        "records that build on it look for my-event.yml\n"
    )
    assert run("validate", other, "--ignore", "file-name")[1] == ""


def test_records_may_not_share_an_id(run: Run, sound: Path) -> None:
    """Each is told the other, at its id, whatever its folder; as grave as its settings have it."""
    text = sound.read_text(encoding="utf-8")
    line = text[: text.index("\nid: ")].count("\n") + 2
    twin = _write(sound.parent / "2027" / "twin.yaml", text)
    code, out, _ = run("validate", sound.parent, "--select", "duplicate-id", "--output-format", "concise")
    assert code == 1
    told = "the same id, 'my-event': their editions would have the same names"
    assert out.splitlines() == [
        f"{twin}:{line}:5: error duplicate-id: {sound} has {told}",
        f"{sound}:{line}:5: error duplicate-id: {twin} has {told}",
    ]
    assert "^" in run("validate", sound.parent)[1]
    assert run("validate", sound.parent, "--ignore", "duplicate-id")[0] == 0
    quiet = _write(sound.parent / "quiet" / "twin.yaml", text)
    _write(quiet.parent / "eventrecord.toml", '[severity]\nduplicate-id = "off"\n')
    out = run(
        "validate",
        sound,
        quiet,
        "--select",
        "references",
        "--ignore",
        "file-name",
        "--output-format",
        "concise",
    )[1]
    assert out == f"{sound}:{line}:5: error duplicate-id: {quiet} has {told}\n"


@pytest.mark.parametrize("output_format", REPORTS)
def test_no_escape_gets_to_the_terminal(run: Run, tmp_path: Path, output_format: str) -> None:
    """Neither from the record nor from the name of its file."""
    file = tmp_path / "evil\x1b[31m.yaml"
    file.write_bytes(b'format: eventrecord/1\nid: "\\e]0;owned\\a"\n"\x1b[2J": 1\n')
    code, out, err = run("validate", file, "--output-format", output_format)
    assert code == 1
    assert not set(out + err) & set("\x1b\x07\x9b")


def test_colour_is_for_terminals(
    run: Run, faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes only where somebody looks, and not where NO_COLOR is set."""
    assert "\x1b" not in run("validate", faulty)[1]
    monkeypatch.setattr("eventrecord.cli.validation.shows_colour", lambda stream: True)
    assert "\x1b[1;31merror\x1b[0m" in run("validate", faulty)[1]


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"TERM": "dumb"}, True, False)],
)
def test_when_colours_are_shown(
    environment: dict[str, str], terminal: bool, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, unless the environment asks for none."""

    class Stream(io.StringIO):
        def isatty(self) -> bool:
            return terminal

    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert shows_colour(Stream()) is colour


# init


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hans"])
def test_what_init_writes_is_sound(
    run: Run, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record is named after its folder, points to its schema, has no findings, and publishes."""
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("init", "Spring Forum 2027", "--lang", language)
    assert code == 0
    folder = tmp_path / "Spring Forum 2027"
    record = folder / "spring-forum-2027.yaml"
    text = record.read_text(encoding="utf-8")
    assert "id: spring-forum-2027 " in text
    assert text.startswith("# yaml-language-server: $schema=eventrecord-1.schema.json\n")
    schema = (folder / "eventrecord-1.schema.json").read_text(encoding="utf-8")
    assert schema == schema_text(tongues_for(Tongue(TAGS[language])))
    assert len(out.splitlines()) == 4
    assert run("validate", folder) == (0, "", f"1 record, {USUAL} rules checked: nothing found\n")
    assert run("publish", record, "--out", tmp_path / "out")[0] == 0
    for file in (folder / "eventrecord.toml", folder / ".github" / "workflows" / "eventrecord.yml"):
        comments = "".join(re.findall("# .*", file.read_text(encoding="utf-8")))
        assert bool(re.search("[一-鿿]", comments)) is (language != "en")
    release = (tmp_path / "out" / "spring-forum-2027.en.txt").read_text(encoding="utf-8")
    assert "Rivertown Innovation Forum" in release


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_settings_that_init_proposes_are_known(run: Run, tmp_path: Path, language: str) -> None:
    """Every setting in the comments of eventrecord.toml is one that is read."""
    run("init", tmp_path, "--lang", language)
    proposal = tmp_path / "eventrecord.toml"
    proposal.write_text(
        re.sub(r"^# (?=[\[a-z])(.* = |\[)", r"\1", proposal.read_text(encoding="utf-8"), flags=re.MULTILINE),
        encoding="utf-8",
    )
    settings = find_settings(tmp_path)
    assert settings.base == "https://events.example.org/"
    assert set(settings.severity) <= set(RULES)
    assert settings.style == {"zh-Hant-HK": "gov-hk"}


def test_init_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    """What is there is kept, and named."""
    run("init", tmp_path / "forum")
    record = _write(tmp_path / "forum" / "forum.yaml", "mine")
    code, out, _ = run("init", tmp_path / "forum", "--lang", "zh")
    assert code == 0
    assert out.count("保留") == 4
    assert record.read_text(encoding="utf-8") == "mine"


def test_the_check_for_ci_goes_where_ci_looks(run: Run, tmp_path: Path) -> None:
    """In a git repository the workflow goes to its root; it installs the version that wrote it."""
    (tmp_path / ".git").mkdir()
    run("init", tmp_path / "events" / "forum")
    workflow = (tmp_path / ".github" / "workflows" / "eventrecord.yml").read_text(encoding="utf-8")
    assert f"pip install eventrecord=={metadata.version('eventrecord')}\n" in workflow


def test_a_folder_with_a_chinese_name(run: Run, tmp_path: Path) -> None:
    """Ids are Latin: a name without Latin letters gives the example's."""
    run("init", tmp_path / "峰会")
    assert (tmp_path / "峰会" / "my-event.yaml").is_file()


# Looking things up


@pytest.mark.parametrize(
    ("command", "names"),
    [("formats", list(FORMATS)), ("locales", locale_tags()), ("rules", BY_GROUP)],
)
def test_lists_are_complete(run: Run, command: str, names: list[str]) -> None:
    """One line each, beginning with the name."""
    code, out, err = run(command)
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == names


def test_rules_are_listed_for_programs(run: Run) -> None:
    """The same list, in JSON, in the language that is asked for."""
    rows = json.loads(run("rules", "--output-format", "json", "--lang", "zh")[1])
    assert [row["name"] for row in rows] == BY_GROUP
    row = next(row for row in rows if row["name"] == "parity")
    assert row == {
        "name": "parity",
        "severity": "error",
        "group": "languages",
        "summary": "同一段文字的各语言写到的事实不一致。",
        "on_request": False,
        "fix": None,
    }
    fixes = {row["name"]: row["fix"] for row in rows}
    assert (fixes["tab-indent"], fixes["dangling-reference"]) == ("safe", "unsafe")
    table = run("rules")[1]
    assert re.search(r"^dangling-reference +error +references +unsafe fix +An id", table, re.MULTILINE)
    assert {row["group"] for row in rows if row["on_request"]} <= set(ON_REQUEST)


def test_locales_have_names_and_default_styles(run: Run) -> None:
    """What a language calls itself, and which of its house styles holds unless another is chosen."""
    out = run("locales")[1]
    assert re.search(r"^zh-Hans +简体中文 +gov-cn \(default\)", out, re.MULTILINE)
    assert re.search(
        r"^en-HK +English \(Hong Kong\) +gov-hk \(default\), newswire, shine, xinhua$", out, re.MULTILINE
    )


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(run: Run, rule: str) -> None:
    """`explain` shows the rule's page, which begins with its name."""
    code, out, _ = run("explain", rule)
    assert code == 0
    assert out.startswith(f"# {rule}\n")


def test_several_rules_are_explained(run: Run) -> None:
    """Their pages follow each other, with a blank line between."""
    out = run("explain", "parity", "bad-slot")[1]
    assert out == run("explain", "parity")[1] + "\n" + run("explain", "bad-slot")[1]


def test_schema_and_reference(run: Run, tmp_path: Path) -> None:
    """Printed, or written to a file."""
    assert run("schema") == (0, schema_text(), "")
    assert run("schema", "--lang", "zh")[1] == schema_text(tongues_for(Tongue("zh-Hans")))
    assert run("schema", "--reference", "--out", tmp_path / "record.md") == (0, "", "")
    assert (tmp_path / "record.md").read_bytes() == reference_text().encode()


def test_doctor_shows_what_decides_the_bytes(run: Run) -> None:
    """Versions of all libraries and data, one line each."""
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    for name in ("eventrecord", "Python", "pydantic", "Babel", "opencc", "PyYAML", "yaml-rs", "icalendar"):
        assert re.search(rf"^{name} +.*\d", out, re.MULTILINE), name
    assert re.search(r"^Babel .*CLDR \d+", out, re.MULTILINE)
    assert "opencc-python-reimplemented" in out


def test_doctor_sees_packages_in_each_others_way(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two distributions with a module named opencc: a warning with what to do, and code 1."""
    monkeypatch.setattr(
        "eventrecord.cli.doctor.metadata.packages_distributions",
        lambda: {"opencc": ["pydantic", "opencc-python-reimplemented"]},
    )
    code, _, err = run("doctor")
    assert code == 1
    assert "opencc-python-reimplemented and pydantic" in err


def test_doctor_outlives_what_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that cannot be loaded is a line, not a traceback."""
    monkeypatch.setitem(sys.modules, "babel.core", None)
    code, out, _ = run("doctor")
    assert code == 1
    assert re.search(r"^Babel +not usable", out, re.MULTILINE)
