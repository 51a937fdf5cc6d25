"""`validate`: what it takes, what can be chosen, how findings are graded, placed and ordered."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eventrecord.diagnostic import Severity
from eventrecord.errors import SettingsError, UnknownNameError
from eventrecord.model.record import Record
from eventrecord.reading import read, read_file
from eventrecord.rules import RULES, validate
from eventrecord.rules.selection import chosen
from eventrecord.settings import Settings

Built = Callable[..., Record]
BASE = Path(__file__).with_name("base.yaml")
FAULTY = BASE.read_text("utf-8").replace("end: 2031-05-13", "end: 2031-05-11").replace("CNY", "RMB")


def test_seeds_and_records_have_no_error(record_file: Path) -> None:
    """Real records are sound: rules that cry wolf are switched off by offices."""
    assert [f.message for f in validate(record_file) if f.severity is Severity.ERROR] == []


def test_a_path_a_document_and_a_record_are_checked_alike(tmp_path: Path, record: Built) -> None:
    """Findings are the same; those of files also say where."""
    file = tmp_path / "lantan-forum-2031.yaml"
    file.write_text(FAULTY, "utf-8")
    by_path, by_document = validate(file), validate(read_file(file))
    assert by_path == by_document == validate(str(file))
    document = read(FAULTY)
    assert document.record is not None
    bare = validate(document.record)
    assert [(f.rule, f.message) for f in by_path] == [
        ("unit-unknown", bare[1].message),
        ("end-before-start", bare[0].message),
    ]
    assert all(finding.span is None for finding in bare)


def test_findings_come_in_the_order_of_the_file_with_their_places() -> None:
    """Line and column are those of the value; labels have theirs."""
    unit, end = validate(read(FAULTY, "forum.yaml"))
    lines = FAULTY.splitlines()
    assert unit.span is not None
    assert end.span is not None
    assert lines[unit.span.line - 1].strip() == "money: 3 billion RMB"
    assert lines[end.span.line - 1][end.span.column - 1 : end.span.end_column - 1] == "2031-05-11"
    assert end.file == end.labels[0].file == "forum.yaml"
    assert end.labels[0].span is not None


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        (None, (), ["unit-unknown", "end-before-start"]),
        (["dates"], (), ["end-before-start"]),
        (["unit-unknown", "parity"], (), ["unit-unknown"]),
        (None, ["dates"], ["unit-unknown"]),
        (["dates", "numbers"], ["unit-unknown"], ["end-before-start"]),
    ],
)
def test_rules_and_groups_can_be_selected_and_ignored(
    select: list[str] | None, ignore: list[str], rules: list[str]
) -> None:
    """A name is that of a rule or a group."""
    assert [f.rule for f in validate(read(FAULTY), select=select, ignore=ignore)] == rules


@pytest.mark.parametrize("arguments", [{"select": ["dats"]}, {"ignore": ["end-after-start"]}])
def test_an_unknown_name_is_an_error_that_lists_the_known_ones(arguments: dict[str, list[str]]) -> None:
    """A misspelt rule would otherwise be a check that never runs."""
    with pytest.raises(UnknownNameError) as error:
        validate(read(FAULTY), **arguments)  # type: ignore[arg-type]
    assert {"end-before-start", "dates"} <= set(error.value.known)


def test_the_office_grades_rules_and_turns_them_off() -> None:
    """Severities of the settings replace those of the table; `off` silences a rule."""
    settings = Settings(severity={"end-before-start": "warning", "unit-unknown": "off"})
    assert [(f.rule, f.severity) for f in validate(read(FAULTY), settings=settings)] == [
        ("end-before-start", Severity.WARNING)
    ]
    with pytest.raises(UnknownNameError):
        validate(read(FAULTY), settings=Settings(severity={"end-after-start": "off"}))


@pytest.mark.parametrize(
    ("settings", "select", "rules"),
    [
        ({"select": ["dates"]}, None, ["end-before-start"]),
        (
            {"select": ["dates"], "extend_select": ["unit-unknown"]},
            None,
            ["unit-unknown", "end-before-start"],
        ),
        ({"ignore": ["numbers"]}, None, ["end-before-start"]),
        ({"select": ["dates"]}, ["numbers"], ["unit-unknown"]),
        ({"ignore": ["unit-unknown"]}, ["unit-unknown"], ["unit-unknown"]),
        ({"ignore": ["unit-unknown"]}, ["numbers"], []),
        ({"severity": {"unit-unknown": "off"}}, ["unit-unknown"], ["unit-unknown"]),
        ({"per_file_ignores": {"forum.yaml": ["numbers"]}}, None, ["end-before-start"]),
        ({"per_file_ignores": {"2019/*.yaml": ["numbers"]}}, None, ["unit-unknown", "end-before-start"]),
        ({"per_file_ignores": {"forum.yaml": ["numbers"]}}, ["unit-unknown"], ["unit-unknown"]),
    ],
)
def test_the_office_chooses_rules_and_the_caller_goes_before_it(
    settings: dict[str, Any], select: list[str] | None, rules: list[str]
) -> None:
    """Settings say what is checked; what is selected by its own name is checked all the same."""
    found = validate(read(FAULTY, "forum.yaml"), settings=Settings(**settings), select=select)
    assert [finding.rule for finding in found] == rules


@pytest.mark.parametrize(
    "settings",
    [
        {"select": ["dats"]},
        {"extend_select": ["dats"]},
        {"ignore": ["dats"]},
        {"per_file_ignores": {"*": ["dats"]}},
    ],
)
def test_an_unknown_name_in_the_settings_is_an_error(settings: dict[str, Any]) -> None:
    """Wherever it stands, what was meant is told."""
    with pytest.raises(UnknownNameError, match="did you mean 'dates'"):
        validate(read(FAULTY), settings=Settings(**settings))


def test_groups_on_request_can_be_asked_for_besides() -> None:
    """`extend` adds to the usual rules, for one call or, in the settings, for all."""
    usual = chosen(Settings())
    diction = {rule.name for rule in RULES.values() if rule.group == "diction"}
    assert not usual & diction
    assert (
        chosen(Settings(), extend=["diction"])
        == chosen(Settings(extend_select=["diction"]))
        == usual | diction
    )


def test_what_makes_a_file_unreadable_cannot_be_ignored() -> None:
    """An unreadable file is never reported as sound, whatever was selected or turned off."""
    document = read("format: eventrecord/1\nid: [")
    assert document.record is None
    for arguments in ({"select": ["dates"]}, {"ignore": ["shape"]}):
        assert validate(document, **arguments)  # type: ignore[arg-type]
    settings = Settings(severity=dict.fromkeys((finding.rule for finding in document.findings), "off"))
    assert {finding.severity for finding in validate(document, settings=settings)} == {Severity.ERROR}


def test_a_reading_warning_is_graded_and_selected_like_a_rule() -> None:
    """Findings of reading that leave a record are chosen by name as well."""
    document = read(FAULTY + "note: Follow us under #Lantan\n")
    assert "unquoted-hash" in {finding.rule for finding in validate(document)}
    assert validate(document, select=["names"]) == []


def test_a_sound_record_is_checked_without_the_heavy_libraries() -> None:
    """Babel, OpenCC, icalendar and rich are imported only for a record that needs them."""
    code = (
        "import sys; from eventrecord.rules import validate; "
        f"assert validate({str(BASE)!r}) == []; "
        "print(sorted({'babel', 'opencc', 'icalendar', 'rich', 'difflib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_rule_is_in_the_table_once() -> None:
    """Each file of the package that has a rule has its row, and the name is the file's."""
    folder = Path(sys.modules["eventrecord.rules"].__file__ or "").parent
    files = {
        path.stem.replace("_", "-")
        for path in folder.glob("*.py")
        if "RULE = Rule(" in path.read_text("utf-8")
    }
    assert files == {name for name, rule in RULES.items() if rule.check is not None}


@pytest.mark.parametrize("grade", ["warning", "info", "off"])
@pytest.mark.parametrize(
    "rule", ["official-left-out", "post-contradicted", "post-left-out", "rank-changed", "rank-differs"]
)
def test_what_touches_an_official_is_never_less_than_an_error(rule: str, grade: str) -> None:
    """Settings that say so are refused, with what to do instead; to call it an error is right."""
    with pytest.raises(SettingsError, match=rf"{rule} is always an error, never '{grade}'.*ignore\[{rule}\]"):
        validate(BASE, settings=Settings(severity={rule: grade}))
    assert chosen(Settings(severity={rule: "error"}))
