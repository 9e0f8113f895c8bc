"""When does a document count of which only the month or the year is known?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from positions.cli.main import run
from positions.loader import loads
from positions.model.moment import Moment, Precision

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "first", "last", "prose"),
    [
        ("2025-06-02", "2025-06-02", "2025-06-02", "2 June 2025"),
        ("2025-06-02T09:00", "2025-06-02", "2025-06-02", "2 June 2025"),
        ("2025-02", "2025-02-01", "2025-02-28", "February 2025"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("2025", "2025-01-01", "2025-12-31", "2025"),
    ],
)
def test_a_moment_prints_as_written(text: str, first: str, last: str, prose: str) -> None:
    moment = Moment.parse(text)
    assert str(moment) == text
    assert moment.written_day == text.partition("T")[0]
    assert (moment.first_day, moment.day) == (
        dt.date.fromisoformat(first),
        dt.date.fromisoformat(last),
    )
    assert moment.in_prose == prose


@pytest.mark.parametrize(
    "text", ["2025-13", "2025-00", "0000", "2025-2", "25", "2025-06-31", "2025-06T09:00", "soon"]
)
def test_what_names_no_time_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its words are not shown
        Moment.parse(text)


def test_a_month_counts_after_its_last_day() -> None:
    month = Moment.parse("2025-05")
    assert month.precision is Precision.MONTH
    assert Moment.parse("2025-05-30").before(month)
    assert not Moment.parse("2025-05-31").before(month)
    assert month.before(Moment.parse("2025-06-01"))
    assert not month.before(Moment.parse("2025-05-31T09:00"))
    assert not Moment.parse("2025-05-10T09:00").surely_before(month)
    assert sorted(
        map(Moment.parse, ["2025", "2025-06-01", "2025-05", "2025-05-30"]), key=Moment.order
    ) == [*map(Moment.parse, ["2025-05-30", "2025-05", "2025-06-01", "2025"])]


TALKS = """
dossier: {{format: 1, title: Talks, as_of: {as_of}}}
parties: {{north: {{name: North}}, south: {{name: South}}}}
sources: {{paper: {{publisher: The Paper, date: 2025-05, title: Both plans}}}}
issues: {{truce: {{topic: War, title: Length of the truce, kind: duration}}}}
memoranda:
  draft: {{party: south, form: memorandum, date: 2025-05, {known}sources: [paper], positions: {{truce: 3 days}}}}
"""


@pytest.mark.parametrize(
    ("as_of", "known", "is_there"),
    [
        ("2025-06-02", "", True),
        ("2025-05-30", "", False),
        ("2025-05-10", "2025-05-10", True),
        ("2025-05-10T09:00", "2025-05-10T10:00", False),
        ("2025-05-09", "2025-05-10", False),
        ("2025-05-30", "2025-04-10", False),
    ],
)
def test_a_draft_of_a_month_is_there_from_its_end_on_or_from_when_it_is_known(
    as_of: str, known: str, *, is_there: bool
) -> None:
    loaded = loads(TALKS.format(as_of=as_of, known=known and f"known: {known}, "), "talks.yaml")
    assert loaded.dossier is not None
    assert not [one for one in loaded.problems if one.code == "wrong-value"]
    draft = loaded.dossier.memoranda["draft"]
    assert loaded.dossier.header.as_of.before(draft.date) is not is_there
    assert str(draft.date) == str(loaded.dossier.sources["paper"].date) == "2025-05"


def test_a_month_is_shown_as_it_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text(
        TALKS.format(as_of="2025-06-02", known="known: 2025-05-12T10:00, "), encoding="utf-8"
    )
    assert run(["show", "truce", "-f", str(path)], open_ui=lambda *_: 1) == 0
    shown = capsys.readouterr().out
    assert "memorandum of May 2025" in shown
    assert "2025-05-31" not in shown
