"""JSON-LD: what is written of a record in the data document and in a page, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import eventrecord
from eventrecord import MissingWordingError, Record
from eventrecord.formats import FORMATS
from eventrecord.formats.json_ld import list_losses
from eventrecord.model.event import EventKind, Status
from eventrecord.model.participation import Role
from eventrecord.settings import Settings

ROOT = Path(__file__).parent.parent.parent
SETTINGS = Settings(base="https://office.example.org/")
BASE = "https://office.example.org/fair-2027#"
NAME = {"en": "Book Fair", "zh-Hans": "书展"}


# Helpers


def record_of(*, related: Record | None = None, **changes: Any) -> Record:
    """A small record: `event` is changed by key, all else replaced."""
    event = {"id": "fair", "kind": "exhibition", "name": NAME, "time_zone": "Asia/Shanghai"}
    event |= changes.pop("event", {})
    small = {"format": "eventrecord/1", "id": "fair-2027", "revision": {"number": 1, "at": "2027-01-02"}}
    record = Record.model_validate({**small, "locales": ["en", "zh-Hans"], **changes, "event": event})
    return record.with_related({related.id: related} if related else {})


def text_of(record: Record, tag: str | None = None, *, draft: bool = False) -> str:
    """The page document in a locale, or the data document."""
    name = "json-ld-page" if tag else "json-ld"
    text = eventrecord.render(record, name, tag or record.locales[0], settings=SETTINGS, draft=draft)
    assert isinstance(text, str)
    return text


def data_of(record: Record) -> dict[str, Any]:
    """Nodes of the data document by what stands after the base in their address."""
    return {node["@id"].removeprefix(BASE): node for node in json.loads(text_of(record))["@graph"]}


def page_of(record: Record, tag: str = "en") -> dict[str, Any]:
    """The event as the page document in a locale has it."""
    event: dict[str, Any] = json.loads(text_of(record, tag))["@graph"][0]
    return event


def event_of(**event: Any) -> dict[str, Any]:
    """The event of a record of one event, in the data document."""
    node: dict[str, Any] = data_of(record_of(event=event))["event-fair"]
    return node


def figure_of(**figure: Any) -> dict[str, Any]:
    """The observation that a figure becomes."""
    record = record_of(figures={"books": figure}, event={"figures": ["books"]})
    node: dict[str, Any] = data_of(record)["figure-books"]
    return node


def both(english: str, chinese: str) -> list[dict[str, str]]:
    """A text in both languages, as the data document has it."""
    return [
        {"@value": english, "@language": "en"},
        {"@value": chinese, "@language": "zh-Hans"},
    ]


# The two shapes


def test_data_document_has_every_language_and_a_page_one() -> None:
    """Texts are tagged values in the data document, and the plain string of its language in a page."""
    record = record_of()
    assert data_of(record)["event-fair"]["name"] == both("Book Fair", "书展")
    assert page_of(record)["name"] == "Book Fair"
    assert page_of(record, "zh-Hans")["name"] == "书展"


def test_document_is_readable_and_ends_with_a_line_end() -> None:
    """Characters stand as they are, indented by two, the context first, a newline last."""
    text = text_of(record_of(), "zh-Hans")
    assert text.startswith('{\n  "@context": "https://schema.org",\n  "@graph": [\n')
    assert '"name": "书展"' in text
    assert text.endswith("}\n")


@given(st.text(), st.floats(-90, 90))
@example('\x7f\u2029</\\"\x00', 0.00001)
@example("1e-7", -1.5e-07)
def test_document_is_written_as_json_writes_it(words: str, latitude: float) -> None:
    """Byte for byte what Python's `json` writes, numbers too; but for what would end a script."""
    name = {"en": f"Hall {words}", "zh-Hans": f"{words}号厅"}
    place = {"name": name, "coordinates": {"latitude": latitude, "longitude": 0}}
    text = text_of(record_of(places={"hall": place}, event={"place": "hall"}))
    plain = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    escaped = plain.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    assert text == f"{escaped}\n"


def test_derived_chinese_is_written_like_any_other() -> None:
    """Traditional Chinese made from Simplified is tagged with the place it is made for."""
    record = record_of(locales=["zh-Hans", "zh-Hant-TW"])
    names = data_of(record)["event-fair"]["name"]
    assert names == [
        {"@value": "书展", "@language": "zh-Hans"},
        {"@value": "書展", "@language": "zh-Hant-TW"},
    ]


def test_a_wording_that_stands_in_keeps_its_own_language() -> None:
    """In the data document it is there once, in its own language; a page prints it as it stands."""
    theme = {"en": "Read On", "zh-Hans": {"state": "missing", "stand_in": "en"}}
    record = record_of(event={"theme": theme})
    assert data_of(record)["theme-fair"]["name"] == [{"@value": "Read On", "@language": "en"}]
    assert [term["name"] for term in page_of(record, "zh-Hans")["keywords"]] == ["Read On"]


def test_a_missing_wording_is_left_out_of_the_data_and_refused_by_a_page() -> None:
    """The data document has the languages there are; a page without a name says which wording is missing."""
    record = record_of(event={"name": {"en": "Book Fair"}})
    assert data_of(record)["event-fair"]["name"] == [{"@value": "Book Fair", "@language": "en"}]
    with pytest.raises(MissingWordingError, match=r"events\.fair\.name has no wording for zh-Hans"):
        text_of(record, "zh-Hans")
    assert "〔待补〕" in text_of(record, "zh-Hans", draft=True)


def test_text_cannot_end_the_script_that_holds_it() -> None:
    """What would end a script or a line of one is escaped, and read back as it was."""
    name = "</script>\u2028<!--\u2029<SCRIPT>"
    record = record_of(event={"name": {"en": name, "zh-Hans": name}})
    for tag in ("en", None):
        text = text_of(record, tag)
        for danger in ("</", "<!--", "<SCRIPT", "\u2028", "\u2029"):
            assert danger not in text
    assert page_of(record)["name"] == name


def test_addresses_are_those_of_the_office_and_the_same_in_every_document() -> None:
    """Things are named without a language, pages and articles with it."""
    record = record_of(
        releases=[{"id": "opening", "headline": NAME, "body": [{"text": NAME, "id": "all"}]}],
        terms={"book": {"name": {"en": "book", "zh-Hans": "书"}}},
        event={"keywords": ["book", "academician"]},
    )
    addresses = {node["@id"] for node in json.loads(text_of(record))["@graph"]}
    assert addresses == {
        "https://office.example.org/fair-2027#event-fair",
        "https://office.example.org/fair-2027#term-book",
        "https://office.example.org/fair-2027#terms",
        "https://office.example.org/terms/#academician",
        "https://office.example.org/terms/",
        "https://office.example.org/en/fair-2027",
        "https://office.example.org/zh-Hans/fair-2027",
        "https://office.example.org/en/fair-2027#release-opening",
        "https://office.example.org/zh-Hans/fair-2027#release-opening",
    }


def test_page_repeats_place_and_organizer_in_short() -> None:
    """Each event of a page has its place with the address inside it, also where it was shown before."""
    places = {"hall": {"name": NAME, "url": "https://hall.example.org/", "address": {"country": "CN"}}}
    parts = [
        {"id": name, "name": NAME, "place": "hall", "room": {"en": "Room 1", "zh-Hans": "一号厅"}}
        for name in ("first", "second")
    ]
    record = record_of(places=places, event={"place": "hall", "sub_events": parts})
    event = page_of(record)
    assert event["location"]["address"]["addressCountry"] == "CN"
    for part in event["subEvent"]:
        assert part["location"]["name"] == "Room 1, Book Fair"
        assert part["location"]["address"]["addressCountry"] == "CN"
        assert part["superEvent"] == {"@id": f"{BASE}event-fair"}


def test_place_without_an_address_is_at_that_of_the_place_around_it() -> None:
    """A hall of which only the city is known has the city's address, for an event needs one."""
    places = {"hall": {"name": NAME, "within": "city"}, "city": {"name": NAME, "address": {"country": "CN"}}}
    location = page_of(record_of(places=places, event={"place": "hall"}))["location"]
    assert location["@id"] == f"{BASE}place-hall"
    assert location["address"]["@id"] == f"{BASE}address-city"
    assert location["address"]["addressCountry"] == "CN"
    assert location["containedInPlace"]["@id"] == f"{BASE}place-city"


# Events


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_of_event_has_a_type(kind: EventKind) -> None:
    """A series is an EventSeries; no kind goes without a type."""
    written = event_of(kind=kind)["@type"]
    assert written.endswith(("Event", "EventSeries", "Festival"))
    assert (written == "EventSeries") == (kind is EventKind.SERIES)


def test_times_have_the_offset_of_the_event_and_days_have_none() -> None:
    """A time of day is written with the offset of the event's zone, a day as it is."""
    timed = event_of(start="2027-03-18T09:30", end="2027-03-18T11:00")
    assert timed["startDate"] == "2027-03-18T09:30:00+08:00"
    assert timed["endDate"] == "2027-03-18T11:00:00+08:00"
    days = event_of(start="2027-03-18", end="2027-03-19", duration="2 days")
    assert (days["startDate"], days["endDate"], days["duration"]) == ("2027-03-18", "2027-03-19", "P2D")


def test_times_without_a_zone_or_a_match_become_days() -> None:
    """Without a zone only the day is told, and start and end are of one form."""
    assert event_of(time_zone=None, start="2027-03-18T09:30")["startDate"] == "2027-03-18"
    mixed = event_of(start="2027-03-18T09:30", end="2027-03-19")
    assert (mixed["startDate"], mixed["endDate"]) == ("2027-03-18", "2027-03-19")


def test_a_duration_without_a_start_is_left_out() -> None:
    """How long something lasts says nothing to readers who do not know when."""
    assert "duration" not in event_of(duration="5 days")


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_a_full_address(status: Status) -> None:
    """The status is one of schema.org's, as an address."""
    changes = [{"at": "2027-02-01", "status": status}]
    written = event_of(status=status, changes=changes, start="2027-03-18")["eventStatus"]
    assert written.startswith("https://schema.org/Event")
    assert written.lower().endswith(status.value.replace("-", ""))


def test_rescheduled_event_tells_its_earlier_days() -> None:
    """Each earlier start is told, oldest first, never the present one."""
    changes = [
        {"at": "2027-01-10", "status": "postponed", "previous_start": "2027-03-18"},
        {"at": "2027-02-01", "status": "rescheduled", "previous_start": "2027-04-01"},
    ]
    event = event_of(status="rescheduled", changes=changes, start="2027-05-01")
    assert event["startDate"] == "2027-05-01"
    assert event["previousStartDate"] == ["2027-03-18", "2027-04-01"]


def test_postponed_event_keeps_the_day_and_place_it_had() -> None:
    """Until there is a new day, only the status changes."""
    change = {"at": "2027-02-01", "status": "postponed", "previous_place": "hall"}
    change |= {"previous_start": "2027-03-18T09:30", "previous_end": "2027-03-18T11:00"}
    record = record_of(
        places={"hall": {"name": NAME, "address": {"country": "CN"}}},
        event={"status": "postponed", "changes": [change]},
    )
    event = data_of(record)["event-fair"]
    assert event["startDate"] == "2027-03-18T09:30:00+08:00"
    assert event["location"] == {"@id": f"{BASE}place-hall"}
    assert "previousStartDate" not in event


def test_series_above_is_whole_in_the_data_and_an_id_in_a_page() -> None:
    """The data document tells name and days of the parent in another record; a page only refers to it."""
    week = Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "week-2027",
            "revision": {"number": 1, "at": "2027-01-01"},
            "locales": ["en"],
            "event": {"id": "week", "kind": "series", "name": NAME, "start": "2027-03-15"},
        }
    )
    record = record_of(related=week, event={"part_of": "week-2027"})
    address = "https://office.example.org/week-2027#event-week"
    assert page_of(record)["superEvent"] == {"@id": address}
    assert "EventSeries" not in text_of(record, "en")
    series = data_of(record)[address]
    assert (series["@type"], series["startDate"]) == ("EventSeries", "2027-03-15")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"attendance_mode": "online"}, ["https://fair.example.org/"]),
        ({"attendance_mode": "mixed"}, [f"{BASE}place-hall", "https://fair.example.org/"]),
        ({"attendance_mode": "offline"}, [f"{BASE}place-hall"]),
        ({"status": "moved-online"}, ["https://fair.example.org/"]),
        ({"attendance_mode": "online", "url": None}, [f"{BASE}place-hall"]),
        (
            {"attendance_mode": "online", "url": None, "registration": {"url": "https://join.example.org/"}},
            ["https://join.example.org/"],
        ),
    ],
)
def test_an_event_on_the_web_is_located_there(event: dict[str, Any], expected: list[str]) -> None:
    """A virtual location where it is online, place and virtual location where it is both."""
    places = {"hall": {"name": NAME, "address": {"country": "CN"}}}
    event = {"place": "hall", "url": "https://fair.example.org/", **event}
    location = data_of(record_of(places=places, event=event))["event-fair"]["location"]
    found = location if isinstance(location, list) else [location]
    assert [place.get("@id") or place["url"] for place in found] == expected
    assert {place["@type"] for place in found if "url" in place} <= {"VirtualLocation"}


def test_a_session_on_the_web_is_where_the_event_above_is() -> None:
    """A session without a page of its own has that of the event that it is part of."""
    session = {"id": "tea", "name": NAME, "attendance_mode": "online"}
    record = record_of(event={"url": "https://fair.example.org/", "sub_events": [session]})
    web = {"@type": "VirtualLocation", "url": "https://fair.example.org/"}
    assert data_of(record)["event-tea"]["location"] == web
    assert page_of(record)["subEvent"][0]["location"] == web


# People and organizations


def people(*names: str) -> dict[str, Any]:
    """People of a record."""
    return {name: {"name": {"en": name.title(), "zh-Hans": "某人"}} for name in names}


def test_only_who_came_is_told() -> None:
    """Who spoke or chaired performs, who attended attends; invited, expected or withdrawn is neither."""
    took_part = {
        "ann": ["attended", "spoke"],
        "bob": ["chaired"],
        "cat": ["attended"],
        "dan": ["invited"],
        "eve": ["expected"],
        "fay": ["confirmed"],
        "guy": ["spoke", "withdrew"],
    }
    participants = [{"person": name, "did": did} for name, did in took_part.items()]
    record = record_of(people=people(*took_part), event={"participants": participants})
    event = data_of(record)["event-fair"]
    assert event["performer"] == [{"@id": f"{BASE}person-ann"}, {"@id": f"{BASE}person-bob"}]
    assert event["attendee"] == [{"@id": f"{BASE}person-ann"}, {"@id": f"{BASE}person-cat"}]
    for name in ("dan", "eve", "fay", "guy"):
        assert f"person-{name}" not in text_of(record)


def test_person_has_posts_employers_and_academies() -> None:
    """A term per post in rank order, employer and academy by address, the posts in words, no honorific."""
    person = {
        "name": {
            "en": {"family": "Zhang", "given": "Wei", "honorific": "Mr"},
            "zh-Hans": {"family": "张", "given": "为"},
        },
        "posts": [
            {"title": {"en": "director", "zh-Hans": "主任"}, "organization": "park"},
            {"title": {"en": "professor", "zh-Hans": "教授"}, "organization": "park"},
        ],
        "memberships": [{"organization": "academy", "as": "academician"}],
    }
    bodies = {name: {"name": {"en": name.title(), "zh-Hans": "机构"}} for name in ("park", "academy")}
    record = record_of(
        people={"zhang-wei": person},
        organizations=bodies,
        event={"participants": [{"person": "zhang-wei", "did": ["spoke"]}]},
    )
    node = data_of(record)["person-zhang-wei"]
    assert node["name"] == both("Zhang Wei", "张为")
    assert node["familyName"] == both("Zhang", "张")
    assert [title["name"] for title in node["jobTitle"]] == [
        both("director", "主任"),
        both("professor", "教授"),
    ]
    assert node["worksFor"] == [{"@id": f"{BASE}organization-park"}]
    assert node["memberOf"] == [{"@id": f"{BASE}organization-academy"}]
    assert "academician" in node["description"][0]["@value"]


def test_people_of_another_record_are_named_by_it() -> None:
    """Somebody of a record that this one builds on has the address that record gives, employer and all."""
    person = {
        "name": {"en": "Ann", "zh-Hans": "安"},
        "posts": [{"title": {"en": "director", "zh-Hans": "主任"}, "organization": "park"}],
    }
    week = Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "week-2027",
            "revision": {"number": 1, "at": "2027-01-01"},
            "locales": ["en"],
            "people": {"ann": person},
            "organizations": {"park": {"name": NAME}},
            "event": {"id": "week", "kind": "series", "name": NAME},
        }
    )
    took_part = [{"person": "week-2027/ann", "did": ["spoke"]}]
    nodes = data_of(record_of(related=week, event={"participants": took_part}))
    home = "https://office.example.org/week-2027#"
    assert nodes["event-fair"]["performer"] == [{"@id": f"{home}person-ann"}]
    assert nodes[f"{home}person-ann"]["worksFor"] == [{"@id": f"{home}organization-park"}]
    assert nodes[f"{home}organization-park"]["name"] == both("Book Fair", "书展")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_is_an_organizer_a_sponsor_or_a_contributor(role: Role) -> None:
    """No organization goes without a property, and a role that is not told exactly is a loss."""
    record = record_of(
        organizations={"park": {"name": NAME}},
        event={"organizations": [{"role": role, "organizations": ["park"]}]},
    )
    event = data_of(record)["event-fair"]
    held = [name for name in ("organizer", "sponsor", "contributor") if name in event]
    assert len(held) == 1
    told = any(path[-1] == "role" for path, _ in list_losses(record))
    assert told == (held[0] != role)


def test_winner_carries_the_award() -> None:
    """An award is a line of text with its winner; no event has an award."""
    award = {
        "name": {"en": "Blue Tide", "zh-Hans": "蓝潮"},
        "categories": [
            {
                "id": "best",
                "name": {"en": "Best Book", "zh-Hans": "最佳图书"},
                "winners": [{"person": "ann", "rank": {"en": "gold", "zh-Hans": "金奖"}}],
            }
        ],
    }
    record = record_of(
        people=people("ann"),
        awards={"tide": award},
        event={"awards": [{"award": "tide", "did": "presented"}]},
    )
    nodes = data_of(record)
    assert nodes["person-ann"]["award"] == both("Blue Tide: Best Book, gold", "蓝潮：最佳图书（金奖）")
    assert "award" not in nodes["event-fair"]


def test_award_without_winners_is_a_loss() -> None:
    """It is not in the documents, and the losses say so."""
    record = record_of(
        awards={"tide": {"name": {"en": "Blue Tide", "zh-Hans": "蓝潮"}}},
        event={"awards": [{"award": "tide", "did": "announced"}]},
    )
    assert "Blue Tide" not in text_of(record)
    assert ("awards", "tide") in dict(list_losses(record))


# What is inferred


def test_nothing_inferred_is_exported() -> None:
    """No place, organizer, post, figure, person, award or session that is only concluded."""
    inferred = {"standing": "inferred"}
    record = record_of(
        sources={"whisper": {"title": {"en": "Secret Whisper"}}},
        people=people("ann")
        | {
            "cat": {
                "name": NAME,
                "posts": [{"title": NAME, "organization": "club"}],
                "sourcing": {"url": {"standing": "inferred", "cite": ["whisper"]}},
            }
        }
        | {"bob": {"name": {"en": "Bob", "zh-Hans": "鲍勃"}, **inferred}},
        organizations={
            "park": {"name": {"en": "Secret Park", "zh-Hans": "某园"}},
            "club": {"name": {"en": "Secret Club", "zh-Hans": "某社"}, **inferred},
        },
        places={"hall": {"name": {"en": "Secret Hall", "zh-Hans": "某厅"}}},
        figures={"sum": {"count": 4711, **inferred}},
        awards={"tide": {"name": NAME, "winners": [{"person": "ann"}], **inferred}},
        event={
            "start": "2027-03-18",
            "place": "hall",
            "sourcing": {"place": inferred, "start": inferred},
            "organizations": [{"role": "host", "organizations": ["park"], **inferred}],
            "participants": [
                {"person": "ann", "did": ["spoke"], **inferred},
                {"person": "bob", "did": ["spoke"]},
                {"person": "cat", "did": ["spoke"]},
            ],
            "figures": ["sum"],
            "awards": [{"award": "tide", "did": "presented"}],
            "sub_events": [{"id": "tea", "name": {"en": "Secret Tea", "zh-Hans": "茶会"}, **inferred}],
        },
    )
    for tag in (None, "en", "zh-Hans"):
        text = text_of(record, tag)
        for secret in ("Secret", "Bob", "Ann", "4711", "2027-03-18", "某", "茶会"):
            assert secret not in text


def test_nothing_inferred_of_the_summit_is_exported() -> None:
    """Neither the hall, nor the organizer, nor the number of the edition, nor an end of the summit."""
    record = eventrecord.load(ROOT / "seeds" / "zhangjiang-summit-2022.yaml")
    for tag in (None, *record.locales):
        text = text_of(record, tag)
        for secret in (
            "science-hall",
            "会堂",
            "會堂",
            "Science Hall",
            "zhangjiang-group",
            "Zhangjiang Group",
        ):
            assert secret not in text
        for secret in ("张江集团", "張江集團", "second", "第二", '"organizer"', '"location"'):
            assert secret not in text
    summit = page_of(record)
    assert not {"startDate", "endDate", "duration"} & set(summit)
    assert summit["subEvent"][0]["startDate"] == "2022-11-15"
    assert {person["name"] for person in summit["subEvent"][0]["performer"]} == {"Zhang Wei"}


# Figures


@pytest.mark.parametrize(
    ("qualifier", "bound"),
    [
        ("exactly", {"value": 25}),
        ("nearly", {"maxValue": 25}),
        ("up-to", {"maxValue": 25}),
        ("at-most", {"maxValue": 25}),
        ("less-than", {"maxValue": 25}),
        ("more-than", {"minValue": 25}),
        ("at-least", {"minValue": 25}),
        ("about", {"value": 25}),
        ("several", {}),
    ],
)
def test_qualifier_is_a_bound(qualifier: str, bound: dict[str, int]) -> None:
    """Nearly is a maximum, more than a minimum; several is no number."""
    figure = figure_of(count=25, qualifier=qualifier)
    assert {name: figure[name] for name in ("value", "minValue", "maxValue") if name in figure} == bound


def test_money_keeps_currency_period_and_wording() -> None:
    """The sum stands in a currency, with the period it covers, and the name says nearly in each language."""
    figure = figure_of(
        money="210 billion CNY",
        qualifier="nearly",
        period="2015/2022",
        name={"en": "Deals", "zh-Hans": "交易额"},
    )
    assert figure["value"] == {"@type": "MonetaryAmount", "currency": "CNY", "maxValue": 210_000_000_000}
    assert (figure["observationDate"], figure["observationPeriod"]) == ("2022", "P8Y")
    english, chinese = (name["@value"].replace("\N{NO-BREAK SPACE}", " ") for name in figure["name"])
    assert english == "Deals: nearly RMB 210 billion from 2015 to 2022"
    assert chinese == "交易额：2015年至2022年近2100亿元"


@pytest.mark.parametrize(
    ("period", "length"),
    [
        ("2022", "P1Y"),
        ("2015/2022", "P8Y"),
        ("2022-01/2022-10", "P10M"),
        ("2021/2022-03", "P15M"),
        ("2027-03-18/2027-03-19", "P2D"),
        ("2024-02/2024-03-01", "P30D"),
    ],
)
def test_period_has_one_unit(period: str, length: str) -> None:
    """The length of a period is counted in the finer unit of its ends."""
    assert figure_of(count=25, period=period)["observationPeriod"] == length


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ({"percent": 10}, {"value": 10, "unitCode": "P1"}),
        ({"percent": "4.81"}, {"value": 4.81, "unitCode": "P1"}),
        ({"points": 3}, {"value": 3, "unitText": "pp"}),
        ({"area": "35,000 m2"}, {"value": 35000, "unitCode": "MTK"}),
        ({"area": "12 mu"}, {"value": 12, "unitText": "mu"}),
        ({"count": "60-70"}, {"minValue": 60, "maxValue": 70}),
        ({"ordinal": 2}, {"value": 2}),
        ({"fraction": "1/3", "qualifier": "more-than"}, {"minValue": 33.3, "unitCode": "P1"}),
        ({"fraction": "2/3", "qualifier": "nearly"}, {"maxValue": 66.7, "unitCode": "P1"}),
        ({"fraction": "1/3", "qualifier": "nearly"}, {"maxValue": 33.4, "unitCode": "P1"}),
    ],
)
def test_figure_has_its_unit(figure: dict[str, Any], expected: dict[str, Any]) -> None:
    """Units are codes where there are any; a fraction is rounded to where its bound stays true."""
    node = figure_of(**figure)
    shown = ("value", "minValue", "maxValue", "unitCode", "unitText")
    assert {name: node[name] for name in shown if name in node} == expected


def test_a_fall_is_below_zero() -> None:
    """What is down is negative, and nearly 5 per cent down is no lower than -5."""
    fall = {"comparison": {"direction": "down", "base": "2021"}}
    assert figure_of(percent=5, **fall)["value"] == -5
    assert figure_of(percent=5, qualifier="nearly", **fall)["minValue"] == -5
    assert figure_of(money="5 million CNY", **fall)["value"]["value"] == -5_000_000
    rise = {"comparison": {"direction": "up", "base": "2021"}}
    assert figure_of(percent=5, **rise)["value"] == 5


def test_sources_of_a_figure_are_claims_in_their_own_words() -> None:
    """Each source is quoted letter by letter in its language, also the one that says something else."""
    sources = {
        "shine": {"title": {"en": "SHINE"}, "url": "https://shine.example.org/", "language": "en"},
        "desk": {"title": {"zh-Hans": "统计"}, "language": "zh-Hans"},
    }
    figure = {
        "count": 600,
        "standing": "disputed",
        "cite": [{"source": "desk", "excerpt": "600名"}],
        "conflicts": [{"source": "shine", "excerpt": "more than 500"}],
    }
    record = record_of(sources=sources, figures={"guests": figure}, event={"figures": ["guests"]})
    nodes = data_of(record)
    assert nodes["figure-guests"]["subjectOf"] == [
        {
            "@type": "Claim",
            "text": [{"@value": "600名", "@language": "zh-Hans"}],
            "inLanguage": "zh-Hans",
            "appearance": {"@id": f"{BASE}source-desk"},
        },
        {
            "@type": "Claim",
            "text": [{"@value": "more than 500", "@language": "en"}],
            "inLanguage": "en",
            "appearance": {"@id": f"{BASE}source-shine"},
        },
    ]
    assert nodes["source-shine"]["@type"] == "WebPage"
    assert nodes["source-desk"]["@type"] == "CreativeWork"
    assert nodes["source-desk"]["name"] == [{"@value": "统计", "@language": "zh-Hans"}]


# Works


def released(**release: Any) -> dict[str, Any]:
    """The articles of a record with one release."""
    body = [{"id": "sum", "text": {"en": "{figures.books}.", "zh-Hans": "{figures.books}。"}}]
    record = record_of(
        organizations={"park": {"name": NAME}},
        figures={"books": {"count": 4711}},
        releases=[{"id": "opening", "headline": NAME, "body": body, **release}],
    )
    return {
        address.removeprefix("https://office.example.org/"): node
        for address, node in data_of(record).items()
        if node["@type"] == "NewsArticle"
    }


def test_articles_are_translations_of_the_first() -> None:
    """One article per language; that of the record's first locale is the hub."""
    english, chinese = released().values()
    assert english["headline"] == {"@value": "Book Fair", "@language": "en"}
    assert chinese["headline"] == {"@value": "书展", "@language": "zh-Hans"}
    assert english["workTranslation"] == [{"@id": chinese["@id"]}]
    assert chinese["translationOfWork"] == {"@id": english["@id"]}
    assert english["about"] == {"@id": f"{BASE}event-fair"}
    assert english["mentions"] == [{"@id": f"{BASE}figure-books"}]


def test_release_in_some_languages_has_articles_in_these() -> None:
    """A release is an article only where it is published."""
    (article,) = released(locales=["zh-Hans"]).values()
    assert article["inLanguage"] == "zh-Hans"
    assert not {"workTranslation", "translationOfWork"} & set(article)


def test_author_and_time_are_told_if_known() -> None:
    """The issuer is author and publisher; the time has its zone, and an embargo puts it off."""
    told = released(issuer="park", issued="2027-03-18T18:30", time_zone="Asia/Hong_Kong")
    article = told["en/fair-2027#release-opening"]
    assert article["author"] == article["publisher"] == {"@id": f"{BASE}organization-park"}
    assert article["datePublished"] == "2027-03-18T18:30:00+08:00"
    held = released(issued="2027-03-18T18:30", embargo="2027-03-19T07:00")
    assert held["en/fair-2027#release-opening"]["datePublished"] == "2027-03-19T07:00:00+08:00"
    unknown = released()["en/fair-2027#release-opening"]
    assert not {"author", "publisher", "datePublished"} & set(unknown)


def test_quotation_has_speaker_and_language_spoken() -> None:
    """Words in each wording, by whom, in which language they were said, at which event."""
    quotation = {
        "speaker": "ann",
        "spoken": "yue",
        "text": {"en": "Read on.", "zh-Hans": "读下去。"},
        "at": "fair",
    }
    nodes = data_of(record_of(people=people("ann"), quotations={"read-on": quotation}))
    assert nodes["event-fair"]["recordedIn"] == [{"@id": f"{BASE}quotation-read-on"}]
    node = nodes["quotation-read-on"]
    assert node["text"] == both("Read on.", "读下去。")
    assert node["creator"] == {"@id": f"{BASE}person-ann"}
    assert node["inLanguage"] == "yue"


def test_image_without_an_address_is_no_image_of_the_event() -> None:
    """A picture on the web is the event's image; of a file the caption stays, and the loss is told."""
    images = {
        "web": {"caption": NAME, "url": "https://office.example.org/a.jpg", "event": "fair"},
        "disk": {"caption": NAME, "file": "b.jpg", "event": "fair"},
    }
    record = record_of(images=images)
    event = data_of(record)["event-fair"]
    assert event["image"] == [{"@id": f"{BASE}image-web"}]
    assert event["recordedIn"] == [{"@id": f"{BASE}image-disk"}]
    assert [path for path, _ in list_losses(record)] == [("images", "disk", "file")]


def test_terms_of_a_record_are_a_set_that_is_named_after_it() -> None:
    """Whoever meets a term learns which terms it belongs to, in each language."""
    terms = {"book": {"name": {"en": "book", "zh-Hans": "书"}}}
    nodes = data_of(record_of(terms=terms, event={"keywords": ["book"]}))
    assert nodes["term-book"]["inDefinedTermSet"] == {"@id": f"{BASE}terms"}
    assert nodes["terms"]["name"] == both("Book Fair: terms", "书展：术语")


def test_fictional_record_says_so() -> None:
    """The event of a made-up record is told to be made up, in each language."""
    note = data_of(record_of(fictional=True))["event-fair"]["disambiguatingDescription"]
    assert "made up" in note[0]["@value"]
    assert "虚构" in note[1]["@value"]


# Losses


def test_what_is_exact_loses_nothing() -> None:
    """A record that schema.org has a place for has no losses."""
    record = record_of(
        people=people("ann"),
        figures={"books": {"count": 25}},
        event={
            "start": "2027-03-18T09:30",
            "end": "2027-03-18T11:00",
            "participants": [{"person": "ann", "did": ["attended", "spoke"], "topic": NAME}],
            "figures": ["books"],
        },
    )
    assert list_losses(record) == []


@pytest.mark.parametrize(
    ("event", "path"),
    [
        ({"ordinal": 2}, ("event", "ordinal")),
        ({"aims": [NAME]}, ("event", "aims")),
        ({"programme": {"strands": [NAME]}}, ("event", "programme", "strands")),
        ({"duration": "5 days"}, ("event", "duration")),
        ({"start": "2027-03-18T09:30", "time_zone": None}, ("event", "start")),
        ({"participants": [{"person": "ann", "did": ["invited"]}]}, ("event", "participants", 0, "did")),
        ({"participants": [{"group": NAME, "did": ["attended"]}]}, ("event", "participants", 0, "group")),
        (
            {"participants": [{"people": ["ann"], "did": ["spoke"], "complete": False}]},
            ("event", "participants", 0, "complete"),
        ),
        (
            {"sub_events": [{"id": "tea", "name": NAME, "ordinal": 3}]},
            ("event", "sub_events", 0, "ordinal"),
        ),
    ],
)
def test_what_is_left_out_is_told(event: dict[str, Any], path: tuple[str | int, ...]) -> None:
    """Every part that JSON-LD has no place for is a loss, at its place in the record."""
    assert [where for where, _ in list_losses(record_of(people=people("ann"), event=event))] == [path]


def test_both_formats_have_the_same_losses() -> None:
    """The rows of the table name one function."""
    assert FORMATS["json-ld"].losses is FORMATS["json-ld-page"].losses is list_losses
