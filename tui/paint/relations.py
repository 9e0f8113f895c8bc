"""Gives the sign of a position beside another party's, the same on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status
from positions.reports.page.runs import Mark
from positions.values import Relation

if TYPE_CHECKING:
    from positions.comparison.rows import Line
    from tui.paint.glyphs import Glyphs

__all__ = ["WORDS", "relation_sign"]

WORDS: Final = {
    Relation.SAME: "same",
    Relation.WITHIN: "narrower",
    Relation.CONTAINS: "wider",
    Relation.OVERLAPS: "overlaps",
    Relation.APART: "apart",
    Relation.UNKNOWN: "unknown",
}
"""What a position is beside the reference party's, where there is room to say it."""


def relation_sign(
    line: Line, party: str, reference: str | None, glyphs: Glyphs
) -> tuple[str, Mark, str]:
    """Return the glyph of a party's relation to the reference, its role, and its word.

    Empty texts for the reference itself, and where either has no position.
    """
    if reference is None or party == reference:
        return "", Mark.PLAIN, ""
    relation = line.relation(party, reference)
    if relation is None:
        return "", Mark.PLAIN, ""
    # The same values under other terms, or no further apart than the issue counts as near.
    other_terms = relation is Relation.SAME and not line.alike(party, reference)
    if other_terms or (relation is Relation.APART and line.status is Status.NEAR):
        return glyphs.status[Status.NEAR], Mark.NEAR, "near"
    if relation is Relation.OVERLAPS and not line.shares(party, reference):
        return glyphs.status[Status.COMPATIBLE], Mark.NEAR, "allows"
    roles = {
        Relation.SAME: Mark.AGREED,
        Relation.APART: Mark.DIVIDED,
        Relation.UNKNOWN: Mark.UNCLEAR,
    }
    return glyphs.relation[relation], roles.get(relation, Mark.NEAR), WORDS[relation]
