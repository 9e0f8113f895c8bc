"""Names parties as a sentence does: with their article, their number and their possessive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.sentences.english import closed, possessive
from positions.text.articles import definite_name, head_of
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Name", "own_name", "subject"]

_SINGULAR = frozenset(
    {"States", "Nations", "Netherlands", "Philippines", "Bahamas", "Congress", "Emirates"}
)
"""Last words of names that end in s, take *the*, and are singular all the same."""


@dataclass(frozen=True, slots=True)
class Name:
    """A party, or several, as a sentence names them.

    Attributes:
        text: The name, with its article in small letters.
        plural: Whether verbs after it are plural.
        possessive: What stands before what is theirs: `Russia's`, `Ford's and Stellantis's`.
        several: Whether it is several parties.
    """

    text: str
    plural: bool
    possessive: str
    several: bool = False

    @classmethod
    def of(cls, name: str, *, plural: bool | None = None) -> Name:
        """Return the name of one party.

        Args:
            name: The name, as the dossier has it.
            plural: Whether it is plural; None where the name tells: its words before *of* have
                *and*, or end in s after *the*.
        """
        head = head_of(name)
        last = head.rsplit(" ", 1)[-1]
        text = definite_name(name)
        if plural is None:
            of_many = text.startswith("the ") and last not in _SINGULAR
            plural = " and " in head or (
                of_many and last.endswith("s") and last[-2:-1] not in "siu"
            )
        return cls(text, plural, possessive(text, plural=plural))

    def verb(self, one: str, several: str) -> str:
        """Return the form of a verb that goes with the name."""
        return several if self.plural else one


def subject(names: Sequence[Name]) -> Name:
    """Return several parties as one subject, which is plural; many are counted.

    `Ford, GM and Stellantis`; `18 parties, among them Ford, GM and Stellantis,` with the comma that
    ends what interrupts the clause: before its verb.
    """
    if len(names) == 1:
        return names[0]
    text = closed([name.text for name in names], "parties")
    possessive = listed([name.possessive for name in names])
    return Name(text, plural=True, possessive=possessive, several=True)


def own_name(words: str, name: Name, others: Sequence[Name]) -> str:
    """Return what follows a subject, its own possessive as *its*, and itself as *for itself*.

    Only where no other party's name stands before it, and not after *and*: there *its* would be
    someone else's. What stands in quotation marks, and behind them, stays.
    """
    itself = "themselves" if name.plural else "itself"
    behind = r"(?=$|[,;.)]| (?:and|or) for )"
    words, mark, quoted = words.partition("“")
    # An expression for each name takes longer to compile than all the rest of a sentence to write.
    if f"for {name.text}" in words:
        words = re.sub(rf"\bfor {re.escape(name.text)}{behind}", f"for {itself}", words)
    mine = rf"(?<![\w-]){re.escape(name.possessive)}(?![\w-])"
    found = re.search(mine, words) if name.possessive in words else None
    before = words[: found.start()] if found else "and "
    named = any(other.text in before for other in others if other.text != name.text)
    if found and not named and not before.endswith("and "):
        words = f"{before}{'their' if name.plural else 'its'}{words[found.end() :]}"
    return f"{words}{mark}{quoted}"
