"""Two dossiers cut down to what can differ between them, so that comparing them costs little.

Of two revisions of a large dossier, most is the same. What `changes`, `movements` and the rows of
a comparison say of an issue follows from the issue, what documents say on it, and the heads of
these documents; where none of that differs as plain data, the issue can be left out on both sides,
before typed records are made of the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from positions.loader import bound
from positions.model.dossier import Dossier
from positions.model.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from positions.loader import Loaded

__all__ = ["narrowed", "only"]

_Data = dict[str, object]

_HEAD_ONLY = frozenset({"title", "note", "language", "sources", "credibility", "sequence"})
"""What a document can change in its head without any position of record being another."""


class _Kept(NamedTuple):
    """What is kept of two dossiers."""

    issues: AbstractSet[str]
    sources: AbstractSet[str]


def narrowed(before: Loaded, after: Loaded) -> tuple[Dossier, Dossier] | None:
    """Return both dossiers without those issues on which they are certainly the same.

    Everything but issues, positions and sources is whole on both sides. The differences between
    the two narrowed dossiers are those between the whole ones.

    Args:
        before: The data as they were; whether there is a dossier of them does not matter.
        after: The data as they are.

    Returns:
        None where the two have to be compared as a whole.
    """
    one, other = before.data, after.data
    if not isinstance(one, dict) or not isinstance(other, dict):
        return None
    kept = _kept(one, other)
    if kept is None:
        return None
    sides = [
        bound(side.part(_part(data, kept)), checked=False)
        for side, data in ((before, one), (after, other))
    ]
    # What cannot be read may spoil more than the records beside it.
    old, new = (None if side.problems else side.dossier for side in sides)
    return None if old is None or new is None else (old, new)


def only(dossier: Dossier, issue: str) -> Dossier:
    """Return a dossier with one issue only; the whole of it where none is named."""
    if not issue:
        return dossier
    return Dossier(
        dossier.header,
        dossier.parties,
        dossier.sources,
        dossier.events,
        {name: one for name, one in dossier.issues.items() if name == issue},
        {
            name: paper.model_copy(
                update={
                    "positions": {
                        about: position
                        for about, position in paper.positions.items()
                        if about == issue
                    }
                }
            )
            for name, paper in dossier.memoranda.items()
        },
        {place: frame for place, frame in dossier.frames.items() if place[0] == issue},
        dossier.unreadable,
        {name: one for name, one in dossier.outcomes.items() if one.issue == issue},
        dossier.unreadable_outcomes & {issue},
    )


def _kept(one: _Data, other: _Data) -> _Kept | None:
    """Return what has to be kept of two dossiers; None where that may be anything."""
    parties = _section(one, "parties"), _section(other, "parties")
    if list(parties[0]) != list(parties[1]):
        return None
    issues = _section(one, "issues"), _section(other, "issues")
    affected = _differing(*issues) | _reordered(*issues)
    if issues[0].keys() != issues[1].keys() and _renames(issues, affected):
        return None
    papers = _section(one, "memoranda"), _section(other, "memoranda")
    days = _as_of(one), _as_of(other)
    if days[0] is None or days[1] is None:
        return None
    turning = set()
    for name in papers[0].keys() | papers[1].keys():
        states = papers[0].get(name, {}), papers[1].get(name, {})
        turned = _turns(states, (days[0], days[1]))
        if not turned and states[0] == states[1]:
            continue
        found = _of_document(states, same_time=not turned)
        if found is None:
            return None
        affected |= found
        if turned or not _same_head(states):
            turning.add(name)
    if any(_is_based_on(paper, turning) for side in papers for paper in side.values()):
        return None
    affected |= _taken_from(papers, turning)
    outcomes = _section(one, "outcomes"), _section(other, "outcomes")
    agreed = _of_outcomes(outcomes, (days[0], days[1]))
    if agreed is None:
        return None
    affected |= agreed
    named = _named(papers, issues, affected) | _named_by_outcomes(outcomes, affected)
    sources = _differing(_section(one, "sources"), _section(other, "sources"))
    return _Kept(affected | named, sources)


def _reordered(one: _Data, other: _Data) -> set[str]:
    """Return the issues of both sides whose options, perhaps a ladder, have another order."""
    return {
        name
        for name in one.keys() & other.keys()
        if list(_options(one[name])) != list(_options(other[name]))
    }


def _options(issue: object) -> _Data:
    return _section(issue, "options") if isinstance(issue, dict) else {}


def _named(
    papers: tuple[_Data, _Data], issues: tuple[_Data, _Data], affected: AbstractSet[str]
) -> set[str]:
    """Return the issues that positions on the affected ones name: their titles are shown."""
    named = set()
    for side, declared in zip(papers, issues, strict=True):
        for paper in side.values():
            said = paper.get("positions") if isinstance(paper, dict) else None
            if isinstance(said, dict):
                for issue in affected & said.keys():
                    named |= {word for word in _words(said[issue]) if word in declared}
    return named


def _of_outcomes(outcomes: tuple[_Data, _Data], days: tuple[Moment, Moment]) -> set[str] | None:
    """Return the issues on which outcomes may differ; None where that may be any."""
    affected = set()
    for name in outcomes[0].keys() | outcomes[1].keys():
        states = outcomes[0].get(name, {}), outcomes[1].get(name, {})
        accounts = [
            account
            for outcome in states
            if isinstance(outcome, dict)
            for field in ("accounts", "delivered")
            for account in _section(outcome, field).values()
        ]
        if states[0] == states[1] and not _turns((*states, *accounts), days):
            continue
        for state in states:
            issue = state.get("issue") if isinstance(state, dict) else None
            if state and not isinstance(issue, str):
                return None
            affected |= {issue} if isinstance(issue, str) else set()
    return affected


def _same_head(states: tuple[object, object]) -> bool:
    heads = [
        {key: data for key, data in state.items() if key != "positions"}
        for state in states
        if isinstance(state, dict)
    ]
    return len(heads) == 2 and heads[0] == heads[1]


def _is_based_on(paper: object, turning: AbstractSet[str]) -> bool:
    """Return whether a document works on one that turns, so that all of it may be known or not."""
    name = paper.get("based_on") if isinstance(paper, dict) else None
    return isinstance(name, str) and name in turning


def _taken_from(papers: tuple[_Data, _Data], turning: AbstractSet[str]) -> set[str]:
    """Return the issues on which a position is as in one of the documents that turn.

    Where such a document says nothing, it still tells whether that is known of it.
    """
    return {
        issue
        for side in papers
        for paper in side.values()
        if turning and isinstance(paper, dict)
        for issue, said in _section(paper, "positions").items()
        if not turning.isdisjoint(_bases(said))
    }


def _bases(position: object) -> Iterator[str]:
    """Yield the documents in which a position, or a part of it, is said to be the same."""
    if not isinstance(position, dict):
        return
    parts = position.get("parts")
    inner = parts.values() if isinstance(parts, dict) else ()
    for one in (position, *inner, position.get("rest")):
        name = one.get("as") if isinstance(one, dict) else None
        if isinstance(name, str):
            yield name


def _issue_of(outcome: _Data) -> str:
    found = outcome.get("issue")
    return found if isinstance(found, str) else ""


def _named_by_outcomes(outcomes: tuple[_Data, _Data], affected: AbstractSet[str]) -> set[str]:
    """Return the words of outcomes on the affected issues; some of them may name an issue."""
    return {
        word
        for side in outcomes
        for outcome in side.values()
        if isinstance(outcome, dict) and _issue_of(outcome) in affected
        for word in _words(outcome)
    }


def _renames(issues: tuple[_Data, _Data], affected: AbstractSet[str]) -> bool:
    declared = (side[issue] for side in issues for issue in affected & side.keys())
    return any(isinstance(one, dict) and "formerly" in one for one in declared)


def _as_of(data: _Data) -> Moment | None:
    return _when(_section(data, "dossier").get("as_of"))


def _when(text: object) -> Moment | None:
    try:
        return Moment.parse(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _turns(states: Sequence[object], days: tuple[Moment, Moment]) -> bool:
    """Return whether a record counts at the one day and not at the other, or may do so."""
    if days[0] == days[1]:
        return False
    dates = [
        _when(state[name])
        for state in states
        if isinstance(state, dict)
        for name in ("date", "known", "published")
        if name in state
    ]
    return any(date is None or days[0].before(date) is not days[1].before(date) for date in dates)


def _of_document(states: tuple[object, object], *, same_time: bool) -> set[str] | None:
    """Return the issues on which two states of a document may differ; None where that may be any.

    A memorandum also says something of what it does not mention, and so does what works on
    another document; others do not.
    """
    before, after = states
    if not isinstance(before, dict) or not isinstance(after, dict):
        return None
    said = before.get("positions") or {}, after.get("positions") or {}
    if not isinstance(said[0], dict) or not isinstance(said[1], dict):
        return None
    head = _differing(before, after) - {"positions"} - _HEAD_ONLY
    if before.get("based_on") != after.get("based_on"):
        return None
    if not head and same_time:
        return _differing(*said)
    forms = {state.get("form") for state in (before, after) if state}
    return {*said[0], *said[1]} if forms <= {"statement", "report"} else None


def _section(data: _Data, name: str) -> _Data:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> set[str]:
    missing = object()
    return {
        name
        for name in one.keys() | other.keys()
        if one.get(name, missing) != other.get(name, missing)
    }


def _words(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _words(inner)


def _part(data: _Data, kept: _Kept) -> _Data:
    """Return the data of a dossier without what is not kept."""
    part = dict(data)
    for name, chosen in (("issues", kept.issues), ("sources", kept.sources)):
        if isinstance(data.get(name), dict):
            part[name] = _chosen(_section(data, name), chosen)
    if isinstance(data.get("outcomes"), dict):
        known = _section(data, "issues").keys() - kept.issues
        part["outcomes"] = {
            name: outcome
            for name, outcome in _section(data, "outcomes").items()
            if not isinstance(outcome, dict) or _issue_of(outcome) not in known
        }
    if isinstance(data.get("memoranda"), dict):
        part["memoranda"] = {
            name: {**paper, "positions": _chosen(paper["positions"], kept.issues)}
            if isinstance(paper, dict) and isinstance(paper.get("positions"), dict)
            else paper
            for name, paper in _section(data, "memoranda").items()
        }
    return part


def _chosen(records: _Data, names: AbstractSet[str]) -> _Data:
    return {name: record for name, record in records.items() if name in names}
