"""What commands share: how they end; what a user means by a dossier, a party, a lens, a filter."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import click

from positions.cli import console
from positions.comparison.selection import Lens
from positions.filter.index import fold
from positions.filter.language import QueryFault, matching, parse
from positions.loader import Loaded, load
from positions.problems.problem import Severity, has_errors, nearest
from positions.reading.discovery import NoDossier, find_dossier
from positions.reading.files import STANDARD_INPUT
from positions.record.options import clashing, options_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment

__all__ = [
    "PLAIN",
    "ExitCode",
    "LensRequest",
    "WrongUse",
    "chosen_rows",
    "dossier_path",
    "ending",
    "fixed_options",
    "lens_for",
    "load_named",
    "name_of",
    "narrate_problems",
    "number_of",
    "option_id",
    "party_id",
    "row_named",
]

PROBLEMS_SHOWN: Final = 20
"""How many errors stand beside a comparison; `check` prints all."""


class ExitCode(IntEnum):
    """How a command ended that was used well."""

    FINE = 0
    FAULTY = 1


class WrongUse(click.ClickException):
    """What was asked for cannot be done; the text says why, and what to ask instead."""

    exit_code = 2


def dossier_path(named: str | None) -> str:
    """Return the path of the dossier that is meant.

    Raises:
        WrongUse: There is none.
    """
    try:
        return find_dossier(named)
    except NoDossier as fault:
        raise WrongUse(str(fault)) from fault


def load_named(named: str | None) -> Loaded:
    """Return what the dossier that is meant came to.

    Raises:
        WrongUse: There is none.
    """
    path = dossier_path(named)
    if path == STANDARD_INPUT and sys.stdin is None:
        raise WrongUse("There is no standard input to read a dossier from.")
    try:
        return load(path)
    except FileNotFoundError as fault:  # gone since it was found
        raise WrongUse(f"There is no file `{path}`.") from fault


def name_of(path: str) -> str:
    """Return what messages call the dossier of a path."""
    return "<standard input>" if path == STANDARD_INPUT else path


def ending(loaded: Loaded) -> ExitCode:
    """Return how a command ends that read a dossier and did its work."""
    return ExitCode.FAULTY if has_errors(loaded.problems) else ExitCode.FINE


def number_of(count: int, one: str, several: str = "") -> str:
    """Return a count with its noun: `1 party`, `2 parties`; an s where no plural is given."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def narrate_problems(loaded: Loaded) -> None:
    """Say on standard error what is wrong with the dossier beside whose text this stands."""
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    for problem in errors[:PROBLEMS_SHOWN]:
        console.narrate(str(problem) if problem.span else f"{name_of(loaded.path)}: {problem}")
    warnings = len(loaded.problems) - len(errors)
    more = [
        number_of(count, what)
        for count, what in (
            (max(len(errors) - PROBLEMS_SHOWN, 0), "more error"),
            (warnings, "warning"),
        )
        if count
    ]
    if more:
        console.narrate(f"{name_of(loaded.path)}: {', '.join(more)}; `positions check` lists all.")


@dataclass(frozen=True, slots=True)
class LensRequest:
    """From where a user wants to look at a dossier, in the words of the command line.

    Attributes:
        as_of: The moment; the dossier's own where there is none.
        options: The options that are fixed, each `PARTY=OPTION`, both by id or in full.
        parties: The parties by id or name, in the order of the columns; all where there are none.
    """

    as_of: Moment | None = None
    options: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    def of(self, dossier: Dossier) -> Lens:
        """Return the same in the ids of a dossier.

        Raises:
            WrongUse: The dossier has no such party or option, or two options exclude each other.
        """
        parties = tuple(party_id(dossier, name) for name in self.parties)
        return Lens(parties, self.as_of, fixed_options(dossier, self.options))


PLAIN: Final = LensRequest()
"""All parties, at the dossier's own moment, under every option."""


def lens_for(named: str | None, wanted: LensRequest) -> Lens:
    """Return the lens with which a screen begins; only options need the dossier for that.

    Raises:
        WrongUse: The dossier has no such option, or can be read only once.
    """
    if not wanted.options:
        return Lens(as_of=wanted.as_of)
    if dossier_path(named) == STANDARD_INPUT:
        raise WrongUse("Standard input is read once: choose the option on the screen, with v.")
    dossier = load_named(named).dossier
    return Lens(as_of=wanted.as_of) if dossier is None else wanted.of(dossier)


def party_id(dossier: Dossier, name: str) -> str:
    """Return the id of the party that is meant, by id, name or short name.

    Raises:
        WrongUse: There is none.
    """
    if name in dossier.parties:
        return name
    for party in dossier.parties.values():
        if fold(name) in {fold(party.id), fold(party.name), fold(party.short)}:
            return party.id
    known = [word for party in dossier.parties.values() for word in (party.id, party.name)]
    advice = nearest(name, known) or f"The parties are {', '.join(dossier.parties)}."
    raise WrongUse(f"There is no party `{name}`. {advice}")


def fixed_options(dossier: Dossier, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the options that are meant, by the ids of their parties.

    Args:
        dossier: The dossier.
        words: Each `PARTY=OPTION`: a party, and an option of its memoranda by id or title.

    Raises:
        WrongUse: There is no such party or option, or two of them exclude each other.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        name, sign, option = word.partition("=")
        if not sign:
            raise WrongUse(f"`{word}` names no option of a party. Write PARTY=OPTION.")
        party = party_id(dossier, name.strip())
        found[party] = (*found.get(party, ()), option_id(dossier, party, option.strip()))
    for party, chosen in found.items():
        offered = options_of(dossier.memoranda.values(), party)
        both = clashing(offered[name] for name in chosen)
        if both is not None:
            one, other = both
            raise WrongUse(
                f"`{one.title}` and `{other.title}` of {dossier.parties[party].name} exclude each "
                f"other: both are of the group `{one.group}`. Choose one of them."
            )
    return found


def option_id(dossier: Dossier, party: str, name: str) -> str:
    """Return the id of the option that is meant, by id or title.

    Raises:
        WrongUse: None of the party's memoranda has it.
    """
    offered = options_of(dossier.memoranda.values(), party)
    for option in offered.values():
        if name == option.id or fold(name) in {fold(option.id), fold(option.title)}:
            return option.id
    owner = dossier.parties[party].name
    listed = f"The options of {owner} are {', '.join(offered)}."
    known = [word for option in offered.values() for word in (option.id, option.title)]
    advice = nearest(name, known) or (listed if offered else "None of its memoranda has options.")
    raise WrongUse(f"{owner} has no option `{name}`. {advice}")


def chosen_rows(comparison: Comparison, words: str) -> tuple[Row, ...]:
    """Return the rows that a filter chooses.

    Raises:
        WrongUse: The filter cannot be read; the text shows where.
    """
    try:
        query = parse(words)
        query.check(comparison)
    except QueryFault as fault:
        # Marks of the same length, so that the caret stands under the fault.
        shown = "".join(sign if sign.isprintable() else "?" for sign in words)
        caret = " " * fault.position + "^" * fault.length
        advice = f" {fault.suggestion}" if fault.suggestion else ""
        raise WrongUse(f"{fault.sentence}{advice}\n  {shown}\n  {caret}") from fault
    return matching(query, comparison)


def row_named(comparison: Comparison, issue: str) -> Row:
    """Return the row of the issue that is meant, by id or title.

    Raises:
        WrongUse: There is none.
    """
    for row in comparison.rows:
        if row.issue.id == issue:
            return row
    for row in comparison.rows:
        if fold(issue) in {fold(row.issue.id), fold(row.issue.title)}:
            return row
    known = [word for row in comparison.rows for word in (row.issue.id, row.issue.title)]
    advice = nearest(issue, known) or "`positions compare` lists all issues."
    raise WrongUse(f"There is no issue `{issue}`. {advice}")
