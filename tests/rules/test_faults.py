"""The list of faults in docs/faults.md: what it says is found, is found; the rest says why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from eventrecord.reading import read
from eventrecord.rules import RULES, validate

from .test_pages import EXAMPLES

LIST = Path(__file__).parents[2] / "docs" / "faults.md"
PLANTED: dict[str, str] = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text("utf-8"))
_ROW = re.compile(r"^\| (?!fault \||-)(.*?) \| (.*?) \|$", re.MULTILINE)
_RULE = re.compile(r"\[([a-z-]+)\]\(rules/([a-z-]+)\.md\)")
ROWS = dict(_ROW.findall(LIST.read_text("utf-8")))
FOUND = {fault: [name for name, _ in _RULE.findall(said)] for fault, said in ROWS.items() if "](" in said}


@pytest.mark.parametrize("fault", FOUND)
def test_a_fault_that_is_said_to_be_found_is_found(fault: str, laid_over: Callable[[str], str]) -> None:
    """The rule finds what was planted for the row, or its page's bad example, which is tested there."""
    for name in FOUND[fault]:
        if fault in PLANTED:
            found = validate(read(laid_over(PLANTED[fault]), "planted.json"))
            assert name in {finding.rule for finding in found}
        else:
            assert name in EXAMPLES


@pytest.mark.parametrize("fault", sorted(set(ROWS) - set(FOUND)))
def test_a_fault_that_is_not_found_has_a_reason(fault: str) -> None:
    """What no rule finds says so, and why."""
    assert re.match(r"not (found|reported)\b[^:;]*[:;] .{10,}", ROWS[fault])


def test_every_planted_fault_is_in_the_list() -> None:
    """No fault is planted for a row that is gone."""
    assert set(PLANTED) <= set(FOUND)


def test_links_lead_to_the_rules_they_name() -> None:
    """A link has the name of a rule, and leads to its page."""
    links = _RULE.findall(LIST.read_text("utf-8"))
    assert all(name == page and name in RULES for name, page in links)
