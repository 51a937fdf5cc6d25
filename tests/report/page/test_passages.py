"""Paragraphs, and which of two texts stand beside each other."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from eventrecord.report.page.passages import beside, passages, trimmed

LINKS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)


def rows(links: list[tuple[int, int]], a: int, b: int) -> list[tuple[list[int], list[int]]]:
    """The rows as lists."""
    return [(list(row.a), list(row.b)) for row in beside(links, a, b)]


def words(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [text[slice(*trimmed(text, *place))] for place in passages(text)]


def test_paragraphs_end_at_blank_lines_or_at_lines() -> None:
    """Lines of a text with blank lines belong together; in one without each is a paragraph."""
    assert words("\n\nA\nb\n\n \nC\n") == ["A\nb", "C"]
    assert words("A\nb\nC") == ["A", "b", "C"]
    assert words("甲\n乙") == ["甲", "乙"]
    assert words("") == [""]


@given(LINKS)
def test_every_paragraph_stands_once_in_its_order(links: list[tuple[int, int]]) -> None:
    """Whatever is linked, both texts are whole."""
    found = rows(links, 6, 6)
    assert [i for row in found for i in row[0]] == list(range(6))
    assert [j for row in found for j in row[1]] == list(range(6))


def test_linked_paragraphs_stand_beside_each_other() -> None:
    """What is between them goes in step where there is as much on both sides; one link alone loses."""
    assert rows([(1, 2), (1, 2), (2, 0), (4, 4)], 5, 5) == [
        ([0], [0, 1]),
        ([1], [2]),
        ([2, 3], [3]),
        ([4], [4]),
    ]
    assert rows([], 2, 2) == [([0], [0]), ([1], [1])]


def test_a_paragraph_that_was_split_stays_beside_both_parts() -> None:
    """The second part has a fact of the one paragraph."""
    assert rows([(0, 0), (1, 1), (1, 1), (1, 2), (2, 3)], 3, 4) == [([0], [0]), ([1], [1, 2]), ([2], [3])]


def test_many_paragraphs_take_no_square_of_work(growth: Callable[..., float]) -> None:
    """Eight times the links, the wrong way round, take about eight times as many steps."""

    def reversed_rows(number: int) -> int:
        return len(rows([(i, number - 1 - i) for i in range(number)], number, number))

    assert reversed_rows(10_000) <= 20_000
    assert growth(reversed_rows, 500, 4_000) < 16
