"""People as editions name them: order, capitals, other names, later mentions, shared titles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from eventrecord import validate
from eventrecord.localize import localizer as localizer_module
from eventrecord.localize.english.names import title_case
from eventrecord.localize.language import Language, language
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.names import written_name
from eventrecord.model.record import Record
from eventrecord.model.slot import Slot
from eventrecord.story.people import officials

PEOPLE: dict[str, Any] = {
    "zhang-boli": {
        "name": {"en": {"family": "Zhang", "given": "Boli"}, "zh-Hans": {"family": "张", "given": "伯礼"}}
    },
    "zhang-wei": {
        "name": {"en": {"family": "Zhang", "given": "Wei"}, "zh-Hans": {"family": "张", "given": "为"}}
    },
    "ouyang": {
        "name": {"en": {"family": "Ouyang", "given": "Wen"}, "zh-Hans": {"family": "欧阳", "given": "文"}}
    },
    "nieng": {
        "name": {
            "en": {"family": "Nieng", "given": "Yan", "romanization": "own"},
            "zh-Hans": {"family": "聂", "given": "彦"},
        }
    },
    "dong": {
        "name": {
            "en": {"family": "Dong", "given": "Chen", "order": "given-first"},
            "zh-Hans": {"family": "董", "given": "晨"},
        }
    },
    "chan": {
        "name": {
            "en": {"family": "Chan", "alias": "Peter", "honorific": "Mr", "romanization": "hong-kong"},
            "zh-Hant": {"family": "陳", "given": "大文", "honorific": "先生"},
            "zh-Hans": {"family": "陈", "given": "大文"},
        }
    },
    "lau": {
        "name": {
            "en": {
                "family": "Lau",
                "given": "Hoi-ching",
                "alias": "Vivian",
                "honorific": "Ms",
                "romanization": "hong-kong",
            },
            "zh-Hant": {"family": "劉", "given": "海澄"},
            "zh-Hans": {"family": "刘", "given": "海澄"},
        }
    },
    "smith": {
        "name": {
            "en": {"family": "Smith", "given": "Mary"},
            "zh-Hans": {"family": "史密斯", "given": "玛丽", "order": "given-first"},
        }
    },
}


@pytest.fixture
def record() -> Record:
    return built(PEOPLE)


def built(people: dict[str, Any], **event: Any) -> Record:
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "sample",
            "revision": {"number": 1, "at": "2027-03-18"},
            "locales": ["en", "zh-Hans"],
            "organizations": {
                "city": {
                    "name": {"en": "Linjiang", "zh-Hans": "临江市人民政府"},
                    "in_posts": {"en": "Linjiang", "zh-Hans": "临江市"},
                },
                "academy": {"name": {"en": "Linjiang Academy", "zh-Hans": "临江科学院"}, "article": True},
            },
            "people": people,
            "event": {"id": "forum", "name": {"en": "Forum", "zh-Hans": "论坛"}, **event},
        }
    )


def styled(record: Record, tag: str, monkeypatch: pytest.MonkeyPatch, **names: Any) -> Localizer:
    """A localizer whose house style says that of names."""

    def changed(tag: str, style: str | None = None, office: str = "") -> Language:
        found = language(tag, style, office)
        return replace(found, style=found.style | {"names": found.style["names"] | names})

    monkeypatch.setattr(localizer_module, "language", changed)
    return Localizer(record, tag)


@pytest.mark.parametrize(
    ("person", "family_first", "given_first"),
    [
        ("zhang-boli", "ZHANG Boli", "Boli ZHANG"),
        ("ouyang", "OUYANG Wen", "Wen OUYANG"),
        ("nieng", "NIENG Yan", "NIENG Yan"),
        ("dong", "Chen DONG", "Chen DONG"),
        ("chan", "Peter CHAN", "Peter CHAN"),
        ("lau", "Vivian LAU Hoi-ching", "Vivian Hoi-ching LAU"),
        ("smith", "Mary SMITH", "Mary SMITH"),
    ],
)
def test_order_and_capitals_are_the_house_styles(
    record: Record, monkeypatch: pytest.MonkeyPatch, person: str, family_first: str, given_first: str
) -> None:
    """The style orders Chinese names; an order or a spelling of the person's own goes before it."""
    for order, written in (("family-first", family_first), ("given-first", given_first)):
        localizer = styled(record, "en", monkeypatch, order=order, capital_family=True)
        assert localizer.person(person, "name") == written


def test_chinese_characters_stay_in_their_order(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A style that turns Latin names round leaves characters alone."""
    localizer = styled(record, "zh-Hans", monkeypatch, order="given-first", capital_family=True)
    assert localizer.person("zhang-boli", "name") == "张伯礼"
    assert localizer.person("smith", "name") == "玛丽·史密斯"


@pytest.mark.parametrize(
    ("tag", "again", "person", "written"),
    [
        ("en", "family", "ouyang", "Ouyang"),
        ("en", "family", "zhang-wei", "Zhang Wei"),
        ("en", "full", "ouyang", "Ouyang Wen"),
        ("en-HK", "title-family", "chan", "Mr Chan"),
        ("en-HK", "title-family", "lau", "Ms Lau"),
        ("en-HK", "title-family", "ouyang", "Ouyang Wen"),
        ("zh-Hans", "full", "ouyang", "欧阳文"),
        ("zh-Hans", "family", "smith", "史密斯"),
        ("zh-Hans", "foreign-family", "smith", "史密斯"),
        ("zh-Hans", "foreign-family", "ouyang", "欧阳文"),
        ("zh-Hant-HK", "title-family", "chan", "陳先生"),
        ("zh-Hant-HK", "title-family", "lau", "劉海澄"),
    ],
)
def test_later_mentions(
    record: Record, monkeypatch: pytest.MonkeyPatch, tag: str, again: str, person: str, written: str
) -> None:
    """Family name, with title, or in full; in full also where two have the name, or no title is known."""
    localizer = styled(record, tag, monkeypatch, again=again)
    slot = Slot("people", person, "", 0, 0)
    assert localizer.slot(slot, {f"people.{person}"}).text == written
    assert localizer.person(person, "again") == written


def test_titles_have_the_case_of_the_house_style() -> None:
    """Hong Kong sets titles with capitals; newswires leave them as they are written."""
    post = {"title": {"en": "vice-president for research and member of the board", "zh-Hans": "副校长"}}
    record = built({"ouyang": PEOPLE["ouyang"] | {"posts": [post]}})
    assert Localizer(record, "en").person("ouyang", "posts") == post["title"]["en"]
    capitals = "Vice-President for Research and Member of the Board"
    assert Localizer(record, "en-HK").person("ouyang", "posts") == capitals
    assert title_case("director of the Deep-sea Laboratory", {"small_words": ["of", "the"]}) == (
        "Director of the Deep-sea Laboratory"
    )


def test_data_formats_have_names_without_dress(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """What linked data calls somebody has neither honorific nor capitals, whatever the house style prints."""
    localizer = styled(record, "en-HK", monkeypatch, capital_family=True)
    lau = record.people["lau"]
    assert localizer.person("lau", "name") == "Ms Vivian LAU Hoi-ching"
    assert written_name(lau, lau.name["en"], localizer.language, "plain") == "Vivian Lau Hoi-ching"


MAYOR = {
    "title": {"en": "vice mayor", "zh-Hans": "副市长"},
    "plural": {"en": "vice mayors"},
    "organization": "city",
}
FELLOW = {"organization": "academy", "as": "academician"}


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        (
            "en",
            "Zhang Boli, vice mayor of Linjiang; Zhang Wei and Ouyang Wen, academicians of the Linjiang "
            "Academy; and Mary Smith and Chen Dong, vice mayors of Linjiang, attended the Forum",
        ),
        ("zh-Hans", "临江市副市长张伯礼，临江科学院院士张为、欧阳文，临江市副市长玛丽·史密斯、董晨出席"),
    ],
)
def test_neighbours_share_a_title_and_rank_is_kept(tag: str, written: str) -> None:
    """Who stands side by side and is the same has it told once; nobody changes places for that."""
    order = ["zhang-boli", "zhang-wei", "ouyang", "smith", "dong"]
    people = {name: dict(PEOPLE[name]) for name in order}
    for name in ("zhang-boli", "smith", "dong"):
        people[name]["posts"] = [MAYOR]
    for name in ("zhang-wei", "ouyang"):
        people[name]["memberships"] = [FELLOW]
    record = built(people, participants=[{"people": order, "did": ["attended"]}])
    passage = officials(record.event, localizer := Localizer(record, tag), localizer.event("forum"), set())
    assert passage is not None
    assert passage.text == written


@pytest.mark.parametrize("dot", "·•・‧∙")
def test_a_name_with_any_middle_dot_is_a_foreigners(dot: str) -> None:
    """Taiwan's dot and Hong Kong's tell as much as the mainland's: the English name is given name first."""
    name = {"en": {"family": "Smith", "given": "John"}, "zh-Hant-TW": f"約翰{dot}史密斯"}
    sample = built({"john": {"name": name}})
    assert Localizer(sample, "en").person("john", "name") == "John Smith"
    assert not [found for found in validate(sample) if found.rule.startswith(("name", "unsafe"))]
