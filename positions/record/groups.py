"""Members of a group: where one has no words of its own, its group's stand for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.model.vocabulary import Blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from positions.model.dossier import Dossier
    from positions.record.standing import Standing

__all__ = ["groups_of", "one_voice", "voices_in", "with_groups", "without_words"]

_Leaf = tuple[str, str, str]


def groups_of(dossier: Dossier, party: str) -> Iterator[str]:
    """Yield the groups to which a party belongs, the nearest first; none of them twice.

    A mediator's words are no party's, so that it speaks for none.
    """
    seen, role = {party}, dossier.parties[party].role
    group = dossier.parties[party].member_of
    while group is not None and group in dossier.parties and group not in seen:
        if dossier.parties[group].role is role:
            yield group
        seen.add(group)
        group = dossier.parties[group].member_of


def with_groups(dossier: Dossier, standings: Mapping[_Leaf, Standing]) -> Mapping[_Leaf, Standing]:
    """Return standings in which members without words of their own have those of their group."""
    members = {party: tuple(groups_of(dossier, party)) for party in dossier.parties}
    members = {party: groups for party, groups in members.items() if groups}
    if not members:
        return standings
    found = dict(standings)
    for (party, issue, part), own in standings.items():
        if party in members and without_words(own):
            for group in members[party]:
                words = standings[group, issue, part]
                if words.entry is not None:
                    found[party, issue, part] = replace(words, party=party, voice=group)
                    break
    return found


def without_words(standing: Standing) -> bool:
    """Return whether nothing is recorded of a party; of a text of its own a blank is."""
    return standing.entry is None and standing.blank is Blank.UNCODED


def voices_in(standings: Iterable[Standing]) -> int:
    """Return how many speak for themselves: members with their group's words alone are one."""
    return len({one.voice or one.party for one in standings})


def one_voice(standings: Mapping[str, Standing]) -> dict[str, Standing]:
    """Return standings without the members for which a group speaks that is among them."""
    return {party: one for party, one in standings.items() if one.voice not in standings}
