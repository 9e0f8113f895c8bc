"""The order of steps that each party asks for, as JSON for other programs.

The shape is stable: names are only ever added while `schema` is the same number. It is plain
ASCII. An object of:

- `schema`: 1. `title`, `as_of`, and `options`: the options that are fixed, `{id, title}` by party.
- `steps`: by id, `{title, part_of}`; `part_of` lists the issues and events of which it is a part,
  the nearest first, whether or not someone orders them. The id is that of an event or an issue,
  `issue/part` for a part of an issue, or free words.
- `parties`: a list of `{id, name, unread, orders, contradictions}`. `unread` is true where a
  document could not be read. An order is `{document, date, place, steps, branch, reported, older,
  inferred, clause, sources, yields, periods, as_in}`: `inferred` is true where the analyst
  concludes it, and the party has not said it; `place` is sequence, after, conditions or starts;
  `steps` lists lists of ids, those of an inner list at the same time (after starts: or later);
  `periods` lists the numbers, from 0, of the inner lists that are in any order within one period;
  `as_in` is null or the document from which the order was taken over; `branch` is null or the title
  of the branch under which it holds; `yields` lists the steps whose place in it gives way to newer
  words or to the party's own. Contradictions are loops of the party's own orders.
- `conflicts`: a list of `{parties, before, after, sentence, under, orders}`. The first party puts
  `before` before `after`; the second does not. `orders` holds by party why.
- `loops`: a list of `{parties, sentence, under, orders}`, without those that a conflict closes by
  itself; each of the `orders` begins with the step with which the one before it ends.
- `complete`: whether that is all; false where there are more conflicts, or too many orders to
  compare.

An order of a conflict or loop is `{party, before, after, stated_before, stated_after, timing,
document, date, place, reported, older, inferred, branch, clause, sources}`. `stated_before` is what
the document names: `before`, or a whole of it. `timing` is `before`, `at the same time` or `starts
with` (`after` starts with `before`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from positions.reports.page.json_values import options_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.model.dossier import Dossier
    from positions.sequence.conflicts import (
        Conflict,
        Loop,
        PartyOrder,
        Sequencing,
        StatedOrder,
        StepOrder,
    )

__all__ = ["SCHEMA", "sequence_data", "sequence_json"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""


def sequence_json(dossier: Dossier, sequencing: Sequencing) -> str:
    """Return the orders, conflicts and loops as JSON, ended by a newline."""
    return json.dumps(sequence_data(dossier, sequencing), indent=2) + "\n"


def sequence_data(dossier: Dossier, sequencing: Sequencing) -> dict[str, object]:
    """Return what `sequence_json` prints, as plain data."""
    return {
        "schema": SCHEMA,
        "title": dossier.header.title,
        "as_of": str(sequencing.as_of),
        "options": options_data(sequencing.options),
        "steps": {
            one.id: {
                "title": one.title,
                "part_of": [whole.id for whole in sequencing.wholes.get(one, ())],
            }
            for one in sequencing.steps
        },
        "parties": [_party(dossier, party) for party in sequencing.parties],
        "conflicts": [_conflict(conflict) for conflict in sequencing.conflicts],
        "loops": [_loop(loop) for loop in sequencing.loops],
        "complete": not sequencing.more and not sequencing.too_many,
    }


def _party(dossier: Dossier, party: PartyOrder) -> dict[str, object]:
    return {
        "id": party.party,
        "name": dossier.parties[party.party].name,
        "unread": party.unread,
        "orders": [
            {
                **_stated(order),
                "steps": [[one.id for one in group] for group in order.steps],
                "yields": [one.id for one in order.yields],
                "periods": sorted(order.periods),
                "as_in": order.as_in or None,
            }
            for order in party.orders
        ],
        "contradictions": [_loop(loop) for loop in party.contradictions],
    }


def _stated(order: StatedOrder) -> dict[str, object]:
    return {
        "document": order.document,
        "date": str(order.date),
        "place": str(order.place),
        "reported": order.reported,
        "older": order.older,
        "inferred": order.inferred,
        "branch": order.branch.title if order.branch else None,
        "clause": order.clause,
        "sources": list(order.sources),
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "parties": [conflict.first, conflict.second],
        "before": conflict.before.id,
        "after": conflict.after.id,
        "sentence": conflict.sentence,
        "under": conflict.under.title if conflict.under else None,
        "orders": {
            conflict.first: _orders(conflict.first_orders),
            conflict.second: _orders(conflict.second_orders),
        },
    }


def _loop(loop: Loop) -> dict[str, object]:
    return {
        "parties": list(loop.parties),
        "sentence": loop.sentence,
        "under": loop.under.title if loop.under else None,
        "orders": _orders(loop.orders),
    }


def _orders(orders: Iterable[StepOrder]) -> list[dict[str, object]]:
    return [
        {
            "party": order.party,
            "before": order.before.id,
            "after": order.after.id,
            "stated_before": order.stated_before.id,
            "stated_after": order.stated_after.id,
            "timing": str(order.timing),
            **_stated(order.stated),
        }
        for order in orders
    ]
