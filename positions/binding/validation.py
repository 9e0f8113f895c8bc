"""One record through its pydantic model: the record, or every fault of it as a problem."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import EnumType
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from positions.text.english import capital, listed
from positions.text.likeness import closest, nearest
from positions.text.quoting import short_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pydantic_core import ErrorDetails

    from positions.model.fields import StrictRecord
    from positions.problems.collector import ProblemCollector
    from positions.problems.problem import Path

__all__ = ["kind_of_data", "validate"]

R = TypeVar("R", bound="StrictRecord")
_Unknown = Callable[[str], str]

_MOST_GUESSED = 20
"""How many unknown keys of a record are compared with the fields that it lacks."""

_FORMAT = ("dossier", "format")
_SHAPES = {
    "is_instance_of": "text",
    "string_type": "text",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "short_form": "text or a mapping",
    "tuple_type": "a list",
}
_OF_A_KEY = "[key]"
"""What pydantic adds to the place of a fault in the key of a mapping."""


def kind_of_data(data: object) -> str:
    """Return what plain data is, in words for a sentence: `a list`, `text`, `empty`."""
    if data is None:
        return "empty"
    if isinstance(data, dict):
        return "a mapping"
    return "a list" if isinstance(data, list) else "text"


def validate(
    model: type[R],
    fields: Mapping[str, object],
    path: Path,
    report: ProblemCollector,
    unwritten: Collection[str] = (),
    also: Collection[str] = (),
) -> R | None:
    """Return the record that the fields make, or None after reporting each fault.

    A field that could be left out, and is there without a value, is a fault like any other.

    Args:
        model: The record's model.
        fields: Its fields; values that are bound already may stand among plain data.
        path: Where the record stands, for spans.
        report: Where the faults go.
        unwritten: Fields of the model that a dossier does not write, such as the id.
        also: Words that are no fields, but which a misspelt key may have been meant for.
    """
    before = report.count
    for name in [name for name, data in fields.items() if data is None]:
        if name in model.model_fields and model.model_fields[name].default is None:
            _empty(report, (*path, name), model)
    try:
        found = model.model_validate(fields)
    except ValidationError as error:
        writable = [name for name in model.model_fields if name not in unwritten]
        fields_are = f"The fields are {', '.join(f'`{name}`' for name in writable)}."
        unknown_here = partial(_meant, known=(*writable, *also), otherwise=fields_are, model=model)
        faults = error.errors(include_url=False, include_input=False)
        unknown = [
            str(one["loc"][0])
            for one in faults
            if one["type"] == "extra_forbidden" and len(one["loc"]) == 1
        ]
        misspelt = {closest(key, writable) for key in unknown[:_MOST_GUESSED]}
        for fault in faults:
            if fault["type"] == "missing" and fault["loc"][0] in misspelt:
                continue
            inner = _record_within(model, fault["loc"])
            if inner:
                _report(report, fault, _unknown_in(inner), inner, fields, path)
            else:
                _report(report, fault, unknown_here, model, fields, path)
        return None
    return found if report.count == before else None


def _record_within(
    model: type[BaseModel], location: tuple[str | int, ...]
) -> type[BaseModel] | None:
    """Return the model of the record that a place of a fault leads into; None for the outermost."""
    if len(location) < 2:
        return None
    hint = model.model_fields[str(location[0])].annotation
    inner = (one for one in (hint, *get_args(hint)) if isinstance(one, type))
    return next((one for one in inner if issubclass(one, BaseModel)), None)


def _unknown_in(model: type[BaseModel]) -> _Unknown:
    otherwise = f"The fields are {', '.join(f'`{name}`' for name in model.model_fields)}."
    return partial(_meant, known=model.model_fields, otherwise=otherwise, model=model)


def _meant(name: str, known: Iterable[str], otherwise: str, model: type[BaseModel]) -> str:
    """Return what an unknown key was meant for: a word of another field, or a misspelt one."""
    field = _field_of(name, model)
    return f"Write `{field}: {name}`." if field else nearest(name, known, otherwise)


def _field_of(word: str, model: type[BaseModel]) -> str:
    """Return the field of a record that has a word in its vocabulary; empty where none has."""
    return next((one for one in model.model_fields if word in _vocabulary(model, one)), "")


def _vocabulary(model: type[BaseModel], field: str) -> tuple[str, ...]:
    """Return the words that may stand in a field; none where they are free."""
    about = model.model_fields.get(field)
    hint = about.annotation if about else None
    words: list[str] = [*map(str, about.examples or ())] if about else []
    for one in (hint, *get_args(hint)):
        words += map(str, one.__members__.values()) if isinstance(one, EnumType) else ()
        words += get_args(one) if get_origin(one) is Literal else ()
    return tuple(words)


def _report(
    report: ProblemCollector,
    fault: ErrorDetails,
    unknown: _Unknown,
    model: type[BaseModel],
    data: object,
    path: Path,
) -> None:
    location = tuple(key for key in fault["loc"] if key != _OF_A_KEY)
    *above, last = location
    place = (*path, *above)
    if fault["type"] == "extra_forbidden":
        name = str(last)
        sentence = f"`{short_name(name)}` is not a field here."
        report.add("unknown-key", (*place, name), sentence, partial(unknown, name), key=True)
    elif fault["type"] == "missing" and isinstance(last, str):
        report.add("missing-field", place, f"`{last}` is missing.", f"Add `{last}:`.", key=True)
    elif fault["type"] in {"missing", "too_long"}:
        name = str(location[0])
        sentence = f"`{name}` has the wrong number of entries."
        report.add("wrong-shape", (*path, name), sentence, "It should have two.")
    else:
        _report_content(report, fault, model, _content(data, location), (*path, *location))


def _report_content(
    report: ProblemCollector,
    fault: ErrorDetails,
    model: type[BaseModel],
    data: object,
    place: Path,
) -> None:
    """Report a field, or an entry of one or its key, that is there and has the wrong content."""
    key = fault["loc"][-1] == _OF_A_KEY
    kind, last = fault["type"], place[-1]
    name = f"`{short_name(last)}`" if isinstance(last, str) else f"An entry of `{place[-2]}`"
    if data is None or data == "":
        _empty(report, place, model)
    elif kind in _SHAPES:
        form = ", `[…, …]`" if kind == "tuple_type" and isinstance(data, str) else ""
        advice = f"It should be {_SHAPES[kind]}{form}."
        report.add("wrong-shape", place, f"{name} is {kind_of_data(data)}.", advice)
    elif kind in {"literal_error", "enum"}:
        expected = str(fault["ctx"]["expected"]).replace("'", "`")
        other = _field_of(str(data), model)
        meant = nearest(str(data), re.findall("`(.+?)`", expected))
        meant = f"It is a word of `{other}`." if other else meant
        advice = f"{meant} Write {expected}.".lstrip()
        if place == _FORMAT:
            number = expected.strip("`")
            advice = f"This program reads format {number}; a newer one may be needed."
        sentence = f"{name} {'is not' if key else 'has a value that is not'} known here."
        report.add("wrong-value", place, sentence, advice, key=key)
    elif kind in {"date", "flag", "address", "remark", "salience"}:
        advice = f"{capital(fault['msg'])}."
        report.add("wrong-value", place, f"{name} cannot be read.", advice)
    else:
        sentence = f"{name} is not a grade of the Admiralty scale."
        report.add("wrong-value", place, sentence, "Write a whole number from 1 to 6.")


def _empty(report: ProblemCollector, place: Path, model: type[BaseModel]) -> None:
    """Report what has no value, and advise to leave it out only where that claims nothing."""
    last = place[-1]
    name = f"`{short_name(last)}`" if isinstance(last, str) else f"An entry of `{place[-2]}`"
    about = model.model_fields.get(str(last))
    claims = about is not None and (about.is_required() or bool(str(about.default or "")))
    words = listed([f"`{one}`" for one in _vocabulary(model, str(last))], "or")
    advice = f"Write {words or 'a value'}{'' if claims else ', or remove the key'}."
    report.add("empty-field", place, f"{name} is empty.", advice)


def _content(data: object, location: tuple[str | int, ...]) -> object:
    """Return what stands at the place of a fault; a single text where a list of one was made."""
    for key in location:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int):
            data = data[key]
    return data
