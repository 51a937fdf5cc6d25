"""What a finding is known by from one run to the next, though lines move and words change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from eventrecord.diagnostic import path_text
from eventrecord.message import Message, Series, Told
from eventrecord.report.checked import Checked

__all__ = ["fingerprints"]


def fingerprints(checked: Checked) -> list[str]:
    """One for each finding: made from its rule, its file, its path in the record and the values it names.

    Neither lines nor the language of messages are in them. Of findings that are alike in all of this, the
    second and later ones are numbered.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in checked.findings:
        file = checked.address(finding.file or "")
        parts = "\0".join((finding.rule, file, path_text(finding.path), *_values(finding.message)))
        seen[parts] += 1
        found.append(_hashed(parts if seen[parts] == 1 else f"{parts}\0{seen[parts]}"))
    return found


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _values(value: object) -> Iterator[str]:
    if isinstance(value, Told):
        yield from _values(value.said)
    elif isinstance(value, Message):
        for name in sorted(value.values):
            yield from _values(value.values[name])
    elif isinstance(value, Series):
        for part in value.parts:
            yield from _values(part)
    else:
        yield str(value)
