"""Texts cut at marks: nothing lost, well nested, each mark begun once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventrecord.report.page.mark import Mark, Marks, tokens, touching
from eventrecord.report.page.passages import passages, trimmed

TEXTS = st.text("ab \n　", max_size=40)
STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


@given(TEXTS, STRETCHES)
def test_marks_nest_and_no_text_is_lost(text: str, stretches: list[tuple[int, int]]) -> None:
    """Paragraph by paragraph the words are those of the text, and whatever opens last closes first."""
    marks = Marks("t")
    for first, second in stretches:
        start, end = sorted(min(place, len(text)) for place in (first, second))
        marks.at(start, end)
    ordered, places = marks.in_order(), passages(text)
    begun = []
    for place, inside in zip(places, touching(ordered, places), strict=True):
        words = ""
        stack: list[Mark] = []
        for token in tokens(text, *place, inside):
            words += token.text
            if token.opens:
                begun += [token.opens.id] * token.is_first
                assert not any(one.holds_others is False for one in stack)
                stack.append(token.opens)
            if token.closes:
                assert stack.pop() is token.closes
        assert not stack
        assert words.strip() == text[slice(*trimmed(text, *place))].strip()
    assert sorted(begun) == sorted(mark.id for mark in ordered)


def test_a_mark_that_crosses_another_is_in_two_pieces() -> None:
    """The second piece stands behind the end of the first mark."""
    marks = Marks("t")
    marks.at(0, 4)
    marks.at(2, 6)
    written = "".join(
        f"<{token.opens.id}>" if token.opens else f"</{token.closes.id}>" if token.closes else token.text
        for token in tokens("abcdefgh", 0, 8, marks.in_order())
    )
    assert written == "<t1>ab<t2>cd</t2></t1><t2>ef</t2>gh"
