"""A zone of possible agreement is computed from stated values alone; otherwise it cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.analysis.bargaining import reference_sentence, zone_of
from positions.comparison.compare import compare
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions import Loaded
    from positions.comparison.rows import Comparison, Line
    from positions.model.dossier import Issue


def _compared(north: str, south: str, issue: str = "") -> Comparison:
    loaded = positions.loads(
        with_prelude(f"""
        issues: {{wage: {{topic: Pay, title: Wage, kind: quantity, unit: "%"{issue}}}}}
        memoranda:
          n: {{party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {{wage: {north}}}}}
          s: {{party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {{wage: {south}}}}}
        """)
    )
    assert loaded.dossier is not None, loaded.problems
    assert loaded.problems == ()
    return compare(loaded.dossier)


def _held(value: str, basis: str = "stated", asked: str = "5") -> str:
    return f"{{value: {asked}, reservation: {{value: {value}, basis: {basis}}}}}"


@pytest.mark.parametrize(
    ("north", "south", "exists", "sentence"),
    [
        (
            _held("at least 3"),
            _held("at most 4"),
            True,
            (
                "By their stated reservation values, there are outcomes that both would prefer to no agreement: North "
                "would take at least 3% and South at most 4%."
            ),
        ),
        (
            _held("at least 4"),
            _held("at most 3"),
            False,
            (
                "By their stated reservation values, there is no outcome that both would prefer to no agreement: North "
                "would take at least 4% and South at most 3%."
            ),
        ),
        # A price alone is the end of what a party would take; which end, it does not say.
        (
            _held("3"),
            _held("at least 4"),
            None,
            (
                "It is unclear whether there is a zone of possible agreement: a value alone does "
                "not say which side of it a party would take: 3% (North); at least 4% (South)."
            ),
        ),
        (
            _held("3"),
            _held("at most 4"),
            True,
            (
                "By their stated reservation values, there are outcomes that both would prefer to no agreement: North "
                "would take 3% and South at most 4%."
            ),
        ),
        (
            _held("at least 3", "inferred"),
            _held("at most 4"),
            None,
            (
                "It is unclear whether there is a zone of possible agreement: North's "
                "reservation value is inferred (at least 3%)."
            ),
        ),
        (
            _held("at least 3", "inferred"),
            "4",
            None,
            (
                "It is unclear whether there is a zone of possible agreement: North's "
                "reservation value is inferred (at least 3%); South has stated no reservation value."
            ),
        ),
        (
            _held("at least 3"),
            "silent",
            None,
            (
                "It is unclear whether there is a zone of possible agreement: South has stated no "
                "reservation value."
            ),
        ),
        (
            _held("to be agreed"),
            _held("at most 4"),
            None,
            (
                "It is unclear whether there is a zone of possible agreement: a value is not "
                "given: to be agreed (North); at most 4% (South)."
            ),
        ),
    ],
)
def test_a_zone_stands_on_what_all_parties_stated(
    north: str, south: str, exists: bool | None, sentence: str
) -> None:
    comparison = _compared(north, south)
    zone = zone_of(comparison.dossier, *_line(comparison))

    assert zone is not None
    assert zone.exists is exists
    assert zone.sentence == sentence


def _line(comparison: Comparison) -> tuple[Issue, Line]:
    row = comparison.row("wage")
    return row.issue, row.whole


@pytest.mark.parametrize(
    ("north", "south"),
    [("5", "4"), ("5", "silent"), (_held("at least 3"), "indifferent")],
)
def test_there_is_no_zone_where_nobody_asked_or_nobody_is_left(north: str, south: str) -> None:
    comparison = _compared(north, south)

    assert zone_of(comparison.dossier, *_line(comparison)) is None


def test_a_party_that_never_spoke_has_stated_none() -> None:
    loaded = positions.loads(
        with_prelude("""
        issues: {wage: {topic: Pay, title: Wage, kind: duration}}
        memoranda:
          n: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper],
              positions: {wage: {value: 5 days, reservation: {value: 2 days, basis: stated}}}}
        """)
    )
    assert loaded.dossier is not None
    comparison = compare(loaded.dossier)
    zone = zone_of(comparison.dossier, *_line(comparison))

    assert zone is not None
    assert zone.exists is None


def test_words_of_one_moment_that_differ_leave_it_untold(loaded: Loaded) -> None:
    """
    issues: {wage: {topic: Pay, title: Wage, kind: quantity, unit: "%",
                    reference_point: {value: 0, sources: [paper]}}}
    memoranda:
      a: {party: north, form: statement, date: 2025-05-01T09:00, sources: [paper],
          positions: {wage: {value: 5, reservation: {value: at least 3, basis: stated}}}}
      b: {party: north, form: statement, date: 2025-05-01T09:00, sources: [paper],
          positions: {wage: {value: 0, reservation: {value: at least 9, basis: stated}}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper],
          positions: {wage: {value: 5, reservation: {value: at most 4, basis: stated}}}}
    """
    assert loaded.dossier is not None
    comparison = compare(loaded.dossier)
    zone = zone_of(comparison.dossier, *_line(comparison))

    assert zone is not None
    assert zone.exists is None
    assert zone.sentence == (
        "It is unclear whether there is a zone of possible agreement: North's words of the same "
        "day differ on a reservation value."
    )
    assert reference_sentence(comparison.dossier, *_line(comparison)) == (
        "If nothing is agreed: 0%. It is not known whether North's position excludes it; South's "
        "position excludes it."
    )


@pytest.mark.parametrize(
    ("north", "south", "point", "said"),
    [
        ("at least 2", "at most 1", "{value: 0, sources: [paper]}", "0%. North's position excludes it; South's position does not exclude it."),
        ("to be agreed", "silent", "{value: 0, sources: [paper]}", "0%. It is not known whether North's position excludes it."),
        ("silent", "silent", "{value: 0, sources: [paper]}", "0%."),
        ("{alternatives: {a: 0, b: 3}}", "{alternatives: {a: 2, b: declined}}", "{value: 0, sources: [paper]}",
         "0%. North's position does not exclude it; it is not known whether South's position excludes it."),
    ],
)  # fmt: skip
def test_the_reference_point_is_said_with_whose_positions_exclude_it(
    north: str, south: str, point: str, said: str
) -> None:
    comparison = _compared(north, south, f", reference_point: {point}")

    assert (
        reference_sentence(comparison.dossier, *_line(comparison))
        == f"If nothing is agreed: {said}"
    )


def test_without_a_reference_point_nothing_is_said() -> None:
    for point in ("", ", reference_point: {blank: uncoded, sources: [paper]}"):
        comparison = _compared("5", "4", point)

        assert reference_sentence(comparison.dossier, *_line(comparison)) == ""
