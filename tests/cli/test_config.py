"""Does `positions config` say where the settings stand, which hold, and where they come from?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from positions.cli import main as cli
from positions.settings.file import settings_file
from tui.keys.keymap import checked_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def test_it_prints_both_files_and_every_value_with_its_origin(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    write_settings: Callable[[str], Path],
) -> None:
    def run(*words: str) -> tuple[int, list[str], str]:
        code = cli.run(["config", *words], open_ui=lambda *_: 9, check_keys=checked_keys)
        out, err = capsys.readouterr()
        return code, out.splitlines(), err

    code, lines, err = run()
    assert (code, err) == (0, "")
    file = Path(settings_file())
    assert lines[0] == f"settings  {file}  (there is none yet)"
    assert lines[1].endswith("dossiers  (what was chosen for each dossier)")
    assert lines[2:] == [
        "theme     as the terminal’s background, else dark  (where nothing is set)",
        "ascii     false  (where nothing is set)",
        "cursor    false  (where nothing is set)",
    ]
    text = "theme: light\ncursor: true\nkeys: {matrix.sort: u, matrix.edti: q}\n"
    write_settings(text)
    monkeypatch.setenv("POSITIONS_ASCII", "1")
    code, lines, err = run()
    assert code == 1
    assert lines[0] == f"settings     {file}"
    assert lines[2:] == [
        f"theme        light  ({file}:1:8)",
        "ascii        true  ($POSITIONS_ASCII)",
        f"cursor       true  ({file}:2:9)",
        f"matrix.sort  u  ({file}:3:21)",
    ]
    assert err.endswith("There is no action `matrix.edti`. Did you mean `matrix.edit`?\n")
    assert file.read_text(encoding="utf-8") == text
    monkeypatch.setenv("POSITIONS_THEME", "dark")
    assert "theme        dark  ($POSITIONS_THEME)" in run()[1]
    assert cli.run(["config"], open_ui=lambda *_: 9) == 0  # nothing here knows the keys
