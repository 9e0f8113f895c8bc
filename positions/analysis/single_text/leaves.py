"""The leaves of positions: each value, item and term of a document, on an issue and a part of it.

A merge is complete where every leaf of every document is once in its text, or left out with a
reason. What a document takes over from another counts as its own; a term that a later statement
leaves as it was counts with that statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from positions.model.dossier import Blank, Terms
from positions.record.parts import part_of, unsaid
from positions.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Dossier, Memorandum, Position
    from positions.record.standing import Standing
    from positions.values import Value

__all__ = [
    "BOUND",
    "DIRECTIONS",
    "FIGURE",
    "ITEM",
    "REFUSED_ITEM",
    "STRUCK",
    "TEXT",
    "VALUE",
    "Leaf",
    "branches_of",
    "kept_leaves",
    "leaf_names",
    "step_leaf",
    "text_leaf",
    "value_leaves",
]

VALUE: Final = "value"
FIGURE: Final = "figure"
BOUND: Final = "bound"
STRUCK: Final = "struck"
DIRECTIONS: Final = ("first way", "second way")
ITEM: Final = "item "
REFUSED_ITEM: Final = "not item "
_STEP: Final = "step "
TEXT: Final = "the whole text"


class Leaf(NamedTuple):
    """One thing that a document says.

    Attributes:
        document: The id of the document whose word it is.
        issue: The id of the issue; empty for a step of its order.
        part: The part; empty for a whole.
        branch: The label of the alternative; empty where there is none.
        name: What it is: `value`, `figure` and `bound`, a way of an exchange, an item, a term, or
            the number of a step.
    """

    document: str
    issue: str
    part: str
    branch: str
    name: str


def step_leaf(document: str, number: int) -> Leaf:
    """Return the leaf of a step in a document's order."""
    return Leaf(document, "", "", "", f"{_STEP}{number}")


def branches_of(position: Position) -> tuple[tuple[str, Position], ...]:
    """Return the alternatives of a position by label, or itself under an empty label."""
    return tuple(position.alternatives.items()) or (("", position),)


def leaf_names(dossier: Dossier, issue: str, part: str, position: Position) -> tuple[str, ...]:
    """Return the names of what a position, or one of its branches, says; none for a blank."""
    if position.blank is Blank.DELETED:
        return (STRUCK,)
    if position.value is None:
        return ()
    return (*value_leaves(dossier, issue, part, position.value), *_terms(position))


def value_leaves(dossier: Dossier, issue: str, part: str, value: Value) -> tuple[str, ...]:
    """Return the names of what a value says: its items, its figure and the bound of that."""
    measure = dossier.measure(issue, part)
    items = dossier.issues[issue].items
    if items and (value.wanted or value.rejected):
        wanted = tuple(f"{ITEM}{name}" for name in value.wanted)
        return (*wanted, *(f"{REFUSED_ITEM}{name}" for name in value.rejected))
    if len(measure.directions(value)) == 1:
        return DIRECTIONS
    if value.stance is not Stance.NAMED:
        return (VALUE,)
    figure = measure.headline(value)
    if figure is None:
        return (VALUE,)
    return (FIGURE,) if measure.show(value) == figure else (FIGURE, BOUND)


def kept_leaves(
    dossier: Dossier, standing: Standing, label: str
) -> dict[str, tuple[Memorandum, Position]]:
    """Return the names of what a word of record leaves as it was, with the document of each.

    Those are terms; or all that an option has, where the word is on another option.

    There are none where there is another word beside it, which may have left the same as it was.

    Args:
        dossier: The dossier.
        standing: Whose word it is, on which line.
        label: The label of the alternative; empty where there is none.
    """
    issue, part = standing.issue, standing.part
    if standing.entry is None or len(standing.words) + len(standing.beside) > 1:
        return {}
    option = standing.entry.document.options.get(label)
    found: dict[str, tuple[Memorandum, Position]] = {}
    for name, document in standing.entry.kept:
        given = document.positions.get(issue)
        said = part_of(given, part) if given is not None else None
        own = dict(branches_of(said)).get(label) if said is not None else None
        if own is not None:
            names = leaf_names(dossier, issue, part, own)
            whole = option is not None and name == option.title
            kept = names if whole else {name} & {*names} & Terms.model_fields.keys()
            found |= dict.fromkeys(kept, (document, own))
    return found


def _terms(position: Position) -> Iterator[str]:
    return (name for name in Terms.model_fields if not unsaid(name, position))


def text_leaf(document: str) -> Leaf:
    """Return the one leaf of a text that was not known, of which nothing is told."""
    return Leaf(document, "", "", "", TEXT)
