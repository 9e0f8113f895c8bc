"""Many parties and many issues: does it load, compare and open, and can it be read?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

import positions
from positions.analysis.coverage import coverage
from positions.comparison.rows import Comparison, Status
from positions.model.dossier import Blank
from tests.large_dossiers import ASSEMBLY, CLIMATE, assembly, climate, climate_cells
from tests.rendered import comparison_text
from tests.tui.snapshots import running, screen_text
from tui.app.app import PositionsApp

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.no_cover


def _compared(text: str) -> Comparison:
    loaded = positions.loads(text, "generated.yaml")
    assert not loaded.problems, [str(problem) for problem in loaded.problems[:5]]
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier)


@pytest.fixture(scope="module")
def talks() -> Comparison:
    return _compared(climate())


def test_every_blank_is_counted_apart_and_no_salience_is_taken_for_a_position(
    talks: Comparison,
) -> None:
    parties, issues = CLIMATE
    cells, known = climate_cells(), coverage(talks)
    blanks = sum((Counter(one.blanks) for one in known), Counter[Blank]())

    assert cells.total() == talks.cells == parties * issues == 10_500
    assert abs(cells["indifferent"] - talks.cells / 3) < 10
    assert blanks[Blank.INDIFFERENT] == cells["indifferent"]
    assert blanks[Blank.UNCODED] == cells["salience alone"] + cells["empty"]
    assert blanks.total() == sum(blanks[one] for one in (Blank.INDIFFERENT, Blank.UNCODED))
    assert talks.spoken == sum(one.spoken for one in known) == talks.cells - blanks.total()
    assert talks.spoken == cells.total() - sum(
        cells[form] for form in ("indifferent", "salience alone", "empty")
    )


def test_a_position_that_matters_nothing_and_one_of_unknown_weight_are_positions(
    talks: Comparison,
) -> None:
    weights = Counter(
        "none" if one.position.salience is None else "zero" if not one.position.salience else "some"
        for row in talks.rows
        for one in row.whole.standings.values()
        if one.speaks
    )
    cells = climate_cells()
    assert weights == {
        "zero": cells["position that does not matter"],
        "none": cells["position without salience"],
        "some": cells["position"],
    }


def test_thirty_parties_fall_into_camps(talks: Comparison) -> None:
    statuses = {kind: {row.status for row in talks.rows[kind::7]} for kind in range(7)}
    assert statuses[0] == {Status.UNCLEAR}  # of some parties nothing is recorded
    assert statuses[1] == statuses[2] == {Status.NEAR}
    assert all(statuses[kind] == {Status.DIVIDED} for kind in (3, 4, 5, 6))
    assert talks.counts[Status.UNCLEAR] == 50
    # A party that is not recorded may yet object.
    assert (talks.convergence.least, talks.convergence.most) == (0, 50)
    for row in talks.rows:
        speakers = [party for camp in row.whole.camps for party in camp]
        assert len(speakers) == len(set(speakers))
        assert len(row.whole.camps) <= 6

    lines = comparison_text(talks, columns=100).splitlines()
    assert "As of 1 January 2030. 350 issues: 100 near, 200 divided, 50 unclear." in lines
    assert (
        "Agreed or settled: 0 of 350, at most 50. Coverage: 5249 of 10500 positions known." in lines
    )
    (first,) = [line for line in lines if line.endswith("uncoded, 118 indifferent")][:1]
    assert first.startswith("Party 0 ")
    near = talks.row("i2").whole.sentence
    assert near.startswith(
        "Eight parties, among them Party 1, Party 3 and Party 10, want 60; Party 6"
    )
    assert "They are 20 points apart, which counts as near here." in near
    assert near.endswith("The scale runs from 0 (“nothing binds”) to 100 (“all binds”).")


def test_thirty_two_parties_on_yes_no_theses_can_be_read() -> None:
    parties, theses = ASSEMBLY
    comparison = _compared(assembly())
    known = coverage(comparison)

    assert comparison.cells == parties * theses == 1_216
    # One party in eight leaves every other thesis out of what is known of it.
    assert Counter(one.spoken for one in known) == {theses: 28, theses // 2: 4}
    assert {one.blanks.get(Blank.UNDISCLOSED, 0) for one in known} == {0, theses // 2}
    for row in comparison.rows:
        assert len(row.whole.camps) <= 3
        assert row.whole.distance is None or row.whole.distance.text in {"1 step", "2 steps"}

    text = comparison_text(comparison, columns=100)
    assert "D 16|16 Thesis 3\n" in text
    assert (
        "The position of 16 parties, among them Party 0, Party 1 and Party 2, is “yes”; that of"
        in text
    )
    assert "Party 0   speaks on 19 of 38 issues; 19 undisclosed" in text
    assert "Party 1   speaks on 38 of 38 issues\n" in text


async def test_a_large_dossier_opens_with_its_counts(tmp_path: Path) -> None:
    path = tmp_path / "climate.yaml"
    path.write_text(climate(), encoding="utf-8")
    async with running(PositionsApp(str(path)), size=(160, 40)) as pilot:
        shown = screen_text(pilot.app)
    assert "Issue 0" in shown
    assert "∅ indifferent" in shown
