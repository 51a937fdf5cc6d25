"""How fast names are held against their characters, and what knowing the readings costs.

    python tests/bench/names.py [PAIRS [ROUNDS]]

The peer spells every combination of pypinyin's readings and looks for the Latin name among them, which is the
obvious way; it knows no ü, initials or gaps. Pairs are real names: right, swapped, with a wrong letter.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice, product
from pathlib import Path
from tempfile import TemporaryDirectory

from layout import ROOT, lay_out
from timing import best, medians, table

from eventrecord.localize.chinese.romanization import check_name

FLOOR = "letters in small, gaps out (floor)"
OURS = "check_name"
PEER = "pypinyin, all combinations"
BARE = "python -c pass"
WITHOUT_PHRASES = "import os; os.environ['PYPINYIN_NO_PHRASES'] = '1'"
LOADS = {
    "the readings": "from eventrecord.localize.chinese.readings import readings; readings('单')",
    "pypinyin": "import pypinyin",
    "pypinyin without phrases": f"{WITHOUT_PHRASES}; import pypinyin",
}
_MEMORY = "import tracemalloc; tracemalloc.start(); {}; print(tracemalloc.get_traced_memory()[0])"


def main(number: int, rounds: int) -> None:
    """Print the ratios."""
    wanted = list(islice(cycle(_pairs()), number))
    tasks = {
        FLOOR: lambda: [_plain(latin) for _, latin in wanted],
        OURS: lambda: [check_name(chinese, latin) for chinese, latin in wanted],
        PEER: lambda: [_peer(chinese, latin) for chinese, latin in wanted],
    }
    seconds = best(tasks, rounds)
    print(table(f"{number} pairs, best of {rounds}, in turn", seconds, FLOOR, {}))
    print(f"  {seconds[PEER] / seconds[OURS]:.1f} times as fast as the peer\n")
    with TemporaryDirectory() as folder:
        layout = lay_out(Path(folder))
        first = "from eventrecord import check_name; check_name('单霁翔', 'Shan Jixiang')"
        commands = {
            BARE: layout.python("pass"),
            "the first name": layout.python(first),
            "import pypinyin": layout.python("import pypinyin"),
            "import pypinyin without phrases": layout.python(f"{WITHOUT_PHRASES}; import pypinyin"),
        }
        starts = medians(commands, rounds, layout.environment)
        kept = {
            name: _memory(layout.python(_MEMORY.format(code)), layout.environment)
            for name, code in LOADS.items()
        }
    print(table(f"whole processes, median of {rounds}, in turn", starts, BARE, {}))
    print("  memory: " + ", ".join(f"{name} {size / 1_000_000:.1f} MB" for name, size in kept.items()))


def _pairs() -> list[tuple[str, str]]:
    text = (ROOT / "tests" / "localize" / "names.csv").read_text("utf-8")
    rows = [
        row for row in csv.DictReader(text.splitlines()) if row["kind"] in ("mainland", "compound-surname")
    ]
    return [pair for row in rows for pair in _variants(row["hanzi"], row["latin"])]


def _variants(chinese: str, latin: str) -> Iterator[tuple[str, str]]:
    first, _, rest = latin.partition(" ")
    yield from ((chinese, latin), (chinese, f"{rest} {first}"), (chinese, latin.replace("n", "m")))


def _memory(command: tuple[str, ...], environment: dict[str, str]) -> int:
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    return int(done.stdout)


def _plain(latin: str) -> str:
    return "".join(sign for sign in latin.casefold() if sign.isalpha())


def _peer(chinese: str, latin: str) -> str | None:
    from pypinyin import Style, pinyin

    readings = pinyin(chinese, style=Style.NORMAL, heteronym=True)
    wanted = _plain(latin)
    for order, spelled in (("family-first", readings), ("given-first", readings[1:] + readings[:1])):
        if any("".join(chosen) == wanted for chosen in product(*spelled)):
            return order
    return None


if __name__ == "__main__":
    typed = [int(word) for word in sys.argv[1:]]
    main(*(typed + [10_000, 7][len(typed) :]))
