"""Tries what libraries of schema.org types can do, each in the way its own page shows: prints JSON.

    tests/peers/linked_data/.venv/bin/python tests/peers/linked_data/features.py

A feature is there if what is built comes out as it was meant, and a fault is refused if an error says so.
"""

import datetime
import importlib
import json
import sys
from importlib.metadata import version

TAGGED = [{"@value": "Book Fair", "@language": "en"}, {"@value": "书展", "@language": "zh-Hans"}]
PARK = {"@id": "https://office.example.org/#park"}
SCHEDULED = "https://schema.org/EventScheduled"


class SchemaOrg:
    """schema_org-py: pydantic 2 models, strict."""

    def build(self, kind, **properties):
        return getattr(importlib.import_module("schema_org"), kind)(**properties)

    def written(self, node):
        return node.to_jsonld_json()

    def day(self, text):
        return datetime.date.fromisoformat(text)

    def scheduled(self):
        return importlib.import_module("schema_org").EventStatusType.EVENT_SCHEDULED

    def read(self, kind, text):
        return getattr(importlib.import_module("schema_org"), kind).model_validate_json(text)


class Pydantic2:
    """pydantic2-schemaorg: a module per type."""

    def build(self, kind, **properties):
        return getattr(importlib.import_module(f"pydantic2_schemaorg.{kind}"), kind)(**properties)

    def written(self, node):
        return node.json()

    def day(self, text):
        return text

    def scheduled(self):
        return SCHEDULED

    def read(self, kind, text):
        return self.build(kind, **json.loads(text))


class Msgspec:
    """msgspec-schemaorg: structs."""

    def build(self, kind, **properties):
        return getattr(importlib.import_module("msgspec_schemaorg.models"), kind)(**properties)

    def written(self, node):
        return importlib.import_module("msgspec").json.encode(node).decode()

    def day(self, text):
        return text

    def scheduled(self):
        return SCHEDULED

    def read(self, kind, text):
        msgspec = importlib.import_module("msgspec")
        return msgspec.json.decode(text, type=type(self.build(kind)))


LIBRARIES = {"schema_org-py": SchemaOrg, "pydantic2-schemaorg": Pydantic2, "msgspec-schemaorg": Msgspec}


def told(library, kind, **properties):
    """What comes out of a node, as JSON."""
    return json.loads(library.written(library.build(kind, **properties)))


def refused(library, kind, **properties):
    """Whether an error keeps a fault from being written."""
    try:
        told(library, kind, **properties)
    except Exception:
        return True
    return False


FEATURES = {
    "a name in one language": lambda lib: told(lib, "Event", name="Book Fair")["name"] == "Book Fair",
    "a name in two languages, tagged": lambda lib: told(lib, "Event", name=TAGGED)["name"] == TAGGED,
    "a day stays a day": lambda lib: (
        told(lib, "Event", startDate=lib.day("2027-03-18"))["startDate"] == "2027-03-18"
    ),
    "a status as its address": lambda lib: (
        told(lib, "Event", eventStatus=lib.scheduled())["eventStatus"] == SCHEDULED
    ),
    "a reference by `@id`": lambda lib: told(lib, "Event", organizer=PARK)["organizer"] == PARK,
    "a post as `DefinedTerm`": lambda lib: (
        told(lib, "Person", jobTitle=lib.build("DefinedTerm", name="director"))["jobTitle"]["name"]
        == "director"
    ),
    "`Observation` with a bound": lambda lib: told(lib, "Observation", maxValue=25)["maxValue"] == 25,
    "an article as translation of another": lambda lib: (
        told(lib, "NewsArticle", translationOfWork=PARK)["translationOfWork"] == PARK
    ),
    "a property of another type is refused": lambda lib: refused(lib, "Event", award="Blue Tide"),
    "a place that is a person is refused": lambda lib: refused(
        lib, "Event", location=lib.build("Person", name="Ann")
    ),
    "a date in words is refused": lambda lib: refused(lib, "Event", startDate="18 March 2027"),
    "a language tag `zh_CN` is refused, a sound one not": lambda lib: (
        refused(lib, "Event", name=[{"@value": "书展", "@language": "zh_CN"}])
        and not refused(lib, "Event", name=TAGGED)
    ),
    "an end before the start is refused": lambda lib: refused(
        lib, "Event", startDate=lib.day("2027-03-18"), endDate=lib.day("2027-03-17")
    ),
    "text cannot end its script": lambda lib: (
        "</script>" not in lib.written(lib.build("Event", name="</script>"))
    ),
    "its own output is read back": lambda lib: (
        lib.read("Event", lib.written(lib.build("Event", name="Book Fair"))).name == "Book Fair"
    ),
    "types that are no events: `Recipe`": lambda lib: told(lib, "Recipe", name="Soup")["name"] == "Soup",
}


def main():
    found = {}
    for name, library in LIBRARIES.items():
        lib = library()
        found[name] = {"version": version(name)}
        for feature, is_there in FEATURES.items():
            try:
                found[name][feature] = bool(is_there(lib))
            except Exception as error:
                found[name][feature] = False
                if "-v" in sys.argv:
                    print(name, feature, repr(error)[:300], file=sys.stderr)
    print(json.dumps(found, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
