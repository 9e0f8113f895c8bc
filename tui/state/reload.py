"""Tells what another version of a file changed in the table: which rows, and their statuses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.comparison.cell_lines import cell_lines
from tui.paint.glyphs import LETTERS

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison, Row
    from tui.state.view import View

__all__ = ["ReloadNews", "news_of"]


@dataclass(frozen=True, slots=True)
class ReloadNews:
    """What a reload brought.

    Attributes:
        changed: The ids of the issues whose row says something else, or is new.
        said: The sentence.
        is_any: Whether anything in the table changed.
    """

    changed: frozenset[str]
    said: str
    is_any: bool = True


def news_of(before: View | None, after: View) -> ReloadNews | None:
    """Return what changed from one version to the next of what is shown.

    Returns:
        None where there was no table before, or is none now, or the newest text is not shown.
    """
    if before is None or before.comparison is None or after.comparison is None or after.stale:
        return None
    old = {row.issue.id: row for row in before.comparison.rows}
    new = {row.issue.id: row for row in after.comparison.rows}
    was, now = before.comparison, after.comparison
    changed = [
        name for name in new if name in old and _says(old[name], was) != _says(new[name], now)
    ]
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    moves = Counter(
        f"{LETTERS[old[name].status]} to {LETTERS[new[name].status]}"
        for name in changed
        if old[name].status != new[name].status
    )
    parts = [f"{_rows(len(changed))} changed"] if changed else []
    parts += [f"{move} ({count})" if count > 1 else move for move, count in moves.items()]
    parts += [f"{_rows(added)} more"] if added else []
    parts += [f"{_rows(gone)} fewer"] if gone else []
    said = ", ".join(parts) or "no row changed"
    return ReloadNews(
        frozenset(changed) | (new.keys() - old.keys()),
        f"Reloaded {after.good_at}: {said}.",
        bool(parts),
    )


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number} rows"


def _says(row: Row, comparison: Comparison) -> tuple[object, ...]:
    """Return all that a row shows."""
    dossier = comparison.dossier
    cells = (
        cell_lines(dossier, row.issue, [line.standings[party.id] for line in row.leaves])
        for party in comparison.parties
    )
    return (row.status, row.issue.title, *cells)
