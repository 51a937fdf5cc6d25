"""One record of an event, every edition of it, every fact traceable."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic, Severity
    from eventrecord.errors import EventRecordError, RecordError, SettingsError, UnknownNameError
    from eventrecord.model.record import Record

__all__ = [
    "Diagnostic",
    "EventRecordError",
    "Record",
    "RecordError",
    "SettingsError",
    "Severity",
    "UnknownNameError",
]

_HOMES = {
    "Diagnostic": "diagnostic",
    "EventRecordError": "errors",
    "Record": "model.record",
    "RecordError": "errors",
    "SettingsError": "errors",
    "Severity": "diagnostic",
    "UnknownNameError": "errors",
}


def __getattr__(name: str) -> object:
    """Public names are imported when first used, so that `eventrecord --help` starts fast (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
