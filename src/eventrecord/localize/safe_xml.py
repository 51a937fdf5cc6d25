"""XML from strangers: no document types, so no entities to expand; not too deep; lines kept for messages."""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.parsers import expat

from eventrecord.errors import TermsError

__all__ = ["PlacedElement", "read_xml"]

_DEEPEST = 50


class PlacedElement(ET.Element):
    """An element that knows the line it begins in."""

    line = 0


def read_xml(data: bytes, name: str) -> PlacedElement:
    """The root of an XML document; `name` is the file's, for messages.

    Raises:
        TermsError: it is not well-formed, declares a document type, or is nested too deep.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    builder = ET.TreeBuilder(PlacedElement)
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise TermsError(
                f"{name}:{parser.CurrentLineNumber}: elements stand deeper than {_DEEPEST} levels"
            )
        element = builder.start(_expanded(tag), {_expanded(key): value for key, value in attributes.items()})
        element.line = parser.CurrentLineNumber  # type: ignore[attr-defined]

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_expanded(tag))

    def refuse(*_: object) -> None:
        raise TermsError(
            f"{name}:{parser.CurrentLineNumber}: declares a document type, which may hide anything; "
            "remove the line that begins with <!DOCTYPE"
        )

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise TermsError(f"{name}:{error.lineno}: is no XML: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError) as error:
        raise TermsError(
            f"{name}: is in an encoding that cannot be read: {error}; save it as UTF-8"
        ) from None
    root = builder.close()
    assert isinstance(root, PlacedElement)
    return root


def _expanded(name: str) -> str:
    return f"{{{name}" if "}" in name else name
