"""The orders of steps of what is shown: worked out in a thread, for the screen and for its tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.record.options import choose_options
from positions.record.settle import record
from positions.sequence.conflicts import order_steps

if TYPE_CHECKING:
    from positions.sequence.conflicts import Sequencing
    from tui.state.view import View

__all__ = ["findings", "ordered"]


def ordered(view: View) -> Sequencing | None:
    """Return the orders at the moment, and under the options, of a view; None where it has none."""
    comparison, whole = view.comparison, view.loaded.dossier
    if comparison is None or whole is None:
        return None
    chosen = {party: [one.id for one in found] for party, found in comparison.options.items()}
    choice = choose_options(whole, chosen)  # also of texts that are not known yet
    return order_steps(comparison.dossier, record(whole, comparison.as_of, choice))


def findings(sequencing: Sequencing | None) -> int:
    """Return how many conflicts and loops there are, as the key that goes to them counts."""
    if sequencing is None:
        return 0
    return sum(map(len, (sequencing.conflicts, sequencing.loops, sequencing.contradictions)))
