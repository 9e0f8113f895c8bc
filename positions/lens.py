"""From where a dossier is looked at: which parties, and as of when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.comparison import compare

if TYPE_CHECKING:
    from positions.dossier import Dossier
    from positions.rows import Comparison
    from positions.when import When

__all__ = ["PLAIN", "Lens"]


@dataclass(frozen=True, slots=True)
class Lens:
    """What is compared of a dossier.

    Attributes:
        parties: The ids of the parties, in the order of the columns; all where there are none.
        as_of: The moment; the dossier's own where there is none.
    """

    parties: tuple[str, ...] = ()
    as_of: When | None = None

    def compare(self, dossier: Dossier) -> Comparison:
        """Return the comparison of a dossier, of what is in it.

        A dossier may have lost a party since it was chosen; where none is left, all are compared.
        """
        known = [party for party in self.parties if party in dossier.parties]
        return compare(dossier, as_of=self.as_of, parties=known or None)


PLAIN: Final = Lens()
"""All parties, at the dossier's own moment."""
