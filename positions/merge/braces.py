"""Three-way merge of a mapping that stands in braces on one line: `army: {unit: soldiers, …}`.

Its fields are merged one by one, as those of a mapping are that has a line for each.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from positions.merge.lines import merge_order
from positions.reading.places import Mapping
from positions.reading.reader import read
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["merge_braces"]

_COMMA = pattern(r"\s*,\s*")
_CLOSING = pattern(r"\s*,?\s*\}")
_PLAIN_COMMA = ", "


class _Field(NamedTuple):
    """A key with its value: as text, as plain data, and the fields inside it."""

    text: str
    data: object
    inner: _Braces | None


class _Braces(NamedTuple):
    """A mapping in braces.

    Attributes:
        before: The text up to the first key: of a field, its key and the opening brace.
        fields: Its fields by their keys.
        commas: What stands between each two of them.
        after: The text from the end of the last value to the closing brace.
    """

    before: str
    fields: dict[str, _Field]
    commas: tuple[str, ...]
    after: str


def merge_braces(base: str, ours: str, theirs: str) -> str | None:
    """Return the merge of three texts `key: {…}`.

    Returns:
        The merged text; None where both sides changed the same thing, and where one of the texts
        is not of this form or has comments within.
    """
    sides = [_read(text) for text in (base, ours, theirs)]
    if sides[0] is None or sides[1] is None or sides[2] is None:
        return None
    return _merged(sides[0], sides[1], sides[2])


def _read(text: str) -> _Braces | None:
    data = cast("Mapping", read(text, "").data)
    key, inner = next(iter(data.items()))
    return _cut(text, (0, *(data.place(key) or (0, 0, 0, 0))[2:]), inner)


def _cut(text: str, place: tuple[int, int, int], data: object) -> _Braces | None:
    """Return the fields of a mapping in braces; None where it is not one, or cannot be cut.

    Args:
        text: The whole text.
        place: Where the text of the field begins that has it, and where its value begins and ends.
        data: The value.
    """
    first, start, end = place
    if not isinstance(data, Mapping) or not data or text[start : start + 1] != "{":
        return None
    places = [data.place(key) or (0, 0, 0, 0) for key in data]
    ends = [max(key_end, value_end) for _, key_end, _, value_end in places]
    commas = tuple(text[a : b[0]] for a, b in zip(ends, places[1:], strict=False))
    after = text[ends[-1] : end]
    if not all(map(_COMMA.fullmatch, commas)) or not _CLOSING.fullmatch(after):
        return None
    fields = {
        key: _Field(text[one[0] : stop], value, _cut(text, (one[0], *one[2:]), value))
        for (key, value), one, stop in zip(data.items(), places, ends, strict=True)
    }
    return _Braces(text[first : places[0][0]], fields, commas, after)


def _merged(base: _Braces, ours: _Braces, theirs: _Braces) -> str | None:
    order = merge_order(list(base.fields), list(ours.fields), list(theirs.fields))
    if order is None:
        return None
    found: dict[str, str] = {}
    for key in order:
        sides = [side.fields.get(key) for side in (base, ours, theirs)]
        taken = _taken(sides)
        if taken is None:
            return None
        if taken:
            found[key] = taken
    frame = theirs if ours.before == base.before else ours
    return frame.before + _joined(found, ours) + ours.after


def _taken(sides: Sequence[_Field | None]) -> str | None:
    """Return the merged text of a field; empty where it goes, None where both sides changed it."""
    base, ours, theirs = sides
    for one, other in ((base, theirs), (theirs, ours), (base, ours)):
        # What one side has as the base, or as the other, gives way.
        kept = theirs if (one, other) == (base, ours) else ours
        if one == other or (one and other and one.data == other.data):
            return kept.text if kept else ""
    if base and ours and theirs and base.inner and ours.inner and theirs.inner:
        return _merged(base.inner, ours.inner, theirs.inner)
    return None


def _joined(found: dict[str, str], ours: _Braces) -> str:
    """Return the fields with commas between them, those of our side where both stand there so."""
    keys = list(ours.fields)
    known = dict(zip(pairwise(keys), ours.commas, strict=True))
    text, last = "", ""
    for key, field in found.items():
        text += (known.get((last, key), _PLAIN_COMMA) if last else "") + field
        last = key
    return text
