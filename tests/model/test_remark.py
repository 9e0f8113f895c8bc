"""Is a remark known only from the day on which it was made?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.model.moment import Moment
from positions.model.remark import NO_REMARK, Remark
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

DAY = Moment.parse("2025-06-02")


def issue(fields: str) -> str:
    return with_prelude(
        f"issues: {{i: {{topic: T, title: I, kind: text, {fields}}}}}\nmemoranda: {{}}\n"
    )


def note(words: str) -> Remark:
    loaded = positions.loads(issue(f"note: {words}"))
    assert loaded.dossier is not None
    assert not loaded.problems, loaded.problems
    return loaded.dossier.issues["i"].note


def test_a_remark_is_a_text_or_texts_by_day() -> None:
    assert str(note("All of it is disputed.")) == "All of it is disputed."
    assert str(note("{2025-06-01: It began., 2025-05-01T09:00: Before.}")) == (
        "2025-05-01T09:00: Before. 2025-06-01: It began."
    )
    assert not NO_REMARK


def test_what_is_dated_later_is_not_known_yet() -> None:
    written = note("{2025-05-01: Before., 2025-06-01: After.}")

    assert str(written.known(Moment.parse("2025-05-20"), DAY)) == "2025-05-01: Before."
    assert not written.known(Moment.parse("2025-04-20"), DAY)


def test_what_has_no_day_says_for_which_it_was_written() -> None:
    written = note("It is so.")

    assert str(written.known(DAY, DAY)) == "It is so."
    assert str(written.known(Moment.parse("2025-05-20"), DAY)) == "It is so. (as of 2025-06-02)"


@pytest.mark.parametrize(
    ("fields", "code", "sentence"),
    [
        ("note: {soon: Words.}", "wrong-value", "`note` cannot be read."),
        ("note: {2025-06-01: [a]}", "wrong-value", "`note` cannot be read."),
        ("disputed: [a]", "wrong-shape", "`disputed` is a list."),
        ("disputed: ''", "empty-field", "`disputed` is empty."),
    ],
)
def test_any_other_shape_is_a_problem(fields: str, code: str, sentence: str) -> None:
    (problem,) = positions.loads(issue(fields)).problems

    assert (problem.code, problem.sentence) == (code, sentence)


def test_a_document_is_known_from_its_day_under_the_older_name_too(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan:
        {party: north, form: memorandum, date: 2025-05-01, known: 2025-05-20, sources: [paper],
         read: whole, positions: {truce: 3 days}}
      answer:
        {party: south, form: memorandum, date: 2025-05-01, published: 2025-05-21,
         read: I and II, sources: [paper], positions: {truce: 4 days}}
    """
    plan, answer = dossier.memoranda.values()

    assert str(plan.known) == "2025-05-20"
    assert str(answer.known) == "2025-05-21"
    assert (plan.read_whole, answer.read_whole) == (True, False)


def test_a_document_is_known_from_one_day() -> None:
    loaded = positions.loads(
        with_prelude("""
        issues: {}
        memoranda:
          plan:
            {party: north, form: memorandum, read: whole, date: 2025-05-01, known: 2025-05-20,
             published: 2025-05-20}
        """)
    )

    (problem,) = loaded.problems
    assert problem.code == "two-statements"


def test_an_open_list_says_so_in_its_rest(dossier: Dossier) -> None:
    """
    issues:
      works: {topic: Water, title: Works, kind: checklist, items: {dam: a dam, lock: a lock}}
    memoranda:
      plan:
        {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper],
         positions: {works: {value: [dam], rest: unseen}}}
    """
    position = dossier.memoranda["plan"].positions["works"]

    assert position.rest is not None
    assert position.rest.blank == "unseen"
