"""A Latin name that is no reading of the Chinese one."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.latin_names import fit, in_pinyin, latin_names, written
from eventrecord.rules.rule import Rule

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
                    latin=written(latin.name),
                    chinese=chinese,
                    pinyin=pinyin,
                ),
                hint=_hint(latin.name),
                labels=(Label(latin.chinese_path, chinese),),
            )


def _hint(name: object) -> str:
    if isinstance(name, str):
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
