"""Writes files as wholes: whoever reads one finds the old content or the new one, never a part.

The content goes into a file beside it, which then takes its place. So it is also where the program
is killed, the power fails or the disk is full meanwhile: what can be left over is the file beside,
whose name begins with a dot and is read by nobody.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["write_new", "write_whole"]


def write_whole(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write a file, whether or not it exists; a text as UTF-8, its line ends as they are.

    An existing file keeps its permissions and its owner. A symbolic link is followed, so that it
    stays one; what is no plain file, such as a pipe, is written to.

    Raises:
        OSError: It cannot be written; the old file is as it was.
    """
    try:
        old = Path(path).stat()
    except FileNotFoundError:
        old = None
    if old is not None and not stat.S_ISREG(old.st_mode):
        with Path(path).open("wb") as file:
            file.write(_bytes(content))
        return
    target = Path(os.path.realpath(path))
    with _beside(target, content, old) as draft:
        draft.replace(target)
    _keep_names(target.parent)


def write_new(files: Mapping[Path, str]) -> None:
    """Write files that do not exist yet, and the folders that they need; all of them, or none.

    Raises:
        FileExistsError: One of them exists; its name is the error's.
        OSError: They cannot be written.
    """
    written: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with _beside(path, text, None) as draft:
                _name_new(draft, path)
                written.append(path)
            _keep_names(path.parent)
    except BaseException:
        for path in written:
            path.unlink()
        raise


@contextmanager
def _beside(target: Path, content: str | bytes, old: os.stat_result | None) -> Iterator[Path]:
    """Return a file with this content in the folder of another; it does not stay there."""
    draft = target.with_name(f".positions-{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - it is a number
            if old is not None:
                _keep_rights(file.fileno(), old)
            file.write(_bytes(content))
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _keep_rights(file: int, old: os.stat_result) -> None:
    new = os.fstat(file)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(PermissionError):  # of another user's file, this one has the copy
            os.fchown(file, old.st_uid, old.st_gid)
    os.fchmod(file, stat.S_IMODE(old.st_mode))


def _name_new(draft: Path, path: Path) -> None:
    """Give a file its name, unless something has it already."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise FileExistsError(17, "File exists", str(path)) from None
    except OSError:  # no hard links here
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        draft.replace(path)


def _keep_names(folder: Path) -> None:
    """Write to the disk which names a folder has, where the system does so."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content
