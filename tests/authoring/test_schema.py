"""Does the schema know what the reader knows, no more and no less?"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

import positions
from positions.authoring.field_docs import about_fields, about_kind, about_words, summary
from positions.authoring.schema import MODELS, schema, schema_json, written_fields
from positions.cli import main as cli
from positions.model import vocabulary
from positions.model.dossier import (
    Account,
    AnyOrder,
    Memorandum,
    Option,
    Part,
    Phrasing,
    Position,
    Reservation,
)
from positions.model.fields import StrictRecord
from positions.model.provenance import Archive, Carrier, Checked, Quote
from positions.model.records import SECTIONS
from positions.model.vocabulary import Blank
from positions.values import KINDS
from tests.from_docstring import with_prelude

RECORDS: dict[type[StrictRecord], tuple[str, ...]] = {
    **{model: (section, "x") for section, model in MODELS.items() if "id" in model.model_fields},
    MODELS["dossier"]: ("dossier",),
    MODELS["shared"]: ("shared",),
    Part: ("issues", "i", "parts", "x"),
    Option: ("memoranda", "m", "options", "x"),
    Position: ("memoranda", "m", "positions", "i"),
    Account: ("memoranda", "m", "positions", "i", "accounts", "x"),
    Reservation: ("memoranda", "m", "positions", "i", "reservation"),
    Quote: ("memoranda", "m", "positions", "i", "quote"),
    Checked: ("memoranda", "m", "checked"),
    Archive: ("sources", "s", "archived"),
    Carrier: ("sources", "s", "via"),
    Phrasing: ("issues", "i", "options", "x"),
    AnyOrder: ("memoranda", "m", "sequence"),
}
"""Where a record of each model stands in a dossier."""


def with_record(model: type[StrictRecord], fields: dict[str, Any]) -> str:
    """Return a dossier in which a record of the model has these fields."""
    path = RECORDS[model]
    kind = "choice" if "options" in path else "duration"
    data: dict[str, Any] = {
        "issues": {"i": {"topic": "T", "title": "I", "kind": kind}},
        "memoranda": {"m": {"party": "north", "form": "report", "date": "2025-06-01"}},
    }
    inner = data
    for step in path[:-1]:
        inner = inner.setdefault(step, {})
    inner[path[-1]] = fields
    return with_prelude("".join(f"{key}: {json.dumps(part)}\n" for key, part in data.items()))


def unknown_keys(model: type[StrictRecord], keys: list[str]) -> set[str]:
    """Return which keys of a record the reader does not know."""
    # A value that cannot be read is all that is said of its record.
    fields = {key: "30 days" if key == "value" else "x" for key in keys}
    loaded = positions.loads(with_record(model, fields))
    place = len(RECORDS[model])
    return {
        str(problem.path[-1])
        for problem in loaded.problems
        if problem.code == "unknown-key" and len(problem.path) == place + 1
    }


def definition(model: type[StrictRecord]) -> dict[str, Any]:
    found: dict[str, Any] = schema()["definitions"][model.__name__.lower()]
    return found


@pytest.mark.parametrize("model", RECORDS)
def test_the_schema_has_the_fields_that_the_reader_knows(model: type[StrictRecord]) -> None:
    keys = list(definition(model)["properties"])

    assert unknown_keys(model, [*keys, "bogus"]) == {"bogus"}


@pytest.mark.parametrize("model", RECORDS)
def test_what_the_schema_leaves_out_the_reader_refuses(model: type[StrictRecord]) -> None:
    left_out = set(model.model_fields) - set(definition(model)["properties"])

    assert unknown_keys(model, sorted(left_out)) == left_out


@pytest.mark.parametrize("model", RECORDS)
def test_a_record_needs_the_same_fields_in_both(model: type[StrictRecord]) -> None:
    needed = definition(model)["required"]
    problems = positions.loads(with_record(model, {"note": "x"})).problems
    missing = {
        one.sentence.split("`")[1]
        for one in problems
        if one.code == "missing-field" and one.path == RECORDS[model]
    }

    # What is filled in where it can be is not needed by an editor.
    assert missing - model.filled_in == set(needed)


def test_every_record_of_a_dossier_is_tried_here() -> None:
    tried = {model.__name__.lower() for model in RECORDS}

    assert {name for name in schema()["definitions"] if not name.endswith("-or-value")} == tried


def test_the_schema_has_the_sections_that_the_reader_knows() -> None:
    assert tuple(MODELS) == SECTIONS
    assert tuple(schema()["properties"]) == SECTIONS


@pytest.mark.parametrize("model", RECORDS)
def test_every_field_is_described_beside_its_type(model: type[StrictRecord]) -> None:
    about = about_fields(model)

    assert [key for key, name in written_fields(model).items() if name not in about] == []
    assert [name for name in about if name not in model.model_fields] == []
    assert summary(model).endswith(".")


def test_a_position_is_a_value_or_a_mapping_or_nothing() -> None:
    position = schema()["definitions"]["position-or-value"]["anyOf"]

    assert position[0]["type"] == ["string", "number", "boolean", "null"]
    assert Blank.SILENT in position[1]["enum"]
    assert position[2]["type"] == "array"
    assert set(position[3]["properties"]) == {key for one in KINDS.values() for key in one.keys}
    assert position[4] == {"$ref": "#/definitions/position"}


def test_every_kind_is_offered_and_explained_with_what_it_needs() -> None:
    issue = definition(MODELS["issues"])
    kind = issue["properties"]["kind"]
    needs = {
        rule["if"]["properties"]["kind"]["const"]: set(rule["then"].get("required", ()))
        for rule in issue["allOf"]
    }

    assert kind["enum"] == list(KINDS)
    assert all(kind["enumDescriptions"])
    assert needs == {name: set(one.needs) for name, one in KINDS.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_refuses_the_fields_that_the_reader_finds_misplaced(kind: str) -> None:
    rules = definition(MODELS["issues"])["allOf"]
    every = {field for rule in rules for field in rule["then"]["properties"]}
    refused = next(
        rule["then"]["properties"]
        for rule in rules
        if rule["if"]["properties"]["kind"]["const"] == kind
    )
    fields = {"topic": "T", "title": "I", "kind": kind, **dict.fromkeys(every, "x")}
    problems = positions.loads(with_record(MODELS["issues"], fields)).problems
    misplaced = {str(one.path[-1]) for one in problems if one.code == "misplaced-field"}

    assert set(refused) == misplaced


def test_no_blank_is_offered_that_nobody_may_write() -> None:
    assert definition(Position)["properties"]["blank"]["enum"] == [
        str(blank) for blank in Blank if blank is not Blank.UNREADABLE
    ]


@pytest.mark.parametrize("name", vocabulary.__all__)
def test_every_word_of_a_vocabulary_is_explained(name: str) -> None:
    words = getattr(vocabulary, name)
    if isinstance(words, type) and issubclass(words, StrEnum):
        assert list(about_words(words)) == [word.name for word in words]
    else:
        assert set(words) <= set(Blank)


def test_what_an_editor_makes_a_number_or_a_boolean_of_is_taken() -> None:
    header, position = definition(MODELS["dossier"]), definition(Position)

    assert header["properties"]["format"]["enum"] == ["1", 1]
    assert position["properties"]["red_line"]["type"] == "boolean"
    assert position["properties"]["credibility"] | {"description": ""} == {
        "type": "integer",
        "minimum": 1,
        "maximum": 6,
        "description": "",
    }
    assert "number" in position["properties"]["scope"]["type"]


def test_the_shipped_dossier_names_the_schema_that_is_shipped() -> None:
    beside = Path("data/positions.schema.json")
    first = Path("data/positions.yaml").read_text(encoding="utf-8").splitlines()[0]

    assert first == f"# yaml-language-server: $schema={beside.name}"
    assert beside.read_text(encoding="utf-8") == schema_json(), (
        "write it anew: positions schema > data/positions.schema.json"
    )


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["schema"], open_ui=lambda *_: 99) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_docstrings_are_read_by_their_section() -> None:
    class Described(StrictRecord):
        """A record
        of two lines.

        Attributes:
            one: The first,
                with a second line.
            two: The second: it has a colon.

        After it comes more: not a field.
        """

    class Bare(Described): ...

    assert summary(Described) == "A record of two lines."
    assert about_fields(Bare) == {
        "one": "The first, with a second line.",
        "two": "The second: it has a colon.",
    }
    assert about_words(Bare) == {}
    assert about_kind(KINDS["text"]).startswith("Text: wording")
    assert summary(Memorandum)
