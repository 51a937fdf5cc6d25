"""Composing a release: tense, order, mentions, what is left out and what is said."""

from __future__ import annotations

from typing import Any

import pytest

from eventrecord import Record, render
from eventrecord.errors import MissingWordingError
from eventrecord.story import Story, compose, edition_localizer

BASE: dict[str, Any] = {
    "format": "eventrecord/1",
    "id": "sample",
    "revision": {"number": 1, "at": "2027-03-18"},
    "locales": ["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"],
    "organizations": {
        "port": {
            "name": {"en": "Linjiang Port", "zh-Hans": "临江港"},
            "about": {"en": "A port.", "zh-Hans": "港口。"},
        }
    },
    "places": {
        "hall": {"name": {"en": "River Hall", "zh-Hans": "江厅"}, "within": "city"},
        "city": {"name": {"en": "Linjiang", "zh-Hans": "临江"}},
    },
    "people": {
        "lin": {
            "name": {"en": {"family": "Lin", "given": "Bo"}, "zh-Hans": {"family": "林", "given": "博"}},
            "posts": [{"title": {"en": "director", "zh-Hans": "主任"}, "organization": "port"}],
        }
    },
    "event": {
        "id": "forum",
        "kind": "forum",
        "name": {"en": "Harbour Forum", "zh-Hans": "港口论坛"},
        "short_name": {"en": "forum", "zh-Hans": "论坛"},
        "start": "2027-03-18",
        "end": "2027-03-19",
        "place": "hall",
    },
}


def story(tag: str, body: list[dict[str, Any]], event: dict[str, Any] | None = None, **release: Any) -> Story:
    """The story of a release with that body, in one locale."""
    record = Record.model_validate(
        {
            **BASE,
            "event": {**BASE["event"], **(event or {})},
            "releases": [
                {
                    "id": "news",
                    "issuer": "port",
                    "issued": "2027-03-19",
                    "headline": {"en": "News", "zh-Hans": "消息"},
                    "body": body,
                    **release,
                }
            ],
        }
    )
    return compose(edition_localizer(record, record.releases[0], tag), record.releases[0])


@pytest.mark.parametrize(
    ("issued", "tag", "words"),
    [
        ("2027-03-19", "en", "The Harbour Forum was held at River Hall in Linjiang on March 18-19."),
        ("2027-03-01", "en", "The Harbour Forum will be held at River Hall in Linjiang on March 18-19."),
        (
            "2026-12-01",
            "en",
            "The Harbour Forum will be held at River Hall in Linjiang on March 18-19, 2027.",
        ),
        ("2027-03-01", "zh-Hans", "港口论坛将于3月18日至19日在临江江厅举行。"),
        ("2027-03-19", "zh-Hant-TW", "港口論壇於3月18日至19日在臨江江廳舉行。"),
    ],
)
def test_tense_and_year_follow_the_day_of_issue(issued: str, tag: str, words: str) -> None:
    """Before the event a release says it will be held; the year is told when it is another one."""
    assert story(tag, [{"lead": "forum"}], issued=issued).paragraphs[0].text == words


@pytest.mark.parametrize(
    ("status", "change", "tag", "words"),
    [
        (
            "cancelled",
            {},
            "en",
            "The Harbour Forum, scheduled for March 18-19, has been canceled. A storm is near.",
        ),
        ("cancelled", {}, "zh-Hans", "台风将至，原定于3月18日至19日举行的港口论坛已取消。"),
        ("postponed", {}, "zh-Hant-HK", "颱風將至，原定於三月十八日至十九日舉行的港口論壇延期舉行。"),
        (
            "rescheduled",
            {"previous_start": "2027-03-10"},
            "en",
            "The Harbour Forum, scheduled for March 10, will now be held March 18-19 at River Hall "
            "in Linjiang. A storm is near.",
        ),
    ],
)
def test_a_changed_event_says_so(status: str, change: dict[str, Any], tag: str, words: str) -> None:
    """A cancelled, postponed or moved event is told as such, with the old date and the reason."""
    reason = {"en": "A storm is near.", "zh-Hans": "台风将至。", "zh-Hant": "颱風將至。"}
    event = {
        "status": status,
        "changes": [{"at": "2027-03-05", "status": status, "reason": reason, **change}],
    }
    assert story(tag, [{"lead": "forum"}], event, issued="2027-03-05").paragraphs[0].text == words


def test_later_mentions_are_shorter() -> None:
    """A person is named in full once, then by family name in English and full name in Chinese."""
    body: list[dict[str, Any]] = [
        {"id": "a", "text": {"en": "{people.lin}, spoke.", "zh-Hans": "{people.lin}致辞。"}},
        {"id": "b", "text": {"en": "{people.lin} left.", "zh-Hans": "{people.lin}离场。"}},
    ]
    assert [p.text for p in story("en", body).paragraphs] == [
        "Lin Bo, director of Linjiang Port, spoke.",
        "Lin left.",
    ]
    assert [p.text for p in story("zh-Hans", body).paragraphs] == ["临江港主任林博致辞。", "林博离场。"]


def test_blocks_follow_the_order_of_the_house() -> None:
    """Mainland releases put guests before figures, newswires after; blocks of one topic keep their order."""
    event = {"participants": [{"person": "lin", "did": ["invited"]}]}
    body: list[dict[str, Any]] = [
        {"lead": "forum"},
        {"id": "one", "topic": "figures", "text": {"en": "One.", "zh-Hans": "一。"}},
        {"attendance": "forum"},
        {"id": "two", "topic": "figures", "text": {"en": "Two.", "zh-Hans": "二。"}},
    ]
    assert [p.topic for p in story("en", body, event).paragraphs] == [
        "lead",
        "figures",
        "figures",
        "attendance",
    ]
    assert [p.topic for p in story("zh-Hans", body, event).paragraphs] == [
        "lead",
        "attendance",
        "figures",
        "figures",
    ]


def test_a_block_may_go_on_in_the_paragraph_before() -> None:
    """A continued block shares the paragraph, with a space in English and none in Chinese."""
    body: list[dict[str, Any]] = [
        {"id": "a", "text": {"en": "One.", "zh-Hans": "一。"}},
        {"id": "b", "continues": True, "text": {"en": "two.", "zh-Hans": "二。"}},
    ]
    assert [p.text for p in story("en", body).paragraphs] == ["One. Two."]
    assert [p.text for p in story("zh-Hans", body).paragraphs] == ["一。二。"]


def test_a_block_is_left_out_where_the_office_says_so() -> None:
    """A deliberate omission leaves the block out of that edition only."""
    body: list[dict[str, Any]] = [
        {"lead": "forum"},
        {"id": "a", "omit": {"zh-Hans": "local readers know"}, "text": {"en": "One.", "zh-Hans": "一。"}},
    ]
    assert len(story("en", body).paragraphs) == 2
    assert len(story("zh-Hans", body).paragraphs) == 1


def test_paragraphs_know_the_facts_they_state() -> None:
    """Each paragraph lists the facts in it, and the story all of them."""
    lead = story("zh-Hans", [{"lead": "forum"}])
    assert lead.facts == {
        "events.forum.name",
        "events.forum.start",
        "events.forum.end",
        "places.city",
        "places.hall",
    }


def test_a_missing_wording_is_refused_outside_drafts() -> None:
    """An edition that needs a wording nobody wrote is not made."""
    with pytest.raises(MissingWordingError):
        story("zh-Hans", [{"id": "a", "text": {"en": "Only English."}}])


def test_markup_in_a_record_stays_words() -> None:
    """HTML, Markdown and template syntax in a wording come out as the characters they are."""
    hostile = "<script>*x*</script> {{7*7}} [a](b) # `c`"
    record = Record.model_validate(
        {
            **BASE,
            "releases": [
                {
                    "id": "news",
                    "headline": {"en": hostile},
                    "body": [{"id": "a", "text": {"en": hostile}}],
                }
            ],
        }
    )
    assert "<script>*x*</script> {7*7} [a](b) # `c`" in str(render(record, "press", "en"))
    assert r"\<script\>\*x\*\</script\> {7\*7} \[a\](b) # \`c\`" in str(render(record, "markdown", "en"))


def test_hong_kong_headline_has_a_row_of_stars_of_its_width() -> None:
    """The star line is as wide as the headline: two stars for each full-width character."""
    text = str(
        render(
            Record.model_validate(
                {
                    **BASE,
                    "releases": [
                        {"id": "n", "headline": {"zh-Hans": "港口论坛2027开幕"}, "body": [{"lead": "forum"}]}
                    ],
                }
            ),
            "press",
            "zh-Hant-HK",
        )
    )
    headline, stars, *_ = [line for line in text.splitlines() if line]
    assert (headline, stars) == ("港口論壇2027開幕", "*" * 16)


def test_what_another_record_tells_is_of_its_own_people() -> None:
    """A quotation of a related record is its own speaker's, though this record has one of the same id."""

    def named(name: str) -> dict[str, Any]:
        return {"lin": {"name": {"en": {"family": name, "given": "Bo"}}}}

    words = {"speaker": "lin", "spoken": "en", "text": {"en": "Yes."}}
    week = Record.model_validate(
        {**BASE, "id": "week", "people": named("Wang"), "quotations": {"yes": words}, "releases": []}
    )
    release = {"id": "n", "headline": {"en": "News"}, "body": [{"quotation": "week/yes"}]}
    record = Record.model_validate({**BASE, "people": named("Lin"), "releases": [release]})
    text = str(render(record.with_related({"week": week}), "press", "en"))
    assert "“Yes,” said Bo Wang." in text


@pytest.mark.parametrize(
    "change",
    [
        {
            "people": {
                **BASE["people"],
                "lin": {
                    **BASE["people"]["lin"],
                    "posts": [{"title": {"en": "chief guess", "zh-Hans": "猜测"}, "standing": "inferred"}],
                },
            }
        },
        {
            "figures": {
                "guess": {"name": {"en": "guess", "zh-Hans": "猜测"}, "count": 7, "standing": "inferred"}
            }
        },
        {
            "organizations": {
                "port": {
                    **BASE["organizations"]["port"],
                    "about": {"en": "A guess.", "zh-Hans": "猜测。"},
                    "sourcing": {"about": {"standing": "inferred"}},
                }
            }
        },
    ],
)
def test_composed_blocks_print_nothing_inferred(change: dict[str, Any]) -> None:
    """Posts, figures and boilerplate that are only inferred stay out of what is composed."""
    body: list[dict[str, Any]] = [{"lead": "forum"}, {"about": "port"}]
    if "figures" in change:
        body.append({"figures": ["guess"]})
    event = {**BASE["event"], "participants": [{"person": "lin", "did": ["attended"]}]}
    release = {"id": "n", "headline": {"en": "News", "zh-Hans": "消息"}, "body": body}
    record = Record.model_validate({**BASE, **change, "event": event, "releases": [release]})
    assert "guess" not in str(render(record, "press", "en")).lower()


def test_a_cancelled_event_tells_no_more_than_that() -> None:
    """No award, guest or programme is told of an event that does not take place."""
    event = {
        "status": "cancelled",
        "changes": [{"at": "2027-03-05", "status": "cancelled"}],
        "participants": [{"person": "lin", "did": ["invited"]}],
    }
    body = [{"lead": "forum"}, {"attendance": "forum"}, {"dates": "forum"}]
    assert [p.topic for p in story("en", body, event).paragraphs] == ["lead"]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "About 500 guests attended the forum."),
        ("zh-Hans", "约500位嘉宾参加论坛。"),
        ("zh-Hant-HK", "約500位嘉賓出席論壇。"),
    ],
)
def test_numbers_of_people_who_came_are_told(tag: str, words: str) -> None:
    """A number of guests who attended stands in the block on attendance."""
    noun = {"en": "guests", "zh-Hans": "位嘉宾"}
    figures = {"guests": {"count": 500, "qualifier": "about", "noun": noun}}
    event = {**BASE["event"], "participants": [{"figure": "guests", "did": ["attended"]}]}
    release = {
        "id": "n",
        "issued": "2027-03-20",
        "headline": {"en": "N", "zh-Hans": "消息"},
        "body": [{"attendance": "forum"}],
    }
    record = Record.model_validate({**BASE, "figures": figures, "event": event, "releases": [release]})
    assert words in str(render(record, "press", tag))


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "Lin Bo, director of Linjiang Port, and others attended the forum."),
        ("zh-Hans", "临江港主任林博等嘉宾出席。"),
    ],
)
def test_an_open_list_of_officials_says_so(tag: str, words: str) -> None:
    """A list that is not complete is never printed as if it were."""
    entry = {"people": ["lin"], "did": ["attended"], "complete": False}
    if tag != "en":
        entry["collective"] = {"zh-Hans": "嘉宾"}
    assert story(tag, [{"lead": "forum"}], {"participants": [entry]}).paragraphs[0].text.endswith(words)


@pytest.mark.parametrize(
    ("tag", "name", "words"),
    [
        (
            "zh-Hans",
            {"en": "Harbour Forum", "zh-Hans": {"state": "missing", "stand_in": "en"}},
            "3月18日，Harbour Forum（英文名称）在临江江厅开幕。",
        ),
        (
            "zh-Hant-HK",
            {"en": "Harbour Forum", "zh-Hans": {"state": "missing", "stand_in": "en"}},
            "Harbour Forum（英文名稱）於三月十八日在臨江江廳開幕。",
        ),
        (
            "en",
            {"zh-Hans": "港口论坛", "en": {"state": "missing", "stand_in": "zh-Hans"}},
            "The 港口论坛 (Chinese name) opened at River Hall in Linjiang on March 18.",
        ),
    ],
)
def test_an_event_named_in_another_language_says_so_once(tag: str, name: dict[str, Any], words: str) -> None:
    """Where a name stands in for a missing one, the first mention says so."""
    body: list[dict[str, Any]] = [{"lead": "forum", "verb": "open"}, {"dates": "forum"}]
    (lead,) = story(tag, body, {"name": name, "short_name": None}, stand_ins=True).paragraphs
    assert lead.text.startswith(words)
    dates = lead.text.removeprefix(words)
    assert dates
    assert "英文" not in dates
    assert "Chinese name" not in dates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It begins at {events.forum:time}.", "It begins at 9:30 a.m."),
        ("It begins at {events.forum:time}. All are welcome.", "It begins at 9:30 a.m. All are welcome."),
        ("It begins at {events.forum:time}, and then ...", "It begins at 9:30 a.m., and then ..."),
    ],
)
def test_the_stop_of_an_abbreviation_ends_the_sentence(text: str, words: str) -> None:
    """Two full stops never follow one another."""
    body: list[dict[str, Any]] = [{"id": "hour", "text": {"en": text, "zh-Hans": "。"}}]
    event = {"start": "2027-03-18T09:30", "time_zone": "Asia/Shanghai"}
    (paragraph,) = story("en", body, event).paragraphs
    assert paragraph.text == words


def test_a_comma_closes_a_post_and_nothing_else() -> None:
    """After the last of several officials stands a comma only where a post is told of that one."""
    people = {**BASE["people"], "wu": {"name": {"en": "Wu Lan", "zh-Hans": "吴岚"}}}
    event = {"participants": [{"people": ["lin", "wu"], "did": ["attended"]}]}
    record = {"people": people, "event": {**BASE["event"], **event}}
    made = Record.model_validate(
        {
            **BASE,
            **record,
            "releases": [
                {
                    "id": "news",
                    "issuer": "port",
                    "issued": "2027-03-19",
                    "headline": {"en": "News", "zh-Hans": "消息"},
                    "body": [{"lead": "forum"}],
                }
            ],
        }
    )
    release = made.releases[0]
    (lead,) = compose(edition_localizer(made, release, "en"), release).paragraphs
    assert lead.text.endswith("Lin Bo, director of Linjiang Port, and Wu Lan attended the forum.")


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "The third Harbour Forum opened at River Hall in Linjiang on March 18."),
        ("zh-Hans", "3月18日，第三届港口论坛在临江江厅开幕。"),
        ("zh-Hant-TW", "第三屆港口論壇於3月18日在臨江江廳開幕。"),
        ("zh-Hant-HK", "第三屆港口論壇於三月十八日在臨江江廳開幕。"),
    ],
)
def test_the_lead_says_which_forum_it_is(tag: str, words: str) -> None:
    """Which one it is stands before the name, and stays out where the name has it, or a year."""
    lead = [{"lead": "forum", "verb": "open"}]
    assert story(tag, lead, {"ordinal": 3}).paragraphs[0].text == words
    for name in (
        {"en": "Third Harbour Forum", "zh-Hans": "第三届港口论坛"},
        {"en": "Harbour Forum 2027", "zh-Hans": "2027港口论坛"},
    ):
        event = {"ordinal": 3, "name": name}
        assert story(tag, lead, event) == story(tag, lead, {**event, "ordinal": None})


def test_an_advisory_does_not_say_that_an_event_without_a_day_has_begun() -> None:
    """Nobody is told that a forum is being held, only because its day is not known."""
    event = {"start": None, "end": None, "duration": "3 days"}
    told = story("en", [{"lead": "forum"}, {"dates": "forum"}], event, kind="advisory")
    assert [paragraph.text for paragraph in told.paragraphs] == [
        "The Harbour Forum will be held at River Hall in Linjiang.",
        "The forum will run for three days.",
    ]


def test_several_in_one_role_are_told_in_the_plural() -> None:
    """An open list is of several too."""
    for complete, items in (
        (True, ("Host: Linjiang Port",)),
        (False, ("Hosts: Linjiang Port, among others",)),
    ):
        involved = {"role": "host", "organizations": ["port"], "complete": complete}
        told = story("en", [{"organizations": "forum"}], {"organizations": [involved]})
        assert told.paragraphs[0].items == items


def test_a_winner_whom_the_lead_named_has_no_posts_again() -> None:
    """A list of winners gives posts of those whom nobody has heard of yet."""
    winners = {"name": {"en": "Anchor", "zh-Hans": "船锚"}, "winners": [{"person": "lin"}]}
    event = {**BASE["event"], "awards": [{"award": "anchor", "did": "presented"}]}
    attended = [{"people": ["lin"], "did": ["attended"]}]
    release = {"id": "n", "issued": "2027-03-20", "headline": {"en": "N"}}
    for participants, body, words in (
        (attended, [{"lead": "forum"}, {"awards": "forum"}], "- Lin Bo\n"),
        ([], [{"awards": "forum"}], "- Lin Bo, director of Linjiang Port\n"),
    ):
        record = Record.model_validate(
            {
                **BASE,
                "awards": {"anchor": winners},
                "event": {**event, "participants": participants},
                "releases": [{**release, "body": body}],
            }
        )
        assert words in str(render(record, "press", "en"))


@pytest.mark.parametrize(
    ("tag", "status", "words"),
    [
        (
            "en",
            "rescheduled",
            "The Harbour Forum, planned for Linjiang, will now be held April 2 at River Hall in Linjiang.",
        ),
        ("zh-Hans", "rescheduled", "原定在临江举行的港口论坛改于4月2日上午9时30分在临江江厅举行。"),
        ("en", "moved-online", "The Harbour Forum, planned for Linjiang, will now be held online April 2."),
        ("zh-Hans", "moved-online", "原定在临江举行的港口论坛将于4月2日上午9时30分改以线上形式举行。"),
        ("zh-Hant-TW", "moved-online", "原定在臨江舉行的港口論壇將於4月2日上午9時30分改以線上方式舉行。"),
    ],
)
def test_a_moved_event_says_from_where(tag: str, status: str, words: str) -> None:
    """Who knows the old place must learn that it is no longer the place."""
    change = {"at": "2027-03-18", "status": status, "previous_place": "city"}
    event = {
        "status": status,
        "start": "2027-04-02T09:30",
        "end": None,
        "time_zone": "Asia/Shanghai",
        "changes": [change],
    }
    assert story(tag, [{"lead": "forum"}], event).paragraphs[0].text == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{people.lin} said so.", "Lin Bo, director of Linjiang Port, said so."),
        ("{people.lin}, too, said so.", "Lin Bo, director of Linjiang Port, too, said so."),
        ("So said {people.lin}.", "So said Lin Bo, director of Linjiang Port."),
        ("{people.lin:name} said so.", "Lin Bo said so."),
        ("So said {people.lin}. {people.lin} left.", "So said Lin Bo, director of Linjiang Port. Lin left."),
    ],
)
def test_posts_end_in_a_comma_where_prose_goes_on(text: str, words: str) -> None:
    """The office cannot type it: a later mention has no posts, and so no comma."""
    told = story("en", [{"id": "own", "text": {"en": text}}])
    assert told.paragraphs[0].text == words
