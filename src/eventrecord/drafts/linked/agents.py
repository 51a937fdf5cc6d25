"""People and organizations: nodes, or names in words."""

from __future__ import annotations

import re
from typing import Any

from eventrecord.drafts.linked.graph import Graph, own_address
from eventrecord.drafts.linked.nodes import Node, Value
from eventrecord.drafts.linked.places import place_in
from eventrecord.drafts.linked.sources import sources_of
from eventrecord.drafts.sketch import Words
from eventrecord.message import say

__all__ = ["organization_in", "person_in"]

_COMMA = re.compile(r"([A-Z][^,;()]{0,60}), ([A-Z][^,;()]{0,60})")
_TYPE_NAMES = {"organization", "person", "performinggroup", "musicgroup", "thing"}


def person_in(value: object, graph: Graph, record: str) -> str | None:
    """The id of the person that a value tells of; None where it tells of no person."""
    node, sketch = _node(value, graph), graph.sketch
    if node is None:
        return None
    if any(kind.endswith(("Organization", "Group", "Team")) for kind in node.types):
        told = next((text.words for text in node.texts("name")), "")
        sketch.tell(
            "lost", say("an organization among the people is not kept: {name}", name=told[:80]), node.line
        )
        return None
    own = own_address(node.id)
    if own and own.kind == "person" and own.record != record:
        return f"{own.record}/{own.id}"
    name = _real_name(node, graph)
    if not name:
        return None
    key = node.id or tuple(name.items())
    person = sketch.add(
        "people", name.values(), "person", key, own=own.id if own and own.kind == "person" else ""
    )
    if sketch.begin("people", person):
        entry = {
            "name": _parts(name, node, graph),
            "posts": _posts(node, graph, record),
            "note": "" if own else _noted(node, graph, *_words_only(node)),
            "url": sketch.url(node.word("url"), node.line),
            "same_as": [url for text in node.texts("sameAs") if (url := sketch.url(text.words, node.line))],
            "cite": sources_of(node, graph, "subjectOf"),
        }
        sketch.extend("people", person, entry)
        if own:
            node.all("description")  # the posts in words
        if own:
            _tell_ours(node, graph)
        graph.rest(node)
    return person


def organization_in(value: object, graph: Graph, record: str) -> str | None:
    """The id of the organization that a value tells of; None where it tells of none."""
    node, sketch = _node(value, graph), graph.sketch
    if node is None:
        return None
    own = own_address(node.id)
    if own and own.kind == "organization" and own.record != record:
        return f"{own.record}/{own.id}"
    name = _real_name(node, graph)
    if not name:
        return None
    if "Person" in node.types:
        told = next(iter(name.values()))
        sketch.tell(
            "guessed",
            say("who organizes is taken for an organization, not a person: {name}", name=told[:80]),
            node.line,
        )
    key = node.id or tuple(name.items())
    ours = own.id if own and own.kind == "organization" else ""
    made = sketch.add("organizations", name.values(), "organization", key, {"name": name}, own=ours)
    if sketch.begin("organizations", made):
        above = next(iter(node.all("parentOrganization")), None)
        place = next(iter(node.all("location")), None)
        entry = {
            "abbreviation": graph.text(node, "alternateName"),
            "part_of": organization_in(above, graph, record) if above is not None else None,
            "place": place_in(place, graph, record) if place is not None else None,
            "about": sketch.prose(graph.text(node, "description")),
            "note": "" if own else _noted(node, graph, "award"),
            "url": sketch.url(node.word("url"), node.line),
            "same_as": [url for text in node.texts("sameAs") if (url := sketch.url(text.words, node.line))],
            "cite": sources_of(node, graph, "subjectOf"),
        }
        sketch.extend("organizations", made, entry)
        if own:
            _tell_ours(node, graph)
        graph.rest(node)
    return made


def _node(value: object, graph: Graph) -> Node | None:
    if isinstance(value, Node):
        return graph.whole(value)
    if not isinstance(value, Value):
        return None
    known = graph.nodes(Node([], "", {"it": [value]}), "it")
    if known:
        return known[0]
    if "://" in value.words:
        graph.sketch.tell(
            "lost", say("somebody is told by an address alone: {address}", address=value.words[:80])
        )
        return None
    return Node([], "", {"name": [value]})


def _real_name(node: Node, graph: Graph) -> Words:
    """The name; none where a type's name stands for it, as some programs write to silence a warning."""
    if any(text.words.strip().lower() in _TYPE_NAMES for text in node.texts("name")):
        graph.sketch.tell("lost", say("the name of a type stands for a name: nobody is known"), node.line)
        return {}
    name = {tag: " ".join(words.split()) for tag, words in graph.text(node, "name").items()}
    if not name and (any(node.properties.values()) or not (node.id or node.properties)):
        graph.sketch.tell("lost", say("somebody without a name is not kept"), node.line)
    return name


def _parts(name: Words, node: Node, graph: Graph) -> dict[str, Any]:
    """The name per language, in parts where they are told."""
    properties = {
        "family": "familyName",
        "given": "givenName",
        "alias": "alternateName",
        "honorific": "honorificPrefix",
    }
    told = {part: graph.text(node, of) for part, of in properties.items()}
    found: dict[str, Any] = {}
    for tag, words in name.items():
        parts = {part: texts[tag] for part, texts in told.items() if tag in texts}
        if not parts and not node.id and (comma := _COMMA.fullmatch(words)):
            message = say("a name with a comma has the family name first: {name}", name=words[:80])
            graph.sketch.tell("guessed", message, node.line)
            parts = {"family": comma[1], "given": comma[2]}
        if own_address(node.id) is None and words == f"{parts.get('family')} {parts.get('given')}":
            parts["order"] = "family-first"  # else it would be printed the other way round
        found[tag] = parts if "family" in parts or "given" in parts else words
    return found


def _words_only(node: Node) -> list[str]:
    """Properties of somebody that a record tells in a note: where they belong, unless it is with a post."""
    return [*([] if node.texts("jobTitle") else ["worksFor", "affiliation"]), "memberOf", "award"]


def _noted(node: Node, graph: Graph, *names: str) -> str:
    """What a record can hold only in words: a body, say, without what its members are called."""
    values = [value for name in names for value in node.all(name)]
    words = [graph.text(Node([], "", {"name": [value]}), "name") for value in values]
    told = "; ".join(dict.fromkeys(next(iter(text.values())) for text in words if text))
    if told:
        message = say("bodies and awards of somebody are in the note, in words: {name}", name=told[:80])
        graph.sketch.tell("guessed", message, node.line)
    return told[:500]


def _tell_ours(node: Node, graph: Graph) -> None:
    """Tell what our own documents say of somebody in words alone."""
    if node.all("memberOf"):
        message = say("memberships are not kept: what a member is called is not told")
        graph.sketch.tell("lost", message, node.line)
    if node.all("award"):
        message = say("who won which award is not kept: it is told in one line of words")
        graph.sketch.tell("lost", message, node.line)


def _posts(node: Node, graph: Graph, record: str) -> list[dict[str, Any]]:
    if not node.texts("jobTitle"):
        return []
    titles = [
        words
        for value in node.all("jobTitle")
        if (words := graph.text(Node([], "", {"name": [value]}), "name"))
    ]
    if (
        all(len(words) == 1 for words in titles)
        and len({next(iter(words)) for words in titles}) == len(titles) > 1
    ):
        titles = [{tag: text for words in titles for tag, text in words.items()}]
    works = [
        made
        for value in node.all("worksFor") + node.all("affiliation")
        if (made := organization_in(value, graph, record))
    ]
    posts: list[dict[str, Any]] = [{"title": title} for title in titles]
    if len(posts) == len(works):
        for post, employer in zip(posts, works, strict=True):
            post["organization"] = employer
        if len(posts) > 1:
            graph.sketch.tell("guessed", say("posts are held at the organizations in their order"), node.line)
    elif works:
        graph.sketch.tell("lost", say("which post is held at which organization is not told"), node.line)
    return posts
