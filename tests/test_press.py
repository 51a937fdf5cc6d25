"""What every press edition of every record must keep, whatever it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from opencc import OpenCC

import eventrecord
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]

HAN = r"[\u3400-\u9fff]"
TO_SIMPLIFIED, TO_TRADITIONAL = OpenCC("t2s"), OpenCC("s2t")


def editions() -> Iterator[tuple[str, str, str]]:
    """Name, locale and text of every plain press edition."""
    for path in RECORDS:
        record = eventrecord.load(path)
        made = eventrecord.publish(record, formats=["press"], settings=find_settings(path))
        for name, content in made.items():
            yield name, name.split(".")[-2], content.decode()


EDITIONS = list(editions())
ALL = pytest.mark.parametrize(("name", "tag", "text"), EDITIONS, ids=[name for name, _, _ in EDITIONS])


@ALL
def test_chinese_has_no_space_beside_characters(name: str, tag: str, text: str) -> None:
    """No space stands between Chinese characters, or between them and digits."""
    if tag.startswith("zh"):
        assert re.findall(rf"{HAN} +[{HAN[1:-1]}0-9]|[0-9] +{HAN}", text.replace("\n", "")) == []


@ALL
def test_chinese_punctuation_is_full_width(name: str, tag: str, text: str) -> None:
    """No half-width comma, colon, bracket or quotation mark touches a Chinese character."""
    if tag.startswith("zh"):
        assert re.findall(rf"{HAN}[,:;!?()\"']|[,:;!?(\"']{HAN}", text) == []


@ALL
def test_quotation_marks_are_those_of_the_place(name: str, tag: str, text: str) -> None:
    """“ ” in Simplified and English, 「 」 in Traditional; straight ones nowhere."""
    assert '"' not in text
    marks = set("“”「」") & set(text)
    assert marks <= (set("「」") if tag.startswith("zh-Hant") else set("“”"))
    assert text.count("“") == text.count("”")
    assert text.count("「") == text.count("」")


@ALL
def test_scripts_are_not_mixed(name: str, tag: str, text: str) -> None:
    """No Simplified character is left in a Traditional edition, no Traditional one in a Simplified."""
    if tag == "zh-Hans":
        assert TO_SIMPLIFIED.convert(text) == text
    if tag.startswith("zh-Hant"):
        simplified = TO_SIMPLIFIED.convert(text)
        same = {a for a, b in zip(text, simplified, strict=True) if a == b}
        only_simplified = {c for c in same if TO_TRADITIONAL.convert(c) != c}
        # Characters that Traditional has too, in other words than the ones conversion knows.
        assert only_simplified <= set("布周為峰床于占台里准只面后并里系干志岳松表采制")


@ALL
def test_dates_have_the_form_of_the_newswire(name: str, tag: str, text: str) -> None:
    """English dates follow AP: months abbreviated with a day, no ordinal endings."""
    if tag == "en":
        assert re.findall(r"\d(st|nd|rd|th)\b", text) == []
        assert (
            re.findall(
                r"\b(January|February|August|September|October|November|December) \d{1,2}\b(?!\d)", text
            )
            == []
        )


@ALL
def test_sentences_are_whole(name: str, tag: str, text: str) -> None:
    """No doubled or missing stop, no empty slot, no double space."""
    assert re.findall(r"。。|，，|，。|、、|\.\.|,,| ,|  |\{|\}|\bNone\b", text) == []
