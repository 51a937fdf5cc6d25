"""The field reference in Markdown, made from the JSON Schema: every part of a record and its fields."""

from __future__ import annotations

from typing import Any

from eventrecord.schema import json_schema
from eventrecord.tongue import ENGLISH

__all__ = ["reference_text"]

_Schema = dict[str, Any]
_INTRODUCTION = """\
# Fields of a record

Made from the model by `eventrecord schema --reference`; do not edit. Fields marked *required* must be
there, all others may be left out. Where a value may be text or more than that, the short form comes first.
"""
_PLAIN = {"string": "text", "integer": "whole number", "number": "number", "boolean": "`true` or `false`"}


def reference_text() -> str:
    """One section per part of a record, in the order of first use; then choices and plain values."""
    schema = json_schema([ENGLISH])
    definitions = {"Record": schema, **schema["$defs"]}
    names = _in_use(definitions)
    shared = list(definitions["Sourcing"]["properties"])
    parts = [_part(name, definitions[name], shared) for name in names if _is_part(definitions[name])]
    values = [_value(name, definitions[name]) for name in names if not _is_part(definitions[name])]
    return "\n".join([_INTRODUCTION, *parts, "# Values\n", *values])


def _is_part(schema: _Schema) -> bool:
    return schema.get("additionalProperties") is False


def _in_use(definitions: dict[str, _Schema]) -> list[str]:
    found: list[str] = []
    waiting = ["Record"]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found.append(name)
            waiting += _references({k: v for k, v in definitions[name].items() if k != "$defs"})
    return found


def _references(schema: object) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"].rpartition("/")[2]] if isinstance(schema.get("$ref"), str) else []
        return own + [name for value in schema.values() for name in _references(value)]
    if isinstance(schema, list):
        return [name for value in schema for name in _references(value)]
    return []


def _part(name: str, schema: _Schema, shared: list[str]) -> str:
    required, fields = schema.get("required", []), schema["properties"]
    is_fact = "sourcing" in fields
    rows = [
        f"| `{key}` | {_type(field)}{', *required*' if key in required else ''} | {_meaning(field)} |"
        for key, field in fields.items()
        if not (is_fact and key in shared)
    ]
    if is_fact:
        keys = ", ".join(f"`{key}`" for key in shared)
        rows.append(f"| {keys} | as in [Sourcing](#sourcing) | How firm this is, and who says so. |")
    return "\n".join(
        [f"## {name}\n", _meaning(schema) + "\n", "| field | type | meaning |", "|---|---|---|", *rows, ""]
    )


def _value(name: str, schema: _Schema) -> str:
    lines = [f"## {name}\n", _meaning(schema) + "\n"]
    if "enum" in schema:
        meanings = schema.get("enumDescriptions", [""] * len(schema["enum"]))
        lines += [
            f"- `{choice}`{f': {meaning}' if meaning else ''}"
            for choice, meaning in zip(schema["enum"], meanings, strict=True)
        ]
        lines.append("")
    elif "examples" in schema:
        lines.append(f"Examples: {', '.join(f'`{example}`' for example in schema['examples'])}.\n")
    elif schema.get("type") == "object" or "anyOf" in schema:
        lines.append(f"Type: {_type(schema)}.\n")
    return "\n".join(lines)


def _meaning(schema: _Schema) -> str:
    return str(schema.get("description", "")).replace("\n", " ").replace("|", "\\|")


def _type(schema: _Schema) -> str:
    match schema:
        case {"$ref": reference}:
            name = reference.rpartition("/")[2]
            return f"[{name}](#{name.lower()})"
        case {"const": only}:
            return f"`{only}`"
        case {"enum": choices}:
            return ", ".join(f"`{choice}`" for choice in choices)
        case {"anyOf": choices}:
            return " or ".join(_type(choice) for choice in choices if choice != {"type": "null"})
        case {"type": "array", "items": items}:
            return f"list of {_type(items)}"
        case {"type": "object", "additionalProperties": values}:
            keys = _type(schema["propertyNames"]) if "propertyNames" in schema else "name"
            return f"{keys} → {_type(values)}"
        case {"minimum": low, "maximum": high}:
            return f"{low} to {high}"
        case {"type": [first, *_]}:
            return _PLAIN[first]
        case _:
            return _PLAIN[schema["type"]]
