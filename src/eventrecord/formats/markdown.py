"""Press release as Markdown (CommonMark), for web sites and review."""

from __future__ import annotations

import re

from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.story import compose, templated_edition

__all__ = ["escape", "render"]

_SPECIAL = re.compile(r"([\\\\`*_\[\]<>&|~])")
_LINE_START = re.compile(r"^([#+>=-]|\d+(?=[.)]))", re.MULTILINE)


def escape(text: str) -> str:
    """Text that Markdown shows letter by letter (CommonMark 2.4, backslash escapes)."""
    escaped = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: f"{m[1]}\\" if m[1].isdecimal() else f"\\{m[1]}", escaped)


def render(record: Record, localizer: Localizer, release: Release | None) -> str:
    """The release as Markdown: headline as the title, the second headline in italics, items as a list."""
    if release is None:
        return ""
    story = compose(localizer, release)
    if (own := templated_edition(story, localizer, "markdown")) is not None:
        return own
    parts = [
        escape(story.banner),
        f"# {escape(story.headline)}",
        f"*{escape(story.subheadline)}*" if story.subheadline else "",
        escape(story.date_line),
    ]
    for number, paragraph in enumerate(story.paragraphs):
        dateline = f"**{escape(story.dateline.strip())}** " if story.dateline and not number else ""
        parts.append(f"{dateline}{escape(paragraph.text)}" if paragraph.text else "")
        parts.append("\n".join(f"- {escape(item)}" for item in paragraph.items))
    parts += [escape(story.end_mark), escape(story.foot)]
    if story.contacts:
        heading, *lines = story.contacts
        parts.append("\n".join([f"**{escape(heading)}**", "", *(f"- {escape(line)}" for line in lines)]))
    parts += [f"*{escape(note)}*" for note in story.notes]
    return "\n\n".join(part for part in parts if part) + "\n"
