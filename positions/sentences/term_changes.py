"""Says which terms of a position were added, dropped or changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.sentences.english import in_quotes
from positions.sentences.terms import has_preposition
from positions.text.english import listed
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.sentences.names import Name
    from positions.sentences.terms import TermWords

__all__ = ["Did", "as_far_as_read", "term_changes"]

_RELATIVE = pattern(r"(?:what|those|whoever|whatever)\b", re.IGNORECASE)


class Did(NamedTuple):
    """What was done, as a predicate.

    Attributes:
        now: As it reads without a day: `now rejects any truce`.
        past: As it reads of a day, and after *is reported to have*: `rejected any truce`.
        leaves_out: Whether the later words merely do not mention it.
    """

    now: str
    past: str
    leaves_out: bool = False

    def told(self, name: Name, when: str = "") -> str:
        """Return who did it, and when: `North now rejects any truce`, `on 2 June North rejected …`.

        Args:
            name: Who did it.
            when: The day, where it is not now.
        """
        return f"{when} {name.text} {self.past}" if when else f"{name.text} {self.now}"


def as_far_as_read(does: Sequence[Did], name: Name, reach: str) -> tuple[Did, ...]:
    """Return what was done where the later text is there in part: what it leaves out is limited.

    Args:
        does: What was done, in order; the last that is left out takes the limit.
        name: Whose text it is.
        reach: As far as what: it `was read`, or `is known`.
    """
    limit = f" (as far as {name.verb('its', 'their')} text {reach})"
    last = max((at for at, one in enumerate(does) if one.leaves_out), default=-1)
    return tuple(
        one._replace(now=one.now + limit, past=one.past + limit) if at == last else one
        for at, one in enumerate(does)
    )


def term_changes(
    name: Name, old: TermWords, new: TermWords, strengths: tuple[str, str] = ("", "")
) -> tuple[Did, ...]:
    """Return what became of each term, in the order in which a clause has them.

    Args:
        name: Whose terms they are.
        old: The terms before.
        new: The terms now.
        strengths: How strongly it bound, and binds, in the words of the texts.
    """
    return tuple(_TermChanges(name, old, new).all(*strengths))


_SAYS: Final = "says", "say", "said"
_MENTIONS: Final = "mentions", "mention", "mentioned"
_NAMES: Final = "names", "name", "named"
_COUNTS: Final = "counts", "count", "counted"

_FROM_WEAKEST: Final = ("may", "should", "shall")


def _both(told: str) -> Did:
    return Did(told, told)


@dataclass(frozen=True, slots=True)
class _TermChanges:
    """The terms of one party before and now."""

    name: Name
    old: TermWords
    new: TermWords

    def all(self, was_strong: str, strong: str) -> Iterator[Did]:
        old, new = self.old, self.new
        yield from self._scope(old.scope, new.scope)
        yield from self._stated(_NAMES, old.by, new.by, " to act")
        starts = (f"it {one.start.start()}" if one.start else "" for one in (old, new))
        yield from self._bounded(_COUNTS, *starts)
        ends = (f"that it lasts {one.until.until()}" if one.until else "" for one in (old, new))
        yield from self._bounded(_SAYS, *ends)
        yield from self._renewal(old.renewal, new.renewal)
        yield from self._conditions()
        yield from self._strength(was_strong, strong)

    def _now(self, verb: tuple[str, str, str], what: str) -> Did:
        one, several, past = verb
        return Did(f"now {self.name.verb(one, several)} {what}", f"{past} {what}")

    def _no_longer(self, verb: tuple[str, str, str], what: str) -> Did:
        one, several, past = verb
        now = f"no longer {self.name.verb(one, several)} {what}"
        return Did(now, f"no longer {past} {what}", leaves_out=True)

    def _scope(self, old: str, new: str) -> Iterator[Did]:
        if old == new:
            return
        if old or has_preposition(new):
            yield from self._stated(_SAYS, *(one and in_quotes(one) for one in (old, new)))
        elif _RELATIVE.match(new):
            yield _both(f"limited it to {new}")
        else:
            yield self._now(_SAYS, f"that it covers {new}")

    def _bounded(self, verb: tuple[str, str, str], old: str, new: str) -> Iterator[Did]:
        """Yield what became of a start or an end, with how it stands behind the verb."""
        if old == new:
            return
        if new:
            gone = re.sub("^it |^that it lasts ", "", old)
            yield self._now(verb, f"{new}{f', and no longer {gone}' if gone else ''}")
        else:
            yield self._no_longer(verb, old)

    def _stated(
        self, verb: tuple[str, str, str], old: str, new: str, behind: str = ""
    ) -> Iterator[Did]:
        """Yield what is now said, and no longer said."""
        if old == new:
            return
        if new:
            yield self._now(verb, f"{new}{behind}{f' instead of {old}' if old else ''}")
        else:
            yield self._no_longer(verb, f"{old}{behind}")

    def _strength(self, old: str, new: str) -> Iterator[Did]:
        """Yield that the words bind less, or more; or that they are others."""
        its = self.name.verb("its", "their")
        if old == new or not (old in _FROM_WEAKEST and new in _FROM_WEAKEST):
            yield from self._stated(_SAYS, *(one and in_quotes(one) for one in (old, new)))
            return
        softer = _FROM_WEAKEST.index(new) < _FROM_WEAKEST.index(old)
        verb = "softened" if softer else "hardened"
        yield _both(f"{verb} {its} words from {in_quotes(old)} to {in_quotes(new)}")

    def _renewal(self, old: str, new: str) -> Iterator[Did]:
        if old == new:
            return
        if old and new:
            lengths = [one.partition(" by ")[2] for one in (old, new)]
            if all(lengths):
                yield _both(f"changed the renewal from {lengths[0]} to {lengths[1]}")
            else:
                only = "only " if lengths[0] and new == "renewable" else ""
                yield self._now(_SAYS, f"{only}that it is {new}")
            return
        renewal = old or new
        noun = f"renewal{renewal.removeprefix('renewable')}"
        by_noun = renewal.startswith("renewable")
        if new:
            yield _both(f"added a {noun}" if by_noun else f"added that it is {new}")
        elif by_noun:
            yield self._no_longer(_MENTIONS, f"the {noun}")
        else:
            yield self._no_longer(_SAYS, f"that it is {old}")

    def _conditions(self) -> Iterator[Did]:
        old, new = self.old, self.new
        if new.unconditional and not old.unconditional:
            yield self._now(_SAYS, "that there are no conditions")
        if old.unconditional and not (new.unconditional or new.conditions):
            yield self._no_longer(_SAYS, "that there are no conditions")
        for ones, others, added in ((new, old, True), (old, new, False)):
            found = [
                f"that {one.words}" if one.clause else one.words
                for one in ones.conditions
                if one not in others.conditions
            ]
            if found:
                told = f"{'a condition' if len(found) == 1 else 'conditions'}: {listed(found)}"
                if added or new.unconditional:
                    yield _both(f"{'added' if added else 'dropped'} {told}")
                else:
                    yield self._no_longer(_MENTIONS, told)
            steps = [one.after() for one in ones.first if one not in others.first]
            if steps:
                told = f"that it comes {listed(steps)}"
                yield _both(f"added {told}") if added else self._no_longer(_SAYS, told)
