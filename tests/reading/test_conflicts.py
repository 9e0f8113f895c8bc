"""Does every reader name a merge conflict, and nothing else, for one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.loader import load, loads
from positions.reading.conflicts import conflicts, settled
from positions.reading.reader import read

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
dossier: {format: 1, title: Talks, as_of: 2025-06-02}
<<<<<<< ours
parties: {north: {name: North}}
=======
parties: {north: {name: Nord}}
>>>>>>> theirs
issues:
  truce:
<<<<<<< HEAD:talks.yaml
    title: Truce
||||||| 12ab34c
    title: Peace
=======
    title: The truce
>>>>>>> 98fe76d (Rename: the truce)
    kind: duration
"""


def test_each_conflict_is_one_problem_at_its_first_line() -> None:
    found = loads(TEXT, "talks.yaml")
    assert found.dossier is None
    advice = "Keep what is to stand, and remove the lines of the marks."
    assert [str(problem) for problem in found.problems] == [
        f"talks.yaml:{first}:1: error merge-conflict: A merge conflict begins here and ends in "
        f"line {last}. {advice}"
        for first, last in ((2, 6), (9, 15))
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("size", [7, 12])
def test_both_sides_can_be_had(line_end: str, size: int) -> None:
    text = TEXT.replace("\n", line_end)
    for sign in "<|=>":
        text = text.replace(sign * 7, sign * size)
    sides = settled(text)
    assert sides is not None
    ours, theirs = (side.replace(line_end, "\n") for side in sides)
    assert ours == (
        "dossier: {format: 1, title: Talks, as_of: 2025-06-02}\n"
        "parties: {north: {name: North}}\n"
        "issues:\n  truce:\n    title: Truce\n    kind: duration\n"
    )
    assert "Nord" in theirs
    assert "    title: The truce\n    kind" in theirs
    assert settled("a: 1\n") is None


@pytest.mark.parametrize(
    "mark", ["<<<<<<< ours", "=======", ">>>>>>> theirs", "||||||| base", "<<<<<<<"]
)
def test_a_mark_that_was_left_is_named(mark: str) -> None:
    (problem,) = loads(f"dossier: {{title: Talks}}\n{mark}\nparties: {{}}\n", "x").problems
    assert str(problem) == (
        "x:2:1: error merge-conflict: A mark of a merge conflict was left here. Remove the line."
    )
    assert settled(f"a: 1\n{mark}\n") is None


def test_a_conflict_within_what_both_began_with_is_part_of_it() -> None:
    text = (
        "<<<<<<< ours\na: 1\n||||||| base\n<<<<<<<<< one\na: 2\n=========\na: 3\n>>>>>>>>> other\n"
        "=======\na: 4\n>>>>>>> theirs\n"
    )
    (one,) = conflicts(text)
    assert (one.start, one.end, one.whole) == (0, len(text) - 1, True)
    assert settled(text) == ("a: 1\n", "a: 4\n")


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< ours\n=======\n=======\n>>>>>>> theirs\n",
        "<<<<<<< ours\n>>>>>>> theirs\n",
        "<<<<<<< ours\n=====#\n======#\n>>>>>>> theirs\n",
        "<<<<<<<<< ours\n=======\n>>>>>>> theirs\n",
    ],
)
def test_marks_that_make_no_conflict_are_told_one_by_one(text: str) -> None:
    assert not any(one.whole for one in conflicts(text))
    assert len(conflicts(text)) == sum(len(set(line[:7])) == 1 for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "a: <<<<<<< ours\n",
        "# <<<<<<< ours\n# =======\n",
        "a: |\n  <<<<<<< ours\n  =======\n  >>>>>>> theirs\n",
        "a: >\n  =======\n",
        "a: 1  # =======\n",
    ],
)
def test_signs_within_a_text_are_no_marks(text: str) -> None:
    assert conflicts(text) == []
    assert read(text, "").problems == ()


def test_a_conflict_in_one_file_of_a_folder(tmp_path: Path) -> None:

    folder = tmp_path
    (folder / "a.yaml").write_text("dossier: {format: 1, title: T, as_of: 2025-06-02}\n")
    (folder / "b.yaml").write_text("parties:\n<<<<<<< ours\n  a: {name: A}\n=======\n>>>>>>> b\n")
    (found,) = (one for one in load(str(folder)).problems if one.code == "merge-conflict")
    assert str(found.span).endswith("b.yaml:2:1")
