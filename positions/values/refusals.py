"""Says why words of the trade are not read as a value, and what leads to the value that is meant.

The advice never names another value than the one that is written.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from positions.text.patterns import pattern
from positions.values.kind import Unreadable
from positions.values.open_words import LEFT_OPEN, MISSING
from positions.values.parsing import folded, quoted

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["explained", "of_any", "of_figure", "of_length"]


class _Reason(NamedTuple):
    """Why some words are no value.

    Attributes:
        words: The words, in small letters.
        fault: How the sentence goes on that begins with them.
        advice: What to do; a group of the words may be in it, as `{0}`.
    """

    words: re.Pattern[str]
    fault: str
    advice: str


_LEFT_OPEN = (
    "does not say who leaves it open.",
    (
        "Write `to be agreed` if the parties do; leave the value empty if it has yet to be looked "
        "up."
    ),
)
_MISSING = (
    "does not say why there is no value.",
    (
        "Write `silent` if the text has nothing on it, `unseen` if the part that was read has "
        "nothing, `undisclosed` if it is withheld, `declined` if the party would not say; leave "
        "the value empty if it has yet to be looked up."
    ),
)
_AS_A_TERM = "Write `unspecified`; when something begins is the term `starts:`."
_SOON = pattern(
    r"immediate(?:ly)?|at once|as soon as (?:possible|practicable)|asap|soon|promptly|forthwith"
    r"|without delay|right away"
)
_FRACTION = r"[1-9]/(?:[2-9]|1[0-9])\b|(?:a|one|two)[ -](?:third|fifth|sixth|tenth)s?\b"
_FIGURES = (
    _Reason(
        pattern(rf"(?!{_FRACTION}$)[0-9.]+ ?%?(?:(?: ?[:/] ?)[0-9.]+ ?%?)+"),
        "gives a share for each of several.",
        "Give the issue `parts:`, one for each of them, and each part its own share.",
    ),
    _Reason(
        pattern(".*±.*"),
        "gives a deviation.",
        "Write the least and the greatest figure, with `-` between them.",
    ),
    _Reason(
        pattern(
            r"no (?:cap|ceiling|maximum|minimum|floor|(?:upper |lower )?limits?|restrictions?)"
            r"|without (?:a )?(?:cap|limits?|restrictions?)|uncapped|unrestricted"
        ),
        "speaks of a limit, and this issue declares none of that kind.",
        (
            "Add `limit: maximum` or `limit: minimum` to the issue if its values are limits; write "
            "`unlimited` if what is asked for is endless."
        ),
    ),
    _Reason(
        pattern(rf"(?:(?:an? |one )?(?:half|quarter)\b|three[- ]quarters\b|{_FRACTION}).*"),
        "does not say in figures how much it is.",
        "Write the figure; of a share, in percent, with `%` as the issue's unit.",
    ),
    _Reason(
        pattern(
            r"(?:an? )?(?:few|couple|several|many|most|dozens|tens|hundreds|thousands)\b.*"
            r"|(?:millions|billions)\b.*|(?:a )?(?:majority|minority)\b.*"
            r"|(?:double|twice|triple|treble|halve)d?\b.*"
        ),
        "does not say in figures how much it is.",
        "Write the figure, with `about` where it is not exact, or `unspecified` if none is given.",
    ),
    _Reason(
        pattern(r"[0-9.]+e[+-]?[0-9]+\b.*"),
        "is written as a power of ten.",
        "Write the figure in full, or with a word such as `million`.",
    ),
    _Reason(_SOON, "is no figure.", _AS_A_TERM),
)
_LENGTHS = (
    _Reason(
        pattern(
            r"(?:until|till|by|before|from|since|after|starting|not before)\b.*"
            r"|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?.*"
        ),
        "says when, and a duration is how long.",
        (
            "Make the issue a `date`; or write `unspecified`, and the day as the term `until:` or "
            "`starts:`."
        ),
    ),
    _Reason(
        pattern(
            r".*\b(minute|hour|day|week|month)s? ?(?:a|an|per|each|every|/) ?"
            r"(day|week|month|quarter|year)"
        ),
        "is a rate, and a duration is one length of time.",
        "Make the issue a `quantity` with the unit `{0}s a {1}`.",
    ),
    _Reason(
        pattern(
            r".*\b(?:minute|hour|day|week|month|year)s? "
            r"(?:from|after|of|since|before|following)\b.*"
        ),
        "is more than a length of time.",
        "Write the length alone; from when it counts is the term `starts:`.",
    ),
    _Reason(
        pattern(r".*\b(?:working|business|banking|school)[- ](?:days?|weeks?|hours?)\b.*"),
        "has no certain length, because calendars differ.",
        (
            "Write it in days or weeks of the calendar, or make the issue a `quantity` of working "
            "days."
        ),
    ),
    _Reason(
        pattern(
            r"(?:for )?(?:an? )?(?:indefinite(?:ly)?|open[- ]ended|lasting)"
            r"(?: (?:period|time|term))?"
        ),
        "does not say whether it is to end.",
        (
            "Write `unlimited` if it is never to end, `unspecified` if its end is not given, "
            "`to be agreed` if that is left open."
        ),
    ),
    _Reason(_SOON, "is no length of time.", _AS_A_TERM),
)


@contextmanager
def explained(text: str, *rules: Callable[[str], tuple[str, str] | None]) -> Iterator[None]:
    """Let a value that cannot be read be refused for the first reason that a rule gives.

    Args:
        text: What is written, with plain signs and single spaces.
        rules: Each returns a reason, or None; it is given the text in small letters.

    Raises:
        Unreadable: What is read within could not be.
    """
    try:
        yield
    except Unreadable:
        for rule in rules:
            reason = rule(folded(text))
            if reason:
                raise Unreadable(f"{quoted(text)} {reason[0]}", reason[1]) from None
        raise


def of_any(word: str) -> tuple[str, str] | None:
    """Return why a word that stands for a blank is no value: it does not say which."""
    spellings = {word, word.replace(".", "")}
    if LEFT_OPEN & spellings:
        return _LEFT_OPEN
    return _MISSING if MISSING & spellings else None


def of_figure(word: str) -> tuple[str, str] | None:
    """Return why shares, fractions and refusals of a limit are no figure."""
    return _first(word, _FIGURES)


def of_length(word: str) -> tuple[str, str] | None:
    """Return why a day, a rate, or words for no certain length are no length of time."""
    return _first(word, _LENGTHS)


def _first(word: str, reasons: Iterable[_Reason]) -> tuple[str, str] | None:
    for one in reasons:
        found = one.words.fullmatch(word)
        if found:
            return one.fault, one.advice.format(*found.groups())
    return None
