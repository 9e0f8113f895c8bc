"""What git calls while it compares and merges: the external diff, the text conversion, the merge.

A diff driver that fails makes git stop, so that the first two never fail: what cannot be read as
a dossier is shown as the text that it is.
"""

from __future__ import annotations

import difflib
import os
import shutil
from functools import partial
from typing import TYPE_CHECKING, Final

from positions.binding.dossier import SECTIONS
from positions.changes.detect import ChangeClass
from positions.changes.difference import difference, nothing_of
from positions.changes.leaves import canonical
from positions.changes.log import loaded_difference
from positions.cli import console
from positions.cli.difftool_sides import difftool_pairs
from positions.git.run import Git, GitFault
from positions.loader import Loaded, load, loads
from positions.merge.three_way import check_merged, merge
from positions.reading.reader import MAX_BYTES
from positions.reports.changes.text import difference_text
from positions.reports.changes.words import NOTHING_BUT_FORM
from positions.reports.page.style import Style, paint
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from positions.changes.leaves import Content

__all__ = [
    "LEFT_TO_GIT",
    "canonical_lines",
    "merge_files",
    "print_external_diff",
    "print_text",
]

_Sides = tuple[Loaded | None, Loaded | None]

LEFT_TO_GIT: Final = 2
"""How a merge ends that is left to `git merge-file`; nothing was written."""

_CONFLICTS: Final = 1
_COLUMNS: Final = 100


def print_external_diff(arguments: Sequence[str]) -> int:
    """Print what changed in a dossier, as git asks for it; return 0 whatever happens.

    Args:
        arguments: Those that git gives: the path, then the old file, its id and mode, the new
            file, its id and mode, and for a renamed file the new path and a header; the path
            alone for a file that is not merged.
    """
    colour = _wants_colour()
    path = arguments[0] if arguments else ""
    shown = f"{path} → {arguments[7]}" if len(arguments) > 7 else path
    title = paint(f"positions diff {visible(shown)}", Style.STRONG, colour=colour)
    if len(arguments) < 7:
        console.write(f"{title}\nThe file has conflicts that are not resolved.\n")
        return 0
    before, after = _content(arguments[1]), _content(arguments[4])
    try:
        sides = _sides(before, after, arguments)
        report = _report(sides, partial(_raw, before, after), colour=colour)
    except Exception as fault:  # noqa: BLE001 - git stops where a diff driver fails
        report = f"The dossiers could not be compared ({type(fault).__name__}).\n"
        report += _raw(before, after)
    console.write(f"{title}\n{report}")
    return 0


def _content(path: str) -> bytes | None:
    """Return what a file holds; None where there is no file, or none that can be read."""
    if path == os.devnull:
        return None
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - git gives any text for a path
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None


def _sides(before: bytes | None, after: bytes | None, arguments: Sequence[str]) -> _Sides:
    """Return both sides as they were read; of a file that is part of a folder, the whole of it."""
    one, other = _loaded(before, arguments[1]), _loaded(after, arguments[4])
    if any(side is not None and side.dossier is not None for side in (one, other)):
        return one, other
    with difftool_pairs(arguments[1], arguments[4], arguments[0]) as pairs:
        for pair in pairs:
            if os.path.isdir(pair.after.path):  # noqa: PTH112 - git gives any text for a path
                return load(pair.before.path, checked=False), load(pair.after.path, checked=False)
    return one, other


def _report(sides: _Sides, raw: Callable[[], str], *, colour: bool) -> str:
    """Return what changed between two sides; where that cannot be said, why, and the lines."""
    one, other = sides
    unread = [
        f"{'Before' if side is one else 'After'}: {side.problems[0]}\n"
        for side in (one, other)
        if side is not None and side.dossier is None and side.problems
    ]
    if unread:
        return visible("".join(unread), newlines=True) + raw()
    old, new = one.dossier if one else None, other.dossier if other else None
    present = new or old
    if present is None:
        return raw()
    if one is None or other is None or old is None or new is None:
        found = difference(old or nothing_of(present), new or nothing_of(present))
    else:
        found = loaded_difference(one, other)
    if not any(found.counts.values()):
        return f"{NOTHING_BUT_FORM}\n"
    heading = (present.header.title,)
    columns = shutil.get_terminal_size((_COLUMNS, 24)).columns
    return difference_text(
        found, heading, classes=(ChangeClass.SUBSTANCE,), columns=columns, colour=colour
    )


def _loaded(content: bytes | None, name: str) -> Loaded | None:
    return None if content is None else loads(content, name, checked=False)


def _raw(before: bytes | None, after: bytes | None) -> str:
    """Return the lines of two texts as a plain diff, made visible."""
    lines = [_lines(before), _lines(after)]
    found = difflib.unified_diff(lines[0], lines[1], "before", "after", lineterm="")
    return "".join(f"{line}\n" for line in found)


def _lines(content: bytes | None) -> list[str]:
    text = (content or b"").decode("utf-8", "replace")
    return [visible(line) for line in text.splitlines()]


def _wants_colour() -> bool:
    """Return whether git would colour what it prints here."""
    if os.environ.get("NO_COLOR"):
        return False
    terminal = console.has_colour() or bool(os.environ.get("GIT_PAGER_IN_USE"))
    try:
        said = Git(os.getcwd()).text(  # noqa: PTH109 - git wants text
            "config", "--get-colorbool", "color.diff", "true" if terminal else "false"
        )
    except (GitFault, OSError):
        return terminal
    return said == "true"


def print_text(path: str) -> int:
    """Print a dossier as canonical lines, as git asks for it; its text where that is none.

    Returns:
        0, whatever happens.
    """
    content = _content(path) or b""
    try:
        text = "".join(canonical_lines(content))
    except Exception:  # noqa: BLE001 - git stops where a text conversion fails
        text = ""
    console.write(text or visible(content.decode("utf-8", "replace"), newlines=True))
    return 0


def canonical_lines(content: bytes) -> Iterator[str]:
    """Yield each fact of a dossier as a line, `path = content`; nothing where there is no dossier.

    The lines are in the order of the sections and of ids, so that only what a fact says changes
    them.
    """
    dossier = loads(content, "", checked=False).dossier
    if dossier is None:
        return
    leaves = canonical(dossier)
    for path in sorted(leaves, key=lambda path: (SECTIONS.index(path[0]), path)):
        yield f"{visible('.'.join(path))} = {visible(_written(leaves[path]))}\n"


def _written(content: Content) -> str:
    return content if isinstance(content, str) else f"[{', '.join(content)}]"


def merge_files(
    base: str, ours: str, theirs: str, *, marker_size: int, path: str, labels: tuple[str, str, str]
) -> int:
    """Merge two edits of a dossier, as git asks for it, into our file.

    Args:
        base: The file that both sides began with.
        ours: The file of our side, which takes the result.
        theirs: The file of the other side.
        marker_size: How many characters a conflict's marker has.
        path: What messages call the dossier.
        labels: What markers call our side, the base and the other side.

    Returns:
        0 where all is merged; 1 where conflicts are marked, or the merged dossier has a problem
        that neither side had; 2 where the merge is left to git and nothing was written.
    """
    contents = [_content(name) for name in (base, ours, theirs)]
    try:
        texts = [(content or b"").decode("utf-8") for content in contents]
    except UnicodeDecodeError:
        console.narrate(f"{path}: a side is not UTF-8; it is merged by lines.")
        return LEFT_TO_GIT
    merged = merge(texts[0], texts[1], texts[2], labels=labels, marker_size=marker_size)
    if merged.text is None:
        console.narrate(f"{path}: {merged.reason} It is merged by lines.")
        return LEFT_TO_GIT
    with open(ours, "wb") as file:  # noqa: PTH123 - git gives any text for a path
        file.write(merged.text.encode("utf-8", "surrogatepass"))
    for keys in merged.conflicts:
        console.narrate(f"{path}: both sides changed `{'.'.join(map(str, keys)) or path}`.")
    if merged.conflicts:
        return _CONFLICTS
    problems = check_merged(texts[1], texts[2], merged.text, path)
    for problem in problems:
        console.narrate(str(problem))
    return _CONFLICTS if problems else 0
