"""What `diff` does once their arguments are read."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from positions.changes.detect import ChangeClass
from positions.changes.difference import difference, nothing_of
from positions.changes.log import loaded_difference
from positions.changes.narrowing import narrowed
from positions.cli import console
from positions.cli.arguments import ExitCode, WrongUse, chosen_rows, party_id
from positions.comparison.compare import compare
from positions.filter.index import fold
from positions.loader import Loaded, bound, load, scan
from positions.problems.problem import Severity, nearest
from positions.reports.changes.json import difference_json
from positions.reports.changes.markdown import difference_markdown
from positions.reports.changes.text import difference_text
from positions.reports.changes.words import CLASSES, NOTHING, NOTHING_BUT_FORM
from positions.reports.comparison.text import STABLE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.model import DossierDifference
    from positions.model.dossier import Dossier

__all__ = [
    "DiffRequest",
    "NamedDossiers",
    "classes_named",
    "collector_paused",
    "issue_id",
    "print_difference",
    "sides_of_files",
]


@dataclass(frozen=True, slots=True)
class DiffRequest:
    """What of a difference or a log is asked for, and how it is printed.

    Attributes:
        classes: The classes to print in full.
        parties: The parties, by id or name; all where none are given.
        issues: The issues, by id or title; all where none are given.
        words: A filter.
        by_party: Whether to go party by party.
        form: `text`, `markdown` or `json`.
    """

    classes: tuple[ChangeClass, ...] = (ChangeClass.SUBSTANCE,)
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    words: str = ""
    by_party: bool = False
    form: str = "text"


class NamedDossiers(NamedTuple):
    """Two states of a dossier, and what they are called."""

    before: Loaded
    after: Loaded
    names: tuple[str, str]


def classes_named(words: str) -> tuple[ChangeClass, ...]:
    """Return the classes in a list by commas; `all` is all of them.

    Raises:
        WrongUse: One is not known.
    """
    names = [word.strip().lower() for word in words.split(",") if word.strip()]
    if "all" in names:
        return CLASSES
    for name in names:
        if name not in list(CLASSES):
            advice = nearest(name, CLASSES) or "The classes are substance, evidence and wording."
            raise WrongUse(f"There is no class `{name}`. {advice}")
    return tuple(one for one in CLASSES if one in names)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector: of two bounded dossiers, nothing can be collected meanwhile.

    What was made is set aside afterwards, so that it is not gone through as the program ends.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()


@collector_paused()
def sides_of_files(before: str, after: str) -> NamedDossiers:
    """Return two plain files or folders as the sides of a difference; the null device is no file.

    Raises:
        WrongUse: One does not exist.
    """
    try:
        found = _absent if after == os.devnull else load(after, checked=False)
        other = _absent if before == os.devnull else scan(before)
    except FileNotFoundError as fault:
        raise WrongUse(f"There is no file `{fault.filename}`.") from fault
    parts = narrowed(other, found) if found.dossier else None
    # Where both can be narrowed down, what is left out need not be bound on both sides.
    one = replace(other, dossier=parts[0]) if parts else bound(other, checked=False)
    return NamedDossiers(one, found, (before, after))


_absent = Loaded(os.devnull, None, ())


@collector_paused()
def print_difference(sides: NamedDossiers, asked: DiffRequest, *, exit_code: bool = False) -> int:
    """Print what changed between two states of a dossier.

    Returns:
        0, or 1 where a side cannot be read. With `exit_code` as git's: 1 where something of the
        classes asked for changed, and 2 where a side cannot be read.

    Raises:
        WrongUse: There is no such party or issue, or the filter cannot be read.
    """
    readable = [
        _is_readable(name, loaded)
        for name, loaded in zip(sides.names, (sides.before, sides.after), strict=True)
    ]
    if not all(readable):
        return _UNREADABLE if exit_code else ExitCode.FAULTY
    wholes = _wholes(sides)
    found = _reduced(_difference(sides, wholes), wholes, asked)
    if asked.form == "json" or any(found.counts.values()):
        console.write(_difference_report(found, sides.names, wholes[1], asked))
    else:
        console.write(f"{_nothing(sides, asked)}\n")
    return int(exit_code and any(found.counts[one] for one in asked.classes))


def _is_readable(name: str, loaded: Loaded) -> bool:
    """Say on standard error what is wrong with a side; return whether there is anything to read."""
    errors = [one for one in loaded.problems if one.severity is Severity.ERROR]
    if errors and loaded.dossier is None:
        console.narrate(f"positions: {name} cannot be read.")
    elif errors:
        count = f"{len(errors):,} {'error' if len(errors) == 1 else 'errors'}"
        console.narrate(f"positions: {name} has {count}; what they spoil is left out.")
    for problem in errors[:_PROBLEMS_SHOWN]:
        console.narrate(f"  {problem}")
    return loaded.dossier is not None or not loaded.problems


_PROBLEMS_SHOWN = 3
_UNREADABLE = 2


def _wholes(sides: NamedDossiers) -> tuple[Dossier, Dossier]:
    """Return both dossiers; where there is none yet, or none any more, an empty one."""
    before, after = sides.before.dossier, sides.after.dossier
    present = after or before
    if present is None:
        raise WrongUse("There is no dossier on either side.")
    return before or nothing_of(present), after or nothing_of(present)


def _difference(sides: NamedDossiers, wholes: tuple[Dossier, Dossier]) -> DossierDifference:
    if sides.before.dossier is None or sides.after.dossier is None:
        return difference(*wholes)
    return loaded_difference(sides.before, sides.after)


def _reduced(
    found: DossierDifference, wholes: tuple[Dossier, Dossier], asked: DiffRequest
) -> DossierDifference:
    """Return what is asked for of a difference."""
    if asked.words:
        chosen = {row.issue.id for row in chosen_rows(compare(wholes[1]), asked.words)}
        # An issue that is gone can only be found where it was.
        with suppress(WrongUse):
            was = chosen_rows(compare(wholes[0]), asked.words)
            chosen |= {row.issue.id for row in was if row.issue.id not in wholes[1].issues}
        found = found.on(chosen)
    if asked.issues:
        found = found.on([issue_id(name, wholes) for name in asked.issues])
    if asked.parties:
        found = found.of([_party_id(name, wholes) for name in asked.parties])
    return found


def issue_id(name: str, dossiers: Sequence[Dossier]) -> str:
    """Return the id of the issue that is meant, by id or title, in one of some dossiers.

    Raises:
        WrongUse: There is none.
    """
    issues = [issue for dossier in dossiers for issue in dossier.issues.values()]
    for issue in issues:
        if name == issue.id:
            return name
    for issue in issues:
        if fold(name) in {fold(issue.id), fold(issue.title)}:
            return issue.id
    advice = nearest(name, [word for issue in issues for word in (issue.id, issue.title)])
    raise WrongUse(f"There is no issue `{name}`. {advice}".rstrip())


def _party_id(name: str, dossiers: Sequence[Dossier]) -> str:
    """Return the id of the party that is meant, in the newest dossier that has it."""
    before, after = dossiers
    try:
        return party_id(after, name)
    except WrongUse:
        with suppress(WrongUse):
            return party_id(before, name)
        raise


def _nothing(sides: NamedDossiers, asked: DiffRequest) -> str:
    if asked.words or asked.issues or asked.parties:
        return "Nothing changed in what was asked for."
    texts = sides.before.text, sides.after.text
    return NOTHING_BUT_FORM if texts[0] != texts[1] else NOTHING


def _difference_report(
    found: DossierDifference, names: tuple[str, str], dossier: Dossier, asked: DiffRequest
) -> str:
    if asked.form == "json":
        return difference_json(found, names, asked.classes)
    heading = (dossier.header.title, f"From {names[0]} to {names[1]}.")
    if asked.form == "markdown":
        return difference_markdown(found, heading, classes=asked.classes, by_party=asked.by_party)
    return difference_text(
        found,
        heading,
        classes=asked.classes,
        by_party=asked.by_party,
        columns=console.output_columns(STABLE_WIDTH),
        colour=console.has_colour(),
    )
