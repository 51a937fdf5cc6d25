"""What a newsroom would otherwise rewrite: empty leads, days told twice, hours and streets left out."""

from __future__ import annotations

from typing import Any

import pytest

from eventrecord import Record
from eventrecord.story import Story, compose, edition_localizer

BASE: dict[str, Any] = {
    "format": "eventrecord/1",
    "id": "sample",
    "revision": {"number": 1, "at": "2027-03-18"},
    "locales": ["en", "zh-Hans", "zh-Hant-TW"],
    "organizations": {"net": {"name": {"en": "Bay Network Institute", "zh-Hans": "海湾网络研究所"}}},
    "places": {
        "hall": {
            "name": {"en": "River Hall", "zh-Hans": "江厅"},
            "within": "linjiang",
            "address": {
                "street": {"en": "1 Quay Road", "zh-Hans": "码头路1号"},
                "locality": {"en": "East End", "zh-Hans": "东区"},
                "country": "CN",
            },
        },
        "house": {"name": {"en": "Tide House", "zh-Hans": "潮楼"}, "within": "haidao"},
        "linjiang": {"name": {"en": "Linjiang", "zh-Hans": "临江"}},
        "haidao": {"name": {"en": "Haidao", "zh-Hans": "海岛"}},
    },
    "figures": {"orders": {"name": {"en": "orders", "zh-Hans": "订单"}, "money": "1.2 billion CNY"}},
    "event": {
        "id": "forum",
        "kind": "forum",
        "time_zone": "Asia/Shanghai",
        "name": {"en": "Harbour Forum", "zh-Hans": "港口论坛"},
        "short_name": {"en": "forum", "zh-Hans": "论坛"},
        "start": "2027-03-18",
        "end": "2027-03-19",
        "duration": "2 days",
        "sub_events": [
            {
                "id": name,
                "kind": "session",
                "name": {"en": f"{name} session", "zh-Hans": f"{name}会议"},
                "start": f"{day}T09:30",
                "end": f"{day}T10:30",
                "place": place,
            }
            for name, day, place in (
                ("first", "2027-03-18", "hall"),
                ("second", "2027-03-18", "hall"),
                ("third", "2027-03-19", "house"),
            )
        ],
    },
}


def story(tag: str, body: list[dict[str, Any]], event: dict[str, Any] | None = None, **release: Any) -> Story:
    """The story of a release with that body."""
    news = {
        "id": "news",
        "issuer": "net",
        "issued": "2027-03-19",
        "headline": {"en": "News", "zh-Hans": "消息"},
        "body": body,
        **release,
    }
    record = Record.model_validate({**BASE, "event": {**BASE["event"], **(event or {})}, "releases": [news]})
    return compose(edition_localizer(record, record.releases[0], tag), record.releases[0])


@pytest.mark.parametrize(
    ("tag", "style", "issued", "words"),
    [
        ("en", "xinhua", "2027-03-19", "The Harbour Forum closed on Friday."),
        ("en", "newswire", "2027-03-19", "The Harbour Forum closed Friday."),
        ("en", "xinhua", "2027-03-25", "The Harbour Forum closed on Friday."),
        ("en", "xinhua", "2027-03-26", "The Harbour Forum closed on March 19."),
        ("zh-Hans", "xinhua", "2027-03-26", "港口论坛于19日闭幕。"),
        ("zh-Hans", "xinhua", "2027-04-01", "3月19日，港口论坛闭幕。"),
        ("zh-Hans", "gov-cn", "2027-03-19", "3月19日，港口论坛闭幕。"),
    ],
)
def test_a_month_that_the_dateline_names_is_not_named_again(
    tag: str, style: str, issued: str, words: str
) -> None:
    """Below a dateline a day is Friday or 19日, as long as the reader knows which."""
    body = [{"lead": "forum", "verb": "close"}]
    told = story(tag, body, place="linjiang", issued=issued, style={tag: style})
    assert told.paragraphs[0].text == words


def test_without_a_dateline_a_day_keeps_its_month() -> None:
    """A release from nowhere in particular has nothing in its text that a bare weekday could hang on."""
    told = story("en", [{"lead": "forum", "verb": "close"}], style={"en": "xinhua"})
    assert told.paragraphs[0].text == "The Harbour Forum closed on March 19."


def test_the_sum_of_the_headline_stands_in_the_lead() -> None:
    """A sentence with the headline's figure follows the lead, wherever the house puts figures."""
    orders: dict[str, Any] = {
        "id": "sum",
        "topic": "figures",
        "text": {"en": "Orders came to {figures.orders}."},
    }
    body: list[dict[str, Any]] = [{"lead": "forum", "verb": "close"}, {"about": "net"}, orders]
    news = story("en", body, headline={"en": "Forum closes with orders of {figures.orders}"})
    assert news.paragraphs[0].text.endswith("Orders came to RMB\N{NO-BREAK SPACE}1.2 billion.")
    assert len(story("en", body).paragraphs) == 2


@pytest.mark.parametrize(
    ("tag", "lines"),
    [
        (
            "en",
            (
                "March 18, 9:30 to 10:30 a.m.: first session (River Hall, 1 Quay Road, East End, Linjiang)",
                "March 18, 9:30 to 10:30 a.m.: second session (River Hall, Linjiang)",
                "March 19, 9:30 to 10:30 a.m.: third session (Tide House, Haidao)",
            ),
        ),
        (
            "zh-Hans",
            (
                "3月18日上午9时30分至10时30分　first会议（临江东区码头路1号江厅）",
                "3月18日上午9时30分至10时30分　second会议（临江江厅）",
                "3月19日上午9时30分至10时30分　third会议（海岛潮楼）",
            ),
        ),
    ],
)
def test_an_advisory_gives_hour_and_street(tag: str, lines: tuple[str, ...]) -> None:
    """The press that is to come learns when and where each session is; a street is given once."""
    body = [{"lead": "forum"}, {"dates": "forum"}]
    told = story(tag, body, issued="2027-03-11", kind="advisory")
    assert told.paragraphs[-1].items == lines
    assert story(tag, body, issued="2027-03-11").paragraphs[-1].items == ()


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "The Harbour Forum will be held in Linjiang and Haidao March 18-19."),
        ("zh-Hans", "港口论坛将于3月18日至19日在临江和海岛举行。"),
        ("zh-Hant-TW", "港口論壇將於3月18日至19日在臨江與海島舉行。"),
    ],
)
def test_an_event_without_a_place_is_held_in_the_cities_of_its_sessions(tag: str, words: str) -> None:
    """Each city once, in the order of the sessions."""
    assert story(tag, [{"lead": "forum"}], issued="2027-03-11").paragraphs[0].text == words


def test_no_city_is_told_where_one_is_not_known() -> None:
    """A list of cities that may lack one would say too much."""
    sessions = [*BASE["event"]["sub_events"], {"id": "fourth", "kind": "session", "name": {"en": "fourth"}}]
    told = story("en", [{"lead": "forum"}], {"sub_events": sessions}, issued="2027-03-11")
    assert told.paragraphs[0].text == "The Harbour Forum will be held March 18-19."


def test_vocabulary_of_the_place_is_for_prose_alone() -> None:
    """Taiwan's word for a network stands in a sentence of ours; names stay, and so does a theme."""
    text = {"zh-Hans": "{organizations.net}和海湾网络研究所建设网络。"}
    event = {"theme": {"zh-Hans": "网络与海"}}
    told = story("zh-Hant-TW", [{"text": text, "id": "net"}, {"theme": "forum"}], event)
    assert [paragraph.text for paragraph in told.paragraphs] == [
        "本屆論壇主題為「網絡與海」。",
        "海灣網絡研究所和海灣網絡研究所建設網路。",
    ]
