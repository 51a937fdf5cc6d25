"""One record of an event, every edition of it, every fact traceable."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic, Severity
    from eventrecord.drafts import Draft, read_draft
    from eventrecord.drift.checking import check
    from eventrecord.drift.comparing import compare
    from eventrecord.errors import (
        EventRecordError,
        MissingWordingError,
        RecordError,
        SettingsError,
        UnknownNameError,
    )
    from eventrecord.facts.reading import Facts, read_facts
    from eventrecord.formats import FORMATS, Format
    from eventrecord.formats.json_ld import script_element
    from eventrecord.localize.chinese.romanization import check_name
    from eventrecord.localize.localizer import Localizer
    from eventrecord.model.record import Record
    from eventrecord.publishing import publish, render
    from eventrecord.reading import load, loads
    from eventrecord.rules import RULES, validate
    from eventrecord.settings import Settings, find_settings

__all__ = [
    "FORMATS",
    "RULES",
    "Diagnostic",
    "Draft",
    "EventRecordError",
    "Facts",
    "Format",
    "Localizer",
    "MissingWordingError",
    "Record",
    "RecordError",
    "Settings",
    "SettingsError",
    "Severity",
    "UnknownNameError",
    "check",
    "check_name",
    "compare",
    "find_settings",
    "load",
    "loads",
    "publish",
    "read_draft",
    "read_facts",
    "render",
    "script_element",
    "validate",
]

_HOMES = {
    "FORMATS": "formats",
    "RULES": "rules",
    "Diagnostic": "diagnostic",
    "Draft": "drafts",
    "EventRecordError": "errors",
    "Facts": "facts.reading",
    "Format": "formats",
    "Localizer": "localize.localizer",
    "MissingWordingError": "errors",
    "Record": "model.record",
    "RecordError": "errors",
    "Settings": "settings",
    "SettingsError": "errors",
    "Severity": "diagnostic",
    "UnknownNameError": "errors",
    "check": "drift.checking",
    "check_name": "localize.chinese.romanization",
    "compare": "drift.comparing",
    "find_settings": "settings",
    "load": "reading",
    "loads": "reading",
    "publish": "publishing",
    "read_draft": "drafts",
    "read_facts": "facts.reading",
    "render": "publishing",
    "script_element": "formats.json_ld",
    "validate": "rules",
}


def __getattr__(name: str) -> object:
    """Public names are imported when first used, so that `eventrecord --help` starts fast (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
