"""Takes from a position on a whole issue what it says on one of its parts."""

from __future__ import annotations

from positions.model.dossier import Account, Blank, Position, Terms

__all__ = ["laid_over", "part_of", "qualified", "unsaid"]

_EVIDENCE = (
    *("sources", "credibility", "basis", "checked", "clause", "quote", "paraphrase"),
    *("of_record", "red_line"),
    *("reason", "speaker", "salience", "reservation"),
)
"""What is said of a whole besides its terms, and holds for each part."""
_OF_WORDS = frozenset({*Terms.model_fields, "clause", "quote", "paraphrase", "red_line", "reason"})
"""What qualifies or records words, so that a part or a branch on which there are none has none."""
_WORDLESS = frozenset(Blank) - {Blank.DELETED, Blank.UNCODED}


def part_of(position: Position, part: str) -> Position | None:
    """Return what a position on an issue says on one of its parts; None where it says nothing.

    A part's own terms come before those of the whole; so do its sources.
    """
    if not part:
        return position
    if position.alternatives:
        branches = {
            label: found
            for label, branch in position.alternatives.items()
            if (found := part_of(branch, part)) is not None
        }
        return position.model_copy(update={"alternatives": branches}) if branches else None
    if not position.parts:  # what is said under `rest` is then of the items of a list
        accounts = _accounts_on(position, part)
        told = accounts.items() == position.accounts.items()
        return position if told else position.model_copy(update={"accounts": accounts})
    own = position.parts.get(part) or position.rest
    return None if own is None else _inherit(own, position, part)


def qualified(position: Position) -> Position:
    """Return a position whose alternatives have the terms of the whole that they do not state."""
    terms = [name for name in Terms.model_fields if not unsaid(name, position)]
    if not (terms and position.alternatives):
        return position
    found = {
        label: branch
        if branch.blank in _WORDLESS
        else branch.model_copy(
            update={name: getattr(position, name) for name in terms if unsaid(name, branch)}
        )
        for label, branch in position.alternatives.items()
    }
    return position.model_copy(update={"alternatives": found})


def laid_over(position: Position, own: Position) -> Position:
    """Return a position with the terms and the evidence that another one states in their place.

    Terms qualify each alternative.
    """
    terms = {name: getattr(own, name) for name in Terms.model_fields if not unsaid(name, own)}
    evidence = {name: getattr(own, name) for name in (*_EVIDENCE, "note") if not unsaid(name, own)}
    update: dict[str, object] = {**terms, **evidence}
    if position.alternatives and terms:
        update["alternatives"] = {
            label: branch.model_copy(update=terms)
            for label, branch in position.alternatives.items()
        }
    if own.accounts:
        update["accounts"] = {**position.accounts, **own.accounts}
    return position.model_copy(update=update)


def _inherit(own: Position, whole: Position, part: str) -> Position:
    names = (*Terms.model_fields, *_EVIDENCE)
    given = {
        name: getattr(whole, name)
        for name in names
        if unsaid(name, own) and not unsaid(name, whole)
        if own.blank not in _WORDLESS or name not in _OF_WORDS
    }
    if contested := _accounts_on(whole, part):
        given["accounts"] = {**contested, **own.accounts}
    return own.model_copy(update=given) if given else own


def _accounts_on(position: Position, part: str) -> dict[str, Account]:
    """Return what the accounts of a position on a whole issue say on one of its parts."""
    found: dict[str, Account] = {}
    for label, account in position.accounts.items():
        told = part_of(account, part)
        if told is account:
            found[label] = account
        elif told is not None:
            of_part = {name: getattr(told, name) for name in Position.model_fields}
            found[label] = account.model_copy(update=of_part)
    return found


def unsaid(name: str, position: Position) -> bool:
    """Return whether a position leaves a field out; an empty list of conditions says: none."""
    value = getattr(position, name)
    return value is None or (not value and name not in {"conditions", "renewable", "salience"})
