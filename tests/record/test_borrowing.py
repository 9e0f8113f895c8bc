"""What a document takes over from another: a counter-draft, a common text, a single position."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

import positions
from positions.comparison.cell_lines import branch_title
from positions.comparison.rows import Comparison, Status
from positions.model.dossier import Blank, Dossier, Position
from positions.model.moment import Moment
from positions.record import borrowing as basis
from positions.record.borrowing import MOST_STEPS, Borrowing
from positions.record.settle import Standing, record
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.model.dossier import Memorandum


def _stand(
    dossier: Dossier, issue: str, part: str = "", at: str = "", who: str = "south"
) -> Standing:
    return record(dossier, Moment.parse(at) if at else None).standing(who, issue, part)


def _at(dossier: Dossier, issue: str, part: str = "", at: str = "") -> Position:
    return _stand(dossier, issue, part, at).position


def test_what_a_counter_draft_does_not_mention_is_as_in_the_draft(comparison: Comparison) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: duration}
      song: {topic: War, title: Song, kind: duration}
    memoranda:
      draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], credibility: 2,
              positions: {truce: {value: 10 days, red_line: true, salience: 90, reason: Rest}, flag: 3 days}}
      counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [other], based_on: draft,
                positions: {flag: deleted}}
    sources:
      paper: {publisher: The Paper, date: 2025-05-01, title: Draft}
      other: {publisher: Another, date: 2025-05-20, title: Counter-draft}
    """
    truce, flag, song = (comparison.row(name) for name in ("truce", "flag", "song"))
    taken = truce.whole.standings["south"].position

    assert truce.status is Status.AGREED
    assert truce.whole.standings["south"].entry.document.id == "counter"  # type: ignore[union-attr]
    assert (taken.as_in, taken.sources, taken.credibility) == ("draft", ("paper", "other"), 2)
    # How much one party cares, and where it will not go, says nothing of the other.
    assert (taken.red_line, taken.salience, taken.reason) == (False, None, "")
    # To strike a clause is a position, apart from whoever asks for it.
    assert flag.status is Status.DIVIDED
    assert flag.whole.standings["south"].position.blank is Blank.DELETED
    assert flag.whole.sentence == "North wants 3 days; South strikes the whole provision."
    assert song.whole.standings["south"].blank is Blank.SILENT


def test_a_party_may_take_over_its_own_earlier_paper_with_all_it_says_of_the_party(
    dossier: Dossier,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      first: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper],
              positions: {truce: {value: 10 days, red_line: true, salience: 0}}}
      second: {party: south, form: memorandum, read: whole, date: 2025-05-02, sources: [paper], based_on: first}
      third: {party: south, form: memorandum, read: whole, date: 2025-05-03, sources: [paper], based_on: second}
    """
    standing = _stand(dossier, "truce")

    assert standing.entry is not None
    assert standing.entry.document.id == "third"
    assert (standing.position.as_in, standing.position.red_line) == ("first", True)
    assert standing.position.salience == 0


def test_a_single_position_may_be_as_another_document_has_it(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      land: {topic: War, title: Land, kind: choice, options: {ours: Ours, theirs: Theirs},
             parts: {hill: The hill, lake: The lake, wood: The wood}}
    memoranda:
      draft:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-01
        sources: [paper]
        positions:
          truce: {alternatives: {a: 10 days, b: 20 days}, accounts: {x: {value: 9 days, sources: [paper]}}}
          land: {parts: {hill: ours, lake: theirs}}
      reply:
        party: south
        form: statement
        date: 2025-05-20
        sources: [paper]
        positions:
          truce: {as: draft, starts: dawn, clause: II, credibility: 3,
                  accounts: {y: {value: 8 days, sources: [paper]}}}
          land: {parts: {hill: theirs, lake: {as: draft}}, rest: {as: draft}}
    """
    truce = _at(dossier, "truce")

    assert [branch.starts for branch in truce.alternatives.values()] == ["dawn", "dawn"]
    assert (truce.place, truce.credibility, truce.as_in) == ("II", 3, "draft")
    assert sorted(truce.accounts) == ["x", "y"]
    assert truce.same_as is None
    hill, lake = (_at(dossier, "land", part) for part in ("hill", "lake"))
    assert (hill.as_in, lake.as_in) == ("", "draft")
    assert _stand(dossier, "land", "wood").blank is Blank.SILENT


def test_parts_that_a_counter_draft_leaves_out_are_as_in_the_draft(dossier: Dossier) -> None:
    """
    issues:
      land: {topic: War, title: Land, kind: choice, options: {ours: Ours, theirs: Theirs},
             parts: {hill: The hill, lake: The lake}}
    memoranda:
      draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {land: ours}}
      counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], based_on: draft,
                positions: {land: {parts: {hill: theirs}}}}
    """
    assert _at(dossier, "land", "hill").as_in == ""
    assert _at(dossier, "land", "lake").as_in == "draft"


HIDDEN = """
issues:
  truce: {topic: War, title: Truce, kind: duration}
  flag: {topic: War, title: Flag, kind: duration}
memoranda:
  draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, published: 2025-05-25, sources: [paper],
          positions: {truce: 10 days}}
  counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], based_on: draft}
  reply: {party: south, form: statement, date: 2025-05-21, sources: [paper], positions: {flag: {as: draft}}}
"""


def test_what_is_taken_from_a_text_that_is_not_known_yet_is_undisclosed() -> None:
    dossier = positions.loads(with_prelude(HIDDEN)).dossier
    assert dossier is not None

    assert _stand(dossier, "truce", at="2025-05-22").blank is Blank.UNDISCLOSED
    assert _stand(dossier, "flag", at="2025-05-22").blank is Blank.UNDISCLOSED
    assert _stand(dossier, "truce", at="2025-05-26").position.as_in == "draft"
    assert _stand(dossier, "flag", at="2025-05-26").blank is Blank.SILENT


def test_a_basis_known_in_part_leaves_the_rest_undisclosed(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: duration}
    memoranda:
      draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, disclosure: partial, sources: [paper],
              positions: {truce: 10 days}}
      counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], based_on: draft}
    """
    assert _at(dossier, "truce").as_in == "draft"
    assert _stand(dossier, "flag").blank is Blank.UNDISCLOSED


def test_a_counter_draft_known_in_part_takes_nothing_over_unseen(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 10 days}}
      counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, disclosure: partial, sources: [paper],
                based_on: draft}
    """
    assert _stand(dossier, "truce").blank is Blank.UNDISCLOSED


def test_why_one_party_says_nothing_is_not_why_another_does(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: duration}
      song: {topic: War, title: Song, kind: duration}
      tune: {topic: War, title: Tune, kind: duration}
    memoranda:
      first: {party: north, form: memorandum, read: whole, date: 2025-04-01, sources: [paper],
              positions: {flag: 3 days}}
      draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], based_on: first,
              positions: {truce: declined, flag: deleted, song: indifferent, tune: undisclosed}}
      counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], based_on: draft}
    """
    blanks = [_stand(dossier, name).blank for name in ("truce", "flag", "song", "tune")]
    assert blanks == [Blank.SILENT, Blank.SILENT, Blank.SILENT, Blank.UNDISCLOSED]
    # Where the same party works on its own paper, it is.
    draft = [_stand(dossier, name, who="north").blank for name in ("truce", "flag", "song")]
    assert draft == [Blank.DECLINED, None, Blank.INDIFFERENT]
    flag = _stand(dossier, "flag", who="north")
    assert (flag.speaks, flag.position.blank) == (True, Blank.DELETED)


def test_why_a_party_says_nothing_in_a_text_known_in_part_tells_nothing_of_another(
    dossier: Dossier,
) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: duration}
      song: {topic: War, title: Song, kind: duration}
    memoranda:
      draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, disclosure: partial, sources: [paper],
              positions: {truce: declined, flag: deleted, song: {salience: 0}}}
      before: {party: south, form: statement, date: 2025-05-19, sources: [paper],
               positions: {truce: 3 days, flag: 3 days}}
      counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], based_on: draft,
                positions: {song: {as: draft}}}
    """
    # It casts doubt on what South said, as any text that is not known in full.
    assert _stand(dossier, "truce").older
    assert _stand(dossier, "flag").blank is Blank.SILENT
    # Here it is said of South itself.
    assert _stand(dossier, "song").blank is Blank.INDIFFERENT


def test_what_is_the_same_as_an_unmentioned_one_is_as_silent_or_hidden_as_that() -> None:
    for disclosure, blank in (("published", Blank.SILENT), ("partial", Blank.UNDISCLOSED)):
        loaded = positions.loads(
            with_prelude(f"""
            issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
            memoranda:
              draft: {{party: north, form: memorandum, read: whole, date: 2025-05-01, disclosure: {disclosure}, sources: [paper]}}
              reply: {{party: south, form: statement, date: 2025-05-20, sources: [paper],
                      positions: {{truce: {{as: draft, clause: II}}}}}}
            """)
        )
        assert loaded.dossier is not None
        assert [problem.code for problem in loaded.problems] == ["nothing-to-take"]
        standing = _stand(loaded.dossier, "truce")
        assert standing.blank is blank
        assert standing.entry is not None
        assert standing.entry.position.place == "II"


def test_documents_that_take_over_from_each_other_are_unreadable_and_said_to_be() -> None:
    loaded = positions.loads(
        with_prelude("""
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          one: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: {as: two}}}
          two: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], based_on: one}
        """)
    )
    assert loaded.dossier is not None

    assert [problem.code for problem in loaded.problems] == ["endless-basis"]
    assert _stand(loaded.dossier, "truce").blank is Blank.UNREADABLE
    assert not _stand(loaded.dossier, "truce", who="north").speaks


def test_a_chain_is_followed_only_so_far() -> None:
    def last(length: int) -> tuple[list[str], Blank | None]:
        text = "issues: {truce: {topic: War, title: Truce, kind: duration}}\nmemoranda:\n"
        paper = "party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper]"
        text += f"  m0: {{{paper}, positions: {{truce: 2 days}}}}\n"
        for number in range(1, length):
            moment = f"2025-05-02T{10 + number // 60}:{number % 60:02}"
            paper = f"party: south, form: memorandum, read: whole, date: {moment}, sources: [paper]"
            text += f"  m{number}: {{{paper}, based_on: m{number - 1}}}\n"
        loaded = positions.loads(with_prelude(text))
        assert loaded.dossier is not None
        return [one.code for one in loaded.problems], _stand(loaded.dossier, "truce").blank

    assert last(MOST_STEPS) == ([], None)
    assert last(MOST_STEPS + 1) == (["endless-basis"], Blank.UNREADABLE)


@pytest.mark.parametrize("order", [1, -1])
def test_of_a_long_chain_each_document_is_followed_as_if_it_stood_alone(order: int) -> None:
    """What is known of one of them is used for others, whichever is read first."""
    length = MOST_STEPS + 3
    papers = ["  m0: {%s, positions: {truce: 2 days}}"]
    papers += [f"  m{one}: {{%s, based_on: m{one - 1}}}" for one in range(1, length)]
    paper = "party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper]"
    issue = "issues: {truce: {topic: War, title: Truce, kind: duration}}\nmemoranda:\n"
    dossier = positions.loads(with_prelude(issue + "\n".join(papers).replace("%s", paper))).dossier
    assert dossier is not None
    takings = Borrowing(dossier, dossier.header.as_of)
    said = {
        name: takings.said(dossier.memoranda[name], "truce", "")
        for name in list(dossier.memoranda)[::order]
    }

    lost = {name: position.blank for name, position in said.items() if position and position.blank}
    assert lost == {f"m{one}": Blank.UNREADABLE for one in range(MOST_STEPS, length)}


def test_a_loop_behind_a_text_that_is_not_known_in_full_is_not_reached() -> None:
    papers = ["  m0: {%s, based_on: m1}", "  m1: {%s, based_on: m0}"]
    papers += ["  m2: {%s, based_on: m1, disclosure: partial}"]
    papers += [f"  m{one}: {{%s, based_on: m{one - 1}}}" for one in range(3, MOST_STEPS + 4)]
    paper = "party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper]"
    issue = "issues: {truce: {topic: War, title: Truce, kind: duration}}\nmemoranda:\n"
    dossier = positions.loads(with_prelude(issue + "\n".join(papers).replace("%s", paper))).dossier
    assert dossier is not None
    takings = Borrowing(dossier, dossier.header.as_of)
    said = [takings.said(one, "truce", "") for one in list(dossier.memoranda.values())[::-1]]

    assert [one and one.blank for one in (said[0], said[1], said[2], said[-3], said[-1])] == [
        Blank.UNREADABLE,
        Blank.UNREADABLE,
        None,
        None,
        Blank.UNREADABLE,
    ]


@pytest.mark.no_cover
def test_thousands_of_documents_that_lead_round_are_not_followed_a_hundred_times_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = 400
    paper = "party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper]"
    papers = "\n".join(
        f"  m{one}: {{{paper}, positions: {{truce: {{as: m{(one + 1) % many}}}}}}}"
        for one in range(many)
    )
    issue = "issues: {truce: {topic: War, title: Truce, kind: duration}}\nmemoranda:\n"
    dossier = positions.loads(with_prelude(issue + papers)).dossier
    assert dossier is not None
    steps = Counter[str]()
    own = basis._own

    def counted(document: Memorandum, *leaf: str) -> Position | None:
        steps["taken"] += 1
        return own(document, *leaf)

    monkeypatch.setattr(basis, "_own", counted)
    assert _stand(dossier, "truce").blank is Blank.UNREADABLE
    assert steps["taken"] < 5 * many


def test_a_basis_that_could_not_be_read_makes_nothing_silent() -> None:
    loaded = positions.loads(
        with_prelude("""
        issues:
          truce: {topic: War, title: Truce, kind: duration}
          flag: {topic: War, title: Flag, kind: duration}
        memoranda:
          draft: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 10 dyas}}
          counter: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], based_on: draft}
          lost: {party: south, form: memorandum, read: whole, date: 2025-05-21, sources: [paper], based_on: nowhere,
                 positions: {flag: {as: nowhere}}}
        """)
    )
    assert loaded.dossier is not None

    assert sorted(problem.code for problem in loaded.problems) == [
        "unknown-document",
        "unknown-document",
        "unreadable-value",
    ]
    assert _stand(loaded.dossier, "truce", at="2025-05-20").blank is Blank.UNREADABLE
    assert _stand(loaded.dossier, "flag").blank is Blank.UNREADABLE


def test_the_options_of_a_text_that_is_taken_over_keep_their_titles(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      draft:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-01
        sources: [paper]
        options: {one: {title: The short way}, two: {title: The long way}}
        positions: {truce: {alternatives: {one: 2 days, two: 9 days}}}
      reply: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], based_on: draft,
              options: {own: {title: Our way}}}
    """
    line = comparison.row("truce").whole
    entry = line.standings["south"].entry

    assert entry is not None
    assert list(entry.document.options) == ["one", "two", "own"]
    assert branch_title(line.standings["south"], "one") == "The short way"
    assert comparison.dossier.memoranda["reply"].options.keys() == {"own"}


def test_a_document_of_a_later_day_is_not_there_to_be_taken_from() -> None:
    loaded = positions.loads(
        with_prelude("""
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          draft: {party: north, form: memorandum, read: whole, date: 2025-05-30, sources: [paper], positions: {truce: 3 days}}
          reply: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper], positions: {truce: {as: draft}}}
        """)
    )
    assert loaded.dossier is not None

    assert _stand(loaded.dossier, "truce", at="2025-05-25").blank is Blank.UNDISCLOSED
    assert _at(loaded.dossier, "truce").as_in == "draft"


def test_a_statement_may_work_on_a_document_too(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      draft:
        {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper],
         positions: {truce: 30 days}}
      word: {party: south, form: statement, date: 2025-05-20, sources: [paper], based_on: draft}
    """
    assert dossier.memoranda["word"].based_on == "draft"
