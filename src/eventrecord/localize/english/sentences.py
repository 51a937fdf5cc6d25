"""Sentences in English."""

from __future__ import annotations

__all__ = ["capitalize_sentence"]


def capitalize_sentence(text: str) -> str:
    """The first letter large, unless the first word has large letters of its own (iGEM)."""
    opening = len(text) - len(text.lstrip("“‘\"'(["))
    word = text[opening:].split(" ", 1)[0]
    if word[:1].islower() and word == word.lower():
        return text[:opening] + text[opening].upper() + text[opening + 1 :]
    return text
