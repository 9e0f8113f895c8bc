"""Says why a line has its status: what each camp says, how far apart they are, who says nothing.

Sentences say what a party wants and what it does not exclude, never what it would accept.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from positions.comparison.camps import greatest, overall, overall_distance
from positions.comparison.gaps import as_far_as_read, worded_alike
from positions.comparison.rows import Status, parts_agreed
from positions.model.dossier import Blank
from positions.record.agreements import own_accounts_since
from positions.record.amending import at_odds, told_by
from positions.sentences.agreed import in_brief
from positions.sentences.beside import beside_the_record, contradiction
from positions.sentences.blanks import Silence, silences
from positions.sentences.dates import on
from positions.sentences.english import number, paragraph, sentence
from positions.sentences.reasons import Apart, Reason, reason
from positions.sentences.voices import branches_in_words, position_words, titles_in_words, voice
from positions.text.english import capital, listed
from positions.values import Relation, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.comparison.camps import Match
    from positions.comparison.rows import Line
    from positions.model.dossier import Account, Issue, Position
    from positions.record.settle import Standing
    from positions.sentences.clauses import Voice
    from positions.sentences.glossary import Glossary
    from positions.values import Distance

__all__ = ["LineReasons", "reason_of_parts"]


_VAGUE = frozenset({Stance.TO_BE_AGREED, Stance.UNSPECIFIED})
"""Values of which nobody can say whether two are the same."""


class LineReasons:
    """What one line says, worked out when it is asked for.

    Args:
        words: What sentences call everything in the dossier.
        issue: The issue.
        part: The part, or an empty text for the whole.
        standings: The standings of those whose agreement is sought.
        match: Those of them who speak, matched with each other.
        near: Up to which distance the line counts as near.
    """

    def __init__(
        self,
        words: Glossary,
        issue: Issue,
        part: str,
        standings: Mapping[str, Standing],
        match: Match,
        near: Distance | None,
    ) -> None:
        self._words = words
        self._issue = issue
        self._part = part
        self._standings = standings
        self._match = match
        self._near = near

    def reason(self, status: Status, called: tuple[str, ...]) -> Reason:
        """Return why the line has a status, without what was agreed.

        Beside what settles the line it is what the parties say, if they say anything.

        Args:
            status: The status of the line.
            called: The parts by which the issue is called; none for the whole issue.
        """
        of = self._words.issue(self._issue.id, self._part, called)
        camps = [
            [self._match.speaking[party] for party in camp]
            for camp in self._match.camps
            if not self._match.speaking[camp[0]].conflicts
        ]
        names = [self._words.names[party] for party in self._standings]
        silent = [] if status is Status.SETTLED else list(self._silent())
        against = [
            contradiction(self._words, one, called)
            for one in self._match.speaking.values()
            if one.conflicts
        ]
        if against and not camps:
            found = Reason(of.head, tuple(map(sentence, silences(silent, len(names)))))
        else:
            found = reason(
                of,
                self._voices(camps, called),
                silent,
                names,
                apart=self._apart(status),
                compatible=status is Status.COMPATIBLE,
            )
        behind = (*against, *self._beside(called), *self._legend())
        return Reason(of.head if against else found.head, (*found.said, *behind))

    def _voices(self, camps: Sequence[Sequence[Standing]], called: tuple[str, ...]) -> list[Voice]:
        """Return the voices of camps; those who name nothing, in the same words, are one voice.

        Those of a camp who say the same in other words (`1 month`, `28-31 days`) are a voice each.
        """
        found: list[Voice] = []
        for alike in chain.from_iterable(map(worded_alike, camps)):
            one = voice(self._words, alike, called)
            values = [position.value for _, position in alike[0].branches]
            vague = all(value is not None and value.stance in _VAGUE for value in values)
            same = next((each for each in found if each.branches == one.branches), None)
            if same is not None and vague:
                together = replace(same, speakers=(*same.speakers, *one.speakers))
                found[found.index(same)] = together
            else:
                found.append(one)
        return found

    def _silent(self) -> Iterator[Silence]:
        for party, standing in self._standings.items():
            name = self._words.names[party]
            if not standing.speaks:
                yield Silence(
                    name,
                    as_far_as_read(standing, standing.blank or Blank.UNCODED),
                    told=standing.blank_told,
                    under=titles_in_words(self._words, standing.document, standing.under),
                    reach=standing.reach,
                    retold=standing.retold,
                )
                continue
            if standing.reported and standing.blank and standing.blank is not Blank.UNCODED:
                missing = as_far_as_read(standing, standing.blank)
                yield Silence(name, missing, own=True, reach=standing.reach)
            document = standing.entry.document if standing.entry else None
            branches: dict[Blank, list[str]] = {}
            for label, blank in self._match.blank_branches.get(party, ()):
                branches.setdefault(as_far_as_read(standing, blank), []).append(label)
            for blank, labels in branches.items():
                under = branches_in_words(self._words, document, labels)
                yield Silence(name, blank, under=under, reach=standing.reach)

    def _beside(self, called: tuple[str, ...]) -> Iterator[str]:
        for standing in self._standings.values():
            yield from beside_the_record(self._words, standing, called)
            for account in own_accounts_since(standing):
                told = told_by(account, standing.position)
                if told.unstated is None and at_odds(told, standing.position):
                    yield self._account(standing, account, told)

    def _account(self, standing: Standing, account: Account, told: Position) -> str:
        """Return what a party said of its own words later, where that is something else."""
        said = [
            in_brief(
                position_words(self._words, standing.issue, self._part, one, (standing.party,))
            )
            for one in told.alternatives.values() or (told,)
        ]
        day = f" {on(account.date.in_prose)}" if account.date else ""
        whose = self._words.names[standing.voice or standing.party].possessive
        return sentence(f"by {whose} own account{day}: {listed(said, 'or')}")

    def _legend(self) -> tuple[str, ...]:
        """Return what values are measured against, without which they say little."""
        legend = self._words.dossier.measure(self._issue.id, self._part).legend
        return (legend,) if legend and self._match.speaking else ()

    def _apart(self, status: Status) -> Apart | None:
        """Return how far camps are apart that exclude each other; None where they do not."""
        by_threshold = status is Status.NEAR and self._near and self._match.meets() is False
        if status is not Status.DIVIDED and not by_threshold:
            return None
        near = self._near.prose if by_threshold and self._near else ""
        pairs = self._match.pairs()
        measured = {ends: overall_distance(found) for ends, found in pairs.items()}
        distance = greatest(measured.values())
        frame = self._words.dossier.frames[self._issue.id, self._part]
        # Items and directions are told by what each side says; a count of them says less.
        if near and distance and self._near and distance.figure == self._near.figure:
            near = distance.prose
        if distance is None or ((frame.items or frame.between) and not near):
            return Apart(near=near)
        branches = any(
            pair.first_branch or pair.second_branch for one in pairs.values() for pair in one
        )
        furthest = [ends for ends, one in measured.items() if one and one.figure == distance.figure]
        many = len(self._match.camps) > 2
        if near and branches and many:
            return Apart(near=near)
        alone = len(furthest) == 1
        extremes = tuple(self._words.names[one] for one in furthest[0]) if many and alone else ()
        partial = any(
            measured[ends] is None and overall(found) is Relation.APART
            for ends, found in pairs.items()
        )
        shared = many and not alone
        nearest = any(
            one.first_branch or one.second_branch for ends in furthest for one in pairs[ends]
        )
        past = all(one.older for one in self._match.speaking.values())
        return Apart(distance.prose, extremes, near, nearest, shared, partial, past)


def reason_of_parts(words: Glossary, issue: Issue, lines: Sequence[Line]) -> Reason:
    """Return the reason of an issue from those of its parts; parts that say the same together."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(str(line.unparted), []).append(line)
    if len(groups) == 1:
        return lines[0].explain(())
    found = [
        (
            words.titles_of_parts(issue, [one.part for one in alike]),
            alike[0].explained_with(alike),
        )
        for alike in groups.values()
    ]
    said = [
        f"{capital(titles)}: {paragraph(told.said)}" if told.head else told.body
        for titles, told in found
    ]
    if done := parts_agreed(lines):
        said.insert(
            0,
            f"{capital(number(done[0]))} of {number(done[1])} parts "
            f"{'is' if done[0] == 1 else 'are'} settled or agreed.",
        )
    return Reason(issue.title if any(told.head for _, told in found) else "", tuple(said))
