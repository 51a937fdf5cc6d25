"""How fast editions are written, format by format, against reading and checking the records they come from.

    python tests/bench/publish.py [RECORDS [ROUNDS]]
    python tests/bench/publish.py releases [NUMBER [ROUNDS]]   # 1,000 press releases, style by style

There is no floor below a press release in Chinese, and no peer that writes one: the measure is what the
records cost to read and check.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import records
from layout import ROOT, lay_out
from timing import best, medians, table

from eventrecord.formats import FORMATS
from eventrecord.model.record import Record
from eventrecord.publishing import publish, render
from eventrecord.reading import loads, read
from eventrecord.rules.validation import validate
from eventrecord.settings import Settings

READ = "read and check"
BARE = "python -c pass"
ALL = "all editions of all formats"


def main(number: int, rounds: int) -> None:
    """Print the ratios."""
    _in_process(number, rounds)
    with TemporaryDirectory() as folder:
        layout = lay_out(Path(folder))
        summit = str(ROOT / "seeds" / "zhangjiang-summit-2022.yaml")
        out = ("--out", str(Path(folder) / "editions"))
        commands = {
            BARE: layout.python("pass"),
            "publish the summit, press": layout.command("publish", summit, *out, "--format", "press"),
            "publish the summit, all formats": layout.command("publish", summit, *out),
        }
        seconds = medians(commands, rounds, layout.environment)
    print(table(f"whole processes, median of {rounds}, in turn", seconds, BARE, {}))


def _in_process(number: int, rounds: int) -> None:
    texts = list(records(number * rounds * (len(FORMATS) + 1)))
    found = [loads(text) for text in texts]
    files = sum(len(publish(record)) for record in found[:number])
    tasks: dict[str, Callable[[], object]] = {READ: lambda: [validate(read(text)) for text in texts[:number]]}
    for place, name in enumerate([*FORMATS, ALL]):
        own = iter(found[place * number * rounds :])
        tasks[name] = partial(_publish, own, number, [] if name == ALL else [name])
    seconds = best(tasks, rounds)
    title = f"{number} records, {files} editions; best of {rounds}, in turn"
    print(table(title, seconds, READ, {}))
    print(f"  {seconds[ALL] / files * 1000:.2f} ms an edition\n")


STYLES = {
    "press, en, newswire": ("en", Settings()),
    "press, en, shine": ("en", Settings(style={"en": "shine"})),
    "press, en, a style of the office": (
        "en",
        Settings(style={"en": "own"}, styles={"own": {"extends": "shine", "end_mark": "Ends"}}),
    ),
    "press, zh-Hans, gov-cn": ("zh-Hans", Settings()),
    "press, zh-Hant-TW, press-tw": ("zh-Hant-TW", Settings()),
    "press, zh-Hant-HK, gov-hk": ("zh-Hant-HK", Settings()),
}


def releases(number: int, rounds: int) -> None:
    """Print what it costs to write many press releases, against reading and checking their records."""
    texts = list(records(number * rounds))
    found = [loads(text) for text in texts]
    tasks: dict[str, Callable[[], object]] = {READ: lambda: [validate(read(text)) for text in texts[:number]]}
    for name, (tag, settings) in STYLES.items():
        tasks[name] = partial(_releases, iter(found), number, tag, settings)
    print(table(f"{number} releases; best of {rounds}, in turn", best(tasks, rounds), READ, {}))


def _releases(found: Iterator[Record], number: int, tag: str, settings: Settings) -> None:
    for record in islice(found, number):
        render(record, "press", tag, settings=settings)


def _publish(found: Iterator[Record], number: int, formats: list[str]) -> None:
    """Publish the next records, other ones every time: what was converted once is remembered."""
    for record in islice(found, number):
        publish(record, formats=formats)


if __name__ == "__main__":
    typed = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    if "releases" in sys.argv:
        releases(*(typed + [1000, 3][len(typed) :]))
    else:
        main(*(typed + [30, 5][len(typed) :]))
