"""Says in words what changed in an account or a count of an outcome, as one of each part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.fact_words import fact_content, value_in_brief
from positions.comparison.disputes import counts_of
from positions.comparison.outcome_sentences import beside_in_brief
from positions.record.agreements import Agreements
from positions.sentences.dates import on
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.changes.detect import LeafChange
    from positions.changes.model import DossierDifference, RecordChange
    from positions.sentences.glossary import Glossary

__all__ = ["EntryKey", "entries_of", "entry_words"]

_HOLDERS: Final = frozenset({"accounts", "delivered"})
"""The fields of an outcome that hold what single parties say of it."""

_FIELDS: Final = frozenset({"value", "blank", "date", "confirms"})

EntryKey = tuple[str, ...]
"""Where an entry is in its record, or a part of it: `accounts, north, parts, hill`."""


def entries_of(
    fact: RecordChange, leaves: Sequence[LeafChange]
) -> dict[EntryKey, list[LeafChange]]:
    """Return what changed in each entry of an outcome, by its part; nothing of other records."""
    found: dict[EntryKey, list[LeafChange]] = {}
    for leaf in leaves if fact.of_all else ():
        if leaf.path[0] in _HOLDERS and len(leaf.path) > 2:
            parted = {"parts": 4, "rest": 3}.get(leaf.path[2], 2)
            found.setdefault(leaf.path[:parted], []).append(leaf)
    return found


def entry_words(
    found: DossierDifference, fact: RecordChange, key: EntryKey, leaves: Sequence[LeafChange]
) -> str:
    """Return what changed in one entry: `12 days by 1 June 2025 instead of 10 days by 2 June 2025`.

    `confirmed on 10 May 2025` of an account that only confirms. Empty where something else in it
    changed too.
    """
    fields = {leaf.path[len(key)]: leaf for leaf in leaves}
    if "confirms" in fields:
        fields.pop("blank", None)
    plain = all(len(leaf.path) == len(key) + 1 for leaf in leaves)
    if not (plain and fields.keys() <= _FIELDS):
        return ""
    before, after = (_side(found, fact, key, fields, at) for at in (0, 1))
    if before and after:
        return f"{after} instead of {before}"
    return after or f"no longer {before}"


def _side(
    found: DossierDifference,
    fact: RecordChange,
    key: EntryKey,
    fields: Mapping[str, LeafChange],
    at: int,
) -> str:
    """Return what an entry says before (0) or after (1), of what differs."""
    said: dict[str, str] = {}
    for name, leaf in fields.items():
        content = (leaf.before, leaf.after)[at]
        if content is not None:
            side, subject = found.words[at], fact.subject
            brief = value_in_brief(side, subject, leaf.path) if name == "value" else ""
            said[name] = visible(brief or fact_content(side, subject, leaf.path, content))
    told = [said[name] for name in ("value", "blank") if name in said]
    confirms = "confirms" in said
    if confirms and not told:
        told.append("confirmed")
    if "date" in said:
        of_count = fields["date"].path[0] == "delivered"
        told.append(f"by {said['date']}" if of_count else on(said["date"]))
    if confirms and "value" in said:
        return f"{' '.join(told)}, which confirms it"
    beside = _beside(found.words[at], fact, key) if "value" in said else ""
    return " ".join((*told, f"({beside})")) if beside else " ".join(told)


def _beside(words: Glossary, fact: RecordChange, key: EntryKey) -> str:
    """Return how a count is beside what was agreed; nothing of an account."""
    holder, party, *rest = key
    if holder != "delivered":
        return ""
    outcome = words.dossier.outcomes[fact.subject[1]]
    part = rest[-1] if rest and rest[0] == "parts" else ""
    return next(
        (
            beside_in_brief(words, agreement, count)
            for agreement in Agreements(words.dossier).on(outcome.issue, part)
            if agreement.outcome.id == outcome.id
            for count in counts_of(words.dossier, agreement)
            if count.party == party
        ),
        "",
    )
