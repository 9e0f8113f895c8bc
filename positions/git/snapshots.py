"""The dossier as it is in a commit, in the index and in the working tree."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from positions.binding.dossier import bind
from positions.git.log import LogReader
from positions.git.objects import Objects
from positions.git.parsing import File, Revision, commit_parents, tree_entries
from positions.git.run import GitFault, NoObject
from positions.loader import Loaded, bound, load, loads
from positions.problems.problem import Problem, in_order
from positions.reading.files import list_folder, read_folder, unreadable
from positions.reading.folder import MAX_FILES, SUFFIX, belongs, folder_reading, within
from positions.reading.places import Lines, Reading, Size
from positions.reading.reader import MAX_BYTES, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from positions.git.location import DossierLocation

__all__ = ["Files", "Snapshot", "Snapshots", "State"]

Files = tuple[File, ...]
_Contents = tuple[tuple[str, str], ...]

_MAX_TREE = 32 * 1024 * 1024
_MAX_FOLDERS = 2_000
_MAX_COMMIT = 1024 * 1024
_MAX_HELD = 32
_MAX_HELD_TREES = 1_000
_TREE = "040000"


class State(StrEnum):
    """A state of a dossier that is no commit."""

    INDEX = "index"
    WORKING_TREE = "working tree"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dossier in one state.

    Attributes:
        label: What the state is called: the short id of a revision, or the state's name.
        loaded: The dossier and its problems; neither where the state has none.
        revision: The revision; None for the index, the working tree, and before the first one.
    """

    label: str
    loaded: Loaded
    revision: Revision | None = None

    @property
    def absent(self) -> bool:
        """Whether the dossier is not there in this state."""
        found = self.loaded
        return found.dossier is None and found.data is None and not found.problems

    def precedes(self, other: Snapshot) -> bool | None:
        """Return whether it came before another state; None where that is not known, as of a file.

        Revisions come in the order in which they were committed, then the index and the files.
        """
        one, later = _order(self), _order(other)
        return None if one is None or later is None or one == later else one < later


def _order(state: Snapshot) -> tuple[int, float] | None:
    if state.revision is not None:
        return 0, state.revision.committed.timestamp()
    places = list(State)
    return (1 + places.index(State(state.label)), 0.0) if state.label in places else None


class Snapshots:
    """Reads a dossier's states in one repository; a context manager, for git runs meanwhile.

    Args:
        tracked: Where the dossier lies.
        checked: Whether problems that show only across records are looked for.
        bound: Whether data are made into dossiers at all.

    Attributes:
        log: Reads the log of the repository.
    """

    def __init__(
        self, tracked: DossierLocation, *, checked: bool = True, bound: bool = True
    ) -> None:
        self._found = tracked.found
        self._folder = tracked.folder
        self._shown = tracked.shown
        self._checked = checked
        self._made = _unchecked if bound else _unbound
        self.log = LogReader(tracked.found)
        self._objects = Objects(tracked.found.git)
        self._trees: dict[str, list[File]] = {}
        self._uses: Counter[_Contents] = Counter()
        self._held: dict[_Contents, Loaded] = {}
        self._readings: dict[tuple[str, str], Reading] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self._objects.close()

    def commit(self, name: str) -> Revision:
        """Return a revision by its name, without its files.

        Raises:
            NoObject: There is none of this name.
        """
        # `:/words` takes everything after it for words.
        asked = name if name.startswith(":/") else f"{name}^{{commit}}"
        found = self._objects.read(asked, limit=_MAX_COMMIT)
        if found.kind != "commit":
            raise NoObject(name, "it is no commit")
        return self.log.commits("--no-walk", "--end-of-options", found.id)[0].revision

    def cut_off(self, identity: str) -> bool:
        """Return whether a revision that git shows without parents has some."""
        found = self._objects.read(identity, limit=_MAX_COMMIT)
        return bool(commit_parents(found.content or b""))

    def files(self, identity: str, path: str) -> Files:
        """Return the dossier's files in a commit, where it has this path; none where it has not."""
        entry = self._entry(identity, path)
        if entry is None or _is_tree(entry) != self._folder:
            return ()
        if not self._folder:
            return (entry._replace(path=path),)
        return tuple(sorted(self._below(entry, path)))

    def names(self, identity: str, folder: str) -> list[str]:
        """Return the paths of all files in a folder of a commit, for advice."""
        entry = self._entry(identity, folder)
        prefix = f"{folder}/" if folder else ""
        return [prefix + one.path for one in self._entries(entry)]

    def _entry(self, identity: str, path: str) -> File | None:
        """Return what has this path in a commit; names never reach git, so that any will do."""
        entry: File | None = File("", f"{identity}^{{tree}}", _TREE)
        for name in path.split("/") if path else ():
            entry = next((one for one in self._entries(entry) if one.path == name), None)
        return entry

    def _entries(self, tree: File | None) -> list[File]:
        if tree is None or not _is_tree(tree):
            return []
        known = self._trees.get(tree.blob)
        if known is None:
            found = self._objects.read(tree.blob, limit=_MAX_TREE)
            known = list(tree_entries(found.content or b"", len(found.id)))
            if len(self._trees) >= _MAX_HELD_TREES:
                self._trees.clear()
            self._trees[tree.blob] = known
        return known

    def _below(self, tree: File, path: str) -> Iterator[File]:
        """Yield the dossier's files in a folder; what it takes is bounded, whatever is in it."""
        waiting, folders, files = [tree._replace(path="")], 0, 0
        while waiting:
            folder = waiting.pop()
            folders += 1
            if folders > _MAX_FOLDERS:
                raise GitFault(f"The folder has more than {_MAX_FOLDERS:,} folders in it.")
            for entry in self._entries(folder):
                inner = f"{folder.path}/{entry.path}" if folder.path else entry.path
                if belongs(inner) and not _is_tree(entry):
                    files += 1
                    _few_enough(files)
                    yield entry._replace(path=f"{path}/{inner}" if path else inner)
                elif _is_tree(entry) and _may_hold_files(inner):
                    waiting.append(entry._replace(path=inner))

    def indexed(self, path: str) -> Files:
        """Return the dossier's files in the index.

        Raises:
            GitFault: The index has a conflict there.
        """
        listed = self._found.git.output("ls-files", "--stage", "-z", "--", path or ".")
        files = []
        for line in listed.split(b"\0")[:-1]:
            about, _, name = line.partition(b"\t")
            mode, blob, stage = about.decode().split(" ")
            file = File(os.fsdecode(name), blob, mode)
            wanted = belongs(within(file.path, path)) if self._folder else file.path == path
            if wanted and stage != "0":
                shown = file.path
                raise GitFault(f"`{shown}` has a conflict in the index. Resolve it, and add it.")
            if wanted:
                files.append(file)
        _few_enough(len(files))
        return tuple(sorted(files))

    def expect(self, states: Iterable[Files]) -> None:
        """Note which states will be asked for, so that none is read twice or held in vain."""
        self._uses.update(map(_contents, states))

    def load(self, files: Files, label: str) -> Loaded:
        """Return the dossier that these files of git make."""
        key = _contents(files)
        loaded = self._held.pop(key, None) or self._load(files, label)
        self._uses[key] -= 1
        self._hold(key, loaded)
        return loaded

    def _hold(self, key: _Contents, loaded: Loaded) -> None:
        """Keep what is asked for again, the least recently used ones not."""
        if self._uses[key] <= 0:
            del self._uses[key]
            return
        self._held[key] = loaded
        if len(self._held) > _MAX_HELD:
            del self._held[next(iter(self._held))]

    def _load(self, files: Files, label: str) -> Loaded:
        if not files:
            return Loaded(label, None, ())
        if self._folder:
            return self._bound(self._read_files(files, label))
        name = f"{label}:{files[0].path}"
        content = self._content(files[0], name, MAX_BYTES)
        if isinstance(content, Problem):
            return Loaded(name, None, (content,))
        return loads(content, name) if self._checked else self._made(read(content, name))

    def _bound(self, reading: Reading) -> Loaded:
        if self._checked:
            return bound(Loaded(reading.name, None, reading.problems, reading))
        return self._made(reading)

    def _read_files(self, files: Files, label: str) -> Reading:
        """Return what the files of a folder say; those of the state read before are known."""
        known, self._readings = self._readings, {}

        def reader(file: File) -> Callable[[Size], Reading]:
            key = (file.path, file.blob)

            def read_file(room: Size) -> Reading:
                found = known.get(key)
                if found is None or any(found.size.less(room)):
                    found = self._reading(file, label, room)
                self._readings[key] = found
                return found

            return read_file

        return folder_reading(label, map(reader, files))

    def _reading(self, file: File, label: str, room: Size) -> Reading:
        name = f"{label}:{file.path}"
        content = self._content(file, name, room.octets)
        if isinstance(content, Problem):
            return Reading(name, None, (content,), Lines("", name))
        return read(content, name, room)

    def _content(self, file: File, name: str, most: int) -> bytes | Problem:
        if file.unreadable:
            return _problem(f"`{name}` {file.unreadable}.", "It is not followed.")
        try:
            found = self._objects.read(file.blob, limit=most)
        except NoObject as fault:
            advice = f"`git cat-file -e {file.blob}` fetches it, if it can be."
            return _problem(f"`{name}` cannot be read: {fault.reason}.", advice)
        if found.content is None:
            left = "" if most == MAX_BYTES else f"; {most:,} are left for it in the folder"
            return Problem("too-large", f"`{name}` has {found.size:,} bytes{left}.")
        return found.content

    def working(self, path: str) -> Loaded:
        """Return the dossier in the working tree; nothing where there is none."""
        place = Path(self._found.root) / path
        if self._folder:
            return self._working_folder()
        mode = _mode(place)
        if mode is None:
            return Loaded(self._shown, None, ())
        if stat.S_ISLNK(mode):
            problem = _problem(f"`{self._shown}` is a symbolic link.", "It is not followed.")
            return Loaded(self._shown, None, (problem,))
        if not stat.S_ISREG(mode):
            return load(self._shown)
        loaded = load(self._shown)
        if self._uses:
            # What is the same in a commit need not be parsed again.
            blob = self._found.git.text("hash-object", "--no-filters", "--", str(place))
            self._hold(_contents((File(path, blob),)), loaded)
        return loaded

    def _working_folder(self) -> Loaded:
        """Return the dossier in a folder; nothing where none of its files is there."""
        try:
            listing = list_folder(self._shown)
            if not listing.files and not listing.problems:
                return Loaded(self._shown, None, ())
            return self._bound(read_folder(self._shown))
        except FileNotFoundError:
            return Loaded(self._shown, None, ())
        except OSError as fault:
            problem = unreadable(self._shown, fault.strerror or "unknown reason")
            return Loaded(self._shown, None, (problem,))


def _unchecked(reading: Reading) -> Loaded:
    dossier, problems = bind(reading)
    return Loaded(reading.name, dossier, in_order((*reading.problems, *problems)), reading)


def _unbound(reading: Reading) -> Loaded:
    if reading.data is None and not reading.problems:  # an empty file is a problem, once bound
        return _unchecked(reading)
    return Loaded(reading.name, None, reading.problems, reading)


def _problem(sentence: str, advice: str = "") -> Problem:
    return Problem("unreadable-file", sentence, advice)


def _contents(files: Files) -> _Contents:
    """Return what decides what the files say: their contents, in order, whatever their names."""
    return tuple((file.blob, file.unreadable) for file in files)


def _is_tree(file: File) -> bool:
    return file.mode == _TREE


def _may_hold_files(folder: str) -> bool:
    """Return whether a folder within the dossier's is looked into."""
    return belongs(f"{folder}/x{SUFFIX}")


def _few_enough(files: int) -> None:
    if files > MAX_FILES:
        raise GitFault(f"The folder has more than {MAX_FILES:,} files that end in `{SUFFIX}`.")


def _mode(place: Path) -> int | None:
    """Return what a path is, links not followed; None where there is nothing."""
    try:
        return place.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
