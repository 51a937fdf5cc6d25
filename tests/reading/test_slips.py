"""Slips of syntax beyond those in tests/records/invalid: rule, place and words."""

from __future__ import annotations

import pytest
import yaml

from eventrecord.reading import exact, read

NAME = "    en: Harbour Forum\n    zh-Hans: 海港论坛\n"


def told(text: str) -> list[tuple[int, int, str, str]]:
    """Line, column, rule and message of all findings."""
    return [
        (finding.span.line, finding.span.column, finding.rule, finding.message)
        for finding in read(text, "r.yaml").findings
        if finding.span
    ]


@pytest.mark.parametrize(
    ("change", "place", "rule", "words"),
    [
        (("format: event", "format：event"), (1, 7), "full-width-punctuation", "`：` comes from"),
        (("\nevent:\n", "\nevent：\n"), (14, 6), "full-width-punctuation", "`：` comes from"),
        (
            ("  name:\n" + NAME, "  name: {en: a\n    zh-Hans: b}\n"),
            (17, 9),
            "yaml-syntax",
            "not parted by commas",
        ),
        (
            ("Harbour Forum", '"Harbour\n    zh-Hans: "港"\n    fr: Port'),
            (18, 9),
            "yaml-syntax",
            "only lines below",
        ),
        (("Harbour Forum", "{figures.x} Forum {"), (18, 9), "unquoted-brace", "begins with `{`"),
        (("Harbour Forum", "{figures.x Forum"), (18, 9), "unquoted-brace", "begins with `{`"),
        (("Harbour Forum", "{events.forum}: a forum"), (18, 9), "unquoted-brace", "begins with `{`"),
        (("Harbour Forum", "'Tis the forum"), (18, 9), "yaml-syntax", "never closed"),
        (("Harbour Forum", '"C:\\Harbour"'), (18, 12), "yaml-syntax", "backslash"),
        (("Harbour Forum", "!x!y Forum"), (18, 9), "unquoted-special", "`!`"),
        (("Harbour Forum", "!<x Forum"), (18, 9), "unquoted-special", "`!`"),
        (("Harbour Forum", "& Forum"), (18, 9), "unquoted-special", "`&`"),
        (("Harbour Forum", "*Harbour Forum"), (18, 9), "unquoted-special", "`*`"),
        (("Harbour Forum", "? Forum"), (18, 9), "unquoted-special", "`?`"),
        (("Harbour Forum", ", Forum"), (18, 9), "unquoted-special", "`,`"),
        (("Harbour Forum", "] Forum"), (18, 9), "unquoted-special", "`]`"),
        (("Harbour Forum", "|Forum"), (18, 9), "unquoted-special", "after `|`"),
        (("Harbour Forum", "Forum:"), (18, 9), "unquoted-colon", "a colon"),
        (("Harbour Forum", "{text:Forum}"), (18, 10), "yaml-syntax", "space is missing after the colon"),
        (("[attended, spoke]", "[attended, , spoke]"), (27, 23), "yaml-syntax", "a value is missing"),
        (("[attended, spoke]", "[attended, spoke]]"), (27, 29), "yaml-syntax", "`]` closes nothing"),
        (("[attended, spoke]", "{"), (27, 12), "yaml-syntax", "is not closed"),
        (("      did: [attended", "\tdid: [attended"), (27, 1), "tab-indent", "tab"),
        (("  start:", "  start:\n\t\t"), (24, 1), "tab-indent", "tab"),
        (("kind: forum", "kind: forum\n%start: x"), (17, 1), "unquoted-special", "`%`"),
        (("format:", "%YAML 2.0\n---\nformat:"), (1, 1), "yaml-syntax", "no YAML"),
        (("format:", "*a : b\nformat:"), (1, 1), "alias", "aliases"),
        (("format:", "&a format:"), (1, 1), "anchor", "anchors"),
        (("format:", "? {a: {b: c}}\n: d\nformat:"), (1, 3), "complex-key", "a key must be"),
        (("format:", '"": d\nformat:'), (1, 1), "empty-key", "no key"),
        (("zh-Hans: 海", "zh-Hans:\xa0海"), (19, 12), "yaml-syntax", "stands a no-break space"),
        (("    - person", "    -person"), (26, 5), "yaml-syntax", "after the hyphen of `-person:` a space"),
        (("[attended, spoke]", "\n        - attended\n        -spoke"), (29, 9), "yaml-syntax", "`-spoke`"),
        (("[attended, spoke]", "\n        -attended\n        -spoke"), (28, 9), "yaml-syntax", "`-attended`"),
        (("[attended, spoke]", "[attended、spoke]"), (27, 13), "full-width-punctuation", "the `、` in"),
        (("person: chan-tai-man", "people: [wong，chan]"), (26, 16), "full-width-punctuation", "the `，` in"),
        (("[attended, spoke]", "【attended】"), (27, 12), "full-width-punctuation", "the `【` in"),
        (("en: Harbour", "en，: Harbour"), (18, 5), "full-width-punctuation", "`，`"),
        (("\nevent:", "\nplaces: {a: {name: {en: b}, url: c, d}}\nevent:"), (14, 34), "comma-in-flow", "`d`"),
        (("Chan, given", "Chan, Jr., given"), (11, 20), "comma-in-flow", "`Jr.`"),
    ],
)
def test_slips_are_told_in_their_place(
    forum: str, change: tuple[str, str], place: tuple[int, int], rule: str, words: str
) -> None:
    """The first finding about a slip names it, where the text to mend begins."""
    first, *_ = told(forum.replace(*change))
    assert first[:3] == (*place, rule)
    assert words in first[3]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("【attended，spoke】", "write `did: [attended, spoke]`"),
        ("[attended、spoke]", "part the entries by a comma and a space: attended, spoke"),
        ("attended", "write `did: [attended]`, or one entry on each line below, after `- `"),
    ],
)
def test_hints_show_a_list_as_it_is_written(forum: str, written: str, hint: str) -> None:
    """The hint about a list has the list's own entries, in plain brackets and commas."""
    (finding,) = read(forum.replace("[attended, spoke]", written)).findings
    assert finding.hint == hint


@pytest.mark.parametrize("keys", ["format：eventrecord/1\nid：x\n", "format： eventrecord/1\n"])
def test_a_file_full_of_full_width_colons(keys: str) -> None:
    """A file with nothing but full-width colons is one text for YAML; the first colon is told."""
    ((line, column, rule, _),) = told(keys)
    assert (line, column, rule) == (1, 7, "full-width-punctuation")


def test_very_many_slips_end_in_a_word_about_it(forum: str) -> None:
    """A file whose every line is wrong is not mended without end."""
    text = forum + "".join(f"note{number}: a: b\n" for number in range(60))
    found = told(text)
    assert [rule for _, _, rule, _ in found] == ["unquoted-colon"] * 50 + ["too-many-findings"]


def test_without_the_parser_in_c(forum: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without its extension reads the same, and finds the same slips."""
    text = (
        forum.replace("Harbour Forum", "Harbour: Forum")
        .replace("联通世界", "@联通")
        .replace("2024-06-01", "&a 1.10")
    )
    with_extension = told(text)
    monkeypatch.setattr(exact, "_LOADER", yaml.SafeLoader)
    assert told(text) == with_extension
    assert read(forum.replace("Harbour Forum", "0123")).record is not None


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("｛events.forum｝", "full-width-punctuation"),
        ("The ｛events.forum:short}", "full-width-punctuation"),
        ("'The {events.forum｝'", "full-width-punctuation"),
        ("“Harbour Forum”", "typographic-quotes"),
        ("‘Harbour Forum’", "typographic-quotes"),
        ("“{events.forum} in Lantan”", "typographic-quotes"),
        ("'“Harbour Forum”'", None),
        ("“Harbour” and “Forum”", None),
        ("The “Harbour Forum”", None),
        ("｛Harbour｝", None),
        ("'{{events.forum}}'", None),
    ],
)
def test_signs_of_other_keyboards_in_texts(forum: str, written: str, rule: str | None) -> None:
    """Braces and quotation marks that would be printed by mistake are told; those that belong are not."""
    found = told(forum.replace("Harbour Forum", written))
    assert [finding[2] for finding in found] == ([rule] if rule else [])
    assert all(line == 18 for line, *_ in found)


def test_a_quotation_may_be_in_typographic_quotation_marks(forum: str) -> None:
    """A theme is often a quotation."""
    assert told(forum.replace("Linking the world", "“Linking the world”")) == []
