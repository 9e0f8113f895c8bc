"""The commands on revisions: `diff`, `log`, `blame`, and what git calls.

Each imports what it does when it is run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli.options import format_option

if TYPE_CHECKING:
    from positions.cli.ui import Screens

__all__ = ["register"]

_file_option = click.option(
    "--file", "-f", metavar="PATH", help="The dossier; it may be in old revisions only."
)
_class_option = click.option(
    "--class",
    "classes",
    metavar="LIST",
    default="substance",
    show_default=True,
    help="What to print in full: substance, evidence, wording, or all; the rest is counted.",
)
_party_option = click.option(
    "--party", "parties", multiple=True, metavar="NAME", help="Only this party; may be repeated."
)


class _WithPath(click.Command):
    """A command that takes the dossier after `--`, as git does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what stands after `--` for the path of the dossier."""
        if "--" in args:
            at = args.index("--")
            args, paths = args[:at], args[at + 1 :]
            if len(paths) > 1:
                raise click.UsageError("Name one dossier after `--`: a file or a folder.", ctx)
            ctx.obj = paths[0] if paths else None
        else:
            ctx.obj = None
        return super().parse_args(ctx, args)


@click.command("diff", cls=_WithPath, short_help="Print what changed between two revisions.")
@click.argument("revisions", nargs=-1, metavar="[REVISION [REVISION]] [-- PATH]")
@_file_option
@click.option("--staged", "--cached", is_flag=True, help="The index in the place of the files.")
@_class_option
@_party_option
@click.option(
    "--issue", "issues", multiple=True, metavar="NAME", help="Only this issue; may be repeated."
)
@click.option(
    "--filter", "words", metavar="WORDS", default="", help="Only issues that pass this filter."
)
@click.option(
    "--by",
    type=click.Choice(("issue", "party")),
    default="issue",
    show_default=True,
    help="In which order.",
)
@format_option
@click.option("--exit-code", is_flag=True, help="End with 1 if anything of the classes changed.")
@click.pass_context
def _diff(  # noqa: PLR0913 - the options of a command
    context: click.Context,
    *,
    revisions: tuple[str, ...],
    file: str | None,
    staged: bool,
    classes: str,
    parties: tuple[str, ...],
    issues: tuple[str, ...],
    words: str,
    by: str,
    form: str,
    exit_code: bool,
) -> int:
    """Print which positions changed between two revisions, and who moved toward whom.

    \b
    positions diff             the last revision and the files as they are
    positions diff REV         that revision and the files as they are
    positions diff A B         two revisions; also A..B
    positions diff A...B       where B left A, and B
    positions diff --staged    the last revision and the index
    positions diff ONE TWO     two files or folders, in a repository or not

    A revision is named as git names it, or is a date: the last revision of that day or before.

    Changes of substance are printed in full: values, terms, blanks, red lines. Changes of
    evidence (sources, grades, accounts) and of wording (paraphrases, titles, notes) are counted,
    unless --class asks for them. What order, spacing, quoting, comments and invisible characters
    change is no change.

    Ends with 0; with 1 where a side cannot be read. With --exit-code: 0 where nothing of the
    classes asked for changed, 1 where something did, 2 where a side cannot be read.
    """  # noqa: D301 - click reads the sign
    from positions.cli.diff_actions import (
        DiffRequest,
        classes_named,
        print_difference,
        sides_of_files,
    )
    from positions.reading.discovery import names_dossier

    asked = DiffRequest(classes_named(classes), parties, issues, words, by == "party", form)
    path = file if context.obj is None else context.obj
    files = [word for word in revisions if names_dossier(word)] if path is None else []
    if len(files) == 2 and len(revisions) == 2 and not staged:
        return print_difference(sides_of_files(*files), asked, exit_code=exit_code)
    if len(files) == 1 and files[0] == revisions[-1]:
        # As git has it: the last word may be the path without `--` before it.
        revisions, path = revisions[:-1], files[0]
    from positions.cli.sides import sides_of_revisions

    sides = sides_of_revisions(revisions, path, staged=staged)
    return print_difference(sides, asked, exit_code=exit_code)


@click.command("log", short_help="Print the revisions in which positions changed.")
@click.argument("issue", required=False, default="")
@_file_option
@click.option(
    "--since", metavar="WHEN", default="", help="Only revisions since a date, or after a revision."
)
@click.option("-n", "--max-count", "most", type=click.IntRange(min=1), help="At most so many.")
@_class_option
@_party_option
@format_option
def _log(  # noqa: PLR0913 - the options of a command
    *,
    issue: str,
    file: str | None,
    since: str,
    most: int | None,
    classes: str,
    parties: tuple[str, ...],
    form: str,
) -> int:
    """Print each revision that changed substance: who moved on what, and toward whom.

    The newest is the first. Each entry has the convergence before and after. With ISSUE, only
    revisions that changed positions on it; a renamed issue is followed. A revision that cannot be
    read says so and is passed over. As JSON, each entry is a line.
    """
    from positions.cli.diff_actions import DiffRequest, classes_named
    from positions.cli.log import print_log

    asked = DiffRequest(classes_named(classes), parties, form=form)
    return print_log(file, asked, issue=issue, since=since, most=most)


@click.command("blame", short_help="Print who last changed each position on an issue.")
@click.argument("issue")
@_file_option
@_party_option
@format_option
def _blame(issue: str, file: str | None, parties: tuple[str, ...], form: str) -> int:
    """Print for each party the revision that last changed its position on ISSUE in substance.

    A correction counts, and is said to be one. The issue is named by its id, or its title in full.
    """
    from positions.cli.diff_actions import DiffRequest
    from positions.cli.log import print_blame

    return print_blame(file, issue, DiffRequest(parties=parties, form=form))


@click.group("git", short_help="Let git itself use this for dossiers.")
def _git() -> None:
    """Let git itself compare and merge dossiers."""


@_git.command("install", short_help="Set git up for the dossier.")
@_file_option
@click.option("--shared", is_flag=True, help="Into `.gitattributes`, which others get too.")
@click.option(
    "--global", "everywhere", is_flag=True, help="The drivers for all repositories of yours."
)
def _install(file: str | None, *, shared: bool, everywhere: bool) -> int:
    """Make git compare, show and merge the dossier by what it says.

    Writes a line of attributes for the dossier into the repository's own file, and the settings of
    the drivers into git's configuration. Done twice, it changes nothing.
    """
    from positions.cli.git import install_in_git

    return install_in_git(file, shared=shared, everywhere=everywhere)


@_git.command("uninstall", short_help="Take all of that back.")
@_file_option
@click.option("--global", "everywhere", is_flag=True, help="The settings for all repositories too.")
def _uninstall(file: str | None, *, everywhere: bool) -> int:
    """Remove the attributes, the settings, and what git has kept of the text conversion."""
    from positions.cli.git import uninstall_from_git

    return uninstall_from_git(file, everywhere=everywhere)


@_git.command("status", short_help="Print what is set up.")
@_file_option
def _status(file: str | None) -> int:
    """Print what is set up for the dossier; ends with 1 where that is not everything."""
    from positions.cli.git import print_git_status

    return print_git_status(file)


@_git.command(
    "external-diff",
    short_help="What git calls to compare: diff.<driver>.command.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def _external_diff(arguments: tuple[str, ...]) -> int:
    """Print what changed in a file, given what git gives to a diff driver.

    Never fails: where a side is no dossier that can be read, its lines are compared.
    """
    from positions.cli.git_drivers import print_external_diff

    return print_external_diff(arguments)


@_git.command("textconv", short_help="What git calls to show a dossier: diff.<driver>.textconv.")
@click.argument("path")
def _textconv(path: str) -> int:
    """Print a dossier as lines of `path = content`, in an order that does not depend on the text.

    Never fails: what is no dossier that can be read is printed as it is.
    """
    from positions.cli.git_drivers import print_text

    return print_text(path)


@_git.command("difftool", short_help="What `git difftool` calls: difftool.<tool>.cmd.")
@click.argument("before")
@click.argument("after")
@click.option("--path", default="", help="Git's $MERGED: the file, from the working tree's root.")
@click.pass_context
def _difftool(context: click.Context, *, before: str, after: str, path: str) -> int:
    """Show what changed on the screen, given what git gives; print it where there is no terminal.

    BEFORE and AFTER are two files, or two folders with the files that changed in them.
    """
    from positions.cli.difftool import show_changes

    screens: Screens = context.find_root().obj
    return show_changes(before, after, path, screens.open_changes)


@_git.command("merge-driver", short_help="What git calls to merge: merge.<driver>.driver.")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.option("--marker-size", type=click.IntRange(1, 200), default=7, help="Git's %L.")
@click.option("--path", default="", help="Git's %P, for messages.")
@click.option("--labels", nargs=3, default=("ours", "base", "theirs"), help="Git's %X, %S and %Y.")
def _merge_driver(
    *,
    base: str,
    ours: str,
    theirs: str,
    marker_size: int,
    path: str,
    labels: tuple[str, str, str],
) -> int:
    """Merge two edits of a dossier into OURS.

    Ends with 0 where all is merged, with 1 where conflicts are marked or the merged dossier has a
    problem that neither side had, and with 2 where the merge is left to git.
    """
    from positions.cli.git_drivers import merge_files

    return merge_files(
        base, ours, theirs, marker_size=marker_size, path=path or ours, labels=labels
    )


def register(group: click.Group) -> None:
    """Add the commands on revisions to the command line."""
    for command in (_diff, _log, _blame, _git):
        group.add_command(command)
