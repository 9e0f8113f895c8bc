"""A mediator's paper, an observer's, or a text that belongs to nobody, beside the parties.

Such a column is a bridging proposal: it is shown with its relation to each party and its distance
from it, and counts in no status, no gap and no convergence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.camps import Match, overall, overall_distance
from positions.comparison.relations import Relations
from positions.comparison.rows import Bridge
from positions.model.dossier import Form, Memorandum
from positions.record.groups import one_voice
from positions.record.parts import part_of
from positions.record.standing import DocumentEntry, Standing
from positions.sentences.clauses import contrast
from positions.sentences.english import LONGEST, among, sentence
from positions.sentences.names import Name, subject
from positions.sentences.reasons import counted_in_words
from positions.sentences.voices import branches_in_words, speaker, voice
from positions.text.english import listed
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.comparison.rows import Line
    from positions.model.dossier import Dossier, Issue, Position
    from positions.model.moment import Moment
    from positions.record.agreements import Agreement
    from positions.sentences.glossary import Glossary

__all__ = [
    "agreed_bridges",
    "agreed_sentences",
    "bridge_sentences",
    "bridges_on",
    "counted_standings",
]


def counted_standings(dossier: Dossier, standings: Mapping[str, Standing]) -> dict[str, Standing]:
    """Return the standings of those whose agreement is sought.

    That is the parties, a group and its members as one voice; every column where there are fewer
    than two parties.
    """
    parties = {party: one for party, one in standings.items() if dossier.parties[party].role.counts}
    return one_voice(parties if len(parties) > 1 else standings)


def bridges_on(
    dossier: Dossier,
    issue: Issue,
    part: str,
    standings: Mapping[str, Standing],
    known: Relations,
) -> dict[tuple[str, str], Bridge]:
    """Return how each column that is no party lies to each party, where both speak."""
    counted = counted_standings(dossier, standings)
    return {
        (column, party): _bridge(
            Match(dossier, issue, part, {column: paper, party: standing}, known), column, party
        )
        for column, paper in standings.items()
        if column not in counted and paper.speaks and not dossier.parties[column].role.counts
        for party, standing in counted.items()
        if standing.speaks
    }


def agreed_bridges(
    dossier: Dossier,
    issue: Issue,
    part: str,
    standings: Mapping[str, Standing],
    agreements: Iterable[Agreement],
    known: Relations,
) -> dict[tuple[str, str], Bridge]:
    """Return how each outcome lies to each party who speaks, and to the reference point.

    By the ids of the outcome and of the party; the reference point has an empty id.
    """
    found: dict[tuple[str, str], Bridge] = {}
    for agreement in agreements:
        if agreement.position is None or not agreement.stated:
            continue
        day = agreement.outcome.date
        outcome = agreement.outcome.id
        agreed = _standing_of(agreement.position, issue, part, day)
        others = {party: one for party, one in standings.items() if one.speaks}
        point = part_of(issue.reference_point, part) if issue.reference_point else None
        if point is not None and point.unstated is None:
            others[""] = _standing_of(point, issue, part, day)
        for party, standing in others.items():
            two = {f"agreed {outcome}": agreed, f"party {party}": standing}
            found[outcome, party] = _bridge(Match(dossier, issue, part, two, known), *two)
    return found


def _standing_of(position: Position, issue: Issue, part: str, date: Moment) -> Standing:
    """Return a position that belongs to no party as a standing, to be matched with others."""
    document = Memorandum.model_construct(id="", party="", form=Form.MEMORANDUM, date=date)
    return Standing("", issue.id, part, entry=DocumentEntry(document, position))


def _bridge(match: Match, column: str, party: str) -> Bridge:
    if len(match.camps) == 1:
        return Bridge(Relation.SAME, terms_same=True)
    pairs = match.pairs()[column, party]
    relation = overall(pairs)
    mixed = relation in {Relation.OVERLAPS, Relation.WITHIN}
    distance = overall_distance(pairs) if relation is Relation.APART else None
    near = [pair for pair in pairs if (pair.distance == distance if distance else pair.same)]
    some = mixed or (distance is not None and len(near) < len(pairs))
    return Bridge(
        relation,
        all(pair.terms_same for pair in pairs),
        distance,
        tuple(dict.fromkeys(one.second_branch for one in near if some and one.second_branch)),
        match.shares(),
        nearest=some and distance is not None and any(one.first_branch for one in near),
    )


def bridge_sentences(
    words: Glossary,
    standings: Mapping[str, Standing],
    bridges: Mapping[tuple[str, str], Bridge],
    called: tuple[str, ...] | None = None,
) -> tuple[str, ...]:
    """Return what each column that is no party proposes, and how that relates to the parties.

    `The Conciliation Board proposes 36.5 hours. That is 1.5 hours from the union's position.`
    """
    counted = counted_standings(words.dossier, standings)
    found: list[str] = []
    for column, standing in standings.items():
        role = words.dossier.parties[column].role
        if column in counted or role.counts or not standing.speaks:
            continue
        said = voice(words, [standing], called)
        found += map(sentence, contrast([said]))
        lying = {party: bridges[column, party] for party in counted if (column, party) in bridges}
        found += _beside(words, standing.issue, standings, lying, len(counted))
    return tuple(found)


def agreed_sentences(
    words: Glossary, line: Line, agreement: Agreement, lead: str = "that"
) -> tuple[str, ...]:
    """Return how an outcome relates to the position of each party, and to the reference point.

    `That is the same as North's position and 6 days from what holds without an agreement.`
    """
    issue = words.dossier.issues[agreement.outcome.issue]
    found = agreed_bridges(words.dossier, issue, line.part, line.counted, (agreement,), Relations())
    lying = {party: bridge for (_, party), bridge in found.items()}
    return _beside(words, issue.id, line.standings, lying, line.voices, lead)


def _beside(
    words: Glossary,
    issue: str,
    standings: Mapping[str, Standing],
    lying: Mapping[str, Bridge],
    parties: int,
    lead: str = "that",
) -> tuple[str, ...]:
    """Return how a paper relates to positions; the reference point is under an empty id."""
    of = words.dossier.issues[issue]
    relations: dict[tuple[tuple[str, str], str], list[str]] = {}
    for party, bridge in lying.items():
        mark = speaker(words, standings[party]).whose.mark if party else ""
        before, after = _relation(bridge, of)
        if bridge.options:
            document = standings[party].document
            after += f" under {branches_in_words(words, document, bridge.options)}"
        relations.setdefault(((before, after), mark), []).append(party)
    clauses = []
    for ((before, after), mark), holders in relations.items():
        names = [words.names[party] for party in holders if party]
        point = ["what holds without an agreement"] if "" in holders else []
        whose = [_positions(names, parties)] if names else []
        plain = f"{before} {listed([*whose, *point])}"
        marked = f"{before} {listed([*(f'{one}{mark}' for one in whose), *point])}{after}"
        clauses.append(f"{_NEITHER[plain]}{mark}" if plain in _NEITHER else marked)
    if not clauses:
        return ()
    whole = _joined(clauses, lead)
    if len(whole) <= LONGEST:
        return (whole,)
    return tuple(sentence(f"{'it' if at else lead} {one}") for at, one in enumerate(clauses))


def _joined(clauses: Sequence[str], lead: str) -> str:
    """Return all clauses as one sentence, those with *is* first."""
    being = [one.removeprefix("is ") for one in clauses if one.startswith("is ")]
    doing = [one for one in clauses if not one.startswith("is ")]
    if len(being) > 1 and doing:
        return sentence(f"{lead} is {listed(being)}, and {listed(doing)}")
    first = [f"is {listed(being)}"] if being else []
    return sentence(f"{lead} {listed([*first, *doing])}")


def _positions(names: Sequence[Name], parties: int) -> str:
    """Return the positions of parties: `North's position`, `both positions`."""
    if len(names) == parties == 2:
        return "both positions"
    if len(names) > _MOST_POSSESSIVE:
        return f"the positions of {among([name.text for name in names], 'parties')}"
    return f"{subject(names).possessive} {'position' if len(names) == 1 else 'positions'}"


def _relation(bridge: Bridge, of: Issue) -> tuple[str, str]:
    """Return how a proposal relates to a position: what is before its name, and behind it.

    What each side of an exchange gives has two distances, which the figures themselves tell better.
    """
    if bridge.same or (bridge.options and not bridge.distance):
        return "is the same as", ""
    if of.items and bridge.relation is Relation.OVERLAPS:  # lists may share nothing
        return _RELATIONS[Relation.CONTAINS], ""
    if bridge.relation is Relation.SAME:
        return "is the same as", ", but on other terms"
    if bridge.relation is Relation.APART and bridge.distance and not of.between:
        far = counted_in_words(bridge.distance.prose)
        near = "at its nearest " * bridge.nearest
        return ("differs from", f" {near}by {far}") if of.items else (f"is {near}{far} from", "")
    return _RELATIONS[bridge.relation], ""


_MOST_POSSESSIVE = 6
"""Of how many parties each is named with its position; more are counted."""
_NEITHER = {
    "does not exclude both positions": "excludes neither position",
    "cannot be compared with both positions": "cannot be compared with either position",
}
"""A negative relation to both, which *both* would leave open."""

_RELATIONS = {
    Relation.WITHIN: "is within",
    Relation.CONTAINS: "does not exclude",
    Relation.OVERLAPS: "has something in common with",
    Relation.APART: "excludes",
    Relation.UNKNOWN: "cannot be compared with",
}
