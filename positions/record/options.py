"""A choice among the options of memoranda: which branches of a position stand under it.

An option is a branch of a memorandum, open across issues; the options of one group exclude each
other. Under a choice, each document is read as if it offered the chosen options alone: of a
position's alternatives go those that belong to an option which the choice excludes, and a position
of which nothing is left is not mentioned. Alternatives whose labels are no options stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from positions.model.position import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.model.dossier import Blank, Dossier, Memorandum, Option

__all__ = [
    "NO_CHOICE",
    "OptionChoice",
    "choose_options",
    "clashing",
    "every_option",
    "options_of",
    "under_options",
    "with_blank_branches",
]


def options_of(documents: Iterable[Memorandum], party: str) -> dict[str, Option]:
    """Return the options that a party's documents offer, by id, in the order of the text.

    Where two documents give an option the same id, it is the first one's title that counts.
    """
    found: dict[str, Option] = {}
    for document in documents:
        for name, option in document.options.items() if document.party == party else ():
            found.setdefault(name, option)
    return found


def every_option(dossier: Dossier) -> dict[str, tuple[Option, ...]]:
    """Return the options that each party's documents offer, of the parties that offer any."""
    found = {
        party: tuple(options_of(dossier.memoranda.values(), party).values())
        for party in dossier.parties
    }
    return {party: options for party, options in found.items() if options}


def clashing(options: Iterable[Option]) -> tuple[Option, Option] | None:
    """Return the first two options of one group, which cannot both be chosen."""
    groups: dict[str, Option] = {}
    for option in options:
        other = groups.setdefault(option.group, option) if option.group else option
        if other is not option:
            return other, option
    return None


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """Options that are fixed for parties.

    Attributes:
        options: The chosen options of each party that has any.
        known: All options of the same parties, by id.
    """

    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    known: Mapping[str, Mapping[str, Option]] = field(default_factory=dict)

    @property
    def ids(self) -> dict[str, tuple[str, ...]]:
        """The ids of the chosen options by the ids of their parties."""
        return {party: tuple(one.id for one in chosen) for party, chosen in self.options.items()}

    def known_in(self, dossier: Dossier) -> dict[str, tuple[Option, ...]]:
        """Return the chosen options, by their ids alone where no text that is known has them."""
        found = {}
        for party, chosen in self.options.items():
            known = options_of(dossier.memoranda.values(), party)
            found[party] = tuple(
                one if one.id in known else one.model_copy(update={"title": one.id})
                for one in chosen
            )
        return found

    def under(self, document: Memorandum) -> tuple[str, ...]:
        """Return the titles of the chosen options that a document offers."""
        chosen = self.options.get(document.party, ())
        offered = self._offered(document)
        return tuple(offered[option.id].title for option in chosen if option.id in offered)

    def cut(self, document: Memorandum, position: Position) -> Position | None:
        """Return what a document's position says under the choice; None where it says nothing."""
        chosen = {option.id for option in self.options.get(document.party, ())}
        offered = self._offered(document)
        excluded = _excluded(offered, chosen, position.alternatives)
        kept = {
            label: branch
            for label, branch in position.alternatives.items()
            if label not in excluded
        }
        if len(kept) == len(position.alternatives):
            return position
        return position.model_copy(update={"alternatives": kept}) if kept else None

    def read(self, dossier: Dossier) -> Dossier:
        """Return a dossier in which documents say what they say under the choice, and no more."""
        if not self.options:
            return dossier
        return replace(
            dossier,
            memoranda={
                name: document.model_copy(
                    update={
                        "positions": {
                            issue: kept
                            for issue, position in document.positions.items()
                            if (kept := self._cut_by_part(document, position)) is not None
                        }
                    }
                )
                for name, document in dossier.memoranda.items()
            },
        )

    def _cut_by_part(self, document: Memorandum, position: Position) -> Position | None:
        """Return what a position says under the choice, on the whole and on each of its parts."""
        cut = {part: self.cut(document, own) for part, own in position.parts.items()}
        parts = {part: own for part, own in cut.items() if own is not None}
        rest = position.rest and self.cut(document, position.rest)
        if position.parts and not (parts or rest):
            return None
        return self.cut(document, position.model_copy(update={"parts": parts, "rest": rest}))

    def passes_over(self, document: Memorandum, said: Position, before: Position) -> bool:
        """Return whether what a later word says stands beside a chosen option of an earlier one."""
        chosen = {option.id for option in self.options.get(document.party, ())}
        beside = {**before.alternatives, **said.alternatives}
        excluded = _excluded(self._offered(document), chosen, beside)
        return bool(said.alternatives) and said.alternatives.keys() <= excluded

    def _offered(self, document: Memorandum) -> Mapping[str, Option]:
        """Return a document's options; one without any speaks of those of the party's others."""
        return document.options or self.known.get(document.party, {})


def under_options(dossier: Dossier, options: Mapping[str, Sequence[Option]]) -> str:
    """Return which options are fixed: `“Option 1” of Russia`; an empty text where none is."""
    return " and ".join(
        f"{' and '.join(f'“{option.title}”' for option in chosen)} of {dossier.parties[party].name}"
        for party, chosen in options.items()
    )


NO_CHOICE: Final = OptionChoice()
"""No option is fixed: every branch stands."""


def choose_options(dossier: Dossier, options: Mapping[str, Sequence[str]]) -> OptionChoice:
    """Return the choice of options.

    Args:
        dossier: The dossier.
        options: The ids of the options by the ids of their parties.

    Raises:
        LookupError: There is no such party or option.
        ValueError: Two options exclude each other.
    """
    known = {party: options_of(dossier.memoranda.values(), party) for party in options}
    chosen = {}
    for party, names in options.items():
        unknown = [name for name in names if name not in known[party]]
        if unknown:
            raise LookupError(f"no such option of {party}: {', '.join(unknown)}")
        if names:
            chosen[party] = tuple(known[party][name] for name in dict.fromkeys(names))
        if clashing(chosen.get(party, ())) is not None:
            raise ValueError(f"options of {party} that exclude each other: {', '.join(names)}")
    return OptionChoice(chosen, known)


def with_blank_branches(
    document: Memorandum, position: Position, blank: Blank, chosen: Iterable[Option]
) -> Position:
    """Return a position with a blank branch for each option that it does not mention.

    Where it says something under one option of a group, the others of that group are open; those
    that have no group are together here.

    Args:
        document: The document, with its options.
        position: What it says on an issue.
        blank: What it means that the document does not mention something.
        chosen: The options of the party that are fixed, so that no other of their groups is open.
    """
    offered = document.options
    groups = {offered[name].group for name in position.alternatives if name in offered}
    groups -= {one.group for one in chosen if one.group or one.id in position.alternatives}
    missing = {
        name: Position(blank=blank)
        for name, option in offered.items()
        if option.group in groups and name not in position.alternatives
    }
    if not missing:
        return position
    return position.model_copy(update={"alternatives": {**position.alternatives, **missing}})


def _excluded(
    offered: Mapping[str, Option], chosen: set[str], alternatives: Mapping[str, Position]
) -> set[str]:
    """Return the options of a document that a choice excludes, on one position.

    Options without a group exclude each other only where they stand side by side.
    """
    groups = {offered[name].group for name in chosen if name in offered}
    beside = chosen & alternatives.keys() & offered.keys()
    side_by_side = any(not offered[name].group for name in beside)
    return {
        name
        for name, option in offered.items()
        if name not in chosen and (option.group in groups if option.group else side_by_side)
    }
