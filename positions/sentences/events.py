"""Puts events and issues into a clause: after a ceasefire, once it begins, until, from when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.sentences.english import among
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Happening", "on_condition", "once_all"]

_FINITE = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|shall|may|must|can|does|do|begins?|ends|starts|"
    r"approves?|enters?|leaves|signs|withdraws?|accepts?|agrees?|ratif(?:y|ies)|recognises?|"
    r"ceases|resumes|expires|lapses|thaws|comes|goes|takes|becomes|joins|opens|closes|arrives|convenes|"
    r"dissolves|resigns|retires|adopts|happens|occurs|applies)\b"
)
_WITH_OBJECT = pattern(
    r"(?:\b(?!this|thus|plus|minus|versus)\w{2,}(?:[^su]s|ed)|"
    r"\A(?:both|all|the|two|three) (?:\w+ )?\w+s (?!(?:about|above|across|after|against|along|"
    r"among|and|around|as|at|before|behind|below|beside|between|beyond|but|by|down|during|for|from|"
    r"if|in|inside|into|near|of|off|on|onto|or|out|outside|over|per|since|than|that|through|to|"
    r"throughout|toward|under|until|up|when|where|which|who|whose|with|within|without)\b)"
    r"[a-z]+(?<!ing)(?<!ed))"
    r" (?:an?|the|its|their|his|her|no|any|every)\b"
    r"(?! (?:day|week|month|quarter|year|head|person|time)s?\b)"
)
"""A word before an article that is the verb of a clause: `the bank opens a branch`."""
_OF_SIDES = pattern(
    r"\A(?:both|all|the two) (?:sides|parties|states|countries|governments|parliaments|houses) "
    r"(?!(?:about|above|across|after|against|along|alike|among|and|around|as|at|before|behind|"
    r"below|beside|between|beyond|but|by|during|for|from|in|inside|near|of|on|or|outside|over|"
    r"since|that|through|to|together|under|until|when|where|which|who|whose|with|within|without)\b)"
    r"[a-z]+(?<!ing)(?<!ed)\b",
    re.IGNORECASE,
)
"""Of whom something is said without a word after its verb: `both sides pull back`."""
_WITH_FIGURE = pattern(
    r"\A(?:the|an?|each|every|no) (?:[\w-]+ )*?[\w-]+(?<!s) \w{2,}[^\Wsu]s \d", re.IGNORECASE
)
"""A word before a figure that is the verb of a clause: `the road carries 40 tonnes`."""
_QUESTION = pattern(r"\A(?:when|how) ", re.IGNORECASE)
_CLAUSES = (_FINITE, _WITH_OBJECT, _WITH_FIGURE, _OF_SIDES)
_OPEN = pattern(r"(?:where|who|whose|what|which|whether|why)\b", re.IGNORECASE)
_PLACED = pattern(r"(?:at|from|in|on|upon|within) ", re.IGNORECASE)
"""How words begin that say a time with a preposition of their own."""
_CONDITIONAL = pattern(r"(?:as long as|if|once|provided|unless|until|when|after) ", re.IGNORECASE)
"""How words begin that say a condition with a conjunction of their own."""
_BARE_HEAD = pattern(r"[\w'’-]+ (?:of|in|on|for) ")
_BARE_OF = pattern(r"[\w'’-]+ of ")
_SEVERAL_WORDS = pattern(r"[a-z](?!\w*ing an? |\w*ing the )[\w'’-]* \S")
_DETERMINER = pattern(
    r"(?:an?|the|no|any|all|each|every|both|some|its|their|this|that|these|those)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens, as a noun phrase or as a clause.

    Attributes:
        words: The phrase, in the case of running text.
        clause: Whether it is a clause, with a verb of its own.
    """

    words: str
    clause: bool = False

    @classmethod
    def from_title(cls, title: str, *, event: bool = False, issue: bool = False) -> Happening:
        """Return what a title says, its first letter lowered: a clause if it has a finite verb.

        Of `when territory is settled` the clause is what happens; `where the border runs` is a
        question. An event is none: `what was agreed is carried out`.
        A noun phrase without an article gets one before *of*, and an event or an issue before *in,
        on, for* too, and of several words in small letters always: `the summer survey`. Free words
        may say `compensation for the owners`.

        Args:
            title: The title, in the case of running text.
            event: Whether it is the title of an event.
            issue: Whether it is that of an issue.
        """
        if _OPEN.match(title) and not event:
            return cls(f"the question {title}")
        if any(one.search(title) for one in _CLAUSES):
            return cls(
                _QUESTION.sub("", title, count=1) if _QUESTION.match(title) else title, clause=True
            )
        known = event or issue
        heads = (_BARE_HEAD, _SEVERAL_WORDS) if known else (_BARE_OF,)
        bare = any(one.match(title) for one in heads)
        return cls(f"the {title}" if bare and not _DETERMINER.match(title) else title)

    def after(self) -> str:
        """Return `after the withdrawal`, or `once the withdrawal is complete`."""
        return f"{'once' if self.clause else 'after'} {self.words}"

    def condition(self) -> str:
        """Return `of the withdrawal`, or `that the withdrawal is complete`."""
        return f"{'that' if self.clause else 'of'} {self.words}"

    def start(self, joint: str = "from") -> str:
        """Return `from the withdrawal`, or `from when the withdrawal begins`.

        Args:
            joint: What a noun phrase comes after: *from*, or *of* after *within 30 days*.
        """
        if _PLACED.match(self.words):
            return self.words
        return f"from when {self.words}" if self.clause else f"{joint} {self.words}"

    def until(self) -> str:
        """Return `until the withdrawal`, or `until the withdrawal is complete`."""
        return f"until {self.words}"


def once_all(happenings: Sequence[Happening]) -> str:
    """Return what has to come first: *after* noun phrases, *once* clauses, joined by *and*."""
    nouns = [one.words for one in happenings if not one.clause]
    clauses = [one.words for one in happenings if one.clause]
    found = [
        *([f"after {among(nouns, 'steps')}"] if nouns else []),
        *([f"once {among(clauses, 'conditions are met')}"] if clauses else []),
    ]
    return ", and ".join(found) if any(" and " in one for one in found) else " and ".join(found)


def on_condition(happenings: Sequence[Happening]) -> str:
    """Return on what conditions something is wanted: *of* noun phrases, *that* before clauses.

    `on condition of a ceasefire and that the audit is published`. What has a conjunction of its
    own, such as *if*, stands as it is.
    """
    own = [one.words for one in happenings if _CONDITIONAL.match(one.words)]
    others = [one for one in happenings if not _CONDITIONAL.match(one.words)]
    nouns = [one.words for one in others if not one.clause]
    clauses = [one.condition() for one in others if one.clause]
    found = [
        *([f"of {among(nouns, 'conditions')}"] if nouns else []),
        *([among(clauses, "conditions")] if clauses else []),
    ]
    return " and ".join([*([f"on condition {' and '.join(found)}"] if found else []), *own])
