"""When has a file changed?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.state.watch import Stamp

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_left_alone_keeps_its_stamp(tmp_path: Path) -> None:
    file = tmp_path / "positions.yaml"
    file.write_text("dossier: {}")
    assert Stamp.of(file) is not None
    assert Stamp.of(file) == Stamp.of(str(file))


def test_a_written_file_has_another_stamp(tmp_path: Path) -> None:
    file = tmp_path / "positions.yaml"
    file.write_text("dossier: {}")
    before = Stamp.of(file)
    file.write_text("dossier: {title: A}")
    assert Stamp.of(file) != before


def test_a_change_of_the_same_size_shows_by_its_time(tmp_path: Path) -> None:
    file = tmp_path / "positions.yaml"
    file.write_text("30 days")
    os.utime(file, ns=(1, 1))
    before = Stamp.of(file)
    file.write_text("60 days")
    assert Stamp.of(file) != before


def test_a_save_by_renaming_shows_though_size_and_time_are_the_same(tmp_path: Path) -> None:
    file, draft = tmp_path / "positions.yaml", tmp_path / "draft"
    file.write_text("30 days")
    os.utime(file, ns=(1, 1))
    before = Stamp.of(file)
    draft.write_text("60 days")
    os.utime(draft, ns=(1, 1))
    draft.rename(file)
    assert Stamp.of(file) != before


def test_a_file_that_is_gone_has_no_stamp(tmp_path: Path) -> None:
    file = tmp_path / "positions.yaml"
    file.write_text("dossier: {}")
    file.unlink()
    assert Stamp.of(file) is None


def test_what_cannot_be_a_path_has_no_stamp() -> None:
    assert Stamp.of("a\0b") is None
    assert Stamp.of("x" * 5_000) is None
