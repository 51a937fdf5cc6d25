"""The file of readings says what pypinyin's table of single characters says.

    python tests/localize/test_readings.py > locales/zh/readings.txt

makes it anew, from the version of pypinyin that is installed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from importlib import metadata, resources
from unicodedata import normalize

import pytest

from eventrecord.localize.chinese.readings import readings

HEAD = """\
Which characters are read how: a line per syllable of pinyin without tone, the characters usually read so, and
those that may be.
Made by tests/localize/test_readings.py from the table of single characters of pypinyin; not edited by hand.
What that table lacks, OURS there, is among it. The table's licence:
"""
OURS = {"谌": "shen", "諶": "shen", "黑": "he"}
"""Readings that names have: 谌贻琴 is Shen Yiqin, 谌龙 Chen Long; 黑 is He as a family name."""


def made() -> str:
    """The file as it is made from the table."""
    distribution = metadata.distribution("pypinyin")
    licence = next(path for path in distribution.files or () if path.name.startswith("LICENSE"))
    head = [*HEAD.splitlines(), "", *licence.read_text("utf-8").strip().splitlines()]
    table = json.loads(resources.files("pypinyin").joinpath("pinyin_dict.json").read_text("utf-8"))
    read_so: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for code, spelled in table.items():
        usual, *others = dict.fromkeys(toneless(syllable) for syllable in spelled.split(","))
        read_so[usual][0].add(chr(int(code)))
        for syllable in others:
            read_so[syllable][1].add(chr(int(code)))
    for character, syllable in OURS.items():
        read_so[syllable][1].add(character)
    words = ((syllable, *map("".join, map(sorted, read_so[syllable]))) for syllable in sorted(read_so))
    lines = [" ".join(line).rstrip() for line in words]
    return "".join(f"{line}\n" for line in [*(f"# {line}".rstrip() for line in head), *lines])


def toneless(syllable: str) -> str:
    """A syllable without marks but those of ü."""
    apart = normalize("NFD", syllable)
    return normalize(
        "NFC", "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f" or sign == "\u0308")
    )


def test_the_file_is_what_the_table_makes() -> None:
    """Nobody has edited the file by hand, and no reading is lost."""
    file = resources.files("eventrecord.locales").joinpath("zh", "readings.txt")
    assert file.read_text("utf-8") == made()


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("单", ("dan", "chan", "shan")),
        ("沈", ("shen", "chen", "tan")),
        ("吕", ("lü",)),
        ("谌", ("chen", "shen")),
        *((sign, ()) for sign in ("a", "ü", "ê", "·", " ", "#")),
    ],
)
def test_all_readings_of_a_character_are_known(character: str, expected: tuple[str, ...]) -> None:
    """Readings of the table, the usual one first, and those of our own; what is no character has none."""
    assert readings(character) == expected


if __name__ == "__main__":
    print(made(), end="")
