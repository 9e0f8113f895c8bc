"""What does `positions coverage` print, and how does it end?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from positions.comparison.selection import Lens

TALKS = """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        title: The plan
        sources: [paper]
        points: [I, II]
        positions: {truce: {value: 30 days, clause: [I, II]}}
      reply:
        party: south
        form: memorandum
        date: 2025-06-02
        sources: [paper]
        points: [I, II]
        positions: {truce: {value: 2 days, clause: I}}
    """


def no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    message = f"a screen was opened on {path}"
    raise AssertionError(message)


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run a command in a folder that has `positions.yaml`."""
    (tmp_path / "positions.yaml").write_text(with_prelude(TALKS), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(arguments, open_ui=no_screen), *capsys.readouterr())

    return call


def test_a_document_whose_points_are_all_cited_ends_well(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    for name in ("plan", "The Plan"):
        code, out, err = run("coverage", name)

        assert (code, err) == (0, "")
        assert "2 points: 2 cited." in out
        assert "South" not in out


def test_a_point_that_is_not_accounted_for_is_a_failed_check(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, _ = run("coverage")

    assert code == 1
    assert "4 points: 3 cited, 1 not accounted for." in out
    assert "II: no position cites it, and nothing says why" in out


def test_it_prints_markdown_and_json_too(run: Callable[..., tuple[int, str, str]]) -> None:
    assert "- **I**: Truce" in run("coverage", "--format", "markdown")[1]
    data = json.loads(run("coverage", "--format", "json")[1])
    assert [one["missing"] for one in data["documents"]] == [[], ["II"]]


def test_a_document_that_is_not_there_is_wrong_use(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    assert run("coverage", "reply1")[::2] == (
        2,
        "positions: There is no document `reply1`. Did you mean `reply`?\n",
    )


def test_a_dossier_that_cannot_be_read_is_said_to_be(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "positions.yaml").write_text("parties: [north]\n", encoding="utf-8")

    code, out, err = run("coverage")

    assert (code, out) == (1, "")
    assert "missing-section" in err
