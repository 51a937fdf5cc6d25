"""Calendars of all records in readers of other makers: each understands the same entries."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from ctypes.util import find_library
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import icalendar
import pytest

import eventrecord
from eventrecord import find_settings

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
READERS = ROOT / "tests" / "readers"
PYTHON = READERS / ".venv" / "bin" / "python"
NODE = ROOT / "tests" / "node"
installed = pytest.mark.skipif(
    not PYTHON.exists(), reason="not installed: see tests/readers/requirements.txt"
)
PUBLISHED = {"feeds": "https://records.example.org/calendars/", "color": "steelblue"}
Entry = dict[str, str]


@pytest.fixture(scope="module", params=["icalendar", "icalendar-rich"])
def calendars(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files of all calendars in one format."""
    folder = tmp_path_factory.mktemp("calendars")
    for path in RECORDS:
        settings = find_settings(path).model_copy(update=PUBLISHED)
        made = eventrecord.publish(eventrecord.load(path), formats=[request.param], settings=settings)
        for name, content in made.items():
            (folder / name).write_bytes(content)
    return sorted(folder.iterdir())


def entries(content: bytes) -> list[Entry]:
    """What our calendar says, in the words that the readers print."""

    def written(value: date) -> str:
        if isinstance(value, datetime):
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return value.isoformat()

    found: list[Any] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return [
        {
            key: str(entry[key])
            for key in ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS")
            if key in entry
        }
        | {"SEQUENCE": str(entry["SEQUENCE"])}
        | {key: written(entry[key].dt) for key in ("DTSTART", "DTEND") if key in entry}
        for entry in found
    ]


def agree(read: list[Entry], ours: list[Entry]) -> None:
    """Each entry that a reader tells is one of ours, in all that it tells of it."""
    assert sorted(entry["UID"] for entry in read) == sorted(entry["UID"] for entry in ours)
    wanted = {entry["UID"]: entry for entry in ours}
    for entry in read:
        told = {key: value for key, value in entry.items() if value}
        if "DTEND" not in wanted[entry["UID"]]:
            told.pop("DTEND", None)  # some make one up
        assert told == {key: value for key, value in wanted[entry["UID"]].items() if key in told}
        assert {"SUMMARY", "DESCRIPTION"} & wanted[entry["UID"]].keys() <= told.keys()


@installed
@pytest.mark.parametrize("reader", ["vobject", "libical", "khal"])
def test_readers_understand_the_same(reader: str, calendars: list[Path]) -> None:
    """No complaint of any, libical's check of the plain one included; the same entries, texts and times."""
    if reader == "libical":
        if find_library("ical") is None:
            pytest.skip("libical is not installed")
        if calendars[0].name.endswith(".rich.ics"):
            reader += ", its complaints aside"  # of properties that came after it
    command = [str(PYTHON), str(READERS / "read_calendars.py"), reader, *map(str, calendars)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=120)
    for path, read in zip(calendars, json.loads(done.stdout), strict=True):
        ours = entries(path.read_bytes())
        if (
            reader == "khal"
        ):  # it writes with icalendar what it reads: a backslash before N becomes a line end
            ours = [{key: text.replace("\\N", "\n") for key, text in entry.items()} for entry in ours]
        agree(read, ours)


def test_node_ical_understands_the_same(calendars: list[Path]) -> None:
    """The reader of most servers in JavaScript; a backslash before n is a line end to it, see docs."""

    def as_it_reads(entry: Entry) -> Entry:
        return {key: re.sub(r"\\[nN]", "\\\\\n", value) for key, value in entry.items()}

    node = shutil.which("node")
    if node is None or not (NODE / "node_modules" / "node-ical").is_dir():
        pytest.skip("node-ical is not installed: npm ci --prefix tests/node")
    command = [node, str(NODE / "read-with-node-ical.js"), *map(str, calendars)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=60)
    for path, read in zip(calendars, json.loads(done.stdout), strict=True):
        agree(read, [as_it_reads(entry) for entry in entries(path.read_bytes())])


LISTED = re.compile(
    r"(?P<first>\d\d/\d\d/\d{4}) (?:\[1\] (?:{1D -> (?P<last>\d\d/\d\d/\d{4})} )?"
    r"|@ (?P<begin>\d\d:\d\d) -> (?P<day>\d\d/\d\d/\d{4}) @ (?P<end>\d\d:\d\d))"
    r">(?P<note>\w+) \|?(?P<title>.+)"
)
"""A line of `calcurse -G`: whole days, or a time of day with its end."""


def listed(line: str, notes: Path) -> tuple[str, str, str, str]:
    """Title, start, end, and the text beside it, of an entry in calcurse."""

    def day(text: str) -> date:
        return datetime.strptime(text, "%m/%d/%Y").date()

    found = LISTED.fullmatch(line)
    assert found, line
    if found["begin"]:
        start = f"{day(found['first'])}T{found['begin']}:00Z"
        end = f"{day(found['day'])}T{found['end']}:00Z"
    else:
        start = str(day(found["first"]))
        end = str(day(found["last"] or found["first"]) + timedelta(days=1))
    return found["title"], start, end, (notes / found["note"]).read_text("utf-8")


def test_calcurse_takes_every_entry_in(calendars: list[Path], tmp_path: Path) -> None:
    """It skips none; titles, times, places and descriptions are ours."""
    calcurse = shutil.which("calcurse")
    if calcurse is None:
        pytest.skip("calcurse is not installed")
    if calendars[0].name.endswith(".rich.ics"):
        pytest.skip("calcurse takes what PARTICIPANT says of a person for a second description of the event")
    for number, path in enumerate(calendars):
        data = tmp_path / str(number)
        command = [calcurse, "-D", str(data), "-C", str(tmp_path / "settings")]
        utc = {**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [*command, "-i", str(path)],
            capture_output=True,
            check=True,
            encoding="utf-8",
            timeout=30,
            env=utc,
        )
        assert re.search(r"\b0 skipped", done.stdout + done.stderr)
        told = subprocess.run(
            [*command, "-G"], capture_output=True, check=True, encoding="utf-8", timeout=30, env=utc
        ).stdout
        read = sorted(listed(line, data / "notes") for line in told.splitlines())
        ours = sorted(entries(path.read_bytes()), key=lambda entry: (entry["SUMMARY"], entry["DTSTART"]))
        for (title, start, end, note), entry in zip(read, ours, strict=True):
            assert (title, start) == (entry["SUMMARY"], entry["DTSTART"])
            assert end == entry.get("DTEND", start)
            assert all(entry.get(key, "") in note for key in ("DESCRIPTION", "LOCATION"))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a CalDAV server on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [
        f"--server-hosts=127.0.0.1:{port}",
        "--auth-type=none",
        f"--storage-filesystem-folder={tmp_path}",
    ]
    running = subprocess.Popen(
        [str(PYTHON), "-m", "radicale", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{address}/.web/", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        running.terminate()
        running.wait(timeout=10)


def ask(method: str, url: str, body: bytes = b"", **headers: str) -> bytes:
    """The answer of the server."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, body or None, named, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return bytes(answer.read())


@installed
def test_a_server_stores_and_finds_every_entry(server: str, calendars: list[Path]) -> None:
    """PUT a calendar, GET it, and REPORT its events: the same entries come back."""
    query = (
        b'<C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:">'
        b"<D:prop><C:calendar-data/></D:prop><C:filter>"
        b'<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>'
        b"</C:calendar-query>"
    )
    ask("MKCOL", f"{server}/user/")
    for path in calendars:
        url, ours = f"{server}/user/{path.stem}/", entries(path.read_bytes())
        ask("PUT", url, path.read_bytes(), Content_Type="text/calendar; charset=utf-8")
        agree(entries(ask("GET", url)), ours)
        found = ElementTree.fromstring(ask("REPORT", url, query, Content_Type="application/xml", Depth="1"))
        parts = [part.text or "" for part in found.iter("{urn:ietf:params:xml:ns:caldav}calendar-data")]
        agree([entry for part in parts for entry in entries(part.encode("utf-8"))], ours)
