"""What rules look at: a record, the settings, and one shared index of the record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.diagnostic import Path
from eventrecord.localize.data import locale_tags
from eventrecord.model.record import COLLECTIONS, Record
from eventrecord.model.slot import Slot, SlotError, parse_prose
from eventrecord.rules.authored import Authored, authored_wordings
from eventrecord.rules.survey import Doubt, Mention, Passage, Survey, Wordings, is_press
from eventrecord.rules.tree import EventNode, event_nodes
from eventrecord.settings import Settings

if TYPE_CHECKING:
    from eventrecord.localize.localizer import Localizer
    from eventrecord.localize.stated import Stated
    from eventrecord.localize.terminology.base import Terminology
    from eventrecord.model.agent import PersonName
    from eventrecord.model.text import Wording
    from eventrecord.reading.remains import Remains
    from eventrecord.rules.diction import AvoidedIn
    from eventrecord.rules.latin_names import LatinName
    from eventrecord.rules.misused import Misuse
    from eventrecord.rules.paired import PairedFacts
    from eventrecord.rules.slips import Slipped
    from eventrecord.rules.typed import TypedFigure

__all__ = ["Context", "SlottedText", "SlottedWording", "known_locales"]


class SlottedWording(NamedTuple):
    """A wording of prose with its slots, or with what is wrong in it."""

    tag: str
    path: Path
    slots: tuple[Slot, ...]
    fault: SlotError | None = None


class SlottedText(NamedTuple):
    """Prose that has slots, or braces that are none, in at least one language: all its wordings."""

    passage: Passage
    wordings: tuple[SlottedWording, ...]


class Context:
    """A record and everything in it that rules ask for, found once and only when asked.

    `remains` tells, of a record with faulty parts, what had to be left out.
    """

    def __init__(
        self,
        record: Record,
        settings: Settings | None = None,
        *,
        remains: Remains | None = None,
    ) -> None:
        self.record = record
        self.settings = settings or Settings()
        self.told: dict[Path, list[Stated]] = {}
        """Facts of the wordings that have been read for them."""
        self.remains = remains
        self._localizers: dict[str, Localizer] = {}

    @cached_property
    def survey(self) -> Survey:
        """The one walk over the record."""
        return Survey(self.record)

    @property
    def passages(self) -> list[Passage]:
        """All texts, names of people included."""
        return self.survey.passages

    @property
    def doubts(self) -> list[Doubt]:
        """All facts that are not confirmed."""
        return self.survey.doubts

    @cached_property
    def stated(self) -> list[tuple[Passage, str, Wording | PersonName]]:
        """Wordings, and names of people, of which more is told than the words, each with its language."""
        return [
            (passage, tag, wording)
            for passage in self.passages
            for tag, wording in passage.wordings.items()
            if not isinstance(wording, str)
        ]

    @cached_property
    def latin_names(self) -> list[LatinName]:
        """Latin names of people whose Chinese names the record has."""
        from eventrecord.rules.latin_names import latin_names

        return list(latin_names(self.record))

    @cached_property
    def slotted(self) -> list[SlottedText]:
        """Prose with slots or braces."""
        return [text for passage in self.passages if passage.prose and (text := _slotted(passage))]

    @cached_property
    def authored(self) -> list[Authored]:
        """What people wrote for readers, without slots."""
        return list(authored_wordings(self.passages))

    @cached_property
    def searched(self) -> list[str]:
        """The texts of these, each folded: as it is searched."""
        from eventrecord.localize.terminology.folding import folded_each

        return folded_each([wording.plain for wording in self.authored])

    @cached_property
    def press(self) -> list[Authored]:
        """The headlines of releases, and what is written in their bodies."""
        return [
            wording
            for wording in self.authored
            if wording.path[0] == "releases" and is_press(wording.passage)
        ]

    @cached_property
    def authored_prose(self) -> dict[str, str]:
        """All of that but names, in one text per language, folded, to see fast what is not in it."""
        return self._folded(name=False)

    @cached_property
    def authored_names(self) -> dict[str, str]:
        """The same of names."""
        return self._folded(name=True)

    def _folded(self, *, name: bool) -> dict[str, str]:
        words: dict[str, list[str]] = {}
        for wording, text in zip(self.authored, self.searched, strict=True):
            if wording.is_name is name:
                words.setdefault(wording.tag, []).append(text)
        return {tag: "\n".join(texts) for tag, texts in words.items()}

    @cached_property
    def mentions(self) -> list[Mention]:
        """All references, in fields and in slots."""
        return self.survey.mentions + [
            Mention(wording.path, slot.kind, slot.id, slot)
            for text in self.slotted
            for wording in text.wordings
            for slot in wording.slots
        ]

    @cached_property
    def used(self) -> set[tuple[str, str]]:
        """Kind and id of all that is mentioned anywhere."""
        return {(mention.kind, mention.id) for mention in self.mentions}

    @cached_property
    def events(self) -> list[EventNode]:
        """All events of the record, parents first."""
        return event_nodes(self.record)

    @cached_property
    def ids(self) -> dict[str, Mapping[str, object]]:
        """The entries of every kind by id; of a double event id, the first."""
        found: dict[str, Mapping[str, object]] = {kind: getattr(self.record, kind) for kind in COLLECTIONS}
        found["events"] = {node.event.id: node.event for node in reversed(self.events)}
        return found

    @cached_property
    def dangling(self) -> list[Mention]:
        """Mentions of what is neither in this record nor where else they may lead."""
        ids = self.ids
        return [m for m in self.mentions if m.id not in ids[m.kind] and not self._is_elsewhere(m.kind, m.id)]

    def may_be_lost(self, kind: str, name: str) -> bool:
        """Whether an entry that is not there may stand in a part that had to be left out."""
        return self.remains is not None and self.remains.may_hold(kind, name)

    def lost_ids(self, kind: str) -> set[str]:
        """The ids of entries that had to be left out, in part or whole: they can still be meant."""
        return self.remains.ids(kind) if self.remains is not None else set()

    def is_harmed(self, path: Path) -> bool:
        """Whether something had to be left out at a path, or below it."""
        return self.remains is not None and any(way[: len(path)] == path for way in self.remains.lost)

    def is_whole(self, kind: str, name: str) -> bool:
        """Whether no field of an entry had to be left out."""
        if self.remains is None:
            return True
        paths = {node.path for node in self.events if node.event.id == name}
        paths = paths if kind == "events" else {(kind, name)}
        return all(way[:-1] not in paths for way in self.remains.lost)

    @cached_property
    def misused(self) -> list[Misuse]:
        """Terms that the terminology has something against."""
        near = {}
        for tag in sorted({*self.authored_prose, *self.authored_names}):
            text = f"{self.authored_prose.get(tag, '')}\n{self.authored_names.get(tag, '')}"
            if found := self.terminology.suspects_in(text, tag):
                near[tag] = found
        if not near:
            return []
        from eventrecord.rules.misused import misused_terms

        return [misuse for tag, suspects in near.items() for misuse in misused_terms(self, tag, suspects)]

    @cached_property
    def paired(self) -> list[PairedFacts]:
        """Facts that two languages of one text state otherwise, where they are written out."""
        from eventrecord.rules.paired import paired_facts

        return list(paired_facts(self))

    @cached_property
    def slips(self) -> dict[str, list[Slipped]]:
        """What is wrong in how authored wordings are set, by rule."""
        from eventrecord.rules.slips import slips_of

        return slips_of(self)

    @cached_property
    def avoided(self) -> dict[str, list[AvoidedIn]]:
        """Words that offices avoid, in authored prose, by rule."""
        from eventrecord.rules.diction import avoided_of

        return avoided_of(self)

    @cached_property
    def typed(self) -> list[TypedFigure]:
        """Numbers in prose that repeat a figure of the record, or contradict it."""
        from eventrecord.rules.typed import typed_figures

        return list(typed_figures(self)) if self.record.figures else []

    @cached_property
    def terminology(self) -> Terminology:
        """What the record, the office and the base call things."""
        from eventrecord.localize.terminology.base import terminology

        return terminology(self.record, self.settings)

    def _is_elsewhere(self, kind: str, name: str) -> bool:
        return self.record.find(kind, name) is not None or (kind == "terms" and name in self.terminology)

    def name_elsewhere(self, kind: str, name: str) -> Wordings:
        """What an entry of another record, or a concept of the terminology, is called; maybe nothing."""
        entry = self.record.find(kind, name)
        if entry is not None:
            return getattr(entry, "name", None) or {}
        concept = self.terminology.get(name) if kind == "terms" else None
        return dict(concept.name()) if concept else {}

    @cached_property
    def tags(self) -> list[str]:
        """Languages to publish in, as far as there are locales for them."""
        known = known_locales()
        return [tag for tag in self.record.locales if tag in known]

    def localizer(self, tag: str) -> Localizer:
        """What writes the record in a language."""
        from eventrecord.localize.localizer import Localizer

        if tag not in self._localizers:
            self._localizers[tag] = Localizer(self.record, tag, self.settings)
        return self._localizers[tag]

    def locales(self, path: Path) -> list[str]:
        """Languages of the editions that a text at `path` may be printed in."""
        if path[0] != "releases":
            return self.tags
        release = self.record.releases[int(path[1])]
        tags = [tag for tag in release.locales if tag in self.tags] or self.tags
        if path[2] == "body":
            omitted = release.body[int(path[3])].omit
            return [tag for tag in tags if tag not in omitted]
        if path[2] == "contacts":
            wanted = release.contacts[int(path[3])].locales
            return [tag for tag in tags if not wanted or tag in wanted]
        return tags


@cache
def known_locales() -> frozenset[str]:
    """Tags of the locales that there is data for."""
    return frozenset(locale_tags())


def _slotted(passage: Passage) -> SlottedText | None:
    said = [
        (tag, wording, wording if isinstance(wording, str) else getattr(wording, "text", None))
        for tag, wording in passage.wordings.items()
    ]
    for _, _, words in said:  # most prose has none
        if words is not None and ("{" in words or "}" in words):
            break
    else:
        return None
    wordings: list[SlottedWording] = []
    for tag, wording, words in said:
        if words is None:
            continue
        path = (*passage.path, tag) if isinstance(wording, str) else (*passage.path, tag, "text")
        try:
            slots = tuple(part for part in parse_prose(words) if isinstance(part, Slot))
            wordings.append(SlottedWording(tag, path, slots))
        except SlotError as fault:
            wordings.append(SlottedWording(tag, path, (), fault))
    return SlottedText(passage, tuple(wordings))
