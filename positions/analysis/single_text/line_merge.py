"""Merges the words on one line: what all who speak have is plain, all else is in brackets.

Two positions share words only where the algebra of values says that they are the same; the same
figure with another bound, one way of an exchange, an item and a term are aligned one by one.
Nothing is aligned by its words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, cmp_to_key
from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.items import ItemMerge, is_itemised
from positions.analysis.single_text.leaves import (
    BOUND,
    DIRECTIONS,
    FIGURE,
    ITEM,
    REFUSED_ITEM,
    STRUCK,
    VALUE,
)
from positions.analysis.single_text.model import Bracketed, Clause, Plain, Variant
from positions.analysis.single_text.term_words import INLINE, closing_sentence, term_behind
from positions.comparison.rows import Status
from positions.comparison.terms import alike_terms, term_differences
from positions.model.dossier import Modality
from positions.record.parts import unsaid
from positions.sentences.provisions import Hole, ProvisionSentence
from positions.text.english import capital
from positions.values import Relation, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from positions.analysis.single_text.leaves import Leaf
    from positions.analysis.single_text.model import Piece
    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.speakers import LineSpeaker
    from positions.comparison.rows import Line
    from positions.model.dossier import Issue, Position
    from positions.values import Measure, Value

__all__ = ["LineMerge"]

_PLAIN: Final = frozenset(
    {Status.SETTLED, Status.AGREED, Status.NEAR, Status.COMPATIBLE, Status.DIVIDED}
)
_LONG: Final = 160
"""From how many characters on variants stand under each other."""

_MOST_BESIDE: Final = 3


class LineMerge:
    """The words on one line, merged.

    Args:
        pen: What writes them.
        issue: The issue.
        line: The line, of the issue or a part of it.
        speakers: Who speaks on it, and counts.
        is_whole: Whether every party that speaks has words of its own, as they are, under each of
            its options.
        is_lettered: Whether a list has letters also where it is short and whole.
    """

    def __init__(
        self,
        pen: Pen,
        issue: Issue,
        line: Line,
        speakers: Sequence[LineSpeaker],
        *,
        is_whole: bool,
        is_lettered: bool = False,
    ) -> None:
        self.pen = pen
        self.is_lettered = is_lettered
        self.issue = issue
        self.part = line.part
        self.speakers = tuple(speakers)
        clashes = any(one.clashes for one in speakers)
        told = line.status in _PLAIN or _is_listed(issue, line, speakers)
        self.may_be_plain = told and is_whole and not clashes
        self.is_agreed = line.status is Status.AGREED and is_whole
        self.measure: Measure = pen.dossier.measure(issue.id, line.part)

    def clauses(self) -> tuple[Clause, ...]:
        """Return the words, each item of a list that is not common on a line of its own."""
        if self.is_agreed and len(self.camps) > 1:
            return tuple(self._either())
        naming, others = self.naming_items()
        if naming:
            named = ItemMerge(self, naming).clauses()
            return (*named, *(Clause(self.bracketed(one, self.sentence(one))) for one in others))
        return (Clause(self._values(self.groups)),)

    def naming_items(
        self,
    ) -> tuple[tuple[LineSpeaker, ...], tuple[tuple[LineSpeaker, ...], ...]]:
        """Return the speakers whose items are merged one by one, and groups of the others.

        All name items; or there are more wordings than stand beside each other, and some who name
        items name the same. Else there are no such speakers.
        """
        if not self.issue.items:
            return (), ()
        if is_itemised(self.issue, self.speakers):
            return self.speakers, ()
        groups = self.groups
        naming = [group for group in groups if is_itemised(self.issue, group)]
        values = [group[0].position.value for group in naming]
        wanted = [item for value in values if value for item in value.wanted]
        if len(groups) <= _MOST_BESIDE or len(set(wanted)) == len(wanted):
            return (), ()
        merged = tuple(one for one in self.speakers if any(one in group for group in naming))
        return merged, tuple(group for group in groups if group not in naming)

    def bracketed(
        self, speakers: Sequence[LineSpeaker], pieces: tuple[Piece, ...]
    ) -> tuple[Piece, ...]:
        """Return pieces as they are where they are common to all, else in the bracket of some."""
        if self.may_be_plain and len(speakers) == len(self.speakers):
            return pieces
        return (Bracketed((self.variant(speakers, pieces),)),)

    def variant(self, speakers: Sequence[LineSpeaker], pieces: tuple[Piece, ...]) -> Variant:
        """Return what some speakers want in a place."""
        only = pieces[0] if len(pieces) == 1 else None
        names = {leaf.name for leaf in only.leaves} if isinstance(only, Plain) else set()
        name = names.pop() if len(names) == 1 else ""
        return Variant(tuple(one.saying(name) for one in speakers), pieces)

    def sentence(self, speakers: Sequence[LineSpeaker]) -> tuple[Piece, ...]:
        """Return the sentence of speakers with the same value; terms that differ in brackets."""
        if is_itemised(self.issue, speakers):
            return ItemMerge(self, speakers).one_block()
        first = speakers[0]
        found = self.provision(first)
        words = self._expanded(
            found, speakers, lambda: (Plain(found.value, _value_leaves(speakers)),)
        )
        return (*words, *self._strengths(speakers))

    def provision(self, speaker: LineSpeaker) -> ProvisionSentence:
        """Return the sentence of what a speaker holds."""
        value = speaker.position.value
        if value is None:
            words = (f"{self.issue.title}: struck from the text", Hole.TERMS, ".")
            return ProvisionSentence(words)
        found = self.pen.writer.of_value(self.issue.id, self.part, value)
        if speaker.position.modality is Modality.WILL_NOT:
            return replace(found, segments=("Ruled out: ", *found.segments))
        return found

    def by_term(
        self, name: str, speakers: Sequence[LineSpeaker]
    ) -> Iterator[tuple[LineSpeaker, ...]]:
        """Yield the speakers who state a term, those together who state it alike."""
        stating = [one for one in speakers if name in one.leaves and not unsaid(name, one.position)]

        def alike(one: LineSpeaker, other: LineSpeaker) -> bool:
            terms = getattr(one.position, name), getattr(other.position, name)
            return alike_terms(self.pen.dossier, *terms) and (
                name != "renewable" or self.pen.has_renewal(one.position, other.position)
            )

        return iter(_together(stating, alike))

    def closing(
        self,
        names: Sequence[str],
        speakers: Sequence[LineSpeaker],
        about: Callable[[LineSpeaker], str],
    ) -> Iterator[tuple[tuple[LineSpeaker, ...], Plain]]:
        """Yield terms as sentences of their own, each with who states it."""
        for name in names:
            for group in self.by_term(name, speakers):
                words = closing_sentence(
                    self.pen.glossary, group[0].position, name, about(group[0])
                )
                yield group, Plain(f" {words}", tuple(one.leaves[name] for one in group))

    def _either(self) -> Iterator[Clause]:
        """Yield what all leave open to the same options, one of them a clause."""
        for place, camp in enumerate(self.camps):
            lead = Plain("Or: " if place else "Either: ")
            groups = self._by_words(camp)
            several = (Bracketed(tuple(self.variant(one, self.sentence(one)) for one in groups)),)
            yield Clause((lead, *(self.sentence(camp) if len(groups) == 1 else several)))

    def _values(self, groups: Sequence[tuple[LineSpeaker, ...]]) -> tuple[Piece, ...]:
        if len(groups) == 1:
            return self.bracketed(groups[0], self.sentence(groups[0]))
        shared = self._shared(groups) if self.may_be_plain else None
        if shared is not None:
            return shared
        variants = tuple(self.variant(group, self.sentence(group)) for group in groups)
        return (Bracketed(variants, is_stacked=_is_long(variants)),)

    @cached_property
    def camps(self) -> list[tuple[LineSpeaker, ...]]:
        """The speakers, those together whose values are the same, in order."""
        return self._ordered(_together(self.speakers, self._is_same))

    @cached_property
    def groups(self) -> list[tuple[LineSpeaker, ...]]:
        """The speakers, those together whose values are the same in the same words, in order."""
        return [group for camp in self.camps for group in self._by_words(camp)]

    def _by_words(self, camp: Sequence[LineSpeaker]) -> list[tuple[LineSpeaker, ...]]:
        return _together(
            camp,
            lambda one, other: self.pen.has_words(
                self.issue.id, self.part, one.position, other.position
            ),
        )

    def _is_same(self, one: LineSpeaker, other: LineSpeaker) -> bool:
        if (one.position.modality is Modality.WILL_NOT) != (
            other.position.modality is Modality.WILL_NOT
        ):
            return False
        if self.is_agreed and not self._has_same_terms(one.position, other.position):
            return False
        a, b = one.position.value, other.position.value
        if a is None or b is None:
            return a is None and b is None
        if a == b:  # the same words for what is left open are told together, in a bracket
            return True
        return self.measure.relate(a, b) is Relation.SAME

    def _has_same_terms(self, one: Position, other: Position) -> bool:
        return not term_differences(self.pen.dossier, one, other)

    def _ordered(self, groups: list[tuple[LineSpeaker, ...]]) -> list[tuple[LineSpeaker, ...]]:
        """Return many camps by value, those that have no measure behind; else the largest first."""
        if len(groups) <= _MOST_BESIDE:
            return groups
        measured = [one for one in groups if any(self._rising(one, other) for other in groups)]
        others = [one for one in groups if one not in measured]
        return [
            *sorted(measured, key=cmp_to_key(self._rising)),
            *sorted(others, key=len, reverse=True),
        ]

    def _rising(self, one: Sequence[LineSpeaker], other: Sequence[LineSpeaker]) -> int:
        a, b = one[0].position.value, other[0].position.value
        rises = a and b and self.measure.kind.rises(a, b, self.measure.frame)
        return 0 if rises is None else -1 if rises else 1

    def _shared(self, groups: Sequence[tuple[LineSpeaker, ...]]) -> tuple[Piece, ...] | None:
        """Return one sentence with the values in brackets; None where it is not one sentence."""
        found = [self.provision(group[0]) for group in groups]
        named = all(one[0].position.value is not None for one in groups) and all(
            value.stance in {Stance.NAMED, Stance.ALL} and not value.rejected
            for group in groups
            if (value := group[0].position.value)
        )
        same = {(one.segments, one.open) for one in found}
        if not named or len(same) > 1 or not found[0].takes_value or len(groups) > _MOST_BESIDE:
            return None
        inside = (
            self._ways(groups)
            or self._figure(groups, found)
            or (
                Bracketed(
                    tuple(
                        self.variant(group, (Plain(one.value, _value_leaves(group)),))
                        for group, one in zip(groups, found, strict=True)
                    )
                ),
            )
        )
        everyone = tuple(one for group in groups for one in group)
        words = self._expanded(found[0], everyone, lambda: inside)
        return (*words, *self._strengths(everyone))

    def _figure(
        self, groups: Sequence[tuple[LineSpeaker, ...]], found: Sequence[ProvisionSentence]
    ) -> tuple[Piece, ...] | None:
        """Return a figure that all name, each bound of it in brackets; None where they do not."""
        named = {_figure_of(self.measure, group[0].position.value) for group in groups}
        figure = named.pop()
        if named or figure is None or not all(one.value.endswith(figure) for one in found):
            return None
        every = tuple(one for group in groups for one in group)
        ahead: list[Variant] = []
        placed: set[Leaf] = set()
        for group, one in zip(groups, found, strict=True):
            before = one.value.removesuffix(figure).strip()
            if before:
                bounds = tuple(who.leaves[BOUND] for who in group if BOUND in who.leaves)
                placed |= {*bounds}
                ahead.append(self.variant(group, (Plain(before, bounds),)))
        leaves = tuple(leaf for leaf in _value_leaves(every) if leaf not in placed)
        return (
            *((Bracketed(tuple(ahead)), Plain(" ")) if ahead else ()),
            Plain(figure, leaves),
        )

    def _ways(self, groups: Sequence[tuple[LineSpeaker, ...]]) -> tuple[Piece, ...] | None:
        """Return the two ways of an exchange, what one is common in; None where none is."""
        values = [group[0].position.value for group in groups]
        sides = [self.measure.directions(value) for value in values if value]
        names = self.issue.between
        if names is None or not all(len(one) == 1 for one in sides):
            return None
        ways = [[one[0][way] for one in sides] for way in (0, 1)]
        if all(len(set(way)) > 1 for way in ways):
            return None
        pieces: list[Piece] = []
        every = tuple(one for group in groups for one in group)
        for way, (name, given) in enumerate(zip(names, ways, strict=True)):
            giver = self.pen.glossary.names[name].text
            if len(set(given)) == 1:
                pieces.append(Plain(f"{given[0]} from {giver}", _way_leaves(every, way)))
            else:
                variants = tuple(
                    self.variant(
                        group,
                        (Plain(f"{one} from {giver}", _way_leaves(group, way)),),
                    )
                    for group, one in zip(groups, given, strict=True)
                )
                pieces.append(Bracketed(variants))
            if not way:
                pieces.append(Plain(" and "))
        return tuple(pieces)

    def _expanded(
        self,
        found: ProvisionSentence,
        speakers: Sequence[LineSpeaker],
        value: Callable[[], tuple[Piece, ...]],
    ) -> tuple[Piece, ...]:
        """Return a provision as pieces, its value and the speakers' terms in their places."""
        pieces: list[Piece] = []
        for segment in found.segments:
            if segment is Hole.VALUE:
                pieces += value()
            elif segment is Hole.PART:
                before = pieces[-1] if pieces else None
                ends = isinstance(before, Plain) and before.words.endswith(". ")
                pieces.append(Plain("", is_part=True, is_first=ends or not pieces))
            elif segment is Hole.TERMS:
                pieces += [*self._terms(speakers, found), Plain(found.open)]
            else:
                pieces.append(Plain(segment))
        if not found.takes_value:
            place = next(
                number
                for number, one in enumerate(pieces)
                if isinstance(one, Plain) and (one.words or one.is_part)
            )
            first = pieces[place]
            assert isinstance(first, Plain)  # noqa: S101 - so it was found
            pieces[place] = replace(first, leaves=_value_leaves(speakers))
        return tuple(one for one in pieces if one != Plain(""))

    def _terms(self, speakers: Sequence[LineSpeaker], found: ProvisionSentence) -> Iterator[Piece]:
        """Yield the terms inside a sentence; who acts is not said again of its subject."""
        for name in INLINE:
            variants = []
            for group in self.by_term(name, speakers):
                position = group[0].position
                words = term_behind(self.pen.glossary, position, name, within=found.within)
                if name == "by" and len(group) == len(speakers) and self._acts(position, found):
                    words = ""
                plain = Plain(words, tuple(one.leaves[name] for one in group))
                variants.append((group, plain))
            yield from self.variants(variants, speakers)

    def _acts(self, position: Position, found: ProvisionSentence) -> bool:
        """Return whether the one who acts is the subject with which a sentence begins."""
        names = self.pen.glossary.names
        acting = [capital(names[one].text) for one in position.by if one in names]
        first = found.segments[0]
        return (
            len(acting) == len(position.by) == 1
            and re.match(rf"{re.escape(acting[0])} (?!and |or )", first) is not None
        )

    def variants(
        self, found: Sequence[tuple[Sequence[LineSpeaker], Plain]], speakers: Sequence[LineSpeaker]
    ) -> Iterator[Piece]:
        """Yield words that all speakers of a sentence have as they are, others in one bracket."""
        if len(found) == 1 and len(found[0][0]) == len(speakers) and not self._is_kept(*found[0]):
            yield found[0][1]
        elif found:
            yield Bracketed(tuple(self.variant(group, (words,)) for group, words in found))

    def _is_kept(self, speakers: Sequence[LineSpeaker], words: Plain) -> bool:
        """Return whether words in the bracket of some are from a document other than the bracket's.

        Words that are common to all stand without a bracket, and so do those of a whole text.
        """
        if self.is_agreed or (self.may_be_plain and len(speakers) == len(self.speakers)):
            return False
        return any(one.saying(leaf.name) != one.voice for one in speakers for leaf in words.leaves)

    def _strengths(self, speakers: Sequence[LineSpeaker]) -> Iterator[Piece]:
        """Yield how strongly it binds, as sentences of their own."""
        if speakers[0].position.modality is Modality.WILL_NOT:
            return
        found = list(self.closing(("modality",), speakers, lambda _: ""))
        yield from self.variants(found, speakers)


def _is_listed(issue: Issue, line: Line, speakers: Sequence[LineSpeaker]) -> bool:
    """Return whether all have items, of which it is known who has them, if not what else."""
    every = all(line.standings[party].speaks for party in line.sought)
    return line.status is Status.UNCLEAR and every and is_itemised(issue, speakers)


def _together(
    speakers: Iterable[LineSpeaker], alike: Callable[[LineSpeaker, LineSpeaker], bool]
) -> list[tuple[LineSpeaker, ...]]:
    """Return speakers, those together who are alike, in order."""
    groups: list[list[LineSpeaker]] = []
    for one in speakers:
        for group in groups:
            if alike(group[0], one):
                group.append(one)
                break
        else:
            groups.append([one])
    return [tuple(group) for group in groups]


def _value_leaves(speakers: Sequence[LineSpeaker]) -> tuple[Leaf, ...]:
    """Return the leaves of the values of speakers, without those of their terms.

    Where a position is ruled out, the sentence says so, and accounts for that too.
    """
    return tuple(
        leaf
        for one in speakers
        for name, leaf in one.leaves.items()
        if name in {VALUE, FIGURE, BOUND, STRUCK, *DIRECTIONS}
        or name.startswith((ITEM, REFUSED_ITEM))
        or (name == "modality" and one.position.modality is Modality.WILL_NOT)
    )


def _way_leaves(speakers: Sequence[LineSpeaker], way: int) -> tuple[Leaf, ...]:
    """Return the leaves of one way of an exchange; the first has what is no way of its own."""
    other = DIRECTIONS[1 - way]
    return tuple(
        leaf
        for leaf in _value_leaves(speakers)
        if leaf.name == DIRECTIONS[way] or (not way and leaf.name != other)
    )


def _figure_of(measure: Measure, value: Value | None) -> str | None:
    return measure.headline(value) if value is not None else None


def _is_long(variants: Sequence[Variant]) -> bool:
    """Return whether variants are too long, or too many, to stand beside each other."""
    if len(variants) > _MOST_BESIDE:
        return True
    return sum(map(_length, variants)) > _LONG


def _length(variant: Variant) -> int:
    return sum(
        len(piece.words) if isinstance(piece, Plain) else sum(map(_length, piece.variants))
        for piece in variant.pieces
    )
