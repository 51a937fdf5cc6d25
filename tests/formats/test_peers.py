"""The table of docs/peers/calendars.md holds what the libraries do, as tried here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
READERS = ROOT / "tests" / "readers"
PYTHON = READERS / ".venv" / "bin" / "python"
PAGE = ROOT / "docs" / "peers" / "calendars.md"
FIRST, LAST = "<!-- answers -->\n", "<!-- end of answers -->\n"
Answers = dict[str, dict[str, str]]


def answers(python: str, *names: str) -> Answers:
    """What libraries answer, tried in the environment that has them."""
    command = [python, str(READERS / "try_calendars.py"), *names]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=300)
    found: Answers = json.loads(done.stdout)
    return found


def table(found: Answers) -> str:
    """The answers, a column for each library."""
    versions = {name: column.pop("version") for name, column in found.items()}
    heads = [name if name == "eventrecord" else f"{name} {versions[name]}" for name in found]
    labels = list(found["eventrecord"])
    rows = [["", *heads], ["---"] * (len(heads) + 1)]
    rows += [[label, *(found[name][label] for name in found)] for label in labels]
    return "\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows) + "\n"


@pytest.mark.skipif(not PYTHON.exists(), reason="not installed: see tests/readers/requirements.txt")
def test_the_table_tells_what_each_library_does(request: pytest.FixtureRequest) -> None:
    """Tried again, each answers what the page says."""
    found = answers(sys.executable, "eventrecord")
    found |= answers(str(PYTHON), "icalendar", "ical", "vobject", "ics")
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(FIRST)
    kept, _, after = rest.partition(LAST)
    if request.config.getoption("--update-editions"):
        PAGE.write_text(before + FIRST + table(found) + LAST + after, "utf-8", newline="\n")
    else:
        assert kept == table(found)
