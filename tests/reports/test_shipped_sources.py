"""Does every cell of the shipped case name pages that carry it, and claim no silence beyond them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

import positions
from positions.analysis.points import points_of
from positions.model.dossier import Blank, Form
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Dossier, Position

FACTS = yaml.safe_load((ROOT / "tests/data/istanbul-facts.yaml").read_text(encoding="utf-8"))

SILENT = {
    "ukraine-memorandum": {
        "bodies",
        "russian-speakers",
        "official-language",
        "ideology",
        "church",
        "elections",
    },
    "russia-memorandum": {
        "prisoner-exchange",
        "nato-enlargement",
        "eu-membership",
        "security-guarantees",
        "frozen-assets",
        "leaders-meeting",
        "talks-participants",
    },
}
"""The issues on which none of the pages that were read shows a provision of the text."""


@pytest.fixture(scope="module")
def shipped() -> Dossier:
    loaded = positions.load(str(ROOT / "data/positions.yaml"))
    assert loaded.problems == ()
    assert loaded.dossier is not None
    return loaded.dossier


def _cells(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every cell with the sources that it names, its own or those of what it stands in.

    Also every document that holds no position, and is but a remark or an order of steps.
    """
    for document in dossier.memoranda.values():
        if not document.positions:
            yield document.id, document.sources
        for issue, position in document.positions.items():
            yield from _inside(f"{document.id}/{issue}", position, document.sources)
    for outcome in dossier.outcomes.values():
        if outcome.position is not None:
            yield outcome.id, outcome.sources
        for name in ("accounts", "delivered"):
            for party, said in getattr(outcome, name).items():
                yield f"{outcome.id}/{name}/{party}", said.sources or outcome.sources


def _inside(
    name: str, position: Position, sources: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    own = position.sources or sources
    if position.same_as is None:
        yield name, own
    # A part without a source of its own has that of the whole.
    for inner in (position.alternatives, position.accounts):
        for label, one in inner.items():
            yield from _inside(f"{name}/{label}", one, own)
    for label, one in position.parts.items():
        if one.sources or one.accounts:
            yield from _inside(f"{name}/{label}", one, own)


def test_every_cell_names_pages_that_carry_it_and_no_others(shipped: Dossier) -> None:
    carried, cells = FACTS["carried"], FACTS["cells"]
    beyond = {}
    for name, sources in _cells(shipped):
        assert sources, name
        assert name in cells, f"{name} rests on no fact"
        pages = {page for fact in cells[name] for page in carried[fact]}
        if set(sources) - pages:
            beyond[name] = set(sources) - pages

    assert beyond == {}
    assert set(cells) == {name for name, _ in _cells(shipped)}, "a fact is for a cell that is gone"


def test_the_table_of_facts_has_no_page_that_the_dossier_does_not_declare(shipped: Dossier) -> None:
    pages = {page for pages in FACTS["carried"].values() for page in pages}
    used = {fact for facts in FACTS["cells"].values() for fact in facts}

    assert pages <= shipped.sources.keys()
    assert used == FACTS["carried"].keys()


def test_silence_is_claimed_where_the_pages_show_none_and_nowhere_else(shipped: Dossier) -> None:
    claimed = {
        document.id: {
            issue for issue, one in document.positions.items() if one.blank is Blank.SILENT
        }
        for document in shipped.memoranda.values()
    }

    assert {name: issues for name, issues in claimed.items() if issues} == SILENT
    for document in shipped.memoranda.values():
        assert document.form is not Form.MEMORANDUM or document.read != "whole", document.id


def test_every_point_of_both_memoranda_is_accounted_for(shipped: Dossier) -> None:
    ukraine, russia = points_of(shipped)

    assert (ukraine.document.id, len(ukraine.points)) == ("ukraine-memorandum", 17)
    assert (russia.document.id, len(russia.points)) == ("russia-memorandum", 33)
    assert (ukraine.missing, russia.missing) == ((), ())
    assert (ukraine.uncited, russia.uncited) == ((), ())
    assert [point.name for point in russia.points if point.left_out] == ["III, step 4"]
    assert not any(point.left_out for point in ukraine.points)


def test_what_does_not_stand_in_a_text_is_marked_as_inferred(shipped: Dossier) -> None:
    inferred = {
        (document.id, issue)
        for document in shipped.memoranda.values()
        for issue, one in document.positions.items()
        if any(each.inferred for each in (one, *one.alternatives.values()))
    }

    assert inferred == {
        ("ukraine-memorandum", "reparations"),
        ("russia-memorandum", "territory"),
        ("russia-memorandum", "territory-line"),
        ("russia-memorandum", "nato-membership"),
        ("russia-memorandum", "ceasefire-monitoring"),
        ("russia-memorandum", "withdrawal"),
        ("russia-memorandum", "civilians"),
        ("russia-in-july", "kursk-residents"),
        ("ukraine-in-july", "ceasefire-start"),
    }


def test_no_sentence_of_a_source_is_copied(shipped: Dossier) -> None:
    for document in shipped.memoranda.values():
        assert not any(one.quote for one in document.positions.values())


def test_every_issue_can_be_put_into_a_text(shipped: Dossier) -> None:
    for issue in shipped.issues.values():
        listed = (*issue.options.values(), *issue.items.values())
        assert issue.provision or (listed and all(one.provision for one in listed)), issue.id


@pytest.mark.parametrize(
    "words",
    [
        "End of",
        "Dissolution of",
        "Withdrawal of",
        "Ceiling on",
        "Lifting of",
        "Restored",
        "Time until",
    ],
)
def test_a_title_states_an_issue_and_no_demand(shipped: Dossier, words: str) -> None:
    assert not [one.id for one in shipped.issues.values() if one.title.startswith(words)]
