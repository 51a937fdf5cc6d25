"""How fast figures are read from press texts, and from text that means harm.

    python tests/bench/figures.py [CHARACTERS [ROUNDS]]

The floor finds runs of digits once the text is plain, and knows nothing of what they mean. Dates are read
beside, since who reads a text reads both.
"""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from layout import ROOT
from timing import best, table

from eventrecord.localize.calendar.plain import plain_text
from eventrecord.localize.calendar.scanner import find_dates
from eventrecord.localize.finding import find_figures
from eventrecord.localize.language import language

FLOOR = "runs of digits (floor)"
FIGURES, DATES = "figures", "dates"
TODAY = date(2022, 11, 16)
HOSTILE = {"en": ("7", "a hundred and ", "1 to "), "zh-Hans": ("7", "余多万亿", "3万5千")}


def _digits(text: str) -> None:
    _all(re.finditer(r"[0-9]+", plain_text(text)))


def _figures(text: str, tag: str) -> None:
    _all(find_figures(text, tag))


def _dates(text: str, tag: str) -> None:
    _all(find_dates(text, language(tag), TODAY))


def main(size: int, rounds: int) -> None:
    """Print the ratios."""
    for tag in ("en", "zh-Hans", "zh-Hant-TW"):
        text = _press(tag, size)
        tasks: dict[str, Callable[[], object]] = {
            FLOOR: partial(_digits, text),
            FIGURES: partial(_figures, text, tag),
            DATES: partial(_dates, text, tag),
        }
        for repeated in HOSTILE.get(tag, ()):
            harm = repeated * (size // len(repeated))
            tasks[f"figures in {repeated!r} again and again"] = partial(_figures, harm, tag)
        seconds = best(tasks, rounds)
        found = sum(1 for _ in find_figures(text, tag))
        title = f"{tag}: {len(text):,} characters of press, {found:,} figures, best of {rounds}, in turn"
        print(table(title, seconds, FLOOR, {}))


def _press(tag: str, size: int) -> str:
    """The golden releases of a language, over and over."""
    files = sorted((ROOT / "tests" / "editions").glob(f"*.{tag}.txt"))
    text = "\n".join(file.read_text("utf-8") for file in files)
    return (text * (size // len(text) + 1))[:size]


def _all(found: Iterator[object]) -> None:
    deque(found, maxlen=0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000, int(sys.argv[2]) if sys.argv[2:] else 3)
