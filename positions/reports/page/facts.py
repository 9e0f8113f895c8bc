"""Holds facts: each has a kind, by which forms and screens find it, and a label for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from positions.reports.page.runs import Run, Runs, plain, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from positions.problems.problem import Path, Span
    from positions.reports.page.tables import Indented

__all__ = ["Fact", "FactKind", "FilePlace", "fact", "facts_named", "place_facts", "told"]


class FactKind(StrEnum):
    """What a fact tells; the value is the label where a fact has no other."""

    # An issue.
    AS_OF = "as of"
    UNDER = "under"
    TOPIC = "topic"
    ISSUE = "issue"
    VALUES = "kind"
    UNIT = "unit"
    COUNTS = "counts"
    LIMIT = "limit"
    SCALE = "scale"
    LADDER = "ladder"
    NEAR = "near"
    PARTS = "parts"
    PROVISION = "provision"
    PREMISE = "premise in dispute"
    NOTE = "note"
    PLACE = "at"
    # Its status.
    STATUS = "status"
    STATUSES = "status as the talks went"
    WHY = "why"
    ZONE = "zone of possible agreement"
    REFERENCE = "reference point"
    CAMPS = "camps"
    CAMP = "camp"
    PART = "part"
    GAP = "gap"
    # Outcomes.
    OUTCOME = "outcome"
    AGREED = "agreed"
    DISPUTE = "dispute"
    DELIVERED = "delivered"
    # How a party stands.
    PARTY = "party"
    PARTS_ALIKE = "parts alike"
    POSITION = "position"
    BRANCH = "branch"
    TERM = "term"
    CLAUSE = "clause"
    QUOTE = "in the original"
    TRANSLATION = "translation"
    PARAPHRASE = "paraphrase"
    BASIS = "basis"
    CHECKED = "checked"
    REASON = "reason"
    SALIENCE = "salience"
    RESERVATION = "reservation value"
    RED_LINE = "red line"
    BLANK = "blank"
    OWN_WORDS = "its own words"
    NOTHING = "nothing"
    CONFLICT = "otherwise at the same time"
    UNORDERED = "otherwise, in an order that is not known"
    REPORT = "a report says otherwise"
    ACCOUNT = "another account"
    GIVEN = "given"
    ORDER = "order"
    # On whose word.
    SAYS = "says"
    SPEAKER = "speaker"
    AS_IN = "as in"
    BY = "by"
    IN = "in"
    REPLACES = "replaces"
    BRANCH_SOURCES = "sources of a branch"
    SOURCE = "source"
    GRADE = "grade"
    VIA = "via"
    ADDRESS = "address"
    ARCHIVED = "archived"
    LANGUAGE = "language"
    # What was said before.
    HISTORY = "history"
    EARLIER = "earlier"
    STATE = "state"
    TOOK_PLACE = "took the place of"
    GAVE_WAY = "gave way to"
    # Options.
    OPTIONS = "options"
    OPTION = "option"
    OFFERED = "offered by"
    EXCLUDES = "excludes"
    OFFER = "offer"
    AGAINST = "to"
    # Orders of steps.
    UNREAD = "unread"
    ORDERS = "orders"
    STEP = "step"
    STATED = "stated"
    FINDINGS = "findings"
    PAIR = "Pair"
    LOOP = "Loop"
    CONTRADICTION = "Contradiction"
    EDGE = "edge"
    # Points of documents.
    DOCUMENT = "document"
    READ = "read"
    POINTS = "points"
    POINT = "point"
    UNCITED = "positions that cite no point"
    # What is not known.
    UNKNOWN = "not known"
    CELL = "cell"
    # A timeline.
    MOMENT = "moment"
    SPEECH = "speech"
    WORDS = "words"
    MOVE = "move"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    NOW = "now"
    MORE = "more"
    # What changed.
    RECORD = "record"
    FIELD = "field"
    BEFORE = "was"
    AFTER = "is"
    REVISION = "revision"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact, with those that belong under it.

    Attributes:
        kind: What it tells.
        label: What a reader calls it: a word of ours, or a title of the dossier's; may be empty.
        text: What it says; may be empty where the facts under it say it.
        link: Where it leads: a place in a file, or an address.
        number: Its number where facts of its kind are counted; else 0.
        about: The result of which it tells, for a screen that goes on from there.
        lines: What it says in lines, as a cell of a table does; then it has no text.
    """

    kind: FactKind
    label: Run
    text: Runs = ()
    facts: tuple[Fact, ...] = ()
    link: Span | str | None = None
    number: int = 0
    about: object = field(default=None, compare=False, repr=False)
    lines: tuple[Indented, ...] = ()

    @property
    def said(self) -> str:
        """The text without marks."""
        return plain(self.text)

    def first(self, *kinds: FactKind) -> Fact | None:
        """Return the first fact directly under it of one of these kinds."""
        return next((inner for inner in self.facts if inner.kind in kinds), None)


def fact(
    kind: FactKind,
    text: str | Run | Runs = "",
    facts: Iterable[Fact] = (),
    *,
    label: str | Run | None = None,
    link: Span | str | None = None,
) -> Fact:
    """Return a fact under a label: the kind's, where none is given."""
    named = label if isinstance(label, Run) else Run(str(kind) if label is None else label)
    return Fact(kind, named, runs_of(text), tuple(facts), link)


def told(
    kind: FactKind,
    text: str | Run | Runs,
    facts: Iterable[Fact] = (),
    *,
    number: int = 0,
    about: object = None,
) -> Fact:
    """Return a fact that is told without a label."""
    return Fact(kind, Run(""), runs_of(text), tuple(facts), None, number, about)


def facts_named(named: Mapping[FactKind, str]) -> Iterator[Fact]:
    """Yield a fact for each text that is not empty."""
    return (fact(kind, text) for kind, text in named.items() if text)


class FilePlace(Protocol):
    """Where a path of the dossier is in its file."""

    def __call__(self, path: Path, *, key: bool = False) -> Span | None:
        """Return the span; None where it is not known."""
        ...


def place_facts(place: FilePlace, path: Path) -> Iterator[Fact]:
    """Yield where a path is in its file, if that is known."""
    span = place(path, key=True)
    if span is not None:
        yield fact(FactKind.PLACE, f"{span.file}:{span.line}", link=span)
