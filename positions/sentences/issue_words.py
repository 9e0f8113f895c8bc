"""Names an issue, or a part of it, for sentences, and what it may be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.sentences.names import Name
    from positions.sentences.nouns import Noun
    from positions.values import Frame

__all__ = ["IssueWords", "TitleWords", "sure_noun"]

_DETERMINER = pattern(
    r"(?:an?|the|no|any|all|each|every|both|some|neither|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|more|fewer|less|further|other) \S",
    re.IGNORECASE,
)
_WHICH = pattern(
    r"(?:the (?!\w{3,}(?:ing|sion|tion) of )|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten) )",
    re.IGNORECASE,
)
"""How an option begins that only says which; the lifting of something can be wanted."""


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What sentences call an option of a choice, or an item of a checklist.

    Attributes:
        words: The phrase, in the case of running text; in quotation marks where it is not
            surely a noun phrase.
        sure: Whether it is one, so that it can be wanted.
        against: Where it is *no X* and another is *X*: the phrase for X, which it rejects.
    """

    words: str
    sure: bool
    against: str = ""


@dataclass(frozen=True, slots=True)
class IssueWords:
    """What sentences call an issue, or one part of it.

    Attributes:
        head: The title, with the part in brackets: what stands before a sentence without a noun.
        frame: What it tells its kind, titles as they stand inside a sentence.
        noun: The noun phrase, its part filled in; None where the issue has none.
        part: What a sentence calls the part; empty for a whole.
        names_part: Whether the noun has a place for the part.
        titles: What it calls each option or item, by id.
        by: The ids of the parties that would do or pay it.
        verb: What each side of an exchange does: `hand over`.
        sides: The two sides of an exchange, by id and name.
    """

    head: str
    frame: Frame
    noun: Noun | None = None
    part: str = ""
    names_part: bool = False
    titles: Mapping[str, TitleWords] = field(default_factory=dict)
    by: tuple[str, ...] = ()
    verb: str = "hand over"
    sides: tuple[tuple[str, Name], ...] = ()

    @property
    def noun_names(self) -> bool:
        """Whether the noun alone says what issue, and what part, it is."""
        return self.noun is not None and (not self.part or self.names_part)

    @property
    def topic(self) -> str:
        """What the issue is about, as a noun phrase without a value; empty where none fits."""
        if self.noun is None or not self.noun_names or self.noun.needs_value:
            return ""
        return self.noun.bare()


def sure_noun(title: str, *, of_choice: bool = False) -> bool:
    """Return whether a title is surely a noun phrase: it begins with an article or the like.

    Args:
        title: The title.
        of_choice: Whether it is an option, of which *the capital* or *two days* only says which:
            nobody wants the capital.
    """
    certain = _DETERMINER.match(title) is not None
    return certain and not (of_choice and _WHICH.match(title))
