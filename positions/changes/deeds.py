"""Tells what was done to a position: a figure raised, an item added, a term dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.move_kinds import MoveKind
from positions.comparison.terms import alike_terms
from positions.model.dossier import Blank, Modality, Terms
from positions.record.parts import unsaid
from positions.values import Relation, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.model.dossier import Dossier, Position
    from positions.values import Measure, Value

__all__ = ["branch_pairs", "deed", "firmness", "value_changed"]

_STRENGTHS = (Modality.MAY, Modality.SHOULD, Modality.SHALL)
"""How strongly a provision binds, from the least to the most."""


def deed(
    dossier: Dossier,
    measure: Measure,
    old: Position,
    new: Position,
    *,
    read_in_part: bool = False,
) -> MoveKind:
    """Return what was done to a position: to its value or, where that is the same, to its terms.

    Args:
        dossier: The later state, for the titles that terms name.
        measure: How values of the issue are compared, with options and items of both states.
        old: What was said.
        new: What is said.
        read_in_part: Whether the later text was read in part, so that what it leaves out was not
            dropped by it.
    """
    kind = _deed(dossier, measure, old, new)
    left_out = read_in_part and kind is MoveKind.DROPPED and not _drops(measure, old, new)
    return MoveKind.NOT_SEEN if left_out else kind


def _deed(dossier: Dossier, measure: Measure, old: Position, new: Position) -> MoveKind:
    if new.blank is Blank.DELETED:
        return MoveKind.STRUCK
    if old.alternatives or new.alternatives:
        return _to_branches(dossier, measure, old, new)
    if old.value is not None and new.value is not None and old.value != new.value:
        ruled = Modality.WILL_NOT in (old.modality, new.modality)  # more of it is no wider range
        return MoveKind.CHANGED if ruled else _to_value(measure, old.value, new.value)
    if old.value != new.value:
        return MoveKind.CHANGED
    return _to_terms(dossier, old, new)


def _drops(measure: Measure, old: Position, new: Position) -> bool:
    """Return whether a later position says that something is dropped, and not merely leaves it out.

    It names fewer options to choose from, or no conditions where there were some.
    """
    pairs = [
        (old.alternatives.get(label, old), branch)
        for label, branch in (new.alternatives or {"": new}).items()
    ]
    return any(
        (was.conditions and now.conditions == ())
        or (measure.frame.options and was.value != now.value)
        for was, now in pairs
    )


def value_changed(old: Position, new: Position) -> bool:
    """Return whether more than terms and firmness differs."""
    bare = {name: Terms.model_fields[name].default for name in Terms.model_fields}
    one, other = (_without(each, bare) for each in (old, new))
    return one.substance() != other.substance()


def _without(position: Position, bare: dict[str, object]) -> Position:
    branches = {label: _without(one, bare) for label, one in position.alternatives.items()}
    return position.model_copy(update={**bare, "alternatives": branches})


def firmness(position: Position) -> tuple[str, ...]:
    """Return where a position has red lines: an empty text for itself, else its branches."""
    branches = position.alternatives.items()
    found = [label for label, branch in branches if branch.red_line]
    return tuple([""] * position.red_line + found)


def branch_pairs(old: Position, new: Position) -> tuple[tuple[str | None, str | None], ...]:
    """Return the options of a position, each by its label before and now; None where it has none.

    One under another label is the same option where it says the same; a position without options
    is one under an empty label. One under which nothing is said was neither added nor dropped.
    """
    one, other = _stated_branches(old), _stated_branches(new)
    pairs: dict[str | None, str | None] = {label: label for label in one if label in other}
    free = [label for label in other if label not in one]
    for label in one:
        alike = [name for name in free if other[name].substance() == one[label].substance()]
        if label not in pairs and alike:
            pairs[label] = alike[0]
            free.remove(alike[0])
    dropped = [(label, None) for label in one if label not in pairs]
    return (*pairs.items(), *dropped, *((None, label) for label in free))


def _stated_branches(position: Position) -> dict[str, Position]:
    """Return the options of a position under which something is said; one without, by itself."""
    if not position.alternatives:
        return {"": position}
    return {label: one for label, one in position.alternatives.items() if one.unstated is None}


def _to_branches(dossier: Dossier, measure: Measure, old: Position, new: Position) -> MoveKind:
    """Return what was done to the options of a position."""
    one, other = (each.alternatives or {"": each} for each in (old, new))
    found: set[MoveKind] = set()
    for was, now in branch_pairs(old, new):
        if was is None or now is None:
            found.add(MoveKind.ADDED if was is None else MoveKind.DROPPED)
        elif one[was].substance() != other[now].substance():
            found.add(_deed(dossier, measure, one[was], other[now]))
    if not found:
        return _to_firmness(old, new)
    return found.pop() if len(found) == 1 else MoveKind.CHANGED


def _to_value(measure: Measure, old: Value, new: Value) -> MoveKind:
    kind, frame = measure.kind, measure.frame
    if frame.items and {old.stance, new.stance} <= {Stance.NAMED, Stance.REFUSED}:
        return _of_lists((old.wanted, new.wanted), (old.rejected, new.rejected))
    if {old.stance, new.stance} != {Stance.NAMED}:
        return MoveKind.CHANGED
    if old.worded and new.worded:
        return MoveKind.REWORDED
    rises = kind.rises(old, new, frame)
    if rises is not None:
        return MoveKind.RAISED if rises else MoveKind.LOWERED
    more, less = MoveKind.WIDENED, MoveKind.NARROWED
    if frame.options:
        more, less = MoveKind.ADDED, MoveKind.DROPPED
    relation = kind.relate(old, new, frame)
    return {Relation.WITHIN: more, Relation.CONTAINS: less}.get(relation, MoveKind.CHANGED)


def _of_lists(*pairs: tuple[Iterable[object], Iterable[object]]) -> MoveKind:
    """Return what was done to lists, each before and after."""
    added = any(set(new) - set(old) for old, new in pairs)
    dropped = any(set(old) - set(new) for old, new in pairs)
    if added is dropped:
        return MoveKind.CHANGED
    return MoveKind.DROPPED if dropped else MoveKind.ADDED


def _to_terms(dossier: Dossier, old: Position, new: Position) -> MoveKind:
    differ = [
        name
        for name in Terms.model_fields
        if not alike_terms(dossier, getattr(old, name), getattr(new, name))
    ]
    if not differ:
        return _to_firmness(old, new)
    if differ == ["modality"]:
        return _strength(old.modality, new.modality)
    pairs = []
    for name in differ:
        sides = [_entries(name, each) for each in (old, new)]
        if all(sides) and not isinstance(getattr(new, name), tuple):
            return MoveKind.CHANGED
        pairs.append((sides[0], sides[1]))
    return _of_lists(*pairs)


def _entries(name: str, position: Position) -> tuple[object, ...]:
    """Return what a position states of a term, entry by entry; nothing where it leaves it out."""
    term = getattr(position, name)
    if isinstance(term, tuple):
        return term
    return () if unsaid(name, position) else (term,)


def _strength(old: Modality | None, new: Modality | None) -> MoveKind:
    places = [_STRENGTHS.index(each) for each in (old, new) if each in _STRENGTHS]
    if len(places) < 2:
        return MoveKind.CHANGED
    return MoveKind.SOFTENED if places[1] < places[0] else MoveKind.HARDENED


def _to_firmness(old: Position, new: Position) -> MoveKind:
    one, other = set(firmness(old)), set(firmness(new))
    if other > one:
        return MoveKind.HARDENED
    if not other < one:
        return MoveKind.CHANGED
    softer = [new.alternatives.get(label, new) for label in one - other]
    said = all("red_line" in position.model_fields_set for position in softer)
    return MoveKind.SOFTENED if said else MoveKind.DROPPED
