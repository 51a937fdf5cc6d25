"""Awards: who confers them, for what, and who won, if that is known."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from eventrecord.message import say
from eventrecord.model.base import Id, Model, OrganizationId, PersonId
from eventrecord.model.source import Fact
from eventrecord.model.text import Text

__all__ = ["Award", "AwardCategory", "Winner"]


class Winner(Model):
    """Who won: a person or organization of the record, or a name."""

    person: PersonId | None = None
    """The person."""
    organization: OrganizationId | None = None
    """The organization."""
    name: Text | None = None
    """A name, where the winner has no entry of its own."""
    work: Text | None = None
    """What it was given for."""
    rank: Text | None = None
    """First prize, gold, finalist."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if sum(x is not None for x in (self.person, self.organization, self.name)) != 1:
            raise ValueError(say("a winner is one `person`, `organization` or `name`"))
        return self


class AwardCategory(Model):
    """One of the prizes that an award is given in."""

    id: Id
    """Its id."""
    name: Text
    """Its name."""
    winners: list[Winner] | Literal["unknown"] = "unknown"
    """Winners in order, or unknown."""


class Award(Fact):
    """An award given at an event."""

    name: Text
    """Its name."""
    noun: Text | None = None
    """What it is, after the quoted name, where the name does not say so: awards; 奖项."""
    plural: bool = False
    """Whether `noun` is a plural, for languages that tell: the awards were announced."""
    edition: Annotated[int, Field(ge=1, le=999)] | None = None
    """Which edition: 1 for the first."""
    conferred_by: list[OrganizationId] = []
    """Who confers it."""
    categories: list[AwardCategory] = []
    """Its categories, where it has several."""
    winners: list[Winner] | Literal["unknown"] = "unknown"
    """Winners in order, or unknown."""
