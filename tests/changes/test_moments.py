"""Is a dossier at two moments the same as two files that hold it cut at each of them?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.changes.difference import difference
from positions.changes.timeline.model import ToldKind
from positions.changes.timeline.walk import timeline
from positions.comparison.compare import compare
from positions.model.moment import Instant, Moment
from positions.record.known import known_at
from positions.reports.changes.json import difference_data
from positions.reports.changes.page import difference_page
from positions.reports.changes.words import CLASSES

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

Plain = dict[str, Any]

_DAYS = (
    "2025-05-01",
    "2025-05-10",
    "2025-05-10T09:00",
    "2025-05-10T18:00",
    "2025-05-20",
    "2025-05",
)
_VALUES = ("10 days", "at least 20 days", "20 days", "none", "undisclosed", "to be agreed")
_ISSUES = ("truce", "length")


def _said(draw: st.DrawFn) -> Plain:
    said: Plain = {"value": draw(st.sampled_from(_VALUES))}
    if said["value"] == "undisclosed":
        return {"blank": "undisclosed"}
    if draw(st.booleans()):
        day = draw(st.sampled_from(_DAYS))
        said["accounts"] = {"other": {"value": "5 days", "date": day, "sources": ["paper"]}}
    if draw(st.booleans()):
        said["note"] = {draw(st.sampled_from(_DAYS)): "A remark."}
    return said


@st.composite
def _dossiers(draw: st.DrawFn) -> Plain:
    documents: Plain = {}
    for number in range(draw(st.integers(1, 5))):
        document: Plain = {
            "party": draw(st.sampled_from(("north", "south"))),
            "form": draw(st.sampled_from(("statement", "report", "memorandum"))),
            "date": draw(st.sampled_from(_DAYS)),
            "sources": ["paper"],
        }
        at = Moment.parse(document["date"])
        older = [name for name, one in documents.items() if Moment.parse(one["date"]).before(at)]
        is_based = draw(st.booleans())
        if older and is_based:
            document["based_on"] = draw(st.sampled_from(older))
        if document["form"] == "memorandum":
            document["read"] = draw(st.sampled_from(("whole", "part")))
            if draw(st.booleans()):
                document["known"] = draw(st.sampled_from(("2025-05-20", "2025-05-25")))
        document["positions"] = {issue: _said(draw) for issue in _ISSUES if draw(st.integers(0, 2))}
        documents[f"paper-{number}"] = document
    outcome = {
        "issue": "truce",
        "date": draw(st.sampled_from(_DAYS)),
        "value": "20 days",
        "confirmed_by": "all",
        "sources": ["paper"],
        "delivered": {"all": {"value": "18 days", "date": "2025-05-25"}},
    }
    return {
        "dossier": {"format": 1, "title": "Talks", "as_of": "2025-06-02"},
        "parties": {"north": {"name": "North"}, "south": {"name": "South"}},
        "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
        "issues": {
            name: {"topic": "War", "title": name.title(), "kind": "duration"} for name in _ISSUES
        },
        "memoranda": documents,
        "outcomes": {"deal": outcome} if draw(st.booleans()) else {},
    }


def _cut(data: Plain, at: Moment) -> Plain:
    """What is left of a dossier when everything later is taken out of its text by hand."""

    def there(day: str) -> bool:
        return not at.before(Moment.parse(day))

    def left(said: Plain) -> Plain:
        kept = dict(said)
        for key in ("accounts", "delivered"):
            if key in said:
                kept[key] = {name: one for name, one in said[key].items() if there(one["date"])}
        if "note" in said:
            kept["note"] = {day: text for day, text in said["note"].items() if there(day)}
        return {key: value for key, value in kept.items() if value != {}}

    documents = {}
    for name, one in data["memoranda"].items():
        day = Moment.parse(one["date"])
        if at.before(day.by(Moment.parse(one["known"])) if "known" in one else day):
            continue
        if "known" in one and not there(one["known"]):
            kept = {key: one[key] for key in ("party", "form", "date")}
            documents[name] = {**kept, "disclosure": "withheld"}
            continue
        said = {issue: left(position) for issue, position in one["positions"].items()}
        documents[name] = {**one, "positions": said}
    outcomes = {name: left(one) for name, one in data["outcomes"].items() if there(one["date"])}
    return {**data, "memoranda": documents, "outcomes": outcomes}


def _read(data: Plain) -> Dossier:
    loaded = positions.loads(json.dumps(data), "talks.yaml")
    assert loaded.dossier is not None, [str(problem) for problem in loaded.problems]
    return loaded.dossier


@given(
    _dossiers(), st.sampled_from((*_DAYS, "2025-04-01")), st.sampled_from((*_DAYS, "2025-05-25"))
)
def test_two_moments_differ_as_two_files_do_that_are_cut_there(
    data: Plain, first: str, second: str
) -> None:
    whole = _read(data)
    moments = Moment.parse(first), Moment.parse(second)

    one, other = (known_at(whole, moment) for moment in moments)
    of_moments = difference(one, other)
    of_files = difference(
        *(replace(_read(_cut(data, moment)), moment=moment) for moment in moments)
    )

    assert difference_data(of_moments, CLASSES) == difference_data(of_files, CLASSES)
    with patch("positions.changes.difference.issues_in_common", return_value=frozenset()):
        looked_at = difference(one, other)
    assert difference_data(of_moments, CLASSES) == difference_data(looked_at, CLASSES)
    shown = [difference_page(one, ("Talks",), classes=CLASSES) for one in (of_moments, of_files)]
    assert shown[0] == shown[1]


@given(_dossiers())
def test_every_state_of_a_timeline_is_that_of_the_comparison_at_its_moment(data: Plain) -> None:
    whole = _read(data)
    for moment in timeline(whole).moments:
        then = compare(known_at(whole, Instant.of(moment.moment)))
        assert moment.statuses == {row.issue.id: row.status for row in then.rows}
        assert moment.convergence == then.convergence


@given(_dossiers())
def test_a_timeline_tells_every_move_and_first_word_once(data: Plain) -> None:
    """What is told of all moments of a party on an issue begins with first words, and only once."""
    firsts: set[tuple[str, str]] = set()
    for moment in timeline(_read(data)).moments:
        for speech in moment.speeches:
            for told in speech.told:
                place = speech.document.party, told.issue
                if told.kind in {ToldKind.FIRST, ToldKind.TAKEN_OVER}:
                    assert place not in firsts
                    firsts.add(place)
                elif told.kind is ToldKind.CHANGED and told.before[0].speaks:
                    assert place in firsts or told.before[0].reported
