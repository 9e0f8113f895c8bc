"""Copies parts of the matrix as text: a cell, rows as Markdown, a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.authoring.skeletons import skeleton
from positions.comparison.cell_lines import CellLineRole, cell_lines
from positions.reports.page.markdown import escaped
from positions.reports.page.summary import moment_in_words
from tui.matrix.detail_text import evidence_in_brief, place_in_brief
from tui.state.clipboard import copy
from tui.state.view import is_chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import App

    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Comparison, Row
    from tui.state.cell_place import CellPlace
    from tui.state.view import View

__all__ = ["cell_as_text", "copied_skeleton", "copies", "rows_as_markdown"]


def copies(view: View, spot: CellPlace | None, marked: Sequence[Row]) -> dict[str, str]:
    """Return what can be copied, by name: cell, sentence, row, its place, the marked rows."""
    comparison = view.comparison
    if comparison is None:
        return {}
    found = {
        "Cell": cell_as_text(view, spot) if spot else "",
        "Sentence": _with_moment(comparison, str(spot.line.reason)) if spot else "",
        "Row as Markdown": rows_as_markdown(comparison, (spot.row,)) if spot else "",
        "File and line": place_in_brief(view, spot) if spot else "",
        f"Marked rows as Markdown ({len(marked)})": (
            rows_as_markdown(comparison, marked) if marked else ""
        ),
    }
    return {name: text for name, text in found.items() if text}


def cell_as_text(view: View, spot: CellPlace) -> str:
    """Return `Russia on Length of the ceasefire: 30 days; starts: … (TASS B1)`.

    Where somebody chose another moment, or options, it says so: it is so for them alone.
    """
    if view.comparison is None or spot.party is None:
        return ""
    lines = cell_lines(view.comparison.dossier, spot.row.issue, spot.standings)
    part = f", {spot.line.title}" if spot.line.part else ""
    said = f"{spot.party.heading} on {spot.row.issue.title}{part}: {_in_one_line(lines)}"
    return _with_moment(view.comparison, said, evidence_in_brief(view, spot))


def rows_as_markdown(comparison: Comparison, rows: Iterable[Row]) -> str:
    """Return a table of issues by parties, with the status and its reason."""
    names = [escaped(party.heading) for party in comparison.parties]
    table = [f"| | {' | '.join(['Issue', *names, 'Why'])} |", "|---" * (len(names) + 3) + "|"]
    for row in rows:
        cells = [
            escaped(
                _in_one_line(
                    cell_lines(
                        comparison.dossier,
                        row.issue,
                        [line.standings[party.id] for line in row.leaves],
                    )
                )
            )
            for party in comparison.parties
        ]
        head = [row.status.letter, escaped(row.issue.title)]
        table.append(f"| {' | '.join([*head, *cells, escaped(row.whole.sentence)])} |")
    moment = _moment(comparison)
    return "\n".join([*table, *(["", f"{escaped(moment)}."] if moment else []), ""])


def _moment(comparison: Comparison) -> str:
    """Return when and under which options it is so, where somebody chose that; else nothing."""
    if not is_chosen(comparison):
        return ""
    return moment_in_words(comparison.dossier, comparison.as_of, comparison.options)


def _with_moment(comparison: Comparison, *said: str) -> str:
    """Return the first text, with the others and what `_moment` says of it in brackets."""
    text, *beside = filter(None, (*said, _moment(comparison)))
    return f"{text} ({'; '.join(beside)})" if beside else text


def _in_one_line(lines: Iterable[CellLine]) -> str:
    """Return the lines of a cell one after the other; a label is followed by a colon."""
    text = ""
    for line in lines:
        glue = "" if not text else " " if text.endswith(":") else "; "
        text += (
            glue
            + line.text
            + (":" if line.role in {CellLineRole.PART, CellLineRole.BRANCH} else "")
        )
    return text


def copied_skeleton(app: App[None], view: View | None, spot: CellPlace | None) -> str:
    """Copy the lines of a position for a cell, and return what is said of it."""
    if view is None or view.comparison is None or spot is None:
        return "Here is no issue to write on."
    if spot.party is None:
        return "Here is no party to write of."
    dossier = view.comparison.dossier
    text = skeleton(dossier, spot.row.issue.id, spot.party.id, spot.line.part)
    return f"{copy(app, text)}: the lines of a position on {spot.title}."
