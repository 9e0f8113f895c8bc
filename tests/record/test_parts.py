"""What does a position on the whole say on one of its parts?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.record.parts import part_of, qualified

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def test_a_part_has_the_accounts_of_the_whole_beside_its_own(dossier: Dossier) -> None:
    """
    issues: {land: {topic: Land, title: Land, kind: text, parts: {hill: Hill, lake: Lake}}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: paper
        positions:
          land:
            parts:
              hill: kept
              lake: {value: shared, accounts: {radio: {value: sold, sources: paper}}}
            accounts:
              radio: {value: given up, sources: paper}
              tv: {parts: {hill: leased}, sources: paper}
    """
    land = dossier.memoranda["plan"].positions["land"]
    hill, lake = part_of(land, "hill"), part_of(land, "lake")
    assert hill is not None
    assert lake is not None

    assert part_of(land, "") is land
    assert list(hill.accounts) == ["radio", "tv"]
    assert hill.accounts["tv"].value == land.accounts["tv"].parts["hill"].value
    assert list(lake.accounts) == ["radio"]
    assert lake.accounts["radio"] is land.parts["lake"].accounts["radio"]


def test_an_account_of_one_part_is_not_one_of_another(dossier: Dossier) -> None:
    """
    issues: {land: {topic: Land, title: Land, kind: text, parts: {hill: Hill, lake: Lake}}}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-05-20
        sources: paper
        positions:
          land: {value: kept, accounts: {tv: {parts: {hill: leased}, party: north, date: 2025-05-21, sources: paper}}}
    """
    land = dossier.memoranda["plan"].positions["land"]
    hill, lake = part_of(land, "hill"), part_of(land, "lake")
    assert hill is not None
    assert lake is not None

    told = hill.accounts["tv"]
    assert told.value == land.accounts["tv"].parts["hill"].value
    assert (told.party, str(told.date)) == ("north", "2025-05-21")
    assert not lake.accounts


def test_a_part_that_is_not_mentioned_is_the_rest_or_nothing(dossier: Dossier) -> None:
    """
    issues: {land: {topic: Land, title: Land, kind: text, parts: {hill: Hill, lake: Lake}}}
    memoranda:
      one: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
            positions: {land: {parts: {hill: kept}, red_line: true, credibility: 2}}}
      two: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
            positions: {land: {parts: {hill: kept}, rest: {value: sold, credibility: 3}, clause: "4"}}}
      blank: {party: south, form: memorandum, date: 2025-05-21, sources: paper,
            positions: {land: {parts: {hill: kept}, rest: unseen, scope: now, clause: "4", credibility: 2}}}
      branch: {party: south, form: memorandum, date: 2025-05-22, sources: paper,
            positions: {land: {alternatives: {a: kept, b: unseen}, scope: now}}}
    """
    one, two, blank, branches = (
        document.positions["land"] for document in dossier.memoranda.values()
    )
    hill, rest = part_of(one, "hill"), part_of(two, "lake")
    assert hill is not None
    assert rest is not None

    assert part_of(one, "lake") is None
    assert (hill.red_line, hill.credibility) == (True, 2)
    assert (rest.credibility, rest.place) == (3, "4")
    unseen = part_of(blank, "lake")
    assert unseen is not None
    assert (unseen.scope, unseen.place, unseen.credibility) == ("", "", 2)
    assert [one.scope for one in qualified(branches).alternatives.values()] == ["now", ""]
