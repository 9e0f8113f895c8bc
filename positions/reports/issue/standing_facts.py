"""States how one party stands on one issue as facts: value, terms, evidence, place, history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.analysis.bargaining import reservation_in_words
from positions.comparison.cell_lines import LineWords, branch_title, terms_in_words
from positions.comparison.gaps import as_far_as_read
from positions.model.vocabulary import Blank, Form
from positions.reports.issue.provenance_facts import (
    check_facts,
    provenance_facts,
    source_facts,
)
from positions.reports.page.facts import FactKind, fact, facts_named, place_facts
from positions.reports.page.grades import credibility_of, sources_of
from positions.reports.page.runs import Mark, Run
from positions.sentences.blanks import Silence, silences
from positions.sentences.dates import with_dates
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier, Issue, Memorandum, Position, Reservation
    from positions.problems.problem import Path
    from positions.record.settle import DocumentEntry, Standing
    from positions.reports.page.facts import Fact, FilePlace

__all__ = [
    "document_in_words",
    "evidence_facts",
    "said_in_one_line",
    "standing_facts",
]


def standing_facts(
    comparison: Comparison, issue: Issue, standing: Standing, place: FilePlace
) -> Iterator[Fact]:
    """Yield everything about one party's standing on an issue, or on a part of it."""
    words, entry = LineWords(comparison.dossier, issue, standing.part), standing.entry
    if entry is not None and standing.speaks:
        yield from _positions(words, standing)
        yield _word_of_record(words, standing, entry, place)
        yield from _accounts(words, entry)
    if standing.blank is not None:
        yield _blank(words, standing, place)
        if entry is not None and not standing.speaks:
            yield from _accounts(words, entry)
    clash = FactKind.UNORDERED if standing.unordered else FactKind.CONFLICT
    for other in standing.conflicts:
        yield _entry(words, other, clash)
    for other in standing.beside:
        yield _entry(words, other, FactKind.REPORT)
    if standing.history:
        earlier = tuple(
            fact(
                FactKind.EARLIER,
                f"{document_in_words(words.dossier, old.document)}: {said_in_one_line(words, old)}",
                _accounts(words, old),
                label=str(old.document.date),
            )
            for old in standing.history
        )
        yield fact(FactKind.HISTORY, "newest first", earlier)


def document_in_words(dossier: Dossier, document: Memorandum, *, owned: bool = False) -> str:
    """Return `Framework (memorandum of 28 May 2025, reviewed)`.

    Where its text became known on a later day, the day is named: before it, nothing is known of it.
    Only a text is disclosed, and is so far or further.
    """
    facts = [str(document.disclosure)] if document.form is Form.MEMORANDUM else []
    facts += [f"its text known from {document.known.in_full}"] if document.known else []
    return Glossary.of(dossier).in_full(document, facts, owned=owned)


def said_in_one_line(words: LineWords, entry: DocumentEntry) -> str:
    """Return what a document says in one line, each of its alternatives under its title."""
    position, options = entry.position, entry.document.options
    if position.alternatives:
        return "; ".join(
            f"{options[label].title if label in options else label}: "
            f"{words.one_line(branch, entry.document)}{_red(branch)}"
            for label, branch in position.alternatives.items()
        )
    said = words.one_line(position, entry.document)
    if position.blank is Blank.UNCODED and position.paraphrase:
        said = f"{said}: {position.paraphrase}"
    return (said or position.paraphrase or "no value") + _red(position)


def _red(position: Position) -> str:
    return " (red line)" if position.red_line else ""


def _positions(words: LineWords, standing: Standing) -> Iterator[Fact]:
    for label, position in standing.branches:
        value = words.value(position) or "no value"
        if label:
            details = _details(words, position)
            title = branch_title(standing, label)
            yield fact(FactKind.BRANCH, value, details, label=title)
        else:
            yield fact(FactKind.POSITION, value)
            yield from _details(words, position)
    whole = standing.position
    if whole.alternatives:
        yield from _details(words, whole)


def _details(words: LineWords, position: Position) -> Iterator[Fact]:
    for term in terms_in_words(words.dossier, position):
        yield fact(FactKind.TERM, term)
    yield from provenance_facts(position)
    named = {
        FactKind.REASON: position.reason,
        FactKind.SALIENCE: "" if position.salience is None else f"{position.salience} of 100",
        FactKind.NOTE: with_dates(str(position.note)),
    }
    yield from facts_named(named)
    if position.reservation is not None:
        yield _reservation(words, position.reservation)
    if position.red_line:
        yield fact(FactKind.RED_LINE, "yes: stated as not negotiable", label=_caveat("red line"))


def _reservation(words: LineWords, held: Reservation) -> Fact:
    """Return where the party would rather have no agreement, and whether it said so itself."""
    facts = [fact(FactKind.NOTE, with_dates(str(held.note)))] if held.note else []
    facts += source_facts(words.dossier, held.sources, None) if held.sources else []
    return fact(FactKind.RESERVATION, reservation_in_words(words.measure, held), facts)


def _blank(words: LineWords, standing: Standing, place: FilePlace) -> Fact:
    """Return why the party's own words are blank, and by which document."""
    dossier, entry = words.dossier, standing.entry
    blank, document = standing.blank, standing.document
    kind = FactKind.OWN_WORDS if standing.speaks else FactKind.BLANK
    one = _silence(dossier, standing, blank) if blank else None
    meaning = f"{blank}: {silences([one], len(dossier.parties))[0]}" if one else ""
    facts: list[Fact] = [fact(FactKind.UNDER, title) for title in standing.under]
    if document is not None:
        facts.append(fact(FactKind.BY, document_in_words(dossier, document)))
        facts += _replaced(words, standing)
        if entry is None or standing.speaks:
            # What a text does not say, none of its pages shows, so that it has no grade.
            facts += source_facts(dossier, document.sources, None)
        facts += place_facts(place, ("memoranda", document.id, "positions", standing.issue))
    if entry is not None and not standing.speaks:
        facts += _details(words, entry.position)
        facts += _evidence(dossier, entry.position, entry.document)
    return replace(fact(kind, meaning, facts), about=one)


def _silence(dossier: Dossier, standing: Standing, blank: Blank) -> Silence:
    """Return what a row says of a party that leaves it blank, or whose own words do."""
    name = Glossary.of(dossier).names[standing.party]
    known = as_far_as_read(standing, blank)
    told = standing.blank_told
    reach, retold = standing.reach, standing.retold
    return Silence(name, known, told, own=standing.speaks, reach=reach, retold=retold)


def _word_of_record(
    words: LineWords, standing: Standing, entry: DocumentEntry, place: FilePlace
) -> Fact:
    """Return the document that says it, how sure that is, and where it stands in the file."""
    dossier = words.dossier
    said = document_in_words(dossier, entry.document)
    if entry.position.as_in in dossier.memoranda:
        base = dossier.memoranda[entry.position.as_in]
        said += f"; as in {document_in_words(dossier, base, owned=True)}"
    if standing.reported:
        said += "; someone else's account, not the party's own words"
    if standing.older:
        said += "; older than words that are not known, read or recorded in full"
    path: Path = ("memoranda", entry.document.id, "positions", standing.issue)
    own = entry.document.positions.get(standing.issue)
    if own is None:
        path = ("memoranda", entry.document.id, "based_on")
    elif standing.part in own.parts:
        path = (*path, "parts", standing.part)
    speaker = entry.position.speaker or entry.document.speaker
    facts = (
        *([fact(FactKind.SPEAKER, speaker)] if speaker else ()),
        *(() if standing.blank else _replaced(words, standing)),
        *(check_facts(entry.document.checked) if entry.position.checked is None else ()),
        *_evidence(dossier, entry.position, entry.document),
        *place_facts(place, path),
    )
    is_caveat = standing.reported or standing.older
    return fact(FactKind.SAYS, said, facts, label=_caveat("says") if is_caveat else None)


def _caveat(label: str) -> Run:
    """Return the label of what a reader must not overlook."""
    return Run(label, Mark.WARNING)


def _replaced(words: LineWords, standing: Standing) -> Iterator[Fact]:
    """Yield the words of which those of record took the place."""
    for old in standing.replaced:
        said = said_in_one_line(words, old)
        yield fact(FactKind.REPLACES, f"{document_in_words(words.dossier, old.document)}: {said}")


def evidence_facts(words: LineWords, entry: DocumentEntry) -> Iterator[Fact]:
    """Yield how a document says something: its words, its speaker, its sources, other accounts."""
    dossier, position = words.dossier, entry.position
    if position.as_in in dossier.memoranda:
        yield fact(
            FactKind.AS_IN,
            document_in_words(dossier, dossier.memoranda[position.as_in], owned=True),
        )
    yield from facts_named({FactKind.SPEAKER: position.speaker or entry.document.speaker})
    yield from provenance_facts(position)
    yield from facts_named({FactKind.NOTE: with_dates(str(position.note))})
    yield from _evidence(dossier, position, entry.document)
    yield from _accounts(words, entry)


def _evidence(dossier: Dossier, position: Position, document: Memorandum) -> Iterator[Fact]:
    credibility = credibility_of(position, document)
    yield from source_facts(dossier, sources_of(position, document), credibility)
    for label, branch in position.alternatives.items():
        if branch.sources or branch.credibility:
            title = document.options[label].title if label in document.options else label
            own = sources_of(branch, document)
            facts = source_facts(dossier, own, branch.credibility or credibility)
            yield fact(FactKind.BRANCH_SOURCES, "", facts, label=title)


def _accounts(words: LineWords, entry: DocumentEntry) -> Iterator[Fact]:
    dossier = words.dossier
    told = (entry.position, *entry.position.alternatives.values())
    for label, account in (one for word in told for one in word.accounts.items()):
        facts = [
            *([fact(FactKind.GIVEN, str(account.date))] if account.date else []),
            *([fact(FactKind.SPEAKER, account.speaker)] if account.speaker else []),
            *_details(words, account),
            *source_facts(dossier, account.sources, account.credibility),
        ]
        value = words.value(account)
        party = dossier.parties.get(account.party or "")
        by = "attributed to" if account.unnamed_teller else "by"
        whose = f" {by} {party.name}" if party else ""
        yield fact(
            FactKind.ACCOUNT, value, facts, label=_caveat(f"another account{whose}, {label}")
        )


def _entry(words: LineWords, entry: DocumentEntry, kind: FactKind) -> Fact:
    facts = (
        fact(FactKind.SAYS, document_in_words(words.dossier, entry.document)),
        *_evidence(words.dossier, entry.position, entry.document),
        *_accounts(words, entry),
    )
    return fact(kind, said_in_one_line(words, entry), facts, label=_caveat(kind))
