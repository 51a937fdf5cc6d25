"""What `check` finds, and what it leaves alone, in editions that people have edited by hand."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import eventrecord
from eventrecord import check
from eventrecord.drift.checking import Departure
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent.parent
EDITIONS = ROOT / "tests" / "editions"
FORUM_EN, FORUM_ZH = "greater-bay-forum-2027.closing.en", "greater-bay-forum-2027.closing.zh-Hans"
SUMMIT_EN, SUMMIT_ZH = "zhangjiang-summit-2022.en", "zhangjiang-summit-2022.zh-Hans"
WEEK_EN, WEEK_ZH = "ibiws-2022.en", "ibiws-2022.zh-Hans"
INDEX_EN, INDEX_ZH = "zhangjiang-innovation-index-2022.en", "zhangjiang-innovation-index-2022.zh-Hans"


@cache
def paths() -> dict[str, Path]:
    """The records by id."""
    folders = (ROOT / "seeds", ROOT / "tests" / "records")
    return {path.stem: path for folder in folders for path in folder.glob("*.yaml")}


def edited(edition: str, *edits: tuple[str, str]) -> list[Departure]:
    """What is more than information about an edition after these edits."""
    text = (EDITIONS / f"{edition}.txt").read_text(encoding="utf-8").replace("\xa0", " ")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path = paths()[edition.partition(".")[0]]
    found = check(text, eventrecord.load(path), edition.rpartition(".")[2], settings=find_settings(path))
    return [one for one in found if one.severity.rank < 2]


def told(found: list[Departure]) -> set[tuple[str, str, str]]:
    """Rule, severity and words of the text."""
    return {(one.rule, str(one.severity), one.surface) for one in found}


QUOTED_EN = (
    "“The cities of the Greater Bay Area face one another across the water, but the tide has never told "
    "them apart. We want good technology to be the same: wherever it comes ashore, "
    "it can be put to use,” Lau said."
)
QUOTED_ZH = (
    "刘海澄表示：“大湾区各城市隔海相望，潮水却从来不分彼此。我们希望好的技术也一样："
    "在哪个码头靠岸，就在哪个码头用得上。”"
)


@pytest.mark.parametrize(
    ("edition", "old", "new", "severity"),
    [
        (FORUM_EN, "it can be put to use,”", "it can be used,”", "warning"),
        (FORUM_EN, QUOTED_EN, "“Good technology should be usable everywhere,” said Lau.", "warning"),
        (FORUM_EN, "but the tide has never told", "yet the tide never told", "warning"),
        (FORUM_ZH, "用得上。”", "用得着。”", "error"),
        (FORUM_ZH, QUOTED_ZH, "刘海澄说：“好技术应当处处用得上。”", "error"),
        (FORUM_ZH, "我们希望好的技术也一样：", "", "error"),
    ],
)
def test_quotations_in_other_words_are_told(edition: str, old: str, new: str, severity: str) -> None:
    """Both wordings are named; it is an error where the record has the speaker's approved words."""
    (one,) = edited(edition, (old, new))
    assert (one.rule, one.severity) == ("quotation-differs", severity)
    assert one.surface in str(one.message)
    assert ("wherever it comes ashore" if edition == FORUM_EN else "潮水却从来不分彼此") in str(one.message)
    assert one.path[:3] == ("quotations", "one-tide", "text")


@pytest.mark.parametrize(
    ("edition", "old", "new"),
    [
        (FORUM_EN, "ashore, it can be put to use,” Lau said.", 'ashore, it can be put to use," said Lau.'),
        (
            FORUM_EN,
            QUOTED_EN,
            '"The cities of the Greater Bay Area face one another across the water, but the tide has never '
            'told them apart," said Lau. "We want good technology to be the same..."',
        ),
        (FORUM_ZH, QUOTED_ZH, "刘海澄说：「大湾区各城市隔海相望,潮水却从来不分彼此。」"),
        (FORUM_ZH, QUOTED_ZH, "“大湾区各城市隔海相望……在哪个码头靠岸，就在哪个码头用得上。”刘海澄说。"),
        (FORUM_ZH, QUOTED_ZH, "刘海澄希望“蓝湾”品牌更上一层楼。"),
    ],
)
def test_marks_and_cuts_do_not_make_another_quotation(edition: str, old: str, new: str) -> None:
    """Other marks, sentences left out, what an ellipsis stands for, and words in quotation marks."""
    assert edited(edition, (old, new)) == []


@pytest.mark.parametrize(
    ("edition", "edits", "expected"),
    [
        (
            FORUM_EN,
            [("Materials, gold", "Materials, silver"), ("Robotics, silver", "Robotics, gold")],
            {"Whalesong Materials", "Fjordlight Robotics"},
        ),
        (FORUM_ZH, [("青年先锋奖：程一舟", "青年先锋奖：鲸歌材料公司")], {"鲸歌材料公司"}),
        (FORUM_EN, [("Award: Cheng Yizhou", "Award: Hsu Che-wei")], {"Hsu Che-wei"}),
        (
            FORUM_EN,
            [("Award: Cheng Yizhou, for “Acoustic Monitoring of Coral Reefs”", "Award: Faraway Optics")],
            {"Faraway Optics"},
        ),
        (
            FORUM_EN,
            [
                (
                    "- Young Pioneer Award: Cheng Yizhou, for “Acoustic Monitoring of Coral Reefs”",
                    "Whalesong Materials won the Young Pioneer Award, "
                    "and Cheng Yizhou the Breakthrough Award.",
                )
            ],
            {"Whalesong Materials", "Cheng Yizhou"},
        ),
        (
            FORUM_ZH,
            [
                (
                    "- 青年先锋奖：程一舟，获奖项目为“珊瑚礁声学监测”",
                    "程一舟获技术突破奖，许哲玮摘得青年先锋奖。",
                )
            ],
            {"程一舟", "许哲玮"},
        ),
    ],
)
def test_prizes_given_to_somebody_else_are_errors(
    edition: str, edits: list[tuple[str, str]], expected: set[str]
) -> None:
    """Two that were swapped, a prize for another winner, and one for somebody who won nothing."""
    assert told(edited(edition, *edits)) == {("name-differs", "error", surface) for surface in expected}


BOTH_EN = (
    "a member of the Standing Committee of the Communist Party of China Shanghai Municipal Committee and "
    "vice mayor of Shanghai"
)


@pytest.mark.parametrize(
    ("edition", "old", "new", "rule"),
    [
        (SUMMIT_ZH, "上海市委常委、副市长张为", "副市长张为", "post-left-out"),
        (SUMMIT_ZH, "上海市委常委、副市长张为出席", "张为副市长出席", "post-differs"),
        (SUMMIT_ZH, "上海市委常委、副市长张为", "上海市副市长、市委常委张为", "order-differs"),
        (SUMMIT_ZH, "上海市委常委、副市长张为", "上海市委副书记、副市长张为", "post-differs"),
        (
            SUMMIT_ZH,
            "11月15日，2022上海国际生物医药产业周——张江生命科学国际创新峰会主论坛开幕。"
            "上海市委常委、副市长张为出席并致辞。",
            "张江生命科学国际创新峰会主论坛11月15日在沪启幕，张为副市长到会讲话。",
            "post-left-out",
        ),
        (SUMMIT_EN, BOTH_EN, "vice mayor of Shanghai", "post-left-out"),
        (SUMMIT_EN, f"Zhang Wei, {BOTH_EN},", "Vice Mayor Zhang Wei", "post-left-out"),
        (
            SUMMIT_EN,
            BOTH_EN,
            "vice mayor of Shanghai and a member of the Standing Committee of the Communist Party of China "
            "Shanghai Municipal Committee",
            "order-differs",
        ),
    ],
)
def test_officials_have_all_their_posts_in_order(edition: str, old: str, new: str, rule: str) -> None:
    """A post that is another, left out or in another place is an error."""
    assert {(one.rule, one.severity) for one in edited(edition, (old, new))} == {(rule, "error")}


@pytest.mark.parametrize(
    ("edition", "old", "new", "surface", "path"),
    [
        (WEEK_ZH, "张江科学会堂举行", "张江展览馆举行", "张江展览馆", "science-hall"),
        (WEEK_ZH, "开幕活动在上海张江科学会堂举行", "在张江酒店举办了开幕活动", "张江酒店", "science-hall"),
        (
            WEEK_EN,
            "Zhangjiang Science Hall",
            "Shanghai World Expo Center",
            "Shanghai World Expo Center",
            None,
        ),
        (WEEK_EN, "the Zhangjiang Science Hall", "Zhangjiang Hotel", "Zhangjiang Hotel", "science-hall"),
        (FORUM_ZH, "听涛会堂", "听涛酒店", "听涛酒店", "tingtao"),
        (
            FORUM_ZH,
            "3月18日，论坛开幕式在香港维岸会议中心望海厅举行。",
            "开幕式3月18日于维岸展览馆举办。",
            "维岸展览馆",
            "wai-ngon",
        ),
        (FORUM_EN, "Tingtao Hall", "Tingtao Hotel", "Tingtao Hotel", "tingtao"),
    ],
)
def test_venues_that_the_record_does_not_know_are_errors(
    edition: str, old: str, new: str, surface: str, path: str | None
) -> None:
    """Another hall or hotel, of the same place or elsewhere, where the record has an event."""
    (one,) = edited(edition, (old, new))
    assert (one.rule, one.severity, one.surface) == ("venue-differs", "error", surface)
    assert one.path[:2] == ("places", path or "science-hall")


@pytest.mark.parametrize(
    ("edition", "old", "new", "field"),
    [
        (WEEK_ZH, "14日至18日", "14日至19日", "end"),
        (WEEK_EN, "Nov. 14-18", "Nov. 14-19", "end"),
        (WEEK_EN, "Nov. 14-18", "Nov. 13-18", "start"),
        ("greater-bay-forum-2027.en", "March 18-19", "March 18-20", "end"),
    ],
)
def test_a_wrong_day_of_a_range_is_found_by_its_own_key(edition: str, old: str, new: str, field: str) -> None:
    """The last day is told of the end of the event, and both ranges stand in the message."""
    (one,) = edited(edition, (old, new))
    assert (one.rule, one.severity, one.path) == ("value-differs", "error", ("event", field))
    assert old in str(one.message)
    assert new in str(one.message)


@pytest.mark.parametrize(
    ("edition", "old", "new", "surface", "figure"),
    [
        (INDEX_ZH, "2021年，张江生物医药投融资量", "今年，张江生物医药投融资量", "今年", "financing"),
        (
            INDEX_ZH,
            "2020年张江跨境对外许可交易金额461亿元",
            "去年张江跨境对外许可461亿元",
            "去年",
            "out-licensed",
        ),
        (
            INDEX_EN,
            "and for 7.07% of biomedicine investment and financing in 2021, China News Service reported",
            "while this year financing there came to 7.07%",
            "this year",
            "financing",
        ),
        (
            INDEX_EN,
            "investment and financing in 2021",
            "investment and financing this year",
            "this year",
            "financing",
        ),
    ],
)
def test_a_figure_told_of_another_time_is_an_error(
    edition: str, old: str, new: str, surface: str, figure: str
) -> None:
    """This year for the year before, whatever became of the sentence."""
    (one,) = edited(edition, (old, new))
    assert (one.rule, one.severity, one.surface) == ("value-differs", "error", surface)
    assert one.path == ("figures", figure, "period")


@pytest.mark.parametrize(("edition", "old", "new"), [(SUMMIT_ZH, "近2100亿元，", "超2100亿元，")])
def test_a_qualifier_that_is_turned_says_so(edition: str, old: str, new: str) -> None:
    """Below and above the same number cannot both be true; what is only vaguer can."""
    (one,) = edited(edition, (old, new))
    assert (one.rule, one.severity) == ("qualifier-differs", "warning")
    assert "both cannot be true" in str(one.message)
    (one,) = edited(edition, (old, "约2100亿元，"))
    assert "both cannot be true" not in str(one.message)


REWRITTEN = tomllib.loads((Path(__file__).parent / "rewritten.toml").read_text(encoding="utf-8"))["texts"]


@pytest.mark.parametrize("text", REWRITTEN, ids=[text["edition"] for text in REWRITTEN])
def test_what_is_rightly_rewritten_is_left_alone(text: dict[str, Any]) -> None:
    """Sentences in another order, shorter, in other words, and second mentions."""
    assert edited(text["edition"], *((edit["old"], edit["new"]) for edit in text["edits"])) == []


@pytest.mark.parametrize(
    ("edition", "old", "new", "rule", "surface"),
    [
        (SUMMIT_ZH, "副市长张为出席", "副市长张为民出席", "name-differs", "张为民"),
        (INDEX_ZH, "所长石谦在", "所长石谦明在", "name-differs", "石谦明"),
        (
            INDEX_EN,
            "Shi Qian, director of",
            "Shi Qian, deputy director of",
            "post-differs",
            "deputy director",
        ),
        (
            INDEX_EN,
            "Shi Qian, director of",
            "Shi Qian, former director of",
            "post-differs",
            "former director",
        ),
        (SUMMIT_ZH, "上海市委常委、副市长张为", "上海市副市长张为", "post-left-out", "张为"),
        (SUMMIT_ZH, "上海市委常委、副市长张为", "上海市委委员、副市长张为", "post-differs", "市委委员"),
        (INDEX_ZH, "2020年至2022年，张江", "近四年来，张江", "value-differs", "四年"),
        (INDEX_EN, "in 2020 and its", "three years ago and its", "value-differs", "three years ago"),
        (
            WEEK_EN,
            "runs for five days, Nov. 14-18",
            "started on Sunday and ends on Friday",
            "value-differs",
            "Sunday",
        ),
        (WEEK_ZH, "14日，2022上海国际", "14日，2021年上海国际", "name-differs", "2021年上海国际"),
        (INDEX_ZH, "发布2022张江", "发布2021年度张江", "term-drift", "2021年度张江"),
        (SUMMIT_EN, "South Korea", "North Korea", "name-differs", "North Korea"),
        (
            SUMMIT_EN,
            "10% of licenses circulate",
            "one license in five circulates",
            "value-differs",
            "in five",
        ),
    ],
)
def test_one_fault_has_one_finding_at_its_place(
    edition: str, old: str, new: str, rule: str, surface: str
) -> None:
    """Faults that look like rightful rewrites: the place that is told is that of the fault."""
    (one,) = edited(edition, (old, new))
    assert one.rule == rule
    assert surface in one.surface


@pytest.mark.parametrize(
    ("told", "severity"), [("about US$29.5 billion", "info"), ("about US$295 billion", "warning")]
)
def test_conversions_for_readers_are_information_where_the_rate_may_be_right(
    told: str, severity: str
) -> None:
    """What the record's sum is in other money is a service; ten times as much is none."""
    text = (EDITIONS / f"{SUMMIT_EN}.txt").read_text(encoding="utf-8").replace("\xa0", " ")
    old = "nearly RMB 210 billion from 2015 to 2022, according"
    assert old in text
    text = text.replace(old, f"nearly RMB 210 billion ({told}) from 2015 to 2022, according")
    path = paths()["zhangjiang-summit-2022"]
    found = check(text, eventrecord.load(path), "en", settings=find_settings(path))
    assert [str(one.severity) for one in found if one.rule == "unknown-fact"] == [severity]
