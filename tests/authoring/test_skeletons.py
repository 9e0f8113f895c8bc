"""Can a skeleton be pasted, filled in, and read?"""

from __future__ import annotations

import positions
from positions.authoring.skeletons import skeleton
from tests.from_docstring import with_prelude

TEXT = with_prelude(
    """
    issues:
      truce: duration
      land: {options: ["ours, \\n all: of it", theirs], parts: [hill, vale]}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        sources: [paper]
        positions:
    """
)


def test_a_position_of_a_document_that_is_there() -> None:
    dossier = positions.loads(TEXT).dossier
    assert dossier is not None
    lines = skeleton(dossier, "truce", "north")
    assert lines.splitlines()[:2] == [
        "      truce:",
        "        value:  # such as 30 days, at least 30 days, more than 1 month, 2-3 days",
    ]
    filled = TEXT + lines.replace("value:", "value: 30 days")
    loaded = positions.loads(filled)
    assert loaded.problems == ()
    assert loaded.dossier is not None
    value = loaded.dossier.memoranda["plan"].positions["truce"].value
    assert value is not None
    assert loaded.dossier.measure("truce").show(value) == "30 days"
    # Unfilled, it says that nothing is recorded yet.
    assert positions.loads(TEXT + lines).problems == ()


def test_a_part_of_an_issue_and_a_party_without_a_document() -> None:
    dossier = positions.loads(TEXT).dossier
    assert dossier is not None
    lines = skeleton(dossier, "land", "south", "hill")
    assert "        parts:\n          hill:\n            value:  # such as " in lines
    unfilled = positions.loads(TEXT + lines)
    assert [(one.code, one.path[-1]) for one in unfilled.problems] == [("empty-field", "date")]
    filled = lines.replace("date:", "date: 2025-06-02").replace("sources: []", "sources: [paper]")
    loaded = positions.loads(TEXT + filled.replace("value:", "value: theirs"))
    assert loaded.problems == ()
    assert loaded.dossier is not None
    south = loaded.dossier.memoranda["south-statement"].positions["land"]
    value = south.parts["hill"].value
    assert value is not None
    assert loaded.dossier.measure("land", "hill").show(value) == "theirs"
