"""People beside their posts in English text: Zhang Wei, vice mayor of Shanghai; Vice Mayor Zhang Wei."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from eventrecord.localize.alternatives import either
from eventrecord.localize.chinese.syllables import is_pinyin_name
from eventrecord.localize.data import Table, read_table
from eventrecord.localize.titles import FoundPerson, Title, title_words

__all__ = ["capital_runs", "find_people", "find_titles"]

_WORD = re.compile(r"\S+")
_MOST = 4
_AND = " and "
_LONGEST_BODY = 100
_LONGEST_RUN = 120
"""Characters of words with capitals in which there may be a name; longer ones are headings."""
_STOP = re.compile(r"[.;:!?()“”\n]")
_ROMANIZED = re.compile(r"[A-Z][a-z]{0,5}-[a-z]{1,6}")
_FAMILY = re.compile(r"[A-Z][a-z]{0,6}|[A-Z]{2,7}")


class _Words(NamedTuple):
    title: re.Pattern[str]
    body: re.Pattern[str]
    own: re.Pattern[str]
    gap: re.Pattern[str]
    and_title: re.Pattern[str]
    bodies: re.Pattern[str]
    official: frozenset[str]
    not_names: frozenset[str]
    honorifics: frozenset[str]
    strip: frozenset[str]
    occupations: re.Pattern[str]
    join: re.Pattern[str]


class _Name(NamedTuple):
    start: int
    end: int
    words: tuple[str, ...]
    honored: bool


def capital_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where words with capitals stand one after the other."""
    return (match.span() for match in _capitals().finditer(text))


def find_titles(text: str) -> Iterator[Title]:
    """Posts in a text, each with the body after it or before: vice mayor of Shanghai, Shanghai mayor."""
    titles = list(_titles(text))
    for one, other in zip_longest(titles, titles[1:]):
        start = other.body_start if other and other.body_start < other.start else -1
        if one.body_start <= start - len(_AND) < one.body_start + len(one.body) and text.endswith(
            _AND, 0, start
        ):  # the committee and Shanghai vice mayor
            yield one._replace(body=text[one.body_start : start - len(_AND)])
        else:
            yield one


def _titles(text: str) -> Iterator[Title]:
    words = _words()
    heads, ranks = title_words("en", "titles"), title_words("en", "ranks")
    for match in words.title.finditer(text):
        told = [rank.lower() for rank in re.split("[ -]", match["ranks"] or "") if rank]
        body = words.body.match(text, match.end())
        named, start = "", -1
        if body:
            cut = words.and_title.search(body["body"])
            named, start = body["body"][: cut.start() if cut else None], body.start("body")
        else:
            before = _capitals().search(text, max(0, match.start() - 60), match.start())
            while before and before.end() < match.start() - 1:
                before = _capitals().search(text, before.end() + 1, match.start())
            if before:
                named, start = before[0], before.start()
        head = heads.get(match["head"].lower()) or heads[_plurals()[match["head"].lower()]]
        yield Title(
            head,
            frozenset().union(*(ranks[rank] for rank in told)),
            match[0],
            *match.span(),
            named,
            start,
            not head.isdisjoint(words.official) or words.bodies.search(named) is not None,
        )


def find_people(text: str) -> Iterator[FoundPerson]:
    """People with posts before or after their names, with an honorific, or with a name in pinyin."""
    words = _words()
    titles = list(find_titles(text))
    names = list(_names(text, titles, words))
    begins, ends = [name.start for name in names], [name.end for name in names]
    held: dict[int, list[Title]] = {}
    last: tuple[int, Title] | None = None
    for title in titles:
        place = bisect_left(begins, title.end)
        if place < len(names) and begins[place] == title.end + 1 and text[title.end] == " ":
            for one in _listed(names, place, text) if _is_plural(title) else (place,):
                held.setdefault(one, []).append(title)
            last = None
            continue
        before = bisect_right(ends, title.start) - 1
        if before >= 0 and words.own.fullmatch(text, ends[before], title.start):
            held.setdefault(before, []).append(title)
            last = before, title
        elif (
            last
            and title.start - last[1].end <= 160
            and words.gap.fullmatch(text, last[1].end, _begin(title))
        ):
            held[last[0]].append(title)
            last = last[0], title
        else:
            last = None
            if title.body and (apart := _apart(text, title, names, begins)) is not None:
                held.setdefault(apart, []).append(title)
    for place, name in enumerate(names):
        if place in held or name.honored or _looks_chinese(name.words):
            found = tuple(sorted(held.get(place, ()), key=lambda title: title.start))
            yield FoundPerson(text[name.start : name.end], name.start, name.end, found)


def _begin(title: Title) -> int:
    """Where a post begins, with the body before it."""
    return title.body_start if 0 <= title.body_start < title.start else title.start


def _apart(text: str, title: Title, names: list[_Name], begins: list[int]) -> int | None:
    """The name that stands between commas after a post: the minister of commerce, Wang Wentao, met."""
    comma = text.find(", ", title.end, title.end + _LONGEST_BODY)
    place = bisect_left(begins, comma + 2) if comma >= 0 else len(names)
    if place == len(names) or begins[place] != comma + 2 or _STOP.search(text, title.end, comma):
        return None
    return place if text[names[place].end : names[place].end + 1] in (",", ".") else None


def _is_plural(title: Title) -> bool:
    """Whether a title is of several people: vice mayors."""
    return title.surface.lower().endswith(tuple(_plurals()))


def _listed(names: list[_Name], place: int, text: str) -> Iterator[int]:
    """The names of a list that begins with one of them."""
    yield place
    while place + 1 < len(names) and _words().join.fullmatch(text, names[place].end, names[place + 1].start):
        place += 1
        yield place


@cache
def _plurals() -> dict[str, str]:
    """Titles of several people, each with that of one."""
    found: dict[str, str] = {}
    plurals: dict[str, str] = read_table("en", "people")["people"]["plurals"]
    for word in title_words("en", "titles"):
        end = next((old for old in plurals if word.endswith(old)), "")
        found[word.removesuffix(end) + plurals[end] if end else f"{word}s"] = word
    return found


@cache
def _capitals() -> re.Pattern[str]:
    """Words with capitals, one after the other."""
    stopped = either(read_table("en", "people")["people"]["stopped"])
    word = rf"(?:[A-Z]\.|(?:{stopped})\.|[A-ZÀ-ÖØ-Þ](?:[\w’'-]*\w)?)"
    return re.compile(rf"(?<![\w’'-]){word}(?: {word})*")


def _names(text: str, titles: list[Title], words: _Words) -> Iterator[_Name]:
    """Two to four words with capitals, without what stands before a name."""
    ends = [title.end for title in titles]
    for start, end in capital_runs(text):
        inside = bisect_right(ends, end) - 1
        begin = ends[inside] if inside >= 0 and start < ends[inside] < end else start
        if end - begin > _LONGEST_RUN:
            continue
        found = list(_WORD.finditer(text, begin, end))
        honored = False
        while found and _is_before_name(found, words):
            honored = found[0][0].rstrip(".") in words.honorifics
            found.pop(0)
        if 2 <= len(found) <= _MOST:
            yield _Name(found[0].start(), found[-1].end(), tuple(match[0] for match in found), honored)


def _is_before_name(found: list[re.Match[str]], words: _Words) -> bool:
    """Whether a first word with a capital is none of a name: Mr., Mayor, Runner, On; He may begin one."""
    word, told = found[0][0], tuple(match[0] for match in found)
    if word.rstrip(".") in words.honorifics or word.lower() in words.strip:
        return True
    if words.occupations.fullmatch(word) and _looks_chinese(told[1:]):
        return True
    return word in words.not_names and not (len(told) == 2 and is_pinyin_name(told))


def _looks_chinese(words: tuple[str, ...]) -> bool:
    """Whether it is a name in pinyin, or one as Hong Kong and Taiwan write them: Ho Wai-kit."""
    given = [place for place, word in enumerate(words) if _ROMANIZED.fullmatch(word)]
    if is_pinyin_name(words):
        return True
    if len(given) != 1 or len(words) > 3 or given[0] not in (0, len(words) - 1):
        return False
    return _FAMILY.fullmatch(words[given[0] - 1 if given[0] else -1]) is not None


@cache
def _words() -> _Words:
    people: Table = read_table("en", "people")["people"]
    heads, ranks = title_words("en", "titles"), title_words("en", "ranks")
    head, rank = either((*heads, *_plurals())), either(ranks)
    title = rf"(?<![\w’'-])(?P<ranks>(?:(?:{rank})[ -]){{0,4}})(?P<head>{head})(?![\w-]|’s|'s)"
    return _Words(
        title=re.compile(title, re.IGNORECASE),
        body=re.compile(people["body"]),
        own=re.compile(people["own"]),
        gap=re.compile(people["gap"]),
        and_title=re.compile(rf"(?i){people['second']}(?:(?:{rank})[ -]){{0,4}}(?:{head})\b"),
        bodies=re.compile(people["bodies"]),
        official=frozenset(people["official"]),
        not_names=frozenset(people["not_names"].split()),
        honorifics=frozenset(people["honorifics"]),
        strip=frozenset((*ranks, *heads, *_plurals())),
        occupations=re.compile(people["occupations"]),
        join=re.compile(read_table("en", "people")["lists"]["join"]),
    )
