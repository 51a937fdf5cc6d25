"""A record in the making: its entries and texts, each checked, and notes on what was guessed or lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from eventrecord.drafts.draft import LOST, MARK, Draft, Note, NoteKind
from eventrecord.drafts.missing import mark_missing
from eventrecord.drafts.naming import language_of, own_id, tag_of
from eventrecord.localize.data import inherited, locale_tags
from eventrecord.message import Message, say, say_n
from eventrecord.model.base import Url
from eventrecord.model.event import Event
from eventrecord.model.record import COLLECTIONS, FORMAT
from eventrecord.model.source import Fact
from eventrecord.model.span import Moment
from eventrecord.reading.source import allowed

__all__ = ["Sketch", "Words"]

Words = dict[str, str]
"""Wordings by their language tag."""
_LONG_AGO = "2000-01-01"
LONGEST = 20_000
"""Characters that a text may have."""
MOST = 200
"""Notes that are told; the rest is only counted."""


class Sketch:
    """Collects what a draft is made of.

    Args:
        name: what the record is called if nothing better is known: the stem of the file.
        locale: the language of texts that do not tell theirs; else it is guessed by their characters.
    """

    def __init__(self, name: str, locale: str | None = None) -> None:
        self.name, self.locale = name, locale
        self.file: str | None = None  # the one that is being read, where there are several
        self.entries: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in COLLECTIONS}
        self.fictional = False
        self.tags: dict[str, None] = {}
        self._known: dict[tuple[str, object], str] = {}
        self._notes: dict[tuple[NoteKind, str], Note] = {}
        self._settled: set[tuple[str, str]] = set()
        self._instead: dict[tuple[str, str], str] = {}
        self._begun: set[tuple[str, str]] = set()
        self._named: dict[str, None] = {}
        self._told: dict[str, None] = {}
        self._more = 0
        self._technical: dict[str, int] = {}

    def tell(self, kind: NoteKind, message: Message, line: int | None = None) -> None:
        """Note something; the same thing is told once, where it first occurs."""
        if (kind, message) not in self._notes and len(self._notes) >= MOST:
            self._more += 1
        else:
            self._notes.setdefault((kind, message), Note(kind, message, line, self.file))

    def tell_technical(self, name: str, line: int) -> None:
        """Note what only programs use, by name; all of it is told together."""
        self._technical.setdefault(name, line)

    def clean(self, words: str, line: int | None = None) -> str:
        """Words without what a record cannot hold; empty where nothing is left."""
        if len(words) > LONGEST:
            self.tell("lost", say("a text is cut off after {n} characters", n=LONGEST), line)
            words = words[:LONGEST]
        kept = "\n".join(part.strip() for part in words.splitlines()).strip()
        if (text := allowed(kept)) != kept:
            self.tell("damaged", say("characters that no text may hold were taken out"), line)
        if LOST in text:
            self.tell(
                "damaged",
                say("a character was lost before this file was written: it is marked {mark}", mark=MARK),
                line,
            )
        return text.replace(LOST, MARK).strip()

    def text(self, words: str, told: str | None = None, line: int | None = None) -> Words:
        """A text with one wording; empty if there are no words.

        Args:
            words: the words.
            told: their language as the source tells it.
            line: where they stand.
        """
        words = self.clean(words, line)
        if not words:
            return {}
        tag = self._tag(words, told, line)
        self.tags.setdefault(tag)
        return {tag: words}

    def named(self, told: str) -> None:
        """Take a language that the source names into those of the record."""
        if tag := tag_of(told):
            self._named.setdefault(tag)

    def _tag(self, words: str, told: str | None, line: int | None) -> str:
        tag = tag_of(told)
        if tag == "zh-Hans" and told is not None and told.lower() == "zh":
            tag = language_of(words, ("zh-Hans",))
        if told and tag is None:
            self.tell("lost", say("{told!r} is no language tag", told=told[:40]), line)
        elif told and tag != told:
            self.tell("guessed", say("the language {told} is written {tag}", told=told[:40], tag=tag), line)
        if tag:
            self._told.setdefault(tag)
        if tag or self.locale:
            return tag or self.locale or ""
        chinese = [tag for tag in self.tags if tag.startswith("zh")]
        guess = language_of(words, (*self._named, *self._told, *chinese))
        message = say(
            "texts that do not tell their language are taken for {tag}: if that is wrong, import again "
            "with --locale",
            tag=guess,
        )
        self.tell("guessed", message, line)
        return guess

    def prose(self, words: Mapping[str, str]) -> Words:
        """The same wordings where braces mean something: doubled, they are braces."""
        return {tag: re.sub(r"([{}])", r"\1\1", text) for tag, text in words.items()}

    def place_name(self, words: Words, line: int | None = None) -> Words:
        """The name of a place; empty, and told, where the words only say that it is not known yet."""
        if any(text.casefold().strip(" .") in _placeholders() for text in words.values()):
            text = next(iter(words.values()))
            self.tell("lost", say("{words!r} names no place: it is not known", words=text[:80]), line)
            return {}
        return words

    def url(self, value: str, line: int | None = None) -> str | None:
        """A web address that records can hold; any other is told as lost."""
        from pydantic import TypeAdapter, ValidationError

        value = value.replace("&amp;", "&")
        try:
            return TypeAdapter(Url).validate_python(value.strip())
        except ValidationError:
            if value.strip():
                self.tell("lost", say("{value} is no web address", value=value.strip()[:80]), line)
            return None

    def moment(self, value: str, line: int | None = None) -> str | None:
        """A date or time that records can hold; any other is told as lost."""
        try:
            return Moment.parse(value.strip()).text
        except ValueError:
            self.tell("lost", say("{value} is no date that can be read", value=value.strip()[:40]), line)
            return None

    def add(
        self,
        kind: str,
        words: Iterable[str],
        fallback: str,
        key: object,
        entry: dict[str, Any] | None = None,
        *,
        own: str = "",
    ) -> str:
        """The id of an entry: the one that was made for the same key before, else a new one.

        Args:
            kind: the collection.
            words: what its id may be made of, the first that has Latin letters.
            fallback: what it is called otherwise.
            key: what tells it from others.
            entry: what it says; added to where it is known already.
            own: the id that it has in our own documents.
        """
        made = self.entries[kind]
        if (kind, key) not in self._known:
            taken = made.keys() | {name for other, name in self._instead if other == kind}
            told = list(words)
            latin = next((text for text in told if re.search(r"[A-Za-z]", text)), next(iter(told), ""))
            name = own if own and own not in taken else own_id(latin, fallback, taken)
            self._known[kind, key] = name
            made[name] = {}
        name = self.current(kind, self._known[kind, key])
        merge(made[name], entry or {})
        return name

    def begin(self, kind: str, name: str) -> bool:
        """Whether an entry is yet to be told more of; true once, so that things may refer to one another."""
        if (kind, name) in self._begun:
            return False
        self._begun.add((kind, name))
        return True

    def extend(self, kind: str, name: str, entry: Mapping[str, Any]) -> None:
        """Say more of an entry."""
        merge(self.entries[kind][name], entry)

    def settle(self) -> None:
        """End a file: what its entries say of one thing, the next file does not take for another."""
        self._settled = {(kind, name) for kind, made in self.entries.items() for name in made}

    def unite(self, kind: str, kept: str, name: str) -> bool:
        """Take an entry of this file for the same thing as one that is kept; False if it is another's.

        Whoever means it is to ask `current` for its name.
        """
        kept, name = self.current(kind, kept), self.current(kind, name)
        if kept == name:
            return True
        if (kind, name) in self._settled:
            return False
        merge(self.entries[kind][kept], self.entries[kind].pop(name))
        self._instead[kind, name] = kept
        return True

    def current(self, kind: str, name: str) -> str:
        """The name of an entry, or of the one that it was united with."""
        while (kind, name) in self._instead:
            name = self._instead[kind, name]
        return name

    def draft(self, record: str, event: dict[str, Any], at: str | None, number: int = 1) -> Draft:
        """The draft.

        Args:
            record: the id of the record.
            event: its event.
            at: when the source was last changed, if it says so.
            number: the number of its revision.
        """
        if at is None:
            changed = [change["at"][:10] for part in _parts(event) for change in part.get("changes", ())]
            started = [part["start"][:10] for part in _parts(event) if "start" in part]
            at = max(changed, default=min(started, default=_LONG_AGO))
            self.tell("guessed", say("revision: the source does not say when it was made"))
        data: dict[str, Any] = {
            "format": FORMAT,
            "id": record,
            "revision": {"number": number, "at": at},
            "locales": self._locales(event),
            **({"fictional": True} if self.fictional else {}),
        }
        data |= {kind: entries for kind, entries in self.entries.items() if entries}
        data["event"] = _in_order(event)
        mark_missing(
            {kind: data[kind] for kind in (*self.entries, "event") if kind in data},
            data["locales"],
            self.tags,
        )
        if self._technical:
            told = say("not kept, of use to programs only: {names}", names=", ".join(self._technical))
            self.tell("lost", told, min(self._technical.values()))
        notes = sorted(self._notes.values(), key=lambda note: note.line or 0)
        if self._more:
            notes.append(Note("lost", say_n("{n} more note", "{n} more notes", self._more)))
        return Draft(data, tuple(notes))

    def _locales(self, event: dict[str, Any]) -> list[str]:
        """The languages that the source names, else those in which it says what its events are.

        Names of people and places alone make no edition. Traditional Chinese is published for a region.
        """
        tags = [tag for tag in self._named if tag in self.tags] or list(
            dict.fromkeys(
                tag
                for field in ("name", "description")
                for part in _parts(event)
                for tag in part.get(field, ())
            )
        )
        if "zh-Hant" not in tags:
            return tags
        zones = {part.get("time_zone") for part in _parts(event)}
        region = "zh-Hant-HK" if zones & {"Asia/Hong_Kong", "Asia/Macau"} else "zh-Hant-TW"
        self.tell("guessed", say("Traditional Chinese is to be published as {tag}", tag=region))
        return list(dict.fromkeys(region if tag == "zh-Hant" else tag for tag in tags))


@cache
def _placeholders() -> frozenset[str]:
    """What people and programs write where the place is not known, in any language."""
    tables = [inherited(tag, "placeholders") for tag in locale_tags()]
    return frozenset(words.casefold() for table in tables for words in table.get("places", ()))


def _parts(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield event
    for part in event.get("sub_events", ()):
        yield from _parts(part)


def _in_order(event: dict[str, Any]) -> dict[str, Any]:
    """An event with its fields in the order of the format."""
    found = {
        name: event[name]
        for name in sorted(Event.model_fields, key=lambda name: name in Fact.model_fields)
        if name in event
    }
    if "sub_events" in found:
        found["sub_events"] = [_in_order(part) for part in found["sub_events"]]
    return found


def merge(old: dict[str, Any], new: Mapping[str, Any]) -> None:
    """Add to an entry what it does not say yet: fields, and wordings of texts."""
    for key, value in new.items():
        if value in (None, {}, [], ""):
            continue
        if isinstance(old.get(key), dict) and isinstance(value, dict):
            merge(old[key], value)
        else:
            old.setdefault(key, value)
