"""What `check` finds in sentences that come from no edition, and leaves alone in texts retold."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import eventrecord
from eventrecord import Record, check
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent.parent
SUMMIT, INDEX, FORUM = (
    "zhangjiang-summit-2022",
    "zhangjiang-innovation-index-2022",
    "greater-bay-forum-2027",
)


@cache
def record(name: str) -> Record:
    """A record by its id."""
    return eventrecord.load(path(name))


def path(name: str) -> Path:
    """Where a record is."""
    folders = (ROOT / "seeds", ROOT / "tests" / "records")
    return next(file for folder in folders if (file := folder / f"{name}.yaml").exists())


def found(name: str, tag: str, text: str, day: datetime.date | None = None) -> list[tuple[str, str, str]]:
    """Rule, severity and words of the text of all that is more than information and has a place."""
    told = check(text, record(name), tag, date=day, settings=find_settings(path(name)))
    return [
        (one.rule, str(one.severity), one.surface)
        for one in told
        if one.severity.rank < 2 and one.start is not None
    ]


@pytest.mark.parametrize(
    ("name", "tag", "text", "severity", "surface"),
    [
        (SUMMIT, "en", "Mayor Zhang Wei spoke.", "error", "Mayor"),
        (SUMMIT, "en", "Zhang Wei, chairman of Tencent, spoke.", "warning", "chairman of Tencent"),
        (SUMMIT, "en", "Zhang Wei, vice mayor of Beijing, spoke.", "error", "vice mayor of Beijing"),
        (SUMMIT, "zh-Hans", "市长张为出席。", "error", "市长"),
        (SUMMIT, "zh-Hans", "腾讯董事长张为出席。", "warning", "腾讯董事长"),
        (SUMMIT, "zh-Hans", "北京市副市长张为出席。", "error", "北京市副市长"),
        (SUMMIT, "zh-Hans", "中国工程院院士董晨发表演讲。", "error", "中国工程院院士"),
        (
            SUMMIT,
            "en",
            "Dong Chen, an academician of the Chinese Academy of Engineering, spoke.",
            "error",
            "academician of the Chinese Academy of Engineering",
        ),
        (
            FORUM,
            "en",
            "Yu Jinglan, vice-president of the Kingfisher Institute of Ocean Engineering, spoke.",
            "error",
            "vice-president of the Kingfisher Institute of Ocean Engineering",
        ),
    ],
)
def test_posts_of_others_are_told(name: str, tag: str, text: str, severity: str, surface: str) -> None:
    """Another rank, another body, another town; a post of another kind may be one that is not recorded."""
    assert found(name, tag, text) == [("post-differs", severity, surface)]


@pytest.mark.parametrize(
    ("name", "tag", "text"),
    [
        (SUMMIT, "en", "Zhang Wei, vice mayor of Shanghai, spoke."),
        (SUMMIT, "en", "Vice Mayor Zhang Wei spoke."),
        (SUMMIT, "en", "Professor Dong Chen spoke."),
        (SUMMIT, "en", "Dong Chen, an academician of the CAS, spoke."),
        (SUMMIT, "zh-Hans", "董晨院士发表演讲。"),
        (SUMMIT, "zh-Hans", "中科院院士董晨发言。"),
        (FORUM, "en", "Nieng Wen-yuan, professor at South Cape University, spoke."),
    ],
)
def test_posts_in_short_are_left_alone(name: str, tag: str, text: str) -> None:
    """Posts without a body, bodies in short, and what a professor is called besides."""
    assert found(name, tag, text) == []


@pytest.mark.parametrize(
    ("tag", "text", "surface", "names"),
    [
        ("zh-Hans", "陈晨院士出席。", "陈晨", ("陈凯先", "董晨")),
        ("en", "Academician Chen Chen attended.", "Chen Chen", ("Chen Kaixian", "Dong Chen")),
    ],
)
def test_who_is_meant_is_a_question(tag: str, text: str, surface: str, names: tuple[str, ...]) -> None:
    """Somebody of the record may be meant by the post and a part of the name; nobody knows."""
    (one,) = (each for each in check(text, record(SUMMIT), tag) if each.rule == "unknown-name")
    assert (str(one.severity), one.surface) == ("warning", surface)
    assert all(name in str(one.message) for name in names)
    assert str(one.message).endswith("meant?")


@pytest.mark.parametrize(
    ("name", "tag", "text", "rule", "severity", "surface"),
    [
        (SUMMIT, "en", "Guests from 25 hospitals came.", "scope-differs", "warning", "25"),
        (SUMMIT, "zh-Hans", "25家医院参加。", "scope-differs", "warning", "25家"),
        (SUMMIT, "en", "10 percent of the global total.", "scope-differs", "warning", "10 percent"),
        (SUMMIT, "en", "Output rose 10 percent.", "scope-differs", "warning", "10 percent"),
        (SUMMIT, "en", "The five-day summit opened.", "scope-differs", "warning", "five-day"),
        (SUMMIT, "zh-Hans", "为期五天的峰会开幕。", "scope-differs", "warning", "为期五天"),
        (SUMMIT, "zh-Hans", "峰会为期五天。", "scope-differs", "warning", "为期五天"),
        (INDEX, "en", "The index fell 4.81 percent.", "value-differs", "error", "4.81 percent"),
        (INDEX, "zh-Hans", "指数下降4.81%。", "value-differs", "error", "4.81%"),
    ],
)
def test_a_number_must_be_of_what_the_record_has_it_of(
    name: str, tag: str, text: str, rule: str, severity: str, surface: str
) -> None:
    """What is counted, the whole, which way it goes, and which event lasts so long."""
    assert found(name, tag, text) == [(rule, severity, surface)]


@pytest.mark.parametrize(
    ("name", "tag", "text"),
    [
        (SUMMIT, "en", "There are 25 forums in all."),
        (SUMMIT, "en", "A tenth of licenses, or 10 percent, circulate within Zhangjiang."),
        (SUMMIT, "en", "The Week is five days long."),
        (SUMMIT, "zh-Hans", "为期五天的产业周开幕。"),
        (INDEX, "en", "The index climbed 4.81 percent."),
        (INDEX, "zh-Hans", "指数涨了4.81%。"),
    ],
)
def test_a_number_of_the_same_is_left_alone(name: str, tag: str, text: str) -> None:
    """In other words, too."""
    assert found(name, tag, text) == []


@pytest.mark.parametrize(
    ("name", "tag", "text", "surface"),
    [
        (SUMMIT, "en", "The summit was held in Beijing.", "Beijing"),
        (SUMMIT, "en", "The summit opened in Japan.", "Japan"),
        (SUMMIT, "zh-Hans", "峰会在北京举行。", "北京"),
        (SUMMIT, "zh-Hans", "峰会15日在深圳市开幕。", "深圳"),
        (SUMMIT, "zh-Hant-TW", "峰會在北京舉行。", "北京"),
        (FORUM, "en", "The opening ceremony of the forum was held in Shenzhen.", "Shenzhen"),
        (FORUM, "en", "The Greater Bay Blue Technology Forum 2027 was held in Macao.", "Macao"),
    ],
)
def test_another_town_is_an_error(name: str, tag: str, text: str, surface: str) -> None:
    """Also where the record has the town for another event only."""
    assert found(name, tag, text) == [("venue-differs", "error", surface)]


@pytest.mark.parametrize(
    ("name", "tag", "text"),
    [
        (SUMMIT, "en", "The summit was held in Shanghai."),
        (SUMMIT, "en", "The summit was held in China."),
        (SUMMIT, "en", "Experts from Beijing attended the summit."),
        (SUMMIT, "zh-Hans", "峰会在上海举行。"),
        (SUMMIT, "zh-Hans", "来自北京的专家出席峰会。"),
        (FORUM, "en", "The opening ceremony of the forum was held in Hong Kong."),
        (FORUM, "en", "The Greater Bay Blue Technology Forum 2027 was held in Hong Kong and Shenzhen."),
    ],
)
def test_the_town_of_an_event_is_left_alone(name: str, tag: str, text: str) -> None:
    """And the country, and towns that nothing is held in."""
    assert found(name, tag, text) == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("It opens on Tuesday, Jan. 3.", []),
        ("It opens on Monday, Jan. 3.", ["Monday"]),
        ("It opened on Monday, Nov. 15, 2022.", ["Monday"]),
        ("It opened on Tuesday, Nov. 15.", []),
    ],
)
def test_a_weekday_may_be_of_the_year_after(text: str, surfaces: list[str]) -> None:
    """A date without a year is of the year that is nearest to the text."""
    told = found(SUMMIT, "en", text, datetime.date(2022, 12, 30))
    assert [surface for rule, _, surface in told if rule == "weekday-differs"] == surfaces


def retold() -> list[dict[str, Any]]:
    """Whole texts that say nothing wrong."""
    texts: list[dict[str, Any]] = tomllib.loads(
        (ROOT / "tests" / "drift" / "retold.toml").read_text(encoding="utf-8")
    )["texts"]
    return texts


@pytest.mark.parametrize("text", retold(), ids=lambda text: f"{text['record']}.{text['tag']}")
def test_texts_retold_raise_nothing(text: dict[str, Any]) -> None:
    """What an editor makes of an edition in other words, shorter, in another order."""
    told = check(
        text["text"],
        record(text["record"]),
        text["tag"],
        settings=find_settings(path(text["record"])),
    )
    assert [(one.rule, one.surface) for one in told if one.severity.rank < 2] == []


def test_unknown_numbers_cost_little_beside_many_figures(growth: Callable[..., float]) -> None:
    """Sixty that the record does not know: eight times the figures are eight times the work at most."""
    text = " ".join(f"There were {500_000 + 13 * number} widgets." for number in range(60))

    def checked(many: Any) -> None:
        check(text, many, "en")

    assert growth(checked, _figures(100), _figures(800)) < 9


def _figures(many: int) -> Any:
    figures = "".join(
        f"  many-{number}:\n    name: {{en: Widgets of sort {number}}}\n    count: {1000 + 7 * number}\n"
        f"    noun: {{en: widgets}}\n"
        for number in range(many)
    )
    return eventrecord.loads(
        "format: eventrecord/1\nid: many\nrevision: {number: 1, at: 2027-01-01}\nlocales: [en]\n"
        f"figures:\n{figures}"
        "event:\n  id: fair\n  kind: other\n  name: {en: Widget Fair}\n  start: 2027-01-02\n"
        "  time_zone: Asia/Shanghai\n"
    )
