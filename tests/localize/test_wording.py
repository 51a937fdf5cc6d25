"""Which wording an edition prints, and conversion between the Chinese scripts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventrecord.errors import MissingWordingError
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.patterns import Passage, fill
from eventrecord.localize.script import convert
from eventrecord.model.record import Record


def record(**more: Any) -> Record:
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "sample",
            "revision": {"number": 1, "at": "2027-03-18"},
            "locales": ["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"],
            "event": {"id": "forum", "name": {"en": "Forum", "zh-Hans": "论坛"}},
            **more,
        }
    )


def test_own_wording_wins_over_conversion() -> None:
    """A wording of the very tag is printed as it stands."""
    worded = Localizer(record(), "zh-Hant-TW").wording({"zh-Hans": "产业周", "zh-Hant-TW": "產業週間"})
    assert worded is not None
    assert (worded.text, worded.derived_from) == ("產業週間", None)


def test_parent_tag_serves_its_regions() -> None:
    """zh-Hant serves Taiwan and Hong Kong."""
    worded = Localizer(record(), "zh-Hant-HK").wording({"zh-Hans": "张为", "zh-Hant": "張為"})
    assert worded is not None
    assert (worded.text, worded.tag) == ("張為", "zh-Hant")


def test_derived_wording_says_what_it_was_made_from() -> None:
    """A converted wording is marked with its source."""
    worded = Localizer(record(), "zh-Hant-HK").wording({"zh-Hans": "峰会在临床中心发布成果"})
    assert worded is not None
    assert (worded.text, worded.derived_from) == ("峰會在臨床中心發布成果", "zh-Hans")


def test_no_english_slips_into_chinese() -> None:
    """Without a Chinese wording there is none: no silent fallback."""
    localizer = Localizer(record(), "zh-Hans")
    assert localizer.wording({"en": "Gathering Potential"}) is None
    with pytest.raises(MissingWordingError, match=r"event\.theme has no wording for zh-Hans"):
        localizer.text({"en": "Gathering Potential"}, "event.theme")


def test_a_stand_in_is_said_to_be_one() -> None:
    """Another language stands in only where the record says so, also for derived locales."""
    text = {"en": "Gathering Potential", "zh-Hans": {"state": "missing", "stand_in": "en"}}
    event = {"id": "forum", "name": {"en": "Forum", "zh-Hans": "论坛"}, "theme": text}
    sample = record(event=event)
    worded = Localizer(sample, "zh-Hant-TW").wording(sample.event.theme)
    assert worded is not None
    assert (worded.text, worded.stand_in) == ("Gathering Potential", True)


def test_draft_marks_what_is_missing() -> None:
    """A draft prints the locale's mark instead of refusing."""
    assert Localizer(record(), "zh-Hant-TW", draft=True).text({"en": "Theme"}, "event.theme") == "〔待補〕"


@pytest.mark.parametrize(
    ("tag", "converted"),
    [
        ("zh-Hant-TW", "「峰會」公布布局，占全國第一出口的計畫致詞，臨床准入"),
        ("zh-Hant-HK", "「峰會」公布布局，佔全國第一出口的計劃致辭，臨床准入"),
    ],
)
def test_conversion_follows_the_press_of_the_place(tag: str, converted: str) -> None:
    """OpenCC's choices that the press of a place does not make are put right."""
    assert convert("“峰会”公布布局，占全国第一出口的计划致辞，临床准入", "zh-Hans", tag) == converted


def test_names_and_terms_are_not_converted() -> None:
    """A name with an established form takes it whole; the words around it are converted."""
    sample = record(
        people={"zhong": {"name": {"zh-Hans": "钟于", "zh-Hant": "鍾于"}}},
        organizations={"body": {"name": {"zh-Hans": "信息化委员会", "zh-Hant": "信息化委員會"}}},
    )
    worded = Localizer(sample, "zh-Hant-TW").wording({"zh-Hans": "信息化委员会钟于出席发布会"})
    assert worded is not None
    assert worded.text == "信息化委員會鍾于出席發布會"


@given(st.text(alphabet="abc 发布峰会“”{}123，。", max_size=40))
def test_conversion_leaves_ascii_alone(text: str) -> None:
    """Digits, Latin letters and spaces come through conversion as they were."""
    kept = [c for c in text if c.isascii()]
    assert [c for c in convert(text, "zh-Hans", "zh-Hant-TW") if c.isascii()] == kept


def slots(name: str) -> Passage | None:
    return {"a": Passage("A", frozenset({"x"})), "b": Passage("B", frozenset({"y"}))}.get(name)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{a} and {b}.", "A and B."),
        ("{a}[ in {c}].", "A."),
        ("{a}[, {b}[ ({c})]].", "A, B."),
        ("{c}.", None),
        ("[{a} {c}]", ""),
    ],
)
def test_optional_parts_vanish_whole(pattern: str, words: str | None) -> None:
    """What stands in brackets is left out where a slot in it has nothing to say."""
    passage = fill(pattern, slots)
    assert (passage.text if passage else None) == words


def test_facts_of_dropped_parts_are_not_stated() -> None:
    """A passage lists the facts it states, not those of parts left out."""
    passage = fill("{a}[ {b} {c}]", slots)
    assert passage is not None
    assert passage.facts == {"x"}


@pytest.mark.parametrize(
    ("text", "tag", "words"),
    [
        ({"en": "Two\n\nFOR IMMEDIATE RELEASE\n  lines"}, "en", "Two FOR IMMEDIATE RELEASE lines"),
        ({"zh-Hans": "峰会\n开幕 了"}, "zh-Hans", "峰会开幕了"),
        ({"zh-Hans": "张江License 交易"}, "zh-Hans", "张江License 交易"),
    ],
)
def test_line_ends_of_the_file_are_none_of_the_edition(text: dict[str, str], tag: str, words: str) -> None:
    """Folded and broken lines join: with a space in English, with none between Chinese characters."""
    worded = Localizer(record(), tag).wording(text)
    assert worded is not None
    assert worded.text == words
