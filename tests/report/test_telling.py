"""Findings in both languages, with words for places: what every field is called, and whose it is."""

from __future__ import annotations

import string
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel

import eventrecord.model as model_package
from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.message import Meaning, Named, joined, listed, say, say_n
from eventrecord.model.record import COLLECTIONS, Record
from eventrecord.model.scalar import Scalar
from eventrecord.reading import read
from eventrecord.reading.shape import fields, kinds, named
from eventrecord.report.telling import Places, told
from eventrecord.rules import validate
from eventrecord.tongue import ENGLISH, TAGS, Tongue, tongue_of

CHINESE = Tongue("zh-Hans")
TONGUES = [ENGLISH, CHINESE]
DATA: dict[str, Any] = {
    "revision": {"at": "2022-11-16"},
    "locales": ["en", "zh-Hans"],
    "people": {
        "zhang-wei": {
            "name": {
                "en": {"family": "Zhang", "given": "Wei"},
                "zh-Hans": {"family": "张", "given": "为"},
            },
            "posts": [{"title": {"en": "mayor"}}],
        },
        "frank": {"name": {"en": {"family": "Ma", "given": "Frank", "order": "given-first"}}},
    },
    "figures": {
        "cross-border": {
            "money": "210 billion CNY",
            "name": {"en": "Licensing total", "zh-Hans": "张江许可交易总额"},
        },
        "visitors": {"count": 300, "sourcing": {"count": {"standing": "reported"}}},
    },
    "event": {
        "id": "summit",
        "name": {"en": {"text": "Summit", "state": "house"}, "zh-Hans": "峰会"},
        "theme": {"en": "Linking"},
        "participants": [{"person": "zhang-wei"}, {"person": "frank"}, {"group": {"en": "guests"}}],
        "sub_events": [{"id": "forum", "name": {"en": "Main forum"}, "start": "2022-11-15"}],
    },
    "releases": [{"id": "opening", "body": [{"lead": "forum"}, {"en": "Text", "zh-Hans": "文字"}]}],
}


@pytest.mark.parametrize(
    ("path", "english", "chinese"),
    [
        (
            ("figures", "cross-border", "money"),
            "the amount of “Licensing total”",
            "金额（张江许可交易总额）",
        ),
        (("figures", "cross-border"), "the figure “Licensing total”", "数据“张江许可交易总额”"),
        (("figures", "visitors", "count"), "the count of “visitors”", "数量（visitors）"),
        (
            ("figures", "visitors", "sourcing", "count", "standing"),
            "the standing of the count of “visitors”",
            "数量的可信程度（visitors）",
        ),
        (("event", "participants", 2), "participant 3 of “Summit”", "第3位参会人员（峰会）"),
        (("event", "sub_events", 0, "start"), "the start of “Main forum”", "开始时间（Main forum）"),
        (("event", "sub_events", 0), "the event “Main forum”", "活动“Main forum”"),
        (("event", "theme", "en"), "the theme of “Summit” (en)", "主题（峰会，en）"),
        (("event", "name", "en", "text"), "the name of “Summit” (en)", "名称（峰会，en）"),
        (("people", "zhang-wei", "name"), "the name of “Zhang Wei”", "姓名（张为）"),
        (("people", "frank", "name", "en"), "the name of “Frank Ma” (en)", "姓名（Frank Ma，en）"),
        (
            ("people", "zhang-wei", "posts", 0, "title", "en"),
            "the title of post 1 of “Zhang Wei” (en)",
            "第1个职务的职务名称（张为，en）",
        ),
        (
            ("event", "theme", "zh-Hans", "stand_in"),
            "the stand-in of the theme of “Summit” (zh-Hans)",
            "主题的代用语言（峰会，zh-Hans）",
        ),
        (("revision", "at"), "the date of the revision", "修订的日期"),
        (("locales", 1), "entry 2 of the locales", "第2种发布语言"),
        (("releases", 0, "body", 1, "en"), "block 2 of “opening” (en)", "第2段（opening，en）"),
        (("people",), "the people", "人物"),
        (("people", "nobody"), "the person “nobody”", "人物“nobody”"),
        (("event", "nmae"), "the nmae of “Summit”", "nmae（峰会）"),
    ],
)
def test_a_place_in_words(path: tuple[str | int, ...], english: str, chinese: str) -> None:
    """A path is told as its last field and the entry it belongs to, in that entry's own words."""
    assert Places(lambda: DATA, ENGLISH).words(path) == english
    assert Places(lambda: DATA, CHINESE).words(path) == chinese


@pytest.mark.parametrize("data", [{}, [], None, "text", {"event": None}, {"event": {"name": ["x"]}}])
def test_a_place_in_a_broken_record(data: Any) -> None:
    """Words are found whatever the record holds where an entry should be."""
    for path in [("event", "name", "en"), ("event", "sub_events", 3, "start"), ("people", "x", "posts", 0)]:
        assert Places(lambda: data, CHINESE).words(path)


def _models() -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = {Record}
    waiting: list[type[BaseModel]] = [Record]
    while waiting:
        for field in fields(waiting.pop()).values():
            inner = kinds(field.annotation, tuple(field.metadata))
            while inner:
                kind = inner.pop()
                if kind.is_a(BaseModel) and kind.kind not in found:
                    found.add(kind.kind)
                    waiting.append(kind.kind)
                elif kind.kind in (dict, list):
                    inner += kinds(kind.arguments[-1])
    return found


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.tag)
def test_every_field_has_a_label(tongue: Tongue) -> None:
    """All fields that can stand in a path are called something in each language, and no others are."""
    known = {name for model in _models() for name in fields(model)}
    labels = tongue.fields["labels"]
    assert known - set(labels) == set()
    assert {part for key in labels for part in key.split(".")} - known == set()
    assert set(tongue.fields["items"]) - known == set()


def test_both_languages_have_the_same_forms() -> None:
    """The patterns of one language are those of the other, with the same values."""
    english, chinese = (tongue.fields["forms"] for tongue in TONGUES)
    assert english.keys() == chinese.keys()
    for name, form in english.items():
        values = {field for _, field, _, _ in string.Formatter().parse(chinese[name]) if field}
        assert values <= {field for _, field, _, _ in string.Formatter().parse(form) if field}


def test_every_word_of_the_model_is_chinese() -> None:
    """Choices, collections and kinds of entries and values have a Chinese word."""
    words = CHINESE.fields["words"]
    choices = {member.value for kind in _subclasses(StrEnum) for member in kind}
    scalars = [kind for kind in _subclasses(Scalar) if kind.__module__.startswith(model_package.__name__)]
    called = {named(kind) for kind in [*_models(), *scalars]} | {kind.__name__.lower() for kind in scalars}
    assert choices | {*COLLECTIONS, "events"} | called <= set(words)


def _subclasses(base: type[Any]) -> list[Any]:
    own = [kind for kind in base.__subclasses__() if kind.__module__.startswith("eventrecord.")]
    return own + [below for kind in own for below in _subclasses(kind)]


def test_values_are_told_with_their_message() -> None:
    """Messages, lists, words of the model and counts within a message are in its language."""
    message = say(
        "{message}; {n} more such characters follow".replace("{n}", "{more}"),
        message=say("the {kind} {id!r} does not say who issues it", kind=Named("correction"), id="fix"),
        more=3,
    )
    assert message == "the correction 'fix' does not say who issues it; 3 more such characters follow"
    assert CHINESE.tell(message) == "更正“fix”没有写明发布单位；后面还有3个这样的字符"
    assert CHINESE.tell(listed(["a", "b", "c"])) == "a、b和c"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert CHINESE.tell(joined([say("a list"), "x"], say(" or "))) == "列表或x"
    assert [CHINESE.tell(say_n("{n} error", "{n} errors", n)) for n in (1, 2)] == ["1个错误", "2个错误"]
    assert [ENGLISH.tell(say_n("{n} error", "{n} errors", n)) for n in (1, 2)] == ["1 error", "2 errors"]
    assert CHINESE.tell(Meaning("How much.", ("figures", "x", "money"))) == "这里填写金额"
    assert ENGLISH.tell(Meaning("How much.", ("figures", "x", "money"))) == "How much."


def test_braces_of_the_record_are_no_slots() -> None:
    """What the record says is a value, whatever it looks like, in both languages."""
    message = say("there is no {name!r} among the {kind}", name="{kind.__class__}{0}", kind=Named("people"))
    assert CHINESE.tell(message) == "人物中没有“{kind.__class__}{0}”"
    assert ENGLISH.tell(message) == message


def test_a_finding_names_places_in_words_with_the_path_beside() -> None:
    """The message has words and path for what it names, and the finding words for where it is."""
    text = "figures:\n  total:\n    name:\n      zh-Hans: 总额\n    money: 1\n"
    finding = Diagnostic(
        "missing-wording",
        Severity.ERROR,
        say("{text} has no wording for {tags}", text=path_text(("figures", "total", "name")), tags="en"),
        ("figures", "total", "money"),
    )
    document = read(text)
    assert told(finding, CHINESE, document).message == "名称（总额）[figures.total.name]没有en文字"
    assert told(finding, ENGLISH, document).message == (
        "the name of “总额” [figures.total.name] has no wording for en"
    )
    assert told(finding, CHINESE, document).where == "金额（总额）[figures.total.money]"
    assert finding.message == "figures.total.name has no wording for en"


def test_all_findings_of_the_invalid_records_are_chinese(invalid_record: Any) -> None:
    """Whatever is found, the message in Chinese has Chinese characters, and so has the hint."""
    document = read(invalid_record.read_bytes(), invalid_record.name)
    for finding in validate(document):
        chinese = told(finding, CHINESE, document)
        for text in (chinese.message, chinese.hint, *(label.text for label in chinese.labels)):
            assert text is None or any("\u4e00" <= char <= "\u9fff" for char in text) or "：" in text
        assert chinese.rule == finding.rule
        assert chinese.path == finding.path


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_SG@x"}, "zh-Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "zh-Hans"),
        ({"LANGUAGE": "de:zh_CN:en", "LANG": "en_US.UTF-8"}, "zh-Hans"),
        ({"LANGUAGE": "en:zh", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "", "LANG": "zh"}, "zh-Hans"),
    ],
)
def test_the_environment_names_a_language(environment: dict[str, str], tag: str) -> None:
    """LANGUAGE goes before LC_ALL, LC_MESSAGES and LANG; what is not spoken here is passed over."""
    assert tongue_of(environment).tag == tag


def test_what_a_language_may_be_called() -> None:
    """`--lang` takes the usual names of Chinese."""
    assert {TAGS[name] for name in ("zh", "zh-CN", "zh-Hans")} == {"zh-Hans"}
