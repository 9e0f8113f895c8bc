"""Rules on how much of a text is known and was read, which decides what its silence means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from positions.model.dossier import Disclosure, Form
from positions.model.vocabulary import SILENCES

if TYPE_CHECKING:
    from positions.checks.walk import Declared, Faults
    from positions.model.dossier import Dossier, Memorandum

__all__ = ["claims_much_silence", "read_of_no_text", "withheld_and_read"]

_LEAST: Final = 6
"""From how many issues of others on a third of them says anything."""


def withheld_and_read(dossier: Dossier, declared: Declared) -> Faults:
    """Yield the memoranda that are withheld, and said to have been read whole."""
    for document in _memoranda(dossier):
        if document.disclosure is Disclosure.WITHHELD and document.read_whole:
            path = ("memoranda", document.id, "read")
            where = path if declared.writes(path) else path[:-1]
            sentence = "The document is withheld, and is said to have been read whole."
            advice = "Say with `disclosure:` how much of it is known, or leave `read` out."
            yield where, sentence, advice


def read_of_no_text(dossier: Dossier, declared: Declared) -> Faults:
    """Yield what spoken words and reports say of how much of a text is known or was read."""
    for document in dossier.memoranda.values():
        for field in ("read", "disclosure"):
            path = ("memoranda", document.id, field)
            if document.form is not Form.MEMORANDUM and declared.writes(path):
                sentence = f"`{field}` means nothing on a {document.form}, which has no text."
                yield path, sentence, "Remove it; only a memorandum is a text that can be read."
    for where, position in declared.positions:
        stated = dossier.memoranda.get(str(where[1])) if where[0] == "memoranda" else None
        if stated and stated.form is Form.STATEMENT and position.blank in SILENCES:
            sentence = f"A statement has no text that could be {position.blank}."
            advice = "Remove it, or write `declined` where the party was asked and would not say."
            yield where, sentence, advice


def claims_much_silence(dossier: Dossier, declared: Declared) -> Faults:
    """Yield the texts that count as read whole, and mention few of the issues of others.

    What a text has from another on which it is based, it mentions.
    """
    raised: dict[str, dict[str, None]] = {}
    for document in dossier.memoranda.values():
        mentioned = {**document.positions, **dict.fromkeys(document.unreadable)}
        raised.setdefault(document.party, {}).update(dict.fromkeys(mentioned))
    parties = Counter(issue for issues in raised.values() for issue in issues)
    for document in _memoranda(dossier):
        if not document.read_whole or not document.disclosure.whole or document.based_on:
            continue
        own = raised[document.party]
        others = {issue for issue, count in parties.items() if count - (issue in own)}
        said = others & {*document.positions, *document.unreadable}
        if len(others) < _LEAST or 3 * len(said) >= len(others):
            continue
        path = ("memoranda", document.id, "read")
        where = path if declared.writes(path) else path[:-1]
        sentence = (
            f"The document counts as read whole, and so as silent on {len(others) - len(said)} of "
            f"the {len(others)} issues on which others speak."
        )
        advice = "Say `read: part` unless all of its text was read for these issues."
        yield where, sentence, advice


def _memoranda(dossier: Dossier) -> list[Memorandum]:
    return [one for one in dossier.memoranda.values() if one.form is Form.MEMORANDUM]
