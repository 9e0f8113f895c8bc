"""Prints where the parties stand on each issue: `positions compare`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from positions.cli import console, terminal
from positions.cli.completion import files_or, filter_words
from positions.cli.lens import PLAIN, LensRequest, chosen_rows
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option, lens_options, one_dossier
from positions.comparison.row_order import RowOrder, grouped
from positions.filter.language import FIELDS
from positions.reading.collector import collector_paused
from positions.reading.discovery import names_dossier
from positions.reading.files import STANDARD_INPUT
from positions.reports.comparison.csv import comparison_csv, comparison_csv_wide
from positions.reports.comparison.json import comparison_json
from positions.reports.comparison.page import comparison_page
from positions.reports.page.render import FORMS, render
from positions.reports.page.tables import Layout
from positions.text.shell import shell_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.cli.exit_code import ExitCode
    from positions.comparison.rows import Comparison, Row
    from positions.model.moment import Moment

__all__ = ["CsvShape", "command", "print_comparison"]


def _show_command(named: str | None) -> str:
    """Return the command that shows an issue of the same dossier."""
    if named is None or named == STANDARD_INPUT:
        return "positions show"
    return f"positions show --file {shell_word(named)}"


@dataclass(frozen=True, slots=True)
class CsvShape:
    """What of the comparison becomes comma-separated values.

    Attributes:
        wide: Whether there is a line a party, instead of one an issue.
        columns: The headings of the columns; all where empty.
    """

    wide: bool = False
    columns: tuple[str, ...] = ()

    def text(self, comparison: Comparison, rows: Sequence[Row]) -> str:
        """Return the comparison in this shape."""
        if self.wide:
            return comparison_csv_wide(comparison, rows)
        return comparison_csv(comparison, rows, self.columns)


_WHOLE: Final = CsvShape()


_ORDERS: Final = {order.name.lower(): order for order in RowOrder}
_LAYOUTS: Final = {"table": Layout.COMPARED, "list": Layout.LISTED}
_DATA: Final = ("json", "csv")


class _FilterHelp(click.Command):
    """A command whose help ends with the fields of the filter language."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Filter (terms side by side: all have to hold)"):
            formatter.write_dl(
                [
                    ("word", "title, topic, id or a cell has this, in any case, without accents"),
                    ('"exact words"', "the same, for several words in a row"),
                    ("!term", "not this term"),
                    ("a or b", "one of them is enough: issue:amount or topic:war"),
                    ("(…)", "what belongs together: topic:war (status:divided or gap:timing)"),
                    ("field:a,b", "one of these: issue:amount,by"),
                    *((field.example, field.meaning) for field in FIELDS.values()),
                    *(
                        (f"{name}:…", ", ".join(dict.fromkeys(field.words.values())))
                        for name, field in FIELDS.items()
                        if field.words
                    ),
                ]
            )
        super().format_epilog(ctx, formatter)


@click.command(
    "compare", cls=_FilterHelp, short_help="Print where the parties stand on each issue."
)
@click.argument(
    "words", nargs=-1, metavar="[PATH] [FILTER]...", shell_complete=files_or(filter_words)
)
@file_option
@format_option((*FORMS, *_DATA), "csv is for spreadsheets")
@click.option("--topic", metavar="WORDS", help="Only topics with this in their name.")
@click.option("--status", metavar="LIST", help="Only these statuses: names or letters, by commas.")
@click.option(
    "--parties",
    metavar="LIST",
    help="Only these parties, by ids or names with commas between them, in the order given.",
)
@click.option(
    "--sort",
    type=click.Choice(list(_ORDERS)),
    default="dossier",
    help="As in the dossier; by topic; by gap: divided first, the greatest distance first; by "
    "camps: the most polarised first; by salience; by the newest words.",
)
@click.option(
    "--layout",
    type=click.Choice(list(_LAYOUTS)),
    default="table",
    help="With text: a table, or a list to be read aloud: a line a party, no columns, no rules.",
)
@click.option("--columns", metavar="LIST", help="With csv: only these columns, by commas.")
@click.option("--wide", is_flag=True, help="With csv: a line a party, and a column an issue.")
@lens_options
def command(  # noqa: PLR0913 - the options of a command
    *,
    words: tuple[str, ...],
    file: str | None,
    form: str,
    topic: str | None,
    status: str | None,
    parties: str | None,
    sort: str,
    layout: str,
    columns: str | None,
    wide: bool,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print where the parties stand, issue by issue, with the reason for every gap.

    The first word is the dossier if it ends in .yaml or .yml, is `-`, or is the name of a file or
    of a folder of .yaml files; every other word belongs to the filter. In a shell, quote a filter
    that has quotation marks or an exclamation mark.

    A dossier's errors go to standard error; what could be read is compared all the same.
    """
    filter_words = list(words)
    has_path = bool(filter_words) and names_dossier(filter_words[0])
    named = one_dossier(file, filter_words.pop(0) if has_path else None)
    if (topic or status) and "or" in " ".join(filter_words).lower().split():
        filter_words = ["(", *filter_words, ")"]
    if topic:
        filter_words.append(f'topic:"{topic}"')
    if status:
        filter_words.append(f"status:{status.replace(' ', '')}")
    chosen = tuple(name.strip() for name in (parties or "").split(",") if name.strip())
    shape = CsvShape(wide, tuple(one.strip() for one in (columns or "").split(",") if one.strip()))
    if shape != _WHOLE and form != "csv":
        raise click.UsageError("--columns and --wide go with --format csv.")
    if shape.wide and shape.columns:
        raise click.UsageError("Say --columns or --wide: the columns of the wide form are issues.")
    if layout != "table" and form != "text":
        raise click.UsageError("--layout goes with --format text.")
    wanted = LensRequest(as_of, options, chosen)
    return print_comparison(
        named,
        " ".join(filter_words),
        form,
        wanted,
        _ORDERS[sort],
        shape=shape,
        layout=_LAYOUTS[layout],
    )


@collector_paused()
def print_comparison(  # noqa: PLR0913 - the choices of the command
    named: str | None,
    words: str,
    form: str = "text",
    wanted: LensRequest = PLAIN,
    order: RowOrder = RowOrder.DOSSIER,
    *,
    shape: CsvShape = _WHOLE,
    layout: Layout = Layout.COMPARED,
) -> ExitCode:
    """Print the comparison of a dossier.

    Args:
        named: The path that the user wrote, if any.
        words: A filter.
        form: A key of the forms.
        wanted: Which parties, as of when, and under which options.
        order: How the rows are sorted.
        shape: What is printed as comma-separated values.
        layout: How plain text sets the rows.

    Raises:
        Refusal: There is no such dossier or party, or the filter cannot be read.
    """
    loaded, dossier = read_dossier(named)
    comparison = wanted.of(dossier).compare(dossier)
    rows = chosen_rows(comparison, words)
    if form in _DATA:
        ordered = [
            row for _, members in grouped(rows, order, comparison.dossier) for row in members
        ]
        shown = rows if order is RowOrder.DOSSIER else ordered
        text = (
            comparison_json(comparison, shown, words=words)
            if form == "json"
            else terminal.byte_order_mark() + shape.text(comparison, shown)
        )
        console.write(text)
    else:
        command = _show_command(named)
        page = comparison_page(
            comparison, rows, words=words, command=command, order=order, layout=layout
        )
        console.write(render(page, form, terminal.output_look()))
    return ending(loaded)
