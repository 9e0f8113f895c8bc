"""Merges lists item by item: the letter of an item is its place in the issue, and never changes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

from positions.analysis.single_text.leaves import ITEM, REFUSED_ITEM
from positions.analysis.single_text.model import (
    Bracketed,
    Clause,
    Plain,
    title_ahead,
    without_title,
)
from positions.sentences.provisions import Hole
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from positions.analysis.single_text.model import Piece, Variant
    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.speakers import LineSpeaker
    from positions.model.dossier import Issue

__all__ = ["ItemMerge", "LineTools", "is_itemised", "letter"]

_TERMS = ("scope", "by", "starts", "until", "renewable", "conditions", "after", "modality")
_FEW = 3
"""Up to how many items stand in a sentence without letters."""


def letter(place: int) -> str:
    """Return the letter of an item or a part by its place: `a` to `z`, then `aa`."""
    most, rest = divmod(place, 26)
    return (letter(most - 1) if most else "") + "abcdefghijklmnopqrstuvwxyz"[rest]


def is_itemised(issue: Issue, speakers: Sequence[LineSpeaker]) -> bool:
    """Return whether all speakers name items, each of which has words of its own.

    Who refuses every item there is does so in one sentence, unless each has one for that.
    """
    told = all(one.refused for one in issue.items.values())
    return bool(issue.items) and all(
        value is not None
        and bool(value.wanted or value.rejected)
        and (told or bool(value.wanted) or len(value.rejected) < len(issue.items))
        for one in speakers
        for value in [one.position.value]
    )


class LineTools(Protocol):
    """What the merge of a line does for its items.

    Attributes:
        pen: What writes them.
        issue: The issue whose items they are.
        is_lettered: Whether a list has letters also where it is short and whole.
    """

    pen: Pen
    issue: Issue
    is_lettered: bool

    def bracketed(
        self, speakers: Sequence[LineSpeaker], pieces: tuple[Piece, ...]
    ) -> tuple[Piece, ...]:
        """Return pieces as they are where they are common to all, else in the bracket of some."""
        ...

    def variant(self, speakers: Sequence[LineSpeaker], pieces: tuple[Piece, ...]) -> Variant:
        """Return what some speakers want in a place."""
        ...

    def variants(
        self, found: Sequence[tuple[Sequence[LineSpeaker], Plain]], speakers: Sequence[LineSpeaker]
    ) -> Iterator[Piece]:
        """Yield words that all speakers of a sentence have as they are, others in one bracket."""
        ...

    def closing(
        self,
        names: Sequence[str],
        speakers: Sequence[LineSpeaker],
        about: Callable[[LineSpeaker], str],
    ) -> Iterator[tuple[tuple[LineSpeaker, ...], Plain]]:
        """Yield terms as sentences of their own, each with who states it."""
        ...


class _NamedItem(NamedTuple):
    """An item with who demands or refuses it."""

    item: str
    is_refused: bool
    speakers: tuple[LineSpeaker, ...]

    @property
    def leaf(self) -> str:
        """The name of its leaf."""
        return f"{REFUSED_ITEM if self.is_refused else ITEM}{self.item}"


class ItemMerge:
    """The items that speakers name, merged.

    Args:
        merge: The merge of the line.
        speakers: Those of its speakers whose items these are.
    """

    def __init__(self, merge: LineTools, speakers: Sequence[LineSpeaker]) -> None:
        self._merge = merge
        self._issue = merge.issue
        self._writer = merge.pen.writer
        self._speakers = tuple(speakers)
        self._named = [
            said
            for item in self._issue.items
            for is_refused in (False, True)
            if (said := self._said(item, is_refused=is_refused)).speakers
        ]
        self._letters = {name: f"({letter(place)})" for place, name in enumerate(self._issue.items)}
        self._alone: list[LineSpeaker] = []

    def clauses(self) -> tuple[Clause, ...]:
        """Return a clause for each run of items that the same speakers name, then their terms."""
        holders = {one.speakers for one in self._named}
        if len(holders) == 1:
            words = self.one_block()
            return (Clause(self._merge.bracketed(self._speakers, words)),)
        runs = [tuple(run) for _, run in groupby(self._named, key=self._group)]
        self._alone = [
            who
            for who in self._speakers
            if [run for run in runs if any(who in one.speakers for one in run)]
            == [run for run in runs if {one.speakers for one in run} == {(who,)}]
        ]
        clauses = []
        for run in runs:
            items = {one.item for one in run}
            if len(items) == 1 and len(run) == 2:
                variants = tuple(self._version((one,)) for one in run)
                clauses.append(Clause((Bracketed(variants),)))
            else:
                words = (*self._block(run), *self._own_terms(run))
                clauses.append(Clause(self._merge.bracketed(run[0].speakers, words)))
        others = [one for one in self._speakers if one not in self._alone]
        for name in _TERMS:
            for group, plain in self._merge.closing((name,), others, self._about):
                clauses.append(Clause(self._merge.bracketed(group, (_trimmed(plain),))))
        return tuple(clauses)

    def one_block(self) -> tuple[Piece, ...]:
        """Return all items and terms of speakers who name the same items, as one run of words."""
        words = list(self._block(self._named))
        for name in _TERMS:
            found = list(self._merge.closing((name,), self._speakers, lambda _: ""))
            words += self._merge.variants(found, self._speakers)
        return tuple(words)

    def _own_terms(self, run: Sequence[_NamedItem]) -> Iterator[Piece]:
        """Yield the terms of a speaker all of whose items are in one run that is nobody else's."""
        who = run[0].speakers
        if len(who) == 1 and who[0] in self._alone:
            for name in _TERMS:
                found = list(self._merge.closing((name,), who, lambda _: ""))
                yield from self._merge.variants(found, who)

    def _said(self, item: str, *, is_refused: bool) -> _NamedItem:
        holders = []
        for one in self._speakers:
            value = one.position.value
            named = () if value is None else value.rejected if is_refused else value.wanted
            if item in named:
                holders.append(one)
        return _NamedItem(item, is_refused, tuple(holders))

    def _group(self, said: _NamedItem) -> object:
        """Return what two neighbours must share to stand in one clause."""
        contested = sum(one.item == said.item for one in self._named) > 1
        voices = tuple(one.voice for one in said.speakers)
        return said.item if contested else (voices, said.is_refused)

    def _version(self, run: Sequence[_NamedItem]) -> Variant:
        return self._merge.variant(run[0].speakers, self._block(run))

    def _about(self, speaker: LineSpeaker) -> str:
        """Return the letters of what a speaker names, where others name other items."""
        found = [self._letters[one.item] for one in self._named if speaker in one.speakers]
        return listed(found)

    def _block(self, run: Sequence[_NamedItem]) -> tuple[Piece, ...]:
        """Return items that the same speakers demand or refuse, as sentences or as lists."""
        pieces: list[Piece] = []
        for is_refused, found in groupby(run, key=lambda one: one.is_refused):
            pieces += [Plain(" ")] if pieces else []
            pieces += (self._sentences if is_refused else self._demanded)(tuple(found))
        return without_title(self._issue.title, pieces, is_said=False)

    def _demanded(self, run: Sequence[_NamedItem]) -> Iterator[Piece]:
        items = [one.item for one in run]
        found = self._writer.of_items(self._issue.id, items)
        own = all(self._issue.items[item].provision for item in items)
        if found is None and not any(self._issue.items[item].provision for item in items):
            found = self._writer.titled(self._issue.title, "")
        if found is None or (own and len(items) == 1):
            yield from self._sentences(run)
            return
        for segment in found.segments:
            if segment is Hole.VALUE:
                yield from self._list(run)
            elif segment is not Hole.TERMS:
                is_part = segment is Hole.PART
                first = segment is found.segments[0]
                yield Plain("" if is_part else segment, is_part=is_part, is_first=first)

    def _sentences(self, run: Sequence[_NamedItem]) -> Iterator[Piece]:
        for number, one in enumerate(run):
            yield from [Plain(" ")] if number else []
            yield from self._sentence(one)

    def _list(self, run: Sequence[_NamedItem]) -> Iterator[Piece]:
        """Yield the titles of items as a list, with letters where they are many or not all."""
        titles = [self._writer.item_title(self._issue.id, one.item) for one in run]
        few = len(self._letters) <= _FEW and len(run) == len(self._letters)
        lettered = not few or (self._merge.is_lettered and len(run) > 1)
        semicolons = lettered or any(", " in title for title in titles)
        for number, (one, title) in enumerate(zip(run, titles, strict=True)):
            last = number == len(run) - 1
            joint = "" if not number else ("; " if semicolons else " and " if last else ", ")
            joint = "; and " if semicolons and last and number else joint
            mark = f"{self._letters[one.item]} " if lettered else ""
            leaves = tuple(who.leaves[one.leaf] for who in one.speakers)
            yield Plain(f"{joint}{mark}{title}", leaves)

    def _sentence(self, said: _NamedItem) -> Iterator[Piece]:
        """Yield the sentence of one item, behind its letter where there are others.

        What has no sentence stands behind the title, which has no letter.
        """
        write = self._writer.refused_item if said.is_refused else self._writer.of_item
        found = write(self._issue.id, said.item)
        leaves = tuple(who.leaves[said.leaf] for who in said.speakers)
        mark = "" if len(self._letters) == 1 else f"{self._letters[said.item]} "
        if Hole.PART not in found.segments:
            title = title_ahead(self._issue.title)
            told = found.filled()
            ahead = title if told.startswith(title) else ""
            yield Plain(f"{ahead}{mark}{told.removeprefix(ahead)}", leaves)
            return
        yield Plain(mark, leaves)
        words = {Hole.VALUE: found.value, Hole.TERMS: ""}
        for segment in found.segments:
            if segment is Hole.PART:
                yield Plain("", is_part=True, is_first=segment is found.segments[0])
            else:
                yield Plain(words[segment] if isinstance(segment, Hole) else segment)


def _trimmed(plain: Plain) -> Plain:
    return Plain(plain.words.strip(), plain.leaves)
