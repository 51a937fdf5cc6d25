"""A Latin name that is no reading of the Chinese one."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.latin_names import LatinName, fit, in_pinyin, is_foreign, latin_names, written
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import shown

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Pinyin is some reading of the characters, the family name that of the family name."""
    for latin in latin_names(context):
        if latin.is_pinyin and fit(latin) == "none" and (pinyin := in_pinyin(latin)):
            chinese = written(latin.chinese)
            yield RULE.at(
                latin.path,
                say(
                    "{latin} is no reading of {chinese}, in pinyin {pinyin}",
                    latin=shown(written(latin.name)),
                    chinese=chinese,
                    pinyin=pinyin,
                ),
                hint=_hint(latin),
                labels=(Label(latin.chinese_path, chinese),),
            )


def _hint(latin: LatinName) -> str:
    if is_foreign(latin.chinese):
        return say(
            "if this is a foreigner's name in Chinese characters, say 'order: given-first' there; otherwise "
            "correct whichever is wrong, or say 'romanization: own'"
        )
    if isinstance(latin.name, str):
        return say(
            "correct whichever is wrong; a spelling that is not pinyin is written in parts, with "
            "'romanization: hong-kong', 'taiwan', 'singapore' or 'own'"
        )
    return say(
        "correct whichever is wrong; if the spelling is not pinyin, say so: 'romanization: hong-kong', "
        "'taiwan', 'singapore' or 'own'"
    )


RULE = Rule(
    "name-mismatch", Severity.WARNING, "names", "A Latin name is no reading of the Chinese characters.", check
)
