"""How fast a release, and 1 MB, become Traditional: both converters, and C++ OpenCC in its own environment.

    python tests/bench/convert.py [ROUNDS]

`opencc` and opencc-python-reimplemented install the same module over each other, so the C++ one is put
into an environment that this script makes and throws away; it is left out where pip cannot get it.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from layout import ROOT
from timing import best, table

import eventrecord
from eventrecord.localize import script
from eventrecord.localize.script import CONVERTERS, convert

CPP = "C++ opencc, alone"
SIZES = {"a release": 0, "1 MB": 1_000_000}
TIMED = """
import sys, time
from opencc import OpenCC
text = open(sys.argv[1], encoding="utf-8").read()
converter = OpenCC("s2tw")
converter.convert(text[:100])
found = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    converter.convert(text)
    found.append(time.perf_counter() - start)
print(min(found))
"""


def main(rounds: int) -> None:
    """Print the ratios."""
    release = _release()
    with TemporaryDirectory() as folder:
        cpp = _environment(Path(folder))
        for name, size in SIZES.items():
            text = "".join(_different(release, size)) if size else release
            tasks = {f"{one}, with corrections": _task(text, one) for one in CONVERTERS}
            for one in CONVERTERS:
                tasks[f"{one}, alone"] = _alone(text, one)
            seconds = best(tasks, rounds)
            if cpp is not None:
                file = Path(folder) / "text.txt"
                file.write_text(text, "utf-8")
                command = [str(cpp), "-c", TIMED, str(file), str(rounds)]
                seconds[CPP] = float(subprocess.run(command, capture_output=True, check=True).stdout)
            unit = CPP if cpp is not None else f"{CONVERTERS[1]}, alone"
            title = f"{name}, {len(text.encode()):,} bytes; best of {rounds}"
            print(table(title, seconds, unit, {}), end="\n\n")


def _release() -> str:
    """The Simplified release of the summit."""
    path = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
    made = eventrecord.publish(eventrecord.load(path), formats=["press"], locales=["zh-Hans"])
    return "".join(content.decode() for content in made.values())


def _different(release: str, size: int) -> Iterable[str]:
    """The release, numbered, again and again: `size` bytes."""
    length = len(release.encode())
    return (f"{number}\n{release}" for number in range(size // length + 1))


def _task(text: str, converter: str) -> Callable[[], object]:
    def run() -> None:
        script._converted.cache_clear()  # what was converted once is remembered
        convert(text, "zh-Hans", "zh-Hant-TW", None, converter)

    return run


def _alone(text: str, converter: str) -> Callable[[], object]:
    return lambda: script._opencc("s2tw", converter)(text)


def _environment(folder: Path) -> Path | None:
    """An interpreter that has C++ OpenCC; None, with a message, where pip cannot get it."""
    venv.create(folder / "cpp", with_pip=True)
    python = folder / "cpp" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    command = [str(python), "-m", "pip", "install", "-q", "opencc"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        print("C++ opencc is left out: pip cannot install it here\n")
        return None
    return python


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
