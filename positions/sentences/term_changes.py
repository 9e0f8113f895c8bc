"""Says which terms of a position were added, dropped or changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from positions.sentences.english import in_quotes
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.sentences.terms import TermWords

__all__ = ["Did", "term_changes"]

_RELATIVE = re.compile(r"(?:what|those|whoever|whatever)\b", re.IGNORECASE)


class Did(NamedTuple):
    """What was done, as a predicate.

    Attributes:
        now: As it reads without a day: `now rejects any truce`.
        past: As it reads of a day, and after *is reported to have*: `rejected any truce`.
    """

    now: str
    past: str


def term_changes(
    old: TermWords, new: TermWords, strengths: tuple[str, str] = ("", "")
) -> tuple[Did, ...]:
    """Return what became of each term, in the order in which a clause has them.

    Args:
        old: The terms before.
        new: The terms now.
        strengths: How strongly it bound, and binds, in the words of the texts.
    """
    found = [
        *_scope(old.scope, new.scope),
        *_plain("who acts", old.by, new.by),
        *_counted("counts", *(one.start.start() if one.start else "" for one in (old, new))),
        *_counted("holds", *(one.until.until() if one.until else "" for one in (old, new))),
        *_renewal(old.renewal, new.renewal),
        *_conditions(old, new),
        *_strength(*strengths),
    ]
    return tuple(found)


def _scope(old: str, new: str) -> Iterator[Did]:
    if old == new:
        return
    if not new:
        yield Did(f"no longer says that it covers {old}", f"no longer said that it covers {old}")
    elif _RELATIVE.match(new) and not old:
        yield Did(f"limited it to {new}", f"limited it to {new}")
    else:
        instead = f", and no longer {old}" if old else ""
        yield Did(f"now says that it covers {new}{instead}", f"said that it covers {new}{instead}")


def _counted(verb: str, old: str, new: str) -> Iterator[Did]:
    """Yield what became of a start or an end, which begins with its preposition."""
    past = {"counts": "counted", "holds": "held"}[verb]
    if old == new:
        return
    if new:
        instead = f", and no longer {old}" if old else ""
        yield Did(f"now {verb} it {new}{instead}", f"{past} it {new}{instead}")
    else:
        yield Did(f"no longer {verb} it {old}", f"no longer {past} it {old}")


def _plain(what: str, old: str, new: str) -> Iterator[Did]:
    if old == new:
        return
    told = f"changed {what} from {old} to {new}" if old and new else ""
    told = told or (f"added {what}: {new}" if new else f"dropped {what}: {old}")
    yield Did(told, told)


_FROM_WEAKEST = ("may", "should", "shall")


def _strength(old: str, new: str) -> Iterator[Did]:
    """Yield that the words bind less, or more; or that they are others."""
    if old == new or not (old in _FROM_WEAKEST and new in _FROM_WEAKEST):
        yield from _plain("its strength", *(one and in_quotes(one) for one in (old, new)))
        return
    softer = _FROM_WEAKEST.index(new) < _FROM_WEAKEST.index(old)
    verb = "softened" if softer else "hardened"
    told = f"{verb} its words from {in_quotes(old)} to {in_quotes(new)}"
    yield Did(told, told)


def _renewal(old: str, new: str) -> Iterator[Did]:
    if old == new:
        return
    if new and not old:
        told = f"added a renewal{new.removeprefix('renewable')}"
        told = told if new.startswith("renewable") else f"added that it is {new}"
    elif old and not new:
        told = f"dropped the renewal{old.removeprefix('renewable')}"
        told = told if old.startswith("renewable") else f"dropped that it is {old}"
    else:
        told = f"changed it from {old} to {new}"
    yield Did(told, told)


def _conditions(old: TermWords, new: TermWords) -> Iterator[Did]:
    if new.unconditional and not old.unconditional:
        yield Did("now says that there are no conditions", "said that there are no conditions")
    if old.unconditional and not (new.unconditional or new.conditions):
        yield Did(
            "no longer says that there are no conditions",
            "no longer said that there are no conditions",
        )
    for verb, ones, others in (("added", new, old), ("dropped", old, new)):
        found = [
            f"that {one.words}" if one.clause else one.words
            for one in ones.conditions
            if one not in others.conditions
        ]
        if found:
            what = "a condition" if len(found) == 1 else "conditions"
            told = f"{verb} {what}: {listed(found)}"
            yield Did(told, told)
        steps = [one.after() for one in ones.first if one not in others.first]
        if steps:
            told = f"{verb} that it comes {listed(steps)}"
            yield Did(told, told)
