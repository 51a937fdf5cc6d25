"""People whom texts name by what they do, in part, in other characters, or in each other's place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eventrecord import compare
from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.couples import coupled
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.facts.alike import agree, name_keys
from eventrecord.facts.name_table import name_table
from eventrecord.facts.named import named_things

if TYPE_CHECKING:
    from collections.abc import Callable

    from eventrecord.drift.comparing import Drift

TERMS = """en,zh_hans,zh_hant_tw,zh_hant_hk,kind
Jie Wenshu,解闻舒,,,person
Lang Yucen,郎煜岑,郎煜岑,,person
Yu Linyan,郁林雁,郁林雁,,person
Water Affairs Bureau,市水务局,,,org
Bureau of Forestry,林业局,,,org
graphene,石墨烯,,,term
ceramic fiber,陶瓷纤维,,,term
"""
FAMILIES = ["Zhao", "Qian", "Sun", "Li", "Zhou", "Wu", "Zheng", "Wang", "Feng", "Chen"]
GIVEN = ["hai", "chuan", "song", "yan", "ze", "feng", "xi", "lan", "zhu", "mei"]
SPELLED = [
    ("吕海川", "Lyu Haichuan"),
    ("吕海川", "Lü Haichuan"),
    ("欧阳海川", "Ou Yang Haichuan"),
    ("单海川", "H. C. Shan"),
]
HANS, TW = "zh-Hans", "zh-Hant-TW"

NAMED = [
    ("小提琴家倪若溪与乐团同台。", HANS, ["倪若溪"]),
    ("地质学家鲁川石表示，山体稳定。", HANS, ["鲁川石"]),
    ("接替上月退休的程牧云。", HANS, ["程牧云"]),
    ("首獎由程牧雲奪得。", TW, ["程牧雲"]),
    ("程牧云获得银牌。教练说，程牧云练了三年。", HANS, ["程牧云", "程牧云"]),
    ("商务部表示，方案获得批准。", HANS, []),
    ("时间表公布，安理会表示欢迎。", HANS, []),
    ("Cellist Ni Ruoxi played.", "en", ["Ni Ruoxi"]),
    ("Swimmer Lu Chuanshi took gold, and Cheng Mu-yun silver.", "en", ["Lu Chuanshi", "Cheng Mu-yun"]),
    ("Actor Tom Hanwell came.", "en", []),
]
DIFFER = [
    ("The geologist Jie Wenshu spoke.", "地质学家谢闻舒致辞。", HANS, "name-differs"),
    ("Jie Wenshan won silver.", "解闻舒获得银牌。", HANS, "name-differs"),
    ("Swimmer Ding Xiangning won.", "选手丁晓宁获胜。", HANS, "name-differs"),
    ("He succeeds Jie Wenshu.", "他接替郎煜岑。", HANS, "name-differs"),
    ("Yu Linyan read from her book.", "作家鬱林雁朗讀新作。", TW, "name-differs"),
    ("It is made of graphene.", "材料为陶瓷纤维。", HANS, "term-drift"),
    ("It is made of ceramic fibers.", "材料为石墨烯。", HANS, "term-drift"),
    ("Cheng Muyun, director of the Bureau of Forestry since 2019, was named director of the Water Affairs "
     "Bureau.",
     "程牧云出任市水务局局长。程牧云自2019年起任林业局副局长。", HANS, "post-differs"),
    ("Mayor Jie Wenshu and Deputy Mayor Lang Yucen came. Lang said that the park was open.",
     "市长解闻舒、副市长郎煜岑出席。解闻舒说，公园已开放。", HANS, "name-differs"),
    ("It was hosted by the Bureau of Forestry and supported by the Water Affairs Bureau.",
     "活动由林业局协办，市水务局支持。", HANS, "term-drift"),
    ("Ni Ruoxi won the Turing Award.", "学者倪若溪获得阿贝尔奖。", HANS, "term-drift"),
    ("Ni Ruoxi won the Shaw Prize in astronomy.", "倪若溪獲得邵逸夫數學獎。", TW, "term-drift"),
]  # fmt: skip
SAME = [
    ("The geologist Jie Wenshu spoke.", "地质学家解闻舒致辞。", HANS),
    ("Swimmer Ding Xiangning won.", "选手丁翔宁获胜。", HANS),
    ("Mayor Jie Wenshu and Deputy Mayor Lang Yucen came.", "解闻舒市长、副市长郎煜岑出席。", HANS),
    ("Cheng Muyun, director of the Water Affairs Bureau, spoke.", "市水务管理局局长程牧云致辞。", HANS),
    ("Cheng Muyun, 53, director of the Bureau of Forestry since May 2019, was named secretary of the "
     "leading Party members group of the Water Affairs Bureau.",
     "程牧云出任市水务局党组书记。程牧云自2019年5月起任林业局局长。", HANS),
    ("Mayor Jie Wenshu and Deputy Mayor Lang Yucen came. Jie said that the park was open; "
     "Lang added a thing.",
     "市长解闻舒、副市长郎煜岑出席。解闻舒说，公园已开放；郎煜岑作了补充。", HANS),
    ("It was organized by the Bureau of Forestry and supported by the Water Affairs Bureau.",
     "活动由林业局主办，市水务局支持。", HANS),
    ("Ni Ruoxi won the Wolf Prize in mathematics.", "倪若溪获沃尔夫数学奖。", HANS),
]  # fmt: skip


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    """A table of names."""
    file = tmp_path / "names.csv"
    file.write_text(TERMS, encoding="utf-8")
    return file


def _raised(a: str, b: str, tags: tuple[str, str], terms: Path) -> list[Drift]:
    found = compare(a, b, *tags, terms=terms).findings
    return [drift for drift in found if drift.severity is not Severity.INFO]


def _editions(number: int) -> tuple[str, str]:
    """Two texts of as many people, each in its own sentence and no two alike."""
    families = list(zip("赵钱孙李周吴郑王冯陈", FAMILIES, strict=True))
    given = list(zip("海川松岩泽峰溪岚竹梅", GIVEN, strict=True))
    people = [
        (families[place % 10], given[place // 10 % 10], given[place // 100 % 10]) for place in range(number)
    ]
    chinese = "".join(f"教授{family[0]}{one[0]}{two[0]}发言。" for family, one, two in people)
    english = " ".join(
        f"Professor {family[1]} {one[1].title()}{two[1]} spoke." for family, one, two in people
    )
    return english, chinese


@pytest.mark.parametrize(("chinese", "latin"), SPELLED)
def test_names_of_one_person_share_a_key(chinese: str, latin: str) -> None:
    """However the Latin one is written."""
    assert agree(chinese, latin)
    assert name_keys(chinese) & name_keys(latin)


def test_work_grows_as_the_people_do(growth: Callable[..., float]) -> None:
    """Ten times as many people of two editions are no hundred times as much work."""
    editions = {
        number: [
            NamedText(text, tag, tuple(named_things(text, tag, name_table())), name_table())
            for text, tag in zip(_editions(number), ("en", HANS), strict=True)
        ]
        for number in (30, 300)
    }
    couples, left, right = coupled(*editions[300])
    assert (len(couples), left, right) == (300, [], [])
    assert growth(lambda both: coupled(*both), editions[30], editions[300]) < 25


@pytest.mark.parametrize(("text", "tag", "names"), NAMED)
def test_people_are_named_by_what_they_do(text: str, tag: str, names: list[str]) -> None:
    """With no post and no table, and nowhere else."""
    found = [one.surface for one in named_things(text, tag, name_table()) if one.kind == "person"]
    assert found == names


@pytest.mark.parametrize(("english", "chinese", "tag", "rule"), DIFFER)
def test_another_name_is_found(english: str, chinese: str, tag: str, rule: str, terms: Path) -> None:
    """As an error of its rule, from either side."""
    for a, b, tags in ((english, chinese, ("en", tag)), (chinese, english, (tag, "en"))):
        raised = _raised(a, b, tags, terms)
        assert (rule, Severity.ERROR) in [(drift.rule, drift.severity) for drift in raised]


@pytest.mark.parametrize(("english", "chinese", "tag"), SAME)
def test_the_same_name_is_none(english: str, chinese: str, tag: str, terms: Path) -> None:
    """Be it long or short, before a post or after it."""
    for a, b, tags in ((english, chinese, ("en", tag)), (chinese, english, (tag, "en"))):
        assert not _raised(a, b, tags, terms)


@pytest.mark.parametrize(
    ("chinese", "grades"),
    [
        ("活动由林业局主办。", [Severity.WARNING]),
        ("活动由林业局等单位主办。", []),
        ("活动由林业局主办，市水务局协办。", []),
    ],
)
def test_a_host_left_out_is_found(chinese: str, grades: list[Severity], terms: Path) -> None:
    """Unless the list says that there are others."""
    english = "It was hosted by the Bureau of Forestry and co-organized by the Water Affairs Bureau."
    raised = _raised(english, chinese, ("en", HANS), terms)
    assert [(drift.rule, drift.severity) for drift in raised] == [("omission", grade) for grade in grades]


@pytest.mark.parametrize(
    ("other", "grades"),
    [("《潮間帶》", []), ("《潮汐帶》", [Severity.ERROR]), ("《海與岸》", [Severity.WARNING])],
)
def test_titles_of_works_are_held_between_scripts(other: str, grades: list[Severity], terms: Path) -> None:
    """After conversion; a region may have a title of its own."""
    raised = _raised("新书《潮间带》今天上市。", f"新書{other}今天上市。", (HANS, TW), terms)
    assert [drift.severity for drift in raised] == grades
    assert {drift.rule for drift in raised} <= {"term-drift"}
