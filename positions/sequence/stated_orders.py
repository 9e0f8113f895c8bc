"""The orders of steps that each party's documents of record state, at a moment.

A document orders steps in four places. Its `sequence:` puts one step, or several at the same time
or within one period, after another. A position's `after:` puts events and issues before its own
issue, and so does what is to be met first by its `conditions:`. A position's `starts:` says that
its issue starts with an event: the event comes first, or at the same time, and what makes it come
later contradicts that. A position that refuses, rules out or strikes asks for no order.

Which documents count is what the position of record says: a memorandum that is known and was read
whole closes what was ordered before, one of which less is known or was read makes it older, a later
statement stands beside it, and a report counts where it is not older than such a memorandum. A
document without a sequence that is based on another has that one's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Disclosure, Form
from positions.model.vocabulary import Modality
from positions.record.borrowing import Borrowing
from positions.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Dossier, Memorandum, Position
    from positions.model.moment import Moment
    from positions.record.settle import DocumentEntry, Record, Standing

__all__ = [
    "Branch",
    "OrderPlace",
    "StatedOrder",
    "Step",
    "StepOrder",
    "Timing",
    "issue_of",
    "stated_orders",
    "step",
    "wholes_of",
]

_RANK = {Form.MEMORANDUM: 0, Form.STATEMENT: 1, Form.REPORT: 2}


class OrderPlace(StrEnum):
    """Where a document states an order."""

    SEQUENCE = "sequence"
    AFTER = "after"
    CONDITIONS = "conditions"
    STARTS = "starts"


@dataclass(frozen=True, slots=True)
class Step:
    """An event, an issue, a part of an issue, or what a document names in free words.

    Attributes:
        name: The id; free words in one spelling.
        part: The part of the issue; empty for the whole, and for all that is no issue.
    """

    name: str
    part: str = ""
    title: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """A text that no other step has: the name, and the part after a slash."""
        return f"{self.name}/{self.part}" if self.part else self.name


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a document, under which an order holds.

    Attributes:
        issue: The issue whose alternative it is; empty for an option of the document.
    """

    party: str
    document: str
    issue: str
    label: str
    title: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class StatedOrder:
    """Steps that a document puts one after another; those of an inner tuple at the same time.

    Attributes:
        document: The id of the document.
        date: The document's date.
        branch: The branch under which it holds; None where it holds in any case.
        reported: Whether it is someone else's account.
        older: Whether a later text, of which too little is known, may say otherwise.
        inferred: Whether the analyst concludes it, and the party has not said it.
        yields: Steps whose place in it gives way to newer words, or to the party's own.
        periods: The places of those groups that are within one period: no order among their steps
            is stated, nor that they are at the same time.
        as_in: The id of the document from which it was taken over; empty where it is the
            document's own.
        sentence: The same in words.
    """

    party: str
    document: str
    date: Moment
    place: OrderPlace
    steps: tuple[tuple[Step, ...], ...]
    branch: Branch | None = None
    reported: bool = False
    older: bool = False
    clause: str = ""
    sources: tuple[str, ...] = ()
    yields: tuple[Step, ...] = ()
    periods: frozenset[int] = frozenset()
    as_in: str = ""
    inferred: bool = False
    sentence: str = field(default="", compare=False)


class Timing(StrEnum):
    """What an order says of two steps."""

    BEFORE = "before"
    TOGETHER = "at the same time"
    STARTS = "starts with"


@dataclass(frozen=True, slots=True)
class StepOrder:
    """What one document says of two steps.

    Attributes:
        stated_before: What the document names for `before`: the step, or a whole of which the
            step is a part.
        stated_after: The same for `after`.
        stated: The order of the document from which it is read.
        sentence: The same in words.
    """

    before: Step
    after: Step
    stated_before: Step
    stated_after: Step
    timing: Timing
    stated: StatedOrder
    sentence: str = field(default="", compare=False)

    @property
    def party(self) -> str:
        """The party whose order it is, by its id."""
        return self.stated.party

    @property
    def document(self) -> str:
        """The document that states it, by its id."""
        return self.stated.document

    @property
    def place(self) -> OrderPlace:
        """Where in the document it stands."""
        return self.stated.place


def step(dossier: Dossier, word: str, part: str = "") -> Step:
    """Return the step that a word of a document names.

    Words that are the id of no event and no issue are a step too, whatever their spacing and case.
    """
    if part:
        issue = dossier.issues[word]
        return Step(word, part, f"{issue.title}: {issue.parts[part].title}")
    if word in dossier.events or word in dossier.issues:
        return Step(word, "", dossier.title(word))
    return Step(" ".join(word.casefold().split()), "", dossier.title(word))


def wholes_of(dossier: Dossier, one: Step) -> tuple[Step, ...]:
    """Return what a step is part of, directly or not, the nearest first."""
    if one.part:
        return (step(dossier, one.name),)
    found: list[Step] = []
    event = dossier.events.get(one.name)
    while event is not None and event.part_of:
        whole = step(dossier, event.part_of)
        if whole == one or whole in found:
            break
        found.append(whole)
        event = dossier.events.get(whole.name)
    return tuple(found)


def issue_of(dossier: Dossier, one: Step) -> str:
    """Return the id of the issue that a step is or is a part of; empty where there is none."""
    names = (one.name, *(whole.name for whole in wholes_of(dossier, one)))
    return next((name for name in names if name in dossier.issues), "")


def stated_orders(dossier: Dossier, record: Record) -> tuple[StatedOrder, ...]:
    """Return every order that counts at the record's moment.

    They stand by party, then newest first, a party's own words before reports: independent of
    the order in which the dossier lists its parties.
    """
    found = [
        *_sequences(dossier, record.as_of),
        *(
            order
            for issue in dossier.issues
            for party in dossier.parties
            for order in _of_issue(dossier, record, party, issue)
        ),
    ]
    # Sorted twice, because the newest stand first and the rest ascends.
    found.sort(key=lambda one: (one.document, one.place, [_ids(group) for group in one.steps]))
    found.sort(key=lambda one: one.date.order(), reverse=True)
    return tuple(sorted(found, key=lambda one: (one.party, one.reported)))


def _ids(group: tuple[Step, ...]) -> list[str]:
    return [one.id for one in group]


def _sequences(dossier: Dossier, moment: Moment) -> Iterator[StatedOrder]:
    spoken: dict[str, list[Memorandum]] = {party: [] for party in dossier.parties}
    for document in dossier.memoranda.values():
        if document.party not in dossier.unreadable and not moment.before(document.date):
            spoken[document.party].append(document)
    takings = Borrowing(dossier, moment)
    for documents in spoken.values():
        documents.sort(key=lambda one: (one.date.order(), _RANK[one.form]))
        yield from _of_party(dossier, documents, moment, takings)


def _of_party(
    dossier: Dossier, documents: list[Memorandum], moment: Moment, takings: Borrowing
) -> Iterator[StatedOrder]:
    """Yield the sequences of a party's documents, which stand in the order of their dates."""
    papers = [one for one in documents if one.form is Form.MEMORANDUM]
    closing = [number for number, one in enumerate(papers) if takings.whole(one)]
    papers = papers[closing[-1] :] if closing else papers
    closed = papers[0] if closing else None
    hidden = papers[1:] if closing else papers
    for document in documents:
        reported = document.form is Form.REPORT
        stating = takings.sequence(document) if document.is_known(moment) else None
        if stating is None:
            continue
        if closed is not None and _closes(closed, document, reported=reported):
            continue
        newer = [one for one in hidden if document.date.before(one.date)]
        known = [one for one in newer if one.disclosed(moment) is not Disclosure.WITHHELD]
        if any(_replaces(one, document, takings) for one in known):
            continue
        yield StatedOrder(
            document.party,
            document.id,
            document.date,
            OrderPlace.SEQUENCE,
            tuple(
                tuple(step(dossier, word) for word in group if not _struck(document, word))
                for group in stating.steps
            ),
            reported=reported,
            older=bool(newer),
            sources=tuple(dict.fromkeys((*stating.sources, *document.sources))),
            periods=stating.periods,
            as_in="" if stating is document else stating.id,
        )


def _replaces(paper: Memorandum, document: Memorandum, takings: Borrowing) -> bool:
    """Return whether a newer text, known or read in part, makes history of a document's order.

    It does so of a report, and of an order of which it names every step itself.
    """
    if document.form is Form.REPORT:
        return True
    newer, older = takings.sequence(paper), takings.sequence(document)
    if newer is None or older is None:
        return False
    named = {word for group in newer.steps for word in group}
    return all(word in named for group in older.steps for word in group)


def _struck(document: Memorandum, issue: str) -> bool:
    """Return whether a document strikes an issue from the text of which it has the order."""
    position = document.positions.get(issue)
    return position is not None and position.blank is Blank.DELETED


def _closes(paper: Memorandum, document: Memorandum, *, reported: bool) -> bool:
    """Return whether a memorandum that was read whole makes history of a document."""
    if reported:
        return document.date.before(paper.date)
    return (document.date.order(), _RANK[document.form]) < (paper.date.order(), _RANK[paper.form])


def _of_issue(dossier: Dossier, record: Record, party: str, issue: str) -> Iterator[StatedOrder]:
    """Yield what a party's position on an issue orders: on the whole where all parts have it."""
    parts = tuple(dossier.issues[issue].parts) or ("",)
    held: dict[object, dict[str, StatedOrder]] = {}
    for part in parts:
        for order in _of_standing(dossier, record.standing(party, issue, part)):
            key = order.place, order.steps, order.branch, order.older
            held.setdefault(key, {}).setdefault(part, order)
    for holders in held.values():
        if len(holders) == len(parts):
            yield holders[parts[0]]
            continue
        for part, order in holders.items():
            yield replace(order, steps=(order.steps[0], (step(dossier, issue, part),)))


def _of_standing(dossier: Dossier, standing: Standing) -> Iterator[StatedOrder]:
    """Yield what a standing orders, as orders on the whole issue; in a group's words, the group."""
    if not standing.speaks or standing.entry is None or standing.voice:
        return
    for entry in (standing.entry, *standing.conflicts):
        position = entry.position
        orders = tuple(_of_position(dossier, standing, entry, position))
        yield from orders
        told = {(order.place, order.steps) for order in orders}
        for label, inner in position.alternatives.items():
            option = entry.document.options.get(label)
            branch = Branch(
                standing.party,
                entry.document.id,
                "" if option else standing.issue,
                label,
                option.title if option else label,
            )
            for order in _of_position(dossier, standing, entry, inner):
                if (order.place, order.steps) not in told:
                    yield replace(order, branch=branch)


def _of_position(
    dossier: Dossier, standing: Standing, entry: DocumentEntry, position: Position
) -> Iterator[StatedOrder]:
    if _asks_for_nothing(position):
        return
    own = step(dossier, standing.issue)
    kept = dict(entry.kept)  # a term that an earlier word of the party states
    starts = (position.starts,) if position.starts else ()
    for place, words in (
        (OrderPlace.AFTER, position.after),
        (OrderPlace.CONDITIONS, position.conditions or ()),
        (OrderPlace.STARTS, starts),
    ):
        document = kept.get(place, entry.document)
        for word in words:
            yield StatedOrder(
                standing.party,
                document.id,
                document.date,
                place,
                ((step(dossier, word),), (own,)),
                reported=standing.reported,
                older=standing.older,
                clause="" if place in kept else position.place,
                sources=document.sources if place in kept else position.sources or document.sources,
                as_in=position.as_in,
                inferred=position.inferred or entry.position.inferred,
            )


def _asks_for_nothing(position: Position) -> bool:
    """Return whether a position refuses, rules out or strikes: it asks for no order of steps."""
    refuses = position.value is not None and position.value.stance is Stance.REFUSED
    ruled_out = position.modality is Modality.WILL_NOT
    return refuses or ruled_out or position.blank is Blank.DELETED
