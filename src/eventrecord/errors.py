"""What can go wrong, for callers: one base class and one child per thing the caller can do about it."""

from __future__ import annotations

from eventrecord.message import joined, say

__all__ = [
    "EventRecordError",
    "MissingWordingError",
    "RecordError",
    "SettingsError",
    "StandInError",
    "TermsError",
    "UnknownNameError",
]

_FEW = 12
"""Names that one still reads through when another was meant."""


class EventRecordError(Exception):
    """Base of every error raised on purpose; its text is meant for the person at the keyboard."""


class RecordError(EventRecordError):
    """A record that cannot be used: `findings` says where and why, one diagnostic each."""

    def __init__(self, message: str, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class SettingsError(EventRecordError):
    """`eventrecord.toml` (or `[tool.eventrecord]`) holds something unusable."""


class TermsError(EventRecordError):
    """A folder or file of terms that cannot be used: says which line of it, and why."""


class UnknownNameError(EventRecordError):
    """A name that is in no table: of formats, locales, rules, styles. Says what was meant, or is known."""

    def __init__(self, kind: str, name: str, known: list[str], meant: str | None = None) -> None:
        from difflib import get_close_matches

        near = [meant] if meant else get_close_matches(name, known)
        close = joined((say("{name!r}", name=one) for one in near), say(" or "))
        message = say("there is no {kind} named {name!r}", kind=kind, name=name)
        listed = say("known: {names}", names=joined(known, say(", ")))
        if close:
            message = say("{message}; did you mean {meant}?", message=message, meant=close)
            listed = say("{message} {listed}", message=message, listed=listed)
        else:
            listed = say("{message}; {listed}", message=message, listed=listed)
        super().__init__(listed if not close or len(known) <= _FEW else message)
        self.kind, self.name, self.known = kind, name, known


class MissingWordingError(EventRecordError):
    """An edition needs a wording that the record does not have in that locale."""

    def __init__(self, path: str, tag: str) -> None:
        super().__init__(say("{path} has no wording for {tag}", path=path, tag=tag))
        self.path, self.tag = path, tag


class StandInError(EventRecordError):
    """Another language's wording would stand in where the house style does not let it."""

    def __init__(self, tag: str, words: str, style: str) -> None:
        super().__init__(
            say(
                "the house style {style} prints no wording of another language in {tag}: {words!r}; write "
                "the owner's wording, or stand_ins: true in the release if its issuer agrees",
                style=style,
                tag=tag,
                words=words,
            )
        )
        self.tag, self.words, self.style = tag, words, style
