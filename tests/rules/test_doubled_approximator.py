"""A word before or after a slot that says what the figure's qualifier says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic

Found = Callable[..., list[Diagnostic]]


def _text(tag: str, words: str) -> str:
    return f"event: {{description: {{{tag}: '{words}'}}}}"


@pytest.mark.parametrize(
    ("tag", "words", "said"),
    [
        ("zh-Hans", "总额近{figures.deals}。", "近"),
        ("zh-Hans", "总额超过{figures.deals:full}。", "超过"),
        ("zh-Hans", "总额{figures.deals}左右。", "左右"),
        ("zh-Hant-HK", "總額約{figures.deals}。", "約"),
        ("en", "Orders of over {figures.deals} came in.", "of over"),
        ("en", "Orders came to nearly {figures.deals}.", "nearly"),
        ("en", "Orders came to {figures.deals} or so.", "or so"),
    ],
)
def test_a_qualifier_beside_a_slot_is_said_twice(found: Found, tag: str, words: str, said: str) -> None:
    """The slot prints nearly RMB 3 billion, so one more word makes it approximate twice."""
    [finding] = found(_text(tag, words), rule="doubled-approximator")
    assert finding.message.startswith(f"'{said}' makes {{figures.deals")
    assert finding.part is not None
    assert said in words[slice(*finding.part)]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("zh-Hans", "现场签约{figures.deals}。"),
        ("zh-Hans", "近{figures.deals:value}。"),
        ("zh-Hans", "{figures.deals:period}左右。"),
        ("zh-Hans", "附近{figures.deals}。"),
        ("zh-Hans", "近{places.lantan}。"),
        ("en", "A talk about {figures.deals} followed."),
        ("en", "Halls spread over {figures.deals}."),
        ("fr", "près de {figures.deals}"),
    ],
)
def test_other_words_beside_a_slot_are_sound(found: Found, tag: str, words: str) -> None:
    """Words that only look so, forms without the qualifier, and languages that nothing is known of."""
    assert found(_text(tag, words), rule="doubled-approximator") == []


def test_an_exact_figure_may_be_made_approximate(found: Found) -> None:
    """Without a qualifier in the record the word is the only one, and stays."""
    fragment = "figures: {guests: {count: 300}}\n" + _text("zh-Hans", "近{figures.guests}人。")
    assert found(fragment, rule="doubled-approximator") == []
