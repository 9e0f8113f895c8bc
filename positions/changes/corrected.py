"""Finds how parties stood before by words that were corrected since, where newer words stand now.

A correction and a move between the same two states are two things: the party moved from what its
earlier document is known to say, and not from what was recorded of it by mistake.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.record.settle import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.changes.document_states import DocumentStates
    from positions.model.dossier import Dossier
    from positions.record.standing import Standing

__all__ = ["corrected_standings"]


def corrected_standings(
    before: Dossier, after: Dossier, documents: DocumentStates, ids: Mapping[str, str]
) -> Mapping[tuple[str, str, str], Standing]:
    """Return how each party stood on the issues of corrected words, with those in their place.

    Issues that are declared otherwise are left out: their words read otherwise for that alone.

    Args:
        before: The dossier as it was.
        after: The dossier as it is.
        documents: What became of the documents of both.
        ids: Each issue of before, with its id now.
    """
    papers = dict(before.memoranda)
    found: set[str] = set()
    for name, paper in after.memoranda.items():
        was = papers.get(name)
        if was is None or was.party != paper.party or not documents.is_held(paper):
            continue
        right = {
            former: said
            for former, old in was.positions.items()
            if (issue := ids.get(former))
            and (said := paper.positions.get(issue)) is not None
            and old.substance() != said.substance()
            and _framed_alike((before, former), (after, issue))
            and not documents.became_known(paper, issue, "")
        }
        if right:
            papers[name] = was.model_copy(update={"positions": {**was.positions, **right}})
            found.update(right)
    if not found:
        return {}
    issues = {name: one for name, one in before.issues.items() if name in found}
    return record(replace(before, issues=issues, memoranda=papers)).standings


def _framed_alike(*sides: tuple[Dossier, str]) -> bool:
    """Return whether an issue and its parts are declared alike in both states."""
    old, new = (
        (dossier.issues[name].kind, [dossier.frames[name, part] for part in ("", *parts)], [*parts])
        for dossier, name in sides
        for parts in (dossier.issues[name].parts,)
    )
    return old == new
