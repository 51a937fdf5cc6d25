"""What is wrong with new editions after those that they replace: told by `publish`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.cli.office import settings_for
from eventrecord.cli.speech import spoken
from eventrecord.report.concise import place

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["succession_lines"]


def succession_lines(documents: Sequence[Document], folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """A line for each event that an edition in `folder` has otherwise than the new one in `files` may."""
    from eventrecord.formats import FORMATS
    from eventrecord.model.timetable import timetable
    from eventrecord.publishing import editions
    from eventrecord.rules import RULES

    lines: dict[str, None] = {}
    for document in documents:
        record, settings = document.record, settings_for(document.file)
        if record is None:
            continue
        paths = {entry.event.id: entry.path for entry in timetable(record)}
        known = {
            event.calendar_entry.uid: event.id
            for event in record.event.walk()
            if event.calendar_entry is not None
        }
        own = f".{record.id}@{settings.uid_domain}"
        for edition in editions(record, FORMATS):
            old = folder / edition.name
            if edition.name not in files or not old.is_file():
                continue
            for name, uid, why in edition.format.follows(old.read_bytes(), files[edition.name]):
                rule, event = RULES[name], known.get(uid, uid.removesuffix(own))
                severity = settings.severity.get(name, rule.severity)
                if severity != "off":
                    found = document.located(rule.at(paths.get(event, ("event",)), why))
                    lines[f"{place(found)}: {severity} {name}: {event}: {spoken().tell(why)}"] = None
    return list(lines)
