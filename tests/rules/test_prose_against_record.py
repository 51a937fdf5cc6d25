"""Prose, excerpts and origins that the record contradicts, and their like that it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic

Found = Callable[..., list[Diagnostic]]
HELD = """
releases:
  - {{id: opening, issued: {issued}, {more} body: [{{id: held, text: {{en: '{en}', zh-Hans: '{zh}'}}}}]}}
"""


@pytest.mark.parametrize(
    ("issued", "more", "en", "zh", "rule", "count"),
    [
        ("2031-05-14", "", "The {events.forum} will be held here.", "{events.forum}将举行。", "future", 2),
        ("2031-05-13", "", "The {events.forum} will be held here.", "{events.forum}将举行。", "future", 0),
        (
            "2031-05-11",
            "embargo: 2031-05-14,",
            "The {events.forum} will open.",
            "{events.forum}将开幕。",
            "future",
            2,
        ),
        (
            "2031-05-14",
            "",
            "The {events.forum} will be held again.",
            "{events.forum}将再次举行。",
            "future",
            0,
        ),
        (
            "2031-05-14",
            "",
            "Guests of {events.forum} will open a fund.",
            "{events.forum}的嘉宾将举办展览。",
            "future",
            0,
        ),
        ("2031-05-14", "", "The forum will be held here.", "论坛将举行。", "future", 2),
        ("2031-05-14", "", "The Lantan Ocean Forum will be held.", "本次论坛将举行。", "future", 2),
        ("2031-05-14", "", "A forum will be held, too.", "渔业论坛将举行。", "future", 0),
        ("2031-05-14", "", "The fisheries forum will be held.", "下届论坛将举行。", "future", 0),
        ("2031-05-11", "", "The {events.forum} was held here.", "{events.forum}已举行。", "past", 2),
        (
            "2031-05-11",
            "embargo: 2031-05-14,",
            "The {events.forum} was held here.",
            "{events.forum}已举行。",
            "past",
            0,
        ),
        (
            "2031-05-11",
            "",
            "The {events.forum} opened registration.",
            "{events.forum}的报名已开始。",
            "past",
            0,
        ),
        (
            "2031-05-11",
            "",
            "The {events.forum} was held here in 2030.",
            "{events.forum}2030年已举行。",
            "past",
            0,
        ),
    ],
)
def test_tense_is_held_against_the_day_of_issue(
    found: Found, issued: str, more: str, en: str, zh: str, rule: str, count: int
) -> None:
    """Only an event that is over, or has not begun, when the release may be printed is in the wrong tense."""
    name = {"future": "future-tense-after-event", "past": "past-tense-before-event"}[rule]
    fragment = HELD.format(issued=issued, more=more, en=en, zh=zh)
    assert len(found(fragment, rule=name)) == count


@pytest.mark.parametrize(("name", "count"), [("Fisheries Forum", 0), ("Fisheries Day", 1)])
def test_the_forum_may_be_one_of_several(found: Found, name: str, count: int) -> None:
    """Of two forums nobody knows which is meant; an event's own short name is as good as the long one."""
    event = f"event: {{sub_events: [{{id: fish, name: {{en: {name}, zh-Hans: 渔业日}}, start: 2031-05-12}}]}}"
    said = HELD.format(issued="2031-05-14", more="", en="The forum will open.", zh="论坛很好。")
    assert len(found(event + said, rule="future-tense-after-event")) == count
    short = event.replace("event: {", "event: {short_name: {en: forum, zh-Hans: 论坛}, ")
    assert len(found(short + said, rule="future-tense-after-event")) == 1


def test_a_finding_of_tense_shows_the_words_and_both_dates(found: Found) -> None:
    """The words that tell the tense are marked, and the event's dates and the day of issue stand beside."""
    en = "The {events.forum} will be held here."
    first, _ = found(
        HELD.format(issued="2031-05-14", more="", en=en, zh="{events.forum}将举行。"),
        rule="future-tense-after-event",
    )
    assert first.part == (en.index("{"), en.index(" here"))
    assert [label.path for label in first.labels] == [("event", "start"), ("releases", 0, "issued")]


@pytest.mark.parametrize(
    ("excerpt", "wrong"),
    [
        ("nearly RMB 3 billion", False),
        ("近30亿元", False),
        ("2.98 billion yuan", False),
        ("signed on 12 May", False),
        ("RMB 3 billion", True),
        ("nearly RMB 30 billion", True),
        ("3.02 billion yuan", True),
        ("nearly US$3 billion", True),
    ],
)
def test_an_excerpt_states_the_figure_or_the_more_exact_value(
    found: Found, excerpt: str, wrong: bool
) -> None:
    """Nearly 3 billion is right of a source that has 2.98 billion, but not of 3 billion, or dollars."""
    fragment = f"""
    sources: {{sheet: {{title: {{en: sheet}}}}}}
    figures: {{deals: {{cite: [{{source: sheet, excerpt: {excerpt}}}]}}}}
    """
    assert bool(found(fragment, rule="excerpt-differs")) is wrong


@pytest.mark.parametrize(("percent", "wrong"), [("25", False), ("24.9", True), ("52", True)])
def test_growth_fits_the_values_of_both_years(found: Found, percent: str, wrong: bool) -> None:
    """From 80 to 100 it is 25 per cent."""
    fragment = f"""
    terms: {{ships: {{name: {{en: ships, zh-Hans: 船舶}}}}}}
    figures:
      before: {{of: ships, count: 8000, period: 2029, noun: {{en: ships, zh-Hans: 艘}}}}
      now: {{of: ships, count: 10000, period: 2030, noun: {{en: ships, zh-Hans: 艘}}}}
      growth: {{of: ships, percent: {percent}, period: 2030, comparison: {{direction: up, base: 2029}}}}
    """
    assert bool(found(fragment, rule="growth-mismatch")) is wrong


def test_a_length_that_somebody_marked_as_disputed_is_let_alone(found: Found) -> None:
    """The length of the whole told of a part is a finding only where nobody has thought about it."""
    part = "event: {{sub_events: [{{id: fair, name: {{en: fair, zh-Hans: 展会}}, duration: 2 days{more}}}]}}"
    assert found(part.format(more=""), rule="duration-of-parent")
    marked = part.format(more=", sourcing: {duration: {standing: disputed}}")
    assert not found(marked, rule="duration-of-parent")


def test_a_wording_made_from_one_that_is_gone_is_stale(found: Found) -> None:
    """Nobody can hold it against what it was made from."""
    (finding,) = found("event: {theme: {zh-Hans: {text: 海晏, from: {tag: en}}}}", rule="stale-wording")
    assert finding.path == ("event", "theme", "zh-Hans", "from")


def test_only_somebody_who_has_read_it_says_that_a_stale_wording_follows(found: Found) -> None:
    """The fix that writes the new hash is none of the safe ones."""
    theme = "event: {theme: {en: Calm Seas, zh-Hans: {text: 海晏, from: {tag: en, hash: 0f1e2d3c4b5a}}}}"
    (finding,) = found(theme, rule="stale-wording")
    assert finding.fix is not None
    assert not finding.fix.safe
    assert finding.fix.edits[0].path == ("event", "theme", "zh-Hans", "from", "hash")
    assert finding.fix.edits[0].text in (finding.hint or "")


def test_a_post_told_by_a_composed_block_is_not_left_out(found: Found) -> None:
    """The lead names those who were there with their posts."""
    fragment = """
    people: {{shen-lan: {{posts: [{{title: {{en: director, zh-Hans: 局长}}}}]}}}}
    releases:
      - id: opening
        body:
          {lead}
          - id: speech
            text: {{en: '{{people.shen-lan:name}} spoke.', zh-Hans: '{{people.shen-lan:name}}致辞。'}}
    """
    assert not found(fragment.format(lead="- lead: forum"), rule="post-left-out")
    assert found(fragment.format(lead="- theme: forum"), rule="post-left-out")
