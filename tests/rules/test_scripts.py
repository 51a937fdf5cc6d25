"""Wordings in the wrong script, and those that conversion made by guessing."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import yaml

from eventrecord import publish
from eventrecord.diagnostic import Diagnostic
from eventrecord.reading import loads
from eventrecord.rules import validate

Laid = Callable[[str], str]


def found(text: str, rule: str) -> list[Diagnostic]:
    return [finding for finding in validate(loads(text), select=[rule]) if finding.rule == rule]


def theme(**wordings: object) -> str:
    return json.dumps({"locales": ["en", "zh-Hans", "zh-Hant-TW"], "event": {"theme": wordings}})


@pytest.mark.parametrize(
    ("tag", "wording", "signs"),
    [
        ("zh-Hant-TW", "共绘藍圖", "绘"),
        ("zh-Hant", {"text": "发展藍图", "state": "unverified"}, "发 图"),
        ("zh-Hans", "共繪蓝图", "繪"),
        ("zh-Hant-TW", "后土之里，台前斗拱，只面松谷", None),  # right in both scripts
        ("zh-Hant-TW", {"text": "共绘蓝图", "state": "official"}, None),  # the owner writes it so
        ("zh-Hant-TW", "「国の声」", None),  # Japanese
        ("zh-Hans", "乾坤著作", None),
    ],
)
def test_characters_of_the_other_script(
    laid_over: Laid, tag: str, wording: object, signs: str | None
) -> None:
    """Each is named once, in the order of the text; what is right in both scripts is left alone."""
    wordings = {"en": "Sea", "zh-Hans": "海", tag: wording}
    messages = [finding.message for finding in found(laid_over(theme(**wordings)), "mixed-script")]
    wanted = f"the {tag} wording of event.theme has characters of the other script: {signs}"
    assert messages == ([wanted] if signs else [])


def test_the_hint_gives_the_counterparts(laid_over: Laid) -> None:
    """Nobody has to look up how a character is written in the other script."""
    (finding,) = found(laid_over(theme(en="Sea", **{"zh-Hant-TW": "共绘蓝圖"})), "mixed-script")
    assert finding.hint == "write 繪 (not 绘), 藍 (not 蓝); if the owner writes it so, say 'state: official'"


def test_a_guess_is_accepted_with_the_lines_of_the_hint(laid_over: Laid) -> None:
    """What the hint says to write is YAML that is printed as it stands and is asked about no more."""
    wordings = {"en": "Dry land", "zh-Hans": "干岸“{{深水}}”"}
    (finding,) = found(laid_over(theme(**wordings)), "derived-wording")
    assert finding.hint is not None
    lines = yaml.safe_load("{" + finding.hint.partition("write it down: ")[2] + "}")
    text = laid_over(theme(**wordings, **lines))
    assert found(text, "derived-wording") == found(text, "stale-wording") == []
    name = "lantan-forum-2031.zh-Hant-TW.txt"
    before = publish(
        loads(laid_over(theme(**wordings))), formats=["press"], locales=["zh-Hant-TW"], draft=True
    )
    after = publish(loads(text), formats=["press"], locales=["zh-Hant-TW"], draft=True)
    assert list(before.values()) == list(after.values()), name


@pytest.mark.parametrize("words", ["干部公里后来", "海晏河清", "{places.lantan}之里程碑"])
def test_what_words_decide_is_not_asked(laid_over: Laid, words: str) -> None:
    """A wording without a guess has no finding, whatever characters it has."""
    assert found(laid_over(theme(**{"en": "Sea", "zh-Hans": words})), "derived-wording") == []


def test_nothing_is_asked_where_nothing_is_derived(laid_over: Laid) -> None:
    """An office that derives nothing, or publishes no Traditional edition, is not asked."""
    text = json.loads(laid_over(theme(**{"en": "Dry land", "zh-Hans": "干岸"})))
    assert found(json.dumps({**text, "locales": ["en", "zh-Hans"]}), "derived-wording") == []
    assert found(json.dumps({**text, "derive": {}}), "derived-wording") == []
