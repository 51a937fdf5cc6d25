"""One fault, one finding: of several rules that see it, the one that tells most."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.reading import read
from eventrecord.rules import validate

SCENE = """
people:
  gu-yuan: {{ name: {{ en: {{ family: Gu, given: Yuan }}, zh-Hans: {{ family: 顾, given: 远 }} }} }}
  lu-ning: {{ name: {{ en: {{ family: Lu, given: Ning }}, zh-Hans: {{ family: 陆, given: 宁 }} }} }}
figures:
  deals: {{ money: 3.2 billion CNY }}
event:
  participants:
    - {{ people: [shen-lan, gu-yuan, lu-ning], did: [attended] }}
releases:
  - {{ id: opening, body: [{{ lead: forum }}, {{ id: more, text: {{ en: {en!r}, zh-Hans: {zh!r} }} }}] }}
"""
SUM = "Contracts signed were worth nearly RMB 3.2 billion."
THREE = "{people.shen-lan}, {people.gu-yuan} and {people.lu-ning} came."


@pytest.mark.parametrize(
    ("en", "zh", "rules"),
    [
        (SUM, "签约总额近3.2亿元。", ["contradicted-figure"]),
        (SUM, "签约总额近35亿元。", ["value-differs"]),
        (SUM, "签约总额超32亿元。", ["contradicted-qualifier"]),
        (SUM.replace("RMB ", "$"), "签约总额近32亿元。", ["contradicted-figure"]),
        ("Contracts were worth {figures.deals}.", "签约总额近3.2亿元。", ["contradicted-figure"]),
        ("Contracts were worth {figures.deals}.", "签约总额近32亿元。", ["parity"]),
        (SUM, "签约总额约近32亿元。", ["doubled-approximator"]),
        (SUM.replace("3.2", "32"), "签约总额近320亿元。", ["contradicted-figure"] * 2),
        (f"{SUM} Some came.", "签约总额近32亿元。5人来了。", ["typed-figure"] * 2),
        (THREE, "{people.gu-yuan}、{people.shen-lan}、{people.lu-ning}出席。", ["rank-changed"]),
        (THREE, "{people.shen-lan}、{people.lu-ning}出席。", ["official-left-out"]),
        (
            THREE.replace("came", "saw {figures.deals}"),
            "{people.shen-lan}、{people.lu-ning}出席。",
            ["parity", "official-left-out"],
        ),
    ],
)
def test_one_fault_is_told_once(en: str, zh: str, rules: list[str], laid_over: Callable[[str], str]) -> None:
    """What the record decides goes before what the languages dispute; two faults are two findings."""
    found = validate(read(laid_over(SCENE.format(en=en, zh=zh)), "forum.json"))
    assert [finding.rule for finding in found] == rules


def test_who_asks_for_a_rule_gets_its_findings(laid_over: Callable[[str], str]) -> None:
    """A rule is silent only before one that is checked too."""
    text = laid_over(SCENE.format(en=SUM, zh="签约总额近3.2亿元。"))
    assert [f.rule for f in validate(read(text, "forum.json"), select=["value-differs"])] == ["value-differs"]


def test_a_dispute_that_the_record_decides_says_so(laid_over: Callable[[str], str]) -> None:
    """The hint names the figure, and the finding leads to it."""
    text = laid_over(SCENE.format(en=SUM, zh="签约总额近35亿元。"))
    (finding,) = validate(read(text, "forum.json"))
    assert finding.hint is not None
    assert "the record has what en says" in finding.hint
    assert finding.labels[1].path == ("figures", "deals", "money")
    assert "nearly RMB 3.2 billion" in finding.labels[1].text
