"""`positions timeline`: one dossier moment by moment, without git."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from positions.model.moment import Moment
from tests.paths import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from positions.comparison.selection import Lens

    Run = Callable[..., tuple[int, str, str]]


def no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    message = f"a screen was opened on {path}"
    raise AssertionError(message)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `positions timeline` in a folder that has `positions.yaml`, and no repository."""
    shutil.copy(HARBOUR, tmp_path / "positions.yaml")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(("timeline", *arguments), open_ui=no_screen), *capsys.readouterr())

    return call


def _moments(run: Run, *arguments: str) -> list[str]:
    code, out, err = run(*arguments, "--format", "json")
    assert (code, err) == (0, "")
    return [one["moment"] for one in json.loads(out)["moments"]]


def test_every_moment_of_a_dossier_and_a_stretch_of_it(run: Run) -> None:
    every = _moments(run)
    assert len(every) > 2
    assert every == sorted(every)
    assert _moments(run, "--from", every[1]) == every[1:]
    assert _moments(run, "--to", every[0]) == every[:1]
    first, last = (Moment.parse(one).in_full for one in (every[1], every[2]))
    head = " ".join(run("--from", every[1], "--to", every[2])[1].split("\n")[1:3])
    assert f"as the talks went, from {first} to {last}." in head
    code, out, err = run("--format", "markdown")
    assert (code, err) == (0, "")
    assert out.count("\n## ") == len(every)


def test_one_issue_and_one_party(run: Run) -> None:
    code, out, err = run("positions.yaml", "pay-rise")
    assert (code, out, err) == (0, run("pay-rise")[1], "")
    assert "Now: " in out
    assert "issues raised" not in out
    parties = {
        speech["party"]
        for moment in json.loads(run("--party", "union", "--format", "json")[1])["moments"]
        for speech in moment["speeches"]
    }
    assert parties == {"union"}


def test_everything_is_told_on_demand(run: Run) -> None:
    assert "--all" in run()[1]
    assert "--all" not in run("--all")[1]
    assert "--all" not in run("--format", "markdown")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing",), "There is no issue `nothing`."),
        (("pay-rise", "pensions"), "Two issues are named: `pay-rise` and `pensions`."),
        (("--party", "nobody"), "There is no party `nobody`."),
        (("--from", "soon"), "`soon` is no date."),
        (("--from", "2025-06-02", "--to", "2025-06-01"), "--to 2025-06-01 is before --from"),
    ],
)
def test_what_is_not_there_is_refused(arguments: tuple[str, ...], said: str, run: Run) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_dossier_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "positions.yaml").write_text("dossier: [", encoding="utf-8")
    code, out, err = run()
    assert (code, out) == (1, "")
    assert err
