"""Web data and calendars named after an address that is nobody's."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import listed, say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.settings import Settings

__all__ = ["RULE", "is_own"]


def check(context: Context) -> Iterator[Diagnostic]:
    """What is not made up is published under the office's own address and domain."""
    lacking = [key for key in ("base", "uid_domain") if not is_own(context.settings, key)]
    if lacking and not context.record.fictional:
        yield RULE.at(
            ("id",),
            say(
                "web data and calendars name this record after {placeholder}, which is nobody's address",
                placeholder=Settings.model_fields["uid_domain"].default,
            ),
            hint=say(
                "set {keys} in eventrecord.toml before you publish: what subscribers know cannot be renamed",
                keys=listed(lacking),
            ),
        )


def is_own(settings: Settings, key: str) -> bool:
    """Whether an office has set an address of its own."""
    return bool(getattr(settings, key) != Settings.model_fields[key].default)


RULE = Rule(
    "placeholder-address",
    Severity.INFO,
    "export",
    say("The office has set no address of its own."),
    check,
    rests_on="record",
)
