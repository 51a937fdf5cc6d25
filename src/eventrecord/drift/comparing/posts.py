"""Posts of people in two editions, and the order in which people stand: their rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.couples import Couple, Someone
from eventrecord.drift.comparing.lists import extent, goes_on, runs
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.organs import organ_of, without_organ
from eventrecord.drift.comparing.parting import Parting, of_title
from eventrecord.facts.alike import is_within
from eventrecord.facts.named import Named
from eventrecord.localize.data import inherited
from eventrecord.localize.titles import Title, are_same
from eventrecord.message import say

__all__ = ["named_alone", "orders_differ", "posts_differ"]


def posts_differ(couple: Couple, a: NamedText, b: NamedText) -> Iterator[Parting]:
    """Posts of one person that are others in the other edition, lack there, or stand in another order."""
    one, other = couple.a, couple.b
    official = one.official or other.official
    grade = Severity.ERROR if official else Severity.WARNING
    pairs, mine, theirs = _matched(one.titles, other.titles)
    name = one.first.surface
    others, mine, theirs = _instead(mine, theirs, a)
    for first, second in others:
        said = say(
            "{name}: {first} and {second} are not the same post",
            name=name,
            first=first.surface,
            second=second.surface,
        )
        yield Parting("post-differs", grade, said, of_title(first), of_title(second))
    for titles, is_first in ((mine, True), (theirs, False)):
        for title in titles:
            if title.shared or not (title.official or (one.titles and other.titles)):
                continue
            alone = Severity.ERROR if title.official else Severity.INFO
            said = say("{name} is {title} in one text only", name=name, title=title.surface)
            whole = _whole([other.first], b) if is_first else _whole([one.first], a)
            sides = (of_title(title), whole) if is_first else (whole, of_title(title))
            yield Parting("post-differs", alone, said, *sides)
    for first, second in pairs:
        if without_organ(first, second, a, b):
            said = say(
                "{name}: {first} and {second}: one text alone says that it is a party’s post",
                name=name,
                first=first.surface,
                second=second.surface,
            )
            yield Parting("post-differs", Severity.WARNING, said, of_title(first), of_title(second))
        if _other_body(first, second, a, b):
            said = say(
                "{name}: {title} of {first} and of {second}",
                name=name,
                title=first.surface,
                first=first.body,
                second=second.body,
            )
            yield Parting("organization-differs", grade, said, of_title(first), of_title(second))
    lists = one.mentions[0].titles, other.mentions[0].titles
    listed = [(p, q) for p, q in pairs if p in lists[0] and q in lists[1] and not _is_addressed(p, a)]
    order = [theirs.start for _, theirs in listed]
    if order != sorted(order):
        said = say("the posts of {name} stand in another order", name=name)
        yield Parting("order-differs", grade, said, _span(one.titles, a), _span(other.titles, b))


def orders_differ(couples: Sequence[Couple], a: NamedText, b: NamedText) -> Iterator[Parting]:
    """People of one list who stand in another order in the other edition."""
    told: set[int] = set()
    for edition, side in ((a, 0), (b, 1)):
        by_place = {(couple.a, couple.b)[side].first.start: couple for couple in couples}
        for run in runs(edition):
            members = [by_place[one.start] for one in run if one.start in by_place]
            members.sort(key=lambda couple: couple.a.first.start)
            turned = [(p, q) for p, q in pairwise(members) if p.b.first.start > q.b.first.start]
            people = [one for pair in turned for one in pair]
            if not turned or any(id(one) in told for one in people):
                continue
            told |= {id(one) for one in people}
            official = any(one.a.official or one.b.official for one in people)
            said = say(
                "{first} is named before {second} in one text, and after in the other",
                first=turned[0][0].a.first.surface,
                second=turned[0][1].a.first.surface,
            )
            grade = Severity.ERROR if official else Severity.WARNING
            sides = (_whole([one.a.first for one in people], a), _whole([one.b.first for one in people], b))
            yield Parting("order-differs", grade, said, *sides)


def named_alone(
    someone: Someone,
    pairs: Sequence[tuple[Someone, Someone]],
    here: NamedText,
    there: NamedText,
    *,
    doubtful: bool,
) -> Parting:
    """Somebody whom one edition names alone: the first side is that edition.

    A fault where an official is meant, or somebody with a post in a list whose others the other edition
    names, unless its list says that it is not whole.

    Args:
        someone: the person.
        pairs: people of both editions, as they stand here and there.
        here: the edition that names the person.
        there: the other edition.
        doubtful: whether the other edition may name the person in a way that cannot be compared.
    """
    grade = Severity.INFO
    if someone.official and not doubtful:
        grade = Severity.ERROR
    elif someone.titles and not doubtful:
        run = next((run for run in runs(here) if someone.first in run), ())
        beside = [other for one, other in pairs if one.first in run]
        if beside and not goes_on(there, _ends(beside, there)):
            grade = Severity.WARNING
    said = say("{name} is named in one text only", name=someone.first.surface)
    return Parting("omission", grade, said, someone.first, None)


def _ends(beside: Sequence[Someone], there: NamedText) -> Iterator[int]:
    """Where people of the other edition, and the lists that they stand in, end."""
    starts = {one.first.start for one in beside}
    yield from (extent(one.first)[1] for one in beside)
    for run in runs(there):
        if any(one.start in starts for one in run):
            yield extent(run[-1])[1]


def _is_addressed(title: Title, edition: NamedText) -> bool:
    """Whether it stands before or after the name as the language has it: Professor Cheung, 张教授."""
    return not title.heads.isdisjoint(inherited(edition.tag, "people")["people"]["addressed"])


def _matched(
    mine: Sequence[Title], theirs: Sequence[Title]
) -> tuple[list[tuple[Title, Title]], list[Title], list[Title]]:
    """Posts that are the same, in the first one's order, and what is left of either."""
    rest = list(theirs)
    pairs: list[tuple[Title, Title]] = []
    alone: list[Title] = []
    for title in mine:
        fits = [other for other in rest if are_same(title, other)]
        if fits:
            at_home = [one for one in fits if one.organization and one.organization == title.organization]
            best = min(at_home or fits, key=lambda one: len(one.heads))
            pairs.append((title, best))
            rest.remove(best)
        else:
            alone.append(title)
    return pairs, alone, rest


def _instead(
    mine: Sequence[Title], theirs: Sequence[Title], a: NamedText
) -> tuple[list[tuple[Title, Title]], list[Title], list[Title]]:
    """Posts that may stand for each other, and what is left of either.

    Those of one kind and another rank go first, then those at one body; one that is held besides others, as
    常委 is, stands for none.
    """
    left, right = list(mine), list(theirs)
    besides = frozenset(inherited(a.tag, "people")["people"]["besides"])
    pairs: list[tuple[Title, Title]] = []
    for fit in (_of_one_kind, _at_one_body, lambda one, other: besides.isdisjoint(one.heads | other.heads)):
        for title in list(left):
            other = next((other for other in right if fit(title, other)), None)
            if other is not None:
                pairs.append((title, other))
                left.remove(title)
                right.remove(other)
    return pairs, left, right


def _of_one_kind(one: Title, other: Title) -> bool:
    return not one.heads.isdisjoint(other.heads)


def _at_one_body(one: Title, other: Title) -> bool:
    return one.organization is not None and one.organization == other.organization


def _other_body(first: Title, second: Title, a: NamedText, b: NamedText) -> bool:
    """Whether two posts are held at different bodies, as far as the table or their words tell."""
    organs = organ_of(first, a), organ_of(second, b)
    if None not in organs and organs[0] != organs[1] and (first.official or second.official):
        return True
    if first.organization and second.organization:
        swapped = first.organization != second.organization
        return swapped and all(
            any(one.id == body for one in edition.named)
            for body in (first.organization, second.organization)
            for edition in (a, b)
        )
    for known, told, there in ((first, second, b), (second, first, a)) if None in organs else ():
        if known.organization and told.body and not told.organization and there.tag.startswith("zh"):
            wordings = there.names.wordings(known.organization, there.tag)
            if wordings and not any(_is_short(told.body, one.words) for one in wordings):
                return not any(one.id == known.organization for one in there.named)
    return False


def _is_short(one: str, other: str) -> bool:
    """Whether one name is short for the other, be it either: 市科技局, 市科学技术局."""
    return is_within(one, other) or (other[-1:] == one[-1:] and is_within(other, one))


def _span(titles: Sequence[Title], edition: NamedText) -> Named:
    start, end = min(title.start for title in titles), max(title.end for title in titles)
    return Named("post", None, edition.text[start:end], start, end, form="pattern")


def _whole(people: Sequence[Named], edition: NamedText) -> Named:
    start, end = min(extent(one)[0] for one in people), max(extent(one)[1] for one in people)
    return Named("person", None, edition.text[start:end], start, end, form="pattern")
