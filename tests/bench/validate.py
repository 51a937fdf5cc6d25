"""How fast records are read and checked, against the least work possible and against a peer.

    python tests/bench/validate.py [RECORDS [ROUNDS]]

The floor is pydantic-core reading and validating the same data from JSON, in one call into compiled code.
The peer is check-jsonschema with the schema of records; it is left out when it is not installed. Memory is
measured with a tenth, all, and ten times as many records.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
import yaml_rs
from corpus import write
from layout import ROOT, Layout, lay_out
from timing import best, medians, resident, table

from eventrecord.model.record import Record
from eventrecord.reading import read
from eventrecord.rules import RULES
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Check
from eventrecord.rules.validation import validate

FLOOR = "floor: pydantic-core validate_json"
CHECKED = "read, all rules"
OURS, TWO, PEER = "eventrecord validate --jobs 1", "the same, --jobs 2", "check-jsonschema"
COSTLIEST = 5


def main(number: int, rounds: int) -> None:
    """Print the ratios."""
    with TemporaryDirectory() as folder:
        files = write(Path(folder) / "records", number)
        _in_process([file.read_bytes() for file in files], rounds)
        layout = lay_out(Path(folder) / "layout")
        _whole_processes(layout, files, max(1, (rounds + 1) // 2))
        _memory(layout, write(Path(folder) / "more", number * 10))


def _in_process(texts: list[bytes], rounds: int) -> None:
    as_json = [json.dumps(yaml_rs.loads(text.decode(), parse_datetime=False)).encode() for text in texts]
    few = texts[: max(1, len(texts) // 20)]
    faulty = [_with_fault(text) if place % 50 == 0 else text for place, text in enumerate(texts)]
    documents = [read(text) for text in texts]
    clean = sum(not validate(document) for document in documents)
    floor = Record.__pydantic_validator__.validate_json
    seconds = best(
        {
            FLOOR: lambda: [floor(text) for text in as_json],
            "json.loads, model_validate": lambda: [Record.model_validate(json.loads(t)) for t in as_json],
            "PyYAML with libyaml, no model": lambda: [yaml.load(t, yaml.CSafeLoader) for t in few],
            "read": lambda: [read(text) for text in texts],
            "all rules, on what was read": lambda: [validate(document) for document in documents],
            CHECKED: lambda: [validate(read(text)) for text in texts],
            "the same, 1 record in 50 with a fault": lambda: [validate(read(text)) for text in faulty],
            "rules that make editions, on few": lambda: [
                validate(document, select=["editions"]) for document in documents[: len(few)]
            ],
        },
        rounds,
    )
    for name in ("PyYAML with libyaml, no model", "rules that make editions, on few"):
        seconds[name] *= len(texts) / len(few)
    size = sum(map(len, texts)) / len(texts) / 1000
    title = f"{len(texts)} records of {size:.1f} KB, {clean} without findings; best of {rounds}, in turn"
    print(table(title, seconds, FLOOR, {CHECKED: "<= 9"}), end="\n\n")
    records = [document.record for document in documents if document.record is not None]
    _rules(records, FLOOR, seconds[FLOOR], rounds)


def _rules(records: list[Record], unit: str, floor: float, rounds: int) -> None:
    """What the walk over the record costs, which all rules share, and the rules that cost most."""
    contexts = _contexts(records)
    checks = {name: rule.check for name, rule in RULES.items() if rule.check is not None}
    tasks: dict[str, Callable[[], object]] = {
        "what rules share: references, texts, events": partial(_contexts, records)
    }
    tasks |= {name: partial(_check, check, contexts) for name, check in checks.items()}
    seconds = best(tasks, rounds)
    shown = dict(sorted(seconds.items(), key=lambda item: -item[1])[: COSTLIEST + 1])
    title = f"of {len(checks)} rules and what they share, the {COSTLIEST + 1} that take longest"
    print(table(title, {unit: floor} | shown, unit, {}), end="\n\n")


def _contexts(records: list[Record]) -> list[Context]:
    contexts = [Context(record) for record in records]
    for context in contexts:
        _ = context.mentions, context.used, context.events, context.ids
    return contexts


def _check(check: Check, contexts: list[Context]) -> None:
    for context in contexts:
        list(check(context))


def _with_fault(text: bytes) -> bytes:
    """The day on which the forum ends is not in the calendar."""
    return text.replace(b"-20\n  duration", b"-32\n  duration", 1)


def _whole_processes(layout: Layout, files: list[Path], rounds: int) -> None:
    paths = [str(file) for file in files]
    commands = {
        OURS: layout.command("validate", "--jobs", "1", *paths),
        TWO: layout.command("validate", "--jobs", "2", *paths),
    }
    installed = find_spec("check_jsonschema") is not None
    if installed:
        schema = str(ROOT / "schemas" / "eventrecord-1.schema.json")
        commands[PEER] = layout.module("check_jsonschema", "--schemafile", schema, *paths)
    seconds = medians(commands, rounds, layout.environment)
    title = f"{len(files)} files, whole processes, median of {rounds}, in turn"
    print(table(title, seconds, OURS, {TWO: "<= 0.59", PEER: ">= 20"}), end="\n\n")
    if not installed:
        print(f"  {PEER} is not installed: pip install -e '.[bench]'")


def _memory(layout: Layout, files: list[Path]) -> None:
    print("most memory at once, one process")
    for number in (len(files) // 100, len(files) // 10, len(files)):
        command = layout.command("validate", "--jobs", "1", *map(str, files[:number]))
        print(f"  {number:6} files {resident(command, layout.environment):10.1f} MB")


if __name__ == "__main__":
    typed = [int(word) for word in sys.argv[1:]]
    main(*(typed + [1000, 5][len(typed) :]))
