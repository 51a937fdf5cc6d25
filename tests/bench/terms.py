"""How fast terms are found in running text, against an automaton in C that knows neither words nor places.

    python tests/bench/terms.py [TERMS [ROUNDS]]

The peer is pyahocorasick's leftmost-longest search of a text that was folded for it; it is left out when it
is not installed. A second row has it check word edges, which a search for terms cannot do without.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from importlib.util import find_spec
from time import perf_counter

from timing import best, table

from eventrecord.localize.terminology.base import terminology
from eventrecord.localize.terminology.folding import fold
from eventrecord.localize.terminology.matching import Matcher

MEGABYTE = 1_000_000
PEER = "pyahocorasick iter_long, folded text"
EDGED = "the same, hits inside words dropped"
OURS, FOLDING = "Matcher.find, text as it is", "of that: folding"
LATIN = "abcdefghijklmnopqrstuvwxyz0123456789"


def main(number: int, rounds: int) -> None:
    """Print the ratios."""
    choose = random.Random(30042)
    english = _words(choose, LATIN[:26], 8000, 3, 10)
    chinese = _words(choose, [chr(0x4E00 + place) for place in range(0, 20_000, 7)], 8000, 1, 3)
    for tag, words, join in (("en", english, " "), ("zh-Hans", chinese, "")):
        terms = _terms(choose, tag, words, join, number)
        _compare(tag, terms, _text(choose, terms, words, join), rounds)


def _words(choose: random.Random, letters: str | list[str], number: int, least: int, most: int) -> list[str]:
    return ["".join(choose.choices(letters, k=choose.randint(least, most))) for _ in range(number)]


def _terms(choose: random.Random, tag: str, words: list[str], join: str, number: int) -> list[str]:
    """The terms of the base, and made-up ones of two to five words, until there are enough."""
    own = (entry.term for concept in terminology().values() for entry in concept.terms.get(tag, ()))
    terms = dict.fromkeys(own)
    while len(terms) < number:
        terms[join.join(choose.choices(words, k=choose.randint(2, 5)))] = None
    return list(terms)[:number]


def _text(choose: random.Random, terms: list[str], words: list[str], join: str) -> str:
    """A megabyte of prose: one word in thirty is a term, one in twelve ends with a comma."""
    parts: list[str] = []
    size = 0
    while size < MEGABYTE:
        part = choose.choice(terms) if choose.random() < 1 / 30 else choose.choice(words)
        part += ("," if join else "，") if choose.random() < 1 / 12 else ""
        parts.append(part)
        size += len(part.encode()) + len(join)
    return join.join(parts)


def _compare(tag: str, terms: list[str], text: str, rounds: int) -> None:
    start = perf_counter()
    matcher = Matcher((term, term) for term in terms)
    built = perf_counter() - start
    found = len(list(matcher.find(text)))
    tasks: dict[str, Callable[[], object]] = {
        OURS: lambda: sum(1 for _ in matcher.find(text)),
        FOLDING: lambda: fold(text),
    }
    installed = find_spec("ahocorasick") is not None
    if installed:
        tasks |= _peer(terms, fold(text).text)
    seconds = best(tasks, rounds)
    unit = PEER if installed else OURS
    size = len(text.encode()) / MEGABYTE
    title = f"{tag}: {len(terms)} terms in {size:.1f} MB, {found} found; best of {rounds}"
    print(table(title, dict(sorted(seconds.items(), key=lambda row: row[0] != unit)), unit, {OURS: "<= 3"}))
    print(f"  building the pattern, once: {built * 1000:.0f} ms\n")
    if not installed:
        print("  pyahocorasick is not installed: pip install -e '.[bench]'")


def _peer(terms: list[str], text: str) -> dict[str, Callable[[], object]]:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for term in terms:
        key = fold(term).text
        automaton.add_word(key, key)
    automaton.make_automaton()

    def edged() -> int:
        return sum(
            1
            for end, key in automaton.iter_long(text)
            if not (key[0] in LATIN and (text[end - len(key) : end - len(key) + 1] or " ") in LATIN)
            and not (key[-1] in LATIN and (text[end + 1 : end + 2] or " ") in LATIN)
        )

    return {PEER: lambda: sum(1 for _ in automaton.iter_long(text)), EDGED: edged}


if __name__ == "__main__":
    typed = [int(word) for word in sys.argv[1:]]
    main(*(typed + [10_000, 7][len(typed) :]))
