"""Says in words what a document did to the record, and what was agreed, at one moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.changes.deeds import firmness
from positions.changes.direction_sentences import directions
from positions.changes.document_facts import BASE
from positions.changes.move_kinds import MoveKind
from positions.changes.red_lines import red_lines_on
from positions.changes.sentences import change_reason, state_reason
from positions.changes.timeline.model import ToldKind
from positions.comparison.cell_lines import LineWords
from positions.comparison.rows import Status
from positions.model.dossier import Blank, Disclosure, Form
from positions.reports.comparison.reactions import reaction_in_words
from positions.sentences.english import among, ended, paragraph
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.model import DossierDifference, PositionChange
    from positions.changes.timeline.model import Speech, TimelineMoment, ToldIssue
    from positions.changes.timeline.occurrences import Occurrence
    from positions.comparison.rows import Row
    from positions.model.dossier import Memorandum
    from positions.record.standing import Standing
    from positions.sentences.glossary import Glossary
    from positions.sentences.reasons import Reason

__all__ = ["SpeechWords", "account_line", "named_alone", "note_label", "stated", "statuses_since"]

_FEW: Final = 3
"""Of up to how many issues the first words of a document are told, each in a sentence."""

_NAMED: Final = 6
"""Of up to how many issues the titles are all named."""


class SpeechWords:
    """What one document did, in lines.

    Args:
        moment: The moment.
        speech: The document.
        in_full: Whether first words are all told, and no list of issues is cut short.
        of_one_issue: Whether the page is about one issue: then its title, and the status that it
            has since, are told elsewhere.
        of_several: Whether it is one of several documents of the moment: then the statuses that
            issues have since are told after them all.
    """

    def __init__(
        self,
        moment: TimelineMoment,
        speech: Speech,
        *,
        in_full: bool = False,
        of_one_issue: bool = False,
        of_several: bool = False,
    ) -> None:
        self._moment, self._speech, self._in_full = moment, speech, in_full
        self._rows = {} if of_one_issue or of_several else moment.rows
        self._is_titled = not of_one_issue
        self._found: DossierDifference = moment.found
        self._words: Glossary = moment.found.words[1]
        self._name = self._words.names[speech.document.party]

    @property
    def label(self) -> str:
        """Whose document it is, and which: `Ukraine (What it wanted at the first round)`."""
        document = self._speech.document
        whose = capital(self._name.text)
        if document.form is Form.REPORT:
            whose = f"Reported of {self._name.text}"
        about = document.title or ("" if document.form is Form.REPORT else str(document.form))
        if document.date.order() != self._moment.moment.order():
            day = document.date.in_prose
            same = day == self._moment.moment.in_prose
            dated = f"of {document.date.in_full if same else day}"
            about = f"{about}, {dated}" if about else dated
        return f"{whose} ({about})" if about and not self._is_unknown else whose

    @property
    def _is_unknown(self) -> bool:
        """Whether only that there is a text was known; its title came with it."""
        return self._speech.is_withheld and not self._speech.document.title

    @property
    def idle(self) -> str:
        """What is told of a document that says nothing itself: on what it works, if not known."""
        base = self._found.after.memoranda.get(self._speech.document.based_on or "")
        if base is not None and base.disclosure is Disclosure.WITHHELD:
            return f"works on {self._named(base.id)}, whose contents were not known then"
        return "no position"

    def lines(self) -> Iterator[str]:
        """Yield what it did, without capital letters and full stops unless it is a sentence."""
        yield from self._head()
        yield from self._taken_over()
        yield from self._first()
        yield from self._changed()
        reasons = [one.change.reason for one in self._speech.of(ToldKind.HELD) if one.change]
        for held in dict.fromkeys(replace(reason, lead="") for reason in reasons):
            yield str(held) if self._is_titled else held.body
        if self._speech.document.form is Form.REPORT:
            yield from self._reported()
        for kind in (ToldKind.AGAIN, ToldKind.OLDER):
            yield from self._listed(str(kind), kind)
        for blank, lead in _UNMENTIONED.items():
            yield from self._as_read(lead, ToldKind.UNMENTIONED, blank)
        for blank, lead in _BLANKS.items():
            yield from self._as_read(lead, ToldKind.BLANK, blank)
        told = self._speech.of(ToldKind.CONFLICTING)
        reasons = [one.change.reason for one in told if one.change]
        if len(reasons) < len(told) or len(told) > _FEW:
            yield from self._listed(str(ToldKind.CONFLICTING), ToldKind.CONFLICTING)
        else:
            yield from (str(one) if self._is_titled else one.body for one in reasons)

    def _as_read(self, lead: str, kind: ToldKind, blank: Blank) -> Iterator[str]:
        """Yield the issues on which a text has nothing, and those where not all of it was read."""
        told = [one for one in self._speech.of(kind) if one.blank is blank]
        limits: dict[str, list[ToldIssue]] = {}
        for one in told:
            limit = max((standing.silence[1] for standing in one.standings), default="")
            limits.setdefault(limit, []).append(one)
        for limit, found in sorted(limits.items()):
            ahead = f"{limit.removeprefix(', ')}, " if limit else ""
            yield self._led(f"{ahead}{lead}", found)

    def _head(self) -> Iterator[str]:
        """Yield what is told of the document as a whole."""
        document = self._speech.document
        if self._is_unknown:
            yield "a text of this day, whose contents were not known then"
        elif self._speech.is_withheld:
            yield "a text that is withheld"
        if self._speech.became_known:
            read = f", read {'whole' if document.read_whole else 'in part'}"
            yield f"the text becomes known{read if document.form is Form.MEMORANDUM else ''}"
        before = self._found.before.memoranda.get(document.id)
        again = before is not None and before.disclosure is document.disclosure
        for other, reaction in document.reactions.items() if self._is_titled and not again else ():
            yield reaction_in_words(self._name, document, reaction, self._named(other))
        if document.sequence and not (self._speech.told or again):
            steps = sum(map(len, document.steps))
            yield f"an order of {steps} steps"

    def _taken_over(self) -> Iterator[str]:
        """Yield how much the document takes over from the one that it works on, and where."""
        name = self._speech.document.id
        for fact in self._found.facts:
            if fact.subject == ("memoranda", name):
                yield from (str(leaf.after) for leaf in fact.leaves if leaf.path == BASE)
        bases: dict[str, list[ToldIssue]] = {}
        for one in self._speech.of(ToldKind.TAKEN_OVER):
            bases.setdefault(one.standings[0].position.as_in, []).append(one)
        for base, told in bases.items():
            yield self._led(f"takes over from {self._named(base)}", told)

    def _named(self, name: str) -> str:
        """Return what a sentence calls another document."""
        document = self._found.after.memoranda.get(name)
        return self._words.document(document) if document else name

    def _first(self) -> Iterator[str]:
        told = self._speech.of(ToldKind.FIRST)
        if not told:
            return
        if len(told) <= _FEW or self._in_full:
            yield from (self._said(one, "first words") for one in told)
            return
        before = [one for one in told if one.reported_before]
        more = f"; {len(before)} of them were only reported before" if before else ""
        yield f"first words on {self._issues(told)}{self._red_lines(told)}{more}"

    def _said(self, told: ToldIssue, lead: str) -> str:
        """Return what a party says, or is reported to say, and what the issue became.

        Args:
            told: What the document did on an issue.
            lead: What is said of it before all else: `first words`.
        """
        said = stated(self._words, told, self._speech.document, lead, titled=self._is_titled)
        return paragraph([said, self._status(told.issue)])

    def _status(self, issue: str) -> str:
        """Return what the status of the issue became, where it is another."""
        row = self._rows.get(issue)
        if row is None:
            return ""
        if _reopens(self._found, row):
            return f"That reopens the issue, which is now {row.status}."
        return f"The issue is now {row.status}."

    def _changed(self) -> Iterator[str]:
        """Yield a line for each change, parts of an issue that changed alike as one."""
        groups: dict[tuple[object, ...], list[tuple[ToldIssue, PositionChange]]] = {}
        for told in self._speech.of(ToldKind.CHANGED):
            change = told.change
            if change is None:
                continue
            like = (told.issue, change.what, change.before, change.after, change.toward)
            groups.setdefault(like, []).append((told, change))
        for alike in groups.values():
            told, change = alike[0]
            reason = self._reason(told, change)
            said = [str(reason) if self._is_titled or told.parts else reason.body]
            parts = self._found.after.issues[told.issue].parts
            others = [part for one, _ in alike[1:] for part in one.parts]
            if reason is not change.reason and not reason.head:
                others = [*told.parts[1:], *others]
            if others:
                titles = [self._words.running(parts[part].title) for part in others]
                said.append(f"Likewise {listed(titles)}.")
            said += directions(self._found.names, change)
            yield paragraph([*said, self._status(told.issue)])

    def _reason(self, told: ToldIssue, change: PositionChange) -> Reason:
        """Return what became of a position; since when its text is known is told above it."""
        was, now = told.before[0], told.standings[0]
        if change.what is MoveKind.DISCLOSED and was.speaks and now.speaks:
            found = change_reason(self._found.words, (was, now), MoveKind.CHANGED)
            # The head of the change names all the parts that it is about.
            return replace(found, head=change.reason.head) if found.head else found
        return change.reason

    def _reported(self) -> Iterator[str]:
        """Yield on which issues something is reported, and how that is beside its own words."""
        forms = ("has", "have"), ("it", "they"), ("its", "their")
        verb, it, own = (self._name.verb(*each) for each in forms)
        leads = {
            ToldKind.REPORTED: f"where {it} {verb} no words of {own} own",
            ToldKind.BESIDE: f"otherwise than {own} own words",
        }
        for kind, lead in leads.items():
            told = self._speech.of(kind)
            if len(told) <= _FEW or self._in_full:
                yield from (self._said(one, lead) for one in told)
            else:
                red = self._red_lines(told) if kind is ToldKind.REPORTED else ""
                yield f"{lead}: {self._issues(told)}{red}"

    def _red_lines(self, told: Sequence[ToldIssue]) -> str:
        red = [one for one in told if any(firmness(each.position) for each in one.standings)]
        return red_lines_on(list(dict.fromkeys(self._title(one.issue, one.parts) for one in red)))

    def _listed(self, lead: str, kind: ToldKind) -> Iterator[str]:
        told = self._speech.of(kind)
        if told:
            yield self._led(lead, told)

    def _led(self, lead: str, told: Sequence[ToldIssue]) -> str:
        """Return the titles of issues behind what leads them; of one issue alone, its parts."""
        if self._is_titled:
            return f"{lead}: {self._issues(told)}"
        [issue] = {one.issue for one in told}
        declared = self._found.after.issues[issue].parts
        parts = [part for one in told for part in one.parts]
        titles = [self._words.running(declared[part].title) for part in parts]
        if not titles or len(titles) == len(declared):
            return f"{lead} it" if lead.endswith(" on") else lead
        return f"{lead}: {listed(titles)}"

    def _issues(self, told: Sequence[ToldIssue]) -> str:
        """Return the titles of issues, with the parts where it is some of them; many counted."""
        titles: dict[str, list[str]] = {}
        for one in told:
            titles.setdefault(one.issue, []).extend(one.parts)
        named = [self._title(issue, parts) for issue, parts in titles.items()]
        if len(named) <= _NAMED or self._in_full:
            return listed(named)
        some = sum(self._title(issue, ()) != one for issue, one in zip(titles, named, strict=True))
        in_part = f" ({some} of them in part)" if some else ""
        return f"{len(named)} issues{in_part}, among them {listed(named[:3])}"

    def _title(self, issue: str, parts: Sequence[str]) -> str:
        declared = self._found.after.issues[issue]
        title = self._words.running(declared.title)
        if not parts or len(parts) == len(declared.parts):
            return title
        some = [self._words.running(declared.parts[part].title) for part in parts]
        return f"{title} ({listed(some)})"


def named_alone(speech: Speech) -> int:
    """Return how many words of a document are told by the titles of their issues alone."""
    kinds = (ToldKind.FIRST, ToldKind.REPORTED, ToldKind.BESIDE)
    return sum(count for kind in kinds if (count := len(speech.of(kind))) > _FEW)


def _reopens(found: DossierDifference, row: Row) -> bool:
    """Return whether an issue was settled before, and other words are known to be said since."""
    settled = any(
        one.status[0] is Status.SETTLED for one in found.issues if one.issue.id == row.issue.id
    )
    return settled and any(line.settlement.open_again for line in row.leaves)


def statuses_since(moment: TimelineMoment, speeches: Sequence[Speech]) -> str:
    """Return which statuses the issues of several documents of one moment have since, once each.

    An empty text where none is another; what is settled is told of the outcome.
    """
    told = {one.issue for speech in speeches for one in speech.told}
    words, groups = moment.found.words[1], dict[str, list[str]]()
    for issue, row in moment.rows.items():
        if issue in told and row.status is not Status.SETTLED:
            reopened = "reopened, and " if _reopens(moment.found, row) else ""
            title = words.running(row.issue.title)
            groups.setdefault(f"{reopened}now {row.status}", []).append(title)
    return "; ".join(f"{among(titles, 'issues')} ({now})" for now, titles in groups.items())


_UNMENTIONED: Final = {
    Blank.UNSEEN: "not seen, though reported before",
    Blank.SILENT: str(ToldKind.UNMENTIONED),
}

_BLANKS: Final = {
    Blank.UNDISCLOSED: "not disclosed",
    Blank.DECLINED: "declined to say",
    Blank.INDIFFERENT: "does not mind",
    Blank.SILENT: "nothing on",
    Blank.UNSEEN: "not seen",
    Blank.UNREADABLE: "not readable",
}
"""What leads the issues on which a document says itself that it says nothing."""


def stated(
    words: Glossary, told: ToldIssue, document: Memorandum, lead: str = "", *, titled: bool = True
) -> str:
    """Return what a document says on an issue, in sentences; parts that say the same once.

    The first is without its capital letter, to stand behind what leads it.

    Args:
        words: What sentences call everything at the moment.
        told: What the document did there.
        document: The document; a report need not be the word of record.
        lead: What is said of it before all else.
        titled: Whether the issue is named where the sentence does not name it; a part always is.
    """
    groups: dict[object, list[Standing]] = {}
    for one in told.standings:
        beside = [entry for entry in one.beside if entry.document.id == document.id]
        own = replace(one, entry=beside[0], blank=None) if beside else one
        if own.speaks:
            like = own.position.substance(), firmness(own.position)
            groups.setdefault(like, []).append(own)
    parts = words.dossier.issues[told.issue].parts
    found: list[str] = []
    for first, *others in groups.values():
        titles = [words.running(parts[one.part].title) for one in others]
        said = state_reason(words, first, "" if found else lead)
        alone = f"{said.lead}: " * bool(said.lead) + paragraph(said.said)
        shown = str(said) if said.head and (titled or first.part) else alone
        found.append(capital(shown) if found else shown)
        found.append(f"Likewise {listed(titles)}." if titles else "")
    return paragraph(found)


def account_line(moment: TimelineMoment, given: Occurrence) -> str:
    """Return an account: whose it is, of whose position, on which issue, and what it says."""
    words, account = moment.found.words[1], given.account
    if account is None:
        message = "the occurrence is no account"
        raise LookupError(message)
    issue = words.dossier.issues[given.issue]
    whose = capital(words.names[given.party].text) if given.party in words.names else ""
    whose = f"{whose} ({account.speaker})" if whose and account.speaker else whose
    whose = f"Attributed to {whose}" if whose and account.unnamed_teller else whose
    sources = words.dossier.sources
    known = [sources[name].publisher for name in account.sources if name in sources]
    whose = whose or listed(list(dict.fromkeys(known))) or given.path[-1]
    about = words.running(issue.title)
    if part := _part_of(given.path):
        about = f"{about} ({words.running(issue.parts[part].title)})"
    document = moment.found.after.memoranda.get(given.path[1])
    if document is not None and document.party not in {given.party, ""}:
        about = f"{words.names[document.party].possessive} position on {about}"
    said = account.paraphrase or LineWords(words.dossier, issue, part).one_line(account)
    return ended(f"{whose} on {about}: {said}")


def _part_of(path: Sequence[str]) -> str:
    """Return the part of an issue that is named in the path of an account; empty for none."""
    return path[path.index("parts") + 1] if "parts" in path[4:-1] else ""


def note_label(moment: TimelineMoment, note: Occurrence) -> str:
    """Return what a note is on: the title of the document, the outcome or another record."""
    section, *rest = note.path[:-1]
    record = getattr(moment.found.after, section).get(rest[0]) if rest else None
    title = getattr(record, "title", "") or getattr(record, "name", "")
    if not title and note.issue:
        title = moment.found.after.issues[note.issue].title
    return f"Note ({title})" if title else "Note"
