"""The record that examples are laid over, and two ways of laying."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from eventrecord.diagnostic import Diagnostic
from eventrecord.model.record import Record
from eventrecord.reading import loads
from eventrecord.rules import validate

BASE = Path(__file__).with_name("base.yaml").read_text("utf-8")
Built = Callable[..., Record]


@pytest.fixture
def laid_over() -> Callable[[str], str]:
    """Lay a fragment over the base record: mappings are merged, entries of lists by their ids."""

    def lay(fragment: str) -> str:
        merged = _merged(yaml.load(BASE, yaml.BaseLoader), yaml.load(fragment, yaml.BaseLoader) or {})
        return json.dumps(merged, ensure_ascii=False, indent=1)

    return lay


@pytest.fixture
def pasted_in() -> Callable[[str], str]:
    """Put a fragment's text in the place of the base record's top-level sections of the same names."""

    def paste(fragment: str) -> str:
        sections = {**_sections(BASE), **_sections(fragment)}
        return "".join(sections.values())

    return paste


@pytest.fixture
def record(laid_over: Callable[[str], str]) -> Built:
    """The base record with a fragment laid over it, able to look into other records."""

    def build(fragment: str = "", *related: Record) -> Record:
        return loads(laid_over(fragment), related=related)

    return build


@pytest.fixture
def found(record: Built) -> Callable[..., list[Diagnostic]]:
    """What one rule, or all of them, find in the base record with a fragment laid over it."""

    def find(fragment: str, *related: Record, rule: str | None = None) -> list[Diagnostic]:
        return validate(record(fragment, *related), select=[rule] if rule else None)

    return find


def _merged(old: Any, new: Any) -> Any:
    if isinstance(old, list) and isinstance(new, list):
        known = {entry["id"]: entry for entry in old if isinstance(entry, dict) and "id" in entry}
        return [_merged(known.get(e.get("id")), e) if isinstance(e, dict) else e for e in new]
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    return {key: _merged(old.get(key), new[key]) if key in new else old[key] for key in {**old, **new}}


def _sections(text: str) -> dict[str, str]:
    first, end, rest = text.partition("---\n")
    parts = re.split(r"^(?=[a-z]+:)", first, flags=re.MULTILINE)
    sections = {part.partition(":")[0]: part.rstrip("\n") + "\n" for part in parts if part.strip()}
    return sections | {"---": end + rest}
