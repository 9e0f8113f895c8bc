"""Fixtures that read the test's own docstring as a dossier, so that both stand on one screen.

A docstring gives `issues` and `memoranda`, and may replace any other section; two parties, a
source and a header are there unless it does.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

import positions

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded
    from positions.model.dossier import Dossier

_PRELUDE = {
    "dossier": "dossier: {format: 1, title: A test, as_of: 2025-06-02}\n",
    "parties": "parties:\n  north: {name: North}\n  south: {name: South}\n",
    "sources": "sources:\n  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}\n",
}


def with_prelude(text: str) -> str:
    """Return the text of a dossier with the sections that it leaves out."""
    body = textwrap.dedent(text).lstrip("\n")
    missing = [given for name, given in _PRELUDE.items() if f"\n{name}:" not in f"\n{body}"]
    return "".join(missing) + body


@pytest.fixture
def text(request: pytest.FixtureRequest) -> str:
    return with_prelude(request.function.__doc__ or "")


@pytest.fixture
def loaded(text: str) -> Loaded:
    return positions.loads(text, "test.yaml")


@pytest.fixture
def dossier(loaded: Loaded) -> Dossier:
    # What is later than the dossier's own day is what some tests are about.
    problems = [str(one) for one in loaded.problems if one.code != "unlikely-day"]
    assert loaded.dossier is not None, problems
    assert not problems
    return loaded.dossier


@pytest.fixture
def comparison(dossier: Dossier) -> Comparison:
    return positions.compare(dossier)
