"""Linked data: what a record has no place for in the form that it is told in."""

from __future__ import annotations

import json
from typing import Any

import pytest

import eventrecord
from eventrecord import Draft

# Helpers


def draft_of(*others: dict[str, Any], **properties: Any) -> Draft:
    """The draft of an event with these properties, beside other things; it is sound as a record."""
    event = {"@type": "Event", "name": "Book Fair", "startDate": "2027-05-01", **properties}
    data = json.dumps({"@context": "https://schema.org", "@graph": [event, *others]}).encode()
    draft = eventrecord.read_draft({"fair.jsonld": data})
    eventrecord.loads(draft.text())
    return draft


def told(draft: Draft) -> str:
    return "\n".join(str(note.told()) for note in draft.notes)


# People


def test_bodies_and_awards_of_somebody_are_in_the_note() -> None:
    """A membership needs what its members are called, an award who confers it: neither is told."""
    body = {"@type": "Organization", "name": "Bay Academy"}
    person = {"@type": "Person", "name": "Orla Finn", "memberOf": body, "award": "Blue Tide 2026"}
    draft = draft_of(performer=person)
    assert draft.data["people"]["orla-finn"]["note"] == "Bay Academy; Blue Tide 2026"
    assert "are in the note, in words: Bay Academy; Blue Tide 2026" in told(draft)
    assert "organizations" not in draft.data


@pytest.mark.parametrize("name", ["Zhang Wei", "Mira Solberg"])
def test_a_name_in_parts_is_printed_as_it_stood(name: str) -> None:
    """The parts alone do not tell in which order the person writes them."""
    family = "Zhang" if "Zhang" in name else "Solberg"
    person = {"@type": "Person", "name": name, "familyName": family, "givenName": name.replace(family, "")}
    record = eventrecord.loads(draft_of(performer=person).text())
    (who,) = record.people
    assert eventrecord.Localizer(record, "en").person(who, "name") == name


def test_nobody_is_told_to_have_come() -> None:
    """Pages are mostly written before the event."""
    draft = draft_of(
        performer={"@type": "Person", "name": "A B"}, attendee={"@type": "Person", "name": "C D"}
    )
    assert [part["did"] for part in draft.data["event"]["participants"]] == [["expected"], ["expected"]]


@pytest.mark.parametrize("place", ["TBA", "tbd.", "地点待定", "To be announced"])
def test_a_place_that_is_not_known_is_none(place: str) -> None:
    """As a text, as a place, or as its address."""
    for location in (place, {"@type": "Place", "name": place}, {"@type": "PostalAddress", "name": place}):
        draft = draft_of(location=location)
        assert "places" not in draft.data
        assert "names no place: it is not known" in told(draft)


# Articles


def test_an_article_is_a_source_and_no_release() -> None:
    """With its title, publisher, day and address; the record cites it."""
    article = {
        "@type": "NewsArticle",
        "headline": "Fair opens",
        "url": "https://news.example.org/1",
        "datePublished": "2027-05-02",
        "publisher": {"@type": "Organization", "name": "Tidings"},
    }
    draft = draft_of(article)
    assert draft.data["sources"] == {
        "fair-opens": {
            "title": {"en": "Fair opens"},
            "publisher": {"en": "Tidings"},
            "url": "https://news.example.org/1",
            "published": "2027-05-02",
        }
    }
    assert draft.data["event"]["cite"] == ["fair-opens"]
    assert "a source of the record, not a release of it" in told(draft)


# Ids


def test_ids_of_chinese_names_are_in_pinyin() -> None:
    """Somebody has to write them in slots."""
    draft = draft_of(name="书展：开幕式", location="東館")
    assert (draft.data["event"]["id"], list(draft.data["places"])) == ("shu-zhan", ["dong-guan"])


# Languages


def test_what_lacks_words_in_a_language_is_marked() -> None:
    """`validate` leads to each; names of people, and one script of Chinese by the other, are left alone."""
    names = [{"@value": "Fair", "@language": "en"}, {"@value": "书展", "@language": "zh-Hans"}]
    hall = {"@type": "Place", "name": {"@value": "East Hall", "@language": "en"}}
    draft = draft_of(name=names, location=hall)
    assert draft.data["places"]["east-hall"]["name"] == {"en": "East Hall", "zh-Hans": {"state": "missing"}}
    findings = eventrecord.validate(eventrecord.loads(draft.text()))
    assert [finding.path[:2] for finding in findings if finding.rule == "missing-wording"] == [
        ("places", "east-hall")
    ]
