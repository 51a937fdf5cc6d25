"""What calendars and web data miss, and what they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic
from eventrecord.model.record import Record
from eventrecord.rules import validate
from eventrecord.settings import Settings

Find = Callable[..., list[Diagnostic]]
OFFICE = Settings(base="https://forum.example.org/", uid_domain="forum.example.org")


@pytest.mark.parametrize(
    ("times", "count"),
    [
        ("start: 2031-05-12T00:00", 1),
        ("start: 2031-05-12T00:00:00+00:00", 1),
        ("start: 2031-05-12T00:00, end: 2031-05-12T23:59:59", 2),
        ("start: 2031-05-12, end: 2031-05-13T00:00", 1),
        ("start: 2031-05-12T19:00, end: 2031-05-13T00:00", 0),
        ("start: 2031-05-12T09:30, end: 2031-05-13T23:59", 0),
        ("start: 2031-05-12T00:30", 0),
    ],
)
def test_midnight_is_fake_where_nothing_begun_before_it(found: Find, times: str, count: int) -> None:
    """A beginning at midnight is; an end then only if no other hour is known for the beginning."""
    assert len(found(f"event: {{{times}}}", rule="fake-midnight")) == count


@pytest.mark.parametrize(
    ("event", "count"),
    [
        ("attendance_mode: online", 1),
        ("attendance_mode: offline", 0),
        ("attendance_mode: online, registration: {url: 'https://example.org/'}", 0),
        ("status: moved-online", 1),
        (
            "url: 'https://example.org/', sub_events: "
            "[{id: talk, name: {en: talk, zh-Hans: 报告会}, attendance_mode: online}]",
            0,
        ),
    ],
)
def test_an_online_event_has_an_address_of_its_own_or_of_one_above(
    found: Find, event: str, count: int
) -> None:
    """An address where people register will do, and so will that of the whole."""
    assert len(found(f"event: {{{event}}}", rule="online-without-address")) == count


def test_a_day_of_a_part_is_enough_for_a_calendar(found: Find) -> None:
    """A week whose days are known part by part has a calendar."""
    part = "{id: talk, name: {en: talk, zh-Hans: 报告会}, start: 2031-05-12}"
    assert found("event: {start: 2031-05, end: 2031-05}", rule="event-without-start")
    assert not found(
        f"event: {{start: 2031-05, end: 2031-05, sub_events: [{part}]}}", rule="event-without-start"
    )


def test_google_is_told_of_once_and_only_by_an_office_with_an_address(
    record: Callable[..., Record],
) -> None:
    """One line per event and per release; none for series, for events on the web, or without a `base`."""
    rules = ["google-event", "google-article"]
    sound = record("")
    assert sorted(f.rule for f in validate(sound, settings=OFFICE, select=rules)) == sorted(rules)
    assert validate(sound, select=rules) == []
    for event in ("kind: series", "attendance_mode: online", "status: moved-online"):
        assert validate(record(f"event: {{{event}}}"), settings=OFFICE, select=["google-event"]) == []


def test_the_address_of_the_place_around_will_do(record: Callable[..., Record]) -> None:
    """A hall is at the address of its city if it has none; of that nothing is missed."""
    places = (
        "places: {hall: {name: {en: hall, zh-Hans: 会堂}, within: lantan}, lantan: {address: {country: CN}}}"
    )
    (finding,) = validate(
        record(f"{places}\nevent: {{place: hall}}"), settings=OFFICE, select=["google-event"]
    )
    assert "location.address" not in finding.message


def test_what_is_made_up_needs_no_address(record: Callable[..., Record]) -> None:
    """A record that is published is told of the placeholder; one for teaching is not."""
    assert validate(record(""), select=["placeholder-address"]) == []
    (finding,) = validate(record("fictional: false"), select=["placeholder-address"])
    assert finding.hint is not None
    assert "base and uid_domain" in finding.hint
    assert validate(record("fictional: false"), settings=OFFICE, select=["placeholder-address"]) == []


@pytest.mark.parametrize(
    ("rule", "fragment", "count"),
    [
        ("embargo-before-issue", "releases: [{id: opening, issued: 2031-05-13, embargo: 2031-05-13}]", 0),
        (
            "embargo-before-issue",
            "releases: [{id: opening, issued: 2031-05-13T10:00, embargo: 2031-05-13T09:00}]",
            1,
        ),
        ("advisory-after-event", "releases: [{id: opening, kind: advisory, issued: 2031-05-13}]", 0),
        (
            "advisory-after-event",
            "releases: [{id: opening, kind: advisory, issued: 2031-05-10, embargo: 2031-05-15}]",
            1,
        ),
        ("advisory-after-event", "releases: [{id: opening, kind: release, issued: 2031-05-15}]", 0),
        (
            "change-after-event",
            "event: {status: postponed, changes: [{at: 2031-05-13, status: postponed}]}",
            0,
        ),
        (
            "change-after-event",
            "event: {status: rescheduled, changes: "
            "[{at: 2031-05-04, status: rescheduled, previous_start: 2031-05-02}]}",
            1,
        ),
        ("change-after-event", "event: {changes: [{at: 2031-06-01, status: scheduled}]}", 0),
        ("revision-before-change", "event: {changes: [{at: 2031-05-14, status: scheduled}]}", 0),
        ("attended-before-event", "revision: {at: 2031-05-12}", 0),
        ("attended-before-event", "revision: {at: 2031-05-11}", 1),
    ],
)
def test_times_of_releases_and_changes_fit_the_event(
    found: Find, rule: str, fragment: str, count: int
) -> None:
    """On the same day everything may still be right; a day off, or an hour where both are known, is not."""
    assert len(found(fragment, rule=rule)) == count
