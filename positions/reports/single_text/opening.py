"""Says what stands above a single text: whose papers it is made of, and how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.accounting import NOT_MERGED
from positions.analysis.single_text.model import Bracketed
from positions.record.groups import groups_of
from positions.reports.page.summary import unraised_in_words
from positions.sentences.dates import with_dates
from positions.sentences.glossary import Glossary
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.analysis.single_text.model import Article, SingleText

__all__ = ["WARNING", "how_to_read", "moment_line", "papers", "premises", "state_of_text"]

WARNING: Final = (
    "A working paper: no party has agreed to it, and it replaces none of the documents."
)


def moment_line(text: SingleText) -> str:
    """Return as of when the text is."""
    return f"As of {text.comparison.as_of.in_full}."


def papers(text: SingleText) -> Iterator[tuple[str, str, str]]:
    """Yield whose each document is, its title with its day, and how much of it is known.

    Behind them are those whose accounts annex C has, and who tell them in none of these.
    """
    words = Glossary.of(text.whole)
    for paper in text.papers:
        document = text.comparison.dossier.memoranda[paper.document]
        day = f", {document.date.in_prose}" if document.title else ""
        yield paper.short, f"{words.titled(document)}{day}", paper.known
    found: dict[tuple[str, str], set[str]] = {}
    told = [entry.telling for entry in text.accounts if entry.telling]
    for one in sorted(told, key=lambda one: (one.date is None, one.date and one.date.day)):
        day = f", {one.date.in_prose}" if one.date else ""
        found.setdefault((day, one.known), set()).update(one.names)
    for (day, known), names in found.items():
        yield "annex C", f"{listed(sorted(names, key=str.casefold))}{day}", known


def how_to_read(text: SingleText) -> Iterator[str]:
    """Yield how brackets, notes and signs are read, and what each short name of an option is."""
    one = next((paper.short for paper in text.papers), "A")
    two, used = _signs(text)
    where = "Where the draft is silent, words" if text.base else "Words"
    yield (
        f"{where} without brackets are common to all who speak; a sentence that all of these want "
        f"as it is has a bracket where a party has no words. [{one}: …] are words that only {one} "
        f"wants{two}. A name followed by said, reported or inferred: spoken, told by someone else, "
        "or concluded from the text (in part: some of the words alone); earlier: from before a "
        "text that does not mention it, or before its party said otherwise. X is a figure that is "
        "left open."
    )
    yield (
        "What a text leaves out is no refusal: it stands in a note, behind a dash or on a line "
        "under the words. Notes and titles are no part of the text, and agreed by none. "
        f"{capital(used)}."
    )
    parts = [part for paragraph in text.paragraphs for part in paragraph.parts]
    notes = (note.words.lower() for part in parts for note in part.notes if note.kind == "blank")
    option = "; nothing, or nothing in what was read: the same under one option"
    option = option if any("nothing" in one for one in notes) else ""
    yield (
        "No provision: its text has nothing there, as far as it was read. Not seen: it was read "
        f"in part, and nothing was seen there{option}. Not disclosed: the text, or what it says "
        "there, is not public. Not recorded: no word of it is in the dossier."
    )
    names = "; ".join(_names(text))
    if names:
        yield f"Names: {names}."
    if text.base:
        name = text.whole.parties[text.base].name
        paper = text.whole.memoranda.get(text.paper or "")
        words = Glossary.of(text.whole)
        where = f"in {words.document(paper)}" if paper else "in a text of its own"
        yield (
            f"The words of record of {name} that stand {where}, and under no option that is not "
            "chosen, are the text, and need not be common: a bracket below has what those want who "
            "do not admit them. Who admits them in other words has these behind its name. What is "
            "reported, inferred or earlier makes nothing clean, and nothing is clean on which a "
            "party has no words. An item of a list is admitted by those alone whose own list has "
            f"it.{_beside_the_draft(text)}"
        )
    if text.options:
        options = "; ".join(f"{short}: {title}" for short, title in text.options)
        yield f"Options: {options}."


def _beside_the_draft(text: SingleText) -> str:
    """Return on which paragraphs words of the paper are not the text, behind what is said of it."""
    paper = text.whole.memoranda.get(text.paper)
    positions = paper.positions if paper else {}
    found = [
        one.number
        for one in text.paragraphs
        if one.issue.id in positions and not any(part.draft for part in one.parts)
    ]
    if not found:
        return ""
    return (
        f" What it has on {listed(found)} is not the text: it is blank, inferred or under an "
        "option, or it was agreed on, or its party says otherwise since."
    )


def _signs(text: SingleText) -> tuple[str, str]:
    """Return how places with several wordings are set, and what other signs mean: those it has."""
    parts = [part for paragraph in text.paragraphs for part in paragraph.parts]
    places = [piece for part in parts for piece in part.pieces if isinstance(piece, Bracketed)]
    beside = (place for place in places if len(place.variants) > 1 and not place.is_stacked)
    both = ": … | ".join(
        one.voices[0].short for choice in [*beside][:1] for one in choice.variants[:2]
    )
    two = f"; [{both}: …] is one place with two wordings" if both else ""
    if any(place.is_stacked for place in places):
        two += (
            "; Alt. A, Alt. B and so on are one place, whole wordings of which one is to be chosen"
        )
    signs = (
        (
            "† a premise in dispute, named at the end of the article",
            any(map(premises, text.articles)),
        ),
        ("‡ accounts differ: annex C", any(part.is_contested for part in parts)),
        ("‹…› is a proposal of one who is no party", any(one.is_proposal for one in places)),
        ("a number that is missing is an issue not yet raised", True),
        ("a missing letter, an item that nobody here names", True),
    )
    return two, "; ".join(words for words, is_used in signs if is_used)


def _names(text: SingleText) -> Iterator[str]:
    """Yield who each short name is, and of which group; the groups behind those shown."""
    known = text.whole.parties
    parties = text.comparison.parties
    groups = [known[one] for party in parties for one in groups_of(text.whole, party.id)]
    for party in dict.fromkeys((*parties, *groups)):
        group = next((known[one] for one in groups_of(text.whole, party.id)), None)
        behind = f", for whom {group.short or group.name} may speak" if group is not None else ""
        if party.short or behind:
            yield f"{': '.join(filter(None, (party.short, party.name)))}{behind}"


def state_of_text(text: SingleText) -> str:
    """Return how many paragraphs are clean, are not, or have no words."""
    paragraphs = text.paragraphs
    clean = sum(one.is_clean for one in paragraphs)
    empty = sum(not one.is_spoken_to for one in paragraphs)
    open_ones = len(paragraphs) - clean - empty
    count = f"{len(paragraphs)} paragraph{'' if len(paragraphs) == 1 else 's'}"
    said = f"{count}: {clean} clean, {open_ones} not clean, {empty} without words."
    alone = sum(one.is_unanswered for one in paragraphs)
    drafted = f"In {alone}, words of the draft are admitted by none so far." if alone else ""
    unraised = unraised_in_words(text.comparison)
    if any(NOT_MERGED in one.reason for one in text.left_out):
        unraised = unraised.replace("not yet raised", "not raised in these documents")
    return " ".join(filter(None, (said, drafted, unraised)))


def premises(article: Article) -> tuple[tuple[str, str], ...]:
    """Return the disputed premises of an article: the paragraphs, and what is disputed."""
    found: dict[str, list[str]] = {}
    for paragraph in article.paragraphs:
        if paragraph.is_disputed:
            words = with_dates(paragraph.issue.disputed.undated())
            found.setdefault(words, []).append(paragraph.number)
    return tuple((listed(numbers), words) for words, numbers in found.items())
