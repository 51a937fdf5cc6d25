"""Names of two editions: what is drift, how grave it is, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventrecord import compare, load
from eventrecord.diagnostic import Severity

TERMS = """en,zh_hans,zh_hant_tw,zh_hant_hk,kind
Reed Lake Forum,苇湖论坛,葦湖論壇,葦湖論壇,event
Reed Lake Municipal Health Commission,苇湖市卫生健康委员会,,,org
Reed Lake Harbor Office,苇湖港务局,,,org
Reed Lake Rail Office,苇湖铁路局,,,org
North Pier Concert Hall,北码头音乐厅,,,venue
North Pier Exhibition Hall,北码头展览厅,,,venue
Qin Yue,秦岳,,,person
Shen Lanxin,沈兰馨,,,person
Mei Tao,梅涛,,,person
"""
NAMES = frozenset(
    {
        "attendance-differs",
        "name-differs",
        "name-order",
        "omission",
        "order-differs",
        "organization-differs",
        "post-differs",
        "tense-differs",
        "term-drift",
        "venue-differs",
    }
)
SEED = Path("seeds/zhangjiang-summit-2022.yaml")


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    """A table of names."""
    file = tmp_path / "names.csv"
    file.write_text(TERMS, encoding="utf-8")
    return file


def _told(a: str, b: str, terms: Path | None = None, tag: str = "zh-Hans") -> list[tuple[str, str]]:
    """Rule and grade of what is more than information about names."""
    return [
        (drift.rule, drift.severity.value)
        for drift in compare(a, b, "en", tag, terms=terms).findings
        if drift.rule in NAMES and drift.severity is not Severity.INFO
    ]


@pytest.mark.parametrize(
    ("english", "chinese", "told"),
    [
        ("Mayor Qin Yue came.", "市长秦悦出席。", ("name-differs", "error")),
        (
            "Mayor Qin Yue and Deputy Mayor Mei Tao came.",
            "市长秦岳、副市长梅滔出席。",
            ("name-differs", "error"),
        ),
        ("Shen Lanxin won the prize.", "沈蓝欣获奖。", ("name-differs", "error")),
        ("Mayor Qin Yun came.", "市长秦岳出席。", ("name-differs", "error")),
        ("Mayor Yue Qin came.", "市长秦岳出席。", ("name-order", "warning")),
        ("Mayor Qin Yue came.", "副市长秦岳出席。", ("post-differs", "error")),
        ("Qin Yue, mayor of Reed Lake, came.", "秦岳出席。", ("post-differs", "error")),
        ("Professor Qin Yue came.", "副教授秦岳出席。", ("post-differs", "warning")),
        (
            "Mayor Qin Yue and Deputy Mayor Mei Tao came.",
            "副市长梅涛、市长秦岳出席。",
            ("order-differs", "error"),
        ),
        (
            "Qin Yue, a painter, and Mei Tao, a poet, came.",
            "诗人梅涛、画家秦岳出席。",
            ("order-differs", "warning"),
        ),
        ("Mayor Qin Yue and Deputy Mayor Mei Tao came.", "市长秦岳出席。", ("omission", "error")),
        ("Qin Yue, a painter, and Mei Tao, a poet, came.", "画家秦岳出席。", ("omission", "warning")),
        ("The Reed Lake Harbor Office opened.", "苇湖铁路局启用。", ("organization-differs", "error")),
        (
            "The Reed Lake Municipal Health Commission",
            "苇湖市健康卫生委员会",
            ("organization-differs", "error"),
        ),
        ("in the North Pier Concert Hall", "在北码头展览厅", ("venue-differs", "error")),
        ("in the North Pier Concert Hall", "在南码头音乐厅", ("venue-differs", "error")),
        ("Mayor Qin Yue attended the forum.", "市长秦岳将出席论坛。", ("attendance-differs", "warning")),
        ("The Reed Lake Forum opened on May 3.", "苇湖论坛将于5月3日开幕。", ("tense-differs", "warning")),
    ],
)
def test_drift_in_names_is_found(terms: Path, english: str, chinese: str, told: tuple[str, str]) -> None:
    """Each kind by its own name and grade, and nothing else beside it."""
    assert _told(english, chinese, terms) == [told]


@pytest.mark.parametrize(
    ("english", "chinese", "told"),
    [
        ("Liu Yi, chairman of the club, spoke.", "俱乐部主席刘义祥发言。", ("name-differs", "error")),
        (
            "Mayor Liu Yi and Han Bo, director of the bureau, came.",
            "局长韩波、市长刘毅出席。",
            ("order-differs", "error"),
        ),
        (
            "Mayor Liu Yi and Bo Han, director of the bureau, came.",
            "市长刘毅、局长韩波出席。",
            ("name-order", "warning"),
        ),
        ("Liu Yi, secretary-general of the city government", "市政府副秘书长刘毅", ("post-differs", "error")),
    ],
)
def test_people_nobody_listed_are_held_together(english: str, chinese: str, told: tuple[str, str]) -> None:
    """By the reading of the characters, or by their posts, without any terms."""
    assert _told(english, chinese) == [told]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Deputy Mayor QIN Yue came to the Reed Lake Harbour Office.", "副市长秦岳来到苇湖港务局。"),
        (
            "Qin Yue, executive vice mayor, and Mei Tao, Party chief of the bureau, came.",
            "常务副市长秦岳、局党组书记梅涛出席。",
        ),
        ("The prize was handed to Mei Tao by Mayor Qin Yue.", "市长秦岳向梅涛颁奖。"),
        (
            "Qin Yue, a painter, Shen Lanxin, a singer, and Mei Tao, a poet, came.",
            "画家秦岳、诗人梅涛等出席。",
        ),
        (
            "The minister of trade, Qin Yue, met John Smith, chief executive of Acme.",
            "贸易部部长秦岳会见艾克米公司首席执行官约翰·史密斯。",
        ),
        (
            "Mayor Qin Yue will attend the Reed Lake Forum, which will open on May 3.",
            "市长秦岳将出席苇湖论坛。",
        ),
        ("Vice Mayors Qin Yue and Mei Tao came.", "副市长秦岳、梅涛出席。"),
    ],
)
def test_editions_that_name_the_same_raise_nothing(terms: Path, english: str, chinese: str) -> None:
    """Other words for one post, another order of what is no list, a list that says it goes on."""
    assert _told(english, chinese, terms) == []
    assert _told(english, chinese) == []


@pytest.mark.parametrize(
    ("name", "post", "tag"), [("Daniel Ho", "chairman", "zh-Hant-HK"), ("Anna Weber", "chairman", "zh-Hans")]
)
def test_names_that_cannot_be_compared_are_held_by_their_posts(name: str, post: str, tag: str) -> None:
    """A foreigner's or a Hong Kong name is no slip of its Chinese one; the post still is."""
    chinese = "何道恆" if tag == "zh-Hant-HK" else "安娜·韦伯"
    assert _told(f"{name}, {post} of the board, spoke.", f"委員會主席{chinese}發言。", tag=tag) == []
    assert [
        rule
        for rule, _ in _told(f"{name}, {post} of the board, spoke.", f"委員會副主席{chinese}發言。", tag=tag)
    ] == ["post-differs"]


def test_two_names_of_one_thing_in_one_edition() -> None:
    """As an agency had them in one story: 科学 in the caption, 健康 below."""
    a = "The Zhangjiang Life Science International Innovation Summit opened."
    b = "张江生命科学国际创新峰会开幕。张江生命健康国际创新峰会为期五天。"
    assert _told(a, b) == [("term-drift", "warning")]
    assert _told(a.replace("Science", "Sciences"), b[:15]) == [("term-drift", "warning")]


def test_editions_of_one_record_agree_in_names() -> None:
    """In every pair of languages, with the record and without."""
    record = load(SEED)
    texts = {
        tag: Path(f"tests/editions/{record.id}.{tag}.txt").read_text("utf-8")
        for tag in ("en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
    }
    for given in (record, None):
        for tag in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK"):
            found = compare(texts["en"], texts[tag], "en", tag, record=given).findings
            assert [d for d in found if d.rule in NAMES and d.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("副市长张为", "副市长张卫", "name-differs"),
        ("常委、副市长", "常委、市长", "post-differs"),
        ("丁健", "丁建", "name-differs"),
    ],
)
def test_one_slip_in_an_edition_is_found(old: str, new: str, rule: str) -> None:
    """With the record beside it, wherever the slip is."""
    english, chinese = (
        Path(f"tests/editions/zhangjiang-summit-2022.{tag}.txt").read_text("utf-8")
        for tag in ("en", "zh-Hans")
    )
    assert chinese.count(old) == 1
    found = compare(english, chinese.replace(old, new), "en", "zh-Hans", record=load(SEED)).findings
    assert [d.rule for d in found if d.severity is Severity.ERROR and d.rule in NAMES] == [rule]
