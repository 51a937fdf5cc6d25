"""`facts` and `compare`: the shapes that other programs read, verdicts, grades, and wrong input."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from eventrecord.cli import main
from eventrecord.drift.comparing import compare
from eventrecord.facts.reading import read_facts
from eventrecord.report.excerpt import width

Run = Callable[..., tuple[int, str, str]]
ENGLISH = "The zone signed 25 deals worth nearly RMB 21 billion on Nov. 15, up 12 percent. Hundreds came.\n"
CHINESE = "11月15日，园区达成25项交易，金额超2100亿元，增长12%，为期三天。\n"
FACT = {"kind", "value", "unit", "qualifier", "surface", "start", "end"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command; code, standard output, standard error."""

    def ran(*typed: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in typed])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return ran


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """An English and a Chinese edition that come apart."""
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(ENGLISH, encoding="utf-8")
    b.write_bytes(b"\xef\xbb\xbf" + CHINESE.encode("utf-8"))
    return a, b


def test_facts_are_told_in_the_stable_shape(run: Run, texts: tuple[Path, Path]) -> None:
    """Numbers are numbers, surfaces stand at their offsets, dates are resolved by the day given."""
    code, out, _ = run(
        "facts", texts[1], "--locale", "zh-Hans", "--date", "2022-11-16", "--output-format", "json"
    )
    facts: list[dict[str, Any]] = json.loads(out)["facts"]
    assert code == 0
    assert all(
        set(fact) == FACT and CHINESE[fact["start"] : fact["end"]] == fact["surface"] for fact in facts
    )
    assert [(fact["kind"], fact["value"], fact["unit"], fact["qualifier"]) for fact in facts] == [
        ("date", "2022-11-15", None, "exactly"),
        ("count", 25, None, "exactly"),
        ("money", 210000000000, "CNY", "more-than"),
        ("percent", 12, None, "exactly"),
        ("duration", "P3D", None, "exactly"),
    ]


def test_two_editions_are_compared_in_the_stable_shape(run: Run, texts: tuple[Path, Path]) -> None:
    """Pairs with verdicts, what one text alone states, and findings with both sides."""
    locales = ("--locale", "en", "--locale", "zh-Hans", "--date", "2022-11-16")
    code, out, _ = run("compare", *texts, *locales, "--output-format", "json")
    told = json.loads(out)
    assert code == 1
    assert [pair["verdict"] for pair in told["pairs"]] == ["equal", "value-differs", "equal", "equal"]
    assert [fact["surface"] for fact in told["only_a"]] == ["Hundreds"]
    assert [fact["surface"] for fact in told["only_b"]] == ["为期三天"]
    first = told["findings"][0]
    assert (first["rule"], first["severity"]) == ("value-differs", "error")
    assert "off by 10×" in first["message"]
    assert (
        ENGLISH[first["a"]["start"] : first["a"]["end"]] == first["a"]["surface"] == "nearly RMB 21 billion"
    )
    assert CHINESE[first["b"]["start"] : first["b"]["end"]] == first["b"]["surface"] == "超2100亿元"
    assert [(found["rule"], found["severity"]) for found in told["findings"][1:]] == [
        ("only-b", "info"),
        ("only-a", "info"),
    ]


def test_people_see_both_sentences(
    run: Run, texts: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside each other where there is room, each with its place and the fact in brackets."""
    monkeypatch.setenv("COLUMNS", "240")
    code, out, err = run("compare", *texts, "--locale", "en", "--locale", "zh-Hans")
    assert code == 1
    line = next(line for line in out.splitlines() if "[nearly RMB 21 billion]" in line)
    assert "The zone signed 25 deals worth [nearly RMB 21 billion] on Nov. 15" in line
    assert "金额[超2100亿元]" in line.partition("│")[2]
    assert f"{texts[0]}:1:32" in out
    assert "4 facts in both texts" in err


def test_sentences_stand_below_each_other_where_there_is_no_room(
    run: Run, texts: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is wider than the terminal, a Chinese character counted as two columns."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.chdir(texts[0].parent)
    _, out, _ = run("compare", "a.txt", "b.txt", "--locale", "en", "--locale", "zh-Hans")
    sentences = [line for line in out.splitlines() if line.startswith("  ")]
    assert sentences
    assert "│" not in out
    assert all(width(line) <= 40 for line in sentences)


def test_programs_of_ci_read_findings_at_their_lines(
    run: Run, texts: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the place in the second text, the first as a second place."""
    monkeypatch.chdir(texts[0].parent)
    typed = ("compare", "a.txt", "b.txt", "--locale", "en", "--locale", "zh-Hans", "--output-format")
    _, out, _ = run(*typed, "github")
    first, *_ = out.splitlines()
    assert first.startswith("::error file=b.txt,line=1,col=20,endLine=1,endColumn=27,title=value-differs::")
    assert "a.txt:1:32" in first
    _, out, _ = run(*typed, "sarif")
    (ran,) = json.loads(out)["runs"]
    result = ran["results"][0]
    assert result["ruleId"] == "value-differs"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.txt"
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 32


def test_what_is_likely_wrong_fails_where_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    """A warning alone is no failure, unless `--fail-on warning`."""
    (tmp_path / "a.txt").write_text("More than 40 forums.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("近40场论坛。", encoding="utf-8")
    typed = ("compare", tmp_path / "a.txt", tmp_path / "b.txt", "--locale", "en", "--locale", "zh-Hans")
    assert run(*typed)[0] == 0
    assert run(*typed, "--fail-on", "warning")[0] == 1


def test_editions_that_agree_have_no_finding() -> None:
    """The same in other words is no drift."""
    found = compare("About 40 forums ran for five days.", "为期五天，举办约40场论坛。", "en", "zh-Hans")
    assert [pair.verdict for pair in found.pairs] == ["equal", "equal"]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("compare", "a", "b", "--locale", "en"), "give --locale 2 times"),
        (("facts", "a", "--locale", "en", "--locale", "zh-Hans"), "give --locale once"),
        (("facts", "missing.txt", "--locale", "en"), "missing.txt: No such file"),
        (("facts", "empty.txt", "--locale", "en"), "empty.txt: there is no text in it"),
        (("facts", "gbk.txt", "--locale", "zh-Hans"), "GBK"),
        (("facts", "picture.txt", "--locale", "en"), "is a picture, and no text"),
        (("facts", "a", "--locale", "zh-Hant"), "no locale named 'zh-Hant'; did you mean"),
        (("facts", "a", "--locale", "zh-Hnas"), "no locale named 'zh-Hnas'; did you mean 'zh-Hans'?"),
        (("facts", "a", "--locale", "english"), "no locale named 'english'; did you mean 'en'?"),
        (("facts", "a", "--locale", "en-UK"), "no locale named 'en-UK'; did you mean 'en'?"),
        (("facts", "a", "--locale", "xx"), "'xx'"),
        (("compare", "a", "b", "--locale", "en", "--locale", "zh-Hnas"), "did you mean 'zh-Hans'?"),
        (("compare", "-", "-", "--locale", "en", "--locale", "zh-Hans"), "<stdin>: is given twice"),
        (
            ("facts", "a", "--locale", "en", "--date", "2022-11-15", "--date", "2022-11-16"),
            "give --date once",
        ),
        (
            ("compare", "a", "b", "--locale", "en", "--locale", "zh", *("--date", "2022-11-15") * 3),
            "give --date 2 times at most",
        ),
        (("facts", "a", "--locale", "en", "--date", "16 Nov"), "'16 Nov' is no day"),
    ],
)
def test_wrong_input_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], said: str
) -> None:
    """Code 2 and one line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").write_text("Five.", encoding="utf-8")
    (tmp_path / "b").write_text("五。", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    (tmp_path / "gbk.txt").write_text("论坛五天", encoding="gb18030")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    code, _, err = run(*typed)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


WRAPPED = (
    "At the summit, the zone told its guests that it had signed deals worth nearly RMB 210\n"
    "billion in the years from 2015 to 2022, and that more of them are to come.\n"
)


@pytest.mark.parametrize(
    ("name", "source", "stands"),
    [
        ("a.txt", WRAPPED, "nearly RMB 210\nbillion"),
        ("a.txt", WRAPPED.replace("\n", "\r\n"), "nearly RMB 210\r\nbillion"),
        ("a.txt", "One.\r\nTwo.\r\nIt is nearly RMB 210 billion.\r\n", "nearly RMB 210 billion"),
        ("a.md", "# Deals\r\nIt is nearly\r\nRMB **210** billion.", "nearly\r\nRMB **210** billion"),
        ("a.md", "Deals | sum\n--- | ---\nall | nearly RMB 210 billion\n", "nearly RMB 210 billion"),
        (
            "a.html",
            "<p title='RMB 210'>Nearly RMB <b>210</b>&nbsp;billion",
            "Nearly RMB <b>210</b>&nbsp;billion",
        ),
    ],
)
def test_texts_are_read_as_their_readers_see_them_and_told_by_the_file(
    run: Run, tmp_path: Path, name: str, source: str, stands: str
) -> None:
    """A sum in bold, or over two lines, is a sum; offsets, lines and columns are those of the file."""
    text, other = tmp_path / name, tmp_path / "b.txt"
    text.write_bytes(source.encode())
    other.write_text("金额超2100亿元。", "utf-8")
    start = source.index(stands)
    line = source.count("\n", 0, start) + 1
    column = start - (source.rfind("\n", 0, start) + 1) + 1
    _, out, _ = run("facts", text, "--locale", "en", "--output-format", "json")
    (fact,) = (fact for fact in json.loads(out)["facts"] if fact["kind"] == "money")
    assert (fact["value"], fact["unit"], fact["qualifier"]) == (210_000_000_000, "CNY", "nearly")
    assert source[fact["start"] : fact["end"]] == stands
    (told,) = (row for row in run("facts", text, "--locale", "en")[1].splitlines() if " sum " in row)
    assert told.split()[0] == f"{line}:{column}"
    typed = ("compare", text, other, "--locale", "en", "--locale", "zh-Hans")
    _, out, _ = run(*typed, "--output-format", "json")
    compared = json.loads(out)
    (pair,) = compared["pairs"]
    (differs,) = (one for one in compared["findings"] if one["rule"] == "qualifier-differs")
    assert source[pair["a"]["start"] : pair["a"]["end"]] == stands
    assert (differs["a"]["start"], differs["b"]["start"]) == (start, 2)
    assert f"{name}:{line}:{column}" in run(*typed)[1]
    _, out, _ = run(*typed, "--output-format", "sarif")
    (result,) = (one for one in json.loads(out)["runs"][0]["results"] if one["ruleId"] == "qualifier-differs")
    (beside,) = result["relatedLocations"]
    region = beside["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (line, column)


@pytest.mark.parametrize(
    ("tag", "read_as", "text"),
    [
        ("zh", "zh-Hans", "金额近2100亿元。"),
        ("zh-CN", "zh-Hans", "金额近2100亿元。"),
        ("zh_cn", "zh-Hans", "金额近2100亿元。"),
        ("zh-Hans-CN", "zh-Hans", "金额近2100亿元。"),
        ("zh-TW", "zh-Hant-TW", "金額近2100億元。"),
        ("zh-HK", "zh-Hant-HK", "金額近2100億元。"),
        ("zh-MO", "zh-Hant-HK", "金額近2100億元。"),
        ("en-US", "en", "It is nearly $210 billion."),
        ("en-GB", "en", "It is nearly $210 billion."),
    ],
)
def test_a_language_may_be_told_by_its_country(
    run: Run, tmp_path: Path, tag: str, read_as: str, text: str
) -> None:
    """A text of zh-TW is read as one of zh-Hant-TW: with its bare 元; the command and Python agree."""
    file = tmp_path / "a.txt"
    file.write_text(text, "utf-8")
    told = run("facts", file, "--locale", tag, "--output-format", "json")
    assert told == run("facts", file, "--locale", read_as, "--output-format", "json")
    assert "210000000000" in told[1]
    assert read_facts(text, tag) == read_facts(text, read_as)
    assert compare(text, text, tag, read_as).findings == ()


def test_there_is_no_doubt_about_a_language_that_there_is_not(run: Run, tmp_path: Path) -> None:
    """A tag that nobody knows is told of alone: whether the text looks like it is no question."""
    (tmp_path / "a.txt").write_text("The zone signed many deals with its guests today. " * 3, "utf-8")
    code, _, err = run("facts", tmp_path / "a.txt", "--locale", "zh-Hnas")
    assert (code, err.count("\n"), "hardly looks" in err) == (2, 1, False)


def test_a_text_of_another_encoding_is_told(run: Run, tmp_path: Path) -> None:
    """It is not guessed at."""
    (tmp_path / "gbk.txt").write_bytes("近2100亿元".encode("gbk"))
    code, _, err = run("facts", tmp_path / "gbk.txt", "--locale", "zh-Hans")
    assert (code, "is not UTF-8" in err) == (2, True)


def test_control_characters_reach_no_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is a stranger's."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\x1b[31m25 forums\n")))
    code, out, _ = run("facts", "-", "--locale", "en")
    assert code == 0
    assert "\x1b" not in out


def test_names_are_told_beside_facts(run: Run, tmp_path: Path) -> None:
    """In a list of their own, so that the list of facts keeps its kinds; with a table of names."""
    text, terms = tmp_path / "text.txt", tmp_path / "names.csv"
    text.write_text("Qin Yue, mayor of Reed Lake, spoke.", encoding="utf-8")
    terms.write_text("en,zh_hans,kind\nQin Yue,秦岳,person\n", encoding="utf-8")
    code, out, _ = run("facts", text, "--locale", "en", "--terms", terms, "--output-format", "json")
    told = json.loads(out)
    (person,) = (name for name in told["names"] if name["kind"] == "person")
    assert (code, told["facts"]) == (0, [])
    assert person == {
        "kind": "person",
        "id": "qin-yue",
        "surface": "Qin Yue",
        "start": 0,
        "end": 7,
        "state": "preferred",
        "form": "full",
        "order": "family-first",
        "posts": [{"surface": "mayor", "start": 9, "end": 14, "organization": None}],
    }
    _, out, _ = run("facts", text, "--locale", "en", "--terms", terms)
    assert out.splitlines()[0].split() == ["1:1", "person", "Qin", "Yue", "qin-yue", "(mayor)"]


def test_names_are_compared_by_the_command(run: Run, tmp_path: Path) -> None:
    """A wrong character is an error with both places; a record that is not there is told."""
    a, b, terms = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "names.csv"
    a.write_text("Mayor Qin Yue spoke.", encoding="utf-8")
    b.write_text("市长秦悦讲话。", encoding="utf-8")
    terms.write_text("en,zh_hans,kind\nQin Yue,秦岳,person\n", encoding="utf-8")
    typed = ("compare", a, b, "--locale", "en", "--locale", "zh-Hans")
    code, out, _ = run(*typed, "--terms", terms, "--output-format", "json")
    (found,) = json.loads(out)["findings"]
    assert (code, found["rule"], found["severity"]) == (1, "name-differs", "error")
    assert (found["a"], found["b"]) == (
        {"start": 6, "end": 13, "surface": "Qin Yue"},
        {"start": 2, "end": 4, "surface": "秦悦"},
    )
    assert run(*typed)[0] == 0
    assert run(*typed, "--record", tmp_path / "none.yaml")[0] == 2


def test_the_terms_of_the_office_are_known_without_being_asked_for(run: Run, tmp_path: Path) -> None:
    """The folder that eventrecord.toml names, beside the text; `--terms` goes before it."""
    (tmp_path / "eventrecord.toml").write_text('terms = "terms"\n', "utf-8")
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "places.csv").write_text(
        "concept,tag,term,status,type,state\n"
        "north-hall,en,North Pier Hall,preferred,,house\nnorth-hall,zh-Hans,北码头会堂,preferred,,house\n"
        "south-hall,en,South Pier Hall,preferred,,house\nsouth-hall,zh-Hans,南码头会堂,preferred,,house\n",
        "utf-8",
    )
    (tmp_path / "none.csv").write_text("en,zh_hans,zh_hant_tw,zh_hant_hk,kind\n", "utf-8")
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("It is held in North Pier Hall.", "utf-8")
    b.write_text("活动在南码头会堂举行。", "utf-8")
    arguments = ("compare", a, b, "--locale", "en", "--locale", "zh-Hans")
    assert "north-hall" in run("facts", a, "--locale", "en")[1]
    assert "venue-differs" in run(*arguments)[1]
    assert "venue-differs" not in run(*arguments, "--terms", tmp_path / "none.csv")[1]


def test_a_wrong_sum_that_stands_again_is_told_once() -> None:
    """It is the same sum, and not one that the other text leaves out."""
    en = "A fund of RMB 30 billion was set up. It invests in firms."
    found = compare(en, "设立规模30亿元的基金。这只30亿元的基金投资企业。", "en", "zh-Hans")
    assert [str(one.message) for one in found.findings] == ["RMB 30 billion and 30亿元: off by 10×"]
    assert (found.only_a, found.only_b) == ((), ())


def test_a_year_within_a_name_is_told() -> None:
    """A year that one text tells by itself, and the other within the name of a fair."""
    found = compare("Hailing Expo 2022 opened.", "2022年海陵博览会开幕。", "en", "zh-Hans")
    assert (found.only_a, found.only_b) == ((), ())
    other = compare("Hailing Expo opened.", "2022年海陵博览会开幕。", "en", "zh-Hans")
    assert [one.surface for one in other.only_b] == ["2022年"]


def test_this_year_is_no_day_of_it() -> None:
    """A year told by a word is not the rounding of a day, as a year in numbers may be."""
    word = compare("It opened this year.", "它11月14日开幕。", "en", "zh-Hans", date(2022, 11, 16))
    assert word.pairs == ()
    number = compare("It opened in 2022.", "它11月14日开幕。", "en", "zh-Hans", date(2022, 11, 16))
    assert [pair.verdict for pair in number.pairs] == ["rounded"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Loans run for up to five years.", "贷款期限最长五年。"),
        ("Places can be booked up to 14 days in advance.", "名额可于14日前起预约。"),
        ("The first show will open in mid-May.", "首个展览于五月中揭幕。"),
        ("Visitors may play every Saturday and Sunday.", "名额可于14日前起预约，逢星期六及日开放。"),
        ("He is a teacher and came with a set.", "他是一名教师，带来一套。"),
        ("The next forum will be held in the hall.", "下一届论坛将在会堂举行。"),
    ],
)
def test_words_of_lengths_and_articles_are_no_drift(a: str, b: str) -> None:
    """Most and least of a length, weekdays of every week, and 一 before a measure word."""
    found = compare(a, b, "en", "zh-Hans", date(2028, 3, 3))
    grave = [one for one in found.findings if one.severity != "info" or "一" in str(one.b and one.b.surface)]
    assert grave == []


def test_the_shortest_length_is_none_at_most() -> None:
    """最短 says at least."""
    found = compare("Loans run for up to five years.", "贷款期限最短五年。", "en", "zh-Hans")
    assert [one.rule for one in found.findings] == ["qualifier-differs"]
