"""What the tool says to people: English words that know their pattern, for translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import zip_longest

__all__ = [
    "Called",
    "Meaning",
    "Message",
    "Named",
    "Option",
    "Series",
    "Told",
    "Where",
    "Written",
    "joined",
    "listed",
    "say",
    "say_n",
]


class Message(str):
    """An English text made from a pattern and values; `pattern` is what catalogs translate.

    Values that are messages themselves are translated with it. One that counts something has its other
    English form in `plural`, and in `number` what it counts.
    """

    __slots__ = ("number", "pattern", "plural", "values")
    pattern: str
    values: Mapping[str, object]
    plural: str | None
    number: int


class Series(str):
    """Texts with words between them: `parts`, each before the last followed by one of `joints`."""

    __slots__ = ("joints", "parts")
    parts: tuple[str, ...]
    joints: tuple[str, ...]


class Option(str):
    """A word that is written in a record as it stands; other languages say beside it what it means."""

    __slots__ = ()


class Named(str):
    """A word of the model, such as the name of a collection, for which other languages have their own."""

    __slots__ = ()


class Meaning(str):
    """What a field is for, in the words of the model; other languages have the label of what is at `path`."""

    __slots__ = ("path",)
    path: tuple[str | int, ...]

    def __new__(cls, text: str, path: tuple[str | int, ...]) -> Meaning:
        """The words, and the way to a value of the field."""
        meaning = super().__new__(cls, text)
        meaning.path = path
        return meaning


class Where(str):
    """What stands for a place in the record, for which reports have words: `path` is the way to it.

    `record` is the id of the record that the place is in, if that is not the one that is spoken of.
    """

    __slots__ = ("path", "record")
    path: tuple[str | int, ...]
    record: str


class Called(Where):
    """What stands for an entry of the record, for which reports have its name alone."""

    __slots__ = ()


class Written(str):
    """A value that each language writes its own way: `write` does so for the tag of a language."""

    __slots__ = ("write",)
    write: Callable[[str], str]

    @classmethod
    def of(cls, write: Callable[[str], str]) -> Written:
        """The value in English, which knows how to be written otherwise."""
        text = cls(write("en"))
        text.write = write
        return text

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """A copy for another process is its English: what writes it stays here."""
        return str, (str(self),)


class Told(str):
    """A text in the language of its readers; `said` is what it was told from."""

    __slots__ = ("said",)
    said: str


def say(pattern: str, /, **values: object) -> Message:
    """A text for people: `say("{tag} is no language", tag=tag)`.

    The pattern is a literal, never put together: catalogs are made by reading the source for it. What the
    record says goes into values, where braces mean nothing.
    """
    message = Message(pattern.format_map(values))
    message.pattern, message.values, message.plural, message.number = pattern, values, None, 0
    return message


def say_n(one: str, many: str, number: int, /, **values: object) -> Message:
    """A text that counts, in its form for one and for several: `say_n("{n} file", "{n} files", 3)`.

    The number is the value `n`.
    """
    values["n"] = number
    message = Message((one if number == 1 else many).format_map(values))
    message.pattern, message.values, message.plural, message.number = one, values, many, number
    return message


def joined(parts: Iterable[str], joint: str) -> Series:
    """Texts with the same words between them: `joined(hints, say("; or "))`."""
    parts = tuple(parts)
    return _series(parts, (joint,) * (len(parts) - 1))


def listed(names: Iterable[str], last: str | None = None) -> Series:
    """Names as a sentence has them: a, b and c; `last` stands before the last one instead of "and"."""
    names = tuple(names)
    joint = say(" and ") if last is None else last
    return _series(names, (say(", "),) * (len(names) - 2) + (joint,) * (len(names) > 1))


def _series(parts: tuple[str, ...], joints: tuple[str, ...]) -> Series:
    series = Series("".join(word for pair in zip_longest(parts, joints, fillvalue="") for word in pair))
    series.parts, series.joints = parts, joints
    return series
