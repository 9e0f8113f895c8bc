"""From where a dossier is looked at: which parties, as of when, and under which options."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from positions.comparison.compare import compare
from positions.record.options import choose_options, clashing, options_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment
    from positions.record.options import OptionChoice

__all__ = ["PLAIN", "Lens"]


@dataclass(frozen=True, slots=True)
class Lens:
    """What is compared of a dossier.

    Attributes:
        parties: The ids of the parties, in the order of the columns; all where there are none.
        as_of: The moment; the dossier's own where there is none.
        options: The ids of the options that are fixed, by the ids of their parties.
    """

    parties: tuple[str, ...] = ()
    as_of: Moment | None = None
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def compare(self, dossier: Dossier) -> Comparison:
        """Return the comparison of a dossier, of what is in it.

        A dossier may have lost a party or an option since it was chosen; where no party is left,
        all are compared.
        """
        known = [party for party in self.parties if party in dossier.parties]
        options = self.choice(dossier).ids
        return compare(dossier, as_of=self.as_of, parties=known or None, options=options)

    def choice(self, dossier: Dossier) -> OptionChoice:
        """Return the choice of those options that are in a dossier."""
        found: dict[str, list[str]] = {}
        for party, names in self.options.items():
            offered = options_of(dossier.memoranda.values(), party)
            for name in names:
                kept = [offered[one] for one in found.get(party, ())]
                if name in offered and clashing([*kept, offered[name]]) is None:
                    found.setdefault(party, []).append(name)
        return choose_options(dossier, found)


PLAIN: Final = Lens()
"""All parties, at the dossier's own moment, under every option."""
