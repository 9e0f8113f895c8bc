"""A difference, a log and a blame as JSON.

`difference_json` has `schema` (of this shape), `clock` (`moments` of one dossier, or `versions` of
its text), `before` and `after` (as the caller names them), `as_of` (`before` and `after`, the
moment for which each stands), `options` (those that are fixed, `{id, title}` by party),
`convergence` (`before` and `after`, each `{least, most, rows}`),
`counts` by class, `issues` and `records`. An issue has `issue`, `title`, `kind` (added, removed,
changed, renamed), `former` or null, `recast` (split or merged, in words) or null, `status`
(`{before, after}`), `reason`, `positions` and `facts`. A position has `party`, `parts`, `what`,
`sentence`, `moved`, `of_record`, `before` and `after` (lines as they are shown), `toward`
(`[{party, direction, together, before, after}]`; before and after are `{relation, alike,
distance}`, the distance `{figure, text, about}` or null) and `documents`. A fact has `record` (its
path), `title`, `kind`, `party` or null, and `leaves` (`{path, class, before, after}`). Text is
given as it was written.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass
from positions.reports.changes.words import CLASSES
from positions.reports.page.json_values import exact, options_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.changes.detect import LeafChange
    from positions.changes.log import Blamed, RevisionEntry
    from positions.changes.model import (
        DossierDifference,
        IssueDifference,
        PositionChange,
        RecordChange,
    )
    from positions.changes.nearness import Nearness, Toward
    from positions.comparison.rows import Convergence
    from positions.git.history import Revision
    from positions.model.dossier import Dossier
    from positions.values import Distance

__all__ = ["SCHEMA", "blame_json", "difference_data", "difference_json", "entry_json"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""

_Data = dict[str, object]


def difference_json(
    found: DossierDifference, names: tuple[str, str], classes: Sequence[ChangeClass] = CLASSES
) -> str:
    """Return a difference as JSON, ended by a newline.

    Args:
        found: The difference.
        names: What the two sides are called.
        classes: The classes whose facts are listed; all are counted.
    """
    data = {
        "schema": SCHEMA,
        "clock": "versions" if found.after.moment is None else "moments",
        "before": names[0],
        "after": names[1],
        "as_of": {"before": _as_of(found.before), "after": _as_of(found.after)},
        "options": options_data(found.options),
        **difference_data(found, classes),
    }
    return json.dumps(data, indent=2) + "\n"


def difference_data(found: DossierDifference, classes: Sequence[ChangeClass] = CLASSES) -> _Data:
    """Return a difference as plain data."""
    issues = [_issue(issue, classes) for issue in found.issues if _is_listed(issue, classes)]
    return {
        "class": str(found.change_class),
        "convergence": {
            "before": _convergence(found.convergence[0]),
            "after": _convergence(found.convergence[1]),
        },
        "counts": {str(one): found.counts[one] for one in CLASSES},
        "issues": issues,
        "records": _facts(found.facts, classes),
    }


def entry_json(entry: RevisionEntry, classes: Sequence[ChangeClass] = CLASSES) -> str:
    """Return an entry of a log as one line of JSON, so that a log can be read as it comes."""
    found = entry.difference
    dossier = entry.dossier
    data: _Data = {
        "schema": SCHEMA,
        **_revision(entry.revision),
        "as_of": _as_of(dossier) if dossier else None,
        **_certainty(entry),
        "joins": list(entry.joins),
        "begins": entry.begins,
        "gone": entry.gone,
        "problems": [str(problem) for problem in entry.problems],
        **(difference_data(found, classes) if found else {}),
    }
    return json.dumps(data) + "\n"


def blame_json(issue: str, found: Sequence[Blamed]) -> str:
    """Return the revisions that last changed an issue's positions as JSON."""
    parties = {
        one.party: {
            **(
                {**_revision(one.entry.revision), **_certainty(one.entry)}
                if one.entry
                else {"revision": None}
            ),
            "positions": [_stance(stance) for stance in one.stances],
        }
        for one in found
    }
    return json.dumps({"schema": SCHEMA, "issue": issue, "parties": parties}, indent=2) + "\n"


def _as_of(dossier: Dossier) -> str:
    """Return the moment for which a dossier stands."""
    return str(dossier.moment or dossier.header.as_of)


def _certainty(entry: RevisionEntry) -> _Data:
    """Return what may hide that something changed in another revision already."""
    return {
        "compared_with": entry.compared or None,
        "unread": list(entry.unread),
        "cut_off": entry.revision.cut_off,
    }


def _revision(revision: Revision) -> _Data:
    return {
        "revision": revision.id,
        "author": revision.author,
        "date": revision.date.isoformat(),
        "committed": revision.committed.isoformat(),
        "subject": revision.subject,
    }


def _convergence(found: Convergence) -> _Data:
    return {"least": found.least, "most": found.most, "rows": found.rows}


def _is_listed(issue: IssueDifference, classes: Sequence[ChangeClass]) -> bool:
    substance = ChangeClass.SUBSTANCE in classes and issue.substance
    return substance or any(fact.of_class(one) for fact in issue.facts for one in classes)


def _issue(issue: IssueDifference, classes: Sequence[ChangeClass]) -> _Data:
    before, after = issue.status
    shown = issue.stances if ChangeClass.SUBSTANCE in classes else ()
    return {
        "issue": issue.issue.id,
        "title": issue.issue.title,
        "kind": str(issue.kind),
        "former": issue.former or None,
        "recast": issue.recast or None,
        "status": {
            "before": str(before) if before else None,
            "after": str(after) if after else None,
        },
        "reason": issue.reason,
        "positions": [_stance(stance) for stance in shown],
        "facts": _facts(issue.facts, classes),
    }


def _stance(stance: PositionChange) -> _Data:
    return {
        "party": stance.party,
        "parts": list(stance.parts),
        "what": str(stance.what),
        "sentence": str(stance.reason),
        "moved": stance.moved,
        "of_record": stance.of_record,
        "before": [line.text for line in stance.before],
        "after": [line.text for line in stance.after],
        "toward": [_toward(one) for one in stance.toward],
        "documents": list(stance.documents),
    }


def _toward(one: Toward) -> _Data:
    return {
        "party": one.party,
        "direction": str(one.direction),
        "together": one.together,
        "before": _nearness(one.before),
        "after": _nearness(one.after),
    }


def _nearness(found: Nearness) -> _Data:
    return {
        "relation": str(found.relation),
        "alike": found.alike,
        "distance": _distance(found.distance),
    }


def _distance(distance: Distance | None) -> Mapping[str, object] | None:
    if distance is None:
        return None
    return {"figure": exact(distance.figure), "text": distance.text, "about": distance.about}


def _facts(facts: Sequence[RecordChange], classes: Sequence[ChangeClass]) -> list[_Data]:
    return [
        {
            "record": list(fact.subject),
            "title": fact.title,
            "kind": str(fact.kind),
            "party": fact.party or None,
            "leaves": [_leaf(leaf) for leaf in fact.leaves if leaf.change_class in classes],
        }
        for fact in facts
        if any(fact.of_class(one) for one in classes)
    ]


def _leaf(leaf: LeafChange) -> _Data:
    return {
        "path": list(leaf.path),
        "class": str(leaf.change_class),
        "before": leaf.before,
        "after": leaf.after,
    }
