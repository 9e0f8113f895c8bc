"""What settles a line, what reopens it, and who holds to an agreement of some."""

from __future__ import annotations

import pytest

import positions
from positions.comparison.rows import Comparison, Line, Status
from tests.from_docstring import with_prelude

TALKS = """
parties: {a: {name: Ash}, b: {name: Birch}}
issues: {truce: {topic: War, title: Truce, kind: duration}}
memoranda:
  first: {party: a, form: statement, date: 2025-05-01, sources: paper, positions: {truce: 10 days}}
  other: {party: b, form: statement, date: 2025-05-01, sources: paper, positions: {truce: 30 days}}
"""
DEAL = "deal: {issue: truce, date: 2025-05-10, value: 20 days, confirmed_by: all, sources: paper}"


def _line(*outcomes: str, more: str = "") -> Line:
    listed = "".join(f"  {one}\n" for one in outcomes)
    loaded = positions.loads(with_prelude(f"{TALKS}{more}outcomes:\n{listed}"))
    assert loaded.dossier is not None, loaded.problems
    assert not [one for one in loaded.problems if one.severity == "error"], loaded.problems
    return positions.compare(loaded.dossier).row("truce").whole


def _newer(said: str, date: str = "2025-05-20") -> str:
    return f"newer: {{issue: truce, date: {date}, sources: paper, {said}}}"


@pytest.mark.parametrize(
    ("said", "reopened"),
    [
        ("accounts: {a: 20 days}", False),
        ("accounts: {a: 25 days}", True),
        ("accounts: {a: {value: 20 days, starts: the retreat}}", True),
        ("value: 25 days, confirmed_by: a", True),
        ("value: 20 days, confirmed_by: a", False),
        ("value: 20 days, starts: the retreat, confirmed_by: a", True),
        # Nobody is known to have confirmed it.
        ("value: 25 days", False),
        # What it comes to is kept back.
        ("blank: undisclosed, confirmed_by: a", False),
        # All have left it open since.
        ("value: to be agreed, confirmed_by: all", True),
    ],
)
def test_a_newer_outcome_that_says_otherwise_reopens(said: str, *, reopened: bool) -> None:
    line = _line(DEAL, _newer(said))

    assert bool(line.settlement.reopened) is reopened
    assert (line.status is Status.SETTLED) is not reopened


def test_whoever_confirms_the_older_one_last_holds_to_it() -> None:
    again = DEAL.replace("confirmed_by: all", "confirmed_by: b").replace(
        "sources", "accounts: {a: {date: 2025-05-25, confirms: true}}, sources"
    )

    assert _line(again, _newer("value: 25 days, confirmed_by: a")).status is Status.SETTLED


@pytest.mark.parametrize(
    ("word", "reopened"),
    [("20 days", False), ("{value: 20 days, starts: the retreat}", True)],
)
def test_other_terms_are_no_agreement(word: str, *, reopened: bool) -> None:
    later = (
        "  later: {party: a, form: statement, date: 2025-05-20, sources: paper, "
        f"positions: {{truce: {word}}}}}\n"
    )
    account = f"accounts: {{a: {{value: 20 days, date: 2025-05-20{word[15:-1]}}}}}"

    assert bool(_line(DEAL, more=later).settlement.reopened) is reopened
    told = _line(DEAL.replace("sources", f"{account}, sources"))
    assert bool(told.settlement.reopened) is reopened


@pytest.mark.parametrize("value", ["value: to be agreed", "value: unspecified"])
def test_a_value_that_is_left_open_settles_nothing(value: str) -> None:
    line = _line(DEAL.replace("value: 20 days", value))

    assert line.status is Status.DIVIDED
    assert line.settlement.deals == ()


def test_a_group_does_not_agree_for_a_member_with_words_of_its_own(comparison: Comparison) -> None:
    """
    parties:
      a: {name: Ash, member_of: g}
      c: {name: Cedar, member_of: g}
      g: {name: Group}
      b: {name: Birch}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      first: {party: a, form: statement, date: 2025-05-01, sources: paper, positions: {truce: 10 days}}
      other: {party: g, form: statement, date: 2025-05-01, sources: paper, positions: {truce: 40 days}}
    outcomes:
      deal: {issue: truce, date: 2025-05-10, value: 30 days, confirmed_by: [g, b], sources: paper}
    """
    line = comparison.row("truce").whole

    assert line.status is Status.DIVIDED
    assert [deal.parties for deal in line.settlement.deals] == [("g", "b")]
    assert line.dealt == (2, 3)
    without = positions.compare(comparison.dossier, parties=("c", "b")).row("truce")
    assert without.status is Status.SETTLED
