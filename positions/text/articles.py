"""Names parties and bodies with their article: the European Union, the Port Authority."""

from __future__ import annotations

import re

from positions.text.patterns import pattern

__all__ = ["definite_name"]

_WITH_THE = frozenset(
    {
        "Agency",
        "Airport",
        "Alliance",
        "Assembly",
        "Association",
        "Authority",
        "Bank",
        "Board",
        "Bureau",
        "Chamber",
        "Coalition",
        "Commission",
        "Committee",
        "Confederation",
        "Democrats",
        "Conference",
        "Congress",
        "Cooperative",
        "Council",
        "Countries",
        "Court",
        "Department",
        "Directorate",
        "Emirates",
        "Employers",
        "Federation",
        "Front",
        "Fund",
        "Government",
        "Greens",
        "Group",
        "Guards",
        "Institute",
        "Islands",
        "Kingdom",
        "League",
        "Liberals",
        "Ministry",
        "Movement",
        "Nations",
        "Network",
        "Office",
        "Opposition",
        "Organisation",
        "Organization",
        "Parliament",
        "Party",
        "Presidency",
        "Republic",
        "Secretariat",
        "Senate",
        "Society",
        "States",
        "Syndicate",
        "Tribunal",
        "Trust",
        "Union",
        "Unions",
        "Workers",
    }
)
"""Words after which a name takes an article: the European Union, the Port Authority."""

_ACRONYM = pattern(r"[A-Z][A-Z0-9]+s|[A-Z][0-9]+")
_THE = pattern(r"the ", re.IGNORECASE)


def definite_name(name: str) -> str:
    """Return a name as it stands inside a sentence: `The Union` and `Union` are `the Union`."""
    bare = _THE.sub("", name, count=1) if _THE.match(name) else name
    takes = bare != name or name.rsplit(" ", 1)[-1] in _WITH_THE or _ACRONYM.fullmatch(name)
    return f"the {bare}" if takes else name
