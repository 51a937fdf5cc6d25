"""Values that are written as one scalar in the record and are small objects here."""

from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from eventrecord.message import Named, say

__all__ = ["Scalar", "plain_schema"]


_LONGEST = 100
"""Characters of a value; longer texts are no values, and never reach the patterns that read them."""


class Scalar:
    """A value written as one scalar: read by `parse`, written back by `str`."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it from text; ValueError says how it is written."""
        raise NotImplementedError(cls.__name__)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        raise NotImplementedError(cls.__name__)

    @classmethod
    def _read(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            if len(value) > _LONGEST:
                raise ValueError(
                    say(
                        "a {sort} is short; this has {length} characters",
                        sort=Named(cls.__name__.lower()),
                        length=len(value),
                    )
                )
            return cls.parse(value.strip())
        if isinstance(value, int | float) and not isinstance(value, bool):
            return cls.parse(str(value))
        raise ValueError(
            say(
                "{sort} is written as one value, not as {found}",
                sort=Named(cls.__name__.lower()),
                found=type(value).__name__,
            )
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        return cls.schema()


def plain_schema(pattern: str, title: str, description: str, examples: list[object]) -> dict[str, object]:
    """JSON Schema of a value that is written as one scalar and read into a small object of ours."""
    return {
        "type": ["string", "number"],
        "pattern": pattern,
        "title": title,
        "description": description,
        "examples": examples,
    }
