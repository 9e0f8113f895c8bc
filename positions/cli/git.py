"""What `git install`, `git uninstall` and `git status` do once their arguments are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.cli import console
from positions.cli.arguments import ExitCode, WrongUse, dossier_path
from positions.git.run import GitFault
from positions.git.setup import Scope, install, status, uninstall
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.git.setup import Setup

__all__ = ["install_in_git", "print_git_status", "uninstall_from_git"]


def install_in_git(path: str | None, *, shared: bool, everywhere: bool) -> ExitCode:
    """Make git compare and merge a dossier by this program, and print what is set up then.

    Raises:
        WrongUse: There is no dossier or no repository, or a setting is someone else's.
    """
    scope = Scope.GLOBAL if everywhere else Scope.LOCAL
    try:
        console.write(_report(install(dossier_path(path), shared=shared, scope=scope)))
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    return ExitCode.FINE


def uninstall_from_git(path: str | None, *, everywhere: bool) -> ExitCode:
    """Remove all that was set up, and print what is left.

    Raises:
        WrongUse: There is no dossier or no repository.
    """
    scope = Scope.GLOBAL if everywhere else Scope.LOCAL
    try:
        console.write(_report(uninstall(dossier_path(path), scope=scope)))
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    return ExitCode.FINE


def print_git_status(path: str | None) -> ExitCode:
    """Print what is set up for a dossier; the exit code is 1 where that is not everything.

    Raises:
        WrongUse: There is no dossier or no repository.
    """
    try:
        found = status(dossier_path(path))
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    console.write(_report(found))
    return ExitCode.FINE if found.complete else ExitCode.FAULTY


def _report(found: Setup) -> str:
    return "".join(f"{visible(line)}\n" for line in _lines(found))


def _lines(found: Setup) -> Iterator[str]:
    if found.complete:
        yield "Git compares and merges this dossier by what it says."
    else:
        yield "Git compares and merges this dossier by its lines."
        yield "`positions git install` sets it up."
    for file, lines in found.attributes.items():
        for line in lines:
            yield f"attributes: {line} ({file})"
    for setting in found.settings:
        if setting.value:
            state = "set" if setting.current else "set by another version"
            said = state if setting.ours else "set to something else"
            yield f"{setting.scope} setting {setting.key}: {said}"
    if found.cached:
        yield "Git keeps what it has shown of older revisions."
