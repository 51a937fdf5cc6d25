"""People of an event in sentences: who attended, who was invited; rank order is kept."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from eventrecord.localize.lists import joined
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.patterns import Passage
from eventrecord.model.agent import Person
from eventrecord.model.event import Event
from eventrecord.model.participation import Modality, Participation
from eventrecord.model.source import Standing

__all__ = ["also_present", "listed", "officials", "people_and_more", "talks"]

_PRESENT = {Modality.ATTENDED, Modality.CHAIRED}
"""Those of rank who were there belong to the lead; who only spoke belongs to the speakers."""


def officials(event: Event, localizer: Localizer, short: str, mentioned: set[str]) -> Passage | None:
    """Who attended, spoke or chaired, one clause per run of people who did the same, in rank order."""
    forms = localizer.language.patterns["officials"]
    clauses: list[Passage] = []
    for did, run in groupby(_told(event), key=_done):
        if did not in forms:
            continue
        told = list(run)
        people = [reference for entry in told for reference in _people(entry)]
        if not people:
            continue
        names = _neighbours(people, localizer, frozenset())
        plain = localizer.person(people[-1]) == localizer.person(people[-1], "name")
        apart = any(localizer.words["lists"]["names"][0] in name for name in names)
        unfinished = [entry for entry in told if not entry.complete]
        collective = localizer.optional(unfinished[-1].collective) if unfinished else None
        others = _others(collective, localizer) if unfinished else None
        names += [others] if others else []
        text = joined(names, "officials" if apart else "names", localizer.language)
        if unfinished and not others:
            text = _opened(text, collective, localizer)
        close = "" if plain or others else forms["close"]
        form = forms.get(f"{did}_many", forms[did]) if len(names) > 1 or len(people) > 1 else forms[did]
        clause = form.format(people=text + close, event_short=short)
        clauses.append(Passage(clause, frozenset(f"people.{reference}" for reference in people)))
    if not clauses:
        return None
    facts = frozenset().union(*(clause.facts for clause in clauses))
    return Passage(forms["join"].join(clause.text for clause in clauses), facts)


def listed(event: Event, modality: Modality, localizer: Localizer, mentioned: set[str]) -> Passage | None:
    """Those of one modality: people in rank order with what they are, groups and numbers of people."""
    entries = _single_people_together(_of(event, modality))
    last = len(entries) - 1
    passages = [
        _entry(entry, localizer, mentioned, followed=number < last) for number, entry in enumerate(entries)
    ]
    return _joined(passages, "long", localizer)


def people_and_more(
    event: Event, modality: Modality, localizer: Localizer, mentioned: set[str]
) -> tuple[Passage, Passage] | None:
    """A list of several people and the one entry after it, which is better told in a sentence of its own.

    None where there are more or fewer entries.
    """
    entries = _single_people_together(_of(event, modality))
    if len(entries) != 2 or len(_people(entries[0])) < 2:
        return None
    first = _entry(entries[0], localizer, mentioned)
    return first, _entry(entries[1], localizer, mentioned | first.facts)


def talks(event: Event, localizer: Localizer, mentioned: set[str]) -> Passage | None:
    """Who spoke about what, a clause each; None unless every speaker's topic is known."""
    entries = _of(event, Modality.SPOKE)
    if not all(entry.topic for entry in entries):
        return None
    return _joined([_entry(e, localizer, mentioned, talk="talk_clause") for e in entries], "talks", localizer)


def also_present(event: Event, localizer: Localizer, mentioned: set[str]) -> Passage | None:
    """Groups and numbers of people who attended, who stand in no list of officials."""
    entries = [e for e in _told(event) if Modality.ATTENDED in e.did and not _people(e)]
    return _joined([_entry(entry, localizer, mentioned) for entry in entries], "long", localizer)


def _of(event: Event, modality: Modality) -> list[Participation]:
    return [entry for entry in _told(event) if modality in entry.did and not _PRESENT & set(entry.did)]


def _told(event: Event) -> list[Participation]:
    """Participations that may be printed: neither what is only inferred, nor who will not come after all."""
    return [
        entry
        for entry in event.participants
        if entry.standing is not Standing.INFERRED and Modality.WITHDREW not in entry.did
    ]


def _joined(passages: list[Passage], kind: str, localizer: Localizer) -> Passage | None:
    if not passages:
        return None
    facts = frozenset().union(*(passage.facts for passage in passages))
    return Passage(joined([passage.text for passage in passages], kind, localizer.language), facts)


def _single_people_together(entries: list[Participation]) -> list[Participation]:
    """Neighbours that are one person each become one list; the order stays."""
    together: list[Participation] = []
    for single, run in groupby(entries, key=lambda entry: entry.person is not None and entry.topic is None):
        if single:
            people = [reference for entry in run for reference in _people(entry)]
            together.append(Participation.model_construct(people=people, did=entries[0].did))
        else:
            together.extend(run)
    return together


def _done(entry: Participation) -> str:
    did = set(entry.did)
    if Modality.CHAIRED in did:
        return "chaired"
    if {Modality.ATTENDED, Modality.SPOKE} <= did:
        return "attended-spoke"
    return "attended" if Modality.ATTENDED in did else ""


def _people(entry: Participation) -> list[str]:
    return [entry.person] if entry.person else list(entry.people)


def _entry(
    entry: Participation,
    localizer: Localizer,
    mentioned: set[str],
    *,
    talk: str = "talk",
    followed: bool = False,
) -> Passage:
    if entry.group is not None:
        passage = localizer.prose(entry.group, "participants.group", mentioned)
        return Passage(passage.text, passage.facts)
    if entry.figure is not None:
        return Passage(localizer.figure(entry.figure), frozenset({f"figures.{entry.figure}"}))
    references = _people(entry)
    facts = frozenset(f"people.{reference}" for reference in references)
    known = facts & mentioned
    if localizer.language.family == "zh":
        text = _titles_first(entry, references, localizer, known)
    else:
        text = _names_first(entry, references, localizer, known, "inner" if followed else "officials")
    if entry.topic is not None:
        topic = localizer.quoted(localizer.text(entry.topic, "participants.topic"))
        text = localizer.words[talk].format(who=text, topic=topic)
    return Passage(text, facts)


def _titles_first(
    entry: Participation, references: list[str], localizer: Localizer, known: frozenset[str]
) -> str:
    """中国科学院院士陈凯先、赵国屏，中国工程院院士丁健等院士: neighbours share a title, told once."""
    text = joined(_neighbours(references, localizer, known), "groups", localizer.language)
    if entry.complete:
        return text
    collective = localizer.optional(entry.collective) or _shared_title(references, localizer)
    return _opened(text, collective, localizer)


def _names_first(
    entry: Participation, references: list[str], localizer: Localizer, known: frozenset[str], kind: str
) -> str:
    """Academicians of the A (AA) and the B (BB), among them X (AA), Y (BB); else each with posts."""
    forms = localizer.words["people"]
    people: list[Person] = [localizer.entry("people", reference) for reference in references]
    shared = {m.as_ for p in people for m in p.memberships[:1]}
    if len(people) > 1 and len(shared) == 1 and all(p.memberships and not p.posts for p in people):
        bodies = list(dict.fromkeys(p.memberships[0].organization for p in people))
        several = len(bodies) > 1
        title = localizer.term(shared.pop(), "plural")
        of = joined([_body(body, several, localizer) for body in bodies], "and", localizer.language)
        names = [
            forms["member"].format(
                name=localizer.person(r, "name"),
                body=localizer.organization(p.memberships[0].organization, "abbr"),
            )
            if several
            else localizer.person(r, "name")
            for r, p in zip(references, people, strict=True)
        ]
        form = forms["members_closed" if entry.complete else "members_open"]
        return str(form.format(title=title, bodies=of, names=joined(names, "names", localizer.language)))
    names = _neighbours(references, localizer, known)
    plain = names == [localizer.person(r, "name") for r in references]
    text = joined(names, "names" if plain else kind, localizer.language)
    return text if entry.complete else _opened(text, localizer.optional(entry.collective), localizer)


def _neighbours(references: Iterable[str], localizer: Localizer, known: frozenset[str]) -> list[str]:
    """People in their order with what they are; neighbours who are the same have it told once for all."""
    told: list[str] = []

    def kind(reference: str) -> tuple[bool, str | None]:
        again = f"people.{reference}" in known
        return again, localizer.shared_title(reference, again=again)

    for (again, title), run in groupby(references, key=kind):
        people = list(run)
        if title is None or len(people) == 1:
            told += [localizer.person(reference, "again" if again else "") for reference in people]
        else:
            names = [localizer.person(reference, "again" if again else "name") for reference in people]
            text = joined(names, "names", localizer.language)
            told.append(localizer.words["people"]["person"].format(name=text, posts=title))
    return told


def _opened(names: str, collective: str | None, localizer: Localizer) -> str:
    """A list that is not complete, with what those on it are together, if that is known."""
    forms = localizer.words["people"]
    return str(forms["open" if collective else "open_bare"].format(names=names, collective=collective))


def _others(collective: str | None, localizer: Localizer) -> str | None:
    """Those not named, as the last member of a list, in languages that end one so: other experts."""
    forms = localizer.words["people"]
    form = forms.get("others" if collective is None else "others_of")
    return str(form.format(collective=collective)) if form else None


def _body(reference: str, several: bool, localizer: Localizer) -> str:
    name, letters = localizer.organization(reference), localizer.organization(reference, "abbr")
    return f"{name} ({letters})" if several and letters != localizer.organization(reference, "full") else name


def _shared_title(references: Iterable[str], localizer: Localizer) -> str | None:
    terms = {
        membership.as_
        for reference in references
        for membership in localizer.entry("people", reference).memberships[:1]
    }
    return localizer.term(terms.pop()) if len(terms) == 1 else None
