"""Language tags that people write otherwise than BCP 47 does."""

from __future__ import annotations

import re

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity
from eventrecord.message import say
from eventrecord.reading.shape import shown

__all__ = ["COUNTRIES", "VAGUE", "suggested", "tag_problem"]

COUNTRIES = ("cn", "hk", "jp")
"""Codes of countries that are often taken for languages, and are none."""
VAGUE = ("zh", "zh-CN", "zh-HK", "zh-MO", "zh-SG", "zh-TW")
"""Tags of Chinese that do not name its script: enough for what was said, not for what is written."""

_MEANT = {
    "zh": "zh-Hans",
    "cn": "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans",
    "chs": "zh-Hans",
    "chinese": "zh-Hans",
    "中文": "zh-Hans",
    "简体": "zh-Hans",
    "简体中文": "zh-Hans",
    "cht": "zh-Hant",
    "繁體": "zh-Hant",
    "繁體中文": "zh-Hant",
    "zh-TW": "zh-Hant-TW",
    "tw": "zh-Hant-TW",
    "zh-HK": "zh-Hant-HK",
    "zh-MO": "zh-Hant",
    "hk": "zh-Hant-HK",
    "english": "en",
    "英文": "en",
    "jp": "ja",
}
_GUESSED = frozenset({"zh", "cn", "tw", "hk", "jp", "chinese", "中文"})
"""What may be meant otherwise: they name no script, or a country and no language."""


def suggested(tag: str) -> str | None:
    """The tag that was probably meant, or None when nobody can tell."""
    parts = [part for part in re.split(r"[-_\s]+", tag.strip().lower()) if part]
    usual = "-".join(
        part if index == 0 else part.title() if len(part) == 4 else part.upper()
        for index, part in enumerate(parts)
    )
    meant = _MEANT.get(usual, usual)
    shape = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
    return meant if meant != tag and re.fullmatch(shape, meant, re.ASCII) else None


def tag_problem(tag: str, path: Path, *, at_key: bool = False) -> Diagnostic:
    """The finding about something that should be a language tag."""
    meant = suggested(tag)
    message = say("{tag} is no language tag", tag=shown(tag))
    if tag in VAGUE:
        message = say("{tag} does not say in which script it is written", tag=shown(tag))
    if meant:
        message = say("{message}; did you mean `{meant}`?", message=message, meant=meant)
    hint = say("language tags look like en, zh-Hans, zh-Hant-TW, zh-Hant-HK")
    if tag == "zh":
        hint = say("rename it to zh-Hans (or zh-Hant)") if at_key else say("write zh-Hans (or zh-Hant)")
    fix = None
    if meant:
        does = say("replace it by {new}", new=meant)
        fix = Fix(does, (Edit(path, meant, at_key=at_key),), tag.lower() not in _GUESSED)
    return Diagnostic("unknown-language-tag", Severity.ERROR, message, path, hint, at_key=at_key, fix=fix)
