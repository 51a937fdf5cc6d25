"""People, bodies, places, events and terms in texts: what is found, whose it is, and with which posts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord import load, read_facts
from eventrecord.errors import TermsError
from eventrecord.facts.named import Named

TERMS = """en,zh_hans,zh_hant_tw,zh_hant_hk,kind
Reed Lake Forum,苇湖论坛,葦湖論壇,葦湖論壇,event
Reed Lake Harbor Office,苇湖港务局,葦湖港務局,葦湖港務局,org
North Pier Hall,北码头会堂,,,venue
Qin Yue,秦岳,,,person
Ouyang Ping,欧阳萍,,,person
"""
SEED = Path("seeds/zhangjiang-summit-2022.yaml")


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    """A table of names."""
    file = tmp_path / "names.csv"
    file.write_text(TERMS, encoding="utf-8")
    return file


def _people(text: str, tag: str, terms: Path | None = None) -> list[tuple[str, list[str]]]:
    """Each person with the posts beside the name."""
    return [
        (one.surface, [title.surface for title in one.titles])
        for one in read_facts(text, tag, terms=terms).names
        if one.kind == "person"
    ]


def test_names_of_the_table_are_found_in_every_script_and_spelling(terms: Path) -> None:
    """Traditional characters, capitals, British spelling and full width are the same name."""
    english = read_facts("QIN Yue opened the Reed Lake Harbour Office.", "en", terms=terms).names
    chinese = read_facts("葦湖論壇在北碼頭會堂舉行，秦岳出席。", "zh-Hant-TW", terms=terms).names
    assert [(one.kind, one.id) for one in english] == [
        ("person", "qin-yue"),
        ("organization", "reed-lake-harbor-office"),
    ]
    assert [(one.kind, one.id) for one in chinese if one.kind != "term"] == [
        ("event", "reed-lake-forum"),
        ("place", "north-pier-hall"),
        ("person", "qin-yue"),
    ]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Qin Yue spoke.", "family-first"),
        ("Yue Qin spoke.", "given-first"),
        ("Ouyang Ping spoke.", "family-first"),
    ],
)
def test_the_order_of_a_known_name_is_told(terms: Path, text: str, order: str) -> None:
    """Family name first or last: the table has both parts."""
    assert [one.order for one in read_facts(text, "en", terms=terms).names if one.kind == "person"] == [order]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Deputy Mayor Tao Min and Kong Xi, head of the port, came.",
            [("Tao Min", ["Deputy Mayor"]), ("Kong Xi", ["head"])],
        ),
        (
            "Tao Min, a member of the Standing Committee of the CPC Qiao Committee and vice mayor, came.",
            [("Tao Min", ["member of the Standing Committee", "vice mayor"])],
        ),
        (
            "The minister of trade, Tao Min, met Ann Lee, a visiting professor.",
            [("Tao Min", ["minister"]), ("Ann Lee", ["professor"])],
        ),
        (
            "Vice Mayors Tao Min and Kong Xi came.",
            [("Tao Min", ["Vice Mayors"]), ("Kong Xi", ["Vice Mayors"])],
        ),
        ("On Friday Dr. Mary Hill and Lau Hoi-ching spoke.", [("Mary Hill", []), ("Lau Hoi-ching", [])]),
        ("North Pier, a mayor’s dream, and Hong Kong gained.", []),
    ],
)
def test_people_are_found_by_pattern_in_english(text: str, people: list[tuple[str, list[str]]]) -> None:
    """Posts before and after the name, several of one person, one of several; places are none."""
    assert _people(text, "en") == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("市委常委、副市长陶敏会见来宾。", [("陶敏", ["常委", "副市长"])]),
        ("市长陶敏和港务局局长孔希先后致辞。", [("陶敏", ["市长"]), ("孔希", ["局长"])]),
        ("總經理歐陽萍萍表示", [("歐陽萍萍", ["總經理"])]),
        ("法官安娜·韦伯与陶敏院士发言。", [("安娜·韦伯", ["法官"]), ("陶敏", ["院士"])]),
        ("校长热线开通，院长办公室搬迁，市长应邀出席。", []),
        ("法官、律师和学者参加。", []),
    ],
)
def test_people_are_found_by_pattern_in_chinese(text: str, people: list[tuple[str, list[str]]]) -> None:
    """Names after posts, of two and three characters and more, and foreigners'; posts alone are none."""
    assert _people(text, "zh-Hans") == people


def test_a_name_within_a_word_is_none(terms: Path) -> None:
    """秦岳 is nobody in 秦岳麓, 张为 nobody in 开张为."""
    assert _people("登上秦岳麓山", "zh-Hans", terms) == []


def test_posts_know_the_body_they_are_held_at(terms: Path) -> None:
    """By the id of the table, before and after the name."""
    for text, tag in (
        ("Kong Xi, director of the Reed Lake Harbor Office, spoke.", "en"),
        ("苇湖港务局局长孔希发言。", "zh-Hans"),
    ):
        (person,) = (one for one in read_facts(text, tag, terms=terms).names if one.kind == "person")
        assert [title.organization for title in person.titles] == ["reed-lake-harbor-office"]


def test_what_a_wording_is_worth_is_told() -> None:
    """Deprecated and outdated wordings of the base, the latter by the day."""
    text = "The Zhangjiang Life Sciences International Innovation Summit"
    assert [one.state for one in read_facts(text, "en").names if one.kind == "event"] == ["deprecated"]


def test_a_record_names_its_people_and_places() -> None:
    """Under their paths; what the base calls the same is the record's."""
    record = load(SEED)
    text = "张江生命科学国际创新峰会，上海市副市长張為，上海市经济和信息化委员会"
    found = {one.id: one for one in read_facts(text, "zh-Hans", date(2022, 11, 16), record=record).names}
    assert {"people.zhang-wei", "events.summit", "organizations.sheitc"} <= found.keys()
    assert found["people.zhang-wei"].surface == "張為"


def test_terms_may_be_a_folder_or_a_file_and_nothing_else(tmp_path: Path, terms: Path) -> None:
    """What cannot be read is told."""
    folder = tmp_path / "terms"
    folder.mkdir()
    (folder / "places.csv").write_text("concept,tag,term\nreed-dam,en,Reed Dam\n", encoding="utf-8")
    assert [one.id for one in read_facts("Reed Dam", "en", terms=folder).names] == ["reed-dam"]
    with pytest.raises(TermsError, match="cannot be read"):
        read_facts("Reed Dam", "en", terms=tmp_path / "none.csv")


@settings(deadline=None)
@given(st.text(st.sampled_from("市长王锐、副Mayor Wang Rui,·先生的 (\n𠮷ａ１."), max_size=60))
def test_offsets_are_exact_in_any_text(text: str) -> None:
    """A surface is what stands at its place, in either language, and nothing is ever raised."""
    for tag in ("en", "zh-Hans", "zh-Hant-HK"):
        for one in read_facts(text, tag).names:
            assert text[one.start : one.end] == one.surface
            assert all(text[title.start : title.end] == title.surface for title in one.titles)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    """Any Unicode is read."""
    assert all(isinstance(one, Named) for tag in ("en", "zh-Hant-TW") for one in read_facts(text, tag).names)
