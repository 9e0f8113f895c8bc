"""The sentences of a comparison: of a gap, of a blank, and the reason for a status.

Sentences say what a party asks for and what it does not exclude, never what it would accept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.cell_lines import (
    branch_title,
    in_one_line,
    terms_in_prose,
    value_in_words,
)
from positions.comparison.rows import Status
from positions.model.dossier import Blank
from positions.values import KINDS, Relation, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Dossier, Issue, Position
    from positions.record.settle import DocumentEntry, Standing
    from positions.values import Distance, Phrase

__all__ = [
    "agreed",
    "asks",
    "beside_sentences",
    "blank_branch_sentence",
    "blank_reason",
    "blank_sentence",
    "camp_name",
    "conflict_sentence",
    "differing",
    "extremes",
    "full_sentence",
    "gap_sentence",
    "listed",
    "meeting",
    "no_further",
    "of_parts",
    "on_record",
    "one_camp",
    "untold_by_conflict",
    "within",
]

_MANY = 4
"""How many camps, or parties of a kind, a sentence names before it counts the rest."""


def listed(words: Sequence[str]) -> str:
    """Return the words as a list in prose: `a, b and c`; beyond four, how many more there are."""
    if len(words) > _MANY:
        words = (*words[: _MANY - 1], f"{len(words) - _MANY + 1} more")
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def camp_name(dossier: Dossier, camp: Sequence[str], standing: Standing) -> str:
    """Return the name of a camp: of its one party, or of its first with how many they are.

    A party that does not speak in its own present words is named with whose they are.
    """
    name = dossier.parties[camp[0]].heading
    if len(camp) > 1:
        return f"{name}’s camp of {len(camp)}"
    return f"{name}{_on_whose_word(standing)}"


def gap_sentence(phrase: Phrase, first: str, second: str, under: str = "") -> str:
    """Return the full sentence that a phrase makes with the names of its two sides.

    Args:
        phrase: The pieces.
        first: The name that stands for the first side.
        second: The name that stands for the second.
        under: The titles of the branches compared, in words; empty where there is no choice.
    """
    names = {Side.FIRST: first, Side.SECOND: second}
    words = "".join(piece if isinstance(piece, str) else names[piece] for piece in phrase)
    if not under:
        return full_sentence(_capital(words))
    # A phrase that begins with no name begins with a word of ours: On, Both, Only.
    goes_on = words if isinstance(phrase[0], Side) else words[:1].lower() + words[1:]
    return full_sentence(f"Under {under}: {goes_on}")


def blank_sentence(dossier: Dossier, standing: Standing) -> str:
    """Return what a party leaves blank, on whose word, and what stands in its place."""
    name = dossier.parties[standing.party].name
    meaning = standing.meaning(standing.blank or Blank.UNCODED)
    paper = standing.document
    whose = "by a report: " if standing.blank_by_report else ""
    where = f" ({whose}{paper.title or paper.id}, {paper.date})" if paper else ""
    if standing.under:
        name = f"Under {listed([f'“{title}”' for title in standing.under])}, {name}"
    if standing.reported and standing.entry is not None:
        date = standing.entry.document.date.written_day
        return f"{name} {meaning}{where}; a report of {date} stands in its place."
    return f"{name} {meaning}{where}."


def conflict_sentence(dossier: Dossier, issue: Issue, standing: Standing) -> str:
    """Return that a party said different things at the same moment, and what they were."""
    name = dossier.parties[standing.party].name
    words = _contradiction(dossier, issue, standing)
    return f"The words of the same day contradict each other on {name}’s position: {words}."


def untold_by_conflict(
    dossier: Dossier, issue: Issue, camps: Sequence[tuple[str, Standing]]
) -> str:
    """Return that words of the same moment leave open whether the camps meet.

    What the parties whose words conflict ask for is said once, as the contradiction.
    """
    found = [
        f"{dossier.parties[one.party].name}’s position ({_contradiction(dossier, issue, one)})"
        for _, one in camps
        if one.conflicts
    ]
    others = _stances(dossier, issue, [camp for camp in camps if not camp[1].conflicts])
    words = (
        f"Because the words of the same day contradict each other on {listed(found)}, "
        "it cannot be told whether they meet"
    )
    return full_sentence(f"{words}: {others}" if others else words)


def _contradiction(dossier: Dossier, issue: Issue, standing: Standing) -> str:
    words = [
        _either(
            [
                in_one_line(dossier, issue, branch, standing.part, one.document)
                for branch in one.position.alternatives.values() or (one.position,)
            ]
        )
        for one in standing.words
    ]
    return listed([f"“{one}”" for one in words])


def asks(dossier: Dossier, issue: Issue, standing: Standing, name: str = "") -> str:
    """Return what a party asks for, as a clause: `Ukraine asks for at least 30 days, …`."""
    name = name or camp_name(dossier, (standing.party,), standing)
    return f"{name} {_wish(dossier, issue, standing)}"


def agreed(dossier: Dossier, issue: Issue, standings: Sequence[Standing]) -> str:
    """Return the reason for an agreed line, and on whose word it is agreed."""
    names = listed([camp_name(dossier, (standing.party,), standing) for standing in standings])
    first = standings[0]
    words = [
        in_one_line(dossier, issue, position, first.part)
        + (f", under “{branch_title(first, label)}”" if label else "")
        for label, position in first.branches
    ]
    return full_sentence(f"{names} ask for the same: {_either(words)}")


def one_camp(dossier: Dossier, issue: Issue, standings: Sequence[Standing]) -> str:
    """Return what several parties ask for who all say the same, and who does not say it."""
    speaking = [one for one in standings if one.speaks]
    several = f"{len(speaking)} of {len(standings)} say the same. " if len(standings) > 2 else ""
    others = [one for one in standings if not one.speaks]
    blanks = f" {blank_reason(dossier, issue, others)}" if others else ""
    return f"{several}{agreed(dossier, issue, speaking)}{blanks}"


def beside_sentences(dossier: Dossier, issue: Issue, standing: Standing) -> tuple[str, ...]:
    """Return what reports say otherwise than the record, and which word one of them replaced."""
    name = dossier.parties[standing.party].name
    found: list[str] = []
    entry = standing.entry
    if standing.own is not None and entry is not None:
        day = standing.own.document.date.written_day
        words = _said(dossier, issue, standing, standing.own)
        found.append(f"{name}’s own words of {day}: {words}.")
    own = (
        f"{name}’s own words of {entry.document.date.written_day}: "
        f"{_said(dossier, issue, standing, entry)}; since "
        if standing.speaks and entry is not None and not standing.reported
        else "Since "
        if standing.speaks
        else ""
    )
    for report in standing.beside:
        said = _said(dossier, issue, standing, report)
        told = f"reported, {report.document.date.written_day}: {said}."
        head = own or (f"{name} was earlier " if not standing.speaks else "Also ")
        found.append(f"{head}{told}")
        own = ""
    return tuple(found)


def _said(dossier: Dossier, issue: Issue, standing: Standing, entry: DocumentEntry) -> str:
    branches = entry.position.alternatives.values() or (entry.position,)
    text = entry.document
    return _either([in_one_line(dossier, issue, one, standing.part, text) for one in branches])


def blank_branch_sentence(dossier: Dossier, standing: Standing, label: str, blank: Blank) -> str:
    """Return that a party leaves an option blank under which others speak."""
    name = dossier.parties[standing.party].name
    return f"Under “{branch_title(standing, label)}”, {name} {standing.meaning(blank)}."


def extremes(dossier: Dossier, first: str, second: str, distance: Distance) -> str:
    """Return between whom the greatest distance is, and how great it is."""
    names = dossier.parties[first].name, dossier.parties[second].name
    return f"The furthest are {names[0]} and {names[1]}, {distance.text} apart."


def blank_reason(dossier: Dossier, issue: Issue, standings: Sequence[Standing]) -> str:
    """Return the reason for a line on which fewer than two parties speak."""
    found = [
        conflict_sentence(dossier, issue, one)
        if one.conflicts
        else full_sentence(asks(dossier, issue, one))
        for one in standings
        if one.speaks
    ]
    blanks: dict[tuple[Blank | None, bool], list[Standing]] = {}
    for standing in standings:
        if standing.blank and (not standing.speaks or standing.reported):
            blanks.setdefault(standing.silence, []).append(standing)
    for (blank, limited), holders in blanks.items():
        if len(holders) <= 2:
            found += [blank_sentence(dossier, holder) for holder in holders]
        else:
            names = listed([dossier.parties[holder.party].name for holder in holders])
            several = (blank or Blank.UNCODED).meaning_of_several
            limit = ", as far as their texts were read" if limited else ""
            found.append(f"{len(holders)} parties {several}{limit}: {names}.")
    return " ".join(found) or "Nothing is recorded."


def differing(
    dossier: Dossier, issue: Issue, camps: Sequence[tuple[str, Standing]], status: Status
) -> str:
    """Return the reason why camps differ, from what each asks for."""
    lead = {
        Status.DIVIDED: "No outcome is admitted by all",
        Status.NEAR: "There are outcomes that all admit, but they ask for different things",
        Status.COMPATIBLE: "Nobody excludes what another asks for, but some share nothing",
    }.get(status, _UNTOLD.get(issue.kind, "It cannot be told whether they meet"))
    return full_sentence(f"{lead}: {_stances(dossier, issue, camps)}")


_UNTOLD = {"text": "They are worded differently, and it cannot be told whether they meet"}
"""Why it cannot be told whether two positions meet, by the kind of their issue."""


def within(said: Sequence[str], distance: Distance, near: Distance) -> list[str]:
    """Return the sentences of a difference, with the threshold that its distance keeps to."""
    measured = f"{distance.text} apart"
    ending = f", within the {near.text} that the issue counts as near."
    if any(one.endswith(f"{measured}.") for one in said):
        return [
            one.removesuffix(".") + ending if one.endswith(f"{measured}.") else one for one in said
        ]
    return [*said, f"They are {measured}{ending}"]


def no_further(
    dossier: Dossier, issue: Issue, camps: Sequence[tuple[str, Standing]], near: Distance
) -> str:
    """Return the reason why camps are near by the threshold of their issue alone."""
    chosen = any(label for _, one in camps for label, _ in one.branches)
    under = "under a choice of alternatives " if chosen else ""
    lead = (
        f"No outcome is admitted by all, but {under}no two are further apart than the {near.text} "
        "that the issue counts as near"
    )
    return full_sentence(f"{lead}: {_stances(dossier, issue, camps)}")


def on_record(dossier: Dossier, issue: Issue, camps: Sequence[tuple[str, Standing]]) -> str:
    """Return what each camp asks for, beside what has been agreed; nothing where nobody speaks."""
    return full_sentence(f"On record: {_stances(dossier, issue, camps)}") if camps else ""


def meeting(
    dossier: Dossier,
    issue: Issue,
    camps: tuple[tuple[str, Standing], tuple[str, Standing]],
    relation: Relation,
) -> str:
    """Return the reason why two camps are near: what they share, and what each asks for."""
    (first, one), (second, other) = camps
    both = one.position, other.position
    if relation is Relation.SAME and not any(
        label for each in (one, other) for label, _ in each.branches
    ):
        value = value_in_words(dossier, issue, both[0], one.part)
        terms = [
            ", ".join([f"{name} asks for it", *terms_in_prose(dossier, position)])
            if terms_in_prose(dossier, position)
            else f"{name} states no terms"
            for name, position in zip((first, second), both, strict=True)
        ]
        words = f"Both ask for {value.removesuffix('.')}, but not on the same terms"
        return full_sentence(f"{words}: {'; '.join(terms)}")
    words = _stances(dossier, issue, camps)
    shared = _headline(dossier, issue, camps)
    if shared:
        return full_sentence(f"Both name {shared}; {words}")
    share = {
        Relation.SAME: "the values are the same, the terms are not",
        Relation.WITHIN: f"{second} does not exclude what {first} asks for",
        Relation.CONTAINS: f"{first} does not exclude what {second} asks for",
    }
    return full_sentence(f"{words}; {share.get(relation, 'neither excludes the other')}")


def of_parts(titles: Sequence[tuple[str, str, str]]) -> str:
    """Return the reason for a whole, from each part's title, status and reason."""
    groups: dict[tuple[str, str], list[str]] = {}
    for title, status, sentence in titles:
        groups.setdefault((status, sentence), []).append(title)
    if len(groups) == 1:
        return titles[0][2]
    return " ".join(
        f"{', '.join(names)} ({status}): {sentence}" for (status, sentence), names in groups.items()
    )


def _stances(dossier: Dossier, issue: Issue, camps: Sequence[tuple[str, Standing]]) -> str:
    clauses = [asks(dossier, issue, standing, name) for name, standing in camps[:_MANY]]
    rest = len(camps) - _MANY
    more = f"; {rest} more {'camp differs' if rest == 1 else 'camps differ'}" if rest > 0 else ""
    return "; ".join(clauses) + more


def _headline(dossier: Dossier, issue: Issue, camps: Sequence[tuple[str, Standing]]) -> str | None:
    """Return the figure that all camps name, whatever they ask about it; None if there is none."""
    found: set[str | None] = set()
    for _, standing in camps:
        for _, position in standing.branches:
            frame = dossier.frames[issue.id, standing.part]
            value = position.value
            found.add(None if value is None else KINDS[issue.kind].headline(value, frame))
    return found.pop() if len(found) == 1 else None


def _wish(dossier: Dossier, issue: Issue, standing: Standing) -> str:
    """Return what a party does: asks for a value, leaves it to be agreed; branch by branch."""
    titles: dict[str, list[str]] = {}
    for label, position in standing.branches:
        words = _predicate(dossier, issue, position, standing)
        titles.setdefault(words, []).append(label and f"“{branch_title(standing, label)}”")
    return _either(
        [
            f"{words}, under {listed(under)}" if all(under) else words
            for words, under in titles.items()
        ]
    )


def _predicate(dossier: Dossier, issue: Issue, position: Position, standing: Standing) -> str:
    if position.value is None:
        return standing.meaning(position.blank or Blank.UNCODED)
    wish = KINDS[issue.kind].wish(position.value, dossier.frames[issue.id, standing.part])
    return ", ".join([wish.removesuffix("."), *terms_in_prose(dossier, position)])


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"either {', or '.join(words)}"


def _on_whose_word(standing: Standing) -> str:
    entry = standing.entry
    if entry is None or not (standing.reported or standing.older):
        return ""
    kind = "a report" if standing.reported else "words"
    if standing.older:
        kind = "an older report" if standing.reported else "older words"
    return f" (by {kind} of {entry.document.date.written_day})"


def full_sentence(words: str) -> str:
    """Return the words ended by a full stop, unless a wording ends them with a sign of its own."""
    return words if words.rstrip("”").endswith((".", "?", "!", "…")) else f"{words}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
