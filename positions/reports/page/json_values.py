"""Values as JSON holds them, without loss."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Option
    from positions.values import Distance

__all__ = ["distance_data", "exact", "options_data", "plain"]


def exact(number: int | Fraction) -> int | str:
    """Return a number exactly: an integer, a decimal as text, or else a fraction as text."""
    if number.denominator == 1:
        return number.numerator
    twos = fives = 0
    rest = number.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return str(number)
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def plain(data: object) -> object:
    """Return the plain data of a value with nothing in it that JSON does not know."""
    if data is None or isinstance(data, bool | int | str):
        return data
    if isinstance(data, Fraction):
        return exact(data)
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple | set | frozenset):
        return [plain(value) for value in data]
    return str(data)


def distance_data(distance: Distance | None) -> dict[str, object] | None:
    """Return a distance, or None where there is none."""
    if distance is None:
        return None
    return {"figure": exact(distance.figure), "text": distance.text, "about": distance.about}


def options_data(options: Mapping[str, Sequence[Option]]) -> dict[str, object]:
    """Return the options that are fixed, by party."""
    return {
        party: [{"id": option.id, "title": option.title} for option in chosen]
        for party, chosen in options.items()
    }
