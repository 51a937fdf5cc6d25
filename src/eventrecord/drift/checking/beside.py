"""A sentence of a text beside that of the edition from which it comes: what was changed in its facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventrecord.drift.checking import wordings
from eventrecord.drift.checking.alignment import Alignment
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Edition, Spot
from eventrecord.drift.checking.equivalents import (
    are_odds,
    is_ago,
    is_gone,
    is_qualified_twice,
    is_span,
)
from eventrecord.drift.checking.judging import verdict
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.officials import is_official
from eventrecord.drift.checking.pieces import Piece, letters
from eventrecord.drift.checking.posts import titles_in
from eventrecord.drift.checking.shortened import is_shortened
from eventrecord.drift.checking.spots import (
    POSTS,
    are_of_one_fact,
    is_body,
    is_called,
    is_contact,
    is_other,
    is_quotation,
    is_told_in_numbers,
    is_within_spot,
    lie_within,
)
from eventrecord.drift.checking.telling import (
    differing,
    named_otherwise,
    number_otherwise,
    post_left_out,
    reworded,
)
from eventrecord.localize.data import inherited
from eventrecord.localize.stated import Stated
from eventrecord.localize.titles import are_same

__all__ = ["Compared", "Origin", "Sentence", "beside"]

_ALIKE = 0.5
"""How like a name what stands in its place must be, to be a slip in it and not other words."""
_LONG = 1.5
"""How many times as long as a name what stands in its place may be."""
_CLAUSE = re.compile(r"[，；。,;]")
_SPELLED = frozenset({"date", "date-range", "year", "year-range", "time", "duration"})
"""What a sentence may do without, or tell in words without a number."""
_SMALL = 3
"""Letters of words that a post may do without: and, of, the."""
_SAME_SENTENCE = 0.7
"""How like the edition's sentence one must be, for a name that is unlike the edition's to be wrong."""
_WHOLE = frozenset({"counted", "wholes"})
"""What is told in these words or is something else."""
_PARTED = frozenset({"events", "terms"})
"""What may be told without a part of its name."""
_CALLED = frozenset({"people", "organizations", "places", "awards", "events", "themes"})


class Origin(NamedTuple):
    """The sentence of an edition that one of a text comes from."""

    edition: Edition
    number: int
    alignment: Alignment

    @property
    def piece(self) -> Piece:
        """Its words."""
        return self.edition.sentences[self.number]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What stands where in it."""
        return self.edition.spots[self.number]


class Sentence(NamedTuple):
    """A sentence of a text, and all that was read in it."""

    text: str
    tag: str
    """Its locale."""
    piece: Piece
    facts: Sequence[Stated]
    names: Sequence[Spotted]


class Compared(NamedTuple):
    """What sets a sentence apart from its origin."""

    departures: list[Departure]
    """What the text says otherwise, each place once, in the order of how much it says about it."""
    told: set[Stated]
    """Facts of the text whose place is known."""
    stated: set[str]
    """Facts of the record that the text states there, rightly or not."""


def beside(sentence: Sentence, origin: Origin) -> Compared:
    """A sentence of a text beside the one of an edition that it comes from."""
    held = _Beside(sentence, origin)
    return Compared(list(held.departures()), held.told, held.stated)


class _Beside:
    def __init__(self, sentence: Sentence, origin: Origin) -> None:
        self.sentence, self.origin = sentence, origin
        self.told: set[Stated] = set()
        self.stated: set[str] = set()
        self._posts: set[str] = set()
        self._seen: list[tuple[int, int]] = []
        self._short: list[tuple[int, int]] = []

    def departures(self) -> Iterator[Departure]:
        spots = self.origin.spots
        if self.origin.alignment.is_same:  # all in it is told as the record has it
            self.told.update(self.sentence.facts)
            self.stated.update(spot.known.fact for spot in spots if spot.known)
            return
        named = [spot for spot in spots if not isinstance(spot.what, Stated) and not is_quotation(spot)]
        named.sort(key=lambda spot: spot.end - spot.start)
        self._short += [(spot.start, spot.end) for spot in named if self._is_short(spot)]
        for spot in spots:
            if isinstance(spot.what, Stated) and not any(is_within_spot(spot, name) for name in named):
                yield from self._number(spot, spot.what)
        for kind in (is_contact, is_called, is_other):
            for spot in named:
                if kind(spot):
                    yield from self._name(spot)
        yield from self._digits()

    def _number(self, spot: Spot, fact: Stated) -> Iterator[Departure]:
        place = self._place(spot)
        if place is None:
            return
        changed = self._changed(spot)
        near = [one for one in self.sentence.facts if one.start < place[1] and one.end > place[0]]
        verdicts = [(found, one) for one in near if (found := verdict(fact, one))]
        if changed and self._is_equivalent(fact, near, place):
            self.told |= set(near)
            self.stated |= {spot.known.fact} if spot.known else set()
            self._seen.append(place)
            return
        if verdicts:
            found, one = min(verdicts, key=lambda pair: _ORDER.index(pair[0]))
            if found == "value-differs" and not changed:
                found = "equal"  # read otherwise only for what stands around it
            if found == "value-differs" and self._is_of_another(fact, one):
                self._seen.append((one.start, one.end))
                return  # two sentences became one
            self.told.add(one)
            if spot.known:
                self.stated.add(spot.known.fact)
            if (
                found == "equal"
                and changed
                and is_qualified_twice(one, fact, self._surface(spot), self.sentence.tag)
            ):
                found = "qualifier-differs"
            if found != "equal" or one.qualifier is not fact.qualifier:
                yield self._seen_at(differing(found, one, fact, self._surface(spot), spot.known))
            elif changed:
                self._seen.append((one.start, one.end))
        elif changed and not self._is_elsewhere(fact) and is_told_in_numbers(fact):
            words, tag = self.sentence.text[slice(*place)], self.sentence.tag
            gone = any(is_gone(one, self.sentence.text, tag) for one in near)
            if fact.kind in _SPELLED and not gone and not wordings.has_number(words, tag):
                return  # told without it, or in another sentence
            yield self._seen_at(reworded(self.sentence.text, place, self._surface(spot), spot.known))

    def _is_equivalent(self, fact: Stated, near: Sequence[Stated], place: tuple[int, int]) -> bool:
        """Whether the text tells a fact in another way that comes to the same."""
        if any(verdict(fact, one) == "equal" for one in near):
            return False
        text, tag, facts = self.sentence.text, self.sentence.tag, self.sentence.facts
        if is_span(fact, text[slice(*place)], near, facts) or are_odds(fact, text[slice(*place)], tag):
            return True
        return is_ago(fact, near, text, tag, self.origin.edition.today)

    def _name(self, spot: Spot) -> Iterator[Departure]:
        place, changed = self._place(spot), self._changed(spot)
        if place is None:
            yield from self._post_gone(spot)
            return
        if not changed or isinstance(spot.what, Stated) or self._is_named(spot, place):
            return
        surface, words, what = self._surface(spot), self.sentence.text[place[0] : place[1]], spot.what
        if is_contact(spot):
            if any(character.isdigit() or character == "@" for character in words):
                yield self._seen_at(named_otherwise(words, place, surface, what))
            return
        old, new = letters(surface), letters(words)
        if old == new or not new or self._is_moved(spot) or self._is_otherwise(spot, what, place):
            return
        if what.kind in _CALLED and len(new) > len(old) * _LONG:
            return  # half a sentence is no name
        if (
            what.kind in _WHOLE
            or wordings.likeness(old, new) >= _ALIKE
            or self._replaces(what, old, new, words)
        ):
            if what.kind in POSTS and what.fact in self._posts:
                return  # told of one of them
            self.stated.add(what.fact)
            self._posts |= {what.fact} if what.kind in POSTS else set()
            if not self._is_seen(place):
                yield self._seen_at(named_otherwise(words, place, surface, what))

    def _is_short(self, spot: Spot) -> bool:
        """Whether the text has a name in short."""
        place, what = self._place(spot), spot.what
        if place is None or isinstance(what, Stated) or not self._changed(spot):
            return False
        words, surface = self.sentence.text[slice(*place)], self._surface(spot)
        is_post, tag = what.kind in POSTS, self.sentence.tag
        spare = inherited(tag, "people")["people"].get("spare_signs", "")
        short = is_shortened(words, surface, post=is_post, term=what.kind == "terms", spare=spare)
        short = short or (is_post and wordings.are_posts(words, surface, tag))
        self.stated |= {what.fact} if short else set()
        return short

    def _is_otherwise(self, spot: Spot, what: Name, place: tuple[int, int]) -> bool:
        """Whether the text has something in short there, in other words, or something else altogether."""
        surface, words = self._surface(spot), self.sentence.text[slice(*place)]
        if any(lie_within((spot.start, spot.end), short) for short in self._short):
            return True  # it, or what it stands in, is told in short
        if _CLAUSE.search(words) and not _CLAUSE.search(surface):
            return True
        tag = self.sentence.tag
        if what.kind in POSTS:
            return self._are_same_posts(spot, surface, place)
        if what.kind == "organizations" and tag.startswith("en"):
            return wordings.are_bodies(words, surface, tag)
        if what.kind == "places" and "partners" in what.path:
            whole = self.sentence.text[self.sentence.piece.start : self.sentence.piece.end]
            return wordings.is_country(surface, words, whole, tag)
        return what.kind in _WHOLE and wordings.are_counted_alike(words, surface, tag)

    def _are_same_posts(self, spot: Spot, surface: str, place: tuple[int, int]) -> bool:
        """Whether posts are told of the same bodies in other words: who heads the institute."""
        told, held = titles_in(self.sentence.text[slice(*place)]), iter(titles_in(surface))
        besides = set(inherited(self.sentence.tag, "people")["people"]["besides"])
        if not all(
            any(are_same(one, other) and one.heads & besides == other.heads & besides for other in held)
            for one in told
        ):
            return False
        own = {one.what.fact for one in self.origin.spots if is_body(one.what) and is_within_spot(one, spot)}
        named = {
            one.name.fact
            for one in self.sentence.names
            if is_body(one.name) and place[0] <= one.start and one.end <= place[1]
        }
        return bool(own) and own == named

    def _post_gone(self, spot: Spot) -> Iterator[Departure]:
        """A post that the text leaves out beside the one who holds it."""
        post = spot.what
        if not isinstance(post, Name) or post.kind != "post":
            return
        holder = next(
            (one for one in self.sentence.names if one.name.fact == post.fact and one.name.kind == "people"),
            None,
        )
        told = any(one.name.path == post.path for one in self.sentence.names)
        if holder is not None and not told and not self._is_moved(spot):
            self._posts.add(post.fact)
            place = holder.start, holder.end
            surface, official = self._surface(spot), is_official(post)
            yield self._seen_at(post_left_out(self.sentence.text, place, surface, post, official=official))

    def _replaces(self, name: Name, old: Sequence[str], new: Sequence[str], words: str) -> bool:
        """Whether another name stands where one stood, in a sentence that is otherwise the same."""
        if name.kind not in _CALLED or self.origin.alignment.likeness < _SAME_SENTENCE:
            return False
        if wordings.is_pronoun(words, self.sentence.tag):
            return False
        if words.isascii():
            return words[:1].isupper() and len(new) <= len(old) + 1
        return 1 < len(new) <= len(old) + 1 and len(old) - len(new) <= 1 and len(old) <= 4

    def _digits(self) -> Iterator[Departure]:
        """Digits that were changed outside of all that could be read."""
        for step in self.origin.alignment.steps:
            if step.same:
                continue
            old = [word for word in self.origin.piece.words[slice(*step.old)] if word.isdigit()]
            new = [word for word in self.sentence.piece.words[slice(*step.new)] if word.isdigit()]
            place = self.sentence.piece.stretch(*step.new)
            if old and new and old != new and not self._is_seen(place) and not self._are_years(place, new):
                before = self.origin.piece.stretch(*step.old)
                yield self._seen_at(
                    number_otherwise(self.sentence.text, place, self.origin.edition.text[slice(*before)])
                )

    def _are_years(self, place: tuple[int, int], digits: Sequence[str]) -> bool:
        """Whether digits are years that the edition tells elsewhere: the 2022 index."""
        years = {
            str(one.value)
            for one in self.sentence.facts
            if one.kind == "year" and one.start < place[1] and one.end > place[0]
        }
        return all(one in years and one in self.origin.edition.text for one in digits)

    def _place(self, spot: Spot) -> tuple[int, int] | None:
        """Where the text has what stands there in the edition; None where it has nothing."""
        low, high = self.origin.alignment.place(*self.origin.piece.range(spot.start, spot.end))
        return self.sentence.piece.stretch(low, high) if low < high else None

    def _changed(self, spot: Spot) -> bool:
        return self.origin.alignment.is_changed(*self.origin.piece.range(spot.start, spot.end))

    def _surface(self, spot: Spot) -> str:
        return self.origin.edition.text[spot.start : spot.end]

    def _is_named(self, spot: Spot, place: tuple[int, int]) -> bool:
        """Whether the sentence has the name after all, in another form or at another place."""
        name = spot.what
        if not isinstance(name, Name):
            return False
        hits = {(one.start, one.end) for one in self.sentence.names if are_of_one_fact(one.name, name)}
        if any(start <= place[0] and place[1] <= end for start, end in hits):
            return True
        words = wordings.without_days(self.sentence.text, place, self.sentence.facts)
        if name.kind in _PARTED and self._has_part(name, place) and wordings.is_whole(words, name.form):
            return True
        elsewhere = [hit for hit in hits if hit[1] <= place[0] or hit[0] >= place[1]]
        old = {(one.start, one.end) for one in self.origin.spots if are_of_one_fact(one.what, name)}
        return len(elsewhere) >= len(old)

    def _has_part(self, name: Name, place: tuple[int, int]) -> bool:
        """Whether a place has the name but for its year, or what it is the presentation, the opening of."""
        return any(
            place[0] <= one.start and one.end <= place[1]
            for one in self.sentence.names
            if one.name.kind in _PARTED and (are_of_one_fact(one.name, name) or one.name.form in name.form)
        )

    def _is_moved(self, spot: Spot) -> bool:
        """Whether the words that are gone were put elsewhere in the sentence: Shanghai vice mayor."""
        steps = [step for step in self.origin.alignment.steps if not step.same]
        first, last = self.origin.piece.range(spot.start, spot.end)
        gone: Counter[str] = Counter()
        come: Counter[str] = Counter()
        for step in steps:
            gone.update(self.origin.piece.words[max(first, step.old[0]) : min(last, step.old[1])])
            come.update(self.sentence.piece.words[slice(*step.new)])
        lost = gone - come
        if isinstance(spot.what, Name) and spot.what.kind in POSTS:  # mayor of Shanghai: Shanghai mayor
            lost = Counter({word: n for word, n in lost.items() if len(word) > _SMALL or not word.isascii()})
        return bool(gone) and not lost

    def _is_elsewhere(self, fact: Stated) -> bool:
        return any(verdict(fact, one) == "equal" for one in self.sentence.facts)

    def _is_of_another(self, fact: Stated, told: Stated) -> bool:
        """Whether what the text tells in the place of a fact is something else that the edition tells.

        It is where two sentences became one, or where the fact is gone and its neighbour stands there now.
        """
        homes = {
            number
            for number, spots in enumerate(self.origin.edition.spots)
            if any(isinstance(spot.what, Stated) and verdict(spot.what, told) == "equal" for spot in spots)
        }
        if self._is_elsewhere(fact):
            return bool(homes) and self.origin.number not in homes
        own = sum(
            1
            for spot in self.origin.spots
            if isinstance(spot.what, Stated) and verdict(spot.what, told) == "equal"
        )
        return sum(1 for one in self.sentence.facts if verdict(told, one) == "equal") <= own

    def _seen_at(self, departure: Departure) -> Departure:
        self._seen.append((departure.start or 0, departure.end or 0))
        return departure

    def _is_seen(self, place: tuple[int, int]) -> bool:
        return any(start < place[1] and end > place[0] for start, end in self._seen)


_ORDER = ("equal", "rounded", "qualifier-differs", "unit-differs", "value-differs")
