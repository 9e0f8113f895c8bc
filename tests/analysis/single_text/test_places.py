"""Are places that are not common counted from rows, by article, party and kind?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import positions
from positions.analysis.single_text.merge import single_text
from positions.analysis.single_text.place_model import PlaceKey, PlaceKind
from positions.analysis.single_text.places import burn_down
from positions.analysis.single_text.request import TextRequest
from positions.model.moment import Moment
from positions.reports.single_text.burn_down import distance_heads, distance_in_words, distance_rows

if TYPE_CHECKING:
    from positions.analysis.single_text.model import SingleText
    from positions.model.dossier import Dossier


def text_of(dossier: Dossier, day: str = "2025-06-02") -> SingleText:
    return single_text(positions.compare(dossier, as_of=Moment.parse(day)), dossier)


def test_each_item_value_and_term_is_a_place(dossier: Dossier) -> None:
    """
    parties: {north: {name: North, short: N}, south: {name: South, short: S}}
    issues:
      steps: {topic: War, title: Steps, kind: checklist, items: {a: a, b: b, c: c, d: d}}
      truce: {topic: War, title: Truce, kind: duration}
      seat: {topic: Talks, title: Seat, kind: choice, options: {x: here, y: there}}
      deal: {topic: Talks, title: Deal, kind: choice, options: {x: here, y: there}}
      fee: {topic: Talks, title: Fee, kind: quantity, unit: crowns}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        sources: [paper]
        options: {one: {title: The one, group: g}, two: {title: The other, group: g}}
        positions:
          steps: {demand: [a, b], refuse: [c]}
          truce: {value: at least 30 days, renewable: 30 days, scope: the valley}
          seat: x
          deal: x
          fee: {alternatives: {one: 5}}
      reply:
        party: south
        form: statement
        date: 2025-05-29
        sources: [paper]
        positions:
          steps: [a, c, d]
          truce: {value: 30 days, scope: the valley}
          seat: y
    outcomes:
      done: {issue: deal, date: 2025-06-02, value: x, confirmed_by: all, sources: [paper]}
    """
    text = text_of(dossier)
    places = text.places

    assert [(one.number, one.key.name, str(one.kind), one.parties) for one in places.open] == [
        ("1.1", "item b", "words of some", ("north",)),
        ("1.1", "item c", "alternative", ("south", "north")),
        ("1.1", "item d", "words of some", ("south",)),
        ("1.2", "value", "choice", ("north", "south")),
        ("1.2", "renewable", "words of some", ("north",)),
        ("2.1", "value", "alternative", ("north", "south")),
        ("2.3", "value", "words of some", ("north",)),
    ]
    assert [key.issue for key in places.common] == ["steps", "truce", "deal"]
    assert dict(places.by_party) == {"north": 3, "south": 1}
    assert dict(places.optional) == {"north": 1}
    assert places.by_kind[PlaceKind.ALTERNATIVE] == 2
    assert distance_in_words(text) == (
        "7 places (values, items of lists and terms) are not common: 3 with words of N alone (1 "
        "under one option only), 1 with words of S alone, 1 choice between wordings and 2 "
        "alternatives."
    )
    assert distance_heads(text) == ("article", "N", "S", "choice", "alternative", "not common")
    assert list(distance_rows(text)) == [
        ("1. War", "2", "1", "1", "1", "5"),
        ("2. Talks", "1", "0", "0", "1", "2"),
    ]


def test_to_record_more_is_no_step_back(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      seat: {topic: Talks, title: Seat, kind: choice, options: {x: here, y: there}}
      fee: {topic: Talks, title: Fee, kind: quantity, unit: crowns}
    memoranda:
      plan: {party: north, form: statement, date: 2025-05-20, sources: [paper], positions: {truce: 3 days, seat: x, fee: 5}}
      reply: {party: south, form: statement, date: 2025-05-20, sources: [paper], positions: {truce: 2 days, fee: 5}}
      later: {party: south, form: statement, date: 2025-05-25, sources: [paper], positions: {truce: {value: 3 days}, fee: {value: 7, scope: boats}}}
      last: {party: south, form: statement, date: 2025-05-30, sources: [paper], positions: {fee: {value: none}}}
    outcomes:
      done: {issue: fee, date: 2025-06-02, value: 6, confirmed_by: all, sources: [paper]}
    """
    found = burn_down(text_of(dossier, "2025-05-21").places, text_of(dossier, "2025-05-26").places)

    assert (found.before, found.after) == (2, 3)
    assert found.closed == (PlaceKey("truce", "", "value"),)
    assert found.reopened == (PlaceKey("fee", "", "value"),)
    assert found.recorded == (PlaceKey("fee", "", "scope"),)
    assert found.dropped == ()
    was = text_of(dossier, "2025-05-26").places
    later = burn_down(was, text_of(dossier, "2025-05-31").places)
    assert later.dropped == (PlaceKey("fee", "", "scope"),)
    ended = burn_down(was, text_of(dossier).places)
    assert (len(ended.closed), ended.dropped) == (2, ())


def test_on_a_draft_a_place_is_common_where_all_admit_it(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, chair: {name: Chair, role: text}}
    issues:
      list: {topic: War, title: Steps, kind: checklist, items: {a: a bell, b: a gate}}
      truce: {topic: War, title: Truce, kind: duration}
      fee: {topic: War, title: Fee, kind: quantity, unit: coins}
      seat: {topic: War, title: Seat, kind: duration}
      toll: {topic: War, title: Toll, kind: duration}
      gift: {topic: War, title: Gift, kind: checklist, items: {a: a bell, b: a gate}}
    memoranda:
      plan: {party: north, form: statement, date: 2025-05-20, sources: [paper], positions: {list: [a, b], truce: at least 3 days, fee: to be agreed, toll: 2 days, gift: [a]}}
      reply: {party: south, form: statement, date: 2025-05-20, sources: [paper], positions: {list: [a], truce: {value: 5 days, scope: boats}, fee: to be agreed, gift: {value: [a, b], basis: inferred}}}
      draft: {party: chair, form: memorandum, date: 2025-05-25, sources: [paper], positions: {list: [a], truce: 5 days, fee: to be agreed, seat: 2 days, toll: 9 days, gift: [a]}}
    """
    comparison = positions.compare(dossier, as_of=Moment.parse("2025-06-02"))
    found = single_text(comparison, dossier, TextRequest("chair")).places

    assert [(one.key.issue, one.key.name, str(one.kind)) for one in found.open] == [
        ("list", "item b", "words of some"),
        ("truce", "scope", "words of some"),
        ("fee", "value", "choice"),
        ("seat", "value", "words of some"),
        ("toll", "value", "alternative"),
        ("gift", "item a", "words of some"),
        ("gift", "item b", "words of some"),
    ]
    assert [(key.issue, key.name) for key in found.common] == [
        ("list", "item a"),
        ("truce", "value"),
    ]
