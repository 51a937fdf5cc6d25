"""JSON Schema of the record, made from the model: what editors complete, explain and underline.

The model knows more than a schema can say (ids must exist, a figure has exactly one value): the schema serves
the editor, `eventrecord validate` checks everything.
"""

from __future__ import annotations

import inspect
import json
import re
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from eventrecord.model import base, figure, span, text
from eventrecord.model.docstring import docstrings
from eventrecord.model.record import Record

__all__ = ["SCHEMA_FILE", "json_schema", "schema_text"]

SCHEMA_FILE = "eventrecord-1.schema.json"
_Schema = dict[str, Any]

# Tags that editors propose where any tag may stand.
_USUAL_TAGS = ("en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK")

# Types with a name and an explanation of their own in the schema.
_WORDS = get_args(get_args(text.Text)[0])[1]
_NAMED: dict[str, tuple[Any, str]] = {
    "Words": (_WORDS, "The words; or text and state, where there is more to say."),
    "Text": (text.Text, "One wording per language."),
    "Prose": (text.Prose, "One wording per language; slots such as {figures.attendance} stand for facts."),
    "Tag": (text.Tag, "BCP 47 language tag: language, script, region; zh-Hans, zh-Hant-TW, en-HK."),
    "Id": (base.Id, "Lower-case letters, digits and single hyphens."),
    "Url": (base.Url, "An absolute http(s), mailto or tel address."),
    "PersonId": (base.PersonId, "Id of an entry of people."),
    "OrganizationId": (base.OrganizationId, "Id of an entry of organizations."),
    "PlaceId": (base.PlaceId, "Id of an entry of places."),
    "TermId": (base.TermId, "Id of an entry of terms, or of the terminology base."),
    "FigureId": (base.FigureId, "Id of an entry of figures."),
    "AwardId": (base.AwardId, "Id of an entry of awards."),
    "QuotationId": (base.QuotationId, "Id of an entry of quotations."),
    "ImageId": (base.ImageId, "Id of an entry of images."),
    "SourceId": (base.SourceId, "Id of an entry of sources."),
    "EventId": (base.EventId, "Id of an event; of another record's event: record/event."),
    "TimeZone": (span.TimeZone, "IANA name of a time zone: Asia/Shanghai."),
    "Moment": (span.Moment, ""),
    "Period": (span.Period, ""),
    "Duration": (span.Duration, ""),
    "Amount": (figure.Amount, ""),
    "Money": (figure.Money, ""),
    "Fraction": (figure.Fraction, ""),
    "Area": (figure.Area, ""),
}


def json_schema() -> _Schema:
    """The schema of a record (JSON Schema, Draft 2020-12)."""
    raw = Record.model_json_schema(schema_generator=_Generator)
    classes = {cls.__name__: cls for cls in _models(Record)}
    definitions = {
        name: _class_schema(classes[name], schema) if name in classes else schema
        for name, schema in raw["$defs"].items()
    }
    definitions |= {name: _named_schema(kind, meaning) for name, (kind, meaning) in _NAMED.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:eventrecord:schema:1",
        **_class_schema(Record, raw),
        "title": "Event record",
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as the file that editors read."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """pydantic's schema without titles made from field names, and with each choice of a list explained."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def enum_schema(self, schema: Any) -> _Schema:
        explained = docstrings(schema["cls"])
        meanings = [explained.get(member.name, "") for member in schema["members"]]
        return super().enum_schema(schema) | ({"enumDescriptions": meanings} if any(meanings) else {})

    def str_schema(self, schema: Any) -> _Schema:
        """A text of digits needs no quotation marks in a record, so editors must not ask for them."""
        made = super().str_schema(schema)
        digits_fit = re.search(made.get("pattern", ""), "2022") is not None
        return made | {"type": ["string", "number"]} if digits_fit else made


def _class_schema(cls: type[BaseModel], raw: _Schema) -> _Schema:
    """The schema of a class whose fields point to named types instead of spelling them out."""
    hints = get_type_hints(cls, include_extras=True)
    own_first = sorted(cls.model_fields.items(), key=lambda item: item[0] not in cls.__annotations__)
    properties = {}
    for name, field in own_first:
        key = field.alias or name
        made = raw["properties"][key]
        kept = {"description": docstrings(cls)[name]}
        if made.get("default") not in (None, [], {}):
            kept["default"] = made["default"]
        properties[key] = _described(_linked(hints[name], _without(made, "description", "default")), kept)
    return _without(raw, "$defs") | {"properties": properties}


def _described(schema: _Schema, notes: _Schema) -> _Schema:
    """`schema` with what is told of a field, also within alternatives: editors explain the one that fits."""
    if "anyOf" in schema:
        choices = [choice | notes if "$ref" in choice else choice for choice in schema["anyOf"]]
        schema = schema | {"anyOf": choices}
    return schema | notes


def _named_schema(kind: Any, meaning: str) -> _Schema:
    raw = TypeAdapter(kind).json_schema(schema_generator=_Generator)
    made = _linked(kind, _without(raw, "$defs"), named=False)
    if made.get("type") == "object":
        made["properties"] = dict.fromkeys(_USUAL_TAGS, made["additionalProperties"])
    made |= {"description": meaning} if meaning else {}
    return made | ({"patternErrorMessage": made["description"]} if "pattern" in made else {})


def _linked(hint: Any, raw: _Schema, *, named: bool = True) -> _Schema:
    """`raw`, the schema of `hint`, with references where a named type stands."""
    parts = get_args(hint)
    if named and (name := _name(hint, parts)):
        return {"$ref": f"#/$defs/{name}"}
    origin = get_origin(hint)
    if origin is Annotated:
        return _linked(parts[0], raw)
    if origin in (Union, UnionType):
        choices = [_linked(part, choice) for part, choice in zip(parts, raw["anyOf"], strict=True)]
        return raw | {"anyOf": choices}
    if origin is list:
        return raw | {"items": _linked(parts[0], raw["items"])}
    if origin is dict:
        keys = {"propertyNames": _linked(parts[0], {})} if _name(parts[0], get_args(parts[0])) else {}
        (value,) = raw.get("patternProperties", {"": raw.get("additionalProperties")}).values()
        return {
            **_without(raw, "patternProperties"),
            **keys,
            "additionalProperties": _linked(parts[1], value),
        }
    return raw


def _name(hint: Any, parts: tuple[Any, ...]) -> str | None:
    """The name that `hint` has in the schema; a field may add its own alias or bounds to a named type."""
    for name, (kind, _) in sorted(_NAMED.items(), key=lambda item: -len(get_args(item[1][0]))):
        wanted = get_args(kind)
        if hint == kind or (wanted and parts[: len(wanted)] == wanted):
            return name
    return None


def _models(cls: type[BaseModel]) -> list[type[BaseModel]]:
    """All classes of the model that a record may hold, in the order of their first use."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[Any] = [cls]
    while waiting:
        hint = waiting.pop(0)
        if inspect.isclass(hint) and issubclass(hint, BaseModel):
            if hint not in found:
                found[hint] = None
                waiting += get_type_hints(hint, include_extras=True).values()
        else:
            waiting += get_args(hint)
    return list(found)


def _without(schema: _Schema, *keys: str) -> _Schema:
    return {key: value for key, value in schema.items() if key not in keys}
