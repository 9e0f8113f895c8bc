"""What does `positions single-text` print, and how does it end?"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from tests.from_docstring import with_prelude
from tests.repositories import Builder

if TYPE_CHECKING:
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
    assert "**2.1** <!-- seat --> Seat: [South said: here.]" in capsys.readouterr().out

    assert run("single-text", talks, "--format", "json", "--as-of", "2025-05-29") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["as_of"] == "2025-05-29"
    assert [article["number"] for article in data["articles"]] == [1]


def test_the_ledger_is_checked(talks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("single-text", talks, "--check", "--parties", "south,north") == 0
    assert capsys.readouterr().out == "All of 3 values, items, terms and steps are there.\n"


def test_how_far_it_is_from_clean_at_two_moments_and_since_a_revision(
    talks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("single-text", talks, "--moments", "2025-05-29", "2025-05-30") == 0
    printed = capsys.readouterr().out
    assert (
        "From 2025-05-29 to 2025-05-30: places (values, items of lists and terms) that are not "
        "common, 1 before and 1 now." in " ".join(printed.split())
    )
    assert "── Became common ──" in printed
    assert "\n1.1 Truce\n" in printed
    assert (
        run("single-text", talks, "--moments", "2025-05-29", "2025-05-30", "--format", "json") == 0
    )
    data = json.loads(capsys.readouterr().out)
    assert (data["closed"], data["recorded"]) == ([["truce", "", "value"]], [["seat", "", "value"]])

    text = Path(talks).read_text(encoding="utf-8")
    repository = Builder(Path(talks).parent, Path(talks).parent / "home")
    repository.commit_file("talks.yaml", text)
    later = text.replace("{truce: 30 days, seat", "{truce: 9 days, seat")
    Path(talks).write_text(later, encoding="utf-8")
    assert run("single-text", talks, "--since", "HEAD") == 0
    printed = capsys.readouterr().out
    assert "that are not common, 1 before and 2 now." in " ".join(printed.split())
    assert "── Common before, and open again ──" in printed


def test_two_ways_to_compare_at_once_are_wrong_use(talks: str) -> None:
    words = ("single-text", talks, "--moments", "2025-05-29", "2025-05-30")
    assert run(*words, "--since", "HEAD") == 2
    assert run(*words, "--as-of", "2025-05-29") == 2


def test_a_dossier_that_cannot_be_read_has_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("[", encoding="utf-8")

    assert run("single-text", str(path)) == 1
    assert capsys.readouterr().out == ""


def test_a_text_that_was_edited_by_hand_is_checked(
    talks: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("single-text", talks, "--format", "markdown") == 0
    text = capsys.readouterr().out
    edited = tmp_path / "text.md"
    edited.write_text(text.replace("\n\n", "\n\n\n"), encoding="utf-8")
    assert run("single-text", talks, "--check", str(edited)) == 0
    assert capsys.readouterr().out == "Nothing that the documents say was changed.\n"

    edited.write_text(text.replace("30 days", "40 days"), encoding="utf-8")
    assert run("single-text", "--check", str(edited), "--file", talks) == 1
    assert capsys.readouterr().out == (
        "1.1 (plain words changed): Plain words changed: “The truce lasts 30 days.” is now “The "
        "truce lasts 40 days.”\n"
    )
    assert run("single-text", talks, "--check", str(edited), "--format", "json") == 1
    assert [one["kind"] for one in json.loads(capsys.readouterr().out)] == ["plain words changed"]
    assert run("single-text", talks, "--check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []
    edited.write_text(text.replace("**1.1**", "**1.9**"), encoding="utf-8")
    assert run("single-text", talks, "--check", str(edited)) == 1
    assert capsys.readouterr().out == "1.1 (moved): 1.1 is now 1.9.\n"
    assert run("single-text", talks, "--check", str(tmp_path / "none.md")) == 2
    assert run("single-text", "--check", talks) == 0


def test_numbers_of_an_earlier_text_are_kept(
    talks: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"json": tmp_path / "earlier.json", "markdown": tmp_path / "earlier.md"}
    for form, path in files.items():
        assert run("single-text", talks, "--format", form) == 0
        path.write_text(capsys.readouterr().out, encoding="utf-8")
    text = (
        Path(talks)
        .read_text(encoding="utf-8")
        .replace(
            "  truce: {topic",
            "  first: {topic: War, title: First, kind: text}\n  truce: {topic",
        )
    )
    Path(talks).write_text(text.replace("seat: here", "seat: here, first: so"), encoding="utf-8")

    for path in files.values():
        assert run("single-text", talks, "--numbers", str(path)) == 0
        printed = capsys.readouterr().out
        assert "\n1.1 The truce lasts 30 days." in printed
        assert "\n1.0 bis First: [South said: so.]" in printed
    text = files["markdown"].read_text(encoding="utf-8")
    files["markdown"].write_text(re.sub(" <!--.*?-->", "", text), encoding="utf-8")
    assert run("single-text", talks, "--numbers", str(files["markdown"])) == 2
    assert "has no comments with the ids of issues" in capsys.readouterr().err
    for wrong in ("nothing", '{"numbers": {"truce": "one"}}', "[]"):
        files["json"].write_text(wrong, encoding="utf-8")
        assert run("single-text", talks, "--numbers", str(files["json"])) == 2


def test_papers_and_drafts_are_named_by_id_or_title(
    talks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("single-text", talks, "--documents", "reply") == 0
    printed = capsys.readouterr().out
    assert "\n2.1 Seat: here." not in printed
    assert "North" not in printed.partition("Ledger")[0]
    assert run("single-text", talks, "--documents", "plan") == 0
    assert "1 issue is not raised in these documents." in capsys.readouterr().out
    assert run("single-text", talks, "--base", "plan") == 0
    assert "of North that stand in North's statement of" in capsys.readouterr().out.replace(
        "\n    ", " "
    )
    assert run("single-text", talks, "--base", "South") == 0
    capsys.readouterr()
    for chosen in (("--parties", "South"), ("--documents", "reply")):
        for base in ("plan", "North"):
            assert run("single-text", talks, "--base", base, *chosen) == 0
            said = capsys.readouterr().out
            assert "\n1.1 The truce lasts 30 days. — Admitted by South (said)." in said, (
                chosen,
                base,
            )
    assert run("single-text", talks, "--base", "nobody") == 2
    assert run("single-text", talks, "--documents", "nothing") == 2
