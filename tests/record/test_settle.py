"""Which word of a party counts, at which moment, and what its silence means."""

from __future__ import annotations

import pytest

import positions
from positions.model.dossier import Blank, Dossier
from positions.model.moment import Moment
from positions.record.settle import Standing, record
from tests.from_docstring import with_prelude


def _standing(dossier: Dossier, issue: str = "truce", part: str = "", at: str = "") -> Standing:
    found = record(dossier, Moment.parse(at) if at else None)
    return found.standing("north", issue, part)


def _said(standing: Standing) -> str:
    """What is of record, in a word a test can name: the document, or the blank."""
    return standing.entry.document.id if standing.entry else str(standing.blank)


def _conflicting(text: str) -> Dossier:
    """The dossier of a text whose only problems are that words of one moment conflict."""
    loaded = positions.loads(text)
    assert loaded.dossier is not None
    assert {problem.code for problem in loaded.problems} == {"conflicting-record"}
    return loaded.dossier


def test_a_published_memorandum_closes_the_record(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-01, sources: [paper],
               positions: {truce: 10 days, flag: a white one}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days}}
    """
    truce, flag = _standing(dossier), _standing(dossier, "flag")

    assert _said(truce) == "plan"
    assert [entry.document.id for entry in truce.history] == ["speech"]
    assert flag.blank is Blank.SILENT
    assert not flag.speaks
    assert flag.document is dossier.memoranda["plan"]
    assert [entry.document.id for entry in flag.history] == ["speech"]


def test_before_it_was_said_a_word_is_not_of_record(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-01, sources: [paper],
               positions: {truce: 10 days}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days}}
    """
    assert _standing(dossier, at="2025-04-30").blank is Blank.UNCODED
    assert _said(_standing(dossier, at="2025-05-01")) == "speech"
    assert _said(_standing(dossier, at="2025-05-19")) == "speech"
    assert _said(_standing(dossier, at="2025-05-20")) == "plan"


def test_a_withheld_memorandum_leaves_older_words_standing_and_marked(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-01, sources: [paper],
               positions: {truce: 10 days}}
      plan: {party: north, form: memorandum, date: 2025-05-20, disclosure: withheld}
    """
    truce, flag = _standing(dossier), _standing(dossier, "flag")

    assert _said(truce) == "speech"
    assert truce.older
    assert not _standing(dossier, at="2025-05-19").older
    assert flag.blank is Blank.UNDISCLOSED
    assert flag.document is dossier.memoranda["plan"]


def test_until_it_is_published_a_memorandum_counts_as_withheld(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, published: 2025-05-22T18:00,
             sources: [paper], positions: {truce: 30 days}}
    """
    assert _standing(dossier, at="2025-05-22T09:00").blank is Blank.UNDISCLOSED
    assert _standing(dossier, "flag", at="2025-05-22T09:00").blank is Blank.UNDISCLOSED
    assert _said(_standing(dossier, at="2025-05-22T18:00")) == "plan"
    assert _standing(dossier, "flag", at="2025-05-22").blank is Blank.SILENT


def test_a_partial_memorandum_replaces_only_what_it_is_known_to_mention(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
      tax: {topic: War, title: Tax, kind: text}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-01, sources: [paper],
               positions: {truce: 10 days, flag: a white one}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, disclosure: partial,
             sources: [paper], positions: {truce: 30 days}}
    """
    assert _said(_standing(dossier)) == "plan"
    assert not _standing(dossier).older
    assert _said(_standing(dossier, "flag")) == "speech"
    assert _standing(dossier, "flag").older
    assert _standing(dossier, "tax").blank is Blank.UNDISCLOSED


def test_a_later_statement_changes_only_what_it_mentions(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days, flag: a white one}}
      speech: {party: north, form: statement, date: 2025-05-21, sources: [paper],
               positions: {truce: 10 days}}
    """
    assert _said(_standing(dossier)) == "speech"
    assert _said(_standing(dossier, "flag")) == "plan"


def test_a_statement_of_the_same_day_fills_what_the_memorandum_leaves_out(
    dossier: Dossier,
) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-20, sources: [paper],
               positions: {flag: a white one}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days}}
    """
    assert _said(_standing(dossier, "flag")) == "speech"


def test_a_report_older_than_a_hidden_text_stands_beside_the_blank(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      leak: {party: north, form: report, date: 2025-05-10, sources: [paper],
             positions: {truce: 10 days}}
      plan: {party: north, form: memorandum, date: 2025-05-20, disclosure: withheld}
    """
    standing = _standing(dossier)

    assert not standing.speaks
    assert [entry.document.id for entry in standing.beside] == ["leak"]
    assert standing.history == ()
    assert standing.blank is Blank.UNDISCLOSED
    before = _standing(dossier, at="2025-05-10")
    assert before.reported
    assert not before.older
    assert before.blank is Blank.UNCODED


def test_a_published_text_makes_history_of_earlier_reports(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      leak: {party: north, form: report, date: 2025-05-10, sources: [paper],
             positions: {truce: 10 days, flag: a white one}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days}}
    """
    truce, flag = _standing(dossier), _standing(dossier, "flag")

    assert _said(truce) == "plan"
    assert [entry.document.id for entry in truce.history] == ["leak"]
    assert truce.beside == ()
    assert flag.blank is Blank.SILENT
    assert not flag.speaks
    assert [entry.document.id for entry in flag.history] == ["leak"]


def test_a_later_report_stands_beside_the_partys_own_word_and_never_wins(
    dossier: Dossier,
) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days}}
      same: {party: north, form: report, date: 2025-05-21, sources: [paper],
             positions: {truce: 30 days}}
      leak: {party: north, form: report, date: 2025-05-21, sources: [paper],
             positions: {truce: 10 days, flag: a white one}}
    """
    truce, flag = _standing(dossier), _standing(dossier, "flag")

    assert _said(truce) == "plan"
    assert [entry.document.id for entry in truce.beside] == ["leak"]
    assert [entry.document.id for entry in truce.history] == ["same"]
    assert _said(flag) == "leak"
    assert flag.blank is Blank.SILENT
    assert not flag.older


def test_a_party_that_declined_to_say_is_not_made_to_speak_by_its_silence(
    dossier: Dossier,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      spokesman: {party: north, form: statement, date: 2025-05-12, sources: [paper],
                  positions: {truce: {blank: declined, note: Asked twice.}}}
    """
    standing = _standing(dossier)

    assert standing.blank is Blank.DECLINED
    assert not standing.speaks
    assert standing.entry is not None
    assert standing.entry.position.note.text == "Asked twice."
    with pytest.raises(LookupError):
        _ = standing.position


@pytest.mark.parametrize("word", ["declined", "undisclosed"])
def test_a_text_kept_back_takes_the_place_of_a_word_that_kept_back_before(
    text: str, word: str
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      spokesman: {party: north, form: statement, date: 2025-05-12, sources: [paper],
                  positions: {truce: WORD}}
      leak: {party: north, form: report, date: 2025-05-15, sources: [paper],
             positions: {truce: 10 days}}
      plan: {party: north, form: memorandum, date: 2025-05-20, disclosure: withheld}
    """
    loaded = positions.loads(text.replace("WORD", word))
    assert loaded.dossier is not None
    before, after = (_standing(loaded.dossier, at=day) for day in ("2025-05-19", "2025-05-20"))

    assert (str(before.blank), before.older) == (word, False)
    assert after.blank is Blank.UNDISCLOSED
    assert after.document is loaded.dossier.memoranda["plan"]
    assert _said(before) == "leak"
    assert not after.speaks
    assert [entry.document.id for entry in after.beside] == ["leak"]
    assert [entry.document.id for entry in after.history] == ["spokesman"]


def test_a_report_fills_what_a_party_declined_to_say(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      spokesman: {party: north, form: statement, date: 2025-05-12, sources: [paper],
                  positions: {truce: declined}}
      leak: {party: north, form: report, date: 2025-05-10, sources: [paper],
             positions: {truce: 10 days}}
    """
    standing = _standing(dossier)

    assert _said(standing) == "leak"
    assert standing.blank is Blank.DECLINED
    assert standing.older
    assert [entry.document.id for entry in standing.history] == ["spokesman"]


def test_a_report_may_give_the_reason_for_a_blank(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      asked: {party: north, form: report, date: 2025-05-10, sources: [paper],
              positions: {truce: declined}}
      again: {party: north, form: report, date: 2025-05-12, sources: [paper],
              positions: {truce: declined}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-06-01}
    """
    before = _standing(dossier, at="2025-05-12")
    assert before.blank is Blank.DECLINED
    assert before.document is dossier.memoranda["again"]
    assert not before.reported
    assert [entry.document.id for entry in before.history] == ["asked"]

    after = _standing(dossier)
    assert after.blank is Blank.SILENT
    assert [entry.document.id for entry in after.history] == ["again", "asked"]


def test_two_words_of_one_moment_stand_beside_each_other(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days}}
      speech: {party: north, form: statement, date: 2025-05-20T12:00, sources: [paper],
               positions: {truce: 10 days}}
      later: {party: north, form: statement, date: 2025-05-21, sources: [paper],
              positions: {truce: 15 days}}
    """
    conflicting = _conflicting(text)
    standing = _standing(conflicting, at="2025-05-20")

    said = {_said(standing), *(entry.document.id for entry in standing.conflicts)}
    assert said == {"plan", "speech"}
    after = _standing(conflicting)
    assert _said(after) == "later"
    assert after.conflicts == ()
    assert {entry.document.id for entry in after.history} == {"plan", "speech"}


def test_two_reports_of_one_moment_that_differ_leave_the_record_in_conflict(
    dossier: Dossier,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      one: {party: north, form: report, date: 2025-05-10, sources: [paper],
            positions: {truce: 10 days}}
      two: {party: north, form: report, date: 2025-05-10, sources: [paper],
            positions: {truce: 20 days}}
      old: {party: north, form: report, date: 2025-05-01, sources: [paper],
            positions: {truce: 5 days}}
    """
    standing = _standing(dossier)

    assert _said(standing) == "two"
    assert [entry.document.id for entry in standing.conflicts] == ["one"]
    assert [entry.document.id for entry in standing.history] == ["old"]


def test_each_part_has_its_own_record(dossier: Dossier) -> None:
    """
    issues:
      land:
        topic: Land
        title: Land
        kind: choice
        options: {ours: Ours, theirs: Theirs}
        parts: {hill: The hill, lake: The lake, wood: The wood}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {land: {parts: {hill: ours}, rest: {value: theirs, until: the spring}}}}
      speech: {party: north, form: statement, date: 2025-05-21, sources: [paper],
               positions: {land: {parts: {lake: {value: ours, clause: "3"}}}}}
    """
    hill, lake, wood = (_standing(dossier, "land", part) for part in ("hill", "lake", "wood"))

    assert [_said(one) for one in (hill, lake, wood)] == ["plan", "speech", "plan"]
    assert wood.position.until == "the spring"
    assert lake.position.clause == ("3",)


def test_a_part_inherits_terms_and_sources_of_the_whole_unless_it_has_its_own(
    dossier: Dossier,
) -> None:
    """
    sources:
      paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
      radio: {publisher: The Radio, date: 2025-06-01, title: Talks}
    issues:
      land: {topic: Land, title: Land, kind: text, parts: {hill: The hill, lake: The lake}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: [paper]
        positions:
          land:
            scope: all of it
            conditions: none
            sources: [radio]
            parts: {hill: kept, lake: {value: shared, scope: the shore, sources: [paper]}}
    """
    hill, lake = (_standing(dossier, "land", part).position for part in ("hill", "lake"))

    assert (hill.scope, hill.conditions, hill.sources) == ("all of it", (), ("radio",))
    assert (lake.scope, lake.conditions, lake.sources) == ("the shore", (), ("paper",))


def test_branches_are_opened_into_parts(dossier: Dossier) -> None:
    """
    issues:
      land: {topic: Land, title: Land, kind: text, parts: {hill: The hill, lake: The lake}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: [paper]
        positions:
          land:
            alternatives:
              first: {parts: {hill: kept}}
              second: shared
    """
    hill, lake = (_standing(dossier, "land", part) for part in ("hill", "lake"))

    assert [label for label, _ in hill.branches] == ["first", "second"]
    assert [label for label, _ in lake.branches] == ["second"]


@pytest.mark.parametrize(
    ("one", "other", "blank"),
    [
        ("undisclosed", "declined", Blank.UNDISCLOSED),
        ("uncoded", "declined", Blank.DECLINED),
        ("silent", "uncoded", Blank.UNCODED),
        ("indifferent", "silent", Blank.SILENT),
        ("indifferent", "indifferent", Blank.INDIFFERENT),
        ("silent", "30 days", None),
    ],
)
def test_a_party_speaks_only_where_one_of_its_alternatives_says_something(
    one: str, other: str, blank: Blank | None
) -> None:
    text = with_prelude(
        f"""
        issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
        memoranda:
          plan: {{party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
                 positions: {{truce: {{alternatives: {{x: {one}, y: {other}}}}}}}}}
        """
    )
    loaded = positions.loads(text)
    assert loaded.dossier is not None
    standing = _standing(loaded.dossier)
    assert (standing.speaks, standing.blank) == (blank is None, blank)


def test_a_report_fills_alternatives_that_are_all_blank(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: {alternatives: {x: undisclosed, y: declined}}}}
      leak: {party: north, form: report, date: 2025-05-21, sources: [paper],
             positions: {truce: 30 days}}
    """
    standing = _standing(dossier)
    assert (_said(standing), standing.blank) == ("leak", Blank.UNDISCLOSED)


def test_what_could_not_be_read_is_never_taken_for_silence(loaded: object, text: str) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: as long as it takes, flag: a white one}}
      leak: {party: north, form: report, date: 2025-05-21, sources: [paper],
             positions: {truce: 10 days}}
    """
    found = positions.loads(text)
    assert found.dossier is not None
    assert [problem.code for problem in found.problems] == ["unreadable-value"]
    assert _standing(found.dossier).blank is Blank.UNREADABLE
    assert not _standing(found.dossier).speaks
    assert _said(_standing(found.dossier, "flag")) == "plan"


def test_a_document_that_could_not_be_read_leaves_its_party_unreadable(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      old: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
            positions: {truce: 10 days}}
      new: {party: north, form: memorandum, read: whole, date: yesterday, sources: [paper],
            positions: {truce: 30 days}}
      other: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
              positions: {truce: 10 days}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    assert _standing(dossier).blank is Blank.UNREADABLE
    assert record(dossier).standing("south", "truce").speaks


def test_a_document_of_nobody_known_leaves_every_party_unreadable(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {form: memorandum, read: whole, date: 2025-05-20, positions: {truce: 10 days}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    blanks = {standing.blank for standing in record(dossier).standings.values()}
    assert blanks == {Blank.UNREADABLE}


def test_a_third_word_of_the_moment_does_not_hide_a_contradiction(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      one: {party: north, form: statement, date: 2025-05-20, sources: [paper],
            positions: {truce: 30 days}}
      two: {party: north, form: statement, date: 2025-05-20, sources: [paper],
            positions: {truce: 20 days}}
      three: {party: north, form: statement, date: 2025-05-20, sources: [paper],
              positions: {truce: 20 days}}
    """
    standing = _standing(_conflicting(text))

    assert _said(standing) == "three"
    assert [entry.document.id for entry in standing.conflicts] == ["one"]
    assert [entry.document.id for entry in standing.history] == ["two"]


@pytest.mark.parametrize("day", ["2025-05-20", "2025-05-21"])
def test_a_refusal_to_say_does_not_hide_what_was_said_at_the_same_moment(
    text: str, day: str
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      one: {party: north, form: statement, date: 2025-05-20, sources: [paper],
            positions: {truce: 30 days}}
      two: {party: north, form: statement, date: 2025-05-20, sources: [paper],
            positions: {truce: declined}}
      three: {party: north, form: statement, date: 2025-05-21, sources: [paper],
              positions: {truce: declined}}
      four: {party: north, form: statement, date: 2025-05-21, sources: [paper],
              positions: {truce: 30 days}}
    """
    standing = _standing(_conflicting(text), at=day)

    assert _said(standing) == ("one" if day == "2025-05-20" else "four")
    assert [entry.document.id for entry in standing.conflicts] == [
        "two" if day == "2025-05-20" else "three"
    ]


@pytest.mark.parametrize("issue", ["truce", "flag"])
def test_two_papers_of_one_day_stand_together(dossier: Dossier, issue: str) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: 30 days}}
      annex: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
              disclosure: partial, positions: {flag: a white one}}
    """
    standing = _standing(dossier, issue)

    assert standing.speaks
    assert not standing.older


def test_a_later_report_does_not_win_over_a_party_that_does_not_mind(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-20, sources: [paper],
               positions: {truce: indifferent}}
      told: {party: north, form: report, date: 2025-05-21, sources: [paper],
             positions: {truce: 30 days}}
    """
    standing = _standing(dossier)

    assert standing.blank is Blank.INDIFFERENT
    assert not standing.speaks
    assert [entry.document.id for entry in standing.beside] == ["told"]


def test_a_report_that_could_not_be_read_leaves_an_issue_unreadable() -> None:
    dossier = positions.loads(
        with_prelude(
            """
            issues: {truce: {topic: T, title: Truce, kind: duration}}
            memoranda:
              paper: {party: north, form: memorandum, read: whole, date: 2025-05-01, disclosure: partial, sources: [paper], positions: {}}
              told:
                party: north
                form: report
                date: 2025-05-02
                sources: [paper]
                positions: {truce: {value: 3 days, accounts: 7}}
            """
        ),
        "test.yaml",
    ).dossier
    assert dossier is not None
    standing = record(dossier).standing("north", "truce")
    assert standing.blank is Blank.UNREADABLE
    assert standing.document is dossier.memoranda["told"]


def test_a_report_that_could_not_be_read_contradicts_nobody() -> None:
    loaded = positions.loads(
        with_prelude("""
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          speech: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 10 days}}
          leak: {party: north, form: report, date: 2025-05-02, sources: [paper], positions: {truce: 10 dyas}}
        """)
    )
    assert loaded.dossier is not None
    standing = _standing(loaded.dossier)

    assert _said(standing) == "speech"
    assert (standing.beside, standing.history) == ((), ())


def test_a_silent_text_after_a_silent_one_leaves_what_was_replaced(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 10 days}}
      first: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper]}
      second: {party: north, form: memorandum, read: whole, date: 2025-05-21, sources: [paper]}
    """
    standing = _standing(dossier)

    assert standing.blank is Blank.SILENT
    assert [entry.document.id for entry in standing.replaced] == ["speech"]
