"""What happened at which moment of a dossier?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.timeline.occurrences import OccurrenceKind, occurrences

if TYPE_CHECKING:
    from positions.loader import Loaded
    from positions.model.dossier import Dossier


def _dossier(loaded: Loaded) -> Dossier:
    """The dossier of a docstring of which `check` warns."""
    assert loaded.dossier is not None, loaded.problems
    return loaded.dossier


def _told(dossier: Dossier) -> list[tuple[str, str, str]]:
    return [(str(one.moment), str(one.kind), one.path[-1]) for one in occurrences(dossier)]


def test_by_time_within_a_day_and_what_has_only_a_day_comes_last(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      of-the-day: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {truce: 1 day}}
      evening: {party: north, form: statement, date: 2025-06-01T18:00, sources: [paper], positions: {truce: 2 days}}
      morning: {party: south, form: statement, date: 2025-06-01T09:00, sources: [paper], positions: {truce: 3 days}}
      in-may: {party: south, form: statement, date: 2025-05, sources: [paper], positions: {truce: 4 days}}
    """
    dossier = _dossier(loaded)
    assert _told(dossier) == [
        ("2025-05", "document", "in-may"),
        ("2025-06-01T09:00", "document", "morning"),
        ("2025-06-01T18:00", "document", "evening"),
        ("2025-06-01", "document", "of-the-day"),
    ]


def test_what_is_within_a_text_is_not_known_before_the_text(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, parts: {hill: The hill}}
    memoranda:
      text:
        party: north
        form: memorandum
        date: 2025-05-10
        known: 2025-05-20
        read: whole
        sources: [paper]
        note: {2025-05-12: A remark.}
        positions:
          truce:
            parts:
              hill:
                value: 5 days
                note: {2025-05-22: Another.}
                accounts:
                  early: {value: 4 days, date: 2025-05-12, sources: [paper], party: south}
            accounts:
              late: {value: 6 days, date: 2025-05-25, sources: [paper]}
              undated: {value: 7 days, sources: [paper]}
    """
    dossier = _dossier(loaded)
    assert _told(dossier) == [
        ("2025-05-10", "document", "text"),
        ("2025-05-20", "text known", "text"),
        ("2025-05-20", "account", "undated"),
        ("2025-05-20", "account", "early"),
        ("2025-05-20", "note", "note"),
        ("2025-05-22", "note", "note"),
        ("2025-05-25", "account", "late"),
    ]
    early = next(one for one in occurrences(dossier) if one.path[-1] == "early")
    assert (early.party, early.issue) == ("south", "truce")


def test_alternatives_and_the_rest_have_accounts_too(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, parts: {hill: The hill, lake: The lake}}
      length: {topic: War, title: Length, kind: duration}
    memoranda:
      said:
        party: north
        form: statement
        date: 2025-05-10
        sources: [paper]
        positions:
          truce:
            parts: {hill: 5 days}
            rest:
              value: 6 days
              accounts: {of-the-rest: {value: 4 days, date: 2025-05-12, sources: [paper]}}
          length:
            alternatives:
              one:
                value: 5 days
                accounts: {of-one: {value: 4 days, date: 2025-05-13, sources: [paper]}}
              two: 6 days
    """
    assert _told(dossier)[1:] == [
        ("2025-05-12", "account", "of-the-rest"),
        ("2025-05-13", "account", "of-one"),
    ]


def test_an_outcome_with_what_came_of_it(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, note: {2025-05-11: Of the issue.}}
    outcomes:
      deal:
        issue: truce
        date: 2025-05-10
        value: 5 days
        confirmed_by: north
        sources: [paper]
        accounts:
          south: {confirms: true, date: 2025-05-12, sources: [paper]}
          north: {value: 6 days, date: 2025-05-13, sources: [paper]}
        delivered:
          all: {value: 5 days, date: 2025-05-20, sources: [paper]}
      disputed:
        issue: truce
        date: 2025-05-30
        sources: [paper]
        accounts: {north: {value: 6 days, sources: [paper]}, south: {value: 7 days, sources: [paper]}}
    """
    dossier = _dossier(loaded)
    assert _told(dossier) == [
        ("2025-05-10", "outcome", "deal"),
        ("2025-05-11", "note", "note"),
        ("2025-05-12", "confirmation", "south"),
        ("2025-05-13", "account", "north"),
        ("2025-05-20", "delivery", "all"),
        ("2025-05-30", "outcome", "disputed"),
    ]
    confirmed = occurrences(dossier)[2]
    assert confirmed.kind is OccurrenceKind.CONFIRMED
    assert (confirmed.party, confirmed.issue) == ("south", "truce")
