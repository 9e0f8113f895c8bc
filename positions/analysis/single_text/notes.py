"""Says what stands outside the brackets: blanks by their type, and how words are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.model import Note
from positions.comparison.disputes import versions_of_agreed
from positions.comparison.rows import Status
from positions.model.dossier import Blank
from positions.sentences.dates import on
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.analysis.single_text.speakers import LineSpeaker, Speakers
    from positions.comparison.rows import Line
    from positions.model.dossier import Dossier
    from positions.record.agreements import Agreement

__all__ = ["agreed_notes", "blank_notes", "known_notes", "reason_notes"]

_BLANKS: Final = {
    Blank.SILENT: "no provision",
    Blank.UNSEEN: "not seen",
    Blank.UNDISCLOSED: "not disclosed",
    Blank.DECLINED: "asked, and gave no answer",
    Blank.UNCODED: "not recorded",
    Blank.INDIFFERENT: "does not mind",
    Blank.UNREADABLE: "could not be read",
}
_UNDER_AN_OPTION: Final = {
    **_BLANKS,
    Blank.SILENT: "nothing",
    Blank.UNSEEN: "nothing in what was read",
}
_OF_SEVERAL: Final = {
    Blank.DECLINED: "asked, and gave no answer",
    Blank.INDIFFERENT: "do not mind",
}


def blank_notes(speakers: Speakers, line: Line, parties: Sequence[str]) -> Iterator[Note]:
    """Yield why parties, or branches of them, have no words on a line; those alike in one."""
    alike: dict[str, list[tuple[str, str]]] = {}
    for party in parties:
        standing = line.standings[party]
        if not standing.speaks or standing.entry is None:
            blank = standing.blank or Blank.UNCODED
            short = speakers.shorts[party]
            alike.setdefault(_BLANKS.get(blank, str(blank)), []).append((short, party))
            continue
        for label, position in standing.branches:
            if label and position.value is None and position.blank is not Blank.DELETED:
                blank = position.blank or Blank.UNCODED
                short = speakers.branches[standing.entry.document.party, label]
                alike.setdefault(_UNDER_AN_OPTION.get(blank, str(blank)), []).append((short, party))
    for words, found in alike.items():
        names = [short for short, _ in found]
        ids = tuple(dict.fromkeys(party for _, party in found))
        if len(names) == 1:
            yield Note("blank", f"{names[0]}: {words}.", ids)
        else:
            plural = {_BLANKS[one]: said for one, said in _OF_SEVERAL.items()}.get(words, words)
            yield Note("blank", f"{capital(plural)}: {', '.join(names)}.", ids)


def known_notes(speakers: Sequence[LineSpeaker]) -> Iterator[Note]:
    """Yield how words without brackets are known, where they are not in a text of their own."""
    for one in speakers:
        if one.voice.manner:
            manner = ", ".join(one.voice.manner)
            yield Note("known", f"{one.voice.short}: {manner}.", (one.voice.party,))


def reason_notes(line: Line, speakers: Sequence[LineSpeaker]) -> Iterator[Note]:
    """Yield why words of a line that is unclear stand beside each other."""
    if line.status is not Status.UNCLEAR or not speakers:
        return
    clashing = list(dict.fromkeys(one.voice.party for one in speakers if one.clashes))
    if clashing:
        shorts = list(dict.fromkeys(one.voice.short for one in speakers if one.clashes))
        yield Note("reason", f"{listed(shorts)}: words of one moment differ.", tuple(clashing))
    elif len({one.voice.party for one in speakers}) > 1:
        values = [one.position.value for one in speakers]
        told = all(value is not None and value.measurable for value in values)
        words = "The wordings differ." if told else "Whether these are the same cannot be told."
        yield Note("reason", words)


def agreed_notes(dossier: Dossier, line: Line, shorts: Mapping[str, str]) -> Iterator[Note]:
    """Yield when something was agreed on a line, and on whose word."""
    found = line.settlement
    if found.settling:
        agreement = found.settling[0]
        names = [shorts[party] for party in line.sought]
        whose = "both" if len(names) == 2 else listed(names)
        yield _note(f"Agreed {_on(agreement)}, on the word of {whose}.", line.sought)
        return
    for agreement in found.reopened[:1]:
        yield _note(f"Agreed {_on(agreement)}, and reopened since.", line.sought)
    for deal in found.deals:
        names = [shorts[party] for party in deal.parties]
        yield _note(f"Agreed by {listed(names)} {_on(deal.agreement)}.", deal.parties)
    told = [*found.reopened, *(deal.agreement for deal in found.deals)]
    for agreement in line.outcomes:
        if any(agreement is one for one in told):
            continue
        if len(versions_of_agreed(dossier, agreement)) > 1:
            yield _note(f"Said to be agreed {_on(agreement)}; the accounts are in annex C.", ())
        elif agreement.accounts:
            names = [shorts[party] for party in agreement.accounts if party in shorts]
            yield _note(f"Agreed {_on(agreement)} by the account of {listed(names)}.", ())
        elif agreement.stated:
            names = [shorts[party] for party in agreement.confirmed if party in shorts]
            word = f", on the word of {listed(names)}" if names else ""
            yield _note(f"Said to be agreed {_on(agreement)}{word}.", ())


def _on(agreement: Agreement) -> str:
    return on(agreement.outcome.date.in_prose)


def _note(words: str, parties: tuple[str, ...]) -> Note:
    return Note("agreed", words, parties)
