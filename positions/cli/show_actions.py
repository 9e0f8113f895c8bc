"""What the commands on one issue, its history and options do once their arguments are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.packages import Package, packages
from positions.cli import console
from positions.cli.arguments import (
    PLAIN,
    ExitCode,
    LensRequest,
    WrongUse,
    ending,
    load_named,
    narrate_problems,
    option_id,
    party_id,
    row_named,
)
from positions.reports.comparison.json import issue_json
from positions.reports.issue.packages import packages_json, packages_page
from positions.reports.issue.sheet import issue_page
from positions.reports.issue.statements import words_json, words_page
from positions.reports.page.look import STABLE_WIDTH, Look
from positions.reports.page.render import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Dossier
    from positions.reports.page.model import Page

__all__ = ["print_issue", "print_packages", "print_words"]


def print_packages(
    named: str | None, words: Sequence[str], form: str = "text", wanted: LensRequest = PLAIN
) -> ExitCode:
    """Print what belongs to the options of parties.

    Args:
        named: The path that the user wrote, if any.
        words: Each a party, or `PARTY=OPTION`; every option of every party where there are none.
        form: `text`, `markdown` or `json`.
        wanted: As of when, and under which options of other parties.

    Raises:
        WrongUse: There is no such dossier, party or option.
    """
    loaded = load_named(named)
    narrate_problems(loaded)
    dossier = loaded.dossier
    if dossier is None:
        return ExitCode.FAULTY
    lens = wanted.of(dossier)
    fixed = lens.choice(dossier)
    found = _chosen(dossier, packages(dossier, as_of=lens.as_of, options=fixed.ids), words)
    moment = lens.as_of or dossier.header.as_of
    if form == "json":
        console.write(packages_json(dossier, moment, found, fixed.options))
    else:
        _write(packages_page(dossier, moment, found, fixed.options), form)
    return ending(loaded)


def print_issue(
    named: str | None, issue: str, form: str = "text", wanted: LensRequest = PLAIN
) -> ExitCode:
    """Print everything about one issue.

    Args:
        named: The path that the user wrote, if any.
        issue: The issue's id, or its title in full.
        form: `text`, `markdown` or `json`.
        wanted: As of when, and under which options.

    Raises:
        WrongUse: There is no such dossier or issue.
    """
    loaded = load_named(named)
    narrate_problems(loaded)
    if loaded.dossier is None:
        return ExitCode.FAULTY
    comparison = wanted.of(loaded.dossier).compare(loaded.dossier)
    row = row_named(comparison, issue)
    if form == "json":
        console.write(issue_json(comparison, row))
    else:
        _write(issue_page(comparison, row, loaded.span), form)
    return ending(loaded)


def print_words(
    named: str | None, issue: str, form: str = "text", wanted: LensRequest = PLAIN
) -> ExitCode:
    """Print every word that each party said on an issue.

    Args:
        named: The path that the user wrote, if any.
        issue: The issue's id, or its title in full.
        form: `text`, `markdown` or `json`.
        wanted: As of when.

    Raises:
        WrongUse: There is no such dossier or issue, or options are fixed.
    """
    if wanted.options:
        raise WrongUse("--history lists the words of every option: leave out --option.")
    loaded = load_named(named)
    narrate_problems(loaded)
    if loaded.dossier is None:
        return ExitCode.FAULTY
    comparison = wanted.of(loaded.dossier).compare(loaded.dossier)
    row = row_named(comparison, issue)
    if form == "json":
        console.write(words_json(comparison, row))
    else:
        _write(words_page(comparison, row), form)
    return ending(loaded)


def _write(page: Page, form: str) -> None:
    look = Look(console.output_columns(STABLE_WIDTH), console.has_colour())
    console.write(render(page, form, look))


def _chosen(
    dossier: Dossier, found: Sequence[Package], words: Sequence[str]
) -> tuple[Package, ...]:
    """Return the packages that are meant, in the order of the dossier."""
    meant: set[tuple[str, str]] = set()
    for word in words:
        name, sign, option = word.partition("=")
        party = party_id(dossier, name.strip())
        meant.add((party, option_id(dossier, party, option.strip()) if sign else ""))
    return tuple(
        one for one in found if not meant or meant & {(one.party, ""), (one.party, one.option.id)}
    )
