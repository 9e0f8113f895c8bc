"""What belongs to an option across issues, and how do the issues stand when it is fixed?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from positions.analysis.packages import packages
from positions.cli import main as cli
from positions.comparison.compare import compare
from positions.comparison.rows import Status
from positions.model.moment import Moment
from positions.values import Relation
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from positions.model.dossier import Dossier

TALKS = """
    parties:
      north: {name: North}
      south: {name: South}
      west: {name: West}
      guide: {name: Guide, role: mediator}
    issues:
      truce: {topic: T, title: Truce, kind: duration}
      guard: {topic: T, title: Guard, kind: duration, parts: {hill: {title: Hill}, lake: {title: Lake}}}
      rest: {topic: T, title: Rest, kind: duration}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: [paper]
        options:
          fast: {title: Fast track, group: pace}
          slow: {title: Slow track, group: pace}
          paid: {title: Paid for}
        positions:
          truce: {alternatives: {fast: {value: 10 days, clause: "1"}, slow: {value: 20 days, scope: all of it}}}
          guard: {parts: {hill: {alternatives: {slow: 5 days}}, lake: {alternatives: {slow: 5 days}}}}
          rest: {alternatives: {slow: undisclosed, paid: 4 days}}
      offer:
        party: south
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        options: {warm: {title: Warm}, cold: {title: Cold}}
        positions:
          truce: 15 days
          rest: {alternatives: {warm: 4 days, cold: 9 days}}
      paper:
        {party: guide, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], positions: {truce: at least 10 days}}
"""


@pytest.fixture
def talks() -> Dossier:
    import positions

    found = positions.loads(with_prelude(TALKS)).dossier
    assert found is not None
    return found


def test_every_option_has_what_is_said_under_it_alone(talks: Dossier) -> None:
    found = {one.option.id: one for one in packages(talks)}
    assert list(found) == ["fast", "slow", "paid", "warm", "cold"]
    said = {
        name: [(one.row.issue.id, one.line.part) for one in package.provisions]
        for name, package in found.items()
    }
    assert said == {
        "fast": [("truce", "")],
        "slow": [("truce", ""), ("guard", "hill"), ("guard", "lake"), ("rest", "")],
        "paid": [("rest", "")],
        "warm": [("rest", "")],
        "cold": [("rest", "")],
    }
    assert [row.issue.id for row in found["slow"].rows] == ["truce", "guard", "rest"]
    assert [document.id for document in found["fast"].documents] == ["plan"]


def test_totals_are_those_of_the_comparison_with_the_option_fixed(talks: Dossier) -> None:
    for one in packages(talks):
        fixed = compare(talks, options={one.party: [one.option.id]})
        assert one.comparison.counts == fixed.counts
        assert one.comparison.convergence == fixed.convergence
        assert {row.issue.id: row.status for row in one.rows}.items() <= {
            row.issue.id: row.status for row in fixed.rows
        }.items()
        assert sum(one.counts.values()) == len(one.rows)
    fast, slow, *_ = packages(talks)
    assert fast.counts == {Status.DIVIDED: 1}
    assert slow.counts == {Status.NEAR: 1, Status.DIVIDED: 1, Status.UNCLEAR: 1}


def test_a_provision_lies_somewhere_to_every_other_column(talks: Dossier) -> None:
    found = {one.option.id: one for one in packages(talks)}
    (fast,) = found["fast"].provisions
    south, west, guide = fast.against
    assert (south.relation, south.distance and south.distance.text) == (Relation.APART, "5 days")
    assert (west.relation, str(west.blank)) == (None, "uncoded")
    assert (guide.relation, guide.terms_same) == (Relation.WITHIN, True)
    (paid,) = found["paid"].provisions
    assert paid.against[0].relation is Relation.WITHIN  # 4 days, or 9 days
    assert not found["slow"].provisions[0].against[0].terms_same


def test_a_branch_that_keeps_its_value_back_cannot_be_compared(dossier: Dossier) -> None:
    """
    issues: {a: {topic: T, title: A, kind: duration}}
    memoranda:
      plan:
        {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
         options: {fast: {title: Fast}, slow: {title: Slow}},
         positions: {a: {alternatives: {fast: undisclosed, slow: 3 days, other: 4 days}}}}
      offer:
        {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], positions: {a: 3 days}}
    """
    fast, slow = packages(dossier, options={"south": []})[:2]
    assert fast.provisions[0].against[0].relation is Relation.UNKNOWN
    assert slow.provisions[0].against[0].relation is Relation.SAME


def test_only_what_is_known_at_the_moment_is_a_package(talks: Dossier) -> None:
    assert packages(talks, as_of=Moment.parse("2025-05-01")) == ()
    early = packages(talks, as_of=Moment.parse("2025-05-25"))
    assert [one.option.id for one in early] == ["fast", "slow", "paid"]


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    (tmp_path / "positions.yaml").write_text(with_prelude(TALKS), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("[", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(arguments, open_ui=lambda *_: 7), *capsys.readouterr())

    return call


def test_packages_as_text(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("packages", "North=Fast track", "north=slow")
    assert (code, err) == (0, "")
    assert (
        out
        == """\
A test
as of: 2025-06-02

options
  North, Fast track: 1 issue: 1 divided; agreed or settled under it: 0 of 3
  North, Slow track: 3 issues: 1 near, 1 divided, 1 unclear; agreed or settled under it: 0 of 3

North, Fast track: 1 issue: 1 divided; agreed or settled under it: 0 of 3
  offered by: memorandum of 20 May 2025 (published)
  excludes: the other options of the group pace
  D Truce: 10 days
    clause: 1
    to South: 5 days apart
    to West: uncoded
    to Guide (mediator): within what it admits

North, Slow track: 3 issues: 1 near, 1 divided, 1 unclear; agreed or settled under it: 0 of 3
  offered by: memorandum of 20 May 2025 (published)
  excludes: the other options of the group pace
  D Truce: 20 days
    term: scope: all of it
    to South: 5 days apart
    to West: uncoded
    to Guide (mediator): within what it admits, on other terms
  X Guard, Hill, Lake: 5 days
    to South: silent
    to West: uncoded
    to Guide (mediator): silent
  N Rest: undisclosed
    to South: cannot be told
    to West: uncoded
    to Guide (mediator): silent
"""
    )


def test_packages_as_a_document_and_for_programs(run: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = run("packages", "south", "--option", "north=fast", "--format", "markdown")
    assert "- **under**: “Fast track” of North\n" in out
    assert "## South, Cold: 1 issue: 1 divided; agreed or settled under it: 0 of 3" in out
    _, out, _ = run("packages", "south=cold", "--option", "north=fast", "--format", "json")
    found = json.loads(out)
    assert found["fixed"] == {"north": [{"id": "fast", "title": "Fast track"}]}
    (cold,) = found["packages"]
    assert cold["option"] == {"id": "cold", "title": "Cold", "group": None}
    assert cold["provisions"][0]["against"][0] == {
        "party": "north",
        "relation": "apart",
        "terms_same": True,
        "distance": {"figure": 5, "text": "5 days", "about": False},
        "blank": None,
    }


def test_a_moment_without_options_says_so(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("packages", "--as-of", "2025-01-01")
    assert code == 0
    assert "options: no document that is known at this moment offers options\n" in out
    assert run("packages", "nroth")[0] == 2
    assert run("packages", "--file", "broken.yaml")[0] == 1
    assert run("packages", "north=fats")[2].endswith("Did you mean `fast`?\n")


def test_words_of_one_moment_that_differ_are_each_what_belongs_to_an_option(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "talks.yaml").write_text(
        with_prelude("""
    issues: {truce: {topic: T, title: Truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20T09:00
        sources: [paper]
        options: {fast: {title: Fast track}}
        positions: {truce: {alternatives: {fast: 10 days}}}
      word: {party: north, form: statement, date: 2025-05-20T09:00, sources: [paper], positions: {truce: 12 days}}
      offer: {party: south, form: memorandum, read: whole, date: 2025-05-20T09:00, sources: [paper],
              options: {warm: {title: Warm}}, positions: {truce: {alternatives: {warm: 12 days}}}}
        """),
        encoding="utf-8",
    )
    _, out, _ = run("packages", "--file", str(tmp_path / "talks.yaml"))

    assert "  X Truce: 10 days\n    in: memorandum of 20 May 2025, 09:00 (published)\n" in out
    assert "    to South: 2 days apart\n" in out
    # Which of North's two words is its own nobody can tell.
    assert "  X Truce: 12 days\n    to North: cannot be told\n" in out
