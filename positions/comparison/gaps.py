"""Finds the gaps of one line, each of which says its sentence when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from positions.comparison.rows import Gap
from positions.comparison.status import HIDDEN
from positions.comparison.terms import term_differences
from positions.model.dossier import Blank
from positions.sentences.acts import Act, Claim, Whose, predicate
from positions.sentences.beside import contradiction
from positions.sentences.blanks import Silence, silences
from positions.sentences.clauses import SaidBranch, Voice
from positions.sentences.english import LONGEST, alike, among, pronoun, sentence
from positions.sentences.names import Name, subject
from positions.sentences.position_words import Thing
from positions.sentences.reasons import Apart, reason
from positions.sentences.term_gaps import term_gap
from positions.sentences.terms import NO_TERMS
from positions.sentences.voices import branch_name, position_words, speaker, titles_in_words
from positions.text.english import capital
from positions.values import KINDS, GapType, Relation, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from positions.comparison.camps import Match
    from positions.comparison.rows import Pair
    from positions.comparison.terms import TermDifference
    from positions.model.dossier import Issue, Position
    from positions.record.settle import Standing
    from positions.sentences.clauses import Speaker
    from positions.sentences.glossary import Glossary
    from positions.values import Difference, Distance, Value

__all__ = ["LineGaps", "as_far_as_read", "worded_alike"]

_INFERRED = " (inferred)"


def as_far_as_read(standing: Standing, blank: Blank) -> Blank:
    """Return a blank as far as its text was read: it is silent only where all was read."""
    limited = blank is Blank.SILENT and standing.read_in_part
    return Blank.UNSEEN if limited else blank


def worded_alike(camp: Sequence[Standing]) -> Iterable[list[Standing]]:
    """Return those of a camp together whose values are written alike."""
    found: dict[frozenset[Value | None], list[Standing]] = {}
    for standing in camp:
        values = frozenset(position.value for _, position in standing.branches)
        found.setdefault(values, []).append(standing)
    return found.values()


class LineGaps:
    """The gaps of one line.

    Args:
        words: What sentences call everything in the dossier.
        issue: The issue.
        part: The part, or an empty text for the whole.
        standings: The standings of those whose agreement is sought.
        match: Those of them who speak, matched with each other.
        settled: Whether a deal has settled the line since they spoke.
    """

    def __init__(
        self,
        words: Glossary,
        issue: Issue,
        part: str,
        standings: Mapping[str, Standing],
        match: Match,
        *,
        settled: bool = False,
    ) -> None:
        self._settled = settled
        self._words = words
        self._issue = issue
        self._part = part
        self._standings = standings
        self._match = match
        self._members = {camp[0]: camp for camp in match.camps}
        self._branches: dict[str, Mapping[str, Position]] = {}
        self._names: dict[str, Name] = {}
        self._voices: dict[tuple[tuple[str, ...], str], Voice] = {}

    def found(self, pairs: Sequence[Pair]) -> tuple[Gap, ...]:
        """Return every difference between two camps, and every blank."""
        differing = [party for party, one in self._match.speaking.items() if one.conflicts]
        found = [
            gap
            for pair in pairs
            if pair.first not in differing and pair.second not in differing
            for gap in (*self._values(pair), *self._terms(pair))
        ]
        found += map(self._conflict, differing)
        return (*found, *self._blank_branches(), *self._blanks())

    def _conflict(self, party: str) -> Gap:
        """Return as a gap that words of one moment differ, so that none of them is measured."""
        called = (self._part,) if self._part else ()
        tell = partial(contradiction, self._words, self._standings[party], called)
        return Gap(GapType.WORDING, (party,), tell, None, self._part)

    def _values(self, pair: Pair) -> Iterator[Gap]:
        """Yield the gaps of a pair in value."""
        one, other = (position.value for position in self._positions(pair))
        if one is None and other is None:
            return
        if one is None or other is None:
            yield self._gap(pair, GapType.CHOICE, partial(self._contrast, pair, None))
            return
        relation, distance = self._match.relate(one, other)
        if relation is Relation.SAME:
            return
        for difference in KINDS[self._issue.kind].differences(one, other, distance):
            tell = partial(self._difference, pair, difference)
            yield self._gap(pair, difference.type, tell, difference.distance)

    def _terms(self, pair: Pair) -> Iterator[Gap]:
        """Yield the gaps of a pair in terms."""
        one, other = self._positions(pair)
        if (one.value is None) is not (other.value is None):
            return
        for term in term_differences(self._words.dossier, one, other):
            yield self._gap(pair, term.type, partial(self._term, pair, term))

    def _positions(self, pair: Pair) -> tuple[Position, Position]:
        return (
            self._position(pair.first, pair.first_branch),
            self._position(pair.second, pair.second_branch),
        )

    def _position(self, leader: str, label: str) -> Position:
        if leader not in self._branches:
            self._branches[leader] = dict(self._match.speaking[leader].branches)
        return self._branches[leader][label]

    def _gap(
        self,
        pair: Pair,
        kind: GapType,
        tell: Callable[[], str],
        distance: Distance | None = None,
    ) -> Gap:
        return Gap(
            type=kind,
            parties=(*self._members[pair.first], *self._members[pair.second]),
            tell=tell,
            distance=distance,
            part=self._part,
            branches=tuple(label for label in (pair.first_branch, pair.second_branch) if label),
        )

    def _name(self, leader: str) -> Name:
        """Return a camp as one subject."""
        if leader not in self._names:
            members = [self._words.names[party] for party in self._members[leader]]
            self._names[leader] = subject(members)
        return self._names[leader]

    def _voice(self, leader: str, label: str, whose: tuple[str, ...] = ()) -> Voice:
        """Return what a camp, or those of it who word it as `leader` does, say under one branch.

        Without its terms.
        """
        whose = whose or self._members[leader]
        if (whose, label) not in self._voices:
            standing = self._match.speaking[leader]
            position = self._position(leader, label)
            said = position_words(self._words, self._issue.id, self._part, position, whose)
            inferred = position.inferred or standing.position.inferred
            branch = SaidBranch(replace(said, terms=NO_TERMS), self._under(leader, label), inferred)
            self._voices[whose, label] = Voice(self._speakers(whose), (branch,))
        return self._voices[whose, label]

    def _speakers(self, camp: Sequence[str]) -> tuple[Speaker, ...]:
        """Return a camp as one that speaks, or each of it where they differ in whose word it is."""
        found = [speaker(self._words, self._match.speaking[party]) for party in camp]
        if len({one.whose for one in found}) > 1:
            return tuple(found)
        return (replace(found[0], name=subject([one.name for one in found])),)

    def _whose(self, leader: str) -> Whose:
        """Return on whose word a camp says something: as reported, where some of it is."""
        found = [one.whose for one in self._speakers(self._members[leader])]
        return Whose(
            any(one.reported for one in found),
            any(one.older for one in found),
            any(one.inferred for one in found),
        )

    def _under(self, leader: str, label: str) -> str:
        entry = self._match.speaking[leader].entry
        return branch_name(self._words, entry.document if entry else None, label) if label else ""

    def _option(self, pair: Pair, leader: str) -> str:
        """Return under which option of its own a camp is compared: `under option 1`, or nothing."""
        label = pair.first_branch if leader == pair.first else pair.second_branch
        return f"under {self._under(leader, label)}" if label else ""

    def _prefix(self, pair: Pair, leader: str) -> str:
        """Return the same as a clause begins with it."""
        option = self._option(pair, leader)
        return f"{option}, " if option else ""

    def _contrast(self, pair: Pair, distance: Distance | None) -> str:
        """Return what two camps say, side by side, and how far that is apart."""
        voices = [
            self._voice(camp[0], label, tuple(camp))
            for leader, label in (
                (pair.first, pair.first_branch),
                (pair.second, pair.second_branch),
            )
            for camp in self._worded(leader, label)
        ]
        of = self._words.issue(self._issue.id, self._part)
        names = [self._words.names[party] for party in self._standings]
        # Items and directions are told by what each side says; a count of them says less.
        told = distance is not None and not (self._issue.items or self._issue.between)
        apart = Apart(distance.prose, past=self._settled) if distance and told else None
        return reason(of, voices, (), names, apart=apart).body

    def _worded(self, leader: str, label: str) -> list[list[str]]:
        """Return a camp by how its members word what they say; under an option as one."""
        if label:
            return [list(self._members[leader])]
        members = [self._match.speaking[party] for party in self._members[leader]]
        return [[one.party for one in alike] for alike in worded_alike(members)]

    def _difference(self, pair: Pair, difference: Difference) -> str:
        side = difference.of
        leaders = (pair.first, pair.second)
        if side is Side.SECOND:
            leaders = (pair.second, pair.first)
        one, other = (self._name(leader) for leader in leaders)
        if difference.type is GapType.SYMMETRY:
            (wanted, _), (wants, not_exclude) = map(self._verbs, leaders)
            unequal = f"{wants if difference.excluded else f'{not_exclude} exclude'} unequal ones"
            wants = f"{one.text} {wanted} equal figures"
            prefixes = [self._prefix(pair, leader) for leader in leaders]
            return sentence(f"{prefixes[0]}{wants}; {prefixes[1]}{other.text} {unequal}")
        if self._issue.items and difference.type is not GapType.WORDING:
            told = self._items(pair, side, difference)
            if told:
                return told
        return self._contrast(pair, difference.distance)

    def _items(self, pair: Pair, side: Side, difference: Difference) -> str:
        """Return which items one wants that the other rejects, or does not mention."""
        positions = self._positions(pair)
        first, second = positions if side is Side.FIRST else positions[::-1]
        leaders = (pair.first, pair.second)
        lead, behind = leaders if side is Side.FIRST else leaders[::-1]
        one, other = self._name(lead), self._name(behind)
        texts = [
            standing.entry.document
            for party in self._members[behind]
            if (standing := self._standings[party]).read_in_part and standing.entry
        ]
        reaches = {text.reach for text in texts} | ({"was read"} if second.goes_on else set())
        reach = max(reaches, default="")
        mine, theirs = first.value, second.value
        if mine is None or theirs is None or not (mine.wanted or mine.rejected):
            return ""
        of = self._words.issue(self._issue.id, self._part)
        titles = of.titles

        def named(ids: Sequence[str]) -> str:
            items = among(alike([titles[item].words for item in ids]))
            return of.noun.full(items) if of.noun and of.noun.takes_value else items

        def wanting(ids: Sequence[str]) -> Act:  # of `gear that is banned` nobody wants a net
            sure = of.noun is not None or all(titles[item].sure for item in ids)
            return Act.WANT if sure else Act.NAME

        def does(leader: str, act: Act, thing: str) -> str:
            plural = self._name(leader).plural
            return predicate(Claim(act, thing), self._whose(leader), plural=plural)

        marks = [_INFERRED * self._whose(leader).inferred for leader in (lead, behind)]
        if difference.type is GapType.CHOICE:
            clash = [item for item in mine.wanted if item in theirs.rejected]
            which = f", which {other.text} {does(behind, Act.REJECT, '').strip()}{marks[1]}"
            which += f" {option}" if (option := self._option(pair, behind)) else ""
            wants = f"{one.text} {does(lead, wanting(clash), named(clash))}{marks[0]}"
            told = f"{wants}{which}" if clash else ""
        else:
            known = {*theirs.wanted, *theirs.rejected}
            alone = [item for item in mine.wanted if item not in known]
            refused = [item for item in mine.rejected if item not in known]
            acts = [does(lead, wanting(alone), named(alone))] if alone else []
            acts += [does(lead, Act.REJECT, named(refused))] if refused else []
            acts = [*acts[:-1], *(f"{act}{marks[0]}" for act in acts[-1:])]
            told_of = [*alone, *refused]
            filled = of.noun is not None and of.noun.takes_value
            it = pronoun(named(told_of)) if filled or len(told_of) == 1 else "them"
            does_not = f"{other.text} {self._verbs(behind)[1]} mention {it}"
            silent = f"{self._prefix(pair, behind)}{does_not}"
            silent += f", as far as the text {reach}" if reach else ""
            told = f"{one.text} {', and '.join(acts)}; {silent}" if acts else ""
            if len(told) + len(self._prefix(pair, lead)) >= LONGEST:
                told = f"{one.text} {', and '.join(acts)}. {capital(silent)}"
        return sentence(f"{self._prefix(pair, lead)}{told}") if told else ""

    def _verbs(self, leader: str) -> tuple[str, str]:
        """Return *wants* and *does not* as they go with a camp, past if it is older."""
        if self._match.speaking[leader].older:
            return "wanted", "did not"
        verb = self._name(leader).verb
        return verb("wants", "want"), verb("does not", "do not")

    def _term(self, pair: Pair, term: TermDifference) -> str:
        positions = self._positions(pair)
        labels = (pair.first, pair.first_branch), (pair.second, pair.second_branch)
        voices = [
            self._with_term(self._voice(*label), position, term.term)
            for label, position in zip(labels, positions, strict=True)
        ]
        binds = term.term == "modality"
        one, other = (str(position.modality or "") * binds for position in positions)
        names = [self._words.names[party] for party in self._standings]
        return term_gap(term.term, (voices[0], voices[1]), (one, other), names)

    def _with_term(self, voice: Voice, position: Position, term: str) -> Voice:
        """Return what a camp says, with one of its terms; *it* where its value has no verb."""
        branch = voice.branches[0]
        acts = branch.said.acts or ((Act.WANT, Thing("it")),)
        said = replace(branch.said, acts=acts, terms=self._words.terms(position).only(term))
        return replace(voice, branches=(replace(branch, said=said),))

    def _blank_branches(self) -> Iterator[Gap]:
        """Yield a gap for each option that a party leaves blank while it speaks under others."""
        for party, given in self._match.blank_branches.items():
            standing = self._match.speaking[party]
            for label, blank in given:
                one = Silence(
                    self._words.names[party],
                    as_far_as_read(standing, blank),
                    under=self._under(party, label),
                    reach=standing.reach,
                )
                yield self._silence(one, party, blank, (label,))

    def _blanks(self) -> Iterator[Gap]:
        """Yield a gap for each party that leaves the line blank while another speaks."""
        if not self._match.speaking:
            return
        for party, standing in self._standings.items():
            if not standing.blank or standing.blank is Blank.INDIFFERENT:
                continue
            one = Silence(
                self._words.names[party],
                as_far_as_read(standing, standing.blank),
                told=standing.blank_told,
                under=titles_in_words(self._words, standing.document, standing.under),
                own=standing.speaks,
                reach=standing.reach,
                retold=standing.retold,
            )
            yield self._silence(one, party, standing.blank)

    def _silence(
        self, one: Silence, party: str, blank: Blank, branches: tuple[str, ...] = ()
    ) -> Gap:
        kind = GapType.DISCLOSURE if blank in HIDDEN else GapType.PRESENCE

        def tell() -> str:
            return sentence(silences([one], len(self._standings))[0])

        return Gap(kind, (party,), tell, None, self._part, branches)
