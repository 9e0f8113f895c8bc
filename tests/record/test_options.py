"""What is left of the record when a party's option is fixed?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.comparison.cell_lines import LineWords
from positions.comparison.compare import compare
from positions.comparison.rows import Status
from positions.model.dossier import Blank
from positions.record.options import choose_options, clashing, options_of, under_options
from positions.record.settle import record
from tests.from_docstring import with_prelude
from tests.strategies import OPTIONS, plain_data

if TYPE_CHECKING:
    from positions.loader import Loaded
    from positions.model.dossier import Dossier
    from positions.record.settle import Standing


def told(dossier: Dossier, issue: str, *options: str, part: str = "") -> str:
    """How North stands under its options: its branches, or the blank."""
    choice = choose_options(dossier, {"north": options} if options else {})
    standing = record(dossier, None, choice).standing("north", issue, part)
    if not standing.speaks:
        under = f" under {', '.join(standing.under)}" if standing.under else ""
        return f"{standing.blank}{under}"
    said = [
        f"{label}: {LineWords(dossier, dossier.issues[issue], part).value(position)}"
        for label, position in standing.branches
    ]
    return "; ".join(said) + (" (older)" if standing.older else "")


def test_only_branches_of_the_chosen_option_stay(dossier: Dossier) -> None:
    """
    issues:
      a: {topic: T, title: Truce, kind: choice, options: {x: X, y: Y, z: Z}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        options:
          fast: {title: Fast track, group: pace}
          slow: {title: Slow track, group: pace}
          paid: {title: Paid for, group: money}
        positions:
          a: {alternatives: {fast: x, slow: y, paid: z, as reported: y}}
    """
    assert told(dossier, "a").count(":") == 4
    fast = told(dossier, "a", "fast")
    assert [said.partition(":")[0] for said in fast.split("; ")] == ["fast", "paid", "as reported"]
    both = told(dossier, "a", "slow", "paid")
    assert [said.partition(":")[0] for said in both.split("; ")] == ["slow", "paid", "as reported"]


PLAN = """
    issues:
      a: {topic: T, title: Truce, kind: duration}
      b: {topic: T, title: Pause, kind: duration}
    memoranda:
      before:
        party: north
        form: statement
        date: 2025-05-01
        sources: [paper]
        positions: {a: 3 days}
      plan:
        party: north
        form: FORM
        date: 2025-06-01
        read: whole
        disclosure: KNOWN
        sources: [paper]
        options:
          fast: {title: Fast track, group: pace}
          slow: {title: Slow track, group: pace}
        positions:
          a: {alternatives: {slow: 10 days}}
          b: {alternatives: {slow: 20 days}}
"""


@pytest.mark.parametrize(
    ("form", "known", "on_a", "on_b"),
    [
        ("memorandum", "reviewed", "silent under Fast track", "silent under Fast track"),
        ("memorandum", "partial", "undisclosed under Fast track", "undisclosed under Fast track"),
        ("statement", "published", ": 3 days", "uncoded"),
        ("report", "published", ": 3 days", "uncoded"),
    ],
)
def test_an_option_without_a_provision_leaves_what_its_document_would_leave(
    form: str, known: str, on_a: str, on_b: str
) -> None:
    text = PLAN.replace("FORM", form).replace("KNOWN", known)
    found = positions.loads(with_prelude(text)).dossier
    assert found is not None
    assert (told(found, "a", "fast"), told(found, "b", "fast")) == (on_a, on_b)


def test_a_blank_under_an_option_says_so(dossier: Dossier) -> None:
    """
    issues:
      a: {topic: T, title: Truce, kind: duration}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        options:
          fast: {title: Fast track, group: pace}
          slow: {title: Slow track, group: pace}
        positions:
          a: {alternatives: {slow: 10 days}}
      offer:
        {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {a: 9 days}}
    """
    row = compare(dossier, options={"north": ["fast"]}).rows[0]
    assert row.status is Status.ONE_SIDED
    assert row.whole.sentence == (
        "South wants 9 days. Under “Fast track”, North's text has nothing on this."
    )
    whole = compare(dossier, options={})
    assert whole.rows[0].status is Status.DIVIDED
    assert whole.options == {}
    fixed = compare(dossier, options={"north": ["slow"]})
    assert under_options(dossier, fixed.options) == "“Slow track” of North"
    assert fixed.rows[0].status is Status.DIVIDED


def test_words_of_one_moment_conflict_only_under_the_options_where_they_differ(
    loaded: Loaded,
) -> None:
    """
    issues:
      a: {topic: T, title: Truce, kind: duration}
    memoranda:
      one:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        options:
          fast: {title: Fast track, group: pace}
          slow: {title: Slow track, group: pace}
        positions:
          a: {alternatives: {fast: 5 days, slow: 10 days}}
      two:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        positions:
          a: {alternatives: {fast: 5 days, slow: 20 days}}
    """
    dossier = loaded.dossier
    assert dossier is not None
    assert record(dossier).standing("north", "a").conflicts
    for option, conflicts in (("fast", 0), ("slow", 1)):
        choice = choose_options(dossier, {"north": [option]})
        found = record(dossier, None, choice).standing("north", "a")
        assert [label for label, _ in found.branches] == [option]
        assert len(found.conflicts) == conflicts


def test_options_without_a_group_exclude_each_other_only_side_by_side(dossier: Dossier) -> None:
    """
    issues:
      a: {topic: T, title: Truce, kind: choice, options: {x: X, y: Y}}
      b: {topic: T, title: Pause, kind: choice, options: {x: X, y: Y}}
      c: {topic: T, title: Rest, kind: choice, options: {x: X, y: Y}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        options: {roads: {title: Roads}, ports: {title: Ports}}
        positions:
          a: {alternatives: {roads: x, ports: y}}
          b: {alternatives: {ports: y, free: x}}
          c: x
    """
    assert told(dossier, "a", "roads").startswith("roads: ")
    assert ";" not in told(dossier, "a", "roads")
    assert told(dossier, "b") == told(dossier, "b", "roads") == "ports: Y; free: X; roads: "
    assert told(dossier, "c", "roads") == told(dossier, "c")
    assert told(dossier, "a", "roads", "ports") == told(dossier, "a")


def test_parts_are_cut_one_by_one(dossier: Dossier) -> None:
    """
    issues:
      a: {topic: T, title: Land, kind: duration, parts: {hill: {title: Hill}, lake: {title: Lake}}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        options:
          fast: {title: Fast track, group: pace}
          slow: {title: Slow track, group: pace}
        positions:
          a: {parts: {hill: {alternatives: {slow: 10 days}}, lake: 4 days}}
    """
    assert told(dossier, "a", "fast", part="hill") == "silent under Fast track"
    assert told(dossier, "a", "fast", part="lake") == told(dossier, "a", part="lake")


def test_an_option_belongs_to_the_first_document_of_the_party_that_offers_it(
    dossier: Dossier,
) -> None:
    """
    issues: {a: {topic: T, title: Truce, kind: duration}}
    memoranda:
      one:
        {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
         options: {fast: {title: Fast track, group: pace}, slow: {title: Slow, group: pace}}}
      two:
        {party: north, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
         options: {fast: {title: Faster, group: pace}, free: {title: Free}}}
      three:
        {party: south, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
         options: {other: {title: Other}}}
    """
    found = options_of(dossier.memoranda.values(), "north")
    assert {name: option.title for name, option in found.items()} == {
        "fast": "Fast track",
        "slow": "Slow",
        "free": "Free",
    }
    assert clashing(found.values()) == (found["fast"], found["slow"])
    assert clashing([found["fast"], found["free"], found["fast"]]) is None
    assert choose_options(dossier, {"north": ["fast", "free"], "south": []}).ids == {
        "north": ("fast", "free")
    }
    with pytest.raises(LookupError, match="no such option of north: other"):
        choose_options(dossier, {"north": ["other"]})
    with pytest.raises(LookupError, match="no such option of nobody: fast"):
        choose_options(dossier, {"nobody": ["fast"]})
    with pytest.raises(ValueError, match="options of north that exclude each other: fast, slow"):
        choose_options(dossier, {"north": ["fast", "slow"]})


# ------------------------------------------------------------------------------------ laws

LABELS = ("fast", "slow", "open", "reported")
"""Two options of one group, one of none, and a label that is no option."""


@st.composite
def talks(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a dossier of two or three parties that each offer options in one document."""
    kind = draw(st.sampled_from(["duration", "choice", "quantity"]))
    written = plain_data(kind)
    position = written | st.fixed_dictionaries(
        {
            "alternatives": st.dictionaries(
                st.sampled_from(LABELS), written | st.just("silent"), min_size=1
            )
        }
    )
    issue: dict[str, Any] = {"topic": "T", "title": "T", "kind": kind}
    if kind == "choice":
        issue["options"] = dict(OPTIONS)
    issues = {f"i{number}": issue for number in range(draw(st.integers(1, 2)))}
    memoranda = {
        party: {
            "party": party,
            "form": draw(st.sampled_from(["memorandum", "statement"])),
            "date": "2025-06-01",
            "disclosure": draw(st.sampled_from(["reviewed", "partial"])),
            "sources": ["paper"],
            "options": {
                "fast": {"title": "Fast", "group": "pace"},
                "slow": {"title": "Slow", "group": "pace"},
                "open": {"title": "Open"},
            },
            "positions": {name: draw(position) for name in issues},
        }
        for party in ("north", "south", "west")[: draw(st.integers(2, 3))]
    }
    return {
        "dossier": {"format": "1", "title": "T", "as_of": "2025-06-02"},
        "parties": {name: {"name": name.title()} for name in memoranda},
        "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
        "issues": issues,
        "memoranda": memoranda,
    }


def lined_up(data: dict[str, Any]) -> Dossier:
    dossier = positions.loads(json.dumps(data)).dossier
    assert dossier is not None
    return dossier


CHOICES = [["fast"], ["slow"], ["open"], ["fast", "open"]]


@given(talks(), st.sampled_from(CHOICES))
def test_the_comparison_under_an_option_is_consistent_with_the_whole(
    data: dict[str, Any], chosen: list[str]
) -> None:
    dossier = lined_up(data)
    whole, fixed = compare(dossier), compare(dossier, options={"north": chosen})
    for before, after in zip(whole.rows, fixed.rows, strict=True):
        said = {party: one for party, one in before.whole.standings.items() if one.speaks}
        still = {party: one for party, one in after.whole.standings.items() if one.speaks}
        # Nobody says more than before, and only the one party says less.
        assert still.keys() <= said.keys()
        assert said.keys() - still.keys() <= {"north"}
        for party, one in still.items():
            assert set(dict(one.branches)) <= set(dict(said[party].branches))
            assert party == "north" or one == said[party]
        if len(said) == len(still):
            # Fewer branches never bring parties together who had no outcome in common.
            if before.status is Status.DIVIDED:
                assert after.status is Status.DIVIDED
            # Where all branches of all say the same, so does each.
            one_branch = {
                position.substance() for one in said.values() for _, position in one.branches
            }
            if before.status is Status.AGREED and len(one_branch) == 1:
                assert after.status is Status.AGREED


@given(talks(), st.sampled_from(CHOICES))
def test_a_relation_under_an_option_is_one_of_the_whole(
    data: dict[str, Any], chosen: list[str]
) -> None:
    dossier = lined_up(data)
    whole = compare(dossier, parties=["south", "north"])
    fixed = compare(dossier, parties=["south", "north"], options={"north": chosen})
    for before, after in zip(whole.rows, fixed.rows, strict=True):
        if before.whole.pairs:
            assert set(after.whole.pairs) <= set(before.whole.pairs)
        else:  # one camp, or one speaks alone: what is compared now was compared then
            south, north = after.whole.standings.values()
            first, second = before.whole.standings.values()
            if south.speaks and north.speaks:
                assert set(labelled(south)) == set(labelled(first))
                assert set(labelled(north)) <= set(labelled(second))


def labelled(standing: Standing) -> list[tuple[str, str]]:
    return [(label, str(position.value)) for label, position in standing.branches]


@given(talks(), st.sampled_from(CHOICES))
def test_choosing_again_changes_nothing(data: dict[str, Any], chosen: list[str]) -> None:
    dossier = lined_up(data)
    choice = choose_options(dossier, {"north": chosen})
    for document in dossier.memoranda.values():
        for position in document.positions.values():
            once = choice.cut(document, position)
            assert once is None or choice.cut(document, once) == once
    settled = record(dossier, None, choice)
    for standing in settled.standings.values():
        if standing.blank is Blank.SILENT and standing.entry is None:
            assert (standing.party == "north") == bool(standing.under)


@given(talks())
def test_the_options_of_a_group_together_are_the_whole(data: dict[str, Any]) -> None:
    dossier = lined_up(data)
    found = [
        record(dossier, None, choose_options(dossier, {"north": [option]}))
        for option in ("fast", "slow")
    ]
    for (party, issue, part), whole in record(dossier).standings.items():
        if whole.speaks:
            under = [one.standing(party, issue, part) for one in found]
            labels = {
                label
                for one in under
                if one.speaks
                for label, branch in one.branches
                if branch.unstated is None
            }
            assert labels == {label for label, one in whole.branches if one.unstated is None}
