"""Releases as news articles: one per release and locale, linked as translations of one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from zoneinfo import ZoneInfo

from eventrecord.formats.addresses import article_address
from eventrecord.formats.json_ld.graph import Graph, Node, node, stated
from eventrecord.formats.json_ld.moments import written
from eventrecord.formats.json_ld.voice import Words, language_of, value
from eventrecord.model.record import Record
from eventrecord.model.release import Release, ReleaseKind
from eventrecord.model.source import is_printed
from eventrecord.model.span import Moment
from eventrecord.story import Story, beside, compose

__all__ = ["add_articles", "published"]

_MENTIONED = ("events", "places", "organizations", "people", "figures", "quotations", "terms")


def add_articles(graph: Graph) -> None:
    """Add an article for every release in every locale of the document that it is published in."""
    for release in graph.record.releases:
        for localizer in graph.voice.localizers:
            if localizer.tag in _tags(graph.record, release) and is_printed(release, "headline"):
                _add(graph, release, localizer.tag)


def _add(graph: Graph, release: Release, tag: str) -> None:
    address = _address(graph, release, tag)
    graph.add("releases", address, lambda: _article(graph, release, tag))


def _article(graph: Graph, release: Release, tag: str) -> Node:
    record, zone = graph.record, ZoneInfo(release.time_zone) if release.time_zone else graph.zone
    localizer = beside(graph.localizer, release, tag)
    story = compose(localizer, release)
    hub, *others = _tags(record, release)
    translations = [{"@id": _address(graph, release, other)} for other in others]
    issuer = graph.refer("organizations", stated(release, "issuer"))
    notes = story.notes[1:] if release.end_note else story.notes
    named = _named(story)
    mentioned = _mentioned(record, named)
    return node(
        "NewsArticle",
        headline=_words(graph, story.headline, language_of(release.headline, localizer)),
        alternativeHeadline=_words(graph, story.subheadline, language_of(release.subheadline, localizer)),
        disambiguatingDescription=_words(graph, " ".join(notes), tag),
        inLanguage=tag,
        datePublished=written(published(release), zone),
        author=issuer,
        publisher=issuer,
        locationCreated=graph.refer("places", stated(release, "place")),
        about=graph.refer("events", record.event.id),
        mentions=[found for kind, name in mentioned if (found := graph.refer(kind, name))],
        image=graph.refer_all("images", _in_order(record, named, "images")),
        **_sources(graph, release, mentioned),
        translationOfWork={"@id": _address(graph, release, hub)} if tag != hub else None,
        workTranslation=translations if tag == hub else None,
    )


def _address(graph: Graph, release: Release, tag: str) -> str:
    return article_address(graph.base, tag, graph.record, release)


def _tags(record: Record, release: Release) -> list[str]:
    return release.locales or record.locales


def _words(graph: Graph, words: str, tag: str) -> Words | dict[str, str]:
    return value(words, tag) if words and graph.voice.tagged else words


def published(release: Release) -> Moment | None:
    """The day of issue, or the end of the embargo: nothing is published before it."""
    return stated(release, "embargo") or stated(release, "issued")  # type: ignore[no-any-return]


def _named(story: Story) -> dict[str, set[str]]:
    """Entries by kind that the story states something of; a fact is `kind.id` or `kind.id.field`."""
    named: dict[str, set[str]] = {}
    for fact in story.facts:
        kind, name, *_ = fact.split(".")
        named.setdefault(kind, set()).add(name)
    return named


def _mentioned(record: Record, named: Mapping[str, Set[str]]) -> list[tuple[str, str]]:
    """Kind and id of what the story states something of, in record order; not the event: it is about that."""
    return [
        (kind, name)
        for kind in _MENTIONED
        for name in _in_order(record, named, kind)
        if kind != "events" or name != record.event.id
    ]


def _in_order(record: Record, named: Mapping[str, Set[str]], kind: str) -> list[str]:
    """What is named of a kind in the order of the record; after that, sorted, what is of other records."""
    names = named.get(kind)
    if not names:
        return []
    own = record.events() if kind == "events" else getattr(record, kind)
    foreign = [] if kind == "events" else sorted(names - set(own))
    return [name for name in own if name in names] + foreign


def _sources(graph: Graph, release: Release, mentioned: Iterable[tuple[str, str]]) -> dict[str, list[Node]]:
    """Sources of what the article states; a compilation is made of them, a correction of the corrected."""
    record = graph.record
    facts = [entry for kind, name in mentioned if (entry := record.find(kind, name))]
    found = [source for fact in (release, record.event, *facts) for source in graph.sources(fact)]
    sources = list({source["@id"]: source for source in found}.values())
    corrected = [
        {"@id": _address(graph, earlier, tag)}
        for earlier in record.releases
        if earlier.id == release.corrects
        for tag in _tags(record, earlier)[:1]
    ]
    if release.kind is ReleaseKind.COMPILATION:
        return {"isBasedOn": [*corrected, *sources]}
    return {"isBasedOn": corrected, "citation": sources}
