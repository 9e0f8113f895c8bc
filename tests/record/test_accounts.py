"""Which other accounts of a position stand beside it, as of a moment?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.model.moment import Moment
from positions.record.settle import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.model.dossier import Dossier, Position


def _as_of(dossier: Dossier, moment: str) -> Position:
    return record(dossier, Moment.parse(moment)).standing("north", "truce").position


@pytest.mark.parametrize(
    ("moment", "accounts"),
    [
        ("2025-05-20", ["paper"]),
        ("2025-05-31", ["paper"]),
        ("2025-06-01T09:00", ["paper"]),
        ("2025-06-01T12:00", ["paper", "radio"]),
        ("2025-06-01", ["paper", "radio"]),
        ("2025-07-01", ["paper", "radio", "tv"]),
    ],
)
def test_an_account_given_later_does_not_stand_before(
    dossier: Dossier, moment: str, accounts: list[str]
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: paper
        positions:
          truce:
            value: 30 days
            accounts:
              paper: {value: 20 days, sources: paper}
              radio: {value: 10 days, date: 2025-06-01T12:00, sources: paper}
              tv: {value: 5 days, date: 2025-06-03, sources: paper}
    """
    assert list(_as_of(dossier, moment).accounts) == accounts


def test_the_accounts_of_a_branch_and_of_a_part_have_their_days_too(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      land: {topic: Land, title: Land, kind: text, parts: {hill: Hill, lake: Lake}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: paper
        options: {a: {title: A}, b: {title: B}}
        positions:
          truce:
            alternatives:
              a: {value: 30 days, accounts: {tv: {value: 1 day, date: 2025-06-03, sources: paper}}}
              b: {value: 20 days, accounts: {radio: {value: 2 days, sources: paper}}}
          land:
            parts: {hill: kept, lake: given up}
            accounts: {tv: {value: sold, date: 2025-06-03, sources: paper}}
    """

    def given(moment: str) -> tuple[Mapping[str, list[str]], list[str]]:
        branches = _as_of(dossier, moment).alternatives
        lake = record(dossier, Moment.parse(moment)).standing("north", "land", "lake").position
        return {name: list(one.accounts) for name, one in branches.items()}, list(lake.accounts)

    assert given("2025-06-02") == ({"a": [], "b": ["radio"]}, [])
    assert given("2025-06-03") == ({"a": ["tv"], "b": ["radio"]}, ["tv"])


def test_a_position_of_which_all_was_heard_is_the_same_one(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: paper
        positions: {truce: {value: 30 days, accounts: {radio: {value: 1 day, sources: paper}}}}
    """
    assert _as_of(dossier, "2025-05-20") is dossier.memoranda["plan"].positions["truce"]
