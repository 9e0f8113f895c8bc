"""Problems of dossiers for people, for other programs, and for GitHub's pages.

As text, a problem is a line: `file:line:column: severity code: sentence suggestion`. Where a
command of `positions` would mend it, the line ends with that, capitals for what only a person can
say.

As JSON, all dossiers that were checked at once are one object of:

- `schema`: 1; names are only ever added while it is the same number.
- `dossiers`: a list of `{dossier, readable, errors, warnings}`, in the order in which they were
  named. `readable` is false where nothing could be compared.
- `problems`: a list of `{dossier, file, line, column, end_line, end_column, path, code, severity,
  sentence, suggestion}`. Lines and columns count from 1, columns in characters; the end is the
  column after the last. All five of the place are null where a problem has none. `path` lists
  the keys, and the positions in lists from 0, that lead to it. `suggestion` may be null.

It is plain ASCII, so that nothing in a dossier's text reaches a terminal as it is.

For GitHub, a problem is a workflow command, `::error file=…,line=…::sentence`, which becomes a note
beside the line in a pull request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.problems.problem import Severity
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from positions.loader import Loaded
    from positions.problems.problem import Problem

__all__ = ["SCHEMA", "problems_github", "problems_json", "problems_text"]

SCHEMA: Final = 1
"""The version of the shape of the JSON."""


def problems_text(
    problems: Iterable[Problem], name: str, command_for: Callable[[Problem], str] | None = None
) -> str:
    """Return each problem as a line.

    Args:
        problems: The problems of a dossier.
        name: What the dossier is called where a problem has no place.
        command_for: Returns the command that would mend a problem, if there is one.
    """
    return "".join(f"{visible(_line(one, name, command_for))}\n" for one in problems)


def _line(problem: Problem, name: str, command_for: Callable[[Problem], str] | None) -> str:
    command = command_for(problem) if command_for else ""
    place = "" if problem.span else f"{name}: "
    return f"{place}{problem}{f' Command: {command}' if command else ''}"


def problems_json(checked: Sequence[tuple[str, Loaded]]) -> str:
    """Return the problems of several dossiers, each after its name, ended by a newline."""
    import json

    data = {
        "schema": SCHEMA,
        "dossiers": [_summary(name, loaded) for name, loaded in checked],
        "problems": [
            {"dossier": name, **_data(problem)}
            for name, loaded in checked
            for problem in loaded.problems
        ],
    }
    return json.dumps(data, indent=2) + "\n"


def _summary(name: str, loaded: Loaded) -> dict[str, object]:
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    return {
        "dossier": name,
        "readable": loaded.dossier is not None,
        "errors": errors,
        "warnings": len(loaded.problems) - errors,
    }


def _data(problem: Problem) -> dict[str, object]:
    place = problem.span or (None,) * 5
    return {
        **dict(zip(("file", "line", "column", "end_line", "end_column"), place, strict=True)),
        "path": list(problem.path),
        "code": problem.code,
        "severity": str(problem.severity),
        "sentence": problem.sentence,
        "suggestion": problem.suggestion or None,
    }


def problems_github(problems: Iterable[Problem], name: str) -> str:
    """Return each problem as a workflow command, a line each.

    Args:
        problems: The problems of a dossier.
        name: The path of the dossier, for problems without a place.
    """
    return "".join(f"{_command(problem, name)}\n" for problem in problems)


def _command(problem: Problem, name: str) -> str:
    properties: dict[str, str | int] = {}
    span = problem.span
    properties["file"] = span.file if span else name
    if span:
        properties |= {"line": span.line, "endLine": span.end_line}
        # GitHub drops the columns of what goes over several lines, and includes the last one.
        if span.line == span.end_line:
            last = max(span.column, span.end_column - 1)
            properties |= {"col": span.column, "endColumn": last}
    properties["title"] = problem.code
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    said = f"{problem.sentence} {problem.suggestion}".rstrip()
    return f"::{problem.severity} {listed}::{_escaped(said)}"


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """Return a text as it may stand in a workflow command: on one line, and nothing hidden."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)
