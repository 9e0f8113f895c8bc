"""What does `positions pairs` print, of all, of one party, and of two?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from tests.generated import many_parties_text
from tests.paths import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.comparison.selection import Lens


def no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    message = f"a screen was opened on {path}"
    raise AssertionError(message)


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run the command in a folder that has `positions.yaml` and `many.yaml`, of twelve parties."""
    shutil.copy(HARBOUR, tmp_path / "positions.yaml")
    (tmp_path / "many.yaml").write_text(many_parties_text(12, 20), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(("pairs", *arguments), open_ui=no_screen), *capsys.readouterr())

    return call


def test_every_pair(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "1    Dockers' Union and Port Authority" in out
    assert out == run("positions.yaml")[1] == run("--file", "positions.yaml")[1]


def test_of_many_the_nearest_and_on_demand_every_one(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    assert "The nearest of each party" in run("many.yaml")[1]
    assert "Party 09 and Party 10" not in run("many.yaml")[1]
    assert "Party 09 and Party 10" in run("many.yaml", "--all")[1]


def test_the_pairs_of_one_party(run: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = run("many.yaml", "p09")
    assert "20 issues, 12 parties, 11 pairs" in out
    assert "Party 09 and Party 10" in out
    assert "Party 10 and Party 11" not in out


def test_two_parties_in_full_by_any_of_their_names(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, err = run("port", "Dockers' union")
    assert (code, err) == (0, "")
    assert out.startswith("Port Authority and Dockers' Union\n")
    assert "Pension age" not in out
    whole = run("PA", "DU", "--all")[1]
    assert "Pension age" in whole
    assert set(out.splitlines()[5:-3]) < set(whole.splitlines())


@pytest.mark.parametrize("names", [(), ("PA",), ("PA", "DU")])
def test_the_same_as_markdown_and_json(
    names: tuple[str, ...], run: Callable[..., tuple[int, str, str]]
) -> None:
    _, out, _ = run(*names, "--format", "markdown")
    assert "Pay talks at the port of Vellis" in out.split("\n\n")[len(names) == 2]
    data = json.loads(run(*names, "--format", "json")[1])
    pair = data["pair"] if len(names) == 2 else data["pairs"][0]
    assert set(pair["parties"]) == {"union", "port"}


def test_a_filter_counts_what_it_names(run: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = run("--filter", "topic:pay")
    assert "Filter: topic:pay (4 issues)" in out
    assert "of 5 issues" in out  # one of the four has two parts
    assert "Both speak on" in run("union", "port", "--filter", "topic:pay")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("union", "union"), "A pair takes two parties: `union` and `union` are one."),
        (("unoin",), "There is no party `unoin`. Did you mean `union`?"),
        (("a", "b", "c"), "Name two parties at most, not 3: a, b, c."),
        (("--file", "x.yaml", "y.yaml"), "Two dossiers are named: `x.yaml` and `y.yaml`."),
        (("--filter", "status:nearly"), "status"),
        (("nowhere.yaml",), "There is no file `nowhere.yaml`."),
    ],
)
def test_wrong_use_is_said_and_prints_nothing(
    arguments: tuple[str, ...], said: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_what_cannot_be_read_has_no_pairs(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("broken.yaml").write_text("parties: [", encoding="utf-8")
    code, out, err = run("broken.yaml")
    assert (code, out) == (1, "")
    assert "broken.yaml:1" in err
