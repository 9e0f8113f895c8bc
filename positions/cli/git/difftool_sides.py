"""Reads what `git difftool` hands over, as states of whole dossiers.

Git gives two files or, with `-d`, two folders in which stand only those files that changed. Of a
dossier in a folder that is a part; what did not change is the same on both sides, and is read
from the working tree. A side that is the working tree itself stays where it is, so that it can be
watched and edited.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.changes.paths import NamedPath
from positions.loader import scan
from positions.model.records import SECTIONS
from positions.reading.discovery import NoDossier, find_dossier
from positions.reading.files import content_within, list_folder
from positions.reading.folder import SUFFIX, belongs
from positions.reading.reader import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["DossierPair", "difftool_pairs"]

_HEADER: Final = "dossier"
_KNOWN: Final = frozenset(SECTIONS)
_WHOLE: Final = frozenset({_HEADER, "parties", "issues"})


class DossierPair(NamedTuple):
    """A dossier before and after."""

    before: NamedPath
    after: NamedPath


class _Changed(NamedTuple):
    """A file that changed: where git has put both sides of it; None where it is not there."""

    before: str | None
    after: str | None


@contextmanager
def difftool_pairs(before: str, after: str, path: str) -> Iterator[tuple[DossierPair, ...]]:
    """Yield each dossier that changed, before and after; what had to be copied goes afterwards.

    Args:
        before: The file or folder that git gives for the one side.
        after: That for the other side.
        path: The path of the file in the working tree, in which git runs this; empty for folders.
    """
    if os.path.isdir(before) and os.path.isdir(after):  # noqa: PTH112 - any text
        changed = _changed_files(before, after)
    else:
        changed = {path or after: _Changed(_there(before), _there(after))}
    with ExitStack() as copies:
        yield tuple(_pairs(changed, copies))


def _there(path: str) -> str | None:
    return None if path == os.devnull or not os.path.lexists(path) else path


def _changed_files(before: str, after: str) -> dict[str, _Changed]:
    """Return the files of two folders that may be files of dossiers, by their paths within."""
    paths = {path for side in (before, after) for path in _files_below(side)}
    sides = ((path, os.path.join(before, path), os.path.join(after, path)) for path in paths)  # noqa: PTH118
    return {path: _Changed(_there(one), _there(two)) for path, one, two in sorted(sides)}


def _files_below(folder: str) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(parent, name), folder)  # noqa: PTH118 - any text
            if belongs(path):
                yield path


def _pairs(changed: Mapping[str, _Changed], copies: ExitStack) -> Iterator[DossierPair]:
    folders: dict[str, dict[str, _Changed]] = {}
    for path, sides in changed.items():
        if _is_whole(sides):
            yield _named(path, sides.before or os.devnull, _own(path, sides) or os.devnull)
        elif (folder := _folder_of(path)) is not None:
            folders.setdefault(folder, {})[path] = sides
        elif len(changed) == 1:
            yield _named(path, sides.before or os.devnull, sides.after or os.devnull)
    for folder, files in folders.items():
        after = folder if all(map(_is_own, files, files.values())) else None
        yield _named(
            folder,
            _completed(folder, {path: one.before for path, one in files.items()}, copies),
            after or _completed(folder, {path: one.after for path, one in files.items()}, copies),
        )


def _named(name: str, before: str, after: str) -> DossierPair:
    return DossierPair(NamedPath(before, f"{name} (before)"), NamedPath(after, f"{name} (after)"))


def _own(path: str, sides: _Changed) -> str | None:
    """Return the path of the side After: that of the working tree, where it is this."""
    return path if sides.after is not None and _is_own(path, sides) else sides.after


def _is_own(path: str, sides: _Changed) -> bool:
    """Return whether the side After is what the working tree has."""
    if sides.after is None:
        return not os.path.lexists(path)
    return os.path.exists(path) and os.path.samefile(path, sides.after)  # noqa: PTH110, PTH121


def _is_whole(sides: _Changed) -> bool:
    """Return whether a file is a dossier by itself."""
    return any(_sections(one) >= _WHOLE for one in sides if one is not None)


def _sections(path: str) -> frozenset[str]:
    try:
        data = scan(path).data
    except FileNotFoundError:
        return frozenset()
    return frozenset(data) if isinstance(data, dict) else frozenset()


def _folder_of(path: str) -> str | None:
    """Return the folder of the working tree whose dossier a file belongs to; None if there is none.

    The one that is meant where none is named or, if the file is not in that, the nearest folder in
    which one of several files has the header, and all of them sections of dossiers alone.
    """
    # A link may lead out of the repository.
    here = os.path.realpath(os.curdir)
    parents = [
        str(parent)
        for parent in Path(path).parents
        if os.path.realpath(parent) == os.path.normpath(os.path.join(here, parent))  # noqa: PTH118
    ]
    try:
        meant = find_dossier(start=Path(os.environ.get("GIT_PREFIX") or os.curdir).resolve())
    except NoDossier:
        meant = ""
    for parent in parents:
        if meant and os.path.isdir(meant) and os.path.samefile(meant, parent):  # noqa: PTH112, PTH121
            return parent
    return next(filter(_has_one_header, parents), None)


def _has_one_header(folder: str) -> bool:
    try:
        files = list_folder(folder).files
    except OSError:
        return False
    sections = [_sections(os.path.join(folder, one)) for one in files]  # noqa: PTH118
    headers = sum(_HEADER in one for one in sections)
    return len(files) > 1 and headers == 1 and all(_KNOWN.issuperset(one) for one in sections)


def _completed(folder: str, files: Mapping[str, str | None], copies: ExitStack) -> str:
    """Return a copy of a folder with these files in the place of its own.

    Args:
        folder: The folder, in the working tree.
        files: For a path in the working tree, the file that has its content; None for no file.
        copies: What removes the copy again.
    """
    made = copies.enter_context(tempfile.TemporaryDirectory(prefix="positions-"))
    own = {os.path.normpath(os.path.join(folder, path)) for path in list_folder(folder).files}  # noqa: PTH118
    own -= files.keys()
    contents = {**{path: path for path in own}, **files}
    room = MAX_BYTES + 1
    for path, source in sorted(contents.items()):
        if source is None or not path.endswith(SUFFIX):
            continue
        place = Path(made) / os.path.relpath(path, folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            content = content_within(source, room) if path in own else _content(source, room)
        except OSError:
            place.symlink_to(os.devnull)  # which reading it says
            continue
        place.write_bytes(content)
        room -= len(content)
    return made


def _content(path: str, most: int) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - any text
        return file.read(most)
