"""What findings say: plain words, no jargon, one finding for each place, all in one pass."""

from __future__ import annotations

import re

import pytest

from eventrecord.diagnostic import Diagnostic
from eventrecord.reading import read
from eventrecord.reading.tags import suggested

JARGON = re.compile(
    r"Input should|pydantic|https?://errors|validat|NoneType|\bdict\b|\bstr\b|Value error|constrained|"
    r"function-|"
    r"\bint\b|libyaml|token|scanning|while parsing|block mapping|flow mapping|unicode string|expected <"
)


def findings(text: str, *changes: tuple[str, str]) -> list[Diagnostic]:
    """The findings about a text that was changed."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return list(read(text, "r.yaml").findings)


CHANGES = [
    ("eventrecord/1", "[eventrecord/1]"),
    ("eventrecord/1", ""),
    ("id: harbour-forum", "id: [a]"),
    ("number: 1", "number: 1.5"),
    ("number: 1", "number: -1"),
    ("number: 1", "number: yes"),
    ("revision:\n  number: 1\n  at: 2024-06-03", "revision: 1"),
    ("[en, zh-Hans]", "{en: x}"),
    ("[en, zh-Hans]", "[]"),
    ("[en, zh-Hans]", "[[en]]"),
    ("people:\n", "fictional: perhaps\npeople:\n"),
    ("people:\n", "sources: []\npeople:\n"),
    ("people:\n", "sources: {a: b}\npeople:\n"),
    ("people:\n", "sources: {a: {title: {en: x}, sha256: zz}}\npeople:\n"),
    ("people:\n", "figures: {a: {count: many}}\npeople:\n"),
    ("people:\n", "figures: {a: {count: 1, percent: 2}}\npeople:\n"),
    ("people:\n", "figures: {a: {money: 3, cite: x}}\npeople:\n"),
    ("people:\n", "figures: {a: {area: {a: b}}}\npeople:\n"),
    ("people:\n", "places: {a: {name: {en: b}, coordinates: {latitude: 91, longitude: inf}}}\npeople:\n"),
    ("people:\n", "awards: {a: {name: {en: b}, winners: none}}\npeople:\n"),
    ("people:\n", "awards: {a: {name: {en: b}, winners: {person: x}}}\npeople:\n"),
    ("people:\n", "awards: {a: {name: {en: b}, winners: [{persn: x}]}}\npeople:\n"),
    ("people:\n", "awards: {a: {name: {en: b}, winners: [x]}}\npeople:\n"),
    ("people:\n", "derive: {zh_TW: zh_CN}\npeople:\n"),
    ("people:\n", "images: {a: {caption: {en: x}, file: /etc/passwd}}\npeople:\n"),
    ("people:\n", "releases: [{id: a, headline: {en: x}, body: [{lead: a, theme: b}]}]\npeople:\n"),
    ("people:\n", "releases: [{id: a, headline: {en: x}, body: []}]\npeople:\n"),
    ("people:\n", "releases: [{id: a, headline: {en: x}, body: [{text: x}], contacts: [{}]}]\npeople:\n"),
    ("{family: Chan, given: Tai-man, romanization: hong-kong}", "[Chan, Tai-man]"),
    ("{family: Chan, given: Tai-man, romanization: hong-kong}", "{order: chinese, family: Chan}"),
    ("kind: forum", "kind: [forum]"),
    ("kind: forum", "time_zone: Mars/Base"),
    ("kind: forum", "duration: long"),
    ("kind: forum", "url: x" + "y" * 3000),
    ("kind: forum", "ordinal: 1000"),
    ("kind: forum", "status: cancelled"),
    ("kind: forum", "sub_events: [x, {}, ~]"),
    ("kind: forum", "awards: [{award: a, did: given}]"),
    ("en: Harbour Forum", "en: {text: x, state: missing}"),
    ("en: Harbour Forum", "en: {text: x, from: {tag: zh_CN, hash: xyz}}"),
    ("en: Harbour Forum", "en: {}"),
    ("en: Harbour Forum", "en: [x]"),
    ("did: [attended, spoke]", "did: []"),
    ("did: [attended, spoke]", "did: [~]"),
    ("person: chan-tai-man", "person: Chan Tai-man"),
    ("person: chan-tai-man", "group: x"),
    ("2024-06-01", "20240601"),
    ("2024-06-01", "2024-06-01 at noon"),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[1][:60])
def test_findings_of_shape_are_in_plain_words(forum: str, change: tuple[str, str]) -> None:
    """No word of a programmer's trade gets into a message, and no place is told of twice."""
    found = findings(forum, change)
    assert found
    assert len({(finding.path, finding.span) for finding in found}) == len(found)
    for finding in found:
        assert not JARGON.search(finding.message + (finding.hint or "")), finding
        assert finding.rule in ("wrong-type", "wrong-value", "wrong-date", "unknown-key", "missing-key") or (
            finding.rule in ("unknown-language-tag", "unsupported-format")
        )


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        (
            ("topic", "topik"),
            "`topik` is not a field of a participation; did you mean `topic`?",
            None,
        ),
        (
            ("kind: forum", "weather: x"),
            "`weather` is not a field of an event",
            "its fields are standing, cite",
        ),
        (("en: Harbour Forum", "en: {stand-in: zh-Hans, state: missing}"), "did you mean `stand_in`?", None),
        (
            ("did: [attended, spoke]", "did: attended"),
            "`did` wants a list, not `attended`",
            "write `did: [attended]`",
        ),
        (("did: [attended, spoke]", "did: [~]"), "entry 1 of `did` is empty", "one of invited, expected"),
        (("kind: forum", "kind: Forumm"), "did you mean `forum`?", "it may be series, conference"),
        (
            ("kind: forum", "awards: [{award: a, did: given}]"),
            "`given` is not one of the values of `did`",
            "announced",
        ),
        (
            ("id: harbour-forum", "id: Harbour Forum"),
            "`Harbour Forum` cannot be an id",
            "write harbour-forum",
        ),
        (("person: chan-tai-man", "person: 陈大文"), "cannot be the id of an entry of `people`", None),
        (("2024-06-01", "2024年6月1日"), "is no date", "write 2024-06-01"),
        (("2024-06-01", "2024-06-32"), "`2024-06-32` is not in the calendar: June 2024 has 30 days", None),
        (("en: Harbour Forum", "en:"), "`name.en` is empty", "fill it in, or take the line out"),
        (
            ("  name:\n    en: Harbour Forum\n    zh-Hans: 海港论坛", "  name: Forum"),
            "one entry per language",
            "`en: Forum`",
        ),
        (
            ("participants:\n    - person", "participants:\n      person"),
            "`participants` wants a list, not a mapping",
            "write `- ` before its first line",
        ),
        (("kind: forum", "url: www.harbour.example"), "is no address", "write https://www.harbour.example"),
        (("kind: forum", "url: harbour hall"), "is no address", None),
        (
            ("kind: forum", "status: postponed"),
            "says in `changes` when that was made known: `changes: [{status: postponed, at: 2022-11-15}]`",
            None,
        ),
        (("people:\n", "note: {a: b}\npeople:\n"), "`note` wants a text, not a mapping", None),
        (("number: 1", "number: first"), "`number` wants a whole number, not `first`", None),
        (("locales: [en, zh-Hans]\n", ""), "a record needs `locales`", "Languages to publish in"),
        (("format: eventrecord/1\n", ""), "a record needs `format`", "write `format: eventrecord/1`"),
        (("eventrecord/1", "eventrecord/12"), "in the format eventrecord/12; this version", "newer version"),
        (
            ("zh-Hans: 联通世界", "zh_CN: 联通世界"),
            "`zh_CN` is no language tag; did you mean `zh-Hans`?",
            "zh-Hant-TW",
        ),
        (
            ("zh-Hans: 联通世界", "cmn-Hans: 联通世界"),
            "`cmn-Hans` begins with three letters, where its language has a code of two; "
            "did you mean `zh-Hans`?",
            "zh-Hant-TW",
        ),
        (
            ("[en, zh-Hans]", "[en-UK, zh-Hans]"),
            "`en-UK` ends in UK, which is the code of no country; did you mean `en-GB`?",
            "zh-Hant-TW",
        ),
    ],
)
def test_findings_say_what_is_wrong_and_what_to_do(
    forum: str, change: tuple[str, str], message: str, hint: str | None
) -> None:
    """A message names the thing and what is wanted; the hint tells how to write it."""
    (finding,) = findings(forum + "      topic: {en: Ships}\n", change)
    assert message in finding.message
    assert finding.hint is None if hint is None else hint in (finding.hint or "")


def test_all_problems_are_told_in_one_pass(forum: str) -> None:
    """Characters, slips, refused features and the shape of the record are told together, in file order."""
    found = findings(
        forum,
        ("id: harbour-forum", "id：harbour-forum"),
        ("Chan, given", "Chan, giben"),
        ("en: Harbour Forum", "en: Harbour: Forum"),
        ("海港论坛", "{figures.x}论坛"),
        ("Linking the", '"Linking" the'),
        ("联通世界", "联通\u202e世界"),
        ("2024-06-01", "&day 2024-06-01"),
        ("2024-06-02", "2024-06-31"),
        ("person: chan", "persn: chan"),
    )
    assert [(finding.span and finding.span.line, finding.rule) for finding in found] == [
        (2, "full-width-punctuation"),
        (11, "unknown-key"),
        (18, "unquoted-colon"),
        (19, "unquoted-brace"),
        (21, "unquoted-quote"),
        (22, "control-character"),
        (23, "anchor"),
        (24, "wrong-date"),
        (26, "unknown-key"),
    ]


def test_what_follows_from_a_slip_is_not_told(forum: str) -> None:
    """Texts that go on over several lines are told of once; what is below a slip is not told again."""
    long = "en: Our theme: linking\n      the world: and more\n      @ last"
    assert [finding.rule for finding in findings(forum, ("en: Linking the world", long))] == [
        "unquoted-colon"
    ]
    aliased = findings(forum, ("person: chan-tai-man", "person: *chan"), ("did: [attended", "dit: [attended"))
    assert [finding.rule for finding in aliased] == ["alias", "unknown-key"]
    merged = findings(forum, ("name:\n    en: Harbour Forum\n    zh-Hans: 海港论坛", "<<: *defaults"))
    assert [finding.rule for finding in merged] == ["merge-key", "alias"]


@pytest.mark.parametrize("space", ["\u3000", "\xa0\xa0"])
def test_wide_spaces_before_a_key_are_told(forum: str, space: str) -> None:
    """Full-width and non-breaking spaces are part of the key for YAML, and seen by nobody."""
    (finding,) = findings(forum + f"{space}note: x\n")
    assert finding.rule == "full-width-punctuation"
    assert "before `note`" in finding.message


def test_a_newer_format_is_the_only_finding(forum: str) -> None:
    """Of a record in a later format nothing else is told: it follows other rules."""
    found = findings(forum, ("eventrecord/1", "eventrecord/2"), ("kind: forum", "kind: &a future\n  kind: x"))
    assert [finding.rule for finding in found] == ["unsupported-format"]


@pytest.mark.parametrize(
    "text",
    [
        "[project]\nname = 'x'\n",
        "name: x\nsteps: [a]\n",
        '{"$schema": "x", "properties": {"format": {}}}',
        "# A\n\n- `b`\n",
    ],
)
def test_a_file_of_another_sort_is_told_once(text: str) -> None:
    """Settings, schemas and pages are no faulty records: nothing is told of what they lack as such."""
    (finding,) = read(text, "x").findings
    assert finding.rule == "not-a-mapping"
    assert finding.message == "this is no record: it has no `format: eventrecord/1`"


def test_chinese_without_its_script_may_be_spoken(forum: str) -> None:
    """A source may be in Chinese; a wording is in one script."""
    (finding,) = findings(
        forum,
        ("people:\n", "sources: {a: {title: {en: x}, publisher: {en: y}, language: zh}}\npeople:\n"),
        ("zh-Hans: 联通世界", "zh: 联通世界"),
    )
    assert finding.hint == "rename it to zh-Hans (or zh-Hant)"
    (finding,) = findings(forum, ("[en, zh-Hans]", "[en, zh]"))
    assert finding.hint == "write zh-Hans (or zh-Hant)"


def test_double_keys_point_at_the_first(forum: str) -> None:
    """The finding about a key written twice stands at the second, with a label at the first."""
    (finding,) = findings(forum, ("  end:", "  start: x\n  end:"))
    (label,) = finding.labels
    assert (finding.span and finding.span.line, label.span and label.span.line) == (24, 23)
    assert label.file == "r.yaml"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("zh_CN", "zh-Hans"), ("zh-hans", "zh-Hans"), ("cn", "zh-Hans"), ("ZH-HANT-tw", "zh-Hant-TW")),
        *(
            ("zh_TW", "zh-Hant-TW"),
            ("zh-hk", "zh-Hant-HK"),
            ("EN", "en"),
            ("en_us", "en-US"),
            ("English", "en"),
            ("zho-Hant-TW", "zh-Hant-TW"),
            ("en-UK", "en-GB"),
            ("zh-Hans-ZH", "zh-Hans"),
        ),
        *(("中文", "zh-Hans"), ("jp", "ja"), ("world", None), ("", None), ("en", None)),
    ],
)
def test_language_tags_are_recognized(written: str, meant: str | None) -> None:
    """What people write for language tags is understood, where it can be."""
    assert suggested(written) == meant


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Theme: ships", 'put it in quotation marks: "Theme: ships"'),
        ('Theme: "ships"', "put it in quotation marks: 'Theme: \"ships\"'"),
        (
            "Theme: \"ships\" and 'cranes'",
            "put the whole text in quotation marks, or write it on the next line",
        ),
        ("Theme: " + "ships " * 20, "put the whole text in quotation marks, or write it on the next line"),
    ],
)
def test_hints_show_how_to_quote(forum: str, text: str, quoted: str) -> None:
    """A hint shows the very text in quotation marks, if it is short and they fit."""
    (finding,) = findings(forum, ("Linking the world", text))
    assert (finding.hint or "").startswith(quoted)


def test_a_language_beside_the_fields_of_a_block_is_sent_below_its_text() -> None:
    """The most likely slip of whoever writes a first block."""
    text = "format: eventrecord/1\nlocales: [en]\nreleases:\n- id: one\n  body: [{id: two, en: Good.}]\n"
    (finding,) = [found for found in read(text, "a.yaml").findings if found.rule == "unknown-key"]
    assert finding.hint == "what it says in a language stands below `text`: first `text:`, then `en:`"
