"""Which provisions read badly with some value, and do those of what is shipped not?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.sentences.glossary import Glossary
from positions.sentences.provisions import ProvisionWriter
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from positions.loader import Loaded

SHIPPED = [
    ROOT / "data" / "positions.yaml",
    *sorted((ROOT / "positions" / "authoring" / "templates").glob("*.yaml")),
]


def test_a_provision_is_filled_with_every_kind_of_value(loaded: Loaded) -> None:
    """
    issues:
      a: {topic: War, title: A, kind: duration, provision: "A {value} truce is kept."}
      b: {topic: War, title: B, kind: date, provision: "They meet on {value}."}
      c: {topic: War, title: C, kind: quantity, unit: tons, provision: "At most {value} are sent."}
      d: {topic: War, title: D, kind: quantity, unit: days, provision: "It takes {value} days."}
      e: {topic: War, title: E, kind: duration, provision: "It lasts {value} {figure}."}
      f: {topic: War, title: F, kind: duration, provision: "It lasts {value}, {value}."}
      g:
        topic: War
        title: G
        kind: choice
        options: {x: {title: this, provision: "It is {value}."}, y: {title: that, noun: "no {value}", refused: "Not in {part}."}}
      h: {topic: War, title: H, kind: quantity, unit: men, limit: maximum, provision: "It has at most {value}."}
      i: {topic: War, title: I, kind: choice, provision: "It is {value}.", options: {x: here, y: there, z: {title: far, refused: It is near.}}}
      fine: {topic: War, title: Fine, kind: duration, provision: "It lasts {value}{terms}.", refused: It is off.}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {fine: 2 days, h: 500-800, i: not x}}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {i: not z}}
    """
    found = [one for one in loaded.problems if one.code == "provision-reads-badly"]
    assert [(one.path[1], f"{one.sentence} {one.suggestion}") for one in found] == [
        (
            "a",
            "The provision reads badly: `a` is before the value. It reads: A 30 days truce is kept.",
        ),
        (
            "b",
            (
                "The provision reads badly: `on` is before a value that brings its own words. "
                "It reads: They meet on June 2025."
            ),
        ),
        (
            "c",
            (
                "The provision reads badly: a limit is before a value that has one. "
                "It reads: At most at least 1,000 tons are sent."
            ),
        ),
        (
            "d",
            "The provision reads badly: `days` is there twice. It reads: It takes 1,000 days days.",
        ),
        (
            "e",
            (
                "Nothing fills `{figure}` in this provision. "
                "Take it out, or write the words that belong there."
            ),
        ),
        (
            "f",
            (
                "`{value}` is in this provision more than once. "
                "Take it out, or write the words that belong there."
            ),
        ),
        (
            "g",
            (
                "Nothing fills `{value}` in this provision. "
                "Take it out, or write the words that belong there."
            ),
        ),
        (
            "g",
            (
                "Nothing fills `{value}` in this noun. "
                "Take it out, or write the words that belong there."
            ),
        ),
        (
            "g",
            (
                "Nothing fills `{part}` in this provision. "
                "Take it out, or write the words that belong there."
            ),
        ),
        (
            "h",
            (
                "The provision reads badly: a limit is before a value that has one. "
                "It reads: It has at most 500-800 men."
            ),
        ),
        (
            "i",
            (
                "It is refused, and only who wants it has a provision. "
                "Write `refused:`. It reads: I: not here."
            ),
        ),
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_issue_of_what_is_shipped_has_a_provision(path: Path) -> None:
    loaded = positions.load(path)
    dossier = loaded.dossier
    assert dossier is not None
    assert [one for one in loaded.problems if one.code == "provision-reads-badly"] == []
    without = [
        issue.id
        for issue in dossier.issues.values()
        if not issue.provision
        and not all(one.provision for one in (*issue.options.values(), *issue.items.values()))
    ]
    assert without == []


def sentence(kind: str, value: object, more: str = "", provision: str = "It is {value}.") -> str:
    text = f"""
dossier: {{format: 1, title: T, as_of: 2025-06-02}}
parties: {{north: {{name: North}}, south: {{name: South}}}}
issues:
  a: {{topic: War, title: The matter, kind: {kind}, provision: "{provision}"{more}}}
"""
    dossier = positions.loads(text).dossier
    assert dossier is not None
    return (
        ProvisionWriter(Glossary(dossier))
        .of_value("a", "", dossier.measure("a").parse(value))
        .filled()
    )


@pytest.mark.parametrize(
    ("kind", "value", "more", "expected"),
    [
        ("date", "2025-06-30", "", "It is on 30 June 2025."),
        ("date", "2025-06-20..2025-06-30", "", "It is between 20 and 30 June 2025."),
        ("date", "2025-06-20..2025-07-30", "", "It is from 20 June to 30 July 2025."),
        ("date", "2025-06", "", "It is in June 2025."),
        ("date", "2025", "", "It is in 2025."),
        ("date", "by 2025-08-31", "", "It is by 31 August 2025."),
        ("date", "2025-06-30 or 2025-07-02", "", "It is on 30 June 2025 or on 2 July 2025."),
        ("date", "2025..2026", "", "It is from 2025 to 2026."),
        ("quantity", "none", ", unit: km", "No such provision is made."),
        ("quantity", "no limit", ", unit: km, limit: maximum", "No limit is set."),
        ("duration", "none", ", refused: It is not.", "It is not."),
        ("duration", "unspecified", "", "It is X; X is not named."),
        ("quantity", "to be agreed", ", unit: km", "It is X km; X is to be agreed."),
        ("quantity", "unspecified", ", unit: '%'", "It is X%; X is not named."),
        (
            "quantity",
            "to be agreed",
            ", unit: USD billion a year",
            "It is USD X billion a year; X is to be agreed.",
        ),
        ("duration", "unlimited", "", "The matter: unlimited."),
        ("duration", "none or 3 days", "", "The matter: none or 3 days."),
        ("text", "none of them.", "", "It is none of them."),
        (
            "exchange",
            "5 for 0",
            ", unit: prisoners, between: [north, south]",
            "It is 5 prisoners from North and none from South.",
        ),
        (
            "choice",
            "x or y",
            ", options: {x: The one, y: The other}",
            "It is the one or the other.",
        ),
        (
            "choice",
            "x or y",
            ", options: {x: {title: a, provision: It is a.}, y: {title: b, provision: The b is it.}}",
            "It is a; or the b is it.",
        ),
        ("choice", "not x", ", options: {x: one, y: two}", "The matter: not one."),
        ("choice", "to be agreed", ", options: {x: one, y: two}", "The matter: to be agreed."),
    ],
)
def test_a_value_is_put_into_a_provision(kind: str, value: str, more: str, expected: str) -> None:
    assert sentence(kind, value, more) == expected


def test_a_provision_without_a_place_for_a_value() -> None:
    options = ", options: {x: one, y: two}"
    assert sentence("choice", "unspecified", options, "It is so.") == (
        "It is so; the particulars are not given."
    )
    assert sentence("duration", "3 days", "", "{value}{terms}") == "3 days."
    assert sentence("duration", "3 days", "", "{value}") == "3 days."
    assert sentence("duration", "3 days", "", "So be it {value}!") == "So be it 3 days!"
