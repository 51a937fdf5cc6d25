"""The command in Chinese: all that it says, by `--lang` or the environment, and nothing that it publishes."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from eventrecord.cli import main
from eventrecord.cli.arguments import COMMANDS
from eventrecord.rules import RULES

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
FAULTY = ROOT / "tests" / "records" / "invalid" / "missing-wording.yaml"
HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[a-z]{2,} [a-z]+ [a-z]{2,}")
"""Three words in a row: what an English sentence has, and no name or option."""
ZH = ("--lang", "zh")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process: its code, what it printed, and what it told on standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
def test_help_is_chinese(run: Run, command: tuple[str, ...]) -> None:
    """No English sentence is left in the help of any command, those of `argparse` included."""
    code, out, err = run(*command, "--help", *ZH)
    assert (code, err) == (0, "")
    assert out.startswith("用法：eventrecord")
    assert "显示本帮助并退出" in out
    assert not ENGLISH.search(out)


def test_english_help_stays_english_afterwards(run: Run) -> None:
    """A run in Chinese leaves the words of `argparse` as they were."""
    run("--help", *ZH)
    _, out, _ = run("--help")
    assert out.startswith("usage: eventrecord")
    assert not HAN.search(out)
    assert argparse.ArgumentParser().format_help().startswith("usage: ")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("validate",),
        ("validate", "--output-format"),
        ("validate", "--output-format", "xml", "x"),
        ("validate", "x", "--nonsense"),
        ("validate", "x", "--traceback=1"),
        ("validate", "no-such-file.yaml"),
        ("validate", "x", "--select", "no-such-rule"),
        ("explain", "no-such-rule"),
        ("publish", SEED, "--out", SEED),
        ("publish", SEED, "--out", "o", "--format", "nonsense"),
        ("publish", SEED, "--out", "o", "--locale", "fr"),
    ],
    ids=str,
)
def test_bad_usage_is_told_in_chinese(run: Run, arguments: tuple[object, ...]) -> None:
    """What is wrong with the command line, or with a file, is told in Chinese."""
    code, out, err = run(*ZH, *arguments)
    assert (code, out) == (2, "")
    assert HAN.search(err)
    assert not ENGLISH.search(err)


def test_findings_are_chinese(run: Run) -> None:
    """Message, place in words, hint and summary; the path, the rule and the position stay."""
    code, out, err = run("validate", FAULTY, *ZH)
    assert code == 1
    assert ": 错误 missing-wording: 名称（Lantan Ocean Forum）[event.name]没有zh-Hans文字\n" in out
    assert "\n建议：" in out
    assert "\n相关位置（" in out
    assert re.fullmatch(r"检查了1份记录、\d+条规则：1个错误、1个警告\n", err)


def test_json_has_the_same_keys_in_every_language(run: Run) -> None:
    """Programs find rules, paths, severities and positions; only what people read is in their language."""
    _, english, _ = run("validate", FAULTY, "--output-format", "json")
    _, chinese, _ = run("validate", FAULTY, "--output-format", "json", *ZH)
    first, second = json.loads(english), json.loads(chinese)
    for one, other in zip(first["findings"], second["findings"], strict=True):
        assert HAN.search(other["message"])
        assert not HAN.search(one["message"].replace("兰滩", ""))
        for place in (one, other, *one["related"], *other["related"]):
            for text in ("message", "hint", "where"):
                place.pop(text, None)
    assert first == second


def test_what_is_published_does_not_depend_on_the_language(run: Run, tmp_path: Path) -> None:
    """The same editions, whatever language the command speaks; only what it tells of them differs."""
    _, _, english = run("publish", SEED, "--out", tmp_path / "en")
    _, _, chinese = run("publish", SEED, "--out", tmp_path / "zh", *ZH)
    files = [{file.name: file.read_bytes() for file in (tmp_path / tag).iterdir()} for tag in ("en", "zh")]
    assert files[0] == files[1]
    assert "editions written" in english
    assert "写出" in chinese


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_chinese_summary(run: Run, rule: str) -> None:
    """`explain` shows the page, which has it below the English one."""
    code, out, _ = run("explain", rule, *ZH)
    assert code == 0
    summary = out.splitlines()[4]
    assert HAN.search(summary)
    assert not ENGLISH.search(summary)
    assert out.startswith((ROOT / "docs" / "rules" / f"{rule}.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", ["rules", "locales", "doctor"])
def test_lists_are_chinese(run: Run, command: str) -> None:
    """Lists keep their names, and say the rest in Chinese."""
    code, out, _ = run(command, *ZH)
    assert code == 0
    assert HAN.search(out)
    assert "(default)" not in out


def test_losses_are_chinese(run: Run) -> None:
    """What formats leave out is told in Chinese."""
    code, out, _ = run("formats", SEED, *ZH)
    assert code == 0
    assert out
    for line in out.splitlines():
        assert HAN.search(line.partition("export-loss")[2])
        assert not ENGLISH.search(line.partition("export-loss")[2])


@pytest.mark.parametrize("place", ["before", "after", "joined"])
def test_the_option_stands_before_or_after_the_command(run: Run, place: str) -> None:
    """`--lang zh validate`, `validate --lang zh` and `--lang=zh` are one."""
    typed = {
        "before": ["--lang", "zh", "validate", SEED],
        "after": ["validate", SEED, "--lang", "zh-CN"],
        "joined": ["validate", "--lang=zh-Hans", SEED],
    }[place]
    code, _, err = run(*typed)
    assert code == 0
    assert err.startswith("检查了1份记录")


def test_the_environment_decides_where_the_option_does_not(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """LANGUAGE and the locale of the machine, and the option before both."""
    monkeypatch.setenv("LANGUAGE", "zh_CN:en")
    assert run("validate", SEED)[2].startswith("检查了")
    assert run("validate", SEED, "--lang", "en")[2].startswith("1 record")


def test_a_language_that_is_not_spoken_is_bad_usage(run: Run) -> None:
    """It names those that there are."""
    code, _, err = run("validate", SEED, "--lang", "fr")
    assert code == 2
    assert "there are en and zh, but no 'fr'" in err


def test_init_writes_the_starter_of_the_language(run: Run, tmp_path: Path) -> None:
    """Its comments, and what it says, are in the language of the run."""
    code, out, err = run("init", tmp_path / "forum", *ZH)
    assert code == 0
    assert out.count("已写入") == 4
    assert err.startswith("下一步：")
    assert HAN.search((tmp_path / "forum" / "forum.yaml").read_text(encoding="utf-8").splitlines()[2])


def test_concise_findings_name_their_place(run: Run) -> None:
    """A line for grep ends with the place in words and its path, where the message does not name it."""
    wrong = FAULTY.with_name("end-before-start.yaml")
    _, out, _ = run("validate", wrong, "--output-format", "concise", "--select", "dates", *ZH)
    assert out.endswith("早于开始时间2031-05-12（结束时间（兰滩海洋论坛）[event.end]）\n")
    _, out, _ = run("validate", wrong, "--output-format", "concise", "--select", "dates")
    assert out.endswith("before it begins 2031-05-12 (the end of “Lantan Ocean Forum” [event.end])\n")


def test_words_to_choose_from_are_told_with_what_they_mean(run: Run, tmp_path: Path) -> None:
    """The words to write are English in every record, so a Chinese hint says beside each what it is."""
    record = tmp_path / "zhangjiang-summit-2022.yaml"
    text = SEED.read_text("utf-8")
    record.write_text(text.replace("kind: summit", "kind: gathering", 1), "utf-8")
    _, out, _ = run(*ZH, "validate", record)
    assert "conference（大会）、summit（峰会）" in out
    _, out, _ = run("--lang", "en", "validate", record)
    assert "conference, summit, forum" in out
    record.write_text(text.replace("kind: summit", "status: cancelled", 1), "utf-8")
    _, out, _ = run(*ZH, "validate", record)
    assert "取消的活动要在`changes`中写明何时公布：`changes: [{status: cancelled, at: 2022-11-15}]`" in out
