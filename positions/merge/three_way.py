"""Three-way merge of two edits of a dossier as text: whole lines by key path, comments and all.

Nothing is dumped by a YAML writer. The merged text is read again, and has to say what the merge
of the data says; where it does not, no text is returned, and a merge by lines has to decide.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from positions.loader import loads
from positions.merge.as_of import with_the_later_day
from positions.merge.blocks import NotEntriesError, entries
from positions.merge.comments import without_doubles
from positions.merge.data import merge_data
from positions.merge.entries import Keys, MergeConflict, Piece, ReorderedError, merge_entries
from positions.merge.markers import ConflictMarkers
from positions.problems.problem import Problem, has_errors
from positions.reading.reader import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.merge.blocks import TextBlock

__all__ = ["MergeSide", "Merged", "check_merged", "merge"]

_MARK = "\ufeff"
MergeSide = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to.

    Attributes:
        text: The merged text, with git's markers around each conflict; None where the merge is
            left to git.
        conflicts: The keys that lead to the entry of each conflict, in the order of the text,
            also where it is settled for a side. A conflict of comments that stand by themselves
            has the keys of what they stand in.
        reason: Why there is no text, as a full sentence; otherwise empty.
    """

    text: str | None
    conflicts: tuple[Keys, ...] = ()
    reason: str = ""


def merge(
    base: str,
    ours: str,
    theirs: str,
    *,
    markers: ConflictMarkers | None = None,
    favours: MergeSide | None = None,
) -> Merged:
    """Return the merge of two edits of a text, as text.

    Every change of either side is in the merged text or within a conflict. Both sides' changes
    of the same thing conflict unless they come to the same; a side that only writes a value
    differently (quotes, wrapping) gives way. Where both moved `as_of` on, the later day holds.

    Args:
        base: The text that both sides began with; empty where they had none.
        ours: The text of one side.
        theirs: The text of the other side.
        markers: How conflicts are marked.
        favours: For which side conflicts are settled; None where they are marked.
    """
    markers = markers or ConflictMarkers()
    names = (markers.base, markers.ours, markers.theirs)
    ours, theirs = with_the_later_day(base, ours, theirs)
    try:
        cut = [_cut(text, label) for text, label in zip((base, ours, theirs), names, strict=True)]
        pieces = merge_entries(*(whole for _, whole in cut))
    except NotEntriesError as error:
        return Merged(None, reason=str(error))
    except ReorderedError:
        return Merged(None, reason="Both sides put the same entries into different orders.")
    layout = _layout_of(*(layout for layout, _ in cut))
    data = [whole.data for _, whole in cut]
    thinned = without_doubles(pieces, *(whole.text for _, whole in cut))
    if thinned != pieces and _holds(thinned, layout, *data):
        pieces = thinned
    elif not _holds(pieces, layout, *data):
        reason = "The merged lines would not read as what both sides say together."
        return Merged(None, reason=reason)
    conflicts = tuple(piece.keys for piece in pieces if isinstance(piece, MergeConflict))
    return Merged(_dressed(pieces, layout, favours or markers), conflicts)


def check_merged(ours: str, theirs: str, merged: str, name: str = "<text>") -> tuple[Problem, ...]:
    """Return the problems of a merged dossier that neither side had, in the order of the text.

    Two sides that are each in order may not be so together: one removes an issue on which the
    other states a position.

    Args:
        ours: The dossier of one side.
        theirs: The dossier of the other side.
        merged: What they were merged to, without conflicts.
        name: What the messages call it.
    """
    known = Counter[tuple[object, ...]]()
    for side in (ours, theirs):
        known |= Counter(map(_fault, loads(side, name).problems))
    found = []
    for problem in loads(merged, name).problems:
        if known[_fault(problem)]:
            known[_fault(problem)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _fault(problem: Problem) -> tuple[object, ...]:
    """Return what makes a problem the same in two texts: all but its place in lines."""
    return problem.code, problem.path, problem.sentence


# ------------------------------------------------------------------------------- text and layout


@dataclass(frozen=True, slots=True)
class _TextLayout:
    """How a text begins, ends its lines, and ends."""

    mark: str
    line_end: str
    last_end: str


def _cut(text: str, label: str) -> tuple[_TextLayout, TextBlock]:
    """Return how a text is laid out, and its entries.

    Raises:
        NotEntriesError: It does not fall into entries; the message is a full sentence.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    plain = text.removeprefix(_MARK)
    breaks = plain.count("\r\n")
    line_end = "\r\n" if breaks else "\n"
    if breaks not in (0, plain.count("\n")):
        raise NotEntriesError(f"The text of `{label}` ends its lines in different ways.")
    plain = plain.replace("\r\n", "\n")
    last_end = "\n" if plain.endswith("\n") else ""
    try:
        whole = entries(plain if last_end or not plain else f"{plain}\n")
    except NotEntriesError as error:
        raise NotEntriesError(f"The text of `{label}` {error}.") from error
    if plain and not last_end and whole.data != (read(plain, label).data or {}):
        raise NotEntriesError(f"The text of `{label}` ends where a line break would count.")
    return _TextLayout(mark, line_end, last_end), whole


def _layout_of(base: _TextLayout, ours: _TextLayout, theirs: _TextLayout) -> _TextLayout:
    """Return the merged layout; where both sides changed it, ours."""
    return _TextLayout(
        ours.mark if ours.mark != base.mark else theirs.mark,
        ours.line_end if ours.line_end != base.line_end else theirs.line_end,
        ours.last_end if ours.last_end != base.last_end else theirs.last_end,
    )


def _dressed(pieces: Sequence[Piece], layout: _TextLayout, how: ConflictMarkers | MergeSide) -> str:
    """Return the text of the pieces, its conflicts marked, or settled for one side."""
    shown = [(piece, _shown(piece, how)) for piece in pieces]
    written = [(piece, text) for piece, text in shown if text]
    text = "".join(text for _, text in written)
    if written and not (
        isinstance(written[-1][0], MergeConflict) and isinstance(how, ConflictMarkers)
    ):
        text = text.removesuffix("\n") + layout.last_end
    return layout.mark + text.replace("\n", layout.line_end)


def _shown(piece: Piece, how: ConflictMarkers | MergeSide) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(how, ConflictMarkers):
        return how.around(piece)
    return piece.ours if how == "ours" else piece.theirs


def _holds(
    pieces: Sequence[Piece], layout: _TextLayout, base: object, ours: object, theirs: object
) -> bool:
    """Return whether the text reads as the merge of the data, whoever wins the conflicts."""
    conflicts = [piece for piece in pieces if isinstance(piece, MergeConflict)]
    settled = frozenset(conflict.keys for conflict in conflicts if conflict.in_data)
    sides: tuple[MergeSide, ...] = ("ours", "theirs")
    for side in sides if conflicts else sides[:1]:
        reading = read(_dressed(pieces, layout, side), "")
        expected = merge_data(base, ours, theirs, settled=settled, side=side)
        if has_errors(reading.problems) or expected.conflicts:
            return False
        if expected.data != ({} if reading.data is None else reading.data):
            return False
    return True
