"""Languages: wordings that are missing, stand in, are stale; facts told in one language only; slots."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from eventrecord.diagnostic import Diagnostic
from eventrecord.model.record import Record
from eventrecord.rules import validate
from eventrecord.settings import Settings

Found = Callable[..., list[Diagnostic]]
Built = Callable[..., Record]
ALL_FOUR = "locales: [en, zh-Hans, zh-Hant-TW, zh-Hant-HK]"
RELEASE = "releases: [{id: a, headline: {en: A, zh-Hans: 甲}, %s}]"


@pytest.mark.parametrize(
    "fragment",
    [
        ALL_FOUR,
        "locales: [zh-Hant-TW]",
        "locales: [en-HK]",
        "locales: [en]",
        "event: {room: {en: Room 1, zh-Hans: {state: missing, stand_in: en}}}",
        "organizations: {bureau: {abbreviation: {en: LOB}, short_name: {en: the bureau}}}",
        "sources: {sheet: {title: {en: Sheet}}}",
        "places: {unused: {name: {en: Nowhere}}}",
        "organizations: {bureau: {about: {en: No block prints this.}}}",
        "releases: [{id: a, locales: [en], headline: {en: A}, body: [{lead: forum}]}]",
    ],
)
def test_wordings_that_are_there_or_not_needed_are_sound(found: Found, fragment: str) -> None:
    """Derived and parents' wordings count; what no edition prints may be missing."""
    assert found(fragment, rule="missing-wording") == []


@pytest.mark.parametrize(
    ("fragment", "path", "told"),
    [
        ("event: {theme: {en: Calm Seas}}", ("event", "theme"), "zh-Hans"),
        (
            f"{ALL_FOUR}\nevent: {{theme: {{en: Calm Seas}}}}",
            ("event", "theme"),
            "zh-Hans, zh-Hant-TW and zh-Hant-HK",
        ),
        ("event: {theme: {zh-Hans: 海晏河清}}", ("event", "theme"), "en"),
        (
            "event: {theme: {en: Calm Seas, zh-Hans: {state: missing}}}",
            ("event", "theme", "zh-Hans"),
            "zh-Hans",
        ),
        (
            "event: {theme: {en: Calm Seas, zh-Hans: {state: missing, stand_in: fr}}}",
            ("event", "theme", "zh-Hans"),
            "zh-Hans",
        ),
        (
            "event: {aims: [{en: rest, zh-Hans: 休}, {en: learn}]}",
            ("event", "aims", 1),
            "zh-Hans",
        ),
        (
            "people: {shen-lan: {posts: [{title: {en: mayor}}]}}",
            ("people", "shen-lan", "posts", 0, "title"),
            "zh-Hans",
        ),
        (
            RELEASE % "subheadline: {en: B}, body: [{lead: forum}]",
            ("releases", 0, "subheadline"),
            "zh-Hans",
        ),
        (
            RELEASE % "body: [{about: bureau}]"
            + "\norganizations: {bureau: {about: {en: Founded long ago.}}}",
            ("organizations", "bureau", "about"),
            "zh-Hans",
        ),
        (
            "locales: [en, zh-Hans, zh-Hant-TW]\nderive: {}\nevent: {theme: {en: Calm, zh-Hans: 安}}",
            ("event", "theme"),
            "zh-Hant-TW",
        ),
    ],
)
def test_wordings_that_are_missing_are_found_once_a_text(
    found: Found, fragment: str, path: tuple[str | int, ...], told: str
) -> None:
    """One finding for each text, which names all languages that lack it."""
    findings = [finding for finding in found(fragment, rule="missing-wording") if finding.path == path]
    assert [finding.message.partition(" has no wording for ")[2] for finding in findings] == [told]


def test_the_hint_of_a_missing_wording_has_three_ways_out(found: Found) -> None:
    """Write it, let another stand in, or derive it where there is a wording in the other script."""
    fragment = (
        "locales: [en, zh-Hant-TW]\nderive: {zh-Hans: zh-Hant-TW}\nevent: {theme: {en: Calm, zh-Hans: 安}}"
    )
    finding = next(f for f in found(fragment, rule="missing-wording") if f.path == ("event", "theme"))
    assert str(finding.hint).split("; or ") == [
        "write it under 'zh-Hant-TW'",
        "mark it missing and let another stand in (zh-Hant-TW: {state: missing, stand_in: en})",
        "have it made from zh-Hans (derive: {zh-Hans: zh-Hant-TW, zh-Hant-TW: zh-Hans})",
    ]


def test_a_hint_to_derive_keeps_what_is_derived_already(found: Found) -> None:
    """The map of a record replaces the usual one, so the hint shows it whole; English is never derived."""
    fragment = "event: {theme: {en-HK: Calm, zh-Hant-HK: 安}}"
    [finding] = found(fragment, rule="missing-wording")
    assert finding.message == "event.theme has no wording for en and zh-Hans"
    assert "derive" not in str(finding.hint)
    [finding] = found("locales: [zh-Hans]\n" + fragment, rule="missing-wording")
    assert str(finding.hint).endswith(
        "(derive: {zh-Hant-TW: zh-Hans, zh-Hant-HK: zh-Hans, zh-Hans: zh-Hant-HK})"
    )


def test_a_name_with_a_character_of_two_forms_is_to_be_written_out(found: Found) -> None:
    """于 may be 于 or 於: editions in Traditional Chinese print a guess, until it is written."""
    fragment = ALL_FOUR + "\npeople: {{shen-lan: {{name: {{zh-Hans: {{family: 于, given: 岚}}{}}}}}}}"
    [finding] = found(fragment.format(""), rule="unsafe-name")
    assert finding.path == ("people", "shen-lan", "name", "zh-Hans")
    assert (
        finding.message
        == "the name is made from zh-Hans for zh-Hant-TW and zh-Hant-HK, where 于 may be 于 or 於"
    )
    assert str(finding.hint).endswith("write that under 'zh-Hant'; until then 于嵐 is printed")
    assert found(fragment.format(", zh-Hant: {family: 于, given: 嵐}"), rule="unsafe-name") == []


def test_a_person_without_a_name_in_a_language_is_found(found: Found) -> None:
    """A person's name is needed like any other wording."""
    fragment = "people: {mao: {name: {en: Mao Tan}}}\nevent: {participants: [{person: mao, did: [spoke]}]}"
    [finding] = found(fragment, rule="missing-wording")
    assert finding.message == "people.mao.name has no name for zh-Hans"


def test_a_stand_in_names_every_edition_that_prints_it(found: Found) -> None:
    """Scripts derived from the missing wording print the stand-in too; unpublished ones do not count."""
    theme = "event: {theme: {en: Calm Seas, zh-Hans: {state: missing, stand_in: en}}}"
    [finding] = found(f"{ALL_FOUR}\n{theme}", rule="stand-in")
    assert finding.path == ("event", "theme", "zh-Hans", "stand_in")
    assert (
        "the editions in zh-Hans, zh-Hant-TW and zh-Hant-HK print the en wording instead: Calm Seas"
        in finding.message
    )
    assert found(f"locales: [en]\n{theme}", rule="stand-in") == []


def test_a_translation_of_unchanged_words_is_not_stale(found: Found) -> None:
    """The hash is that of the words it was made from; a hash of other words is stale, whatever the state."""
    digest = sha256(b"Calm Seas").hexdigest()
    theme = "event: {{theme: {{en: {}, zh-Hans: {{text: 海晏河清, from: {{tag: en, hash: '{}'}}}}}}}}"
    assert found(theme.format("Calm Seas", digest[:8]), rule="stale-wording") == []
    [finding] = found(theme.format("Calm Sea", digest[:8]), rule="stale-wording")
    assert "hash: " + sha256(b"Calm Sea").hexdigest()[:12] in str(finding.hint)


def test_a_name_may_be_unverified_too(found: Found) -> None:
    """States of names are told like those of wordings."""
    fragment = "people: {shen-lan: {name: {en: {state: unverified}}}}"
    [finding] = found(fragment, rule="unverified-wording")
    assert finding.message == "the en wording of people.shen-lan.name is not verified: Shen Lan"


BLOCK = RELEASE % "body: [{id: deals, text: {en: '%s', zh-Hans: '%s'}}]"


@pytest.mark.parametrize(
    "fragment",
    [
        BLOCK % ("{figures.deals:short} in {places.lantan}", "{places.lantan}的{figures.deals}"),
        RELEASE % "body: [{text: {en: 'of {figures.deals}'}, omit: {zh-Hans: other wording there}}]",
        RELEASE % "body: [{text: {en: A, zh-Hans: {state: missing, stand_in: en}}}]",
        RELEASE % "body: [{text: {en: 'of {figures.deals}', zh-Hans: '{figures.deals}', fr: Bon}}]",
    ],
)
def test_languages_that_state_the_same_are_in_parity(found: Found, fragment: str) -> None:
    """Order and forms are free, omissions with a reason are too, and unpublished languages do not count."""
    assert found(fragment, rule="parity") == []


def test_a_fact_told_in_one_language_only_is_found_with_both(found: Found) -> None:
    """The finding stands at the wording that lacks the fact; the one that has it is the label."""
    [finding] = found(BLOCK % ("of {figures.deals}", "签约"), rule="parity")
    assert finding.path == ("releases", 0, "body", 0, "text", "zh-Hans")
    assert finding.message == ("block 'deals': the zh-Hans wording does not state {figures.deals}; en does")
    assert [label.path[-1] for label in finding.labels] == ["en"]


@pytest.mark.parametrize(
    ("english", "chinese", "lacking"),
    [
        ("{figures.deals} in {figures.deals:period}", "{figures.deals:period}", "{figures.deals}"),
        ("{figures.deals} in {figures.deals:period}", "{figures.deals:short}", "{figures.deals:period}"),
        ("{events.forum} on {events.forum:date}", "{events.forum:dates}", "{events.forum}"),
        ("{events.forum:short}, {events.forum:date}", "{events.forum}", "{events.forum:date}"),
        ("{people.shen-lan}", "{people.shen-lan:posts}", "{people.shen-lan}"),
    ],
)
def test_a_side_of_a_fact_is_not_the_fact(found: Found, english: str, chinese: str, lacking: str) -> None:
    """The period of a figure does not state its value, nor the date of an event its name."""
    [finding] = found(BLOCK % (english, chinese), rule="parity")
    assert finding.message == f"block 'deals': the zh-Hans wording does not state {lacking}; en does"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("{figures.deals:full}", "{figures.deals:period}{figures.deals}"),
        ("{figures.deals:full}", "{figures.deals:value}"),
        ("{people.shen-lan:posts} {people.shen-lan:family}", "{people.shen-lan}"),
        ("{events.forum:short}, {events.forum:dates}", "{events.forum:date}{events.forum}"),
    ],
)
def test_a_language_may_state_at_once_what_another_states_apart(
    found: Found, english: str, chinese: str
) -> None:
    """The full form of a figure has its period in it, a person's their posts."""
    assert found(BLOCK % (english, chinese), rule="parity") == []


def test_a_block_that_lacks_a_language_is_found(found: Found) -> None:
    """A block without a language and without a reason is reported once, and not as a missing wording too."""
    findings = found(RELEASE % "body: [{text: {en: Good day.}}]")
    assert [finding.rule for finding in findings if finding.path[0] == "releases"][-1:] != ["missing-wording"]
    [finding] = [finding for finding in findings if finding.rule == "parity"]
    assert finding.message == "block 1 is not written in zh-Hans"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("of { figures.deals }", "is no slot"),
        ("of {figure.deals}", "write `figures` for `figure`"),
        ("by {person.shen-lan:name}", "write `people` for `person`"),
        ("a lone } here", "a lone '}'"),
        ("of {figures.deals in all", "{figures.deals is not closed: write } after it"),
        ("of {figures.deals:full", "{figures.deals:full is not closed"),
        ("a lone {figure here", "a lone '{'"),
        ("of {figures.deals:name}", "asks for a form 'name' that figures do not have"),
        ("in {places.lantan:abbr}", "asks for a form 'abbr' that places do not have"),
        ("of {figures.deals:partners}", "has nothing to print: figures.deals has no 'partners'"),
        ("at {events.forum:time}", "has nothing to print: events.forum has no time of day"),
        ("of {figures.deals:as-of}", "has nothing to print: figures.deals has no 'as_of'"),
        ("the {events.forum:theme}", "has nothing to print: events.forum has no 'theme'"),
    ],
)
def test_slots_that_cannot_be_filled_are_found(found: Found, words: str, told: str) -> None:
    """Syntax, form, and whether there is anything to print."""
    fragment = f'event: {{description: {{en: "{words}", zh-Hans: 好}}}}'
    findings = found(fragment, rule="bad-slot")
    assert [finding.path for finding in findings] == [("event", "description", "en")]
    assert told in findings[0].message


@pytest.mark.parametrize(
    ("letters", "told"),
    [
        ("{en: PO}", ["zh-Hans"]),
        ("{en: PO, zh-Hans: PO}", []),
    ],
)
def test_an_abbreviation_is_wanted_in_each_language_that_prints_it(
    found: Found, letters: str, told: list[str]
) -> None:
    """The name in its place would stand in the sentence twice."""
    words = "{organizations.office} ({organizations.office:abbr})"
    office = f"{{name: {{en: Port Office, zh-Hans: 港口办}}, abbreviation: {letters}}}"
    fragment = f"""
organizations: {{office: {office}}}
event: {{description: {{en: "{words}", zh-Hans: "{words}"}}}}
"""
    assert [finding.path[-1] for finding in found(fragment, rule="bad-slot")] == told


@pytest.mark.parametrize(
    "words",
    ["a brace {{ and }} stay", "{figures.deals:period}", "{events.forum:date}", "{people.shen-lan:name}"],
)
def test_slots_that_can_be_filled_are_sound(found: Found, words: str) -> None:
    """Double braces are braces, and every form that has something to print may be asked for."""
    assert found(f"event: {{description: {{en: {words!r}, zh-Hans: {words!r}}}}}", rule="bad-slot") == []


def test_a_release_cannot_have_a_language_that_the_record_lacks(found: Found) -> None:
    """The languages of a release are some of the record's."""
    fragment = "releases: [{id: a, locales: [en, zh-Hant-HK], headline: {en: A}, body: [{lead: forum}]}]"
    [finding] = found(fragment, rule="unknown-locale")
    assert finding.path == ("releases", 0, "locales", 1)


def test_an_unknown_locale_is_told_with_its_relatives(found: Found) -> None:
    """The hint lists the locales of that language, or all where there is none."""
    first, second = found("locales: [zh-Hant-MO, ja]", rule="unknown-locale")
    assert first.hint == "did you mean zh-Hans or zh-Hant-HK or zh-Hant-TW?"
    assert str(second.hint).startswith("there are: en")


def test_names_of_other_records_and_of_the_terminology_base_are_needed_too(
    found: Found, record: Built
) -> None:
    """A larger event that has no name in a language of this record leaves a hole in its editions."""
    week = record("{id: ocean-week-2031, locales: [en], event: {id: week, name: {en: Ocean Week}}}")
    fragment = "event: {part_of: ocean-week-2031}"
    assert found(fragment, week, rule="missing-wording") == []
    bare = week.model_copy(update={"event": week.event.model_copy(update={"name": {"en": "Ocean Week"}})})
    [finding] = found(fragment, bare, rule="missing-wording")
    assert finding.path == ("event", "part_of")
    assert finding.message == ("events.ocean-week-2031, which is not of this record, has no name for zh-Hans")


def test_a_house_style_that_a_language_lacks_is_told_with_what_it_has(found: Found) -> None:
    """The styles of another language are none of this one; a slip of the pen is suggested right."""
    fragment = RELEASE % "style: {en: gov-cn, zh-Hans: gov-ch}, body: [{lead: forum}]"
    foreign, misspelled = found(fragment, rule="unknown-style")
    assert foreign.path == ("releases", 0, "style", "en")
    assert foreign.message == "the release asks for the house style 'gov-cn', which en does not have"
    assert str(foreign.hint).startswith("house styles of en: ")
    assert misspelled.hint == "did you mean 'gov-cn'?"


def test_a_house_style_of_the_settings_is_looked_at_for_languages_of_the_record(record: Built) -> None:
    """The office's settings may name styles for languages that this record is not published in."""
    settings = Settings(style={"zh-Hans": "press", "zh-Hant-TW": "press"})
    [finding] = validate(record(), settings=settings, select=["unknown-style"])
    assert finding.path == ("locales", 1)
    assert finding.message.startswith("the office's settings ask for the house style 'press'")
    assert validate(record(), settings=Settings(style={"zh-Hans": "gov-cn"}), select=["unknown-style"]) == []


def test_figures_listed_by_name_have_one(found: Found) -> None:
    """A block that lists figures needs their names; a block of prose does not."""
    fragment = "figures: {calls: {count: 7}}\n" + RELEASE % "body: [{figures: [calls]}]"
    (finding,) = found(fragment, rule="missing-wording")
    assert finding.path == ("releases", 0, "body", 0, "figures")
    assert "figures.calls has no name" in finding.message


def test_a_language_without_a_locale_is_not_read_for_figures(found: Callable[..., list[Diagnostic]]) -> None:
    """A wording in French may stand in a record; nobody here can tell which figures it states."""
    text = (
        "event: {description: {en: Three of 25 forums, zh-Hans: 25场论坛中的三场, fr: Trois des 26 forums}}"
    )
    assert found(text, rule="value-differs") == []


def test_the_script_that_two_regions_share_is_read_for_figures(
    found: Callable[..., list[Diagnostic]],
) -> None:
    """A wording for all readers of Traditional Chinese is held against the others, too."""
    text = "event: {{description: {{en: We held 25 forums., zh-Hant: 我們舉行了{}場論壇。}}}}"
    assert found(text.format(25), rule="value-differs") == []
    assert [f.rule for f in found(text.format(26), rule="value-differs")] == ["value-differs"]


@pytest.mark.parametrize(
    ("tag", "words", "told"),
    [
        ("en", "TBD", "TBD"),
        ("en", "[to come]", "[to come]"),
        ("en", "Ships from XXX arrive", "XXX"),
        ("en", "The fee (TBC) is low", "(TBC)"),
        ("en", "Lorem ipsum dolor sit amet", "Lorem ipsum dolor sit amet"),
        ("en", "A new harbour is to come in 2033", None),
        ("en", "The XX Congress of Harbours", None),
        ("en", "Todo, a fishing village, takes part", None),
        ("zh-Hans", "（待补）", "（待补）"),
        ("zh-Hans", "签约XX亿元", "XX"),
        ("zh-Hans", "定于X月X日举行", "X月X日"),
        ("zh-Hans", "主题〔待定〕，地点不变", "〔待定〕"),
        ("zh-Hans", "具体时间待定", None),
        ("zh-Hans", "展出X射线设备", None),
    ],
)
def test_what_waits_to_be_written_is_found(found: Found, tag: str, words: str, told: str | None) -> None:
    """Wordings that are nothing else, and marks that nobody prints; not the words in plain use."""
    text = f"releases: [{{id: opening, body: [{{id: more, text: {{{tag}: '{words}'}}}}]}}]"
    findings = found(text, rule="placeholder-text")
    assert [words[slice(*(f.part or (0, None)))] for f in findings] == [told] * (told is not None)


@pytest.mark.parametrize(
    ("tag", "theme", "count"),
    [
        ("en", "“Sea Change”", 1),
        ("en", "“Sea” and “Change”", 0),
        ("en", "Beyond the “Blue Line”", 0),
        ("zh-Hans", "「沧海新生」", 1),
        ("zh-Hans", "《沧海》与《新生》", 0),
    ],
)
def test_a_theme_is_the_words_alone(found: Found, tag: str, theme: str, count: int) -> None:
    """Marks around the whole of it are told, marks in it are not."""
    assert len(found(f"event: {{theme: {{{tag}: '{theme}'}}}}", rule="quoted-theme")) == count
