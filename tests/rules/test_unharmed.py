"""A record with faults of shape is held against the rules all the same, as far as it is sound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from eventrecord.reading import read
from eventrecord.rules import validate

Lay = Callable[[str], str]


def found(text: str) -> list[str]:
    """Rules of all findings at warning or above, in the order of the file."""
    return [finding.rule for finding in validate(read(text, "r.json")) if finding.severity != "info"]


def test_a_fault_of_shape_does_not_hide_a_fault_of_facts(laid_over: Lay) -> None:
    """A wrong date in one place, a dangling id in another: both are told."""
    assert found(laid_over("event: {end: 2031-05-32, place: lantam}")) == ["wrong-date", "dangling-reference"]


def test_an_entry_with_a_fault_can_still_be_meant(laid_over: Lay) -> None:
    """A figure without a sound value is left out of what is checked, and yet is what a slip comes near to."""
    text = laid_over("figures: {visitors: {count: many}}\nevent: {figures: [visitor]}")
    [finding] = [f for f in validate(read(text, "r.json")) if f.rule == "dangling-reference"]
    assert finding.hint == "did you mean 'visitors'?"


def test_what_is_misspelt_is_not_missed(laid_over: Lay) -> None:
    """A release whose `contacts` have a wrong key has contacts, so none is missed."""
    text = laid_over("releases: [{id: opening}]").replace('"contacts"', '"contact"')
    assert found(text) == ["unknown-key"]


def test_what_is_missed_elsewhere_is_still_told(laid_over: Lay) -> None:
    """Only beside what was left out nothing is missed."""
    text = laid_over("releases: [{id: opening, issuer: }]\nfigures: {deals: {period: , qualifier: almost}}")
    assert "missing-contact" not in found(text)
    release = "releases: [{id: opening, contacts: []}]\nfigures: {deals: {qualifier: almost}}"
    assert found(laid_over(release)) == ["wrong-value", "missing-contact"]


def test_an_id_that_cannot_be_read_does_not_dangle(laid_over: Lay) -> None:
    """Of a list of entries that is none, or stands under a wrong key, nothing is said."""
    text = laid_over("note: x")
    assert found(text.replace('"places"', '"placs"')) == ["unknown-key"]
    assert found(laid_over("places: nowhere")) == ["wrong-type"]


def test_an_entry_that_had_to_be_filled_moves_no_other(laid_over: Lay) -> None:
    """In a list every entry keeps its place, so later findings are where they belong."""
    fragment = (
        "event: {participants: [5, {person: shen-lan, did: [attended]}, {person: nobody, did: [spoke]}]}"
    )
    findings = validate(read(laid_over(fragment), "r.json"))
    assert [(f.rule, f.path) for f in findings if f.severity != "info"] == [
        ("wrong-type", ("event", "participants", 0)),
        ("dangling-reference", ("event", "participants", 2, "person")),
    ]


def test_parts_that_do_not_go_together_are_told_apart(laid_over: Lay) -> None:
    """Of an event that is cancelled without saying when, only its status is set aside."""
    assert found(laid_over("event: {status: cancelled, end: 2031-05-10}")) == [
        "wrong-value",
        "end-before-start",
    ]


def test_an_event_without_its_name_keeps_its_parts(laid_over: Lay) -> None:
    """What the record cannot do without is filled in, and the rest is looked at."""
    fragment = "event: {name: , sub_events: [{id: gala, name: {en: gala, zh-Hans: 晚宴}, start: 2031-05-20}]}"
    assert found(laid_over(fragment)) == ["wrong-type", "outside-parent"]


def test_records_that_it_builds_on_are_looked_into(laid_over: Lay, tmp_path: Path) -> None:
    """A record with a fault still finds its week in the same folder."""
    week = laid_over("id: week-2031\nevent: {id: week, start: 2031-06-01, end: 2031-06-05}")
    (tmp_path / "week-2031.json").write_text(week, encoding="utf-8")
    file = tmp_path / "r.json"
    file.write_text(laid_over("event: {part_of: week-2031, url: nowhere}"), encoding="utf-8")
    rules = [finding.rule for finding in validate(file) if finding.severity != "info"]
    assert rules == ["outside-parent", "wrong-value"]


def test_a_later_format_is_told_alone(laid_over: Lay) -> None:
    """Nobody knows what a later format means, so nothing else is said of the file."""
    assert found(laid_over("format: eventrecord/2\nevent: {place: nowhere}")) == ["unsupported-format"]


def test_an_excerpt_is_not_held_against_half_a_figure(laid_over: Lay) -> None:
    """Where the qualifier cannot be read, the number alone may not be what the source says."""
    fragment = """
sources: {paper: {title: {en: Paper}, language: en}}
figures:
  deals:
    qualifier: QUALIFIER
    cite: [{source: paper, excerpt: nearly 3 billion yuan}]
"""
    sound, broken = (
        {finding.rule for finding in validate(read(laid_over(fragment.replace("QUALIFIER", word)), "r.json"))}
        for word in ("more-than", "nearlyy")
    )
    assert "excerpt-differs" in sound
    assert "excerpt-differs" not in broken


def test_a_text_whose_state_is_misspelt_may_be_its_owners(laid_over: Lay) -> None:
    """An official wording is set as its owner sets it, so that nothing is said of how it is set."""
    for state, rules in (
        ("house", ["half-width-punctuation"]),
        ("official", []),
        ("offical", ["wrong-value"]),
    ):
        text = laid_over(f"event: {{theme: {{en: Sea, zh-Hans: {{text: '海,洋', state: {state}}}}}}}")
        assert found(text) == rules


def test_a_name_whose_order_cannot_be_read_is_in_no_order(laid_over: Lay) -> None:
    """Who is perhaps a foreigner, written given name first, is not held against the others."""
    people = (
        "people: {fjeld: {name: {en: {family: Fjord, given: Ylva, order: given-first},"
        " zh-Hans: {family: 菲约, given: 伊尔娃, order: [first]}}}}\n"
        "event: {participants: [{people: [shen-lan, fjeld], did: [attended]}]}"
    )
    assert found(laid_over(people)) == ["wrong-type"]
    length = (
        "releases: [{id: opening, headline: {en: 'Four-day {events.forum}', zh-Hans: '{events.forum}'}}]\n"
    )
    assert found(laid_over(length + "event: {status: off}")) == ["wrong-value"]
