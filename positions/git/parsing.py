"""What git prints of commits, trees and a log, as data; nothing here runs anything."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from positions.model.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "LOG_FORMAT",
    "File",
    "FileChange",
    "Logged",
    "Revision",
    "commit_parents",
    "commit_revision",
    "logged",
    "moment_of",
    "tree_entries",
]

LOG_FORMAT = "%x02%H%x00%P%x00%an%x00%ad%x00%ct%x00%s%x00"
"""The format of `git log` that `logged` reads, with `--raw -z --no-abbrev --date=raw`."""

_LINK, _MODULE = "120000", "160000"


class File(NamedTuple):
    """A file in a revision: its path from the root, the id of its content, and git's mode."""

    path: str
    blob: str
    mode: str = "100644"

    @property
    def unreadable(self) -> str:
        """Why this is no file with a content; empty where it is one."""
        if self.mode == _LINK:
            return "is a symbolic link"
        return "is a repository of its own" if self.mode == _MODULE else ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and the dossier in it.

    Attributes:
        id: The whole id of the commit.
        short: The beginning of the id, as people write it.
        author: The name of the author.
        date: When the author wrote it, in the author's time zone.
        committed: When it was committed, which is the order of a history.
        subject: The first paragraph of the message, on one line.
        path: The dossier's path in this revision, from the root of the repository.
        files: The dossier's files in this revision, in the order of their paths; empty where it
            has none.
        cut_off: Whether the history was cut off here when it was cloned, so that what came
            before is not known.
    """

    id: str
    short: str
    author: str
    date: datetime
    committed: datetime
    subject: str
    path: str = ""
    files: tuple[File, ...] = ()
    cut_off: bool = False

    @property
    def blob(self) -> str:
        """The id of the content of a dossier of one file; empty for others."""
        return self.files[0].blob if len(self.files) == 1 else ""


class FileChange(NamedTuple):
    """One line of a raw diff: a file before and after, None where it is not there."""

    before: File | None
    after: File | None
    copied: bool


class Logged(NamedTuple):
    """An entry of a log: the revision, without its files, its parents and what it changed."""

    revision: Revision
    parents: tuple[str, ...]
    changes: tuple[FileChange, ...]


def logged(output: bytes) -> Iterator[Logged]:
    """Return the entries of a log that was printed in `LOG_FORMAT`, in its order."""
    fields = output.split(b"\0")
    at = 0
    while at < len(fields):
        if not fields[at].startswith(b"\x02"):
            at += 1
            continue
        identity, parents, author, date, committed, subject = fields[at : at + 6]
        at += 6
        changes = []
        while at < len(fields) and not fields[at].startswith(b"\x02"):
            line = fields[at].removeprefix(b"\n")
            at += 1
            if line.startswith(b":"):
                paths = 2 if line.rpartition(b" ")[2][:1] in {b"R", b"C"} else 1
                changes.append(_file_change(line, fields[at : at + paths]))
                at += paths
        revision = Revision(
            id=identity[1:].decode(),
            short=_short(identity[1:].decode()),
            author=author.decode(errors="replace"),
            date=_moment(date.decode(errors="replace")),
            committed=_moment(f"{committed.decode(errors='replace')} +0000"),
            subject=subject.decode(errors="replace"),
        )
        yield Logged(revision, tuple(parents.decode().split()), tuple(changes))


def _file_change(line: bytes, paths: list[bytes]) -> FileChange:
    modes, status = line[1:].decode().split(" ")[:4], line.rpartition(b" ")[2]
    old, new = os.fsdecode(paths[0]), os.fsdecode(paths[-1])
    before = File(old, modes[2], modes[0]) if int(modes[2], 16) else None
    after = File(new, modes[3], modes[1]) if int(modes[3], 16) else None
    return FileChange(before, after, status.startswith(b"C"))


def commit_revision(identity: str, content: bytes) -> Revision:
    """Return the revision that a commit object is, without its files."""
    headers, message = _commit(content)
    encoding = headers.get("encoding", [b"utf-8"])[0].decode("ascii", "replace")
    author, date = _signature(headers, "author", encoding)
    committed = _signature(headers, "committer", encoding)[1]
    paragraph = message.lstrip(b"\n").split(b"\n\n", 1)[0]
    subject = " ".join(_decoded(paragraph, encoding).split("\n")).strip()
    return Revision(identity, _short(identity), author, date, committed, subject)


def commit_parents(content: bytes) -> tuple[str, ...]:
    """Return the parents that a commit object names, whether or not they were cloned."""
    return tuple(parent.decode() for parent in _commit(content)[0].get("parent", []))


def tree_entries(content: bytes, id_length: int) -> Iterator[File]:
    """Return the entries of a tree object, each with its name as its path.

    Args:
        content: The object.
        id_length: How many digits an id has in this repository.
    """
    at, size = 0, id_length // 2
    while at < len(content):
        space = content.index(b" ", at)
        end = content.index(b"\0", space)
        identity = content[end + 1 : end + 1 + size]
        mode = content[at:space].decode().zfill(6)
        yield File(os.fsdecode(content[space + 1 : end]), identity.hex(), mode)
        at = end + 1 + size


def moment_of(text: str, *, end: bool) -> datetime | None:
    """Return when a day or a minute begins or ends, here; None where the text is no date."""
    try:
        when = Moment.parse(text)
        length = timedelta(minutes=1) if when.time else timedelta(days=1)
        begins = datetime.combine(when.day if end else when.first_day, when.time or time.min)
        return (begins + length - timedelta(seconds=1) if end else begins).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def _short(identity: str) -> str:
    return identity[:9]


def _commit(content: bytes) -> tuple[dict[str, list[bytes]], bytes]:
    """Return the headers of a commit object, those of one name in a list, and its message."""
    head, _, message = content.partition(b"\n\n")
    headers: dict[str, list[bytes]] = {}
    for line in head.split(b"\n"):
        name, _, value = line.partition(b" ")
        headers.setdefault(name.decode("ascii", "replace"), []).append(value)
    return headers, message


def _signature(headers: dict[str, list[bytes]], name: str, encoding: str) -> tuple[str, datetime]:
    found = re.fullmatch(rb"(.*?) ?<.*> ?(.*)", headers.get(name, [b""])[0])
    if found is None:
        return "", _moment("")
    return _decoded(found[1], encoding), _moment(found[2].decode("ascii", "replace"))


def _decoded(text: bytes, encoding: str) -> str:
    try:
        return text.decode(encoding, "replace")
    except LookupError:
        return text.decode("utf-8", "replace")


def _moment(text: str) -> datetime:
    """Return a moment that git writes as seconds and a zone; the year 1970 where that is none."""
    found = re.fullmatch(r"(-?\d{1,15}) ([+-])(\d\d)(\d\d)", text)
    if found is None:
        return datetime.fromtimestamp(0, UTC)
    offset = timedelta(hours=int(found[3]), minutes=int(found[4]))
    zone = timezone(-offset if found[2] == "-" else offset) if offset < timedelta(days=1) else UTC
    try:
        return datetime.fromtimestamp(int(found[1]), zone)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, zone)
