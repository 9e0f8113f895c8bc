"""Says for whom *all* stands in what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.dossier import Disclosure, Form

if TYPE_CHECKING:
    from positions.model.dossier import Dossier, Memorandum
    from positions.model.moment import Moment

__all__ = ["all_who_agree"]


def all_who_agree(dossier: Dossier, date: Moment) -> list[str]:
    """Return for whom `all` stands in what was agreed on a day, by id.

    They are the parties that had spoken by then, if they are two or more, or every party.
    """
    counted = [party.id for party in dossier.counted()]
    spoken = {
        document.party
        for document in dossier.memoranda.values()
        if not date.before(document.date) and _is_own_word(document, date)
    }
    found = [party for party in counted if party in spoken]
    return found if len(found) > 1 else counted  # one alone agrees on nothing


def _is_own_word(document: Memorandum, moment: Moment) -> bool:
    """Return whether a party is known to have spoken in a document: no report, nor kept back."""
    kept_back = document.disclosed(moment) is Disclosure.WITHHELD
    return document.form is not Form.REPORT and not kept_back
