"""How does a mediator's paper lie to each party, without being one of them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.analysis.bridging_proposals import ProposalRelation, proposals
from positions.analysis.coverage import coverage
from positions.analysis.overview import survey
from positions.analysis.pairs import Closeness, pair_up, side_by_side
from positions.comparison.compare import narrowed
from positions.comparison.rows import Status
from positions.reports.page.summary import status_mark
from positions.reports.pairs.json import pairs_json
from tests.from_docstring import with_prelude
from tests.rendered import pairs_markdown, pairs_text
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from positions.analysis.bridging_proposals import Proposal
    from positions.comparison.rows import Comparison

MEDIATED = """\
parties:
  north: {name: North}
  south: {name: South}
  un: {name: The UN, role: mediator}
  sketch: {name: The sketch, role: text}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration}
  pause: {topic: War, title: Pause, kind: duration}
  toll: {topic: Trade, title: Toll, kind: quantity, unit: crowns}
  fee: {topic: Trade, title: Fee, kind: quantity, unit: crowns}
  ships: {topic: Trade, title: Ships, kind: quantity, unit: ships, parts: {old: {title: Old}, new: {title: New}}}
  flag: {topic: War, title: Flag, kind: text}
  rent: {topic: Trade, title: Rent, kind: quantity, unit: crowns}
memoranda:
  n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {
    truce: at least 30 days, pause: 3 days, toll: "20", fee: 1-5, ships: {parts: {old: "1", new: "9"}}, flag: white, rent: "9"}}
  s: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {
    truce: 10 days, pause: 3 days, toll: "5", ships: {parts: {old: "3"}}, flag: red, rent: "2"}}
  u: {party: un, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], positions: {
    truce: 30 days, pause: {value: 3 days, conditions: none}, toll: "9", fee: 4-9, ships: {parts: {old: "3", new: "3"}}, flag: blue, rent: 5-10}}
"""


def mediated() -> Comparison:
    loaded = positions.loads(with_prelude(MEDIATED), "mediated.yaml")
    assert loaded.dossier is not None
    assert not loaded.problems, [str(problem) for problem in loaded.problems]
    return positions.compare(loaded.dossier)


def lies(one: Proposal) -> dict[ProposalRelation, tuple[str, ...]]:
    return {lie: issues for lie, issues in one.issues.items() if issues}


def test_row_by_row_and_in_sum() -> None:
    north, south, *silent = proposals(mediated())

    assert (north.column, north.party, north.both) == ("un", "north", 7)
    assert lies(north) == {
        ProposalRelation.WITHIN: ("truce",),
        ProposalRelation.TERMS: ("pause",),
        ProposalRelation.APART: ("toll", "ships"),
        ProposalRelation.OVERLAPS: ("fee",),
        ProposalRelation.UNKNOWN: ("flag",),
        ProposalRelation.CONTAINS: ("rent",),
    }
    assert [(far.issue, far.part, far.distance.text) for far in north.farthest] == [
        ("toll", "", "11 crowns"),
        ("ships", "new", "6 ships"),
    ]
    assert lies(south) == {
        ProposalRelation.TERMS: ("pause",),
        ProposalRelation.APART: ("truce", "toll", "rent"),
        ProposalRelation.SAME: ("ships",),
        ProposalRelation.UNKNOWN: ("flag",),
    }
    # The rents are 3 crowns apart, which is less.
    assert [(far.issue, far.distance.text) for far in south.farthest] == [
        ("truce", "20 days"),
        ("toll", "4 crowns"),
    ]
    assert [(one.column, one.party, one.both) for one in silent] == [
        ("sketch", "north", 0),
        ("sketch", "south", 0),
    ]


def test_some_rows_can_be_counted_alone() -> None:
    comparison = mediated()
    north, south, *_ = proposals(comparison, [comparison.row("fee"), comparison.row("truce")])
    assert (north.both, south.both) == (2, 1)
    assert [far.issue for far in south.farthest] == ["truce"]


def test_papers_are_no_parties() -> None:
    comparison = mediated()
    assert [(one.first, one.second) for one in pair_up(comparison).all] == [("north", "south")]
    assert [one.party for one in coverage(comparison)] == ["north", "south"]
    found = survey(comparison)
    assert [one.party for one in survey(comparison, of="north").proposals] == ["north", "north"]
    assert not survey(comparison, of="un").pairs.all
    assert len(survey(comparison, of="un").proposals) == 2
    assert not proposals(narrowed(comparison, ["north", "south"]))
    assert '"role": "mediator"' in pairs_json(found)
    # Two parties need no camps in their status, whatever stands beside them.
    assert {status_mark(row.whole, comparison) for row in comparison.rows} <= set("ANDXO")


def test_a_paper_can_be_set_beside_a_party_as_one_of_two() -> None:
    comparison = mediated()
    pair = side_by_side(comparison, "un", "south")
    (one,) = pair_up(pair).all
    assert [party.name for party in pair.counted] == ["The UN (mediator)", "South"]
    assert one.issues[Closeness.NEAR] == ("pause",)
    assert one.issues[Closeness.UNKNOWN] == ("ships", "flag")  # nobody knows South's on new ships
    assert one.issues[Closeness.APART] == ("truce", "toll", "rent")
    assert pair.row("truce").status is Status.DIVIDED
    assert pair.row("truce").whole.sentence == (
        "The UN (mediator) wants 30 days; South wants 10 days. They are 20 days apart."
    )
    assert side_by_side(comparison, "north", "south") == narrowed(comparison, ["north", "south"])


@pytest.mark.parametrize("confirmed", ["all", "[north, south]"])
def test_what_all_parties_confirm_is_not_settled_with_a_mediator(confirmed: str) -> None:
    deal = f"{{issue: truce, date: 2025-06-02, value: 9 days, confirmed_by: {confirmed}, sources: [paper]}}"
    loaded = positions.loads(with_prelude(f"{MEDIATED}outcomes: {{deal: {deal}}}\n"))
    assert loaded.dossier is not None, loaded.problems
    comparison = positions.compare(loaded.dossier)
    assert comparison.row("truce").status is Status.SETTLED

    row = side_by_side(comparison, "un", "north").row("truce")
    assert row.status is Status.NEAR
    assert [one.outcome.confirmed_by for one in row.whole.outcomes] == [("north", "south")]
    assert side_by_side(comparison, "north", "south").row("truce").status is Status.SETTLED


def test_they_are_told_apart_from_the_pairs() -> None:
    found = survey(mediated())
    expect("proposals.txt", pairs_text(found))
    expect("proposals.md", pairs_markdown(found))
    whole = pairs_text(found, whole=True)
    assert "apart: Toll; Ships" in whole
    assert "apart: Toll; Ships" not in pairs_text(found)
