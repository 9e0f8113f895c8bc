"""Counts the places that are not common: how far a text is from clean.

A place is a value, an item or a term on an issue or a part of it. It is counted from rows, not from
brackets as they are set, so that three items in one bracket are three places as in three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.single_text.leaves import ITEM, VALUE
from positions.analysis.single_text.line_merge import LineMerge
from positions.analysis.single_text.on_draft import admissions, drafted_on, lacks_words
from positions.analysis.single_text.paragraphs import merge_of
from positions.analysis.single_text.place_model import (
    BurnDown,
    OpenPlace,
    PlaceKey,
    PlaceKind,
    Places,
)
from positions.analysis.single_text.request import PLAIN_REQUEST
from positions.analysis.single_text.told_outcomes import told_versions, who_tells
from positions.comparison.rows import Status
from positions.model.dossier import Terms
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.request import TextRequest
    from positions.analysis.single_text.speakers import LineSpeaker, Speakers
    from positions.comparison.rows import Comparison, Line
    from positions.model.dossier import Dossier, Issue

__all__ = ["burn_down", "places_in"]


def places_in(
    comparison: Comparison,
    pen: Pen,
    speakers: Speakers,
    numbers: Mapping[str, str],
    request: TextRequest = PLAIN_REQUEST,
) -> Places:
    """Return the places of a text.

    Args:
        comparison: What it is made of.
        pen: What writes it.
        speakers: Who speaks in the dossier.
        numbers: The number of each issue's paragraph.
        request: What is asked of the text. On a draft, a place is common where all who have words
            admit those of the draft.
    """
    found: list[OpenPlace] = []
    common: list[PlaceKey] = []
    settled: set[tuple[str, str]] = set()
    for row in comparison.rows:
        for line in row.leaves:
            number = numbers[row.issue.id]
            who = speakers.on(row.issue, line, line.sought)
            drafted = drafted_on(speakers, row.issue, line, request)
            if line.settlement.settling:
                common.append(PlaceKey(row.issue.id, line.part, VALUE))
                settled.add((row.issue.id, line.part))
            elif drafted is not None:
                others = tuple(one for one in who if one.voice.document != drafted.voice.document)
                whole = bool(others) and not lacks_words(line, request.base)
                came = tuple(
                    _on_draft(pen, row.issue, line, number, (drafted, *others), is_whole=whole)
                )
                found += [one for one in came if isinstance(one, OpenPlace)]
                common += [one for one in came if isinstance(one, PlaceKey)]
            elif who:
                merge = merge_of(pen, row.issue, line, who)
                for name, groups in _atoms(merge):
                    key = PlaceKey(row.issue.id, line.part, name)
                    place = _open(merge, line, key, number, groups)
                    if place is None:
                        common.append(key)
                    else:
                        found.append(place)
            else:
                found += _told(comparison.dossier, row.issue.id, line, number)
    return Places(tuple(found), tuple(common), frozenset(settled))


def _on_draft(
    pen: Pen,
    issue: Issue,
    line: Line,
    number: str,
    who: tuple[LineSpeaker, ...],
    *,
    is_whole: bool,
) -> Iterator[OpenPlace | PlaceKey]:
    """Yield the places of a draft's words, the first speaker's, and of those who do not admit them.

    Words to which another party has none are not common (`is_whole` is untrue), nor are those that
    some admit in words that are concluded, told by others or older; an item is where all who speak
    have it.
    """
    draft, *others = who
    willing = admissions(pen, issue, line, draft, others)
    opposed = tuple(one for one in others if all(one is not each.speaker for each in willing))
    sure = is_whole and not any(one.voice.is_unsure for one in others)
    merge = LineMerge(pen, issue, line, (draft, *opposed), is_whole=True)
    apart = any(_is_apart(merge, draft, one) for one in opposed)
    found: list[OpenPlace] = []
    common: list[PlaceKey] = []
    for name, groups in _atoms(merge):
        key = PlaceKey(issue.id, line.part, name)
        having = [one.speaker for one in willing if one.has(name)]
        alike = len(groups) == 1 and len(groups[0]) == len(merge.speakers)
        if sure and alike and len(having) == len(willing):
            common.append(key)
        else:
            drafted = [(*one, *having) if draft in one else one for one in groups]
            found.append(_place(key, number, drafted, excludes=apart))
    if opposed and not found:  # the same words for what is left open are not known to be admitted
        value = PlaceKey(issue.id, line.part, VALUE)
        found.append(_place(value, number, [(draft,), opposed], excludes=False))
        common = [key for key in common if key != value]
    yield from found
    yield from common


def _is_apart(merge: LineMerge, one: LineSpeaker, other: LineSpeaker) -> bool:
    a, b = one.position.value, other.position.value
    return bool(a and b and merge.measure.relate(a, b) is Relation.APART)


def _told(dossier: Dossier, issue: str, line: Line, number: str) -> Iterator[OpenPlace]:
    """Yield the place of what is agreed by somebody's account alone."""
    versions = told_versions(dossier, line)
    if versions:
        parties = tuple(
            dict.fromkeys(party for one in versions for party in who_tells(dossier, line, one))
        )
        kind = PlaceKind.CHOICE if len(versions) > 1 else PlaceKind.WORDS
        yield OpenPlace(PlaceKey(issue, line.part, VALUE), number, kind, parties)


_Groups = list[tuple["LineSpeaker", ...]]


def _atoms(merge: LineMerge) -> Iterator[tuple[str, _Groups]]:
    """Yield what can be common on a line, with those who say the same there together."""
    naming, others = merge.naming_items()
    if naming:
        for item in merge.issue.items:
            sides = [_naming(merge, item, is_refused=refused) for refused in (False, True)]
            if any(sides):
                yield f"{ITEM}{item}", [side for side in sides if side]
    if others or not naming:
        yield VALUE, list(others) if naming else merge.camps
    for name in Terms.model_fields:
        groups = list(merge.by_term(name, merge.speakers))
        if groups:
            yield name, groups


def _naming(merge: LineMerge, item: str, *, is_refused: bool) -> tuple[LineSpeaker, ...]:
    values = [(one, one.position.value) for one in merge.speakers]
    return tuple(
        one
        for one, value in values
        if value is not None and item in (value.rejected if is_refused else value.wanted)
    )


def _open(
    merge: LineMerge, line: Line, key: PlaceKey, number: str, groups: _Groups
) -> OpenPlace | None:
    """Return a place that is not common; None where it is.

    Where a party has no words nothing is, whether it has a bracket there or not.
    """
    everyone = len(groups) == 1 and len(groups[0]) == len(merge.speakers)
    if merge.is_agreed or (merge.may_be_plain and everyone and not lacks_words(line)):
        return None
    excludes = line.status is Status.DIVIDED or any(
        pair.relation is Relation.APART for pair in line.pairs
    )
    return _place(key, number, groups, excludes=excludes)


def _place(key: PlaceKey, number: str, groups: _Groups, *, excludes: bool) -> OpenPlace:
    """Return a place that is not common.

    Args:
        key: Which place it is.
        number: The number of its paragraph.
        groups: Those who have words there, those with the same words together.
        excludes: Whether two values there exclude each other; of an item they always do.
    """
    kind = PlaceKind.WORDS if len(groups) == 1 else PlaceKind.CHOICE
    if len(groups) > 1 and (key.name.startswith(ITEM) or (key.name == VALUE and excludes)):
        kind = PlaceKind.ALTERNATIVE
    holders = tuple(
        dict.fromkeys(
            name
            for group in groups
            for one in group
            for name in (one.voice.party, *one.voice.others)
        )
    )
    optional = all(one.voice.branch for group in groups for one in group)
    return OpenPlace(key, number, kind, holders, is_optional=optional)


def burn_down(before: Places, after: Places) -> BurnDown:
    """Return how the places of one text changed to those of another.

    The second has as many as the first, and those that are reopened or recorded, without those that
    are closed or dropped.
    """
    was = dict.fromkeys(one.key for one in before.open)
    now = dict.fromkeys(one.key for one in after.open)
    was_common, now_common = set(before.common), set(after.common)
    gone = [key for key in was if key not in now]
    come = [key for key in now if key not in was]
    return BurnDown(
        len(was),
        len(now),
        closed=tuple(key for key in gone if key in now_common or key[:2] in after.settled),
        reopened=tuple(key for key in come if key in was_common),
        recorded=tuple(key for key in come if key not in was_common),
        dropped=tuple(
            key for key in gone if key not in now_common and key[:2] not in after.settled
        ),
    )
