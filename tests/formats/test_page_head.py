"""The head of a release's page: linked data, and times as search engines in China read them."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventrecord
from eventrecord import FORMATS, Record, Settings, script_element

SETTINGS = Settings(base="https://office.example.org/")
NAME = {"en": "Book Fair", "zh-Hans": "书展"}


def record_of(revised: str = "2027-01-02", **release: Any) -> Record:
    """A record with one release."""
    body = [{"id": "all", "text": NAME}, {"image": "stage"}]
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "fair-2027",
            "revision": {"number": 2, "at": revised},
            "locales": ["en", "zh-Hans"],
            "images": {"stage": {"url": "https://office.example.org/stage.jpg", "caption": NAME}},
            "event": {"id": "fair", "name": NAME, "time_zone": "Asia/Shanghai"},
            "releases": [{"id": "opening", "headline": NAME, "body": body, **release}],
        }
    )


class Head(HTMLParser):
    """What a browser sees: `meta` by property, texts of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str | None, str | None] = {}
        self.scripts: list[str] = []
        self.inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        values = dict(attrs)
        if tag == "meta":
            self.meta[values["property"]] = values["content"]
        elif tag == "script":
            assert values == {"type": "application/ld+json"}
            self.scripts.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Text of a script."""
        if self.inside:
            self.scripts[-1] += data
        else:
            assert not data.strip()


def head_of(record: Record, tag: str = "zh-Hans") -> tuple[dict[str | None, str | None], list[Any]]:
    """The `meta` elements and the documents of a head."""
    text = eventrecord.render(record, "page-head", tag, settings=SETTINGS)
    assert isinstance(text, str)
    head = Head(text)
    return head.meta, [json.loads(script) for script in head.scripts]


def test_times_are_told_as_each_engine_wants_them() -> None:
    """Toutiao reads times with their offset, Baidu local ones without; both when it was last changed."""
    meta, (baidu, page) = head_of(record_of("2027-03-19T08:00Z", issued="2027-03-18T18:30"))
    assert meta == {
        "bytedance:published_time": "2027-03-18T18:30:00+08:00",
        "bytedance:updated_time": "2027-03-19T16:00:00+08:00",
    }
    assert baidu == {
        "@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
        "@id": "https://office.example.org/zh-Hans/fair-2027",
        "title": "书展",
        "images": ["https://office.example.org/stage.jpg"],
        "pubDate": "2027-03-18T18:30:00",
        "upDate": "2027-03-19T16:00:00",
    }
    assert page == json.loads(
        eventrecord.render(
            record_of("2027-03-19T08:00Z", issued="2027-03-18T18:30"),
            "json-ld-page",
            "zh-Hans",
            settings=SETTINGS,
        )
    )


def test_no_two_releases_have_one_page() -> None:
    """The first is on the page of the event; Baidu would take another of that address for the same."""
    record = record_of(issued="2027-03-19T07:00")
    later = record.releases[0].model_copy(update={"id": "closing"})
    record = record.model_copy(update={"releases": [*record.releases, later]})
    heads = [
        Head(str(eventrecord.render(record, "page-head", "en", release=each.id, settings=SETTINGS)))
        for each in record.releases
    ]
    assert [json.loads(head.scripts[0])["@id"] for head in heads] == [
        "https://office.example.org/en/fair-2027",
        "https://office.example.org/en/fair-2027#release-closing",
    ]


def test_a_page_that_never_changed_is_as_old_as_its_release() -> None:
    """A revision of before the release changed nothing on its page; an embargo puts the page off."""
    meta, (baidu, _) = head_of(
        record_of("2027-03-01T08:00Z", issued="2027-03-18T18:30", embargo="2027-03-19T07:00")
    )
    assert set(meta.values()) == {"2027-03-19T07:00:00+08:00"}
    assert baidu["pubDate"] == baidu["upDate"] == "2027-03-19T07:00:00"


@pytest.mark.parametrize("release", [{"issued": "2027-03-18"}, {}])
def test_no_time_of_day_is_made_up(release: dict[str, str]) -> None:
    """Of a day alone neither engine has a form: linked data is all there is, and the loss is told."""
    record = record_of(**release)
    meta, documents = head_of(record)
    assert meta == {}
    assert [document["@context"] for document in documents] == ["https://schema.org"]
    assert [path for path, _ in FORMATS["page-head"].losses(record)] == [("releases", 0, "issued")]


def test_its_linked_data_is_held_to_the_letter_before_it_is_written() -> None:
    """As the page document alone; Baidu's words, which schema.org does not know, are no fault."""
    text = str(eventrecord.render(record_of(issued="2027-03-19T07:00"), "page-head", "en", settings=SETTINGS))
    faults = eventrecord.FORMATS["page-head"].faults
    assert faults(text.encode()) == []
    broken = text.replace('"headline"', '"headlin"')
    assert faults(broken.encode()) == ["NewsArticle has no property 'headlin'"]


def test_it_is_published_only_if_asked_for() -> None:
    """One file per release and language, by its name."""
    record = record_of(issued="2027-03-18T18:30")
    assert not [name for name in eventrecord.publish(record) if name.endswith(".html")]
    made = eventrecord.publish(record, formats=["page-head"])
    assert sorted(made) == ["fair-2027.en.head.html", "fair-2027.zh-Hans.head.html"]
    assert not FORMATS["page-head"].losses(record)


WORDS = st.text() | st.sampled_from(["</script>", "<!--", "<script", "\u2028", "\u2029", "]]>", "</SCRIPT >"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
    max_leaves=20,
)


@given(st.dictionaries(WORDS, JSON), st.booleans())
def test_no_text_breaks_out_of_its_script(document: dict[str, Any], as_text: bool) -> None:
    """Whatever strings it holds, a browser finds one script, and in it the document as it was."""
    element = script_element(json.dumps(document, ensure_ascii=False) if as_text else document)
    inside = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not re.search("</|<!--|<script|\u2028|\u2029", inside, re.IGNORECASE)
    head = Head(element)
    assert [json.loads(script) for script in head.scripts] == [document]


def test_what_is_no_json_is_refused() -> None:
    """Whoever puts a page's text instead of a document into a script learns it here."""
    with pytest.raises(ValueError, match="Expecting value"):
        script_element("<p>Book Fair</p>")
    with pytest.raises(ValueError, match="not JSON compliant"):
        script_element({"value": float("nan")})
