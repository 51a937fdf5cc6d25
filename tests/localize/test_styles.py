# ruff: noqa: E501 (tables of what is written and what is told)
"""House styles: all complete, and an office's own differences over them."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import eventrecord
from eventrecord.errors import SettingsError, StandInError
from eventrecord.localize.calendar import dates
from eventrecord.localize.data import locale_tags
from eventrecord.localize.house import HouseStyle
from eventrecord.localize.language import language
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.styles import style_names
from eventrecord.settings import Settings, find_settings
from eventrecord.story import edition_localizer
from eventrecord.story.office import check_office

ROOT = Path(__file__).parent.parent.parent
SUMMIT = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
OURS = [(tag, name) for tag in locale_tags() for name in style_names(tag)]


@pytest.mark.parametrize(("tag", "name"), OURS)
def test_styles_have_every_key_and_no_other(tag: str, name: str) -> None:
    """Every style of every locale has what editions need, of the right type."""
    HouseStyle.model_validate(language(tag, name).style)


def test_every_key_that_the_code_reads_is_known() -> None:
    """A key read from a style, wherever, is one that the table of keys has."""
    read: set[str] = set()
    for file in (ROOT / "src" / "eventrecord").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        read.update(re.findall(r'(?:\.|\b)style(?:\.get\(|\[)"([a-z_]+)"', text))
    assert {"percent", "order", "stand_in", "spell_below"} <= read
    assert read <= set(HouseStyle.model_fields) | {"characters", "month_names"}  # of dates


def test_the_profiles_are_there() -> None:
    """At least the ones that offices here were promised."""
    assert set(style_names("en")) >= {"newswire", "xinhua", "shine"}
    assert set(style_names("zh-Hans")) >= {"gov-cn", "xinhua"}
    assert "gov-hk" in style_names("en-HK")
    assert "gov-hk" in style_names("zh-Hant-HK")
    assert "press-tw" in style_names("zh-Hant-TW")


@pytest.mark.parametrize(
    ("tag", "style", "money", "day"),
    [
        ("en", "newswire", "nearly RMB\u00a0210 billion", "Nov. 15, 2022"),
        ("en", "xinhua", "nearly 210 billion yuan", "Nov. 15, 2022"),
        ("en", "shine", "nearly 210 billion yuan", "November 15, 2022"),
        ("en-HK", "gov-hk", "nearly RMB\u00a0210 billion", "November 15, 2022"),
        ("zh-Hans", "gov-cn", "近2100亿元", "2022年11月15日"),
        ("zh-Hans", "xinhua", "近2100亿元", "2022年11月15日"),
    ],
)
def test_profiles_differ_in_sums_and_days(tag: str, style: str, money: str, day: str) -> None:
    """The same figure and day, as each desk sets them."""
    record = eventrecord.load(SUMMIT)
    localizer = Localizer(record, tag, style=style)
    event = record.events()["main-forum"]
    assert localizer.figure("cross-border", "short") == money
    assert localizer.dates(event) == day


def test_no_office_signs_as_an_agency() -> None:
    """No style of ours prints the mark of an agency."""
    for tag, name in OURS:
        lines = str(language(tag, name).style["dateline"])
        assert not re.search(r"Xinhua|PRNewswire|新华社|新華社|美通社|电|電|讯|訊", lines)


def _settings(folder: Path, text: str, **files: str) -> Settings:
    (folder / "eventrecord.toml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (folder / "house").mkdir(exist_ok=True)
        (folder / "house" / f"{name}.toml").write_text(content, encoding="utf-8")
    return find_settings(folder)


def test_an_office_changes_single_keys_of_a_style(tmp_path: Path) -> None:
    """Under the style's own name, and nothing else changes."""
    settings = _settings(tmp_path, '[styles.newswire]\npercent = "{n} percent"\n')
    own, ours = language("en", None, settings.own_styles).style, language("en").style
    assert own == {**ours, "percent": "{n} percent"}


def test_an_office_has_a_style_of_its_own_in_a_file(tmp_path: Path) -> None:
    """It extends one of ours and is asked for by name; per language where they differ."""
    settings = _settings(
        tmp_path,
        'style_folder = "house"\n[style]\nen = "park"\n',
        park='[en]\nextends = "shine"\nend_mark = "Ends"\n[zh-Hans]\nextends = "gov-cn"\nstand_in = true\n',
    )
    check_office(settings)
    text = eventrecord.render(eventrecord.load(SUMMIT), "press", "en", settings=settings)
    assert isinstance(text, str)
    assert "\n\nEnds\n\n" in text
    assert "opened on November 15" in text
    assert language("zh-Hans", "park", settings.own_styles).style["stand_in"] is True
    assert "park" not in style_names("zh-Hant-TW", settings.own_styles)


def test_two_offices_do_not_mix(tmp_path: Path) -> None:
    """What one office changes, another in the same process does not see."""
    record = eventrecord.load(SUMMIT)
    percents = []
    for word in ("percent", "pct", "percent"):
        settings = Settings(styles={"newswire": {"percent": f"{{n}} {word}"}})
        percents.append(Localizer(record, "en", settings).figure("local-share", "short"))
    assert percents == ["10 percent", "10 pct", "10 percent"]
    assert Localizer(record, "en").figure("local-share", "short") == "10%"


def test_an_office_writes_sentence_patterns_of_its_own(tmp_path: Path) -> None:
    """They take the place of ours, block by block."""
    settings = _settings(
        tmp_path,
        '[styles.newswire.patterns.lead.past]\nsentences = [["Shanghai opened the {event}[ on {date}]."]]\n',
    )
    text = eventrecord.render(eventrecord.load(SUMMIT), "press", "en", settings=settings)
    assert isinstance(text, str)
    assert "\n\nShanghai opened the main forum on Nov. 15.\n\n" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[styles.newswire]\npercnt = 1", "styles.newswire.percnt'; known here: percent, order"),
        ("[styles.newswire]\npercent = 1", "styles.newswire.percent = 1 cannot be: it must be text in quotation marks"),
        ('[styles.newswire]\npercent = "{n.__class__}"', "in braces may stand {n}, {han}, not 'n.__class__'"),
        ('[styles.newswire]\npercent = "{n:999999999}"', "in braces may stand {n}, {han}, not 'n'"),
        ('[styles.newswire]\norder = ["leed"]', "styles.newswire.order.0 = 'leed' cannot be: it may be lead, attendance"),
        ('[styles.newswire.date]\nfull = "{year}"', "styles.newswire.date.full = '{year}' cannot be"),
        ('[styles.newswire.date]\nfulll = "x"', "styles.newswire.date.fulll'; known here: year, month"),
        ('[styles.park]\npercent = "{n}"', "styles.park builds on no house style: write extends = one of gov-cn"),
        ('[styles.park.en]\nextends = "newswir"', "there is no house style for en named 'newswir'; did you mean"),
        ('[styles.park.en]\nextends = "mine"\n[styles.mine.en]\nextends = "park"', "extends itself by way of others"),
        ('[styles.newswire.patterns.leed]\nsentences = [["x"]]', "there are no patterns 'styles.newswire.patterns.leed"),
        ('[styles.newswire.patterns.lead.past]\nsentences = ["x"]', "lead.past.sentences is not built as ours: [["),
        ('[styles.newswire.patterns.lead.past]\nsentences = [["{evnt}"]]', "there is no slot 'evnt'; known here: "),
        ('[styles.newswire.patterns.lead.past]\nsentences = [["[{event}"]]', "a bracket is not closed"),
        ('[styles.newswire.patterns.figures]\nitem = "{name.x}"', "there is no slot 'name.x'; known here: figure, name"),
        ('[styles.newswire.patterns.lead.past]\nsentences = [["' + "[" * 5000 + "]" * 5000 + '"]]', "in more than 8 others"),
        ('[styles.newswire]\npercent = "%"', "styles.newswire.percent = '%' cannot be: it says nothing without {n}"),
        ('[styles.newswire.currencies]\nCNY = "{name}"', "it says nothing without {n}"),
        ('[styles.newswire.currencies]\ncny = "{n}"', "styles.newswire.currencies.cny"),
        ('[styles.newswire]\nend_mark = "\\u001b[31m"', "styles.newswire.end_mark = '\\x1b[31m' cannot be: it holds a control"),
        ('[styles.newswire.time]\nparts = [["x", 5]]', "styles.newswire.time.parts.0.0 = 'x' cannot be"),
        ("[styles.park]\nen = 1", "styles.park builds on no house style"),
        ('[styles.newswire]\npercent = "{n"', "cannot be: its braces are not paired"),
        ('[styles.newswire.date]\nmonth_names = ["J"]', "cannot be: it must have 12 entries"),
        ("[styles.newswire.time]\nparts = [12]", "styles.newswire.time.parts.0 = 12 cannot be: it must be a list"),
        ('[styles.newswire.currencies]\ncny = "{n}"', "it must be the three capitals of a currency code"),
        ('[styles."../park"]\npercent = "{n}"', "styles.../park = "),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_file_and_key(tmp_path: Path, text: str, told: str) -> None:
    """Before anything is published."""
    with pytest.raises(SettingsError) as caught:
        check_office(_settings(tmp_path, text))
    assert told in str(caught.value)
    assert str(tmp_path / "eventrecord.toml") in str(caught.value)


def test_an_office_counts_hours_to_24(tmp_path: Path) -> None:
    """The keys of days and times are those that the page of styles tells."""
    text = """
        [styles.park]
        extends = "newswire"
        [styles.park.date]
        weekday = "{day} ({weekday})"
        [styles.park.time]
        parts = []
        hour = "{H}:{mm}"
        minute = "{H}:{mm}"
        noon = "12:00"
        span = "{a}–{b}"
    """
    settings = _settings(tmp_path, text)
    check_office(settings)
    words = language("en", "park", settings.own_styles)
    start, end = datetime(2022, 11, 15, 9, 30), datetime(2022, 11, 15, 14)
    assert dates.clock_span(start, end, words) == "9:30–14:00"
    assert dates.with_weekday(start.date(), "Nov. 15", words) == "Nov. 15 (Tuesday)"


def _without_consent() -> Any:
    record = eventrecord.load(SUMMIT)
    release = record.releases[0].model_copy(update={"stand_ins": False})
    return record.model_copy(update={"releases": [release]})


def test_a_style_refuses_stand_ins_unless_the_issuer_agrees() -> None:
    """Mainland offices print no English theme unasked: an error, and nothing is published."""
    record = _without_consent()
    found = [finding for finding in eventrecord.validate(record) if finding.rule == "stand-in"]
    assert {finding.severity.value for finding in found} == {"error"}
    assert all("stand_ins: true" in (finding.hint or "") for finding in found)
    with pytest.raises(StandInError, match="gov-cn prints no wording of another language in zh-Hans"):
        eventrecord.render(record, "press", "zh-Hans")
    assert "Gathering Potential" in str(eventrecord.render(record, "press", "zh-Hant-TW"))


def test_data_and_drafts_are_not_refused() -> None:
    """They say which language a wording is in, or are not for print."""
    record = _without_consent()
    data = edition_localizer(record, None, "zh-Hans")
    assert data.optional(record.event.theme) == "Gathering Potential and Linking the World"
    assert "Gathering Potential" in str(eventrecord.render(record, "press", "zh-Hans", draft=True))
