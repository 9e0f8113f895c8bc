"""The filter language, shared by the command line and the terminal UI.

`parse` reads a filter such as `fund party:ukraine !status:agreed "from the start"`; every term has
to hold. `Query.matches` says whether a row of a comparison passes. `FIELDS` is the table of what
can stand before a colon, which help and documentation print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status
from positions.filter.index import row_index
from positions.model.dossier import Blank
from positions.problems.errors import Refusal
from positions.text.english import listed
from positions.text.likeness import nearest
from positions.text.signs import QUOTATION_MARKS, plain_signs
from positions.values import KINDS, GapType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.comparison.rows import Comparison, Row

__all__ = ["FIELDS", "Condition", "Field", "Query", "QueryFault", "matching", "parse"]


@dataclass(frozen=True, slots=True)
class Field:
    """What can stand before a colon in a filter.

    Attributes:
        meaning: What it asks of a row, as a line of help.
        example: A term that uses it.
        words: The only words that it takes, each with its canonical form; empty where it takes
            any text.
    """

    meaning: str
    example: str
    words: Mapping[str, str] = field(default_factory=dict)


def _statuses() -> dict[str, str]:
    letters = {status.letter.lower(): str(status) for status in Status}
    return {str(status): str(status) for status in Status} | letters | {"-": str(Status.OPEN)}


FIELDS: Final[Mapping[str, Field]] = {
    "topic": Field("the topic has this in its name", "topic:finance"),
    "issue": Field("the issue has this id, or one that begins with it", "issue:term-length"),
    "kind": Field("the issue's values are of this kind", "kind:duration", {n: n for n in KINDS}),
    "party": Field("this party speaks: it has a position here, its own or reported", "party:union"),
    "status": Field("the row has this status, by name or letter", "status:divided", _statuses()),
    "gap": Field(
        "the row has a gap of this type",
        "gap:sequence",
        {str(gap): str(gap) for gap in GapType},
    ),
    "blank": Field(
        "a cell is blank for this reason",
        "blank:undisclosed",
        {str(blank): str(blank) for blank in Blank},
    ),
    "outcome": Field(
        "an outcome on it settles it, is disputed, or has been delivered, if in part",
        "outcome:disputed",
        {word: word for word in ("settled", "disputed", "delivered")},
    ),
    "source": Field("a cell rests on a source with this id or publisher", "source:gazette"),
}
"""The fields of the filter language, by name."""


class QueryFault(Refusal):
    """A filter that cannot be read.

    Attributes:
        position: Where the fault begins in the text, in characters from 0.
        length: How many characters it takes, at least 1.
        sentence: What is wrong.
        suggestion: What to write instead; may be empty.
    """

    def __init__(self, position: int, length: int, sentence: str, suggestion: str = "") -> None:
        """Keep the place, the sentence and the suggestion."""
        super().__init__(sentence)
        self.position = position
        self.length = max(length, 1)
        self.sentence = sentence
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a filter.

    Attributes:
        field: A name of `FIELDS`, or an empty text for words of the row itself.
        values: What is asked for; one of them is enough.
        negated: Whether the row must not fulfil it.
        position: Where the value begins in the text, in characters from 0.
        length: How many characters it takes there.
    """

    field: str
    values: tuple[str, ...]
    negated: bool = False
    position: int = 0
    length: int = 1


@dataclass(frozen=True, slots=True)
class Query:
    """A filter: all of its terms have to hold; without terms every row passes."""

    terms: tuple[Condition, ...] = ()

    def matches(self, row: Row, comparison: Comparison) -> bool:
        """Return whether a row of the comparison passes the filter."""
        index = row_index(comparison)
        return all(
            any(index.holds(row, term.field, value) for value in term.values) is not term.negated
            for term in self.terms
        )

    def check(self, comparison: Comparison) -> None:
        """Make sure that every party, topic, issue and source asked for is in the comparison.

        Raises:
            QueryFault: One is not; a filter that can never match is most likely mistyped.
        """
        index = row_index(comparison)
        for term in self.terms:
            names = index.names(term.field)
            for value in term.values:
                if names and not index.known(term.field, value):
                    raise QueryFault(
                        term.position,
                        term.length,
                        f"No {term.field} here is called `{value}`.",
                        nearest(value, names),
                    )


def matching(query: Query, comparison: Comparison) -> tuple[Row, ...]:
    """Return the rows of a comparison that pass the filter, in their order."""
    return tuple(row for row in comparison.rows if query.matches(row, comparison))


_STRAIGHT: Final = str.maketrans(
    {mark: '"' for mark in QUOTATION_MARKS if plain_signs(mark) == '"'}
)
_TERM: Final = re.compile(
    r"""(?=\S)(?P<nots>!*)(?:(?P<field>[^\W\d_]+):)?(?P<value>"[^"]*"|\S*)""",
)


def parse(text: str) -> Query:
    """Return the filter that a text states.

    Raises:
        QueryFault: A field, or a word that a field does not take, is unknown; a quotation is not
            closed; a value is missing.
    """
    # Sign for sign, so that places stay; a dash or an ellipsis is folded when it is looked for.
    text = text.translate(_STRAIGHT)
    return Query(tuple(_term(text, match) for match in _TERM.finditer(text)))


def _term(text: str, match: re.Match[str]) -> Condition:
    name, value = (match["field"] or "").lower(), match["value"]
    start, end = match.span("value")
    if match["field"] and name not in FIELDS:
        advice = nearest(name, FIELDS) or f"The fields are {listed(list(FIELDS), 'or')}."
        raise QueryFault(
            match.start("field"),
            len(name),
            f"There is no field `{name}` to filter by.",
            f"{advice} Quote words that have a colon in them.",
        )
    quoted = value.startswith('"')
    if quoted and (len(value) == 1 or not value.endswith('"')):
        raise QueryFault(start, len(text) - start, "A quotation is not closed.", 'Add a `"`.')
    words = value.strip('"').strip()
    if not words:
        what = f"`{name}:`" if name else "`!`" if match["nots"] else "The quotation"
        example = f"Write for example `{FIELDS[name].example}`." if name else "Name a word."
        raise QueryFault(match.start(), end - match.start(), f"{what} has no value.", example)
    values: tuple[str, ...] = (words,)
    if name and FIELDS[name].words:
        values = tuple(_word(name, words, start + quoted))
    negated = len(match["nots"]) % 2 == 1
    return Condition(name, values, negated, start, end - start)


def _word(name: str, words: str, start: int) -> Iterator[str]:
    """Yield the canonical form of each word, of those that a field takes, in a list by commas."""
    known = FIELDS[name].words
    for word in words.split(","):
        if word.lower() not in known:
            names = list(dict.fromkeys(known.values()))
            advice = nearest(word.lower(), names) or f"It can be {listed(names, 'or')}."
            raise QueryFault(start, len(word), f"There is no {name} `{word}`.", advice)
        yield known[word.lower()]
        start += len(word) + 1
