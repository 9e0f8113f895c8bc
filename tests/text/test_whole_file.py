"""Is a file ever found half written: after a fault, on a full disk, or where the program is killed?"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from positions.text.whole_file import write_new, write_whole
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "old: 1\n" * 2_000, "new: 2\n" * 3_000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "talks.yaml", tmp_path / "link.yaml"
    target.write_text(OLD)
    target.chmod(0o640)
    link.symlink_to("talks.yaml")
    write_whole(link, NEW)
    assert link.is_symlink()
    assert (target.read_text(), mode(target)) == (NEW, 0o640)
    assert names(tmp_path) == ["link.yaml", "talks.yaml"]


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path: Path, mask: int) -> None:
    old = os.umask(mask)
    try:
        write_whole(tmp_path / "one", b"\xff")
        write_new({tmp_path / "in" / "two": "two\r\n"})
    finally:
        os.umask(old)
    assert mode(tmp_path / "one") == mode(tmp_path / "in" / "two") == 0o666 & ~mask
    assert (tmp_path / "one").read_bytes() == b"\xff"
    assert (tmp_path / "in" / "two").read_bytes() == b"two\r\n"


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 250}.yaml"
    write_new({path: OLD})
    write_whole(path, NEW)
    assert path.read_text() == NEW


def test_what_is_no_plain_file_is_written_to() -> None:
    reading, writing = os.pipe()
    try:
        write_whole(f"/dev/fd/{writing}", "new\n")
        assert os.read(reading, 10) == b"new\n"
    finally:
        os.close(reading)
        os.close(writing)


@pytest.mark.parametrize("name", ["fsync", "fchmod", "fstat"])
def test_a_fault_meanwhile_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text(OLD)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, name, full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, NEW)
    monkeypatch.undo()
    assert path.read_text() == OLD
    assert names(tmp_path) == ["talks.yaml"]


def test_new_files_are_all_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("mine")
    with pytest.raises(FileExistsError) as fault:
        write_new({tmp_path / "a.yaml": "a", tmp_path / "b.yaml": "b"})
    assert fault.value.filename == str(tmp_path / "b.yaml")
    assert names(tmp_path) == ["b.yaml"]
    assert (tmp_path / "b.yaml").read_text() == "mine"


def test_new_files_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    write_new({tmp_path / "a.yaml": "a"})
    with pytest.raises(FileExistsError):
        write_new({tmp_path / "a.yaml": "b"})
    assert (tmp_path / "a.yaml").read_text() == "a"
    assert names(tmp_path) == ["a.yaml"]


# ------------------------------------------------------------------------- killed while it writes

WRITING = {
    "write_whole": "write_whole(sys.argv[1], NEW)",
    "write_new": "write_new({Path(sys.argv[1]): NEW})",
}
CALLS = "%file,%desc"
BEGIN, END = "/it-begins-here", "/it-ends-here"


def program(writing: str) -> list[str]:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from positions.text.whole_file import write_new, write_whole\n"
        f"NEW = {NEW[:7]!r} * {len(NEW) // 7}\n"
        f"os.path.lexists({BEGIN!r})\n"
        f"{WRITING[writing]}\n"
        f"os.path.lexists({END!r})\n"
    )
    return [sys.executable, "-B", "-c", code]


def traced(path: Path, writing: str, *options: str) -> subprocess.CompletedProcess[str]:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed, with which the program is killed at a system call")
    return subprocess.run(
        [strace, "-f", *options, "--", *program(writing), str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": "0"},
    )


def calls_of(path: Path, writing: str) -> list[tuple[str, int]]:
    """Each system call of the writing, with how many of its name there were before, and itself."""
    done = traced(path, writing, "-e", f"trace={CALLS}")
    if done.returncode:
        pytest.skip(f"strace may trace nothing here: {done.stderr.strip().splitlines()[-1:]}")
    counts: Counter[str] = Counter()
    found, inside = [], False
    for line in done.stderr.splitlines():
        call = re.match(r"(?:\[pid +\d+\] )?(\w+)\(", line)
        if call is None:
            continue
        counts[call[1]] += 1
        inside = (inside or BEGIN in line) and END not in line
        if inside and BEGIN not in line:
            found.append((call[1], counts[call[1]]))
    return found


@pytest.mark.parametrize("writing", WRITING)
def test_killed_at_any_system_call_a_file_is_whole(tmp_path: Path, writing: str) -> None:
    path = tmp_path / "talks.yaml"

    def afresh() -> None:
        path.unlink(missing_ok=True)
        if writing == "write_whole":
            path.write_text(OLD)

    afresh()
    calls = calls_of(path, writing)
    assert {"openat", "write", "fsync"} <= {name for name, _ in calls}
    outcomes = set()
    for name, number in calls:
        afresh()
        inject = f"inject={name}:signal=KILL:when={number}"
        done = traced(path, writing, "-e", f"trace={name}", "-e", inject)
        assert done.returncode != 0, (name, number)
        found = path.read_text() if path.exists() else None
        assert found in ({OLD, NEW} if writing == "write_whole" else {None, NEW}), (name, number)
        outcomes.add(found)
        others = [one for one in names(tmp_path) if one != "talks.yaml"]
        assert all(one.startswith(".positions-") for one in others)
    assert len(outcomes) == 2
