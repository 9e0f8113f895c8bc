"""Which days of a dossier can hardly be meant?"""

from __future__ import annotations

import pytest

from tests.marked import faults

OWN = "2025-06-02"
TALKS = """
dossier: {format: 1, title: A test, as_of: %(own)s}
sources: {paper: {publisher: P, date: %(paper)s, title: T}, old: {publisher: P, date: 1982, title: T}}
issues: {truce: {kind: duration, reference_point: {value: 1 day, sources: [old]}}}
memoranda:
  base: {party: north, form: memorandum, date: 1994, sources: paper}
  plan: {party: north, form: memorandum, date: 2025-05-20, known: %(known)s, based_on: base, sources: paper}
  talk:
    party: south
    form: statement
    date: %(date)s
    sources: paper
    positions: {truce: {value: 3 days, accounts: {north: {value: 2 days, date: %(account)s, sources: paper}}}}
outcomes:
  deal: {issue: truce, date: %(deal)s, value: 3 days, confirmed_by: all, sources: paper}
"""
PLAIN = {"own": OWN, "paper": OWN, "known": OWN, "date": OWN, "account": OWN, "deal": OWN}
AFTER = "unlikely-day: %s is after the dossier's own day, 2025-06-02."
BEFORE = "unlikely-day: %s is more than ten years before every other day here."


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"date": "2025-06"}, []),
        ({"paper": "2026-05-01", "account": "2026-05-01"}, []),
        ({"date": "«2062-06-02"}, [AFTER % "2062-06-02"]),
        ({"deal": "«2025-06-03", "known": "«2025-06-05"}, [AFTER % "2025-06-05", AFTER % "2025-06-03"]),
        ({"paper": "«2062-06-02", "account": "«2062"}, [AFTER % "2062-06-02", AFTER % "2062"]),
        ({"date": "«2006-06-02"}, [BEFORE % "2006-06-02"]),
        ({"deal": "«2006", "paper": "«2006"}, [BEFORE % "2006"] * 2),
        ({"date": "2006", "deal": "2007"}, []),
        (
            {"own": "«2025-05-30", "deal": "2025-06-01", "date": "2025-06-02", "known": "2025-06-01"}
            | {"paper": "2030"},
            ["unlikely-day: 4 days in the dossier are after its own, 2025-05-30."],
        ),
    ],
)  # fmt: skip
def test_a_day_that_can_hardly_be_meant(changed: dict[str, str], expected: list[str]) -> None:
    found = faults(TALKS % (PLAIN | changed))
    assert [said[: len(begins)] for said, begins in zip(found, expected, strict=True)] == expected


def test_where_no_day_of_its_own_is_named_the_last_is_doubted() -> None:
    text = (TALKS % (PLAIN | {"date": "«2062-06-02"})).replace(f", as_of: {OWN}", "")
    (found,) = faults(text)
    assert "2062-06-02 is more than ten years after every other day here." in found
