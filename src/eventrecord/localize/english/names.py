"""People's names and posts in English."""

from __future__ import annotations

from eventrecord.localize.data import Table
from eventrecord.model.agent import PersonName

__all__ = ["person_name", "post", "title_case"]


def person_name(name: PersonName, *, chinese: bool, words: Table) -> str:
    """Zhang Wei, but Mary Smith: Chinese people family name first, unless the name says otherwise.

    A Chinese person's other name goes in front: Vivian Lau Hoi-ching.
    """
    family_first = (name.order or ("family-first" if chinese else "given-first")) == "family-first"
    parts = (name.family, name.given) if family_first else (name.given, name.family)
    alias = name.alias if chinese or family_first else None
    return " ".join(part for part in (alias, *parts) if part)


def title_case(title: str, words: Table) -> str:
    """A title with capitals: Vice-President for Research; a word that has one is left as it is (Deep-sea)."""
    small = words["small_words"]
    return " ".join(
        word
        if word in small and place
        else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        if word[:1].islower()
        else word
        for place, word in enumerate(title.split(" "))
    )


def post(title: str, organization: str | None, before: str, words: Table) -> str:
    """Vice mayor of Shanghai; a member of the Standing Committee, for a post that many hold."""
    if title.split(" ", 1)[0].lower() in words["shared_titles"]:
        title = f"{words['indefinite'][title[0] in 'aeiouAEIOU']} {title}"
    return (
        title if organization is None else str(words["post"].format(title=title, organization=organization))
    )
