"""Whatever a record is turned into, it ends in findings or in success, never in a traceback.

    MUTATIONS=20000 pytest tests/test_mutations.py

tries as many examples of each property as are asked for.
"""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventrecord import publish
from eventrecord.cli import main
from eventrecord.diagnostic import Severity, path_text
from eventrecord.reading import read
from eventrecord.rules import GROUPS, RULES, validate

ROOT = Path(__file__).parents[1]
TEXTS = [
    file.read_text("utf-8", "replace")
    for pattern in ("seeds/*.yaml", "tests/records/*.yaml", "tests/records/invalid/*.yaml")
    for file in sorted(ROOT.glob(pattern))
]
EXAMPLES = int(os.environ.get("MUTATIONS", "150"))
MANY = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(MANY, max_examples=max(20, EXAMPLES // 10))
"""For what makes editions, or runs the command."""

Place = tuple[Any, Any]
"""A mapping or list, and the key or index of a value in it."""


def _parsed(text: str) -> Any:
    try:
        return yaml.load(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return None


RECORDS = [data for text in TEXTS if isinstance(data := _parsed(text), dict) and "event" in data]
WHOLE = [record for record in RECORDS if len(record) > 10]
"""Those with something of everything; the others are short."""
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [
            "",
            "x",
            "0",
            "-1",
            "1e9",
            "2031-02-30",
            "2031-05-12T00:00",
            "{figures.deals}",
            "{",
            "亿",
            "🎉",
            "zh",
        ]
    ),
    st.sampled_from([None, [], {}, [[]], [{}], {"": ""}, {"en": {}}, {"text": "x"}, {"state": "missing"}]),
    st.text(max_size=12),
)


def places(node: Any) -> list[Place]:
    """Every value below the root."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [place for key, child in list(items) for place in [(node, key), *places(child)]]


class Mutant:
    """A record that was changed, and how; only that is told of one that fails."""

    def __init__(self, record: Any, before: Any, changes: list[Any]) -> None:
        self.record, self.before, self.changes = record, before, changes

    def __repr__(self) -> str:
        return f"{self.before['id']}: {self.changes}"


@st.composite
def mutated(draw: st.DrawFn) -> Mutant:
    """A record of which up to four values are deleted, retyped, renamed, swapped or doubled."""
    before = draw(st.one_of(st.sampled_from(WHOLE), st.sampled_from(RECORDS)))
    record, changes = copy.deepcopy(before), list[Any]()
    for _ in range(draw(st.integers(1, 4))):
        all_places = places(record)
        if not all_places:
            break
        (node, key), (other, other_key) = (draw(st.sampled_from(all_places)) for _ in range(2))
        how = draw(st.sampled_from(["delete", "retype", "rename", "swap", "copy", "wrap"]))
        new: object = None
        if how == "delete":
            del node[key]
        elif how == "retype":
            node[key] = new = copy.deepcopy(draw(VALUES))
        elif how == "rename" and isinstance(node, dict):
            new = draw(st.sampled_from([str(other_key), f"{key}s", str(key).upper(), "en", ""]))
            node[new] = node.pop(key)
        elif how == "swap":
            node[key], other[other_key] = copy.deepcopy(other[other_key]), copy.deepcopy(node[key])
        elif how == "copy":
            new = copy.deepcopy(other[other_key])
            node.append(new) if isinstance(node, list) else node.update({str(other_key): new})
        elif how == "wrap":
            node[key] = draw(st.sampled_from([[node[key]], {"en": node[key]}, {"text": node[key]}]))
        changes.append((how, key, other_key, new))
    return Mutant(record, before, changes)


def written(record: Any, notation: str) -> str:
    """A record in block style, in flow style, or in JSON."""
    if notation == "json":
        return json.dumps(record, ensure_ascii=False, indent=1)
    return str(
        yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_flow_style=notation == "flow")
    )


NOTATIONS = st.sampled_from(["block", "flow", "json"])


@given(mutated(), NOTATIONS)
@MANY
def test_a_mutated_record_ends_in_findings(mutant: Mutant, notation: str) -> None:
    """Values deleted, retyped, renamed, swapped or doubled: every rule of every group copes."""
    name = "r.json" if notation == "json" else "r.yaml"
    for finding in validate(read(written(mutant.record, notation), name), select=GROUPS):
        assert finding.rule in RULES
        assert finding.message
        assert finding.span is not None


@st.composite
def spliced(draw: st.DrawFn) -> bytes:
    """The bytes of a record with stretches cut out, doubled, overwritten or put elsewhere."""
    text = draw(st.sampled_from(TEXTS))
    if draw(st.booleans()):
        text = written(draw(st.sampled_from(RECORDS)), draw(NOTATIONS))
    data = bytearray(text.encode())
    signs = st.sampled_from([s.encode() for s in ":-{}[],'\"|>&*!%@`#\t\n\r \ufeff\u2028：，“”\0"])
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        target = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["cut", "double", "move", "bytes", "sign"])):
            case "cut":
                del data[start:end]
            case "double":
                data[target:target] = data[start:end]
            case "move":
                piece = data[start:end]
                del data[start:end]
                data[target:target] = piece
            case "bytes":
                data[start:end] = draw(st.binary(max_size=8))
            case _:
                data[start:start] = draw(signs)
    return bytes(data)


@given(spliced(), st.sampled_from(["r.yaml", "r.json"]))
@MANY
def test_a_spoilt_file_ends_in_findings(data: bytes, name: str) -> None:
    """Random bytes, and stretches of text cut, doubled or moved, in YAML and JSON."""
    for finding in validate(read(data, name), select=GROUPS):
        assert finding.rule in RULES
        assert finding.message
        assert finding.span is not None


@given(
    data=st.one_of(
        spliced(),
        st.builds(lambda mutant, notation: written(mutant.record, notation).encode(), mutated(), NOTATIONS),
    )
)
@FEW
def test_the_command_ends_with_an_exit_code(
    data: bytes, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command tells what is wrong, and says so by 0 or 1."""
    file = tmp_path_factory.getbasetemp() / "r.yaml"
    file.write_bytes(data)
    assert main(["validate", str(file)]) in (0, 1)
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err


@given(mutated())
@FEW
def test_what_validates_can_be_published(mutant: Mutant) -> None:
    """Of a record without errors every edition can be made."""
    document = read(written(mutant.record, "json"), "r.json")
    errors = [f for f in validate(document, select=GROUPS) if f.severity is Severity.ERROR]
    if document.record is not None and not errors:
        assert publish(document.record)


SOUND = [record for record in WHOLE if read(written(record, "json"), "r.json").record is not None]


@st.composite
def misshapen(draw: st.DrawFn) -> Mutant:
    """A sound record with up to four shape faults: wrong types and unknown keys."""
    before = draw(st.sampled_from(SOUND))
    record, changes = copy.deepcopy(before), list[Any]()
    for _ in range(draw(st.integers(1, 4))):
        node, key = draw(st.sampled_from(places(record)))
        if isinstance(node, dict) and draw(st.booleans()):
            node[f"{key}_?"] = node.pop(key)
            changes.append(("unknown key", key))
        else:
            node[key] = [["?"]]
            changes.append(("wrong type", key))
    return Mutant(record, before, changes)


@given(misshapen())
@MANY
def test_a_fault_of_shape_is_no_fault_of_facts(mutant: Mutant) -> None:
    """What had to be left out of a record is never the cause of what rules find in the rest."""
    before, after = (
        {
            (finding.rule, path_text(finding.path))
            for finding in validate(read(written(record, "json"), "r.json"))
            if RULES[finding.rule].group != "shape" and not path_text(finding.path).endswith("_?")
        }
        for record in (mutant.before, mutant.record)
    )
    assert after - before == set()
