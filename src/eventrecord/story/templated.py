"""Blocks and editions that the office writes with templates of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from eventrecord.localize.data import locale_chain
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.patterns import Passage
from eventrecord.model.release import COMPOSED
from eventrecord.story.story import Paragraph, Story

__all__ = ["EDITION_NAMES", "TEMPLATED_FORMATS", "Slots", "templated_edition", "templated_paragraph"]

TEMPLATED_FORMATS = ("press", "markdown")
"""Formats that an office can have a template of its own for."""

EDITION_NAMES = (
    "banner", "contacts", "date_line", "dateline", "end_mark", "foot", "headline", "indent", "notes",
    "paragraphs", "subheadline",
)  # fmt: skip
"""What a template for a whole edition is fed with."""

Slots = Callable[[str], Passage | None]


def templated_paragraph(
    sort: str,
    localizer: Localizer,
    names: Collection[str],
    slots: Slots,
    composed: Callable[[], Paragraph | None],
) -> tuple[Paragraph | None] | None:
    """The paragraph that the office's template for a sort of block writes; None if it has none.

    It states the facts of the slots that the template prints. Lines that begin with "- " are list items.

    Args:
        sort: block to write.
        localizer: of the edition.
        names: slots of the block.
        slots: their words.
        composed: the paragraph that sentence patterns make, for the slots `text` and `items`.

    Raises:
        SettingsError: the template cannot be used.
    """
    if sort not in COMPOSED or (found := _template(localizer, sort)) is None:
        return None
    from eventrecord.story.templates import fill_template, read_template

    file, source = found
    stated: set[str] = set()
    said = _Words(names, slots, composed, stated)
    known = _Words(names, slots, composed, set())
    text = fill_template(file, read_template(file, source, said.names), said, known)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    items = tuple(line[2:] for line in lines if line.startswith("- "))
    words = str(localizer.words["space"]).join(line for line in lines if not line.startswith("- "))
    return (Paragraph(sort, words, items, frozenset(stated)) if lines else None,)


def templated_edition(story: Story, localizer: Localizer, format: str) -> str | None:
    """The edition that the office's template for a format writes of a story; None if it has none.

    Raises:
        SettingsError: the template cannot be used.
    """
    if (found := _template(localizer, format)) is None:
        return None
    from eventrecord.story.templates import fill_template, read_template

    file, source = found
    values: dict[str, Any] = {name: getattr(story, name) for name in EDITION_NAMES}
    values["paragraphs"] = tuple(
        {"topic": part.topic, "text": part.text, "items": part.items} for part in story.paragraphs
    )
    return fill_template(file, read_template(file, source, EDITION_NAMES), values, values).strip() + "\n"


def _template(localizer: Localizer, name: str) -> tuple[str, str] | None:
    own = localizer.settings.own_templates
    if not own:
        return None
    found = (own.get(f"{tag}.{name}") for tag in locale_chain(localizer.tag))
    return next((template for template in found if template), None)


class _Words(Mapping[str, Any]):
    """Words of slots, made when asked for; notes the facts that they state."""

    def __init__(
        self,
        names: Collection[str],
        slots: Slots,
        composed: Callable[[], Paragraph | None],
        stated: set[str],
    ) -> None:
        self.names = frozenset(names) | {"items", "text"}
        self._slots, self._composed, self._stated = slots, composed, stated

    def __getitem__(self, name: str) -> Any:
        if name in ("items", "text"):
            paragraph = self._composed()
            self._stated |= paragraph.facts if paragraph else frozenset()
            empty: Any = () if name == "items" else ""
            return getattr(paragraph, name) if paragraph else empty
        passage = self._slots(name)
        self._stated |= passage.facts if passage else frozenset()
        return passage.text if passage else ""

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.names))

    def __len__(self) -> int:
        return len(self.names)
