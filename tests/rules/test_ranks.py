"""The order of people in prose: what is a list of them, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic

Found = Callable[..., list[Diagnostic]]
PEOPLE = """
people:
  a: {name: {en: {family: An, given: Bo}, zh-Hans: {family: 安, given: 博}}}
  b: {name: {en: {family: Bai, given: Di}, zh-Hans: {family: 白, given: 迪}}}
  c: {name: {en: {family: Cao, given: Fei}, zh-Hans: {family: 曹, given: 飞}}}
event:
  participants:
    - people: [a, b, c]
      did: [attended]
releases:
  - id: opening
    body:
      - lead: forum
      - id: guests
        topic: attendance
        text: {en: "EN", zh-Hans: "ZH"}
"""
RANKS = ("rank-changed", "rank-differs", "official-left-out")


def names(found: Found, en: str, zh: str) -> list[str]:
    """The rules of rank that find something."""
    return [
        finding.rule
        for rule in RANKS
        for finding in found(PEOPLE.replace("EN", en).replace("ZH", zh), rule=rule)
    ]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("{people.a}, {people.b} and {people.c} came.", "{people.a}、{people.b}、{people.c}出席。"),
        ("{people.a} and {people.b} came.", "{people.a}、{people.b}出席。"),
        ("{people.c} spoke. {people.a} listened.", "{people.c}发言，{people.a}在座。"),
        ("{people.b:posts} met {people.a}.", "{people.b:posts}会见{people.a}。"),
        ("{people.a} and others came.", "{people.a}等出席。"),
    ],
)
def test_what_keeps_the_rank_is_no_fault(found: Found, en: str, zh: str) -> None:
    """The whole list, its beginning, and people who are told of apart."""
    assert names(found, en, zh) == []


@pytest.mark.parametrize(
    ("en", "zh", "rules"),
    [
        ("{people.b} and {people.a} came.", "{people.b}、{people.a}出席。", ["rank-changed", "rank-changed"]),
        ("{people.a} and {people.c} came.", "{people.a}、{people.c}出席。", ["official-left-out"] * 2),
        (
            "{people.a}, {people.b} came.",
            "{people.b:name}和{people.a:name}出席。",
            ["rank-changed", "rank-differs"],
        ),
    ],
)
def test_what_changes_it_is_found(found: Found, en: str, zh: str, rules: list[str]) -> None:
    """Another order, somebody left out, another order in one language."""
    assert names(found, en, zh) == rules
