"""Is a party under another id the same one wherever it is named, and no other?"""

from __future__ import annotations

import pytest

from positions.changes.difference import difference
from positions.changes.renamed_parties import renamed_parties
from tests.changes.states import COLUMNS, loaded, talks, text_of

NAMING = """
dossier: {format: 1, title: Talks, as_of: 2025-06-09}
parties: {bloc: {name: Bloc}, north: {name: North, member_of: bloc}, south: {name: South}}
issues:
  swap: {topic: War, title: Swap, kind: exchange, unit: bodies, between: [north, south]}
  pay: {topic: War, title: Pay, kind: quantity, unit: EUR, by: north, parts: {day: Day, night: Night}}
memoranda:
  first:
    {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {
      swap: 3 for 4, pay: {parts: {day: {value: 5, by: north}, night: 6}}}}
  other:
    {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {
      swap: 3 for 4, pay: {alternatives: {a: {value: 5, by: [south, north]}, b: 3}}}}
outcomes:
  deal: {issue: swap, date: 2025-06-02, value: 3 for 4, confirmed_by: [north, south],
    sources: [paper], delivered: {north: {value: 3 for 4, date: 2025-06-03}}}
  told: {issue: pay, date: 2025-06-02, sources: [paper], accounts: {north: {parts: {day: 5}}}}
"""


def test_a_party_is_renamed_wherever_it_is_named() -> None:
    before, after = loaded(NAMING), loaded(NAMING.replace("north", "nord"))
    assert renamed_parties(before, after) == {"north": "nord"}
    for one, other in ((before, after), (after, before)):
        found = difference(one, other)
        assert found.issues == ()
        assert [fact.subject[0] for fact in found.facts] == ["parties"]


NORD = "{nord: {name: Nord}, south: {name: South}, east: {name: East}}"


@pytest.mark.parametrize(
    ("said", "columns", "expected"),
    [
        (("north 1 20 | party: nord", "north 2 25 | party: nord"), NORD, {"north": "nord"}),
        (("south 1 30",), NORD, {}),
        (("nord 1 20",), NORD, {}),
        (("nord 1 20",), NORD.replace("Nord}", "Nord, formerly: [north, n]}"), {"north": "nord"}),
        (("north 1 20 | party: south",), NORD, {}),
        (("north 1 20 | party: nord", "east 1 9 | party: nord"), NORD, {}),
        (("north 1 20", "nord 1 20"), COLUMNS.replace("{north", "{nord: {name: Nord}, north"), {}),
    ],
)
def test_which_parties_are_the_same(
    said: tuple[str, ...], columns: str, expected: dict[str, str]
) -> None:
    before = talks("north 1 20", "south 1 30", "east 1 9", day=1)
    after = loaded(text_of(*said, day=2, columns=columns))
    assert renamed_parties(before, after) == expected
    assert renamed_parties(after, before) == {now: was for was, now in expected.items()}
