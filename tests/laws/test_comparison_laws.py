"""Laws of a comparison, whatever the dossier: order, pairs, silence, agreement, and no exception."""

from __future__ import annotations

import copy
import json
from itertools import combinations, islice, permutations, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import positions
from positions.comparison.compare import narrowed
from positions.comparison.rows import Comparison, Line, Row, Status
from positions.model.dossier import Blank
from positions.reading.reader import read
from positions.values import KINDS, GapType, Relation
from tests.from_docstring import with_prelude
from tests.paths import ROOT
from tests.strategies import ITEMS, OPTIONS, plain_data

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (
        *sorted((ROOT / "tests" / "dossiers").glob("*.yaml")),
        ROOT / "data" / "positions.yaml",
    )
}
EXAMPLES = min(settings().max_examples, 400)
"""Of each dossier: it takes a while to read a whole one."""

SPOKEN_PARTIES = "abcd"
BLANKS = st.sampled_from([str(blank) for blank in Blank if blank is not Blank.UNREADABLE])

ISSUES: dict[str, dict[str, object]] = {
    "duration": {},
    "quantity": {"unit": "prisoners"},
    "exchange": {"unit": "prisoners", "between": ["a", "b"]},
    "date": {},
    "choice": {"options": OPTIONS},
    "checklist": {"items": {name: title for name, title in ITEMS.items() if name != "on"}},
    "scale": {"ends": ["None", "All"]},
    "ladder": {"kind": "choice", "options": OPTIONS, "ordered": True},
    "text": {},
}
NEAR = {
    "duration": ["1 day", "2 weeks"],
    "quantity": ["1", "1,000"],
    "exchange": ["2"],
    "date": ["3 days"],
    "checklist": ["1 item"],
    "scale": ["10 points"],
    "ladder": ["1 step"],
}
"""Thresholds that issues of each case may declare."""


def _values(kind: str) -> st.SearchStrategy[object]:
    if kind == "text":
        return st.sampled_from(["white", "black", "White"])
    if kind == "checklist":
        return st.sampled_from(
            ["none", ["a"], ["a", "b"], {"only": ["a"]}, {"demand": ["b"], "refuse": ["a"]}]
        )
    return plain_data(kind)


def _positions(kind: str) -> st.SearchStrategy[object]:
    """Positions in all their forms; a few values, so that parties meet, touch and agree."""
    terms = st.fixed_dictionaries(
        {},
        optional={
            "conditions": st.sampled_from(["none", ["go"], "no delay"]),
            "starts": st.sampled_from(["go", "at dawn"]),
            "renewable": st.sampled_from(["true", "7 days", "1 week"]),
        },
    )
    long = st.builds(lambda value, more: {"value": value, **more}, _values(kind), terms)
    branch = st.one_of(long, long, BLANKS)
    branches = st.dictionaries(st.sampled_from("xyz"), branch, min_size=1, max_size=3)
    single = st.one_of(_values(kind), long)
    return st.one_of(single, single, branches.map(lambda found: {"alternatives": found}), BLANKS)


@st.composite
def talks(draw: st.DrawFn, most: int = 4) -> dict[str, Any]:
    """A dossier as plain data: one or two issues, with or without parts, and up to four parties."""
    parties = list(SPOKEN_PARTIES[: draw(st.integers(2, most))])
    issues: dict[str, dict[str, object]] = {}
    memoranda: dict[str, dict[str, Any]] = {
        f"m-{party}": {
            "party": party,
            "form": draw(st.sampled_from(["memorandum", "memorandum", "statement", "report"])),
            "date": draw(st.sampled_from(["2025-05-20", "2025-05-20", "2025-05-21T09:00"])),
            "disclosure": draw(st.sampled_from(["published", "published", "partial", "withheld"])),
            "read": draw(st.sampled_from(["whole", "whole", "part"])),
            "sources": "paper",
            "positions": {},
        }
        for party in parties
    }
    for document in memoranda.values():
        if document["disclosure"] == "withheld":
            del document["read"]  # nobody has read what is withheld
    if draw(st.booleans()):
        memoranda["more"] = {**memoranda["m-a"], "form": "statement", "positions": {}}
    for name in ("one", "two")[: draw(st.integers(1, 2))]:
        kind = draw(st.sampled_from(sorted(ISSUES)))
        parts = draw(st.booleans())
        issues[name] = {"topic": "T", "title": name, "kind": kind, **ISSUES[kind]}
        if kind in NEAR and draw(st.booleans()):
            issues[name]["near"] = draw(st.sampled_from(NEAR[kind]))
        if parts:
            issues[name]["parts"] = {"p": "P", "q": "Q"}
        pool = draw(st.lists(_positions(kind), min_size=1, max_size=3))
        for document in memoranda.values():
            if not draw(st.integers(0, 4)):
                continue
            said = draw(st.sampled_from(pool))
            if parts and draw(st.booleans()):
                said = {"parts": {"p": said}}
                if draw(st.booleans()):
                    said["rest"] = draw(st.sampled_from(pool))
            document["positions"][name] = said
    return {
        "dossier": {"format": "1", "title": "T", "as_of": "2025-06-01"},
        "parties": {party: {"name": party.upper()} for party in parties},
        "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
        "events": {"go": {"title": "The signal"}},
        "issues": issues,
        "memoranda": memoranda,
    }


def loaded_talks(data: dict[str, Any]) -> Dossier:
    loaded = positions.loads(json.dumps(data), "talks.yaml")
    errors = [str(one) for one in loaded.problems if one.severity == "error"]
    # Two terms of one value may contradict each other (`less than 3, or 2 days`, backwards).
    assume(not [one for one in errors if "unreadable-value" in one])
    assert loaded.dossier is not None
    assert not errors
    return loaded.dossier


def _lines(row: Row) -> tuple[Line, ...]:
    return (row.whole, *row.parts)


def _camps(line: Line) -> set[frozenset[str]]:
    return {frozenset(camp) for camp in line.camps}


@given(talks())
def test_the_order_of_the_parties_changes_nothing(data: dict[str, Any]) -> None:
    dossier = loaded_talks(data)
    straight = positions.compare(dossier)
    for order in list(permutations(dossier.parties))[1::5]:
        turned = positions.compare(dossier, parties=order)
        assert turned.counts == straight.counts
        assert turned.convergence == straight.convergence
        assert (turned.spoken, turned.cells) == (straight.spoken, straight.cells)
        for row, other in zip(straight.rows, turned.rows, strict=True):
            for line, turned_line in zip(_lines(row), _lines(other), strict=True):
                assert turned_line.status is line.status
                assert _camps(turned_line) == _camps(line)
                for first, second in combinations(order, 2):
                    assert turned_line.relation(first, second) is line.relation(first, second)
                figures = [one.distance and one.distance.figure for one in (line, turned_line)]
                assert figures[0] == figures[1]


@given(talks())
def test_two_parties_stand_to_each_other_as_they_do_among_many(data: dict[str, Any]) -> None:
    dossier = loaded_talks(data)
    many = positions.compare(dossier)
    for first, second in combinations(dossier.parties, 2):
        pair = positions.compare(dossier, parties=[first, second])
        for row, among in zip(pair.rows, many.rows, strict=True):
            for line, other in zip(_lines(row), _lines(among), strict=True):
                found = line.relation(first, second)
                assert found is other.relation(first, second)
                assert found is None or found.swapped is other.relation(second, first)
                together = any({first, second} <= camp for camp in _camps(other))
                assert together is any({first, second} <= camp for camp in _camps(line))


@given(talks())
def test_a_comparison_narrowed_to_some_parties_is_theirs_alone(data: dict[str, Any]) -> None:
    dossier = loaded_talks(data)
    many = positions.compare(dossier)
    for some in combinations(list(dossier.parties)[::-1], 2):
        alone, found = positions.compare(dossier, parties=some), narrowed(many, some)
        assert found == alone
        for row, other in zip(found.rows, alone.rows, strict=True):
            assert row.whole.gaps == other.whole.gaps
            assert row.whole.sentence == other.whole.sentence


@given(talks(most=3))
def test_a_party_that_is_silent_everywhere_takes_agreement_away_and_nothing_else(
    data: dict[str, Any],
) -> None:
    before = positions.compare(loaded_talks(data))
    more = copy.deepcopy(data)
    more["parties"]["z"] = {"name": "Z"}
    more["memoranda"]["m-z"] = {
        "party": "z",
        "form": "memorandum",
        "date": "2025-05-20",
        "read": "whole",
    }
    after = positions.compare(loaded_talks(more))

    assert after.convergence.least == after.convergence.possible == 0
    assert after.spoken == before.spoken
    assert after.cells == before.cells + sum(len(row.leaves) for row in before.rows)
    for row, other in zip(before.rows, after.rows, strict=True):
        for line, found in zip(row.leaves, other.leaves, strict=True):
            agreed = line.status is Status.AGREED
            assert found.status is (Status.ONE_SIDED if agreed else line.status)
            assert found.camps == line.camps
            # It is told of it, once on each line on which another speaks.
            added = [gap for gap in found.gaps if gap.parties == ("z",)]
            assert [gap.type for gap in added] == [GapType.PRESENCE] * bool(line.camps)
            assert [gap for gap in found.gaps if gap not in added] == list(line.gaps)


@given(talks(), st.sampled_from(["silent", "unseen", "undisclosed", "uncoded", "declined"]))
def test_whoever_is_missing_keeps_a_row_from_being_agreed(data: dict[str, Any], blank: str) -> None:
    more = copy.deepcopy(data)
    more["parties"]["z"] = {"name": "Z"}
    more["memoranda"]["m-z"] = {
        "party": "z",
        "form": "statement",
        "date": "2025-05-20",
        "sources": "paper",
        "positions": dict.fromkeys(data["issues"], blank),
    }

    found = positions.compare(loaded_talks(more))

    assert found.counts[Status.AGREED] == 0
    assert found.convergence.least == 0


@given(talks(most=3))
def test_who_does_not_mind_changes_no_status_of_those_who_speak(data: dict[str, Any]) -> None:
    more = copy.deepcopy(data)
    more["parties"]["z"] = {"name": "Z"}
    more["memoranda"]["m-z"] = {
        "party": "z",
        "form": "statement",
        "date": "2025-05-20",
        "sources": "paper",
        "positions": dict.fromkeys(data["issues"], "indifferent"),
    }
    before = {row.issue.id: row for row in positions.compare(loaded_talks(data)).rows}
    for row in positions.compare(loaded_talks(more)).rows:
        if row.issue.id in before:
            assert row.status is before[row.issue.id].status


@given(talks())
def test_a_row_is_never_agreed_of_which_some_two_are_not(data: dict[str, Any]) -> None:
    comparison = positions.compare(loaded_talks(data))
    indifferent = {Blank.INDIFFERENT}
    for first, second in combinations(data["parties"], 2):
        pair = narrowed(comparison, (first, second))
        for row in comparison.rows:
            if row.status is Status.AGREED:
                two = pair.row(row.issue.id)
                blank = {one.blank for line in two.leaves for one in line.standings.values()}
                spoken = all(one.speaks for line in two.leaves for one in line.standings.values())
                assert two.status is Status.AGREED or blank & indifferent or not spoken


@given(talks())
def test_a_row_is_agreed_only_where_nothing_differs(data: dict[str, Any]) -> None:
    comparison = positions.compare(loaded_talks(data))
    for row in comparison.rows:
        for line in _lines(row):
            if line.status is Status.AGREED:
                assert {gap.type for gap in line.gaps} <= {GapType.PRESENCE, GapType.DISCLOSURE}
                assert line.distance is None
                assert len(line.camps) == 1
                assert all(pair.same for pair in line.pairs)
            if any(not pair.same for pair in line.pairs):
                assert line.status is not Status.AGREED
            conflicts = any(one.conflicts for one in line.standings.values() if one.speaks)
            if line.standings and not conflicts and len(line.camps) > 1:
                assert line.status is not Status.AGREED
                assert line.gaps


@given(talks())
def test_a_line_is_divided_exactly_where_its_kind_finds_no_common_outcome(
    data: dict[str, Any],
) -> None:
    dossier = loaded_talks(data)
    for row in positions.compare(dossier).rows:
        kind = KINDS[row.issue.kind]
        for line in row.leaves:
            speaking = [one for one in line.standings.values() if one.speaks]
            single = all(len(one.branches) == 1 and not one.conflicts for one in speaking)
            values = [position.value for one in speaking for _, position in one.branches]
            if any(one.position.rest for one in speaking):
                continue
            known = [value for value in values if value is not None]
            if len(speaking) < 2 or not single or len(known) < len(values):
                continue
            frame, most = dossier.frames[row.issue.id, line.part], row.issue.near
            meets = kind.meet(known, frame)
            near = most is not None and all(
                kind.relate(one, other, frame).meets
                or ((far := kind.distance(one, other, frame)) and far.no_greater_than(most))
                for one, other in combinations(known, 2)
                if one is not other
            )
            assert (line.status is Status.DIVIDED) is (meets is False and not near)
            apart = [pair for pair in line.pairs if pair.relation is Relation.APART]
            assert not apart or line.status in {Status.DIVIDED, Status.NEAR}
            assert not apart or near or line.status is Status.DIVIDED


def _branches(data: dict[str, Any]) -> list[tuple[dict[str, Any], str, list[str]]]:
    """The documents' positions that have alternatives: where each stands, and its labels."""
    return [
        (document["positions"], issue, list(said["alternatives"]))
        for document in data["memoranda"].values()
        for issue, said in document["positions"].items()
        if isinstance(said, dict) and "alternatives" in said
    ]


def _speakers(row: Row) -> list[str]:
    return [party for party, one in row.whole.standings.items() if one.speaks]


@given(talks(most=3))
def test_the_whole_is_consistent_with_each_choice_of_branches(data: dict[str, Any]) -> None:
    choices = list(islice(product(*(labels for _, _, labels in _branches(data))), 5))
    whole = positions.compare(loaded_talks(data))
    under: dict[str, set[Status]] = {}
    for choice in choices:
        fixed = copy.deepcopy(data)
        for (places, issue, _), label in zip(_branches(fixed), choice, strict=True):
            places[issue] = places[issue]["alternatives"][label]
        for row in positions.compare(loaded_talks(fixed)).rows:
            # With one branch chosen an issue may not be raised at all: it is among the others then.
            among = whole.row(row.issue.id)
            # The branches of parts are not chosen here.
            if not row.parts and _speakers(row) == _speakers(among):
                under.setdefault(row.issue.id, set()).add(row.status)
    complete = len(choices) < 5
    for row in whole.rows:
        found = under.get(row.issue.id, set())
        if row.status is Status.DIVIDED:
            assert found <= {Status.DIVIDED}
        if row.status is Status.AGREED and complete and found:
            assert Status.AGREED in found
        if row.status in {Status.NEAR, Status.COMPATIBLE} and complete and found:
            assert found & {Status.AGREED, Status.NEAR, Status.COMPATIBLE, Status.ONE_SIDED}


@given(talks())
def test_counts_coverage_and_convergence_keep_their_bounds(data: dict[str, Any]) -> None:
    comparison = positions.compare(loaded_talks(data))
    found = comparison.convergence

    assert sum(comparison.counts.values()) == len(comparison.rows)
    assert found.rows == len(comparison.rows)
    assert 0 <= found.least <= found.possible <= found.rows
    assert found.most in {found.possible, None}
    assert 0 <= comparison.spoken <= comparison.cells
    assert found.least <= comparison.counts[Status.AGREED] + comparison.counts[Status.SETTLED]


@given(talks())
def test_the_status_of_a_whole_is_that_of_its_most_contested_part(data: dict[str, Any]) -> None:
    order = [
        *(Status.DIVIDED, Status.UNCLEAR, Status.UNDISCLOSED, Status.ONE_SIDED),
        *(Status.COMPATIBLE, Status.NEAR, Status.AGREED),
    ]
    for row in positions.compare(loaded_talks(data)).rows:
        if not row.parts:
            continue
        spoken = [line.status for line in row.parts if line.camps]
        if not spoken:
            assert row.status in {Status.UNDISCLOSED, Status.UNCLEAR, Status.OPEN}
        else:
            first = next(status for status in order if status in spoken)
            assert row.status in {first, Status.ONE_SIDED} if first is order[-1] else [first]


def _land(hill: tuple[str, ...], lake: tuple[str, ...]) -> Row:
    """The row of an issue with two parts, from what each party says on the one and the other."""
    dossier = positions.loads(
        with_prelude(
            "parties: {a: {name: A}, b: {name: B}, c: {name: C}}\n"
            "issues: {land: {topic: T, title: L, kind: duration, parts: {hill: Hill, lake: Lake}}}\n"
            "memoranda:\n"
            + "".join(
                f"  {party}: {{party: {party}, form: report, date: 2025-05-20, sources: paper, "
                f"positions: {{land: {{parts: {{hill: {one}, lake: {other}}}}}}}}}\n"
                for party, one, other in zip("abc", hill, lake, strict=False)
            )
        )
    ).dossier
    assert dossier is not None
    return positions.compare(dossier).row("land")


@pytest.mark.parametrize(
    ("hill", "lake", "status"),
    [
        (("3 days",) * 3, ("4 days",) * 3, Status.AGREED),
        (("3 days", "3 days", "silent"), ("4 days", "4 days", "silent"), Status.ONE_SIDED),
        (("3 days",) * 3, ("silent", "4 days", "4 days"), Status.ONE_SIDED),
        (("3 days",) * 3, ("silent",) * 3, Status.AGREED),
        (("3 days",) * 3, ("undisclosed",) * 3, Status.ONE_SIDED),
        (("3 days",) * 3, ("unseen", "silent", "silent"), Status.ONE_SIDED),
        (("3 days",) * 3, ("4 days", "uncoded", "uncoded"), Status.UNCLEAR),
        (("3 days", "3 days", "at least 3 days"), ("undisclosed",) * 3, Status.NEAR),
        (("3 days", "3 days", "silent"), ("4 days", "undisclosed", "silent"), Status.UNDISCLOSED),
    ],
)
def test_a_whole_is_agreed_only_by_those_who_agree_on_every_part(
    hill: tuple[str, ...], lake: tuple[str, ...], status: Status
) -> None:
    assert _land(hill, lake).status is status


@pytest.mark.parametrize(
    ("hill", "lake", "whole"),
    [
        ("same", "same", Relation.SAME),
        ("same", "within", Relation.WITHIN),
        ("contains", "same", Relation.CONTAINS),
        ("contains", "within", Relation.OVERLAPS),
        ("overlaps", "same", Relation.OVERLAPS),
        ("same", "unknown", Relation.UNKNOWN),
        ("unknown", "apart", Relation.APART),
        ("same", "blank", Relation.SAME),
        ("blank", "blank", None),
    ],
)
def test_the_relation_of_a_whole_is_the_product_of_its_parts(
    hill: str, lake: str, whole: Relation | None
) -> None:
    said = {
        "same": ("3 days", "3 days"),
        "within": ("3 days", "1-5 days"),
        "contains": ("1-5 days", "3 days"),
        "overlaps": ("1-5 days", "3-9 days"),
        "apart": ("3 days", "9 days"),
        "unknown": ("3 days", "to be agreed"),
        "blank": ("3 days", "silent"),
    }
    line = _land(said[hill], said[lake]).whole
    assert line.relation("a", "b") is whole
    assert line.relation("b", "a") is (whole and whole.swapped)


# ------------------------------------------------------------- whatever happens to a dossier

ODD = (
    *(
        "",
        "~",
        "[]",
        "{}",
        "[[]]",
        "{a: {b: [c]}}",
        "&a x",
        "*a",
        "!!int 3",
        "<<",
        "'",
        '"',
        "|",
        ">-",
    ),
    *(
        "silent",
        "unreadable",
        "none",
        "to be agreed",
        "2025-02-30",
        "2025-06-02T25:00",
        "-1",
        "1e999",
    ),
    *(
        "9" * 400,
        "\u202ex",
        "\x1b[31m",
        "\ud800",
        "0",
        "true",
        "a or b",
        "#",
        "- x",
        ": ",
        "{value}",
    ),
)
JUNK: tuple[Any, ...] = (
    *(None, "", "x", [], {}, [[]], [None], {"a": None}, {"": ""}, "silent", "30 days", ["a", "a"]),
    *(
        {"value": {"value": "x"}},
        {"alternatives": {"a": {"alternatives": {"b": "1 day"}}}},
        "2025-06-02",
    ),
    *({"parts": {"p": "x"}}, {"rest": "x"}, ["x"] * 50, "\x1b]0;x\x07", "{0}%s", {"party": "x"}),
)


def _looked_through(text: str) -> Comparison | None:
    """Load a text, compare what was loaded, and read every word of it."""
    loaded = positions.loads(text, "broken.yaml")
    for problem in loaded.problems:
        assert str(problem)
        assert problem.sentence.endswith((".", "?", "!", "”"))
    if loaded.dossier is None:
        assert loaded.problems
        return None
    assert all(one.party in loaded.dossier.parties for one in loaded.dossier.memoranda.values())
    comparison = positions.compare(loaded.dossier)
    for row in comparison.rows:
        for line in _lines(row):
            assert line.sentence
            assert all(gap.sentence for gap in line.gaps)
    return comparison


@st.composite
def _edited(draw: st.DrawFn, text: str) -> str:
    """The text with a few lines deleted, doubled, moved, indented or cut, or a value replaced."""
    lines = text.splitlines()
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.integers(0, 7)):
            case 0:
                del lines[at : at + draw(st.integers(1, 8))]
            case 1:
                lines.insert(at, line)
            case 2:
                lines.insert(draw(st.integers(0, len(lines) - 1)), line)
            case 3:
                lines[at] = f"{line.split(':')[0]}: {draw(st.sampled_from(ODD))}"
            case 4:
                lines[at] = line[: draw(st.integers(0, len(line)))]
            case 5:
                lines[at] = f"  {line}" if draw(st.booleans()) else line.removeprefix("  ")
            case 6:
                place = draw(st.integers(0, len(line)))
                lines[at] = line[:place] + draw(st.characters()) + line[place:]
            case _:
                words = line.split(":", 1)
                lines[at] = ":".join([words[0] + draw(st.sampled_from("sx-")), *words[1:]])
        lines = lines or [""]
    return "\n".join(lines)


@pytest.mark.hypothesis
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_dossier_with_broken_lines_is_problems_or_a_comparison(name: str) -> None:
    @settings(max_examples=EXAMPLES)
    @given(_edited(TEXTS[name]))
    def check(text: str) -> None:
        _looked_through(text)

    check()


def _places(data: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for step, value in inner:
        found += _places(value, (*path, step))
    return found


@st.composite
def _damaged(draw: st.DrawFn, data: object, places: list[tuple[Any, ...]]) -> object:
    """The data with a few values replaced or moved, and a few keys renamed or removed."""
    found = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 8))):
        *path, last = draw(st.sampled_from(places))
        inner: Any = found
        for step in path:
            inner = inner[step] if isinstance(inner, dict | list) and _has(inner, step) else None
        if not isinstance(inner, dict | list) or not _has(inner, last):
            continue
        match draw(st.integers(0, 3)):
            case 0:
                del inner[last]
            case 1 if isinstance(inner, dict):
                inner[draw(st.sampled_from(["x", "value", "none", "", "party", f"{last}s"]))] = (
                    inner.pop(last)
                )
            case 2:
                inner[last] = [copy.deepcopy(inner[last])]
            case _:
                inner[last] = copy.deepcopy(draw(st.sampled_from(JUNK)))
    return found


def _has(data: dict[Any, Any] | list[Any], step: object) -> bool:
    return step in data if isinstance(data, dict) else isinstance(step, int) and step < len(data)


@pytest.mark.hypothesis
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_dossier_with_damaged_data_is_problems_or_a_comparison(name: str) -> None:
    data = read(TEXTS[name], name).data
    places = _places(data)

    @settings(max_examples=EXAMPLES)
    @given(_damaged(data, places))
    def check(damaged: object) -> None:
        _looked_through(json.dumps(damaged))

    check()
