"""Can another program, and GitHub, read what is wrong with a dossier?"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

import positions
from positions.problems.problem import Problem, Span
from positions.reports.problems import problems_github, problems_json, problems_text

if TYPE_CHECKING:
    from positions.loader import Loaded

COMMAND = re.compile(r"::(error|warning) ([^:]*)::(.*)")


def properties(line: str) -> dict[str, str]:
    """The properties of a workflow command, as GitHub's runner reads them."""
    found = COMMAND.fullmatch(line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in found[2].split(","))
    unescaped = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}
    return {
        key: re.sub("%3A|%2C|%0D|%0A|%25", lambda sign: unescaped[sign[0]], value)
        for key, value in pairs
    }


def test_as_json_each_problem_has_its_place_and_its_words(loaded: Loaded) -> None:
    """
    issues: {i: {topic: T, title: I, kind: duration}}
    memoranda:
      m: {party: north, form: report, date: 2025-06-01, positions: {i: soon}}
    """
    data = json.loads(problems_json([("test.yaml", loaded)]))

    assert data["schema"] == 1
    assert data["dossiers"] == [
        {"dossier": "test.yaml", "readable": True, "errors": 1, "warnings": 0}
    ]
    (problem,) = data["problems"]
    assert problem.pop("sentence").startswith("`soon`")
    assert problem.pop("suggestion").startswith("Write `unspecified`")
    assert problem == {
        "dossier": "test.yaml",
        "file": "test.yaml",
        "line": 9,
        "column": 68,
        "end_line": 9,
        "end_column": 72,
        "path": ["memoranda", "m", "positions", "i"],
        "code": "unreadable-value",
        "severity": "error",
    }


def test_as_json_several_dossiers_are_one_object() -> None:
    one, other = positions.loads("", "one.yaml"), positions.loads("[", "other.yaml")
    data = json.loads(problems_json([("one.yaml", one), ("other.yaml", other)]))

    assert [each["readable"] for each in data["dossiers"]] == [False, False]
    assert {each["dossier"] for each in data["problems"]} == {"one.yaml", "other.yaml"}


def test_a_problem_without_a_place_has_none_in_any_form() -> None:
    problem = Problem("unreadable-file", "It cannot be read.")
    loaded = positions.Loaded("a.yaml", None, (problem,))
    data = json.loads(problems_json([("a.yaml", loaded)]))["problems"][0]

    assert {data[key] for key in ("file", "line", "column", "end_line", "end_column")} == {None}
    assert data["suggestion"] is None
    assert problems_text([problem], "a.yaml") == (
        "a.yaml: error unreadable-file: It cannot be read.\n"
    )
    assert problems_github([problem], "a.yaml") == (
        "::error file=a.yaml,title=unreadable-file::It cannot be read.\n"
    )


def test_github_gets_errors_and_warnings_beside_their_lines() -> None:
    error = Problem("wrong-value", "It is wrong.", "Mend it.", Span("a.yaml", 3, 5, 3, 9))
    warning = Problem("without-source", "Who says so?", "", Span("a.yaml", 4, 1, 6, 2))

    assert problems_github([error, warning], "a.yaml").splitlines() == [
        (
            "::error file=a.yaml,line=3,endLine=3,col=5,endColumn=8,title=wrong-value"
            "::It is wrong. Mend it."
        ),
        "::warning file=a.yaml,line=4,endLine=6,title=without-source::Who says so?",
    ]


@pytest.mark.parametrize(
    "name", ["a,line=1::warning ::b.yaml", "100%25.yaml", "two\r\nlines.yaml", "Zürich, 2: x.yaml"]
)
def test_no_name_and_no_text_breaks_a_command_of_github(name: str) -> None:
    problem = Problem("wrong-value", f"50% of `{name}`\n::error::x", "", Span(name, 1, 1, 1, 1))
    lines = problems_github([problem], name).splitlines()

    assert len(lines) == 1
    found = properties(lines[0])
    assert found == {
        "file": name,
        "line": "1",
        "endLine": "1",
        "col": "1",
        "endColumn": "1",
        "title": "wrong-value",
    }
