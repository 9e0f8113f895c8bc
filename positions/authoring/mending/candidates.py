"""Proposes mendings for a problem: edits that may be what was meant, to be tried one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from positions.authoring.edits import TextEdit, record_at
from positions.authoring.mending.neighbours import neighbours
from positions.authoring.mending.syntax import quoted_edit, syntax_edits
from positions.authoring.mending.written_dates import dates_meant
from positions.authoring.scalars import quoted_scalar, scalar
from positions.model.dossier import (
    Basis,
    Blank,
    Disclosure,
    Event,
    Form,
    Header,
    Issue,
    Memorandum,
    Modality,
    Option,
    Outcome,
    Part,
    Party,
    Phrasing,
    Position,
    Reaction,
    Role,
    Source,
)
from positions.model.records import SECTIONS
from positions.text.likeness import several
from positions.text.patterns import pattern
from positions.text.signs import quoted_in_curly_marks
from positions.values import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from enum import StrEnum

    from positions.problems.problem import Problem

__all__ = ["NAMED_IN", "MendableFault", "called_now", "candidate_edits"]

_RECORDS: Final = (
    *(Header, Party, Source, Event, Issue, Part, Phrasing, Memorandum, Option, Position, Outcome),
)
_KEYS: Final = tuple(
    dict.fromkeys(
        [
            *SECTIONS,
            *(name for record in _RECORDS for name in record.model_fields),
            *("as", "demand", "refuse", "only"),
        ]
    )
)
_VOCABULARIES: Final[tuple[type[StrEnum], ...]] = (
    *(Basis, Disclosure, Form, Modality, Reaction, Role),
)
_BLANKS: Final = tuple(str(word) for word in Blank if word is not Blank.UNREADABLE)
_FIELD_WORDS: Final = (
    *(str(word) for words in _VOCABULARIES for word in words),
    *_BLANKS,
    *("each", "total", "one way", "maximum", "minimum", "true", "false"),
)
_VALUE_WORDS: Final = (
    *("minute", "minutes", "hour", "hours", "days", "week", "weeks", "month", "months", "year"),
    *(
        "years",
        "million",
        "billion",
        "thousand",
        "percent",
        "least",
        "most",
        "more",
        "less",
        "than",
    ),
    *("about", "around", "between", "unlimited", "unspecified", "none", "limit", "agreed", "each"),
    *("from", "until", "over", "under", "January", "February", "March", "April", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
NAMED_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "unknown-party": ("parties",),
    "unknown-issue": ("issues",),
    "unknown-source": ("sources",),
    "unknown-reference": ("events", "issues", "parties"),
    "unknown-step": ("events", "issues"),
    "unknown-whole": ("issues", "events"),
    "unknown-document": ("memoranda",),
}
"""The sections that declare what is not declared, by the code of that."""

_TITLES: Final = ("title", "name", "short")
_FREE_WORDS: Final = frozenset(
    {
        *("title", "name", "noun", "note", "quote", "text", "translation", "paraphrase", "reason"),
        *("scope", "provision", "refused", "disputed", "speaker", "publisher", "left_out", "verb"),
        *("plural", "short", "via", "conditions"),
    }
)
_WORD: Final = pattern(r"[^\W\d][\w.-]*")
_MARKS: Final = "'\""


@dataclass(frozen=True, slots=True)
class MendableFault:
    """A problem, and the stretch of its file where it is.

    Attributes:
        problem: The problem.
        text: The whole text of the file.
        start: The offset where the stretch begins.
        end: Where it ends.
        data: The data of the whole dossier.
    """

    problem: Problem
    text: str
    start: int
    end: int
    data: object

    @property
    def written(self) -> str:
        """The stretch as it is written."""
        return self.text[self.start : self.end]

    def replaced(self, words: str) -> TextEdit:
        """Return the edit that puts words in the place of the stretch."""
        return TextEdit(self.start, self.end, words)


def candidate_edits(fault: MendableFault) -> tuple[TextEdit, ...]:
    """Return the edits that may mend a fault, none of which is tried yet.

    Each changes how something is written, and no word of a text that is quoted.
    """
    rules = _RULES.get(fault.problem.code, ())
    return tuple(dict.fromkeys(edit for rule in rules for edit in rule(fault)))


def _words_replaced(fault: MendableFault, known: tuple[str, ...]) -> Iterator[TextEdit]:
    """Yield each word of a stretch with one of its neighbours in its place."""
    whole = fault.written.strip(_MARKS)
    for word in neighbours(whole, known):
        yield fault.replaced(_as_written(fault, word))
    meant = cache(partial(neighbours, known=known))  # a value may say one word very often
    for found in _WORD.finditer(fault.written):
        if found.group() == whole or found.group() in known:
            continue
        start = fault.start + found.start()
        for word in meant(found.group()):
            yield TextEdit(start, start + len(found.group()), word)


def _as_written(fault: MendableFault, word: str) -> str:
    """Return a word with the marks of the one whose place it takes, or as it needs them."""
    mark = fault.written[:1]
    if mark in _MARKS and fault.written[-1:] == mark and mark not in word:
        return f"{mark}{word}{mark}"
    return scalar(word) if "," not in word else quoted_scalar(word)


def _key(fault: MendableFault) -> Iterator[TextEdit]:
    return _words_replaced(fault, _KEYS)


def _kind(fault: MendableFault) -> Iterator[TextEdit]:
    return _words_replaced(fault, tuple(KINDS))


def _field_word(fault: MendableFault) -> Iterator[TextEdit]:
    if "\n" not in fault.written:
        yield from _words_replaced(fault, _FIELD_WORDS)


def _date(fault: MendableFault) -> Iterator[TextEdit]:
    for date in dates_meant(fault.written.strip(_MARKS)):
        yield fault.replaced(_as_written(fault, date))


def called_now(data: object, sections: Iterable[str]) -> dict[str, list[str]]:
    """Return by each id that records of some sections had before the ids that they have now."""
    found: dict[str, list[str]] = {}
    for section in sections:
        for now, record in record_at(data, (section,)).items():
            former = record.get("formerly") if isinstance(record, Mapping) else None
            for before in former if isinstance(former, list) else [former]:
                if isinstance(before, str) and before:
                    found.setdefault(before, []).append(now)
    return found


def _id(fault: MendableFault) -> Iterator[TextEdit]:
    """Yield an id for a former or misspelt one, and for a title that is written in its place."""
    known: list[str] = []
    said = fault.written.strip(_MARKS)
    for now in called_now(fault.data, NAMED_IN[fault.problem.code]).get(said, ()):
        yield fault.replaced(_as_written(fault, now))
    for section in NAMED_IN[fault.problem.code]:
        records = record_at(fault.data, (section,))
        known += records
        for name in _entitled(records, said):
            yield fault.replaced(_as_written(fault, name))
    if listed := several(said, known):
        yield fault.replaced(f"[{', '.join(listed)}]")
    yield from _words_replaced(fault, tuple(known))


def _part(fault: MendableFault) -> Iterator[TextEdit]:
    path = fault.problem.path
    issue = path[3] if path[:1] == ("memoranda",) and len(path) > 3 else ""
    if path[:1] == ("outcomes",):
        issue = str(record_at(fault.data, path[:2]).get("issue"))
    parts = record_at(fault.data, ("issues", issue, "parts"))
    for name in _entitled(parts, fault.written.strip(_MARKS)):
        yield fault.replaced(_as_written(fault, name))
    yield from _words_replaced(fault, tuple(parts))


def _value(fault: MendableFault) -> Iterator[TextEdit]:
    """Yield a value with one word spelt otherwise, or the id whose title it is."""
    if "\n" in fault.written:
        return
    path, known = fault.problem.path, [*_VALUE_WORDS, *_BLANKS]
    issue = path[3] if path[:1] == ("memoranda",) and len(path) > 3 else path[1]
    if path[:1] == ("outcomes",):
        issue = str(record_at(fault.data, path[:2]).get("issue"))
    known += _WORD.findall(str(record_at(fault.data, ("issues", issue)).get("unit") or ""))
    for field in ("options", "items"):
        words = record_at(fault.data, ("issues", issue, field))
        known += words
        for name in _entitled(words, fault.written.strip(_MARKS)):
            yield fault.replaced(_as_written(fault, name))
    yield from _words_replaced(fault, tuple(known))


def _entitled(records: Mapping[str, object], title: str) -> Iterator[str]:
    """Yield the ids of the records that have this title or name."""
    for name, record in records.items():
        titles = [record] if isinstance(record, str) else []
        if isinstance(record, Mapping):
            titles = [str(record[field]) for field in _TITLES if record.get(field)]
        if title.casefold() in {one.casefold() for one in titles}:
            yield name


def _straight_marks(fault: MendableFault) -> Iterator[TextEdit]:
    """Yield a typed value or an id in straight marks; in free words, curly ones may be meant."""
    inner = quoted_in_curly_marks(fault.written)
    if inner and not _FREE_WORDS & set(fault.problem.path[-2:]):
        yield fault.replaced(scalar(inner) if "," not in inner else quoted_scalar(inner))


def _quoted(fault: MendableFault) -> Iterator[TextEdit]:
    yield quoted_edit(fault.text, fault.start, fault.end)


def _commented(fault: MendableFault) -> Iterator[TextEdit]:
    """Yield the value with what looks like its comment, and a space before a true comment."""
    yield TextEdit(fault.start, fault.start, " ")
    before = fault.text.rfind(": ", 0, fault.start)
    if before > fault.text.rfind("\n", 0, fault.start):
        yield quoted_edit(fault.text, before + 2, fault.end)


def _outdented(fault: MendableFault) -> Iterator[TextEdit]:
    """Yield the name of a section in column 1."""
    start = fault.text.rfind("\n", 0, fault.start) + 1
    if fault.problem.path[-1] in SECTIONS and not fault.text[start : fault.start].strip():
        yield TextEdit(start, fault.start, "")


def _spaced(fault: MendableFault) -> Iterator[TextEdit]:
    colon = fault.text.find(":", fault.start, fault.end)
    if colon >= 0:
        yield TextEdit(colon + 1, colon + 1, " ")


def _syntax(fault: MendableFault) -> Iterator[TextEdit]:
    return syntax_edits(fault.text, fault.start)


_RULES: Final[Mapping[str, tuple[Callable[[MendableFault], Iterator[TextEdit]], ...]]] = {
    **dict.fromkeys(NAMED_IN, (_id,)),
    "unknown-key": (_key,),
    "misplaced-entry": (_outdented,),
    "unknown-kind": (_kind,),
    "unknown-part": (_part,),
    "wrong-value": (_field_word, _date),
    "unreadable-value": (_value,),
    "curly-marks": (_straight_marks,),
    "bad-id": (_straight_marks,),
    "comma-in-flow": (_quoted, _date),
    "block-in-value": (_quoted,),
    "unknown-alias": (_quoted,),
    "comment-in-value": (_commented,),
    "missing-space": (_spaced,),
    "syntax": (_syntax,),
}
