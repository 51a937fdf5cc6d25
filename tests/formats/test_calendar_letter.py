"""Calendars by the letter: each property of ours where its standard allows it, as often, and spelt so."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import eventrecord
from eventrecord import Record, find_settings

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
PUBLISHED = {"feeds": "https://records.example.org/calendars/", "color": "steelblue"}


class Form(NamedTuple):
    """How a property is written: its value, and what its parameters must be and may be besides."""

    value: str
    must: dict[str, str] = {}
    may: dict[str, str] = {}


TEXT = r"([^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,n])*"
TEXTS = rf"{TEXT}(,{TEXT})*"
URI = r"[a-z][a-z0-9+.-]*:[!-~]+"
DAY, INSTANT, LOCAL = r"\d{8}", r"\d{8}T\d{6}Z", r"\d{8}T\d{6}"
OFFSET = r"[+-]\d{4}(\d\d)?"
TAG = {"LANGUAGE": r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"}
IS_URI, IS_TEXT = {"VALUE": "URI"}, {"VALUE": "TEXT"}
WORDS, WORDS_7986 = Form(TEXT, may=TAG), Form(TEXT, must=TAG)
UID, STAMP = Form(TEXT), Form(INSTANT)
PICTURE = Form(URI, must=IS_URI, may={"DISPLAY": "BADGE|GRAPHIC|FULLSIZE|THUMBNAIL"})
LINK = Form(
    URI,
    must=IS_URI | {"LINKREL": r'[a-z][a-z-]*|"https?://[^"]+"'},  # a registered relation, or an address
    may=TAG | {"FMTTYPE": r"[a-z]+/[a-z+-]+"},
)
TIMES = [
    Form(DAY, must={"VALUE": "DATE"}),
    Form(INSTANT),
    Form(LOCAL, must={"TZID": r"[A-Za-z_]+(/[A-Za-z_+-]+)*"}),
]
ONSET = {
    "DTSTART": ("1", [Form(LOCAL)]),
    "TZOFFSETFROM": ("1", [Form(OFFSET)]),
    "TZOFFSETTO": ("1", [Form(OFFSET)]),
    "RDATE": ("*", [Form(rf"{LOCAL}(,{LOCAL})*")]),
    "TZNAME": ("*", [WORDS]),
}
GEO = Form(r"-?\d{1,2}(\.\d+)?;-?\d{1,3}(\.\d+)?")
Forms = dict[str, tuple[str, list[Form]]]
COMPONENTS: dict[str, Forms] = {
    "VCALENDAR": {  # RFC 5545, 3.6; RFC 7986, 4
        "VERSION": ("1", [Form(r"2\.0")]),
        "PRODID": ("1", [Form(TEXT)]),
        "CALSCALE": ("?", [Form("GREGORIAN")]),
        "UID": ("?", [UID]),
        "LAST-MODIFIED": ("?", [STAMP]),
        "URL": ("?", [Form(URI)]),
        "REFRESH-INTERVAL": ("?", [Form(r"PT\d+H", must={"VALUE": "DURATION"})]),
        "SOURCE": ("?", [Form(URI, must=IS_URI)]),
        "COLOR": ("?", [Form(r"[a-z]+")]),
        "NAME": ("*", [WORDS_7986]),
        "DESCRIPTION": ("*", [WORDS_7986]),
        "CATEGORIES": ("*", [Form(TEXTS, may=TAG)]),
        "IMAGE": ("*", [PICTURE]),
        "LINK": ("*", [LINK]),  # RFC 9253, 8.2
        "X-WR-CALNAME": ("?", [Form(TEXT)]),
        "X-WR-CALDESC": ("?", [Form(TEXT)]),
        "X-PUBLISHED-TTL": ("?", [Form(r"PT\d+H")]),
    },
    "VTIMEZONE": {"TZID": ("1", [Form(r"[A-Za-z_]+(/[A-Za-z_+-]+)*")])},
    "STANDARD": ONSET,
    "DAYLIGHT": ONSET,
    "VEVENT": {  # RFC 5545, 3.6.1; RFC 7986, 4; RFC 9073, 4; RFC 9253, 8
        "UID": ("1", [UID]),
        "DTSTAMP": ("1", [STAMP]),
        "DTSTART": ("1", TIMES),
        "DTEND": ("?", TIMES),
        "LAST-MODIFIED": ("?", [STAMP]),
        "SEQUENCE": ("?", [Form(r"\d+")]),
        "STATUS": ("?", [Form("CONFIRMED|TENTATIVE|CANCELLED")]),
        "SUMMARY": ("?", [WORDS]),
        "LOCATION": ("?", [WORDS]),
        "DESCRIPTION": ("?", [Form(TEXT, may=TAG | {"DERIVED": "TRUE"})]),
        "GEO": ("?", [GEO]),
        "URL": ("?", [Form(URI)]),
        "CATEGORIES": ("*", [Form(TEXTS, may=TAG)]),
        "RELATED-TO": ("*", [Form(TEXT, may={"RELTYPE": "PARENT|CHILD"})]),
        "IMAGE": ("*", [PICTURE]),
        "CONFERENCE": ("*", [Form(URI, must=IS_URI)]),
        "CONCEPT": ("*", [Form(URI)]),
        "LINK": ("*", [LINK]),
        "STYLED-DESCRIPTION": ("*", [Form(TEXT, must=IS_TEXT, may=TAG | {"FMTTYPE": "text/html"})]),
        "STRUCTURED-DATA": (
            "*",
            [Form(TEXT, must=IS_TEXT | {"FMTTYPE": r"application/ld\+json", "SCHEMA": f'"{URI}"'})],
        ),
    },
    "PARTICIPANT": {  # RFC 9073, 7.1: the type stands there once, so it has no ORDER (5.2)
        "UID": ("1", [UID]),
        "PARTICIPANT-TYPE": ("1", [Form("ACTIVE|SPEAKER|SPONSOR")]),
        "SUMMARY": ("?", [WORDS]),
        "DESCRIPTION": ("?", [WORDS]),
    },
    "VLOCATION": {  # RFC 9073, 7.2
        "UID": ("1", [UID]),
        "NAME": ("?", [WORDS]),
        "GEO": ("?", [GEO]),
        "URL": ("?", [Form(URI)]),
    },
}
"""Of each component what it has of ours: once, at most once, or any number of times; in which forms."""
LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^":;,]+))*):(.*)')
PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";]+)')


def components(content: bytes) -> Iterator[tuple[str, list[str]]]:
    """The components with their own lines."""
    open_ones: list[tuple[str, list[str]]] = []
    for line in content.decode().replace("\r\n ", "").split("\r\n")[:-1]:
        if line.startswith("BEGIN:"):
            open_ones.append((line[6:], []))
        elif line.startswith("END:"):
            assert open_ones[-1][0] == line[4:]
            yield open_ones.pop()
        else:
            open_ones[-1][1].append(line)


def has_form(value: str, params: dict[str, str], form: Form) -> bool:
    """Whether value and parameters are in the form."""
    allowed = form.must | form.may
    return (
        re.fullmatch(form.value, value) is not None
        and form.must.keys() <= params.keys()
        and all(name in allowed and re.fullmatch(allowed[name], params[name]) for name in params)
    )


def faults(content: bytes) -> list[str]:
    """What is not as the standards have it."""
    found = []
    for kind, lines in components(content):
        often: Counter[str] = Counter()
        for line in lines:
            read = LINE.fullmatch(line)
            name = read[1] if read else ""
            often[name] += 1
            params = PARAMETER.findall(read[2]) if read else []
            if (
                read is None
                or name not in COMPONENTS[kind]
                or len(dict(params)) < len(params)
                or not any(has_form(read[3], dict(params), form) for form in COMPONENTS[kind][name][1])
            ):
                found.append(f"{kind}: {line[:100]}")
        for name, (times, _) in COMPONENTS[kind].items():
            if (often[name] > 1 and times != "*") or (not often[name] and times == "1"):
                found.append(f"{kind}: {name} stands there {often[name]} times")
    return found


@pytest.mark.parametrize("format", ["icalendar", "icalendar-rich"])
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_each_property_is_where_and_as_its_standard_has_it(path: Path, format: str) -> None:
    """No property out of its place, no parameter that it does not take, no value of another type."""
    settings = find_settings(path).model_copy(update=PUBLISHED)
    for content in eventrecord.publish(eventrecord.load(path), formats=[format], settings=settings).values():
        assert faults(content) == []


@pytest.mark.parametrize(
    "line",
    [
        "URL;LINKREL=describedby:https://a.example",
        'LINK;VALUE=URI;LINKREL="describedby":https://a.example',
        "SUMMARY;LANGUAGE=zh_CN:a",
        "SUMMARY:a,b",
        "SUMMARY:a",
        "IMAGE:https://a.example/a.jpg",
        "DTSTAMP;TZID=Asia/Shanghai:20270101T000000",
        "COLOR:steelblue",
    ],
)
def test_the_check_finds_faults(line: str) -> None:
    """A line that does not belong into an entry, or not so, is found."""
    lines = ["UID:a", "DTSTAMP:20270101T000000Z", "DTSTART;VALUE=DATE:20270101", "SUMMARY:b"]
    entry = "\r\n".join(["BEGIN:VEVENT", *lines, "{}END:VEVENT", ""])
    assert faults(entry.format("").encode()) == []
    assert faults(entry.format(f"{line}\r\n").encode())


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://fair.example.org/a?b=c,d#e", "https://fair.example.org/a?b=c,d#e"),
        (
            "https://书展.example/活动?日=一#二",
            "https://xn--1jqp35a.example/%E6%B4%BB%E5%8A%A8?%E6%97%A5=%E4%B8%80#%E4%BA%8C",
        ),
        ("https://fair.example.org:8080/%E4%B9%A6/书", "https://fair.example.org:8080/%E4%B9%A6/%E4%B9%A6"),
        ("https://" + "书" * 80 + ".example/", "https://" + "%E4%B9%A6" * 80 + ".example/"),
        ("mailto:书@fair.example.org", "mailto:%E4%B9%A6@fair.example.org"),
    ],
)
def test_an_address_is_written_in_ascii(address: str, written: str) -> None:
    """As RFC 3986 wants every URI; a browser goes to the same page."""
    event = {"id": "fair", "name": {"en": "Book Fair"}, "start": "2027-05-01", "url": address}
    small = {"format": "eventrecord/1", "id": "fair-2027", "revision": {"number": 1, "at": "2027-01-02"}}
    record = Record.model_validate({**small, "locales": ["en"], "event": event})
    for format in ("icalendar", "icalendar-rich"):
        content = eventrecord.render(record, format, "en")
        assert isinstance(content, bytes)
        assert faults(content) == []
        lines = dict(components(content))["VEVENT"]
        assert f"URL:{written}" in lines
    entry = json.loads(eventrecord.render(record, "jscalendar", "en"))["entries"][0]
    assert entry["links"]["page"]["href"] == written
