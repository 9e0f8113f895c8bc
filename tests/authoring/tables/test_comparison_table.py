"""Does a comparison that was printed come back as it was, but for what is named?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.authoring.starter import TEMPLATES, starter_text
from positions.authoring.tables.cells import read_table
from positions.authoring.tables.comparison_table import ComparisonTable, comparison_table
from positions.authoring.tables.dossier_text import TableOrigin
from positions.problems.problem import Severity
from positions.reports.comparison.csv import comparison_csv
from tests.binding.test_short_forms import TABLE, WAGES
from tests.from_docstring import with_prelude
from tests.paths import DOSSIERS, SHIPPED

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison

TEXTS = {
    "starter": starter_text(),
    **{name: starter_text(name) for name in TEMPLATES},
    **{path.stem: path.read_text(encoding="utf-8") for path in sorted(DOSSIERS.glob("*.yaml"))},
    "shipped": SHIPPED.read_text(encoding="utf-8"),
    "short wages": WAGES,
    "table": TABLE,
}


def back(text: str) -> tuple[Comparison, Comparison, ComparisonTable]:
    """Return a comparison, the one that comes of its table, and what was made of the table."""
    dossier = positions.loads(text).dossier
    assert dossier is not None
    comparison = positions.compare(dossier)
    origin = TableOrigin("table.csv", str(comparison.as_of.day), form="memorandum")
    found = comparison_table(read_table(comparison_csv(comparison).encode()), origin)
    assert found is not None
    loaded = positions.loads(found.text)
    errors = [str(one) for one in loaded.problems if one.severity is Severity.ERROR]
    assert not errors, found.text
    assert loaded.dossier is not None
    return comparison, positions.compare(loaded.dossier), found


@pytest.mark.parametrize("name", TEXTS)
def test_rows_come_back_with_their_status_values_and_terms(name: str) -> None:
    before, after, _ = back(TEXTS[name])
    tried = 0
    for row in before.rows:
        lines = (row.whole, *row.parts)
        standings = [one for line in lines for one in line.standings.values()]
        positions_of = [one.entry.position for one in standings if one.entry]
        if any(line.outcomes for line in lines) or any(
            one.alternatives or one.accounts for one in positions_of
        ):
            continue
        if any(one.conflicts or one.voice for one in standings):
            continue
        other = after.row(row.issue.id)
        for line, again in zip(lines, (other.whole, *other.parts), strict=True):
            tried += 1
            assert again.status == line.status, (row.issue.id, line.part)
            for party, standing in line.standings.items():
                if standing.speaks and standing.entry:
                    found = again.standings[party].entry
                    assert found is not None
                    assert found.position.value == standing.entry.position.value
    assert tried or name == "exchange"


def test_terms_blanks_and_choices_come_back() -> None:
    before, after, found = back(
        with_prelude(
            """
            events: {retreat: The retreat}
            issues:
              truce: {title: "Truce: how long", kind: duration, near: 2 days}
              land: {options: [ours, theirs, "neither, for now"], ordered: true, parts: [hill, vale]}
              swap: {unit: prisoners, between: [south, north]}
              trust: {ends: [None at all, Complete]}
              vow: text
            memoranda:
              north:
                form: memorandum
                date: 2025-06-01
                sources: [paper]
                positions:
                  truce: {value: 30 days, starts: retreat, by: [north, south], conditions: none,
                          renewable: 5 days, scope: "all, and: more", modality: shall}
                  land: {parts: {hill: ours, vale: declined}}
                  swap: 5 for 6
                  trust: 40
                  vow: "=1+1"
              south:
                form: memorandum
                date: 2025-06-01
                sources: [paper]
                positions:
                  truce: {value: 29 days, starts: retreat, renewable: true}
                  land: neither-for-now
                  swap: all for all
                  vow: "{value: x} # and so on"
            """
        )
    )
    for row in before.rows:
        for line, again in zip(
            (row.whole, *row.parts),
            (after.row(row.issue.id).whole, *after.row(row.issue.id).parts),
            strict=True,
        ):
            assert (again.status, again.distance) == (line.status, line.distance), row.issue.id
            for party, standing in line.standings.items():
                other = again.standings[party]
                assert other.blank_in_words == standing.blank_in_words
                if standing.entry and standing.speaks:
                    assert other.entry is not None
                    assert (
                        other.entry.position.substance()[3:11]
                        == (standing.entry.position.substance()[3:11])
                    )
    assert (found.issues, found.parties, found.values) == (5, 2, 10)
    assert found.left == [
        (
            "Documents, sources and grades are not in such a table: each party has one document, "
            "of which the table is the source."
        )
    ]


def test_what_is_not_carried_is_named() -> None:
    _, _, found = back(
        with_prelude(
            """
            issues: {truce: duration, pay: duration}
            memoranda:
              north:
                date: 2025-06-01
                sources: [paper]
                options: {a: One, b: Two}
                positions:
                  truce: {alternatives: {a: 5 days, b: 6 days}}
                  pay: {value: 5 days, accounts: {radio: {value: 6 days, sources: [paper]}}}
              south: {date: 2025-06-01, sources: [paper], positions: {truce: 4 days}}
            outcomes:
              deal: {issue: truce, date: 2025-06-02, value: 5 days, sources: [paper]}
            """
        )
    )
    assert found.left[:3] == [
        "1 position with several options was not carried over.",
        "1 position has accounts that were not carried over.",
        "1 line has an outcome that was not carried over.",
    ]


def test_another_table_is_no_comparison() -> None:
    origin = TableOrigin("t.csv", "2025-06-02")
    assert comparison_table(read_table(b"issue,title,part\na,b,c\n"), origin) is None
