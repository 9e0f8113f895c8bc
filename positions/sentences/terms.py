"""Puts the terms of a position behind what it wants, in the order in which a clause has them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from positions.sentences.events import Happening, on_condition, once_all
from positions.text.patterns import pattern

__all__ = ["NO_TERMS", "TermWords", "has_preposition", "says_already", "term_title"]

_PREPOSITIONS = pattern(
    r"(?:about|across|against|along|among|at|before|beyond|between|but|by|during|except|for|from|"
    r"in|including|inside|near|of|on|outside|over|per|since|through|throughout|to|under|until|"
    r"up to|with|within|without)\b",
    re.IGNORECASE,
)
_RELATIVE = pattern(r"(?:what|those|whoever|whatever)\b", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "the"})
_WORD = pattern(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class TermWords:
    """The terms of a position, each as it stands in a clause.

    Attributes:
        scope: What the value covers.
        by: Who else than the party itself acts, as a list.
        jointly: Whether the party itself acts with them.
        start: With what it starts.
        until: With what it ends.
        renewal: `renewable by 30 days`, `not renewable`.
        unconditional: Whether it says that there are no conditions.
        conditions: On what conditions it is wanted.
        first: What has to come first.
        strength: How strongly it binds, where the act does not say it: `should`.
        acted: The same where the act says it, so that only a list without verbs must: `will not`.
    """

    scope: str = ""
    by: str = ""
    jointly: bool = False
    start: Happening | None = None
    until: Happening | None = None
    renewal: str = ""
    unconditional: bool = False
    conditions: tuple[Happening, ...] = ()
    first: tuple[Happening, ...] = ()
    strength: str = ""
    acted: str = ""

    def only(self, term: str) -> TermWords:
        """Return one of the terms alone, by the name of its field."""
        found = {name: getattr(self, name) for name in _FIELDS.get(term, ())}
        return TermWords(**found)

    def behind(self, thing: str, *, within: bool = False) -> str:
        """Return a thing with the terms behind it.

        Args:
            thing: The noun phrase that they qualify.
            within: Whether it says *within* a time, so that a start comes after *of*.
        """
        words = thing
        scope = self._scope_after(thing)
        if scope:
            words += f" {scope}"
        if self.start:
            words += f" {self.start.start('of' if within else 'from')}"
        if self.until:
            words += f" {self.until.until()}"
        if self.by:
            words += self._by()
        if self.renewal:
            words += f", {self.renewal}"
        unclear = self.unconditional and (self.start or self.until)
        last = "," if self.renewal or (self.by and not self.jointly) or unclear else ""
        for phrase in self._conditions():
            words += f"{last} {phrase}"
        return f"{words}, as a recommendation" if self.strength else words

    def beside(self, value: str) -> tuple[str, ...]:
        """Return the terms as they stand beside a party in a list, one phrase each.

        Args:
            value: The value that they qualify, whose words a scope does not repeat.
        """
        found = [
            "" if says_already(value, self.scope) else self.scope,
            self.by and f"{'together with' if self.jointly else 'by'} {self.by}",
            self.start.start() if self.start else "",
            self.until.until() if self.until else "",
            self.renewal,
            *self._conditions(),
            *(f"“{one}”" for one in (self.strength, self.acted) if one),
        ]
        return tuple(filter(None, found))

    def _by(self) -> str:
        if self.jointly:
            return f" together with {self.by}"
        return f", with {self.by} responsible"

    def _conditions(self) -> list[str]:
        none = ["without conditions"] if self.unconditional else []
        found = [once_all(self.first)] if self.first else []
        found += [on_condition(self.conditions)] if self.conditions else []
        return [*none, *([", ".join(found)] if found else [])]

    def _scope_after(self, thing: str) -> str:
        if not self.scope or says_already(thing, self.scope):
            return ""
        if _PREPOSITIONS.match(self.scope):
            return self.scope
        return f"for {self.scope}" if _RELATIVE.match(self.scope) else f"({self.scope})"


_FIELDS = {
    "scope": ("scope",),
    "by": ("by", "jointly"),
    "starts": ("start",),
    "until": ("until",),
    "renewable": ("renewal",),
    "conditions": ("unconditional", "conditions"),
    "after": ("first",),
}
"""In what each term is told."""

NO_TERMS = TermWords()
"""No terms at all."""


_TITLES = {
    "renewable": "renewal",
    "starts": "start",
    "until": "end",
    "by": "actors",
    "after": "what comes first",
    "modality": "strength",
}
"""What a term is called, where that is not its field."""


def term_title(name: str) -> str:
    """Return what a term is called: `scope`, `what comes first`."""
    return _TITLES.get(name, name)


def says_already(thing: str, scope: str) -> bool:
    """Return whether a thing has every word of a scope already, articles left aside."""
    known = set(_WORD.findall(thing.casefold()))
    return set(_WORD.findall(scope.casefold())) - _ARTICLES <= known


def has_preposition(scope: str) -> bool:
    """Return whether a scope begins with a preposition of its own: `in peacetime`."""
    return _PREPOSITIONS.match(scope) is not None
