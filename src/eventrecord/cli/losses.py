"""What formats cannot carry of records: told by `formats RECORD`, counted by `publish`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from eventrecord.cli.office import settings_for
from eventrecord.cli.speech import spoken
from eventrecord.diagnostic import Path
from eventrecord.message import joined, say, say_n
from eventrecord.report.concise import place

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["loss_lines"]


def loss_lines(documents: Iterable[Document], names: Sequence[str] = ()) -> list[str]:
    """A line for each thing that formats leave out: which, where first, in how many records more.

    `names` are those of formats; none: all formats.
    """
    from eventrecord.formats import FORMATS
    from eventrecord.rules import RULES

    places: dict[str, list[tuple[Document, Path]]] = {}
    formats: dict[str, dict[str, None]] = {}
    rule = RULES["export-loss"]
    for document in documents:
        if settings_for(document.file).severity.get(rule.name) == "off":
            continue
        for row in FORMATS.values():
            if document.record is not None and (row.name in names or not names):
                for path, why in row.losses(document.record):
                    places.setdefault(why, []).append((document, path))
                    formats.setdefault(why, {})[row.name] = None
    lines = []
    for why, found in places.items():
        first, path = found[0]
        others = len({document.file for document, _ in found}) - 1
        message = say("{formats}: {why}", formats=joined(formats[why], say(", ")), why=why)
        if others:
            message = say_n(
                "{message} (and in {n} more record)",
                "{message} (and in {n} more records)",
                others,
                message=message,
            )
        loss = first.located(rule.at(path, message, at_key=True))
        severity = settings_for(first.file).severity.get(rule.name, loss.severity)
        lines.append(f"{place(loss)}: {severity} {loss.rule}: {spoken().tell(loss.message)}")
    return lines
