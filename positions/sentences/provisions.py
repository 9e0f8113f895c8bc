"""Puts values into the sentences of a text: the provision of an issue, an option or an item.

A provision has `{value}` and `{terms}` where these go, and `{part}` for the parts that it is about;
terms otherwise close the sentence. A date brings its preposition, a refusal has a sentence of its
own, and a figure that is left open is X. Without a provision the title, a colon and the value
stand: no sentence is made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from positions.sentences.english import ended
from positions.sentences.saying import handed_over
from positions.text.english import capital, listed
from positions.text.patterns import pattern
from positions.values import KINDS, Stance
from positions.values.prose import Surroundings, unit_in_prose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.model.dossier import Issue, Phrasing
    from positions.sentences.glossary import Glossary
    from positions.values import Frame, Value

__all__ = ["NO_PROVISION", "Hole", "ProvisionSentence", "ProvisionWriter", "Segment"]

NO_PROVISION: Final = "No such provision is made."
"""What refuses, where an issue has no sentence for that."""

_NO_LIMIT: Final = "No limit is set."
_SENTENCE = pattern(r"[^\Wa-z]\S* .*\.", re.DOTALL)
_INDEFINITE = pattern(r"(?i:an?) ")
_HOLES = pattern(r"(\{(?:value|terms|part)\})")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAYS = pattern(rf"([0-9]{{1,2}})-([0-9]{{1,2}}) ({_MONTH}(?: [0-9]{{4}})?)")
_STRETCH = pattern(rf"(?:[0-9]{{1,2}} )?(?:{_MONTH}|[0-9]{{4}})(?: [0-9]{{4}})? to .+")
_DAY = pattern(rf"[0-9]{{1,2}} {_MONTH}(?: [0-9]{{4}})?")
_SPAN = pattern(rf"(?:{_MONTH}(?: [0-9]{{4}})?|(?:the [a-z]+ (?:quarter|half) of )?[0-9]{{4}})")
_LIMIT = pattern("(?:^|(?<= or ))(?:by|from) ")
_JOINT = pattern(
    r"(?:about|after|at|before|by|during|for|from|in|of|on|since|than|to|until|within)$"
)
_WORDS_FOR_FIGURES = pattern(r"\b(?:none|no limit|unlimited|unspecified|to be agreed)\b")


class Hole(StrEnum):
    """A place in a provision that something fills."""

    VALUE = "{value}"
    TERMS = "{terms}"
    PART = "{part}"


Segment = str | Hole
"""Words of a provision, or a place in it."""


@dataclass(frozen=True, slots=True)
class ProvisionSentence:
    """The sentence of a text that provides a value.

    Attributes:
        segments: Its words, and the places in it; there is one for the terms.
        value: What fills the place of the value; empty where the sentence has none.
        open: What is said of a figure that is left open, behind the terms.
        within: Whether it says *within* a time, so that a start comes after *of*.
    """

    segments: tuple[Segment, ...]
    value: str = ""
    open: str = ""
    within: bool = False

    @property
    def takes_value(self) -> bool:
        """Whether there is a place for the value."""
        return Hole.VALUE in self.segments

    def filled(self) -> str:
        """Return the sentence with its value, without terms and a part."""
        words = {Hole.VALUE: self.value, Hole.TERMS: self.open}
        return "".join(
            words.get(one, "") if isinstance(one, Hole) else one for one in self.segments
        ).strip()


class ProvisionWriter:
    """Writes the provisions of one dossier.

    Args:
        glossary: What sentences call everything in it.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._dossier = glossary.dossier
        self._frames: dict[tuple[str, str], Frame] = {}

    def of_value(self, issue: str, part: str, value: Value) -> ProvisionSentence:
        """Return the sentence of a value: a figure, an option, a wording, or a word for one."""
        one = self._dossier.issues[issue]
        if value.stance is Stance.REFUSED or (value.rejected and not value.wanted):
            return self._refused(one, value)
        if value.stance in {Stance.UNSPECIFIED, Stance.TO_BE_AGREED}:
            return self._open(one, value)
        given = self._provided(one.options, value.wanted)
        if given is not None:
            return given
        kind = KINDS[one.kind]
        frame = self.frame(issue, part)
        sides = kind.directions(value, frame)
        words = kind.in_prose(value, frame)
        if sides and one.between:
            words = handed_over(self._glossary.issue(issue, part), sides)
        is_text = words.startswith("“")
        if is_text:
            words = kind.show(value, frame).strip()
            if not one.provision and _SENTENCE.fullmatch(words):
                return ProvisionSentence((Hole.VALUE, Hole.TERMS, "."), words.rstrip("."))
            words = words.rstrip(".")
        found = _parsed(one.provision) if one.provision else None
        odd = not (sides or is_text) and _WORDS_FOR_FIGURES.search(words)
        if found is None or not found.takes_value or odd:
            return self.titled(one.title, words)
        return _with_value(found, words, limit=kind.dated and bool(one.limit))

    def of_items(self, issue: str, items: Sequence[str]) -> ProvisionSentence | None:
        """Return the sentence that demands items as one list; None where the issue has none.

        Its value is left out: whoever lists the items puts them there.
        """
        one = self._dossier.issues[issue]
        found = _parsed(one.provision) if one.provision else None
        takes = found is not None and found.takes_value
        own = len(items) == 1 and bool(one.items[items[0]].provision)
        return found if takes and not own else None

    def of_item(self, issue: str, item: str) -> ProvisionSentence:
        """Return the sentence that demands one item: its own, that of the issue, or its title."""
        one = self._dossier.issues[issue]
        if one.items[item].provision:
            return _parsed(one.items[item].provision)
        title = self.item_title(issue, item)
        found = self.of_items(issue, (item,))
        return self.titled(one.title, title) if found is None else _with_value(found, title)

    def refused_item(self, issue: str, item: str) -> ProvisionSentence:
        """Return the sentence that refuses one item, or one option."""
        one = self._dossier.issues[issue]
        return self._none_of(one, one.items or one.options, (item,))

    def item_title(self, issue: str, item: str) -> str:
        """Return the title of an item as it stands inside a sentence."""
        return self._running(self._dossier.issues[issue].items)[item]

    def titled(self, title: str, words: str) -> ProvisionSentence:
        """Return a title, a colon and words: what stands where there is no provision."""
        return ProvisionSentence((f"{title}: ", Hole.VALUE, Hole.TERMS, "."), words)

    def frame(self, issue: str, part: str) -> Frame:
        """Return what an issue tells its kind, titles as they stand inside a sentence."""
        if (issue, part) not in self._frames:
            one = self._dossier.issues[issue]
            self._frames[issue, part] = replace(
                self._dossier.frames[issue, part],
                options=self._running(one.options),
                items=self._running(one.items),
            )
        return self._frames[issue, part]

    def _running(self, given: Mapping[str, Phrasing]) -> dict[str, str]:
        """Return titles in the case of running text; where one is in small letters, all are meant.

        A capital letter among titles in small letters stays.
        """
        meant = any(one.title[:1].islower() for one in given.values())
        return {
            name: one.title if meant else self._glossary.running(one.title)
            for name, one in given.items()
        }

    def _provided(
        self, given: Mapping[str, Phrasing], wanted: Sequence[str]
    ) -> ProvisionSentence | None:
        """Return the sentences of options, of which any one will do; None where one has none."""
        sentences = [given[name].provision for name in wanted if name in given]
        if not sentences or not all(sentences):
            return None
        if len(sentences) == 1:
            return _parsed(sentences[0])
        first, *others = (sentence.strip().rstrip(".") for sentence in sentences)
        joined = [first, *(self._glossary.running(other) for other in others)]
        return _parsed(ended("; or ".join(joined)))

    def _refused(self, issue: Issue, value: Value) -> ProvisionSentence:
        """Return the sentence that refuses: the issue's, or those of the options refused."""
        if value.rejected and value.stance is not Stance.REFUSED and issue.options:
            return self._none_of(issue, issue.options, value.rejected)
        if issue.items and not issue.refused:
            titles = self._running(issue.items).values()
            return _parsed(f"None of these is provided for: {'; '.join(titles)}.")
        return _parsed(issue.refused or (_NO_LIMIT if issue.limit else NO_PROVISION))

    def _none_of(
        self, issue: Issue, known: Mapping[str, Phrasing], rejected: Sequence[str]
    ) -> ProvisionSentence:
        """Return sentences that refuse options or an item; else it is told behind the title."""
        options = [known[name] for name in rejected]
        if not all(one.refused or _INDEFINITE.match(one.title) for one in options):
            titles = self._running(known)
            named = [titles[name] for name in rejected]
            two = f"neither {' nor '.join(named)}" if len(named) == 2 else ""
            return self.titled(issue.title, two or f"not {listed(named, 'or')}")
        found = [capital(ended((one.refused or _refusal(one.title)).strip())) for one in options]
        *others, last = found
        return _parsed(" ".join((*(one.replace(Hole.TERMS, "") for one in others), last)))

    def _open(self, issue: Issue, value: Value) -> ProvisionSentence:
        """Return the sentence of a figure that is left open: X, and what is said of it."""
        agreed = value.stance is Stance.TO_BE_AGREED
        found = _parsed(issue.provision) if issue.provision else None
        if found is not None and found.takes_value and not (issue.options or issue.items):
            unit = unit_in_prose(issue.unit) if issue.unit else Surroundings("", "")
            words = f"{unit.ahead}X{unit.behind}"
            said = "; X is to be agreed" if agreed else "; X is not named"
            return replace(found, value=words, open=said)
        if found is not None and not found.takes_value and not agreed:
            return replace(found, open="; the particulars are not given")
        return self.titled(issue.title, "to be agreed" if agreed else "not specified")


def _parsed(template: str) -> ProvisionSentence:
    """Return a provision of a template; where it has no place for terms, they close it."""
    words = capital(ended(template.strip()))
    segments: list[Segment] = [
        Hole(piece) if _HOLES.fullmatch(piece) else piece for piece in _HOLES.split(words) if piece
    ]
    if Hole.TERMS not in segments:
        last = segments.pop()
        if isinstance(last, Hole):
            segments += [last, Hole.TERMS]
        else:
            stop = last[len(last.rstrip(".")) :]
            segments += [*([last.rstrip(".")] if last.rstrip(".") else []), Hole.TERMS]
            segments += [stop] if stop else []
    return ProvisionSentence(tuple(segments), within=_word_before(segments) == "within")


def _with_value(found: ProvisionSentence, words: str, *, limit: bool = False) -> ProvisionSentence:
    """Return a provision with a value; a date gets its preposition, unless there is one."""
    if not _JOINT.match(_word_before(found.segments)):
        words = " or ".join(_dated(one) for one in words.split(" or "))
    elif limit:
        words = _LIMIT.sub("", words)
    first = found.segments[:1] == (Hole.VALUE,)
    return replace(found, value=capital(words) if first else words)


def _dated(words: str) -> str:
    days = _DAYS.fullmatch(words)
    if days:
        return f"between {days[1]} and {days[2]} {days[3]}"
    if _STRETCH.fullmatch(words):
        return f"from {words}"
    if _DAY.fullmatch(words):
        return f"on {words}"
    return f"in {words}" if _SPAN.fullmatch(words) else words


def _word_before(segments: Sequence[Segment]) -> str:
    """Return the word right before the place of the value; empty where there is none."""
    if Hole.VALUE not in segments:
        return ""
    place = segments.index(Hole.VALUE)
    before = segments[place - 1] if place else ""
    words = before.split() if not isinstance(before, Hole) else []
    return words[-1].lower() if words and before.endswith(" ") else ""


def _refusal(title: str) -> str:
    """Return the sentence that refuses what a title with a or an names: `No new lining`."""
    return _INDEFINITE.sub("No ", title, count=1)
