"""XML from strangers: no document types, so no entities to expand; not too deep; lines kept for messages."""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.parsers import expat

from eventrecord.errors import TermsError
from eventrecord.message import say

__all__ = ["line_of", "read_xml"]

_DEEPEST = 50


class _Element(ET.Element):
    """An element that knows the line it begins in."""

    line = 0


def line_of(element: ET.Element) -> int:
    """The line that an element begins in."""
    return element.line if isinstance(element, _Element) else 0


def read_xml(data: bytes, name: str) -> ET.Element:
    """The root of an XML document; `name` is the file's, for messages.

    Raises:
        TermsError: it is not well-formed, declares a document type, or is nested too deep.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    builder = ET.TreeBuilder(_Element)
    depth = 0

    def place() -> str:
        return f"{name}:{parser.CurrentLineNumber}"

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise TermsError(
                say("{place}: elements stand deeper than {levels} levels", place=place(), levels=_DEEPEST)
            )
        element = builder.start(_expanded(tag), {_expanded(key): value for key, value in attributes.items()})
        assert isinstance(element, _Element)
        element.line = parser.CurrentLineNumber

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_expanded(tag))

    def refuse(*_: object) -> None:
        raise TermsError(
            say(
                "{place}: declares a document type, which may hide anything; remove the line that begins "
                "with <!DOCTYPE",
                place=place(),
            )
        )

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise TermsError(
            say(
                "{place}: is no XML: {error}",
                place=f"{name}:{error.lineno}",
                error=expat.ErrorString(error.code),
            )
        ) from None
    except (LookupError, ValueError) as error:
        raise TermsError(
            say(
                "{file}: is in an encoding that cannot be read ({error}); save it as UTF-8",
                file=name,
                error=error,
            )
        ) from None
    return builder.close()


def _expanded(name: str) -> str:
    return f"{{{name}" if "}" in name else name
