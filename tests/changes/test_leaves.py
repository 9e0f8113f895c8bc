"""Every fact of a dossier under its path, whatever way it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.leaves import canonical

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def test_every_fact_has_a_path_and_one_spelling(dossier: Dossier) -> None:
    """
    events: {truce: {title: A truce}, retreat: {title: The  retreat, part_of: war}}
    issues:
      war: {topic: War, title: War, kind: text, parts: {sea: {title: At sea, unit: miles}}}
      price:
        topic: War
        title: Price
        kind: checklist
        items: {arms: Arms, vote: A vote, land: Land}
      land: {topic: Land, title: Land, kind: text, parts: {hill: The hill, lake: The lake}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01T09:00
        published: 2025-06-02
        sources: [paper]
        options: {one: {title: Option 1, group: truce}}
        sequence: [retreat, [war, price], {any_order: [land, truce]}]
        positions:
          war: {value: "an “end”", renewable: false, red_line: true, by: [south, north]}
          land: {parts: {hill: kept}, rest: {value: shared, until: war}}
          price:
            alternatives:
              one: [arms, vote]
              two: {value: {demand: [arms], refuse: [land]}, renewable: 1 week}
    """
    leaves = canonical(dossier)
    plan = ("memoranda", "plan")

    assert leaves["events", "retreat", "title"] == "The retreat"
    assert leaves["issues", "war", "parts", "sea", "unit"] == "miles"
    assert leaves["issues", "price", "items", "vote", "title"] == "A vote"
    assert leaves[*plan, "date"] == "2025-06-01T09:00"
    assert leaves[*plan, "disclosure"] == "published"
    assert leaves[*plan, "options", "one", "group"] == "truce"
    assert leaves[*plan, "sequence"] == ("retreat", "price + war", "land ~ truce")
    war = (*plan, "positions", "war")
    assert leaves[*war, "value"] == 'an "end"'
    assert leaves[*war, "renewable"] == "false"
    assert leaves[*war, "red_line"] == "true"
    assert leaves[*war, "by"] == ("north", "south")
    price = (*plan, "positions", "price", "alternatives")
    assert leaves[*price, "one", "value"] == "[arms, vote]"
    assert leaves[*price, "two", "value"] == "{demand: [arms], refuse: [land]}"
    assert leaves[*price, "two", "renewable"] == "1 week"
    land = (*plan, "positions", "land")
    assert leaves[*land, "parts", "hill", "value"] == "kept"
    assert leaves[*land, "rest", "until"] == "war"
    assert not any("unreadable" in path or path[-1] == "id" for path in leaves)


def test_no_salience_at_all_is_a_fact_as_any_other(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
             positions: {truce: {value: 30 days, salience: 0}}}
      speech: {party: north, form: statement, date: 2025-06-01, sources: [paper],
               positions: {truce: 30 days}}
    """
    found = canonical(dossier)
    assert found["memoranda", "plan", "positions", "truce", "salience"] == "0"
    # How much is public and was read is a fact of a memorandum alone.
    spoken = {path[2] for path in found if path[:2] == ("memoranda", "speech")}
    assert spoken == {"party", "form", "date", "sources", "positions"}
