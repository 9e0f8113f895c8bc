"""Turns the words of a command line into a lens, and a filter into the rows that it chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.cli.loading import load_named
from positions.cli.words import option_id, party_id
from positions.comparison.selection import Lens
from positions.filter.language import Query, QueryFault, matching, parse
from positions.problems.errors import WrongUse
from positions.reading.discovery import find_dossier
from positions.reading.files import STANDARD_INPUT
from positions.record.options import clashing, options_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment

__all__ = ["PLAIN", "LensRequest", "checked_query", "chosen_rows", "fixed_options", "lens_for"]


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
    if find_dossier(named) == STANDARD_INPUT:
        raise WrongUse("Standard input is read once: choose the option on the screen, with v.")
    dossier = load_named(named).dossier
    return Lens(as_of=wanted.as_of) if dossier is None else wanted.of(dossier)


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


def chosen_rows(comparison: Comparison, words: str) -> tuple[Row, ...]:
    """Return the rows that a filter chooses; see `checked_query`."""
    return matching(checked_query(comparison, words), comparison)


def checked_query(comparison: Comparison, words: str) -> Query:
    """Return the filter that a text states, of what is in a comparison.

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
    return query
