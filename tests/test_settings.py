"""Settings of an office: where they are found, what they may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventrecord.errors import SettingsError
from eventrecord.settings import Settings, find_settings


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """No settings file at or above the record: the defaults, whose names resolve nowhere."""
    settings = find_settings(tmp_path)
    assert settings == Settings()
    assert (settings.base, settings.uid_domain) == ("https://eventrecord.invalid/", "eventrecord.invalid")


def test_all_settings_are_read(tmp_path: Path) -> None:
    """Every setting of a file arrives."""
    _write(
        tmp_path / "eventrecord.toml",
        'base = "https://events.example.org/"\nuid_domain = "events.example.org"\n'
        '[style]\nzh-Hant-TW = "party"\n[severity]\nstand-in = "error"\n"unused-entity" = "off"\n',
    )
    assert find_settings(tmp_path) == Settings(
        base="https://events.example.org/",
        uid_domain="events.example.org",
        style={"zh-Hant-TW": "party"},
        severity={"stand-in": "error", "unused-entity": "off"},
    )


def test_the_nearest_file_wins_alone(tmp_path: Path) -> None:
    """Settings of the record's folder replace those further up; the two are not mixed."""
    _write(
        tmp_path / "eventrecord.toml", 'base = "https://far.example.org/"\nuid_domain = "far.example.org"\n'
    )
    _write(tmp_path / "near" / "eventrecord.toml", 'base = "https://near.example.org/"\n')
    record = _write(tmp_path / "near" / "2022" / "summit.yaml", "")
    assert find_settings(record) == Settings(base="https://near.example.org/")


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    """A pyproject.toml without [tool.eventrecord] is passed over; one with it is used."""
    _write(tmp_path / "pyproject.toml", '[tool.eventrecord]\nuid_domain = "up.example.org"\n')
    _write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "site"\n')
    assert find_settings(tmp_path / "a").uid_domain == "up.example.org"


def test_own_file_goes_before_pyproject(tmp_path: Path) -> None:
    """In one folder eventrecord.toml is taken."""
    _write(tmp_path / "pyproject.toml", '[tool.eventrecord]\nuid_domain = "project.example.org"\n')
    _write(tmp_path / "eventrecord.toml", 'uid_domain = "own.example.org"\n')
    assert find_settings(tmp_path).uid_domain == "own.example.org"


def test_an_unknown_key_is_an_error_with_the_likely_name(tmp_path: Path) -> None:
    """A slip in a key names the file, the key, the likely one and all known ones."""
    file = _write(tmp_path / "eventrecord.toml", 'uid_domian = "x.example.org"\n')
    with pytest.raises(SettingsError) as caught:
        find_settings(tmp_path)
    assert str(caught.value) == (
        f"{file}: there is no setting 'uid_domian'; did you mean 'uid_domain'?; "
        "known: base, uid_domain, feeds, color, style, terms, converter, severity, select, "
        "extend_select, ignore, per_file_ignores, fail_on, styles, style_folder, templates"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            'color = "blueish"',
            "color = 'blueish' cannot be; it wants the name of a colour in CSS, such as steelblue",
        ),
        ('feeds = "https://a.example.org"', "feeds = 'https://a.example.org' cannot be"),
        ('base = "events.example.org"', "base = 'events.example.org' cannot be"),
        ('base = "https://events.example.org"', "with a slash at the end"),
        ('[severity]\nstand-in = "fatal"', "severity.stand-in = 'fatal' cannot be"),
        ('[style]\nzh_TW = "party"', "style.zh_TW"),
        ("base = 1", "base = 1 cannot be"),
        ("base = x", "eventrecord.toml:1:8: is no TOML"),
        ("style = 1", "a house style for each language tag"),
        ("severity = 1", "for each rule"),
        ("styles = [1]", "a table for each style"),
        ("select = 1", "a list of rules"),
        ('fail_on = "info"', "error or warning"),
        ('templates = "../x"', "a folder beside the settings file"),
    ],
)
def test_an_unusable_value_is_an_error_that_shows_it(tmp_path: Path, text: str, says: str) -> None:
    """The message shows the key, the value and what is wanted."""
    _write(tmp_path / "eventrecord.toml", text)
    with pytest.raises(SettingsError, match=r"eventrecord\.toml:") as caught:
        find_settings(tmp_path)
    assert says in str(caught.value)


def test_a_table_of_the_wrong_sort_is_an_error(tmp_path: Path) -> None:
    """`tool.eventrecord = 1` is told, not crashed on."""
    _write(tmp_path / "pyproject.toml", "[tool]\neventrecord = 1\n")
    with pytest.raises(SettingsError, match="no table"):
        find_settings(tmp_path)


def test_other_encodings_are_told(tmp_path: Path) -> None:
    """A file that is not UTF-8 is a settings error."""
    (tmp_path / "eventrecord.toml").write_bytes('base = "张江"'.encode("gbk"))
    with pytest.raises(SettingsError, match="not UTF-8"):
        find_settings(tmp_path)


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("archive/**", ["archive/a.yaml", "archive/2019/a.yaml"]),
        ("archive/*", ["archive/a.yaml"]),
        ("archive/", ["archive/a.yaml", "archive/2019/a.yaml", "2020/archive/a.yaml"]),
        ("archive\\**", ["archive/a.yaml", "archive/2019/a.yaml"]),
        ("*.json", ["b.json", "2020/b.json"]),
        ("**/2019/*.yaml", ["2019/a.yaml", "archive/2019/a.yaml"]),
        ("./a.yaml", ["a.yaml"]),
        ("20??/archive/*.yaml", ["2020/archive/a.yaml"]),
        ("**", ["a.yaml", "b.json", "2020/b.json"]),
        ("other/**", []),
    ],
)
def test_a_pattern_of_files_starts_at_the_settings(tmp_path: Path, pattern: str, fits: list[str]) -> None:
    """`*` is within a name, `**` any number of folders; without a slash it is a name in any folder."""
    _write(tmp_path / "eventrecord.toml", f"[per-file-ignores]\n'{pattern}' = [\"dates\"]\n")
    settings = find_settings(tmp_path)
    files = ["a.yaml", "b.json", "2020/b.json", "archive/a.yaml", "archive/2019/a.yaml", "2019/a.yaml"]
    files += ["2020/archive/a.yaml"]
    found = [file for file in files if settings.ignored_in(str(tmp_path / file))]
    assert set(fits) <= set(found)
    assert pattern == "**" or found == [file for file in files if file in fits]


def test_a_pattern_of_stars_takes_no_time() -> None:
    """Whatever a pattern is like, it is held against a path in time that grows with both."""
    settings = Settings(per_file_ignores={"**/*" * 100 + "b": ["dates"]})
    assert settings.ignored_in("/".join("a" * 200)) == []


def test_settings_may_be_spelt_as_options_are() -> None:
    """`fail-on` and `fail_on` are one setting."""
    assert Settings.model_validate({"fail-on": "warning", "extend-select": ["diction"]}) == Settings(
        fail_on="warning", extend_select=["diction"]
    )
