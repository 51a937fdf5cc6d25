"""JSON Schema of the record, made from the model: what editors complete, explain and underline.

The model knows more than a schema can say (ids must exist, a figure has exactly one value): the schema serves
the editor, `eventrecord validate` checks everything. Editors show a `description` and know nothing of
languages, so each has a line per language; choices stand in a list, where a line would break it.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from eventrecord.model import base, figure, span, text
from eventrecord.model.docstring import docstrings
from eventrecord.model.record import Record
from eventrecord.tongue import ENGLISH, Tongue

__all__ = ["SCHEMA_FILE", "TONGUES", "json_schema", "schema_text", "structure", "tongues_for"]

SCHEMA_FILE = "eventrecord-1.schema.json"
_Schema = dict[str, Any]

# Tags that editors propose where any tag may stand.
_USUAL_TAGS = ("en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK")

TONGUES = (ENGLISH, Tongue("zh-Hans"))
"""Languages that editors' users read, in the order in which a schema explains things."""

_TOLD = ("description", "enumDescriptions", "examples", "patternErrorMessage", "title")
_BY_NAME = ("$defs", "properties")

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

# What editors propose where no list of choices can be complete.
_EXAMPLES: dict[Any, tuple[str, ...]] = {
    text.Tag: _USUAL_TAGS,
    span.TimeZone: ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "UTC"),
    base.Url: ("https://example.org/en/forum",),
}


def json_schema(tongues: Sequence[Tongue] = TONGUES) -> _Schema:
    """The schema of a record (JSON Schema, Draft 2020-12), explained in languages one after another."""
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
        **_translated("Record", _class_schema(Record, raw), tongues),
        "$defs": {name: _translated(name, part, tongues) for name, part in sorted(definitions.items())},
    }


def schema_text(tongues: Sequence[Tongue] = TONGUES) -> str:
    """The schema as the file that editors read."""
    return json.dumps(json_schema(tongues), ensure_ascii=False, indent=2) + "\n"


def tongues_for(reader: Tongue) -> list[Tongue]:
    """The languages of a schema, the reader's first."""
    return sorted(TONGUES, key=lambda tongue: tongue.tag != reader.tag)


def structure() -> _Schema:
    """The schema without what is only explained: what decides which records are accepted."""
    bare: _Schema = _stripped(json_schema(()))
    return bare


def _stripped(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_stripped(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _stripped(part) for name, part in value.items()} if key in _BY_NAME else _stripped(value)
        for key, value in schema.items()
        if key not in _TOLD
    }


class _Generator(GenerateJsonSchema):
    """pydantic's schema without titles made from field names, and with each choice of a list explained."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def enum_schema(self, schema: Any) -> _Schema:
        explained = docstrings(schema["cls"])
        meanings = [explained.get(member.name, "") for member in schema["members"]]
        return super().enum_schema(schema) | {"enumDescriptions": meanings}

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
    made |= {"examples": list(_EXAMPLES[kind])} if kind in _EXAMPLES else {}
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


def _translated(part: str, schema: _Schema, tongues: Sequence[Tongue]) -> _Schema:
    """The same with a line per language for all that is told of a part, its fields and its choices."""
    made = _told_in(tongues, schema, part, "_")
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", schema.get("title", part)).capitalize()
    made["title"] = " ".join(filter(None, (_title(part, name, tongue) for tongue in tongues)))
    if "patternErrorMessage" in schema:
        made["patternErrorMessage"] = made["description"]
    if "enumDescriptions" in schema:
        choices = zip(schema["enum"], schema["enumDescriptions"], strict=True)
        made["enumDescriptions"] = [
            " ".join(filter(None, (_choice(part, choice, meaning, tongue) for tongue in tongues)))
            for choice, meaning in choices
        ]
    if schema.get("additionalProperties") is False:
        fields = schema["properties"].items()
        made["properties"] = {key: _told_in(tongues, field, part, key) for key, field in fields}
    return made


def _told_in(tongues: Sequence[Tongue], schema: _Schema, part: str, key: str) -> _Schema:
    english = schema["description"].replace("\n", " ")
    lines = (english if tongue is ENGLISH else _meaning(part, key, tongue) for tongue in tongues)
    return _described(schema, {"description": "\n".join(filter(None, lines))})


def _meaning(part: str, key: str, tongue: Tongue) -> str:
    """What a part, a field or a choice is, in another language than English."""
    tables = (tongue.descriptions.get(name, {}) for name in (part, "Fact", "Sourcing"))
    return str(next((table[key] for table in tables if key in table), ""))


def _choice(part: str, choice: str, english: str, tongue: Tongue) -> str:
    """What a choice is; in other languages after the word for it."""
    if tongue is ENGLISH:
        return english
    meaning, word = _meaning(part, choice, tongue), str(tongue.fields["words"].get(choice, ""))
    return f"{word}{tongue.fields['forms']['colon']}{meaning}" if word and meaning else meaning or word


def _title(part: str, name: str, tongue: Tongue) -> str:
    if tongue is ENGLISH:
        return name
    words, word = tongue.fields["words"] | tongue.descriptions["titles"], name[0].lower() + name[1:]
    return next((words[known] for known in (part, f"a {word}", f"an {word}", word) if known in words), "")


def _without(schema: _Schema, *keys: str) -> _Schema:
    return {key: value for key, value in schema.items() if key not in keys}
