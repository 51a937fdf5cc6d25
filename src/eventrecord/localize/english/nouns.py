"""English nouns: the regular plural."""

from __future__ import annotations

__all__ = ["plural_of"]

_HISSING = ("s", "x", "z", "ch", "sh")


def plural_of(noun: str) -> str:
    """The regular plural of a noun, or of a phrase that ends in one: forum, forums; party, parties."""
    if noun.endswith(_HISSING):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}s"
