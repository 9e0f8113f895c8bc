"""What does `--option PARTY=OPTION` do to each command, and to words that name no option?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from positions.comparison.selection import Lens
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TALKS = """
    events: {whistle: {title: The whistle}}
    issues:
      truce: {topic: T, title: Truce, kind: duration}
      guard: {topic: T, title: Guard, kind: duration}
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
          paid: {title: Paid for}
        positions:
          truce: {alternatives: {fast: {value: 10 days, after: whistle}, slow: 20 days}}
          guard: {alternatives: {slow: 5 days}}
      offer:
        party: south
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        positions: {truce: 10 days, guard: 5 days}
"""


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run a command in a folder that has `positions.yaml`; a screen ends with 7."""
    (tmp_path / "positions.yaml").write_text(with_prelude(TALKS), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(arguments, open_ui=lambda *_: 7), *capsys.readouterr())

    return call


@pytest.mark.parametrize(
    "arguments", [("compare",), ("positions.yaml",), ("compare", "--format", "markdown"), ()]
)
def test_the_head_says_which_option_is_fixed(
    arguments: tuple[str, ...], run: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = run(*arguments, "--option", "North=fast track")
    assert (code, err) == (0, "")
    assert "As of 2 June 2025, under “Fast track” of North. 2 issues: 1 near, 1 one-sided." in out
    assert "Slow track" not in out
    assert "Slow track" in run(*arguments)[1]


def test_an_issue_in_full_says_why_it_is_blank(run: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = run("show", "guard", "--option", "north=fast")
    assert "under: “Fast track” of North\n" in out
    assert "  blank: silent: North's text has nothing on this\n    under: Fast track\n" in out
    _, markdown, _ = run("show", "guard", "--option", "north=fast", "--format", "markdown")
    assert "- **under**: “Fast track” of North\n" in markdown


def test_programs_are_told_too(run: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = run("compare", "--option", "north=fast", "--option", "north=paid", "--format=json")
    found = json.loads(out)
    assert found["options"] == {
        "north": [{"id": "fast", "title": "Fast track"}, {"id": "paid", "title": "Paid for"}]
    }
    guard = next(row for row in found["rows"] if row["issue"] == "guard")
    assert guard["cells"]["north"]["blank"]["under"] == ["Fast track", "Paid for"]
    assert guard["cells"]["north"]["marks"] == ["under Fast track, Paid for"]
    assert json.loads(run("compare", "--format=json")[1])["options"] == {}


def test_a_difference_is_of_the_option(run: Callable[..., tuple[int, str, str]]) -> None:
    asked = ("diff", "--moments", "2025-05-31", "2025-06-01", "--option", "north=fast")
    _, out, _ = run(*asked)
    assert "from 31 May 2025 to 1 June 2025, under “Fast track” of North.\n" in out
    assert "10 days" in out
    assert "20 days" not in out
    assert json.loads(run(*asked, "--format", "json")[1])["options"] == {
        "north": [{"id": "fast", "title": "Fast track"}]
    }
    assert run(*asked, "--filter", "status:divided")[1].startswith("Nothing changed in what")


def test_the_order_of_steps_is_that_of_the_option(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    assert "the whistle" in run("sequence", "--option", "north=fast")[1]
    _, out, _ = run("sequence", "--option", "north=slow")
    assert "the whistle" not in out.lower()
    assert "As of 2 June 2025, under “Slow track” of North." in out
    _, out, _ = run("sequence", "--option", "north=slow", "--format", "json")
    assert json.loads(out)["options"] == {"north": [{"id": "slow", "title": "Slow track"}]}


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("north",), "`north` names no option of a party. Write PARTY=OPTION."),
        (("nroth=fast",), "There is no party `nroth`. Did you mean `north`?"),
        (("north=fsat",), "North has no option `fsat`. Did you mean `fast`?"),
        (("north=x",), "North has no option `x`. The options of North are fast, slow, paid."),
        (("south=fast",), "South has no option `fast`. None of its memoranda has options."),
        (
            ("north=fast", "NORTH=slow"),
            (
                "`Fast track` and `Slow track` of North exclude each other: both are of the group "
                "`pace`. Choose one of them."
            ),
        ),
    ],
)
@pytest.mark.parametrize("command", ["compare", "sequence", "diff --moments 2025-06-01 2025-06-02"])
def test_words_that_name_no_option(
    command: str,
    words: tuple[str, ...],
    advice: str,
    run: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, err = run(*command.split(), *(part for word in words for part in ("--option", word)))
    assert (code, out) == (2, "")
    assert err == f"positions: {advice}\n"


def test_an_option_before_the_command_is_not_lost_in_silence(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    code, _, err = run("--option", "north=fast", "compare")
    assert code == 2
    assert "Write --option after `compare`." in err


def test_a_screen_begins_with_the_option(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Lens] = []

    def open_ui(_path: str, _query: str, lens: Lens, _look: object) -> int:
        opened.append(lens)
        return 7

    monkeypatch.setattr("positions.cli.terminal.has_screen", lambda: True)
    assert cli.run(["positions.yaml", "--option", "North=Fast track"], open_ui=open_ui) == 7
    assert cli.run(["--option", "north=slow", "--as-of", "2025-06-01"], open_ui=open_ui) == 7
    assert [(lens.options, str(lens.as_of)) for lens in opened] == [
        ({"north": ("fast",)}, "None"),
        ({"north": ("slow",)}, "2025-06-01"),
    ]
    code, _, err = run("positions.yaml", "--option", "north=x")
    assert (code, len(opened)) == (2, 2)
    assert "North has no option `x`." in err
    code, _, err = run("-", "--option", "north=fast")
    assert code == 2
    assert "Standard input is read once: choose the option on the screen, with v." in err
    (tmp_path / "bad.yaml").write_text("dossier: [", encoding="utf-8")
    assert cli.run(["bad.yaml", "--option", "north=fast"], open_ui=open_ui) == 7
    assert opened[-1] == Lens()


def test_an_option_that_a_later_version_lacks_is_let_go(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    import positions

    dossier = positions.load(tmp_path / "positions.yaml").dossier
    assert dossier is not None
    lens = Lens(options={"north": ("gone", "fast", "slow"), "nobody": ("fast",)})
    assert lens.compare(dossier).options.keys() == {"north"}
    assert lens.choice(dossier).ids == {"north": ("fast",)}
