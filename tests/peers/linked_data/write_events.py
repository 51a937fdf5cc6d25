"""Writes events in one language with a library of schema.org types: prints seconds of CPU time per event.

    python write_events.py LIBRARY FILE

FILE is JSON: a list of events with id, name, description, start, end, place, city, host.
"""

import gc
import json
import sys
from pathlib import Path
from time import process_time

BASE = "https://office.example.org/week-2027#"


def with_schema_org(events):
    import datetime

    from schema_org import BusinessEvent, EventStatusType, Organization, Place, PostalAddress

    def write(event):
        return BusinessEvent(
            **{"@id": f"{BASE}event-{event['id']}"},
            name=event["name"],
            description=event["description"],
            in_language="en",
            start_date=datetime.datetime.fromisoformat(event["start"]),
            end_date=datetime.datetime.fromisoformat(event["end"]),
            event_status=EventStatusType.EVENT_SCHEDULED,
            location=Place(
                name=event["place"],
                address=PostalAddress(address_locality=event["city"], address_country="CN"),
            ),
            organizer=Organization(name=event["host"]),
        ).to_jsonld_json()

    return write


def with_pydantic2_schemaorg(events):
    from pydantic2_schemaorg.BusinessEvent import BusinessEvent
    from pydantic2_schemaorg.Organization import Organization
    from pydantic2_schemaorg.Place import Place
    from pydantic2_schemaorg.PostalAddress import PostalAddress

    def write(event):
        return BusinessEvent(
            id_=f"{BASE}event-{event['id']}",
            name=event["name"],
            description=event["description"],
            inLanguage="en",
            startDate=event["start"],
            endDate=event["end"],
            eventStatus="https://schema.org/EventScheduled",
            location=Place(
                name=event["place"], address=PostalAddress(addressLocality=event["city"], addressCountry="CN")
            ),
            organizer=Organization(name=event["host"]),
        ).json()

    return write


def with_msgspec_schemaorg(events):
    import msgspec
    from msgspec_schemaorg.models import BusinessEvent, Organization, Place, PostalAddress

    encode = msgspec.json.Encoder().encode

    def write(event):
        return encode(
            BusinessEvent(
                id=f"{BASE}event-{event['id']}",
                name=event["name"],
                description=event["description"],
                inLanguage="en",
                startDate=event["start"],
                endDate=event["end"],
                eventStatus="https://schema.org/EventScheduled",
                location=Place(
                    name=event["place"],
                    address=PostalAddress(addressLocality=event["city"], addressCountry="CN"),
                ),
                organizer=Organization(name=event["host"]),
            )
        ).decode()

    return write


LIBRARIES = {
    "schema_org-py": with_schema_org,
    "pydantic2-schemaorg": with_pydantic2_schemaorg,
    "msgspec-schemaorg": with_msgspec_schemaorg,
}


def main(library, file):
    events = json.loads(Path(file).read_text("utf-8"))
    start = process_time()
    write = LIBRARIES[library](events)
    first = write(events[0])
    started = process_time() - start
    gc.disable()
    start = process_time()
    for event in events:
        write(event)
    print(json.dumps({"start": started, "each": (process_time() - start) / len(events), "first": first}))


if __name__ == "__main__":
    main(*sys.argv[1:])
