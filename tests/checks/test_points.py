"""Do the clauses that are cited and the points that are listed fit together?"""

from __future__ import annotations

from tests.marked import faults


def test_a_clause_and_an_omission_name_points_that_are_listed() -> None:
    assert faults(
        """
        issues:
          truce: {topic: War, title: Truce, kind: duration}
          land: {topic: War, title: Land, kind: text, parts: {hill: The hill}}
        memoranda:
          plan:
            party: north
            form: memorandum
            date: 2025-06-01
            sources: [paper]
            points: [I.1, I.2, II, III]
            left_out: {III: A greeting., IV: «A farewell., II: «Old.}
            positions:
              truce: {value: 30 days, clause: [I.1.a, «I.12]}
              land: {parts: {hill: {value: ours, clause: «V}}, clause: II}
          reply:
            party: south
            form: memorandum
            date: 2025-06-02
            sources: [paper]
            positions: {truce: {value: 2 days, clause: VII}}
        """
    ) == [
        "unknown-point: `IV` is left out, and is no point of the document. Add it to `points`.",
        (
            "cited-and-left-out: `II` is left out, and `land` cites it. "
            "Remove it here, or correct the clause there."
        ),
        "unknown-point: `I.12` is in none of the document's points. Did you mean `I.2`?",
        "unknown-point: `V` is in none of the document's points. Add it to `points`.",
    ]
