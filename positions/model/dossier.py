"""The typed models of a dossier: parties, sources, events, issues, memoranda, positions.

Everything here is frozen. Text from outside is validated by pydantic, record by record; values
are `Value` objects, which `positions.binding.dossier` reads by the kind of their issue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from positions.model.fields import (
    Address,
    Bound,
    Date,
    Flag,
    Grade,
    HowMuch,
    ShortRecord,
    Sources,
    StrictRecord,
    Text,
    Words,
)
from positions.model.outcome import Outcome
from positions.model.position import Account, Position, Reservation, Terms
from positions.model.provenance import (
    Archive,
    Carrier,
    Checked,
    CredibilityGrade,
    Quote,
    ReliabilityGrade,
)
from positions.model.remark import NO_REMARK, Note
from positions.model.vocabulary import (
    Basis,
    Blank,
    Disclosure,
    Form,
    Modality,
    Reaction,
    Role,
)
from positions.values import KINDS, Distance, Measure

if TYPE_CHECKING:
    from positions.model.moment import Moment
    from positions.values import Frame

__all__ = [
    "Account",
    "AnyOrder",
    "Archive",
    "Basis",
    "Blank",
    "Carrier",
    "Checked",
    "Disclosure",
    "Dossier",
    "Event",
    "Form",
    "Header",
    "Issue",
    "Memorandum",
    "Modality",
    "Option",
    "Outcome",
    "Part",
    "Party",
    "Phrasing",
    "Position",
    "Quote",
    "Reaction",
    "Reservation",
    "Role",
    "Shared",
    "Source",
    "Terms",
]

Threshold = Bound[Distance]
"""A distance in the measure of an issue's kind, which `positions.binding.issues` reads."""


class Header(StrictRecord):
    """What the dossier is about, and the day for which it stands.

    Attributes:
        format: The version of the format: 1.
        title: What the negotiation is called; it heads every report.
        as_of: The day for which the dossier stands; whatever is dated later is left out of the
            comparison. Where it is left out, the last day of a document or an outcome.
        credibility: What each grade of credibility means here, 1 to 6, where that is not what the
            Admiralty scale says; outputs print these words.
        note: Anything that a reader should know of the dossier as a whole.
    """

    filled_in: ClassVar[frozenset[str]] = frozenset({"as_of"})

    format: Literal["1"]
    title: Text
    as_of: Date
    credibility: Mapping[CredibilityGrade, Text] = Field(default_factory=dict)
    note: Note = NO_REMARK


class Party(ShortRecord):
    """A column of the comparison: a party to the negotiation, or another with a paper of its own.

    Attributes:
        name: Its name, as sentences say it; write `The …` where they do not give it *the*.
        short: A short name, which heads narrow columns: two or three letters.
        plural: Whether its name takes a plural verb, where that cannot be told from the name.
        role: What it is; a mediator, an observer or a text that belongs to nobody is shown beside
            the parties, and counts in no status.
        member_of: The group to which it belongs: the id of a party. Where it has no words of its
            own, its group's stand for it, and both count as one voice; a mediator's stand for none.
        formerly: Ids that it had in earlier revisions of the dossier, so that its history is one.
        note: A remark of the analyst's; it is compared with nothing.
    """

    short_form: ClassVar[str] = "name"

    id: str
    name: Text
    short: str = ""
    plural: Flag | None = None
    role: Role = Role.PARTY
    member_of: Text | None = None
    formerly: Words = ()
    note: Note = NO_REMARK

    @property
    def heading(self) -> str:
        """The name that heads its column, with its role where it is no party."""
        return self.name if self.role.counts else f"{self.name} ({self.role})"


class Source(StrictRecord):
    """Where a fact comes from.

    Attributes:
        publisher: Who vouches for the fact: an agency, a paper, a ministry.
        date: When it was published.
        title: The title of the page or document; in square brackets where the words are your own.
        url: Where it can be read.
        language: The language in which it was read, such as `uk`.
        reliability: The publisher's grade on the Admiralty scale, A to F; F: cannot be judged.
        via: Who carried it, where the address is not the publisher's own: a name, or `publisher`
            and `reliability`.
        archived: A copy that does not change: `url` and `date`.
        note: A remark of the analyst's, such as what the page leaves out.
        later: Whether it was published after the moment from which it is looked at.
    """

    id: str
    publisher: Text
    date: Date
    title: Text
    url: Address = ""
    language: str = ""
    reliability: ReliabilityGrade | None = None
    via: Carrier | None = None
    archived: Archive | None = None
    note: Note = NO_REMARK
    later: bool = False


class Event(ShortRecord):
    """Something that happens, which terms and sequences can name; it may be part of an issue.

    Attributes:
        title: What happens, as sentences say it.
        noun: What sentences call it, as a noun phrase, where the title does not fit.
        part_of: The issue or event of which it is a part: what comes before the whole comes before
            it.
        note: A remark of the analyst's.
    """

    short_form: ClassVar[str] = "title"

    id: str
    title: Text
    noun: str = ""
    part_of: str = ""
    note: Note = NO_REMARK


class Part(ShortRecord):
    """A part of an issue (a region, a category, a year) with a value of its own.

    Attributes:
        title: What it is called.
        noun: What sentences call it, where the title does not fit.
        unit: What its figures count, where that is not the issue's own unit.
    """

    short_form: ClassVar[str] = "title"

    id: str
    title: Text
    noun: str = ""
    unit: str = ""


class Phrasing(ShortRecord):
    """What an option of a choice or an item of a checklist is called, and how a text puts it.

    Attributes:
        title: What it is called, under the title of its issue.
        noun: What sentences call it, as a noun phrase, where the title does not fit; `{noun}` in it
            is that of the issue.
        provision: The sentence of a text that provides it, where that of the issue does not fit;
            `{part}` takes the part.
        refused: The sentence of a text that refuses it, where refusing reads oddly.
    """

    short_form: ClassVar[str] = "title"

    id: str
    title: Text
    noun: str = ""
    provision: str = ""
    refused: str = ""


class Issue(ShortRecord):
    """Something the parties take positions on.

    Attributes:
        topic: The heading under which it stands, with the other issues of that topic; `Issues`
            where it is left out.
        title: What it is called, in a few words; where it is left out, its id in words.
        noun: What is wanted, as a noun phrase with its article; what is in brackets goes with the
            value: `a ceasefire [of {value}]`.
        by: The parties that would do or pay it, by id: of them, sentences say that they offer.
        kind: What its values are; it decides how they are read and compared. Where it is left out,
            the kind that needs the fields that are there, such as `unit` or `options`.
        unit: What a quantity or an exchange counts.
        counts: What a figure counts: each side, the total, or one way.
        limit: Set where values are limits themselves (a ceiling, a floor, a deadline).
        between: The parties of an exchange; the first gives the first figure.
        verb: What each side does with what it gives in an exchange, such as `return` or `release`;
            otherwise sentences say that it hands it over.
        options: The options of a choice, by id, each with its title, or with its words; or a list
            of titles, of which ids are made.
        ordered: Whether the options of a choice are a ladder, from the least to the most.
        items: The items of a checklist, by id, each with its title, or with its words; or a list of
            titles, of which ids are made.
        ends: The titles of the two ends of a scale, at 0 and at 100.
        near: The distance up to which positions that exclude each other count as near.
        parts: The parts that have values of their own (regions, categories, years), by id; or a
            list of titles, of which ids are made.
        reference_point: What comes about if nothing is agreed: the status quo, most often.
        provision: The sentence of a text, with `{value}`, `{terms}` and `{part}` where these go.
        refused: The sentence of a text that refuses any, where refusing reads oddly.
        procedural: Whether it is about how the parties talk (the date of a meeting, a working
            group) and not about what they want; it is shown, and not counted as agreement.
        disputed: What of the issue's premise the parties dispute, in a sentence, or in one for
            each day from which it is known.
        formerly: Ids that it had in earlier revisions of the dossier, so that its history is one.
        note: A remark of the analyst's, shown beside the issue.
    """

    short_form: ClassVar[str] = "kind"
    filled_in: ClassVar[frozenset[str]] = frozenset({"topic", "title", "kind"})

    id: str
    topic: Text
    title: Text
    noun: str = ""
    by: Words = ()
    kind: str
    unit: str = ""
    counts: Literal["each", "total", "one way"] | None = None
    limit: Literal["maximum", "minimum"] | None = None
    between: tuple[Text, Text] | None = None
    verb: str = ""
    options: Mapping[str, Bound[Phrasing]] = Field(default_factory=dict)
    ordered: Flag = False
    items: Mapping[str, Bound[Phrasing]] = Field(default_factory=dict)
    ends: tuple[Text, Text] | None = None
    near: Threshold | None = None
    parts: Mapping[str, Bound[Part]] = Field(default_factory=dict)
    reference_point: Bound[Position] | None = None
    provision: str = ""
    refused: str = ""
    procedural: Flag = False
    disputed: Note = NO_REMARK
    formerly: Words = ()
    note: Note = NO_REMARK


class Option(ShortRecord):
    """A branch of a memorandum, open across issues; options of one group exclude each other.

    Attributes:
        title: What the document calls it.
        group: The options of one group exclude each other.
    """

    short_form: ClassVar[str] = "title"

    id: str
    title: Text
    group: str = ""


class Shared(StrictRecord):
    """What all documents have that do not say otherwise: one day, one source, one form.

    Attributes:
        form: What each of them is.
        date: When it was said or handed over.
        sources: Where it can be read: ids of sources, or sources written here.
        credibility: The grade of what is said, 1 to 6.
        language: The language of the text.
        checked: Who compared the record with the text, and when: `who` and `date`.
        known: Since when it is known.
        disclosure: How much the world can know of a text; for memoranda alone.
        read: How much of a text was read; for memoranda alone.
    """

    form: Form | None = None
    date: Date | None = None
    sources: Sources = ()
    credibility: Grade | None = None
    language: str = ""
    checked: Checked | None = None
    known: Date | None = None
    disclosure: Disclosure | None = None
    read: HowMuch = ""


class AnyOrder(StrictRecord):
    """Steps of a sequence within one period: no order among them is stated, nor that they coincide.

    Attributes:
        any_order: The issues and events.
    """

    any_order: Words = Field(default=(), min_length=1)


class Memorandum(StrictRecord):
    """A document of a party, or a report about it, with its positions by issue.

    Attributes:
        party: Whose it is: the id of a party; left out where the document's own id is that party's.
        form: What it is: the party's own text, its spoken word, or someone else's account of it,
            which it is where nothing is said.
        date: When the party said it or handed it over; where a report has none, the last day of its
            sources.
        title: What it is called.
        disclosure: How much the world can know of its text; with `read`, it decides what it means
            that an issue is not mentioned.
        known: Since when its text is known; before, it counts as withheld.
        published: The older name of `known`.
        read: How much of it was read: `whole`, `part`, or in words what was read, which counts as
            a part. Only of a text that was read whole can it be said that it is silent.
        based_on: The document that it works on: what it does not mention is as there.
        reactions: How it reacts to other documents as a whole: ids of documents, each with
            `accepts`, `as a basis`, `with reservations` or `rejects`.
        speaker: Who spoke for the party.
        language: The language of the text.
        sources: Where it can be read: ids of sources, or sources written here; its positions have
            these unless they name their own.
        credibility: The grade of what is said here on the Admiralty scale, 1 to 6; a position may
            have its own.
        of_record: Whether a report stands in the place of the party's own words, until the party
            speaks again.
        points: The points of the text, by the numbers that `clause` names, so that it can be told
            which of them no position cites.
        left_out: The points that no position cites, each with the reason.
        checked: Who compared the record with the text, and when: `who` and `date`.
        options: Branches that it leaves open, by id, or as a list of titles; positions give a value
            for each under `alternatives`.
        sequence: Issues and events in the order in which it asks for them; those of an inner list
            happen together, and those under `any_order` within one period.
        positions: What it says, by issue.
        note: A remark of the analyst's.
        unreadable: Issues whose position here could not be read, so that a blank would be wrong.
    """

    filled_in: ClassVar[frozenset[str]] = frozenset({"party", "form", "date"})

    id: str
    party: str
    form: Form
    date: Date
    title: str = ""
    disclosure: Disclosure = Disclosure.PUBLISHED
    known: Date | None = None
    published: Date | None = None
    read: HowMuch = "part"
    based_on: Text | None = None
    reactions: Mapping[str, Reaction] = Field(default_factory=dict)
    speaker: str = ""
    language: str = ""
    sources: Sources = ()
    credibility: Grade | None = None
    of_record: Flag = False
    points: Words = ()
    left_out: Mapping[str, Text] = Field(default_factory=dict)
    checked: Checked | None = None
    options: Mapping[str, Bound[Option]] = Field(default_factory=dict)
    sequence: tuple[tuple[str, ...] | Bound[AnyOrder], ...] = ()
    positions: Mapping[str, Bound[Position]] = Field(default_factory=dict)
    note: Note = NO_REMARK
    unreadable: frozenset[str] = frozenset()

    def disclosed(self, moment: Moment) -> Disclosure:
        """Return how much of the text was known at a moment."""
        return self.disclosure if self.is_known(moment) else Disclosure.WITHHELD

    def is_known(self, moment: Moment) -> bool:
        """Return whether the text was known at a moment, if only in part."""
        return self.known is None or not moment.before(self.known)

    @property
    def steps(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each step of its sequence."""
        return tuple(one.any_order if isinstance(one, AnyOrder) else one for one in self.sequence)

    @property
    def periods(self) -> frozenset[int]:
        """The places of those steps whose issues and events have no order among them."""
        steps = enumerate(self.sequence)
        return frozenset(place for place, one in steps if isinstance(one, AnyOrder))

    @property
    def all_read(self) -> bool:
        """Whether it is no text, or one of which all can be known and was read."""
        return self.form is not Form.MEMORANDUM or (self.read_whole and self.disclosure.whole)

    @property
    def read_whole(self) -> bool:
        """Whether all that is known of the text was read."""
        return self.read == "whole"

    @property
    def reach(self) -> str:
        """What limits a silence of a text of which not all is there: *as far as it was read*."""
        return "is known" if self.read_whole and not self.disclosure.whole else "was read"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole dossier; every mapping keeps the order of the text.

    Attributes:
        frames: What each issue, and each part of it, tells its kind: by issue id and part id,
            with an empty part id for the whole.
        unreadable: Parties of which a document could not be read, so that nothing can be said
            of where they stand.
        outcomes: What was agreed and delivered, by id.
        unreadable_outcomes: Issues of which an outcome could not be read, so that nothing can be
            said to be settled there.
        moment: The moment at which it is all that could be known; None where all of it is there.
        later: Ids of documents that there were not yet at that moment.
        dated: Whether it names its own day; otherwise that is the last day in it.
    """

    header: Header
    parties: Mapping[str, Party]
    sources: Mapping[str, Source]
    events: Mapping[str, Event]
    issues: Mapping[str, Issue]
    memoranda: Mapping[str, Memorandum]
    frames: Mapping[tuple[str, str], Frame] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    unreadable_outcomes: frozenset[str] = frozenset()
    moment: Moment | None = None
    later: frozenset[str] = frozenset()
    dated: bool = True

    def counted(self) -> tuple[Party, ...]:
        """Return the columns that are parties, and not a mediator, an observer or a text."""
        return tuple(party for party in self.parties.values() if party.role.counts)

    def measure(self, issue: str, part: str = "") -> Measure:
        """Return how values of an issue, or of a part of it, are read, compared and printed."""
        return Measure(KINDS[self.issues[issue].kind], self.frames[issue, part])

    def names(self, word: str) -> bool:
        """Return whether a word is the id of an event, an issue or a party."""
        return word in self.events or word in self.issues or word in self.parties

    def title(self, name: str) -> str:
        """Return the title of an event, an issue or a party, or free words as they stand."""
        if name in self.events:
            return self.events[name].title
        if name in self.issues:
            return self.issues[name].title
        return self.parties[name].name if name in self.parties else name
