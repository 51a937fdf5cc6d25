"""A rule's page is its test: the bad example fires that rule and no other, the good one none."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.reading import Document, read
from eventrecord.reading.mending import mend
from eventrecord.rules import GROUPS, RULES, validate
from eventrecord.rules.rule import ON_REQUEST
from eventrecord.settings import Settings
from eventrecord.tongue import Tongue

PAGES = Path(__file__).parents[2] / "docs" / "rules"
WITHOUT_EXAMPLE = {
    "broken-edition",
    "empty-record",
    "export-loss",
    "file-name",
    "json-syntax",
    "not-a-mapping",
    "not-text",
    "not-utf-8",
    "older-revision",
    "placeholder-address",
    "too-deep",
    "too-large",
    "too-many-findings",
    "unlisted-change",
    "vanished-event",
}
"""Faults that cannot be shown in a few lines of a record."""
OFFICE = Settings(base="https://forum.example.org/", uid_domain="forum.example.org")
EXAMPLES = sorted(set(RULES) - WITHOUT_EXAMPLE)
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text("utf-8")


def rules_found(text: str, name: str = "") -> list[str]:
    """What is checked usually finds, and what the group of the rule `name` does."""
    groups = {*GROUPS} - ON_REQUEST | ({RULES[name].group} if name in RULES else set())
    document = read(text, "example.yaml" if text.startswith("#") else "example.json")
    findings = validate(document, settings=OFFICE, select=groups)
    return [finding.rule for finding in findings if finding.severity is not Severity.INFO]


@pytest.mark.parametrize("name", RULES)
def test_a_page_has_the_title_summary_and_headings_that_every_page_has(name: str) -> None:
    """A page begins with the rule's name and summary, and goes on under fixed headings."""
    text = page(name)
    headings = ["Why", "What to do"] if name in WITHOUT_EXAMPLE else ["Why", "Bad", "Good", "What to do"]
    chinese = Tongue("zh-Hans").tell(RULES[name].summary)
    assert text.startswith(f"# {name}\n\n{RULES[name].summary}\n\n中文：{chinese}\n\n## Why\n")
    assert chinese != RULES[name].summary
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == headings
    assert len(_BLOCK.findall(text)) == (0 if name in WITHOUT_EXAMPLE else 2)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_bad_example_fires_its_rule_and_no_other(
    name: str, laid_over: Callable[[str], str], pasted_in: Callable[[str], str]
) -> None:
    """What the page calls bad is found by that rule, and by no other at warning or above."""
    lay = pasted_in if RULES[name].group == "shape" else laid_over
    text = lay(_BLOCK.findall(page(name))[0])
    if RULES[name].severity is Severity.INFO:
        found = validate(read(text, "example.json"), settings=OFFICE, select=[name])
        assert {finding.rule for finding in found} == {name}
        assert rules_found(text, name) == []
    else:
        assert set(rules_found(text, name)) == {name}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_good_example_is_sound(
    name: str, laid_over: Callable[[str], str], pasted_in: Callable[[str], str]
) -> None:
    """What the page calls good has no finding of that rule, and none at warning or above."""
    lay = pasted_in if RULES[name].group == "shape" else laid_over
    text = lay(_BLOCK.findall(page(name))[1])
    assert rules_found(text, name) == []
    found = validate(read(text, "example.json"), settings=OFFICE, select=[name])
    assert not [finding for finding in found if finding.rule == name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_a_page_says_of_fixing_is_done(
    name: str, laid_over: Callable[[str], str], pasted_in: Callable[[str], str]
) -> None:
    """Where a page says so, fixing makes the bad example a good one; where it does not, there is no fix."""
    lay = pasted_in if RULES[name].group == "shape" else laid_over
    text = lay(_BLOCK.findall(page(name))[0])
    file = "example.yaml" if text.startswith("#") else "example.json"

    checked = {name, *(RULES.keys() & re.findall(r"ignore\[([\w-]+)\]", text))}

    def found(document: Document) -> list[Diagnostic]:
        return [finding for finding in validate(document, select=checked) if finding.rule == name]

    said = re.search(r"`--fix( --unsafe-fixes)?` does this", page(name))
    document = read(text, file)
    assert bool(said) == any(finding.fix for finding in found(document))
    if said:
        mended = mend(document, found, lambda other: read(other, file), unsafe=bool(said[1]))
        assert mended.made > 0
        assert mended.findings == []
        assert rules_found(mended.document.text) == []


def test_the_index_lists_every_rule_with_severity_and_summary() -> None:
    """The list of rules is complete and says what the table says."""
    rows = re.findall(r"^\| \[(.*?)\]\((.*?)\.md\) \| (.*?) \| (.*?) \|$", page("README"), re.MULTILINE)
    assert sorted(rows) == sorted((r.name, r.name, r.severity.value, r.summary) for r in RULES.values())


def test_every_page_belongs_to_a_rule() -> None:
    """No page is left of a rule that is gone or was renamed."""
    assert {path.stem for path in PAGES.glob("*.md")} - {"README", "texts"} == set(RULES)


def test_every_group_of_the_table_is_a_known_one() -> None:
    """Groups can be selected by name, so each is one of the fixed few."""
    assert {rule.group for rule in RULES.values()} <= set(GROUPS)
