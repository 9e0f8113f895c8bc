"""Builds the page of a dossier moment by moment."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from positions.changes.timeline.occurrences import OccurrenceKind
from positions.comparison.rows import Status
from positions.model.dossier import Form
from positions.model.moment import Precision
from positions.reports.page.facts import FactKind, fact, told
from positions.reports.page.model import (
    Drawing,
    Heading,
    Medium,
    Only,
    Page,
    Paragraph,
    Section,
    Space,
)
from positions.reports.page.runs import Mark, Run, runs_of
from positions.reports.timeline.outcomes import outcome_lines
from positions.reports.timeline.picture import legend, move_map
from positions.reports.timeline.words import (
    SpeechWords,
    account_line,
    named_alone,
    note_label,
    statuses_since,
)
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.changes.timeline.model import Timeline, TimelineMoment
    from positions.changes.timeline.occurrences import Occurrence
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment
    from positions.reports.page.facts import Fact
    from positions.reports.page.model import Block

__all__ = ["timeline_page"]

_KINDS = {
    "agreed": FactKind.AGREED,
    "disputed": FactKind.DISPUTED,
    "delivered": FactKind.DELIVERED,
    "confirmed": FactKind.CONFIRMED,
}


_LABELS = {"delivered": "Delivered by then"}
"""A count is up to a day, and of no day of its own."""


def timeline_page(found: Timeline, *, issue: str = "", everything: bool = False) -> Page:
    """Return the page: a section a moment.

    Args:
        found: The timeline, already reduced to what is asked for.
        issue: The issue that it is about; empty for all.
        everything: Whether also what does not change the record is told: accounts, notes, and
            documents without positions; otherwise it is counted.
    """
    dossier = found.dossier
    own = dossier.moment or dossier.header.as_of
    end = found.until if found.until and found.until.before(own) else own
    span = f"from {found.since.in_full} to" if found.since else "up to"
    about = f"{dossier.issues[issue].title}: " if issue else ""
    lead = f"{about}who said what as the talks went, {span} {end.in_full}."
    counts = "A text counts from the moment at which it became known."
    sections = list(_sections(found, issue, everything=everything))
    nothing = () if sections else (Space(), Paragraph((runs_of("Nothing is recorded."),)))
    return Page(
        (
            Heading(runs_of(dossier.header.title)),
            Paragraph((runs_of(f"{capital(lead)} {counts}"),)),
            *_picture(found),
            *sections,
            *nothing,
            *_rest(found, issue, everything=everything),
        )
    )


def _picture(found: Timeline) -> Iterator[Block]:
    """Yield who moved when, at a glance, with what its signs mean."""
    picture = move_map(found)
    if picture is not None:
        yield Drawing(picture)
        yield Paragraph((runs_of(Run(legend(picture), Mark.MUTED)),))


def _sections(found: Timeline, issue: str, *, everything: bool) -> Iterator[Section]:
    known: Mapping[str, Status] = {}
    for moment in found.moments:
        facts = list(_facts(moment, issue, everything=everything))
        if facts and not issue and moment.statuses != known:
            facts.append(fact(FactKind.NOW, _now(moment), label="Now"))
            known = moment.statuses
        if facts:
            yield Section(fact(FactKind.MOMENT, "", facts, label=_title(moment.moment)))


def _title(moment: Moment) -> str:
    """Return a moment as a heading; what has only a month is told after it."""
    if moment.precision is Precision.DAY:
        return moment.in_full
    return f"{moment.in_prose}, on a day that is not known"


def _facts(moment: TimelineMoment, issue: str, *, everything: bool) -> Iterator[Fact]:
    yield from _speeches(moment, issue, everything=everything)
    spoken = [one for one in moment.speeches if not one.is_idle]
    since = "" if issue or len(spoken) < 2 else statuses_since(moment, spoken)
    if since:
        yield fact(FactKind.STATUS, since, label="Status")
    for news in moment.outcomes:
        for label, said in outcome_lines(moment, news):
            yield fact(_KINDS[label], said, label=_LABELS.get(label, capital(label)))
    if everything or issue or not (spoken or moment.outcomes or _noted(moment)):
        yield from _besides(moment, everything=everything)
    elif moment.accounts:
        yield fact(FactKind.ACCOUNT, str(len(moment.accounts)), label="Accounts")
    for note in () if everything else _shown_notes(moment):
        yield fact(FactKind.NOTE, note.said, label=note_label(moment, note))
    if issue in moment.rows:
        row = moment.rows[issue]
        yield fact(FactKind.NOW, f"{row.status}. {row.whole.sentence}", label="Now")


def _speeches(moment: TimelineMoment, issue: str, *, everything: bool) -> Iterator[Fact]:
    """Yield what documents did to the record, then what is noted of those without positions."""
    spoken = [one for one in moment.speeches if not one.is_idle]
    for speech in spoken:
        in_full = everything or bool(issue)
        several = len(spoken) > 1
        yield _speech(
            SpeechWords(
                moment, speech, in_full=in_full, of_one_issue=bool(issue), of_several=several
            )
        )
    noted = _noted(moment)
    for speech in moment.speeches:
        if note := noted.get(speech.document.id):
            yield fact(FactKind.SPEECH, note.said, label=SpeechWords(moment, speech).label)


def _shown_notes(moment: TimelineMoment) -> list[Occurrence]:
    """Return the notes that are told in any case, of days after that of what they are about.

    They are what was done about an outcome, and what a party's word without positions was.
    """
    told_of_now = _noted(moment).values()
    return [
        note
        for note in moment.notes
        if note not in told_of_now and _is_on_a_later_day(moment.found.after, note)
    ]


def _is_on_a_later_day(dossier: Dossier, note: Occurrence) -> bool:
    section, *names = note.path
    if section == "outcomes":
        return dossier.outcomes[names[0]].date.day < note.moment.day
    document = dossier.memoranda[names[0]] if section == "memoranda" else None
    own = document is not None and document.form is not Form.REPORT and not document.positions
    return own and document is not None and document.date.day < note.moment.day


def _noted(moment: TimelineMoment) -> dict[str, Occurrence]:
    """Return the remarks of the same moment that tell of documents without positions, by id."""
    idle = {speech.document.id for speech in moment.speeches if speech.is_idle}
    return {
        note.path[1]: note
        for note in moment.notes
        if note.path[0] == "memoranda" and note.path[1] in idle
    }


def _besides(moment: TimelineMoment, *, everything: bool) -> Iterator[Fact]:
    """Yield what changes no record: documents without positions, accounts, notes.

    Unless everything is asked for, no note, and only the accounts that parties give.
    """
    noted = _noted(moment)
    for speech in moment.speeches:
        if speech.is_idle and speech.document.id not in noted:
            words = SpeechWords(moment, speech)
            yield fact(FactKind.SPEECH, words.idle, label=words.label)
    for given in moment.accounts:
        if everything or given.party:
            yield fact(FactKind.ACCOUNT, account_line(moment, given), label="Account")
    for note in moment.notes if everything else ():
        if note in noted.values():
            continue
        yield fact(FactKind.NOTE, note.said, label=note_label(moment, note))


def _speech(words: SpeechWords) -> Fact:
    lines = list(words.lines()) or ["nothing that changes the record"]
    if len(lines) == 1:
        return fact(FactKind.SPEECH, lines[0], label=words.label)
    told_lines = (told(FactKind.WORDS, line) for line in lines)
    return fact(FactKind.SPEECH, "", told_lines, label=words.label)


def _now(moment: TimelineMoment) -> str:
    """Return how many issues are raised, and how many have each status."""
    counts = Counter(moment.statuses.values())
    found = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    raised = sum(counts.values())
    return f"{raised} {'issue' if raised == 1 else 'issues'} raised: {found}"


def _left_out(found: Timeline, issue: str) -> str:
    """Return how much is only counted, or not told at all, unless everything is asked for."""
    moments = found.moments
    noted = sum(len(_noted(moment)) for moment in moments)
    idle = sum(speech.is_idle for moment in moments for speech in moment.speeches) - noted
    notes = sum(len(moment.notes) - len(_shown_notes(moment)) for moment in moments) - noted
    spoken = [speech for moment in moments for speech in moment.speeches]
    counts = (
        (sum(not (issue and one.party) for each in moments for one in each.accounts), "account"),
        (notes, "dated note"),
        (idle, "document without positions"),
    )
    named = 0 if issue else sum(map(named_alone, spoken))
    told = [f"what {named} first or reported words say"] if named else []
    return listed([*told, *(_number(count, one) for count, one in counts if count)])


def _number(count: int, one: str) -> str:
    """Return a count with its noun, of which the first word takes the s where more follow."""
    noun, _, rest = one.partition(" with") if " with" in one else (one, "", "")
    several = f"{noun}s" if not rest else f"{noun}s with{rest}"
    return f"{count} {one if count == 1 else several}"


def _rest(found: Timeline, issue: str, *, everything: bool) -> Iterator[Block]:
    """Yield what is later than the dossier's own day, and how to see what is left out."""
    counts = Counter(_LATER[one.kind] for one in found.later)
    if counts:
        words = listed([_number(count, kind) for kind, count in counts.items()])
        yield Space()
        yield Paragraph((runs_of(f"Later than the dossier's own day: {words}."),))
    left_out = "" if everything else _left_out(found, issue)
    if left_out:
        hint = f"In full, with {left_out}: --all"
        yield Only(Medium.TERMINAL, (Space(), Paragraph((runs_of(Run(hint, Mark.MUTED)),))))


_LATER = {
    OccurrenceKind.DOCUMENT: "document",
    OccurrenceKind.KNOWN: "text",
    OccurrenceKind.OUTCOME: "outcome",
    OccurrenceKind.CONFIRMED: "confirmation",
    OccurrenceKind.DELIVERED: "delivery",
    OccurrenceKind.ACCOUNT: "account",
    OccurrenceKind.NOTE: "dated note",
}
