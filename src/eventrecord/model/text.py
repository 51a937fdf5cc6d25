"""Texts: one wording per language tag, each with its state. No language is "the original"."""

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, GetCoreSchemaHandler, StringConstraints, model_validator
from pydantic_core import CoreSchema, core_schema

from eventrecord.message import say
from eventrecord.model.base import Model, Spelling

__all__ = ["TAG_PATTERN", "Origin", "Prose", "State", "Tag", "Text", "Wording"]

TAG_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
Tag = Annotated[str, Spelling(TAG_PATTERN)]
"""BCP 47 language tag: language, script, region; zh-Hans, zh-Hant-TW, en-HK."""


class State(StrEnum):
    """How far a wording may be trusted."""

    OFFICIAL = "official"
    """The owner's own wording."""
    HOUSE = "house"
    """Ours: written or translated by this office."""
    UNVERIFIED = "unverified"
    """Seen or proposed, not confirmed."""
    MISSING = "missing"
    """Looked for and not found; says so instead of an empty field."""


class Origin(Model):
    """The wording that this one was made from."""

    tag: Tag
    """Language of the wording it was made from."""
    hash: Annotated[str, Spelling(r"^[0-9a-f]{8,64}$")] | None = None
    """First 8 or more digits of the SHA-256 of that wording (UTF-8); when it changes, this is stale."""


class Wording(Model):
    """One wording of a text in one language, when there is more to say than the words."""

    text: Annotated[str, StringConstraints(min_length=1)] | None = None
    """The words."""
    state: State = State.HOUSE
    """official, house (the default), unverified or missing."""
    stand_in: Tag | None = None
    """Language whose wording stands in for this missing one, by the office's decision."""
    from_: Annotated[Origin | None, Field(alias="from")] = None
    """What it was made from, so that it is reported stale when that one changes."""
    note: str | None = None
    """For colleagues; never printed."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.state is State.MISSING and self.text is not None:
            raise ValueError(say("a wording with words is not missing: remove `state: missing` or the text"))
        if self.state is not State.MISSING and self.text is None:
            raise ValueError(say("a wording needs its `text`, or `state: missing`"))
        if self.stand_in is not None and self.state is not State.MISSING:
            raise ValueError(say("`stand_in` is for a wording with `state: missing`"))
        return self


_Words = Annotated[str, StringConstraints(min_length=1)]
_Wordings = dict[Tag, Annotated[_Words | Wording, Field(union_mode="left_to_right")]]


class _Schema:
    """What pydantic finds in `_Wordings`, told at once: it would look again for each of fifty fields."""

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        words, wording = core_schema.str_schema(min_length=1), handler.generate_schema(Wording)
        return core_schema.dict_schema(
            core_schema.str_schema(pattern=TAG_PATTERN),
            core_schema.union_schema([words, wording], mode="left_to_right"),
            min_length=1,
        )


Text = Annotated[_Wordings, Field(min_length=1), _Schema()]
"""One wording per language tag: words alone, or a wording with its state. Braces are just braces."""

Prose = Annotated[_Wordings, Field(min_length=1), "prose", _Schema()]
"""A text whose wordings may hold slots such as {figures.attendance}; {{ and }} are braces."""
