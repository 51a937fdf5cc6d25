"""How releases read in the mainland, in Taiwan and in Hong Kong, to a proofreader of the place."""

from __future__ import annotations

from typing import Any

import pytest

from eventrecord import Record
from eventrecord.localize.localizer import Localizer
from eventrecord.story import Story, compose, edition_localizer

MAINLAND, TAIWAN, HONG_KONG = "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"

BASE: dict[str, Any] = {
    "format": "eventrecord/1",
    "id": "sample",
    "revision": {"number": 1, "at": "2027-05-06"},
    "locales": [MAINLAND, TAIWAN, HONG_KONG],
    "derive": {TAIWAN: MAINLAND, HONG_KONG: MAINLAND},
    "organizations": {"port": {"name": {MAINLAND: "滨海港"}}, "lab": {"name": {MAINLAND: "滨海研究所"}}},
    "people": {
        "lin": {
            "name": {MAINLAND: {"family": "林", "given": "文"}},
            "posts": [{"title": {MAINLAND: "主任"}, "organization": "port"}],
        },
        "he": {
            "name": {MAINLAND: {"family": "何", "given": "明"}},
            "posts": [{"title": {MAINLAND: "所长"}, "organization": "lab"}],
        },
    },
    "awards": {
        "star": {
            "name": {MAINLAND: "海星"},
            "noun": {MAINLAND: "奖"},
            "winners": [{"organization": "lab", "work": {MAINLAND: "“看海”模型"}}],
        }
    },
    "event": {
        "id": "forum",
        "kind": "forum",
        "name": {MAINLAND: "滨海论坛"},
        "short_name": {MAINLAND: "论坛"},
        "start": "2027-05-06",
    },
}


def story(
    tag: str,
    block: dict[str, Any],
    event: dict[str, Any] | None = None,
    people: dict[str, Any] | None = None,
    **release: Any,
) -> Story:
    """The story of a release with that block, in one locale."""
    news = {
        "id": "news",
        "issuer": "port",
        "issued": "2027-05-06",
        "headline": {MAINLAND: "“看海”论坛举行"},
        "body": [block],
    }
    record = Record.model_validate(
        {
            **BASE,
            "people": people or BASE["people"],
            "event": {**BASE["event"], **(event or {})},
            "releases": [news, {**news, "id": "other", **release}],
        }
    )
    return compose(edition_localizer(record, record.releases[-1], tag), record.releases[-1])


def told(
    tag: str,
    block: dict[str, Any],
    event: dict[str, Any],
    people: dict[str, Any] | None = None,
    **release: Any,
) -> str:
    """The first paragraph of that block."""
    return story(tag, block, event, people, **release).paragraphs[0].text


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (MAINLAND, "因台风影响，滨海论坛将于5月6日改以线上形式举行。"),
        (TAIWAN, "因颱風影響，濱海論壇將於5月6日改以線上方式舉行。"),
        (HONG_KONG, "因颱風影響，濱海論壇將於五月六日改以網上形式舉行。"),
    ],
)
def test_the_reason_of_a_change_comes_first(tag: str, words: str) -> None:
    """A reason is a clause that leads to the sentence; it never hangs on behind it."""
    change = {"at": "2027-05-01", "status": "moved-online", "reason": {MAINLAND: "因台风影响"}}
    event = {"status": "moved-online", "changes": [change]}
    assert told(tag, {"lead": "forum"}, event, issued="2027-05-01") == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (MAINLAND, "5月6日，滨海论坛举行。滨海港主任林文主持论坛。滨海研究所所长何明出席。"),
        (TAIWAN, "濱海論壇於今（6）日舉行，由濱海港主任林文主持；濱海研究所所長何明出席。"),
        (HONG_KONG, "濱海論壇於五月六日舉行，由濱海港主任林文主持；濱海研究所所長何明出席。"),
    ],
)
def test_who_chaired_has_an_object_or_a_preposition(tag: str, words: str) -> None:
    """主持 says what in the mainland; in Taiwan and Hong Kong the clause hangs on the lead with 由."""
    people = [{"person": "lin", "did": ["chaired"]}, {"person": "he", "did": ["attended"]}]
    assert told(tag, {"lead": "forum"}, {"participants": people}) == words


@pytest.mark.parametrize("tag", [MAINLAND, TAIWAN, HONG_KONG])
def test_nobody_has_attended_an_event_to_come(tag: str) -> None:
    """A release of the days before does not say who came and spoke, though the record knows it by now."""
    people = [{"person": "lin", "did": ["attended", "spoke"]}]
    event = {"participants": people}
    assert "林文" not in told(tag, {"lead": "forum"}, event, issued="2027-05-01")
    assert "林文" in told(tag, {"lead": "forum"}, event)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (MAINLAND, "按照议程，在论坛上，滨海港主任林文以“‘智’汇海洋”为题发言。"),
        (TAIWAN, "按照議程，在論壇上，濱海港主任林文以「『智』匯海洋」為題發表演說。"),
        (HONG_KONG, "按照議程，在論壇上，濱海港主任林文以「『智』匯海洋」為題發表演說。"),
    ],
)
def test_talks_to_come_are_told_as_the_programme_has_them(tag: str, words: str) -> None:
    """Before the event a talk is what the programme says; marks within its topic are the inner ones."""
    people = [{"person": "lin", "did": ["spoke"], "topic": {MAINLAND: "“智”汇海洋"}}]
    event = {"participants": people}
    assert told(tag, {"attendance": "forum"}, event, issued="2027-05-01") == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (MAINLAND, "滨海研究所，获奖项目为“‘看海’模型”"),
        (TAIWAN, "濱海研究所，得獎作品為「『看海』模型」"),
        (HONG_KONG, "濱海研究所，得獎項目為「『看海』模型」"),
    ],
)
def test_what_won_is_quoted_within_quotation_marks(tag: str, words: str) -> None:
    """The work is named in the words of the place, and its own quotation marks become the inner ones."""
    event = {"awards": [{"award": "star", "did": "presented"}]}
    assert story(tag, {"awards": "forum"}, event).paragraphs[0].items == (words,)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (MAINLAND, "更正\n本稿更正2027年5月6日发布的“‘看海’论坛举行”"),
        (TAIWAN, "更正\n本稿更正2027年5月6日發布的「『看海』論壇舉行」"),
        (HONG_KONG, "更正\n本稿更正二○二七年五月六日發布的「『看海』論壇舉行」"),
    ],
)
def test_a_correction_says_what_it_corrects(tag: str, words: str) -> None:
    """The line under the banner is a sentence of its own."""
    corrected = story(tag, {"lead": "forum"}, kind="correction", corrects="news", issued="2027-05-07")
    assert corrected.banner == words


def test_hong_kong_says_together_with_once() -> None:
    """Two of a list are joined with 和, so that 以及 is left for the groups that follow."""
    people = [
        {"people": ["lin", "he"], "did": ["invited"], "complete": False, "collective": {MAINLAND: "专家"}},
        {"group": {MAINLAND: "企业代表"}, "did": ["invited"]},
    ]
    assert (
        told(HONG_KONG, {"attendance": "forum"}, {"participants": people})
        == "獲邀嘉賓包括濱海港主任林文和濱海研究所所長何明等專家；以及企業代表。"
    )


def test_hong_kong_joins_two_officials() -> None:
    """A comma alone would leave the reader waiting for a third."""
    posts = [{"title": {MAINLAND: "书记"}, "organization": "port"}, *BASE["people"]["lin"]["posts"]]
    people = {**BASE["people"], "lin": {**BASE["people"]["lin"], "posts": posts}}
    came = [{"person": one, "did": ["attended", "spoke"]} for one in ("lin", "he")]
    assert told(HONG_KONG, {"lead": "forum"}, {"participants": came}, people) == (
        "濱海論壇於五月六日舉行，濱海港書記、主任林文和濱海研究所所長何明出席並致辭。"
    )


@pytest.mark.parametrize(
    ("tag", "words"), [(MAINLAND, "台北时间"), (TAIWAN, "臺北時間"), (HONG_KONG, "台北時間")]
)
def test_time_of_taipei_is_written_as_the_place_writes_taipei(tag: str, words: str) -> None:
    """Hong Kong writes 台, as it does everywhere."""
    zones = Localizer(Record.model_validate(BASE), tag).words["zones"]
    assert zones["Asia/Taipei"] == words
