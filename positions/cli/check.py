"""Lists the problems of dossiers: `positions check`."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from positions.authoring.edits import NoPlace
from positions.authoring.mending.commands import command_for
from positions.authoring.mending.search import Tried, has_mending, mended
from positions.authoring.source_text import source_text
from positions.binding.filled_in import filled_in
from positions.cli import console
from positions.cli.completion import files
from positions.cli.loading import ending, load_named, name_of, number_of
from positions.cli.options import file_option
from positions.loader import load_with
from positions.problems.catalogue import Severity
from positions.problems.errors import WrongUse
from positions.reading.files import STANDARD_INPUT
from positions.reports.problems import problems_github, problems_json, problems_text
from positions.text.quoting import shorten
from positions.text.safe import visible
from positions.text.shell import shell_word
from positions.text.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.authoring.mending.search import Mending
    from positions.authoring.source_text import SourceText
    from positions.cli.exit_code import ExitCode
    from positions.loader import Loaded
    from positions.model.dossier import Dossier
    from positions.problems.problem import Problem

__all__ = ["command"]

_TO_DO: Final = re.compile(
    r"""^(?:[^"'#\n]|(?<=\w)'|"[^"\n]*"|'[^'\n]*'|(?<=\S)\#)*+\#\ to\ do\b""",
    re.MULTILINE | re.VERBOSE,
)
"""A comment, not within quotation marks, that `import` or a person left to be decided."""


@click.command("check", short_help="List what is wrong with a dossier.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=files)
@file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github")),
    default="text",
    show_default=True,
    help="How to print them; github makes notes beside the lines of a pull request.",
)
@click.option("--fix", is_flag=True, help="Mend what has one mending, and print each change.")
@click.option("--dry-run", is_flag=True, help="With --fix: print the changes, and write nothing.")
def command(
    paths: tuple[str, ...], file: str | None, form: str, *, fix: bool, dry_run: bool
) -> ExitCode:
    """Print every problem of a dossier, or of several.

    Each problem is a line of standard output: file:line:column, severity, code, and what is wrong.
    Standard error says how much was checked.

    With --fix, what has one mending only is mended in the file, and all else in it stays as it is:
    missing quotation marks, odd spaces and tabs, a misspelt key, id or word with one that is near
    it, a title in the place of its id, a date in words. What could have been meant otherwise is
    left to you, and so is every word of a quotation.
    """
    if dry_run and not fix:
        raise click.UsageError("--dry-run goes with --fix.")
    checked = []
    for named in (*([file] if file else []), *paths) or (None,):
        loaded = load_named(named)
        if fix:
            loaded = _fixed(loaded, form, dry_run=dry_run)
        checked.append((name_of(loaded.path), loaded))
        if form != "json":
            _print_lines(*checked[-1], form, named or "")
        if form == "text" and not fix:
            _offer_mending(*checked[-1], named or "")
        if any(problem.code == "merge-conflict" for problem in loaded.problems):
            from positions.cli.renamed_dossier import tell_of_merge  # noqa: PLC0415 - few need it

            tell_of_merge(loaded.path)
    if form == "json":
        console.write(problems_json(checked))
        for name, loaded in checked:
            _narrate(name, loaded)
    return max(ending(loaded) for _, loaded in checked)


def _fixed(loaded: Loaded, form: str, *, dry_run: bool) -> Loaded:
    """Mend the files of a dossier, print each change, and return what it came to."""
    if not Path(loaded.path).exists():
        raise WrongUse(f"{name_of(loaded.path)} is no file that can be written to.")
    sources = _sources(loaded)
    if not sources:
        return loaded
    texts = {name: source.text for name, source in sources.items()}
    found = mended(texts, partial(_tried, loaded.path))
    for mending in found.mendings:
        line = _change(mending, dry_run=dry_run)
        if form == "text":
            console.write(f"{visible(line)}\n")
        else:
            console.narrate(line)
    for name, source in sources.items():
        if found.texts[name] != source.text and not dry_run:
            write_whole(name, source.bytes_of(found.texts[name]))
    if dry_run:
        console.narrate("Nothing was written.")
    return load_with(loaded.path, found.texts)


def _sources(loaded: Loaded) -> dict[str, SourceText]:
    """Return the files that have problems, but for those that are no text."""
    found: dict[str, SourceText] = {}
    for name in dict.fromkeys(one.span.file for one in loaded.problems if one.span):
        if Path(name).is_file():
            try:
                found[name] = source_text(Path(name).read_bytes())
            except NoPlace:
                continue
    return found


def _change(mending: Mending, *, dry_run: bool) -> str:
    before, after = (
        f"`{shorten(said)}`" if said.strip() else "white space"
        for said in (mending.before, mending.after)
    )
    verb = "would become" if dry_run else "is now"
    return f"{mending.file}:{mending.line}: {mending.problem.code}: {before} {verb} {after}."


def _print_lines(name: str, loaded: Loaded, form: str, named: str) -> None:
    if form == "github":
        console.write(problems_github(loaded.problems, name))
        # GitHub reads standard error too: no name of a file may begin a line there.
        _narrate(f"positions: {visible(name)}", loaded)
    else:
        command = partial(command_for, data=loaded.data, path=named)
        console.write(problems_text(loaded.problems, name, command))
        _narrate(name, loaded)


def _offer_mending(name: str, loaded: Loaded, named: str) -> None:
    """Say how what has one mending is mended, where there is any that a few trials find."""
    if named == STANDARD_INPUT:
        return
    texts = {file: source.text for file, source in _sources(loaded).items()}
    found = Tried(loaded.problems, loaded.data)
    if texts and has_mending(texts, found, partial(_tried, loaded.path)):
        command = f"positions check --fix{f' {shell_word(named)}' if named else ''}"
        console.narrate(f"{name}: `{visible(command)}` mends what has one mending only.")


def _tried(path: str, texts: Mapping[str, str]) -> Tried:
    found = load_with(path, texts)
    return Tried(found.problems, found.data)


def _narrate(name: str, loaded: Loaded) -> None:
    console.narrate(f"{name}: {_tally(loaded.problems)}{_checked(loaded.dossier)}.")
    assumed = filled_in(loaded.data, loaded.dossier) if loaded.dossier else ()
    if assumed:
        console.narrate(f"{name}: left out and filled in: {'; '.join(assumed)}.")
    marks = len(_TO_DO.findall(loaded.text))
    if marks:
        verb = "is" if marks == 1 else "are"
        console.narrate(f"{name}: {number_of(marks, 'place')} {verb} marked `# to do`.")


def _tally(problems: Sequence[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    found = [
        number_of(counts[severity], str(severity)) for severity in Severity if counts[severity]
    ]
    return ", ".join(found) or "no problems"


def _checked(dossier: Dossier | None) -> str:
    """Return what has been checked: ` in 2 parties, 35 issues, 6 documents, 62 positions`."""
    if dossier is None:
        return ""
    parties = len(dossier.counted())
    beside = len(dossier.parties) - parties
    counts = (
        number_of(parties, "party", "parties"),
        *([f"{beside} beside them"] if beside else []),
        number_of(len(dossier.issues), "issue"),
        number_of(len(dossier.memoranda), "document"),
        number_of(sum(len(one.positions) for one in dossier.memoranda.values()), "position"),
        *([number_of(len(dossier.outcomes), "outcome")] if dossier.outcomes else []),
    )
    return f" in {', '.join(counts)}"
