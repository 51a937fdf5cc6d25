"""Tries what libraries that write calendars do, and prints a column of answers for each that is named.

    python tests/readers/try_calendars.py eventrecord icalendar ical vobject ics

A library has to be installed here to be named. `tests/formats/test_peers.py` makes the table of
docs/peers/calendars.md of the answers; what a library has no way to do is told as such.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

from makers import MAKERS, Maker, Plain, TakesTextError

NO_WAY, REFUSED, YES, NO = "no way to", "refused", "yes", "no"
CHINESE = "张江生命科学国际创新峰会主论坛" * 8
SIGNS = 'C:\\New\\night, "quoted"; done'


def _event(zone: str = "Asia/Shanghai", **changes: object) -> Plain:
    start = datetime(2027, 5, 1, 9, tzinfo=ZoneInfo(zone))
    given = {"start": start, "end": start + timedelta(hours=1), **changes}
    return Plain(**given)  # type: ignore[arg-type]


def _written(maker: Maker, **changes: object) -> bytes:
    return maker.write([_event(**changes)])  # type: ignore[arg-type]


def _unfolded(content: bytes) -> str:
    return re.sub(rb"\r?\n[ \t]", b"", content).decode()


def _longest(maker: Maker) -> str:
    return f"{max(map(len, _written(maker, summary=CHINESE).splitlines()))} octets"


def _ends(maker: Maker) -> str:
    return "CRLF" if b"\r\n" in _written(maker) else "LF"


def _torn(maker: Maker) -> str:
    """Folds between a backslash and what it escapes."""
    torn = 0
    for length in range(40, 80):
        for signs in ("\\", ",", "\n"):
            lines = re.split(rb"\r?\n", _written(maker, summary="x" * length + signs + "y" * 20))
            torn += any((len(line) - len(line.rstrip(b"\\"))) % 2 for line in lines)
    return f"{torn} of 120"


def _signs(maker: Maker) -> str:
    """Whether a text is there as it was, by the letter of RFC 5545."""
    (found,) = re.findall(r"^SUMMARY[^:]*:(.*?)\r?$", _unfolded(_written(maker, summary=SIGNS)), re.MULTILINE)
    plain = re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], found)
    return YES if plain == SIGNS else NO


def _control(maker: Maker) -> str:
    return "kept" if b"\x0b" in _written(maker, summary="a\x0bb") else "taken out"


def _language(maker: Maker) -> str:
    written = _written(maker, language="zh-Hans", summary="书展")
    if b"LANGUAGE=zh-Hans" not in written:
        return NO
    try:
        return "written, kept" if b"LANGUAGE=zh-Hans" in maker.copied(written) else "written, lost"
    except NotImplementedError:
        return "written"


def _no_language(maker: Maker) -> str:
    return "written" if b"zh_CN!" in _written(maker, language="zh_CN!", summary="书展") else REFUSED


def _zone_name(maker: Maker) -> str:
    found = re.findall(r"DTSTART;TZID=([^:]+):", _unfolded(_written(maker)))
    return found[0] if found else "in UTC"


def _summer(maker: Maker) -> str:
    """The minute in UTC at which summer time begins in New York in 2027: 07:00 on March 14."""
    zones = _unfolded(_written(maker, zone="America/New_York"))
    for part in re.findall(r"BEGIN:DAYLIGHT(.*?)END:DAYLIGHT", zones, re.DOTALL):
        offset = re.search(r"TZOFFSETFROM:([+-]\d\d)(\d\d)", part)
        starts = re.findall(r"(\d{8}T\d{6})", part.replace("UNTIL=", ""))
        rule = re.search(r"RRULE:.*BYMONTH=3\b", part)
        local = {"20270314T" + starts[0][9:]} if rule and "UNTIL" not in part else set(starts)
        for told in local & {f"20270314T{hour:02}0000" for hour in range(24)}:
            assert offset
            hours = int(offset[1])
            return f"{datetime.strptime(told, '%Y%m%dT%H%M%S') - timedelta(hours=hours):%H:%M}"
    return "not told"


def _zones_first(maker: Maker) -> str:
    names = re.findall(r"^BEGIN:(VTIMEZONE|VEVENT)", _unfolded(_written(maker)), re.MULTILINE)
    return {"VTIMEZONE": YES, "VEVENT": NO}[names[0]]


def _stamp(maker: Maker) -> str:
    found = re.findall(r"DTSTAMP\S*:(\d{8})", _unfolded(_written(maker, stamp=None)))
    if not found:
        return "left out"
    return "the clock's" if found[0] >= f"{datetime.now(UTC) - timedelta(days=1):%Y%m%d}" else "made up"


def _second(maker: Maker) -> str:
    return "written" if _unfolded(_written(maker, second="Other")).count("\nSUMMARY") > 1 else "left out"


def _backwards(maker: Maker) -> str:
    event = _event()
    maker.write([Plain(event.end, event.start)])
    return "written"


def _seeds(maker: Maker) -> str:
    """Whether bytes are the same in processes with other hash seeds, three zones being in use."""
    name = next(name for name, each in MAKERS.items() if each is maker)
    command = [sys.executable, __file__, "--zones", name]
    found = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "12"
    }
    return YES if len(found) == 1 else NO


def _zones(maker: Maker) -> bytes:
    zones = ["Europe/Paris", "Asia/Shanghai", "America/New_York", "Asia/Tokyo"]
    return maker.write([_event(zone) for zone in zones])


def _cut_character(maker: Maker) -> str:
    """A file that was folded inside a character, as many programs do; RFC 5545 wants it put together."""
    return _damage(maker, _sample("张江峰会").replace("张江峰会".encode(), _cut("张江峰会".encode())))


def _other_encoding(maker: Maker) -> str:
    """A file in GB 18030 that does not say so."""
    return _damage(maker, _sample("张江峰会").decode().encode("gb18030"))


def _damage(maker: Maker, content: bytes) -> str:
    found = maker.read(content)
    return "restored" if found == ["张江峰会"] else "garbled, silently"


def _cut(octets: bytes) -> bytes:
    return octets[:4] + b"\r\n " + octets[4:]


def _sample(title: str) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//trial//EN",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        "DTSTAMP:20270102T000000Z",
        "DTSTART;VALUE=DATE:20270501",
        f"SUMMARY:{title}",
        "X-OWN;X-PARAMETER=a:kept",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def _edits(maker: Maker) -> str:
    return YES if "X-OWN;X-PARAMETER=a:kept" in _unfolded(maker.copied(_sample("a"))) else "with losses"


TRIALS: dict[str, Callable[[Maker], str]] = {
    "longest line of a Chinese title (75 at most)": _longest,
    "line ends (CRLF)": _ends,
    "folds that tear a backslash from its letter": _torn,
    "`C:\\New` and quotes come out as they went in": _signs,
    "control characters in a text": _control,
    "language of a text": _language,
    "a language that is none, `zh_CN!`": _no_language,
    "name of the zone Asia/Shanghai": _zone_name,
    "summer time in New York 2027 begins (07:00 UTC)": _summer,
    "zones stand before the events": _zones_first,
    "an event without a time stamp gets": _stamp,
    "a second title in one event": _second,
    "an end before the start": _backwards,
    "the same bytes in every process": _seeds,
    "reading a title that is folded inside a character": _cut_character,
    "reading a file in another encoding": _other_encoding,
    "reads, changes and writes any calendar": _edits,
}


WORDS = {
    "NAME, SOURCE, REFRESH-INTERVAL ... (RFC 7986)": "refresh.interval",
    "links and concepts (RFC 9253)": "concept",
    "people, places, styled texts, data (RFC 9073)": "styled.description",
    "JSCalendar (RFC 8984)": "jscalendar",
    "jCal (RFC 7265)": r"\bto_jcal\b",
    "recurring events": "rrule",
    "their occurrences, one by one": "timeline|getrruleset",
    "alarms": "valarm",
    "to-dos": "vtodo",
    "journals": "vjournal",
    "free and busy times": "vfreebusy",
    "contacts (vCard)": r"class \w*vcard",
}
"""What it can write beyond plain events: whether the source of the library has the word."""
SOURCES = {"eventrecord": "eventrecord.formats.calendar"}


def _knows(name: str, word: str) -> str:
    spec = find_spec(SOURCES.get(name, name))
    assert spec
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0])
    files = (file.relative_to(folder) for file in folder.rglob("*.py"))
    own = [folder / file for file in files if not {"tests", "fuzzing"} & set(file.parts)]
    sources = (file.read_text("utf-8") for file in own)
    return YES if any(re.search(word, source, re.IGNORECASE) for source in sources) else NO


def _answer(trial: Callable[[Maker], str], maker: Maker) -> str:
    try:
        return trial(maker)
    except NotImplementedError:
        return NO_WAY
    except TakesTextError:
        return "takes text only"
    except Exception:  # whatever they say of it, they refuse
        return REFUSED


if __name__ == "__main__":
    if sys.argv[1] == "--zones":
        sys.stdout.buffer.write(_zones(MAKERS[sys.argv[2]]))
    else:
        answers = {
            name: {"version": version(name)}
            | {label: _answer(trial, MAKERS[name]) for label, trial in TRIALS.items()}
            | {label: _knows(name, word) for label, word in WORDS.items()}
            for name in sys.argv[1:]
        }
        print(json.dumps(answers, ensure_ascii=False, indent=1))
