"""Three-way merge of plain data, by key: what a merge of texts has to come to.

It knows nothing of lines or comments, so that it can prove the merge of a text right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

__all__ = ["MergedData", "merge_data"]

Keys = tuple[str, ...]


class _Absent(Enum):
    ABSENT = "absent"


_ABSENT = _Absent.ABSENT
_Value = object | Literal[_Absent.ABSENT]


@dataclass(frozen=True, slots=True)
class MergedData:
    """What a merge of data came to.

    Attributes:
        data: The merged data; where the two sides conflict, as our side has them.
        conflicts: The keys that lead to each place where both sides changed the same thing
            differently, or one changed what the other removed.
    """

    data: object
    conflicts: tuple[Keys, ...]


def merge_data(
    base: object,
    ours: object,
    theirs: object,
    *,
    settled: frozenset[Keys] = frozenset(),
    side: Literal["ours", "theirs"] = "ours",
) -> MergedData:
    """Return the three-way merge of plain data: mappings key by key, all else as a whole.

    A mapping that one side alone has is a value like any other; one that both sides have, and
    the base lacks or left empty, is merged as if the base had an empty one. The order of keys
    means nothing here.

    Args:
        base: The data that both sides began with.
        ours: The data of one side.
        theirs: The data of the other side.
        settled: Keys that lead to what is not merged, but taken from a side as it is.
        side: That side.
    """
    merge = _Merge(settled, side)
    data = merge.value((), base, ours, theirs)
    return MergedData(None if data is _ABSENT else data, tuple(merge.conflicts))


class _Merge:
    def __init__(self, settled: frozenset[Keys], side: Literal["ours", "theirs"]) -> None:
        self._settled = settled
        self._ours_settles = side == "ours"
        self.conflicts: list[Keys] = []

    def value(self, path: Keys, base: _Value, ours: _Value, theirs: _Value) -> _Value:
        if path in self._settled:
            return ours if self._ours_settles else theirs
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            if isinstance(base, Mapping):
                return self._mapping(path, base, ours, theirs)
            if base is _ABSENT or base is None:
                return self._mapping(path, {}, ours, theirs)
        if theirs in (ours, base):
            return ours
        if ours != base:
            self.conflicts.append(path)
            return ours
        return theirs

    def _mapping(
        self,
        path: Keys,
        base: Mapping[str, object],
        ours: Mapping[str, object],
        theirs: Mapping[str, object],
    ) -> dict[str, object]:
        found: dict[str, object] = {}
        for key in {**ours, **theirs}:
            sides = (side.get(key, _ABSENT) for side in (base, ours, theirs))
            value = self.value((*path, key), *sides)
            if value is not _ABSENT:
                found[key] = value
        return found
