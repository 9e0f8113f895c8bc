"""What do the user's settings say, and what is wrong with them?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from positions.settings.file import kept_folder, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[str], Path]


@pytest.mark.usefixtures("write_settings")
def test_there_need_be_no_file() -> None:
    found = read_settings()
    assert not found.exists
    assert (found.theme, found.is_plain, found.shows_cursor, dict(found.keys)) == (
        "",
        None,
        None,
        {},
    )
    assert found.problems == ()
    assert found.span("theme") is None
    assert Path(found.file).name == "config.yaml"
    assert kept_folder().name == "dossiers"


@pytest.mark.parametrize("text", ["", "theme:\nascii:\nkeys:\n", "# nothing yet\n"])
def test_what_is_empty_sets_nothing(text: str, write_settings: Write) -> None:
    write_settings(text)
    found = read_settings()
    assert (found.theme, found.is_plain, dict(found.keys), found.problems) == ("", None, {}, ())


def test_everything_can_be_set(write_settings: Write) -> None:
    file = write_settings(
        "theme: Light\nascii: true\ncursor: false\nkeys:\n  matrix.sort: [x, ctrl+s]\n  app.quit: Q\n"
    )
    file.chmod(0o400)
    found = read_settings()
    assert found.problems == ()
    assert (found.theme, found.is_plain, found.shows_cursor) == ("light", True, False)
    assert found.keys == {"matrix.sort": ("x", "ctrl+s"), "app.quit": ("Q",)}
    assert str(found.span("keys", "app.quit")).endswith("config.yaml:6:13")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme: drak", "1:8: warning wrong-setting: There is no theme `drak`. Did you mean `dark`?"),
        ("theme: xyzzyx", "There is no theme `xyzzyx`. The themes are dark, light, ansi-dark,"),
        ("thme: dark", "1:1: warning unknown-setting: There is no setting `thme`. Did you mean `the"),
        ("colour: red", "There is no setting `colour`. The settings are theme, ascii, cursor, keys."),
        ("ascii: maybe", "1:8: warning wrong-setting: `ascii` is on or off. Write `true` or `false`."),
        ("keys: [x]", "1:7: warning wrong-setting: `keys` is a mapping of actions and their keys."),
        ("keys: {a: []}", "1:11: warning wrong-setting: `a` needs a key, or a list of keys."),
        ("keys: {a: {b: c}}", "`a` needs a key, or a list of keys."),
        ("- theme", "The settings are a mapping of names and values."),
        ("theme: dark\ntheme: light", "2:1: error duplicate-key"),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_place_and_the_rest_holds(
    text: str, said: str, write_settings: Write
) -> None:
    is_mapping = not text.startswith("-")
    write_settings(text + "\ncursor: true\n" * is_mapping)
    found = read_settings()
    [problem] = found.problems
    assert said in str(problem)
    assert bool(found.shows_cursor) == is_mapping


def test_what_cannot_be_read_is_one_problem(write_settings: Write) -> None:
    write_settings("theme: [")
    assert {problem.code for problem in read_settings().problems} == {"syntax"}
