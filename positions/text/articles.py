"""Names parties and bodies with their article: the European Union, the Port Authority."""

from __future__ import annotations

import re

from positions.text.patterns import pattern

__all__ = ["definite_name", "head_of"]

_WITH_THE = frozenset(
    re.findall(
        r"\w+",
        "Academy Agency Airport Alliance Army Assembly Association Authority Bank Bloc Board "
        "Bureau Centre Chamber Cities Club Coalition Colleges Commission Committee Communities "
        "Community Companies Confederation Conference Congress Consortium Cooperative Council "
        "Countries Court Crescent Cross Crown Delegation Democrats Department Directorate "
        "Emirates Employers Farmers Federation Foundation Front Fund Government Greens Group "
        "Growers Guards Hospitals Institute Islands Kingdom League Liberals Miners Ministries "
        "Ministry Movement Nations Network Nurses Office Opposition Organisation Organization "
        "Owners Parliament Parties Party Pilots Presidency Producers Publishers Republic "
        "Residents Schools Secretariat Senate Society States Students Syndicate Teachers "
        "Tenants Tribunal Trust Union Unions Universities Workers Writers",
    )
)
"""Words with which a name, or its head, takes an article: the Union, the Ministry of Health."""

_OF_A_PLACE = frozenset(
    re.findall(
        r"\w+",
        "Canton City Commonwealth County Diocese District Duchy House Isle Municipality "
        "Principality Province Region School State Town University",
    )
)
"""Words that take an article where *of* and a place come after them: the City of Oslo."""
_HEAD = pattern(r" (?:of|for|on|to|against|in) .*")
_ACRONYM = pattern(r"[A-Z][A-Z0-9]+s|[A-Z][0-9]+")
_THE = pattern(r"the ", re.IGNORECASE)


def definite_name(name: str) -> str:
    """Return a name as it stands inside a sentence: `The Union` and `Union` are `the Union`."""
    bare = _THE.sub("", name, count=1) if _THE.match(name) else name
    head = head_of(name).rsplit(" ", 1)[-1]
    takes = head in _WITH_THE or (head in _OF_A_PLACE and f"{head} of " in name)
    takes = takes or bare != name or _ACRONYM.fullmatch(name) is not None
    return f"the {bare}" if takes else name


def head_of(name: str) -> str:
    """Return a name without what its head is of or for: `Ministry of Trade` is a `Ministry`."""
    return _HEAD.sub("", name)
