"""The filter language, shared by the command line and the terminal UI.

`parse` reads a filter such as `fund party:ukraine !status:agreed "from the start"`, of which every
term has to hold, or `issue:fund or (topic:war !status:agreed)`. `Query.matches` says whether a row
of a comparison passes. `FIELDS` is the table of what can stand before a colon, which help and
documentation print.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status
from positions.filter.index import row_index
from positions.model.dossier import Blank
from positions.problems.errors import Refusal
from positions.text.english import listed
from positions.text.likeness import nearest
from positions.text.patterns import pattern
from positions.text.signs import QUOTATION_MARKS, plain_signs
from positions.values import KINDS, GapType

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from positions.comparison.rows import Comparison, Row
    from positions.filter.index import RowIndex

__all__ = [
    "FIELDS",
    "OF_CHANGES",
    "Condition",
    "Field",
    "FilterGroup",
    "Query",
    "QueryFault",
    "matching",
    "matching_cells",
    "parse",
]


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
    "changed": Field("it changed since this revision (the matrix)", "changed:HEAD~3"),
    "moved": Field(
        "somebody moved so, seen from another (the changes)",
        "moved:toward",
        {word: word for word in ("toward", "away")},
    ),
    "by": Field("this party changed something (the changes)", "by:union"),
}
"""The fields of the filter language, by name."""

OF_CHANGES: Final = frozenset({"changed", "moved", "by"})
"""The fields that ask what changed, which a comparison alone does not tell."""


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
class FilterGroup:
    """Conditions that stand together.

    Attributes:
        parts: The conditions, and groups of such.
        one_is_enough: Whether one of them has to hold; otherwise all of them have to.
        negated: Whether the row must not fulfil it.
    """

    parts: tuple[Condition | FilterGroup, ...] = ()
    one_is_enough: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A filter; without terms every row passes.

    Attributes:
        whole: What has to hold.
        told: For fields that ask what changed, and their values: the ids of the issues; for words,
            which have an empty field, those of the issues whose change has them too.
    """

    whole: FilterGroup = FilterGroup()
    told: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    @property
    def terms(self) -> tuple[Condition, ...]:
        """Its conditions, in the order of the text; negated where a group around them is."""
        return tuple(_conditions(self.whole, negated=False))

    def matches(self, row: Row, comparison: Comparison) -> bool:
        """Return whether a row of the comparison passes the filter."""
        return _holds(self.whole, row, row_index(comparison), self.told)

    def asked(self, name: str) -> tuple[str, ...]:
        """Return the values that are asked for of a field."""
        return tuple(value for term in self.terms if term.field == name for value in term.values)

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
                if term.field in OF_CHANGES and (term.field, value) not in self.told:
                    raise QueryFault(
                        term.position,
                        term.length,
                        f"`{term.field}:` asks what changed, which is not known here.",
                        _WHERE[term.field],
                    )


_WHERE: Final = {
    "changed": "Write it in the matrix of the screen; `positions diff` prints what changed.",
    "moved": "Write it on the screen of changes; `positions diff` prints who moved.",
    "by": "Write it on the screen of changes; `positions diff --party` prints the same.",
}


def _conditions(group: FilterGroup, *, negated: bool) -> Iterator[Condition]:
    for part in group.parts:
        if isinstance(part, FilterGroup):
            yield from _conditions(part, negated=negated is not group.negated)
        else:
            yield replace(part, negated=part.negated is not (negated is not group.negated))


def _holds(
    part: Condition | FilterGroup,
    row: Row,
    index: RowIndex,
    told: Mapping[tuple[str, str], frozenset[str]],
) -> bool:
    if isinstance(part, Condition):
        found = any(
            row.issue.id in told.get((part.field, value), frozenset())
            or (part.field not in OF_CHANGES and index.holds(row, part.field, value))
            for value in part.values
        )
    else:
        each = (_holds(inner, row, index, told) for inner in part.parts)
        found = any(each) if part.one_is_enough else all(each)
    return found is not part.negated


def matching(query: Query, comparison: Comparison) -> tuple[Row, ...]:
    """Return the rows of a comparison that pass the filter, in their order."""
    return tuple(row for row in comparison.rows if query.matches(row, comparison))


def matching_cells(
    query: Query, comparison: Comparison
) -> tuple[tuple[Row, ...], frozenset[str] | None]:
    """Return the rows and the ids of the parties of the cells that pass the filter.

    What it asks of parties, beside all else, chooses cells and no rows, and so does the name of a
    party as a word; None for every party.
    """
    whole, index = query.whole, row_index(comparison)
    parties: frozenset[str] | None = None
    rest: list[Condition | FilterGroup] = []
    for part in whole.parts:
        if whole.one_is_enough or not isinstance(part, Condition) or not _is_party(part, index):
            rest.append(part)
            continue
        every = frozenset(one.id for one in comparison.parties) if parties is None else parties
        named = frozenset().union(*map(index.parties, part.values))
        parties = every - named if part.negated else every & named
    rows = replace(query, whole=replace(whole, parts=tuple(rest)))
    return matching(rows, comparison), parties


def _is_party(condition: Condition, index: RowIndex) -> bool:
    """Return whether a condition asks for a party, by its field or by its name as a word."""
    is_word = not condition.field
    return condition.field == "party" or (is_word and all(map(index.called, condition.values)))


_STRAIGHT: Final = str.maketrans(
    {mark: '"' for mark in QUOTATION_MARKS if plain_signs(mark) == '"'}
)
_TERM: Final = pattern(
    r"""(?=\S)(?P<nots>!*)(?:(?P<open>\()|(?:(?P<field>[^\W\d_]+):)?(?P<value>"[^"]*"|\S*))""",
)
_OR: Final = "or"
_DEEPEST: Final = 20
"""How many brackets may be open at once."""


def parse(text: str) -> Query:
    """Return the filter that a text states.

    Terms stand side by side where all of them have to hold, with `or` between them where one is
    enough; `or` divides more than a space does, and brackets more than that.

    Raises:
        QueryFault: A field, or a word that a field does not take, is unknown; a quotation or a
            bracket is not closed; a value, or a side of `or`, is missing.
    """
    # Sign for sign, so that places stay; a dash or an ellipsis is folded when it is looked for.
    text = text.translate(_STRAIGHT)
    opened = [_Opened(-1)]
    at = 0
    while (match := _TERM.search(text, at)) is not None:
        at = match.end()
        if match["open"]:
            if len(opened) > _DEEPEST:
                raise QueryFault(match.start(), 1, "Brackets are nested too deeply.", "Use fewer.")
            opened.append(_Opened(match.start(), negated=len(match["nots"]) % 2 == 1))
            continue
        if len(opened) == 1 and match["value"].strip(")") == "" and match["value"]:
            raise QueryFault(match.start("value"), 1, "No bracket is open here.", "Remove it.")
        closing = _closing(match) if len(opened) > 1 else 0
        at -= closing
        _take(opened[-1], text, match, at)
        while closing and len(opened) > 1:
            group = opened.pop().group()
            opened[-1].sides[-1].append(group)
            closing, at = closing - 1, at + 1
    if len(opened) > 1:
        raise QueryFault(opened[-1].start, 1, "A bracket is not closed.", "Add a `)`.")
    return Query(opened[0].group())


class _Opened:
    """A group whose end has not been read: what stands on each side of its `or`."""

    def __init__(self, start: int, *, negated: bool = False) -> None:
        self.start = start
        self.sides: list[list[Condition | FilterGroup]] = [[]]
        self._negated = negated
        self._ors: list[int] = []

    def divide(self, start: int) -> None:
        """Begin another side, at an `or` at this place."""
        self._ors.append(start)
        self.sides.append([])

    def group(self) -> FilterGroup:
        """Return the group, which has been read to its end.

        Raises:
            QueryFault: It is empty, or a side of an `or` is.
        """
        if self._ors and not all(self.sides):
            place = self._ors[min(self.sides.index([]), len(self._ors) - 1)]
            advice = 'Write a term on each side; quote it, `"or"`, where the word is meant.'
            raise QueryFault(place, len(_OR), "A side of `or` is missing.", advice)
        if self.start >= 0 and not any(self.sides):
            raise QueryFault(self.start, 1, "The brackets are empty.", "Write a term in them.")
        if len(self.sides) == 1:
            return FilterGroup(tuple(self.sides[0]), negated=self._negated)
        parts = tuple(
            side[0] if len(side) == 1 else FilterGroup(tuple(side)) for side in self.sides
        )
        return FilterGroup(parts, one_is_enough=True, negated=self._negated)


def _closing(match: re.Match[str]) -> int:
    """Return how many brackets a term ends with that it does not open itself."""
    value = match["value"]
    if value.startswith('"'):
        return 0
    ends = len(value) - len(value.rstrip(")"))
    return min(ends, max(value.count(")") - value.count("("), 0))


def _take(opened: _Opened, text: str, match: re.Match[str], end: int) -> None:
    """Add the term of a match to a group, or divide the group where it is `or`."""
    written = text[match.start() : end]
    if written.lower() == _OR:
        opened.divide(match.start())
    elif written:
        opened.sides[-1].append(_term(text, match, end))


def _term(text: str, match: re.Match[str], end: int) -> Condition:
    name, start = (match["field"] or "").lower(), match.start("value")
    value = text[start:end]
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
    elif name and not quoted:
        values = tuple(word for one in words.split(",") if (word := one.strip()))
        if not values:
            example = f"Write for example `{FIELDS[name].example}`."
            raise QueryFault(
                match.start(), end - match.start(), f"`{name}:` has no value.", example
            )
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
