"""Names the command that would mend a problem, with capitals for what only a person can say."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from positions.authoring.edits import record_at
from positions.authoring.mending.advice import MENDED, named_id
from positions.authoring.mending.candidates import NAMED_IN
from positions.authoring.mending.neighbours import neighbours
from positions.reading.files import STANDARD_INPUT
from positions.reading.places import Mapping, Sequence
from positions.text.likeness import ASKED
from positions.text.patterns import pattern
from positions.text.shell import path_word

if TYPE_CHECKING:
    from collections.abc import Mapping as ReadOnly

    from positions.problems.problem import Path, Problem

__all__ = ["command_for"]

_ID: Final = pattern(r"\w[\w.-]{0,79}")
_ADDED: Final[ReadOnly[str, tuple[str, ...]]] = {
    "unknown-source": (
        *("source", "--publisher", "PUBLISHER", "--date", "DATE", "--title", "TITLE"),
    ),
    "unknown-party": ("party", "--name", "NAME"),
    "unknown-issue": ("issue", "--kind", "KIND"),
    "unknown-reference": ("event", "--title", "TITLE"),
    "unknown-step": ("event", "--title", "TITLE"),
    "unknown-whole": ("event", "--title", "TITLE"),
}
"""What adds the record that is named and not declared, but for its id."""

_SAID: Final[ReadOnly[str, tuple[str, ...]]] = {
    "unreadable-value": ("VALUE", "--correct"),
    "terms-without-value": ("VALUE",),
    "without-source": ("--source", "ID"),
}
"""What writes into the position in which something is wrong."""


def command_for(problem: Problem, data: object, path: str = "") -> str:
    """Return the command of `positions` that would mend a problem; empty where there is none.

    None adds what is not declared where the problem asks whether a declared word was meant.

    Args:
        problem: The problem.
        data: The plain data of the dossier.
        path: The dossier that the command has to name; empty where it finds it by itself.
    """
    words = _words_for(problem, data)
    if not words or path == STANDARD_INPUT:
        return ""
    if path:
        words += ([] if words[1] == "check" else ["--file"]) + [path_word(path)]
    return shlex.join(words)


def _words_for(problem: Problem, data: object) -> list[str]:
    """Return the words of a command, but for the dossier."""
    if problem.code in _ADDED:
        section, *options = _ADDED[problem.code]
        name = named_id(problem, data) if problem.path else ""
        name = name if _ID.fullmatch(name) else ""
        known = [one for records in NAMED_IN[problem.code] for one in record_at(data, (records,))]
        if problem.suggestion.startswith(MENDED) or (
            problem.suggestion.startswith(ASKED) and len(neighbours(name, known)) == 1
        ):
            return ["positions", "check", "--fix"]
        undeclared = problem.suggestion.startswith(("Declare", "Name an issue"))
        return ["positions", "add", section, name, *options] if name and undeclared else []
    if problem.code in _SAID:
        words = _position(problem.path, data)
        return [*words, *_SAID[problem.code]] if words else []
    return []


def _at(data: object, path: Path) -> object:
    """Return what is at a path of plain data; a text alone is a list of one."""
    for step in path:
        if isinstance(data, Mapping) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, Sequence) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        elif not (isinstance(data, str) and step == 0):
            return None
    return data


def _position(path: Path, data: object) -> list[str]:
    """Return the words of `set` for the position that has a path, or is above it.

    None while its party or its issue is not declared: the command would be refused.
    """
    if path[:1] != ("memoranda",) or len(path) < 4 or path[2] != "positions":
        return []
    document, issue = str(path[1]), str(path[3])
    party = str(record_at(data, path[:2]).get("party", document))
    declared = ((_at(data, ("parties",)), party), (_at(data, ("issues",)), issue))
    if not all(isinstance(ids, Mapping | Sequence) and name in ids for ids, name in declared):
        return []
    words = ["positions", "set", issue, party, "--document", document]
    for place, step in enumerate(path[4:-1], start=4):
        option = {"parts": "--part", "alternatives": "--option", "accounts": "--account"}
        if step in option:
            words += [option[str(step)], str(path[place + 1])]
    return words
