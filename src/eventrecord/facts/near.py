"""Names that are almost, or in another script, the ones looked for: slips, homophones, swaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventrecord.facts.name_table import Known, name_key
from eventrecord.facts.named import Named
from eventrecord.localize.characters import simplified
from eventrecord.localize.chinese.readings import readings
from eventrecord.localize.chinese.romanization import check_name, compound_family, is_read, pinyin_name
from eventrecord.localize.chinese.syllables import is_pinyin_name
from eventrecord.localize.english.people import capital_runs
from eventrecord.localize.language import language

__all__ = ["agree", "find_name", "find_near", "is_han", "is_verifiable", "is_within", "likeness", "slips"]

_HAN = re.compile("[\u3400-\u9fff]+")
_WORDS = re.compile("[a-zà-ÿ]+")
_SMALL = frozenset({"of", "the", "and", "for", "in", "at", "a", "an", "on"})
_MOST_WORDS = 12


def is_han(name: str) -> bool:
    """Whether a name is written in Chinese characters alone, as Chinese names are."""
    return _HAN.fullmatch(name) is not None


def is_verifiable(chinese: str, latin: str) -> bool:
    """Whether one can tell from two names that they are not one person's: the Latin one is pinyin."""
    return is_han(chinese) and "-" not in latin and is_pinyin_name(tuple(latin.split()))


def agree(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same, in the other order, or the reading of the other."""
    if is_han(one) and is_han(other):
        return name_key(one) == name_key(other)
    if is_han(one) or is_han(other):
        chinese, latin = (one, other) if is_han(one) else (other, one)
        return check_name(chinese, latin) is not None
    if not (one.isascii() and other.isascii()):
        return name_key(one) == name_key(other)
    return _letters(one) == _letters(other)


def slips(one: str, other: str) -> bool:
    """Whether two names are not the same, but nearly: other letters, or characters that sound alike."""
    if is_han(one) and is_han(other):
        return _chinese_slip(simplified(one), simplified(other))
    if is_han(one) or is_han(other):
        chinese, latin = (one, other) if is_han(one) else (other, one)
        length = len(compound_family(chinese)) or 1
        made = pinyin_name(chinese[:length], chinese[length:], latin)
        return bool(made) and is_verifiable(chinese, latin) and _distance(_joined(made), _joined(latin)) <= 1
    if not (one.isascii() and other.isascii()):
        return False
    return _distance(_joined(one), _joined(other)) == 1 or sorted(one.lower().split()) == sorted(
        other.lower().split()
    )


def find_name(name: str, text: str, tag: str) -> Named | None:
    """Where a text of locale `tag` has the reading of a name, or the characters that are read so."""
    if language(tag).family == "zh":
        places = _characters_read(name, text) if not is_han(name) else _same_characters(name, text)
    else:
        places = _read_words(name, text) if is_han(name) else iter(())
    for start, end in places:
        return Named("person", None, text[start:end], start, end, form="pattern")
    return None


def find_near(wordings: Iterable[Known], text: str, tag: str) -> Named | None:
    """Where a text has one of these wordings nearly: the best place, or None.

    People: a character or letter is another. Others: up to a third of the characters, or one word, or words
    in another order.
    """
    chinese = language(tag).family == "zh"
    best: tuple[float, Named] | None = None
    for known in wordings:
        if known.form != "full" or not known.usual:
            continue
        find = _near_chinese if chinese else _near_english
        for score, start, end in find(known, text):
            if best is None or score > best[0]:
                named = Named(known.kind, known.id, text[start:end], start, end, form="near", known=known)
                best = score, named
    return best[1] if best else None


def likeness(one: str, other: str) -> float:
    """How much two names of one language have in common: 1 where all words or characters are the same."""
    first, second = _tokens(one), _tokens(other)
    return len(first & second) / max(len(first | second), 1)


def is_within(short: str, full: str) -> bool:
    """Whether a short name's characters stand in the full one, in their order: 市经信委."""
    rest = iter(simplified(full))
    return all(character in rest for character in simplified(short))


def _chinese_slip(one: str, other: str) -> bool:
    length = len(compound_family(one)) or 1
    if one[:length] != other[:length]:
        return one[length:] == other[length:] and len(one) > length + 1 and _sound_alike(one[0], other[0])
    mine, theirs = one[length:], other[length:]
    if mine == theirs or not (mine and theirs):
        return False
    if len(mine) == len(theirs):
        return any(a == b or _sound_alike(a, b) for a, b in zip(mine, theirs, strict=True))
    return mine in theirs or theirs in mine


def _sound_alike(one: str, other: str) -> bool:
    return not set(readings(one)).isdisjoint(readings(other))


def _near_chinese(known: Known, text: str) -> Iterator[tuple[float, int, int]]:
    name, plain = simplified(known.words), simplified(text)
    if known.kind == "person":
        length = len(compound_family(name)) or 1
        for match in re.finditer(re.escape(name[:length]), plain):
            stop = match.start() + len(name)
            told = plain[match.start() : stop]
            if is_han(told) and len(told) > length + 1 and _chinese_slip(name, told):
                yield likeness(name, told), match.start(), stop
        return
    if len(name) < 4:
        return
    most = max(1, len(name) // 3)
    for start in {match.start() for match in re.finditer(re.escape(name[0]), plain)} | {
        match.start() - len(name) + 2 for match in re.finditer(re.escape(name[-2:]), plain)
    }:
        told = plain[start : start + len(name)] if start >= 0 else ""
        if len(told) < len(name) or not is_han(told) or told[-1] != name[-1]:
            continue
        differing = sum(a != b for a, b in zip(name, told, strict=True))
        if differing > 0 and (differing <= most or sorted(name) == sorted(told)):
            yield 1 - differing / len(name), start, start + len(name)


def _near_english(known: Known, text: str) -> Iterator[tuple[float, int, int]]:
    wanted = known.words.lower().split()
    plain = [word for word in wanted if word not in _SMALL]
    for start, end in _stretches(text):
        words = list(re.finditer(r"[\w’'&-]+", text[start:end]))
        for first in range(len(words)):
            for last in range(first + max(len(wanted) - 2, 1), min(first + len(wanted) + 2, len(words)) + 1):
                told = [match[0].lower() for match in words[first:last]]
                score = _score(known, wanted, plain, told)
                if score:
                    yield score, start + words[first].start(), start + words[last - 1].end()


def _score(known: Known, wanted: list[str], plain: list[str], told: list[str]) -> float:
    if told == wanted or told[0] in _SMALL or told[-1] in _SMALL:
        return 0
    if known.kind == "person":
        near = len(told) == len(wanted) and _distance(_joined(" ".join(told)), _joined(known.words)) == 1
        return 0.9 if near else 0
    words = [word for word in told if word not in _SMALL]
    if sorted(words) == sorted(plain) and len(plain) > 1:
        return 0.95
    if len(words) == len(plain) > 3 and len(set(words) ^ set(plain)) == 2:
        return 0.7
    if len(words) == len(plain) > 2:
        differing = sum(a != b for a, b in zip(words, plain, strict=True))
        return 0.8 if differing == 1 and words[-1] == plain[-1] else 0
    return 0


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Words with capitals, with the small words that may stand within a name."""
    begin = stop = -1
    for start, end in capital_runs(text):
        gap = text[stop:start].strip() if begin >= 0 else ""
        if begin >= 0 and start - stop < 14 and set(gap.lower().split()) <= _SMALL | {"&"}:
            stop = end
            continue
        if begin >= 0:
            yield begin, stop
        begin, stop = start, end
    if begin >= 0:
        yield begin, stop


def _characters_read(latin: str, text: str) -> Iterator[tuple[int, int]]:
    parts = latin.replace("-", " ").split()
    if len(parts) < 2:
        return
    count = range(2, 5)
    initials = {latin[0].lower(), parts[-1][0].lower()}
    for start, character in enumerate(text):
        if "\u3400" <= character <= "\u9fff" and any(sound[0] in initials for sound in readings(character)):
            for length in count:
                told = text[start : start + length]
                if len(told) == length and is_han(told) and _reads(told, latin):
                    yield start, start + length


def _reads(chinese: str, latin: str) -> bool:
    words = latin.split()
    length = len(compound_family(chinese)) or 1
    family, given = chinese[:length], chinese[length:]
    return bool(given) and any(
        is_read(family, own) and is_read(given, " ".join(rest))
        for own, rest in ((words[0], words[1:]), (words[-1], words[:-1]))
    )


def _same_characters(chinese: str, text: str) -> Iterator[tuple[int, int]]:
    place = simplified(text).find(simplified(chinese))
    if place >= 0:
        yield place, place + len(chinese)


def _read_words(chinese: str, text: str) -> Iterator[tuple[int, int]]:
    for start, end in capital_runs(text):
        words = list(re.finditer(r"\S+", text[start:end]))
        for first in range(len(words)):
            for last in range(first + 2, min(first + 3, len(words)) + 1):
                told = text[start + words[first].start() : start + words[last - 1].end()]
                if check_name(chinese, told):
                    yield start + words[first].start(), start + words[first].start() + len(told)


def _tokens(name: str) -> frozenset[str]:
    if name.isascii() or not _HAN.search(name):
        return frozenset(word for word in _WORDS.findall(name.lower()) if word not in _SMALL)
    return frozenset(simplified(name))


def _letters(name: str) -> tuple[str, ...]:
    return tuple(sorted(_WORDS.findall(name.lower())))


def _joined(name: str) -> str:
    return "".join(_WORDS.findall(name.lower()))


def _distance(one: str, other: str) -> int:
    """How many letters are another, missing or too many, or two in each other's place; 3 where many."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
