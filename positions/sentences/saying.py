"""Says what a position says: which act, on which thing, from the value's own parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from positions.model.dossier import Blank, Modality
from positions.sentences.acts import Act
from positions.sentences.english import alike, among, either, indefinite, number, pronoun
from positions.sentences.issue_words import sure_noun
from positions.sentences.nouns import any_of, definite
from positions.sentences.position_words import PositionWords, Thing
from positions.sentences.terms import NO_TERMS
from positions.text.english import listed, shortened
from positions.text.patterns import pattern
from positions.values import KINDS, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from positions.model.dossier import Position
    from positions.sentences.issue_words import IssueWords, TitleWords
    from positions.sentences.nouns import Noun
    from positions.sentences.terms import TermWords
    from positions.values import Kind, Value

__all__ = ["Actor", "handed_over", "said"]

_LONGEST_QUOTE = 120
"""How many characters of a wording are quoted in a sentence."""

_OF_STRENGTH = frozenset({Act.ALLOW, Act.NOT_ACCEPT})
"""Acts that say how strongly a value binds, which a rejection beside them would not."""

_STATED = frozenset({Act.WANT, Act.OFFER})
"""What a party does with a value that it states in its own name."""

_FEW = 3
"""Up to how many refused items are named where all others are wanted."""

_ROOM_OF_A_LIST = 150
"""How many characters the entries may have that are named of a long list."""

_FIGURES = frozenset({"date", "duration", "exchange", "quantity"})
"""The kinds of which somebody can name a figure."""

_PREPOSITIONS = frozenset(
    {
        "about",
        "after",
        "at",
        "before",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "since",
        "to",
        "until",
        "with",
        "within",
    }
)
_AT_DATES = ("by ", "from ", "before ", "after ")
_RATE = pattern(r" (?:an?|per|each|every) ")
"""What stands in a unit before the time, or the other measure, for which it counts."""
_DATE = pattern(
    r"(?:about )?(?:[0-9-]+ )?(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)(?: [0-9]{4})?(?: to .+)?|[0-9]{4}(?: to [0-9]{4})?"
)
"""A date without a preposition of its own."""
_LEAST = pattern("^at (?:least|most) ")
_IS_LIMIT = pattern(
    r"\b(?:bound|cap|ceiling|deadline|floor|limit|maximum|minimum|quota|threshold)s?\b"
)
"""A noun that names the limit itself, and not what is limited."""
_LIMIT = pattern("(?:^|(?<= or ))(?:by|from) ")
"""How a date that is a limit begins, where the noun has no preposition."""
_DAYS = pattern(r"(\d+)-(\d+ .+)|(\d+ .+?) to (.+)")
"""Days from one to another: `20-30 June 2025`, `1 September to 30 November 2026`."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who says it.

    Attributes:
        id: The id of the party, the first where several say the same; empty for nobody.
        others: The ids of the others who say the same.
        proposes: Whether it is a mediator, an observer or a draft.
    """

    id: str = ""
    others: tuple[str, ...] = ()
    proposes: bool = False


def said(
    words: IssueWords, kind: str, position: Position, terms: TermWords, actor: Actor
) -> PositionWords:
    """Return what a position says.

    Args:
        words: What sentences call the issue, or its part.
        kind: The kind of its values.
        position: A value with its terms, or a blank of a branch.
        terms: The terms in words.
        actor: Whose position it is.
    """
    value = position.value
    if value is None:
        struck = position.blank is Blank.DELETED
        return replace(_struck(words), terms=terms) if struck else PositionWords((), "")
    act = _act(words, position, actor)
    found = _Builder(words, KINDS[kind], value, act, actor).said()
    if act in _OF_STRENGTH and any(other is Act.REJECT for other, _ in found.acts):
        found = replace(found, acts=(), names_issue=False)
    if position.goes_on:
        bare, brief = (one and f"{one}, the rest not seen" for one in (found.bare, found.brief))
        found = replace(found, bare=bare, brief=brief, unnamed="the rest")
    return found if terms is NO_TERMS else replace(found, terms=terms)


def _act(words: IssueWords, position: Position, actor: Actor) -> Act:
    if position.modality is Modality.MAY:
        return Act.ALLOW
    if position.modality is Modality.WILL_NOT:
        return Act.NOT_ACCEPT
    if actor.proposes:
        return Act.PROPOSE
    acts = actor.id and {actor.id, *actor.others} <= {*position.by, *words.by}
    return Act.OFFER if acts else Act.WANT


def _struck(words: IssueWords) -> PositionWords:
    noun = words.noun
    if noun is None or noun.needs_value:
        return PositionWords(
            ((Act.STRIKE, Thing("the whole provision")),), "struck", names_issue=False
        )
    thing = Thing(definite(noun.bare()), noun=noun.bare())
    return PositionWords(((Act.STRIKE, thing),), "struck", names_issue=words.noun_names)


@dataclass(frozen=True, slots=True)
class _Builder:
    """What a value says, put together from what its kind tells of it."""

    words: IssueWords
    kind: Kind[Any]
    value: Value
    act: Act
    actor: Actor

    def said(self) -> PositionWords:
        stance = self.value.stance
        if stance is Stance.TO_BE_AGREED:
            return self._of_noun(Act.LEAVE_OPEN, definite, "to be agreed")
        if stance is Stance.UNSPECIFIED:
            noun = self.words.noun
            time = "time" if noun and noun.before_value() == "within" else "figure"
            figure = "date" if self.kind.dated else time
            unnamed = "which" if self.words.titles else figure
            return self._of_noun(self.act, str, "not specified", unnamed)
        if self.value.wanted or self.value.rejected:
            return self._titles()
        if stance is Stance.REFUSED:
            return self._refused()
        sides = self.kind.directions(self.value, self.words.frame)
        return self._exchange(sides) if sides else self._figure()

    def _refused(self) -> PositionWords:
        """Return a refusal: of any limit, by a noun that is one, or else of any such thing.

        Who wants no limit for a fee does not reject any fee.
        """
        noun = self.words.noun
        limits = self.words.frame.limit and noun and not noun.needs_value
        if noun is None or not limits or _IS_LIMIT.search(noun.bare()):
            return self._of_noun(Act.REJECT, any_of, self._prose())
        act = Act.WANT if self.act is Act.OFFER else self.act
        thing = Thing(f"no limit for {noun.bare()}")
        return PositionWords(((act, thing),), self._prose(), names_issue=self.words.noun_names)

    def _prose(self, *, bare: bool = False) -> str:
        found = self.kind.in_prose(self.value, self.words.frame, bare=bare)
        if found.startswith("“") and not self.words.titles:
            return f"“{shortened(found[1:-1], _LONGEST_QUOTE)}”"
        return found

    def _of_noun(
        self,
        act: Act,
        form: Callable[[str], str],
        bare: str,
        unnamed: str = "",
    ) -> PositionWords:
        """Return an act on the noun without a value; the bare words alone where there is none."""
        noun = self.words.noun
        if noun is None or noun.needs_value:
            return self._of_title(act, bare, unnamed)
        phrase = noun.bare()
        second = noun.again("") if form is str else ""
        thing = Thing(form(phrase), second, phrase)
        return PositionWords(
            ((act, thing),), bare, unnamed=unnamed, names_issue=self.words.noun_names
        )

    def _of_title(self, act: Act, bare: str, unnamed: str) -> PositionWords:
        """Return an act on what the title names, as *it*; on a refusal in its own word."""
        thing = "it"
        if act is Act.REJECT:
            return self._plain(bare)
        if act is not Act.LEAVE_OPEN and self.kind.name in _FIGURES:
            thing, unnamed = f"a {unnamed}", "none"
        elif act is not Act.LEAVE_OPEN:
            act, unnamed = Act.NOT_SPECIFY, ""
        return PositionWords(((act, Thing(thing)),), bare, unnamed=unnamed, names_issue=False)

    def _plain(self, bare: str, brief: str = "") -> PositionWords:
        """Return an act on a bare value, whose issue only a title before the sentence names.

        No party wants an option that may be no noun phrase: its position is that option.
        """
        named = self.words.titles and self.value.stance is Stance.NAMED
        if named and self.act in _STATED:
            return PositionWords((), bare, names_issue=False)
        lead = "a date " if bare.startswith(_AT_DATES) else ""
        thing = Thing(f"{lead}{bare}", brief=brief)
        return PositionWords(((self.act, thing),), bare, names_issue=False)

    def _figure(self) -> PositionWords:
        noun, bare = self.words.noun, self._prose()
        if bare.startswith("“") and not self.words.titles:
            whole = self.kind.in_prose(self.value, self.words.frame)
            words = ((self.act, Thing(f"the words {bare}")),)
            return PositionWords(words, bare, names_issue=False, quote=whole.strip("“”"))
        if noun is None:
            return self._plain(bare)
        thing = self._filled(self._unrepeated(noun, bare), self._prose(bare=True))
        return PositionWords(((self.act, thing),), bare, names_issue=self.words.noun_names)

    def _unrepeated(self, noun: Noun, value: str) -> str:
        """Return a value without what its unit counts, where the noun names that already.

        `a ceiling of 8 a day on lorries`, not `of 8 lorries a day on lorries`.
        """
        counted = _RATE.split(self.words.frame.unit, maxsplit=1)[0]
        said = f" {noun.bare()} ".casefold()
        return value.replace(f" {counted}", "") if f" {counted.casefold()} " in said else value

    def _filled(self, value: str, figure: str = "") -> Thing:
        noun = self.words.noun
        if noun is None or not noun.takes_value:
            alone = indefinite(_LEAST.sub("", value))
            return Thing(value if noun is None or alone else f"{noun.bare()} ({value})")
        value, figure = (self._dated(noun, one) for one in (value, figure or value))
        return Thing(
            noun.full(value, figure),
            noun.again(value, figure),
            noun.bare(),
            within=noun.before_value() == "within",
        )

    def _dated(self, noun: Noun, value: str) -> str:
        """Return a value with *on*, *in* or *between* before a date right behind a noun.

        A limit, the latest day or the earliest, has its own preposition unless the noun has one.
        """
        if noun.before_value() in _PREPOSITIONS:
            limit = self.kind.dated and self.words.frame.limit
            return _LIMIT.sub("", value) if limit else value
        if not _DATE.fullmatch(value):
            return value
        days = _DAYS.fullmatch(value)
        if days:
            return f"between {days[1] or days[3]} and {days[2] or days[4]}"
        return f"{'on' if value[0].isdigit() and ' ' in value else 'in'} {value}"

    def _titles(self) -> PositionWords:
        """Return what is wanted and what is rejected of options or items, by their nouns."""
        titles = self.words.titles
        wanted = [titles[name] for name in self.value.wanted]
        rejected = [titles[name] for name in self.value.rejected]
        bare = self.kind.in_prose(self.value, self.words.frame)
        brief = self._brief(wanted, rejected)
        return replace(self._titled(wanted, rejected, bare, brief), brief=brief)

    def _brief(self, wanted: Sequence[TitleWords], rejected: Sequence[TitleWords]) -> str:
        lists = ([one.words for one in wanted], [one.words for one in rejected])
        yes, no = map(self._briefly, lists)
        return ", but not ".join(filter(None, (yes, no))) if yes else f"not {no}"

    def _titled(
        self, wanted: Sequence[TitleWords], rejected: Sequence[TitleWords], bare: str, brief: str
    ) -> PositionWords:
        """Return acts on options or items, or the bare value where they are no sure nouns."""
        titles, noun = self.words.titles, self.words.noun
        names = self.words.noun_names
        sure = all(one.sure for one in (*wanted, *rejected))
        if not sure and (self.value.either or self.act not in _STATED) and wanted:
            return self._plain(bare, brief)
        if len(wanted) == 1 and wanted[0].against and not rejected:
            against = wanted[0].against
            thing = Thing(against, pronoun(against), against)
            return PositionWords(((Act.REJECT, thing),), bare, names_issue=names)
        if not wanted and len(rejected) == len(titles) > 1 and noun and not noun.needs_value:
            return self._of_noun(Act.REJECT, any_of, bare)
        acts: list[tuple[Act, Thing]] = []
        only = len(wanted) + len(rejected) == len(titles) and len(rejected) > _FEW
        if wanted:
            act = self.act if sure else Act.NAME
            acts.append((act, self._several(wanted, only=only)))
        if rejected and not (wanted and only):
            acts.append((Act.REJECT, replace(self._several(rejected), again="")))
        return PositionWords(tuple(acts), bare, names_issue=names)

    def _several(self, titles: Sequence[TitleWords], *, only: bool = False) -> Thing:
        words = alike([one.words for one in titles])
        noun, lead = self.words.noun, "only " if only else ""
        joined = either(words) if self.value.either else among(words, self._plural())
        brief = "" if self.value.either else f"{lead}{self._briefly(words)}"
        if noun is not None and noun.takes_value:
            return replace(self._filled(joined), brief=self._filled(brief).words if brief else "")
        again = "one" if len(words) == 1 and indefinite(words[0]) else pronoun(words[0])
        if only or len(words) > 1 or words[0].startswith("no "):
            again = ""
        return Thing(f"{lead}{joined}", again, joined if again else "", brief=brief)

    def _briefly(self, words: Sequence[str]) -> str:
        """Return a list of which only so many are named as have room, none cut in its middle."""
        named = words if len(words) <= _FEW else words[:_FEW]
        while len(listed(named)) > _ROOM_OF_A_LIST:
            named = named[:-1]
        if len(named) == len(words):
            return listed(words)
        some = f", among them {listed(named)}" if named else ""
        return f"{number(len(words))} {self._plural()}{some}"

    def _plural(self) -> str:
        """Return what many items are: the issue's noun where it is plural, else *items*."""
        noun = self.words.noun
        plain = noun is not None and not noun.takes_value and not sure_noun(noun.template)
        return noun.bare() if noun is not None and plain else "items"

    def _exchange(self, sides: Sequence[tuple[str, str]]) -> PositionWords:
        words = self.words
        noun, bare = words.noun, handed_over(words, sides)
        names = noun is not None and not words.part
        if len(sides) > 1 or len(words.sides) < 2:
            return self._plain(bare)
        first, second = sides[0]
        if self.act in {Act.PROPOSE, Act.ALLOW, Act.NOT_ACCEPT} and bare != "all for all":
            return PositionWords(((self.act, Thing(bare)),), bare, names_issue=names)
        if first == second and first.startswith("all"):
            thing = self._filled("all for all") if noun else Thing("an exchange of all for all")
            return PositionWords(((self.act, thing),), "all for all", names_issue=words.noun_names)
        if first == second:
            thing = Thing(f"each side to {words.verb} {first}", verbal=True)
            return PositionWords(((Act.WANT, thing),), bare, names_issue=names)
        acts, ask = self._one_sided(first, second)
        done = tuple((act, Thing(does, verbal=True)) for act, does in acts)
        return PositionWords(done, bare, ask=ask, names_issue=names)

    def _one_sided(self, first: str, second: str) -> tuple[tuple[tuple[Act, str], ...], str]:
        """Return an exchange of unequal figures as what the party does, and what it asks for."""
        verb = self.words.verb
        (a, one), (b, other) = self.words.sides
        givers = [(a, one, first), (b, other, second)]
        if self.actor.id == b:
            givers.reverse()
        (own, mine, gives), (_, theirs, returns) = givers
        if own != self.actor.id or self.actor.others:
            return ((self.act, f"{mine.text} to {verb} {gives} and {theirs.text} {returns}"),), ""
        if returns == "none":
            return ((Act.OFFER, f"to {verb} {gives}"),), f"{theirs.text} for none"
        if gives == "none":
            return ((Act.WANT, f"{theirs.text} to {verb} {returns}"), (Act.OFFER, "none")), ""
        return ((Act.WANT, f"to {verb} {gives} and {theirs.text} to {verb} {returns}"),), ""


def handed_over(words: IssueWords, sides: Sequence[tuple[str, str]]) -> str:
    """Return what each side gives: `6,000 bodies from Russia and none from Ukraine`."""
    found = []
    for first, second in sides:
        if first == second and first.startswith("all"):
            found.append("all for all")
        elif first == second:
            found.append(f"{first} from each side")
        else:
            (_, one), (_, other) = words.sides
            found.append(f"{first} from {one.text} and {second} from {other.text}")
    return either(found)
