"""Makes the annexes: the order of steps, and the accounts that differ."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.leaves import Leaf, branches_of, leaf_names, step_leaf
from positions.analysis.single_text.model import KNOWN_AS, AnnexEntry, Telling, TextVoice
from positions.analysis.single_text.notes import BLANKS
from positions.analysis.single_text.paragraphs import position_sentence, words_of
from positions.analysis.single_text.term_words import closing_sentence
from positions.comparison.disputes import versions_of_agreed
from positions.model.dossier import Blank, Form, Terms
from positions.record.amending import told_otherwise
from positions.record.options import choose_options
from positions.record.parts import unsaid
from positions.record.settle import record
from positions.sentences.agreed import accounts_of
from positions.sentences.dates import on
from positions.sentences.english import sentence
from positions.sentences.names import Name
from positions.sequence.conflicts import OrderPlace, order_steps
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.speakers import Speakers
    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Account, Issue, Position
    from positions.record.settle import DocumentEntry, Standing
    from positions.sequence.conflicts import Sequencing, StatedOrder

__all__ = ["contested_accounts", "orders_of_steps"]


def orders_of_steps(comparison: Comparison, pen: Pen, speakers: Speakers) -> tuple[AnnexEntry, ...]:
    """Return the orders of steps that documents of record state, with those they are opposed to."""
    if not any(document.sequence for document in comparison.dossier.memoranda.values()):
        return ()
    chosen = {party: [one.id for one in found] for party, found in comparison.options.items()}
    choice = choose_options(speakers.dossier, chosen)  # also of texts not known yet
    found = order_steps(comparison.dossier, record(comparison.dossier, comparison.as_of, choice))
    shown = {party.id for party in comparison.parties}
    return tuple(_entries(found, pen, speakers, shown))


def _entries(
    found: Sequencing, pen: Pen, speakers: Speakers, shown: Collection[str]
) -> Iterator[AnnexEntry]:
    """Yield the orders of those shown, numbered and known as among the orders of all."""
    orders = [
        order
        for party in found.parties
        for order in party.orders
        if order.place is OrderPlace.SEQUENCE
    ]
    numbers = {id(order): f"A{number}" for number, order in enumerate(orders, 1)}
    orders = [order for order in orders if order.party in shown]
    by_document = {order.document: numbers[id(order)] for order in orders}
    opposed: dict[str, dict[str, None]] = {}
    for conflict in found.conflicts:
        sides = [
            {order.document for order in side}
            for side in (conflict.first_orders, conflict.second_orders)
        ]
        for one, other in (sides, sides[::-1]):
            for document in one:
                opposed.setdefault(document, {}).update(dict.fromkeys(sorted(other)))
    newest: list[StatedOrder] = []
    for order in orders:
        earlier = any(
            order.date.surely_before(newer.date) and _is_turned(order, newer)
            for newer in newest
            if newer.party == order.party
        )
        newest.append(order)
        against = [
            by_document[one] for one in opposed.get(order.document, {}) if one in by_document
        ]
        yield AnnexEntry(
            numbers[id(order)],
            (_voice(pen, speakers, order, is_earlier=order.older or earlier),),
            _in_order(pen, [[step.name for step in group] for group in order.steps], order.periods),
            () if order.as_in else _leaves_of(order),
            f"opposed to {listed(list(dict.fromkeys(against)))}" if against else "",
        )


def _is_turned(order: StatedOrder, newer: StatedOrder) -> bool:
    """Return whether a newer order has two steps the other way round."""
    places, now = (
        {step.id: place for place, group in enumerate(one.steps) for step in group}
        for one in (order, newer)
    )
    shared = sorted(places.keys() & now.keys(), key=places.__getitem__)
    return any(
        places[one] < places[other] and now[one] > now[other]
        for one, other in combinations(shared, 2)
    )


def _voice(pen: Pen, speakers: Speakers, order: StatedOrder, *, is_earlier: bool) -> TextVoice:
    manner = ["reported"] if order.reported else []
    form = str(pen.dossier.memoranda[order.document].form)
    manner += ["said"] if form == "statement" else []
    manner += ["earlier"] if is_earlier else []
    return TextVoice(order.party, speakers.shorts[order.party], tuple(manner), "", order.document)


def _leaves_of(order: StatedOrder) -> tuple[Leaf, ...]:
    count = sum(map(len, order.steps))
    return tuple(step_leaf(order.document, place) for place in range(1, count + 1))


def _in_order(pen: Pen, steps: list[list[str]], periods: Collection[int]) -> str:
    """Return steps in words: `the ceasefire, then territory and the exchange together`."""
    groups = []
    for place, group in enumerate(steps):
        names = [pen.glossary.happening(step).words for step in group]
        how = "in any order" if place in periods else "together"
        groups.append(f"{listed(names)} {how}" if len(names) > 1 else listed(names))
    return f"First {'; then '.join(groups)}." if len(groups) > 1 else f"{capital(groups[0])}."


def contested_accounts(
    pen: Pen, speakers: Speakers, row: Row, number: str
) -> tuple[AnnexEntry, ...]:
    """Return accounts that differ from words of record, and reports beside them.

    Accounts of several parts that say the same are one entry.
    """
    found: dict[object, tuple[AnnexEntry, list[str]]] = {}
    for line in row.leaves:
        called = pen.glossary.issue(row.issue.id, line.part).part if line.part else ""
        for entry in _OfLine(pen, speakers, row.issue, line, number).entries():
            part = called if _PART in entry.words else ""
            if called and not part and called.lower() not in entry.words.lower():
                part = pen.glossary.running(row.issue.parts[line.part].title)
            key = (entry.voices, entry.words, entry.remark)
            first, parts = found.get(key, (replace(entry, leaves=()), []))
            held = replace(first, leaves=(*first.leaves, *entry.leaves))
            found[key] = (held, [*parts, part] if part else parts)
    return tuple(
        replace(entry, words=_naming(parts, entry.words)) for entry, parts in found.values()
    )


_PART: Final = "\0"
"""What stands for a part in the words of an account, before those of several parts are one."""


def _naming(parts: list[str], words: str) -> str:
    """Return an account with the parts that it is of, inside its sentence or above it."""
    if _PART in words:
        return capital(words.replace(_PART, listed(parts)))
    return ": ".join(filter(None, (capital(listed(parts)), words)))


def _remark(position: Position) -> str:
    """Return what the analyst says of an account without a value, whose words it is not."""
    is_told = position.value is None and bool(position.paraphrase)
    return f". Retold: {sentence(position.paraphrase)}" if is_told else ""


class _OfLine:
    """The accounts on one line."""

    def __init__(self, pen: Pen, speakers: Speakers, issue: Issue, line: Line, number: str) -> None:
        self._pen = pen
        self._speakers = speakers
        self._issue = issue
        self._line = line
        self._number = number

    def entries(self) -> Iterator[AnnexEntry]:
        """Yield the accounts of words of record, reports beside them, and those of outcomes."""
        told: set[str] = set()
        for standing in self._line.standings.values():
            if standing.voice in self._line.standings:
                continue
            for entry in standing.words:
                yield from self._of_entry(entry)
            for entry in standing.beside:
                if entry.document.id not in told:
                    told.add(entry.document.id)
                    yield from self._beside(standing, entry)
        for agreement in self._line.outcomes:
            differ = len(versions_of_agreed(self._pen.dossier, agreement)) > 1
            for party, account in agreement.accounts.items() if differ else ():
                short = self._speakers.shorts.get(party, party)
                if teller := agreement.outcome.unnamed.get(party):
                    short = accounts_of([Name.of(short)], {short: teller})
                voice = TextVoice(party, short, (), "", agreement.outcome.id)
                remark = (
                    f"of what was agreed {on(agreement.outcome.date.in_prose)}{_remark(account)}"
                )
                yield AnnexEntry(self._number, (voice,), self._said(voice, account), (), remark)

    def _of_entry(self, entry: DocumentEntry) -> Iterator[AnnexEntry]:
        seen: set[str] = set()
        otherwise = told_otherwise(entry.position)
        for label, branch in (("", entry.position), *entry.position.alternatives.items()):
            for name, account in branch.accounts.items():
                if name in seen or name not in otherwise:
                    continue
                seen.add(name)
                told = self._telling(account)
                how = "inferred from " if account.inferred else ""
                short = f"{how}{listed(list(told.names)) or 'an account'}"
                voice = TextVoice(account.party or "", short, (), "", "")
                of = "words" if entry.position.unstated is None else "position"
                remark = f"of the {of} of {self._short(entry, label)}{_remark(account)}"
                said = self._said(voice, account)
                yield AnnexEntry(self._number, (voice,), said, (), remark, told)

    def _short(self, entry: DocumentEntry, label: str) -> str:
        party = entry.document.party
        return self._speakers.branches[party, label] if label else self._speakers.shorts[party]

    def _telling(self, account: Account) -> Telling:
        """Return who gives an account: its speaker, its party, or those who published it."""
        known = self._pen.dossier.sources
        sources = [known[name] for name in account.sources if name in known]
        days = [one.date for one in sources if not one.later]
        date = account.date or min(days, key=lambda day: day.order(), default=None)
        later = ", published later" if sources and date is None else ""
        if account.speaker or account.party:
            party = account.party or ""
            name = account.speaker or self._speakers.shorts.get(party, party)
            return Telling((name,), account.date, KNOWN_AS[Form.STATEMENT] + later)
        names = dict.fromkeys(one.publisher for one in sources if later or not one.later)
        return Telling(tuple(names), date, KNOWN_AS[Form.REPORT] + later)

    def _beside(self, standing: Standing, entry: DocumentEntry) -> Iterator[AnnexEntry]:
        document = entry.document.id
        issue, part = self._issue.id, self._line.part
        stated = [
            (label, position, names)
            for label, position in branches_of(entry.position)
            if (names := leaf_names(self._pen.dossier, issue, part, position))
            or entry.position.unstated
        ]
        for label, position, names in stated:
            voice = TextVoice(
                standing.party, self._short(entry, label), ("reported",), label, document
            )
            leaves = tuple(Leaf(document, issue, part, label, name) for name in names)
            words = self._said(voice, position)
            remark = f"a report of {entry.document.date.in_prose}{_remark(position)}"
            yield AnnexEntry(self._number, (voice,), words, leaves, remark)

    def _said(self, voice: TextVoice, position: Position) -> str:
        """Return what an account says, in the sentence of its value or of its terms alone."""
        if position.blank in BLANKS and position.blank is not Blank.UNCODED:
            return sentence(BLANKS[position.blank])
        if position.value is None and position.blank is not Blank.DELETED:
            terms = (name for name in Terms.model_fields if not unsaid(name, position))
            found = (closing_sentence(self._pen.glossary, position, name) for name in terms)
            none = "" if position.paraphrase else "The account has no words of its own."
            return " ".join(found) or none
        said = position_sentence(self._pen, self._issue, self._line, voice, position)
        return words_of(said, (_PART,) if self._line.part else ())
