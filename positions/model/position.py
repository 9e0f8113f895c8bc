"""Holds what one document says on one issue: a value, the terms that qualify it, or a blank."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from pydantic import Field

from positions.model.fields import (
    Bound,
    Conditions,
    Date,
    Flag,
    Grade,
    Salience,
    Sources,
    StrictRecord,
    Text,
    Words,
)
from positions.model.provenance import Checked, Quote
from positions.model.remark import NO_REMARK, Note
from positions.model.vocabulary import MOST_SERIOUS_FIRST, Basis, Blank, Modality
from positions.values import Value

__all__ = ["Account", "Position", "Reservation", "Terms"]

_UNNAMED = (
    *("a ", "an ", "one ", "some ", "two ", "three ", "several ", "sources", "officials"),
    *("unnamed ", "anonymous ", "unidentified "),
)
"""How the name of a speaker begins who is not named."""
_SAYS_NOTHING = frozenset({Blank.SILENT, Blank.UNSEEN})


class Terms(StrictRecord):
    """What qualifies a value; two positions with the same value and other terms do not agree.

    Attributes:
        scope: What the value covers, in words.
        starts: With what it starts: an event or an issue by id, or words.
        until: With what it ends: an event or an issue by id, or words.
        by: Who acts: parties by id, others in words.
        renewable: How long each renewal lasts, or true or false.
        conditions: What must be met first: ids or words; `none` where the text says that there are
            no conditions. Left out where it says nothing.
        after: The issues and events that come before it.
        modality: How strongly it binds, where the text says so.
    """

    scope: str = ""
    starts: str = ""
    until: str = ""
    by: Words = ()
    renewable: Bound[Value] | bool | None = None
    conditions: Conditions = None
    after: Words = ()
    modality: Modality | None = None


_TERMS = attrgetter(*Terms.model_fields)


class Reservation(StrictRecord):
    """The value beyond which a party would rather have no agreement, as an analyst has it.

    Attributes:
        value: The value, written as any value of the issue.
        basis: Whether the party stated it, or the analyst infers it.
        sources: Ids of the sources in which the party states it.
        note: What an inference rests on.
    """

    value: Bound[Value]
    basis: Basis
    sources: Sources = ()
    note: Note = NO_REMARK


class Position(Terms):
    """What one document of a party says on an issue, or on a part of it.

    Attributes:
        value: What is asked for, as the kind of the issue writes it; left out where there are
            alternatives, parts or a blank.
        alternatives: Branches, each a whole position, by the id of the document's option or by a
            label.
        parts: Positions on the parts of the issue, by part.
        rest: The position on the parts that are not mentioned under `parts`; `unseen` where the
            list of a checklist is an open one ("including …"), `silent` where it was read whole.
        blank: Why there is no value, where the document says so itself.
        same_as: The document, by its id, that says the same here; the key is `as`.
        clause: Where in the document it stands: the number of its clause, or of several.
        quote: The original words, or `text` and its `translation`.
        paraphrase: What the text says, in the analyst's words.
        reason: Why the party asks for it, by its own word.
        speaker: Who said it, where that matters; empty where the document's own counts.
        note: A remark of the analyst's; what qualifies a value belongs in a term.
        sources: Ids of sources, or sources written here, where they are not the document's own.
        credibility: The grade of the information on the Admiralty scale, 1 to 6; 6: cannot be
            judged.
        of_record: Whether a report stands here in the place of the party's own words, until the
            party speaks again.
        basis: Whether the party stated it, which is meant where nothing is said, or the analyst
            infers it; outputs mark what is inferred.
        checked: Who compared it with its sources, and when: `who` and `date`.
        red_line: Whether the party says that it will not give way here. A later
            statement that leaves it out and keeps the value leaves it standing, as does a text
            that was not read whole; `false` takes it back.
        salience: How much the party cares, from 0 (not at all) to 100.
        reservation: Where the party would rather have no agreement.
        accounts: What other accounts say of this position, beside the record.
        as_in: The document from which the position was taken over; never written.
    """

    value: Bound[Value] | None = None
    alternatives: Mapping[str, Bound[Position]] = Field(default_factory=dict)
    parts: Mapping[str, Bound[Position]] = Field(default_factory=dict)
    rest: Bound[Position] | None = None
    blank: Blank | None = None
    same_as: Text | None = None
    clause: Words = ()
    quote: Quote | None = None
    paraphrase: str = ""
    reason: str = ""
    speaker: str = ""
    note: Note = NO_REMARK
    sources: Sources = ()
    credibility: Grade | None = None
    of_record: Flag = False
    basis: Basis | None = None
    checked: Checked | None = None
    red_line: Flag = False
    salience: Salience | None = None
    reservation: Bound[Reservation] | None = None
    accounts: Mapping[str, Bound[Account]] = Field(default_factory=dict)
    as_in: str = ""

    @property
    def place(self) -> str:
        """Where in the document it stands, in words; empty where that is not recorded."""
        return "; ".join(self.clause)

    @property
    def inferred(self) -> bool:
        """Whether the analyst concludes it, and the party has not said it."""
        return self.basis is Basis.INFERRED

    @property
    def unstated(self) -> Blank | None:
        """Why nothing is said: its blank, or the most serious of branches that are all blank.

        None where it states something, if only in one of its alternatives. To strike is to say
        something.
        """
        if self.blank or not self.alternatives:
            return None if self.blank is Blank.DELETED else self.blank
        blanks = {branch.unstated for branch in self.alternatives.values()}
        if None in blanks:
            return None
        return next(blank for blank in MOST_SERIOUS_FIRST if blank in blanks)

    @property
    def says_anything(self) -> bool:
        """Whether it says more than that a text is silent, or is not seen to say anything.

        A report or an account of that is none either.
        """
        inner = (*self.alternatives.values(), *self.parts.values(), *self.accounts.values())
        if any(one.says_anything for one in (*inner, *((self.rest,) if self.rest else ()))):
            return True
        return not (self.alternatives or self.parts or self.blank in _SAYS_NOTHING)

    @property
    def goes_on(self) -> bool:
        """Whether it is a list, of which more may stand in the text than was seen."""
        return self.value is not None and self.rest is not None and self.rest.blank is Blank.UNSEEN

    def substance(self) -> tuple[object, ...]:
        """Return what two positions must share to say the same: all but evidence and wording."""
        return (
            self.value,
            self.blank,
            self.same_as,
            *_TERMS(self),
            *(
                tuple((label, position.substance()) for label, position in branch.items())
                for branch in (self.alternatives, self.parts)
            ),
            self.rest.substance() if self.rest and (self.parts or self.goes_on) else None,
        )


class Account(Position):
    """Another account of a position: the terms or values that it contests, and its source.

    Attributes:
        date: When it was given, if that was later than the document; it does not stand before.
        party: Whose account it is, where a party gives it: an id.
        confirms: Whether the party confirms with it what was agreed, from its date on.
    """

    date: Date | None = None
    party: Text | None = None
    confirms: Flag = False

    @property
    def refuses(self) -> bool:
        """Whether it says that the party does not confirm what was agreed."""
        return "confirms" in self.model_fields_set and not self.confirms

    @property
    def unnamed_teller(self) -> str:
        """Who tells it, where that is somebody unnamed (`a source of TASS`); else nothing."""
        return self.speaker if self.speaker.casefold().startswith(_UNNAMED) else ""

    @property
    def is_no_word(self) -> bool:
        """Whether it is none of the party's own: inferred, or told by somebody unnamed.

        Nor is it where the party says that it does not confirm what was agreed.
        """
        return self.refuses or self.inferred or bool(self.unnamed_teller)
