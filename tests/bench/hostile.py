"""How the work of parts other than reading facts grows with input that means harm.

    python tests/bench/hostile.py [NAME]

Each is run at one and at eight times its size, the fastest of three runs counts, in seconds of the processor.
The last column is what eight times the size takes, by eight times what one takes: 1 is linear, 8 a square.
The tests count lines of Python for the same; what a pattern or a copy costs inside is seen here only.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from layout import ROOT
from timing import best_cpu

from eventrecord.diagnostic import Diagnostic, Severity, Span
from eventrecord.drift.texts import read_text
from eventrecord.facts.pairing import aligned
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.surroundings import surrounded
from eventrecord.localize.calendar.plain import NARROW_SPACES, SPACES, with_commas
from eventrecord.localize.finding import find_figures
from eventrecord.reading import read
from eventrecord.report import REPORTS, Checked
from eventrecord.report.page.passages import beside
from eventrecord.rules import validate

FIGURES = {
    "en": ("7", "a hundred and ", "1,234", "1-", "one one-", "half a dozen more than ", "$"),
    "zh-Hans": ("7", "余多万亿", "一", "亿", "1 234", "3万5千", "一至", "百分之", "人民币"),
}
MARKS = {
    "html": (
        *("<", "<!--", "<!", "<p", "</", "&", "<b>", "<p>", "<li>", "<svg>", "<script>", '<a "', "<a x='"),
        *("<a x=y ", "<a  ", "</b>", "<b><i></b>", "<p hidden>", "<table><td>", "<b hidden><p>", "&amp;"),
    ),
    "md": (
        *("<", "<!--", "<p ", "&", "[", "![", "](", "![a](", "[a][", "[[a]", "*", "*a ", "*a* ", "_", "`"),
        *(
            "`a``",
            "~~a ",
            "|",
            "\\",
            "<b a='",
            "\n",
            "a\n",
            "- ",
            "- a\n  ",
            "> a\n",
            "[a]: b\n",
            "|a|\n|-|\n",
        ),
    ),
    "txt": ("a", "\n", "\r", "a\n", "- "),
}
SENTENCES = (("25 forums ", "25场论坛，"), ("{n} forums ", "1{n}场论坛，"))
BASE = (ROOT / "tests" / "rules" / "base.yaml").read_text("utf-8")


def tasks() -> Iterator[tuple[str, int, Callable[[int], Callable[[], object]]]]:
    """What is measured, the smaller of its sizes, and what makes the call of a size."""
    for tag, shapes in FIGURES.items():
        for shape in shapes:
            yield f"figures, {tag}: {shape!r}", 25_000, partial(_figures, shape, tag)
    for spaces in (SPACES, NARROW_SPACES):
        yield f"groups of digits with {spaces[0]!r}", 20_000, partial(_groups, spaces)
    for suffix, marks in MARKS.items():
        for mark in marks:
            yield f"text.{suffix}: {mark!r}", 4_000, partial(_text, mark, suffix)
    for english, chinese in SENTENCES:
        yield f"aligned: {english!r}", 250, partial(_aligned, english, chinese)
    yield "paragraphs beside each other, all crossed", 10_000, _beside
    yield "findings in one line, as SARIF", 500, _findings
    yield "comments that ignore findings", 2_000, _comments


def _figures(shape: str, tag: str, size: int) -> Callable[[], object]:
    text = shape * (size // len(shape))
    return lambda: list(find_figures(text, tag))


def _groups(spaces: str, size: int) -> Callable[[], object]:
    text = f"123{spaces[0]}" * size + f"5{spaces[0]}5"
    return lambda: with_commas(text, spaces)


def _text(mark: str, suffix: str, size: int) -> Callable[[], object]:
    data = (mark * size).encode()
    return lambda: read_text(data, f"a.{suffix}")


def _aligned(english: str, chinese: str, size: int) -> Callable[[], object]:
    a, b = ("".join(form.format(n=n) for n in range(2, size + 2)) for form in (english, chinese))
    sides = surrounded(a, stated_facts(a, "en"), "en"), surrounded(b, stated_facts(b, "zh-Hans"), "zh-Hans")
    return lambda: aligned(*sides)


def _beside(size: int) -> Callable[[], object]:
    links = [(i, size - 1 - i) for i in range(size)]
    return lambda: beside(links, size, size)


def _findings(size: int) -> Callable[[], object]:
    one = Diagnostic("unpaired-mark", Severity.WARNING, "no other half", ("id",), file="a.json")
    findings = [replace(one, span=Span(1, at, 1, at + 1)) for at in range(size * 49, size * 50)]
    return lambda: REPORTS["sarif"](Checked(findings, texts={"a.json": "（" * size * 50}))


def _comments(size: int) -> Callable[[], object]:
    comment = "  # eventrecord: ignore[unit-unknown, parity, end-before-start] why\n"
    text = BASE.replace("figures:\n", "figures:\n" + comment * size, 1)
    return lambda: validate(read(text))


def main(wanted: str) -> None:
    """Print the table, or its rows whose name has a part."""
    for name, size, call in tasks():
        if wanted in name:
            call(1)()
            seconds = best_cpu({"one": call(size), "eight": call(size * 8)}, 3)
            growth = seconds["eight"] / seconds["one"] / 8
            print(f"  {name:44}{seconds['one']:9.4f}{seconds['eight']:9.4f}{growth:8.2f}")


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "")
