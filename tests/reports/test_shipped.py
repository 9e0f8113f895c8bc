"""The shipped dossier's whole comparison, as readable text: row by row, as of each of its days.

A person has read all files against the sources. Whoever changes them reads the difference the
same way: `UPDATE_GOLDEN=1 pytest tests/reports/test_shipped.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.comparison.rows import Status
from positions.model.dossier import Blank
from positions.model.moment import Moment
from positions.values import KINDS, Frame, Relation
from tests.rendered import comparison_text
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison
    from positions.model.dossier import Position

MORNING = "tests/dossiers/istanbul-morning.yaml"
SHIPPED = "data/positions.yaml"
ROUND_1 = "2025-05-16"
TOLD = "2025-05-17"
"""The day on which the press told of most that Russia had demanded at the first round."""
BEFORE = "2025-06-01"
AT_NINE = "2025-06-02T09:00"
"""The morning before the second round, when Russia had not handed its memorandum over."""
EVENING = "2025-06-02"
"""The day of the second round, when both memoranda were known."""
DELIVERED = "2025-06-19"
"""The day of the last stage of the exchange of June that the sources tell of."""
ROUND_3 = "2025-07-23"


def _comparison(path: str = SHIPPED, as_of: str = EVENING) -> Comparison:
    loaded = positions.load(path)
    assert loaded.problems == ()
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier, as_of=Moment.parse(as_of))


def _gaps(comparison: Comparison) -> Iterator[str]:
    for row in comparison.rows:
        yield f"\n{row.issue.id}: {row.status}"
        for gap in row.whole.gaps:
            part = f" [{gap.part}]" if gap.part else ""
            distance = f" ({gap.distance.text})" if gap.distance else ""
            yield f"  {gap.type}{part}{distance}: {gap.sentence}"


@pytest.mark.parametrize(
    ("path", "moment", "name"),
    [
        (MORNING, AT_NINE, "morning"),
        (SHIPPED, ROUND_1, ROUND_1),
        (SHIPPED, BEFORE, BEFORE),
        (SHIPPED, AT_NINE, "2025-06-02T0900"),
        (SHIPPED, EVENING, EVENING),
        (SHIPPED, DELIVERED, DELIVERED),
        (SHIPPED, ROUND_3, ROUND_3),
    ],
)
def test_the_whole_comparison(path: str, moment: str, name: str) -> None:
    comparison = _comparison(path, moment)

    expect(f"istanbul-{name}.txt", comparison_text(comparison))
    expect(f"istanbul-{name}-gaps.txt", "\n".join(_gaps(comparison)).lstrip("\n") + "\n")


@pytest.mark.parametrize(
    "issue",
    ["territory-recognition", "neutrality", "foreign-troops", "reparations", "talks-participants"],
)
def test_at_the_first_round_reports_stand_where_russia_had_said_nothing_itself(issue: str) -> None:
    assert issue in {row.issue.id for row in _comparison(as_of=ROUND_1).unraised}
    row = _comparison(as_of=TOLD).row(issue)

    for line in row.leaves:
        standing = line.standings["russia"]
        assert standing.reported
        assert standing.blank is Blank.UNCODED
        assert line.standings["ukraine"].blank is Blank.UNCODED
    assert row.status is Status.UNCLEAR


def test_of_which_demands_the_kremlin_was_asked_is_claimed_of_none() -> None:
    answer = _comparison(as_of=ROUND_3).dossier.memoranda["kremlin-in-may"]

    assert answer.positions == {}
    assert "declined to comment" in str(answer.note)


def test_at_the_first_round_reports_that_contradict_each_other_stand_as_accounts() -> None:
    comparison = _comparison(as_of=TOLD)
    waived = comparison.row("reparations").whole.standings["russia"].position
    crimea = comparison.row("withdrawal").parts[0].standings["russia"]

    assert str(waived.value) != str(waived.accounts["clash-report"].value)
    assert crimea.part == "crimea"
    assert crimea.speaks
    assert crimea.reported  # by one agency alone, as its words say
    assert "other reports name four" in crimea.position.paraphrase


def test_at_the_first_round_only_one_side_named_a_length() -> None:
    row = _comparison(as_of=ROUND_1).row("ceasefire-length")

    assert row.status is Status.UNCLEAR
    assert row.whole.sentence == (
        "Ukraine is reported to want a ceasefire of 30 days without conditions. Nothing is recorded "
        "for Russia."
    )


def test_the_same_thirty_days_are_near_and_not_agreed() -> None:
    row = _comparison().row("ceasefire-length")

    assert row.status is Status.NEAR
    for words in (
        "a ceasefire of at least 30 days",
        "one of 30 days from the beginning of the withdrawal",
    ):
        assert words in row.whole.sentence


def test_no_condition_against_two_options_is_divided_under_each() -> None:
    row = _comparison().row("ceasefire-conditions")

    assert row.status is Status.DIVIDED
    assert {pair.relation for pair in row.whole.pairs} == {Relation.APART}
    assert [pair.distance and pair.distance.text for pair in row.whole.pairs] == [
        "1 item",
        "10 items",
    ]


def test_a_ceiling_that_is_refused_and_one_without_a_figure_have_no_distance() -> None:
    row = _comparison().row("force-limits")

    assert row.status is Status.DIVIDED
    assert row.whole.distance is None


@pytest.mark.parametrize("issue", ["prisoner-exchange", "territory-recognition", "withdrawal"])
def test_prisoners_and_territory_open_into_parts(issue: str) -> None:
    assert len(_comparison().row(issue).parts) >= 3


@pytest.mark.parametrize("issue", ["official-language", "church", "elections"])
def test_what_one_side_alone_demands_is_one_sided(issue: str) -> None:
    assert _comparison().row(issue).status is Status.ONE_SIDED


@pytest.mark.parametrize(
    ("path", "moment"), [(MORNING, AT_NINE), (SHIPPED, BEFORE), (SHIPPED, AT_NINE)]
)
def test_what_russia_had_not_said_by_the_morning_is_undisclosed(path: str, moment: str) -> None:
    comparison = _comparison(path, moment)
    standings = [line.standings["russia"] for row in comparison.rows for line in row.leaves]

    for standing in standings:
        if standing.speaks:
            assert standing.older, f"{standing.issue} does not say that it is older"
        else:
            assert standing.blank in {"undisclosed", "declined"}, standing.issue
    # What was reported before its text is shown beside what that text leaves open.
    assert any(standing.beside for standing in standings)


@pytest.mark.parametrize(
    ("moment", "blank"),
    [
        ("2025-05-31", Blank.UNCODED),
        ("2025-06-02T14:43", Blank.UNDISCLOSED),
        ("2025-06-02T17:59", Blank.UNDISCLOSED),
        ("2025-06-02T18:00", None),
    ],
)
def test_russias_text_is_known_from_the_hour_of_its_publication(
    moment: str, blank: Blank | None
) -> None:
    standing = _comparison(as_of=moment).row("territory-line").whole.standings["russia"]

    assert standing.blank is blank


@pytest.mark.parametrize(
    ("moment", "accounts"),
    [
        (BEFORE, []),
        (AT_NINE, ["arrival"]),
        (EVENING, []),
        ("2025-06-04", ["medinsky"]),
        ("2025-06-30", ["medinsky", "study-of-war"]),
    ],
)
def test_an_account_stands_from_the_day_on_which_it_was_given(
    moment: str, accounts: list[str]
) -> None:
    standing = _comparison(as_of=moment).row("ceasefire-length").whole.standings["ukraine"]

    assert list(standing.position.accounts) == accounts


def test_what_russias_text_does_not_mention_is_silent_or_was_not_seen() -> None:
    comparison = _comparison()
    blanks = {
        standing.blank
        for row in comparison.rows
        for line in row.leaves
        if not (standing := line.standings["russia"]).speaks
        and (standing.document is None or standing.document.form == "memorandum")
    }

    assert blanks == {"silent", "unseen"}
    assert not any(
        line.standings["russia"].reported for row in comparison.rows for line in row.leaves
    )
    history = [
        entry.document.form
        for row in comparison.rows
        for line in row.leaves
        for entry in line.standings["russia"].history
    ]
    assert "report" in history


def test_every_position_says_on_whose_word_and_how_good_it_is() -> None:
    dossier = _comparison().dossier

    assert {source.reliability for source in dossier.sources.values()} <= set("ABCDEF")
    for document in dossier.memoranda.values():
        for issue, position in document.positions.items():
            assert position.sources or document.sources, issue
            assert position.credibility or document.credibility, issue


# ------------------------------------------------------------------------- the third round


def test_the_dossier_stands_for_its_last_day() -> None:
    assert _comparison().dossier.header.as_of == Moment.parse(ROUND_3)


def test_each_of_its_days_has_a_matrix_of_its_own() -> None:
    days = (ROUND_1, BEFORE, EVENING, DELIVERED, ROUND_3)
    matrices = {tuple(str(row.status) for row in _comparison(as_of=day).rows) for day in days}

    assert len(matrices) == len(days)


def test_by_the_third_round_the_near_thirty_days_are_as_near_as_before() -> None:
    july, june = (_comparison(as_of=day).row("ceasefire-length") for day in (ROUND_3, EVENING))

    assert july.status is Status.NEAR
    assert july.whole.sentence == june.whole.sentence


@pytest.mark.parametrize(
    ("issue", "status", "sentence"),
    [
        (
            "local-truce",
            Status.DIVIDED,
            (
                "Ukraine rejects any truce to collect the dead in some sectors of the front; Russia "
                "wants one of 24 or 48 hours along the line, for medics too."
            ),
        ),
        (
            "exchange-of-civilians",
            Status.DIVIDED,
            (
                "Ukraine wants the return of civilians outside any exchange; Russia is reported to "
                "want an exchange of civilians."
            ),
        ),
        (
            "leaders-meeting",
            Status.DIVIDED,
            (
                "Ukraine wants a meeting of the two presidents to settle key aspects of a final deal "
                "after the ceasefire and the humanitarian steps. Russia wants a meeting of the two "
                "presidents only to approve or sign finished texts after "
                "finished drafts of the agreements, on condition of thorough preparation (conditions "
                "and what comes first as in its statement of 4 June 2025)."
            ),
        ),
        (
            "kursk-residents",
            Status.UNCLEAR,
            (
                "Russia wants the return of about 30 people to the Kursk region (inferred). "
                "Nothing is recorded for Ukraine."
            ),
        ),
    ],
)
def test_what_the_third_round_brought(issue: str, status: Status, sentence: str) -> None:
    row = _comparison(as_of=ROUND_3).row(issue)

    assert row.status is status
    assert row.whole.sentence == sentence


@pytest.mark.parametrize(
    ("day", "accounts"),
    [
        (EVENING, ["zelensky"]),
        (ROUND_3, ["zelensky", "medinsky-in-july"]),
        ("2025-07-24", ["zelensky", "medinsky-in-july", "yermak"]),
    ],
)
def test_what_was_answered_a_day_later_stands_from_that_day(day: str, accounts: list[str]) -> None:
    children = _comparison(as_of=day).row("children-return").whole.standings["russia"]

    assert list(children.position.accounts) == accounts


def test_what_may_be_considered_is_no_position() -> None:
    row = _comparison(as_of=ROUND_3).row("working-groups")
    standing = row.whole.standings["ukraine"]

    assert not standing.speaks
    assert standing.entry is not None
    assert "consider" in standing.entry.position.paraphrase
    assert row.status is Status.UNCLEAR
    assert "f what Ukraine wants here only a paraphrase is recorded" in row.whole.sentence


# ------------------------------------------------------------------------------- outcomes


def _figures(position: Position | None, part: str = "") -> str:
    """What an outcome says, in the words of its kind."""
    assert position is not None
    found = position.parts[part] if part else position
    return str(KINDS["exchange"].plain(found.value, Frame()) if found.value else found.blank)


def test_what_was_agreed_and_delivered_stands_side_by_side() -> None:
    outcomes = _comparison(as_of=ROUND_3).dossier.outcomes
    may, bodies = outcomes["exchange-of-may"], outcomes["bodies-of-june"]

    assert may.confirmed_by == ("all",)
    assert _figures(may.position) == "1,000 for 1,000"
    assert _figures(may.delivered["all"]) == "1,000 for 1,000"
    assert bodies.position is None
    assert {one: _figures(said) for one, said in bodies.accounts.items()} == {
        "ukraine": "6,000 for 6,000",
        "russia": "6,000 for 0",
    }
    assert {one: _figures(count) for one, count in bodies.delivered.items()} == {
        "ukraine": "6,057 for unspecified",
        "russia": "6,060 for 78",
    }


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        (ROUND_1, ("unclear", "unclear", "unclear", "settled")),
        (BEFORE, ("undisclosed", "undisclosed", "undisclosed", "settled")),
        (EVENING, ("settled", "settled", "one-sided", "settled", "agreed")),
        (ROUND_3, ("settled", "settled", "one-sided", "settled", "agreed", "settled")),
    ],
)
def test_an_exchange_that_was_agreed_settles_no_other(day: str, statuses: tuple[str, ...]) -> None:
    comparison = _comparison(as_of=day)
    rows = [row for row in comparison.rows if row.issue.unit == "prisoners"]

    assert tuple(str(line.status) for row in rows for line in row.leaves) == statuses


@pytest.mark.parametrize(
    ("day", "figures", "told"),
    [
        (ROUND_1, "1,000 for 1,000", "1,000 prisoners from each side"),
        (ROUND_3, "at least 1,200 each", "at least 1,200 prisoners from each side"),
    ],
)
def test_what_settles_an_exchange_stands_beside_what_was_asked(
    day: str, figures: str, told: str
) -> None:
    month = "may" if day == ROUND_1 else "july"
    line = _comparison(as_of=day).row(f"exchange-in-{month}").whole

    assert _figures(line.outcomes[0].position) == figures
    assert f" Ukraine and Russia agreed on {told}." in line.sentence


@pytest.mark.parametrize("day", [EVENING, DELIVERED, ROUND_3])
def test_whether_the_dead_go_one_way_or_both_stays_in_dispute(day: str) -> None:
    comparison = _comparison(as_of=day)
    row = comparison.row("bodies")
    told = " ".join(comparison_text(comparison, [row]).split())

    assert row.status is Status.DIVIDED
    assert (
        "Agreed on 2 June 2025, by Ukraine's account: 6,000 bodies from each side; by Russia's: "
        "6,000 bodies from Russia and none from Ukraine."
    ) in told
    counted = "Russia counts 6,060 bodies returned (60 more than agreed) and 78 bodies received"
    assert (counted in told) is (day != EVENING)


def test_how_many_prisoners_went_at_each_stage_is_undisclosed_on_both_words() -> None:
    outcomes = _comparison(as_of=ROUND_3).dossier.outcomes
    june, total = outcomes["exchange-of-june"], outcomes["total-of-june"]

    assert _figures(june.position, "ill") == "all for all"
    assert {one: _figures(count, "ill") for one, count in june.delivered.items()} == {
        "ukraine": "undisclosed",
        "russia": "undisclosed",
    }
    assert total.position is None
    assert {one: _figures(said) for one, said in total.accounts.items()} == {
        "ukraine": "at least 1,000 each",
        "russia": "at least 1,000 each",
    }
    assert {one: _figures(count) for one, count in total.delivered.items()} == {
        "ukraine": "more than 1,000 for unspecified",
    }


@pytest.mark.parametrize(
    ("outcome", "issue"),
    [
        ("truce-of-june", "local-truce"),
        ("civilians-of-july", "exchange-of-civilians"),
        ("bodies-of-june", "bodies"),
    ],
)
def test_what_one_side_calls_agreed_stands_as_both_tell_it(outcome: str, issue: str) -> None:
    comparison = _comparison(as_of=ROUND_3)
    told = comparison.dossier.outcomes[outcome]

    assert told.position is None
    assert not told.confirmed_by
    assert set(told.accounts) == {"ukraine", "russia"}
    assert comparison.row(issue).status is Status.DIVIDED


@pytest.mark.parametrize(
    ("day", "ukraine", "russia"),
    [
        (ROUND_1, "full ceasefire at once", "begin to withdraw"),
        (AT_NINE, None, "begin to withdraw"),
        (EVENING, None, "begin to withdraw"),
        (ROUND_3, "full ceasefire at once", "begin to withdraw"),
    ],
)
def test_both_sides_have_words_on_the_start_of_a_ceasefire(
    day: str, ukraine: str | None, russia: str
) -> None:
    comparison = _comparison(as_of=day)
    row = comparison.row("ceasefire-start")
    frame = comparison.dossier.frames[row.issue.id, ""]
    shown = {
        party: KINDS["choice"].show(standing.position.value, frame)
        for party, standing in row.whole.standings.items()
        if standing.speaks and standing.position.value
    }

    assert russia in shown["russia"]
    assert ukraine is None or ukraine in shown["ukraine"]


def test_a_mediator_proposes_to_make_one_text_of_both() -> None:
    comparison = _comparison(as_of="2025-06-12")
    row = comparison.row("single-text")
    standing = row.whole.standings["united-states"]

    assert standing.entry is not None
    assert standing.entry.document.id == "kellogg-in-june"
    assert standing.position.value is not None
    frame = comparison.dossier.frames["single-text", ""]
    assert KINDS["choice"].plain(standing.position.value, frame) == "merged"
    assert row.issue.procedural


def test_every_source_is_that_of_something() -> None:
    dossier = positions.load(SHIPPED).dossier
    assert dossier is not None
    named: set[str] = set()
    said: list[Position] = []
    for paper in dossier.memoranda.values():
        named.update(paper.sources)
        said += paper.positions.values()
    for outcome in dossier.outcomes.values():
        named.update(outcome.sources)
        said += (*outcome.accounts.values(), *outcome.delivered.values())

    def gather(position: Position) -> None:
        named.update(position.sources)
        for inner in (position.alternatives, position.parts, position.accounts):
            for one in inner.values():
                gather(one)

    for position in said:
        gather(position)
    assert set(dossier.sources) == named


def test_every_outcome_has_its_sources() -> None:
    dossier = _comparison().dossier

    for outcome in dossier.outcomes.values():
        for said in (*outcome.accounts.values(), *outcome.delivered.values()):
            assert said.sources or outcome.sources, outcome.id
        assert outcome.sources or outcome.position is None, outcome.id
