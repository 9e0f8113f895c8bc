"""States where a party's documents put an issue in the order of steps that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.reports.page.facts import FactKind, fact
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier, Memorandum
    from positions.reports.page.facts import Fact

__all__ = ["places_in_order", "step_in_words"]


def places_in_order(comparison: Comparison, party: str, issue: str) -> Iterator[Fact]:
    """Yield, for the party's newest document that orders the issue, the issue's places in it."""
    dossier = comparison.dossier
    documents = sorted(
        (
            document
            for document in dossier.memoranda.values()
            if document.party == party
            and not comparison.as_of.before(document.date)
            and document.is_known(comparison.as_of)
        ),
        key=lambda document: document.date.order(),
        reverse=True,
    )
    for document in documents:
        places = [
            (number, name)
            for number, step in enumerate(document.steps)
            for name in step
            if name == issue or (name in dossier.events and dossier.events[name].part_of == issue)
        ]
        if places:
            title = document.title or Glossary.of(dossier).untitled(document)
            for number, name in places:
                said = step_in_words(dossier, document, number, name)
                yield fact(FactKind.ORDER, said, label=f"order in {title}")
            return


def step_in_words(dossier: Dossier, document: Memorandum, number: int, name: str) -> str:
    """Return `step 5 of 9: Ceasefire; after Withdrawal; before Elections`.

    Args:
        dossier: The dossier, for titles.
        document: The document with the sequence.
        number: The step, from 0.
        name: The issue or event whose place it is.
    """
    steps = document.steps

    def titles(step: tuple[str, ...]) -> str:
        return " and ".join(dossier.title(word) for word in step)

    found = [f"step {number + 1} of {len(steps)}: {dossier.title(name)}"]
    beside = tuple(word for word in steps[number] if word != name)
    if beside:
        how = "in any order with" if number in document.periods else "together with"
        found.append(f"{how} {titles(beside)}")
    if number:
        found.append(f"after {titles(steps[number - 1])}")
    if number + 1 < len(steps):
        found.append(f"before {titles(steps[number + 1])}")
    return "; ".join(found)
