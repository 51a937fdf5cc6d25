"""How releases read in English to a newsroom editor, and to an information officer in Hong Kong."""

from __future__ import annotations

from typing import Any

import pytest

from eventrecord import Record
from eventrecord.story import Story, compose, edition_localizer

NEWSWIRE, XINHUA, HONG_KONG = ("en", "newswire"), ("en", "xinhua"), ("en-HK", "gov-hk")

BASE: dict[str, Any] = {
    "format": "eventrecord/1",
    "id": "sample",
    "revision": {"number": 1, "at": "2027-05-06"},
    "locales": ["en"],
    "organizations": {
        "lab": {"name": {"en": "Coast Laboratory"}, "article": True},
        "uni": {"name": {"en": "Coast University"}},
    },
    "places": {"hall": {"name": {"en": "Bay Hall"}}},
    "people": {
        "orr": {
            "name": {"en": {"family": "Orr", "given": "Ann", "honorific": "Dr"}},
            "posts": [
                {"title": {"en": "director"}, "organization": "lab"},
                {"title": {"en": "vice-president"}, "organization": "uni"},
            ],
        },
        "kay": {
            "name": {"en": {"family": "Kay", "given": "Lee", "honorific": "Mr"}},
            "posts": [{"title": {"en": "president"}, "organization": "uni"}],
        },
    },
    "sources": {"notes": {"title": {"en": "notes"}, "published": "2027-05-01"}},
    "quotations": {
        "end": {"speaker": "kay", "spoken": "en", "text": {"en": "Is this the “end”?"}, "cite": ["notes"]}
    },
    "event": {
        "id": "forum",
        "kind": "forum",
        "name": {"en": "Bay Forum"},
        "short_name": {"en": "forum"},
        "start": "2027-05-06",
        "end": "2027-05-07",
    },
}


def story(
    place: tuple[str, str], block: dict[str, Any], event: dict[str, Any] | None = None, **release: Any
) -> Story:
    """The story of a release with that block, in a locale and style."""
    tag, style = place
    news = {
        "id": "news",
        "issuer": "lab",
        "issued": "2027-05-06",
        "headline": {"en": "“Bay” forum opens"},
        "body": [block],
        "style": {tag: style},
    }
    record = Record.model_validate(
        {
            **BASE,
            "event": {**BASE["event"], **(event or {})},
            "releases": [news, {**news, "id": "other", **release}],
        }
    )
    return compose(edition_localizer(record, record.releases[-1], tag), record.releases[-1])


def told(place: tuple[str, str], block: dict[str, Any], event: dict[str, Any], **release: Any) -> str:
    """The first paragraph of that block."""
    return story(place, block, event, **release).paragraphs[0].text


@pytest.mark.parametrize(
    ("place", "theme", "words"),
    [
        (NEWSWIRE, "Whose Sea?", "The theme of this year’s forum is “Whose Sea?”"),
        (NEWSWIRE, "Whose “Sea”?", "The theme of this year’s forum is “Whose ‘Sea’?”"),
        (NEWSWIRE, "The Sea", "The theme of this year’s forum is “The Sea.”"),
        (HONG_KONG, "The Sea", "The theme of this year’s forum is “The Sea”."),
    ],
)
def test_a_question_within_quotation_marks_ends_once(place: tuple[str, str], theme: str, words: str) -> None:
    """No stop follows a question mark into the quotation marks; Hong Kong sets other stops outside."""
    assert told(place, {"theme": "forum"}, {"theme": {"en": theme}}) == words


@pytest.mark.parametrize("place", [NEWSWIRE, HONG_KONG])
def test_a_question_is_quoted_without_a_comma(place: tuple[str, str]) -> None:
    """“Is this the ‘end’?” said Kay: the question mark does the work of the comma."""
    assert told(place, {"quotation": "end"}, {}).startswith("“Is this the ‘end’?” said ")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (NEWSWIRE, "The Bay Forum will now be held online May 6-7."),
        (XINHUA, "The Bay Forum will now be held online on May 6-7."),
        (HONG_KONG, "The Bay Forum will now be held online from May 6 to 7."),
    ],
)
def test_days_online_stand_as_the_style_sets_days(place: tuple[str, str], words: str) -> None:
    """A preposition stands before the days where the house style has one."""
    event = {"status": "moved-online", "changes": [{"at": "2027-05-01", "status": "moved-online"}]}
    assert told(place, {"lead": "forum"}, event, issued="2027-05-01") == words


@pytest.mark.parametrize(
    ("previous_end", "words"),
    [
        (None, "The Bay Forum, scheduled for April 30, has been cancelled."),
        ("2027-05-01", "The Bay Forum, scheduled for April 30 to May 1, has been cancelled."),
    ],
)
def test_all_days_of_an_event_called_off_are_told(previous_end: str | None, words: str) -> None:
    """An event of several days was not due on the first of them only."""
    change = {"at": "2027-04-01", "status": "cancelled", "previous_start": "2027-04-30"}
    if previous_end:
        change["previous_end"] = previous_end
    event = {"status": "cancelled", "changes": [change]}
    assert told(HONG_KONG, {"lead": "forum"}, event, issued="2027-04-01") == words


@pytest.mark.parametrize("complete", [True, False])
def test_two_invited_are_joined_as_the_lead_joins_two(complete: bool) -> None:
    """Two people with their posts take a comma and “and”; a group after them has a sentence of its own."""
    people = {"people": ["orr", "kay"], "did": ["invited"], "complete": complete}
    group = {"group": {"en": "guests from shipping"}, "did": ["invited"]}
    two = (
        "Those invited included Ann Orr, director of the Coast Laboratory and vice-president of Coast "
        "University, and Lee Kay, president of Coast University"
    ) + ("" if complete else ", among others")
    assert told(NEWSWIRE, {"attendance": "forum"}, {"participants": [people]}) == f"{two}."
    both = told(NEWSWIRE, {"attendance": "forum"}, {"participants": [people, group]})
    assert both == f"{two}. Invitations also went to guests from shipping."


def test_two_aims_are_told_apart_where_one_holds_an_and() -> None:
    """A comma stands before the last “and” where a member has one of its own."""
    aims = [{"en": "clean the sea and the coast"}, {"en": "teach people"}]
    text = told(NEWSWIRE, {"theme": "forum"}, {"aims": aims})
    assert text == "This year’s forum aims to clean the sea and the coast, and teach people."


def test_a_session_stands_with_its_room_and_no_comma_left_over() -> None:
    """Room and hall stand in brackets as a name, not as within a sentence."""
    session = {
        "id": "talks",
        "kind": "session",
        "name": {"en": "talks"},
        "place": "hall",
        "room": {"en": "Room 1"},
    }
    items = story(NEWSWIRE, {"programme": "forum"}, {"sub_events": [session]}).paragraphs[0].items
    assert items == ("talks (Room 1, Bay Hall)",)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (NEWSWIRE, "CORRECTION\nCorrects “‘Bay’ forum opens,” issued May 6, 2027"),
        (HONG_KONG, "Correction\nCorrects “‘Bay’ forum opens”, issued on May 6, 2027"),
    ],
)
def test_a_correction_names_what_it_corrects_as_the_place_quotes(place: tuple[str, str], words: str) -> None:
    """The comma stands inside the quotation marks or outside, the day without “on” or with it."""
    assert story(place, {"lead": "forum"}, kind="correction", corrects="news").banner == words


@pytest.mark.parametrize(("place", "banner"), [(NEWSWIRE, "FOR IMMEDIATE RELEASE"), (XINHUA, "")])
def test_only_the_newswire_says_for_immediate_release(place: tuple[str, str], banner: str) -> None:
    """Xinhua and SHINE print no such line over a story."""
    assert story(place, {"lead": "forum"}).banner == banner


def test_a_day_that_stands_alone_has_its_year() -> None:
    """Xinhua leaves the year out of a dateline; over a story without one the day has it."""
    assert story(XINHUA, {"lead": "forum"}).date_line == "May 6, 2027"


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("hold", "The forum will run for two days."),
        ("open", "The forum will run for two days, May 6-7."),
    ],
)
def test_days_are_told_once(verb: str, words: str) -> None:
    """Where the lead has all days, a paragraph says how long it lasts; else the lead goes on with them."""
    body = [{"lead": "forum", "verb": verb}, {"dates": "forum"}]
    event = {"duration": "2 days"}
    told = story(NEWSWIRE, body[0], event, issued="2027-05-01", body=body).paragraphs
    assert told[-1].text.endswith(words)
    assert len(told) == (2 if verb == "hold" else 1)
