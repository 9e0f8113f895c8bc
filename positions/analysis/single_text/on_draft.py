"""Writes a line on a draft: it is the text, and who does not admit it has a bracket of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.analysis.single_text.line_merge import LineMerge
from positions.analysis.single_text.model import Bracketed, Clause, Plain, Variant
from positions.comparison.rows import Status
from positions.comparison.terms import term_differences
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.analysis.single_text.leaves import Leaf
    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.speakers import LineSpeaker, Speakers
    from positions.comparison.rows import Line
    from positions.model.dossier import Issue

__all__ = ["admitting", "drafted_on", "on_draft"]


def drafted_on(speakers: Speakers, issue: Issue, line: Line, base: str) -> LineSpeaker | None:
    """Return what the draft says, where it says one thing; None where all are merged.

    What is settled is no matter of a draft any more; and what is concluded, told by others or older
    is no text of a draft.

    Args:
        speakers: Who speaks in the dossier.
        issue: The issue.
        line: Its line.
        base: The id of the column whose draft is the text; empty where there is none.
    """
    if base not in line.standings or line.settlement.settling:
        return None
    found = speakers.on(issue, line, (base,))
    if len(found) != 1 or found[0].voice.is_unsure or found[0].position.value is None:
        return None
    return found[0]


def on_draft(
    pen: Pen, issue: Issue, line: Line, draft: LineSpeaker, others: Sequence[LineSpeaker]
) -> tuple[Clause, ...]:
    """Return the draft's words, and in brackets what those want who do not admit its value.

    A party admits it whose value is the same or has it within, on the same terms.

    Args:
        pen: What writes it.
        issue: The issue.
        line: Its line.
        draft: What the draft says; it has no alternatives.
        others: Who else speaks, and counts.
    """
    willing = admitting(pen, issue, line, draft, others)
    opposed = tuple(one for one in others if one not in willing)
    text = _own(pen, issue, line, (draft,))
    leaves = tuple(leaf for one in willing for leaf in one.leaves.values())
    clauses = (_accounting(text[0], leaves), *text[1:])
    if not opposed:
        return clauses
    groups = LineMerge(pen, issue, line, opposed, is_whole=False).grouped()
    variants = tuple(
        Variant(
            tuple(one.voice for one in group),
            tuple(
                piece
                for number, clause in enumerate(_own(pen, issue, line, group))
                for piece in (*((Plain(" "),) if number else ()), *clause.pieces)
            ),
        )
        for group in groups
    )
    return (*clauses, Clause((Bracketed(variants, is_stacked=len(variants) > 1),)))


def admitting(
    pen: Pen, issue: Issue, line: Line, draft: LineSpeaker, others: Sequence[LineSpeaker]
) -> tuple[LineSpeaker, ...]:
    """Return those of other speakers who admit what the draft says."""
    return tuple(one for one in others if _admits(pen, issue, line.part, draft, one))


def _own(pen: Pen, issue: Issue, line: Line, speakers: Sequence[LineSpeaker]) -> tuple[Clause, ...]:
    agreed = replace(line, status=Status.COMPATIBLE)
    calm = tuple(replace(one, clashes=False) for one in speakers)
    return LineMerge(pen, issue, agreed, calm, is_whole=True).clauses()


def _accounting(clause: Clause, leaves: tuple[Leaf, ...]) -> Clause:
    """Return a clause that accounts for those who admit it too."""
    held = (Plain("", leaves),) if leaves else ()
    return Clause((*held, *clause.pieces))


def _admits(pen: Pen, issue: Issue, part: str, draft: LineSpeaker, other: LineSpeaker) -> bool:
    value, theirs = draft.position.value, other.position.value
    if value is None or theirs is None:
        return False
    relation = pen.dossier.measure(issue.id, part).relate(value, theirs)
    meets = relation in {Relation.SAME, Relation.WITHIN}
    return meets and not term_differences(pen.dossier, draft.position, other.position)
