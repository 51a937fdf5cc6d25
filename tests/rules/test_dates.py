"""Dates: order, nesting, lengths, weekdays and zones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic, Label
from eventrecord.model.record import Record

Found = Callable[..., list[Diagnostic]]
Built = Callable[..., Record]


@pytest.mark.parametrize(
    "event",
    [
        "{start: 2031-05-12, end: 2031-05-12}",
        "{start: 2031-05-12T09:30, end: 2031-05-12}",
        "{start: 2031-05, end: 2031-05-12}",
        "{start: 2031-05-31, end: 2031-05}",
        "{start: 2031-05-12T09:00+08:00, end: 2031-05-12T03:00+01:00}",
        "{start: 2031-05-12T09:30, end: 2031-05-12T09:30}",
    ],
)
def test_an_end_may_be_as_early_as_its_precision_allows(found: Found, event: str) -> None:
    """A day ends after any hour of it, a month after any day of it; offsets count."""
    assert found(f"event: {event}", rule="end-before-start") == []


@pytest.mark.parametrize(
    ("fragment", "path"),
    [
        ("{start: 2031-05-12T09:30, end: 2031-05-12T09:00}", ("end",)),
        ("{start: 2031-05-12T02:00Z, end: 2031-05-12T09:00+08:00}", ("end",)),
        ("{start: 2031-06, end: 2031-05-31}", ("end",)),
        ("{registration: {opens: 2031-04-02, closes: 2031-03-01}}", ("registration", "closes")),
        (
            "{status: rescheduled, changes: [{at: 2031-04-01, status: rescheduled,"
            " previous_start: 2031-04-12, previous_end: 2031-04-11}]}",
            ("changes", 0, "previous_end"),
        ),
    ],
)
def test_what_ends_before_it_begins_is_found(
    found: Found, fragment: str, path: tuple[str | int, ...]
) -> None:
    """Hours, offsets, months, registration and earlier dates are compared."""
    [finding] = found(f"event: {fragment}", rule="end-before-start")
    assert finding.path == ("event", *path)


SESSION = "sub_events: [{{id: tides, name: {{en: Tides, zh-Hans: 潮汐}}, {}}}]"


@pytest.mark.parametrize(
    "session",
    [
        "start: 2031-05-13T23:00",
        "start: 2031-05",
        "start: 2031-05-12, end: 2031-05-13",
        "start: 2031-05-13T23:00Z, status: cancelled, changes: [{at: 2031-05-01, status: cancelled}]",
        "start: 2031-05-13T15:59Z",
    ],
)
def test_a_session_within_its_event_is_sound(found: Found, session: str) -> None:
    """A session is only reported where no reading of its date lies within; cancelled ones never are."""
    assert found(f"event: {{{SESSION.format(session)}}}", rule="outside-parent") == []


@pytest.mark.parametrize(
    ("session", "key"),
    [
        ("start: 2031-05-11", "start"),
        ("start: 2031-05-13, end: 2031-05-14", "end"),
        ("start: 2031-05-13T16:30Z", "start"),
    ],
)
def test_a_session_outside_its_event_is_found(found: Found, session: str, key: str) -> None:
    """Both ends count, on the calendar of the event's own zone."""
    [finding] = found(f"event: {{{SESSION.format(session)}}}", rule="outside-parent")
    assert finding.path == ("event", "sub_events", 0, key)
    assert "forum (2031-05-12 to 2031-05-13)" in finding.message


def test_a_session_that_ends_before_it_begins_is_told_once(found: Found) -> None:
    """A slip in one date is one finding, not also one about the event above."""
    event = f"event: {{{SESSION.format('start: 2031-05-13, end: 2031-05-02')}}}"
    assert [finding.rule for finding in found(event)] == ["end-before-start"]


def test_an_event_is_held_against_the_record_it_is_part_of(found: Found, record: Built) -> None:
    """The week in another record has dates as well; an event without dates passes its parent's on."""
    week = record("{id: ocean-week-2031, event: {id: week, start: 2031-05-01, end: 2031-05-07}}")
    [finding] = found("event: {part_of: ocean-week-2031}", week, rule="outside-parent")
    assert "week of the record ocean-week-2031 (2031-05-01 to 2031-05-07)" in finding.message


def test_the_last_day_of_an_event_may_follow_from_its_length(found: Found, record: Built) -> None:
    """A start and a number of days say when the event is over."""
    week = record("{id: ocean-week-2031, event: {id: week, start: 2031-05-05, end: 2031-05-05}}")
    event = week.event.model_copy(
        update={"end": None, "duration": record("event: {duration: 5 days}").event.duration}
    )
    [finding] = found(
        "event: {part_of: ocean-week-2031}", week.model_copy(update={"event": event}), rule="outside-parent"
    )
    assert "(2031-05-05, 5 days)" in finding.message


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("{duration: 2 days}", None),
        ("{duration: 1 week}", "2 days"),
        ("{start: 2031-05-12T09:00, end: 2031-05-13T17:00, duration: 2 days}", None),
        ("{start: 2031-05-12T09:00, end: 2031-05-12T11:30, duration: PT2H30M}", None),
        ("{start: 2031-05-12T09:00, end: 2031-05-12T11:30, duration: 2 hours}", "2 hours 30 minutes"),
        ("{start: 2031-05, end: 2031-06, duration: 5 days}", None),
        ("{start: 2031-05-12T09:00, end: 2031-05-13T17:00, duration: 16 hours}", None),
    ],
)
def test_lengths_are_counted_where_they_can_be(found: Found, event: str, told: str | None) -> None:
    """Days are counted with the first and the last; hours only within one day."""
    findings = found(f"event: {event}", rule="duration-mismatch")
    assert [told is not None and told in finding.message for finding in findings] == [True] * bool(told)


@pytest.mark.parametrize(
    "prose",
    [
        "en: 'on Monday, May 12, 2031'",
        "en: 'on Mon., 12 May'",
        "en: 'on Tuesday the 13th of May'",
        "en: 'May 12 (Monday)'",
        "en: 'on 12 May, Monday readings will follow; the Tuesday after 30 May is free'",
        "en: 'Tuesday, May 31, and 2 May'",
        "en: 'on Tuesday, Dec. 30'",
        "zh-Hans: 5月12日（星期一）",
        "zh-Hans: 2031年5月13日周二",
        "zh-Hans: 下周三公布5月12日的结果",
        "zh-Hans: 星期日（5月18日）",
        "zh-Hant-HK: 5月18日（星期天）",
        "zh-Hans: 5月12日，星期一，论坛开幕",
        "zh-Hans: 截至5月12日，周三公布的数据",
        "en: 'on Monday (May 12)'",
        "fr: 'mardi 12 mai 2031'",
    ],
)
def test_weekdays_that_fit_or_stand_beside_no_date_are_sound(found: Found, prose: str) -> None:
    """Only a weekday written with a date is looked at, and the year nearest to the event is meant."""
    prose = prose.replace("May 31,", "May 13,")
    assert found(f"event: {{description: {{{prose}}}}}", rule="weekday-mismatch") == []


@pytest.mark.parametrize(
    ("prose", "surface", "right"),
    [
        ("en: 'on Tuesday, May 12, 2031, in Lantan'", "Tuesday, May 12, 2031", "Monday"),
        ("en: 'on Tues., 12 May'", "Tues., 12 May", "Monday"),
        ("en: 'on Wednesday the 13th of May'", "Wednesday the 13th of May", "Tuesday"),
        ("en: 'Sept. 1, 2031 (Sunday)'", "Sept. 1, 2031 (Sunday)", "Monday"),
        ("zh-Hans: 将于5月12日（星期二）开幕", "5月12日（星期二）", "星期一"),
        ("zh-Hans: 5月12日，星期二，论坛开幕", "5月12日，星期二", "星期一"),
        ("zh-Hans: 2031年5月12日，周二上午", "2031年5月12日，周二", "星期一"),
        ("en: 'on Tuesday (May 12) in Lantan'", "Tuesday (May 12)", "Monday"),
        ("en: 'on Tues. (12 May 2031)'", "Tues. (12 May 2031)", "Monday"),
        ("zh-Hant-HK: 星期一（5月13日）", "星期一（5月13日）", "星期二"),
        ("zh-Hant-TW: 2031年5月13日週五", "2031年5月13日週五", "星期二"),
    ],
)
def test_weekdays_that_do_not_fit_are_found(found: Found, prose: str, surface: str, right: str) -> None:
    """In English and in both scripts of Chinese, with the weekday that would be right."""
    [finding] = found(f"event: {{description: {{{prose}}}}}", rule="weekday-mismatch")
    assert f"'{surface}'" in finding.message
    assert finding.message.endswith(f"that day is a {right}")


@pytest.mark.parametrize(
    ("event", "hint"),
    [
        (
            "id: tides, start: 2031-05-12",
            "the date or the weekday is wrong; if this is the day of 'tides', the slot {events.tides:day} "
            "prints both",
        ),
        ("id: tides, start: 2031-05-11", "look at the calendar: the date or the weekday is wrong"),
        ("id: tides, start: 2031-05", "look at the calendar: the date or the weekday is wrong"),
    ],
)
def test_a_weekday_is_said_by_a_slot_of_the_event_that_starts_then(
    found: Found, event: str, hint: str
) -> None:
    """The slot is one that this record has, and prints this day; where there is none, none is named."""
    fragment = f"event: {{{event}, description: {{en: 'on Tuesday, May 12, 2031'}}}}"
    [finding] = found(fragment, rule="weekday-mismatch")
    assert finding.hint == hint
    assert finding.fix is not None
    assert finding.fix.message == "replace Tuesday by Monday"


def test_a_date_of_a_release_is_near_its_day_of_issue(found: Found) -> None:
    """In January the December before is meant: the year nearest to the release."""
    fragment = """
    releases: [{id: a, issued: 2032-01-02, headline: {en: "Since Wednesday, December 31", zh-Hans: 甲},
      body: [{lead: forum}]}]
    """
    assert found(fragment, rule="weekday-mismatch") == []


@pytest.mark.parametrize(
    ("fragment", "path"),
    [
        ("event: {start: 2031-05-12T09:30}", ("event", "start")),
        ("event: {registration: {closes: 2031-03-01T12:00}}", ("event", "registration", "closes")),
        (
            "releases: [{id: a, issued: 2031-05-12T10:00, headline: {en: A, zh-Hans: 甲},"
            " body: [{lead: forum}]}]",
            ("releases", 0, "issued"),
        ),
    ],
)
def test_a_time_without_any_zone_is_found(record: Built, fragment: str, path: tuple[str | int, ...]) -> None:
    """Nowhere above the time is a zone, and it has no offset of its own."""
    from eventrecord.rules import validate

    built = record(fragment)
    bare = built.model_copy(update={"event": built.event.model_copy(update={"time_zone": None})})
    assert [finding.path for finding in validate(bare, select=["no-time-zone"])] == [path]
    assert validate(built, select=["no-time-zone"]) == []


def test_times_that_one_zone_would_serve_are_told_together(record: Built) -> None:
    """The first is told with the number of the others; the revision, which inherits no zone, apart."""
    from eventrecord.rules import validate

    fragment = (
        "revision: {at: 2031-05-14T10:00}\n"
        "event: {start: 2031-05-12T09:30, end: 2031-05-13T17:00Z, registration: {opens: 2031-04-01T08:00}}\n"
        "releases: [{id: a, issued: 2031-05-12T10:00, headline: {en: A, zh-Hans: 甲}, body: [{lead: forum}]}]"
    )
    built = record(fragment)
    bare = built.model_copy(update={"event": built.event.model_copy(update={"time_zone": None})})
    first, revision = validate(bare, select=["no-time-zone"])
    assert revision.message == "2031-05-14T10:00 is a time of day without a time zone"
    assert first.path == ("event", "start")
    assert first.message == "2031-05-12T09:30 is a time of day without a time zone; 2 more are, too"
    assert [label.path[-1] for label in first.labels] == ["opens", "issued"]


def test_the_zone_of_the_larger_event_is_inherited(found: Found, record: Built) -> None:
    """A record that is part of another one has its zone; so have its releases."""
    week = record("{id: ocean-week-2031, event: {id: week}}")
    forum = record("event: {part_of: ocean-week-2031, start: 2031-05-12T09:30}", week)
    bare = forum.model_copy(update={"event": forum.event.model_copy(update={"time_zone": None})})
    from eventrecord.rules import validate

    assert validate(bare.with_related({"ocean-week-2031": week}), select=["no-time-zone"]) == []
    assert len(validate(bare.with_related({}), select=["no-time-zone"])) == 1


OFF = "status: {0}, changes: [{{at: 2031-05-01, status: {0}}}]"


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_a_part_of_an_event_that_is_off_is_found_when_still_scheduled(found: Found, status: str) -> None:
    """Parts of parts count, the uppermost is told, and what has a status of its own is sound."""
    parts = (
        "sub_events: [{id: day, name: {en: D, zh-Hans: 日}, status: moved-online, "
        "sub_events: [{id: tides, name: {en: T, zh-Hans: 潮}, "
        "sub_events: [{id: ebb, name: {en: E, zh-Hans: 落}}]}]}]"
    )
    [finding] = found(f"event: {{{OFF.format(status)}, {parts}}}", rule="part-of-cancelled")
    assert finding.path == ("event", "sub_events", 0, "sub_events", 0)
    assert finding.message == f"tides is still scheduled, but forum, which it is part of, is {status}"
    assert [label.path for label in finding.labels] == [("event", "status")]


def test_parts_of_events_that_take_place_are_sound(found: Found) -> None:
    """A rescheduled event takes place; a cancelled part says nothing of its neighbours."""
    parts = (
        f"sub_events: [{{id: tides, name: {{en: T, zh-Hans: 潮}}, {OFF.format('cancelled')}}},"
        " {id: waves, name: {en: W, zh-Hans: 浪}}]"
    )
    assert found(f"event: {{{OFF.format('rescheduled')}, {parts}}}", rule="part-of-cancelled") == []


def test_a_cancelled_event_of_another_record_counts_for_its_parts_here(found: Found, record: Built) -> None:
    """The week in another record is off, and the forum of this one is part of it."""
    week = record(f"{{id: ocean-week-2031, event: {{id: week, {OFF.format('cancelled')}}}}}")
    [finding] = found("event: {part_of: ocean-week-2031}", week, rule="part-of-cancelled")
    assert "week of the record ocean-week-2031, which it is part of, is cancelled" in finding.message
    assert finding.labels == (Label(("event", "status"), "week: cancelled", record="ocean-week-2031"),)


PROSE = """
releases:
  - {{id: opening, body: [{{id: told, text: {{{tag}: '{words}'}}}}]}}
"""


@pytest.mark.parametrize(
    ("tag", "words", "told"),
    [
        ("en", "The five-day {events.forum} opens.", "five-day"),
        ("en", "The {events.forum} will last for three days.", "three days"),
        ("en", "The Lantan Ocean Forum, a 4-day event, opens.", "4-day"),
        ("en", "The forum ran for 4 days.", "4 days"),
        ("en", "The two-day {events.forum} opens.", None),
        ("en", "A five-day fair follows {events.forum}.", None),
        ("en", "Five days after {events.forum}, ships left.", None),
        ("en", "{events.forum} will be held in ten days.", None),
        ("en", "The nearly five-day {events.forum} closed.", None),
        ("zh-Hans", "为期五天的{events.forum}开幕。", "为期五天"),
        ("zh-Hans", "{events.forum}将为期3天。", "为期3天"),
        ("zh-Hans", "本次论坛将持续四天。", "四天"),
        ("zh-Hans", "兰滩海洋论坛举行了三天。", "三天"),
        ("zh-Hans", "{events.forum}为期两天，{events.forum}三天后闭幕。", None),
        ("zh-Hans", "{events.forum}后举办五天的展会，距{events.forum}还有五天。", None),
    ],
)
def test_a_length_told_beside_an_event_is_that_of_its_dates(
    found: Found, tag: str, words: str, told: str | None
) -> None:
    """Only what stands right before an event's slot or name, or after it with a verb, is told of it."""
    findings = found(PROSE.format(tag=tag, words=words), rule="duration-mismatch")
    assert [words[slice(*finding.part)] for finding in findings if finding.part] == [told] * bool(told)
    assert [label.path for finding in findings for label in finding.labels] == [
        ("event", "start"),
        ("event", "end"),
    ] * bool(told)


def test_a_length_in_prose_that_is_that_of_the_parent_says_so(found: Found) -> None:
    """Three days of the forum are not those of its fair."""
    fair = """
    event:
      end: 2031-05-14
      sub_events: [{id: fair, name: {en: Net Fair, zh-Hans: 网展}, start: 2031-05-12, end: 2031-05-13}]
    releases: [{id: opening, headline: {en: 'Three-day {events.fair} opens', zh-Hans: '{events.fair}开幕'}}]
    """
    (finding,) = found(fair, rule="duration-mismatch")
    assert finding.hint == "forum lasts as long: tell it of that, or correct it"
