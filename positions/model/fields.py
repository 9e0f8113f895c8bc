"""The fields that records of a dossier are made of, and how their text is read."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Final, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

from positions.model.moment import Moment
from positions.model.vocabulary import Disclosure
from positions.text.patterns import pattern

__all__ = [
    "Address",
    "Bound",
    "Conditions",
    "Date",
    "Flag",
    "Grade",
    "HowMuch",
    "NamesSources",
    "Salience",
    "ShortRecord",
    "Sources",
    "StrictRecord",
    "Text",
    "Words",
]


_DAY: Final = pattern(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)(?!\d)", re.ASCII)


def _when(data: object) -> Moment:
    if isinstance(data, Moment):  # binding has read it
        return data
    if isinstance(data, str):
        try:
            return Moment.parse(data)
        except ValueError:
            found = _DAY.match(data.strip())
            if found and int(found[1]):
                year, month = int(found[1]), int(found[2])
                days = calendar.monthrange(year, month)[1]
                if not 1 <= int(found[3]) <= days:
                    said = f"write another day: {calendar.month_name[month]} {year} has {days} days"
                    raise PydanticCustomError("date", said) from None
    forms = "2025-06-02 or 2025-06-02T09:00; where no more is known, as 2025-06 or 2025"
    raise PydanticCustomError("date", f"write a date as {forms}")


def _flag(data: object) -> bool:
    if isinstance(data, str) and data.lower() in {"true", "false"}:
        return data.lower() == "true"
    raise PydanticCustomError("flag", "write true or false")


def _several(data: object) -> object:
    return [data] if isinstance(data, str) else data


def _conditions(data: object) -> object:
    return [] if data == "none" else _several(data)


def _salience(data: object) -> int:
    if isinstance(data, str) and data.isdecimal() and data.isascii() and len(data) <= 3:
        found = int(data)
        if found <= 100:
            return found
    raise PydanticCustomError("salience", "write a whole number from 0 to 100")


def _address(data: object) -> object:
    if isinstance(data, str) and not data.startswith(("https://", "http://")):
        raise PydanticCustomError("address", "write an address that begins with https://")
    return data


def _how_much(data: object) -> object:
    if isinstance(data, str) and data in {*Disclosure}:
        expected = "'whole', 'part', or in words what was read"
        raise PydanticCustomError("enum", "write how much was read", {"expected": expected})
    return data


class _IsBound:
    """Says that a field holds an object, and not data of which one is to be made."""

    def __get_pydantic_core_schema__(
        self, source: type, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(source)


class NamesSources:
    """Says that a field names sources, which may also be written in its place."""


T = TypeVar("T")
Bound = Annotated[T, _IsBound()]
"""An object that binding has made before the record that holds it.

Whoever writes `Bound[Position]` spares the record's validator a copy of that of a position.
"""

Date = Annotated[Bound[Moment], BeforeValidator(_when)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, Field(min_length=1)]
HowMuch = Annotated[Text, BeforeValidator(_how_much), Field(examples=["whole", "part"])]
"""How much of a text was read: no word of how far it is disclosed."""

Words = Annotated[tuple[Text, ...], BeforeValidator(_several)]
Sources = Annotated[tuple[Text, ...], BeforeValidator(_several), NamesSources()]
Grade = Annotated[int, Field(ge=1, le=6)]
Salience = Annotated[int, BeforeValidator(_salience), Field(ge=0, le=100)]
Address = Annotated[str, BeforeValidator(_address)]
Conditions = Annotated[tuple[Text, ...] | None, BeforeValidator(_conditions)]


class StrictRecord(BaseModel):
    """A record of a dossier: frozen, and strict about its keys.

    Attributes:
        filled_in: Fields that it always has, and that binding fills in where a dossier has none.
    """

    filled_in: ClassVar[frozenset[str]] = frozenset()

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        defer_build=True,
    )


class ShortRecord(StrictRecord):
    """A record that may be written as a text alone, which then gives the field `short_form`."""

    short_form: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: object) -> object:
        if isinstance(data, str):
            return {cls.short_form: data}
        if isinstance(data, Mapping | cls):
            return data
        raise PydanticCustomError("short_form", "write text or a mapping")
