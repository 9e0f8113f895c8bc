"""Finds who speaks on a line of a comparison, in which documents, and under which options."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from positions.analysis.single_text.leaves import Leaf, branches_of, kept_leaves, leaf_names
from positions.analysis.single_text.model import TextVoice
from positions.comparison.camps import stated
from positions.comparison.rows import Status
from positions.model.dossier import Form
from positions.record.agreements import own_accounts_since, since_otherwise
from positions.record.amending import contests
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.comparison.rows import Line
    from positions.model.dossier import Dossier, Issue, Memorandum, Party, Position
    from positions.record.settle import DocumentEntry, Standing

__all__ = ["MANNERS", "LineSpeaker", "Speakers"]

MANNERS = {Form.STATEMENT: "said", Form.REPORT: "reported"}
"""How words are known, by the form of their document, where it is no text of their party's."""


@dataclass(frozen=True, slots=True, eq=False)
class LineSpeaker:
    """A branch of a position of record, or of a word that contradicts it.

    Attributes:
        clashes: Whether it is a word of the same moment that says something else.
        kept: Terms that it leaves as they were, each with how the document that says it is known;
            a whole option that it leaves so is its document's.
    """

    voice: TextVoice
    position: Position
    leaves: Mapping[str, Leaf]
    clashes: bool = False
    kept: Mapping[str, TextVoice] = field(default_factory=dict)

    @property
    def whole_voice(self) -> TextVoice:
        """Whose all its words together are; what is known of some alone is so *in part*."""
        every = [self.saying(name).manner for name in self.leaves]
        found = dict.fromkeys(how for manner in (self.voice.manner, *every) for how in manner)
        said = (
            how if how == "earlier" or all(how in one for one in every) else f"{how} in part"
            for how in found
        )
        return replace(self.voice, manner=tuple(said))

    def saying(self, name: str) -> TextVoice:
        """Return whose words a leaf is, and how that is known."""
        return self.kept.get(name, self.voice)


class Speakers:
    """Finds who speaks on each line of one comparison, and what brackets call them.

    Args:
        dossier: The whole dossier, so that options keep their numbers at any moment.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._on: dict[tuple[str, str, tuple[str, ...]], tuple[LineSpeaker, ...]] = {}

    @cached_property
    def shorts(self) -> Mapping[str, str]:
        """What a bracket calls each party."""
        return {party.id: _short(party) for party in self.dossier.parties.values()}

    @cached_property
    def branches(self) -> Mapping[tuple[str, str], str]:
        """What a bracket calls each branch of a party: `RU-1`, by party and label."""
        labels: dict[str, dict[str, None]] = {party: {} for party in self.dossier.parties}
        for document in self.dossier.memoranda.values():
            labels.setdefault(document.party, {}).update(dict.fromkeys(document.options))
        for document in self.dossier.memoranda.values():
            for source in self._sources(document):
                named = (
                    one.alternatives
                    for stated in source.positions.values()
                    for one in (stated, *stated.parts.values(), *filter(None, (stated.rest,)))
                )
                for found in (source.options, *named):
                    labels[document.party].update(dict.fromkeys(found))
        return {
            (party, label): f"{self.shorts.get(party, party)}-{number}"
            for party, found in labels.items()
            for number, label in enumerate(found, 1)
        }

    def _sources(self, document: Memorandum) -> Iterator[Memorandum]:
        """Yield a document, and those from which it may take positions over."""
        seen: set[str] = set()
        waiting = [document.id]
        while waiting:
            name = waiting.pop(0)
            if name in seen or name not in self.dossier.memoranda:
                continue
            seen.add(name)
            found = self.dossier.memoranda[name]
            yield found
            named = (one.same_as for one in found.positions.values())
            waiting += filter(None, (found.based_on, *named))

    def titles(self) -> Iterator[tuple[str, str, str]]:
        """Yield party, short name and title of every branch that is an option of a document."""
        titles: dict[str, dict[str, str]] = {}
        for document in self.dossier.memoranda.values():
            for source in self._sources(document):
                for name, option in source.options.items():
                    titles.setdefault(document.party, {}).setdefault(name, option.title)
        for (party, label), short in self.branches.items():
            yield party, short, titles.get(party, {}).get(label, label)

    def chosen(self, standing: Standing) -> tuple[str, ...]:
        """Return the options chosen, by short names, where a text has words under others alone."""
        if not standing.under or standing.document is None:
            return ()
        held = standing.document.party
        return tuple(
            short
            for party, short, title in self.titles()
            if party == held and title in standing.under
        )

    def called(self, standing: Standing, label: str = "") -> str:
        """Return what a note calls one who speaks, under one of the options where it has a label.

        Args:
            standing: What it says, or its group for it.
            label: The label of the alternative; empty where there is none.
        """
        own = self.shorts[standing.party]
        if not label or standing.entry is None:
            return " ".join((own, *self._through(standing, "")))
        branch = self.branches[standing.entry.document.party, label]
        return f"{own} through {branch}" if standing.voice else branch

    def on(self, issue: Issue, line: Line, parties: tuple[str, ...]) -> tuple[LineSpeaker, ...]:
        """Return who of some columns speaks on a line, branch by branch."""
        key = (issue.id, line.part, parties)
        if key not in self._on:  # the text and the count of its places ask for the same
            self._on[key] = self._found_on(issue, line, parties)
        return self._on[key]

    def _found_on(
        self, issue: Issue, line: Line, parties: tuple[str, ...]
    ) -> tuple[LineSpeaker, ...]:
        found: list[LineSpeaker] = []
        for party in parties:
            standing = line.standings[party]
            if not standing.speaks or standing.entry is None:
                continue
            for entry in standing.words:
                if entry.position.unstated is not None:
                    continue
                members = self._members(entry, line, parties) if standing.voice else [party]
                if party == members[0]:
                    found += self._of_entry(issue, line, standing, entry, members)
        return tuple(found)

    def _members(self, entry: DocumentEntry, line: Line, parties: tuple[str, ...]) -> list[str]:
        """Return those of some columns for which the words of a group stand."""
        return [
            name
            for name in parties
            if (one := line.standings[name]).speaks
            and one.voice
            and any(word.document is entry.document for word in one.words)
        ]

    def _of_entry(
        self,
        issue: Issue,
        line: Line,
        standing: Standing,
        entry: DocumentEntry,
        members: Sequence[str],
    ) -> Iterator[LineSpeaker]:
        own, part = standing.entry is entry, line.part
        is_older = own and (standing.older or _is_reopened(standing, line))
        for label, position in branches_of(entry.position):
            if not stated(position):
                continue
            names = leaf_names(self.dossier, issue.id, part, position)
            manner = self._manner_of(standing, entry, label, position, is_older=is_older)
            short = listed([self.shorts[one] for one in members])
            if label and not standing.voice:
                short = self.branches[standing.party, label]
            voice = TextVoice(
                members[0], short, manner, label, entry.document.id, tuple(members[1:])
            )
            kept = kept_leaves(self.dossier, standing, label)
            said = {name: kept[name][0].id if name in kept else entry.document.id for name in names}
            if names and kept.keys() >= {*names}:
                older = ("earlier",) if is_older else ()
                through = self._through(standing, label)
                voice = replace(voice, manner=(*through, *_manner(*kept[names[0]]), *older))
            yield LineSpeaker(
                voice,
                position,
                {name: Leaf(said[name], issue.id, part, label, name) for name in names},
                clashes=not own or bool(standing.conflicts),
                kept={
                    name: replace(
                        voice, manner=(*self._through(standing, label), *_manner(document, of_it))
                    )
                    for name, (document, of_it) in kept.items()
                },
            )

    def _through(self, standing: Standing, label: str) -> tuple[str, ...]:
        """Return through whom a member speaks, whose group's words stand for it."""
        if not standing.voice:
            return ()
        group = self.branches[standing.voice, label] if label else self.shorts[standing.voice]
        return (f"through {group}",)

    def _manner_of(
        self,
        standing: Standing,
        entry: DocumentEntry,
        label: str,
        position: Position,
        *,
        is_older: bool,
    ) -> tuple[str, ...]:
        """Return how the words of a branch of an entry are known."""
        manner = [
            *self._through(standing, label),
            MANNERS.get(entry.document.form, ""),
            "earlier" if is_older else "",
            "inferred" if position.inferred or entry.position.inferred else "",
        ]
        return tuple(filter(None, manner))


def _is_reopened(standing: Standing, line: Line) -> bool:
    """Return whether a party has since said otherwise, or added a term to what is agreed."""
    agreed = line.status is Status.AGREED
    added = agreed and any(contests(one, standing.position) for one in own_accounts_since(standing))
    return added or since_otherwise(standing, line.outcomes)


def _manner(document: Memorandum, position: Position) -> tuple[str, ...]:
    """Return how words of a document are known, where it is no text that says them."""
    manner = (MANNERS.get(document.form, ""), "inferred" if position.inferred else "")
    return tuple(filter(None, manner))


def _short(party: Party) -> str:
    return party.short or party.name
