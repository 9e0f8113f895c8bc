"""Turns the words of a command line into a single text: which papers, what draft and numbers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from positions.analysis.single_text.accounting import account_for
from positions.analysis.single_text.merge import single_text
from positions.analysis.single_text.request import TextRequest, papers_alone
from positions.cli.lens import LensRequest
from positions.cli.words import document_id, party_id
from positions.problems.errors import WrongUse
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from positions.analysis.single_text.model import SingleText
    from positions.model.dossier import Dossier

__all__ = ["WantedText", "names_in", "written_text"]

_NUMBERED = pattern(
    r"^(?:\*\*|__)?([0-9]+\.[0-9][^*_<]*)(?:\*\*|__)?\s*<!--\s*(\S+)\s*-->", re.MULTILINE
)
_WITHOUT_ID = pattern(r"^(?:\*\*|__)?[0-9]+\.[0-9]+(?:\*\*|__)? ", re.MULTILINE)
_NUMBER = pattern(r"[0-9]+\.[0-9]+(?: [\w ]+)?")


def names_in(words: str | None) -> tuple[str, ...]:
    """Return the names in a list by commas."""
    return tuple(name.strip() for name in (words or "").split(",") if name.strip())


def written_text(path: str) -> str:
    """Return what a file says.

    Raises:
        WrongUse: It cannot be read.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as fault:
        raise WrongUse(f"`{path}` cannot be read as a text.") from fault


@dataclass(frozen=True, slots=True)
class WantedText:
    """Which single text a user wants, in the words of the command line.

    Attributes:
        lens: From where the dossier is looked at.
        documents: The documents that are merged alone, by id or title; all where there are none.
        base: The draft that is the text, by its document or party; empty where all are merged.
        numbers: The path of an earlier text whose numbers are kept; empty where there is none.
    """

    lens: LensRequest
    documents: tuple[str, ...] = ()
    base: str = ""
    numbers: str = ""

    def of(self, dossier: Dossier) -> SingleText:
        """Return the text.

        Raises:
            WrongUse: The dossier has no such party, option or document, or a file cannot be read.
        """
        base, paper = _draft(dossier, self.base) if self.base else ("", "")
        lens = _with_column(self.lens, base).of(dossier)
        kept = _kept_numbers(self.numbers) if self.numbers else {}
        if not self.documents:
            comparison = lens.compare(dossier)
            return single_text(comparison, dossier, TextRequest(base, paper, numbers=kept))
        named = [document_id(dossier, name) for name in self.documents]
        own = [one.id for one in dossier.memoranda.values() if one.party == base]
        named += [paper] if paper else own
        alone = papers_alone(dossier, named)
        parties = self.lens.parties or tuple(
            dict.fromkeys(dossier.memoranda[name].party for name in named)
        )
        chosen = LensRequest(self.lens.as_of, self.lens.options, parties)
        within = _with_column(chosen, base).of(dossier)
        beyond = account_for(lens.compare(dossier), dossier).of_record
        request = TextRequest(base, paper, numbers=kept, beyond=beyond)
        return single_text(within.compare(alone), dossier, request)


def _draft(dossier: Dossier, name: str) -> tuple[str, str]:
    """Return the column of a draft, and its document where it is named by that."""
    try:
        paper = document_id(dossier, name)
    except WrongUse:
        return party_id(dossier, name), ""
    return dossier.memoranda[paper].party, paper


def _with_column(lens: LensRequest, column: str) -> LensRequest:
    """Return a lens whose parties, where some are named, have the column of a draft among them."""
    return replace(lens, parties=(*lens.parties, column)) if column and lens.parties else lens


def _kept_numbers(path: str) -> dict[str, str]:
    """Return the numbers of paragraphs in an earlier text, by the id of the issue.

    Raises:
        WrongUse: It is no single text as JSON or Markdown.
    """
    text = written_text(path)
    found = {issue: number.strip() for number, issue in _NUMBERED.findall(text)}
    if not found and _WITHOUT_ID.search(text):
        sentence = f"`{path}` has no comments with the ids of issues behind its numbers;"
        raise WrongUse(f"{sentence} as `--format markdown` or `json` prints a text, it has them.")
    if not found:
        try:
            data = json.loads(text)["numbers"]
        except (ValueError, KeyError, TypeError) as fault:
            raise WrongUse(f"`{path}` is no single text as JSON or Markdown.") from fault
        found = {str(issue): str(number) for issue, number in dict(data).items()}
    if not all(_NUMBER.fullmatch(number) for number in found.values()):
        raise WrongUse(f"`{path}` has a number of a paragraph that is none.")
    return found
