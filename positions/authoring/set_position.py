"""Finds where one position goes in the text of a dossier, and what to write there.

A position goes into a document that is named, or into the only one that the party has; words of a
new day are a document of their own. What is there already is changed only where that is said to be
a correction: a party that moved has spoken again, on another day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from positions.authoring.edits import (
    NoPlace,
    TextEdit,
    key_added,
    key_filled,
    key_renamed,
    record_at,
    value_replaced,
)
from positions.authoring.entries import entry_added
from positions.authoring.scalars import authored, in_flow
from positions.authoring.unread_cells import unread_cell
from positions.reading.places import Mapping
from positions.values import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as ReadOnly

    from positions.authoring.scalars import Authored
    from positions.problems.problem import Path
    from positions.reading.places import Reading

__all__ = ["PositionRequest", "document_for", "document_names", "position_edits"]

_OF_A_VALUE: Final = frozenset(key for kind in KINDS.values() for key in kind.keys)
"""The keys of values that are mappings."""


@dataclass(frozen=True, slots=True)
class PositionRequest:
    """One position to write.

    Attributes:
        issue: The id of its issue.
        party: The id of the party.
        value: The value, or the word of a blank, as a dossier writes it; empty where only the
            other fields are set.
        document: The id of the document; empty where the form and date say which.
        form: `statement` or `report` for words of a day; empty where a document is meant.
        date: The day of these words.
        option: The branch, where the position depends on an option.
        part: The part of the issue.
        account: The id of an account, where the value is someone's account of the position.
        terms: Terms by name.
        fields: Other fields by name, such as `clause` and `credibility`.
        sources: Ids of sources.
        page: A source that has no id yet: its publisher, date, title and address.
        correct: Whether what is there was our error.
    """

    issue: str
    party: str
    value: Authored = ""
    document: str = ""
    form: str = ""
    date: str = ""
    option: str = ""
    part: str = ""
    account: str = ""
    terms: ReadOnly[str, str] = field(default_factory=dict)
    fields: ReadOnly[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    page: ReadOnly[str, str] = field(default_factory=dict)
    correct: bool = False

    @property
    def named_sources(self) -> tuple[Authored, ...]:
        """The sources as they are written: ids, and the one that is written out."""
        page: dict[str, Authored] = dict(self.page)
        return (*self.sources, *([page] if page else []))

    def tree(self, *, sourced: bool = True) -> Authored:
        """Return what is written for the issue, under the keys that lead to it.

        Args:
            sourced: Whether the sources are the position's own, and not those of its document.
        """
        said: dict[str, Authored] = {"value": self.value} if self.value else {}
        said |= self.terms
        said |= self.fields
        if self.named_sources and sourced:
            said["sources"] = self.named_sources
        alone = said.keys() == {"value"} and not isinstance(self.value, dict)
        whole: Authored = self.value if alone else said
        steps = [
            ("accounts", self.account),
            ("alternatives", self.option),
            ("parts", self.part),
        ]
        for name, key in steps:
            if key:
                whole = {name: {key: whole}}
        return whole


def document_names(data: object, party: str) -> list[str]:
    """Return the ids of a party's documents, in the order of the text."""
    documents = _records(data, "memoranda")
    return [name for name, one in documents.items() if one.get("party", name) == party]


def document_for(data: object, request: PositionRequest) -> tuple[str, bool]:
    """Return the id of the document that a position goes into, and whether it is a new one.

    Raises:
        NoPlace: There is none, or several may be meant; the text names them.
    """
    documents = _records(data, "memoranda")
    if request.document:
        if request.document not in documents:
            known = ", ".join(documents) or "none"
            raise NoPlace(f"No document is called `{request.document}`. There are: {known}.")
        owner = documents[request.document].get("party", request.document)
        if owner != request.party:
            raise NoPlace(f"`{request.document}` is a document of `{owner}`.")
        return request.document, False
    own = document_names(data, request.party)
    if request.form:
        shared = {"form": "report", **record_at(data, ("shared",))}
        same = [
            name
            for name in own
            if documents[name].get("form", shared["form"]) == request.form
            and documents[name].get("date", shared.get("date")) == request.date
        ]
        if same:
            return same[-1], False
        name = f"{request.party}-{request.form}-{request.date}".replace(":", "")
        while name in documents:
            name += "-2"
        return name, True
    if len(own) == 1:
        return own[0], False
    if not own:
        raise NoPlace(
            f"`{request.party}` has no document yet. Say when it spoke with --statement DATE or "
            "--report DATE."
        )
    raise NoPlace(
        f"`{request.party}` has several documents: {', '.join(own)}. Name one with --document, or "
        "say --statement DATE or --report DATE."
    )


def position_edits(
    reading: Reading, document: str, request: PositionRequest, *, new: bool
) -> tuple[TextEdit, ...]:
    """Return the edits that write a position into a file.

    Args:
        reading: The file that has the document, or the documents that it joins.
        document: The id of the document.
        request: What to write.
        new: Whether the document is not there yet.

    Raises:
        NoPlace: The position is there already, or there is no place for it.
    """
    if new:
        record: dict[str, Authored] = {
            "party": request.party,
            "form": request.form,
            "date": request.date,
            **({"sources": request.named_sources} if request.named_sources else {}),
            "positions": {request.issue: request.tree(sourced=False)},
        }
        return (entry_added(reading, "memoranda", document, record, in_braces=False),)
    tree = request.tree()
    path = ("memoranda", document, "positions", request.issue)
    there, positions = _look_up(reading.data, path[:-1])
    if not there:
        return (key_added(reading, path[:2], path[2], {request.issue: tree}),)
    if positions is None:
        return (key_filled(reading, path[:-1], request.issue, tree),)
    return tuple(_merged(reading, path, tree, request))


def _merged(
    reading: Reading, path: Path, tree: Authored, request: PositionRequest
) -> Iterator[TextEdit]:
    """Yield the edits that make what is at a path hold what is wanted there."""
    there, found = _look_up(reading.data, path)
    if not there:
        after = _before(reading.data, path, request) if path[-1] == request.issue else ""
        yield key_added(reading, path[:-1], str(path[-1]), tree, after)
        return
    if path[-1] == "value":
        yield from _replaced(reading, path, tree, request)
        return
    whole = _whole_written(reading, path, tree, request)
    if whole is not None:
        yield whole
        return
    if isinstance(found, Mapping) and not (found and found.keys() <= _OF_A_VALUE):
        wanted = tree if isinstance(tree, dict) else {"value": tree}
        for key, value in wanted.items():
            yield from _merged(reading, (*path, key), value, request)
        return
    old = _plain(found)
    if isinstance(tree, dict):
        value = tree.get("value", old if old is not None else "")
        if value == old or old is None or request.correct:
            yield value_replaced(reading, path, {"value": value, **tree})
            return
    elif tree == old:
        return
    elif old is None or request.correct:
        yield value_replaced(reading, path, tree)
        return
    _refuse_change(path, old, request)


def _whole_written(
    reading: Reading, path: Path, tree: Authored, request: PositionRequest
) -> TextEdit | None:
    """Return the edit that writes a position anew; None where it is written key by key.

    That is where a cell of a table is answered, and where a value for all of an issue is divided.
    """
    answered = unread_cell(reading, path) if _has_value(tree) else None
    if answered is not None:
        return answered.with_value(tree)
    found = _look_up(reading.data, path)[1]
    within = isinstance(found, Mapping) and not found.keys() <= _OF_A_VALUE
    at = (*path, "value") if within else path
    old = _plain(_look_up(reading.data, at)[1])
    if old is None or not _divides(tree):
        return None
    _refuse_change(at, old, request)
    options = tuple(record_at(reading.data, (*path[:2], "options")))
    others = _divided(tree, old, request, options)
    return key_renamed(reading, at, others) if within else value_replaced(reading, at, others)


def _has_value(tree: Authored) -> bool:
    """Return whether a tree says what a party wants, and not only a field beside that."""
    return not isinstance(tree, dict) or bool({"value", "parts", "alternatives"} & tree.keys())


def _divides(tree: Authored) -> bool:
    return isinstance(tree, dict) and bool({"parts", "alternatives"} & tree.keys())


def _divided(
    tree: Authored, old: Authored, request: PositionRequest, options: tuple[str, ...]
) -> dict[str, Authored]:
    """Return a part or an option beside the value that the others keep.

    Args:
        tree: What is set, under `parts` or `alternatives`.
        old: The value that there was for all of it.
        request: What to write.
        options: The options of the document.

    Raises:
        NoPlace: Which other options keep the value is not known.
    """
    assert isinstance(tree, dict)  # noqa: S101 - it divides something
    if "parts" in tree:
        return {**tree, "rest": old}
    if request.option not in options:
        known = ", ".join(options) or "none"
        raise NoPlace(
            f"`{request.issue}` has one value under all options of this document, and "
            f"`{request.option}` is none of them. There are: {known}."
        )
    branches = tree["alternatives"]
    assert isinstance(branches, dict)  # noqa: S101 - so a request writes it
    return {"alternatives": {one: branches.get(one, old) for one in options}}


def _replaced(
    reading: Reading, path: Path, tree: Authored, request: PositionRequest
) -> Iterator[TextEdit]:
    """Yield the edit that puts a value in the place of another, unless it is the same."""
    old = _plain(_look_up(reading.data, path)[1])
    if tree != old:
        _refuse_change(path, old, request)
        yield value_replaced(reading, path, tree)


def _refuse_change(path: Path, old: Authored | None, request: PositionRequest) -> None:
    """Refuse to change what is there, unless it was our error.

    Raises:
        NoPlace: Something is there, and nothing says that it was wrong.
    """
    if old is None or request.correct:
        return
    raise NoPlace(
        f"`{'.'.join(map(str, path[1:]))}` has `{_said(old)}` already. If that was our error, say "
        "--correct. If the party has moved, say when: --statement DATE."
    )


def _before(data: object, path: Path, request: PositionRequest) -> str:
    """Return the issue of this document behind which a new one goes, by the order of issues."""
    _, there = _look_up(data, path[:-1])
    order = list(_records(data, "issues"))
    if not isinstance(there, Mapping) or request.issue not in order:
        return ""
    earlier = [issue for issue in order[: order.index(request.issue)] if issue in there]
    return earlier[-1] if earlier else ""


def _look_up(data: object, path: Path) -> tuple[bool, object]:
    for step in path:
        if not isinstance(data, Mapping) or step not in data:
            return False, None
        data = data[str(step)]
    return True, data


def _records(data: object, section: str) -> dict[str, Mapping]:
    _, found = _look_up(data, (section,))
    if not isinstance(found, Mapping):
        return {}
    return {name: one for name, one in found.items() if isinstance(one, Mapping)}


def _plain(found: object) -> Authored | None:
    """Return what is there as it would be written; a list as a tuple."""
    return None if found is None else authored(found)


def _said(value: Authored | None) -> str:
    return value if isinstance(value, str) else in_flow(value or "")
