"""Where do the parties stand, how far apart, and why: rows, status, gaps, convergence."""

from __future__ import annotations

import pytest

import positions
from positions.comparison.cell_lines import cell_lines
from positions.comparison.compare import narrowed
from positions.comparison.rows import Comparison, Line, Row, Status
from positions.model.moment import Moment
from positions.values import GapType, Relation
from tests.from_docstring import with_prelude


def _row(comparison: Comparison, issue: str = "truce") -> Row:
    return comparison.row(issue)


def _gaps(line: Line) -> list[tuple[GapType, str]]:
    return [(gap.type, gap.sentence) for gap in line.gaps]


def test_the_same_number_under_other_terms_is_near_and_says_why(comparison: Comparison) -> None:
    """
    events: {retreat: {title: The retreat begins}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {value: at least 30 days, renewable: 30 days, conditions: none}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: {value: 30 days, starts: retreat}}}
    """
    row = _row(comparison)

    assert row.status is Status.NEAR
    assert row.whole.sentence == (
        "North wants at least 30 days, renewable by 30 days, without conditions; South wants 30 days "
        "from when the retreat begins."
    )
    assert row.whole.relation("north", "south") is Relation.CONTAINS
    assert row.whole.relation("south", "north") is Relation.WITHIN
    assert _gaps(row.whole)[1:] == [
        (
            GapType.TIMING,
            "North wants at least 30 days, renewable by 30 days; South names no renewal.",
        ),
        (
            GapType.CONDITION,
            "North wants at least 30 days without conditions; South names no condition.",
        ),
        (
            GapType.TIMING,
            "South wants 30 days from when the retreat begins; North names no start.",
        ),
    ]
    assert row.whole.gaps[0].type is GapType.QUANTITY
    assert row.whole.distance is None


def test_equal_values_on_other_terms_are_not_agreed(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {value: 30 days, scope: the whole front}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: 30 days}}
    """
    row = _row(comparison)

    assert row.status is Status.NEAR
    assert row.whole.sentence == ("North wants 30 days (the whole front); South wants 30 days.")
    assert _gaps(row.whole) == [
        (
            GapType.SCOPE,
            "North's position covers the whole front; South's does not say what it covers.",
        )
    ]
    assert not row.whole.pairs[0].same


def test_equal_values_and_terms_are_agreed_however_they_are_written(
    comparison: Comparison,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {value: 7 days, scope: The  front, renewable: 1 week}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: {value: 1 week, scope: the front, renewable: 7 days}}}
    """
    row = _row(comparison)

    assert row.status is Status.AGREED
    assert row.whole.gaps == ()
    assert row.whole.camps == (("north", "south"),)
    assert row.whole.sentence.startswith("North wants 7 days (")
    assert (comparison.convergence.least, comparison.convergence.most) == (1, 1)
    assert str(comparison.convergence) == "1 of 1"


def test_values_with_nothing_in_common_are_divided_by_a_distance(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: at least 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: 2-3 days}}
    """
    row = _row(comparison)

    assert row.status is Status.DIVIDED
    assert row.whole.distance is not None
    assert row.whole.distance.figure == 27
    assert row.whole.distance.text == "27 days"
    assert "27 days apart" in row.whole.sentence
    assert "at least 30 days" in row.whole.sentence
    assert [gap.distance for gap in row.whole.gaps] == [row.whole.distance]


def test_a_cap_demanded_without_a_number_divides_without_a_distance(
    comparison: Comparison,
) -> None:
    """
    issues: {cap: {topic: Army, title: Cap, kind: quantity, unit: soldiers, limit: maximum}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {cap: no limit}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {cap: unspecified}}
    """
    row = _row(comparison, "cap")

    assert row.status is Status.DIVIDED
    assert row.whole.distance is None


def test_each_branch_is_compared_and_a_row_divided_under_all_is_divided(
    comparison: Comparison,
) -> None:
    """
    issues:
      price:
        topic: War
        title: Conditions of a truce
        kind: checklist
        items: {retreat: a retreat, arms: no arms, vote: a vote}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {price: none}}
      s:
        party: south
        form: memorandum
        read: whole
        date: 2025-06-02
        sources: [paper]
        options: {one: {title: Option 1, group: truce}, two: {title: Option 2, group: truce}}
        positions:
          price: {alternatives: {one: [retreat], two: [arms, vote]}}
    """
    row = _row(comparison, "price")

    assert row.status is Status.DIVIDED
    assert [
        (pair.second_branch, pair.distance and pair.distance.text) for pair in row.whole.pairs
    ] == [
        ("one", "1 item"),
        ("two", "2 items"),
    ]
    assert row.whole.sentence == (
        "North rejects a retreat, no arms and a vote; under option 1, South wants a retreat; under "
        "option 2, South wants no arms and a vote."
    )
    assert [(gap.type, gap.branches) for gap in row.whole.gaps] == [
        (GapType.CHOICE, ("one",)),
        (GapType.PRESENCE, ("one",)),
        (GapType.CHOICE, ("two",)),
        (GapType.PRESENCE, ("two",)),
    ]


def test_one_branch_that_fits_makes_a_row_near_and_never_agreed(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: {alternatives: {long: 30 days, short: 2 days}}}}
    """
    row = _row(comparison)

    assert row.status is Status.NEAR
    assert row.whole.relation("north", "south") is Relation.WITHIN
    assert row.whole.camps == (("north",), ("south",))
    assert row.whole.distance is None
    assert (
        "under “long”, South wants 30 days; under “short”, South wants 2 days."
        in row.whole.sentence
    )


def test_the_distance_of_two_is_that_of_their_nearest_branches(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 10 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: {alternatives: {long: 60 days, short: 12 days}}}}
    """
    line = _row(comparison).whole

    assert line.status is Status.DIVIDED
    assert line.distance is not None
    assert line.distance.text == "2 days"


def test_branches_of_one_value_and_other_terms_keep_their_terms_in_the_sentence(
    comparison: Comparison,
) -> None:
    """
    events: {retreat: {title: The retreat begins}}
    issues: {side: {topic: War, title: Side, kind: choice,
             options: {left: the left, right: the right}}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {side: left}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {side: {alternatives: {early: left, late: {value: left, after: retreat}}}}}
    """
    assert _row(comparison, "side").whole.sentence == (
        "North's position is “the left”; under “early”, South's is “the left”; under “late”, it is "
        "“the left” once the retreat begins."
    )


def test_the_title_of_an_event_in_words_is_the_event(comparison: Comparison) -> None:
    """
    events: {retreat: {title: The retreat begins}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {value: 30 days, starts: retreat}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: {value: 30 days, starts: the retreat begins}}}
    """
    assert _row(comparison).status is Status.AGREED


def test_what_is_left_open_is_said_in_a_sentence(comparison: Comparison) -> None:
    """
    issues:
      army: {topic: War, title: Army, kind: quantity, unit: soldiers, limit: maximum}
      date: {topic: War, title: Date, kind: date}
      law: {topic: War, title: Law, kind: checklist,
            items: {a: the flag, b: the hymn, c: the oath}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {army: unspecified, date: by 2025-08-31, law: {demand: [a], refuse: [b]}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper]}
    """
    silent = "South's text has nothing on this."

    assert [row.whole.sentence for row in comparison.rows] == [
        f"North wants a figure, but names none. {silent}",
        f"North wants a date by 31 August 2025. {silent}",
        f"North wants the flag, and rejects the hymn. {silent}",
    ]


def test_a_distance_is_not_taken_over_parts_of_different_units(comparison: Comparison) -> None:
    """
    issues:
      aid: {topic: War, title: Aid, kind: quantity, unit: tons,
            parts: {grain: {title: Grain}, fuel: {title: Fuel, unit: litres}}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {aid: 5}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {aid: 9}}
    """
    row = _row(comparison, "aid")

    assert [line.distance.text for line in row.parts if line.distance] == ["4 tons", "4 litres"]
    assert row.whole.distance is None


def test_what_is_agreed_by_a_report_alone_is_not_certain(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper]}
      told: {party: north, form: report, date: 2025-06-02, sources: [paper],
             positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: 30 days}}
    """
    row = _row(comparison)

    assert row.status is Status.AGREED
    assert row.whole.sentence == (
        "North is reported to want 30 days, and South says the same. North's own text has nothing on this."
    )
    assert str(comparison.convergence) == "0 of 1, at most 1"


def test_the_same_branches_on_both_sides_are_agreed(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {alternatives: {long: 30 days, short: 2 days}}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: {alternatives: {quick: 2 days, slow: 30 days}}}}
    """
    assert _row(comparison).status is Status.AGREED


def test_a_branch_that_cannot_be_told_leaves_the_row_unclear(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: {alternatives: {open: to be agreed, short: 2 days}}}}
    """
    row = _row(comparison)

    assert row.status is Status.UNCLEAR
    assert row.whole.relation("north", "south") is Relation.UNKNOWN
    assert row.whole.sentence.startswith(
        "North wants 30 days; under “open”, South leaves it to be agreed"
    )
    assert (comparison.convergence.least, comparison.convergence.most) == (0, 1)
    assert str(comparison.convergence) == "0 of 1, at most 1"


def test_texts_that_differ_are_unclear_and_equal_ones_agreed(comparison: Comparison) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: text}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: at once, flag: a white one}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: in spring, flag: "a  white one"}}
    """
    assert _row(comparison).status is Status.UNCLEAR
    assert _row(comparison).whole.gaps[0].type is GapType.WORDING
    assert _row(comparison, "flag").status is Status.AGREED


@pytest.mark.parametrize(
    ("blank", "status"),
    [
        ("silent", Status.ONE_SIDED),
        ("undisclosed", Status.UNDISCLOSED),
        ("declined", Status.UNDISCLOSED),
        ("uncoded", Status.UNCLEAR),
        ("indifferent", Status.ONE_SIDED),
        ("{alternatives: {x: undisclosed, y: declined}}", Status.UNDISCLOSED),
    ],
)
def test_what_one_party_leaves_blank_decides_the_status(blank: str, status: Status) -> None:
    from tests.from_docstring import with_prelude

    loaded = positions.loads(
        with_prelude(
            f"""
            issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
            memoranda:
              n: {{party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
                  positions: {{truce: 30 days}}}}
              s: {{party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
                  positions: {{truce: {blank}}}}}
            """
        )
    )
    assert loaded.dossier is not None
    comparison = positions.compare(loaded.dossier)
    line = comparison.row("truce").whole

    assert line.status is status
    assert line.sentence.startswith("North wants 30 days. ")
    kinds = {"silent": [GapType.PRESENCE], "uncoded": [GapType.PRESENCE], "indifferent": []}
    assert [gap.type for gap in line.gaps] == kinds.get(blank, [GapType.DISCLOSURE])
    assert line.relation("north", "south") is None
    assert (comparison.spoken, comparison.cells) == (1, 2)


def test_an_issue_on_which_nobody_asks_for_anything_is_open_and_cannot_be_agreed(
    comparison: Comparison,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, title: The plan,
          sources: [paper], positions: {truce: silent}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02}
    """
    row = _row(comparison)

    assert row.status is Status.OPEN
    assert row.whole.gaps == ()
    assert row.whole.sentence == "Neither text has anything on this."
    assert str(comparison.convergence) == "0 of 0"


def test_why_a_party_says_nothing_may_be_known_from_a_report_alone(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], positions: {truce: 3 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], positions: {truce: 3 days}}
      e: {party: east, form: memorandum, date: 2025-06-01, disclosure: withheld, sources: [paper]}
      heard: {party: east, form: report, date: 2025-06-02, title: The radio, sources: [paper],
              positions: {truce: indifferent}}
    """
    row = _row(comparison)
    standing = row.whole.standings["east"]

    assert standing.blank_told == "reported"
    assert not row.whole.standings["north"].blank_told
    assert [line.text for line in cell_lines(comparison.dossier, row.issue, [standing])] == [
        "indifferent",
        "reported, 2025-06-02",
    ]
    assert "It is reported that East does not mind." in row.whole.sentence
    # What somebody else says of a party is not certain.
    assert row.status is Status.AGREED
    assert str(comparison.convergence) == "0 of 1, at most 1"


def test_two_parties_who_hide_are_undisclosed_not_open(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-06-01, disclosure: withheld}
    """
    assert _row(comparison).status is Status.UNDISCLOSED


def test_a_report_in_the_place_of_a_hidden_position_is_named_as_one(
    comparison: Comparison,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: at least 30 days}}
      s: {party: south, form: memorandum, date: 2025-05-10, title: Its paper,
          disclosure: withheld}
      leak: {party: south, form: report, date: 2025-05-11, sources: [paper],
             positions: {truce: 2 days}}
    """
    row = _row(comparison)

    assert row.status is Status.DIVIDED
    assert "South is reported to want 2 days." in row.whole.sentence
    gap = row.whole.gaps[-1]
    assert gap.type is GapType.DISCLOSURE
    assert gap.sentence == ("South's own text is not disclosed.")


def test_a_report_older_than_a_hidden_text_stands_beside_the_blank(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: at least 30 days}}
      leak: {party: south, form: report, date: 2025-05-10, sources: [paper],
             positions: {truce: 2 days}}
      s: {party: south, form: memorandum, date: 2025-06-02, title: Its paper,
          disclosure: withheld}
    """
    row = _row(comparison)

    assert row.status is Status.UNDISCLOSED
    assert row.whole.sentence == (
        "North wants at least 30 days. What South wants here is not disclosed. On 10 May 2025 South "
        "was reported to want 2 days."
    )


def test_where_a_third_hides_its_position_it_may_be_agreed(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: 30 days}}
      e: {party: east, form: memorandum, date: 2025-06-02, disclosure: withheld}
    """
    row = _row(comparison)

    assert (row.status, row.whole.tally) == (Status.UNDISCLOSED, (2, 3))
    assert row.whole.sentence == (
        "North wants 30 days, and South says the same. What East wants here is not disclosed."
    )
    assert str(comparison.convergence) == "0 of 1, at most 1"


def test_agreement_on_older_words_counts_only_as_possible(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: statement, date: 2025-05-01, sources: [paper],
          positions: {truce: 30 days}}
      t: {party: south, form: memorandum, date: 2025-06-02, disclosure: withheld}
    """
    assert _row(comparison).status is Status.AGREED
    assert str(comparison.convergence) == "0 of 1, at most 1"


def test_two_words_of_one_moment_make_the_row_unclear_and_both_are_said(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: statement, date: 2025-06-02, sources: [paper],
          positions: {truce: 30 days}}
      t: {party: south, form: statement, date: 2025-06-02, sources: [paper],
          positions: {truce: {alternatives: {a: 2 days, b: 3 days}}}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    row = positions.compare(dossier).row("truce")

    assert row.status is Status.UNCLEAR
    assert row.whole.sentence == (
        "North wants 30 days. South's words of 2 June 2025 contradict each other: 2 days or 3 days; 30 "
        "days."
    )


def test_where_every_word_is_contradicted_no_wish_is_repeated(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      a: {party: north, form: statement, date: 2025-06-02, sources: [paper], positions: {truce: 3 days}}
      b: {party: north, form: statement, date: 2025-06-02, sources: [paper], positions: {truce: 4 days}}
      c: {party: south, form: statement, date: 2025-06-02, sources: [paper], positions: {truce: 3 days}}
      d: {party: south, form: statement, date: 2025-06-02, sources: [paper], positions: {truce: 5 days}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    assert positions.compare(dossier).row("truce").whole.sentence == (
        "North's words of 2 June 2025 contradict each other: 4 days; 3 days. South's words of 2 "
        "June 2025 contradict each other: 5 days; 3 days."
    )


def test_a_contradiction_is_not_blamed_for_what_cannot_be_told_anyway(text: str) -> None:
    """
    issues: {flag: {topic: War, title: Flag, kind: text}}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {flag: white}}
      s: {party: south, form: statement, date: 2025-06-02, sources: [paper], positions: {flag: red}}
      t: {party: south, form: statement, date: 2025-06-02, sources: [paper], positions: {flag: blue}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    assert positions.compare(dossier).row("flag").whole.sentence == (
        "North wants the words “white”. South's words of 2 June 2025 contradict each other: “blue”; “red”."
    )


def test_conflicting_words_that_all_miss_are_divided_all_the_same(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: statement, date: 2025-06-02, sources: [paper],
          positions: {truce: 2 days}}
      t: {party: south, form: statement, date: 2025-06-02, sources: [paper],
          positions: {truce: 3 days}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    assert positions.compare(dossier).row("truce").status is Status.DIVIDED


def test_parts_are_lined_up_one_by_one(comparison: Comparison) -> None:
    """
    issues:
      swap:
        topic: People
        title: Prisoners
        kind: exchange
        unit: prisoners
        between: [north, south]
        parts: {ill: The ill, young: The young, total: In total}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {swap: all for all}}
      s:
        party: south
        form: memorandum
        read: whole
        date: 2025-06-02
        sources: [paper]
        positions:
          swap: {parts: {ill: all for all, young: all for all, total: "at least 1,000 each"}}
    """
    row = _row(comparison, "swap")

    assert [(line.part, line.status) for line in row.parts] == [
        ("ill", Status.AGREED),
        ("young", Status.AGREED),
        ("total", Status.NEAR),
    ]
    assert row.status is Status.NEAR
    assert row.whole.relation("north", "south") is Relation.WITHIN
    assert row.whole.sentence.startswith(
        "Two of three parts are settled or agreed. The ill and the young: North wants an exchange"
    )
    assert "In total: " in row.whole.sentence
    assert {gap.part for gap in row.whole.gaps} == {"total"}


def test_one_part_apart_divides_the_whole(comparison: Comparison) -> None:
    """
    issues:
      land: {topic: Land, title: Land, kind: choice, options: {ours: Ours, theirs: Theirs},
             parts: {hill: The hill, lake: The lake}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {land: ours}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {land: {parts: {hill: ours, lake: theirs}}}}
    """
    row = _row(comparison, "land")

    assert row.status is Status.DIVIDED
    assert row.whole.relation("north", "south") is Relation.APART


def test_a_part_that_one_leaves_blank_keeps_the_whole_from_being_agreed(
    comparison: Comparison,
) -> None:
    """
    issues:
      land: {topic: Land, title: Land, kind: choice, options: {ours: Ours, theirs: Theirs},
             parts: {hill: The hill, lake: The lake}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {land: ours}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {land: {parts: {hill: ours}}}}
    """
    row = _row(comparison, "land")

    assert [line.status for line in row.parts] == [Status.AGREED, Status.ONE_SIDED]
    assert row.status is Status.ONE_SIDED
    assert row.whole.relation("north", "south") is Relation.SAME
    assert [gap.type for gap in row.whole.gaps] == [GapType.PRESENCE]


def test_parties_who_speak_on_different_parts_are_not_compared(comparison: Comparison) -> None:
    """
    issues:
      land: {topic: Land, title: Land, kind: choice, options: {ours: Ours, theirs: Theirs},
             parts: {hill: The hill, lake: The lake}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {land: {parts: {lake: ours}}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {land: {parts: {hill: ours}}}}
    """
    row = _row(comparison, "land")

    assert row.status is Status.ONE_SIDED
    assert row.whole.relation("north", "south") is None
    assert row.whole.camps == (("north",), ("south",))


@pytest.mark.parametrize(
    ("hill", "lake", "status"),
    [
        ("silent", "silent", Status.OPEN),
        ("silent", "declined", Status.UNDISCLOSED),
        ("uncoded", "silent", Status.UNCLEAR),
    ],
)
def test_blank_parts_make_a_blank_whole(hill: str, lake: str, status: Status) -> None:
    from tests.from_docstring import with_prelude

    dossier = positions.loads(
        with_prelude(
            f"""
            issues:
              land: {{topic: Land, title: Land, kind: text, parts: {{hill: Hill, lake: Lake}}}}
            memoranda:
              n: {{party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper]}}
              s: {{party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
                  positions: {{land: {{parts: {{hill: {hill}, lake: {lake}}}}}}}}}
            """
        )
    ).dossier
    assert dossier is not None
    assert positions.compare(dossier).row("land").status is status


def test_three_parties_fall_into_camps_and_the_status_is_of_all(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}, west: {name: West}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: at least 20 days}}
      e: {party: east, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      w: {party: west, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: up to 10 days}}
    """
    row = _row(comparison)

    assert row.status is Status.DIVIDED
    assert row.whole.camps == (("north", "east"), ("south",), ("west",))
    assert row.whole.relation("east", "north") is Relation.SAME
    assert row.whole.relation("east", "south") is Relation.WITHIN
    assert row.whole.distance is not None
    assert row.whole.distance.figure == 20
    assert row.whole.sentence == (
        "North and East want 30 days; South wants at least 20 days; West wants at most 10 days. "
        "The furthest apart are North and West, by 20 days."
    )


def test_pairs_that_all_meet_may_still_have_no_common_outcome(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues:
      seat: {topic: Talks, title: Seat, kind: choice, options: {a: A, b: B, c: C}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {seat: a or b}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {seat: b or c}}
      e: {party: east, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {seat: a or c}}
    """
    row = _row(comparison, "seat")

    assert all(pair.relation is Relation.OVERLAPS for pair in row.whole.pairs)
    assert row.status is Status.DIVIDED


def test_a_choice_of_parties_sets_the_columns_and_their_order(text: str) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: 20 days}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    chosen = positions.compare(dossier, parties=["east", "north", "east"])

    assert [party.id for party in chosen.parties] == ["east", "north"]
    assert list(chosen.row("truce").whole.standings) == ["east", "north"]
    assert chosen.row("truce").status is Status.UNCLEAR
    with pytest.raises(LookupError, match="nowhere"):
        positions.compare(dossier, parties=["north", "nowhere"])
    assert narrowed(chosen, ["north"]) == positions.compare(dossier, parties=["north"])
    with pytest.raises(LookupError, match="south"):
        narrowed(chosen, ["north", "south"])
    with pytest.raises(KeyError):
        chosen.row("nothing")


def test_the_same_dossier_stands_differently_on_another_day(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: 30 days}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    before = positions.compare(dossier, as_of=Moment.parse("2025-06-01"))

    assert before.row("truce").status is Status.UNCLEAR
    assert str(before.as_of) == "2025-06-01"
    assert positions.compare(dossier).row("truce").status is Status.AGREED


def test_counts_name_every_status(comparison: Comparison) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper],
          positions: {truce: 30 days}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
          positions: {truce: 30 days, flag: white}}
    """
    assert set(comparison.counts) == set(Status)
    assert {status: n for status, n in comparison.counts.items() if n} == {
        Status.AGREED: 1,
        Status.ONE_SIDED: 1,
    }
    assert [status.letter for status in Status] == ["S", "A", "N", "C", "D", "O", "U", "X", "–"]


def test_a_row_on_which_one_party_alone_speaks_and_contradicts_itself_is_unclear() -> None:
    loaded = positions.loads(
        with_prelude("""
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          one: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 5 days}}
          two: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 6 days}}
          plan: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper]}
        """)
    )
    assert loaded.dossier is not None
    row = positions.compare(loaded.dossier).row("truce")

    assert row.status is Status.UNCLEAR
    assert row.whole.sentence == (
        "South's text has nothing on this. North's words of 1 May 2025 contradict each other: 6 "
        "days; 5 days."
    )
