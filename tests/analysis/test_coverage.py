"""How much is known of each party, and is each kind of blank counted apart?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given

import positions
from positions.analysis.coverage import coverage
from positions.model.dossier import Blank
from tests.laws.test_comparison_laws import loaded_talks, talks

if TYPE_CHECKING:
    from positions.analysis.coverage import Coverage
    from positions.comparison.rows import Comparison


def blanks(one: Coverage) -> dict[Blank, int]:
    return {blank: number for blank, number in one.blanks.items() if number}


def test_each_kind_of_blank_is_counted_apart(comparison: Comparison) -> None:
    """
    issues:
      a: {topic: T, title: A, kind: duration}
      b: {topic: T, title: B, kind: duration}
      c: {topic: T, title: C, kind: duration}
      d: {topic: T, title: D, kind: duration}
      e: {topic: T, title: E, kind: duration}
      f: {topic: T, title: F, kind: duration, parts: {p: {title: P}, q: {title: Q}}}
      g: {topic: T, title: G, kind: duration, parts: {p: {title: P}, q: {title: Q}}}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper],
          positions: {a: 3 days, b: indifferent, c: declined, d: , f: {parts: {p: 3 days}}, g: {parts: {p: indifferent, q: declined}}}}
      s1: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {a: 3 days, b: 4 days}}
      s2: {party: south, form: memorandum, read: whole, date: 2025-05-20, disclosure: partial, sources: [paper], positions: {b: 5 days}}
      s3: {party: south, form: report, date: 2025-05-30, sources: [paper], positions: {c: 2 days}}
    """
    north, south = coverage(comparison)

    assert (north.party, north.lines, north.spoken) == ("north", 8, 2)
    assert (north.reported, north.older) == (0, 0)
    assert blanks(north) == {
        Blank.DECLINED: 2,
        Blank.UNCODED: 2,  # one of them a part
        Blank.INDIFFERENT: 2,
    }
    assert (south.spoken, south.reported, south.older) == (3, 1, 1)
    assert blanks(south) == {Blank.UNDISCLOSED: 5}
    (alone, _) = coverage(comparison, [comparison.row("a")])
    assert (alone.lines, alone.spoken, blanks(alone)) == (1, 1, {})


@given(talks())
def test_what_is_spoken_on_and_what_is_blank_adds_up(data: dict[str, Any]) -> None:
    comparison = positions.compare(loaded_talks(data))
    found = coverage(comparison)
    assert [one.party for one in found] == [party.id for party in comparison.parties]
    assert sum(one.spoken for one in found) == comparison.spoken
    for one in found:
        assert one.spoken + sum(one.blanks.values()) == one.lines
        assert max(one.reported, one.older) <= one.spoken
