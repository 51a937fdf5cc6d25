"""Compose a release for one locale: headline, dateline, paragraphs in the house's order, end, notes."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from zoneinfo import ZoneInfo

from eventrecord.localize.calendar import dates
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.patterns import Passage, SlotSource, first_filled
from eventrecord.localize.wording import tag_parents
from eventrecord.model.agent import Contact
from eventrecord.model.record import Record
from eventrecord.model.release import Release, ReleaseKind
from eventrecord.settings import Settings
from eventrecord.story.blocks import compose_block
from eventrecord.story.story import Paragraph, Story

__all__ = ["beside", "compose", "edition_localizer"]


def edition_localizer(
    record: Record, release: Release | None, tag: str, settings: Settings | None = None, draft: bool = False
) -> Localizer:
    """The localizer of an edition: in the release's house style, with its day of issue."""
    if settings is not None and (settings.own_styles or settings.own_templates):
        from eventrecord.story.office import check_office

        check_office(settings)
    localizer = Localizer(
        record,
        tag,
        settings,
        style=release.style.get(tag) if release else None,
        draft=draft,
        today=_issue_day(record, release) if release else None,
    )
    if release is not None:  # data says which language each wording is in
        localizer.stand_ins = release.stand_ins or localizer.style["stand_in"]
        localizer.ahead = release.kind is ReleaseKind.ADVISORY
        lines = localizer.style["dateline"].get("inline", [])
        placed = release.place is not None
        localizer.dated = any("{issued" in line and (placed or "{place" not in line) for line in lines)
    return localizer


def beside(localizer: Localizer, release: Release | None, tag: str) -> Localizer:
    """The localizer of another edition of the same record; both share the stories that are composed."""
    other = edition_localizer(localizer.record, release, tag, localizer.settings, localizer.draft)
    other.stories = localizer.stories
    return other


def compose(localizer: Localizer, release: Release) -> Story:
    """The story of a release in the localizer's locale, composed once for all formats that share it.

    Raises:
        MissingWordingError: the edition needs a wording that the record does not have, and this is no draft.
    """
    house = localizer.language.style_name, localizer.stand_ins
    key = (release.id, localizer.tag, *house, localizer.today, localizer.ahead)
    if key not in localizer.stories:
        localizer.stories[key] = _composed(localizer, release)
    story: Story = localizer.stories[key]
    return story


def _composed(localizer: Localizer, release: Release) -> Story:
    style, record = localizer.style, localizer.record
    mentioned: set[str] = set()
    paragraphs = _paragraphs(localizer, release, mentioned)
    headline = localizer.prose(release.headline, "headline").text
    subheadline = localizer.prose(release.subheadline, "subheadline").text if release.subheadline else ""
    lines = style["dateline"]
    slots = _dateline_slots(localizer, release)
    inline = first_filled(lines.get("inline", []), slots)
    line = None if inline else first_filled(lines.get("line", []), slots)
    foot = first_filled(lines.get("foot", []), slots)
    return Story(
        record_id=record.id,
        release_id=release.id,
        tag=localizer.tag,
        banner=_banner(localizer, release),
        headline=localizer.grammar.sentence(headline),
        subheadline=localizer.grammar.sentence(subheadline),
        dateline=inline.text if inline else "",
        date_line=line.text if line else "",
        paragraphs=tuple(paragraphs),
        end_mark=style.get("end_mark", ""),
        foot=foot.text if foot else "",
        contacts=_contacts(localizer, release),
        notes=_notes(localizer, release),
        indent=style.get("indent", ""),
        star_line=style.get("star_line", ""),
    )


def _paragraphs(localizer: Localizer, release: Release, mentioned: set[str]) -> list[Paragraph]:
    order: list[str] = localizer.style["order"]
    runs: list[tuple[int, list[int]]] = []
    for number, block in enumerate(release.body):
        if any(tag in block.omit for tag in tag_parents(localizer.tag)):
            continue
        topic = block.topic or (block.sort if block.sort != "text" else "other")
        rank = order.index(topic) if topic in order else len(order)
        if block.continues and runs:
            runs[-1][1].append(number)
        else:
            runs.append((rank, [number]))
    _lead_with_the_news(runs, localizer, release)
    paragraphs: list[Paragraph] = []
    for _, numbers in sorted(runs, key=lambda run: run[0]):
        parts = [p for n in numbers if (p := compose_block(release.body[n], localizer, mentioned))]
        if parts:
            paragraphs.append(_merged(parts, localizer))
    return paragraphs


def _lead_with_the_news(runs: list[tuple[int, list[int]]], localizer: Localizer, release: Release) -> None:
    """Move up what the first lead is to tell besides: the sum of the headline, and the event's days.

    The sum is a sentence of the office's that states a figure of the headline, unless a lead states it; the
    days follow where the lead tells of the first or the last alone.
    """
    first = next((run for run in sorted(runs, key=lambda run: run[0]) if release.body[run[1][0]].lead), None)
    if first is None:
        return
    lead, opening = first[1], release.body[first[1][0]]
    others = [numbers for _, numbers in runs if numbers is not lead]
    news = _figures(localizer.prose(release.headline, "headline").facts)

    def is_news(number: int) -> bool:
        block = release.body[number]
        return bool(block.text and news & _figures(localizer.prose(block.text, f"block {block.id}").facts))

    def are_days(number: int) -> bool:
        return opening.verb in ("open", "close", "launch") and release.body[number].dates == opening.lead

    wanted = [] if any(is_news(number) for number in lead) else [is_news]
    for test in [*wanted, are_days]:
        numbers = next((numbers for numbers in others if numbers and test(numbers[0])), None)
        if numbers is not None:
            lead.append(numbers.pop(0))
    runs[:] = [run for run in runs if run[1]]


def _figures(facts: Set[str]) -> set[str]:
    return {fact for fact in facts if fact.startswith("figures.")}


def _merged(parts: list[Paragraph], localizer: Localizer) -> Paragraph:
    text = str(localizer.words["space"]).join(localizer.grammar.sentence(p.text) for p in parts if p.text)
    items = tuple(item for part in parts for item in part.items)
    return Paragraph(parts[0].topic, text, items, frozenset().union(*(part.facts for part in parts)))


def _issue_day(record: Record, release: Release) -> date | None:
    if release.issued is None:
        return None
    zone = release.time_zone or record.event.time_zone
    return release.issued.local(ZoneInfo(zone) if zone else None).date()


def _dateline_slots(localizer: Localizer, release: Release) -> SlotSource:
    day = _issue_day(localizer.record, release)

    def slots(name: str) -> Passage | None:
        if name in ("place", "place_capitals"):
            if release.place is None:
                return None
            place = localizer.place(release.place, "short")
            return Passage(place.upper() if name == "place_capitals" else place)
        if day is None:
            return None
        if name == "issued":
            return Passage(dates.day(day, localizer.language, year=False))
        if name == "weekday":
            return Passage(dates.weekday(day, localizer.language))
        if name == "issued_digits":
            return Passage(localizer.words["date_digits"].format(y=day.year, m=day.month, d=day.day))
        return Passage(dates.day(day, localizer.language, year=True))

    return slots


def _banner(localizer: Localizer, release: Release) -> str:
    """What stands above the headline: a draft, the kind of release, an embargo; a line each."""
    words, plain = localizer.words, release.kind is ReleaseKind.RELEASE
    embargo = _embargo(localizer, release)
    kind = str(localizer.style.get("banner", {}).get(release.kind.value, ""))
    immediate = plain and (embargo or localizer.draft)  # then it is not for immediate release
    if release.corrects is not None:
        kind = f"{kind}\n{_corrected(localizer, release.corrects)}"
    lines = [str(words["draft_banner"]) if localizer.draft else "", "" if immediate else kind, embargo]
    return "\n".join(line for line in lines if line)


def _corrected(localizer: Localizer, name: str) -> str:
    """Which release is put right: its headline and day of issue."""
    old = next((release for release in localizer.record.releases if release.id == name), None)
    if old is None:
        return ""
    headline = localizer.quoted(localizer.prose(old.headline, "headline").text)
    day = _issue_day(localizer.record, old)
    issued = dates.day(day, localizer.language, year=True) if day else ""
    form = localizer.words["labels"]["corrects" if issued else "corrects_undated"]
    return str(form.format(headline=headline, issued=issued))


def _embargo(localizer: Localizer, release: Release) -> str:
    if release.embargo is None:
        return ""
    local = release.embargo.local(_zone(localizer.record, release))
    until = dates.day(local.date(), localizer.language, year=True)
    if release.embargo.has_time:
        zone = dates.zone_name(local, localizer.language)
        time = dates.clock(local, localizer.language)
        until = localizer.words["day_time"].format(day=until, time=time, zone=zone)
    return str(localizer.words["labels"]["embargo"].format(embargo=until))


def _zone(record: Record, release: Release) -> ZoneInfo | None:
    zone = release.time_zone or record.event.time_zone
    return ZoneInfo(zone) if zone else None


def _contacts(localizer: Localizer, release: Release) -> tuple[str, ...]:
    lines = []
    for contact in release.contacts:
        if not contact.locales or set(tag_parents(localizer.tag)) & set(contact.locales):
            lines.append(_contact(contact, localizer))
    return (str(localizer.words["labels"]["contact"]), *lines) if lines else ()


def _contact(contact: Contact, localizer: Localizer) -> str:
    name = localizer.person(contact.person, "name") if contact.person else localizer.optional(contact.name)
    office = localizer.organization(contact.organization, "full") if contact.organization else None
    both = localizer.words["contact"].format(name=name, organization=office) if name and office else None
    parts = [both or name or office, contact.phone, contact.email, contact.url]
    return str(localizer.words["contact_join"]).join(part for part in parts if part)


def _notes(localizer: Localizer, release: Release) -> tuple[str, ...]:
    labels = localizer.words["labels"]
    notes = [localizer.text(release.end_note, "end_note")] if release.end_note else []
    if release.kind is ReleaseKind.COMPILATION:
        day = _issue_day(localizer.record, release)
        issued = dates.day(day, localizer.language, year=True) if day else None
        notes.append(labels["compilation"].format(issued=issued) if issued else labels["compilation_undated"])
    if localizer.record.fictional:
        notes.append(labels["fictional"])
    return tuple(notes)
