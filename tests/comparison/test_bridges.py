"""What a mediator's paper, an observer's note or a text of nobody does beside the parties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.changes.movement import movements
from positions.comparison.compare import compare
from positions.comparison.rows import Bridge, Comparison, Status
from positions.model.dossier import Role
from positions.values import Relation
from tests.from_docstring import with_prelude
from tests.paths import MEDIATED
from tests.sentences.said import dossier_of


@pytest.fixture(scope="module")
def mediated() -> Comparison:
    dossier = positions.loads(MEDIATED.read_bytes()).dossier
    assert dossier is not None
    return compare(dossier)


def test_a_paper_of_no_party_changes_nothing_that_is_counted(mediated: Comparison) -> None:
    alone = compare(mediated.dossier, parties=["north", "south"])

    assert [party.id for party in mediated.counted] == ["north", "south"]
    assert (mediated.counts, mediated.convergence) == (alone.counts, alone.convergence)
    assert (mediated.spoken, mediated.cells) == (alone.spoken, alone.cells) == (9, 10)
    for row, other in zip(mediated.rows, alone.rows, strict=True):
        for line, without in zip((row.whole, *row.parts), (other.whole, *other.parts), strict=True):
            assert (line.status, line.camps, line.pairs) == (
                without.status,
                without.camps,
                without.pairs,
            )
            assert (line.gaps, line.distance) == (without.gaps, without.distance)
            assert line.sentence.startswith(without.sentence) or row.parts


def test_each_paper_is_related_to_each_party(mediated: Comparison) -> None:
    closure = mediated.row("closure").whole
    bridge = closure.bridges["county", "south"]

    assert bridge.relation is Relation.APART
    assert bridge.distance is not None
    assert bridge.distance.text == "30 days"
    assert closure.relation("county", "south") is Relation.APART
    assert closure.relation("south", "county") is Relation.APART
    assert closure.relation("county", "draft") is None
    assert closure.bridges["draft", "north"] == Bridge(Relation.SAME, terms_same=True)
    assert closure.alike("north", "draft")
    assert closure.alike("draft", "north")
    assert not closure.alike("draft", "south")
    assert not closure.alike("north", "south")
    assert ("shippers", "north") not in closure.bridges


def test_a_whole_takes_its_bridges_from_its_parts(mediated: Comparison) -> None:
    tolls = mediated.row("tolls")

    assert tolls.parts[0].bridges["county", "north"].same
    assert tolls.parts[1].bridges["county", "south"].same
    assert tolls.whole.relation("county", "north") is Relation.APART
    assert not tolls.whole.bridges["county", "north"].same


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("30 days", "is the same as North's position"),
        (
            "{value: 30 days, scope: at sea}",
            "is the same as North's position, but on other terms",
        ),
        ("20-30 days", "does not exclude North's position"),
        ("20-40 days", "does not exclude North's position"),
        ("35 days", "is 5 days from North's position"),
        (
            "{alternatives: {a: 35 days, b: 40 days}}",
            "is at its nearest 5 days from North's position",
        ),
        ("{alternatives: {a: 35 days, b: 25 days}}", "is 5 days from North's position"),
        ("none", "excludes North's position"),
        ("to be agreed", "cannot be compared with North's position"),
    ],
)
def test_the_sentence_says_how_a_paper_lies_to_a_position(value: str, words: str) -> None:
    text = f"""
    parties: {{north: {{name: North}}, south: {{name: South}}, un: {{name: The UN, role: mediator}}}}
    issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
    memoranda:
      n: {{party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {{truce: 30 days}}}}
      u: {{party: un, form: statement, date: 2025-05-01, sources: [paper], positions: {{truce: {value}}}}}
    """
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None
    row = compare(dossier).row("truce")

    assert row.status is Status.UNCLEAR
    assert row.whole.sentence.endswith(f" That {words}.")


def test_other_relations_have_words_too(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, un: {name: The UN, role: mediator}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 20-40 days}}
      s: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: at least 10 days}}
      u: {party: un, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30-50 days}}
    """
    assert comparison.row("truce").whole.sentence.endswith(
        "The UN proposes 30-50 days. That is within South's position and has something in common "
        "with North's position."
    )


def test_a_list_that_asks_for_something_else_excludes_no_other() -> None:
    lists = ("north: {demand: [a], refuse: [c]}", "south: [c]", "envoy: {demand: [b], refuse: [c]}")
    parties = "north: North, south: South, envoy: {name: Envoy, role: mediator}"
    dossier = dossier_of("kind: checklist, items: {a: A, b: B, c: C}", *lists, parties=parties)
    assert (
        compare(dossier)
        .row("it")
        .whole.sentence.endswith(
            "Envoy proposes “B”, but not “C”. That does not exclude North's position and differs from "
            "South's position by one item."
        )
    )


def test_contradicting_words_leave_open_how_a_paper_lies() -> None:
    loaded = positions.loads(
        with_prelude("""
        parties: {north: {name: North}, south: {name: South}, un: {name: The UN, role: mediator}}
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          n: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 5 days}}
          o: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 6 days}}
          u: {party: un, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 5 days}}
        """)
    )
    assert loaded.dossier is not None
    bridge = compare(loaded.dossier).row("truce").whole.bridges["un", "north"]

    assert (bridge.relation, bridge.distance) == (Relation.UNKNOWN, None)


def test_where_no_party_speaks_a_paper_is_shown_alone(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, un: {name: The UN, role: mediator}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      u: {party: un, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 5 days}}
    """
    row = comparison.row("truce")

    assert row.status is Status.UNCLEAR
    assert row.whole.sentence.endswith("The UN proposes 5 days.")
    assert row.whole.bridges == {}


def test_a_mediator_has_drafts_and_parties_move_toward_them() -> None:
    def at(day: str, north: str, un: str) -> positions.Loaded:
        return positions.loads(
            with_prelude(f"""
            dossier: {{format: 1, title: T, as_of: {day}}}
            parties: {{north: {{name: North}}, south: {{name: South}}, un: {{name: The UN, role: mediator}}}}
            issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
            memoranda:
              n-{north[:2]}: {{party: north, form: statement, date: {day}, sources: [paper], positions: {{truce: {north}}}}}
              s: {{party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {{truce: 5 days}}}}
              u-{un[:2]}: {{party: un, form: statement, date: {day}, sources: [paper], positions: {{truce: {un}}}}}
            """)
        )

    before, after = (
        at("2025-06-01", "30 days", "20 days").dossier,
        at("2025-06-02", "25 days", "10 days").dossier,
    )
    assert before is not None
    assert after is not None
    found = {
        move.party: {one.party: str(one.direction) for one in move.toward}
        for move in movements(before, after)
    }

    assert {party: sorted(toward) for party, toward in found.items()} == {
        "north": ["south", "un"],
        "un": ["north", "south"],
    }


@given(st.permutations(["north", "south", "county", "shippers", "draft"]))
def test_the_order_of_columns_changes_no_bridge(mediated: Comparison, order: list[str]) -> None:
    found = compare(mediated.dossier, parties=order)

    for row in found.rows:
        assert row.whole.bridges == mediated.row(row.issue.id).whole.bridges
        assert row.status is mediated.row(row.issue.id).status


def test_a_role_is_a_party_unless_it_says_otherwise(mediated: Comparison) -> None:
    roles = [party.role for party in mediated.parties]

    assert roles == [Role.PARTY, Role.PARTY, Role.MEDIATOR, Role.OBSERVER, Role.TEXT]
    assert mediated.parties[2].heading == "The County (mediator)"
    assert mediated.parties[0].heading == "North Ashford"


def test_how_a_proposal_lies_to_many_is_counted_and_told_in_more_than_one_sentence() -> None:
    near = [f"near{number}: 30 days" for number in range(7)]
    far = ["one: 1 day", "two: 4 days", "three: 9 days", "four: 12 days", "five: 25-35 days"]
    longest = {"one": "The Federation of the Harbour and River Employers of the North Coast"}
    papers = [*near, *far, "six: to be agreed", "envoy: 30 days"]
    named = [paper.split(":")[0] for paper in papers]
    parties = ", ".join(
        f"{one}: {{name: {longest.get(one, one.title())}{', role: mediator' * (one == 'envoy')}}}"
        for one in named
    )
    dossier = dossier_of("kind: duration", *papers, parties=parties)
    sentence = positions.compare(dossier).row("it").whole.sentence
    assert sentence.partition("proposes 30 days. ")[2] == (
        "That is the same as the positions of seven parties, among them Near0, Near1 and Near2. It "
        "is 29 days from the Federation of the Harbour and River Employers of the North Coast's "
        "position. It is 26 days from Two's position. It is 21 days from Three's position. It is 18 "
        "days from Four's position. It is within Five's position. It cannot be compared with Six's "
        "position."
    )
