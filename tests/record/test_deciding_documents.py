"""Are the documents that are left out of the reading of an issue those that decide nothing?"""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.model.moment import Moment
from positions.record.borrowing import Borrowing
from positions.record.deciding_documents import DecidingDocuments
from positions.record.known import known_at
from positions.record.options import NO_CHOICE
from positions.record.settle import _Reading, _standing
from tests.from_docstring import with_prelude

DATES = ("2025-05-20", "2025-05-20T09:00", "2025-05-20T18:00", "2025-05-21", "2025-05-21T09:00")

documents = st.lists(
    st.fixed_dictionaries(
        {
            "party": st.just("north"),
            "form": st.sampled_from(
                ["memorandum", "memorandum", "memorandum", "statement", "report"]
            ),
            "date": st.sampled_from(DATES),
            "disclosure": st.sampled_from(["published", "partial", "withheld"]),
            "read": st.sampled_from(["whole", "whole", "part"]),
            "sources": st.just("paper"),
            "positions": st.sampled_from(
                [{}, {}, {}, {"truce": "3 days"}, {"truce": "5 days"}, {"truce": "declined"}]
            ),
        },
        optional={"published": st.sampled_from(["2025-05-21T12:00", "2025-05-23"])},
    ),
    max_size=7,
)


@given(documents, st.sampled_from(["2025-05-20", "2025-05-21T12:00", "2025-05-22"]))
def test_documents_that_are_left_out_decide_nothing(found: list[dict[str, Any]], at: str) -> None:
    data = {
        "dossier": {"format": "1", "title": "T", "as_of": "2025-06-02"},
        "parties": {"north": {"name": "North"}},
        "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
        "issues": {"truce": {"topic": "War", "title": "Truce", "kind": "duration"}},
        "memoranda": {f"m{number}": one for number, one in enumerate(found)},
    }
    whole = positions.loads(json.dumps(data)).dossier
    assert whole is not None
    moment = Moment.parse(at)
    dossier = known_at(whole, moment)
    takings, leaf = Borrowing(dossier, moment), ("north", "truce", "")
    reading = _Reading(takings, NO_CHOICE)
    papers = DecidingDocuments(list(dossier.memoranda.values()), takings.whole)
    chosen, every = (_standing(read, reading, leaf) for read in (papers.on("truce"), papers.all))

    assert chosen == every


@pytest.mark.no_cover
def test_very_many_documents_and_issues_take_no_more_time_each_than_a_few() -> None:
    text = with_prelude(
        "issues:\n"
        + "".join(f"  i{number}: {{topic: T, title: T, kind: text}}\n" for number in range(5_000))
        + "memoranda:\n"
        + "".join(
            f"  m{number}: {{party: north, form: memorandum, read: whole, date: 2025-05-20}}\n"
            for number in range(5_000)
        )
    )
    begun = time.process_time()
    dossier = positions.loads(text).dossier
    assert dossier is not None
    assert len(positions.compare(dossier).unraised) == 5_000
    assert time.process_time() - begun < 20


@pytest.mark.no_cover
def test_very_many_words_of_one_day_take_no_more_time_each_than_a_few() -> None:
    text = with_prelude(
        "issues: {truce: {topic: T, title: T, kind: duration}}\nmemoranda:\n"
        + "".join(
            f"  m{number}: {{party: north, form: statement, date: 2025-05-20, sources: paper, "
            f"positions: {{truce: {number % 300 + 1} days}}}}\n"
            for number in range(6_000)
        )
    )
    begun = time.process_time()
    dossier = positions.loads(text).dossier
    assert dossier is not None
    standing = positions.compare(dossier).row("truce").whole.standings["north"]
    assert 0 < len(standing.conflicts) < 20
    assert len(standing.history) + len(standing.conflicts) + 1 == 6_000
    assert time.process_time() - begun < 20


def test_what_a_text_takes_over_counts_beside_a_silent_one_of_the_same_day() -> None:
    loaded = positions.loads(
        with_prelude(
            """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      base: {party: south, form: statement, date: 2025-05-20, sources: [paper], positions: {truce: 3 days}}
      works: {party: north, form: memorandum, date: 2025-05-21, read: whole, based_on: base, sources: [paper]}
      silent: {party: north, form: memorandum, date: 2025-05-21, read: whole, sources: [paper]}
    """
        )
    )
    assert loaded.dossier is not None
    line = positions.compare(loaded.dossier).row("truce").whole

    entry = line.standings["north"].entry
    assert entry is not None
    assert entry.document.id == "works"
