"""Sound records with faults planted in them, in YAML, flow YAML and JSON, with comments everywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
import yaml

from eventrecord.cli import main

ROOT = Path(__file__).parents[2]
SOUND = (
    *sorted((ROOT / "seeds").glob("*.yaml")),
    ROOT / "tests" / "records" / "greater-bay-forum-2027.yaml",
    ROOT / "tests" / "rules" / "base.yaml",
    ROOT / "src" / "eventrecord" / "starter" / "en" / "record.yaml",
    ROOT / "src" / "eventrecord" / "starter" / "zh" / "record.yaml",
)
HAN = "[\u4e00-\u9fff]"


class Planted(NamedTuple):
    """A file as it was, with faults that only people can judge, and with such as have one right fix, too."""

    name: str
    sound: bytes
    judged: bytes
    doubtful: bytes
    faults: tuple[str, ...]


class Fault(NamedTuple):
    """Where a fault may be planted, and what is written there."""

    name: str
    pattern: str
    plant: Callable[[re.Match[str]], str]
    notations: str = "block flow json"


SAFE = (
    Fault("zero-width space", rf"({HAN})(?={HAN})", lambda m: f"{m[1]}\u200b"),
    Fault("control character", rf"({HAN})(?={HAN})", lambda m: f"{m[1]}\x07"),
    Fault("tag with underscore", r"(?<=[ {\"])zh-Hans(?=\"?:)", lambda m: "zh_Hans"),
    Fault("tag in small letters", r"(?<=[ {\"])zh-Hant-HK(?=\"?:)", lambda m: "zh-hant-hk"),
    Fault("key with hyphen", r"(?<=[ {\"])time_zone(?=\"?:)", lambda m: "Time-Zone"),
    Fault("key with hyphen", r"(?<=[ {\"])sub_events(?=\"?:)", lambda m: "sub-events"),
    Fault("choice with a capital", r'(\bqualifier"?: "?)nearly\b', lambda m: f"{m[1]}Nearly"),
    Fault("wide colon", r"^( *(?:- )?[a-z_]+): (?=[A-Za-z0-9]+$)", lambda m: f"{m[1]}：", "block"),
    Fault("wide colon after a key alone", r"^( *(?:- )?[a-z]+):$", lambda m: f"{m[1]}：", "block"),
    Fault("no space after a colon", r"^( +[a-z_]+): (?=[a-z-]+$)", lambda m: f"{m[1]}:", "block"),
    Fault("wide comma in a list", r"(?<=[a-z]), (?=[a-z-]+\])", lambda m: "，", "block flow"),
    Fault("slot without quotes", r'(?<=: )"(\{[a-z.-]+\}[^"\\:#\n]*)"$', lambda m: m[1], "block"),
    Fault("wide braces", r"\{([a-z]+\.[a-z-]+)\}", lambda m: f"｛{m[1]}｝"),
    Fault("wide colon", r'(?<="):(?= ")', lambda m: "：", "json"),
    Fault("wide quotation marks", r'^( *)"([a-z]+)"(?=: )', lambda m: f"{m[1]}“{m[2]}”", "json"),
    Fault("comma before the end", r'(?<=")(?=\n *\})', lambda m: ",", "json"),
)
UNSAFE = (
    Fault("dangling reference", r'("?person"?: "?[a-z-]+?)([a-z])([a-z])\b', lambda m: f"{m[1]}{m[3]}{m[2]}"),
    Fault("misspelt key", r"(?<=[ {\"])organization(?=\"?:)", lambda m: "organistaion"),
    Fault(
        "wrong way to write a date",
        r"(?<=[ \"'])(20\d\d)-(\d\d)-(\d\d)(?=[\"']?(?:$|,|\}))",
        lambda m: f"{m[1]}/{m[2]}/{m[3]}",
    ),
)


def planted(number: int) -> Iterator[Planted]:
    """As many records as asked for, no two alike."""
    for index in range(number):
        yield _planted(index, Random(index))


def _planted(index: int, random: Random) -> Planted:
    source = SOUND[index % len(SOUND)]
    notation = ("block", "flow", "json")[index // len(SOUND) % 3]
    sound = _NOTATIONS[notation](source.read_text("utf-8"))
    taken: set[int] = set()
    made: list[str] = []
    judged = _with(sound, list(UNSAFE), 2, random, taken, made)
    if index % 13 == 0 and notation == "block" and (tabbed := _tabbed(judged)):
        doubtful = tabbed
        made.append("tabs")
    else:
        doubtful = _with(
            judged, [fault for fault in SAFE if notation in fault.notations], 8, random, taken, made
        )
    suffix = "json" if notation == "json" else "yaml"
    texts = (sound, judged, doubtful)
    line_end = "\r\n" if index % 3 == 0 else "\n"
    mark = b"\xef\xbb\xbf" if index % 7 == 0 else b""
    sound_one, judged_one, doubtful_one = (
        mark + text.replace("\n", line_end).encode("utf-8") for text in texts
    )
    faults = tuple(f"{notation}: {name}" for name in made)
    return Planted(f"{index:02}/{source.stem}.{suffix}", sound_one, judged_one, doubtful_one, faults)


def _with(text: str, faults: list[Fault], most: int, random: Random, taken: set[int], made: list[str]) -> str:
    """The text with some of these faults, each on a line of its own, none beside lines that are `taken`."""
    random.shuffle(faults)
    lines = text.split("\n")
    for fault in faults[:most]:
        pattern = re.compile(fault.pattern, re.MULTILINE)
        places = [
            (number, match)
            for number in range(len(lines))
            if number not in taken and not lines[number].lstrip().startswith("#")
            for match in pattern.finditer(lines[number] + "\n" + "".join(lines[number + 1 : number + 2]))
            if match.end() <= len(lines[number])
        ]
        if places:
            number, match = random.choice(places)
            lines[number] = lines[number][: match.start()] + fault.plant(match) + lines[number][match.end() :]
            taken |= {number - 1, number, number + 1}
            made.append(fault.name)
    return "\n".join(lines)


def _block(text: str) -> str:
    """As it is written by hand, with a comment after every third value."""
    lines = text.split("\n")
    for number in range(0, len(lines), 3):
        if re.fullmatch(r" *(?:- )?[a-z_]+: [A-Za-z0-9-]+", lines[number]):
            lines[number] += f"  # said in line {number}"
    return "\n".join(lines)


def _flow(text: str) -> str:
    """Every part of the record on one line, in braces."""
    data = yaml.load(text, yaml.BaseLoader)
    parts = []
    for key, value in data.items():
        flow = yaml.dump(
            {key: value}, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False
        )
        parts.append(f"{flow.strip()[1:-1]}  # {key}: as it is\n")
    return "# in braces\n" + "".join(parts)


def _json(text: str) -> str:
    return json.dumps(yaml.load(text, yaml.BaseLoader), ensure_ascii=False, indent=2) + "\n"


_NOTATIONS: dict[str, Callable[[str], str]] = {"block": _block, "flow": _flow, "json": _json}


def _tabbed(text: str) -> str | None:
    if any(len(line) - len(line.lstrip(" ")) & 1 for line in text.split("\n")):
        return None
    return re.sub(r"^(?:  )+", lambda match: "\t" * (len(match[0]) // 2), text, flags=re.MULTILINE)


@pytest.fixture(scope="session")
def fifty() -> list[Planted]:
    """Fifty records, mixed."""
    return list(planted(50))


@pytest.fixture(scope="session")
def faults() -> set[str]:
    """Names of all faults, with the notations that they are possible in."""
    named = {
        f"{notation}: {fault.name}" for fault in (*SAFE, *UNSAFE) for notation in fault.notations.split()
    }
    return named | {"block: tabs"}


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., tuple[int, bytes, str]]:
    """Run the command in this process: its code, what it printed, and what it told on standard error."""

    def run(*arguments: object) -> tuple[int, bytes, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out, err.decode("utf-8")

    return run
