"""What every press edition of every record must keep, whatever it tells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from opencc import OpenCC

import eventrecord
from eventrecord import Record
from eventrecord.localize.characters import foreign_characters
from eventrecord.localize.localizer import Localizer
from eventrecord.model.participation import Modality, Participation
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]

HAN = r"[\u3400-\u9fff]"
TO_SIMPLIFIED, TO_TRADITIONAL = OpenCC("t2s"), OpenCC("s2t")


STYLED = ROOT / "tests" / "editions" / "styles"
OF_PATH = {path.stem: eventrecord.load(path) for path in RECORDS}


def editions() -> Iterator[tuple[str, str, str]]:
    """Name, locale and text of every plain press edition, of those in other styles, and of the derived."""
    for path in RECORDS:
        made = eventrecord.publish(OF_PATH[path.stem], formats=["press"], settings=find_settings(path))
        for name, content in made.items():
            yield name, name.split(".")[-2], content.decode()
        releases = [release.model_copy(update={"locales": []}) for release in OF_PATH[path.stem].releases]
        hong_kong = OF_PATH[path.stem].model_copy(update={"locales": ["en-HK"], "releases": releases})
        made = eventrecord.publish(hong_kong, formats=["press"], settings=find_settings(path))
        for name, content in made.items():
            yield name, "en-HK", content.decode()
    for file in sorted(STYLED.rglob("*.txt")):
        yield f"{file.parent.name}/{file.name}", file.name.split(".")[-2], file.read_text(encoding="utf-8")
    for path in RECORDS:
        made = eventrecord.publish(
            derived(path.stem), formats=["press"], settings=find_settings(path), draft=True
        )
        for name, content in made.items():
            tag = name.split(".")[-2]
            if tag in ("zh-Hant-TW", "zh-Hant-HK"):
                yield f"derived/{name}", tag, content.decode()


def derived(stem: str) -> Record:
    """The record with its Traditional wordings made by conversion, for Taiwan from those of Hong Kong."""
    whole = yaml.load((ROOT / _path(stem)).read_text("utf-8"), yaml.BaseLoader)
    if "zh-Hant-TW" not in whole["locales"]:
        whole["locales"].append("zh-Hant-TW")
        if "derive" in whole:
            whole["derive"]["zh-Hant-TW"] = "zh-Hant-HK"
    else:
        whole = _without_traditional(whole)
    related = [record for other, record in OF_PATH.items() if other != stem]
    return eventrecord.loads(json.dumps(whole), related=related)


def _path(stem: str) -> Path:
    return next(path for path in RECORDS if path.stem == stem)


def _without_traditional(part: Any) -> Any:
    if isinstance(part, list):
        return [_without_traditional(item) for item in part]
    if isinstance(part, dict):
        drop = "zh-Hans" in part
        return {k: _without_traditional(v) for k, v in part.items() if not (drop and k.startswith("zh-Hant"))}
    return part


def record_of(name: str) -> Record:
    """The record that an edition was made of."""
    stem = next(stem for stem in OF_PATH if name.rsplit("/", maxsplit=1)[-1].startswith(stem))
    return derived(stem) if name.startswith("derived/") else OF_PATH[stem]


EDITIONS = list(editions())
ALL = pytest.mark.parametrize(("name", "tag", "text"), EDITIONS, ids=[name for name, _, _ in EDITIONS])
CHINESE = [edition for edition in EDITIONS if edition[1].startswith("zh")]
IN_CHINESE = pytest.mark.parametrize(("name", "tag", "text"), CHINESE, ids=[name for name, _, _ in CHINESE])

MARKS = "，。；：？！、（）“”「」『』〔〕《》"
SPACED = re.compile(rf"{HAN} +[{HAN[1:-1]}A-Za-z0-9]|[A-Za-z0-9] +{HAN}|[{MARKS}] | [{MARKS}]")
NARROW = re.compile(
    rf"{HAN}[,:;!?()\"'~-]|[,:;!?(\"'~-]{HAN}|{HAN}\.|\.\.\.|[０-９Ａ-Ｚａ-ｚ％]|(?<!…)…(?!…)|(?<!—)—(?!—)"
)
HEDGE = "(?:近|[约約]|超[过過]|逾|至少|不足|至多|多[达達])"
MEASURE = "[万萬亿億元名位人次场場家件个個]"
HEDGED_TWICE = re.compile(
    rf"{HEDGE}(?:[0-9一二三四五六七八九十百千两兩数數][^，。；、（）\n]{{0,12}}?"
    rf"(?:左右|上下|以上|以下|以[内內]|[余餘多](?={MEASURE}))|{HEDGE})"
    r"|等等|等[^，。；\n]{0,4}等[^级級高]"
)


@IN_CHINESE
def test_chinese_has_no_space_beside_characters(name: str, tag: str, text: str) -> None:
    """No space stands between Chinese characters, or between them and digits, letters or marks."""
    assert SPACED.findall("\n".join(line.removeprefix("- ") for line in text.splitlines())) == []


@IN_CHINESE
def test_chinese_punctuation_is_full_width(name: str, tag: str, text: str) -> None:
    """Half-width marks do not touch a Chinese character; ellipses and dashes are double."""
    assert NARROW.findall("\n".join(line.removeprefix("- ") for line in text.splitlines())) == []


@IN_CHINESE
def test_figures_are_hedged_once(name: str, tag: str, text: str) -> None:
    """No 约…左右, no 超过…余, no 等等…等."""
    assert HEDGED_TWICE.search(text) is None


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        (SPACED, ["2022 上海", "上海 2022", "据 SHINE 报道", "开幕， 上海", "上 海"]),
        (NARROW, ["上海,北京", "(上海", "14日-18日", "开幕...", "２０２２年", "上海.", "等…", "产业周—峰会"]),
        (
            HEDGED_TWICE,
            ["约3000名左右", "超过3000余人", "逾兩千名以上", "约近30人", "李某等等", "近3000多名"],
        ),
    ],
)
def test_the_checks_see_what_they_look_for(pattern: re.Pattern[str], texts: list[str]) -> None:
    """What a proofreader marks is found; a check that finds nothing anywhere would prove nothing."""
    assert [text for text in texts if not pattern.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "据SHINE报道",
        "约3000名",
        "超过600名与会者，其中约42%来自内地",
        "11月14日至18日",
        "产业周——张江",
        "+86 755 0000 0000",
        "等专家学者",
        "12元以上",
    ],
)
def test_the_checks_let_good_chinese_be(text: str) -> None:
    """What the press prints is not marked."""
    assert not any(pattern.search(text) for pattern in (SPACED, NARROW, HEDGED_TWICE))


@ALL
def test_quotation_marks_are_those_of_the_place(name: str, tag: str, text: str) -> None:
    """“ ” in Simplified and English, 「 」 in Traditional; straight ones nowhere."""
    assert '"' not in text
    text = re.sub("(?<=[A-Za-z])’(?=[A-Za-z])", "", text)  # an apostrophe
    marks = set("“”‘’「」『』") & set(text)
    assert marks <= (set("「」『』") if tag.startswith("zh-Hant") else set("“”‘’"))
    if tag.startswith("zh"):
        assert text.count("‘") == text.count("’")
        assert text.count("『") == text.count("』")
        assert not re.search(r"「[^」]*「|“[^”]*“|『[^』]*『|‘[^’]*‘", text)
    assert text.count("“") == text.count("”")
    assert text.count("「") == text.count("」")


@ALL
def test_scripts_are_not_mixed(name: str, tag: str, text: str) -> None:
    """No Simplified character is left in a Traditional edition, no Traditional one in a Simplified."""
    if tag == "zh-Hans":
        assert TO_SIMPLIFIED.convert(text) == text
    if tag.startswith("zh-Hant"):
        simplified = TO_SIMPLIFIED.convert(text)
        same = {a for a, b in zip(text, simplified, strict=True) if a == b}
        only_simplified = {c for c in same if TO_TRADITIONAL.convert(c) != c}
        # Characters that Traditional has too, in other words than the ones conversion knows.
        assert only_simplified <= set("布周為峰床于占台里准只面后并里系干志岳松表采制")


@ALL
def test_dates_have_the_form_of_the_newswire(name: str, tag: str, text: str) -> None:
    """English dates follow AP: months abbreviated with a day, no ordinal endings."""
    if tag == "en" and not name.startswith("shine/"):
        assert re.findall(r"\d(st|nd|rd|th)\b", text) == []
        assert (
            re.findall(
                r"\b(January|February|August|September|October|November|December) \d{1,2}\b(?!\d)", text
            )
            == []
        )


@ALL
def test_sentences_are_whole(name: str, tag: str, text: str) -> None:
    """No doubled or missing stop, no empty slot, no double space."""
    assert re.findall(r"。。|，，|，。|、、|\.\.|,,| ,|  |\{|\}|\bNone\b", text) == []


IN_ENGLISH = [edition for edition in EDITIONS if edition[1].startswith("en")]
ENGLISH = pytest.mark.parametrize(
    ("name", "tag", "text"), IN_ENGLISH, ids=[name for name, _, _ in IN_ENGLISH]
)
PERCENT = {
    "newswire": r"\d%",
    "shine": r"\d percent\b",
    "xinhua": r"\d percent\b",
    "gov-hk": r"\d per cent\b",
}
ANY_PERCENT = re.compile(r"\d ?%|\d per ?cent\b")
FULL_MONTH = re.compile(r"\b(January|February|August|September|October|November|December) \d{1,2}\b(?!\d)")
SHORT_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.? \d")
WRONG_MONTH = re.compile(r"\b(Mar|Apr|Jun|Jul|Sep)\.? \d|\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec) \d")
ORDINAL_DAY = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}(st|nd|rd|th)\b|\d(st|nd|rd|th) of [A-Z]")
MARKED_TWICE = re.compile(r"[?!]’?[.,]”|[?!]”[.,]|,[);]|\( | \)")


def style_of(name: str, tag: str) -> str:
    """The house style of an English edition."""
    return name.split("/", maxsplit=1)[0] if "/" in name else {"en": "newswire", "en-HK": "gov-hk"}[tag]


@ENGLISH
def test_percent_is_written_as_the_style_writes_it(name: str, tag: str, text: str) -> None:
    """10% in the newswire, 10 percent in SHINE and Xinhua, 10 per cent in Hong Kong; one form throughout."""
    form = PERCENT[style_of(name, tag)]
    assert [found[0] for found in ANY_PERCENT.finditer(text) if not re.match(form, found[0])] == []


@ENGLISH
def test_months_are_written_as_the_style_writes_them(name: str, tag: str, text: str) -> None:
    """Short with a day after AP, in full in SHINE and Hong Kong; no day bears an ordinal ending."""
    short = style_of(name, tag) in ("newswire", "xinhua")
    assert (FULL_MONTH if short else SHORT_MONTH).search(text) is None
    assert WRONG_MONTH.search(text) is None
    assert ORDINAL_DAY.search(text) is None


@ENGLISH
def test_stops_stand_where_the_style_sets_them(name: str, tag: str, text: str) -> None:
    """Inside the quotation marks after AP, outside in Hong Kong; never two at one place."""
    if style_of(name, tag) != "gov-hk":
        assert re.findall("”[.,]", text) == []
    assert MARKED_TWICE.search(text) is None


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        (ANY_PERCENT, ["10%", "10 %", "10 percent", "10 per cent"]),
        (FULL_MONTH, ["November 16", "August 1, 2027"]),
        (SHORT_MONTH, ["Nov. 16", "Sept 1"]),
        (WRONG_MONTH, ["Mar. 3", "Sep. 1", "Nov 16"]),
        (ORDINAL_DAY, ["Nov. 16th", "March 3rd", "16th of May"]),
        (MARKED_TWICE, ["“Whose Sea?.”", "“Why?”.", "(Room 1, Bay Hall,)"]),
    ],
)
def test_the_english_checks_see_what_they_look_for(pattern: re.Pattern[str], texts: list[str]) -> None:
    """What a copy editor marks is found."""
    assert [text for text in texts if not pattern.search(text)] == []


MONTH = r"(Jan\.|Feb\.|March|April|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
DAY = {
    "zh": r"\d{4}年\d{1,2}月\d{1,2}日",
    "newswire": rf"{MONTH} \d{{1,2}}, \d{{4}}",
    "xinhua": rf"{MONTH} \d{{1,2}}",
}


@ALL
def test_datelines_have_the_form_of_the_style(name: str, tag: str, text: str) -> None:
    """Place and day before the first paragraph as the style sets them; nowhere an agency's mark."""
    style = name.split("/", maxsplit=1)[0] if "/" in name else ""
    long = [line for line in text.splitlines() if " — " in line[:60] and not line.startswith("- ")]
    if tag in ("en", "en-HK"):
        day = DAY["xinhua" if style == "xinhua" else "newswire"]
        assert all(re.match(rf"[A-Z][A-Z ]+, {day} — [A-Z]", line) for line in long)
        if style == "shine" or (tag == "en-HK" and not style):
            assert long == []
    if tag == "zh-Hans" and not style:
        assert not re.search(rf"^（[^）]*{DAY['zh']}）", text, re.MULTILINE)
    if tag == "zh-Hant-TW" or style == "xinhua":
        begun = re.findall(r"^（[^）]*年[^）]*）", text, re.MULTILINE)
        assert all(re.fullmatch(rf"（([^，）]+，)?{DAY['zh']}）", line) for line in begun)
    assert not re.search(r"\(Xinhua\)|PRNewswire|新华社|新華社|美通社|本报讯|本報訊", text)


def _lists(entries: Iterable[Participation]) -> Iterator[Participation]:
    for entry in entries:
        if entry.person or entry.people:
            yield entry


@pytest.mark.parametrize("stem", OF_PATH)
def test_people_stand_in_the_order_of_the_record(stem: str) -> None:
    """Those who did the same stand in a paragraph by rank, in every language and style."""
    made = [
        (name, tag, text) for name, tag, text in EDITIONS if name.rsplit("/", maxsplit=1)[-1].startswith(stem)
    ]
    held, several = 0, False
    for name, tag, text in made:
        record = record_of(name)
        localizer = Localizer(record, tag, draft=True)
        for event in record.events().values():
            for did in Modality:
                ranked = [one for entry in _lists(event.participants) if did in entry.did for one in
                          ([entry.person] if entry.person else entry.people)]  # fmt: skip
                several |= len(ranked) > 1
                names = [localizer.person(one, "name") for one in ranked if one]
                for line in text.splitlines():
                    places = [line.find(one) for one in names if one in line]
                    held += len(places) > 1
                    assert places == sorted(places), name
    assert held or not several


@IN_CHINESE
def test_open_lists_alone_end_in_deng(name: str, tag: str, text: str) -> None:
    """等 after names stands where the record says that the list goes on, and nowhere else."""
    record = record_of(name)
    localizer = Localizer(record, tag, draft=True)
    entries = [entry for event in record.events().values() for entry in _lists(event.participants)]
    lasting = {entry.person or entry.people[-1] for entry in entries if not entry.complete}
    for entry in entries:
        last = entry.person or entry.people[-1]
        written = re.escape(localizer.person(last, "name"))
        ended = re.search(written + "(教授|博士)?等", text)
        if not entry.complete:
            listed = all(localizer.person(one, "name") in text for one in [last, *entry.people])
            assert ended or not (listed and Modality.INVITED in entry.did)
        elif last not in lasting:
            assert not ended
    whole = {one for event in record.events().values() for body in event.organizations if body.complete
             for one in body.organizations[-1:]}  # fmt: skip
    for one in whole:
        assert localizer.organization(one, "full") + "等" not in text


@pytest.mark.parametrize("tag", ["zh-Hant-TW", "zh-Hant-HK"])
def test_glyphs_are_those_of_the_place(tag: str) -> None:
    """裡 and 衛 in Taiwan, 裏 and 衞 in Hong Kong; neither has a Simplified character of its own words."""
    other = {"zh-Hant-TW": "裏衞説羣峯牀佈", "zh-Hant-HK": "裡衛説羣峯牀佈臺週"}[tag]
    for _, made, text in EDITIONS:
        if made == tag:
            assert set(text) & {*other, *foreign_characters(tag)} == set()


FOOT = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日（星期([一二三四五六日])）$", re.MULTILINE)


@IN_CHINESE
def test_hong_kong_ends_with_the_day_and_writes_others_in_characters(name: str, tag: str, text: str) -> None:
    """完, then the day of issue in digits with its weekday; other days and whole percentages are in words."""
    if tag != "zh-Hant-HK":
        assert FOOT.search(text) is None
        return
    foot = FOOT.search(text)
    assert foot is not None
    assert "\n完\n\n" + foot[0] in text
    assert foot[4] == "一二三四五六日"[date(*map(int, foot.groups()[:3])).weekday()]
    assert not re.search(r"\d+[月日年]|(?<![.\d])\d+%", text.replace(foot[0], ""))
    assert re.search(r"^\*+$", text, re.MULTILINE)


@IN_CHINESE
def test_days_of_issue_stand_where_the_style_wants_them(name: str, tag: str, text: str) -> None:
    """A line of its own in mainland releases, brackets before the lead in Taiwan and by the agency."""
    line = re.compile(rf"^发布日期：{DAY['zh']}$", re.MULTILINE)
    brackets = re.compile(rf"^（([^，）]+，)?{DAY['zh']}）(?=\S)", re.MULTILINE)
    plain = re.compile(rf"^{DAY['zh']}$", re.MULTILINE)
    if name.startswith("xinhua/"):
        assert len(brackets.findall(text)) + len(plain.findall(text)) == 1
    elif tag == "zh-Hans":
        assert len(line.findall(text)) == 1
    elif tag == "zh-Hant-TW":
        assert len(brackets.findall(text)) == 1
        assert text.count("\n###\n") == 1
    else:
        assert not brackets.search(text)
