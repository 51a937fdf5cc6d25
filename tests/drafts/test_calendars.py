"""Calendars: several languages of one, relations, days, and what no calendar should have."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import eventrecord
from eventrecord import Draft, EventRecordError, UnknownNameError

# Helpers


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar of entries, each given as lines with slashes between them."""
    entries = [f"BEGIN:VEVENT\nDTSTAMP:20270105T080000Z\n{event}\nEND:VEVENT" for event in events]
    text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head.splitlines(), *entries, "END:VCALENDAR", ""])
    return text.replace("\n", "\r\n").encode()


def draft_of(*events: str, head: str = "") -> Draft:
    draft = eventrecord.read_draft({"talks.ics": calendar(*events, head=head)})
    eventrecord.loads(draft.text())
    return draft


def event_of(lines: str) -> dict[str, Any]:
    event: dict[str, Any] = draft_of(lines).data["event"]
    return event


def told(draft: Draft) -> list[str]:
    return [str(note.told()) for note in draft.notes]


# Times


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("DTSTART;VALUE=DATE:20270318\nDTEND;VALUE=DATE:20270319", {"start": "2027-03-18"}),
        (
            "DTSTART;VALUE=DATE:20270318\nDTEND;VALUE=DATE:20270320",
            {"start": "2027-03-18", "end": "2027-03-19"},
        ),
        ("DTSTART;VALUE=DATE:20270318\nDURATION:P2D", {"start": "2027-03-18", "duration": "P2D"}),
        (
            "DTSTART:20270318T013000Z\nDTEND:20270318T020000Z",
            {"start": "2027-03-18T01:30Z", "end": "2027-03-18T02:00Z"},
        ),
        (
            "DTSTART;TZID=Asia/Shanghai:20270318T013000\nDURATION:PT1H30M0S",
            {"start": "2027-03-18T01:30", "duration": "PT1H30M", "time_zone": "Asia/Shanghai"},
        ),
        (
            "DTSTART;TZID=/example.org/20270101/Europe/Berlin:20270318T013000",
            {"start": "2027-03-18T01:30", "time_zone": "Europe/Berlin"},
        ),
        (
            "DTSTART;TZID=Europe/London:20270318T120000\nDTEND;TZID=Asia/Hong_Kong:20270318T220000",
            {"start": "2027-03-18T12:00", "end": "2027-03-18T22:00+08:00", "time_zone": "Europe/London"},
        ),
    ],
)
def test_times_are_those_of_the_calendar(lines: str, found: dict[str, str]) -> None:
    """The last day is included, a local time has its zone, a length stays a length."""
    event = event_of(f"UID:a\nSUMMARY:Talk\n{lines}")
    names = ("start", "end", "duration", "time_zone")
    assert {name: event[name] for name in names if name in event} == found


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ("DTSTART:20270318T093000", "lost, line 7: a time has no time zone"),
        ("DTSTART;TZID=CST:20270318T093000", "lost, line 7: CST does not say which time zone it is"),
        ("DTSTART;TZID=Tokyo Standard Time:20270318T093000", "taken for Asia/Tokyo"),
        ("DTSTART:20270231", "lost, line 7: 20270231 is no date that can be read"),
        ("DTSTART;VALUE=DATE:20270318\nDTEND;VALUE=DATE:20270301", "an event ends before its first day"),
        ("DTSTART:20270318T093000Z\nDTEND:20270318T093000Z", "an event does not end after its start"),
        ("DTSTART:20270318T093000Z\nDTEND;VALUE=DATE:20270319", "start and end are not of one form"),
        ("DTSTART:20270318T093000Z\nDURATION:PT45S", "PT45S is no duration that records can hold"),
        ("SUMMARY:Again", "an event has no start that can be read"),
    ],
)
def test_what_is_wrong_with_a_time_is_told(lines: str, note: str) -> None:
    """With the line, and never mended in silence."""
    assert any(note in line for line in told(draft_of(f"UID:a\nSUMMARY:Talk\n{lines}")))


ZONE = """BEGIN:VTIMEZONE
TZID:Our time
BEGIN:STANDARD
DTSTART:16010101T030000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize("day", ["20270101", "20270327", "20270329", "20270701", "20271030", "20271101"])
def test_a_zone_without_a_name_has_the_offsets_that_the_file_describes(day: str) -> None:
    """Those of Berlin here, on either side of both changes."""
    event = f"UID:a\nSUMMARY:A\nDTSTART;TZID=Our time:{day}T093000"
    local = datetime.strptime(day, "%Y%m%d").replace(hour=9, minute=30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert draft_of(event, head=ZONE).data["event"]["start"] == local.isoformat(timespec="minutes")


def test_a_zone_that_is_described_in_ways_not_understood_gives_local_times() -> None:
    """No offset is better than a wrong one."""
    head = ZONE.replace("BYDAY=-1SU;BYMONTH=3", "BYYEARDAY=80")
    draft = draft_of("UID:a\nSUMMARY:A\nDTSTART;TZID=Our time:20270701T093000", head=head)
    assert draft.data["event"]["start"] == "2027-07-01T09:30"
    assert any("Our time does not say which time zone it is" in line for line in told(draft))


def test_times_without_a_zone_are_in_that_of_the_calendar() -> None:
    """Where it has one; told, for other programs may read them as local anywhere."""
    draft = draft_of("UID:a\nSUMMARY:A\nDTSTART:20270701T093000", head="X-WR-TIMEZONE:Asia/Macau")
    assert draft.data["event"]["time_zone"] == "Asia/Macau"
    assert any("in that of the calendar, Asia/Macau" in line for line in told(draft))


# Identity


def test_an_entry_of_others_keeps_uid_and_sequence() -> None:
    """What is published goes by them; an event that recurs, and a UID that stands twice, do not."""
    draft = draft_of(
        "UID:a b@x\nSUMMARY:A\nSEQUENCE:3",
        "UID:c\nSUMMARY:C\nRRULE:FREQ=DAILY",
        "UID:d\nSUMMARY:D1\nSEQUENCE:-1",
        "UID:d\nSUMMARY:D2",
    )
    parts = draft.data["event"]["sub_events"]
    assert [part.get("calendar_entry") for part in parts] == [
        {"uid": "a b@x", "sequence": 3},
        None,
        {"uid": "d"},
        None,
    ]


def test_an_event_that_was_cancelled_counts_that_once() -> None:
    """Its SEQUENCE is that of the source, the cancellation included."""
    event = event_of("UID:a\nSUMMARY:A\nDTSTART:20270701\nSTATUS:CANCELLED\nSEQUENCE:4")
    assert event["calendar_entry"] == {"uid": "a", "sequence": 3}
    assert len(event["changes"]) == 1


# Relations


def test_events_are_below_those_that_they_are_related_to() -> None:
    """By the parent's mark in the child, or the child's in the parent."""
    event = (
        event_of("UID:a\nSUMMARY:A")
        | draft_of(
            "UID:b\nSUMMARY:B\nRELATED-TO:a",
            "UID:a\nSUMMARY:A\nRELATED-TO;RELTYPE=CHILD:c",
            "UID:c\nSUMMARY:C",
        ).data["event"]
    )
    assert event["id"] == "a"
    assert [part["id"] for part in event["sub_events"]] == ["b", "c"]


def test_a_circle_of_relations_is_told_and_no_event_is_lost() -> None:
    """Whatever way the relations point, each event stands in the draft once."""
    draft = draft_of("UID:a\nSUMMARY:A\nRELATED-TO:b", "UID:b\nSUMMARY:B\nRELATED-TO:a")
    assert any("in a circle" in line for line in told(draft))
    assert sorted(eventrecord.loads(draft.text()).events()) == ["a", "b"]


def test_a_chain_of_relations_that_is_too_long_is_cut_and_told() -> None:
    """Nobody can read a hundred events in one another, nor could the reader."""
    links = [f"UID:e{n}\nSUMMARY:E{n}" + (f"\nRELATED-TO:e{n - 1}" if n else "") for n in range(100)]
    for events in (links, links[::-1]):
        draft = draft_of(*events)
        assert any("too deeply" in line for line in told(draft))
        assert {f"e{n}" for n in range(100)} <= set(eventrecord.loads(draft.text()).events())


# Languages


def test_calendars_of_several_languages_are_one_record() -> None:
    """Names, places and keywords get a wording per file, by UID and order; file names tell the language."""
    english = calendar("UID:a\nSUMMARY:Talk\nLOCATION:East Hall\nCATEGORIES:robots,sea")
    chinese = calendar("UID:a\nSUMMARY:讲座\nLOCATION:东馆\nCATEGORIES:机器人,海洋")
    draft = eventrecord.read_draft({"talk.en.ics": english, "talk.zh-Hans.ics": chinese})
    record = eventrecord.loads(draft.text())
    assert (record.id, record.locales) == ("talk", ["en", "zh-Hans"])
    assert record.event.name == {"en": "Talk", "zh-Hans": "讲座"}
    assert {name: place.name for name, place in record.places.items()} == {
        "east-hall": {"en": "East Hall", "zh-Hans": "东馆"}
    }
    assert [record.terms[name].name["zh-Hans"] for name in record.event.keywords] == ["机器人", "海洋"]
    assert list(record.terms) == ["robots", "sea"]


def test_calendars_that_do_not_agree_say_so_and_stay_sound() -> None:
    """Times, places and keywords of the first file hold, in whatever way the others are mixed up."""

    def file(uids: str, *told: tuple[str, str]) -> bytes:
        pairs = zip(uids, told, strict=True)
        return calendar(
            *(f"UID:{u}\nSUMMARY:{u}\nLOCATION:{hall}\nCATEGORIES:{words}" for u, (hall, words) in pairs)
        )

    told = [*itertools.product("PQR", ["x", "x,y", "y,x"])]
    for a, b, c in itertools.product(told[:6], told[3:], told[::2]):
        files = {
            "t.en.ics": file("ab", a, b),
            "t.zh-Hans.ics": file("cab", a, b, c),
            "t.fr.ics": file("ba", c, b),
        }
        record = eventrecord.loads(eventrecord.read_draft(files).text())
        for event in record.events().values():
            assert event.place is None or event.place in record.places
            assert set(event.keywords) <= set(record.terms)


def test_the_times_of_the_first_calendar_hold() -> None:
    """What another tells otherwise is told."""
    files = {
        f"t.{tag}.ics": calendar(f"UID:a\nSUMMARY:A\nDTSTART:2027031{n}")
        for n, tag in enumerate(("en", "fr"))
    }
    draft = eventrecord.read_draft(files)
    assert draft.data["event"]["start"] == "2027-03-10"
    assert any("the calendars do not agree on the start of a" in line for line in told(draft))


def test_two_titles_in_two_languages_are_kept_and_told() -> None:
    """No calendar may have them; to lose one would be worse."""
    draft = draft_of("UID:a\nSUMMARY;LANGUAGE=en:Talk\nSUMMARY;LANGUAGE=zh_TW:講座")
    assert draft.data["event"]["name"] == {"en": "Talk", "zh-Hant-TW": "講座"}
    assert any("which no calendar may have" in line for line in told(draft))


# What no calendar should have


def test_a_double_uid_is_told_and_both_events_are_kept() -> None:
    """They may be two events, whatever their maker says."""
    draft = draft_of("UID:a\nSUMMARY:A", "UID:a\nSUMMARY:B")
    assert any("two events have the UID a" in line for line in told(draft))
    assert sorted(eventrecord.loads(draft.text()).events()) == ["a", "b", "talks"]


def test_big5_is_offered_where_it_may_be() -> None:
    """A file that is no UTF-8 is refused with every encoding that it could be in."""
    data = calendar("UID:a\nSUMMARY:講座").decode().encode("big5hkscs")
    with pytest.raises(EventRecordError, match=r"line 6 is not UTF-8, but may be .*big5hkscs"):
        eventrecord.read_draft({"a.ics": data})
    draft = eventrecord.read_draft({"a.ics": data}, encoding="big5")
    assert draft.data["event"]["name"] == {"zh-Hant": "講座"}


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("euc_jp", "開会式のご案内とロボット展示会のお知らせ"),
        ("euc_kr", "개회식 안내와 로봇 전시회 일정을 알립니다"),
    ],
)
def test_chinese_is_not_offered_for_what_its_neighbours_write(encoding: str, words: str) -> None:
    """Bytes of Japanese and Korean files are Chinese characters too, but no words."""
    data = calendar(f"SUMMARY:{words}").replace(words.encode(), words.encode(encoding))
    with pytest.raises(EventRecordError, match=r"^a\.ics: line \d+ is not UTF-8: save the file as UTF-8$"):
        eventrecord.read_draft({"a.ics": data})


def test_what_an_event_says_again_is_not_lost_with_the_calendar() -> None:
    """Our own calendars say of themselves what they say of the event that they are about."""
    event = "UID:a\nSUMMARY:Fair\nDESCRIPTION:Books {and\\nink.\\nMade up.\nCATEGORIES:books"
    head = "NAME:Fair\nDESCRIPTION:Books {and\\nMade up.\nCATEGORIES:books"
    assert not [
        line for line in told(draft_of(event, head=head)) if line.startswith("lost") and "kept" in line
    ]
    other = head.replace("Made up", "A feed").replace("books", "paper")
    lost = [line for line in told(draft_of(event, head=other)) if "kept" in line]
    assert lost == [
        "lost: what the calendar says of itself is not kept: A feed.",
        "lost, line 5: CATEGORIES is not kept",
    ]


def test_of_several_files_the_one_at_fault_is_named() -> None:
    """In notes, and where it cannot be read; what is of them all is of none."""
    good = calendar("X-FOO:a\nUID:a\nSUMMARY:A")
    draft = eventrecord.read_draft({"a.en.ics": good, "a.zh-Hans.ics": good.replace(b"X-FOO", b"X-BAR")})
    assert [line for line in told(draft) if "X-" in line] == [
        "lost, a.en.ics, line 5: X-FOO is not kept",
        "lost, a.zh-Hans.ics, line 5: X-BAR is not kept",
    ]
    with pytest.raises(EventRecordError, match=r"^b\.ics: line 1 is not UTF-8"):
        eventrecord.read_draft({"a.ics": good, "b.ics": b"\xff"})


def test_an_encoding_that_is_not_known_is_refused() -> None:
    """Nothing is decoded by a name that came from outside."""
    with pytest.raises(UnknownNameError, match="'rot13'; known: utf-8, gb18030, big5hkscs, utf-16"):
        eventrecord.read_draft({"a.ics": b""}, encoding="rot13")
