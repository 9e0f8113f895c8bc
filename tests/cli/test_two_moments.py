"""What changed between two moments of one dossier? `positions diff --moments`."""

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

TALKS = with_prelude("""
    issues:
      truce: {topic: War, title: Length of the truce, kind: duration}
      seat: {topic: Talks, title: Seat, kind: text}
    memoranda:
      north-1: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
      north-2: {party: north, form: statement, date: 2025-05-20, sources: [paper], positions: {truce: 20 days}}
      south-1: {party: south, form: statement, date: 2025-05-02T09:00, sources: [paper], positions: {truce: 3 days}}
    outcomes:
      deal: {issue: seat, date: 2025-05-20T18:00, value: the harbour, confirmed_by: all, sources: [paper]}
    """)


def no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    message = f"a screen was opened on {path}"
    raise AssertionError(message)


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run `positions diff` in a folder that has `positions.yaml`, and no repository."""
    (tmp_path / "positions.yaml").write_text(TALKS, encoding="utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(("diff", *arguments), open_ui=no_screen), *capsys.readouterr())

    return call


def test_who_moved_between_two_moments_and_by_which_clock(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, err = run("--moments", "2025-05-02T09:00", "2025-05-20")
    assert (code, err) == (0, "")
    assert out.startswith("A test\nAs the talks went, from 2 May 2025, 09:00 to 20 May 2025.\n")
    assert "from 30 days to 20 days" in out

    _, back, _ = run("--moments", "2025-05-20", "2025-05-02T09:00")
    assert "from 20 days to 30 days" in back
    assert "As the talks went, backward from 20 May 2025 to 2 May 2025, 09:00." in back


def test_a_time_on_a_day_decides_what_is_compared(run: Callable[..., tuple[int, str, str]]) -> None:
    _, morning, _ = run("--moments", "2025-05-02T09:00", "2025-05-20T09:00")
    _, evening, _ = run("--moments", "2025-05-02T09:00", "2025-05-20T18:00")
    assert "outcome" not in morning
    assert "added: outcome" in evening


def test_two_moments_as_data(run: Callable[..., tuple[int, str, str]]) -> None:
    asked = ("--moments", "2025-05-02", "2025-05-20", "positions.yaml", "--format", "json")
    data = json.loads(run(*asked)[1])
    assert (data["clock"], data["before"], data["after"]) == ("moments", "2025-05-02", "2025-05-20")
    (truce,) = [one for one in data["issues"] if one["issue"] == "truce"]
    assert [one["party"] for one in truce["positions"]] == ["north"]

    twice = json.loads(run("positions.yaml", "positions.yaml", "--format", "json")[1])
    assert twice["clock"] == "versions"


def test_nothing_changed_between_two_moments_is_said(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    asked = ("--moments", "2025-05-03", "2025-05-19", "--exit-code")
    assert run(*asked) == (0, "Nothing changed.\n", "")
    assert run("--moments", "2025-05-03", "2025-05-20", "--exit-code")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--moments", "2025-05-03", "soon"), "`soon` is no date."),
        (("HEAD", "--moments", "2025-05-03", "2025-05-04"), "`HEAD` can only be a dossier"),
        (("--staged", "--moments", "2025-05-03", "2025-05-04"), "--moments looks at one dossier"),
        (
            ("positions.yaml", "--moments", "2025-05-03", "2025-05-04", "-f", "positions.yaml"),
            "--moments looks at one dossier: name one.",
        ),
        (("gone.yaml", "--moments", "2025-05-03", "2025-05-04"), "There is no file `gone.yaml`."),
    ],
)
def test_what_two_moments_cannot_go_with_is_refused(
    arguments: tuple[str, ...], said: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_what_is_wrong_with_the_one_dossier_is_said_once(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    bad = TALKS.replace("truce: 3 days", "truce: three")
    (tmp_path / "positions.yaml").write_text(bad, encoding="utf-8")
    code, out, err = run("--moments", "2025-05-02", "2025-05-20")
    assert code == 0
    assert "from 30 days to 20 days" in out
    assert err.startswith("positions: positions.yaml has 1 error; what they spoil is left out.")

    (tmp_path / "positions.yaml").write_text("dossier: [", encoding="utf-8")
    code, out, err = run("--moments", "2025-05-02", "2025-05-20")
    assert (code, out) == (1, "")
    assert err.count("positions.yaml cannot be read.") == 1
