"""Merges a later word into an earlier one: value and terms apart.

A word that names a value and no terms changes the value alone; one that names terms alone leaves
the value. Two words of one moment contradict each other where both say something, and not the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Modality, Position, Terms
from positions.record.parts import laid_over, unsaid
from positions.values import KINDS, Relation, Stance

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from positions.model.dossier import Account
    from positions.values import Frame, Value

__all__ = [
    "adds_terms",
    "amended",
    "at_odds",
    "beside_others",
    "contests",
    "in_line",
    "left_open",
    "says_beside_a_value",
    "told_by",
    "told_otherwise",
]

_NOTHING_SAID = frozenset({Blank.UNCODED, Blank.UNSEEN})
_IN_LINE = frozenset({Relation.SAME, Relation.WITHIN, Relation.CONTAINS})
_OF_ITS_VALUE = frozenset({Modality.MAY, Modality.WILL_NOT})
_OF_THE_PARTY = ("salience", "reservation")
"""What an analyst knows of the party on the issue, whichever word is its last."""


def at_odds(one: Position, other: Position) -> bool:
    """Return whether two words contradict each other: in a value, or in a term that both state."""
    blanks = one.unstated, other.unstated
    if any(blank in _NOTHING_SAID for blank in blanks):
        return False
    if any(blanks):
        return blanks[0] is not blanks[1]
    if one.alternatives or other.alternatives:
        branches = one.alternatives, other.alternatives
        return branches[0].keys() != branches[1].keys() or _any_at_odds(*branches)
    if one.parts or other.parts:
        return _parts_at_odds(one, other)
    if (one.value, one.blank, one.same_as) != (other.value, other.blank, other.same_as):
        return True
    if _refuses(one) is not _refuses(other):
        return True
    return any(
        getattr(one, name) != getattr(other, name)
        for name in Terms.model_fields
        if not (unsaid(name, one) or unsaid(name, other))
    )


def adds_terms(word: Position, before: Position) -> bool:
    """Return whether a word states a term on which an earlier one of a value says nothing."""
    valued = word.value is not None and before.value is not None
    names = Terms.model_fields
    return valued and any(unsaid(one, before) and not unsaid(one, word) for one in names)


def contests(account: Position, position: Position) -> bool:
    """Return whether an account says otherwise than a word, if only in a term.

    A term that the word does not state is otherwise too: an account tells what the word comes to.
    """
    told = told_by(account, position)
    return told.unstated is None and told.substance() != position.substance()


def told_otherwise(position: Position) -> dict[str, Account]:
    """Return the accounts that say otherwise than a word, or than a branch of it, by label.

    Of one in the analyst's words alone that is taken to be so. Who only confirms says the same, and
    terms alone are of no word that is blank.
    """
    return {
        label: account
        for branch in (position, *position.alternatives.values())
        for label, account in branch.accounts.items()
        if _tells_otherwise(account, branch)
    }


def _tells_otherwise(account: Account, position: Position) -> bool:
    valued = account.value or account.blank or account.alternatives or account.parts
    if account.blank in _NOTHING_SAID or (position.unstated and not valued):
        return False
    retold = account.value is None and bool(account.paraphrase) and not account.confirms
    return retold or told_by(account, position).substance() != position.substance()


def told_by(account: Position, position: Position) -> Position:
    """Return what a word comes to by an account, which may tell no more of it than a term."""
    said = account.value or account.blank or account.alternatives or account.parts
    return amended(account, position)[0] if said else laid_over(position, account)


def _refuses(position: Position) -> bool:
    """Return whether a word says that what it names will not be."""
    return position.modality is Modality.WILL_NOT and position.value is not None


def _any_at_odds(ones: Mapping[str, Position], others: Mapping[str, Position]) -> bool:
    return any(at_odds(ones[name], others[name]) for name in ones.keys() & others.keys())


def _parts_at_odds(one: Position, other: Position) -> bool:
    """Return whether two words on an issue with parts contradict each other on any of them."""
    if one.parts and other.parts:
        return _any_at_odds(one.parts, other.parts)
    whole, parts = (one, other.parts) if other.parts else (other, one.parts)
    return any(at_odds(whole, part) for part in parts.values())


def amended(word: Position, before: Position) -> tuple[Position, tuple[str, ...]]:
    """Return what a party holds after a later word, and the fields that stay as they were.

    A blank leaves nothing standing, and a refusal has no terms of what it refuses.

    Args:
        word: What it says now.
        before: What it held before.
    """
    if before.unstated is not None:
        return word, ()
    if word.blank is Blank.UNCODED and says_beside_a_value(word):
        firm = {"red_line": word.red_line} if "red_line" in word.model_fields_set else {}
        update = {"accounts": word.accounts, **firm}
        return laid_over(before, word).model_copy(update=update), ("value",)
    if word.unstated is not None or word.blank is Blank.DELETED:
        return word, ()
    kept: dict[str, object] = {
        name: getattr(before, name)
        for name in _OF_THE_PARTY
        if getattr(word, name) is None and getattr(before, name) is not None
    }
    if word.alternatives:
        found = {
            label: _with_terms(branch, before.alternatives.get(label, before))
            for label, branch in word.alternatives.items()
        }
        kept["alternatives"] = {label: branch for label, (branch, _) in found.items()}
        terms = tuple(dict.fromkeys(name for _, names in found.values() for name in names))
        return word.model_copy(update=kept), terms
    held, terms = _with_terms(word, before)
    return (held.model_copy(update=kept) if kept else held), terms


def says_beside_a_value(word: Position) -> bool:
    """Return whether a word states a term, or whether it is a red line."""
    return "red_line" in word.model_fields_set or any(
        not unsaid(name, word) for name in Terms.model_fields
    )


def beside_others(
    word: Position, before: Position, offered: Collection[str]
) -> tuple[Position, tuple[str, ...]]:
    """Return a later word on some options with the others as they were, and their labels.

    Who speaks of one option withdraws no other; alternatives that are no options are one answer.
    """
    others = {
        label: branch
        for label, branch in before.alternatives.items()
        if label in offered and label not in word.alternatives
    }
    if not word.alternatives or not others:
        return word, ()
    branches = {**others, **word.alternatives}
    stated = tuple(label for label, branch in others.items() if branch.unstated is None)
    return word.model_copy(update={"alternatives": branches}), stated


def left_open(word: Position, before: Position) -> Position:
    """Return a list as one that goes on, where an earlier word names more than it does.

    Of a choice that is so where it leaves out some of the options that were named.

    Args:
        word: What a text says of which not all was read.
        before: What its party said before.
    """
    if word.alternatives:
        found = {
            label: left_open(branch, before.alternatives.get(label, before))
            for label, branch in word.alternatives.items()
        }
        missing = before.alternatives.keys() - found.keys()
        hidden = Position(blank=Blank.UNSEEN)
        unseen = {label: hidden for label in before.alternatives if label in missing}
        return word.model_copy(update={"alternatives": {**found, **unseen}})
    now, then = word.value, before.value
    if now is None or then is None or word.rest is not None:
        return word
    if now.single or now.either:
        left_out = set(now.wanted) < set(then.wanted)
    else:
        left_out = not {*then.wanted, *then.rejected} <= {*now.wanted, *now.rejected}
    if not left_out:
        return word
    return word.model_copy(update={"rest": Position(blank=Blank.UNSEEN)})


def _with_terms(word: Position, before: Position) -> tuple[Position, tuple[str, ...]]:
    """Return a word with the terms that it does not mention as they were, and their names.

    That something may or will not be is said of the value of then, and not of another; so is a red
    line.
    """
    if before.red_line and word.value == before.value and "red_line" not in word.model_fields_set:
        word = word.model_copy(update={"red_line": True})
    if word.blank is not None or (word.value and word.value.stance is Stance.REFUSED):
        return word, ()
    terms = _common_terms(tuple(before.alternatives.values()) or (before,))
    kept = {
        name: term
        for name, term in terms.items()
        if unsaid(name, word) and not (name == "modality" and term in _OF_ITS_VALUE)
    }
    return (word.model_copy(update=kept), tuple(kept)) if kept else (word, ())


def _common_terms(branches: tuple[Position, ...]) -> dict[str, object]:
    """Return the terms that all branches state alike."""
    first, *others = branches
    return {
        name: getattr(first, name)
        for name in Terms.model_fields
        if not unsaid(name, first)
        and all(getattr(first, name) == getattr(one, name) for one in others)
    }


def in_line(
    word: Position, agreed: Position, kind: str, frame: Frame, kept: Collection[str] = ()
) -> bool:
    """Return whether a word is in line with what was agreed, in each branch that says anything.

    That is, it names the same or no more than admits it, and no other term, nor one that was not
    agreed; that there are no conditions is none. Silence on a term is in line with it.

    Args:
        word: What a party says.
        agreed: What was agreed.
        kind: The name of the issue's kind.
        frame: What the issue tells its kind.
        kept: Terms of the word that are older than it.
    """
    branches = word.alternatives.values() or (word,)
    stated = [branch for branch in branches if branch.unstated is None]
    return bool(stated) and all(
        _admits(branch.value, agreed.value, kind, frame)
        and _refuses(branch) is _refuses(agreed)
        and not any(
            getattr(branch, name) != (() if unsaid(name, agreed) else getattr(agreed, name))
            for name in Terms.model_fields
            if name not in kept and not unsaid(name, branch)
        )
        for branch in stated
    )


def _admits(word: Value | None, agreed: Value | None, kind: str, frame: Frame) -> bool:
    if word is None or agreed is None:
        return False
    if word.stance is Stance.UNSPECIFIED:
        return True
    return KINDS[kind].relate(word, agreed, frame) in _IN_LINE
