"""The moments that are offered: is every one among them at which what is shown changes?"""

from __future__ import annotations

from positions.loader import loads
from tests.from_docstring import with_prelude
from tui.state.moments import moments

TALKS = """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      guard: {topic: War, title: Guard, kind: duration}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-01
        title: The plan
        sources: [paper]
        positions:
          truce: {value: 3 days, accounts: {radio: {value: 4 days, date: 2025-05-09, sources: [paper]}}}
          guard: {value: 3 days, accounts: {radio: {value: 5 days, date: 2025-05-09, sources: [paper]}}}
    outcomes:
      seat:
        issue: truce
        date: 2025-05-10
        title: The round
        accounts:
          north: {value: 3 days, sources: [paper]}
          south: {value: 4 days, date: 2025-05-11, sources: [paper]}
        delivered:
          north: {value: 2 days, date: 2025-05-20, sources: [paper]}
          south: {value: 1 day, date: 2025-05-21, sources: [paper]}
        sources: [paper]
"""


def test_what_was_counted_or_told_later_has_a_moment_of_its_own() -> None:
    loaded = loads(with_prelude(TALKS), "test.yaml")
    assert loaded.dossier is not None
    assert [(str(one.as_of), one.said) for one in moments(loaded.dossier)[1:]] == [
        ("2025-05-21", "delivered: The round"),
        ("2025-05-20", "delivered: The round"),
        ("2025-05-11", "an account of an outcome: The round"),
        ("2025-05-10", "outcome: The round"),
        ("2025-05-09", "another account of The plan (North)"),
        ("2025-05-01", "The plan (North)"),
    ]
