"""Writes events in one language, as they stand in a page: prints seconds of CPU time per event.

    python write_events.py WRITER FILE

WRITER is a library of schema.org types, or `json` for plain dictionaries. FILE is JSON: a list of events with
id, name, description, start, end; place, place_name, city; host, host_name, host_url; and series.
"""

import gc
import json
import sys
from pathlib import Path
from time import process_time

BASE = "https://office.example.org/week-2027#"
SCHEDULED = "https://schema.org/EventScheduled"
OFFLINE = "https://schema.org/OfflineEventAttendanceMode"


def with_json():
    def write(event):
        address = {
            "@type": "PostalAddress",
            "@id": f"{BASE}address-{event['place']}",
            "addressLocality": event["city"],
            "addressCountry": "CN",
        }
        return json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "BusinessEvent",
                "@id": f"{BASE}event-{event['id']}",
                "name": event["name"],
                "description": event["description"],
                "inLanguage": "en",
                "startDate": event["start"],
                "endDate": event["end"],
                "eventStatus": SCHEDULED,
                "eventAttendanceMode": OFFLINE,
                "location": {
                    "@type": "Place",
                    "@id": f"{BASE}place-{event['place']}",
                    "name": event["place_name"],
                    "address": address,
                },
                "organizer": {
                    "@type": "Organization",
                    "@id": f"{BASE}organization-{event['host']}",
                    "name": event["host_name"],
                    "url": event["host_url"],
                },
                "superEvent": {"@type": "EventSeries", "@id": f"{BASE}event-{event['series']}"},
            }
        )

    return write


def with_schema_org():
    import datetime

    from schema_org import (
        BusinessEvent,
        EventAttendanceModeEnumeration,
        EventSeries,
        EventStatusType,
        Organization,
        Place,
        PostalAddress,
    )

    def write(event):
        return BusinessEvent(
            **{"@id": f"{BASE}event-{event['id']}"},
            name=event["name"],
            description=event["description"],
            in_language="en",
            start_date=datetime.datetime.fromisoformat(event["start"]),
            end_date=datetime.datetime.fromisoformat(event["end"]),
            event_status=EventStatusType.EVENT_SCHEDULED,
            event_attendance_mode=EventAttendanceModeEnumeration.OFFLINE_EVENT_ATTENDANCE_MODE,
            location=Place(
                **{"@id": f"{BASE}place-{event['place']}"},
                name=event["place_name"],
                address=PostalAddress(
                    **{"@id": f"{BASE}address-{event['place']}"},
                    address_locality=event["city"],
                    address_country="CN",
                ),
            ),
            organizer=Organization(
                **{"@id": f"{BASE}organization-{event['host']}"},
                name=event["host_name"],
                url=event["host_url"],
            ),
            super_event=EventSeries(**{"@id": f"{BASE}event-{event['series']}"}),
        ).to_jsonld_json()

    return write


def with_pydantic2_schemaorg():
    from pydantic2_schemaorg.BusinessEvent import BusinessEvent
    from pydantic2_schemaorg.EventSeries import EventSeries
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
            eventStatus=SCHEDULED,
            eventAttendanceMode=OFFLINE,
            location=Place(
                id_=f"{BASE}place-{event['place']}",
                name=event["place_name"],
                address=PostalAddress(
                    id_=f"{BASE}address-{event['place']}",
                    addressLocality=event["city"],
                    addressCountry="CN",
                ),
            ),
            organizer=Organization(
                id_=f"{BASE}organization-{event['host']}", name=event["host_name"], url=event["host_url"]
            ),
            superEvent=EventSeries(id_=f"{BASE}event-{event['series']}"),
        ).json()

    return write


def with_msgspec_schemaorg():
    import msgspec
    from msgspec_schemaorg.models import BusinessEvent, EventSeries, Organization, Place, PostalAddress

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
                eventStatus=SCHEDULED,
                eventAttendanceMode=OFFLINE,
                location=Place(
                    id=f"{BASE}place-{event['place']}",
                    name=event["place_name"],
                    address=PostalAddress(
                        id=f"{BASE}address-{event['place']}",
                        addressLocality=event["city"],
                        addressCountry="CN",
                    ),
                ),
                organizer=Organization(
                    id=f"{BASE}organization-{event['host']}", name=event["host_name"], url=event["host_url"]
                ),
                superEvent=EventSeries(id=f"{BASE}event-{event['series']}"),
            )
        ).decode()

    return write


WRITERS = {
    "json": with_json,
    "schema_org-py": with_schema_org,
    "pydantic2-schemaorg": with_pydantic2_schemaorg,
    "msgspec-schemaorg": with_msgspec_schemaorg,
}


def main(writer, file):
    events = json.loads(Path(file).read_text("utf-8"))
    start = process_time()
    write = WRITERS[writer]()
    first = write(events[0])
    started = process_time() - start
    gc.disable()
    start = process_time()
    for event in events:
        write(event)
    print(json.dumps({"start": started, "each": (process_time() - start) / len(events), "first": first}))


if __name__ == "__main__":
    main(*sys.argv[1:])
