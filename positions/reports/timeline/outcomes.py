"""Says what was agreed, confirmed, disputed and delivered at one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.disputes import counts_of, versions_of_agreed
from positions.comparison.outcome_sentences import beside_agreed, given_by_side, unnamed_tellers
from positions.comparison.rows import Status
from positions.model.dossier import Blank
from positions.model.outcome import EVERYONE
from positions.sentences.agreed import (
    Counter,
    accounts_of,
    agreed_by,
    delivered,
    in_brief,
    outcome_words,
)
from positions.sentences.dates import on
from positions.sentences.english import ended, paragraph, sentence
from positions.sentences.voices import position_words
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.timeline.model import OutcomeNews, TimelineMoment
    from positions.comparison.disputes import Version
    from positions.record.agreements import Agreement
    from positions.sentences.glossary import Glossary
    from positions.sentences.position_words import PositionWords

__all__ = ["outcome_lines"]


def outcome_lines(moment: TimelineMoment, news: OutcomeNews) -> Iterator[tuple[str, str]]:
    """Yield what became of an outcome at a moment: a label, and what it says behind that."""
    words = moment.found.words[1]
    told: dict[tuple[str, str], list[str]] = {}
    for agreement in news.agreements:
        for line in _lines(words, news, agreement):
            told.setdefault(line, []).append(agreement.part)
    row = moment.rows.get(news.outcome.issue)
    settled = "The issue is now settled." if row and row.status is Status.SETTLED else ""
    for (label, said), parts in told.items():
        declared = words.dossier.issues[news.outcome.issue].parts
        titles = [words.running(declared[part].title) for part in parts if part]
        shared = 1 < len(titles) < len(declared)
        alike = f"So for {listed(titles)}." if shared else ""
        yield label, paragraph((said, alike, settled if label == "agreed" else ""))
    for party in news.confirmed:
        name = words.names[party]
        agreed = [version for one in news.agreements for version in _versions(words, one)]
        phrases = list(dict.fromkeys(map(outcome_words, agreed)))
        named = bool(phrases) and all(phrases)
        what = listed(phrases) if named else in_brief(agreed[0]) if len(agreed) == 1 else ""
        said = f"{name.text} {name.verb('confirms', 'confirm')} {what or 'what was agreed'}"
        head = "" if named else f"{words.dossier.issues[news.outcome.issue].title}: "
        yield "confirmed", paragraph((sentence(f"{head}{said}"), settled))


def _versions(words: Glossary, agreement: Agreement) -> list[PositionWords]:
    return [_words(words, agreement, one) for one in versions_of_agreed(words.dossier, agreement)]


def _lines(words: Glossary, news: OutcomeNews, agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Yield what an outcome says on one line of its issue, as far as it is new."""
    versions = versions_of_agreed(words.dossier, agreement)
    if news.is_new or news.accounted:
        yield from _agreed(words, agreement, versions)
    if news.delivered:
        yield from _delivered(words, news, agreement)


def _delivered(
    words: Glossary, news: OutcomeNews, agreement: Agreement
) -> Iterator[tuple[str, str]]:
    """Yield what was delivered, by each count of the moment."""
    issue = words.issue(agreement.outcome.issue, agreement.part)
    kept: dict[Blank, list[str]] = {}
    for count in counts_of(words.dossier, agreement):
        if count.party not in news.delivered:
            continue
        position, name = count.position, words.names.get(count.party)
        if position.value is None:
            whose = name.text if name else "every count"
            kept.setdefault(position.blank or Blank.UNCODED, []).append(whose)
            continue
        said = position_words(words, agreement.outcome.issue, agreement.part, position)
        sides = given_by_side(words, agreement, count)
        beside = beside_agreed(words, agreement, count)
        if sides:
            told = str(delivered(issue, Counter(count.party, name), said, sides, beside))
        else:
            alone = len(agreement.delivered) == 1
            by = f"by {name.possessive} count" if name else _every_count(alone=alone)
            parts = (f"{issue.head}: {in_brief(said)}", by, beside.get("", ""))
            told = ended(", ".join(filter(None, parts)))
        yield "delivered", told
    for blank, names in kept.items():
        yield "delivered", ended(f"{issue.head}: the count is {_untold(blank)} by {listed(names)}")


def _every_count(*, alone: bool) -> str:
    """Return whose count it is that is nobody's own: that of all, or of all others."""
    return "which no party disputes" if alone else "by every other count"


def _untold(blank: Blank | None) -> str:
    return "not disclosed" if blank is Blank.UNDISCLOSED else str(blank)


def _agreed(
    words: Glossary, agreement: Agreement, versions: Sequence[Version]
) -> Iterator[tuple[str, str]]:
    issue = agreement.outcome.issue
    head = words.issue(issue, agreement.part).head
    if len(versions) > 1:
        told = [
            f"{_by_account(words, agreement, one)}: {in_brief(_words(words, agreement, one))}"
            for one in versions
        ]
        yield "disputed", ended(f"{head}: {'; '.join(told)}")
        return
    for version in versions:
        said = _words(words, agreement, version)
        phrase = outcome_words(said)
        what = phrase or f"{head}: {in_brief(said)}"
        parties = tuple(agreement.confirmed) if EVERYONE in version.parties else version.parties
        yield "agreed", ended(f"{what}, {_by_word_of(words, parties)}")
    position = agreement.position
    if not versions and position is not None and position.blank not in {None, Blank.UNCODED}:
        yield "agreed", ended(f"{head}: what was agreed is {_untold(position.blank)}")


def _words(words: Glossary, agreement: Agreement, version: Version) -> PositionWords:
    return position_words(words, agreement.outcome.issue, agreement.part, version.position)


def _by_word_of(words: Glossary, parties: Sequence[str]) -> str:
    """Return on whose word something was agreed."""
    if not parties:
        return "which no party is recorded as confirming"
    names = [words.names[party] for party in parties if party in words.names]
    alone = " alone" if len(names) == 1 else ""
    return f"by the word of {agreed_by(names, len(words.names))}{alone}"


def _by_account(words: Glossary, agreement: Agreement, version: Version) -> str:
    """Return by whose account, which all of them may have confirmed before one said otherwise."""
    if EVERYONE in version.parties:
        return f"as confirmed {on(agreement.outcome.date.in_prose)}"
    names = [words.names[party] for party in version.parties if party in words.names]
    told = accounts_of(names, unnamed_tellers(words, agreement))
    return f"by {told}" if names else "by the sources"
