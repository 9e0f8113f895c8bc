"""Lists the problems of dossiers: `positions check`."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from positions.binding.filled_in import filled_in
from positions.cli import console
from positions.cli.completion import files
from positions.cli.loading import ending, load_named, name_of, number_of
from positions.cli.options import file_option
from positions.model.outcome import EVERYONE
from positions.problems.catalogue import Severity
from positions.record.everyone import all_who_agree
from positions.reports.problems import problems_github, problems_json, problems_text
from positions.text.english import listed
from positions.text.patterns import pattern
from positions.text.quoting import short_name
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.cli.exit_code import ExitCode
    from positions.loader import Loaded
    from positions.model.dossier import Dossier
    from positions.problems.problem import Problem

__all__ = ["command"]

_TO_DO: Final = pattern(
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
            from positions.cli.mend import fixed  # noqa: PLC0415 - slow to load

            loaded = fixed(loaded, form, dry_run=dry_run)
        checked.append((name_of(loaded.path), loaded))
        if form != "json":
            _print_lines(*checked[-1], form, named or "")
        if form == "text" and not fix and loaded.problems:
            from positions.cli.mend import offer_mending  # noqa: PLC0415 - slow to load

            offer_mending(*checked[-1], named or "")
        if any(problem.code == "merge-conflict" for problem in loaded.problems):
            from positions.cli.renamed_dossier import tell_of_merge  # noqa: PLC0415 - few need it

            tell_of_merge(loaded.path)
    if form == "json":
        console.write(problems_json(checked))
        for name, loaded in checked:
            _narrate(name, loaded)
    return max(ending(loaded) for _, loaded in checked)


def _print_lines(name: str, loaded: Loaded, form: str, named: str) -> None:
    if form == "github":
        console.write(problems_github(loaded.problems, name))
        # GitHub reads standard error too: no name of a file may begin a line there.
        _narrate(f"positions: {visible(name)}", loaded)
        return
    if loaded.problems:
        from positions.authoring.mending.commands import command_for  # noqa: PLC0415 - slow to load

        command = partial(command_for, data=loaded.data, path=named)
        console.write(problems_text(loaded.problems, name, command))
    _narrate(name, loaded)


def _narrate(name: str, loaded: Loaded) -> None:
    console.narrate(f"{name}: {_tally(loaded.problems)}{_checked(loaded.dossier)}.")
    assumed = filled_in(loaded.data, loaded.dossier) if loaded.dossier else ()
    if assumed:
        console.narrate(f"{name}: left out and filled in: {'; '.join(assumed)}.")
    for agreed, who in _confirmed_by_all(loaded.dossier):
        console.narrate(f"{name}: `confirmed_by: all` of {agreed} stands for {who}.")
    marks = len(_TO_DO.findall(loaded.text)) if "# to do" in loaded.text else 0
    if marks:
        verb = "is" if marks == 1 else "are"
        console.narrate(f"{name}: {number_of(marks, 'place')} {verb} marked `# to do`.")


def _confirmed_by_all(dossier: Dossier | None) -> Iterator[tuple[str, str]]:
    """Yield outcomes that all confirm, by id, and who all are; those with the same ones once."""
    found: dict[str, list[str]] = {}
    for outcome in dossier.outcomes.values() if dossier else ():
        if EVERYONE in outcome.confirmed_by and dossier:
            names = [dossier.parties[one].name for one in all_who_agree(dossier, outcome.date)]
            found.setdefault(visible(listed(names)), []).append(f"`{short_name(outcome.id)}`")
    yield from ((listed(outcomes), who) for who, outcomes in found.items())


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
