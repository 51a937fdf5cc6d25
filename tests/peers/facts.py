"""Facts read side by side with other readers, on the labelled phrases, in one run: docs/peers/facts.md.

npm install --prefix DIR @microsoft/recognizers-text-suite@1.3.1
python -m venv VENV && VENV/bin/pip install -r tests/peers/requirements.txt
python tests/peers/facts.py DIR VENV
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "drift"))

from phrases import FOLDER, Label, Phrase, phrases  # noqa: E402  # they stand beside the drift tests
from score import score, sets  # noqa: E402

from eventrecord.facts.reading import stated_facts  # noqa: E402

PAGE = HERE.parents[1] / "docs" / "peers" / "facts.md"
HALVES = "bdgik"
LANGUAGES = {
    "English": tuple(f"en-{half}" for half in HALVES),
    "Chinese": tuple(f"{tag}-{half}" for half in HALVES for tag in ("zh", "hant")),
}
FIRST = {
    **{"en-b": 0.832, "zh-b": 0.907, "hant-b": 0.891},
    **{"en-d": 0.967, "zh-d": 0.968, "hant-d": 0.967},
    **{"en-g": 0.957, "zh-g": 0.939, "hant-g": 0.930},
    **{"en-i": 0.992, "zh-i": 0.975, "hant-i": 0.974},
    **{"en-k": 0.922, "zh-k": 0.922, "hant-k": 0.856},
}
"""F1 of the reader as it was when it first met each half."""
KINDS = (
    *("money", "count", "percent", "fraction", "ratio", "ordinal", "date", "date-range"),
    *("year", "year-range", "time", "duration"),
)
LENGTHS = {"Y": 31_536_000, "W": 604_800, "D": 86_400, "H": 3_600, "S": 1}
SECONDS = {
    **{"year": 31_536_000, "month": 2_592_000, "week": 604_800, "day": 86_400},
    **{"hour": 3_600, "minute": 60, "second": 1},
}


class Found(NamedTuple):
    """What a reader found: where, and what it may mean, in the terms of `_meanings`."""

    start: int
    end: int
    meanings: frozenset[str]


class Reading(NamedTuple):
    """What a reader found in each phrase, and how long it took."""

    found: list[list[Found]]
    seconds: float


def main(node: str, venv: str) -> None:
    """Write the page."""
    lines = [_HEAD, *_ours_first()]
    for language, halves in LANGUAGES.items():
        told = [phrase for half in halves for phrase in phrases(FOLDER / f"{half}.txt")]
        readings = {"eventrecord": _ours(told), "recognizers-text": _recognizers(told, node)}
        if language == "English":
            readings["quantulum3"] = _python("quantulum3", told, venv)
        readings["dateparser"] = _python("dateparser", told, venv)
        if language == "Chinese":
            readings["JioNLP"] = _python("JioNLP", told, venv)
        lines += _table(language, told, readings)
    lines += _speed(node)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")


def _ours_first() -> Iterable[str]:
    now = dict(sets())
    yield "| set | ours, first and blind | ours now, fitted |\n|---|---|---|"
    for half, first in FIRST.items():
        yield f"| {half} | {first:.3f} | {score(now[half]).f1:.3f} |"
    yield ""


def _table(language: str, told: list[Phrase], readings: dict[str, Reading]) -> Iterable[str]:
    labels = [label for phrase in told for label in phrase.facts]
    wanted = Counter(label.kind for label in labels)
    rows = {name: _recall(told, reading) for name, reading in readings.items()}
    yield f"## {language}: {len(told)} phrases, {len(labels)} facts\n"
    yield "| found with its value | " + " | ".join(readings) + " |"
    yield "|---" * (len(readings) + 1) + "|"
    for kind in KINDS:
        cells = (f"{right[kind]} of {wanted[kind]}" for right in rows.values())
        yield f"| {kind} | " + " | ".join(cells) + " |"
    yield "| recall | " + " | ".join(f"{right.total() / len(labels):.2f}" for right in rows.values()) + " |"
    cells = (f"{_precision(told, reading):.2f}" for reading in readings.values())
    yield "| precision | " + " | ".join(cells) + " |"
    size, ours = sum(len(phrase.text) for phrase in told), readings["eventrecord"].seconds
    yield "| time, ours = 1 | " + " | ".join(f"{r.seconds / ours:.0f}" for r in readings.values()) + " |"
    cells = (f"{size / reading.seconds:,.0f}" for reading in readings.values())
    yield "| characters a second | " + " | ".join(cells) + " |\n"


def _speed(node: str) -> Iterable[str]:
    """Characters a second in the golden releases, which the other reads slower the longer a text is."""
    yield "## Whole releases\n"
    yield "| characters a second of the processor | eventrecord | recognizers-text | ratio |"
    yield "|---|---|---|---|"
    for tag in ("en", "zh-Hans"):
        files = sorted((HERE.parent / "editions").glob(f"*.{tag}.txt"))
        text = "\n".join(file.read_text("utf-8") for file in files)
        for how, parts in (("line by line", text.splitlines()), ("as one text", [text])):
            told = [Phrase(part, tag, date(2022, 11, 16), (), "") for part in parts if part.strip()]
            size = sum(len(phrase.text) for phrase in told)
            ours, theirs = (size / reading.seconds for reading in (_ours(told), _recognizers(told, node)))
            yield f"| {tag}, {size:,} characters, {how} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.0f} |"


def _recall(told: list[Phrase], reading: Reading) -> Counter[str]:
    right: Counter[str] = Counter()
    for phrase, found in zip(told, reading.found, strict=True):
        right.update(label.kind for label in phrase.facts if any(_is_it(label, one) for one in found))
    return right


def _precision(told: list[Phrase], reading: Reading) -> float:
    """Of what stands in nothing longer that was found, how much is a fact with its value."""
    right = total = 0
    for phrase, found in zip(told, reading.found, strict=True):
        for one in found:
            if any(_within(one, other) for other in found):
                continue
            total += 1
            right += any(_is_it(label, one) for label in phrase.facts)
    return right / total if total else 0.0


def _within(one: Found, other: Found) -> bool:
    return other.start <= one.start and one.end <= other.end and other[:2] != one[:2]


def _is_it(label: Label, one: Found) -> bool:
    meant = _meanings(label.kind, str(label.value))
    return one.start < label.end and label.start < one.end and bool(meant & one.meanings)


def _meanings(kind: str, value: str) -> frozenset[str]:
    """What a fact means, in terms that the answers of others can be put in as well."""
    if kind in ("money", "count", "percent", "ordinal", "ratio"):
        return frozenset(
            {_number(value)} if "-" not in value[1:] else {"/".join(map(_number, value.split("-")))}
        )
    if kind == "fraction":
        above, below = value.split("/")
        return frozenset({_number(int(above) / int(below))})
    if kind == "year":
        return frozenset({f"{value}-01-01/{value}-12-31"})
    if kind == "year-range":
        first, last = value.split("/")
        return frozenset({f"{first}-01-01/{last}-12-31", f"{first}-01-01/{last}-01-01"})
    if kind == "duration":
        return frozenset({"/".join(f"PT{_seconds(end)}S" for end in value.split("/"))})
    return frozenset({value})


def _number(value: object) -> str:
    return f"{float(str(value)):.6g}"


def _seconds(length: str) -> int:
    day, _, time = length[1:].partition("T")
    parts = [(n, LENGTHS.get(unit, 2_592_000)) for n, unit in re.findall(r"([\d.]+)([YMWD])", day)]
    parts += [(n, LENGTHS.get(unit, 60)) for n, unit in re.findall(r"([\d.]+)([HMS])", time)]
    return int(sum(float(n) * each for n, each in parts))


def _ours(told: list[Phrase]) -> Reading:
    seconds = float("inf")
    for _ in range(3):
        begin = process_time()
        facts = [stated_facts(phrase.text, phrase.tag, phrase.today) for phrase in told]
        seconds = min(seconds, process_time() - begin)
    return Reading(
        [[Found(f.start, f.end, _meanings(f.kind, str(f.value))) for f in found] for found in facts], seconds
    )


def _recognizers(told: list[Phrase], node: str) -> Reading:
    answer = _ask(
        ["node", str(HERE / "recognizers.js"), str(Path(node).resolve())],
        told,
        culture=lambda phrase: "en-us" if phrase.tag.startswith("en") else "zh-cn",
    )
    found = [
        [Found(one["start"], one["end"], frozenset(_resolved(one["resolution"] or {}))) for one in row]
        for row in answer["found"]
    ]
    return Reading(found, answer["seconds"])


def _resolved(resolution: dict[str, Any]) -> Iterable[str]:
    for one in resolution.get("values", [resolution]):
        value, start, end = one.get("value"), one.get("start"), one.get("end")
        if one.get("type") == "duration" and value:
            yield f"PT{int(float(value))}S"
        elif start and end and re.match(r"\d{4}-", start):
            last = date.fromisoformat(end[:10]) - timedelta(days=1)
            yield from (f"{start}/{end}", f"{start}/{last.isoformat()}")
        elif start and end:
            yield f"{start[:5]}/{end[:5]}"
        elif value and re.fullmatch(r"[\d:]{8}", str(value)):
            yield str(value)[:5]
        elif value and (match := re.fullmatch(r"[\[(]([-\d.]+),([-\d.]+)[\])]", str(value))):
            yield f"{_number(match[1])}/{_number(match[2])}"
        elif value and re.fullmatch(r"-?[\d.]+%?", str(value)):
            yield _number(str(value).rstrip("%"))
        elif value:
            yield str(value)


def _python(peer: str, told: list[Phrase], venv: str) -> Reading:
    answer = _ask([str(Path(venv) / "bin" / "python"), str(HERE / "python_peers.py")], told, peer=peer)
    found = [
        [Found(one["start"], one["end"], frozenset(_moments(one))) for one in row] for row in answer["found"]
    ]
    return Reading(found, answer["seconds"])


def _moments(one: dict[str, Any]) -> Iterable[str]:
    if "number" in one:
        yield _number(one["number"])
    elif "numbers" in one:
        yield "/".join(map(_number, one["numbers"]))
    elif "length" in one:
        seconds = sum(float(number) * SECONDS[unit] for unit, number in one["length"].items())
        yield f"PT{int(seconds)}S"
    elif "from" in one:
        first, last = one["from"], one["to"]
        yield from (first[:10], f"{first[:10]}/{last[:10]}", first[11:16], f"{first[11:16]}/{last[11:16]}")
    else:
        yield from (one["moment"][:10], one["moment"][11:16])


def _ask(command: list[str], told: list[Phrase], **more: Any) -> dict[str, Any]:
    culture = more.pop("culture", lambda phrase: phrase.tag)
    texts = [
        {"text": p.text, "tag": p.tag, "culture": culture(p), "today": p.today.isoformat()} for p in told
    ]
    asked = json.dumps({**more, "texts": texts})
    done = subprocess.run(command, input=asked, capture_output=True, check=True, text=True, encoding="utf-8")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


_HEAD = """# Facts, read side by side

Made by `tests/peers/facts.py`, which reads the labelled phrases of `tests/drift/phrases/` (sets b, d, g,
i and k, by five hands that had not seen the reader; g has many traps, k less usual words) with each
reader in one run. What is asked of others is less than what `tests/drift/score.py` asks of us: a fact
counts as found where something that overlaps it has its value, whatever its span, unit, currency and
qualifier; a length of time counts by its seconds, the end of a range with or without its last day.
Precision leaves out what stands in something longer that the same reader found. quantulum3 reads numbers
with units, in English only; dateparser reads dates and times; JioNLP reads sums, dates, times and lengths
in Chinese, and alone of the others tells some qualifiers. cn2an, which turns one Chinese number that it
is given into digits, finds none in a text and is left out. Times are of the processor, the best of three,
loading left out.

The grammar was mended after each set had been scored, so that our columns below say what is kept, and not
what an unseen text will give. What one may expect of an unseen text is nearer to the scores of the first
reading, blind, with value, unit and exact place asked (F1):
"""

if __name__ == "__main__":
    main(*sys.argv[1:3])
