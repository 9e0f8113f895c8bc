"""Defines a single text: articles, paragraphs, words with whose they are, notes, annexes.

All of it is frozen data. Words without brackets are `Plain`; a `Bracketed` place holds a `Variant`
for each of those who want something else; every piece says which leaves it accounts for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.analysis.single_text.place_model import NO_PLACES, Places
from positions.comparison.rows import Status
from positions.model.dossier import Form
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from positions.analysis.single_text.leaves import Leaf
    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier, Issue
    from positions.model.moment import Moment

__all__ = [
    "KNOWN_AS",
    "UNSURE",
    "AnnexEntry",
    "Article",
    "Bracketed",
    "Clause",
    "LeftOut",
    "Note",
    "PaperLine",
    "Piece",
    "Plain",
    "SingleText",
    "Telling",
    "TextParagraph",
    "TextPart",
    "TextVoice",
    "Variant",
    "pieces_within",
    "title_ahead",
    "without_title",
]

KNOWN_AS: Final = {Form.STATEMENT: "said", Form.REPORT: "as others report it"}
"""How words are known that are in no text of a party's own."""

UNSURE: Final = frozenset({"inferred", "reported", "earlier"})
"""How words are known that a party may not hold: they stay in a bracket with this mark."""


@dataclass(frozen=True, slots=True)
class TextVoice:
    """Whose words these are: a party, or several that speak as one, under one of its options.

    Attributes:
        party: The id of the party; of an outcome, empty.
        short: What a bracket calls it: `RU`, or `RU-1` under its first option.
        manner: How it is known, where it is not in a text of its own: `said`, `inferred`, or
            `through DS` where its group's words stand for it.
        branch: The label of the alternative; empty where there is none.
        document: The id of the document; of an outcome, its id.
        others: Further parties for whom the group's words stand, by id.
    """

    party: str
    short: str
    manner: tuple[str, ...] = ()
    branch: str = ""
    document: str = ""
    others: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name with the manner: `RU said`."""
        return " ".join((self.short, ", ".join(self.manner))).strip()

    @property
    def in_prose(self) -> str:
        """The name with the manner as it stands among others or in a sentence: `RU (said)`."""
        return f"{self.short} ({', '.join(self.manner)})" if self.manner else self.short

    @property
    def is_unsure(self) -> bool:
        """Whether the words are concluded, told by others or older, so that none are common."""
        return not UNSURE.isdisjoint(self.manner)


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without a bracket of their own.

    Attributes:
        leaves: What they account for.
        is_part: Whether the titles of the parts stand here.
        is_first: Whether these begin a sentence.
    """

    words: str
    leaves: tuple[Leaf, ...] = ()
    is_part: bool = False
    is_first: bool = False

    def with_parts(self, names: Sequence[str]) -> str:
        """Return the words, the names of the parts where these stand."""
        if not self.is_part:
            return self.words
        return capital(listed(names)) if self.is_first else listed(names)


@dataclass(frozen=True, slots=True)
class Variant:
    """What some want in a place."""

    voices: tuple[TextVoice, ...]
    pieces: tuple[Piece, ...]

    @property
    def label(self) -> str:
        """Whose it is: `UA`, `UA, RU-2 (inferred)`, `UA and RU said`."""
        manners = {voice.manner for voice in self.voices}
        if len(self.voices) > 1 and len(manners) == 1 and self.voices[0].manner:
            names = listed([voice.short for voice in self.voices])
            return replace(self.voices[0], short=names).label
        if len(self.voices) == 1:
            return self.voices[0].label
        return ", ".join(voice.in_prose for voice in self.voices)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A place that is not common: one variant where the others want nothing there, or several.

    Attributes:
        is_stacked: Whether the variants stand under each other, as alternatives.
        is_proposal: Whether they are those of columns that are no parties.
    """

    variants: tuple[Variant, ...]
    is_stacked: bool = False
    is_proposal: bool = False


Piece = Plain | Bracketed


def pieces_within(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield pieces, each before those inside it."""
    for piece in pieces:
        yield piece
        if isinstance(piece, Bracketed):
            for variant in piece.variants:
                yield from pieces_within(variant.pieces)


def title_ahead(title: str) -> str:
    """Return a title as it stands before words that are no sentence: `Working languages: `."""
    return f"{title}: "


def without_title(title: str, pieces: Iterable[Piece], *, is_said: bool) -> tuple[Piece, ...]:
    """Return pieces in which the title of their issue stands at most once before its words.

    Args:
        title: The title.
        pieces: The pieces.
        is_said: Whether it stands above or before them, so that none of them has it.
    """
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Bracketed):
            inside = [
                replace(one, pieces=without_title(title, one.pieces, is_said=is_said))
                for one in piece.variants
            ]
            found.append(replace(piece, variants=tuple(inside)))
            continue
        is_titled = piece.words.startswith(title_ahead(title))
        words = piece.words.removeprefix(title_ahead(title)) if is_said else piece.words
        found.append(replace(piece, words=words))
        is_said = is_said or is_titled
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark outside the words: a blank, how something is known, when it was agreed.

    Attributes:
        kind: `blank`, `known`, `agreed`, `reason` or `open`.
        parties: Whom it is about, by id.
        leaves: What it accounts for: words that admit those of a draft, and are not the same.
    """

    kind: str
    words: str
    parties: tuple[str, ...] = ()
    leaves: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a paragraph on a line of its own, such as an item of a list."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TextPart:
    """The words on an issue, or on those of its parts that have the same.

    Attributes:
        parts: The ids of the parts; one empty text for the whole.
        titles: Their letters and titles, `(a) Crimea`; empty for the whole.
        names: What a sentence calls them, with the letters of several: `Crimea (a)`.
        clauses: The words; none where there are none.
        status: The status of the lines.
        is_contested: Whether accounts of it differ, so that annex C tells them.
        draft: The id of the document whose draft the words are, so that what is plain need not be
            common; empty where all are merged.
        is_unanswered: Whether they are those of a draft, and are admitted by none so far.
        is_unadmitted: Whether they are those of a draft, and not all of them are admitted by each
            party that speaks, in words of record that are its own.
        is_agreed: Whether all say the same, so that a bracket is a choice of words alone.
    """

    parts: tuple[str, ...]
    titles: tuple[str, ...]
    clauses: tuple[Clause, ...]
    notes: tuple[Note, ...]
    status: Status
    is_contested: bool = False
    names: tuple[str, ...] = ()
    draft: str = ""
    is_unanswered: bool = False
    is_unadmitted: bool = False
    is_agreed: bool = False

    @property
    def pieces(self) -> Iterator[Piece]:
        """The pieces of its clauses, and those within them."""
        for clause in self.clauses:
            yield from pieces_within(clause.pieces)


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """An issue.

    Attributes:
        number: Its number, counted over the whole dossier: `1.4`.
        parts: The words on it, those of its parts apart where they differ.
        is_disputed: Whether its premise is disputed.
    """

    number: str
    issue: Issue
    parts: tuple[TextPart, ...]
    is_disputed: bool = False

    @property
    def has_words(self) -> bool:
        """Whether anyone says anything on it."""
        return any(part.clauses for part in self.parts)

    @property
    def is_spoken_to(self) -> bool:
        """Whether anyone says anything on it who is not just making a proposal."""
        return any(not _is_proposed(clause) for part in self.parts for clause in part.clauses)

    @property
    def is_clean(self) -> bool:
        """Whether it has words, and none of them in the bracket of some; proposals aside.

        Other words for what all want are clean too. Words of a draft that some do not admit, or
        to which no other party has words, are not; nor is a list of which the rest is not seen.
        """
        open_ones = (
            isinstance(piece, Bracketed) and not piece.is_proposal
            for part in self.parts
            if not part.is_agreed
            for piece in part.pieces
        )
        unclear = [part for part in self.parts if part.status is Status.UNCLEAR]
        unseen = (not part.draft and not all(map(_is_proposed, part.clauses)) for part in unclear)
        admitted = not any((*(part.is_unadmitted for part in self.parts), *unseen))
        return self.is_spoken_to and admitted and not any(open_ones)

    @property
    def is_unanswered(self) -> bool:
        """Whether words of a draft in it are admitted by none so far."""
        return any(part.is_unanswered for part in self.parts)


def _is_proposed(clause: Clause) -> bool:
    return any(isinstance(piece, Bracketed) and piece.is_proposal for piece in clause.pieces)


@dataclass(frozen=True, slots=True)
class Article:
    """A topic."""

    number: int
    title: str
    paragraphs: tuple[TextParagraph, ...]


class Telling(NamedTuple):
    """Who tells what is in no document of the dossier, such as a speech or a page of the press.

    Attributes:
        names: Who speaks, or who published it.
        date: On which day; none where that is not known.
        known: How it is known: `said`, or as others report it; and that it was published later.
    """

    names: tuple[str, ...]
    date: Moment | None
    known: str


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """An entry of an annex.

    Attributes:
        number: What it is called: `A1`, or the number of its paragraph.
        voices: Whose words they are.
        words: What it says.
        leaves: What it accounts for.
        remark: What stands in its last column: a conflict, or why it is here.
        telling: Who gives an account that is in no document of the dossier.
    """

    number: str
    voices: tuple[TextVoice, ...]
    words: str
    leaves: tuple[Leaf, ...] = ()
    remark: str = ""
    telling: Telling | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Leaves that are not in the text, and why."""

    leaves: tuple[Leaf, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document that the text is made of, and how much of it is known."""

    party: str
    short: str
    document: str
    known: str


@dataclass(frozen=True, slots=True)
class SingleText:
    """One text made of many documents.

    Attributes:
        comparison: What it is made of.
        papers: The documents of record.
        options: What each short name of an option stands for: `RU-1`, the title.
        steps: Annex A: the orders of steps.
        earlier: Annex B: words that an outcome took the place of.
        accounts: Annex C: accounts that differ.
        left_out: What is in neither, with the reasons.
        expected: Every leaf of every document.
        of_record: Those of words of record of the columns shown.
        speaking: Whose words are of record among those that count, as document and branch, by
            issue and part.
        carried: What a later word leaves as it was, each with the document of that word.
        whole: The dossier, with what is later than the moment.
        places: The places that are not common, and those that are.
        numbers: The number of every issue's paragraph, also of those that are not raised.
        base: The id of the column whose draft is the text; empty where all are merged.
        paper: The id of the document that is the draft; empty where it is all texts of the column.
    """

    comparison: Comparison
    whole: Dossier
    papers: tuple[PaperLine, ...]
    articles: tuple[Article, ...]
    options: tuple[tuple[str, str], ...] = ()
    steps: tuple[AnnexEntry, ...] = ()
    earlier: tuple[AnnexEntry, ...] = ()
    accounts: tuple[AnnexEntry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    expected: tuple[Leaf, ...] = field(default=(), repr=False)
    of_record: frozenset[Leaf] = field(default=frozenset(), repr=False)
    speaking: Mapping[tuple[str, str], frozenset[tuple[str, str]]] = field(
        default_factory=dict, repr=False
    )
    carried: Mapping[Leaf, str] = field(default_factory=dict, repr=False)
    places: Places = field(default=NO_PLACES, repr=False)
    numbers: Mapping[str, str] = field(default_factory=dict, repr=False)
    base: str = ""
    paper: str = ""

    @property
    def paragraphs(self) -> tuple[TextParagraph, ...]:
        """The paragraphs of all articles."""
        return tuple(one for article in self.articles for one in article.paragraphs)
