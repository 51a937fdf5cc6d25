"""What messages call the qualifiers of numbers."""

from __future__ import annotations

from collections.abc import Mapping

from eventrecord.message import Message, say
from eventrecord.model.figure import Qualifier

__all__ = ["QUALIFIERS"]

QUALIFIERS: Mapping[Qualifier, Message] = {
    Qualifier.EXACTLY: say("exactly"),
    Qualifier.NEARLY: say("nearly"),
    Qualifier.ABOUT: say("about"),
    Qualifier.MORE_THAN: say("more than"),
    Qualifier.AT_LEAST: say("at least"),
    Qualifier.LESS_THAN: say("less than"),
    Qualifier.AT_MOST: say("at most"),
    Qualifier.UP_TO: say("up to"),
    Qualifier.SEVERAL: say("several"),
}
