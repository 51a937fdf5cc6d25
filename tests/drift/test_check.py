"""`check`: what it finds in texts that come from the editions of a record, and in texts that people wrote."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planting import KINDS, Published, departures, harmless, is_found, planted, published

import eventrecord
from eventrecord import Record, check
from eventrecord.drift.checking.authored import authored_facts
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.shelf import Shelf
from eventrecord.drift.texts import read_text
from eventrecord.errors import UnknownNameError
from eventrecord.localize.stated import Stated
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent.parent
SUMMIT = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
FORUM = ROOT / "tests" / "records" / "greater-bay-forum-2027.yaml"
EDITIONS = ROOT / "tests" / "editions"
ALL = pytest.mark.parametrize("edition", published(), ids=[edition.name for edition in published()])


@pytest.fixture(scope="module")
def summit() -> Record:
    """The record of the summit."""
    return eventrecord.load(SUMMIT)


@pytest.fixture(scope="module")
def forum() -> Record:
    """The record of the forum that is made up."""
    return eventrecord.load(FORUM)


def grave(text: str, record: Record, tag: str, **options: Any) -> set[tuple[str, str]]:
    """Rule and words of what is more than information."""
    found = check(text, record, tag, **options)
    return {(one.rule, one.surface) for one in found if one.severity.rank < 2}


@ALL
def test_what_is_published_is_clean(edition: Published) -> None:
    """Nothing at all is said of an edition, in whatever house style."""
    assert departures(edition, edition.text) == []


@pytest.mark.parametrize("file", sorted(EDITIONS.glob("*.md")), ids=lambda file: file.name)
def test_published_markdown_is_clean(file: Path) -> None:
    """Nor of the Markdown that is published, read without its marks."""
    path = next(
        path for path in (ROOT / "seeds", FORUM.parent) if (path / f"{file.name.split('.')[0]}.yaml").exists()
    )
    path = path / f"{file.name.split('.')[0]}.yaml"
    read = read_text(file.read_bytes(), file.name)
    assert (
        check(read.text, eventrecord.load(path), file.name.split(".")[-2], settings=find_settings(path)) == []
    )


def test_the_record_knows_what_its_editions_state() -> None:
    """Each number, day and time that is read in an edition is one of the record, or stands in its prose.

    This holds the reader and the writer against the record, not against each other.
    """
    seen: set[tuple[str, str]] = set()
    number = 0
    for edition in published():
        if (edition.record.id, edition.tag) in seen:
            continue
        seen.add((edition.record.id, edition.tag))
        shelf = Shelf(edition.record, edition.tag, None, edition.settings)
        prose = KnownFacts(authored_facts(shelf.localizers[0]))
        for made in shelf.editions:
            for spots in made.spots:
                names = [spot for spot in spots if not isinstance(spot.what, Stated)]
                for spot in spots:
                    if not isinstance(spot.what, Stated):
                        continue
                    number += 1
                    named = any(name.start <= spot.start and spot.end <= name.end for name in names)
                    year = spot.what.kind == "year"  # this year, said of an event
                    assert spot.known or named or year or prose.recognized(spot.what), (edition.name, spot)
                    if spot.known:
                        assert spot.known.stated.qualifier is spot.what.qualifier, (edition.name, spot)
    assert number > 400


def test_planted_changes_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Of changed digits, qualifiers, units, names and dates, 97 in 100 are found, of each kind."""
    draw = random.Random(14)
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for edition in published():
        for change in planted(edition, draw, 2):
            made[change.kind] += 1
            found[change.kind] += is_found(change, departures(edition, change.text))
    with capsys.disabled():
        print("", *(f"{kind} {found[kind]}/{made[kind]}" for kind in KINDS), end=" ")
    assert min(found[kind] / made[kind] for kind in KINDS) >= 0.97


def test_other_words_for_the_same_raise_nothing() -> None:
    """Of other spellings, forms and marks, at most 2 in 100 raise more than information."""
    draw = random.Random(14)
    cases = [(edition, change) for edition in published() for change in harmless(edition)]
    sample = draw.sample(cases, 150)
    alarms = [
        (edition.name, change.old, change.new)
        for edition, change in sample
        if any(one.severity.rank < 2 for one in departures(edition, change.text))
    ]
    assert len(alarms) <= 3, alarms


COPY = [
    ("hundreds of industry experts and leaders will come", "several hundred experts will attend"),
    ("The first “Zhang", "The inaugural “Zhang"),
    (
        ", according to the Shanghai Municipal Commission of Economy and Informatization",
        ", the Shanghai Municipal Commission of Economy and Informatization said",
    ),
    (
        "Zhuang Songlin (CAE), Chen Kaixian (CAS), Zhao Guoping (CAS), Ding Jian (CAE) and Dong Chen (CAS)",
        "Zhuang Songlin, Chen Kaixian, Zhao Guoping, Ding Jian and Dong Chen",
    ),
    ("this year’s summit aims", "the summit aims"),
    ("opened Nov. 15.", "opened on Tuesday, November 15, 2022."),
    ("10% of licenses circulate", "one-tenth of the licenses circulate"),
    (
        "Zhang Wei, a member of the Standing Committee of the Communist Party of China Shanghai Municipal "
        "Committee and vice mayor of Shanghai, attended",
        "Shanghai Vice Mayor Zhang Wei, who is a member of the Standing Committee of the Communist Party of "
        "China Shanghai Municipal Committee, attended",
    ),
    ("the United Kingdom", "the UK"),
    (
        "the five-day International Biopharma Industry Week Shanghai 2022 (Nov. 14-18)",
        "the International Biopharma Industry Week Shanghai 2022, which runs for five days, Nov. 14 to 18",
    ),
    ("A total of 25 forums will further", "Twenty-five forums will further"),
    ("Those invited included", "Among those invited were"),
]
CHINESE_COPY = [
    ("出席并致辞", "出席开幕式并发表讲话"),
    ("数百位业界专家", "几百名业界专家"),
    ("近2100亿元，", "接近2,100亿元人民币，"),
    ("10%的许可", "一成许可"),
    ("11月15日，", "11月15日（星期二），"),
    ("为期五天，于11月14日至18日举行", "于11月14日开幕，18日闭幕，历时五天"),
    ("占全国的比重超过三分之一", "占全国三分之一以上"),
    ("据上海市经济和信息化委员会发布的信息", "市经信委介绍"),
    ("中国科学院院士陈凯先、赵国屏", "中科院院士陈凯先、赵国屏"),
    ("上海市委常委、副市长张为", "市委常委、副市长张为"),
]


@pytest.mark.parametrize(
    ("tag", "old", "new"), [("en", *pair) for pair in COPY] + [("zh-Hans", *pair) for pair in CHINESE_COPY]
)
def test_copy_editing_raises_nothing(summit: Record, tag: str, old: str, new: str) -> None:
    """What a copy editor does to a release, all facts the same, is at most information."""
    text = (EDITIONS / f"zhangjiang-summit-2022.{tag}.txt").read_text("utf-8")
    assert old in text
    assert grave(text.replace(old, new), summit, tag) == set()


def test_a_text_of_its_own_is_held_against_the_facts(summit: Record) -> None:
    """Sentences that no edition has are understood by values, names and the words around them."""
    mail = b"""Shanghai's Zhangjiang hosts life science summit

Shanghai, Nov 15, 2022 -- The Zhangjiang Life Science International
Innovation Summit opened its main forum on Tuesday. Vice Mayor Zhang Wei
spoke at the opening.

Cross-border licensing deals in Zhangjiang were worth close to 210 billion
yuan between 2015 and 2022, officials said. That is over a third of all
deals in China. One in ten licenses stays within Zhangjiang.

The summit, with 25 forums, is part of a five-day week that runs from
November 14 to 18.
"""
    text = read_text(mail, "mail.txt").text
    assert grave(text, summit, "en") == set()
    wrong = (
        text.replace("Zhang Wei", "Zhang Wai")
        .replace("close to 210", "more than 210")
        .replace("and 2022, o", "and 2021, o")
        .replace("25 forums", "52 forums")
        .replace("Life Science Int", "Life Sciences Int")
    )
    assert grave(wrong, summit, "en") == {
        ("name-differs", "Zhang Wai"),
        ("qualifier-differs", "more than 210 billion yuan"),
        ("value-differs", "between 2015 and 2021"),
        ("value-differs", "52"),
        ("name-differs", "Zhangjiang Life Sciences International Innovation Summit"),
    }


def test_a_chinese_text_of_its_own(summit: Record) -> None:
    """The same in Chinese: amounts in 亿, shares in 成, a weekday, a name with another character."""
    text = """张江峰会开幕

张江生命健康国际创新峰会主论坛11月15日（星期三）在上海开幕，副市长张伟出席开幕式并致辞。

市经信委介绍，2015年到2022年，张江跨境许可交易总额超2100亿美元，其中12%在张江内部流转。峰会共设52场论坛，产业周为期六天，11月19日结束。
"""
    assert grave(text, summit, "zh-Hans") == {
        ("name-differs", "张江生命健康国际创新峰会"),
        ("weekday-differs", "三"),
        ("name-differs", "张伟"),
        ("unit-differs", "超2100亿美元"),
        ("value-differs", "12%"),
        ("value-differs", "52场"),
        ("value-differs", "为期六天"),
        ("value-differs", "11月19日"),
    }


CHANGES = [
    ("nearly RMB\xa0210 billion from", "nearly RMB\xa021 billion from", "value-differs", "off by 10×"),
    ("nearly RMB\xa0210 billion from", "nearly US$210 billion from", "unit-differs", "units differ"),
    ("nearly RMB\xa0210 billion from", "over RMB\xa0210 billion from", "qualifier-differs", "over RMB"),
    ("and vice mayor of", "and mayor of", "post-differs", "vice mayor"),
    (
        "Chen Kaixian (CAS), Zhao Guoping (CAS)",
        "Zhao Guoping (CAS), Chen Kaixian (CAS)",
        "order-differs",
        "order",
    ),
    ("Chen Kaixian (CAS), ", "", "official-left-out", "Chen Kaixian"),
    ("25 forums", "25 companies", "scope-differs", "forums"),
    ("more than one-third", "40 percent", "disputed-value", "a source says so"),
    ("Gathering Potential", "Gathering Potentials", "name-differs", "Gathering Potential"),
    ("in a single concentrated", "in a single concentrated US$3 billion", "unknown-fact", "US$3 billion"),
]


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"), CHANGES, ids=[change[2] + change[1][-8:] for change in CHANGES]
)
def test_what_is_said_of_a_change(summit: Record, old: str, new: str, rule: str, said: str) -> None:
    """Each sort of departure has its rule, and a sentence with what the record says."""
    text = (
        (EDITIONS / "zhangjiang-summit-2022.en.txt").read_text("utf-8").replace("In a single", "in a single")
    )
    assert old in text
    found = [one for one in check(text.replace(old, new), summit, "en") if one.rule == rule]
    assert [one for one in found if said in one.message], found
    assert all(one.path for one in found if rule != "unknown-fact")


def test_an_inferred_fact_may_not_be_printed() -> None:
    """What the record has only concluded is an error in a text."""
    record = eventrecord.loads(
        """
format: eventrecord/1
id: sample
revision: {number: 1, at: 2026-05-02}
locales: [en]
figures:
  visitors:
    name: {en: Visitors of the spring fair}
    count: 12600
    noun: {en: visitors}
    standing: inferred
event:
  id: fair
  name: {en: Spring Fair}
  start: 2026-05-01
"""
    )
    found = check("The Spring Fair had 12,600 visitors.\n", record, "en", date=date(2026, 5, 2))
    assert [(one.rule, one.surface, one.path) for one in found] == [
        ("inferred-fact-printed", "12,600", ("figures", "visitors", "count"))
    ]


def test_a_release_is_told_from_others(forum: Record) -> None:
    """`release` holds the text against that one: what it lacks of it is told."""
    text = (EDITIONS / "greater-bay-forum-2027.en.txt").read_text("utf-8")
    assert check(text, forum, "en") == check(text, forum, "en", release="advisory") == []
    assert {one.rule for one in check(text, forum, "en", release="closing")} >= {"left-out"}
    with pytest.raises(UnknownNameError):
        check(text, forum, "en", release="opening")


@pytest.mark.parametrize(
    ("tag", "file", "old", "new"),
    [
        ("zh-Hans", "greater-bay-forum-2027.closing.zh-Hans.txt", "刘海澄表示：", "他说："),
        ("en", "greater-bay-forum-2027.closing.en.txt", "Lau said", "he said"),
    ],
)
def test_a_pronoun_is_no_other_name(forum: Record, tag: str, file: str, old: str, new: str) -> None:
    """Who was named before may be he or she where the edition has the name again."""
    text = (EDITIONS / file).read_text("utf-8")
    told = {rule for rule, _ in grave(text.replace(old, new), forum, tag)}
    assert "name-differs" not in told


def test_what_is_left_out_is_information(summit: Record) -> None:
    """A shorter text is no mistake, but is told."""
    text = (EDITIONS / "zhangjiang-summit-2022.en.txt").read_text("utf-8")
    short = "".join(part for part in text.splitlines(keepends=True) if "10% of licenses" not in part)
    found = check(short, summit, "en")
    assert {(one.rule, one.severity.value, one.start) for one in found} == {("left-out", "info", None)}
    assert ("figures", "local-share", "percent") in {one.path for one in found}


def test_figures_that_change_places_are_found() -> None:
    """Numbers that the record knows, each at the other's place, are both wrong."""
    words = "The fair has 25 forums and 40 halls."
    record = eventrecord.loads(
        f"""
format: eventrecord/1
id: sample
revision: {{number: 1, at: 2026-05-02}}
locales: [en]
event:
  id: fair
  name: {{en: Spring Fair}}
  start: 2026-05-01
releases:
  - id: release
    issued: 2026-05-02
    headline: {{en: The fair is over}}
    body:
      - text: {{en: "{words}"}}
"""
    )
    assert grave(words, record, "en") == set()
    turned = words.replace("40", "x").replace("25", "40").replace("x", "25")
    assert grave(turned, record, "en") == {("value-differs", "40"), ("value-differs", "25")}


ALPHABET = st.text(
    st.one_of(
        st.sampled_from("0123456789亿万元年月日星期%近约,.，。 \n张江许可董晨第届Nov.RMB$-\u3000\u00a0'"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)


@settings(max_examples=40, deadline=None)
@given(ALPHABET, st.sampled_from(["en", "zh-Hans", "zh-Hant-HK"]))
def test_any_text_can_be_checked(words: str, tag: str) -> None:
    """No text raises, and every place is that of its words."""
    record = eventrecord.load(SUMMIT)
    for one in check(words, record, tag):
        if one.start is not None:
            assert words[one.start : one.end] == one.surface
