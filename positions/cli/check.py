"""Lists the problems of dossiers: `positions check`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from positions.cli import console
from positions.cli.loading import ending, load_named, name_of, number_of
from positions.cli.options import file_option
from positions.problems.catalogue import Severity
from positions.reports.problems import problems_github, problems_json, problems_text
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.cli.exit_code import ExitCode
    from positions.loader import Loaded
    from positions.model.dossier import Dossier
    from positions.problems.problem import Problem

__all__ = ["command"]


@click.command("check", short_help="List what is wrong with a dossier.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github")),
    default="text",
    show_default=True,
    help="How to print them; github makes notes beside the lines of a pull request.",
)
def command(paths: tuple[str, ...], file: str | None, form: str) -> ExitCode:
    """Print every problem of a dossier, or of several.

    Each problem is a line of standard output: file:line:column, severity, code, and what is wrong.
    Standard error says how much was checked.
    """
    checked = []
    for named in (*([file] if file else []), *paths) or (None,):
        loaded = load_named(named)
        checked.append((name_of(loaded.path), loaded))
        if form != "json":
            _print_lines(*checked[-1], form)
    if form == "json":
        console.write(problems_json(checked))
        for name, loaded in checked:
            _narrate(name, loaded)
    return max(ending(loaded) for _, loaded in checked)


def _print_lines(name: str, loaded: Loaded, form: str) -> None:
    if form == "github":
        console.write(problems_github(loaded.problems, name))
        # GitHub reads standard error too: no name of a file may begin a line there.
        _narrate(f"positions: {visible(name)}", loaded)
    else:
        console.write(problems_text(loaded.problems, name))
        _narrate(name, loaded)


def _narrate(name: str, loaded: Loaded) -> None:
    console.narrate(f"{name}: {_tally(loaded.problems)}{_checked(loaded.dossier)}.")


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
