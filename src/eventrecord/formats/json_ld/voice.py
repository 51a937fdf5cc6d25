"""Texts as JSON-LD: in every locale as tagged values, or in one locale as plain strings; never mixed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eventrecord.errors import MissingWordingError
from eventrecord.localize.localizer import Localizer, Texts
from eventrecord.localize.wording import choose

__all__ = ["Voice", "Words"]

Words = list[dict[str, str]] | list[str] | str | None
"""Value objects; plain strings; one plain string; or None where there are no words."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes each text in the locales of a document.

    With `tagged`, as one value object per locale that has words, tagged with that locale; a wording that
    stands in is tagged with its own language. Otherwise as the plain string of the only locale.
    """

    localizers: tuple[Localizer, ...]
    tagged: bool

    def say(
        self, write: Callable[[Localizer], str | None], of: Texts | None = None, *, required: bool = False
    ) -> Words:
        """What `write` gives in each locale; `of` is the text it is made from.

        Raises:
            MissingWordingError: a page needs words (`required`) that its locale does not have.
        """
        if not self.tagged:
            return self._plain(write, required=required)
        said = []
        for localizer in self.localizers:
            try:
                words = write(localizer)
            except MissingWordingError:
                continue
            if words and (told := value(words, language_of(of, localizer))) not in said:
                said.append(told)
        return said or None

    def _plain(self, write: Callable[[Localizer], str | None], *, required: bool) -> str | None:
        try:
            return write(self.localizers[0]) or None
        except MissingWordingError:
            if required:
                raise
            return None

    def text(self, text: Texts | None) -> Words:
        """A text that may be left out."""
        return self.say(lambda localizer: localizer.optional(text), text) if text else None

    def name(self, text: Texts, path: str) -> Words:
        """A name, which a page cannot do without."""
        return self.say(lambda localizer: localizer.text(text, path), text, required=True)

    def prose(self, prose: Texts | None, path: str) -> Words:
        """Prose with its slots filled, that may be left out."""
        return self.say(lambda localizer: localizer.prose(prose, path).text, prose) if prose else None

    def texts(self, several: Iterable[Words]) -> Words:
        """The values of several texts as one list."""
        return [entry for words in several for entry in ([words] if isinstance(words, str) else words or [])]  # type: ignore[return-value]

    def title(self, text: Texts | None) -> Words:
        """The title of somebody else's document: in its own languages, translated by nobody."""
        own = {
            tag: words
            for tag, wording in (text or {}).items()
            if (words := wording if isinstance(wording, str) else wording.text)
        }
        if self.tagged:
            return [value(words, tag) for tag, words in own.items()]
        return self.text(text) or next(iter(own.values()), None)

    def quoted(self, words: str, tag: str | None) -> Words:
        """Words of somebody else in language `tag`, letter by letter."""
        return [value(words, tag or "und")] if self.tagged else words


def value(words: str, tag: str) -> dict[str, str]:
    """A value object: words with their language tag (BCP 47)."""
    return {"@value": words, "@language": tag}


def language_of(text: Texts | None, localizer: Localizer) -> str:
    """The language of a text in an edition: the locale, but of a wording that stands in its own."""
    if not text or isinstance(text.get(localizer.tag), str):
        return localizer.tag
    choice = choose(text, localizer.tag, localizer.record.derive)
    return choice.tag if choice and choice.stand_in else localizer.tag
