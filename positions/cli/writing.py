"""Writes a changed text of a dossier: refused where `check` would refuse it, printed as a diff."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from positions.authoring.edits import NoPlace, edited
from positions.authoring.source_text import source_text
from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.loader import load_with
from positions.problems.errors import WrongUse
from positions.problems.problem import Severity
from positions.reading.reader import read
from positions.text.safe import visible
from positions.text.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from positions.authoring.edits import TextEdit
    from positions.loader import Loaded
    from positions.problems.problem import Path as RecordPath
    from positions.reading.places import Reading

__all__ = ["file_of", "write_change"]


def file_of(loaded: Loaded, places: Iterable[RecordPath]) -> Path:
    """Return the file that has the first of some places.

    Raises:
        NoPlace: None of them is in a file.
    """
    for path in places:
        span = loaded.span(path, key=True)
        if span is not None and Path(span.file).is_file():
            return Path(span.file)
    raise NoPlace("The dossier is no file that can be written to.")


def write_change(
    loaded: Loaded,
    file: Path,
    edits_of: Callable[[Reading], Sequence[TextEdit]],
    *,
    dry_run: bool,
) -> ExitCode:
    """Make edits in a file of a dossier, and print what changed.

    Args:
        loaded: The dossier.
        file: The file.
        edits_of: Returns the edits, of the file as it was read.
        dry_run: Whether to print the change alone.

    Raises:
        NoPlace: There is no place for an edit, or the file is no text.
        WrongUse: The new text would have errors that the old one has not.
    """
    source = source_text(file.read_bytes())
    after = edited(source.text, edits_of(read(source.text, str(file))))
    if after == source.text:
        console.narrate("It is recorded so already; nothing was changed.")
        return ExitCode.FINE
    _refuse_faults(loaded, file, after)
    changed = difflib.unified_diff(
        source.text.splitlines(keepends=True),
        after.splitlines(keepends=True),
        str(file),
        str(file),
        n=2,
    )
    console.write("".join(visible(line, newlines=True) for line in changed))
    if not dry_run:
        write_whole(file, source.bytes_of(after))
    return ExitCode.FINE


def _refuse_faults(loaded: Loaded, file: Path, after: str) -> None:
    """Refuse a text with errors that the old one did not have.

    Raises:
        WrongUse: There are such errors; the text names each.
    """
    known = {(one.code, one.sentence) for one in loaded.problems}
    found = load_with(loaded.path, {str(file): after})
    errors = [
        problem
        for problem in found.problems
        if problem.severity is Severity.ERROR and (problem.code, problem.sentence) not in known
    ]
    if errors:
        said = "\n".join(map(str, errors))
        raise WrongUse(f"Nothing was written, because `check` would refuse it:\n{said}")
