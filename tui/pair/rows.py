"""Two parties as the rows of a grid: what each says, with the words marked that it alone says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.pairs import pair_up
from positions.reports.pairs.words import dividing, nothing_divides, share_in_words, stands_in_words
from tui.bars.filter import no_match
from tui.matrix.rows import MatrixRows

if TYPE_CHECKING:
    from positions.analysis.pairs import PairSummary
    from positions.comparison.rows import Comparison, Row
    from positions.filter.language import Query
    from tui.paint.glyphs import Glyphs

__all__ = ["PairRows", "pair_sentence"]

ONE_PARTY = "A pair takes two parties, and one is compared. Esc goes back."
NO_PARTY = "A pair takes two parties, and none is compared. Esc goes back."


class PairRows(MatrixRows):
    """The rows of a comparison of two parties: those of their gaps, or all; every line marked."""

    marked_from = 0

    def __init__(self, comparison: Comparison, glyphs: Glyphs, *, gaps_only: bool) -> None:
        """Find what is between the two."""
        super().__init__(comparison, glyphs)
        self._gaps_only = gaps_only
        self.between: PairSummary | None = next(iter(pair_up(comparison).all), None)
        self._gaps = dividing(self.between) if self.between else frozenset()

    @property
    def gaps(self) -> frozenset[str]:
        """The ids of the issues on which both speak and are not the same."""
        return self._gaps

    def matching(self, query: Query) -> tuple[Row, ...]:
        """Return the rows that pass a filter, in the dossier's order: of the gaps, or of all."""
        if self.between is None:
            return ()
        rows = super().matching(query)
        return tuple(row for row in rows if row.issue.id in self._gaps or not self._gaps_only)

    def set_against(self, party: str, reference: str | None) -> str | None:
        """Return the other of the two."""
        return next((one.id for one in self.comparison.parties if one.id != party), None)

    def empty_sentence(self, words: str) -> str:
        """Return what is said where there is no row to show: why, and the way out."""
        if self.between is None:
            return ONE_PARTY if self.comparison.parties else NO_PARTY
        if words.strip():
            more = "; a looks among all issues" if self._gaps_only else ""
            return no_match(words, self._kind, more)
        if not self.comparison.rows:
            return "The dossier has no issues yet. Esc goes back."
        said = nothing_divides(self.comparison, self.between, self.comparison.rows)
        return f"{said} a shows all issues." if self._gaps_only else said

    @property
    def _kind(self) -> str:
        return "gap between them" if self._gaps_only else "issue"


def pair_sentence(rows: PairRows, *, gaps_only: bool) -> tuple[str, str]:
    """Return who the two are, and what is between them, with what is shown of it.

    Empty texts where they are not two.
    """
    one, comparison = rows.between, rows.comparison
    if one is None:
        return "", ""
    names = " and ".join(party.name for party in comparison.parties)
    count = len(comparison.rows)
    said = f"both speak on {one.both} of {count} {'issue' if count == 1 else 'issues'}"
    if one.both:
        said += f"; nothing divides them on {share_in_words(one)} ({stands_in_words(one)})"
    shown = "Gaps alone; a shows all." if gaps_only else "All issues; a shows the gaps alone."
    return names, f"{said}. {shown}"
