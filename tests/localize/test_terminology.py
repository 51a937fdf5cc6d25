"""One terminology of three layers: the base, the office's terms over it, the record's over both."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eventrecord.errors import TermsError
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.base import terminology
from eventrecord.model.record import Record
from eventrecord.reading import loads
from eventrecord.settings import Settings, find_settings

RECORD = """
format: eventrecord/1
id: forum-2031
revision:
  number: 1
  at: {day}
locales: [en, zh-Hans, zh-Hant-TW, zh-Hant-HK]
terms:
{terms}
event:
  id: forum
  name:
    en: Forum
    zh-Hans: 论坛
"""


def record(terms: str = "  {}", day: str = "2031-05-14") -> Record:
    return loads(RECORD.format(terms=terms, day=day))


def office(folder: Path, **files: str) -> Settings:
    """Settings of an office with a folder of terms: each file by its name without the ending."""
    terms = folder / "terms"
    terms.mkdir()
    for name, text in files.items():
        (terms / f"{name}.csv").write_text(text, encoding="utf-8")
    return Settings(terms=terms)


def test_the_office_goes_before_the_base_and_the_record_before_both(tmp_path: Path) -> None:
    """Each layer replaces the preferred term of the one below, and keeps the languages it says nothing of."""
    settings = office(
        tmp_path,
        places="concept,tag,term\nzhangjiang-science-hall,en,Science Hall of the office\n",
    )
    own = record("  zhangjiang-science-hall:\n    name:\n      en: Science Hall of the record\n")
    term = "zhangjiang-science-hall"
    assert terminology()[term].name()["en"] == "Zhangjiang Science Hall"
    assert terminology(settings=settings)[term].name()["en"] == "Science Hall of the office"
    assert terminology(settings=settings)[term].name()["zh-Hans"] == "张江科学会堂"
    assert terminology(own, settings)[term].name()["en"] == "Science Hall of the record"
    assert Localizer(own, "en", settings).term(term) == "Science Hall of the record"
    assert Localizer(record(), "en", settings).term(term) == "Science Hall of the office"
    assert len(terminology(own, settings)) == len(terminology())


def test_an_office_can_forbid_a_term_and_keep_what_the_base_prefers(tmp_path: Path) -> None:
    """A layer that prefers nothing in a language adds to what lies below."""
    settings = office(
        tmp_path, places="concept,tag,term,status\nzhangjiang-science-hall,en,Knowledge Hall,forbidden\n"
    )
    entries = terminology(settings=settings)["zhangjiang-science-hall"].terms["en"]
    assert [(entry.term, entry.status) for entry in entries] == [
        ("Zhangjiang Science Hall", "preferred"),
        ("Knowledge Hall", "forbidden"),
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 10, 14), "Shanghai Biomedical Industry Promotion Center"),
        (date(2021, 12, 31), "Shanghai Biomedical Industry Promotion Center"),
        (date(2022, 1, 1), "Shanghai Biopharma Industry Promotion Center"),
        (date(2026, 1, 1), "Shanghai Biopharma Industry Promotion Center"),
    ],
)
def test_an_edition_prints_the_name_of_its_day(day: date, name: str) -> None:
    """One body had two English names in two years; the day of issue says which."""
    assert Localizer(record(), "en", today=day).term("shanghai-biopharma-promotion-center") == name
    dated = record(day=day.isoformat())
    assert Localizer(dated, "en").term("shanghai-biopharma-promotion-center") == name


def test_a_term_of_the_record_tells_its_earlier_names() -> None:
    """The same by the record's own terms, in the languages in which the name was another."""
    own = record(
        "  centre:\n    name:\n      en: Innovation Centre\n      zh-Hans: 创新中心\n"
        "    valid_from: 2030-03\n    earlier:\n"
        "      - name:\n          en: Science Centre\n        valid_to: 2030-02\n"
    )
    assert Localizer(own, "en", today=date(2030, 2, 28)).term("centre") == "Science Centre"
    assert Localizer(own, "en", today=date(2030, 3, 1)).term("centre") == "Innovation Centre"
    assert Localizer(own, "zh-Hans", today=date(2030, 2, 28)).term("centre") == "创新中心"


def test_a_later_mention_is_short_where_the_language_has_a_short_form(tmp_path: Path) -> None:
    """Base, office and record alike; a language without one repeats the name."""
    settings = office(
        tmp_path,
        places="concept,tag,term,status,type\n"
        "hall,en,Hall of Science,preferred,\nhall,en,the Hall,admitted,short-form\nhall,zh-Hans,科学堂,,\n",
    )
    own = record("  bay:\n    name:\n      en: Blue Bay Area\n    short_name:\n      en: the Bay\n")
    prose = {"en": "{terms.hall} and {terms.bay}; {terms.hall} and {terms.bay}; {terms.bay:full}"}
    words = Localizer(own, "en", settings).prose(prose, "text").text
    assert words == "Hall of Science and Blue Bay Area; the Hall and the Bay; Blue Bay Area"
    chinese = {"zh-Hans": "{terms.hall}、{terms.hall}；{terms.shanghai-municipal-government}、"}
    words = Localizer(record(), "zh-Hans", settings).prose(chinese, "text").text
    assert words == "科学堂、科学堂；上海市人民政府、"
    again = Localizer(record(), "zh-Hans").prose(
        {"zh-Hans": "{terms.shanghai-municipal-government}；{terms.shanghai-municipal-government}"}, "text"
    )
    assert again.text == "上海市人民政府；上海市政府"


def test_a_term_of_fixed_case_keeps_its_small_letter_at_the_beginning_of_a_sentence(tmp_path: Path) -> None:
    """Other terms begin with a capital there."""
    settings = office(tmp_path, science="concept,tag,term,case\nmrna,en,mRNA,fixed\nsummit,en,summit,\n")
    prose = {"en": "{terms.mrna} is new. {terms.summit} on {terms.summit}. {terms.mrna} again."}
    words = Localizer(record(), "en", settings).prose(prose, "text").text
    assert words == "mRNA is new. Summit on summit. mRNA again."


def test_a_term_that_is_not_converted_stays_as_it_is(tmp_path: Path) -> None:
    """Simplified words of a term marked so stand in Traditional text, and nothing else does."""
    settings = office(
        tmp_path, policy="concept,tag,term,convert\nbrand,zh-Hans,优发,no\nother,zh-Hans,优势,\n"
    )
    text = {"zh-Hans": "优发与优势"}
    assert Localizer(record(), "zh-Hant-TW", settings).text(text, "text") == "优发與優勢"
    own = record("  brand:\n    name:\n      zh-Hans: 优发\n    convert: false\n")
    assert Localizer(own, "zh-Hant-HK").text(text, "text") == "优发與優勢"


def test_the_folder_is_beside_the_settings(tmp_path: Path) -> None:
    """A relative folder in the settings is taken from where they stand, whoever asks from where."""
    (tmp_path / "eventrecord.toml").write_text('terms = "our/terms"\n', encoding="utf-8")
    (tmp_path / "records").mkdir()
    assert find_settings(tmp_path / "records").terms == tmp_path / "our" / "terms"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    """Who corrects a term in a running program gets the corrected one."""
    settings = office(tmp_path, places="concept,tag,term\nhall,en,Hall of Sciences\n")
    assert terminology(settings=settings)["hall"].name() == {"en": "Hall of Sciences"}
    (tmp_path / "terms" / "places.csv").write_text("concept,tag,term\nhall,en,Hall of Science\n", "utf-8")
    assert terminology(settings=settings)["hall"].name() == {"en": "Hall of Science"}


def test_files_are_taken_as_spreadsheets_save_them(tmp_path: Path) -> None:
    """A byte order mark, Windows line ends, columns in another order, empty ones at the end."""
    settings = office(tmp_path)
    text = "\ufeffterm,tag,concept,,\r\nHall of Science,en,hall,,\r\n,,,,\r\n科学堂,zh-Hans,hall,,\r\n"
    (tmp_path / "terms" / "places.csv").write_bytes(text.encode())
    assert terminology(settings=settings)["hall"].name() == {"en": "Hall of Science", "zh-Hans": "科学堂"}


def test_what_an_office_writes_in_both_scripts_is_not_converted(tmp_path: Path) -> None:
    """Whatever domain it stands in: the office has decided."""
    settings = office(tmp_path, brands="concept,tag,term\nfair,zh-Hans,优品周\nfair,zh-Hant-TW,優品週\n")
    assert Localizer(record(), "zh-Hant-TW", settings).text({"zh-Hans": "优品周开幕"}, "t") == "優品週開幕"
    assert Localizer(record(), "zh-Hant-HK", settings).text({"zh-Hans": "优品周开幕"}, "t") == "優品周開幕"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "concept,tag,term\nhall,en,Hall\nhall,en,Other Hall\n",
            "csv:3.*preferred in en, Hall and Other Hall",
        ),
        (
            "concept,tag,term\nhall,en,Hall\nhall,en,Hall\n",
            "csv:3: hall has the term Hall already, at .*csv:2",
        ),
        ("concept,tag,term,state\nhall,en,Hall,certain\n", "csv:2: state 'certain' is none of: official"),
        ("concept,tag,term,valid_to\nhall,en,Hall,Nov 2022\n", "csv:2: valid_to 'Nov 2022' cannot be"),
        ("concept,tag,term,plural\nhall,zh-Hans,堂,堂们\n", "csv:2: a plural is for English"),
        ("concept,tag,term\nhall,en,\n", "csv:2: has no term"),
        ("concept,tag,term\nhall,en,H\x07all\n", "csv:2: term holds an invisible control character"),
        ("concept,domain,tag,term\nhall,venues,en,Hall\n", "csv:2: terms of venues have a file of their own"),
        ("concept;tag;term\nhall;en;Hall\n", "csv:1: .* with commas between"),
        ("concept,tag,term,term\nhall,en,Hall,Hall\n", "csv:1: the column term stands there twice"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, text: str, told: str) -> None:
    """File, line and what is wrong."""
    settings = office(tmp_path, places=text)
    with pytest.raises(TermsError, match=told):
        terminology(settings=settings)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A slip in the settings is not taken for an office without terms."""
    with pytest.raises(TermsError, match="trems: there is no such folder"):
        terminology(settings=Settings(terms=tmp_path / "trems"))
