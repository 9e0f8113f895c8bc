"""Finds parties that have another id in the later of two states, and are the same party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

__all__ = ["renamed_parties", "with_later_parties"]

_R = TypeVar("_R", bound=BaseModel)
_V = TypeVar("_V")

_NAMING = frozenset({"party", "member_of", "by", "between", "confirmed_by"})
"""The fields that name parties."""
_BY_PARTY = frozenset({"accounts", "delivered"})
"""The fields that may have parties for their keys."""


def renamed_parties(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the parties that were renamed: each former id with the present one.

    A party says so itself with `formerly`; read backwards, it says what it will be called. Without
    it, a party is the same where what became of its documents, by their ids, is another's alone,
    and one of the two has no more than these.
    """
    gone = [name for name in before.parties if name not in after.parties]
    came = [name for name in after.parties if name not in before.parties]
    if not (gone and came):
        return {}
    old, new = _documents(before), _documents(after)
    found: dict[str, str] = {}
    for now in came:
        for was in gone:
            said = was in after.parties[now].formerly or now in before.parties[was].formerly
            one, other = old.get(was, set()), new.get(now, set())
            both = one & other
            alone = both and both == one & after.memoranda.keys() == other & before.memoranda.keys()
            free = was not in found and now not in found.values()
            if free and (said or (alone and both in (one, other))):
                found[was] = now
    return found


def _documents(dossier: Dossier) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, document in dossier.memoranda.items():
        found.setdefault(document.party, set()).add(name)
    return found


def with_later_parties(before: Dossier, ids: Mapping[str, str]) -> Dossier:
    """Return a state with its parties named as they are named later, wherever they are named.

    Args:
        before: The earlier state.
        ids: Former ids, each with the present one.
    """
    parties = {
        ids.get(name, name): _record(one, ids).model_copy(update={"id": ids.get(name, name)})
        for name, one in before.parties.items()
    }
    frames = {
        place: replace(one, between=_named(one.between, ids))
        for place, one in before.frames.items()
    }
    unreadable = frozenset(ids.get(name, name) for name in before.unreadable)
    return replace(
        before,
        parties=parties,
        issues={name: _record(one, ids) for name, one in before.issues.items()},
        memoranda={name: _record(one, ids) for name, one in before.memoranda.items()},
        frames=frames,
        unreadable=unreadable,
        outcomes={name: _record(one, ids) for name, one in before.outcomes.items()},
    )


def _record(record: _R, ids: Mapping[str, str]) -> _R:
    """Return a record with other ids of parties, the same one where it names none of them."""
    update = {}
    for name in type(record).model_fields:
        old = getattr(record, name)
        new = _named(old, ids) if name in _NAMING else _below(old, ids, by_party=name in _BY_PARTY)
        if new is not old and new != old:
            update[name] = new
    return record.model_copy(update=update) if update else record


def _below(value: object, ids: Mapping[str, str], *, by_party: bool) -> object:
    if isinstance(value, BaseModel):
        return _record(value, ids)
    if not isinstance(value, Mapping):
        return value
    return {
        ids.get(key, key) if by_party else key: _below(one, ids, by_party=False)
        for key, one in value.items()
    }


def _named(value: _V, ids: Mapping[str, str]) -> _V:
    if isinstance(value, tuple):
        return tuple(_named(one, ids) for one in value)  # type: ignore[return-value]
    return ids.get(value, value) if isinstance(value, str) else value  # type: ignore[return-value]
