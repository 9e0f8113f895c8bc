"""Says what stands outside the brackets: blanks by their type, and how words are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.model import Note
from positions.comparison.disputes import versions_of_agreed
from positions.comparison.outcome_sentences import blank_accounts, delivery_sentences, unstated
from positions.comparison.rows import Status
from positions.model.dossier import Blank
from positions.model.outcome import EVERYONE
from positions.record.groups import groups_of
from positions.sentences.agreed import accounts_of
from positions.sentences.dates import on
from positions.sentences.names import Name
from positions.sentences.provisions import Hole
from positions.text.english import capital, listed
from positions.values import KINDS, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.speakers import LineSpeaker, Speakers
    from positions.comparison.disputes import Version
    from positions.comparison.rows import Line
    from positions.model.dossier import Issue, Position
    from positions.record.agreements import Agreement
    from positions.record.standing import Standing
    from positions.values import Value

__all__ = ["BLANKS", "agreed_notes", "blank_notes", "known_notes", "reason_notes", "said_notes"]

BLANKS: Final = {
    Blank.SILENT: "no provision",
    Blank.UNSEEN: "not seen",
    Blank.UNDISCLOSED: "not disclosed",
    Blank.DECLINED: "asked, and gave no answer",
    Blank.UNCODED: "not recorded",
    Blank.INDIFFERENT: "does not mind",
    Blank.UNREADABLE: "could not be read",
}
"""What is noted of a party without words."""
_UNDER_AN_OPTION: Final = {
    **BLANKS,
    Blank.SILENT: "nothing",
    Blank.UNSEEN: "nothing in what was read",
}
_OF_SEVERAL: Final = {
    Blank.DECLINED: "asked, and gave no answer",
    Blank.INDIFFERENT: "do not mind",
}


def blank_notes(speakers: Speakers, line: Line, parties: Sequence[str]) -> Iterator[Note]:
    """Yield why parties, or branches of them, have no words on a line; those alike in one."""
    alike: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for party in parties:
        standing = line.standings[party]
        if not standing.speaks or standing.entry is None:
            blank = standing.blank or Blank.UNCODED
            chosen = speakers.chosen(standing)
            words = (_UNDER_AN_OPTION if chosen else BLANKS).get(blank, str(blank))
            for short in chosen or (speakers.shorts[party],):
                alike.setdefault((words, standing.blank_told), []).append((short, party))
            continue
        for words in _silent_beside(standing):
            alike.setdefault((words, ""), []).append((speakers.shorts[party], party))
        for label, position in standing.branches:
            if label and position.value is None and position.blank is not Blank.DELETED:
                blank = position.blank or Blank.UNCODED
                short = speakers.called(standing, label)
                words = _UNDER_AN_OPTION.get(blank, str(blank))
                alike.setdefault((words, ""), []).append((short, party))
    for (words, told), found in alike.items():
        how = f" ({told})" if told else ""
        names = [short for short, _ in found]
        ids = tuple(dict.fromkeys(party for _, party in found))
        if len(names) == 1:
            yield Note("blank", f"{names[0]}: {words}{how}.", ids)
        else:
            plural = {BLANKS[one]: said for one, said in _OF_SEVERAL.items()}.get(words, words)
            yield Note("blank", f"{capital(plural)}{how}: {', '.join(names)}.", ids)


def _silent_beside(standing: Standing) -> Iterator[str]:
    """Yield what a party left blank at the moment of its words, or in an order not known."""
    last = "; which words came last is not known" if standing.unordered else ""
    for other in standing.conflicts:
        if blank := other.position.unstated:
            yield f"{BLANKS[blank]}, {on(other.document.date.in_prose)}{last}"


def known_notes(speakers: Sequence[LineSpeaker]) -> Iterator[Note]:
    """Yield how words without brackets are known, where they are not in a text of their own."""
    for one in speakers:
        if one.voice.manner:
            manner = ", ".join(one.voice.manner)
            yield Note("known", f"{one.voice.short}: {manner}.", (one.voice.party,))


def reason_notes(line: Line, speakers: Sequence[LineSpeaker]) -> Iterator[Note]:
    """Yield why words stand beside each other, where that is not that they exclude each other."""
    clashing = [one.voice for one in speakers if one.clashes]
    if clashing:
        shorts = list(dict.fromkeys(voice.short for voice in clashing))
        told = all("reported" in voice.manner for voice in clashing)
        words = "reports" if told else "words"
        parties = tuple(dict.fromkeys(voice.party for voice in clashing))
        if any(line.standings[party].unordered for party in parties):
            words = f"which {words} came last is not known."
        else:
            words = f"{words} of one moment differ."
        yield Note("reason", f"{listed(shorts)}: {words}", parties)
    elif line.settlement.unordered:
        return  # which the note on what was agreed says
    elif line.status is Status.AGREED:
        yield Note("reason", "The words differ, and say the same.")
    elif line.status is Status.UNCLEAR and len({one.voice.party for one in speakers}) > 1:
        values = [one.position.value for one in speakers]
        told = all(value is not None and value.measurable for value in values)
        words = "The wordings differ." if told else "Whether these are the same cannot be told."
        yield Note("reason", words)


def said_notes(pen: Pen, speakers: Speakers, issue: Issue, line: Line) -> Iterator[Note]:
    """Yield what goes with values on a line: a scale's ends, whose text it is, a red line.

    Whose text it is is said of members without words of their own, and of words taken over.
    """
    legend = KINDS[issue.kind].legend(pen.writer.frame(issue.id, line.part))
    if legend and any(one.speaks for one in line.standings.values()):
        yield Note("known", legend)
    alike: dict[str, list[tuple[str, str]]] = {}
    for words, short, party in () if line.settlement.settling else _told_of(pen, speakers, line):
        alike.setdefault(words, []).append((short, party))
    for words, found in alike.items():
        names = ", ".join(dict.fromkeys(short for short, _ in found))
        yield Note("known", f"{words}: {names}.", tuple(dict.fromkeys(one for _, one in found)))


def _told_of(pen: Pen, speakers: Speakers, line: Line) -> Iterator[tuple[str, str, str]]:
    """Yield what is told of each who speaks, with its short name and its id."""
    for party, standing in line.standings.items():
        if not standing.speaks or standing.entry is None:
            continue
        if standing.voice in line.sought:
            yield (
                f"In the words of {speakers.shorts[standing.voice]}",
                speakers.shorts[party],
                party,
            )
        if party not in line.sought:
            continue
        whole = standing.entry.position
        base = speakers.dossier.memoranda.get(whole.as_in)
        if base is not None and base.party != party:
            yield f"As in {pen.glossary.document(base)}", speakers.called(standing), party
        for label, position in standing.branches:
            short = speakers.called(standing, label)
            if position.goes_on:
                yield "The rest of the list is not seen", short, party
            if position.red_line or whole.red_line:
                yield "A red line", short, party


def agreed_notes(pen: Pen, issue: Issue, line: Line, shorts: Mapping[str, str]) -> Iterator[Note]:
    """Yield when something was agreed on a line, on whose word, and what that was.

    What was agreed is said by the titles of items, else by the value with its terms.
    """
    found = line.settlement
    say = _Agreed(pen, issue, line.part, shorts)
    for agreement in found.settling[:1]:
        word = f"{say.confirming(agreement, line.sought)}{say.since(agreement, line.sought)}"
        words = f"Agreed {_on(agreement)}, on the word of {word}."
        yield _note(words, line.sought)
        yield from _delivered(pen, agreement)
    for agreement in found.reopened[:1]:
        since = "reopened since" if found.open_again else found.how
        reopened = "one said otherwise, before or since" if found.unordered else since
        what = f"{say.behind(agreement.position)}{say.since(agreement, line.sought)}"
        words = f"Agreed {_on(agreement)}{what}; {reopened}."
        yield _note(words, line.sought)
        yield from _delivered(pen, agreement)
    for deal in found.deals:
        later = deal.agreement.confirmed_later
        first = [one for one in deal.confirming if one not in later] or deal.confirming
        since = say.since(deal.agreement, [one for one in deal.confirming if one not in first])
        by = listed([shorts[one] for one in first])
        what = say.behind(deal.agreement.position)
        yield _note(f"Agreed by {by} {_on(deal.agreement)}{what}{since}.", deal.parties)
        yield from _delivered(pen, deal.agreement)
    told = [*found.settling[:1], *found.reopened[:1], *(deal.agreement for deal in found.deals)]
    for agreement in line.outcomes:
        if not any(agreement is one for one in told):
            yield from say.by_accounts(agreement)
            yield from _delivered(pen, agreement)


def _delivered(pen: Pen, agreement: Agreement) -> Iterator[Note]:
    """Yield what was delivered, by each count."""
    for sentence in delivery_sentences(pen.glossary, agreement):
        yield _note(sentence, tuple(one for one in agreement.delivered if one != EVERYONE))


class _Agreed:
    """Says what was agreed on a line by the accounts of some."""

    def __init__(self, pen: Pen, issue: Issue, part: str, shorts: Mapping[str, str]) -> None:
        self._pen = pen
        self._issue = issue
        self._part = part
        self._shorts = shorts

    def by_accounts(self, agreement: Agreement) -> Iterator[Note]:
        """Yield what an outcome that settles nothing is, by whose account."""
        versions = versions_of_agreed(self._pen.dossier, agreement)
        if len(versions) > 1:
            yield _note(f"{self._differing(agreement, versions)} The accounts are in annex C.", ())
            return
        told = (*agreement.confirmed, *(versions[0].parties if versions else ()))
        tellers = [one for one in dict.fromkeys(told) if one in self._shorts]
        names = listed([self._shorts[one] for one in tellers])
        what = self.behind(versions[0].position if versions else agreement.position)
        if agreement.stated:
            word = f", on the word of {names}" if names else ""
            known = self._pen.dossier.parties
            parties = [party for party in tellers if known[party].role.counts]
            how = "Agreed" if len(parties) > 1 else "Said to be agreed"
            yield _note(f"{how} {_on(agreement)}{word}{what}.", ())
        elif versions:
            unnamed = self._unnamed(agreement, tellers)
            whose = accounts_of([Name.of(self._shorts[one]) for one in tellers], unnamed)
            whose = whose if unnamed else f"the account of {names}"
            yield _note(f"Agreed {_on(agreement)} by {whose}{what}.", ())
        elif agreement.position is not None or agreement.accounts:
            yield _note(capital(unstated(self._pen.glossary, agreement)), ())
        for words in blank_accounts(self._pen.glossary, agreement):
            yield _note(words, ())

    def confirming(self, agreement: Agreement, parties: Sequence[str]) -> str:
        """Return on whose word it is that parties agreed, a group's for members without words."""
        groups = [one for party in parties for one in groups_of(self._pen.dossier, party)]
        every = dict.fromkeys((*parties, *groups))
        words = [self._shorts[one] for one in every if one in agreement.confirmed]
        if not all(party in agreement.confirmed for party in parties):
            return listed(words)
        return "both" if len(parties) == 2 else "all" if len(parties) > 3 else listed(words)

    def since(self, agreement: Agreement, parties: Iterable[str]) -> str:
        """Return which of some parties confirmed an outcome on a later day, behind its words."""
        later = agreement.confirmed_later
        days: dict[str, list[str]] = {}
        for party in parties:
            if party in later:
                days.setdefault(later[party], []).append(self._shorts[party])
        return "".join(f"; {listed(names)} confirmed it {on(day)}" for day, names in days.items())

    def behind(self, position: Position | None) -> str:
        """Return what a position is, behind a colon."""
        if position is None or position.value is None:
            return ": struck"
        value = position.value
        if self._issue.items and (value.wanted or value.rejected):
            return f": {self._items(value)}"
        sentence = self._pen.writer.of_value(self._issue.id, self._part, value)
        found = sentence.value
        if not found and Hole.PART not in sentence.segments:
            found = sentence.filled().rstrip(".")
        return f": {self._pen.glossary.terms(position).behind(found)}" if found else ""

    def _items(self, value: Value) -> str:
        titles = {
            one: self._pen.writer.item_title(self._issue.id, one) for one in self._issue.items
        }
        wanted = [title for name, title in titles.items() if name in value.wanted]
        refused = [f"not {title}" for name, title in titles.items() if name in value.rejected]
        return "; ".join((*wanted, *refused))

    def _differing(self, agreement: Agreement, versions: Sequence[Version]) -> str:
        """Return versions that differ: who says what, and who says that nothing was agreed."""
        day = _on(agreement)
        said = []
        for version in versions:
            who, verb = self._who(agreement, version)
            value = version.value
            if value.stance is Stance.REFUSED or (value.rejected and not value.wanted):
                said.append(f"{who} {verb} that it was not")
            else:
                said.insert(
                    sum("that it was not" not in one for one in said),
                    f"{who} {verb} that it was agreed {day}{self.behind(version.position)}",
                )
        return capital(f"{'; '.join(said)}.")

    def _unnamed(self, agreement: Agreement, parties: Sequence[str]) -> dict[str, str]:
        """Return who tells an account for a party, by its short name, where it is not named."""
        told = agreement.outcome.unnamed
        return {self._shorts[one]: told[one] for one in parties if one in told}

    def _who(self, agreement: Agreement, version: Version) -> tuple[str, str]:
        parties = [one for one in version.parties if one in self._shorts]
        names = [self._shorts[party] for party in parties]
        if unnamed := self._unnamed(agreement, parties):
            who = accounts_of([Name.of(one) for one in names], unnamed)
            return who, "says" if len(names) == 1 else "say"
        if EVERYONE in version.parties:
            return "all", "say"
        if not names:
            return "the sources", "say"
        return listed(names), "says" if len(names) == 1 else "say"


def _on(agreement: Agreement) -> str:
    inferred = agreement.position is not None and agreement.position.inferred
    return on(agreement.outcome.date.in_prose) + " (inferred)" * inferred


def _note(words: str, parties: tuple[str, ...]) -> Note:
    return Note("agreed", words, parties)
