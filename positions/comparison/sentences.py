"""The sentences of a comparison: of a gap, of a blank, and the reason for a status.

Sentences say what a party asks for and what it does not exclude, never what it would accept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.cell_lines import (
    branch_title,
    terms_in_prose,
)
from positions.model.dossier import Blank
from positions.values import KINDS, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Dossier, Issue, Position
    from positions.record.settle import Standing
    from positions.values import Phrase

__all__ = [
    "asks",
    "blank_branch_sentence",
    "blank_sentence",
    "camp_name",
    "full_sentence",
    "gap_sentence",
    "listed",
]

_MANY = 4
"""How many camps, or parties of a kind, a sentence names before it counts the rest."""


def listed(words: Sequence[str]) -> str:
    """Return the words as a list in prose: `a, b and c`; beyond four, how many more there are."""
    if len(words) > _MANY:
        words = (*words[: _MANY - 1], f"{len(words) - _MANY + 1} more")
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def camp_name(dossier: Dossier, camp: Sequence[str], standing: Standing) -> str:
    """Return the name of a camp: of its one party, or of its first with how many they are.

    A party that does not speak in its own present words is named with whose they are.
    """
    name = dossier.parties[camp[0]].heading
    if len(camp) > 1:
        return f"{name}’s camp of {len(camp)}"
    return f"{name}{_on_whose_word(standing)}"


def gap_sentence(phrase: Phrase, first: str, second: str, under: str = "") -> str:
    """Return the full sentence that a phrase makes with the names of its two sides.

    Args:
        phrase: The pieces.
        first: The name that stands for the first side.
        second: The name that stands for the second.
        under: The titles of the branches compared, in words; empty where there is no choice.
    """
    names = {Side.FIRST: first, Side.SECOND: second}
    words = "".join(piece if isinstance(piece, str) else names[piece] for piece in phrase)
    if not under:
        return full_sentence(_capital(words))
    # A phrase that begins with no name begins with a word of ours: On, Both, Only.
    goes_on = words if isinstance(phrase[0], Side) else words[:1].lower() + words[1:]
    return full_sentence(f"Under {under}: {goes_on}")


def blank_sentence(dossier: Dossier, standing: Standing) -> str:
    """Return what a party leaves blank, on whose word, and what stands in its place."""
    name = dossier.parties[standing.party].name
    meaning = standing.meaning(standing.blank or Blank.UNCODED)
    paper = standing.document
    whose = "by a report: " if standing.blank_by_report else ""
    where = f" ({whose}{paper.title or paper.id}, {paper.date})" if paper else ""
    if standing.under:
        name = f"Under {listed([f'“{title}”' for title in standing.under])}, {name}"
    if standing.reported and standing.entry is not None:
        date = standing.entry.document.date.written_day
        return f"{name} {meaning}{where}; a report of {date} stands in its place."
    return f"{name} {meaning}{where}."


def asks(dossier: Dossier, issue: Issue, standing: Standing, name: str = "") -> str:
    """Return what a party asks for, as a clause: `Ukraine asks for at least 30 days, …`."""
    name = name or camp_name(dossier, (standing.party,), standing)
    return f"{name} {_wish(dossier, issue, standing)}"


def blank_branch_sentence(dossier: Dossier, standing: Standing, label: str, blank: Blank) -> str:
    """Return that a party leaves an option blank under which others speak."""
    name = dossier.parties[standing.party].name
    return f"Under “{branch_title(standing, label)}”, {name} {standing.meaning(blank)}."


def _wish(dossier: Dossier, issue: Issue, standing: Standing) -> str:
    """Return what a party does: asks for a value, leaves it to be agreed; branch by branch."""
    titles: dict[str, list[str]] = {}
    for label, position in standing.branches:
        words = _predicate(dossier, issue, position, standing)
        titles.setdefault(words, []).append(label and f"“{branch_title(standing, label)}”")
    return _either(
        [
            f"{words}, under {listed(under)}" if all(under) else words
            for words, under in titles.items()
        ]
    )


def _predicate(dossier: Dossier, issue: Issue, position: Position, standing: Standing) -> str:
    if position.value is None:
        return standing.meaning(position.blank or Blank.UNCODED)
    wish = KINDS[issue.kind].wish(position.value, dossier.frames[issue.id, standing.part])
    return ", ".join([wish.removesuffix("."), *terms_in_prose(dossier, position)])


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"either {', or '.join(words)}"


def _on_whose_word(standing: Standing) -> str:
    entry = standing.entry
    if entry is None or not (standing.reported or standing.older):
        return ""
    kind = "a report" if standing.reported else "words"
    if standing.older:
        kind = "an older report" if standing.reported else "older words"
    return f" (by {kind} of {entry.document.date.written_day})"


def full_sentence(words: str) -> str:
    """Return the words ended by a full stop, unless a wording ends them with a sign of its own."""
    return words if words.rstrip("”").endswith((".", "?", "!", "…")) else f"{words}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
