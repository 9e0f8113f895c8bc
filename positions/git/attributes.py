"""The lines that make git use this program for a dossier, in its files of attributes.

Each stands below a remark by which it is known again, so that it can be taken back; everything
else in these files stays byte for byte.
"""

from __future__ import annotations

import os
import re
import stat
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from positions.git.run import GitFault
from positions.reading.folder import SUFFIX
from positions.text.patterns import pattern
from positions.text.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.git.location import DossierLocation

__all__ = ["add_line", "added_lines", "attribute_files", "dossier_of", "pattern_of", "remove_lines"]

_MARK = b"# added by `positions git install`; `positions git uninstall` removes it"
_BROKEN = b" with the line break before it"
_ATTRIBUTES = "diff=positions merge=positions"
_UNQUOTED = pattern(r'[^\s"\x00-\x1f\x7f]+')
_SPECIAL = pattern(r'[\x00-\x1f\x7f"\\]')


def pattern_of(tracked: DossierLocation) -> str:
    """Return the line of attributes for a dossier, as git reads it back."""
    name = re.sub(r"([*?\[\\])", r"\\\1", tracked.name)
    below = f"/{name}/**/*{SUFFIX}" if name else f"*{SUFFIX}"
    files = below if tracked.folder else f"/{name}"
    if _UNQUOTED.fullmatch(files) is None:
        files = '"' + _SPECIAL.sub(_escaped, files) + '"'
    return f"{files} {_ATTRIBUTES}"


def dossier_of(line: str) -> str:
    """Return the path from the root of the dossier for which a line was added."""
    files = line.removesuffix(f" {_ATTRIBUTES}")
    if files.startswith('"'):
        files = re.sub(r"\\([0-7]{3}|.)", _unescaped, files[1:-1])
    name = files.removeprefix("/").removesuffix(f"*{SUFFIX}").removesuffix("/**/")
    return re.sub(r"\\(.)", r"\1", name)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 8)) if len(found[1]) == 3 else found[1]


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\{sign}" if sign in '"\\' else f"\\{ord(sign):03o}"


def attribute_files(tracked: DossierLocation) -> dict[str, Path | None]:
    """Return where attributes may stand: the repository's own file, and the shared one."""
    found = tracked.found
    common = found.git.text("rev-parse", "--path-format=absolute", "--git-common-dir")
    own = Path(common) / "info" / "attributes"
    return {"own": own, "shared": None if found.bare else Path(found.root) / ".gitattributes"}


def _content(file: Path) -> bytes:
    """Return what a file of attributes holds; nothing where there is none, or a link."""
    if file.is_symlink() or file.parent.is_symlink():
        return b""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):  # git would wait for a pipe, and so would this
            raise GitFault(f"`{file}` is no plain file. Remove it; git cannot read it.")
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as fault:
        raise _unwritable(file, fault) from fault


def added_lines(file: Path) -> tuple[str, ...]:
    """Return the lines that were added to a file.

    Raises:
        GitFault: The file cannot be read.
    """
    return tuple(_added(_content(file)))


def _added(content: bytes) -> Iterator[str]:
    for mark, line in pairwise(content.split(b"\n")):
        if mark.startswith(_MARK):
            yield os.fsdecode(line)


def add_line(file: Path, line: bytes) -> None:
    """Add a line to a file of attributes, with the remark above it; once only.

    Raises:
        GitFault: The file cannot be written, or is reached through a link.
    """
    if file.is_symlink() or file.parent.is_symlink():
        raise GitFault(f"`{file}` is reached through a symbolic link. Nothing was written.")
    content = _content(file)
    if os.fsdecode(line) in _added(content):
        return
    broken = bool(content) and not content.endswith(b"\n")
    mark = b"\n" + _MARK + _BROKEN if broken else _MARK
    _write(file, content + mark + b"\n" + line + b"\n")


def remove_lines(file: Path) -> None:
    """Remove every line that was added, and what was added with it.

    Raises:
        GitFault: The file cannot be written.
    """
    content = _content(file)
    mark = re.escape(_MARK)
    kept = re.sub(rb"(?m)^" + mark + rb"\n[^\n]*(\n|\Z)", b"", content)
    # The line break before such a line goes as well, unless somebody has written on after it.
    broken = rb"\n" + mark + re.escape(_BROKEN) + rb"\n[^\n]*(\n|\Z)"
    kept = re.sub(broken + rb"(?!\Z)", b"\n", kept)
    kept = re.sub(broken, b"", kept)
    if kept != content:
        _write(file, kept)


def _write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all; remove one that has nothing left."""
    try:
        if not content:
            file.unlink()
            return
        file.parent.mkdir(exist_ok=True)
        write_whole(file, content)
    except OSError as fault:
        raise _unwritable(file, fault) from fault


def _unwritable(file: Path, fault: OSError) -> GitFault:
    return GitFault(f"`{file}` cannot be changed: {(fault.strerror or 'unknown').lower()}.")
