"""People's names and posts in Chinese."""

from __future__ import annotations

import re

from eventrecord.localize.data import Table
from eventrecord.model.agent import PersonName

__all__ = ["person_name", "post"]

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def person_name(name: PersonName, *, chinese: bool, words: Table) -> str:
    """张为; a foreigner's transliterated name given name first with a middle dot: 约翰·史密斯."""
    if not (name.family and name.given):
        return name.family or name.given or ""
    han = _HAN.search(name.family + name.given) is not None
    if name.order == "given-first":
        return name.given + (words["name_dot"] if han else " ") + name.family
    return name.family + ("" if han else " ") + name.given


def post(title: str, organization: str | None, before: str, words: Table) -> str:
    """上海市委 + 常委; what the post before it names is not repeated: 上海市委常委、副市长."""
    if organization is None or (before and organization in before):
        return title
    return organization + title
