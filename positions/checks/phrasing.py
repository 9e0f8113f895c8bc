"""Titles, nouns and terms that make a bad sentence, each with the sentence that it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from positions.sentences.issue_words import sure_noun
from positions.sentences.nouns import Noun
from positions.sentences.terms import says_already
from positions.text.patterns import pattern
from positions.values import KINDS, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from positions.checks.walk import Declared, Faults
    from positions.model.dossier import Dossier, Issue, Position
    from positions.problems.problem import Path

__all__ = [
    "noun_needs_value",
    "noun_without_article",
    "scope_repeats",
    "term_repeats",
    "title_is_no_name",
]

_OPEN_ENDS = frozenset(
    re.findall(
        "[a-z]+",
        "about after at before between by during every for from in of on over per since to under "
        "until with within without",
    )
)
_VERBS = frozenset(
    ["applies", "begins", "covers", "ends", "expires", "includes", "lasts", "starts"]
)
_WITHOUT_ARTICLE = pattern(
    r"(?:\w*(?:s|ing|ion|ness|ity|ism|ance|ence|ship)|people|personnel|\b(?:access|aid|"
    r"care|control|debt|equipment|fuel|help|labour|land|law|leave|light|money|oil|pay|power|"
    r"research|storage|support|time|trade|traffic|transport|water|work))$",
    re.IGNORECASE,
)
"""A head of a noun phrase that may stand without an article: a plural, or what is not counted."""

_HEAD = pattern(
    r"(.*?)(?=\s(?:of|in|on|for|to|from|by|with|at|as|between|under|per|that|which)\b|$)"
)
_FINITE = frozenset(
    {
        *("is", "are", "was", "were", "has", "have", "begin", "begins", "end", "ends"),
        *("start", "starts", "enters", "leaves", "takes"),
    }
)
_SMALL = frozenset({"a", "an", "the"})
_WORDS = pattern(r"[\w'’-]+")


def title_is_no_name(dossier: Dossier, declared: Declared) -> Faults:
    """Yield titles that read as no name: they go on, or are no more than a verb."""
    parties = dossier.parties.values()
    names = {word for one in parties for word in (*one.name.split(), one.short)}
    for issue in dossier.issues.values():
        if _goes_on(issue.title):
            sentence = "The title is no name, and sentences begin with it."
            advice = _shown(declared, issue, "Write a name, such as `Time to the first review`.")
            yield ("issues", issue.id, "title"), sentence, advice
        for section in ("options", "items"):
            titles = {name: one for name, one in getattr(issue, section).items() if not one.noun}
            small = any(one.title[:1].islower() for one in titles.values())
            for name, one in titles.items():
                own = one.title.split(" ", 1)[0].removesuffix("'s").removesuffix("’s") in names
                why = _unfit(one.title, small=small and not own)
                if why:
                    mend = "Mend it, or write `noun:` beside `title:`."
                    advice = _shown(declared, issue, mend, name)
                    path: Path = ("issues", issue.id, section, name)
                    yield path, f"The title {why}, and stands inside sentences.", advice


def _goes_on(title: str) -> bool:
    """Return whether a title is not all of a name: it ends in a preposition, or is a verb."""
    first, *others = title.casefold().split() or [""]
    if not others:
        return first in _VERBS
    return others[-1] in _OPEN_ENDS or (first == "to" and others[0] == "be")


def _unfit(title: str, *, small: bool) -> str:
    if ";" in title:
        return "has a semicolon"
    first = title.split(" ", 1)[0]
    if small and first[:1].isupper() and first[1:].islower() and " " in title:
        second = title.split(" ", 2)[1]
        name = second[:1].isupper() or first.endswith(("an", "ish", "ese"))
        return "" if name else "begins with a capital letter"
    return "is no name" if _goes_on(title) else ""


def noun_without_article(dossier: Dossier, declared: Declared) -> Faults:
    """Yield nouns of issues that need an article: `ceasefire` for `a ceasefire`."""
    for issue in dossier.issues.values():
        noun = Noun(issue.noun).bare() if issue.noun else ""
        head = _HEAD.match(noun)
        if not noun or sure_noun(f"{noun} it") or head is None:
            continue
        if not _WITHOUT_ARTICLE.search(head[1]):
            sentence = "The noun has no article."
            article = "an" if noun[:1].lower() in "aeiou" else "a"
            advice = _shown(declared, issue, f"Write it as a sentence has it: `{article} {noun}`.")
            yield ("issues", issue.id, "noun"), sentence, advice


def noun_needs_value(dossier: Dossier, declared: Declared) -> Faults:
    """Yield nouns whose value is outside of brackets, where a position has no value to put in."""
    needing = {one.id for one in dossier.issues.values() if Noun(one.noun).needs_value}
    if not needing:
        return
    for path, position in declared.positions:
        issue = _issue_of(dossier, path)
        if issue not in needing or position.value is None:
            continue
        if position.value.stance in {Stance.REFUSED, Stance.TO_BE_AGREED, Stance.UNSPECIFIED}:
            needing.remove(issue)
            sentence = "The noun has its value outside of brackets, and a position has none."
            advice = _shown(
                declared, dossier.issues[issue], "Put what goes with the value in brackets: `[…]`."
            )
            yield ("issues", issue, "noun"), sentence, advice


def scope_repeats(dossier: Dossier, declared: Declared) -> Faults:
    """Yield scopes that say no more than the value does."""
    for path, position in declared.positions:
        value = position.value
        issue = _issue_of(dossier, path)
        if value is None or not position.scope or issue not in dossier.issues:
            continue
        frame = dossier.frames[issue, ""]
        shown = KINDS[dossier.issues[issue].kind].in_prose(value, frame)
        if not shown.startswith("“") and says_already(shown, position.scope):
            yield (
                (*path, "scope"),
                "The scope says no more than the value, so that sentences leave it out.",
                _position_shown(declared, issue, position, "Remove it, or say what it limits."),
            )


def term_repeats(dossier: Dossier, declared: Declared) -> Faults:
    """Yield events of terms that the title of the option says already."""
    for path, position in declared.positions:
        issue = _issue_of(dossier, path)
        named = (*position.after, *(position.conditions or ()))
        if not named or position.value is None or not position.value.wanted:
            continue
        titles = {**dossier.issues[issue].options, **dossier.issues[issue].items}
        wanted = [titles[one] for one in position.value.wanted]
        said = _content(" ".join(one.noun or one.title for one in wanted))
        for name in named:
            event = dossier.events.get(name)
            if event is not None and _content(event.noun or event.title) <= said:
                yield (
                    path,
                    "The title of the option says already what the term says comes before.",
                    _position_shown(declared, issue, position, "Remove it from one of the two."),
                )
                break


def _content(words: str) -> frozenset[str]:
    """Return the words of a text that carry its meaning."""
    return frozenset(_WORDS.findall(words.casefold())) - _SMALL - _FINITE


def _issue_of(dossier: Dossier, path: Path) -> str:
    if path[0] == "issues":
        return str(path[1])
    if path[0] == "outcomes":
        return dossier.outcomes[str(path[1])].issue
    return str(path[3])


def _shown(declared: Declared, issue: Issue, advice: str, name: str = "") -> Callable[[], str]:
    """Return what gives the advice, with the sentence that the issue makes of a position.

    It is one that asks for the option or item of which the name is given.
    """

    def told() -> str:
        for position, party in _positions_on(declared, issue.id):
            if name and position.value and name not in position.value.wanted:
                continue
            return _sample(declared, issue.id, position, advice, party)
        return advice

    return told


def _position_shown(
    declared: Declared, issue: str, position: Position, advice: str
) -> Callable[[], str]:
    return lambda: _sample(declared, issue, position, advice)


def _sample(
    declared: Declared, issue: str, position: Position, advice: str, party: str = ""
) -> str:
    from positions.sentences.voices import sample_of  # noqa: PLC0415 - slow to load

    return f"It reads: {sample_of(declared.words, issue, position, party)} {advice}"


def _positions_on(declared: Declared, issue: str) -> Iterator[tuple[Position, str]]:
    dossier = declared.words.dossier
    for document in dossier.memoranda.values():
        position = document.positions.get(issue)
        read = document.party in dossier.parties
        if read and position is not None and position.value is not None:
            yield position, document.party
