"""Characters of one Chinese script alone, from OpenCC's tables: `python tests/localize/characters.py`."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

LOCALES = Path(__file__).parents[2] / "locales"
TAGS = ("zh-Hans", "zh-Hant")


def table(name: str) -> dict[str, list[str]]:
    """A table of OpenCC: a character and what it may become."""
    file = resources.files("opencc").joinpath("dictionary", f"{name}.txt")
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return {sign: others.split() for sign, others in rows}


def foreign(tag: str) -> dict[str, str]:
    """Characters that no text of `tag` has, each with its counterpart there.

    Left out is what the tables know in both scripts: 后 and 里 are Simplified, and right in Traditional too.
    """
    there, back = ("STCharacters", "TSCharacters") if tag == "zh-Hant" else ("TSCharacters", "STCharacters")
    rows, others = table(there), table(back)
    right = {sign for signs in rows.values() for sign in signs} | set(others)
    if tag == "zh-Hant":  # variants that Taiwan or Hong Kong prints for OpenCC's own choice
        right |= {
            sign for name in ("TWVariants", "HKVariants") for signs in table(name).values() for sign in signs
        }
        for path in LOCALES.glob("zh-Hant*/script.toml"):
            ours = tomllib.loads(path.read_text("utf-8"))["from"].get("zh-Hans", {}).get("correct", {})
            right |= {sign for row in ours.values() for sign in row["to"]}
    return {
        sign: signs[0]
        for sign, signs in rows.items()
        if sign not in right and sign not in signs and sign <= "\uffff" and signs[0] <= "\uffff"
    }


def written(tag: str) -> str:
    """The file of a locale: the characters, and below each its counterpart there."""
    pairs = foreign(tag)
    return f"{''.join(pairs)}\n{''.join(pairs.values())}\n"


if __name__ == "__main__":
    for tag in TAGS:
        (LOCALES / tag / "characters.txt").write_text(written(tag), "utf-8")
