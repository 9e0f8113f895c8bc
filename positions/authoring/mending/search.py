"""Tries mendings one by one, and keeps those that are the only one for their problem.

A mending is tried by reading the whole dossier with it: the problem has to be gone, and nothing new
may be wrong at its place. Where two that differ in what they say would do, neither is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from positions.authoring.edits import edited
from positions.authoring.mending.candidates import MendableFault, candidate_edits
from positions.problems.codes_reading import READING
from positions.problems.problem import Severity
from positions.reading.places import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.authoring.edits import TextEdit
    from positions.problems.problem import Problem, Span

__all__ = ["MOST_READ", "Mended", "Mending", "ReadAs", "Tried", "has_mending", "mended"]

MOST_READ: Final = 20_000_000
"""How many characters are read at most to try mendings; a large dossier gets fewer trials."""

_LOOKED_AT: Final = 50
"""For how many problems it is looked whether one has a mending to try."""

_NO_LINES: Final = Lines("", "")
_SYNTAX: Final = "syntax"
_TWICE: Final = "duplicate-key"
_CUTS_OFF: Final = frozenset(
    {
        *("syntax", "encoding", "too-large", "merge-conflict", "unreadable-file", "too-deep"),
        "several-documents",
    }
)
"""Codes of what keeps a part of a dossier from being read: what that declares is not unknown."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a dossier came to.

    Attributes:
        problems: Its problems.
        data: Its plain data; None where it is not YAML.
    """

    problems: tuple[Problem, ...]
    data: object


ReadAs = Callable[[Mapping[str, str]], Tried]
"""Reads the dossier with these texts in the place of those of its files."""


@dataclass(frozen=True, slots=True)
class Mending:
    """One change that mended a problem.

    Attributes:
        problem: The problem that is gone.
        file: The file.
        line: The line of the change, from 1.
        before: What was written there, from the first word that changed to the last.
        after: What is written now.
    """

    problem: Problem
    file: str
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A dossier with its mendings.

    Attributes:
        texts: The texts of its files, by path.
        mendings: What was changed, in the order in which it was.
    """

    texts: Mapping[str, str]
    mendings: tuple[Mending, ...]


def mended(texts: Mapping[str, str], read_as: ReadAs, most: int = MOST_READ) -> Mended:
    """Return the texts of a dossier with every problem mended that has one mending.

    Args:
        texts: The texts of its files, by the path that problems name.
        read_as: Reads the dossier with other texts.
        most: How many characters may be read to try them.
    """
    size = sum(map(len, texts.values()))
    search = _Search(dict(texts), read_as, most // max(size, 1))
    done: list[Mending] = []
    while (mending := search.next()) is not None:
        done.append(mending)
    return Mended(search.texts, tuple(done))


def has_mending(texts: Mapping[str, str], tried: Tried, read_as: ReadAs) -> bool:
    """Return whether a problem is found that has one mending, within what may be read.

    Where no problem has a mending to try, the dossier is not read again.

    Args:
        texts: The texts of its files, by the path that problems name.
        tried: What the dossier came to as it is.
        read_as: Reads the dossier with other texts.
    """
    lines = {name: Lines(text, name) for name, text in texts.items()}
    trials = MOST_READ // 20 // max(sum(map(len, texts.values())), 1)
    if not trials:  # of a dossier so large it is not looked for
        return False
    candidates = any(
        candidate_edits(_fault(problem, problem.span, lines[problem.span.file], tried.data))
        for problem in islice(tried.problems, _LOOKED_AT)
        if problem.span is not None and problem.span.file in lines
    )
    return candidates and _Search(dict(texts), read_as, trials).next() is not None


def _fault(problem: Problem, span: Span, lines: Lines, data: object) -> MendableFault:
    start = lines.offset(span.line, span.column)
    end = lines.offset(span.end_line, span.end_column)
    return MendableFault(problem, lines.text, start, end, data)


class _Search:
    def __init__(self, texts: dict[str, str], read_as: ReadAs, most: int) -> None:
        self.texts = texts
        self._read_as = read_as
        self._left = most
        self._state = read_as(texts)
        self._lines: dict[str, Lines] = {}
        self._seen: set[tuple[object, ...]] = set()

    def next(self) -> Mending | None:
        """Make the next mending, and return it; None where there is none."""
        cut = any(one.code in _CUTS_OFF for one in self._state.problems)
        for problem in self._state.problems:
            if cut and problem.code not in READING:
                continue
            key = (problem.code, problem.path, problem.sentence, problem.span)
            span = problem.span
            if span is None or span.file not in self.texts or key in self._seen:
                continue
            self._seen.add(key)
            found = _farthest(list(self._good(problem, span)))
            if found and all(state.data == found[0][2].data for _, _, state in found):
                edit, text, state = found[0]
                mending = _told(problem, span, self.texts[span.file], edit)
                self.texts[span.file], self._state = text, state
                return mending
        return None

    def _good(self, problem: Problem, span: Span) -> Iterator[tuple[TextEdit, str, Tried]]:
        """Yield the edits that mend a problem, each with the text and the dossier it makes."""
        text = self.texts[span.file]
        if self._lines.get(span.file, _NO_LINES).text is not text:
            self._lines[span.file] = Lines(text, span.file)
        fault = _fault(problem, span, self._lines[span.file], self._state.data)
        edits = candidate_edits(fault)
        # All of them, or none: one of two that are possible must not look like the only one.
        self._left -= len(edits)
        for edit in edits if self._left >= 0 else ():
            after = edited(text, [edit])
            state = self._read_as({**self.texts, span.file: after})
            if self._is_better(problem, edit, state, Lines(after, span.file)):
                yield edit, after, state

    def _is_farther(self, new: Problem, problem: Problem, lines: Lines) -> bool:
        """Return whether less of a file is unread behind a fault of syntax than behind another."""
        if new.span is None or problem.span is None or new.span.file != problem.span.file:
            return True
        before = Lines(self.texts[problem.span.file], "")
        left = len(before.text) - before.offset(problem.span.line, problem.span.column)
        return len(lines.text) - lines.offset(new.span.line, new.span.column) < left

    def _is_better(self, problem: Problem, edit: TextEdit, state: Tried, lines: Lines) -> bool:
        if self._state.data is not None and state.data is None:
            return False
        before = {(one.code, one.path, one.sentence) for one in self._state.problems}
        for one in state.problems:
            if one.code == problem.code == _SYNTAX:
                # Reading stops at the first such fault: the next one has to be farther down.
                if not self._is_farther(one, problem, lines):
                    return False
                continue
            if _is_same(one, problem):
                return False
            new = (one.code, one.path, one.sentence) not in before
            # That a value can be read shows what else may be wrong with it: that is no fault of it.
            grave = one.severity is Severity.ERROR or one.code in READING
            beside = _touches(one, edit, lines) or _is_of_its_record(one, problem)
            if new and grave and (one.code == _TWICE or beside):
                return False
        return True


def _is_same(one: Problem, other: Problem) -> bool:
    """Return whether two problems are one, before and after an edit that adds no line before it."""
    alike = (one.code, one.path) == (other.code, other.path)
    return alike and bool(one.span and other.span and one.span[:3] == other.span[:3])


def _farthest(found: list[tuple[TextEdit, str, Tried]]) -> list[tuple[TextEdit, str, Tried]]:
    """Return those of the mendings after which YAML can be read, if there are any; else all."""
    whole = [one for one in found if all(p.code != _SYNTAX for p in one[2].problems)]
    return whole or found


def _touches(problem: Problem, edit: TextEdit, lines: Lines) -> bool:
    """Return whether a problem is at the place of an edit, in the text that the edit made."""
    span = problem.span
    if span is None or span.file != lines.name:
        return False
    start = lines.offset(span.line, span.column)
    end = lines.offset(span.end_line, span.end_column)
    return start < edit.start + len(edit.text) and edit.start < max(end, start + 1)


def _is_of_its_record(new: Problem, mended_one: Problem) -> bool:
    """Return whether a problem is about the record in which another problem was mended."""
    return bool(mended_one.path) and new.path == mended_one.path[:-1]


def _told(problem: Problem, span: Span, text: str, edit: TextEdit) -> Mending:
    """Return what an edit changed, as whole words."""
    start = max(text.rfind(sign, 0, edit.start) for sign in " \t\n{[") + 1
    end = edit.end
    while end < len(text) and text[end] not in " \t\r\n,]}":
        end += 1
    line, _ = Lines(text, "").place(edit.start)
    after = text[start : edit.start] + edit.text + text[edit.end : end]
    return Mending(problem, span.file, line, text[start:end], after)
