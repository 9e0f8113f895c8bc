"""What commands share: how they end, and what a user means by a party or a filter."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import click

from positions.problems import nearest
from positions.query import QueryFault, matching, parse
from positions.row_index import fold

if TYPE_CHECKING:
    from positions.dossier import Dossier
    from positions.rows import Comparison, Row

__all__ = ["ExitCode", "WrongUse", "chosen_rows", "party_id"]


class ExitCode(IntEnum):
    """How a command ended that was used well."""

    FINE = 0
    FAULTY = 1


class WrongUse(click.ClickException):
    """What was asked for cannot be done; the text says why, and what to ask instead."""

    exit_code = 2


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
