"""Makes a dossier of a table: `positions import`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from positions.authoring.tables.cells import TableFault, read_table
from positions.authoring.tables.comparison_table import ComparisonTable, comparison_table
from positions.authoring.tables.dossier_text import TableOrigin, dossier_text
from positions.authoring.tables.guesses import guessed
from positions.authoring.tables.layout import laid_out
from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.loading import number_of
from positions.loader import loads
from positions.problems.errors import WrongUse
from positions.problems.problem import has_errors
from positions.text.shell import shell_word
from positions.text.whole_file import write_new

__all__ = ["command"]

_MAX_BYTES = 50_000_000


@click.command("import", short_help="Make a dossier of a table: CSV or xlsx.")
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--into", metavar="PATH", help="Where to write it; `-` is standard output.")
@click.option("--sheet", default="", help="The sheet of a workbook; its first one if not given.")
@click.option("--header", type=click.IntRange(1), help="The row that names the parties.")
@click.option(
    "--parties",
    type=click.Choice(["columns", "rows"]),
    default="columns",
    help="Where the parties are.",
)
@click.option("--encoding", default="", help="The encoding of a CSV file.")
@click.option("--decimal", type=click.Choice([".", ","]), help="The decimal sign.")
@click.option("--dates", type=click.Choice(["dmy", "mdy"]), help="The order of day and month.")
@click.option("--date", metavar="DATE", help="The day for which the table stands; today.")
@click.option(
    "--form",
    type=click.Choice(["memorandum", "statement", "report"]),
    default="report",
    help="What a party's column is: its own text, its words, or someone's account.",
)
@click.option("--read", type=click.Choice(["whole"]), help="An empty cell means silence.")
@click.option("--publisher", default="", help="Who made the table.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
def command(  # noqa: PLR0913 - one for each option
    *,
    table: Path,
    into: str | None,
    sheet: str,
    header: int | None,
    parties: str,
    encoding: str,
    decimal: str | None,
    dates: str | None,
    date: str | None,
    form: str,
    read: str | None,
    publisher: str,
    dry_run: bool,
) -> ExitCode:
    """Make a dossier of TABLE: a CSV file or a workbook.

    Rows are issues and columns parties; --parties rows turns it round. A table with a column for
    the issue, the party and the value, one position a row, is known by its headings; so is what
    `positions compare --format csv` prints, of which nothing has to be guessed. It is written
    beside the table, as TABLE.yaml, and never over a file.

    What a row holds is found from all its cells. What could mean two things is left uncoded, and
    named first; `# to do` in the text marks what is left to decide.
    """
    origin = TableOrigin(table.name, _day(date), publisher, form, whole=read == "whole")
    try:
        cells = read_table(_content(table), sheet=sheet, encoding=encoding)
        carried = comparison_table(cells, origin) if cells.rows else None
        if carried is not None:
            return _carried(table, carried, into, dry_run=dry_run)
        rows = laid_out(cells, header=header or 0, parties_in_rows=parties == "rows")
    except TableFault as fault:
        raise WrongUse(f"{table}: {fault}") from fault
    found = guessed(rows, decimal=decimal or "", dates=dates or "")
    text = dossier_text(rows, found, origin)
    for sentence in (*found.doubts, *found.left, *cells.remarks, *rows.remarks, *found.remarks):
        console.narrate(f"{table.name}: {sentence}")
    typed = sum(bool(value) for row in found.rows for value in row.values)
    console.narrate(
        f"{number_of(len(found.rows), 'issue')}, "
        f"{number_of(len(rows.parties), 'party', 'parties')}, {number_of(typed, 'value')}; "
        f"{number_of(text.count('# to do') - 1, 'place')} to look at."
    )
    if has_errors(loads(text).problems):
        raise WrongUse("No dossier without errors came of it. Please report the table.")
    return _write(text, into or str(table.with_suffix(".yaml")), dry_run=dry_run)


def _carried(table: Path, found: ComparisonTable, into: str | None, *, dry_run: bool) -> ExitCode:
    """Write the dossier of a comparison, and say what it does not carry."""
    for sentence in found.left:
        console.narrate(f"{table.name}: {sentence}")
    console.narrate(
        f"{number_of(found.issues, 'issue')}, {number_of(found.parties, 'party', 'parties')}, "
        f"{number_of(found.values, 'value')}, as a comparison has them."
    )
    if has_errors(loads(found.text).problems):
        raise WrongUse("The comparison was changed since it was printed, and cannot be read back.")
    return _write(found.text, into or str(table.with_suffix(".yaml")), dry_run=dry_run)


def _content(table: Path) -> bytes:
    try:
        with table.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "the path is not valid"
        raise WrongUse(f"`{table}` cannot be read: {reason.lower()}.") from fault
    if len(content) > _MAX_BYTES:
        raise WrongUse(f"`{table}` has more than {_MAX_BYTES:,} bytes. Import a part of it.")
    return content


def _day(text: str | None) -> str:
    if text is None:
        return dt.datetime.now().astimezone().date().isoformat()
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as fault:
        raise click.BadParameter(f"`{text}` is no date. Write it as 2025-06-02.") from fault


def _write(text: str, into: str, *, dry_run: bool) -> ExitCode:
    if into == "-":
        console.write(text)
        return ExitCode.FINE
    if dry_run:
        console.narrate(f"Would write {into}.")
        return ExitCode.FINE
    try:
        write_new({Path(into): text})
    except FileExistsError as fault:
        raise WrongUse(
            f"There is `{fault.filename}` already. Nothing was written; name another file with "
            "--into."
        ) from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "the path is not valid"
        raise WrongUse(f"Nothing was written: {reason.lower()}.") from fault
    console.narrate(f"Wrote {into}. Look at it: positions {shell_word(into)}")
    return ExitCode.FINE
