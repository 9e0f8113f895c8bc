"""Writes figures as prose has them: `46%`, `USD 5,500`, `4½ years`, `about 2¾ years`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from positions.text.patterns import pattern
from positions.values.figures import whole, write_figure

__all__ = ["CURRENCIES", "Surroundings", "long_span", "mixed", "months_in_words", "unit_in_prose"]

CURRENCIES = frozenset(
    re.findall(
        "[A-Z]+",
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN "
        "BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD "
        "FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
        "KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP "
        "MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
        "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
        "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR "
        "ZMW ZWL",
    )
)
"""The codes of ISO 4217, which prose puts before the figure."""

_PERCENT = pattern(r"(?:%|per ?cent)(?![a-z])")
_PARTS = {Fraction(1, 4): "¼", Fraction(1, 2): "½", Fraction(3, 4): "¾"}
_LONGEST_IN_DAYS = 200
_DAYS_A_YEAR = Fraction(146_097, 400)


class Surroundings(NamedTuple):
    """What prose writes around a figure to give it its unit."""

    ahead: str
    behind: str


def unit_in_prose(unit: str, scale: str = "") -> Surroundings:
    """Return what is before and behind a figure: `USD ` and ` billion a year`, or `%` behind it.

    Args:
        unit: The unit as the issue writes it, in the number that the figure needs.
        scale: A word between the figure and its unit, such as `billion`.
    """
    first, _, rest = unit.partition(" ")
    if first in CURRENCIES:
        return Surroundings(f"{first} ", "".join(f" {word}" for word in (scale, rest) if word))
    percent = _PERCENT.match(unit)
    if percent and not scale:
        return Surroundings("", f"%{unit[percent.end() :]}")
    return Surroundings("", "".join(f" {word}" for word in (scale, unit) if word))


def mixed(figure: int | Fraction) -> str:
    """Return a figure with its quarters as one sign, `4½`, and any other with decimals."""
    rest = Fraction(figure) % 1
    if figure > 1 and rest in _PARTS:
        return f"{int(figure - rest):,}{_PARTS[rest]}"
    return write_figure(figure)


def months_in_words(months: int) -> str:
    """Return a length in months as people say it: `7 months`, `1½ years`, `4 years`."""
    if months < 12 or months % 3 or (months < 24 and months % 6):
        return f"{months:,} month{'' if months == 1 else 's'}"
    years = whole(Fraction(months, 12))
    return f"{mixed(years)} year{'' if years == 1 else 's'}"


def long_span(days: int | Fraction) -> str:
    """Return a length of more than 200 days in years by quarters, below a year in months.

    It is rounded, and so begins with `about`. A shorter one returns an empty text.
    """
    if days <= _LONGEST_IN_DAYS:
        return ""
    months = round(days * 12 / _DAYS_A_YEAR)
    if months < 12:
        return f"about {months_in_words(months)}"
    years = whole(Fraction(round(days * 4 / _DAYS_A_YEAR), 4))
    return f"about {mixed(years)} year{'' if years == 1 else 's'}"
