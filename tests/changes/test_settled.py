"""Is a difference the same where issues on which all stand alike were not looked at?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.changes.difference import difference, settled_difference
from positions.changes.log import loaded_difference
from positions.changes.settled import SettledDossier, issues_in_common
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.changes.model import DossierDifference
    from positions.loader import Loaded
    from positions.model.dossier import Dossier

BASE = """
dossier: {format: 1, title: A test, as_of: 2025-06-02}
parties:
  north: {name: North}
  south: {name: South}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
  radio: {publisher: The Radio, date: 2025-06-01, title: News}
events: {retreat: {title: The retreat begins, part_of: army}}
issues:
  truce: {topic: War, title: Truce, kind: duration}
  army: {topic: War, title: Army, kind: quantity, unit: soldiers, limit: maximum}
  seat:
    topic: Talks
    title: Seat
    kind: choice
    options: {here: Here, there: There}
  rank: {topic: Talks, title: Rank, kind: choice, ordered: true, options: {lo: Low, mid: M, hi: High}}
  land: {topic: War, title: Land, kind: duration, parts: {east: East, west: West}}
  quiet: {topic: War, title: Quiet, kind: duration}
memoranda:
  plan:
    party: north
    form: memorandum
    read: whole
    date: 2025-05-28
    published: 2025-05-30
    sources: [paper]
    sequence: [truce, retreat]
    positions:
      truce: {value: at least 30 days, after: army}
      seat: here
      rank: mid
      land: {parts: {east: 3 days}, rest: 5 days}
  speech:
    party: south
    form: statement
    date: 2025-05-29
    sources: [paper]
    positions: {truce: 3 days, army: 85000, seat: there, rank: lo}
  hearsay:
    party: south
    form: report
    date: 2025-06-01
    disclosure: partial
    sources: [radio]
    positions: {land: 4 days, truce: 2 days}
outcomes:
  deal: {issue: seat, date: 2025-05-30, value: here, confirmed_by: all, sources: [paper],
         delivered: {south: {value: here, date: 2025-06-01}}}
  pact:
    issue: quiet
    date: 2025-05-31
    value: 9 days
    after: army
    accounts: {north: {value: 3 days, date: 2025-06-02}}
    sources: [radio]
"""
EDITS = (
    ("lo: Low, mid: M, hi: High", "mid: M, hi: High, lo: Low"),
    ("as_of: 2025-06-02", "as_of: 2025-05-28"),
    ("as_of: 2025-06-02", "as_of: 2025-05-31"),
    ("  south: {name: South}\n", "  south: {name: South}\n  east: {name: East}\n"),
    ("name: North", "name: The North"),
    ("title: News", "title: Old news"),
    ("part_of: army", "part_of: truce"),
    ("title: Truce", "title: The truce"),
    ("kind: quantity, unit: soldiers, limit: maximum", "kind: quantity, unit: soldiers"),
    ("  truce: {topic", "  ceasefire: {formerly: [truce], topic"),
    ("  quiet: {topic: War, title: Quiet, kind: duration}\n", ""),
    ("{here: Here, there: There}", "{here: Here, there: There, sea: At sea}"),
    ("form: memorandum", "form: statement"),
    ("date: 2025-05-28", "date: 2025-05-29"),
    ("published: 2025-05-30", "published: 2025-06-03"),
    ("sequence: [truce, retreat]", "sequence: [retreat, truce]"),
    ("disclosure: partial", "disclosure: withheld"),
    ("date: 2025-06-01\n    disclosure", "date: 2025-06-04\n    disclosure"),
    ("at least 30 days", "at least 20 days"),
    ("after: army", "after: retreat"),
    ("seat: here", "seat: {value: here, paraphrase: The seat is here., red_line: true}"),
    ("seat: there", "seat: here"),
    ("{east: 3 days}", "{east: 3 days, west: 9 days}"),
    ("truce: 3 days", "truce: declined"),
    ("truce: 3 days", "truce: {value: 3 days, sources: [radio]}"),
    ("    positions: {truce: 3 days, army: 85000, seat: there, rank: lo}\n", ""),
    ("    party: south\n    form: report", "    party: north\n    form: report"),
    ("positions: {land: 4 days, truce: 2 days}", "positions: {quiet: 4 days}"),
    ("positions: {land: 4 days, truce: 2 days}", "positions: oops"),
    ("value: at least", 'value: "at least'),
    ("form: report", "form: rumour"),
    ("as_of: 2025-06-02", "as_of: some day"),
    ("date: 2025-05-29", "date: soon"),
    ("  hearsay:\n", "  nothing: hearsay\n  hearsay:\n"),
    ("events: {retreat: {title: The retreat begins, part_of: army}}\n", ""),
    ("{value: at least 30 days, after: army}", "{value: at least 30 days, conditions: [army, x]}"),
    ("sequence: [truce, retreat]", "sequence: [truce, [seat, army]]"),
    ("value: here, confirmed_by", "value: there, confirmed_by"),
    ("confirmed_by: all", "confirmed_by: north"),
    ("issue: seat, date: 2025-05-30", "issue: seat, date: 2025-06-03"),
    ("issue: seat, date: 2025-05-30", "issue: seat, date: soon"),
    ("issue: seat, date: 2025-05-30, value: here", "issue: army, date: 2025-05-30, value: 3"),
    ("{issue: seat, date: 2025-05-30,", "{date: 2025-05-30,"),
    ("{issue: seat, date: 2025-05-30,", "{issue: {seat: x}, date: 2025-05-30,"),
    ("date: 2025-06-01}}}", "date: 2025-06-03}}}"),
    ("accounts: {north: {value: 3 days,", "accounts: {south: 4 days, north: {value: 3 days,"),
    ("  pact:\n    issue: quiet", "  pact:\n    title: The pact\n    issue: quiet"),
    ("  pact:\n", "  pact: oops\n  packed:\n"),
    ("outcomes:\n", "outcomes:\n  more: {issue: land, date: 2025-06-01, value: 3 days}\n"),
)


def _loaded(text: str) -> Loaded:
    return positions.loads(with_prelude(text), "test.yaml")


def _edited(edits: list[tuple[str, str]]) -> Loaded:
    text = BASE
    for old, new in edits:
        text = text.replace(old, new)
    return _loaded(text)


SOME = st.lists(st.sampled_from(EDITS), max_size=4)


def _whole(before: Dossier, after: Dossier) -> DossierDifference:
    """Return a difference for which every issue was looked at."""
    with patch("positions.changes.difference.issues_in_common", return_value=frozenset()):
        return difference(before, after)


def _common(before: Loaded, after: Loaded) -> set[str]:
    """Return the issues that are not looked at."""
    assert before.dossier is not None
    assert after.dossier is not None
    found: list[frozenset[str]] = []

    def noted(*sides: Any) -> frozenset[str]:
        found.append(issues_in_common(*sides))
        return found[-1]

    with patch("positions.changes.difference.issues_in_common", noted):
        difference(before.dossier, after.dossier)
    return set(*found)


@given(SOME, SOME)
def test_what_is_not_looked_at_makes_no_difference(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    before, after = _edited(one), _edited(other)
    if before.dossier is not None and after.dossier is not None:
        assert difference(before.dossier, after.dossier) == _whole(before.dossier, after.dossier)


@pytest.mark.parametrize("edit", EDITS)
def test_each_edit_alone_is_found(edit: tuple[str, str]) -> None:
    assert edit[0] in BASE
    before, after = _loaded(BASE), _edited([edit])
    if before.dossier is None or after.dossier is None:
        return
    for one, other in ((before.dossier, after.dossier), (after.dossier, before.dossier)):
        assert difference(one, other) == _whole(one, other)


@given(st.lists(SOME, min_size=2, max_size=4))
def test_what_was_settled_for_one_comparison_serves_the_next(
    revisions: list[list[tuple[str, str]]],
) -> None:
    dossiers = [_edited(edits).dossier for edits in revisions]
    settled = [SettledDossier(dossier) for dossier in dossiers if dossier is not None]
    for before, after in pairwise(settled):
        found = settled_difference(before, after)
        assert found.convergence == _whole(before.dossier, after.dossier).convergence


def test_one_position_leaves_all_other_issues_in_common() -> None:
    before, after = _loaded(BASE), _edited([("at least 30 days", "at least 20 days")])

    assert _common(before, after) == {"army", "seat", "rank", "land", "quiet"}


def test_nothing_but_form_leaves_all_issues_in_common() -> None:
    before, after = _loaded(BASE), _edited([("title: Truce", "title: 'Truce'")])

    assert _common(before, after) == {"truce", "army", "seat", "rank", "land", "quiet"}


def test_an_outcome_leaves_all_other_issues_in_common() -> None:
    before, after = _loaded(BASE), _edited([("value: 9 days", "value: 8 days")])

    assert _common(before, after) == {"truce", "army", "seat", "rank", "land"}


def test_a_head_of_a_document_leaves_what_others_say_in_common() -> None:
    before, after = _loaded(BASE), _edited([("    date: 2025-05-29", "    date: 2025-05-28")])

    # The speech stands on the first four, of which one is heard of in the report alone.
    assert _common(before, after) == {"land", "quiet"}


@pytest.mark.parametrize(
    "said",
    [
        "{as: heard}",
        "{parts: {land: {as: heard}, sea: 1 day}}",
        "{parts: {land: 1 day}, rest: {as: heard}}",
    ],
)
def test_what_is_as_in_a_document_that_is_not_there_yet_may_differ(said: str) -> None:
    text = with_prelude("""
    issues:
      truce: {topic: War, title: Truce, kind: duration, parts: {land: Land, sea: Sea}}
      flag: {topic: War, title: Flag, kind: duration}
    memoranda:
      heard: {party: north, form: report, date: 2025-05-20, sources: [paper], positions: {flag: 3 days, truce: 5 days}}
      word: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: SAID}}
    """).replace("SAID", said)
    before, after = positions.loads(text), positions.loads(text.replace("05-20", "07-20"))
    assert before.dossier is not None
    assert after.dossier is not None

    found = difference(before.dossier, after.dossier)
    assert [one.issue.id for one in found.issues] == ["truce", "flag"]


def test_what_is_based_on_a_word_that_is_not_there_yet_may_differ_anywhere() -> None:
    text = with_prelude("""
    issues: {truce: {topic: War, title: Truce, kind: duration}, flag: {topic: War, title: Flag, kind: duration}}
    memoranda:
      word: {party: north, form: statement, date: 2025-05-20, sources: [paper], positions: {flag: 3 days}}
      plan: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], based_on: word}
      more: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
    """)
    before, after = positions.loads(text), positions.loads(text.replace("05-20", "07-20"))

    assert before.dossier is not None
    assert after.dossier is not None

    found = difference(before.dossier, after.dossier)
    assert [one.issue.id for one in found.issues] == ["truce", "flag"]


def test_what_is_no_dossier_is_compared_with_none() -> None:
    with pytest.raises(LookupError, match="no dossier on one side"):
        loaded_difference(positions.loads(BASE), positions.loads("["))
