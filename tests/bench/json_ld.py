"""How fast linked data is written: bilingual events, against the same document from dictionaries and `json`.

    python tests/bench/json_ld.py [EVENTS ...] [--rounds ROUNDS]

Real records with a release are written too: there nobody has the sentences before they are composed, so that
`json` is only asked to write the finished document. Peers are asked where
`tests/peers/linked_data/requirements.txt` is installed; they write one language each, which is all that they
can, and the same nodes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from timing import best_cpu, resident, table

from eventrecord import Record, Settings, load, render
from eventrecord.story import compose, edition_localizer

ROOT = Path(__file__).parent.parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.yaml"))
PEERS = ROOT / "tests" / "peers" / "linked_data"
LIBRARIES = ("schema_org-py", "pydantic2-schemaorg", "msgspec-schemaorg")
BASE = "https://office.example.org/"
SETTINGS = Settings(base=BASE)
OURS, PLAIN = "eventrecord, every language", "dictionaries and json, every language"
OUR_PAGE, PLAIN_PAGE = "eventrecord, page in one", "dictionaries and json, page in one"
OUR_READING = "eventrecord, page in one, from dictionaries"
ONE_PAGE = "dictionaries and json, each event alone"
LOCALES = ("en", "zh-Hans")
Node = dict[str, Any]


def data_of(number: int) -> Node:
    """A week of that many bilingual events in twenty halls, as the file of a record has it."""
    return {
        "format": "eventrecord/1",
        "id": "week-2027",
        "revision": {"number": 1, "at": "2027-01-02"},
        "locales": list(LOCALES),
        "organizations": {
            "council": {
                "name": {"en": "Bay Council", "zh-Hans": "海湾促进会"},
                "url": "https://council.example.org/",
            }
        },
        "places": {f"hall-{hall}": place(hall) for hall in range(20)},
        "event": {
            "id": "week",
            "kind": "series",
            "name": {"en": "Ocean Week", "zh-Hans": "海洋周"},
            "time_zone": "Asia/Shanghai",
            "sub_events": [event(place) for place in range(number)],
        },
    }


def place(hall: int) -> Node:
    """A hall of a record."""
    city = {"en": "Shenzhen", "zh-Hans": "深圳"}
    name = {"en": f"Hall {hall}", "zh-Hans": f"{hall}号厅"}
    return {"name": name, "address": {"country": "CN", "locality": city}}


def event(number: int) -> Node:
    """An event of a record."""
    day = f"2027-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    return {
        "id": f"session-{number}",
        "kind": "forum",
        "name": {"en": f"Session {number} on ocean robots", "zh-Hans": f"海洋机器人专题论坛{number}"},
        "description": {
            "en": f"Session {number} brings together {number + 3} teams from the coast.",
            "zh-Hans": f"第{number}场汇集沿海{number + 3}支团队。",
        },
        "start": f"{day}T09:30",
        "end": f"{day}T11:00",
        "attendance_mode": "offline",
        "place": f"hall-{number % 20}",
        "organizations": [{"role": "host", "organizations": ["council"]}],
    }


# By hand: what somebody writes who knows these events and no others


def by_hand(record: Node) -> str:
    """The data document of such a record."""
    week, own = record["event"], f"{BASE}{record['id']}#"
    series = {"@id": f"{own}event-{week['id']}"}
    pages = [{"@id": f"{BASE}{tag}/{record['id']}"} for tag in LOCALES]
    nodes: list[Node] = [
        {
            "@type": "EventSeries",
            **series,
            "name": tagged(week["name"]),
            "inLanguage": list(LOCALES),
            "eventStatus": "https://schema.org/EventScheduled",
            "subEvent": [{"@id": f"{own}event-{each['id']}"} for each in week["sub_events"]],
            "mainEntityOfPage": pages,
        }
    ]
    for each in week["sub_events"]:
        nodes.append(
            {
                "@type": "BusinessEvent",
                "@id": f"{own}event-{each['id']}",
                "name": tagged(each["name"]),
                "description": tagged(each["description"]),
                "inLanguage": list(LOCALES),
                "startDate": f"{each['start']}:00+08:00",
                "endDate": f"{each['end']}:00+08:00",
                "eventStatus": "https://schema.org/EventScheduled",
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": {"@id": f"{own}place-{each['place']}"},
                "organizer": [
                    {"@id": f"{own}organization-{host}"} for host in each["organizations"][0]["organizations"]
                ],
                "superEvent": series,
            }
        )
    for name, hall in record["places"].items():
        nodes.append(
            {
                "@type": "Place",
                "@id": f"{own}place-{name}",
                "name": tagged(hall["name"]),
                "address": {
                    "@type": "PostalAddress",
                    "@id": f"{own}address-{name}",
                    "addressLocality": tagged(hall["address"]["locality"]),
                    "addressCountry": hall["address"]["country"],
                },
            }
        )
    for name, body in record["organizations"].items():
        nodes.append(
            {
                "@type": "Organization",
                "@id": f"{own}organization-{name}",
                "name": tagged(body["name"]),
                "url": body["url"],
            }
        )
    for tag, page in zip(LOCALES, pages, strict=True):
        nodes.append(
            {"@type": "WebPage", **page, "inLanguage": tag, "dateModified": record["revision"]["at"]}
        )
    return written(nodes)


def page_by_hand(record: Node, tag: str = "en") -> str:
    """The page document of such a record in one language."""
    week, own = record["event"], f"{BASE}{record['id']}#"
    series = {"@id": f"{own}event-{week['id']}"}

    def located(name: str) -> Node:
        hall, address = record["places"][name], f"{own}address-{name}"
        return {
            "@type": "Place",
            "@id": f"{own}place-{name}",
            "name": hall["name"][tag],
            "address": {
                "@type": "PostalAddress",
                "@id": address,
                "addressLocality": hall["address"]["locality"][tag],
                "addressCountry": hall["address"]["country"],
            },
        }

    def organized(name: str) -> Node:
        body = record["organizations"][name]
        return {
            "@type": "Organization",
            "@id": f"{own}organization-{name}",
            "name": body["name"][tag],
            "url": body["url"],
        }

    parts = [
        {
            "@type": "BusinessEvent",
            "@id": f"{own}event-{each['id']}",
            "name": each["name"][tag],
            "description": each["description"][tag],
            "inLanguage": tag,
            "startDate": f"{each['start']}:00+08:00",
            "endDate": f"{each['end']}:00+08:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": located(each["place"]),
            "organizer": [organized(host) for host in each["organizations"][0]["organizations"]],
            "superEvent": series,
        }
        for each in week["sub_events"]
    ]
    page = {
        "@type": "WebPage",
        "@id": f"{BASE}{tag}/{record['id']}",
        "inLanguage": tag,
        "dateModified": record["revision"]["at"],
    }
    whole = {
        "@type": "EventSeries",
        **series,
        "name": week["name"][tag],
        "inLanguage": tag,
        "eventStatus": "https://schema.org/EventScheduled",
        "subEvent": parts,
        "mainEntityOfPage": [page],
    }
    return written([whole])


def tagged(text: dict[str, str]) -> list[Node]:
    """A text in its languages."""
    return [{"@value": words, "@language": tag} for tag, words in text.items()]


def written(nodes: list[Node]) -> str:
    """A document as JSON text."""
    return (
        json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, indent=2) + "\n"
    )


# Contestants


def main(numbers: list[int], rounds: int) -> None:
    """Print seconds of CPU time: of weeks of events, of real records, and of peers."""
    for number in numbers:
        seconds = _write_week(number, rounds)
    for seed in SEEDS:
        _write_release(seed, rounds)
    _ask_peers({name: seconds[name] / number for name in (OUR_PAGE, OUR_READING)})


def _write_week(number: int, rounds: int) -> dict[str, float]:
    data = data_of(number)
    records = iter([Record.model_validate(data) for _ in range(2 * rounds)])
    tasks: dict[str, Callable[[], object]] = {
        PLAIN: partial(by_hand, data),
        OURS: partial(_render_next, records, "json-ld"),
        PLAIN_PAGE: partial(page_by_hand, data),
        OUR_PAGE: partial(_render_next, records, "json-ld-page"),
        OUR_READING: lambda: _page_of(Record.model_validate(data)),
    }
    seconds = best_cpu(tasks, rounds)
    for plain, *ours in ([PLAIN, OURS], [PLAIN_PAGE, OUR_PAGE, OUR_READING]):
        rows = {name: seconds[name] for name in (plain, *ours)}
        title = f"{number} bilingual events; CPU time, best of {rounds}, in turn"
        print(table(title, rows, plain, {ours[0]: "≤ 1.2 x"}))
    return seconds


def _render_next(records: Iterator[Record], format: str) -> None:
    """Render another record every time: what was found of one is remembered."""
    render(next(records), format, "en", settings=SETTINGS)


def _page_of(record: Record) -> str:
    page = render(record, "json-ld-page", "en", settings=SETTINGS)
    assert isinstance(page, str)
    return page


def _write_release(seed: Path, rounds: int) -> None:
    records = [load(seed) for _ in range(rounds)]
    document = json.loads(render(records[0], "json-ld", "en", settings=SETTINGS))
    unread = iter(records)
    tasks: dict[str, Callable[[], object]] = {
        "json, the finished document": partial(json.dumps, document, ensure_ascii=False, indent=2),
        "composing alone, every language": partial(_compose, records[0]),
        OURS: partial(_render_next, unread, "json-ld"),
    }
    title = f"{seed.stem}, {len(records[0].locales)} locales; CPU time, best of {rounds}, in turn"
    print(table(title, best_cpu(tasks, rounds), next(iter(tasks)), {}))


def _compose(record: Record) -> None:
    for release in record.releases:
        for tag in release.locales or record.locales:
            compose(edition_localizer(record, release, tag, SETTINGS), release)


def same(number: int) -> None:
    """Refuse to compare documents that differ."""
    data = data_of(number)
    record = Record.model_validate(data)
    assert render(record, "json-ld", "en", settings=SETTINGS) == by_hand(data)
    assert _page_of(record) == page_by_hand(data)


# Peers

_START = f"""
import json, sys
from pathlib import Path
from time import process_time
start = process_time()
from eventrecord import Record, Settings, render
record = Record.model_validate(json.loads(Path(sys.argv[1]).read_text("utf-8")))
render(record, "json-ld-page", "en", settings=Settings(base="{BASE}"))
print(json.dumps({{"start": process_time() - start}}))
"""
"""A process that writes a page of one event and says how long it took, from the import on."""


def _ask_peers(each: dict[str, float]) -> None:
    """Print how much longer peers take for an event in one language; for the first one; and their memory."""
    python = PEERS / ".venv" / "bin" / "python"
    if not python.exists():
        print(f"peers are not installed: {PEERS / 'requirements.txt'}")
        return
    with TemporaryDirectory() as folder:
        events, week = Path(folder) / "events.json", Path(folder) / "week.json"
        events.write_text(json.dumps(list(_for_peers(100))), "utf-8")
        week.write_text(json.dumps(data_of(1)), "utf-8")
        commands = {
            OUR_PAGE: [sys.executable, "-c", _START, str(week)],
            **{
                name: [str(python), str(PEERS / "write_events.py"), name, str(events)]
                for name in ("json", *LIBRARIES)
            },
        }
        runs = {name: [_told(command) for _ in range(3)] for name, command in commands.items()}
        memory = {name: resident(command, dict(os.environ)) for name, command in commands.items()}
    starts = {name: min(run["start"] for run in runs[name]) for name in (OUR_PAGE, *LIBRARIES)}
    each |= {ONE_PAGE: min(run["each"] for run in runs["json"])}
    each |= {name: min(run["each"] for run in runs[name]) for name in LIBRARIES}
    aims = dict.fromkeys(LIBRARIES[:2], "≥ 20 x")
    thousands = {name: 1000 * seconds for name, seconds in each.items()}
    print(table("1000 events in one language; CPU time, best of 3", thousands, OUR_PAGE, aims))
    print(table("import, and a page of one event; CPU time, best of 3", starts, OUR_PAGE, {}))
    print("memory of such a process, at most")
    for name, megabytes in memory.items():
        print(f"  {name:44}{megabytes:10.0f} MB")


def _told(command: list[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(subprocess.check_output(command))
    return told


def _for_peers(number: int) -> Iterator[Node]:
    """Events in English, each with all that its node in the page has."""
    data = data_of(number)
    (host,) = data["organizations"]
    for each in data["event"]["sub_events"]:
        place = data["places"][each["place"]]
        yield {
            "id": each["id"],
            "name": each["name"]["en"],
            "description": each["description"]["en"],
            "start": f"{each['start']}:00+08:00",
            "end": f"{each['end']}:00+08:00",
            "place": each["place"],
            "place_name": place["name"]["en"],
            "city": place["address"]["locality"]["en"],
            "host": host,
            "host_name": data["organizations"][host]["name"]["en"],
            "host_url": data["organizations"][host]["url"],
            "series": data["event"]["id"],
        }


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("events", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    typed = parser.parse_args()
    same(100)
    main(typed.events, typed.rounds)
