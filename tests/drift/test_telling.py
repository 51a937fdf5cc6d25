"""How findings about texts read to those who get them, in both languages, and what wrong input is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from eventrecord.cli import main

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parent.parent.parent
SUMMIT = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
FORUM = ROOT / "tests" / "records" / "greater-bay-forum-2027.yaml"
EDITIONS = ROOT / "tests" / "editions"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder; code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def ran(*typed: object) -> tuple[int, str, str]:
        try:
            code = main(list(map(str, typed)))
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, *capsys.readouterr()

    return ran


def save(name: str, text: str) -> str:
    """A file in the folder."""
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "the text says 近2200亿元, the record nearly RMB 210 billion"),
        ("zh", "文中写的是近2200亿元，记录中是近2100亿元"),
    ],
)
def test_a_value_of_the_record_is_written_as_people_do(run: Run, lang: str, said: str) -> None:
    """In the language of the report, whatever that of the text."""
    text = save("a.txt", "张江峰会昨日开幕，许可交易总额近2200亿元，宾主尽欢。")
    _, out, _ = run("check", text, "--record", SUMMIT, "--locale", "zh-Hans", "--lang", lang)
    assert said in out
    assert "CNY," not in out


def test_another_qualifier_is_named(run: Run) -> None:
    """Both are, so that nobody has to guess which word is meant."""
    text = save("a.txt", "张江跨境许可交易总额超过2100亿元。")
    _, out, _ = run("check", text, "--record", SUMMIT, "--locale", "zh-Hans", "--lang", "zh")
    assert "文中写的是超过2100亿元，记录中是近2100亿元：“超过”对“近”" in out


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("press@council.example.org", "press@council.example.com", "releases[0].contacts[0].email"),
        ("+852 0000 0000", "+852 0000 0001", "releases[0].contacts[0].phone"),
    ],
)
def test_a_contact_points_at_the_record(run: Run, old: str, new: str, path: str) -> None:
    """Its address or number stands there."""
    text = (EDITIONS / "greater-bay-forum-2027.en.txt").read_text("utf-8").replace(old, new)
    words = ("--record", FORUM, "--locale", "en", "--output-format", "json")
    _, out, _ = run("check", save("a.txt", text), *words)
    (found,) = (one for one in json.loads(out)["findings"] if one["rule"] == "contact-differs")
    assert found["record"] == {"path": path}


def test_every_departure_from_a_fact_points_at_the_record(run: Run) -> None:
    """So that it can be looked up, or put right there."""
    text = (EDITIONS / "zhangjiang-summit-2022.en.txt").read_text("utf-8")
    slips = {
        "nearly RMB\N{NO-BREAK SPACE}210": "nearly RMB 21",
        "25 forums": "52 forums",
        "10% of": "10 percentage points of",
        "five-day": "six-day",
        "Zhang Wei": "Wang Wei",
        "Zhuang Songlin": "Songlin Zhuang",
        "vice mayor": "mayor",
        "Nov. 15": "Nov. 17",
        "The first “Zhang": "The second “Zhang",
    }
    for old, new in slips.items():
        assert old in text
        text = text.replace(old, new)
    words = ("--record", SUMMIT, "--locale", "en", "--output-format", "json")
    _, out, _ = run("check", save("a.txt", text), *words)
    found = json.loads(out)["findings"]
    nowhere = {one["rule"] for one in found if one["record"] is None}
    assert len(found) >= len(slips)
    assert nowhere <= {"unknown-fact", "unknown-name", "number-differs"}


def test_a_finding_says_which_day_yesterday_is(run: Run) -> None:
    """Of both texts, counted from the day of each."""
    a, b = save("a.txt", "The Reed Lake Forum opened yesterday."), save("b.txt", "苇湖论坛今日开幕。")
    words = ("compare", a, b, "--locale", "en", "--locale", "zh-Hans", "--date", "2022-11-16")
    assert "yesterday, told on Nov. 16, 2022, is Nov. 15, 2022" in run(*words)[1]
    assert "；2022年11月16日所说的“今日”即2022年11月16日" in run(*words, "--lang", "zh")[1]


def test_a_day_that_is_named_is_not_told_twice(run: Run) -> None:
    """Whoever reads November 15 knows which day that is."""
    a, b = save("a.txt", "The Reed Lake Forum opened on Nov. 15."), save("b.txt", "苇湖论坛11月16日开幕。")
    _, out, _ = run("compare", a, b, "--locale", "en", "--locale", "zh-Hans", "--date", "2022-11-16")
    assert "Nov. 15 and 11月16日: the values differ\n" in out


def test_days_that_nobody_can_know_are_told(run: Run) -> None:
    """Without the day of the text they are no facts of it, and its reader is told so."""
    text = save("a.txt", "The forum opened yesterday with 25 sessions.")
    assert "yesterday: which day or year is meant is not known" in run("facts", text, "--locale", "en")[2]
    assert "yesterday" not in run("facts", text, "--locale", "en", "--date", "2022-11-16")[2]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", [["1:4", "sum", "近38.6亿元", "nearly", "RMB", "3.86", "billion"], ["2:1", "day"]]),
        ("zh", [["1:4", "金额", "近38.6亿元", "近38.6亿元"], ["2:1", "日期", "昨日", "2022年11月15日"]]),
    ],
)
def test_facts_are_listed_for_people(run: Run, lang: str, lines: list[list[str]]) -> None:
    """By line and column, in words of the language, with values as people write them."""
    text = save("a.txt", "总额为近38.6亿元。\n昨日发布。")
    _, out, _ = run("facts", text, "--locale", "zh-Hans", "--date", "2022-11-16", "--lang", lang)
    for line, expected in zip(out.splitlines(), lines, strict=False):
        assert line.split()[: len(expected)] == expected


def test_a_post_is_told_whole_and_an_unknown_name_as_such(run: Run) -> None:
    """副市长 is no mayor; what a name means that no table has is not left empty."""
    _, out, _ = run("facts", save("a.txt", "岷湖市副市长何建国致辞。"), "--locale", "zh-Hans")
    lines = [line.split(maxsplit=3) for line in out.splitlines()]
    assert ["1:4", "post", "副市长", "(not in the terms)"] in lines
    assert ["1:7", "person", "何建国", "(not in the terms) (副市长)"] in lines
    assert not any(line[2] == "市长" for line in lines)
    _, out, _ = run("facts", "a.txt", "--locale", "zh-Hans", "--output-format", "json")
    post = next(one for one in json.loads(out)["names"] if one["kind"] == "post")
    assert (post["id"], post["surface"], post["start"], post["end"]) == (None, "副市长", 3, 6)


def test_a_table_with_wrong_columns_is_told_both_sorts(run: Run) -> None:
    """Terms by tag, or names with a column per language."""
    text, names = (
        save("a.txt", "The forum has 25 sessions."),
        save("names.csv", "姓名,英文\n张三,Zhang San\n"),
    )
    code, _, error = run("facts", text, "--locale", "en", "--terms", names)
    assert code == 2
    assert "concept, tag, term must be there" in error
    assert "or, in a table of names, en, zh_hans, zh_hant_tw, zh_hant_hk, kind" in error


def test_a_slip_of_scale_is_told_in_words(run: Run) -> None:
    """A thousand million times is ten 亿 times."""
    a, b = save("a.txt", "The deals come to RMB 3.86."), save("b.txt", "交易额38.6亿元。")
    words = ("compare", a, b, "--locale", "en", "--locale", "zh-Hans")
    assert "off by 1 billion×" in run(*words)[1]
    assert "相差10亿倍" in run(*words, "--lang", "zh")[1]


def test_in_a_narrow_terminal_each_place_stands_above_its_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the words that differ are marked without colour, too."""
    monkeypatch.setenv("COLUMNS", "50")
    a, b = save("a.txt", "The deals come to RMB 3.86 billion."), save("b.txt", "交易额386亿元。")
    _, out, _ = run("compare", a, b, "--locale", "en", "--locale", "zh-Hans")
    assert out.splitlines()[1:5] == [
        "  a.txt:1:19",
        "  The deals come to [RMB 3.86 billion].",
        "  b.txt:1:4",
        "  交易额[386亿元]。",
    ]


def test_messages_for_programs_are_in_the_language_asked_for(run: Run) -> None:
    """Those of `compare` as those of `check`; rules and severities keep their names."""
    a, b = save("a.txt", "The deals come to RMB 3.86 billion."), save("b.txt", "交易额386亿元。")
    words = ("compare", a, b, "--locale", "en", "--locale", "zh-Hans", "--output-format", "json")
    (found,) = json.loads(run(*words, "--lang", "zh")[1])["findings"]
    assert (found["rule"], found["message"]) == ("value-differs", "RMB 3.86 billion与386亿元：相差10倍")


def test_pages_say_what_to_do(run: Run) -> None:
    """Once for each rule, as the text report does."""
    a = save("a.txt", "The deals come to RMB 3.86 billion, up 12 percent.")
    b = save("b.txt", "交易额386亿元，增长21%。")
    _, out, _ = run(
        "compare", a, b, "--locale", "en", "--locale", "zh-Hans", "--output-format", "html", "--lang", "zh"
    )
    assert out.count("建议：查对来源，改正有误的一篇") == 1
    assert len(re.findall(r'<li class="card error"', out)) == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("compare", "a.txt", "a.txt", "--locale", "en", "--locale", "zh-Hans"), "a.txt: is given twice"),
        (("compare", "a.txt", "./a.txt", "--locale", "en", "--locale", "zh-Hans"), "a.txt: is given twice"),
        (("compare", "folder", "a.txt", "--locale", "en", "--locale", "zh-Hans"), "folder: is a folder"),
        (("facts", "folder", "--locale", "en"), "folder: is a folder: name a text in it"),
        (("facts", "a.txt", "--locale", "en", "--record", "folder"), "folder: is a folder: name a record"),
        (("check", "a.txt", "--locale", "en", "--record", "folder"), "folder: is a folder: name a record"),
        (("check", SUMMIT, "--locale", "en", "--record", SUMMIT), "is a record, and no text"),
        (("check", "a.txt", "--locale", "en", "--record", "a.txt"), "a.txt: this file is a text"),
        (("check", "a.txt", "--locale", "xx", "--record", SUMMIT), "no locale named 'xx'; known: en"),
    ],
)
def test_wrong_input_is_told(run: Run, typed: tuple[object, ...], said: str) -> None:
    """Where it is, what it is, and what to give instead; code 2, and no finding."""
    save("a.txt", "The forum has 25 sessions.")
    Path("folder").mkdir()
    code, out, error = run(*typed)
    assert (code, out) == (2, "")
    assert said in error


def test_a_text_of_another_language_is_refused(run: Run) -> None:
    """Code 2, so that CI does not pass it: no word of its language, or ten times as much of the other."""
    a, b = save("a.txt", "The forum has 25 sessions in all."), save("b.txt", "论坛设25场分会。")
    for typed in (
        ("facts", b, "--locale", "en"),
        ("facts", a, "--locale", "zh-Hans"),
        ("check", b, "--locale", "en", "--record", SUMMIT),
        ("compare", a, b, "--locale", "zh-Hans", "--locale", "zh-Hans"),
        ("facts", save("c.txt", "License " + "张江跨境许可" * 5), "--locale", "en"),
    ):
        code, out, error = run(*typed)
        assert (code, out) == (2, "")
        assert re.search(r"\.txt: is not in (en|zh-Hans): mend --locale", error)


def test_doubtful_languages_are_told(run: Run) -> None:
    """Both texts in one language, or Chinese in the other script; the text is read all the same."""
    b, c = save("b.txt", "论坛设25场分会。"), save("c.txt", "論壇開幕，設25場分會，嘉賓與會。")
    both = run("compare", b, c, "--locale", "zh-Hans", "--locale", "zh-Hans")[2]
    assert "both texts are read as zh-Hans" in both
    code, _, error = run("facts", c, "--locale", "zh-Hans")
    assert (code, "c.txt: this hardly looks like zh-Hans" in error) == (0, True)
    assert "hardly" not in run("facts", c, "--locale", "zh-Hant-HK")[2]
    d = save("d.txt", "论坛开幕，设25场分会，张为出席并说了话。")
    assert "d.txt: this hardly looks like zh-Hant-TW" in run("facts", d, "--locale", "zh-Hant-TW")[2]
