"""Hints that show the very words to write, for what people write instead."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from eventrecord.reading import read
from eventrecord.reading.meant import choice, date, field, figure, no_such_day


@pytest.mark.parametrize(
    ("field", "text", "hint"),
    [
        ("money", "35亿元 CNY", "write `money: 35亿 CNY`"),
        ("money", "35亿人民币", "write `money: 35亿 CNY`"),
        ("money", "¥3.5bn", "write `money: 3.5 billion CNY`"),
        ("money", "3.5bn CNY", "write `money: 3.5 billion CNY`"),
        ("money", "8千万 CNY", "write `money: 8000万 CNY`"),
        ("money", "35亿港元", "write `money: 35亿 HKD`"),
        ("money", "US$1,200", "write `money: 1,200 USD`"),
        ("money", "近35亿元", "write `money: 35亿 CNY`, and the hedge as `qualifier: nearly`"),
        ("money", "35亿多 CNY", "write `money: 35亿 CNY`, and the hedge as `qualifier: more-than`"),
        ("money", "35亿", "write the currency too: `money: 35亿 CNY`"),
        ("money", "a lot", None),
        ("count", "500+", "write `count: 500`, and the hedge as `qualifier: more-than`"),
        ("count", "500余", "write `count: 500`, and the hedge as `qualifier: more-than`"),
        ("count", "500人", "write `count: 500`, and what is counted in `noun:`"),
        ("count", "60至70 guests", "write `count: 60-70`, and what is counted in `noun:`"),
        ("count", "70-60人", None),
        ("count", "9" * 100 + "人", None),
        ("percent", "10％", "write `percent: 10`"),
        ("area", "35,000平方米", "write `area: 35,000 m2`"),
        ("area", "35,000", None),
    ],
)
def test_a_number_is_shown_without_its_hedge_and_noun(field: str, text: str, hint: str | None) -> None:
    """Signs, other scales, hedges and nouns are taken apart; what is not clear gets no hint."""
    assert figure(field, text) == hint


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2027-04-15T9:30", "2027-04-15T09:30"),
        ("2027-04-15 09：30", "2027-04-15T09:30"),
        ("2027-04-15 9:30 AM", "2027-04-15T09:30"),
        ("2027-04-15 12:15 a.m.", "2027-04-15T00:15"),
        ("2027年4月15日（周四）下午2时30分", "2027-04-15T14:30"),
        ("2027/4/15 2pm+08:00", "2027-04-15T14:00+08:00"),
        ("April 15, 2027", "2027-04-15"),
        ("15th Apr. 2027", "2027-04-15"),
        ("2027年4月", "2027-04"),
        ("“2027-04-15”", "2027-04-15"),
        ("Mayday 15, 2027 or so", None),
        ("Abc 15, 2027", None),
        ("2027年14月15日", None),
        ("4/5/2027", None),
        ("15/4/2027 09:30", "2027-04-15T09:30"),
        ("15.04.2027", "2027-04-15"),
        ("4/15/2027", "2027-04-15"),
        ("13/13/2027", None),
        ("31/4/2027", None),
        ("1" * 200, None),
    ],
)
def test_a_date_is_shown_as_it_is_written(text: str, written: str | None) -> None:
    """Dates of other fashions are shown as records have them, unless they could be read in two ways."""
    assert date(text) == written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-02-00", "February 2027 has 28 days"),
        ("2027-02-30", "February 2027 has 28 days"),
        ("2028-02-30", "February 2028 has 29 days"),
        ("2027-13-01", "there is no month 13"),
        ("2027-04-15T25:00", "hours go from 00 to 23"),
    ],
)
def test_what_is_not_in_the_calendar_is_explained(forum: str, text: str, words: str) -> None:
    """A date that does not exist is told together with what exists."""
    (finding,) = read(forum.replace("2024-06-01", text)).findings
    assert finding.message.startswith(f"`{text}` is not in the calendar: {words}")
    assert no_such_day(text)


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        (("kind: forum", "kind: 论坛"), "forum"),
        (("kind: forum", "status: 取消"), "cancelled"),
        (("kind: forum", "organizations: [{role: 指导单位, organizations: [a]}]"), "guidance"),
        (("[attended, spoke]", "[出席]"), "attended"),
        (("people:\n", "figures: {a: {count: 5, qualifier: 超过}}\npeople:\n"), "more-than"),
        (("people:\n", "figures: {a: {count: 5, qualifier: over}}\npeople:\n"), "more-than"),
    ],
)
def test_a_choice_in_other_words_is_understood(forum: str, change: tuple[str, str], meant: str) -> None:
    """Chinese words and other English ones lead to the word that the field knows."""
    (finding,) = read(forum.replace(*change)).findings
    assert f"did you mean `{meant}`?" in finding.message


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        (("people:\n", "figures: {a: {number: 5}}\npeople:\n"), "count"),
        (("people:\n", "figures: {a: {金额: 5 CNY}}\npeople:\n"), "money"),
        (("kind: forum", "edition: 4"), "ordinal"),
        (("kind: forum", "Venue: x"), "place"),
        (("kind: forum", "届次: 4"), "ordinal"),
    ],
)
def test_a_field_in_other_words_is_understood(forum: str, change: tuple[str, str], meant: str) -> None:
    """Another word for a field leads to it, rather than to one that is only spelt like it."""
    findings = read(forum.replace(*change)).findings
    assert f"did you mean `{meant}`?" in findings[0].message


def test_the_hint_about_a_list_has_the_words_that_are_meant(forum: str) -> None:
    """Where both the brackets and the words are missing, the hint shows both."""
    (finding,) = read(forum.replace("[attended, spoke]", "出席、致辞")).findings
    assert (finding.hint or "").startswith("write `did: [attended, spoke]`")


def test_every_word_leads_to_its_choice() -> None:
    """The words are written so that they are found: small letters, no hyphens, none twice."""
    table = tomllib.loads(resources.files("eventrecord.reading").joinpath("meant.toml").read_text("utf-8"))
    for key, words in table["choices"].items():
        assert len(set(words)) == len(words), key
        assert all(choice(word.upper(), [key]) == key for word in words), key
    for key, words in table["fields"].items():
        assert len(set(words)) == len(words), key
        assert all(field(word.upper(), [key]) == key for word in words), key


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        (
            ("people:\n", "figures: {a: {count: '25,OOO'}}\npeople:\n"),
            "write 25,000: these are letters, not digits",
        ),
        (
            ("people:\n", "figures: {a: {money: 3l billion CNY}}\npeople:\n"),
            "write 31 billion CNY: these are letters",
        ),
        (("people:\n", "figures: {a: {count: '??'}}\npeople:\n"), "what is not known yet is left out"),
        (("2024-06-01", "〔待定〕"), "what is not known yet is left out"),
        (("people:\n", "figures: {a: {count: 5, period: 2027年}}\npeople:\n"), "write 2027"),
        (("id: harbour-forum", "id: “Harbour Forum”"), "write harbour-forum"),
        (
            ("people:\n", "releases: [{id: a, contacts: [{email: press＠forum.example.org}]}]\npeople:\n"),
            "write press@forum.example.org",
        ),
        (
            ("people:\n", "places: {a: {name: {en: A}, address: 1 Pier Road}}\npeople:\n"),
            "write `address:`, and below it, indented, its fields: street, locality",
        ),
        (
            ("kind: forum", "organizations: [{role: host, organization: a}]"),
            "it is a list: write `organizations: [a]`",
        ),
    ],
)
def test_a_slip_of_the_hand_is_shown_as_it_was_meant(forum: str, change: tuple[str, str], hint: str) -> None:
    """Letters for digits, marks for what is to come, full-width signs, text for a mapping or a list."""
    old, new = change
    assert old in forum
    assert any((f.hint or "").startswith(hint) for f in read(forum.replace(old, new, 1)).findings)
