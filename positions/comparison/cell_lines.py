"""A party's standing in words: the lines of a cell, and the same in one line for a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from positions.comparison.terms import actors_in_words, renewal_in_words
from positions.model.vocabulary import Blank, Form
from positions.record.standing import as_far_as
from positions.sentences.glossary import Glossary
from positions.sentences.terms import term_title
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.model.dossier import Dossier, Issue, Memorandum, Position
    from positions.record.settle import DocumentEntry, Standing
    from positions.values import Measure

__all__ = [
    "INFERRED",
    "CellLine",
    "CellLineRole",
    "LineWords",
    "branch_title",
    "cell_lines",
    "terms_in_words",
]


INFERRED: Final = "inferred"
_RED: Final = "red line"
"""The mark of what the analyst concludes, and the party has not said."""


class CellLineRole(StrEnum):
    """What a line of a cell is, so that a screen can style it."""

    PART = "part"
    BRANCH = "branch"
    VALUE = "value"
    TERM = "term"
    BLANK = "blank"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line of a cell: its text, what it is, and how deep it stands under the lines before."""

    text: str
    role: CellLineRole
    depth: int = 0


@dataclass(frozen=True, slots=True)
class LineWords:
    """Puts what is said on an issue, or on a part of it, into words.

    Attributes:
        dossier: The dossier.
        issue: The issue.
        part: The part, or an empty text for the whole.
    """

    dossier: Dossier
    issue: Issue
    part: str = ""

    @property
    def measure(self) -> Measure:
        """What relates and prints the values."""
        return self.dossier.measure(self.issue.id, self.part)

    def value(self, position: Position) -> str:
        """Return the value as a reader sees it; an empty text where the position has none."""
        if position.value is None:
            return ""
        shown = self.measure.show(position.value)
        return f"{shown}; the rest {Blank.UNSEEN}" if position.goes_on else shown

    def one_line(self, position: Position, document: Memorandum | None = None) -> str:
        """Return value and terms as prose: `at least 30 days; from the withdrawal`.

        A branch that is blank, or strikes the clause, is the name of that; silence in a document
        that was not read whole says so.
        """
        struck = position.blank is Blank.DELETED
        blank = "struck" if struck else str(position.blank or "")
        if position.blank is Blank.SILENT and document is not None and not document.all_read:
            blank += as_far_as(document.reach)
        value = self.value(position) or blank
        # A wording may end in a full stop of its own; the sentence around it goes on.
        terms = Glossary.of(self.dossier).terms(position).beside(value)
        return "; ".join(filter(None, (value.removesuffix("."), *terms)))

    def branches(self, entry: DocumentEntry) -> str:
        """Return what a document says in one line, each of its alternatives behind its title."""
        options = entry.document.options
        branches = entry.position.alternatives or {"": entry.position}
        told = (
            f"{f'{options[label].title}: ' if label in options else ''}"
            f"{self.one_line(one, entry.document)}"
            for label, one in branches.items()
        )
        return " or ".join(dict.fromkeys(told))


_LABELS = {
    "scope": "scope: {}",
    "starts": "starts: {}",
    "until": "until: {}",
    "by": "by: {}",
    "conditions": "on condition: {}",
    "after": "after: {}",
    "modality": "strength: {}",
}


def terms_in_words(dossier: Dossier, position: Position) -> tuple[str, ...]:
    """Return each term of a position as a labelled phrase for a cell: `starts: the withdrawal`."""
    found = []
    for name in type(position).model_fields:
        stated = getattr(position, name) if name in _LABELS or name == "renewable" else None
        if name == "renewable" and stated is not None:
            found.append(renewal_in_words(stated))
        elif name == "conditions" and stated == ():
            found.append("without conditions")
        elif stated:
            words = (stated,) if isinstance(stated, str) else stated
            titles = "; ".join(dossier.title(word) for word in words)
            listed = actors_in_words(dossier, words) if name == "by" else titles
            before, after = _LABELS[name].split("{}")
            found.append(f"{before}{listed}{after}")
    return tuple(found)


def cell_lines(
    dossier: Dossier, issue: Issue, standings: Sequence[Standing]
) -> tuple[CellLine, ...]:
    """Return the lines of a party's cell.

    Args:
        dossier: The dossier.
        issue: The row's issue.
        standings: The party's standing on the issue; for an issue with parts its standing on
            each of them. Parts on which it stands alike share their lines.
    """
    if len(standings) == 1 and not standings[0].part:
        return _standing_lines(LineWords(dossier, issue), standings[0])
    groups: dict[tuple[CellLine, ...], list[str]] = {}
    for standing in standings:
        lines = _standing_lines(LineWords(dossier, issue, standing.part), standing)
        groups.setdefault(lines, []).append(issue.parts[standing.part].title)
    if len(groups) == 1 and len(standings) == len(issue.parts):
        return next(iter(groups))
    return tuple(
        line
        for lines, titles in groups.items()
        for line in (
            CellLine(", ".join(titles), CellLineRole.PART),
            *(CellLine(inner.text, inner.role, inner.depth + 1) for inner in lines),
        )
    )


def _standing_lines(words: LineWords, standing: Standing) -> tuple[CellLine, ...]:
    lines: list[CellLine] = []
    if not standing.speaks:
        lines.append(CellLine(standing.blank_in_words, CellLineRole.BLANK))
    else:
        for label, position in standing.branches:
            lines += _branch_lines(words, standing, label, position)
    lines += [CellLine(mark, CellLineRole.MARK) for mark in _marks(words, standing)]
    return tuple(lines)


def _branch_lines(
    words: LineWords, standing: Standing, label: str, position: Position
) -> list[CellLine]:
    head = [CellLine(branch_title(standing, label), CellLineRole.BRANCH)] if label else []
    depth = len(head)
    struck = "struck" if position.blank is Blank.DELETED else ""
    value = words.value(position) or struck
    terms = terms_in_words(words.dossier, position)
    marks = [*([INFERRED] if position.inferred else []), *([_RED] if position.red_line else [])]
    return [
        *head,
        CellLine(value, CellLineRole.VALUE, depth)
        if value
        else CellLine(standing.limited(position.blank), CellLineRole.BLANK, depth),
        *(CellLine(term, CellLineRole.TERM, depth) for term in terms),
        *(CellLine(mark, CellLineRole.MARK, depth) for mark in marks if label),
    ]


def branch_title(standing: Standing, label: str) -> str:
    """Return the title of a branch: of the document's option, or the label itself."""
    options = standing.entry.document.options if standing.entry else {}
    return options[label].title if label in options else label


def _marks(words: LineWords, standing: Standing) -> list[str]:
    dossier, entry = words.dossier, standing.entry
    marks = [f"under {', '.join(standing.under)}"] if standing.under else []
    if standing.voice:
        marks.append(f"in the words of {dossier.parties[standing.voice].name}")
    beside = [
        f"{_how_reported(standing, report)}, {_told(words, report)}" for report in standing.beside
    ]
    if entry is None:
        return [*marks, *beside]
    if entry.position.inferred:
        marks.append(INFERRED)
    marks += _whose_word(words, standing, entry)
    marks += _kept(dossier, standing, entry)
    marks += [_otherwise(words, standing, other) for other in standing.conflicts]
    if entry.position.as_in:
        marks.append(f"as in {_title_of(dossier, standing, entry.position.as_in)}")
    marks += beside
    if standing.accounts:
        marks.append("accounts differ")
    if standing.speaks and entry.position.red_line:
        marks.append(_RED)
    return marks


def _whose_word(words: LineWords, standing: Standing, entry: DocumentEntry) -> Iterator[str]:
    """Yield whose word it is, where it is not that of the text by which the party is known."""
    date = entry.document.date.written_day
    if standing.reported:
        age = "older report" if standing.older else "reported"
        own = ""
        if standing.own:
            own = f"; its own words of {_told(words, standing.own)}"
        elif standing.blank and standing.blank is not Blank.UNCODED:
            own = f"; its own words: {standing.blank_in_words}"
        named_above = standing.main is not None and not standing.elsewhere and not own
        yield age if named_above else f"{age}, {date}{own}"
    elif entry.document.form is Form.REPORT and standing.blank is not Blank.UNCODED:
        yield f"reported, {date}"
    elif standing.older:
        yield f"older words, {date}"
    elif standing.elsewhere:
        spoken = standing.elsewhere.form is Form.STATEMENT
        yield f"said {date}" if spoken else f"{standing.elsewhere.form}, {date}"


def _how_reported(standing: Standing, report: DocumentEntry) -> str:
    """Return when something else was reported than the record; no order that is not known."""
    word = standing.said_in
    said, told = word.date if word else report.document.date, report.document.date
    if said.surely_before(told):
        return "since reported"
    return "earlier reported" if told.surely_before(said) else "also reported"


def _told(words: LineWords, entry: DocumentEntry) -> str:
    """Return the day of a word and what it says: `2025-06-05: 20 %`."""
    return f"{entry.document.date.written_day}: {words.branches(entry)}"


def _kept(dossier: Dossier, standing: Standing, entry: DocumentEntry) -> Iterator[str]:
    """Yield which terms stay from an earlier word that the word of record does not mention."""
    kept: dict[str, list[str]] = {}
    for name, document in entry.kept:
        kept.setdefault(document.id, []).append(term_title(name))
    for title, names in kept.items():
        yield f"{listed(names)} as in {_title_of(dossier, standing, title)}"


def _otherwise(words: LineWords, standing: Standing, other: DocumentEntry) -> str:
    """Return what a party said besides, at the same moment, and in which document."""
    told = "reported" if other.document.form is Form.REPORT else "said"
    where = _title_of(words.dossier, standing, other.document.id)
    when = "in an order that is not known" if standing.unordered else "the same day"
    return f"{told} otherwise {when} in {where}: {words.branches(other)}"


def _title_of(dossier: Dossier, standing: Standing, document: str) -> str:
    """Return what a cell calls a document: a party's own is *its statement of* a day.

    That by which the party is known is named above the table, and is *its memorandum*.
    """
    known = dossier.memoranda.get(document)
    if known is None or known.party != standing.party or known.form is Form.REPORT:
        return Glossary.of(dossier).document(known) if known else document
    is_main = standing.main is not None and standing.main.id == document
    return f"its {known.form}" + ("" if is_main else f" of {known.date.written_day}")
