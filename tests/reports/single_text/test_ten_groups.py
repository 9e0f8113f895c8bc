"""One text of ten groups and a chair's draft, to be read from beginning to end."""

from __future__ import annotations

import pytest

import positions
from positions.analysis.single_text.ledger import faults
from positions.analysis.single_text.merge import single_text
from positions.analysis.single_text.request import TextRequest
from positions.reports.page.render import render
from positions.reports.single_text.page import single_text_page
from tests.paths import ROOT
from tests.reports.golden_files import expect


@pytest.mark.parametrize(("base", "name"), [("", "ten-groups"), ("chair", "ten-groups-on-draft")])
def test_ten_groups_and_a_draft(base: str, name: str) -> None:
    loaded = positions.load(ROOT / "tests" / "data" / "ten-groups.yaml")
    assert loaded.dossier is not None
    assert loaded.problems == ()
    text = single_text(positions.compare(loaded.dossier), loaded.dossier, TextRequest(base))
    assert faults(text) == ()

    page, _, _ = render(single_text_page(text)).partition("── Ledger")
    expect(f"single-text-{name}.txt", page)
