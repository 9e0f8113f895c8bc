"""Names everything in a dossier for sentences: parties, issues, options, items, parts, events."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

from positions.model.dossier import Modality, Role
from positions.model.vocabulary import Form
from positions.sentences.dates import with_dates
from positions.sentences.english import among, in_quotes, ordinal
from positions.sentences.events import Happening
from positions.sentences.issue_words import IssueWords, TitleWords, sure_noun
from positions.sentences.lexicon import Lexicon
from positions.sentences.names import Name
from positions.sentences.nouns import Noun, definite
from positions.sentences.terms import NO_TERMS, TermWords
from positions.text.english import listed, shortened
from positions.text.patterns import pattern
from positions.values import KINDS, Frame, Stance, Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from positions.model.dossier import Dossier, Issue, Memorandum, Party, Phrasing, Position
    from positions.sentences.position_words import PositionWords

    _Said = dict[tuple[int, int, tuple[str, ...]], tuple[Position, PositionWords]]

__all__ = ["Glossary"]

_NO = pattern(r"no ", re.IGNORECASE)
_QUESTION = pattern(
    r"(?:Who|Whose|Where|When|Whether|Which|How)\b|"
    r".* (?:that|which|who) (?:is|are|must|may|can|cannot|needs?|requires?)\b"
)
"""Titles to which options and items are answers: no party wants *the Union* of `Who pays`, nor
*the sale of boats* of `Matters that need both clubs`."""
_TEXTS = frozenset({"Draft", "Outline", "Paper", "Plan", "Proposal", "Text"})
"""First words of the names of texts that are common nouns."""
_LONGEST_TITLE = 120
"""How many characters of a title are quoted in a sentence."""
_ARTICLE = pattern(r"\A(?:an?|the) ", re.IGNORECASE)
_STRENGTHS = frozenset({Modality.SHOULD})
_ACTED = frozenset({Modality.MAY, Modality.WILL_NOT})
"""Strengths that no verb says, so that they stand behind the thing in the text's own word."""
_OTHER_TERMS = attrgetter("scope", "by", "starts", "until", "after", "modality")


class Glossary:
    """What sentences call everything in one dossier; found once each.

    Args:
        dossier: The dossier.
    """

    _latest: ClassVar[list[Glossary]] = []

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.parts_called: tuple[str, ...] = ()
        self._issues: dict[tuple[str, str, tuple[str, ...]], IssueWords] = {}
        self._said: dict[str, _Said] = {}

    @classmethod
    def of(cls, dossier: Dossier) -> Glossary:
        """Return the glossary of a dossier; the last one is kept."""
        if not (cls._latest and cls._latest[0].dossier is dossier):
            cls._latest[:] = [cls(dossier)]
        return cls._latest[0]

    @cached_property
    def names(self) -> Mapping[str, Name]:
        """The name of every party, by id."""
        return {
            party.id: Name.of(_named(party), plural=party.plural)
            for party in self.dossier.parties.values()
        }

    @cached_property
    def lexicon(self) -> Lexicon:
        """The proper nouns among its titles."""
        names = [party.name for party in self.dossier.parties.values()]
        return Lexicon(self._texts(), names, self._prose())

    def _prose(self) -> Iterator[str]:
        for issue in self.dossier.issues.values():
            yield from (issue.provision, issue.refused)
            for one in (*issue.options.values(), *issue.items.values()):
                yield from (one.provision, one.refused)

    def _texts(self) -> Iterator[str]:
        for event in self.dossier.events.values():
            yield from (event.title, event.noun)
        for issue in self.dossier.issues.values():
            yield from (issue.title, issue.noun)
            for one in (*issue.options.values(), *issue.items.values()):
                yield from (one.title, one.noun)
            for part in issue.parts.values():
                yield from (part.title, part.noun)

    def issue(
        self, issue: str, part: str = "", called: tuple[str, ...] | None = None
    ) -> IssueWords:
        """Return what sentences call an issue, or a part of it.

        Args:
            issue: The issue's id.
            part: The part's id, by whose frame values are said; empty for a whole.
            called: The parts by which it is called; the part alone where they are left out, and
                the whole issue where there are none.
        """
        if called is None:
            called = self.parts_called if part in self.parts_called else (part,) if part else ()
        key = issue, part, called
        if key not in self._issues:
            self._issues[key] = self._issue_words(self.dossier.issues[issue], part, called)
        return self._issues[key]

    def said_on(self, issue: str) -> _Said:
        """Return what was put into words on an issue so far; that of the last one alone is kept.

        A change and a row say the same of a position. Each stands under its identity, and whose it
        is, and is kept beside its words, so that no other gets its identity.
        """
        if issue not in self._said:
            self._said = {issue: {}}
        return self._said[issue]

    def calling(self, parts: tuple[str, ...]) -> Glossary:
        """Return the same glossary, which calls a line of one of these parts by all of them."""
        other = copy(self)
        other.parts_called = parts
        return other

    def _issue_words(self, issue: Issue, part: str, called: tuple[str, ...]) -> IssueWords:
        named = among([self._part(issue, one) for one in called or issue.parts], "parts")
        titles_of_parts = self.titles_of_parts(issue, called)
        noun = Noun(issue.noun) if issue.noun else None
        titles = self._titles(issue, noun.of_part(named) if noun else None)
        shown = {name: one.words for name, one in titles.items()}
        frame = self.dossier.frames[issue.id, part]
        frame = replace(
            frame,
            options=shown if issue.options else frame.options,
            items=shown if issue.items else frame.items,
        )
        # A side may be a party whose record could not be read.
        sides = tuple((side, self.names.get(side, Name.of(side))) for side in issue.between or ())
        return IssueWords(
            head=f"{issue.title} ({titles_of_parts})" if called else issue.title,
            frame=frame,
            noun=noun.of_part(named) if noun else None,
            part=named if called else "",
            names_part=noun is not None and noun.takes_part,
            titles=titles,
            by=issue.by,
            verb=issue.verb or "hand over",
            sides=sides,
        )

    def _titles(self, issue: Issue, noun: Noun | None) -> dict[str, TitleWords]:
        given: Mapping[str, Phrasing] = issue.options or issue.items
        bare = noun.bare() if noun else ""
        # A capital among titles in small letters is meant.
        meant = any(one.title[:1].islower() for one in given.values())
        words = {name: self._title(one, bare, meant=meant) for name, one in given.items()}
        against = {name: _against(words, name) for name in words}
        answers = noun is None and _QUESTION.match(issue.title)
        # All without a noun of their own are marked alike.
        certain = noun is not None or all(
            (sure_noun(one.title, of_choice=bool(issue.options)) and not answers)
            or words[name] in against.values()
            for name, one in given.items()
            if not one.noun
        )
        return {
            name: TitleWords(words[name], sure=True, against=against[name])
            if certain or one.noun
            else TitleWords(in_quotes(shortened(words[name], _LONGEST_TITLE)), sure=False)
            for name, one in given.items()
        }

    def _title(self, one: Phrasing, noun: str, *, meant: bool) -> str:
        if one.noun:
            return one.noun.replace("{noun}", noun)
        return one.title if meant else self.running(one.title)

    def _part(self, issue: Issue, part: str) -> str:
        return issue.parts[part].noun or self.running(issue.parts[part].title)

    def titles_of_parts(self, issue: Issue, parts: Iterable[str]) -> str:
        """Return the titles of parts as a list inside a sentence, a long one counted."""
        return among([self.running(issue.parts[part].title) for part in parts], "parts")

    def running(self, title: str) -> str:
        """Return a title as it stands inside a sentence.

        One of a single word stays as written, unless the dossier has the word in small letters.
        """
        known = " " in title.strip() or self.lexicon.has_small(title)
        return self.lexicon.lowered(title) if known else title

    def happening(self, word: str) -> Happening:
        """Return an event, an issue or free words as a sentence says that they happen."""
        dossier = self.dossier
        if word in dossier.events:
            event = dossier.events[word]
            title = self.lexicon.lowered(event.title)
            return Happening(event.noun) if event.noun else Happening.from_title(title, event=True)
        if word in dossier.issues:
            noun = dossier.issues[word].noun
            if noun and not Noun(noun).needs_value and not Noun(noun).takes_part:
                return Happening(definite(Noun(noun).bare()))
            return self._titled(dossier.issues[word].title, issue=True)
        return Happening(self.names[word].text) if word in self.names else self._titled(word)

    def _titled(self, title: str, *, issue: bool = False) -> Happening:
        return Happening.from_title(with_dates(self.lexicon.lowered(title)), issue=issue)

    def terms(self, position: Position, actors: Collection[str] = ()) -> TermWords:
        """Return the terms of a position in words.

        Args:
            position: The position.
            actors: Whose it is: whoever acts itself offers, and is not named again.
        """
        stated = position.conditions is not None or position.renewable is not None
        if not stated and not any(_OTHER_TERMS(position)):
            return NO_TERMS
        others = [word for word in position.by if word not in actors]
        return TermWords(
            scope=with_dates(position.scope.strip().rstrip(".")),
            by=listed([self.happening(word).words for word in others]),
            jointly=len(others) < len(position.by),
            start=self.happening(position.starts) if position.starts else None,
            until=self.happening(position.until) if position.until else None,
            renewal=_renewal(position.renewable),
            unconditional=position.conditions == (),
            conditions=tuple(self.happening(word) for word in position.conditions or ()),
            first=tuple(self.happening(word) for word in position.after),
            strength=str(position.modality) if position.modality in _STRENGTHS else "",
            acted=str(position.modality) if position.modality in _ACTED else "",
        )

    def document(self, document: Memorandum) -> str:
        """Return what a sentence calls a document: by its title, or whose it is and of when."""
        return in_quotes(document.title) if document.title else self.untitled(document)

    def untitled(self, document: Memorandum, *, timed: bool = False) -> str:
        """Return a document by whose it is, its form and its day: `Russia's memorandum of 2 June`.

        Args:
            document: The document.
            timed: Whether to name the hour too, where it is known.
        """
        party, name = self.dossier.parties.get(document.party), self.names.get(document.party)
        if party and name and party.role is Role.TEXT and document.form is not Form.REPORT:
            return name.text
        dated = self.dated(document, timed=timed)
        if name and document.form is Form.REPORT:
            return f"{'the' if document.id in self._places else 'a'} {dated} on {name.text}"
        return f"{name.possessive if name else 'the'} {dated}"

    def dated(self, document: Memorandum, *, timed: bool = False) -> str:
        """Return a document beside its party: `statement of 2 June 2025`, `second statement of …`.

        Those without a title that are alike are numbered.
        """
        day = document.date.in_full if timed else document.date.in_prose
        party = self.dossier.parties.get(document.party)
        is_draft = party is not None and party.role is Role.TEXT and not document.title
        form = "text" if is_draft and document.form is Form.MEMORANDUM else document.form
        return f"{self._places.get(document.id, '')}{form} of {day}"

    def titled(self, document: Memorandum) -> str:
        """Return the label of a document beside its party: its title, or its form and day."""
        return document.title or self.dated(document)

    def in_full(
        self,
        document: Memorandum,
        facts: Iterable[str] = (),
        *,
        older: bool = False,
        owned: bool = False,
    ) -> str:
        """Return a document in full: `Framework (memorandum of 28 May 2025, reviewed)`.

        Without a title, `memorandum of 28 May 2025 (reviewed)`.

        Args:
            document: The document.
            facts: What is told of it besides.
            older: Whether it is one of before a text that is not known in full.
            owned: Whether to say whose it is, where it has no title.
        """
        dated = f"{'older ' if older else ''}{self.dated(document, timed=True)}"
        if document.title:
            return f"{document.title} ({', '.join((dated, *facts))})"
        said = self.untitled(document, timed=True) if owned else dated
        return f"{said} ({', '.join(facts)})" if facts else said

    @cached_property
    def _places(self) -> Mapping[str, str]:
        """Which of those of its party, form and day a document without a title is, by its id."""
        alike: dict[tuple[str, Form, str], list[Memorandum]] = {}
        for one in self.dossier.memoranda.values():
            if not one.title:
                alike.setdefault((one.party, one.form, one.date.written_day), []).append(one)
        return {
            one.id: f"{ordinal(place)} "
            for found in alike.values()
            if len(found) > 1
            for place, one in enumerate(sorted(found, key=lambda one: one.date.order()))
        }

    def parties(self, ids: tuple[str, ...] | list[str]) -> str:
        """Return parties as a list, a long one counted."""
        return among([self.names[party].text for party in ids], "parties")


def _named(party: Party) -> str:
    """Return a party's name; a text is named as a thing is: `the draft of June`."""
    first, _, rest = party.name.partition(" ")
    if party.role is Role.TEXT and first in _TEXTS:
        return f"the {first.lower()} {rest}".strip()
    return party.name


def _against(words: Mapping[str, str], name: str) -> str:
    """Return the phrase for X where a title is *no X* and another is *X*; else nothing."""
    refused = _NO.match(words[name])
    if refused is None:
        return ""
    rest = words[name][refused.end() :].casefold()
    others = (phrase for other, phrase in words.items() if other != name)
    return next(
        (phrase for phrase in others if _ARTICLE.sub("", phrase, count=1).casefold() == rest), ""
    )


def _renewal(renewable: Value | bool | None) -> str:  # noqa: FBT001 - it is a term's value
    if isinstance(renewable, Value):
        if renewable.stance is Stance.TO_BE_AGREED:
            return "renewable for a time to be agreed"
        if renewable.stance is Stance.UNSPECIFIED:
            return "renewable"
        return f"renewable by {KINDS['duration'].in_prose(renewable, Frame())}"
    return {None: "", True: "renewable", False: "not renewable"}[renewable]
