"""Latin names against Chinese ones: no reading, swapped parts, orders in lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from eventrecord.diagnostic import Diagnostic
from eventrecord.localize import language
from eventrecord.model.record import Record
from eventrecord.reading import loads
from eventrecord.rules import validate
from eventrecord.settings import Settings

Found = Callable[..., list[Diagnostic]]


def named(name: str) -> str:
    """Somebody beside Shen Lan, 沈岚."""
    return f"people: {{other: {{name: {name}}}}}"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("{en: {family: Dong, given: Cheng}, zh-Hans: {family: 董, given: 晨}}", "in pinyin Dong Chen"),
        ("{en: Dong Cheng, zh-Hans: 董晨}", "in pinyin Dong Chen"),
        ("{en: {family: Shan, given: Jixian}, zh-Hans: {family: 单, given: 霁翔}}", "Shan Jixiang"),
        ("{en: {family: Zhao, given: Pinan}, zh-Hans: {family: 赵, given: 平安}}", "Zhao Ping'an"),
        ("{en: {family: Zhangwei, given: Min}, zh-Hans: {family: 张, given: 为民}}", "Zhang Weimin"),
        ("{en: {family: Ouyan}, zh-Hans: 欧阳文}", ""),
        ("{en: Ouyan Wen, zh-Hans: 欧阳文}", "Ouyang Wen"),
        ("{en: {family: Zhang}, zh-Hans: {family: 章鱼}}", "Zhangyu"),
        ("{en: {family: Chan, given: Tai-man}, zh-Hant: {family: 陳, given: 大文}}", "Chen Dawen"),
    ],
)
def test_a_name_that_is_no_reading_is_told_with_one_that_is(found: Found, name: str, message: str) -> None:
    """The message gives the pinyin of the characters, in the reading that was meant."""
    findings = found("locales: [en]\n" + named(name), rule="name-mismatch")
    assert [message in finding.message for finding in findings] == [True] * bool(message)
    assert all(finding.path == ("people", "other", "name", "en") for finding in findings)


@pytest.mark.parametrize("parts", ["family: 史密斯, given: 玛丽", "family: 凯勒, given: 安娜"])
def test_a_transliterated_name_that_does_not_say_so_is_seen(found: Found, parts: str) -> None:
    """The hint tells what makes a foreigner's name one; without it the edition would print 史密斯玛丽."""
    fragment = named(f"{{en: {{family: Smith, given: Mary}}, zh-Hans: {{{parts}}}}}")
    [finding] = found("locales: [zh-Hans]\n" + fragment, rule="name-mismatch")
    assert "'order: given-first'" in str(finding.hint)


def test_names_longer_than_any_name_are_no_burden(found: Found) -> None:
    """A hundred thousand letters or characters are looked at once, and quoted in short."""
    for name in (
        f"{{en: {{family: {'x' * 100_000}, given: Wei}}, zh-Hans: {{family: 张, given: 为}}}}",
        f"{{en: {{family: Zhang, given: Wei}}, zh-Hans: {{family: 张, given: {'为' * 100_000}}}}}",
    ):
        assert all(len(finding.message) < 300 for finding in found(named(name), rule="name-mismatch"))


@pytest.mark.parametrize(
    "name",
    [
        "{en: {family: Dong, given: Chen}, zh-Hans: {family: 董, given: 晨}}",
        "{en: {family: Dong, given: C.}, zh-Hans: {family: 董, given: 晨}}",
        "{en: {family: Lyu, given: Lu}, zh-Hans: {family: 吕, given: 绿}}",
        "{en: {family: Zheng-Li, given: Sufang}, zh-Hans: {family: 郑李, given: 素芳}}",
        "{en: {family: Nieng, given: Yan, romanization: own}, zh-Hans: {family: 聂, given: 彦}}",
        "{en: {family: Chan, given: Tai-man, romanization: hong-kong}, zh-Hans: {family: 陈, given: 大文}}",
        "{en: {family: Smith, given: Mary}, zh-Hans: {family: 史密斯, given: 玛丽, order: given-first}}",
        "{en: Mary Smith, zh-Hans: 玛丽·史密斯}",
        "{ja: 董晨, zh-Hans: 董晨}",
        "{ru: Дун Чэнь, zh-Hans: 董晨}",
        "{en: {family: Li, given: Li}, zh-Hans: {family: 李, given: 莉}}",
        "{zh-Hans: 董晨}",
    ],
)
def test_names_that_go_together_are_sound(found: Found, name: str) -> None:
    """Readings, initials, spellings said to be others, foreigners and other scripts give no finding."""
    fragment = "locales: [zh-Hans]\n" + named(name)
    assert found(fragment, rule="name-mismatch") + found(fragment, rule="name-swapped") == []


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("{en: {family: Chen, given: Dong}, zh-Hans: {family: 董, given: 晨}}", "Dong", "Chen"),
        ("{en: {family: Boli, given: Zhang}, zh-Hans: 张伯礼}", "Zhang", "Boli"),
        (
            "{en: {family: Tai-man, given: Chan, romanization: hong-kong},"
            " zh-Hans: {family: 陈, given: 大文}}",
            "Chan",
            "Tai-man",
        ),
    ],
)
def test_swapped_parts_are_told_with_what_to_write(found: Found, name: str, family: str, given: str) -> None:
    """The hint gives both parts in their places; names of other romanizations are seen by their words."""
    [finding] = found(named(name), rule="name-swapped")
    assert finding.hint == f"write 'family: {family}' and 'given: {given}'"


@pytest.mark.parametrize(
    ("chinese", "parts"),
    [("{family: 鑫, given: 唐}", ("唐", "鑫")), ("{family: 建国, given: 吴}", ("吴", "建国"))],
)
def test_a_chinese_name_is_put_right_in_its_own_place(
    found: Found, chinese: str, parts: tuple[str, str]
) -> None:
    """Where a frequent family name stands as the given one, the Latin name is left as it is."""
    latin = "{family: Tang, given: Xin}" if "唐" in parts else "{family: Wu, given: Jianguo}"
    [finding] = found(named(f"{{en: {latin}, zh-Hans: {chinese}}}"), rule="name-swapped")
    assert finding.path == ("people", "other", "name", "zh-Hans")
    assert finding.hint == f"write 'family: {parts[0]}' and 'given: {parts[1]}'"
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == list(parts)


def test_a_whole_name_given_first_is_out_of_step_with_the_others(found: Found) -> None:
    """Beside family-first names it is one order among two; alone it is not the house style's."""
    fragment = named("{en: Chen Dong, zh-Hans: 董晨}")
    [finding] = found(fragment, rule="name-order-mixed")
    assert finding.message == "Chen Dong is written given name first, but Shen Lan family name first"
    assert finding.hint == (
        "write it in parts, 'family: Dong' and 'given: Chen': then it has the order of the others"
    )
    assert found(fragment, rule="name-swapped") == []
    alone = "people: {shen-lan: {name: {en: Lan Shen}}}"
    assert found(alone, rule="name-order-mixed") == []
    [finding] = found(alone, rule="name-swapped")
    assert finding.message == "Lan Shen is written given name first: 沈岚 is Shen Lan"


def test_one_name_of_many_is_enough(found: Found) -> None:
    """Among five names family name first, the sixth is found, whichever place it has."""
    names = {
        "董晨": "Chen Dong",
        "毛坦": "Mao Tan",
        "丁健": "Ding Jian",
        "石谦": "Shi Qian",
        "林博": "Lin Bo",
    }
    people = ", ".join(
        f"p{number}: {{name: {{en: {latin}, zh-Hans: {chinese}}}}}"
        for number, (chinese, latin) in enumerate(names.items())
    )
    [finding] = found(f"people: {{{people}}}", rule="name-order-mixed")
    assert finding.path == ("people", "p0", "name", "en")


def test_a_person_of_another_record_is_seen_in_the_list(record: Callable[..., Record]) -> None:
    """A list that names somebody of another record, in another order, is reported where it does."""
    other = loads(
        "format: eventrecord/1\nid: week\nrevision: {number: 1, at: 2031-05-14}\nlocales: [en]\n"
        "people:\n  dong: {name: {en: {family: Dong, given: Chen, order: given-first}, zh-Hans: 董晨}}\n"
        "event: {id: week, name: {en: Week}}\n"
    )
    fragment = "event: {part_of: week/week, participants: [{people: [shen-lan, week/dong], did: [spoke]}]}"
    [finding] = validate(record(fragment, other), select=["name-order-mixed"])
    assert finding.path == ("event", "participants", 0, "people", 1)
    assert finding.message == "Chen Dong is written given name first, but Shen Lan family name first"


def test_the_order_is_that_of_the_house_style(record: Callable[..., Record]) -> None:
    """An unknown style is another rule's matter; orders are then those of the locale."""
    built = record(named("{en: Chen Dong, zh-Hans: 董晨}"))
    settings = Settings(style={"en": "no-such-style"})
    assert len(validate(built, settings=settings, select=["name-order-mixed"])) == 1


def test_a_style_may_have_given_names_first(
    record: Callable[..., Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the names that are out of step are the others; what reads both ways is in step with anything."""
    style = replace(language.language("en"), style={"names": {"order": "given-first"}})
    monkeypatch.setattr(language, "language", lambda tag, name=None: style)
    fragment = """
    people:
      shen-lan: {name: {en: Lan Shen}}
      dong: {name: {en: Dong Chen, zh-Hans: 董晨}}
      li: {name: {en: Li Li, zh-Hans: 李莉}}
      mao: {name: {en: {family: Mao, given: Tan}, zh-Hans: {family: 毛, given: 坦}}}
    """
    [finding] = validate(record(fragment), select=["name-order-mixed", "name-swapped"])
    assert finding.message == "Dong Chen is written family name first, but Lan Shen given name first"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("{zh-Hans: {family: 张, given: 为}, zh-Hant: {family: 張, given: 為}}", 0),
        ("{zh-Hans: 张为, zh-Hant-TW: 張爲, zh-Hant-HK: 張為}", 0),
        ("{zh-Hans: {family: 陈, given: 凯先}, zh-Hant: {family: 陳, given: 凱光}}", 1),
        ("{zh-Hans: 陈凯先, zh-Hant: 陳凱}", 1),
        ("{zh-Hant-HK: 趙國屏, zh-Hans: 陈凯先}", 1),
        ("{zh-Hans: 约翰·史密斯, zh-Hant-HK: 莊·史密夫}", 0),
    ],
)
def test_both_scripts_have_one_name(found: Found, name: str, number: int) -> None:
    """Characters of the two scripts are read alike, sign by sign; foreigners may be called otherwise."""
    findings = found("locales: [zh-Hans]\n" + named(name), rule="name-mismatch")
    assert [finding.rule for finding in findings] == ["name-mismatch"] * number
