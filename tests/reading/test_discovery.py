"""Which dossier is meant where none is named?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.reading.discovery import NoDossier, find_dossier, names_dossier

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inner = tmp_path / "case" / "notes" / "old"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    return tmp_path / "case"


def test_the_file_that_is_named(folder: Path) -> None:
    (folder / "a.yaml").touch()
    (folder / "positions.yaml").touch()
    assert find_dossier("../../a.yaml") == "../../a.yaml"


def test_standard_input() -> None:
    assert find_dossier("-") == "-"


def test_the_file_that_the_environment_names(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.yaml").touch()
    (folder / "positions.yaml").touch()
    monkeypatch.setenv("POSITIONS_FILE", str(folder / "a.yaml"))
    assert find_dossier() == str(folder / "a.yaml")
    monkeypatch.setenv("POSITIONS_FILE", "")
    assert find_dossier() == "../../positions.yaml"


def test_the_nearest_one_upward(folder: Path) -> None:
    (folder / "positions.yaml").touch()
    assert find_dossier() == "../../positions.yaml"
    (folder / "notes" / "data").mkdir()
    (folder / "notes" / "data" / "positions.yaml").touch()
    assert find_dossier() == "../data/positions.yaml"
    (folder / "notes" / "positions.yaml").touch()
    assert find_dossier() == "../positions.yaml"
    (folder / "notes" / "old" / "positions.yaml").mkdir()  # a folder is passed over
    assert find_dossier() == "../positions.yaml"
    assert find_dossier(start=folder) == "positions.yaml"


def test_a_folder_of_files_is_found_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = folder / "positions"
    case.mkdir()
    with pytest.raises(NoDossier):  # a folder that happens to be called so
        find_dossier()
    (case / ".draft.yaml").touch()
    (case / "notes.txt").touch()
    with pytest.raises(NoDossier):
        find_dossier()
    (case / "a.yaml").touch()
    assert find_dossier() == "../../positions"
    (folder / "notes" / "data" / "positions").mkdir(parents=True)
    (folder / "notes" / "data" / "positions" / "a.yaml").touch()
    assert find_dossier() == "../data/positions"
    (folder / "notes" / "data" / "positions.yaml").touch()
    assert find_dossier() == "../data/positions.yaml"
    assert find_dossier(str(case)) == str(case)
    monkeypatch.setenv("POSITIONS_FILE", str(case))
    assert find_dossier() == str(case)
    monkeypatch.delenv("POSITIONS_FILE")
    monkeypatch.chdir(case)  # from within it
    assert find_dossier() == "."


def test_which_words_name_a_dossier(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "README").touch()
    (folder / "case").mkdir()
    (folder / "case" / "a.yaml").touch()
    for word in ("-", "new.yaml", "a.yml", "README", "case", "case/", "notes/"):
        assert names_dossier(word), word
    for word in ("notes", "truce", "nothing/", "a\0b", "x" * 5_000, ""):
        assert not names_dossier(word), word


def test_no_dossier_at_all(folder: Path) -> None:
    with pytest.raises(NoDossier, match=r"There is no positions\.yaml or data/positions\.yaml"):
        find_dossier(start=folder)


def test_a_file_that_does_not_exist(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoDossier, match=r"There is no file `nowhere.yaml`\.$"):
        find_dossier("nowhere.yaml")
    monkeypatch.setenv("POSITIONS_FILE", "nowhere.yaml")
    with pytest.raises(NoDossier, match=r"`nowhere.yaml`\. POSITIONS_FILE names it\."):
        find_dossier()


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_what_is_no_path_is_left_to_reading(path: str) -> None:
    assert find_dossier(path) == path


def test_a_working_directory_that_is_gone(folder: Path) -> None:
    (folder / "notes" / "old").rmdir()
    with pytest.raises(NoDossier, match="The working directory no longer exists"):
        find_dossier()
