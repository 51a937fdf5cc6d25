"""A release as a story: one per locale, composed once, whatever the format."""

from eventrecord.story.composing import beside, compose, edition_localizer
from eventrecord.story.story import Paragraph, Story
from eventrecord.story.templated import templated_edition

__all__ = ["Paragraph", "Story", "beside", "compose", "edition_localizer", "templated_edition"]
