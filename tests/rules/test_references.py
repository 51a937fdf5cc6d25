"""References: what dangles, what is there twice, what nobody uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic
from eventrecord.model.record import Record

Found = Callable[..., list[Diagnostic]]
Built = Callable[..., Record]

WEEK = """
id: ocean-week-2031
event: {id: week, start: 2031-05-10, end: 2031-05-16}
"""


def test_a_dangling_id_is_told_with_the_nearest_one(found: Found) -> None:
    """The finding names what is missing, and proposes the id that is spelt most alike."""
    [finding] = found("event: {place: lantang}", rule="dangling-reference")
    assert finding.path == ("event", "place")
    assert finding.message == "there is no 'lantang' among the places"
    assert finding.hint == "did you mean 'lantan'?"


def test_an_id_that_many_places_have_is_likely_misspelled_where_it_is_defined(found: Found) -> None:
    """Two places may hold the same slip; more than that are hardly all wrong."""
    words = "{en: '{places.lantang}', zh-Hans: '{places.lantang}'}"
    finding, _ = found(f"event: {{description: {words}}}", rule="dangling-reference")
    assert finding.hint == "did you mean 'lantan'?"
    finding, *_ = found(f"event: {{place: lantang, description: {words}}}", rule="dangling-reference")
    assert finding.hint == (
        "did you mean 'lantan'? (3 places say 'lantang': perhaps it is misspelled where it is defined)"
    )


def test_an_id_of_another_kind_is_recognized(found: Found) -> None:
    """Who names an organization where a person is wanted is told so."""
    [finding] = found("event: {participants: [{person: bureau, did: [spoke]}]}", rule="dangling-reference")
    assert finding.hint == "there is organizations.bureau: is that what is meant?"


def test_a_slot_dangles_like_a_field(found: Found) -> None:
    """A slot's id is looked up, and the wording that holds it is named."""
    fragment = """
    event: {description: {en: "{places.lanta} is near", zh-Hans: "{places.lantan}不远"}}
    """
    [finding] = found(fragment, rule="dangling-reference")
    assert finding.path == ("event", "description", "en")


def test_a_term_of_the_terminology_base_is_no_dangling_reference(found: Found) -> None:
    """Terms need no entry where the terminology base has one."""
    fragment = "people: {shen-lan: {memberships: [{organization: bureau, as: academician}]}}"
    assert found(fragment, rule="dangling-reference") == []


def test_the_larger_event_must_be_at_hand(found: Found, record: Built) -> None:
    """An event that is part of another record's needs that record, by its id or one of its events."""
    [finding] = found("event: {part_of: ocean-week-2031}", rule="dangling-reference")
    assert "ocean-week-2031.yaml" in str(finding.hint)
    week = record(WEEK)
    for reference in ("ocean-week-2031", "ocean-week-2031/week"):
        assert found(f"event: {{part_of: {reference}}}", week, rule="dangling-reference") == []
    [finding] = found("event: {part_of: ocean-week-2031/weeks}", week, rule="dangling-reference")
    assert finding.hint == "did you mean 'ocean-week-2031/week'?"


def test_an_entry_of_another_record_is_found_there(found: Found, record: Built) -> None:
    """`record/id` looks into the other record, and tells what is missing there or that it is not at hand."""
    fragment = "event: {{part_of: ocean-week-2031, place: {}}}"
    week = record(WEEK)
    assert found(fragment.format("ocean-week-2031/lantan"), week, rule="dangling-reference") == []
    [finding] = found(fragment.format("ocean-week-2031/lantam"), week, rule="dangling-reference")
    assert finding.hint == "did you mean 'ocean-week-2031/lantan'?"
    [finding] = found("event: {place: elsewhere/lantan}", rule="dangling-reference")
    assert "not at hand" in finding.message


@pytest.mark.parametrize(
    ("fragment", "path"),
    [
        ("releases: [{CORRECTION, kind: correction, corrects: openning}]", ("releases", 0, "corrects")),
        ("event: {sourcing: {strat: {standing: reported}}}", ("event", "sourcing", "strat")),
    ],
)
def test_releases_and_fields_are_looked_up_too(
    found: Found, fragment: str, path: tuple[str | int, ...]
) -> None:
    """What a correction corrects, and the field whose sourcing is told, must be there."""
    release = "id: opening, headline: {en: A, zh-Hans: 甲}, body: [{lead: forum}]"
    [finding] = found(fragment.replace("CORRECTION", release), rule="dangling-reference")
    assert finding.path == path
    assert "did you mean" in str(finding.hint)


@pytest.mark.parametrize(
    ("fragment", "path"),
    [
        ("locales: [en, zh-Hans, en]", ("locales", 2)),
        ("event: {figures: [deals, deals]}", ("event", "figures", 1)),
        ("event: {sub_events: [{id: forum, name: {en: F, zh-Hans: 坛}}]}", ("event", "sub_events", 0, "id")),
        (
            "awards: {tide: {name: {en: T, zh-Hans: 潮}, categories: [{id: a, name: {en: A, zh-Hans: 甲}},"
            " {id: a, name: {en: B, zh-Hans: 乙}}]}}",
            ("awards", "tide", "categories", 1, "id"),
        ),
    ],
)
def test_nothing_is_there_twice(found: Found, fragment: str, path: tuple[str | int, ...]) -> None:
    """The second of two is reported, with the first as a label."""
    [finding] = found(fragment, rule="duplicate-id")
    assert finding.path == path
    assert len(finding.labels) == 1


def test_one_person_may_take_part_in_two_ways(found: Found) -> None:
    """A person who chaired and spoke stands in two entries of the list: that is no double."""
    fragment = """
    event: {participants: [{person: shen-lan, did: [chaired]}, {person: shen-lan, did: [spoke]}]}
    """
    assert found(fragment, rule="duplicate-id") == []


def test_an_event_may_not_be_called_like_another_record(found: Found, record: Built) -> None:
    """A reference by that id would mean either."""
    fragment = (
        "event: {part_of: ocean-week-2031, sub_events: [{id: ocean-week-2031, name: {en: W, zh-Hans: 周}}]}"
    )
    [finding] = found(fragment, record(WEEK), rule="duplicate-id")
    assert finding.path == ("event", "sub_events", 0, "id")


def test_what_only_a_slot_refers_to_is_used(found: Found) -> None:
    """A slot in prose is a use, a citation is a use of its source; the rest is listed by kind."""
    fragment = """
    sources: {sheet: {title: {en: Sheet}}, memo: {title: {en: Memo}}}
    terms: {tide: {name: {en: tide, zh-Hans: 潮}, cite: [sheet]}}
    event: {description: {en: "of {terms.tide}", zh-Hans: "{terms.tide}之"}}
    """
    assert [finding.path for finding in found(fragment, rule="unused-entity")] == [("sources", "memo")]
