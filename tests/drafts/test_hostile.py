"""Whatever bytes come: a draft that reads as a record, or an error in words; never a traceback."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eventrecord
from eventrecord import EventRecordError
from eventrecord.diagnostic import Severity
from eventrecord.reading import read

NAMES = [
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DURATION",
    "UID",
    "RELATED-TO",
    "LOCATION",
    "GEO",
    "ORGANIZER",
    "ATTENDEE",
]
NAMES += [
    "STATUS",
    "CATEGORIES",
    "URL",
    "DESCRIPTION",
    "RRULE",
    "BEGIN",
    "END",
    "X-A",
    "TZID",
    "RECURRENCE-ID",
]
PARAMETERS = [
    "",
    ";VALUE=DATE",
    ";TZID=Asia/Shanghai",
    ";TZID=CST",
    ';CN="A, B"',
    ";LANGUAGE=zh",
    ";RELTYPE=CHILD",
    ";=",
]
VALUES = [
    "20270318",
    "20270318T093000Z",
    "20270318T093000",
    "P1D",
    "VEVENT",
    "VTIMEZONE",
    "a@b",
    "开幕式",
    "{x}: y",
    "1;2",
]
VALUES += [
    "CANCELLED",
    "<b>bold</b>",
    "https://example.org/",
    "99991231T235959Z",
    "00010101",
    "-",
    "\ufffd",
    "\x00",
]
LINES = st.builds(
    lambda name, parameter, value: f"{name}{parameter}:{value}",
    st.sampled_from(NAMES),
    st.sampled_from(PARAMETERS),
    st.one_of(st.sampled_from(VALUES), st.text(max_size=20)),
)
WORDS = st.one_of(
    st.sampled_from(
        [
            "Event",
            "Person",
            "2027-03-18",
            "2027-03-18T00:00:00Z",
            "P2D",
            "EventPostponed",
            "EventCancelled",
            "en",
            "zh",
            "https://example.org/x",
            "https://example.org/r#event-a",
            "https://example.org/r#room-a",
            "x#person-b",
            "0",
            "{a}",
            "Organization",
            "Place",
            "DefinedTerm",
            "Observation",
            "MonetaryAmount",
            "Quotation",
        ]
    ),
    st.text(max_size=12),
)
KEYS = st.sampled_from(
    [
        "@type",
        "@id",
        "@graph",
        "@value",
        "@language",
        "@list",
        "@context",
        "name",
        "nameEn",
        "startDate",
        "endDate",
        "location",
        "address",
        "addressCountry",
        "geo",
        "latitude",
        "longitude",
        "containedInPlace",
        "subEvent",
        "superEvent",
        "performer",
        "attendee",
        "organizer",
        "offers",
        "price",
        "image",
        "keywords",
        "eventStatus",
        "previousStartDate",
        "duration",
        "inLanguage",
        "recordedIn",
        "creator",
        "text",
        "jobTitle",
        "worksFor",
        "value",
        "observationAbout",
        "observationDate",
        "observationPeriod",
        "minValue",
        "unitCode",
        "unitText",
        "currency",
        "subjectOf",
        "isAccessibleForFree",
        "alternateName",
        "familyName",
        "description",
        "caption",
        "url",
        "start_time",
    ]
)
JSON = st.recursive(
    st.one_of(WORDS, st.none(), st.booleans(), st.integers(), st.floats()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=25,
)
EVENTS = st.dictionaries(KEYS, JSON, max_size=12).map(lambda event: {**event, "@type": "Event"})


# Helpers


def reads_or_refuses(file: str, data: bytes) -> None:
    try:
        draft = eventrecord.read_draft({file: data})
    except EventRecordError:
        return
    document = read(draft.text().encode(), "draft.yaml")
    errors = [finding for finding in document.findings if finding.severity is Severity.ERROR]
    assert not errors, (errors[:3], draft.text())
    assert document.record is not None


# Any input


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\r\n", "\n"]))
def test_any_calendar_becomes_a_record_or_an_error_in_words(lines: list[str], end: str) -> None:
    """Properties in any order, with any values, in any nesting."""
    text = end.join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])
    reads_or_refuses("any.ics", text.encode("utf-8", "surrogatepass"))


@settings(max_examples=500, deadline=None)
@given(EVENTS)
def test_any_linked_data_becomes_a_record_or_an_error_in_words(event: dict[str, object]) -> None:
    """Properties of schema.org with values of any shape."""
    reads_or_refuses("any.jsonld", json.dumps(event).encode())


@settings(max_examples=200, deadline=None)
@given(st.text(), JSON)
def test_any_page_becomes_a_record_or_an_error_in_words(around: str, data: object) -> None:
    """A script of linked data in whatever stands around it."""
    page = f'{around}<script type="application/ld+json">{json.dumps(data)}</script>{around}'
    reads_or_refuses("any.html", page.encode("utf-8", "surrogatepass"))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["any.ics", "any.jsonld", "any.html"]))
def test_any_bytes_become_a_record_or_an_error_in_words(data: bytes, file: str) -> None:
    """Not even text."""
    reads_or_refuses(file, data)


# Bombs


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("a.jsonld", b"[" * 100_000, "nested"),
        ("a.jsonld", b'{"a":' * 500 + b"1" + b"}" * 500, "nested"),
        ("a.jsonld", b"[" + b"0," * 300_000 + b"0]", "more than"),
        ("a.jsonld", b'{"@type": "Event", "name": "x", "n": ' + b"9" * 5000 + b"}", ""),
        ("a.jsonld", b" " * 10_000_001, "larger than"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:A\r\n" * 20 + b"END:A\r\n", "nested"),
        (
            "a.ics",
            b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 2_001 + b"END:VCALENDAR",
            "more than",
        ),
        ("a.html", b"<script type='application/ld+json'>" * 100_000, ""),
        ("a.html", b"<![x" * 10_000, ""),
        ("a.ics", b"", "no event"),
    ],
)
def test_bombs_end_in_an_error_in_words(file: str, data: bytes, said: str) -> None:
    """Nothing is nested, long or numerous enough to hang or crash."""
    if not said:
        reads_or_refuses(file, data)
        return
    with pytest.raises(EventRecordError, match=said):
        eventrecord.read_draft({file: data})
