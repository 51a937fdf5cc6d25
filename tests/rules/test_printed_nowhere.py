"""People, groups and figures that take part in an event and stand in no release."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic

Found = Callable[..., list[Diagnostic]]
RELEASE = "releases: [{{id: a, headline: {{en: A, zh-Hans: 甲}}, body: [{}]}}]"
GUESTS = "{group: {en: guests from the islands, zh-Hans: 海岛来宾}, did: [invited]}"


def told(participants: str, *blocks: str, more: str = "") -> str:
    """A record with these participants and a release of these blocks."""
    return f"event: {{participants: [{participants}]{more}}}\n" + RELEASE.format(", ".join(blocks))


def text(en: str, zh: str = "好") -> str:
    """A block that the office has written."""
    return f"{{text: {{en: '{en}', zh-Hans: '{zh}'}}}}"


@pytest.mark.parametrize(
    "fragment",
    [
        told("{person: shen-lan, did: [chaired]}", "{lead: forum}"),
        told("{person: shen-lan, did: [attended, spoke]}", "{lead: forum}"),
        told("{person: shen-lan, did: [spoke]}", "{attendance: forum}"),
        told("{person: shen-lan, did: [invited]}", "{attendance: forum}"),
        told("{figure: deals, did: [expected]}", "{attendance: forum}"),
        told(GUESTS, "{attendance: forum}"),
        told("{figure: deals, did: [attended]}", "{attendance: forum}"),
        told(GUESTS.replace("invited", "attended, spoke"), "{attendance: forum}"),
        told(GUESTS, text("There were guests from the islands.")),
        told("{figure: deals, did: [attended]}", text("{figures.deals} came", "{figures.deals}")),
        told("{figure: deals, did: [attended]}", "{figures: [deals]}"),
        told(
            "{person: shen-lan, did: [confirmed]}", text("{people.shen-lan:name} will", "{people.shen-lan}")
        ),
        told("{person: shen-lan, did: [spoke], standing: inferred}", "{lead: forum}"),
        told("{person: shen-lan, did: [confirmed, withdrew]}", "{lead: forum}"),
        told(
            "{person: shen-lan, did: [confirmed]}",
            "{lead: forum}",
            more=", status: cancelled, changes: [{at: 2031-05-01, status: cancelled}]",
        ),
        "event: {participants: [{person: shen-lan, did: [spoke]}]}\nreleases: []",
    ],
)
def test_what_a_block_prints_or_the_office_writes_is_sound(found: Found, fragment: str) -> None:
    """Composed blocks, slots, a group's words tell the press; withdrawn and inferred parts stay out."""
    assert found(fragment, rule="printed-nowhere") == []


@pytest.mark.parametrize(
    ("fragment", "message", "hint"),
    [
        (
            told("{person: shen-lan, did: [spoke]}", "{lead: forum}"),
            "no release prints shen-lan (spoke)",
            "add the block 'attendance: forum' to a release, which prints it,"
            " or write it in a text block ({people.shen-lan})",
        ),
        (
            told("{person: shen-lan, did: [attended]}", "{attendance: forum}"),
            "no release prints shen-lan (attended)",
            "add the block 'lead: forum' to a release, which prints it,"
            " or write it in a text block ({people.shen-lan})",
        ),
        (
            told(GUESTS, "{lead: forum}"),
            "no release prints 'guests from the islands' (invited)",
            "add the block 'attendance: forum' to a release, which prints it, or write it in a text block",
        ),
        (
            told("{figure: deals, did: [attended]}", "{lead: forum}"),
            "no release prints figures.deals (attended)",
            "add the block 'attendance: forum' to a release, which prints it,"
            " or write it in a text block ({figures.deals})",
        ),
        (
            told(GUESTS.replace("invited", "chaired"), "{lead: forum}, {attendance: forum}"),
            "no release prints 'guests from the islands' (chaired)",
            "say what else they did, or write it in a text block",
        ),
        (
            told("{figure: deals, did: [confirmed]}", "{attendance: forum}"),
            "no release prints figures.deals (confirmed)",
            "no block prints who confirmed: say 'expected', which 'attendance: forum' prints,"
            " or write it in a text block ({figures.deals})",
        ),
    ],
)
def test_what_nothing_prints_is_found_with_the_block_that_would(
    found: Found, fragment: str, message: str, hint: str
) -> None:
    """People present belong to the lead, the others to the attendance; nothing prints who confirmed."""
    [finding] = found(fragment, rule="printed-nowhere")
    assert finding.path == ("event", "participants", 0)
    assert finding.message == message
    assert finding.hint == hint


def test_several_with_the_same_remedy_are_one_finding(found: Found) -> None:
    """A long list of speakers is told once, with the first and how many more."""
    speakers = "{person: shen-lan, did: [spoke]}, {figure: deals, did: [spoke]}, " + GUESTS
    first, *others = found(told(speakers, "{lead: forum}"), rule="printed-nowhere")
    assert first.message == "no release prints shen-lan (spoke) and 2 more of forum"
    assert [label.path for label in first.labels] == [("event", "participants", i) for i in (1, 2)]
    assert others == []


def test_a_list_is_printed_when_everybody_of_it_is_named(found: Found) -> None:
    """One name of two in the office's words leaves the other one out."""
    fragment = (
        "people: {mao: {name: {en: Mao Tan, zh-Hans: 毛坦}}}\n"
        "event: {participants: [{people: [shen-lan, mao], did: [spoke]}]}\n"
    )
    one = fragment + RELEASE.format(text("{people.mao} spoke", "{people.mao}"))
    both = fragment + RELEASE.format(
        text("{people.mao}, {people.shen-lan}", "{people.mao}、{people.shen-lan}")
    )
    assert len(found(one, rule="printed-nowhere")) == 1
    assert found(both, rule="printed-nowhere") == []
