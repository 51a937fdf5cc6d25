"""Language tags that people write otherwise than BCP 47 does."""

from __future__ import annotations

import re

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity
from eventrecord.message import say
from eventrecord.reading.meant import tag_meant
from eventrecord.reading.shape import shown

__all__ = ["is_mistaken", "suggested", "tag_problem"]

_COUNTRIES = ("cn", "hk", "jp")
"""Codes of countries that are often taken for languages, and are none."""
_VAGUE = ("zh", "zh-CN", "zh-HK", "zh-MO", "zh-SG", "zh-TW")
"""Tags of Chinese that do not name its script: enough for what was said, not for what is written."""
_SHORT = {"cmn": "zh", "eng": "en", "jpn": "ja", "kor": "ko", "zho": "zh"}
"""Codes of three letters for languages that have one of two, which BCP 47 wants."""
_REGIONS = {"EN": "", "UK": "GB", "ZH": ""}
"""What is written for a country and is none; with the code that is meant, if any."""
_GUESSED = frozenset({"zh", "cn", "tw", "hk", "jp", "chinese", "中文"})
"""What may be meant otherwise: they name no script, or a country and no language."""


def is_mistaken(tag: str, *, spoken: bool = False) -> bool:
    """Whether something that has the shape of a tag is not the one to write.

    In what was `spoken`, or published by others, the script of Chinese need not be told.
    """
    language, last = tag.partition("-")[0], tag.rpartition("-")[2]
    return tag in _COUNTRIES or language in _SHORT or last in _REGIONS or (tag in _VAGUE and not spoken)


def suggested(tag: str) -> str | None:
    """The tag that was probably meant, or None when nobody can tell."""
    parts = [part for part in re.split(r"[-_\s]+", tag.strip().lower()) if part]
    usual = "-".join(
        part if index == 0 else part.title() if len(part) == 4 else part.upper()
        for index, part in enumerate(parts)
    )
    language, *rest = usual.split("-")
    rest = [part for subtag in rest if (part := _REGIONS.get(subtag, subtag))]
    usual = "-".join([_SHORT.get(language, language), *rest])
    meant = tag_meant(usual) or usual
    shape = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
    return meant if meant != tag and re.fullmatch(shape, meant, re.ASCII) else None


def tag_problem(tag: str, path: Path, *, at_key: bool = False) -> Diagnostic:
    """The finding about something that should be a language tag."""
    meant = suggested(tag)
    message = say("{tag} is no language tag", tag=shown(tag))
    if tag in _VAGUE:
        message = say("{tag} does not say in which script it is written", tag=shown(tag))
    elif tag.partition("-")[0] in _SHORT:
        message = say("{tag} begins with three letters, where its language has a code of two", tag=shown(tag))
    elif (region := tag.rpartition("-")[2]) in _REGIONS and "-" in tag:
        message = say(
            "{tag} ends in {region}, which is the code of no country", tag=shown(tag), region=region
        )
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
