"""A telephone number that can be called from its own country only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_DIGIT = re.compile(r"[0-9]")
_SHORT = 6
"""Digits up to which a number is a country's own hotline, which has no other form."""


def check(context: Context) -> Iterator[Diagnostic]:
    """The phone of a contact begins with a plus and the country's code (E.123, RFC 3966)."""
    for index, release in enumerate(context.record.releases):
        for number, contact in enumerate(release.contacts):
            phone = contact.phone
            if phone and not phone.startswith("+") and len(_DIGIT.findall(phone)) > _SHORT:
                yield RULE.at(
                    ("releases", index, "contacts", number, "phone"),
                    say("{phone} has no country code: nobody abroad can call it", phone=phone),
                    hint=say(
                        "write it as it is called from abroad, without the 0 of the area: +86 21 0000 0000"
                    ),
                )


RULE = Rule(
    "phone-without-country",
    Severity.WARNING,
    "press",
    say("A telephone number has no country code."),
    check,
)
