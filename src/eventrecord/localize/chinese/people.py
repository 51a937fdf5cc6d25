"""People beside their posts in Chinese text: 上海市委常委、副市长陈群. Read in Simplified characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from eventrecord.localize.alternatives import either
from eventrecord.localize.characters import simplified
from eventrecord.localize.chinese.romanization import compound_family
from eventrecord.localize.data import Table, read_table
from eventrecord.localize.titles import FoundPerson, Title, title_words

__all__ = ["find_people", "find_titles", "is_family", "is_name_at"]

_HAN = "\u3400-\u9fff"
_HAN_ONLY = re.compile(rf"[{_HAN}]+")
_STOP = re.compile(rf"[^{_HAN}A-Za-z0-9（）()·&]")
_LONGEST_BODY = 24
_LONGEST_PART = 9


class _Words(NamedTuple):
    title: re.Pattern[str]
    begins: re.Pattern[str]
    """What may stand before a name without a post."""
    foreign: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    also: re.Pattern[str]
    bodies: re.Pattern[str]
    honorific: re.Pattern[str]
    leads: re.Pattern[str]
    acts: re.Pattern[str]
    no_end: str
    families: frozenset[str]
    joins: str
    official: frozenset[str]
    never: frozenset[str]
    perhaps: frozenset[str]
    not_names: frozenset[str]


def find_titles(text: str) -> Iterator[Title]:
    """Posts in a text, each with the words before it that may be its body."""
    plain, words = simplified(text), _words()
    heads, ranks = title_words("zh", "titles"), title_words("zh", "ranks")
    before = 0
    for match in words.title.finditer(plain):
        told = [rank for rank in (match["rank"], match["second"], match["last"]) if rank]
        start, end = match.span()
        body_start = max(_body_start(plain, start, words), before)
        body = plain[body_start:start]
        head = heads[match["head"]]
        official = not head.isdisjoint(words.official) or words.bodies.search(body) is not None
        yield Title(
            head,
            frozenset().union(*(ranks[rank] for rank in told)),
            text[start:end],
            start,
            end,
            text[body_start:start],
            body_start,
            official,
        )
        before = end + (plain[end : end + 1] in words.joins)


def find_people(text: str) -> list[FoundPerson]:
    """People named right after posts, or before an honorific, from the beginning to the end of a text."""
    plain, words = simplified(text), _words()
    found: list[FoundPerson] = []
    held: list[Title] = []
    titles = list(find_titles(text))
    for number, title in enumerate(titles):
        if found and found[-1].end == title.start:
            found[-1] = found[-1]._replace(
                titles=(*found[-1].titles, title._replace(body="", body_start=-1))
            )  # 庄松林院士
            held = []
            continue
        if held and not _goes_on(plain, held[-1], title, words):
            held = []
        held.append(title)
        start = title.end + (plain[title.end : title.end + 1] == " ")
        after = titles[number + 1].start if number + 1 < len(titles) else len(text)
        while (end := _name_end(plain, start, words)) and end <= after:
            first = start <= title.end + 1 and not text[title.end : start].strip()
            told = held if first else [one._replace(shared=True) for one in held]
            found.append(FoundPerson(text[start:end], start, end, tuple(told)))
            if text[end : end + 1] not in words.joins:
                break
            start = end + 1  # 副市长王锐、顾岚: both are
        if found and found[-1].start > title.start:
            held = []
    for others in (_addressed(text, plain, titles, words), _led(text, plain, words)):
        known = {place for person in found for place in range(person.start, person.end)}
        found += [one for one in others if one.start not in known and one.end - 1 not in known]
    return sorted(found, key=lambda person: person.start)


def _led(text: str, plain: str, words: _Words) -> Iterator[FoundPerson]:
    """People after what they are, after words that lead to names, or before what people do: 由簡郁嵐奪得."""
    ends = {(match.end(), _name_end(plain, match.end(), words)) for match in words.leads.finditer(plain)}
    for match in words.acts.finditer(plain):
        begins = match.start() == 0 or words.begins.match(plain, match.start() - 1)
        if begins and _name_end(plain, match.start(), words) == match.start() + len(match["name"]):
            ends.add(match.span("name"))
    for start, end in sorted(ends):
        if end and plain[end - 1] not in words.no_end:
            yield FoundPerson(text[start:end], start, end)


def _addressed(text: str, plain: str, titled: list[Title], words: _Words) -> Iterator[FoundPerson]:
    """People before an honorific: 的邱臻教授."""
    told = {one.start: (one,) for one in titled}
    for match in words.honorific.finditer(plain):
        titles = tuple(one._replace(body="", body_start=-1) for one in told.get(match.start(), ()))
        for length in (3, 2):
            start = match.start() - length
            begins = start >= 0 and (start == 0 or words.begins.match(plain, start - 1))
            if plain[match.start() - 1] in words.never:
                break  # 董晨等院士
            if begins and plain[start] in words.families and _HAN_ONLY.fullmatch(plain, start, match.start()):
                yield FoundPerson(text[start : match.start()], start, match.start(), titles)
                break


def _name_end(plain: str, start: int, words: _Words) -> int:
    """Where a name ends that begins at a place of a text; 0 where none does, as far as one can see.

    A family name and one or two characters, or a foreigner's name with a dot; marks, or words that follow
    names, must come after it.
    """
    if "·" in plain[start : start + _LONGEST_PART] and (foreign := _foreign(plain, start, words)):
        return foreign
    first = plain[start : start + 1]
    family = 2 if first and compound_family(plain[start : start + 2]) else 1 if first in words.families else 0
    if not family:
        return 0
    after = start + family
    ends = [
        end
        for end in (after + 2, after + 1)
        if end <= len(plain) and _HAN_ONLY.fullmatch(plain, start, end) and _follows(plain, end, words)
    ]
    if not ends or plain[start : ends[0]] in words.not_names:
        return 0
    return ends[-1] if len(ends) == 2 and _is_verb(plain, ends[-1], words) else ends[0]


def is_name_at(text: str, start: int, end: int) -> bool:
    """Whether a name of two characters may stand there, rather than a part of words: 张为 in 开张为市民."""
    plain, words = simplified(text[max(0, start - 8) : end + 8]), _words()
    start, end = start - max(0, start - 8), end - max(0, start - 8)
    begins = (
        not start
        or words.begins.match(plain, start - 1) is not None
        or any(plain.endswith(head, 0, start) for head in title_words("zh", "titles"))
    )
    return begins or _follows(plain, end, words)


def is_family(character: str) -> bool:
    """Whether a character is somebody's family name."""
    return simplified(character) in _words().families


def _follows(plain: str, end: int, words: _Words) -> bool:
    return end >= len(plain) or words.after.match(plain, end) is not None


def _is_verb(plain: str, place: int, words: _Words) -> bool:
    """Whether the last character of a longer name rather follows a shorter one: 和, the 来 of 来到."""
    word = words.after.match(plain, place)
    if plain[place] in words.never or (word is not None and len(word[0]) > 1):
        return True
    return plain[place] in words.perhaps and _STOP.match(plain[place + 1 : place + 2] or "。") is None


def _foreign(plain: str, start: int, words: _Words) -> int:
    match = words.foreign.match(plain, start)
    if not match:
        return 0
    dot = match.start() + match[0].rindex("·") + 2
    return next((end for end in range(dot, match.end() + 1) if _follows(plain, end, words)), match.end())


def _goes_on(plain: str, before: Title, title: Title, words: _Words) -> bool:
    """Whether a post follows another one of the same person: 、 or 兼 between, and the name of a body."""
    gap = plain[before.end : title.start]
    return len(gap) <= _LONGEST_BODY and (not gap or words.also.fullmatch(gap) is not None)


def _body_start(plain: str, end: int, words: _Words) -> int:
    start = max(0, end - _LONGEST_BODY)
    for pattern in (_STOP, words.before):
        for match in pattern.finditer(plain, start, end):
            start = match.end()
    return start


@cache
def _words() -> _Words:
    people: Table = read_table("zh", "people")["people"]
    heads = either(title_words("zh", "titles"))
    ranks = either(title_words("zh", "ranks"))
    after = either((*people["after"].split(), *people["acts"].split(), *people["never"], *people["perhaps"]))
    return _Words(
        title=re.compile(
            f"(?P<rank>{ranks})?(?P<second>{ranks})?(?!{people['of_bodies']})(?P<head>{heads})"
            f"(?P<last>{people['assistant']})?"
        ),
        begins=re.compile(rf"[^{_HAN}A-Za-z0-9]|[{people['joints']}]"),
        foreign=re.compile(rf"(?![{people['no_begin']}])[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}}){{1,3}}"),
        after=re.compile(rf"[^{_HAN}]|{after}"),
        before=re.compile(people["before"]),
        also=re.compile(rf"[{people['also']}][{_HAN}（）()A-Za-z]*"),
        bodies=re.compile(people["bodies"]),
        honorific=re.compile(either(people["honorifics"])),
        leads=re.compile(f"{people['occupations']}|{people['leads']}"),
        acts=re.compile(rf"(?=(?P<name>[{_HAN}]{{3,4}})(?:{either(people['acts'].split())}))"),
        no_end=people["no_end"],
        families=frozenset(people["families"].replace("\n", "")),
        joins=people["also"],
        official=frozenset(people["official"]),
        never=frozenset(people["never"]),
        perhaps=frozenset(people["perhaps"]),
        not_names=frozenset(people["not_names"].split()),
    )
