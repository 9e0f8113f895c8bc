"""A dossier moment by moment: who spoke first, who moved, what was agreed, the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.timeline.model import ToldKind
from positions.changes.timeline.walk import timeline
from positions.comparison.compare import compare
from positions.comparison.rows import Status
from positions.model.moment import Instant, Moment

if TYPE_CHECKING:
    from positions.changes.timeline.model import Timeline
    from positions.loader import Loaded
    from positions.model.dossier import Dossier


def _dossier(loaded: Loaded) -> Dossier:
    """The dossier of a docstring of which `check` warns."""
    assert loaded.dossier is not None, loaded.problems
    return loaded.dossier


def _told(found: Timeline) -> list[tuple[str, str, str, str]]:
    """Every line that is told: the moment, the document, what it did, and on which issue."""
    return [
        (str(moment.moment), speech.document.id, str(told.kind), told.issue)
        for moment in found.moments
        for speech in moment.speeches
        for told in speech.told
    ]


def test_before_the_first_moment_nothing_is_recorded(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      length: {topic: War, title: Length, kind: duration}
    memoranda:
      north-1: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      south-1: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
      north-2:
        party: north
        form: statement
        date: 2025-05-20
        sources: [paper]
        positions: {truce: 20 days, length: 9 days}
      north-3: {party: north, form: statement, date: 2025-05-21, sources: [paper], positions: {truce: 20 days}}
    """
    found = timeline(dossier)
    assert _told(found) == [
        ("2025-05-01", "north-1", "first words", "truce"),
        ("2025-05-01", "south-1", "first words", "truce"),
        ("2025-05-20", "north-2", "changed", "truce"),
        ("2025-05-20", "north-2", "first words", "length"),
        ("2025-05-21", "north-3", "as before", "truce"),
    ]
    change = found.moments[1].speeches[0].told[0].change
    assert change is not None
    (toward,) = change.toward
    assert (toward.party, str(toward.direction)) == ("south", "toward")
    distances = toward.before.distance, toward.after.distance
    assert [one and one.text for one in distances] == ["27 days", "17 days"]


def test_a_text_counts_from_the_day_on_which_it_became_known(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      length: {topic: War, title: Length, kind: duration}
      seat: {topic: War, title: Seat, kind: text}
      price: {topic: War, title: Price, kind: duration}
    memoranda:
      spoken:
        party: north
        form: statement
        date: 2025-05-01
        sources: [paper]
        positions: {truce: 30 days, length: 5 days, seat: here}
      told: {party: north, form: report, date: 2025-05-02, sources: [paper], positions: {price: 5 days}}
      text:
        party: north
        form: memorandum
        date: 2025-05-10
        known: 2025-05-20
        sources: [paper]
        positions:
          truce: 20 days
          length: 5 days
    """
    dossier = _dossier(loaded)
    found = timeline(dossier)
    stub, known = found.moments[2].speeches[0], found.moments[3].speeches[0]

    assert (stub.is_withheld, stub.became_known, stub.told, stub.is_idle) == (
        True,
        False,
        (),
        False,
    )
    assert (known.is_withheld, known.became_known) == (False, True)
    assert [(str(one.kind), one.issue) for one in known.told] == [
        ("changed", "truce"),
        ("as before", "length"),
        ("not seen or recorded, so that older words stay", "seat"),
        ("nothing on what was reported before", "price"),
    ]
    assert known.mentioned == ("truce", "length")


def test_what_a_text_of_a_known_day_leaves_open_is_told_of_the_text_that_was_read(
    dossier: Dossier,
) -> None:
    """
    dossier: {format: 1, title: Talks, as_of: 2025-06-09}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    shared: {sources: [paper]}
    memoranda:
      said: {party: north, form: statement, date: 2025-05-01, positions: {truce: 9 days}}
      read: {party: north, form: memorandum, date: 2025-05-10, known: 2025-05-20, read: whole}
      held: {party: north, form: memorandum, date: 2025-05-15, disclosure: withheld}
    """
    (speech,) = timeline(dossier).moments[-1].speeches
    assert (speech.document.id, [str(one.kind) for one in speech.told]) == ("read", ["changed"])


def test_a_report_fills_a_blank_or_is_beside_a_party_s_own_words(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      length: {topic: War, title: Length, kind: duration}
      width: {topic: War, title: Width, kind: duration}
      depth: {topic: War, title: Depth, kind: duration}
    memoranda:
      own: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days, depth: 1 day}}
      told: {party: north, form: report, date: 2025-05-02, sources: [paper], positions: {truce: 5 days, length: 3 days, width: 1 day}}
      told-again: {party: north, form: report, date: 2025-05-03, sources: [paper], positions: {length: 4 days, width: 1 day}}
      own-again: {party: north, form: statement, date: 2025-05-04, sources: [paper], positions: {length: 4 days}}
      beside: {party: north, form: report, date: 2025-05-05, sources: [paper], positions: {truce: 6 days}}
      ruling: {party: north, form: report, date: 2025-05-06, of_record: true, sources: [paper], positions: {truce: 7 days}}
      held: {party: north, form: memorandum, date: 2025-05-07, disclosure: withheld, sources: [paper]}
    """
    assert _told(timeline(dossier)) == [
        ("2025-05-01", "own", "first words", "truce"),
        ("2025-05-01", "own", "first words", "depth"),
        ("2025-05-02", "told", "otherwise than its own words", "truce"),
        ("2025-05-02", "told", "reported", "length"),
        ("2025-05-02", "told", "reported", "width"),
        ("2025-05-03", "told-again", "changed", "length"),
        ("2025-05-03", "told-again", "as before", "width"),
        ("2025-05-04", "own-again", "first words", "length"),
        ("2025-05-05", "beside", "otherwise than its own words", "truce"),
        ("2025-05-06", "ruling", "changed", "truce"),
        ("2025-05-07", "own", "changed", "truce"),
    ]
    of_depth = [moment.speeches for moment in timeline(dossier).of((), ["depth"]).moments]
    assert [one.document.id for spoken in of_depth for one in spoken] == ["own"]
    own = timeline(dossier).moments[3].speeches[0].told[0]
    assert own.reported_before


def test_blanks_conflicts_and_words_that_come_back(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, parts: {hill: The hill, lake: The lake}}
      length: {topic: War, title: Length, kind: duration}
    memoranda:
      asked: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {length: declined}}
      own: {party: north, form: statement, date: 2025-05-02, sources: [paper], positions: {truce: 30 days}}
      silent: {party: north, form: memorandum, date: 2025-05-03, read: whole, sources: [paper]}
      again: {party: north, form: statement, date: 2025-05-04, sources: [paper], positions: {truce: {parts: {hill: 30 days}}}}
      one: {party: south, form: statement, date: 2025-05-05, sources: [paper], positions: {length: 3 days}}
      other: {party: south, form: statement, date: 2025-05-05, sources: [paper], positions: {length: 4 days}}
    """
    dossier = _dossier(loaded)
    found = timeline(dossier)
    assert _told(found) == [
        ("2025-05-01", "asked", "left blank", "length"),
        ("2025-05-02", "own", "first words", "truce"),
        ("2025-05-03", "silent", "changed", "truce"),
        ("2025-05-04", "again", "changed", "truce"),
        ("2025-05-05", "one", "otherwise at the same time", "length"),
        ("2025-05-05", "other", "first words", "length"),
    ]
    parts = [
        one.parts for moment in found.moments for speech in moment.speeches for one in speech.told
    ]
    assert parts[1:4] == [("hill", "lake"), ("hill", "lake"), ("hill",)]


def test_a_group_speaks_for_its_members(dossier: Dossier) -> None:
    """
    parties:
      group: {name: Group}
      north: {name: North, member_of: group}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      land: {topic: War, title: Land, kind: text}
    memoranda:
      on-land: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {land: Shared.}}
      of-all: {party: group, form: memorandum, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      asked: {party: north, form: memorandum, date: 2025-05-02, sources: [paper]}
      own: {party: north, form: statement, date: 2025-05-03, sources: [paper], positions: {truce: 20 days}}
    """
    assert _told(timeline(dossier)) == [
        ("2025-05-01", "on-land", "first words", "land"),
        ("2025-05-01", "of-all", "first words", "truce"),
        ("2025-05-02", "asked", "not seen or recorded, so that older words stay", "land"),
        ("2025-05-03", "own", "first words", "truce"),
    ]


def test_what_became_of_outcomes(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      own: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
    outcomes:
      deal:
        issue: truce
        date: 2025-05-02
        value: 5 days
        confirmed_by: north
        sources: [paper]
        note: {2025-05-06: A remark.}
        accounts:
          south: {confirms: true, date: 2025-05-03, sources: [paper]}
          north: {value: 6 days, date: 2025-05-04, sources: [paper]}
        delivered:
          all: {value: 5 days, date: 2025-05-05, sources: [paper]}
    """
    dossier = _dossier(loaded)
    found = timeline(dossier)
    news = [one for moment in found.moments for one in moment.outcomes]
    assert [(one.is_new, one.confirmed, one.accounted, one.delivered) for one in news] == [
        (True, (), (), ()),
        (False, ("south",), (), ()),
        (False, (), ("north",), ()),
        (False, (), (), ("all",)),
    ]
    assert [one.agreements[0].part for one in news] == ["", "", "", ""]
    settled = [moment.statuses["truce"] for moment in found.moments]
    assert settled[2] is Status.SETTLED
    assert list(found.moments[2].rows) == ["truce"]
    assert (found.moments[5].accounts, len(found.moments[5].notes)) == ((), 1)


def test_what_is_later_than_the_dossier_s_own_day_is_not_in_it(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      own: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      later: {party: north, form: statement, date: 2025-06-03, sources: [paper], positions: {truce: 20 days}}
    """
    found = timeline(dossier)
    assert [str(one.moment) for one in found.moments] == ["2025-05-01"]
    assert [one.path for one in found.later] == [("memoranda", "later")]


def test_a_stretch_of_it_begins_with_what_was_known_before(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      one: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      two: {party: north, form: statement, date: 2025-05-02, sources: [paper], positions: {truce: 20 days}}
      three: {party: south, form: statement, date: 2025-05-03, sources: [paper], positions: {truce: 2 days}}
    """
    found = timeline(dossier, since=Moment.parse("2025-05-02"), until=Moment.parse("2025-05-02"))
    assert _told(found) == [("2025-05-02", "two", "changed", "truce")]
    assert found.earlier == 1
    whole = timeline(dossier)
    assert whole.moments[1].speeches == found.moments[0].speeches


def test_some_parties_and_issues(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      length: {topic: War, title: Length, kind: duration}
    memoranda:
      one:
        party: north
        form: statement
        date: 2025-05-01
        sources: [paper]
        note: {2025-05-04: A remark.}
        positions:
          truce: {value: 30 days, accounts: {x: {value: 3 days, date: 2025-05-03, party: south, sources: [paper]}}}
          length: 5 days
      two: {party: south, form: statement, date: 2025-05-02, sources: [paper], positions: {truce: 20 days}}
      later: {party: south, form: statement, date: 2025-06-09, sources: [paper], positions: {truce: 20 days}}
    outcomes:
      deal: {issue: length, date: 2025-05-02, value: 5 days, confirmed_by: all, sources: [paper]}
    """
    whole = timeline(dossier)
    assert whole.of() is whole
    north = whole.of(parties=["north"])
    assert [name for _, name, _, _ in _told(north)] == ["one", "one"]
    assert [len(one.accounts) for one in north.moments] == [0, 0, 0, 0]
    assert [len(one.notes) for one in north.moments] == [0, 0, 0, 1]
    assert (len(north.later), len(whole.later)) == (0, 1)

    length = whole.of(issues=["length"])
    assert [told[1:] for told in _told(length)] == [("one", "first words", "length")]
    assert [len(one.outcomes) for one in length.moments] == [0, 1, 0, 0]
    assert [list(one.rows) for one in length.moments] == [["length"], ["length"], [], []]


def test_each_state_is_that_of_the_comparison_as_of_the_moment(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      length: {topic: War, title: Length, kind: duration}
    memoranda:
      a: {party: north, form: statement, date: 2025-05-01T09:00, sources: [paper], positions: {truce: 30 days}}
      b: {party: south, form: statement, date: 2025-05-02, sources: [paper], positions: {truce: 20 days}}
      c: {party: south, form: memorandum, date: 2025-05-03, known: 2025-05-05, sources: [paper], positions: {length: 20 days}}
      d: {party: north, form: statement, date: 2025-05-07, sources: [paper], positions: {truce: 20 days, length: 20 days}}
    """
    for moment in timeline(dossier).moments:
        then = compare(dossier, as_of=moment.moment)
        assert moment.statuses == {row.issue.id: row.status for row in then.rows}
        assert moment.convergence == then.convergence


def test_at_a_time_of_a_day_what_has_only_the_day_has_not_come_yet(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      of-the-day: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      morning: {party: south, form: statement, date: 2025-05-01T09:00, sources: [paper], positions: {truce: 20 days}}
    """
    dossier = _dossier(loaded)
    found = timeline(dossier)
    assert [one[:2] for one in _told(found)] == [
        ("2025-05-01T09:00", "morning"),
        ("2025-05-01", "of-the-day"),
    ]
    nine, day = (Instant.of(one.moment) for one in found.moments)
    assert nine.before(day)
    assert not day.before(nine)
    assert str(nine) == "2025-05-01T09:00"


def test_a_moment_is_written_as_the_one_that_names_the_day(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      in-may: {party: north, form: statement, date: 2025-05, sources: [paper], positions: {truce: 30 days}}
      last-day: {party: south, form: statement, date: 2025-05-31, sources: [paper], positions: {truce: 20 days}}
    """
    (moment,) = timeline(dossier).moments
    assert str(moment.moment) == "2025-05-31"
    assert len(moment.speeches) == 2
    assert moment.speeches[0].of(ToldKind.FIRST)


def test_what_another_document_takes_over_changes_with_it(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, draft: {name: Draft, role: text}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      length: {topic: War, title: Length, kind: duration}
    memoranda:
      said: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      base:
        party: draft
        form: memorandum
        date: 2025-05-02
        known: 2025-05-04
        sources: [paper]
        positions: {truce: 20 days, length: 5 days}
      answer:
        party: north
        form: memorandum
        date: 2025-05-03
        based_on: base
        read: whole
        sources: [paper]
        positions: {length: 9 days}
    """
    told = _told(timeline(dossier))
    assert ("2025-05-03", "answer", "first words", "length") in told
    assert ("2025-05-04", "answer", "changed", "truce") in told


def test_a_statement_that_takes_over_what_was_not_known_yet_is_no_word(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      paper: {party: north, form: memorandum, date: 2025-05-01, known: 2025-05-20, read: whole, sources: [paper], positions: {truce: 5 days}}
      told: {party: south, form: report, date: 2025-05-04, sources: [paper], positions: {truce: 4 days}}
      spoke: {party: south, form: statement, date: 2025-05-05, sources: [paper], positions: {truce: {as: paper}}}
    """
    days = [str(moment.moment) for moment in timeline(dossier).moments]
    assert days == ["2025-05-01", "2025-05-04", "2025-05-05", "2025-05-20"]
    assert timeline(dossier).moments[2].speeches[0].told == ()
    assert ("2025-05-20", "spoke", "takes over", "truce") in _told(timeline(dossier))
