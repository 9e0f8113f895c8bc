"""Writes a line on a draft: it is the text, and who does not admit it has a bracket of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.items import is_itemised, letter
from positions.analysis.single_text.leaves import ITEM, REFUSED_ITEM, VALUE, branches_of, leaf_names
from positions.analysis.single_text.line_merge import LineMerge
from positions.analysis.single_text.model import (
    Bracketed,
    Clause,
    Note,
    Plain,
    TextVoice,
    Variant,
)
from positions.analysis.single_text.speakers import MANNERS
from positions.comparison.camps import stated
from positions.comparison.reactions import whole_reactions
from positions.comparison.rows import Status
from positions.comparison.terms import renewal_in_words, term_differences
from positions.model.dossier import Blank, Form, Terms
from positions.model.vocabulary import Reaction
from positions.record.parts import part_of
from positions.sentences.provisions import Hole
from positions.text.english import capital, listed
from positions.values import KINDS, Relation
from positions.values.kinds.checklist import Items

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from positions.analysis.single_text.leaves import Leaf
    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.request import TextRequest
    from positions.analysis.single_text.speakers import LineSpeaker, Speakers
    from positions.comparison.rows import Line
    from positions.model.dossier import Dossier, Issue

__all__ = [
    "BY_NONE",
    "Admission",
    "admission_notes",
    "admissions",
    "drafted_on",
    "is_admitted",
    "lacks_words",
    "on_draft",
    "with_reactions",
]

_ITEMS: Final = (ITEM, REFUSED_ITEM)
BY_NONE: Final = Note("known", "Admitted by none so far.")
"""What is said of a draft's words that nobody else admits, or speaks to."""


@dataclass(frozen=True, slots=True, eq=False)
class Admission:
    """How one who speaks admits what a draft says.

    Attributes:
        speaker: Who admits it.
        lacking: The leaves of the draft's items that its own list does not have: it is silent on
            them, and a silence admits nothing.
        is_alike: Whether its words are those of the draft, or some of them.
    """

    speaker: LineSpeaker
    lacking: frozenset[str]
    is_alike: bool

    def has(self, name: str) -> bool:
        """Return whether it admits a place of the draft: a value, a term, or an item."""
        whole = name != VALUE or not self.lacking
        return whole and name not in self.lacking and f"not {name}" not in self.lacking


def drafted_on(
    speakers: Speakers, issue: Issue, line: Line, request: TextRequest
) -> LineSpeaker | None:
    """Return what the draft says, where it says one thing; None where all are merged.

    What is settled is no matter of a draft any more; and what is concluded, told by others or
    older, stands in another paper alone, or under an option that is not chosen, is no text of a
    draft. What its party has said again since, as the paper has it, is the paper's.

    Args:
        speakers: Who speaks in the dossier.
        issue: The issue.
        line: Its line.
        request: What is asked of the text: the column whose draft it is, and its paper.
    """
    if request.base not in line.standings or line.settlement.settling:
        return None
    found = speakers.on(issue, line, (request.base,))
    if len(found) != 1 or found[0].voice.is_unsure or found[0].position.value is None:
        return None
    if found[0].voice.branch and found[0].voice.branch not in request.options:
        return None
    own = [
        document
        for document in speakers.dossier.memoranda.values()
        if document.party == speakers.dossier.memoranda[found[0].voice.document].party
    ]
    texts = [one.id for one in own if one.form is Form.MEMORANDUM] or [one.id for one in own]
    papers = {request.paper} if request.paper else {*texts}
    held = (_is_in(speakers.dossier, papers, one, found[0]) for one in found[0].leaves.values())
    return found[0] if all(held) else None


def _is_in(dossier: Dossier, papers: Iterable[str], leaf: Leaf, speaker: LineSpeaker) -> bool:
    """Return whether one of some papers has a leaf, or says the same in its place."""
    if leaf.document in papers:
        return True
    for name in papers:
        given = dossier.memoranda[name].positions.get(leaf.issue)
        said = part_of(given, leaf.part) if given is not None else None
        one = dict(branches_of(said)).get(leaf.branch) if said is not None else None
        if one is not None and leaf.name in leaf_names(dossier, leaf.issue, leaf.part, one):
            term = leaf.name if leaf.name in Terms.model_fields else VALUE
            if getattr(one, term) == getattr(speaker.position, term) and not one.inferred:
                return True
    return False


def on_draft(
    pen: Pen, issue: Issue, line: Line, draft: LineSpeaker, others: Sequence[LineSpeaker]
) -> tuple[Clause, ...]:
    """Return the draft's words, and in brackets what those want who do not admit its value.

    A party admits it whose value is the same or has it within, on the same terms.

    Args:
        pen: What writes it.
        issue: The issue.
        line: Its line.
        draft: What the draft says; it has no alternatives.
        others: Who else speaks, and counts.
    """
    willing = admissions(pen, issue, line, draft, others)
    opposed = tuple(one for one in others if all(one is not each.speaker for each in willing))
    same = [leaf for one in willing if one.is_alike for leaf in one.speaker.leaves.values()]
    itemised = is_itemised(issue, (draft,))
    rest = tuple(_beyond(pen, draft, one) for one in opposed) if itemised else opposed
    for one, left in zip(opposed, rest, strict=True):
        same += [leaf for name, leaf in one.leaves.items() if name not in left.leaves]
    apart = len(willing) < len(others) or any(one.lacking for one in willing)
    clauses = _accounting(_own(pen, issue, line, (draft,), is_lettered=apart), same)
    if not opposed:
        return clauses
    if itemised:
        naming = [one for one in rest if is_itemised(issue, (one,))]
        for some in filter(None, (naming, [one for one in rest if one not in naming])):
            merge = LineMerge(pen, issue, line, some, is_whole=False)
            clauses = (*clauses, *merge.clauses())
        return clauses
    groups = LineMerge(pen, issue, line, opposed, is_whole=False).groups
    variants = tuple(
        Variant(
            tuple(one.whole_voice for one in group),
            tuple(
                piece
                for number, clause in enumerate(_own(pen, issue, line, group))
                for piece in (*((Plain(" "),) if number else ()), *clause.pieces)
            ),
        )
        for group in groups
    )
    return (*clauses, Clause((Bracketed(variants, is_stacked=len(variants) > 1),)))


def admissions(
    pen: Pen, issue: Issue, line: Line, draft: LineSpeaker, others: Sequence[LineSpeaker]
) -> tuple[Admission, ...]:
    """Return how those of other speakers do who admit the value of a draft, on its terms."""
    found = []
    for one in others:
        relation = _relation(pen, issue, line.part, draft, one)
        if relation in {Relation.SAME, Relation.WITHIN}:
            listed_ones = {name for name in draft.leaves if name.startswith(_ITEMS)}
            names = {name for name in one.leaves if name.startswith(_ITEMS)}
            alike = bool(names) or (
                relation is Relation.SAME
                and pen.has_words(issue.id, line.part, draft.position, one.position)
                and pen.has_renewal(draft.position, one.position)
            )
            found.append(
                Admission(
                    one,
                    frozenset(listed_ones - names) if names else frozenset(),
                    is_alike=alike and one.leaves.keys() <= draft.leaves.keys(),
                )
            )
    return tuple(found)


def _beyond(pen: Pen, draft: LineSpeaker, one: LineSpeaker) -> LineSpeaker:
    """Return a speaker with those of its items alone that a draft does not have on the same terms.

    One that has no other items is as it was: it is not known what else it does not admit.
    """
    value = one.position.value
    items = {name for name in one.leaves if name.startswith(_ITEMS)}
    if value is None or not items - draft.leaves.keys() or not _on_same_terms(pen, draft, one):
        return one
    left = Items(
        tuple(item for item in value.wanted if f"{ITEM}{item}" not in draft.leaves),
        tuple(item for item in value.rejected if f"{REFUSED_ITEM}{item}" not in draft.leaves),
    )
    return replace(
        one,
        position=one.position.model_copy(update={"value": left}),
        leaves={name: leaf for name, leaf in one.leaves.items() if name not in draft.leaves},
    )


def _on_same_terms(pen: Pen, draft: LineSpeaker, other: LineSpeaker) -> bool:
    return not term_differences(pen.dossier, draft.position, other.position)


def lacks_words(line: Line, base: str = "") -> bool:
    """Return whether a party, other than that of a draft, has no words on a line, and may mind.

    Nor has it such words under each of its options.
    """
    found = [line.standings[party] for party in line.sought if party != base]
    return any(
        not all(stated(position) for _, position in one.branches)
        if one.speaks
        else one.blank is not Blank.INDIFFERENT
        for one in found
    )


def is_admitted(willing: Sequence[Admission], others: Sequence[LineSpeaker]) -> bool:
    """Return whether each of the others who speak admits all of a draft, in words of its own."""
    whole = all(not one.lacking and not one.speaker.voice.is_unsure for one in willing)
    return bool(others) and whole and len(willing) == len(others)


def admission_notes(
    pen: Pen,
    issue: Issue,
    draft: LineSpeaker,
    willing: Sequence[Admission],
    others: Sequence[LineSpeaker],
    words: str,
) -> Iterator[Note]:
    """Yield who admits a draft, with words that are not its own; of a list item by item.

    An item is admitted also by those who do not admit the list, and have it on the same terms. It
    is called by its letter, where the words of the draft have that.
    """
    both = (f"{sign}{item}" for item in issue.items for sign in _ITEMS)
    listed_ones = [name for name in both if name in draft.leaves]
    own = [one for one in willing if not one.is_alike]
    leaves = tuple(leaf for one in own for leaf in one.speaker.leaves.values())
    labels = {one.speaker: _label(pen, one) for one in willing}
    if willing and (
        not listed_ones or (len(willing) == len(others) and not any(one.lacking for one in willing))
    ):
        names = listed(list(dict.fromkeys(labels.values())))
        yield Note("known", f"Admitted by {names}.", leaves=leaves)
        return
    having = {one.speaker: {name for name in listed_ones if one.has(name)} for one in willing}
    for one in others:
        if one not in having and _on_same_terms(pen, draft, one):
            labels[one] = one.voice.in_prose
            having[one] = {*one.leaves}
    if not any(having[one] & {*listed_ones} for one in having):
        yield BY_NONE
        return
    letters = {item: f"({letter(place)})" for place, item in enumerate(issue.items)}
    colon = ""
    if not any(mark in words for mark in letters.values()):
        letters, colon = {item: pen.writer.item_title(issue.id, item) for item in letters}, ":"
    by_names: dict[str, list[str]] = {}
    for name in listed_ones:
        who = [labels[one] for one in others if name in having.get(one, ())]
        names = listed(list(dict.fromkeys(who))) or "none so far"
        item = name.removeprefix(REFUSED_ITEM).removeprefix(ITEM)
        by_names.setdefault(names, []).append(letters[item])
    verbs = chain((" admitted by",), repeat(" by"))
    said = (
        f"{listed(marks)}{colon}{verb} {names}"
        for verb, (names, marks) in zip(verbs, by_names.items(), strict=False)
    )
    words = "; ".join(said)
    yield Note("known", f"{capital(words) if colon else words}.", leaves=leaves)


def with_reactions(
    note: Note,
    speakers: Speakers,
    line: Line,
    papers: Container[str],
    willing: Sequence[Admission],
    others: Sequence[LineSpeaker],
) -> Note:
    """Return who admits a draft, with those who accept it as a whole, or speak and reject it so.

    Args:
        note: Who admits its words on the line.
        speakers: Who speaks in the dossier.
        line: The line.
        papers: The ids of the documents that are the draft.
        willing: How those do who admit it in their words.
        others: Who else speaks, and counts.
    """
    sure = {one.speaker.voice.party for one in willing if not one.speaker.voice.is_unsure}
    speaking = {party for one in others for party in (one.voice.party, *one.voice.others)}
    found: dict[Reaction, list[str]] = {}
    for one in whole_reactions(speakers.dossier, line.sought):
        if one.to.id in papers:
            party, form = one.document.party, one.document.form
            manner = tuple(filter(None, (MANNERS.get(form, ""),)))
            name = TextVoice(party, speakers.shorts[party], manner).in_prose
            if party in speaking if one.reaction is Reaction.REJECTS else party not in sure:
                found.setdefault(one.reaction, []).append(name)
    words = note.words.removesuffix(".")
    if accepting := listed(found.get(Reaction.ACCEPTS, ())):
        words += f"{', but' if note is BY_NONE else ';'} as a whole by {accepting}"
    if reserving := listed(found.get(Reaction.RESERVATIONS, ())):
        words += f"; with reservations to the whole by {reserving}"
    if rejecting := listed(found.get(Reaction.REJECTS, ())):
        words += f". The draft as a whole is rejected by {rejecting}"
    return replace(note, words=f"{words}.") if found else note


def _label(pen: Pen, one: Admission) -> str:
    """Return who admits a draft: how that is known, and its words where they are others."""
    voice = one.speaker.voice
    leaf = next(iter(one.speaker.leaves.values()))
    value = one.speaker.position.value
    if one.is_alike or value is None:
        return voice.in_prose
    issue = pen.dossier.issues[leaf.issue]
    found = pen.writer.of_value(leaf.issue, leaf.part, value)
    words = found.value
    told = all(issue.options[name].refused for name in value.rejected if name in issue.options)
    if not words and told and Hole.PART not in found.segments:
        words = found.filled().rstrip(".")
    elif not words:
        words = KINDS[issue.kind].in_prose(value, pen.writer.frame(leaf.issue, leaf.part))
    manner = "".join(f"{how}; " for how in (", ".join(voice.manner),) if how)
    renewal = one.speaker.position.renewable
    again = f", {renewal_in_words(renewal)}" if renewal is not None else ""
    return f"{voice.short} ({manner}its words: {words}{again})"


def _own(
    pen: Pen,
    issue: Issue,
    line: Line,
    speakers: Sequence[LineSpeaker],
    *,
    is_lettered: bool = False,
) -> tuple[Clause, ...]:
    """Return the words of some, a list with letters where it is admitted item by item."""
    agreed = replace(line, status=Status.COMPATIBLE)
    calm = tuple(replace(one, clashes=False) for one in speakers)
    merge = LineMerge(pen, issue, agreed, calm, is_whole=True, is_lettered=is_lettered)
    return merge.clauses()


def _accounting(clauses: tuple[Clause, ...], leaves: Sequence[Leaf]) -> tuple[Clause, ...]:
    """Return a draft's clauses, each of whose words account for those of others that are alike."""
    return tuple(
        Clause(
            tuple(
                replace(
                    piece,
                    leaves=(
                        *piece.leaves,
                        *(one for own in piece.leaves for one in leaves if one.name == own.name),
                    ),
                )
                if isinstance(piece, Plain)
                else piece
                for piece in clause.pieces
            )
        )
        for clause in clauses
    )


def _relation(
    pen: Pen, issue: Issue, part: str, draft: LineSpeaker, other: LineSpeaker
) -> Relation | None:
    """Return how a draft's value stands to that of another; None where their terms differ."""
    value, theirs = draft.position.value, other.position.value
    if value is None or theirs is None:
        return None
    if not _on_same_terms(pen, draft, other):
        return None
    return pen.dossier.measure(issue.id, part).relate(value, theirs)
