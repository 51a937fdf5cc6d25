"""What all models share: frozen, closed, every field documented; ids and references by id."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticUndefined, core_schema

__all__ = [
    "ID_PATTERN",
    "AwardId",
    "EventId",
    "FigureId",
    "Id",
    "ImageId",
    "Model",
    "OrganizationId",
    "PersonId",
    "PlaceId",
    "QuotationId",
    "Reference",
    "SourceId",
    "Spelling",
    "TermId",
    "Url",
]

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REFERENCE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"


_EMPTY: dict[type, Callable[[], Any]] = {list: lambda: [], dict: lambda: {}}
"""What makes an empty one; of a lambda, unlike `list`, pydantic knows at once that it takes nothing."""


class Model(BaseModel):
    """Base of every part of a record: cannot be changed once read, knows no undeclared field."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
        allow_inf_nan=False,
        defer_build=True,
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Have empty lists and mappings made; to copy them in depth would take a third of all reading."""
        for field in cls.__pydantic_fields__.values():
            if field.default in ([], {}):
                field.default_factory = _EMPTY[type(field.default)]
                field.default = PydanticUndefined


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a text is spelt: a pattern it matches, and the most characters it has.

    What `StringConstraints` says, told to pydantic at once: it would work that out again for 150 fields.
    """

    pattern: str
    max_length: int | None = None

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(pattern=self.pattern, max_length=self.max_length)


Id = Annotated[str, Spelling(ID_PATTERN, 80)]
"""Lower-case letters, digits and single hyphens: safe in a file name, an address and a slot."""

Url = Annotated[str, Spelling(r'^(https?|mailto|tel):[^\s<>"]+$', 2000)]
"""An absolute http(s), mailto or tel address."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field as the id of an entry of `kind`: a collection of the record, or `events`.

    An entry of another record, on which this one builds, is written `<record-id>/<id>`.
    """

    kind: str
    pattern: str = REFERENCE_PATTERN

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(pattern=REFERENCE_PATTERN, max_length=161)


PersonId = Annotated[str, Reference("people")]
OrganizationId = Annotated[str, Reference("organizations")]
PlaceId = Annotated[str, Reference("places")]
TermId = Annotated[str, Reference("terms")]
FigureId = Annotated[str, Reference("figures")]
AwardId = Annotated[str, Reference("awards")]
QuotationId = Annotated[str, Reference("quotations")]
ImageId = Annotated[str, Reference("images")]
EventId = Annotated[str, Reference("events")]
SourceId = Annotated[str, Reference("sources")]
