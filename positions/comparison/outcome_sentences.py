"""Says what the outcomes of a line come to: what was agreed by whose word, what was delivered.

They set figures beside each other and judge nobody: whether a delivery keeps a promise is for the
reader.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from positions.comparison.bridges import agreed_sentences
from positions.comparison.disputes import (
    counts_of,
    disputes,
    disputes_of_delivery,
    versions_of_agreed,
    versions_of_delivered,
)
from positions.comparison.terms import term_differences
from positions.model.dossier import Blank
from positions.model.outcome import EVERYONE
from positions.sentences.agreed import (
    AgreedBy,
    Counter,
    accounts_of,
    agreed,
    agreed_by,
    by_accounts,
    delivered,
)
from positions.sentences.dates import on
from positions.sentences.english import number, paragraph, sentence
from positions.sentences.names import Name, subject
from positions.sentences.reasons import NO_REASON, Apart, Reason
from positions.sentences.voices import position_words
from positions.text.english import capital, listed
from positions.values import KINDS, GapType, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from positions.comparison.disputes import Count, Dispute, Version
    from positions.comparison.rows import Line
    from positions.model.dossier import Position
    from positions.record.agreements import Agreement, Settlement
    from positions.sentences.glossary import Glossary
    from positions.sentences.issue_words import IssueWords
    from positions.sentences.position_words import PositionWords

__all__ = [
    "agreed_reason",
    "beside_agreed",
    "beside_in_brief",
    "blank_accounts",
    "delivery_sentences",
    "dispute_sentences",
    "given_by_side",
    "outcome_paragraphs",
    "settlement_reason",
    "unnamed_tellers",
    "unstated",
]

_MANY = 3
"""How many different accounts are set against each other; of more, only their number is said."""

Called = tuple[str, ...] | None
"""The parts by which an issue is called, where that is not the part alone."""


def settlement_reason(words: Glossary, found: Settlement, called: Called = None) -> Reason:
    """Return what the outcomes of a line come to: what settles it, or some agreed, or is reopened.

    Such as `Agreed by Ukraine and Russia on 16 May 2025: an exchange of 1,000 for 1,000.`
    """
    told = [_settled(words, one, called) for one in found.settling[:1]]
    for one in found.reopened[:1]:
        first = _settled(words, one, called)
        told.append(Reason(first.head, (*first.said, sentence(found.how))))
    told += [_deal(words, deal.agreement, deal.confirming, called) for deal in found.deals]
    if not told:
        return NO_REASON
    head = next((one.head for one in told if one.head), "")
    opening, *rest = (each for one in told for each in one.said)
    return Reason(head, (opening, *map(sentence, rest)))


def _settled(words: Glossary, agreement: Agreement, called: Called) -> Reason:
    holders = tuple(
        party for party in agreement.confirmed if words.dossier.parties[party].role.counts
    )
    return _deal(words, agreement, holders or tuple(agreement.confirmed), called)


def _deal(words: Glossary, agreement: Agreement, parties: Sequence[str], called: Called) -> Reason:
    said = _words(words, agreement, cast("Position", agreement.position), called)
    later = agreement.confirmed_later
    first = [one for one in parties if one not in later] or parties
    names = [words.names[one] for one in first]
    who = agreed_by(names, len(words.dossier.counted())) if names else ""
    of, day = _of(words, agreement, called), agreement.outcome.date.in_prose
    found = agreed(of, said, who, day, alone=len(names) == 1 and not later)
    since = {one: day for one, day in later.items() if one in parties and one not in first}
    return replace(found, said=(*found.said, *_confirmations(words, since)))


def _confirmations(words: Glossary, since: Mapping[str, str]) -> Iterator[str]:
    for day in dict.fromkeys(since.values()):
        names = subject([words.names[one] for one, when in since.items() if when == day])
        yield sentence(f"{names.text} confirmed it {on(day)}")


def agreed_reason(words: Glossary, agreement: Agreement) -> Reason:
    """Return what was agreed, and on whose word, by each account that differs."""
    of, day = _of(words, agreement), agreement.outcome.date.in_prose
    versions = versions_of_agreed(words.dossier, agreement)
    blanks = tuple(blank_accounts(words, agreement))
    if not versions:
        struck = _settled(words, agreement, None) if agreement.stated else None
        told = struck.said if struck else (unstated(words, agreement),)
        return Reason(of.head, (*told, *blanks))
    if len(versions) == 1 and not (versions[0].parties and agreement.position is None):
        said = _words(words, agreement, versions[0].position)
        later = agreement.confirmed_later
        first = tuple(one for one in versions[0].parties if one not in later)
        later = later if first else {}
        names = _names(words, agreement, first or versions[0].parties)
        who = agreed_by(names, len(words.dossier.counted())) if names else ""
        found = agreed(of, said, who, day, alone=len(names) == 1 and not later)
        unconfirmed = () if names else ("No party is recorded as confirming it.",)
        since = tuple(_confirmations(words, later))
        return Reason(found.head, (*found.said, *unconfirmed, *since, *blanks))
    accounts = [
        AgreedBy(
            tuple(_names(words, agreement, one.parties)),
            _words(words, agreement, one.position),
            _given_on(agreement, one.parties),
            unnamed_tellers(words, agreement),
        )
        for one in versions
    ]
    found = by_accounts(of, accounts, day)
    return Reason(found.head, (*found.said, *_distance(words, agreement, versions), *blanks))


def unnamed_tellers(words: Glossary, agreement: Agreement) -> dict[str, str]:
    """Return who tells an account for a party, by its name, where that is somebody unnamed."""
    return {words.names[one].text: teller for one, teller in agreement.outcome.unnamed.items()}


def _given_on(agreement: Agreement, parties: Sequence[str]) -> str:
    """Return when a party gave its account, if on another day; of several, each has its own."""
    outcome = agreement.outcome
    given = outcome.accounts.get(parties[0]) if len(parties) == 1 else None
    if given is None or given.date is None or given.date.day == outcome.date.day:
        return ""
    return given.date.in_prose


def unstated(words: Glossary, agreement: Agreement) -> str:
    """Return that it is not known what was agreed, by those who are known to have done so."""
    names = _names(words, agreement, agreement.outcome.confirmed_by)
    who = f"{subject(names).text} agreed" if names else "was agreed"
    hidden = agreement.position is not None and agreement.position.blank is Blank.UNDISCLOSED
    known = "disclosed" if hidden else "recorded"
    return f"what {who} {on(agreement.outcome.date.in_prose)} is not {known}."


def blank_accounts(words: Glossary, agreement: Agreement) -> Iterator[str]:
    """Yield of each party whose account says nothing of what was agreed, or is no word, that."""
    versions = versions_of_agreed(words.dossier, agreement)
    told = {party for one in versions for party in one.parties}
    for party, account in agreement.accounts.items():
        (name,) = _names(words, agreement, (party,))
        refuses = agreement.outcome.accounts[party].refuses
        no_word = f"{name.text} {name.verb('does', 'do')} not confirm it"
        if account.value is not None and party not in told:
            whose = accounts_of([name], unnamed_tellers(words, agreement))
            how = "says the same" if party in agreement.outcome.unnamed else "is inferred"
            yield sentence(no_word if refuses else f"{whose} {how}")
        elif account.value is None:
            yield sentence(
                {
                    Blank.DECLINED: f"{name.text} {name.verb('has', 'have')} declined to say what "
                    "was agreed",
                    Blank.UNDISCLOSED: f"{name.possessive} account is not disclosed",
                    Blank.UNCODED: no_word if refuses else "",
                }.get(account.blank or Blank.UNCODED)
                or f"{name.possessive} account is not recorded"
            )


def _distance(
    words: Glossary, agreement: Agreement, versions: Sequence[Version]
) -> tuple[str, ...]:
    """Return how far two accounts are apart, where a figure says more than both side by side."""
    if len(versions) != 2 or words.dossier.issues[agreement.outcome.issue].between:
        return ()
    (one,) = disputes(words.dossier, agreement, versions)
    return tuple(filter(None, (Apart(one.distance.prose).said() if one.distance else "",)))


def dispute_sentences(words: Glossary, agreement: Agreement) -> tuple[str, ...]:
    """Return how the accounts of what was agreed differ, and how the counts of a delivery do."""
    return (
        *_disputes(words, agreement, versions_of_agreed(words.dossier, agreement)),
        *_disputes(words, agreement, versions_of_delivered(words.dossier, agreement), "count"),
    )


_IN = {
    GapType.QUANTITY: "the figure",
    GapType.CHOICE: "the choice",
    GapType.SCOPE: "what it covers",
    GapType.ACTOR: "who acts",
    GapType.TIMING: "the time",
    GapType.CONDITION: "conditions",
    GapType.SEQUENCE: "what comes first",
    GapType.SYMMETRY: "what each side gives",
    GapType.STRENGTH: "how strongly it binds",
    GapType.PRESENCE: "what is named at all",
    GapType.WORDING: "the wording",
}
"""In what two versions differ, by the type of the gap."""


def _disputes(
    words: Glossary, agreement: Agreement, versions: Sequence[Version], noun: str = "account"
) -> Iterator[str]:
    found = disputes if noun == "account" else disputes_of_delivery
    told = found(words.dossier, agreement, versions)
    if told and len(versions) > _MANY:
        yield f"There are {number(len(versions))} different {noun}s of it."
        return
    for dispute in told:
        yield _dispute(words, agreement, dispute, noun)


def _dispute(words: Glossary, agreement: Agreement, dispute: Dispute, noun: str) -> str:
    sides = (
        # A count for all is nobody's own.
        [one for one in version.parties if noun != "count" or one != EVERYONE]
        for version in (dispute.first, dispute.second)
    )
    unnamed = unnamed_tellers(words, agreement) if noun == "account" else {}
    one, other = (_names(words, agreement, parties) for parties in sides)
    both = f"the record and {accounts_of(other, unnamed, noun)}"
    if one:
        second = accounts_of(other, unnamed, noun, first=False) if other else "the record"
        both = f"{accounts_of(one, unnamed, noun)} and {second}"
    if dispute.relation is Relation.UNKNOWN:
        return sentence(f"it is unclear whether {both} say the same")
    found = [_IN[one] for one in dispute.types if one in _IN]
    return sentence(f"{both} differ{f' in {listed(found)}' if found else ''}")


def delivery_sentences(words: Glossary, agreement: Agreement) -> tuple[str, ...]:
    """Return what was delivered by each count, beside what was agreed."""
    found = [
        _delivery(words, agreement, count).body
        for count in counts_of(words.dossier, agreement)
        if count.position.value is not None
    ]
    return (*found, *_uncounted(words, agreement))


def _uncounted(words: Glossary, agreement: Agreement) -> Iterator[str]:
    """Yield who does not say what was delivered, those of one kind together."""
    kinds: dict[Blank, list[str]] = {}
    for party, position in agreement.delivered.items():
        if position.value is None:
            kinds.setdefault(position.blank or Blank.UNCODED, []).append(party)
    for blank, parties in kinds.items():
        if EVERYONE in parties:
            known = "disclosed" if blank in {Blank.UNDISCLOSED, Blank.DECLINED} else "recorded"
            yield f"What was delivered is not {known}."
            continue
        name = subject(_names(words, agreement, parties))
        if blank is Blank.DECLINED:
            declined = f"{name.verb('has', 'have')} declined to say what was delivered"
            yield sentence(f"{name.text} {declined}")
        else:
            known = "disclosed" if blank is Blank.UNDISCLOSED else "recorded"
            counts = name.verb("counts", "count")
            yield sentence(f"what {name.text} {counts} as delivered is not {known}")


def _delivery(words: Glossary, agreement: Agreement, count: Count) -> Reason:
    of = _of(words, agreement)
    account = agreement.outcome.delivered[count.party]
    day = account.date.in_prose if account.date else ""
    name = None
    if count.party != EVERYONE:
        (name,) = _names(words, agreement, (count.party,))
    said = _words(words, agreement, count.position)
    counter = Counter("" if name is None else count.party, name, day)
    given = given_by_side(words, agreement, count)
    return delivered(of, counter, said, given, beside_agreed(words, agreement, count))


def given_by_side(words: Glossary, agreement: Agreement, count: Count) -> dict[str, str] | None:
    """Return what each side of an exchange gave by a count; None where it is no such pair."""
    issue = words.dossier.issues[agreement.outcome.issue]
    value = count.position.value
    if value is None or not issue.between:
        return None
    sides = words.dossier.measure(issue.id, agreement.part).directions(value)
    return dict(zip(issue.between, sides[0], strict=True)) if len(sides) == 1 else None


def beside_in_brief(words: Glossary, agreement: Agreement, count: Count) -> str:
    """Return how a count is beside what was agreed: `from Hill 20 fewer than agreed`.

    Of an exchange, each side is named that did not give as agreed.
    """
    told = beside_agreed(words, agreement, count)
    if set(told.values()) == {"as agreed"}:
        return "as agreed" if "" in told or len(told) > 1 else ""
    other = {side: said for side, said in told.items() if said != "as agreed"}
    names = {side: words.names[side].text for side in other if side}
    return listed([f"from {names[side]} {said}" if side else said for side, said in other.items()])


def beside_agreed(words: Glossary, agreement: Agreement, count: Count) -> dict[str, str]:
    """Return how a count is beside what was agreed, by side, where no account disputes that.

    By an empty key where there is but one figure.
    """
    issue = words.dossier.issues[agreement.outcome.issue]
    frame = words.dossier.frames[issue.id, agreement.part]
    value = count.position.value
    if value is None or not count.against:
        return {}
    kind = KINDS[issue.kind]
    more = {kind.excess(value, version.value, frame) for version, _, _ in count.against}
    sides = issue.between or ("",)
    by_side = [set(one) for one in zip(*more, strict=True)]
    if by_side:
        return {
            side: next(iter(found))
            for side, found in zip(sides, by_side, strict=True)
            if len(found) == 1 and "" not in found
        }
    alike = all(
        relation in {Relation.SAME, Relation.WITHIN}
        and not term_differences(words.dossier, count.position, version.position)
        for version, relation, _ in count.against
    )
    return {"": "as agreed"} if alike else {}


def outcome_paragraphs(words: Glossary, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return a paragraph for each outcome of lines, those that say the same as one.

    What the reason of a line says already is not said again.

    Args:
        words: What sentences call everything in the dossier.
        lines: One line of the issue, or several; of several, those that a paragraph is about are
            named unless it is about all.
    """
    titles: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        told = {id(one) for one in _told_of(line.settlement)}
        for agreement in line.outcomes:
            disputed = len(versions_of_agreed(words.dossier, agreement)) > 1
            is_told = id(agreement) in told and not disputed
            first = () if is_told else agreed_reason(words, agreement).said
            day = f" {on(agreement.outcome.date.in_prose)}" if len(told) > 1 else ""
            what = "that" if len(first) == 1 else f"what was agreed{day}"
            beside = _beside_positions(words, line, agreement, what)
            found = paragraph((*first, *beside, *delivery_sentences(words, agreement)))
            if found:
                titles.setdefault((agreement.outcome.id, found), []).append(line)
    return tuple(
        capital(said)
        if len(about) == len(lines)
        else f"{_parts(words, about)}: {said.replace('What ', 'what ', said.startswith('What '))}"
        for (_, said), about in titles.items()
    )


def _beside_positions(
    words: Glossary, line: Line, agreement: Agreement, lead: str
) -> tuple[str, ...]:
    """Return how what was agreed relates to each position, by each account that differs."""
    versions = versions_of_agreed(words.dossier, agreement)
    if len(versions) < 2:
        return agreed_sentences(words, line, agreement, lead)
    found: list[str] = []
    for version in versions:
        names = _names(words, agreement, version.parties)
        told = accounts_of(names, unnamed_tellers(words, agreement))
        told = told or "what is recorded as agreed"
        one = replace(agreement, position=version.position)
        found += agreed_sentences(words, line, one, told)
    return tuple(found)


def _told_of(found: Settlement) -> Iterable[Agreement]:
    """Yield the agreements that the reason of a line names."""
    yield from found.settling[:1]
    yield from found.reopened[:1]
    yield from (deal.agreement for deal in found.deals)


def _parts(words: Glossary, lines: Sequence[Line]) -> str:
    issue = words.dossier.issues[lines[0].outcomes[0].outcome.issue]
    return capital(words.titles_of_parts(issue, [line.part for line in lines]))


def _of(words: Glossary, agreement: Agreement, called: Called = None) -> IssueWords:
    return words.issue(agreement.outcome.issue, agreement.part, called)


def _words(
    words: Glossary, agreement: Agreement, position: Position, called: Called = None
) -> PositionWords:
    return position_words(words, agreement.outcome.issue, agreement.part, position, called=called)


def _names(words: Glossary, agreement: Agreement, parties: Iterable[str]) -> list[Name]:
    """Return the names of parties; of all, those who confirm the outcome and are parties."""
    found: dict[str, Name] = {}
    for party in parties:
        if party == EVERYONE:
            counted = [one for one in agreement.confirmed if words.dossier.parties[one].role.counts]
            found |= {one: words.names[one] for one in counted}
        else:
            found[party] = words.names.get(party, Name.of(party))
    return list(found.values())
