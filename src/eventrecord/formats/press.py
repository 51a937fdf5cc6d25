"""Press release as plain text: for the body of a mail, a wire's form, a content system."""

from __future__ import annotations

from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.story import Paragraph, Story, compose, templated_edition

__all__ = ["render"]


def render(record: Record, localizer: Localizer, release: Release | None) -> str:
    """The release as plain text, a blank line between paragraphs, one line per paragraph."""
    if release is None:
        return ""
    story = compose(localizer, release)
    if (own := templated_edition(story, localizer, "press")) is not None:
        return own
    lines = [
        story.banner,
        story.headline,
        star_line(story),
        story.subheadline,
        story.date_line,
        *(_paragraph(p, story, story.dateline if not n else "") for n, p in enumerate(story.paragraphs)),
        story.end_mark,
        story.foot,
        "\n".join(story.contacts),
        *story.notes,
    ]
    return "\n\n".join(line for line in lines if line) + "\n"


def star_line(story: Story) -> str:
    """The line below a headline in Hong Kong bulletins: two signs for every full-width character."""
    if not story.star_line:
        return ""
    return story.star_line * sum(1 if character.isascii() else 2 for character in story.headline)


def _paragraph(paragraph: Paragraph, story: Story, dateline: str) -> str:
    lines = [f"{story.indent}{dateline}{paragraph.text}"] if paragraph.text else []
    return "\n".join(lines + [f"- {item}" for item in paragraph.items])
