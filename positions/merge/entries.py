"""Three-way merge of the entries of a text, in whole lines.

Each part of an entry is merged for itself: the lines above it, its value, the comment behind it,
the entries inside it, the comments below it. So a comment that one side writes never clashes with
a value that the other side changes. Where one side wrote the same value differently (quoted it,
wrapped it anew) and the other changed it, the change is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.merge.braces import merge_braces
from positions.merge.lines import merge_lines, merge_order
from positions.problems.errors import GivenUp
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.merge.blocks import TextBlock

__all__ = ["Keys", "MergeConflict", "Piece", "ReorderedError", "merge_entries"]

Keys = tuple[str, ...]

_COMMENT = pattern(r"(?:^|\s)(#.*)", re.MULTILINE)
_Name = tuple[str, str, int]
_Named = dict[_Name, "TextBlock"]


class ReorderedError(GivenUp):
    """Both sides put the same entries into different orders."""


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Lines that both sides changed differently, or that one changed and the other removed.

    Attributes:
        keys: The keys that lead to the entry.
        ours: Our lines.
        base: The lines that both began with.
        theirs: Their lines.
        in_data: Whether values clash, not comments alone.
    """

    keys: Keys
    ours: str
    base: str
    theirs: str
    in_data: bool


Piece = str | MergeConflict
"""Lines of the merged text."""


def merge_entries(base: TextBlock, ours: TextBlock, theirs: TextBlock) -> list[Piece]:
    """Return the pieces of the merged text, from the entries of three whole texts.

    Raises:
        ReorderedError: Both sides put the same entries into different orders.
    """
    return list(_merged((), base, ours, theirs))


def _merged(
    keys: Keys, base: TextBlock | None, ours: TextBlock | None, theirs: TextBlock | None
) -> Iterator[Piece]:
    """Return what becomes of an entry that at least one of the three has."""
    if theirs in (ours, base):
        yield _text(ours)
    elif ours == base:
        yield _text(theirs)
    elif ours is None or theirs is None:
        kept = ours or theirs
        if base is None or kept is None or not _says_less(kept, base):
            in_data = any(entry and entry.body for entry in (base, ours, theirs))
            yield MergeConflict(keys, _text(ours), _text(base), _text(theirs), in_data)
    else:
        yield from _lines(keys, base.above if base else (), ours.above, theirs.above)
        if _is_open(base) and ours.inner is not None and theirs.inner is not None:
            yield from _head(keys, base, ours, theirs)
            yield from _inside(keys, base, ours, theirs)
        else:
            yield _value(keys, base, ours, theirs)
        yield from _lines(keys, base.below if base else (), ours.below, theirs.below)


def _is_open(base: TextBlock | None) -> bool:
    """Return whether what both sides began with is a mapping, or nothing that one replaces."""
    return base is None or base.inner is not None or base.data is None or base.data == {}


def _conflict(keys: Keys, sides: Iterable[str], *, in_data: bool) -> MergeConflict:
    ours, base, theirs = sides
    return MergeConflict(keys, ours, base, theirs, in_data)


def _text(entry: TextBlock | None) -> str:
    return entry.text if entry else ""


# ------------------------------------------------------------------------------ lines and values


def _lines(
    keys: Keys, base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> Iterator[Piece]:
    """Return the merged blank lines and comments of an entry."""
    found = merge_lines(base, ours, theirs)
    if found is None:
        sides = ("".join(lines) for lines in (ours, base, theirs))
        yield _conflict(keys, sides, in_data=False)
    else:
        yield "".join(found)


def _head(
    keys: Keys, base: TextBlock | None, ours: TextBlock, theirs: TextBlock
) -> Iterator[Piece]:
    """Return the merged line of a mapping's key."""
    if not ours.body:
        return
    body = theirs.body if base and ours.body == base.body else ours.body
    tail = _tail(base, ours, theirs)
    if tail is None:
        sides = (f"{body}{entry.tail}\n" if entry else "" for entry in (ours, base, theirs))
        yield _conflict(keys, sides, in_data=False)
    else:
        yield f"{body}{tail}\n"


def _value(keys: Keys, base: TextBlock | None, ours: TextBlock, theirs: TextBlock) -> Piece:
    """Return the merged lines of a value that is one piece on one side at least."""
    taken, tail = _taken(base, ours, theirs), _tail(base, ours, theirs)
    if taken is None and base and (body := merge_braces(base.body, ours.body, theirs.body)):
        taken = replace(ours, body=body)
    if taken is None or tail is None or (tail and taken.is_block_scalar):
        sides = (entry.content if entry else "" for entry in (ours, base, theirs))
        return _conflict(keys, sides, in_data=True)
    return replace(taken, tail=tail).content


def _tail(base: TextBlock | None, ours: TextBlock, theirs: TextBlock) -> str | None:
    """Return what is to stand behind the value; None where both sides changed that comment."""
    before = base.tail if base else ""
    if ours.tail == before or (ours.tail.strip() == before.strip() != theirs.tail.strip()):
        return theirs.tail
    same = theirs.tail.strip() in (before.strip(), ours.tail.strip())
    return ours.tail if same else None


def _taken(base: TextBlock | None, ours: TextBlock, theirs: TextBlock) -> TextBlock | None:
    """Return the side whose value is the merged one; None where the two clash."""
    if base and _bare(ours) == _bare(base):
        return theirs
    if (base and _bare(theirs) == _bare(base)) or _says_the_same(theirs, ours):
        return ours
    if base and _says_the_same(ours, base):
        return theirs
    return ours if base and _says_the_same(theirs, base) else None


def _bare(entry: TextBlock) -> str:
    """Return an entry's own lines and those inside it, without the comment behind its key."""
    return entry.body + "".join(inner.text for inner in entry.inner or ())


def _comments(text: str) -> Counter[str]:
    """Return the comments of some lines; what only looks like one may be among them."""
    return Counter(map(str.strip, _COMMENT.findall(text)))


def _says_the_same(entry: TextBlock, other: TextBlock) -> bool:
    """Return whether two entries differ in layout alone: quotes, wrapping, brackets."""
    return entry.data == other.data and _comments(_bare(entry)) == _comments(_bare(other))


def _says_less(entry: TextBlock, base: TextBlock) -> bool:
    """Return whether nothing was changed or added, though comments may have gone."""
    return entry.data == base.data and _comments(entry.text) <= _comments(base.text)


# -------------------------------------------------------------------------------------- mappings


def _inside(
    keys: Keys, base: TextBlock | None, ours: TextBlock, theirs: TextBlock
) -> Iterator[Piece]:
    """Return the merged entries of a mapping.

    Raises:
        ReorderedError: Both sides put the same entries into different orders.
    """
    before = _named(base.inner or () if base else ())
    mine = _like(_named(ours.inner or ()), before)
    yours = _like(_named(theirs.inner or ()), before)
    order = merge_order(list(before), list(mine), list(yours))
    if order is None:
        raise ReorderedError
    yours = _without_copies(before, mine, yours)
    for name in order:
        inner = (*keys, name[0]) if name[0] else keys
        yield from _merged(inner, before.get(name), mine.get(name), yours.get(name))


def _named(entries: tuple[TextBlock, ...]) -> _Named:
    """Return entries by name: their key or, for a remark, its words and which of their kind."""
    found: _Named = {}
    for entry in entries:
        words = "" if entry.body else "".join(entry.above).strip()
        number = 0
        while (entry.key, words, number) in found:
            number += 1
        found[entry.key, words, number] = entry
    return found


def _like(side: _Named, base: _Named) -> _Named:
    """Return a side's entries with its reworded remarks under the names that the base gave them.

    A remark that has gone from the base and one that is new are the same where they stand
    directly before or behind the same key.
    """
    places, known_places = _places(side), _places(base)
    gone = {name: known_places[name] for name in base if not name[0] and name not in side}
    found: _Named = {}
    for name, entry in side.items():
        known = name
        if not name[0] and name not in base:
            before, after = places[name]
            same = (old for old, (one, other) in gone.items() if one == before or other == after)
            known = next(same, name)
            gone.pop(known, None)
        found[known] = entry
    return found


def _places(entries: _Named) -> dict[_Name, tuple[str, str]]:
    """Return for each entry the nearest key before it and behind it; empty where there is none."""
    keys = [name[0] for name in entries]
    neighbours = zip(_nearest_before(keys), _nearest_before(keys[::-1])[::-1], strict=True)
    return dict(zip(entries, neighbours, strict=True))


def _nearest_before(keys: list[str]) -> list[str]:
    found, nearest = [], ""
    for key in keys:
        found.append(nearest)
        nearest = key or nearest
    return found


def _without_copies(base: _Named, ours: _Named, theirs: _Named) -> _Named:
    """Return their entries without the lines that stand above a new entry of ours already.

    A comment or a blank line above the first of several entries belongs to them all: where both
    sides put a new entry under it, it would stand twice.
    """
    headings = {
        entry.above
        for name, entry in base.items()
        if entry.above
        and all(name not in side or side[name].above != entry.above for side in (ours, theirs))
    }
    new = {entry.above for name, entry in ours.items() if name not in base and name not in theirs}
    return {
        name: replace(entry, above=())
        if entry.above in headings & new and name not in base and name not in ours
        else entry
        for name, entry in theirs.items()
    }
