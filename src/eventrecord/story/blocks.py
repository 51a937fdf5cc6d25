"""Blocks of a release: composed from facts by sentence patterns, or filled from the office's prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from eventrecord.localize.lists import joined
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.patterns import Passage, SlotSource, first_filled
from eventrecord.model.award import Award, AwardCategory, Winner
from eventrecord.model.event import Event, Status
from eventrecord.model.release import Block
from eventrecord.model.source import Standing, is_printed
from eventrecord.story.story import Paragraph
from eventrecord.story.templated import templated_paragraph
from eventrecord.story.view import SLOTS, EventView, stand_in_mark

__all__ = ["COMPOSERS", "EVENT_BLOCKS", "compose_block"]


def compose_block(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    """The paragraph of a block; None where its facts give nothing to say.

    `mentioned` holds the facts stated so far, and is added to.
    """
    if block.sort in _OF_EVENTS_HELD and _is_off(localizer.entry("events", getattr(block, block.sort))):
        return None
    paragraph = _composed(block, localizer, mentioned)
    if paragraph is not None:
        mentioned |= paragraph.facts
    return paragraph


def _composed(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    """The paragraph that the office's own template writes, else our patterns or the office's prose."""
    composer = COMPOSERS[block.sort]
    if localizer.settings.own_templates:
        of_event = block.sort in EVENT_BLOCKS
        view = _view(getattr(block, block.sort), block, localizer, set(mentioned)) if of_event else None
        templated = templated_paragraph(
            block.sort,
            localizer,
            SLOTS if view else (),
            view or (lambda name: None),
            lambda: composer(block, localizer, set(mentioned)),
        )
        if templated is not None:
            return templated[0]
    return composer(block, localizer, mentioned)


EVENT_BLOCKS = ("attendance", "awards", "dates", "lead", "organizations", "programme", "theme")
"""Blocks that tell of an event: their patterns and templates may name its slots."""

_OF_EVENTS_HELD = ("attendance", "awards", "dates", "programme", "theme")


def _is_off(event: Event) -> bool:
    """Whether there is nothing to tell of an event but that it does not take place as planned."""
    return event.status in (Status.CANCELLED, Status.POSTPONED)


def _view(reference: str, block: Block, localizer: Localizer, mentioned: set[str]) -> EventView:
    return EventView(localizer.entry("events", reference), localizer, mentioned, block.verb)


def _sentences(patterns: dict[str, Any], view: EventView) -> Passage:
    passages = []
    for alternatives in patterns["sentences"]:
        passage = first_filled(alternatives, view)
        if passage is not None:
            passages.append(passage)
            view.mentioned |= passage.facts
    return _together(passages, view.localizer)


def _together(passages: list[Passage], localizer: Localizer) -> Passage:
    texts = [_stopped(localizer.grammar.sentence(passage.text), localizer) for passage in passages]
    facts = frozenset().union(*(passage.facts for passage in passages)) if passages else frozenset()
    return Passage(str(localizer.words["space"]).join(texts), facts)


def _stopped(text: str, localizer: Localizer) -> str:
    """One stop after an abbreviation; it and the comma inside quotation marks, where the style has them."""
    stop = localizer.words["sentence_end"].strip()
    if stop * 3 not in text:
        text = text.replace(stop * 2, stop)
    if localizer.style.get("stops_inside_quotes", False):
        text = text.replace("”.", ".”").replace("”,", ",”")
    return _STOPPED_TWICE.sub(r"\1”", text)


_STOPPED_TWICE = re.compile("([?!]’?)[.,]”")
"""A question or exclamation within quotation marks needs no other stop."""


def _paragraph(topic: str, passage: Passage, items: tuple[Passage, ...] = ()) -> Paragraph | None:
    if not passage.text and not items:
        return None
    facts = passage.facts.union(*(item.facts for item in items))
    return Paragraph(topic, passage.text, tuple(item.text for item in items), facts)


def _lead(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    view = _view(block.lead or "", block, localizer, mentioned)
    status = view.event.status
    form = view.tense if status is Status.SCHEDULED else status.value
    if status in (Status.RESCHEDULED, Status.MOVED_ONLINE) and view.tense == "past":
        form = "past"
    return _paragraph("lead", _sentences(localizer.language.patterns["lead"][form], view))


def _patterned(
    topic: str, by: Callable[[EventView], str] = lambda view: view.tense
) -> Callable[[Block, Localizer, set[str]], Paragraph | None]:
    def composer(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
        view = _view(getattr(block, topic), block, localizer, mentioned)
        return _paragraph(topic, _sentences(localizer.language.patterns[topic][by(view)], view))

    return composer


def _programme(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    view = _view(block.programme or "", block, localizer, mentioned)
    patterns = localizer.language.patterns["programme"]
    passage = _sentences(patterns[view.phase], view)
    return _paragraph("programme", passage, () if passage.text else _timetable(view))


def _dates(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    """From when to when; for the press that is to come, with hour and place of every session."""
    view = _view(block.dates or "", block, localizer, mentioned)
    passage = _sentences(localizer.language.patterns["dates"][view.phase], view)
    untold = [
        session
        for session in view.event.sub_events
        if session.start is not None
        and session.start.has_time
        and f"events.{session.id}.start" not in mentioned
    ]
    return _paragraph("dates", passage, _timetable(view) if localizer.ahead and untold else ())


def _timetable(view: EventView) -> tuple[Passage, ...]:
    """A line for each session; the address of a house where it is named first."""
    form, told = view.localizer.language.patterns["programme"]["session"]["item"], set(view.mentioned)
    items = []
    for session in view.event.sub_events:
        item = first_filled([form], EventView(session, view.localizer, told))
        if item is not None:
            items.append(item)
            told |= {fact for fact in item.facts if fact.startswith("places.")}
    return tuple(items)


def _awards(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    event: Event = localizer.entry("events", block.awards or "")
    view = _view(block.awards or "", block, localizer, mentioned)
    forms = localizer.language.patterns["awards"]
    sentences, winners = [], []
    for giving in event.awards:
        award = localizer.entry("awards", giving.award)
        if Standing.INFERRED in (giving.standing, award.standing):
            continue
        plain = f"{giving.did}_many" if award.plural else giving.did
        form = forms[f"{giving.did}_future" if view.tense == "future" else plain]
        passage = first_filled([form], _award_slots(giving.award, award, view))
        if passage is not None:
            sentences.append(passage)
        for category, entries in [(None, award.winners), *((c, c.winners) for c in award.categories)]:
            known = isinstance(entries, list) and view.tense == "past" and is_printed(award, "winners")
            for winner in entries if known else []:
                item = first_filled([forms["winner"]], _winner_slots(winner, category, localizer, mentioned))
                if item is not None:
                    winners.append(item)
    return _paragraph("awards", _together(sentences, localizer), tuple(winners))


def _award_slots(reference: str, award: Award, view: EventView) -> SlotSource:
    localizer, words = view.localizer, view.localizer.words

    def slots(name: str) -> Passage | None:
        if name == "award":
            return Passage(localizer.quoted(localizer.award(reference)), frozenset({f"awards.{reference}"}))
        if name == "award_mark":
            return Passage(stand_in_mark(localizer, award.name, "name"))
        if name == "noun":
            noun = localizer.optional(award.noun)
            return Passage(noun) if noun else None
        if name == "ordinal":
            if award.edition is None or not is_printed(award, "edition"):
                return None
            ordinal = localizer.grammar.ordinal(award.edition, words)
            return Passage(words["ordinal_edition"].format(ordinal=ordinal))
        return view(name)

    return slots


def _winner_slots(
    winner: Winner, category: AwardCategory | None, localizer: Localizer, mentioned: set[str]
) -> SlotSource:
    """Who won and what for; posts are told of people whom the release has not named yet."""

    def slots(name: str) -> Passage | None:
        if name == "winner":
            if winner.person:
                known = f"people.{winner.person}" in mentioned
                name = localizer.person(winner.person, "name" if known else "")
                return Passage(name, frozenset({f"people.{winner.person}"}))
            if winner.organization:
                return Passage(
                    localizer.organization(winner.organization, "full"),
                    frozenset({f"organizations.{winner.organization}"}),
                )
            return Passage(localizer.text(winner.name, "awards.winners.name"))
        text = category.name if name == "category" and category else getattr(winner, name, None)
        words = localizer.optional(text)
        if words and name == "work":
            words = localizer.quoted(words)
        return Passage(words) if words else None

    return slots


def _figures(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    form = localizer.language.patterns["figures"]["item"]
    items = []
    for reference in block.figures or []:
        figure = localizer.entry("figures", reference)
        if not is_printed(figure, figure.kind):
            continue
        name = localizer.text(figure.name, f"figures.{reference}.name")
        text = form.format(name=localizer.grammar.sentence(name), figure=localizer.figure(reference, "full"))
        items.append(Passage(text, frozenset({f"figures.{reference}"})))
    return _paragraph("figures", Passage(""), tuple(items))


def _organizations(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    event: Event = localizer.entry("events", block.organizations or "")
    forms, roles = localizer.language.patterns["organizations"], localizer.words["roles"]
    many = localizer.words.get("roles_many", {})
    items = []
    for involved in event.organizations:
        if involved.standing is not Standing.INFERRED:
            names = [localizer.organization(reference, "full") for reference in involved.organizations]
            text = joined(names, "names", localizer.language)
            form = forms["item" if involved.complete else "item_open"]
            facts = frozenset(f"organizations.{reference}" for reference in involved.organizations)
            role = involved.role.value
            label = many.get(role, roles[role]) if len(names) > 1 or not involved.complete else roles[role]
            items.append(Passage(form.format(role=label, names=text), facts))
    return _paragraph("organizations", Passage(""), tuple(items))


def _about(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    organization = localizer.entry("organizations", block.about or "")
    if organization.about is None or not is_printed(organization, "about"):
        return None
    return _paragraph(
        "about", localizer.prose(organization.about, f"organizations.{block.about}.about", mentioned)
    )


def _quotation(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    quotation = localizer.entry("quotations", block.quotation or "")
    reference = quotation.speaker
    known = f"people.{reference}" in mentioned

    def slots(name: str) -> Passage | None:
        if name == "words":
            words = localizer.quoted(localizer.quotation(block.quotation or ""))
            return Passage(
                words.rstrip(localizer.words["quoted_end"]), frozenset({f"quotations.{block.quotation}"})
            )
        return Passage(
            localizer.person(reference, "again" if known else ""), frozenset({f"people.{reference}"})
        )

    forms = localizer.language.patterns["quotation"]
    passage = first_filled(forms["again"] if known and "again" in forms else forms["sentences"][0], slots)
    return _paragraph("quotation", _together([passage], localizer)) if passage else None


def _image(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    image = localizer.entry("images", block.image or "")

    def slots(name: str) -> Passage | None:
        if name == "caption":
            caption = localizer.prose(image.caption, f"images.{block.image}.caption", mentioned)
            return caption + Passage("", frozenset({f"images.{block.image}"}))
        words = localizer.optional(image.credit)
        return Passage(words) if words else None

    passage = first_filled(localizer.language.patterns["image"]["sentences"][0], slots)
    return _paragraph("image", passage) if passage else None


def _text(block: Block, localizer: Localizer, mentioned: set[str]) -> Paragraph | None:
    return _paragraph(block.topic or "other", localizer.prose(block.text, f"block {block.id}", mentioned))


COMPOSERS: dict[str, Callable[[Block, Localizer, set[str]], Paragraph | None]] = {
    "lead": _lead,
    "attendance": _patterned("attendance", by=lambda view: view.phase),
    "theme": _patterned("theme", by=lambda view: view.phase),
    "programme": _programme,
    "awards": _awards,
    "figures": _figures,
    "dates": _dates,
    "organizations": _organizations,
    "about": _about,
    "quotation": _quotation,
    "image": _image,
    "text": _text,
}
