"""Says what to do about a word that is not known where it stands, and is known elsewhere."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from positions.authoring.edits import record_at
from positions.authoring.mending.candidates import NAMED_IN, called_now
from positions.authoring.scalars import quoted_scalar, scalar
from positions.model.records import POSITION, RECORDS, SECTIONS, home_of
from positions.text.english import listed
from positions.text.likeness import ASKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from positions.problems.problem import Path, Problem

__all__ = ["MENDED", "advised", "named_id"]

_CALLED: Final = "It is called "
MENDED: Final = (_CALLED, "Write a list: ")
"""How advice begins that `check --fix` can follow."""

_IN_DOCUMENT: Final = len(("memoranda", "a document", "a key"))
_MOST_HOMES: Final = 3
_LONGEST: Final = 20
_STATING: Final = frozenset({"value", "blank", "parts", "alternatives", "as"})


def advised(problems: Iterable[Problem], data: object) -> list[Problem]:
    """Return problems, each with advice that leads where its word is known; else as it is.

    Args:
        problems: The problems.
        data: The plain data of the dossier.
    """
    called = cache(partial(called_now, data))
    return [_advised(problem, data, called) for problem in problems]


def _advised(
    problem: Problem, data: object, called: Callable[[tuple[str, ...]], dict[str, list[str]]]
) -> Problem:
    if not problem.path or problem.suggestion.startswith(("Write ", "Put ", "Remove ")):
        return problem
    advice = ""
    if problem.code in NAMED_IN:
        found = called(tuple(NAMED_IN[problem.code])).get(named_id(problem, data), ())
        advice = "".join(f"{_CALLED}`{now}` now." for now in found)
    section = len(problem.path) == 1 and problem.suggestion.startswith(ASKED)
    if not (advice or section) and (problem.code == "unknown-key" or _at_key(problem)):
        advice = _elsewhere(problem.path, str(problem.path[-1]), data)
    return replace(problem, suggestion=advice) if advice else problem


def named_id(problem: Problem, data: object) -> str:
    """Return the id that is named at a problem's path: a key, or a text, which is a list of one."""
    *above, last = problem.path
    given: object = record_at(data, (*above,)).get(str(last))
    if isinstance(last, int):
        given = record_at(data, (*above[:-1],)).get(str(above[-1]))
        given = given[last] if isinstance(given, list) and last < len(given) else given
    return given if isinstance(given, str) and not _at_key(problem) else str(last)


def _at_key(problem: Problem) -> bool:
    return problem.path[-2:-1] in {(one,) for one in ("positions", "accounts", "delivered")}


def _elsewhere(path: Path, name: str, data: object) -> str:
    """Return where a key belongs that is not known at its path; empty where nothing is known."""
    depth = len(path) if path[0] == "memoranda" else 0
    if depth > _IN_DOCUMENT and path[2] == "positions":
        if name in POSITION.fields and depth == _IN_DOCUMENT + 1:
            return f"It is a field of a position: {_in_position(path, name, data)}."
        if name in RECORDS["memoranda"].fields:
            return "It is a field of a document: write it beside `positions`."
    if name in SECTIONS:
        return "It is a section: begin it in column 1."
    if home := home_of(record_at(data, path)):
        return f"It is {RECORDS[home].noun}: write it under `{home}`."
    if depth == _IN_DOCUMENT:
        if name in record_at(data, ("issues",)):
            return "It is an issue: write it under `positions`."
        if name in POSITION.fields:
            return "It is a field of a position: write it in one, under `positions`."
    homes = [sort.noun for sort in (*RECORDS.values(), POSITION) if name in sort.fields]
    if len(homes) > _MOST_HOMES:
        return "It is a field of other records."
    return f"It is a field of {listed(homes, 'or')}." if homes else ""


def _in_position(path: Path, name: str, data: object) -> str:
    """Return how a field is written in the position that stands before it."""
    beside = record_at(data, path[:-1])
    issues = record_at(data, ("issues",))
    above = [key for key in list(beside)[: list(beside).index(name)] if key in issues]
    if not above:
        return "write it in one"
    value = beside[above[-1]]
    if value is None:
        return f"indent it below `{above[-1]}`"
    if not isinstance(value, str) or len(value) > _LONGEST or name in _STATING:
        return f"write it in that on `{above[-1]}`"
    words = scalar(value) if "," not in value else quoted_scalar(value)
    return f"write `{above[-1]}: {{value: {words}, {name}: …}}`"
