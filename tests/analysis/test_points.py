"""Is every point of a text accounted for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.analysis.points import points_of
from positions.model.points import is_in

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


@pytest.mark.parametrize(
    ("clause", "point", "expected"),
    [
        ("I.1", "I.1", True),
        ("I.1.b", "I.1", True),
        ("III, step 5", "III", True),
        ("I.11", "I.1", False),
        ("I.1", "I.11", False),
        ("II", "I", False),
        ("2", "1", False),
    ],
)
def test_a_clause_is_a_point_or_within_it(clause: str, point: str, expected: bool) -> None:
    assert is_in(clause, point) is expected


def test_a_point_is_cited_or_left_out_or_missing(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      army: {topic: War, title: Army, kind: quantity, unit: soldiers, limit: maximum}
      land: {topic: Land, title: Land, kind: text, parts: {hill: The hill, lake: The lake}}
      seat: {topic: Talks, title: Seat, kind: text}
      hall: {topic: Talks, title: Hall, kind: text}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        sources: [paper]
        points: [I.1, I.2, I.3, I.4, II.1, II.2, III]
        left_out: {III: A greeting.}
        options: {early: An early truce}
        positions:
          truce:
            alternatives: {early: {value: 30 days, clause: I.1}}
            accounts: {other: {value: 2 days, sources: [paper], clause: I.2}}
          army: {value: no limit, clause: [I.1, I.3.b]}
          land: {parts: {hill: {value: ours, clause: II.1}}, rest: {value: theirs, clause: II.2}}
          seat: at the table
          hall: silent
      reply: {party: south, form: statement, date: 2025-06-02, sources: [paper]}
    """
    (found,) = points_of(dossier)

    assert found.document.id == "plan"
    assert {point.name: point.issues for point in found.points} == {
        "I.1": ("truce", "army"),
        "I.2": ("truce",),
        "I.3": ("army",),
        "I.4": (),
        "II.1": ("land",),
        "II.2": ("land",),
        "III": (),
    }
    assert {point.name: point.left_out for point in found.points if point.left_out} == {
        "III": "A greeting."
    }
    assert found.missing == ("I.4",)
    assert found.uncited == ("seat",)


def test_a_document_that_is_named_is_shown_without_points_too(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-06-01, sources: [paper], points: [I]}
      reply:
        party: south
        form: statement
        date: 2025-06-02
        sources: [paper]
        positions: {truce: 2 days}
    """
    (found,) = points_of(dossier, ["reply"])

    assert (found.document.id, found.points, found.uncited) == ("reply", (), ("truce",))
    assert [one.document.id for one in points_of(dossier)] == ["plan"]
