"""Whether words of a text are another wording of what an edition says there, and no slip in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from eventrecord.drift.checking.pieces import letters
from eventrecord.drift.checking.posts import titles_in
from eventrecord.facts.alike import is_within, small_words
from eventrecord.facts.localities import localities
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.localize.stated import Stated
from eventrecord.localize.titles import are_same

__all__ = [
    "are_bodies",
    "are_counted_alike",
    "are_posts",
    "has_number",
    "is_country",
    "is_pronoun",
    "is_whole",
    "likeness",
    "without_days",
]


def is_pronoun(words: str, tag: str) -> bool:
    """Whether words stand for somebody who was named before: he, 他说."""
    pronouns = inherited(tag, "people")["pronouns"]
    if words.isascii():
        return words.lower().partition(" ")[0] in pronouns
    return words.startswith(tuple(pronouns))


def are_counted_alike(words: str, surface: str, tag: str) -> bool:
    """Whether the same is counted: attendees, participants; in short; by another measure word in Chinese."""
    if _in_one_word(words, tag) == _in_one_word(surface, tag):
        return True
    old, new = letters(surface), letters(words)
    if not words.isascii() and len(old) > 1 and old[1:] in (new, new[1:]):
        return True
    rest = iter(old)
    return len(new) > 1 and new[-1] == old[-1] and all(word in rest for word in new)


def _in_one_word(words: str, tag: str) -> str:
    """Words with what has several names under one of them."""
    told = words.lower()
    for usual, *others in inherited(tag, "counted")["synonyms"]:
        for other in others:
            told = re.sub(rf"(?<![a-z]){re.escape(other)}(?![a-z])", usual, told)
    return told


def are_posts(words: str, surface: str, tag: str) -> bool:
    """Whether words tell posts that somebody holds, in other words, in another order, or some of them."""
    return _are_each_posts(words, surface, tag) or _are_own_posts(words, surface, tag)


def _are_each_posts(words: str, surface: str, tag: str) -> bool:
    """Whether words tell the same posts, one by one, at bodies whose names are a little longer or shorter.

    上海市委常委、上海市副市长 for 上海市委常委、副市长; the CPC Shanghai Committee without its Municipal.
    """
    told, held = titles_in(words), titles_in(surface)
    if len(told) != len(held) or not all(are_same(one, other) for one, other in zip(told, held, strict=True)):
        return False
    if tag.startswith("en"):
        return are_bodies(words, surface, tag)
    for word in inherited(tag, "people")["people"]["spare"]:
        words, surface = (simplified(one).replace(word, "") for one in (words, surface))
    own, new = set(letters(surface)), set(letters(words))
    return new <= own and (is_within(surface, words) or is_within(words, surface))


def are_bodies(words: str, surface: str, tag: str) -> bool:
    """Whether words in Latin letters name a body but for words that it may do without, or by initials.

    The CPC Shanghai Committee is the Communist Party of China Shanghai Municipal Committee.
    """
    added, lost = _other_words(words, surface, tag)
    return not added and not lost


def _other_words(words: str, surface: str, tag: str) -> tuple[set[str], set[str]]:
    """The words that only a text has, and those that only an edition has, but spare ones."""
    own, new = (set(letters(_in_one_word(one, tag))) for one in (surface, words))
    capitals = [word.lower() for word in surface.split() if word[0].isupper()]
    initials = "".join(word[0] for word in capitals)
    little = small_words() | set(inherited(tag, "people")["people"]["spare"]) | {"s"}
    spelled = {word for word in new - own if len(word) > 1 and word in initials}
    told = {each for word in spelled for each in capitals[initials.index(word) :][: len(word)]}
    return new - own - spelled - little, own - new - told - little


def _are_own_posts(words: str, surface: str, tag: str) -> bool:
    """Whether words are several posts in another order, or some of them, and nothing else."""
    told, held = titles_in(words), titles_in(surface)
    if len(held) < 2 or not 0 < len(told) <= len(held):
        return False
    if not all(any(are_same(one, other) for other in held) for one in told):
        return False
    return not _other_words(words, surface, tag)[0]


def is_country(surface: str, words: str, sentence: str, tag: str) -> bool:
    """Whether a sentence names a country by another of its names: the UK, Swiss, 韓國, or 韩 in a list."""
    own = localities(surface, tag).named
    if not own:
        return False
    told = localities(sentence, tag)
    if all(one in told.named or one in told.meant for one in own):
        return True
    single = simplified("".join(letters(words))).removesuffix("国").removesuffix("等")
    return len(single) == 1 and single in simplified(surface).removesuffix("国")


def is_whole(words: str, surface: str) -> bool:
    """Whether words have all of a name, but perhaps its year, and no other number: 今年的…, 2022年度….

    Args:
        words: what a text has.
        surface: the name in the edition.
    """
    own, new = letters(surface), letters(words)
    told = iter(new)
    named = all(word in told for word in own if not word.isdigit())
    return named and all(word in own for word in new if word.isdigit())


def has_number(words: str, tag: str) -> bool:
    """Whether words have digits, or characters that numbers are written in."""
    written = inherited(tag, "telling")["numbers"].get("characters", "")
    return any(sign.isdigit() or sign in written for sign in words)


def without_days(text: str, place: tuple[int, int], facts: Sequence[Stated]) -> str:
    """The words of a place of a text without the days and times that are told in it."""
    start, end = place
    words = text[start:end]
    for fact in reversed([one for one in facts if start <= one.start and one.end <= end]):
        if fact.kind in ("date", "date-range", "time"):
            words = f"{words[: fact.start - start]} {words[fact.end - start :]}"
    return words


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """How like one name is to another, by its tokens: 0 to 1."""
    return SequenceMatcher(None, " ".join(old), " ".join(new), autojunk=False).ratio()
