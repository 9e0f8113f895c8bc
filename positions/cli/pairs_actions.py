"""What `positions pairs` does: every two parties, those of one party, or one pair in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.overview import survey
from positions.analysis.pairs import pair_up, side_by_side
from positions.cli import console
from positions.cli.arguments import (
    PLAIN,
    ExitCode,
    LensRequest,
    WrongUse,
    chosen_rows,
    ending,
    load_named,
    narrate_problems,
    party_id,
)
from positions.reports.comparison.text import STABLE_WIDTH
from positions.reports.pairs.json import pair_json, pairs_json
from positions.reports.pairs.markdown import pair_markdown, pairs_markdown
from positions.reports.pairs.pair_text import pair_text
from positions.reports.pairs.text import pairs_text
from positions.reports.pairs.words import dividing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Comparison

__all__ = ["print_pairs"]


def print_pairs(
    named: str | None,
    names: Sequence[str],
    words: str,
    form: str = "text",
    wanted: LensRequest = PLAIN,
    *,
    whole: bool = False,
) -> ExitCode:
    """Print what is between every two parties, or between one and each other, or between two.

    Args:
        named: The path that the user wrote, if any.
        names: None, one or two parties, by id or name.
        words: A filter.
        form: `text`, `markdown` or `json`.
        wanted: As of when, and under which options.
        whole: Whether to print all of it: every pair, however many; of two parties every issue.

    Raises:
        WrongUse: There is no such dossier or party, or the filter cannot be read.
    """
    loaded = load_named(named)
    narrate_problems(loaded)
    if loaded.dossier is None:
        return ExitCode.FAULTY
    parties = [party_id(loaded.dossier, name) for name in names]
    comparison = wanted.of(loaded.dossier).compare(loaded.dossier)
    if len(parties) == 2:
        if parties[0] == parties[1]:
            raise WrongUse(f"A pair takes two parties: `{names[0]}` and `{names[1]}` are one.")
        _print_pair(side_by_side(comparison, *parties), words, form, whole=whole)
    else:
        _print_pairs(comparison, next(iter(parties), None), words, form, whole=whole)
    return ending(loaded)


def _print_pairs(
    comparison: Comparison, party: str | None, words: str, form: str, *, whole: bool
) -> None:
    rows = chosen_rows(comparison, words)
    found = survey(comparison, rows, of=party)
    if form == "json":
        console.write(pairs_json(found, words=words))
    elif form == "markdown":
        console.write(pairs_markdown(found, words=words))
    else:
        console.write(
            pairs_text(
                found,
                words=words,
                whole=whole or party is not None,
                columns=console.output_columns(STABLE_WIDTH),
                colour=console.has_colour(),
            )
        )


def _print_pair(comparison: Comparison, words: str, form: str, *, whole: bool) -> None:
    counted = chosen_rows(comparison, words)
    (one,) = pair_up(comparison, counted).all
    gaps = dividing(one)
    rows = [row for row in counted if whole or row.issue.id in gaps]
    if form == "json":
        console.write(pair_json(comparison, one, rows, words=words))
    elif form == "markdown":
        console.write(pair_markdown(comparison, one, counted, rows, words=words))
    else:
        console.write(
            pair_text(
                comparison,
                one,
                counted,
                rows,
                words=words,
                columns=console.output_columns(STABLE_WIDTH),
                colour=console.has_colour(),
            )
        )
