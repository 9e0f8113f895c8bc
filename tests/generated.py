"""A large dossier, made anew and always the same, for what has to hold with many parties."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import positions

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

__all__ = ["many_parties", "many_parties_text"]


def many_parties_text(parties: int = 30, issues: int = 350) -> str:
    """Return a dossier as text: figures on a few values, a third of the cells indifferent.

    Of the rest some are uncoded, and the last party has said nothing that is recorded.
    """
    chance = random.Random(30)
    names = [f"p{number:02d}" for number in range(1, parties + 1)]
    titles = [f"i{number:03d}" for number in range(1, issues + 1)]

    def said() -> object:
        cast = chance.random()
        if cast < 0.33:
            return "indifferent"
        return None if cast < 0.4 else str(chance.choice((0, 10, 20, 50, 70, 80, 90, 100)))

    data = {
        "dossier": {"format": "1", "title": "Many parties", "as_of": "2025-06-02"},
        "parties": {name: {"name": f"Party {name[1:]}", "short": name} for name in names},
        "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
        "issues": {
            name: {
                "topic": f"Topic {number // 25 + 1}",
                "title": f"Figure {name[1:]} of the talks",
                "kind": "quantity",
                "unit": "points",
            }
            for number, name in enumerate(titles)
        },
        "memoranda": {
            f"m-{name}": {
                "party": name,
                "form": "statement",
                "date": "2025-05-20",
                "sources": ["paper"],
                "positions": {title: said() for title in titles},
            }
            for name in names[:-1]
        },
    }
    return json.dumps(data, indent=1)


def many_parties(parties: int = 30, issues: int = 350) -> Dossier:
    """Return the same as a dossier."""
    loaded = positions.loads(many_parties_text(parties, issues), "many.yaml")
    assert loaded.dossier is not None
    assert not loaded.problems
    return loaded.dossier
