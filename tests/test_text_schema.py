"""Texts: their schema is told to pydantic rather than found out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from eventrecord.model.text import Prose, Text, _Wordings


def test_the_schema_that_is_told_is_the_one_that_pydantic_finds() -> None:
    """So that a change of the annotation is not missed: it would be for show only."""
    found = TypeAdapter(Annotated[_Wordings, Field(min_length=1)])
    for told in (TypeAdapter[object](Text), TypeAdapter[object](Prose)):
        assert told.json_schema() == found.json_schema()
        assert _bare(told.core_schema) == _bare(found.core_schema)


def _bare(schema: object) -> object:
    """A schema without notes, which do not bear on what is valid."""
    if isinstance(schema, dict):
        return {key: _bare(value) for key, value in schema.items() if key != "metadata"}
    return [_bare(part) for part in schema] if isinstance(schema, list) else schema
