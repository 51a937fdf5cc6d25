"""Tables of language data say nothing that nobody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventrecord.localize.data import Table, read_table

ROOT = Path(__file__).parent.parent.parent
MODULES = [file.read_text("utf-8") for file in sorted((ROOT / "src").rglob("*.py"))]
DATA = {
    "counted": {"nouns", "counters", "measures", "scopes", "changes", "rates", "bases", "amounts", "hints"},
    "people": {
        "acts",
        "compounds",
        "organs",
        "parts",
        "people.plurals",
        "prizes.classes.also",
        "prizes.classes.words",
        "prizes.fields",
        "prizes.names",
        "ranks",
        "titles",
        "hosting.words",
    },
    "telling": {"directions", "excerpts", "positions"},
}
"""Tables whose keys are data themselves, or are looked for by what a text has."""

READERS = r"(?:list_pattern|surrounding_words|telling|venue_pattern)\("
"""Functions that read an entry which their caller names."""


@pytest.mark.parametrize("name", sorted(DATA))
def test_every_entry_is_read(name: str) -> None:
    """Each key of a table stands in a module that reads the table."""
    reads = re.compile(rf'(?:inherited|read_table)\([^()]*"{name}"\)|{READERS}')
    words = set(re.findall(r"[\"'](\w+)[\"']", "".join(text for text in MODULES if reads.search(text))))
    tags = [file.parent.name for file in sorted((ROOT / "locales").glob(f"*/{name}.toml"))]
    keys = {key for tag in tags for key in _keys(read_table(tag, name), DATA[name])}
    assert tags
    assert {key for key in keys if key.rpartition(".")[2] not in words} == set()


def _keys(table: Table, data: set[str], path: str = "") -> Iterator[str]:
    for key, value in table.items():
        whole = f"{path}{key}"
        yield whole
        if isinstance(value, dict) and whole not in data:
            yield from _keys(value, data, f"{whole}.")
