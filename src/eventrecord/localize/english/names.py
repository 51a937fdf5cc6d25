"""People's names and posts in English."""

from __future__ import annotations

from eventrecord.localize.data import Table
from eventrecord.model.agent import PersonName

__all__ = ["person_name", "post"]


def person_name(name: PersonName, *, chinese: bool, words: Table) -> str:
    """Zhang Wei, but Mary Smith: Chinese people family name first, unless the name says otherwise."""
    family_first = (name.order or ("family-first" if chinese else "given-first")) == "family-first"
    if name.alias and name.family and name.given and family_first:
        return f"{name.alias} {name.family} {name.given}"
    parts = (name.family, name.given) if family_first else (name.given, name.family)
    return " ".join(part for part in parts if part)


def post(title: str, organization: str | None, before: str, words: Table) -> str:
    """Vice mayor of Shanghai; a member of the Standing Committee, for a post that many hold."""
    if title.split(" ", 1)[0] in words["shared_titles"]:
        title = f"{words['indefinite'][title[0] in 'aeiou']} {title}"
    return (
        title if organization is None else str(words["post"].format(title=title, organization=organization))
    )
