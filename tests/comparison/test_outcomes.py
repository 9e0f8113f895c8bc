"""What settles a line and until when, how accounts of it differ, and what came of a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.comparison.disputes import (
    counts_of,
    disputes,
    versions_of_agreed,
    versions_of_delivered,
)
from positions.comparison.outcome_sentences import (
    agreed_reason,
    beside_in_brief,
    delivery_sentences,
    dispute_sentences,
    outcome_paragraphs,
)
from positions.comparison.rows import Status
from positions.model.moment import Moment
from positions.record.agreements import newest
from positions.values import GapType, Relation
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.comparison.disputes import Version
    from positions.comparison.rows import Comparison, Line
    from positions.record.agreements import Agreement

TALKS = """
dossier: {{format: 1, title: A test, as_of: 2025-07-01}}
parties: {{north: {{name: North}}, south: {{name: South}}, east: {{name: East, role: mediator}}}}
issues:
  bodies: {{topic: People, title: Bodies, kind: exchange, unit: bodies, between: [north, south]}}
  truce: {{topic: War, title: Truce, kind: duration, ends: x}}
memoranda:
  plan: {{party: north, form: memorandum, read: whole, date: 2025-05-01, sources: paper,
         positions: {{bodies: all for all, truce: 30 days}}}}
  reply: {{party: south, form: statement, date: 2025-05-02, sources: paper,
          positions: {{bodies: '10 for 0', truce: at most 3 days}}}}
{more}
outcomes:
{outcomes}
""".replace(", ends: x", "")


def compared(
    outcomes: str, more: str = "", day: str = "", parties: tuple[str, ...] | None = None
) -> Comparison:
    lines = "\n".join(f"  {line}" for line in outcomes.strip().splitlines())
    text = with_prelude(TALKS.format(outcomes=lines, more=more))
    loaded = positions.loads(text)
    assert loaded.dossier is not None, loaded.problems
    assert not [one for one in loaded.problems if one.severity == "error"], loaded.problems
    moment = Moment.parse(day) if day else None
    return positions.compare(loaded.dossier, as_of=moment, parties=parties)


def line_of(found: Comparison, issue: str = "bodies") -> Line:
    return found.row(issue).whole


def only(found: Comparison, issue: str = "bodies") -> Agreement:
    (agreement,) = line_of(found, issue).outcomes
    return agreement


DEAL = "deal: {issue: bodies, date: 2025-05-16, value: 1,000 for 1,000, confirmed_by: all, sources: paper}".replace(
    "1,000 for 1,000", "'1,000 for 1,000'"
)


def test_a_line_is_settled_by_what_all_confirm_and_still_shows_where_positions_stand() -> None:
    found = compared(DEAL)
    line = line_of(found)

    assert line.status is Status.SETTLED
    assert line.sentence == (
        "On 16 May 2025 North and South agreed on 1,000 bodies from each side. On 1 May 2025 "
        "North wanted an exchange of all for all; on 2 May 2025 South wanted North to hand over 10 "
        "bodies, and offered none."
    )
    assert [gap.type for gap in line.gaps]
    assert line.camps == (("north",), ("south",))
    assert str(found.convergence) == "1 of 2"
    assert found.counts[Status.SETTLED] == 1
    assert line_of(found, "truce").status is Status.DIVIDED


@pytest.mark.parametrize(
    ("confirmed", "parties", "status"),
    [
        ("[north, south]", None, Status.SETTLED),
        ("[north, east]", None, Status.DIVIDED),
        ("north", None, Status.DIVIDED),
        ("[north, south]", ("south", "north", "east"), Status.SETTLED),
        # Of one party alone nothing is settled: an agreement takes two.
        ("all", ("north",), Status.ONE_SIDED),
        ("all", ("north", "east"), Status.UNCLEAR),
        ("all", (), Status.OPEN),
    ],
)
def test_only_what_every_compared_party_confirms_settles(
    confirmed: str, parties: tuple[str, ...] | None, status: Status
) -> None:
    outcomes = DEAL.replace("all,", f"{confirmed},")

    assert line_of(compared(outcomes, parties=parties)).status is status


@pytest.mark.parametrize(
    ("document", "status"),
    [
        # What is said on the same day is not certainly later.
        ("party: south, form: statement, date: 2025-05-16, positions: {bodies: 3 each}", "settled"),
        ("party: south, form: statement, date: 2025-05-17, positions: {bodies: 3 each}", "divided"),
        ("party: south, form: statement, date: 2025-07-02, positions: {bodies: 3 each}", "settled"),
        ("party: south, form: statement, date: 2025-05-17, positions: {truce: 3 days}", "settled"),
        # Somebody else's account, a paper that is silent, and a refusal to say are no word on it.
        ("party: south, form: report, date: 2025-05-17, positions: {bodies: 3 each}", "settled"),
        ("party: north, form: memorandum, read: whole, date: 2025-05-17, positions: {truce: 3 days}", "settled"),
        ("party: south, form: statement, date: 2025-05-17, positions: {bodies: declined}", "settled"),
        ("party: south, form: statement, date: 2025-05-17, positions: {bodies: deleted}", "divided"),
        # A mediator's word is not that of a party.
        ("party: east, form: statement, date: 2025-05-17, positions: {bodies: 3 each}", "settled"),
        # What is taken over from another text is not said in it; what is said to be the same, is.
        ("party: north, form: memorandum, read: whole, date: 2025-05-17, based_on: plan, positions: {}", "settled"),
        ("party: north, form: memorandum, read: whole, date: 2025-05-17, positions: {bodies: {as: plan}}", "divided"),
    ],
)  # fmt: skip
def test_it_is_settled_until_a_party_speaks_again(document: str, status: str) -> None:
    more = f"  later: {{{document}, sources: paper}}"

    assert line_of(compared(DEAL, more)).status == status


def test_a_word_that_became_history_or_conflicts_still_was_one() -> None:
    said = "party: south, form: statement, sources: paper"
    history = (
        f"  one: {{{said}, date: 2025-05-17, positions: {{bodies: 3 each}}}}\n"
        f"  two: {{party: south, form: memorandum, read: whole, date: 2025-05-18, sources: paper}}"
    )
    at_once = (
        f"  one: {{{said}, date: 2025-05-17, positions: {{bodies: 3 each}}}}\n"
        f"  two: {{{said}, date: 2025-05-17, positions: {{bodies: 4 each}}}}"
    )

    assert line_of(compared(DEAL, history)).status is Status.ONE_SIDED
    assert line_of(compared(DEAL, at_once)).status is Status.DIVIDED


def _status_beside(spoilt: str, outcomes: str = DEAL) -> Status:
    text = TALKS.format(outcomes=f"  {outcomes}", more=spoilt)
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None
    return positions.compare(dossier).row("bodies").status


def test_what_could_not_be_read_may_have_been_said_after_it() -> None:
    later = "  bad: {party: south, form: statement, date: 2025-05-17, sources: paper, positions: {bodies: soon}}"
    earlier = later.replace("05-17", "05-10")

    assert _status_beside(later) is Status.UNCLEAR
    assert _status_beside(earlier) is Status.SETTLED
    assert _status_beside("  bad: {party: south, form: statement, date: soon}") is Status.UNCLEAR


def test_an_outcome_that_could_not_be_read_may_have_replaced_it() -> None:
    other = "\n  other: {issue: bodies, date: 2025-06-01, value: soon, sources: paper}"
    elsewhere = "\n  other: {issue: truce, date: 2025-06-01, value: soon, sources: paper}"

    assert _status_beside("", DEAL + other) is Status.DIVIDED
    assert _status_beside("", DEAL + elsewhere) is Status.SETTLED


def test_the_newest_outcome_decides() -> None:
    newer = "other: {issue: bodies, date: 2025-06-01, accounts: {north: 3 each}, sources: paper}"
    found = compared(f"{DEAL}\n{newer}")

    assert line_of(found).status is Status.DIVIDED
    assert [one.outcome.id for one in line_of(found).outcomes] == ["other", "deal"]
    assert line_of(compared(f"{DEAL}\n{newer}", day="2025-05-31")).status is Status.SETTLED


def test_outcomes_of_one_moment_settle_if_they_say_the_same() -> None:
    same = DEAL.replace("deal:", "same:").replace("05-16", "05-16T10:00")
    other = same.replace("'1,000 for 1,000'", "9 each")
    later = DEAL.replace("deal:", "later:").replace("05-16", "05-16T11:00")

    assert line_of(compared(f"{DEAL}\n{same}")).status is Status.SETTLED
    assert line_of(compared(f"{DEAL}\n{other}")).status is Status.DIVIDED
    found = compared(f"{same.replace('same', 'first')}\n{other}\n{later}".replace("other", "x"))
    assert line_of(found).status is Status.SETTLED


def test_what_is_replaced_on_the_same_day_does_not_stand_beside_the_day_itself() -> None:
    """A day without a time is neither before nor after a time of it; one time is before another."""
    deal = "{issue: bodies, confirmed_by: all, sources: paper"
    found = compared(
        f"one: {deal}, date: 2025-05-16T09:00, value: '1 for 1'}}\n"
        f"two: {deal}, date: 2025-05-16T15:00, value: '2 for 2'}}\n"
        f"day: {deal}, date: 2025-05-16, value: '2 for 2'}}"
    )
    line = line_of(found)

    assert [one.outcome.id for one in newest(line.outcomes)] == ["day", "two"]
    assert line.status is Status.SETTLED
    assert newest(()) == ()


def test_a_party_that_confirms_and_says_otherwise_settles_nothing() -> None:
    otherwise = DEAL.replace("sources:", "accounts: {south: 9 each}, sources:")
    likewise = DEAL.replace(
        "sources:", "accounts: {south: '1,000 each', north: declined}, sources:"
    )

    assert line_of(compared(otherwise)).status is Status.DIVIDED
    assert line_of(compared(likewise)).status is Status.SETTLED


def test_what_is_kept_secret_settles_nothing() -> None:
    secret = "deal: {issue: bodies, date: 2025-05-16, blank: undisclosed, confirmed_by: all, sources: paper}"
    found = compared(secret)

    assert line_of(found).status is Status.DIVIDED
    assert agreed_reason(found.words, only(found)).body == (
        "What North and South agreed on 16 May 2025 is not disclosed."
    )
    unconfirmed = compared(secret.replace(" confirmed_by: all,", ""))
    assert agreed_reason(unconfirmed.words, only(unconfirmed)).body == (
        "What was agreed on 16 May 2025 is not disclosed."
    )


def test_what_was_agreed_or_counted_later_is_not_there_yet() -> None:
    deal = (
        "deal: {issue: bodies, date: 2025-05-16, value: 5 each, confirmed_by: all, sources: paper,\n"
        "       accounts: {south: {value: 4 each, date: 2025-06-01}},\n"
        "       delivered: {north: {value: 5 for 4, date: 2025-06-02}, south: 5 for 5}}"
    )
    before, same_day, after = (
        line_of(compared(deal, day=day)) for day in ("2025-05-15", "2025-05-16", "2025-06-02")
    )

    assert before.outcomes == ()
    assert before.status is Status.DIVIDED
    assert same_day.status is Status.SETTLED
    assert [list(one.delivered) for one in same_day.outcomes] == [["south"]]
    assert after.status is Status.DIVIDED
    assert [list(one.delivered) for one in after.outcomes] == [["north", "south"]]


PARTS = """
issues:
  swap: {topic: People, title: Swap, kind: exchange, unit: people, between: [north, south],
         parts: {ill: Ill, young: Young, old: Old}}
memoranda:
  plan: {party: north, form: statement, date: 2025-05-01, sources: paper,
         positions: {swap: {parts: %s}}}
  reply: {party: south, form: statement, date: 2025-05-02, sources: paper,
          positions: {swap: {parts: %s}}}
outcomes:
  deal: {issue: swap, date: 2025-05-16, parts: %s, confirmed_by: all, sources: paper}
"""


@pytest.mark.parametrize(
    ("north", "south", "deal", "status", "parts"),
    [
        # It is settled if every part is on which anything is recorded.
        ("{ill: 5 each}", "{ill: 4 each}", "{ill: 6 each}", "settled", "SXX"),
        ("{young: undisclosed, old: silent}", "{young: silent, old: silent}", "{ill: 6 each}", "undisclosed", "SU–"),
        ("{young: indifferent, old: silent}", "{young: silent, old: silent}", "{ill: 6 each}", "settled", "S––"),
        ("{ill: 5 each}", "{ill: 4 each}", "{young: 6 each}", "divided", "DSX"),
        ("{ill: 5 each, young: 3 each}", "{ill: 4 each, young: 3 each}", "{ill: 6 each}", "one-sided", "SAX"),
        ("{ill: 5 each, young: 3 each, old: 1 each}", "{ill: 4 each, young: 3 each, old: 1 each}", "{ill: 6 each}", "agreed", "SAA"),
        ("{ill: 5 each, young: 3 each}", "{ill: 4 each}", "{ill: 6 each}", "unclear", "SXX"),
        ("{ill: silent}", "{ill: silent}", "{ill: 6 each}", "settled", "SXX"),
        ("{ill: silent}", "{ill: silent}", "{ill: 6 each, young: 2 each, old: 1 each}", "settled", "SSS"),
    ],
)  # fmt: skip
def test_an_issue_is_settled_part_by_part(
    north: str, south: str, deal: str, status: str, parts: str
) -> None:
    dossier = positions.loads(with_prelude(PARTS % (north, south, deal))).dossier
    assert dossier is not None
    row = positions.compare(dossier).row("swap")

    assert row.status == status
    assert "".join(line.status.letter for line in row.parts) == parts


def test_a_paragraph_names_the_parts_that_it_is_about() -> None:
    deal = "{ill: 6 each, young: 6 each}"
    dossier = positions.loads(
        with_prelude(PARTS % ("{ill: 5 each}", "{ill: 4 each}", deal))
    ).dossier
    assert dossier is not None
    comparison = positions.compare(dossier)
    row = comparison.row("swap")
    said = "on 16 May 2025 North and South agreed on 6 people from each side."

    # What settles a line is in its reason already.
    (paragraph,) = outcome_paragraphs(comparison.words, row.parts)
    assert paragraph.startswith("Ill: what was agreed excludes both positions.")
    assert said not in paragraph
    assert [one.part for one in row.whole.outcomes] == ["ill", "young"]
    assert row.whole.sentence.startswith(
        f"Two of three parts are settled or agreed. Ill: {said} On "
    )

    alone = (PARTS % ("{ill: 5 each}", "{ill: 4 each}", deal)).replace(": all", ": north")
    unsettled = positions.loads(with_prelude(alone)).dossier
    assert unsettled is not None
    comparison = positions.compare(unsettled)
    parts = comparison.row("swap").parts
    said = "agreed on 16 May 2025, by the word of North alone: 6 people from each side."
    ill, young = outcome_paragraphs(comparison.words, parts)
    assert ill.startswith(f"Ill: {said} That excludes both positions.")
    assert young == f"Young: {said}"
    assert outcome_paragraphs(comparison.words, parts[1:2]) == (f"A{said[1:]}",)
    assert outcome_paragraphs(comparison.words, parts[2:]) == ()


PROMISE = """
deal:
  issue: bodies
  date: 2025-06-02
  title: The second round
  accounts: {north: '6,000 for 6,000', south: '6,000 for 0'}
  delivered:
    north: {value: '6,060 for 78', date: 2025-06-16}
    south: '6,057 for unspecified'
  sources: paper
"""


def test_a_dispute_is_computed_from_the_accounts() -> None:
    found = compared(PROMISE)
    agreement = only(found)
    (dispute,) = disputes(found.dossier, agreement, versions_of_agreed(found.dossier, agreement))

    assert (dispute.first.parties, dispute.second.parties) == (("north",), ("south",))
    assert dispute.relation is Relation.APART
    assert dispute.types == (GapType.QUANTITY, GapType.SYMMETRY)
    assert dispute.headline == "6,000 bodies"
    assert agreed_reason(found.words, agreement).body == (
        "Agreed on 2 June 2025, by North's account: 6,000 bodies from each side; by South's: 6,000 "
        "bodies from North and none from South."
    )
    assert dispute_sentences(found.words, agreement) == (
        "North's account and South's differ in the figure and what each side gives.",
        "North's count and South's differ in the figure.",
    )


def test_a_promise_and_its_delivery_stand_side_by_side() -> None:
    found = compared(PROMISE)

    assert delivery_sentences(found.words, only(found)) == (
        (
            "North counts 6,060 bodies handed over (60 more than agreed) and 78 bodies received by 16 "
            "June 2025."
        ),
        (
            "South counts 6,057 bodies received (57 more than agreed) and does not say how many it "
            "handed over."
        ),
    )
    counts = counts_of(found.dossier, only(found))
    assert [beside_in_brief(found.words, only(found), one) for one in counts] == [
        "from North 60 more than agreed",
        "from North 57 more than agreed",
    ]


@pytest.mark.parametrize(
    ("agreed", "delivered", "said"),
    [
        ("'5 for 5'", "'5 for 5'", "Each side had handed over 5 bodies, as agreed."),
        ("at least 5 each", "'6 for 6'", "Each side had handed over 6 bodies, as agreed."),
        ("'5 for 5'", "at least 5 each", "Each side had handed over at least 5 bodies."),
        ("'5 for 5'", "'5 for unspecified'", "North had handed over 5 bodies; how many South handed over is not said."),
        # Nobody says here whether the delivery kept to the terms.
        ("'5 for 5', by: north", "'5 for 5'", "Each side had handed over 5 bodies, as agreed."),
        # Five may be all that there were, and all may be fewer than five.
        ("all for all", "'5 for 5'", "Each side had handed over 5 bodies."),
        ("at least 5 each", "all for all", "Each side had handed over all."),
        ("all for all or 5 for 5", "'5 for 5'", "Each side had handed over 5 bodies."),
        ("all for all", "all for all", "Each side had handed over all, as agreed."),
        ("undisclosed", "'5 for 5'", "Each side had handed over 5 bodies."),
        ("'5 for 5'", "undisclosed", "What was delivered is not disclosed."),
    ],
)  # fmt: skip
def test_whether_a_delivery_lies_within_what_was_agreed(
    agreed: str, delivered: str, said: str
) -> None:
    deal = f"deal: {{issue: bodies, date: 2025-05-16, value: {agreed}, delivered: {{all: {delivered}}}, sources: paper}}"
    found = compared(deal)

    assert delivery_sentences(found.words, only(found)) == (said,)
    (count,) = counts_of(found.dossier, only(found))
    brief = beside_in_brief(found.words, only(found), count)
    assert brief == ("as agreed" if said.endswith("as agreed.") else "")


@pytest.mark.parametrize(
    ("fields", "said", "differ"),
    [
        (
            "value: 30 days",
            "30 days, said to be agreed on 16 May 2025. No party is recorded as confirming it.",
            (),
        ),
        (
            "value: 30 days, confirmed_by: [north, east]",
            "On 16 May 2025 North and East agreed on 30 days.",
            (),
        ),
        (
            "value: 30 days, confirmed_by: north, accounts: {east: 30 days, south: 20 days}",
            "Agreed on 16 May 2025, by North and East's account: 30 days; by South's: 20 days. They are 10 days apart.",
            ("North and East's account and South's differ in the figure.",),
        ),
        (
            "value: 30 days, confirmed_by: north, accounts: {south: {value: 20 days, date: 2025-05-20}}",
            "Agreed on 16 May 2025, by North's account: 30 days; by South's of 20 May 2025: 20 days. They are 10 days apart.",
            ("North's account and South's differ in the figure.",),
        ),
        (
            "value: 30 days, accounts: {south: 20 days}",
            "Agreed on 16 May 2025, by the sources: 30 days; by South's account: 20 days. They are 10 days apart.",
            ("The record and South's account differ in the figure.",),
        ),
        (
            "accounts: {north: {value: 30 days, starts: at dawn}, south: 30 days}",
            "Agreed on 16 May 2025, by North's account: 30 days (at dawn); by South's: 30 days.",
            ("North's account and South's differ in the time.",),
        ),
        (
            "accounts: {north: at least 30 days, south: 30 days}",
            "Agreed on 16 May 2025, by North's account: at least 30 days; by South's: 30 days.",
            ("North's account and South's differ in the figure.",),
        ),
        (
            "accounts: {north: 30 days, south: at least 30 days}",
            "Agreed on 16 May 2025, by North's account: 30 days; by South's: at least 30 days.",
            ("North's account and South's differ in the figure.",),
        ),
        (
            "accounts: {north: 20-40 days, south: at least 30 days}",
            "Agreed on 16 May 2025, by North's account: 20-40 days; by South's: at least 30 days.",
            ("North's account and South's differ in the figure.",),
        ),
        (
            "accounts: {north: to be agreed, south: at least 30 days}",
            "Agreed on 16 May 2025, by North's account: to be agreed; by South's: at least 30 days.",
            ("It is unclear whether North's account and South's say the same.",),
        ),
        (
            "accounts: {north: 3 days, south: declined}",
            "Agreed on 16 May 2025, by North's account: 3 days. South has declined to say what was agreed.",
            (),
        ),
        (
            "paraphrase: Something was signed., accounts: {north: uncoded}",
            "What was agreed on 16 May 2025 is not recorded. North's account is not recorded.",
            (),
        ),
        (
            "value: 9 days, confirmed_by: [all, east], accounts: {north: 9 days}",
            "On 16 May 2025 North, South and East agreed on 9 days.",
            (),
        ),
        (
            "value: 9 days, accounts: {north: 1 day, south: 2 days, east: 3 days}",
            (
                "Agreed on 16 May 2025, by the sources: 9 days; by North's account: 1 day; by South's: 2 days; "
                "by East's: 3 days."
            ),
            ("There are four different accounts of it.",),
        ),
        (
            "value: 9 days, confirmed_by: north, delivered: {all: 3 days, south: 4 days}",
            "Agreed on 16 May 2025, by the word of North alone: 9 days.",
            ("The record and South's count differ in the figure.",),
        ),
        (
            (
                "value: 9 days, confirmed_by: north, delivered: {all: {value: 3 days, date: 2025-05-17}, "
                "south: {value: 4 days, date: 2025-05-18}}"
            ),
            "Agreed on 16 May 2025, by the word of North alone: 9 days.",
            (),
        ),
        (
            "blank: deleted, confirmed_by: all",
            "On 16 May 2025 North and South agreed: struck.",
            (),
        ),
        ("blank: deleted", "Struck, said to be agreed on 16 May 2025.", ()),
    ],
)
def test_what_was_agreed_is_said_with_whose_word_it_is(
    fields: str, said: str, differ: tuple[str, ...]
) -> None:
    found = compared(f"deal: {{issue: truce, date: 2025-05-16, {fields}, sources: paper}}")
    agreement = only(found, "truce")

    assert agreed_reason(found.words, agreement).body == said
    assert dispute_sentences(found.words, agreement) == differ


def test_an_outcome_whose_accounts_are_all_to_come_says_that_nothing_is_recorded() -> None:
    deal = (
        "deal: {issue: truce, date: 2025-05-16, sources: paper, delivered: {all: 3 days},\n"
        "       accounts: {north: {value: 3 days, date: 2025-06-01}}}"
    )
    found = compared(deal, day="2025-05-20")

    assert agreed_reason(found.words, only(found, "truce")).body == (
        "What was agreed on 16 May 2025 is not recorded."
    )
    assert delivery_sentences(found.words, only(found, "truce")) == ("Delivered: 3 days.",)


def test_what_one_party_alone_tells_of_an_agreement_is_its_account() -> None:
    found = compared(
        "deal: {issue: truce, date: 2025-05-16, accounts: {north: 3 days, south: declined},\n"
        "       delivered: {south: 3 days}, sources: paper}"
    )

    (said,) = delivery_sentences(found.words, only(found, "truce"))
    assert said == "Delivered, by South's count: 3 days, as agreed."


def test_counts_that_are_blank_are_beside_nothing() -> None:
    found = compared(PROMISE.replace("'6,057 for unspecified'", "declined"))
    counts = counts_of(found.dossier, only(found))

    assert [(count.party, len(count.against)) for count in counts] == [("north", 2), ("south", 0)]
    assert len(versions_of_delivered(found.dossier, only(found))) == 1
    assert delivery_sentences(found.words, only(found))[1] == (
        "South has declined to say what was delivered."
    )


# ------------------------------------------------------------------------------------------- laws

PAIRS = st.builds("{} for {}".format, st.integers(0, 3), st.integers(0, 3)) | st.sampled_from(
    ["all for all", "at least 2 each", "2 for unspecified", "to be agreed", "none"]
)


def _disputed(one: str, other: str) -> tuple[Comparison, tuple[Version, ...]]:
    accounts = f"north: '{one}', south: '{other}'"
    found = compared(
        f"deal: {{issue: bodies, date: 2025-05-16, accounts: {{{accounts}}}, sources: paper}}"
    )
    return found, versions_of_agreed(found.dossier, only(found))


@given(PAIRS, PAIRS)
def test_a_dispute_is_the_same_from_both_sides(one: str, other: str) -> None:
    found, versions = _disputed(one, other)
    there = disputes(found.dossier, only(found), versions)
    back = disputes(found.dossier, only(found), versions[::-1])

    assert len(there) == len(back) == len(versions) - 1
    for dispute, mirrored in zip(there, back, strict=True):
        assert (dispute.first, dispute.second) == (mirrored.second, mirrored.first)
        assert dispute.relation is mirrored.relation.swapped
        assert (dispute.distance, dispute.headline) == (mirrored.distance, mirrored.headline)
        assert set(dispute.types) == set(mirrored.types)


@given(PAIRS)
def test_nobody_disputes_what_all_say(said: str) -> None:
    found, versions = _disputed(said, said)

    if Relation.UNKNOWN in {one.relation for one in disputes(found.dossier, only(found), versions)}:
        assert "to be agreed" in said or "unspecified" in said
    else:
        assert [one.parties for one in versions] == [("north", "south")]


CONFIRMED = st.sets(st.sampled_from(["north", "south", "east"]))
DAYS = st.integers(3, 28).map("2025-05-{:02d}".format)
ELSEWHERE = "other: {issue: truce, date: 2025-05-01, value: 3 days, sources: paper}"


@given(CONFIRMED, DAYS, DAYS, DAYS)
def test_settled_by_all_from_its_day_until_somebody_speaks(
    confirmed: set[str], agreed: str, spoken: str, day: str
) -> None:
    deal = (
        f"deal: {{issue: bodies, date: {agreed}, value: 5 each, sources: paper, "
        f"confirmed_by: [{', '.join(sorted(confirmed))}]}}"
    )
    said = (
        f"  later: {{party: north, form: statement, date: {spoken}, sources: paper, "
        "positions: {bodies: 6 each}}"
    )
    line, without = (line_of(compared(one, said, day)) for one in (deal, ELSEWHERE))

    by_all = {"north", "south"} <= confirmed
    spoken_since = agreed < spoken <= day
    # What was wanted before a deal is told as past.
    past = by_all and agreed <= day
    assert (line.status is Status.SETTLED) == (by_all and agreed <= day and not spoken_since)
    assert bool(line.outcomes) == (agreed <= day)
    if line.status is not Status.SETTLED:
        assert line.status is without.status
        assert past or line.sentence.endswith(without.sentence)
        assert bool(line.settlement.reopened) == (by_all and spoken_since)
    # Whether it is settled or not, positions stand where they stood.
    assert (line.camps, line.relations, line.distance) == (
        without.camps,
        without.relations,
        without.distance,
    )
    assert [(gap.type, gap.distance) for gap in line.gaps] == [
        (gap.type, gap.distance) for gap in without.gaps
    ]
    assert {" wanted " in gap.sentence for gap in line.gaps} == {past}


def test_a_settled_line_without_positions_says_no_more_than_that() -> None:
    text = with_prelude(
        "issues: {truce: {topic: War, title: Truce, kind: duration}}\n"
        "outcomes: {deal: {issue: truce, date: 2025-05-16, value: 3 days, confirmed_by: all, sources: paper}}\n"
    )
    dossier = positions.loads(text).dossier
    assert dossier is not None
    row = positions.compare(dossier).row("truce")

    assert row.status is Status.SETTLED
    assert row.whole.sentence == "On 16 May 2025 North and South agreed on 3 days."
    assert row.whole.gaps == ()


def test_a_settled_line_on_which_all_ask_for_the_same_says_so() -> None:
    more = "  again: {party: south, form: statement, date: 2025-05-03, sources: paper, positions: {bodies: all for all}}"

    assert line_of(compared(DEAL, more)).sentence == (
        "On 16 May 2025 North and South agreed on 1,000 bodies from each side. "
        "On 1 May 2025 North wanted an exchange of all for all, and South said the same on 3 May 2025."
    )


def test_an_outcome_is_compared_with_each_position_and_the_reference_point() -> None:
    text = """
    issues: {truce: {topic: War, title: Truce, kind: duration, reference_point: {value: 1 day, sources: [paper]}}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01, sources: [paper], positions: {truce: 7 days}}
      s: {party: south, form: memorandum, date: 2025-05-01, sources: [paper], positions: {truce: at least 9 days}}
    outcomes:
      deal: {issue: truce, date: 2025-05-16, value: 7 days, confirmed_by: north, sources: paper,
             delivered: {all: {value: 3 days, date: 2025-05-20}}}
    """
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None
    comparison = positions.compare(dossier)

    (paragraph,) = outcome_paragraphs(comparison.words, comparison.row("truce").leaves)
    assert (
        "That is the same as North's position, 2 days from South's position and 6 days from what "
        "holds without an agreement."
    ) in paragraph
    assert "3 days, 4 days less than agreed." in paragraph
