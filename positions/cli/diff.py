"""Prints what changed between two states of a dossier: `positions diff`."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import click

from positions.changes.beginning import nothing_of
from positions.changes.difference import difference
from positions.cli import console, terminal
from positions.cli.exit_code import ExitCode
from positions.cli.lens import chosen_rows, fixed_options
from positions.cli.loading import load_named, name_of, number_of
from positions.cli.options import branch_option, format_option, pair_of_moments
from positions.cli.revisions import (
    DiffRequest,
    class_option,
    classes_named,
    history_meant,
    party_option,
    past_file_option,
)
from positions.cli.words import issue_id, party_id
from positions.comparison.selection import Lens
from positions.git.history import State, file_in_revision, history_of
from positions.loader import Loaded, load
from positions.problems.errors import WrongUse
from positions.problems.problem import Severity
from positions.reading.discovery import names_dossier
from positions.reading.files import STANDARD_INPUT
from positions.record.known import known_at
from positions.record.options import under_options
from positions.reports.changes.json import difference_json
from positions.reports.changes.log import commit_words
from positions.reports.changes.page import difference_page
from positions.reports.changes.words import NOTHING, NOTHING_BUT_FORM
from positions.reports.page.render import FORMS, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from positions.changes.model import DossierDifference
    from positions.git.history import Snapshot
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment

__all__ = ["NamedDossiers", "command", "print_difference", "sides_of_files"]

_T = TypeVar("_T")
_PROBLEMS_SHOWN: Final = 3
_UNREADABLE: Final = 2


class NamedDossiers(NamedTuple):
    """Two states of a dossier, and what they are called.

    Attributes:
        names: What the states are called in a sentence.
        revisions: What is told of the revision that each is: when it was made, by whom, and what
            for; empty for what is none.
        moments: The moments at which one dossier is looked at; None where the states are two
            texts.
        in_order: Whether the second was made after the first; None where that is not known.
    """

    before: Loaded
    after: Loaded
    names: tuple[str, str]
    revisions: tuple[str, str] = ("", "")
    moments: tuple[Moment, Moment] | None = None
    in_order: bool | None = None

    @property
    def titles(self) -> tuple[str, str]:
        """The names, with what is told of a revision."""
        one, other = zip(self.names, self.revisions, strict=True)
        return _with_details(*one), _with_details(*other)

    @property
    def heading(self) -> str:
        """What is compared, in a sentence that says which clock it follows."""
        if self.moments is not None:
            before, after = (one.in_full for one in self.moments)
            back = "backward " if self.moments[1].before(self.moments[0]) else ""
            return f"As the talks went, {back}from {before} to {after}."
        before, after = (
            _with_details(name, _stands_for(loaded), revision)
            for name, loaded, revision in zip(
                self.names, (self.before, self.after), self.revisions, strict=True
            )
        )
        return f"As recorded, from {before} to {after}."

    @property
    def texts(self) -> tuple[str, str]:
        """What messages call the texts; at two moments it is one."""
        return self.titles if self.moments is None else (name_of(self.after.path),) * 2


def _with_details(name: str, *details: str) -> str:
    told = " · ".join(filter(None, details))
    if told and name.endswith(")"):
        return f"{name[:-1]} · {told})"
    return f"{name} ({told})" if told else name


def _stands_for(loaded: Loaded) -> str:
    """Return the moment for which a dossier stands; empty where there is none to read."""
    return loaded.dossier.header.as_of.in_full if loaded.dossier else ""


class _WithPath(click.Command):
    """A command that takes the dossier after `--`, as git does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what stands after `--` for the path of the dossier."""
        if "--" in args:
            at = args.index("--")
            args, paths = args[:at], args[at + 1 :]
            if len(paths) > 1:
                raise click.UsageError("Name one dossier after `--`: a file or a folder.", ctx)
            ctx.obj = paths[0] if paths else None
        else:
            ctx.obj = None
        return super().parse_args(ctx, args)


@click.command(
    "diff", cls=_WithPath, short_help="Print what changed between two revisions or moments."
)
@click.argument("revisions", nargs=-1, metavar="[REVISION [REVISION]] [-- PATH]")
@past_file_option
@click.option("--staged", "--cached", is_flag=True, help="The index in the place of the files.")
@click.option(
    "--moments",
    nargs=2,
    callback=pair_of_moments,
    metavar="DATE DATE",
    help="The dossier as it could be known at two dates or moments, and not two revisions.",
)
@class_option
@party_option
@click.option(
    "--issue", "issues", multiple=True, metavar="NAME", help="Only this issue; may be repeated."
)
@click.option(
    "--filter", "words", metavar="WORDS", default="", help="Only issues that pass this filter."
)
@click.option(
    "--by",
    type=click.Choice(("issue", "party")),
    default="issue",
    show_default=True,
    help="In which order.",
)
@branch_option
@format_option((*FORMS, "json"))
@click.option("--exit-code", is_flag=True, help="End with 1 if anything of the classes changed.")
@click.pass_context
def command(  # noqa: PLR0913 - the options of a command
    context: click.Context,
    *,
    revisions: tuple[str, ...],
    file: str | None,
    staged: bool,
    moments: tuple[Moment, Moment] | None,
    classes: str,
    parties: tuple[str, ...],
    issues: tuple[str, ...],
    words: str,
    by: str,
    options: tuple[str, ...],
    form: str,
    exit_code: bool,
) -> int:
    """Print which positions changed between two states, and who moved toward whom.

    \b
    positions diff             the last revision and the files as they are
    positions diff REV         that revision and the files as they are
    positions diff A B         two revisions; also A..B
    positions diff A...B       where B left A, and B
    positions diff --staged    the last revision and the index
    positions diff ONE TWO     two files or folders, in a repository or not; - is standard input,
                               REV:FILE a file as it was in a revision
    positions diff --moments 2025-05-28 2025-06-02T18:00
                               one dossier at two moments of the talks, without git

    A revision is named as git names it, or is a date: the last revision of that day or before.

    Changes of substance are printed in full: values, terms, blanks, red lines. Changes of
    evidence (sources, grades, accounts) and of wording (paraphrases, titles, notes) are counted,
    unless --class asks for them. What order, spacing, quoting, comments and invisible characters
    change is no change.

    Ends with 0; with 1 where a side cannot be read. With --exit-code: 0 where nothing of the
    classes asked for changed, 1 where something did, 2 where a side cannot be read.
    """  # noqa: D301 - click reads the sign
    asked = DiffRequest(
        classes_named(classes), parties, issues, words, by == "party", form, options
    )
    path = file if context.obj is None else context.obj
    if moments is not None:
        if staged:
            raise click.UsageError("--moments looks at one dossier, --staged at two.", context)
        sides = _sides_of_moments(_only_path(revisions, path), moments)
        return print_difference(sides, asked, exit_code=exit_code)
    files = [word for word in revisions if names_dossier(word)] if path is None else []
    if len(files) == 2 and len(revisions) == 2 and not staged:
        return print_difference(sides_of_files(*files), asked, exit_code=exit_code)
    named = file_in_revision(files[0]) if len(files) == len(revisions) == 1 else None
    if named is not None and named[0]:
        revisions, path = named[:1], named[1]
    elif len(files) == 1 and files[0] == revisions[-1]:
        # As git has it: the last word may be the path without `--` before it.
        revisions, path = revisions[:-1], files[0]
    sides = _sides_of_revisions(revisions, path, staged=staged)
    return print_difference(sides, asked, exit_code=exit_code)


def _only_path(words: Sequence[str], path: str | None) -> str | None:
    """Return the path of the one dossier that is looked at.

    Raises:
        UsageError: A word is none, or two dossiers are named.
    """
    for word in words:
        if not names_dossier(word):
            raise click.UsageError(f"With --moments, `{word}` can only be a dossier; it is none.")
    named = [*words, *([path] if path is not None else [])]
    if len(named) > 1:
        raise click.UsageError("--moments looks at one dossier: name one.")
    return named[0] if named else None


@contextmanager
def _collector_paused() -> Iterator[None]:
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


@_collector_paused()
def sides_of_files(before: str, after: str) -> NamedDossiers:
    """Return two files or folders as the sides of a difference, each for itself.

    The null device is no file; `REV:FILE` is one as it was in a revision.

    Raises:
        Refusal: One does not exist.
    """
    (one, *first), (other, *second) = _of_its_own(before), _of_its_own(after)
    return NamedDossiers(one, other, (first[0], second[0]), (first[1], second[1]))


@_collector_paused()
def _sides_of_moments(named: str | None, moments: tuple[Moment, Moment]) -> NamedDossiers:
    """Return one dossier at two moments as the sides of a difference.

    Args:
        named: The path of the dossier, if one is named.
        moments: The moments; the earlier need not be the first.

    Raises:
        Refusal: There is no such dossier.
    """
    loaded = load_named(named)
    dossier = loaded.dossier
    before, after = (
        replace(loaded, dossier=dossier and known_at(dossier, moment)) for moment in moments
    )
    # What is wrong with the one dossier is said once.
    before = replace(before, problems=())
    return NamedDossiers(before, after, (str(moments[0]), str(moments[1])), moments=moments)


def _of_its_own(side: str) -> tuple[Loaded, str, str]:
    """Return what a file or a folder holds, what it is called, and of which revision it is."""
    if side == os.devnull:
        return Loaded(os.devnull, None, ()), side, ""
    named = file_in_revision(side)
    if named is not None:
        found = history_of(named[1]).snapshot(named[0] or State.INDEX)
        if found.absent:
            raise WrongUse(f"There is no `{named[1]}` in {found.label}.")
        name, revision = _named(found)
        return found.loaded, f"{side}, {name}" if named[0] else side, revision
    try:
        return load(side, checked=False), "standard input" if side == STANDARD_INPUT else side, ""
    except FileNotFoundError as fault:
        raise WrongUse(f"There is no file `{fault.filename}`.") from fault


@_collector_paused()
def _sides_of_revisions(
    revisions: Sequence[str], path: str | None, *, staged: bool
) -> NamedDossiers:
    """Return the two states that `git diff` would compare; HEAD and the working tree if none.

    Raises:
        Refusal: There is no git, no repository, no such revision, no dossier.
    """
    wanted = revisions or (() if staged else ("HEAD",))
    before, after = history_meant(path).pair(wanted, staged=staged)
    one, other = _named(before), _named(after)
    names, revisions = zip(one, other, strict=True)
    order = before.precedes(after)
    return NamedDossiers(before.loaded, after.loaded, names, revisions, in_order=order)


def _named(side: Snapshot) -> tuple[str, str]:
    """Return what a state is called, and when its revision was made, by whom and what for."""
    revision = side.revision
    if revision is None:
        return f"the {side.label}" if side.label in list(State) else side.label, ""
    return revision.short, f"{commit_words(revision)}, {revision.author}: {revision.subject}"


@_collector_paused()
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
        for name, loaded in zip(sides.texts, (sides.before, sides.after), strict=True)
    ]
    if not all(readable):
        return _UNREADABLE if exit_code else ExitCode.FAULTY
    wholes = _wholes(sides)
    lens = Lens(options=_in_either(wholes, partial(fixed_options, words=asked.options)))
    whole = difference(*wholes, in_order=sides.in_order, options=lens.options)
    found = _reduced(whole, wholes, asked, lens)
    if asked.form == "json" or any(found.counts.values()):
        console.write(_printed(found, sides, wholes[1].header.title, asked))
    else:
        console.write(f"{_nothing(sides, asked)}\n")
    return int(exit_code and any(found.counts[one] for one in asked.classes))


def _printed(found: DossierDifference, sides: NamedDossiers, title: str, asked: DiffRequest) -> str:
    """Return what is printed of a difference, below the title of the dossier."""
    if asked.form == "json":
        return difference_json(found, sides.titles, asked.classes)
    told = sides.heading
    both = replace(found.after, parties={**found.before.parties, **found.after.parties})
    if under := under_options(both, found.options):
        told = f"{told[:-1]}, under {under}."
    heading = title, told
    page = difference_page(found, heading, classes=asked.classes, by_party=asked.by_party)
    return render(page, asked.form, terminal.output_look())


def _is_readable(name: str, loaded: Loaded) -> bool:
    """Say on standard error what is wrong with a side; return whether there is anything to read."""
    errors = [one for one in loaded.problems if one.severity is Severity.ERROR]
    if errors and loaded.dossier is None:
        console.narrate(f"positions: {name} cannot be read.")
    elif errors:
        count = number_of(len(errors), "error")
        console.narrate(f"positions: {name} has {count}; what they spoil is left out.")
    for problem in errors[:_PROBLEMS_SHOWN]:
        console.narrate(f"  {problem}")
    return loaded.dossier is not None or not loaded.problems


def _wholes(sides: NamedDossiers) -> tuple[Dossier, Dossier]:
    """Return both dossiers; where there is none yet, or none any more, an empty one."""
    before, after = sides.before.dossier, sides.after.dossier
    present = after or before
    if present is None:
        raise WrongUse("There is no dossier on either side.")
    return before or nothing_of(present), after or nothing_of(present)


def _reduced(
    found: DossierDifference, wholes: tuple[Dossier, Dossier], asked: DiffRequest, lens: Lens
) -> DossierDifference:
    """Return what is asked for of a difference."""
    if asked.words:
        chosen = {row.issue.id for row in chosen_rows(lens.compare(wholes[1]), asked.words)}
        # An issue that is gone can only be found where it was.
        with suppress(WrongUse):
            was = chosen_rows(lens.compare(wholes[0]), asked.words)
            chosen |= {row.issue.id for row in was if row.issue.id not in wholes[1].issues}
        found = found.on(chosen)
    if asked.issues:
        found = found.on([issue_id(name, wholes) for name in asked.issues])
    if asked.parties:
        parties = [_in_either(wholes, partial(party_id, name=name)) for name in asked.parties]
        found = found.of(parties)
    return found


def _in_either(dossiers: tuple[Dossier, Dossier], find: Callable[[Dossier], _T]) -> _T:
    """Return what words of the user mean, in the newest dossier in which they mean anything."""
    before, after = dossiers
    try:
        return find(after)
    except WrongUse:
        with suppress(WrongUse):
            return find(before)
        raise


def _nothing(sides: NamedDossiers, asked: DiffRequest) -> str:
    if asked.words or asked.issues or asked.parties or asked.options:
        return "Nothing changed in what was asked for."
    texts = sides.before.text, sides.after.text
    return NOTHING_BUT_FORM if texts[0] != texts[1] else NOTHING
