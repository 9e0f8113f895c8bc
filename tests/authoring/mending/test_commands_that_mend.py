"""Does `check` name the command that would mend what it cannot mend itself?"""

from __future__ import annotations

import pytest

import positions
from positions.authoring.mending.commands import command_for
from tests.from_docstring import with_prelude


@pytest.mark.parametrize(
    ("positions_of", "commands"),
    [
        ("truce: {value: 3 days, sources: [gazette]}", [
            "positions add source gazette --publisher PUBLISHER --date DATE --title TITLE"
        ]),
        ("truce: {value: 3 days, sources: gazette}", [
            "positions add source gazette --publisher PUBLISHER --date DATE --title TITLE"
        ]),
        ("truce: {value: 3 days, sources: papr}", ["positions check --fix"]),
        ("truce: {value: 3 days, starts: the-retreat}", [
            "positions add event the-retreat --title TITLE"
        ]),
        ("borders: ours", ["positions add issue borders --kind KIND"]),
        ("the borders: ours", [""]),
        ("truce: soon", ["positions set truce north --document plan VALUE --correct"]),
        ("land: {parts: {hill: {alternatives: {one: soon, two: 1 day}}}}", [
            "positions set land north --document plan --part hill --option one VALUE --correct"
        ]),
        ("truce: {starts: north}", ["positions set truce north --document plan VALUE"]),
        ("truce: {value: 3 days, sources: []}", []),
        ("truce: {value: 3 days, colour: red}", [""]),
    ],
)  # fmt: skip
def test_what_a_position_lacks(positions_of: str, commands: list[str]) -> None:
    loaded = positions.loads(
        with_prelude(
            f"""
            issues:
              truce: {{topic: War, title: Truce, kind: duration}}
              land: {{topic: War, title: Land, kind: duration, parts: {{hill: The hill}}}}
            memoranda:
              plan:
                party: north
                form: memorandum
                date: 2025-06-01
                sources: paper
                positions: {{{positions_of}}}
            """
        )
    )
    assert [command_for(one, loaded.data) for one in loaded.problems] == commands


def test_what_a_dossier_lacks() -> None:
    for text, command in (
        ("", ""),
        ("- a", ""),
        (
            with_prelude("memoranda: {m: {party: isles, form: report, date: 2025-06-01}}"),
            "positions add party isles --name NAME",
        ),
        (
            with_prelude(
                "issues: {truce: duration}\nmemoranda:\n"
                "  north: {date: 2025-06-01, positions: {truce: 3 days}}\n"
            ),
            "positions set truce north --document north --source ID",
        ),
        (
            with_prelude(
                "issues: {truce: duration}\n"
                "outcomes: {o: {issue: truce, date: 2025-06-01, value: 3 days}}\n"
            ),
            "",
        ),
    ):
        loaded = positions.loads(text)
        assert [command_for(one, loaded.data) for one in loaded.problems] == [command]


def test_a_word_that_may_be_meant_is_not_added() -> None:
    text = with_prelude("memoranda: {m: {party: northia, form: report, date: 2025-06-01}}")
    loaded = positions.loads(text)
    (problem,) = loaded.problems
    assert problem.suggestion == "Did you mean `north`?"
    assert command_for(problem, loaded.data) == ""


@pytest.mark.parametrize(
    ("path", "added", "mended"),
    [
        ("my case.yaml", " --file 'my case.yaml'", " 'my case.yaml'"),
        ("-x.yaml", " --file ./-x.yaml", " ./-x.yaml"),
        ("", "", ""),
    ],
)
def test_a_command_names_the_dossier_that_was_named(path: str, added: str, mended: str) -> None:
    for party, command in (
        ("isles", f"positions add party isles --name NAME{added}"),
        ("nort", f"positions check --fix{mended}"),
    ):
        text = with_prelude(f"memoranda: {{m: {{party: {party}, form: report, date: 2025-06-01}}}}")
        loaded = positions.loads(text)
        assert [command_for(one, loaded.data, path) for one in loaded.problems] == [command]
        assert [command_for(one, loaded.data, "-") for one in loaded.problems] == [""]


def test_no_position_is_set_for_a_party_that_is_not_there() -> None:
    loaded = positions.loads(
        with_prelude("""
            issues: {truce: {topic: War, title: Truce, kind: duration}}
            memoranda:
              plan: {party: nroth, form: memorandum, date: 2025-06-01, sources: [paper], positions: {truce: soon}}
            """)
    )
    commands = {one.code: command_for(one, loaded.data) for one in loaded.problems}
    assert commands == {"unknown-party": "positions check --fix", "unreadable-value": ""}
