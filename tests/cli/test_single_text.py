"""What does `positions single-text` print, and how does it end?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from pathlib import Path

    from positions.comparison.selection import Lens

TALKS = """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}."}
      seat: {topic: Talks, title: Seat, kind: text}
    memoranda:
      plan: {party: north, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 30 days}}
      reply: {party: south, form: statement, date: 2025-05-30, sources: [paper], positions: {truce: 30 days, seat: here}}
    """


def no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    raise AssertionError(path)


@pytest.fixture
def talks(tmp_path: Path) -> str:
    path = tmp_path / "talks.yaml"
    path.write_text(with_prelude(TALKS), encoding="utf-8")
    return str(path)


def run(*words: str) -> int:
    return cli.run(list(words), open_ui=no_screen)


def test_one_text_is_printed_in_three_forms(talks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("single-text", talks) == 0
    printed = capsys.readouterr().out
    assert "\n1.1 The truce lasts 30 days." in printed
    assert "2 paragraphs: 1 clean, 1 not clean, 0 without words." in printed

    assert run("single-text", "--file", talks, "--format", "markdown") == 0
    assert "**2.1** <!-- seat --> [South said: Seat: here.]" in capsys.readouterr().out

    assert run("single-text", talks, "--format", "json", "--as-of", "2025-05-29") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["as_of"] == "2025-05-29"
    assert [article["number"] for article in data["articles"]] == [1]


def test_the_ledger_is_checked(talks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("single-text", talks, "--check", "--parties", "south,north") == 0
    assert capsys.readouterr().out == "All of 3 values, items, terms and steps are there.\n"


def test_a_dossier_that_cannot_be_read_has_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("[", encoding="utf-8")

    assert run("single-text", str(path)) == 1
    assert capsys.readouterr().out == ""
