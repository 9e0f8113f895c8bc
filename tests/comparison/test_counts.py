"""How many rows are agreed or settled, where some of an issue's parts are and others are not?"""

from __future__ import annotations

import pytest

import positions
from positions.comparison.rows import Status
from tests.from_docstring import with_prelude

TALKS = """
issues:
  land: {{topic: T, title: Land, kind: duration, parts: {{hill: Hill, lake: Lake, wood: Wood}}}}
memoranda:
  one: {{party: north, {text}, date: 2025-05-01, sources: paper, positions: {{land: {said}}}}}
  two: {{party: south, {text}, date: 2025-05-01, sources: paper, positions: {{land: {said}}}}}
outcomes:
  deal: {{issue: land, date: 2025-05-10, parts: {{hill: 5 days}}, confirmed_by: all, sources: paper}}
"""
WHOLE, SEEN = "form: memorandum, read: whole", "form: statement"


@pytest.mark.parametrize(
    ("text", "said", "status", "found"),
    [
        (WHOLE, "{parts: {hill: 5 days}}", Status.SETTLED, (0, 0)),
        (SEEN, "{parts: {hill: 5 days}}", Status.SETTLED, (0, 1)),
        (WHOLE, "{parts: {hill: 5 days, lake: 6 days}}", Status.AGREED, (0, 0)),
        (WHOLE, "{parts: {hill: 5 days, lake: 6 days, wood: 7 days}}", Status.AGREED, (1, 1)),
    ],
)
def test_a_whole_of_which_only_some_parts_are_does_not_count(
    text: str, said: str, status: Status, found: tuple[int, int]
) -> None:
    dossier = positions.loads(with_prelude(TALKS.format(text=text, said=said))).dossier
    assert dossier is not None
    comparison = positions.compare(dossier)

    assert comparison.row("land").status is status
    assert (comparison.convergence.least, comparison.convergence.possible) == found
    assert comparison.convergence.rows == 1


def test_who_does_not_mind_leaves_certain_what_the_others_agree_on() -> None:
    said = TALKS.format(text=WHOLE, said="5 days").partition("outcomes:")[0]
    third = "  east: {party: east, form: statement, date: 2025-05-01, sources: paper, positions: {land: indifferent}}\n"
    parties = "parties: {north: {name: North}, south: {name: South}, east: {name: East}}\n"
    dossier = positions.loads(with_prelude(parties + said + third)).dossier
    assert dossier is not None
    assert str(positions.compare(dossier).convergence) == "1 of 1"
