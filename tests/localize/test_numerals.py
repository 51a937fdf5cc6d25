"""Small Chinese numbers in characters, and the plain form of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.localize.calendar.plain import plain_text
from eventrecord.localize.chinese.numbers import digits_in_characters, number_in_characters
from eventrecord.localize.chinese.numerals import number_from_characters
from eventrecord.localize.language import language


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 9_999), st.sampled_from(["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]))
def test_numbers_in_characters_read_back(number: int, tag: str) -> None:
    """Every number below ten thousand, as it is spoken and, as years are, digit by digit."""
    words = language(tag).words
    assert number_from_characters(number_in_characters(number, words)) == number
    assert number_from_characters(digits_in_characters(str(number), words)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("三十", 30),
        ("廿五", 25),
        ("卅一", 31),
        ("两百", 200),
        ("一百零五", 105),
        ("一千零二十", 1020),
    ],
)
def test_other_ways_of_writing_them(text: str, number: int) -> None:
    """廿 and 卅, 两 before a hundred, a zero for what is skipped."""
    assert number_from_characters(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "十十",
        "百",
        "二一十",
        "五百五",
        "零十",
        "千百",
        "一万",
        "3",
        "一零五百",
    ],
)
def test_what_is_no_such_number(text: str) -> None:
    """Slips, and what others read: colloquial 五百五, ten thousand and more."""
    assert number_from_characters(text) is None


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_the_plain_form_is_as_long_as_the_text(text: str) -> None:
    """Whatever the text, offsets stay, and what is plain stays plain."""
    plain = plain_text(text)
    assert len(plain) == len(text)
    assert plain_text(plain) == plain


def test_width_spaces_dashes_and_quotation_marks_become_plain() -> None:
    """What a keyboard or a converter may have put there makes no difference."""
    assert plain_text("１１月１４日－18日：“a”\u00a0（b）") == '11月14日-18日:"a" (b)'
