"""Names in two orders, doubtful facts in print, and releases that nobody answers for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic

Found = Callable[..., list[Diagnostic]]


@pytest.mark.parametrize(
    "name",
    [
        "{en: {family: Mao, given: Tan, order: given-first, romanization: own},"
        " zh-Hans: {family: 毛, given: 坦}}",
        "{en: {family: Fjord, given: Ylva, order: given-first},"
        " zh-Hans: {family: 菲约德, given: 伊尔娃, order: given-first}}",
        "{en: {family: Fjord, given: Ylva, order: given-first}, zh-Hans: 伊尔娃·菲约德}",
        "{en: {family: Fjord, given: Ylva, order: given-first}}",
        "{en: {family: Sun, given: Yan, order: family-first}}",
        "{en: {family: Sun, given: Yan, romanization: own}}",
        "{en: {family: Fjord, given: Ylva}, zh-Hans: 伊尔娃·菲约德}",
        "{en: Sun Yan}",
        "{en: {family: Sun}}",
        "{en: Mao Tan, zh-Hans: 毛坦}",
        "{en: Tan Mao, zh-Hans: 谭茅}",
    ],
)
def test_foreigners_and_own_spellings_may_differ(found: Found, name: str) -> None:
    """Only names made from Chinese ones must agree, and not those that their bearers spell themselves."""
    assert found(f"people: {{other: {{name: {name}}}}}", rule="name-order-mixed") == []


def test_one_order_throughout_is_sound_whichever_it_is(found: Found) -> None:
    """A record that writes all names given-first is consistent."""
    fragment = """
    people:
      shen-lan: {name: {en: {order: given-first}}}
      other: {name: {en: {family: Mao, given: Tan, order: given-first}, zh-Hans: {family: 毛, given: 坦}}}
    """
    assert found(fragment, rule="name-order-mixed") == []


def test_the_name_that_differs_is_told_with_one_that_does_not(found: Found) -> None:
    """The given-first name is reported; a family-first one is the label."""
    fragment = """
    people:
      other: {name: {en: {family: Mao, given: Tan, order: given-first}, zh-Hans: {family: 毛, given: 坦}}}
    """
    [finding] = found(fragment, rule="name-order-mixed")
    assert finding.path == ("people", "other", "name", "en")
    assert finding.message == "Tan Mao is written given name first, but Shen Lan family name first"
    assert [label.path[1] for label in finding.labels] == ["shen-lan"]


def test_a_name_in_no_known_order_is_found_beside_chinese_people(found: Found) -> None:
    """Without a Chinese name and without an order nobody knows that Sun is the family name."""
    fragment = "people: {other: {name: {en: {family: Sun, given: Yan}}}}"
    [finding] = found(fragment, rule="name-order-mixed")
    assert finding.path == ("people", "other", "name", "en")
    assert finding.message == (
        "no Chinese name and no 'order' is given, so Yan Sun is written given name first, "
        "beside Shen Lan, family name first"
    )
    assert finding.hint == "say 'order: family-first' (Sun Yan) or 'order: given-first' (Yan Sun)"
    assert [label.path[1] for label in finding.labels] == ["shen-lan"]


@pytest.mark.parametrize(("romanization", "number"), [(", romanization: pinyin", 1), ("", 0)])
def test_a_name_made_from_characters_needs_an_order_among_foreigners_too(
    found: Found, romanization: str, number: int
) -> None:
    """Among foreigners given name first is the rule, but not for pinyin."""
    fragment = (
        "locales: [en]\npeople: {shen-lan: {name: {en: Mary Smith, zh-Hans: 玛丽·史密斯}},"
        f" other: {{name: {{en: {{family: Sun, given: Yan{romanization}}}}}}}}}"
    )
    assert len(found(fragment, rule="name-order-mixed")) == number


RELEASE = "releases: [{{id: a, headline: {{en: {}, zh-Hans: 甲}}, body: [{}]}}]"


@pytest.mark.parametrize(
    ("fragment", "path", "behind"),
    [
        (
            "figures: {deals: {standing: inferred}}\n"
            + RELEASE.format("'of {figures.deals}'", "{dates: forum}"),
            ("releases", 0, "headline", "en"),
            ("figures", "deals"),
        ),
        (
            "event: {sourcing: {start: {standing: inferred}}}\n"
            + RELEASE.format("'on {events.forum:date}'", "{theme: forum}"),
            ("releases", 0, "headline", "en"),
            ("event", "sourcing", "start"),
        ),
        (
            "people: {shen-lan: {posts: [{title: {en: mayor, zh-Hans: 市长}, standing: inferred}]}}\n"
            + RELEASE.format("A", "{lead: forum}"),
            ("releases", 0, "body", 0, "lead"),
            ("people", "shen-lan", "posts", 0),
        ),
        (
            "event: {participants: [{person: shen-lan, did: [spoke], standing: inferred}]}\n"
            + RELEASE.format("A", "{attendance: forum}"),
            ("releases", 0, "body", 0, "attendance"),
            ("event", "participants", 0),
        ),
        (
            "organizations: {bureau: {standing: inferred}}\n" + RELEASE.format("A", "{about: bureau}"),
            ("releases", 0, "body", 0, "about"),
            ("organizations", "bureau"),
        ),
    ],
)
def test_inferred_facts_in_print_are_found(
    found: Found, fragment: str, path: tuple[str | int, ...], behind: tuple[str | int, ...]
) -> None:
    """Slots and composed blocks are looked through to the fact behind them, which is the label."""
    [finding] = found(fragment, rule="inferred-fact-printed")
    assert finding.path == path
    assert [label.path for label in finding.labels] == [behind]


@pytest.mark.parametrize(
    "fragment",
    [
        "figures: {deals: {standing: inferred}}",
        "event: {ordinal: 2, sourcing: {ordinal: {standing: inferred}, place: {standing: inferred}}}",
        "event: {organizations: [{role: host, organizations: [bureau], standing: inferred}]}",
        "people: {shen-lan: {posts: [{title: {en: mayor, zh-Hans: 市长}, standing: inferred}]}}\n"
        + RELEASE.format("'{people.shen-lan:name} speaks'", "{theme: forum}"),
    ],
)
def test_inferred_facts_that_stay_in_the_record_are_sound(found: Found, fragment: str) -> None:
    """What no edition prints may be inferred: fields that composed blocks leave out, posts not printed."""
    assert found(fragment, rule="inferred-fact-printed") == []


def test_a_disputed_fact_is_told_with_all_that_is_said(found: Found) -> None:
    """Sources, their words and the notes on conflicts stand in the message."""
    fragment = """
    sources: {memo: {title: {en: M}}, tidings: {title: {en: T}}}
    event:
      sourcing:
        duration:
          {standing: disputed, cite: [memo], conflicts: [{source: tidings, note: tells five days}]}
    """
    [finding] = found(fragment, rule="disputed-fact")
    assert finding.path == ("event", "sourcing", "duration", "standing")
    assert (
        finding.message == "sources disagree on event.duration: memo; against it: tidings: 'tells five days'"
    )


def test_a_compilation_needs_neither_issuer_nor_contact(found: Found) -> None:
    """A text set from published sources says so instead."""
    fragment = "releases: [{id: a, kind: compilation, headline: {en: A, zh-Hans: 甲}, body: [{lead: forum}]}]"
    assert found(fragment, rule="missing-issuer") + found(fragment, rule="missing-contact") == []


def test_every_edition_needs_a_contact_of_its_own_or_for_all(found: Found) -> None:
    """A contact that is for one language leaves the other without."""
    fragment = """
    releases: [{id: a, issuer: bureau, headline: {en: A, zh-Hans: 甲}, body: [{lead: forum}],
      contacts: [{organization: bureau, phone: "+86 21 0000 0000", locales: [en]}]}]
    """
    [finding] = found(fragment, rule="missing-contact")
    assert finding.message == "the release 'a' names nobody whom the press may ask in zh-Hans"
    assert finding.path == ("releases", 0, "contacts")


@pytest.mark.parametrize(
    ("person", "words", "count"),
    [
        ("", "Lan Shen opens the forum", 1),
        ("", "Shen Lan opens the forum", 0),
        ("", "Alan Shen, Lan Shenk and Lan Shen-li agree", 0),
        ("shen-lan: {name: {en: {order: given-first}}}", "Lan Shen opens the forum", 0),
        (
            "lan-shen: {name: {en: {family: Lan, given: Shen}, zh-Hans: {family: 兰, given: 深}}}",
            "Lan Shen opens the forum",
            0,
        ),
    ],
)
def test_prose_has_names_in_the_order_of_the_house(found: Found, person: str, words: str, count: int) -> None:
    """Who is family name first in the record and the house style is so in prose; others may be called so."""
    fragment = f"people: {{{person}}}\nreleases: [{{id: opening, headline: {{en: '{words}'}}}}]"
    findings = found(fragment, rule="name-swapped")
    assert [words[slice(*finding.part)] for finding in findings if finding.part] == ["Lan Shen"] * count
