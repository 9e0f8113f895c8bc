"""Words what every report says of a difference between two states of a dossier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass, ChangeKind
from positions.changes.direction_sentences import directions
from positions.changes.document_facts import BASE, COLUMN, OLDER_WORDS
from positions.changes.fact_words import fact_content, fact_label
from positions.changes.model import FOLLOWING
from positions.comparison.outcome_sentences import agreed_reason, delivery_sentences
from positions.record.agreements import Agreements
from positions.reports.changes.entries import entries_of, entry_words
from positions.reports.page.marked_lines import marked, set_against
from positions.sentences.english import among, paragraph
from positions.text.english import capital, listed
from positions.text.safe import visible
from positions.text.word_diff import Edit, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.changes.detect import LeafChange
    from positions.changes.model import (
        DossierDifference,
        IssueDifference,
        PositionChange,
        RecordChange,
    )
    from positions.comparison.rows import Convergence, Status
    from positions.reports.page.marked_lines import MarkedLine
    from positions.sentences.glossary import Glossary
    from positions.sentences.reasons import Reason

__all__ = [
    "CLASSES",
    "LISTED",
    "NOTHING",
    "NOTHING_BUT_FORM",
    "SAID_OF_RECORDS",
    "change_sentence",
    "compared",
    "convergences",
    "counted",
    "dated",
    "fact_contents",
    "fact_lines",
    "fact_title",
    "followed",
    "headline",
    "is_shown",
    "outcome_reasons",
    "record_name",
    "renamed_columns",
    "renamed_issue",
    "said_of_records",
    "status_words",
]

CLASSES: Final = tuple(one for one in ChangeClass if one is not ChangeClass.NONE)
"""The classes of which there can be something to show, the greatest first."""

SAID_OF_RECORDS: Final = FOLLOWING | {COLUMN}
"""The paths of what is said of a record as a whole, and is no field of it."""

LISTED: Final = frozenset({"options", "items", "parts"})
"""The fields that list options, items or parts, each with its title."""

NOTHING: Final = "Nothing changed."
NOTHING_BUT_FORM: Final = (
    "Nothing changed but the form of the text: order, spacing, quoting, comments or characters "
    "that no reader sees."
)


def is_shown(issue: IssueDifference, change_class: ChangeClass) -> bool:
    """Return whether anything of a class changed on an issue."""
    if change_class is ChangeClass.SUBSTANCE:
        return issue.substance
    return any(fact.of_class(change_class) for fact in issue.facts)


def counted(counts: Mapping[ChangeClass, int], chosen: Sequence[ChangeClass] = CLASSES) -> str:
    """Return `Substance: 3 facts changed.`, and so on; of the classes chosen that occur."""
    return " ".join(
        f"{one.capitalize()}: {counts[one]:,} {'fact' if counts[one] == 1 else 'facts'} changed."
        for one in CLASSES
        if one in chosen and counts[one]
    )


def convergences(before: Convergence, after: Convergence) -> str:
    """Return `Agreed or settled: 2 of 18, at most 4 → 3 of 18, at most 4`."""
    if str(before) == str(after):
        return f"Agreed or settled: {after}, as before"
    return f"Agreed or settled: {before} → {after}"


def status_words(issue: IssueDifference) -> str:
    """Return the status of a row before and after: `U undisclosed → D divided`."""
    before, after = issue.status
    if before is None and after is not None:
        return f"new issue: {_status(after)}"
    if after is None and before is not None:
        return f"no longer an issue; it was {_status(before)}"
    if before is None or after is None:
        return ""
    words = _status(after) if before is after else f"{_status(before)} → {_status(after)}"
    return f"{issue.recast}; {words}" if issue.recast else words


def _status(status: Status) -> str:
    return f"{status.letter} {status}"


def headline(
    found: DossierDifference,
    issue: IssueDifference,
    stance: PositionChange,
    *,
    brief: bool = False,
    every: bool = False,
) -> str:
    """Return what became of a position, and where it went, below the title of its issue.

    Parts are named where it is about some of them: `Hill and lake: North lowered its figure …`.

    Args:
        found: The difference, for names.
        issue: The issue.
        stance: What became of a position on it.
        brief: Whether to leave out where it went.
        every: Whether to name every other party, however many there are.
    """
    parts = [issue.issue.parts[part].title for part in stance.parts if part in issue.issue.parts]
    some = parts and len(parts) < len(issue.issue.parts) and stance.reason.head
    every = every or found.narrowed
    went = () if brief else directions(found.names, stance, every=every)
    if some:
        return paragraph((str(replace(stance.reason, head=listed(parts))), *went))
    return capital(paragraph((stance.reason.body, *went)))


def change_sentence(found: DossierDifference, stance: PositionChange) -> str:
    """Return the same with the title of its issue, where it does not say what it is about."""
    reason = dated(found, stance)
    return paragraph((str(reason), *directions(found.names, stance, every=found.narrowed)))


def dated(found: DossierDifference, stance: PositionChange) -> Reason:
    """Return what became of a position, in words.

    A move of a day before that for which the later state stands is told with its day.
    """
    reason, papers = stance.reason, found.after.memoranda
    paper = papers.get(stance.documents[-1]) if stance.moved and stance.documents else None
    moment = found.after.moment or found.after.header.as_of
    day = paper.date.in_prose if paper and paper.date.day < moment.day else ""
    return replace(reason, lead=day) if day and not (reason.lead or day in str(reason)) else reason


def compared(stance: PositionChange) -> tuple[tuple[MarkedLine, ...], tuple[MarkedLine, ...]]:
    """Return the lines of a position before and after, made visible, what differs marked."""
    return set_against(stance.before, stance.after)


def followed(found: DossierDifference, most: int = 0) -> Iterator[str]:
    """Yield the statuses that follow from what changed elsewhere: `U undisclosed → – open: a, b`.

    Args:
        found: The difference.
        most: Up to how many issues of a transition are all named; 0 for all.
    """
    groups: dict[str, list[str]] = {}
    for issue in found.issues:
        if issue.follows:
            groups.setdefault(status_words(issue), []).append(issue.issue.title)
    for words, titles in groups.items():
        yield f"{words}: {among(titles, 'issues', most or len(titles))}"


def renamed_columns(found: DossierDifference) -> Iterator[str]:
    """Yield the parties that have another id: `Renamed: Brisk is now Briskland.`."""
    told = {fact.subject for fact in found.facts}
    for now in found.former_parties:
        if ("parties", now) in told:
            was, name = (side.parties[now].name for side in (found.before, found.after))
            is_plain = was == name
            yield (
                f"Renamed in the dossier: {name}." if is_plain else f"Renamed: {was} is now {name}."
            )


def renamed_issue(found: DossierDifference, issue: IssueDifference) -> str:
    """Return what an issue was called before, or of which it was made; empty where it is the same.

    `Renamed: Wages is now Pay.`
    """
    title = issue.issue.title
    if issue.recast:
        return f"{title}: {issue.recast}."
    if not issue.former:
        return ""
    was = found.before.issues[issue.former].title
    if was == title:
        return f"Renamed in the dossier: {title}, formerly `{issue.former}`."
    return f"Renamed: {was} is now {title}."


def said_of_records(found: DossierDifference) -> Iterator[str]:
    """Yield what is said of columns and documents as a whole, in sentences."""
    for fact in found.facts:
        for leaf in fact.leaves:
            if leaf.path not in SAID_OF_RECORDS:
                continue
            said = leaf.before if leaf.after is None else leaf.after
            if leaf.path == COLUMN:
                what = "Column removed" if leaf.after is None else "New column"
                yield f"{what}: {found.names[fact.subject[1]].text}, {said}."
            elif leaf.path == BASE:
                yield f"{record_name(found, fact)}: {said}."
            elif leaf.path == OLDER_WORDS:
                yield f"{record_name(found, fact)}: by another reading, older words {said}."
            else:
                yield f"{record_name(found, fact)}, {leaf.path[0]}: {said}."


def record_name(found: DossierDifference, fact: RecordChange) -> str:
    """Return what a sentence calls a record: `The Union's memorandum of 27 March 2025`.

    A document has its title where it has one, and an outcome that of its issue.
    """
    section, *names = fact.subject
    name, sides = "".join(names[:1]), (found.after, found.before)
    if section == "memoranda":
        paper = next(side.memoranda[name] for side in sides if name in side.memoranda)
        whose, day = found.names.get(paper.party), paper.date.in_prose
        if paper.title:
            return f"{paper.title} ({whose.text if whose else paper.party}, {day})"
        return capital(found.words[paper.id in found.after.memoranda].untitled(paper))
    if section == "outcomes":
        outcome = next(side.outcomes[name] for side in sides if name in side.outcomes)
        issue = next(side.issues[outcome.issue] for side in sides if outcome.issue in side.issues)
        return f"{outcome.title or issue.title}, outcome of {outcome.date.in_prose}"
    return fact.title


def fact_title(found: DossierDifference, fact: RecordChange) -> str:
    """Return the record of a fact in words: `added: source The Paper, Talks`."""
    of_document = fact.party and fact.subject[0] != "parties"
    whose = f"{found.name(fact.party)}, " if of_document else ""
    kind = "" if fact.kind is ChangeKind.CHANGED else f"{fact.kind}: "
    section = _SECTIONS.get(fact.subject[0], "")
    return f"{kind}{section}{whose}{fact.title}"


_SECTIONS = {
    "sources": "source ",
    "events": "event ",
    "issues": "issue ",
    "parties": "party ",
    "outcomes": "outcome ",
}


def fact_lines(
    found: DossierDifference, fact: RecordChange, change_class: ChangeClass
) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    """Yield each fact of a class: what it is called, and its words, what differs marked.

    In a record that came or went as a whole, nothing is marked; an outcome is told in the sentences
    of a row.
    """
    whole = fact.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}
    if whole and fact.of_all and change_class is ChangeClass.SUBSTANCE:
        side = found.words[fact.kind is ChangeKind.ADDED]
        told = [
            (label, (Stretch(Edit.KEPT, visible(said)),))
            for where, agreed, delivered in outcome_reasons(side, fact.subject[1])
            for label, said in (
                (f"outcome{where}", agreed.body),
                (f"delivered{where}", delivered),
            )
            if said
        ]
        yield from told
        if told:
            return
    leaves = fact.of_class(change_class)
    entries = entries_of(fact, leaves)
    told_as_one = {
        key: said for key, some in entries.items() if (said := entry_words(found, fact, key, some))
    }
    entry_keys = {id(leaf): key for key, some in entries.items() for leaf in some}
    for leaf in leaves:
        key = entry_keys.get(id(leaf), ())
        if key in told_as_one:
            if leaf is entries[key][0]:
                side = found.words[leaf.after is not None]
                label = fact_label(side, fact.subject, (*key, "value"))
                yield label, (Stretch(Edit.KEPT, told_as_one[key]),)
            continue
        words = _leaf(found, fact, leaf)
        if whole or leaf.path in SAID_OF_RECORDS:
            words = tuple(Stretch(Edit.KEPT, one.text) for one in words)
        side = found.words[leaf.after is not None]
        listed_anew = leaf.path[0] in LISTED and leaf.path[2:] == ("title",) and not whole
        if listed_anew and None in (leaf.before, leaf.after):
            yield f"{'new' if leaf.before is None else 'former'} {leaf.path[0][:-1]}", words
        else:
            yield fact_label(side, fact.subject, leaf.path), words


def outcome_reasons(words: Glossary, name: str) -> Iterator[tuple[str, Reason, str]]:
    """Yield of each part of an outcome its title in brackets, what was agreed, and delivered."""
    outcome = words.dossier.outcomes[name]
    issue, agreements = words.dossier.issues[outcome.issue], Agreements(words.dossier)
    for part in issue.parts or ("",):
        where = f" ({words.running(issue.parts[part].title)})" if part else ""
        for one in agreements.on(issue.id, part):
            if one.outcome.id == name:
                yield where, agreed_reason(words, one), paragraph(delivery_sentences(words, one))


def fact_contents(
    found: DossierDifference, fact: RecordChange, leaf: LeafChange
) -> tuple[str, str]:
    """Return what a field held, and holds, in words; empty where it was or is not there."""
    sides = zip(found.words, (leaf.before, leaf.after), strict=True)
    before, after = (
        "" if content is None else visible(fact_content(words, fact.subject, leaf.path, content))
        for words, content in sides
    )
    return before, after


def _leaf(found: DossierDifference, fact: RecordChange, leaf: LeafChange) -> tuple[Stretch, ...]:
    before, after = fact_contents(found, fact, leaf)
    if leaf.before is None:
        return (Stretch(Edit.ADDED, after),)
    if leaf.after is None:
        return (Stretch(Edit.REMOVED, before),)
    return marked(before, after)
