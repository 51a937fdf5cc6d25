"""What every press edition of every record must keep, whatever it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from opencc import OpenCC

import eventrecord
from eventrecord.localize.localizer import Localizer
from eventrecord.model.participation import Modality, Participation
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]

HAN = r"[\u3400-\u9fff]"
TO_SIMPLIFIED, TO_TRADITIONAL = OpenCC("t2s"), OpenCC("s2t")


STYLED = ROOT / "tests" / "editions" / "styles"


def editions() -> Iterator[tuple[str, str, str]]:
    """Name, locale and text of every plain press edition, then of those in other styles."""
    for path in RECORDS:
        record = eventrecord.load(path)
        made = eventrecord.publish(record, formats=["press"], settings=find_settings(path))
        for name, content in made.items():
            yield name, name.split(".")[-2], content.decode()
    for file in sorted(STYLED.rglob("*.txt")):
        yield f"{file.parent.name}/{file.name}", file.name.split(".")[-2], file.read_text(encoding="utf-8")


EDITIONS = list(editions())
ALL = pytest.mark.parametrize(("name", "tag", "text"), EDITIONS, ids=[name for name, _, _ in EDITIONS])


@ALL
def test_chinese_has_no_space_beside_characters(name: str, tag: str, text: str) -> None:
    """No space stands between Chinese characters, or between them and digits."""
    if tag.startswith("zh"):
        assert re.findall(rf"{HAN} +[{HAN[1:-1]}0-9]|[0-9] +{HAN}", text.replace("\n", "")) == []


@ALL
def test_chinese_punctuation_is_full_width(name: str, tag: str, text: str) -> None:
    """No half-width comma, colon, bracket or quotation mark touches a Chinese character."""
    if tag.startswith("zh"):
        assert re.findall(rf"{HAN}[,:;!?()\"']|[,:;!?(\"']{HAN}", text) == []


@ALL
def test_quotation_marks_are_those_of_the_place(name: str, tag: str, text: str) -> None:
    """“ ” in Simplified and English, 「 」 in Traditional; straight ones nowhere."""
    assert '"' not in text
    marks = set("“”「」") & set(text)
    assert marks <= (set("「」") if tag.startswith("zh-Hant") else set("“”"))
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
    long = [line for line in text.splitlines() if " — " in line[:60]]
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


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_people_stand_in_the_order_of_the_record(path: Path) -> None:
    """Those of one list who are named in a paragraph stand in it by rank, in every language and style."""
    record = eventrecord.load(path)
    made = [(name, tag, text) for name, tag, text in EDITIONS if name.split("/")[-1].startswith(path.stem)]
    held = 0
    for name, tag, text in made:
        localizer = Localizer(record, tag, draft=True)
        for event in record.events().values():
            ranked = [one for entry in _lists(event.participants) if Modality.INVITED in entry.did for one in
                      ([entry.person] if entry.person else entry.people)]  # fmt: skip
            names = [localizer.person(one, "name") for one in ranked if one]
            for line in text.splitlines():
                places = [line.find(one) for one in names if one in line]
                held += len(places) > 1
                assert places == sorted(places), name
    assert held or not any(
        Modality.INVITED in entry.did for event in record.events().values() for entry in event.participants
    )


@ALL
def test_open_lists_alone_end_in_deng(name: str, tag: str, text: str) -> None:
    """等 after names stands where the record says that the list goes on; elsewhere it does not."""
    if not tag.startswith("zh"):
        return
    path = next(path for path in RECORDS if name.rsplit("/", maxsplit=1)[-1].startswith(path.stem))
    record = eventrecord.load(path)
    localizer = Localizer(record, tag, draft=True)
    for event in record.events().values():
        for entry in _lists(event.participants):
            last = entry.person or entry.people[-1]
            written = re.escape(localizer.person(last, "name"))
            if entry.complete and not any(
                last in (other.person, *other.people) and not other.complete
                for every in record.events().values()
                for other in _lists(every.participants)
            ):
                assert not re.search(written + "等", text)
