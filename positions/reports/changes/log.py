"""Builds the pages of the log of a dossier and of the blame of an issue, and their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.detect import ChangeClass, ChangeKind
from positions.changes.direction_sentences import directions
from positions.changes.move_kinds import MoveKind
from positions.changes.red_lines import red_lines_on
from positions.model.moment import Moment
from positions.reports.changes.fact_sentences import changed_fields, fact_clauses, fact_sentence
from positions.reports.changes.page import HANGING
from positions.reports.changes.words import (
    CLASSES,
    change_sentence,
    convergences,
    counted,
    dated,
    followed,
    record_name,
    renamed_columns,
    renamed_issue,
    said_of_records,
)
from positions.reports.page.facts import FactKind, told
from positions.reports.page.facts import fact as labelled
from positions.reports.page.model import Heading, Medium, Only, Page, Paragraph, Section
from positions.reports.page.runs import Mark, Run
from positions.sentences.english import among, grouped, paragraph, sentence
from positions.text.english import listed
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.log import Blamed, RevisionEntry
    from positions.changes.model import DossierDifference, PositionChange, RecordChange
    from positions.git.history import Revision
    from positions.model.dossier import Dossier
    from positions.reports.page.facts import Fact
    from positions.reports.page.model import Block

__all__ = [
    "begun_words",
    "blame_page",
    "blamed_words",
    "commit_words",
    "entry_lines",
    "entry_page",
    "entry_words",
    "revision_words",
]

_FEW = 3
"""Of up to how many issues each new word of a party is told in a sentence of its own."""


def entry_page(
    entry: RevisionEntry, classes: Sequence[ChangeClass] = (ChangeClass.SUBSTANCE,)
) -> Page:
    """Return the page of an entry of a log: a part of a longer text, without a title."""
    words, subject = Run(entry_words(entry), Mark.DIVIDED), entry.revision.subject
    lines = [told(FactKind.MOVE, line) for line in entry_lines(entry, classes)]
    more: list[Fact] = []
    if ChangeClass.SUBSTANCE in classes and entry.difference and _folded(entry.difference):
        before = entry.compared or f"{entry.revision.short}^"
        in_full = Run(f"In full: positions diff {before} {entry.revision.short}", Mark.MUTED)
        more.append(told(FactKind.MORE, in_full))
    title = told(FactKind.WORDS, Run(subject, Mark.STRONG))
    document: tuple[Block, ...] = (
        Heading((Run(subject or entry.revision.short),), 2),
        Paragraph(((Run(words.text),),)),
        *lines,
    )
    terminal = told(FactKind.REVISION, words, (title, *lines, *more))
    blocks = Only(Medium.TERMINAL, (terminal,)), Only(Medium.DOCUMENT, document)
    return Page(blocks, hanging=HANGING)


def entry_words(entry: RevisionEntry) -> str:
    """Return `949408fb1 · 2 June 2025, 18:00 · committed 22 November 2025 · Ada`.

    The first is the moment for which the dossier stands in the revision, where it can be read.
    """
    return revision_words(entry.revision, entry.dossier)


def revision_words(revision: Revision, dossier: Dossier | None = None) -> str:
    """Return a revision by its short id, with its days and its author.

    Args:
        revision: The revision.
        dossier: The dossier in it, which stands for a moment of its own.
    """
    days = commit_words(revision)
    if dossier is not None:
        days = f"{dossier.header.as_of.in_full} · {days}"
    return visible(f"{revision.short} · {days} · {revision.author}")


def commit_words(revision: Revision) -> str:
    """Return when a revision was committed, and when written, where that is another day."""
    written, committed = (
        Moment(one.date()).in_prose for one in (revision.date, revision.committed)
    )
    before = f"written {written}, " if written != committed else ""
    return f"{before}committed {committed}"


def entry_lines(entry: RevisionEntry, classes: Sequence[ChangeClass] = CLASSES) -> Iterator[str]:
    """Yield what a revision changed: a sentence for each group of like moves."""
    if entry.gone:
        yield "The dossier is taken away in this revision."
    elif entry.problems:
        first = entry.problems[0]
        yield f"The dossier cannot be read in this revision: {first}"
    elif entry.begun is not None:
        is_first = entry.begins and not entry.revision.cut_off
        how = "begins" if is_first else "as it is first known"
        yield begun_words(entry.begun, how, issues=entry.issues)
        yield from _doubts(entry)
    elif entry.difference is not None:
        if entry.joins:
            joined = " and ".join(entry.joins)
            counts, beside = entry.difference.counts, ", and changes nothing else"
            if any(counts.values()):
                shown = any(counts[one] for one in classes)
                beside = "; below is only what is on neither side" * shown
            yield f"Joins {joined}{beside}."
        yield from _doubts(entry)
        yield from _changed(entry.difference, classes)


def _doubts(entry: RevisionEntry) -> Iterator[str]:
    """Yield why something may have changed in another revision already."""
    if entry.revision.cut_off and entry.begun is not None:
        yield "The history was cut off here when it was cloned."
        yield "What came before, and who wrote this, is not known."
    if entry.unread:
        which = "the revision" if len(entry.unread) == 1 else "the revisions"
        where = "before" if entry.begun else "between"
        other = "nothing" if entry.begun else entry.compared
        names = listed(entry.unread)
        yield f"Compared with {other}, for {which} {where} ({names}) cannot be read."


def begun_words(dossier: Dossier, how: str, *, issues: int) -> str:
    """Return `The dossier begins: 2 parties, 31 issues, 6 documents, 92 positions.`.

    Args:
        dossier: The dossier, or one issue of it.
        how: What it does in this revision.
        issues: How many issues the whole of it has.
    """
    said = sum(
        position.unstated is None or bool(position.parts)
        for document in dossier.memoranda.values()
        for position in document.positions.values()
    )
    counts = (
        (len(dossier.counted()), "party", "parties"),
        (issues, "issue", "issues"),
        (len(dossier.memoranda), "document", "documents"),
        (said, "position", "positions"),
    )
    *words, last = (f"{count:,} {one if count == 1 else several}" for count, one, several in counts)
    of_one = len(dossier.issues) < issues
    last = f"; on this issue, {last}" if of_one else f", {last}"
    return f"The dossier {how}: {', '.join(words)}{last}."


def _changed(found: DossierDifference, classes: Sequence[ChangeClass]) -> Iterator[str]:
    yield f"{convergences(*found.convergence)}."
    yield from renamed_columns(found)
    told: dict[str, None] = {}
    if ChangeClass.SUBSTANCE in classes:
        yield from dict.fromkeys(_positions(found))
        told = dict.fromkeys(_of_issues(found))
        yield from told
        yield from said_of_records(found)
        yield from _few(found, found.facts, (ChangeClass.SUBSTANCE,), "Changed", "records")
        for line in followed(found, _FEW):
            yield f"{line}."
    facts = (*found.facts, *(fact for issue in found.issues for fact in issue.facts))
    for one in CLASSES:
        if one in classes and one is not ChangeClass.SUBSTANCE and found.counts[one]:
            yield counted(found.counts, (one,))
            said = dict.fromkeys(fact_sentence(found, fact, (one,)) for fact in facts)
            yield from (line for line in said if line and line not in told)


_SEVERAL: dict[MoveKind, str] = {
    MoveKind.FIRST_STATED: "new: what {} {} on {}",
    MoveKind.DISCLOSED: "disclosed: what {} {} on {}",
    MoveKind.STATED_AGAIN: "taken up again: what {} {} on {}",
    MoveKind.FIRST_OWN_WORDS: "first own words, where there were reports: what {} {} on {}",
    MoveKind.NO_LONGER_MENTIONED: "the newer text has nothing on what was recorded of {0} on {2}",
    MoveKind.CORRECTION: "corrected in the record, and nobody moved: what {} {} on {}",
    MoveKind.RECORDED_LATE: "recorded later, and nobody moved: what {} {} on {}",
    MoveKind.REPEATED: "said again in a newer document: what {} {} on {}",
    MoveKind.SUPERSEDED: "said in between, and replaced since: what {} {} on {}",
    MoveKind.BESIDE: "beside the record: what {} {} on {}",
    MoveKind.TAKEN_OUT: "no longer recorded: what {} {} on {}",
}
"""What is said of many issues at once, with the party, its verb and the issues."""


def _folded(found: DossierDifference) -> dict[tuple[str, MoveKind], dict[str, bool]]:
    """Return the issues of which only how many they are is told, with whether of a red line."""
    several: dict[tuple[str, MoveKind], dict[str, bool]] = {}
    for issue in found.issues:
        title = found.words[1].running(issue.issue.title)
        for stance in issue.stances:
            if _is_counted(stance):
                on = several.setdefault((stance.party, stance.what), {})
                on[title] = on.get(title, False) or stance.red_line
    return {key: on for key, on in several.items() if len(on) > _FEW}


def _positions(found: DossierDifference) -> Iterator[str]:
    """Yield what became of positions, a sentence each; what is new of many issues, counted."""
    folded = _folded(found)
    told = set[tuple[str, MoveKind]]()
    for stance in (one for issue in found.issues for one in issue.stances):
        key = stance.party, stance.what
        if key not in folded or not _is_counted(stance):
            yield change_sentence(found, stance)
        elif key not in told:
            told.add(key)
            name, titles = found.names[stance.party], folded[key]
            on_issues = among(list(titles), "issues", _FEW)
            red = red_lines_on([title for title, is_red in titles.items() if is_red])
            said = _SEVERAL[stance.what].format(name.text, name.verb("says", "say"), on_issues)
            yield sentence(f"{said}{red}")


def _is_counted(stance: PositionChange) -> bool:
    """Return whether a change is only counted, of many; not one that tells who moved by it."""
    with_moves = stance.what in {MoveKind.DISCLOSED, MoveKind.RECORDED_LATE}
    return stance.what in _SEVERAL and (stance.of_record or not with_moves)


def _of_issues(found: DossierDifference) -> Iterator[str]:
    """Yield what became of issues and their outcomes, besides what parties say on them."""
    facts = [fact for issue in found.issues for fact in issue.facts]
    yield from filter(None, (renamed_issue(found, issue) for issue in found.issues))
    outcomes = [fact for fact in facts if fact.of_all]
    yield from _few(
        found, outcomes, (ChangeClass.SUBSTANCE,), "Outcomes recorded or told otherwise", "outcomes"
    )
    declared = [fact for fact in facts if fact.subject[0] == "issues"]
    yield from _few(found, declared, _DECLARED, "Declared otherwise", "issues")
    yield from _beside(found)


def _beside(found: DossierDifference) -> Iterator[str]:
    """Yield what documents say beside the positions of record, the same of several issues once.

    `Seat and Pay, newly in The reply (North, 2 June 2025): declined to say.`
    """
    told: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for issue in found.issues:
        for fact in issue.facts if not issue.stances else ():
            said = tuple(fact_clauses(found, fact, (ChangeClass.SUBSTANCE,)))
            if said and fact.subject[0] == "memoranda":
                key = _IN[fact.kind], record_name(found, fact), said
                told.setdefault(key, []).append(found.words[1].running(issue.issue.title))
    if len(told) > _FEW:
        on = [title for titles in told.values() for title in titles]
        yield f"Changed beside the positions of record: {among(on, 'issues', _FEW)}."
        return
    for (came, record, said), titles in told.items():
        first, *rest = grouped(said)
        lead = f"{among(titles, 'issues', _FEW)}, {came} {record}"
        yield paragraph([sentence(f"{lead}: {first}"), *map(sentence, rest)])


def _few(
    found: DossierDifference,
    facts: Sequence[RecordChange],
    classes: Sequence[ChangeClass],
    lead: str,
    noun: str,
) -> Iterator[str]:
    """Yield what changed in records, a sentence each; of many, only which they are."""
    told = {said: fact for fact in facts if (said := fact_sentence(found, fact, classes))}
    if len(told) <= _FEW:
        yield from told
        return
    names = dict.fromkeys(record_name(found, fact) for fact in told.values())
    fields = changed_fields(found, told.values(), classes)
    what = f" ({listed(fields)})" if len(fields) <= _FEW else ""
    yield f"{lead}{what}: {among(list(names), noun, _FEW)}."


_IN = {ChangeKind.ADDED: "newly in", ChangeKind.REMOVED: "no longer in", ChangeKind.CHANGED: "in"}
_DECLARED = (ChangeClass.SUBSTANCE, ChangeClass.FRAME)


def blame_page(title: str, found: Sequence[Blamed], names: Sequence[str]) -> Page:
    """Return the page of who last changed each party's position, and when.

    Args:
        title: The issue in words.
        found: The revision for each party.
        names: The name of each party, in the same order.
    """
    parties = (
        Section(labelled(FactKind.PARTY, facts=_blamed(one), label=Run(name)))
        for name, one in zip(names, found, strict=True)
    )
    return Page((Heading((Run(title),)), *parties), hanging=HANGING)


def _blamed(one: Blamed) -> Iterator[Fact]:
    """Yield the revision that last changed a position, what it is for, and what it changed."""
    if one.entry is None:
        yield told(FactKind.NOTHING, "No revision states a position.")
        return
    yield told(FactKind.REVISION, Run(entry_words(one.entry), Mark.DIVIDED))
    yield told(FactKind.WORDS, one.entry.revision.subject)
    yield from (told(FactKind.MOVE, line) for line in blamed_words(one))


def blamed_words(one: Blamed) -> Iterator[str]:
    """Yield what became of a party's position, a sentence for each of its parts that differ."""
    if one.entry is None:
        return
    found = one.entry.difference
    for stance in one.stances:
        reason = dated(found, stance) if found else stance.reason
        said = str(reason) if stance.parts else reason.body
        yield paragraph((said, *(directions(found.names, stance) if found else ())))
    yield from _doubts(one.entry)
