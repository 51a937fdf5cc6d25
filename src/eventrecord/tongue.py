"""The languages that the tool itself speaks: English, and others from catalogs of messages in `locales/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventrecord.installed import locales_folder
from eventrecord.message import Meaning, Message, Named, Option, Series, Where, Written

if TYPE_CHECKING:
    from gettext import GNUTranslations

__all__ = ["ENGLISH", "TAGS", "Tongue", "tongue_of"]

TAGS = {"en": "en", "zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-Hans": "zh-Hans"}
"""Folder in `locales/` of a language, by what people call it."""
_CHINESE = ("zh", "zh-cn", "zh-sg", "zh-hans")
"""What the environment calls the language of those who read Simplified Chinese."""
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the environment names it, the first that is set; as GNU gettext has it."""


class Tongue:
    """A language that the tool speaks; English needs no catalog, so nothing is loaded for it."""

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def tell(self, text: str, place: Callable[[Where], str] | None = None) -> str:
        """A text for people in this language; one that is no message stays as it is.

        `place` gives the words for a place in the record.
        """
        if isinstance(text, Message):
            values = {name: self._value(value, place) for name, value in text.values.items()}
            return self._pattern(text).format_map(values)
        if isinstance(text, str):
            return str(self._value(text, place))
        return text

    def word(self, text: str) -> str:
        """A literal that other code says in English, such as `argparse`."""
        return text if self._catalog is None else self._catalog.gettext(text)

    @cached_property
    def fields(self) -> dict[str, Any]:
        """What the fields of records are called: `fields.toml` of the language."""
        return _table(self.tag, "fields.toml")

    @cached_property
    def descriptions(self) -> dict[str, dict[str, str]]:
        """What the parts of records, fields and choices are: `descriptions.toml` of another language."""
        return _table(self.tag, "descriptions.toml")

    def _value(self, value: object, place: Callable[[Where], str] | None) -> object:
        if isinstance(value, Message):
            return self.tell(value, place)
        if isinstance(value, Series):
            parts = [self._value(part, place) for part in value.parts]
            joints = [self.tell(joint) for joint in value.joints] + [""]
            return "".join(f"{part}{joint}" for part, joint in zip(parts, joints, strict=False))
        if isinstance(value, Where):
            return place(value) if place else value
        if isinstance(value, Written):
            return value.write(self.tag)
        if isinstance(value, Meaning) and self._catalog is not None:
            label = next((str(key) for key in reversed(value.path) if isinstance(key, str)), "")
            label = self.fields["labels"].get(label, label)
            return self.fields["forms"]["meaning"].format(label=label)
        if isinstance(value, Option) and self._catalog is not None:
            label = self.fields["words"].get(str(value))
            return self.fields["forms"]["choice"].format(choice=value, label=label) if label else value
        if isinstance(value, Named | StrEnum):
            return self.fields["words"].get(str(value), value)
        return value

    def _pattern(self, message: Message) -> str:
        if self._catalog is None:
            return message.plural if message.plural and message.number != 1 else message.pattern
        if message.plural:
            return self._catalog.ngettext(message.pattern, message.plural, message.number)
        return self._catalog.gettext(message.pattern)

    @cached_property
    def _catalog(self) -> GNUTranslations | None:
        return None if self.tag == "en" else _catalog(self.tag)


ENGLISH = Tongue("en")


def tongue_of(environment: Mapping[str, str]) -> Tongue:
    """The language that the environment asks for, of those that are spoken here; else English."""
    wished = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    for locale in wished.split(":"):
        tag = locale.partition(".")[0].partition("@")[0].replace("_", "-").lower()
        if tag in _CHINESE or tag.startswith("zh-hans-"):
            return Tongue("zh-Hans")
        if tag.partition("-")[0] in ("en", "c", "posix"):
            break
    return ENGLISH


@cache
def _catalog(tag: str) -> GNUTranslations:
    from gettext import GNUTranslations

    with _folder(tag).joinpath("LC_MESSAGES", "eventrecord.mo").open("rb") as file:
        return GNUTranslations(file)


@cache
def _table(tag: str, file: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(_folder(tag).joinpath(file).read_text(encoding="utf-8"))


def _folder(tag: str) -> Path:
    return locales_folder() / tag
