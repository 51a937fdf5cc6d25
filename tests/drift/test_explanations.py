"""What `compare` and `check` find is explained: on its page, by `explain`, in reports for code scanning."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from eventrecord.cli import main
from eventrecord.facts.relations import Verdict
from eventrecord.rules import RULES
from eventrecord.rules.pages import explained, text_page, text_rules, text_severity

SOURCE = Path(__file__).parents[2] / "src" / "eventrecord"
RAISED = re.compile(
    r'"((?:[a-z]+-)+(?:differs|mismatch|drift|out|order|fact|name|printed|value))"|"(omission)"'
)


def raised() -> set[str]:
    """Names of findings in the code that raises them."""
    files = [*(SOURCE / "drift").rglob("*.py"), SOURCE / "facts" / "inside.py"]
    names = {a or b for file in files for a, b in RAISED.findall(file.read_text("utf-8"))}
    return names | {"only-a", "only-b"} | {*get_args(Verdict)} - {"equal"}


def test_every_finding_of_texts_is_explained_and_no_other() -> None:
    """The page has a section for each name in the code."""
    assert {*text_rules()} == raised()


@pytest.mark.parametrize("name", text_rules())
def test_a_finding_of_texts_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What it means in both languages, which command tells it and how grave it is, why, and what to do."""
    assert main(["explain", name]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"# {name}\n")
    assert re.search(
        r"中文：.+。\n\n`\w+`(?:, `\w+`)? · \w+\n\n\*\*Why\.\*\* .+\n\n\*\*What to do\.\*\* ", said
    )
    assert text_severity(name).value in said


def test_a_name_of_records_and_texts_is_explained_for_both() -> None:
    """The page of the rule, then what it is of texts."""
    both = [name for name in text_rules() if name in RULES]
    assert both
    for name in both:
        assert re.findall(r"^# (.*)$", explained(name) or "", re.MULTILINE) == [name, f"{name} (in texts)"]


def test_reports_for_code_scanning_carry_the_explanation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the help text, the usual severity, and a short description in the language of the report."""
    (tmp_path / "a.txt").write_text("nearly RMB 210 billion", "utf-8")
    (tmp_path / "b.txt").write_text("超过2100亿元", "utf-8")
    texts = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    arguments = ["compare", *texts, "--locale", "en", "--locale", "zh-Hans", "--output-format", "sarif"]
    told = {}
    for language in ("en", "zh"):
        main([*arguments, "--lang", language])
        (told[language],) = json.loads(capsys.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]
    assert told["en"]["id"] == "qualifier-differs"
    assert told["en"]["help"]["text"] == text_page("qualifier-differs")
    assert told["en"]["defaultConfiguration"] == {"level": "warning"}
    assert told["zh"]["shortDescription"]["text"].startswith("一方说近")
