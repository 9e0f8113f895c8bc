"""What commands share: how they end; what a user means by a dossier, a party, a lens, a filter."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import click

from positions.files import STANDARD_INPUT
from positions.find import NoDossier, find_dossier
from positions.lens import Lens
from positions.loader import Loaded, load
from positions.problems import has_errors, nearest
from positions.query import QueryFault, matching, parse
from positions.row_index import fold

if TYPE_CHECKING:
    from positions.dossier import Dossier
    from positions.rows import Comparison, Row
    from positions.when import When

__all__ = [
    "PLAIN",
    "ExitCode",
    "Wanted",
    "WrongUse",
    "chosen_rows",
    "dossier_path",
    "ending",
    "load_named",
    "name_of",
    "number_of",
    "party_id",
]


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """From where a user wants to look at a dossier, in the words of the command line.

    Attributes:
        as_of: The moment; the dossier's own where there is none.
        parties: The parties by id or name, in the order of the columns; all where there are none.
    """

    as_of: When | None = None
    parties: tuple[str, ...] = ()

    def of(self, dossier: Dossier) -> Lens:
        """Return the same in the ids of a dossier.

        Raises:
            WrongUse: The dossier has no such party.
        """
        return Lens(tuple(party_id(dossier, name) for name in self.parties), self.as_of)


PLAIN: Final = Wanted()
"""All parties, at the dossier's own moment."""


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
