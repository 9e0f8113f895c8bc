"""Finds every leaf that documents have, and why a leaf that is not in the text is left out.

It reads documents and standings, and not the text that is made of them, so that one can be checked
by the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from positions.analysis.single_text.leaves import (
    Leaf,
    branches_of,
    kept_leaves,
    leaf_names,
    step_leaf,
    text_leaf,
)
from positions.analysis.single_text.model import LeftOut
from positions.model.dossier import Blank
from positions.record.borrowing import Borrowing
from positions.record.parts import part_of
from positions.sentences.dates import on
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.comparison.rows import Comparison, Line
    from positions.model.dossier import Dossier, Memorandum, Position
    from positions.record.settle import Standing

__all__ = ["NOT_MERGED", "Accounts", "account_for", "left_out"]


NOT_MERGED: Final = "not among the documents merged"
"""Why a word is left out where some documents are merged alone."""


class Accounts(NamedTuple):
    """The leaves of all documents.

    Attributes:
        expected: All leaves, in the order of the documents.
        of_record: Those of words of record.
        speaking: Whose words are of record among those that count, by issue and part.
        carried: What a later word leaves as it was, each with the document of that word.
    """

    expected: tuple[Leaf, ...]
    of_record: frozenset[Leaf]
    speaking: dict[tuple[str, str], frozenset[tuple[str, str]]]
    carried: dict[Leaf, str]


def account_for(comparison: Comparison, whole: Dossier) -> Accounts:
    """Return the leaves of all documents, and which of them are words of record."""
    record: dict[Leaf, None] = {}
    carried: dict[Leaf, str] = {}
    speaking: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for row in comparison.rows:
        for line in row.leaves:
            held: set[tuple[str, str]] = set()
            for party, standing in line.standings.items():
                found = dict(_of_record(comparison.dossier, standing))
                record |= dict.fromkeys(found)
                carried |= {one: name for one, name in found.items() if name != one.document}
                if party in line.sought:
                    held |= {(document, leaf.branch) for leaf, document in found.items()}
            speaking[row.issue.id, line.part] = frozenset(held)
    every = dict.fromkeys(_every(comparison, whole)) | record
    return Accounts(tuple(every), frozenset(record), speaking, carried)


def _of_record(dossier: Dossier, standing: Standing) -> Iterator[tuple[Leaf, str]]:
    """Yield leaves, each with the document of the word that has it, which may not say it itself."""
    words = standing.words if standing.speaks else ()
    issue, part = standing.issue, standing.part
    for entry in words:
        document = entry.document.id
        for leaf in _leaves(dossier, document, issue, part, entry.position):
            kept = kept_leaves(dossier, standing, leaf.branch).get(leaf.name)
            yield leaf._replace(document=kept[0].id) if kept else leaf, document


def _leaves(
    dossier: Dossier, document: str, issue: str, part: str, position: Position
) -> Iterator[Leaf]:
    for label, branch in branches_of(position):
        for name in leaf_names(dossier, issue, part, branch):
            yield Leaf(document, issue, part, label, name)


def _every(comparison: Comparison, whole: Dossier) -> Iterator[Leaf]:
    """Yield every leaf of every document that was known, with what it takes over from others.

    Of a text that was not known it is one leaf, for the text; of a later document there is none.
    """
    takings = Borrowing(comparison.dossier, comparison.as_of)
    for document in whole.memoranda.values():
        if comparison.as_of.before(document.date):
            continue
        if not document.is_known(comparison.as_of):
            yield text_leaf(document.id)
            continue
        known = comparison.dossier.memoranda.get(document.id)
        based = known is not None and bool(known.based_on)
        for issue in whole.issues if based else document.positions:
            for part in whole.issues[issue].parts or ("",):
                if known is not None:
                    said = takings.said(known, issue, part)
                else:
                    said = part_of(document.positions[issue], part)
                if said is not None:
                    yield from _leaves(whole, document.id, issue, part, said)
        for number in range(1, len(_steps(document)) + 1):
            yield step_leaf(document.id, number)


def _steps(document: Memorandum) -> list[str]:
    return [step for group in document.steps for step in group]


def left_out(
    comparison: Comparison,
    whole: Dossier,
    leaves: Iterable[Leaf],
    beyond: frozenset[Leaf] = frozenset(),
) -> tuple[LeftOut, ...]:
    """Return leaves that are in neither text nor annex, with the reason for each.

    A leaf for which there is no reason is not among them.

    Args:
        comparison: What the text is made of.
        whole: The dossier.
        leaves: The leaves.
        beyond: Those that are of record in the whole dossier, where some papers alone are merged.
    """
    rows = {row.issue.id: row for row in (*comparison.rows, *comparison.unraised)}
    lines = {(issue, line.part): line for issue, row in rows.items() for line in row.leaves}
    found: dict[tuple[str, str], list[Leaf]] = {}
    for leaf in leaves:
        reason = _reason(comparison, whole, leaf, lines.get((leaf.issue, leaf.part)))
        if reason == NOT_MERGED and leaf in beyond:
            reason = f"of record, and {reason}"
        if reason:
            found.setdefault((leaf.document, reason), []).append(leaf)
    return tuple(LeftOut(tuple(held), reason) for (_, reason), held in found.items())


def _reason(comparison: Comparison, whole: Dossier, leaf: Leaf, line: Line | None) -> str:
    document = whole.memoranda[leaf.document]
    if document.id not in comparison.dossier.memoranda:
        return NOT_MERGED
    if not document.is_known(comparison.as_of):
        return f"the text was not known {on(comparison.as_of.in_prose)}"
    if line is not None:
        return _in_standings(comparison, whole, leaf, line)
    if document.party not in {party.id for party in comparison.parties}:
        return "its party is not among those shown"
    if leaf.issue:
        return ""
    others = (one for one in comparison.dossier.memoranda.values() if one.party == document.party)
    newer = any(one.sequence and document.date.before(one.date) for one in others)
    return f"{'another order of steps' if newer else 'a newer text'} took its place"


def _in_standings(comparison: Comparison, whole: Dossier, leaf: Leaf, line: Line) -> str:
    """Return why a word is not of record, as the standings on its line tell."""
    document = whole.memoranda[leaf.document]
    for standing in line.standings.values():
        role = _role(standing, leaf, document.id)
        if role:
            return role
    own = line.standings.get(document.party)
    if own is None:
        return "its party is not among those shown"
    if own.voice:
        return f"the words of {Glossary.of(whole).names[own.voice].text} stand for its party's"
    if document.party in comparison.options and leaf.branch:
        return "another option is chosen"
    return ""


def _role(standing: Standing, leaf: Leaf, document: str) -> str:
    """Return why a word of a document is not of record in a standing; empty where it is."""
    if any(entry.document.id == document for entry in standing.words):
        return ""
    for entry in standing.words:
        for name, source in entry.kept:
            if source.id == document and name in {leaf.name, "value"}:
                return f"stands under the later word of {entry.document.date.in_prose}"
    gone = (*standing.replaced, *standing.history, *([standing.own] if standing.own else []))
    closing = standing.entry.document if standing.entry is not None else standing.document
    if closing is None or not any(entry.document.id == document for entry in gone):
        return ""
    if standing.speaks:
        return f"the word of {closing.date.in_prose} is of record"
    if standing.blank not in {Blank.SILENT, Blank.UNSEEN}:
        return f"the text of {closing.date.in_prose} took its place"
    read = "" if closing.all_read else f" as far as it {closing.reach}"
    return f"the text of {closing.date.in_prose} took its place, and has nothing on this{read}"
