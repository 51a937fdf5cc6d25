"""Findings in the language of those who read them, with words for the places in the record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from eventrecord.diagnostic import Diagnostic, Path, path_text
from eventrecord.message import Called, Told, Where
from eventrecord.tongue import Tongue

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["Places", "told", "words_for"]

_TAG = re.compile(r"(en|zh|[a-z]{2,3}(?=-[A-Z]))(-[A-Za-z]{2,4})*", re.ASCII)
_COLLECTIONS = frozenset(
    {"awards", "figures", "images", "organizations", "people", "places", "quotations", "sources", "terms"}
)
"""Parts of a record whose entries have ids for keys."""
_CALLED = {"sources": "title"}
"""What the name of an entry is called, where it is not `name`."""


def told(finding: Diagnostic, tongue: Tongue, document: Document | None = None) -> Diagnostic:
    """The finding in a language; with the document also the words for its place, and for those it names."""
    words = words_for(tongue, document)
    message = Told(tongue.tell(finding.message, words))
    message.said = finding.message
    return replace(
        finding,
        message=message,
        hint=finding.hint and tongue.tell(finding.hint, words),
        labels=tuple(label._replace(text=tongue.tell(label.text, words)) for label in finding.labels),
        fix=finding.fix and finding.fix._replace(message=tongue.tell(finding.fix.message, words)),
        where=words(path_text(finding.path)) if len(finding.path) > 1 else "",
    )


def words_for(tongue: Tongue, document: Document | None = None) -> Callable[[Where], str]:
    """Gives the words for a place in the document's record, or in one that it builds on."""
    data_of = document.data_of if document else lambda _: {}
    homes: dict[str, Places] = {}

    def words(place: Where) -> str:
        if place.record not in homes:
            homes[place.record] = Places(lambda: data_of(place.record), tongue)
        places = homes[place.record]
        if isinstance(place, Called):
            return places.called(place.path) or str(place)
        beside = tongue.fields["forms"]["beside"]
        path = path_text(place.path, place.record)
        return str(beside.format(words=places.words(place.path), path=path))

    return words


class Places:
    """Words for places in a record: the amount of “Licensing total”; 金额（张江许可交易总额）."""

    def __init__(self, data: Callable[[], Any], tongue: Tongue) -> None:
        self._read, self._tongue = data, tongue

    @cached_property
    def _data(self) -> Any:
        return self._read()

    def words(self, path: Path) -> str:
        """What stands at `path`: its field, and the entry that it belongs to."""
        forms, name, start = self._tongue.fields["forms"], "", 0
        node = self._data
        for end, part in enumerate(path, start=1):
            node = _below(node, part)
            if found := self._name(node, path[:end]):
                name, start = found, end
        if start == len(path):
            return str(forms["entry"].format(kind=self._kind(path), name=name))
        parts, tag = self._parts(path, start)
        words = parts[-1] if parts else ""
        for part in reversed(parts[:-1]):
            words = forms["inside"].format(part=words, whole=part)
        if not parts:  # a wording of the name itself
            words = forms["label"].format(label=self._label(path, len(path) - 1))
        sort = "placed" if name else "alone"
        return str(forms[f"{sort}_in" if tag else sort].format(part=words, name=name, tag=tag))

    def called(self, path: Path) -> str:
        """What the entry at `path` is called, by its id if it has no name; nothing if it is not here."""
        node = self._data
        for part in path:
            node = _below(node, part)
        return self._name(node, path)

    def _parts(self, path: Path, start: int) -> tuple[list[str], str]:
        """Words for each step below the entry, and the language tag on the way, if there is one."""
        fields = self._tongue.fields
        parts: list[str] = []
        tag = ""
        for at in range(start, len(path)):
            part, before = path[at], str(path[at - 1]) if at else ""
            if isinstance(part, int):
                label = self._label(path, at - 1)
                item = fields["items"].get(before, fields["forms"]["item"])
                parts[-1:] = [item.format(n=part + 1, label=label)]
            elif part not in fields["labels"] and _TAG.fullmatch(part):
                tag = part
            elif not (part == "text" and tag == before) and not (part == "sourcing" and at + 1 < len(path)):
                parts.append(fields["forms"]["label"].format(label=self._label(path, at)))
        return parts, tag

    def _label(self, path: Path, at: int) -> str:
        """The label of a field; some are called otherwise in some entries."""
        labels, part = self._tongue.fields["labels"], str(path[at])
        owners = (f"{owner}.{part}" for owner in reversed(path[:at]) if isinstance(owner, str))
        return str(next((labels[key] for key in owners if key in labels), labels.get(part, part)))

    def _kind(self, path: Path) -> str:
        owner = next(str(part) for part in reversed(path[:-1] or path) if isinstance(part, str))
        return str(self._tongue.fields["entries"].get(owner, self._label(path, len(path) - 1)))

    def _name(self, node: Any, path: Path) -> str:
        """What the entry at `path` is called, if an entry stands there; one without a name by its id."""
        if isinstance(node, dict) and (name := self._wording(node.get(_CALLED.get(str(path[0]), "name")))):
            return name
        if len(path) == 2 and path[0] in _COLLECTIONS:
            return str(path[1])
        own = node.get("id") if isinstance(node, dict) and path else None
        return own if isinstance(own, str) else ""

    def _wording(self, text: Any) -> str:
        """A text in the language if it has that, else in any; of a person's name its parts."""
        if not isinstance(text, dict):
            return text if isinstance(text, str) else ""
        tags = sorted(text, key=lambda tag: not str(tag).startswith(self._tongue.tag[:2]))
        for tag in tags:
            wording = text[tag]
            if isinstance(wording, dict):
                parts = [wording.get("family"), wording.get("given")]
                if wording.get("order") == "given-first":
                    parts.reverse()
                joint = "" if tag.startswith("zh") else " "
                wording = wording.get("text") or joint.join(part for part in parts if isinstance(part, str))
            if isinstance(wording, str) and wording:
                return wording
        return ""


def _below(node: Any, part: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(part)
    return node[part] if isinstance(node, list) and isinstance(part, int) and part < len(node) else None
