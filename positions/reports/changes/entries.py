"""Says in words what changed in an account or a count of an outcome, as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.fact_words import fact_content
from positions.sentences.dates import on
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.changes.detect import LeafChange
    from positions.changes.model import DossierDifference, RecordChange

__all__ = ["ENTRY_HOLDERS", "entry_words"]

ENTRY_HOLDERS: Final = frozenset({"accounts", "delivered"})
"""The fields of an outcome that hold what single parties say of it."""

_FIELDS: Final = frozenset({"value", "date", "confirms"})


def entry_words(found: DossierDifference, fact: RecordChange, leaves: Sequence[LeafChange]) -> str:
    """Return what changed in one entry: `12 days by 1 June 2025 instead of 10 days by 2 June 2025`.

    `confirmed on 10 May 2025` of an account that only confirms. Empty where the entry is of no
    outcome, or something else in it changed too.
    """
    fields = {leaf.path[2]: leaf for leaf in leaves if leaf.path[0] in ENTRY_HOLDERS}
    if "confirms" in fields:
        fields.pop("blank", None)
    plain = len(fields) and all(len(leaf.path) == 3 for leaf in leaves)
    if not (fact.of_all and plain and fields.keys() <= _FIELDS):
        return ""
    before, after = (_side(found, fact, fields, at) for at in (0, 1))
    if before and after:
        return f"{after} instead of {before}"
    return after or f"no longer {before}"


def _side(
    found: DossierDifference, fact: RecordChange, fields: Mapping[str, LeafChange], at: int
) -> str:
    """Return what an entry says before (0) or after (1), of what differs."""
    said: dict[str, str] = {}
    for name, leaf in fields.items():
        content = (leaf.before, leaf.after)[at]
        if content is not None:
            words = fact_content(found.words[at], fact.subject, leaf.path, content)
            said[name] = visible(words)
    told = [said["value"]] if "value" in said else []
    confirms = "confirms" in said
    if confirms and not told:
        told.append("confirmed")
    if "date" in said:
        of_count = fields["date"].path[0] == "delivered"
        told.append(f"by {said['date']}" if of_count else on(said["date"]))
    return " ".join(told) + (", which confirms it" if confirms and "value" in said else "")
