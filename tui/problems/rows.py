"""Problems as the rows of a grid, and one problem in full."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from textual.content import Content

from positions.problems.catalogue import CODES
from positions.problems.problem import Severity
from positions.reports.page.runs import Mark, Run
from positions.text.safe import visible
from tui.grid.layout import GridColumn, GridData, GridRow, RowKind, cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.problems.problem import Problem
    from tui.grid.layout import CellText

__all__ = ["in_full", "problem_grid", "row_ids", "summary", "titles_at"]

TWO_COLUMNS_FROM: Final = 100
BESIDE_FROM: Final = 72

_LETTERS: Final = {Severity.ERROR: "E", Severity.WARNING: "W"}
_ROLES: Final = {Severity.ERROR: Mark.DIVIDED, Severity.WARNING: Mark.WARNING}
_STYLES: Final = {Severity.ERROR: "bold $text-error", Severity.WARNING: "bold $text-warning"}


def row_ids(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return an id for each problem that stays when lines are added above it: code and path."""
    seen: Counter[str] = Counter()
    ids = []
    for problem in problems:
        name = f"{problem.code} {'/'.join(map(str, problem.path))}"
        seen[name] += 1
        ids.append(f"{name} {seen[name]}")
    return tuple(ids)


def titles_at(columns: int) -> tuple[str, ...]:
    """Return the titles of the columns that a screen has room for beside the line and the code.

    Below 72 cells they stand under the line, and need none.
    """
    if columns >= TWO_COLUMNS_FROM:
        return ("What is wrong", "What to do")
    return ("What is wrong and what to do",) if columns >= BESIDE_FROM else ("",)


def problem_grid(problems: Sequence[Problem], titles: Sequence[str], path: str = "") -> GridData:
    """Return a row for each problem, under its file if that is not the dossier itself.

    Args:
        problems: In the order of the text.
        titles: As `titles_at` tells; with two of them, what to do has a column of its own.
        path: The dossier, where it may be a folder.
    """
    files = {problem.span.file for problem in problems if problem.span}
    with_files = len(files | {path or file for file in files}) > 1
    rows = _rows(problems, with_files=with_files, two_columns=len(titles) > 1)
    columns = tuple(GridColumn(title, title) for title in titles)
    return GridData(columns=columns, rows=tuple(rows), issue_title="Line and code", sign=0)


def _rows(problems: Sequence[Problem], *, with_files: bool, two_columns: bool) -> Iterator[GridRow]:
    shown = None
    for problem, row_id in zip(problems, row_ids(problems), strict=True):
        file = problem.span.file if problem.span else ""
        if with_files and file != shown:
            yield GridRow(f"\x1e{file}", cell(Run(file or "No place")), kind=RowKind.HEADING)
            shown = file
        yield GridRow(
            row_id,
            cell(Run(_place(problem)), Run(problem.code, Mark.MUTED)),
            _cells(problem, two_columns=two_columns),
            letter=_LETTERS[problem.severity],
            glyph=" ",
            role=_ROLES[problem.severity],
        )


def _place(problem: Problem) -> str:
    return f"{problem.span.line}:{problem.span.column}" if problem.span else "no place"


def _cells(problem: Problem, *, two_columns: bool) -> tuple[CellText, ...]:
    if two_columns:
        return cell(Run(problem.sentence)), cell(Run(problem.suggestion))
    if not problem.suggestion:
        return (cell(Run(problem.sentence)),)
    return (cell(Run(problem.sentence), Run(problem.suggestion, Mark.MUTED)),)


def summary(problems: Sequence[Problem]) -> str:
    """Return `2 errors, 1 warning`."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    )


def in_full(problem: Problem) -> Content:
    """Return everything about a problem: place, sentence, what to do, what its code means."""
    code = CODES[problem.code]
    head = Content.assemble(
        (f"{problem.severity} {problem.code}", _STYLES[problem.severity]),
        (f"  {visible(str(problem.span))}" if problem.span else "", "$text-muted"),
    )
    named = {
        "": problem.sentence,
        "what to do: ": problem.suggestion or code.remedy,
        "in general: ": f"{code.meaning} {code.remedy}" if problem.suggestion else code.meaning,
    }
    lines = [head]
    lines += [
        Content.assemble((label, "$text-muted"), visible(text)) for label, text in named.items()
    ]
    for label, example in (("not: ", code.wrong), ("but: ", code.right)):
        for number, line in enumerate(example.split("\n") if example else ()):
            lead = label if not number else " " * len(label)
            lines.append(Content.assemble((lead, "$text-muted"), visible(line)))
    return Content("\n").join(lines)
