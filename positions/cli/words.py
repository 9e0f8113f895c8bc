"""Finds what a user's words name in a dossier: a party, an option, an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.filter.index import fold
from positions.problems.errors import WrongUse
from positions.record.options import options_of
from positions.text.likeness import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.model.dossier import Dossier

__all__ = ["document_id", "issue_id", "option_id", "party_id", "row_named"]


def party_id(dossier: Dossier, name: str) -> str:
    """Return the id of the party that is meant, by id, name or short name.

    Raises:
        WrongUse: There is none.
    """
    if name in dossier.parties:
        return name
    for party in dossier.parties.values():
        if fold(name) in {*map(fold, (party.id, party.name, party.short, *party.formerly))}:
            return party.id
    known = [word for party in dossier.parties.values() for word in (party.id, party.name)]
    advice = nearest(name, known) or f"The parties are {', '.join(dossier.parties)}."
    raise WrongUse(f"There is no party `{name}`. {advice}")


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


def document_id(dossier: Dossier, name: str) -> str:
    """Return the id of the document that is meant, by id or title.

    Raises:
        WrongUse: There is none.
    """
    if name in dossier.memoranda:
        return name
    for document in dossier.memoranda.values():
        if fold(name) in {fold(document.id), fold(document.title)}:
            return document.id
    known = [word for one in dossier.memoranda.values() for word in (one.id, one.title)]
    advice = nearest(name, known) or f"The documents are {', '.join(dossier.memoranda)}."
    raise WrongUse(f"There is no document `{name}`. {advice}")


def issue_id(name: str, dossiers: Sequence[Dossier], otherwise: str = "") -> str:
    """Return the id of the issue that is meant, by id or title, in one of some dossiers.

    Args:
        name: What the user wrote.
        dossiers: The dossiers.
        otherwise: What is advised where no issue has a name like it.

    Raises:
        WrongUse: There is none.
    """
    issues = [issue for dossier in dossiers for issue in dossier.issues.values()]
    for issue in issues:
        if name == issue.id:
            return name
    for issue in issues:
        if fold(name) in {*map(fold, (issue.id, issue.title, *issue.formerly))}:
            return issue.id
    known = [word for issue in issues for word in (issue.id, issue.title)]
    advice = nearest(name, known, otherwise)
    raise WrongUse(f"There is no issue `{name}`. {advice}".rstrip())


def row_named(comparison: Comparison, issue: str) -> Row:
    """Return the row of the issue that is meant, by id or title.

    Raises:
        WrongUse: There is none.
    """
    rows = (*comparison.rows, *comparison.unraised)
    for row in rows:
        if row.issue.id == issue:
            return row
    for row in rows:
        if fold(issue) in {fold(row.issue.id), fold(row.issue.title)}:
            return row
    known = [word for row in rows for word in (row.issue.id, row.issue.title)]
    advice = nearest(issue, known) or "`positions compare` lists all issues."
    raise WrongUse(f"There is no issue `{issue}`. {advice}")
