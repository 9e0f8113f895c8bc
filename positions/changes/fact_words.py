"""Says what a fact that changed is called and what it holds, without ids, keys or paths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from positions.model.dossier import Account, AnyOrder, Memorandum, Outcome, Position
from positions.model.fields import StrictRecord
from positions.model.moment import Moment
from positions.model.outcome import EVERYONE
from positions.sentences.agreed import in_brief
from positions.sentences.dates import with_dates
from positions.sentences.english import possessive
from positions.sentences.voices import branch_name, position_words
from positions.text.english import listed
from positions.values import KINDS, Distance, Frame, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.changes.leaves import Content
    from positions.model.dossier import Issue
    from positions.sentences.glossary import Glossary

__all__ = ["fact_content", "fact_holder", "fact_label", "value_in_brief"]

_LABELS = {
    "as": "taken over from",
    "as_of": "stands for",
    "by": "who acts",
    "counts": "what figures count",
    "disclosure": "how much of it is public",
    "ends": "ends of the scale",
    "formerly": "former name",
    "group": "which options exclude each other",
    "id": "name in the dossier",
    "known": "since when it is known",
    "left_out": "points left out",
    "near": "counts as near",
    "ordered": "ladder",
    "part_of": "is part of",
    "read": "how much was read",
    "sequence": "order of steps",
    "starts": "start",
    "until": "end",
    "url": "address",
    "via": "carried by",
}
_SILENT = frozenset({"value", "blank", "title", "name", "text", "publisher"})
"""Fields that go without a name where what holds them has one."""

_NAMED = frozenset({"starts", "until", "after", "conditions", "by", "part_of"})
"""Fields that name events, issues or parties."""


def fact_label(words: Glossary, subject: Sequence[str], path: Sequence[str]) -> str:
    """Return what a fact is called: `value`, `Ukraine's count, severely ill prisoners`.

    Args:
        words: The glossary of a dossier that has the record.
        subject: The record that holds the fact.
        path: The keys below it.
    """
    found, keys = _held_by(words, subject, path)
    return ", ".join([*found, *_field(keys, silent=bool(found))])


def fact_holder(words: Glossary, subject: Sequence[str], path: Sequence[str]) -> str:
    """Return what holds a fact within its record: `under option 2, the far lake`; mostly empty."""
    return ", ".join(_held_by(words, subject, path)[0])


def _held_by(
    words: Glossary, subject: Sequence[str], path: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return what holds a fact within its record, from the outside in, and the keys that remain."""
    found: list[str] = []
    held, keys = _record(words, subject), list(path)
    while len(keys) > 1:
        if keys[0] in _HOLDERS:
            held = _inside(_inside(held, keys[0]), keys[1])
            found.append(_holder(words, subject, (keys[0], keys[1]), held))
            keys = keys[2:]
        elif keys[0] in _ONE:
            held = _inside(held, keys[0])
            found.append(_ONE[keys.pop(0)])
        else:
            break
    return found, keys


def _field(keys: Sequence[str], *, silent: bool) -> list[str]:
    """Return what the last keys of a path are called; nothing where what holds them says it."""
    if not keys or (silent and keys[0] in _SILENT):
        return []
    if keys[0] == "note" and len(keys) > 1:
        return [f"note of {with_dates(keys[1])}"]
    named = _LABELS.get(keys[0], keys[0].replace("_", " "))
    return [named, *(with_dates(one.replace("_", " ")) for one in keys[1:])]


def _holder(words: Glossary, subject: Sequence[str], keys: tuple[str, str], held: object) -> str:
    """Return what a sentence calls the part, branch, account or option that holds a fact."""
    section, key = keys
    if section == "delivered" and key == EVERYONE:
        return "delivered"
    if section in {"accounts", "delivered"} and subject[0] == "outcomes":
        if isinstance(held, Account) and held.unnamed_teller and section == "accounts":
            return _account(words, held.model_copy(update={"party": key}))
        whose = words.names[key].possessive if key in words.names else possessive(key)
        return f"{whose} {'count' if section == 'delivered' else 'account'}"
    if section == "accounts":
        return _account(words, held)
    if section == "reactions":
        return f"reaction to {_title(words, 'based_on', key) or key}"
    if section == "alternatives" or (subject[0] == "memoranda" and section == "options"):
        document = words.dossier.memoranda.get(subject[1]) if subject[0] == "memoranda" else None
        return f"{'under ' * (section == 'alternatives')}{branch_name(words, document, key)}"
    issue = words.dossier.issues.get(_issue_of(words, subject))
    title = key
    if issue is not None and key in issue.parts:
        title = issue.parts[key].title
    elif issue is not None:
        title = next((one[key].title for one in (issue.options, issue.items) if key in one), key)
    if section == "parts":
        return f"{'part ' * (subject[0] == 'issues')}{words.running(title)}"
    return f"“{title}”"


def _account(words: Glossary, held: object) -> str:
    """Return whose account it is: a party's own, or of those who published it."""
    if isinstance(held, Account) and held.party and held.party in words.names:
        name = words.names[held.party]
        if held.unnamed_teller:
            return f"account attributed to {name.text}"
        return f"{name.possessive} account"
    sources = held.sources if isinstance(held, Position) else ()
    known = [
        words.dossier.sources[one].publisher for one in sources if one in words.dossier.sources
    ]
    return f"account of {listed(list(dict.fromkeys(known)))}" if known else "another account"


_HOLDERS = frozenset(
    {"parts", "alternatives", "options", "items", "accounts", "delivered", "reactions"}
)
_ONE = {
    "rest": "the other parts",
    "reservation": "reservation value",
    "reference_point": "reference point",
    "quote": "quote",
}


def fact_content(
    words: Glossary, subject: Sequence[str], path: Sequence[str], content: Content | None
) -> str:
    """Return what a fact holds, as a reader says it; the content itself where nothing says more.

    Args:
        words: The glossary of the side that has the fact.
        subject: The record that holds it.
        path: The keys below it.
        content: What the fact holds, as it was compared.
    """
    if content is None:
        return ""
    plain = content if isinstance(content, str) else "; ".join(content)
    issue = _issue_of(words, subject)
    held, part = _held_at(words, subject, path)
    if held is None or list(path) == ["id"]:
        return with_dates(plain)
    if type(held) is str and path[-1] not in _NAMED:
        plain = " ".join(held.split())  # in the text's own signs
    return _said(words, issue, part, path[-1] if path else "", held) or with_dates(plain)


def value_in_brief(words: Glossary, subject: Sequence[str], path: Sequence[str]) -> str:
    """Return the value that an account or a count has, as outcomes tell it: `no seat at the talks`.

    Args:
        words: The glossary of the side that has it.
        subject: The outcome.
        path: The keys of the value below it.
    """
    held, part = _held_at(words, subject, path[:-1])
    said = cast("Position", held)
    return in_brief(position_words(words, _issue_of(words, subject), part, said))


def _held_at(words: Glossary, subject: Sequence[str], path: Sequence[str]) -> tuple[object, str]:
    """Return what a record holds under some keys, and the part of its issue that these name."""
    held, part = _record(words, subject), ""
    for place, key in enumerate(path):
        part = key if place and path[place - 1] == "parts" else part
        held = _inside(held, key)
    return held, part


def _record(words: Glossary, subject: Sequence[str]) -> object:
    if subject[0] == "dossier":
        return words.dossier.header
    section, name, *keys = subject
    held: object = getattr(words.dossier, section).get(name)
    for key in keys:
        held = _inside(held, key)
    return held


def _inside(held: object, key: str) -> object:
    """Return what a record or a mapping holds under a key; None where it holds nothing there."""
    if isinstance(held, Outcome) and key not in Outcome.model_fields:
        held = held.position
    if isinstance(held, StrictRecord):
        return getattr(held, "same_as" if key == "as" else key, None)
    return held.get(key) if isinstance(held, Mapping) else None


def _issue_of(words: Glossary, subject: Sequence[str]) -> str:
    if subject[0] == "outcomes":
        outcome = words.dossier.outcomes.get(subject[1])
        return outcome.issue if outcome else ""
    return subject[1] if subject[0] == "issues" else subject[-1]


def _said(words: Glossary, issue: str, part: str, field: str, held: object) -> str:
    """Return a field in words; empty where its plain text says it."""
    if isinstance(held, Value):
        return _value(words, issue, part, field, held)
    if isinstance(held, Distance):
        return held.prose
    if isinstance(held, Moment):
        return held.in_full
    if field == "ordered":
        options = words.dossier.issues[issue].options.values()
        return listed([words.running(one.title) for one in options])
    if held is True:
        return "yes"
    if field == "sources" and isinstance(held, tuple):
        return "; ".join(_source(words, one) for one in held)
    if field == "sequence" and isinstance(held, tuple):
        return ", then ".join(_step(words, group) for group in held)
    if field in _NAMED and held:
        return _happen(words, (held,) if isinstance(held, str) else held)
    return _title(words, field, held)


def _step(words: Glossary, group: object) -> str:
    """Return a step of a sequence, which names the events and issues that it puts together."""
    if isinstance(group, AnyOrder):
        return f"{_happen(words, group.any_order)} in any order"
    return _happen(words, group)


def _happen(words: Glossary, named: object) -> str:
    """Return events, issues or free words as a list in a sentence."""
    return listed([words.happening(one).words for one in named]) if isinstance(named, tuple) else ""


def _title(words: Glossary, field: str, held: object) -> str:
    """Return the names of parties, or the title of a document or issue, that a field names."""
    ids = (held,) if isinstance(held, str) else held if isinstance(held, tuple) else ()
    if field in {"party", "confirmed_by", "between"}:
        return listed([words.names[one].text if one in words.names else str(one) for one in ids])
    records: Mapping[str, Issue | Memorandum] = {}
    if field == "issue":
        records = words.dossier.issues
    elif field in {"based_on", "as"}:
        records = words.dossier.memoranda
    return next((_named(words, records[one]) for one in ids if one in records), "")


def _named(words: Glossary, record: Issue | Memorandum) -> str:
    return words.document(record) if isinstance(record, Memorandum) else record.title


def _value(words: Glossary, issue: str, part: str, field: str, value: Value) -> str:
    if field == "renewable":
        return KINDS["duration"].in_prose(value, Frame())
    known = words.dossier.issues[issue]
    of_part = part if part in known.parts else ""
    return KINDS[known.kind].in_prose(value, words.issue(issue, of_part).frame)


def _source(words: Glossary, name: str) -> str:
    known = words.dossier.sources.get(name)
    return f"{known.publisher}, {known.date.in_prose}" if known else name
