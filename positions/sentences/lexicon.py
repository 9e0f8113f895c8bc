"""Tells proper nouns from words that have a capital letter only because they stand first."""

from __future__ import annotations

import calendar
import re
from functools import cached_property
from typing import TYPE_CHECKING

from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Lexicon"]

_CALENDAR = {name.lower() for name in (*calendar.month_name, *calendar.day_name) if name}
_PLACES = frozenset(
    re.findall(
        "[a-z]+",
        "african american arab asian balkan baltic caribbean european latin nordic pacific "
        "atlantic afghan albanian algerian angolan argentine armenian australian austrian "
        "azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian "
        "burmese cambodian cameroonian canadian chadian chilean chinese colombian congolese "
        "croatian cuban cypriot czech danish dutch ecuadorian egyptian english emirati eritrean "
        "estonian ethiopian filipino finnish french gambian georgian german ghanaian greek "
        "guatemalan guinean haitian honduran hungarian icelandic indian indonesian iranian iraqi "
        "irish israeli italian jamaican japanese jordanian kazakh kenyan korean kosovan kurdish "
        "kuwaiti kyrgyz lao latvian lebanese liberian libyan lithuanian macedonian malaysian "
        "malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan namibian "
        "nepali nicaraguan nigerian norwegian omani pakistani palestinian panamanian peruvian "
        "portuguese qatari romanian russian rwandan saudi scottish senegalese serbian "
        "singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese "
        "tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek "
        "venezuelan vietnamese welsh yemeni zambian zimbabwean buddhist catholic christian hindu "
        "islamic jewish muslim orthodox",
    )
)
"""Adjectives of countries, peoples and religions, which keep their capital anywhere."""
_OPENS_A_NAME = pattern(
    r"(?:New|Old|North|South|East|West|Northern|Southern|Eastern|Western|San|Santa|Saint|St|Great|"
    r"Upper|Lower|Central|Red|Black|White|Grey|Green|Blue|Yellow|Dead|Supreme|United) "
    r"([A-Z][a-z]\w*)"
)
"""How a name of a place or a body begins whose first word is otherwise a common one."""
_COMMON = pattern(r"\w{3,}(?:[tsx]ion|ment|[ae]nce|ness|ity|ies|(?<![jqx])(?<![hm])(?<!el)ing)s?")
"""How a word ends that is no proper noun: `monitoring`, `ministries`, `ratification`."""
_GOES_ON = pattern(r"\w")
_WORD = pattern(r"[^\W\d_](?:[\w'’.&-]*\w)?")


class Lexicon:
    """The words of a dossier's titles and names, to lower the first letter of a title by.

    A word is a proper noun where it has another capital, or stands with a capital inside another
    title or name and never in small letters.

    Args:
        titles: Titles of issues, options, items, parts and events.
        names: Names of parties; those of one word are proper nouns themselves.
        prose: Sentences, in which a word in small letters is a common noun.
    """

    def __init__(
        self, titles: Iterable[str], names: Iterable[str], prose: Iterable[str] = ()
    ) -> None:
        self._names = tuple(names)
        self._prose = prose
        inside: set[str] = set()
        small: set[str] = set()
        for text in (*titles, *self._names):
            for place, word in enumerate(_WORD.findall(text)):
                if word[0].islower():
                    small.add(_stem(word))
                elif place:
                    inside.add(_stem(word).lower())
        self._small = small
        self._proper = {word for word in inside if word not in small} | _CALENDAR | _PLACES

    def has_small(self, title: str) -> bool:
        """Return whether a title is one word that is a common noun, as others show or its end."""
        word = _stem(title.strip().lower())
        return word in self._small or word in self._said or bool(_COMMON.fullmatch(word))

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset(word for text in self._prose for word in _WORD.findall(text))

    def lowered(self, title: str) -> str:
        """Return a title as it stands inside a sentence."""
        first = _WORD.search(title)
        if first is None or title[: first.start()].strip() or len(title) == 1:
            return title
        word = first[0]
        named = any(
            title.startswith(name) and not _GOES_ON.match(title, len(name)) for name in self._names
        )
        name = _OPENS_A_NAME.match(title)
        named = named or (name is not None and name[1].lower() not in _PLACES)
        if named or word[1:] != word[1:].lower() or _stem(word).lower() in self._proper:
            return title
        return title[: first.start()] + word[0].lower() + title[first.start() + 1 :]


def _stem(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
