"""Words what git cannot do, as sentences for whoever asked."""

from __future__ import annotations

import re
from typing import Final

from positions.problems.errors import Refusal

__all__ = [
    "USAGE",
    "GitFault",
    "NoGit",
    "NoObject",
    "NoRepository",
    "fault_of",
    "reason_of",
]

USAGE: Final = 129
"""The exit code of a git that does not know a command or an option."""


class GitFault(Refusal):
    """Git cannot do what is asked; the text is one or more full sentences for the user."""


class NoGit(GitFault):
    """There is no git to run, or one that is too old."""


class NoRepository(GitFault):
    """A path lies in no repository, or in one that git refuses to open."""


class NoObject(GitFault):
    """The repository does not have an object, or no revision of that name.

    Attributes:
        reason: Why, in a few words, as far as git says.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Git cannot give `{name}`: {reason}.")
        self.reason = reason


def fault_of(command: str, code: int, errors: str) -> GitFault:
    """Return the fault that an exit code and the words on standard error stand for."""
    if "not a git repository" in errors:
        return NoRepository("This is not in a git repository.")
    if "dubious ownership" in errors:
        named = re.search(r"repository at '(.*)'", errors, re.DOTALL)
        folder = named[1] if named else "."
        return NoRepository(
            f"Git does not open the repository `{folder}`, because it belongs to another user. "
            f"If you trust it, run `git config --global --add safe.directory '{folder}'`."
        )
    if "safe.bareRepository" in errors:
        return NoRepository(
            "Git does not open this bare repository, because `safe.bareRepository` forbids it."
        )
    if code == USAGE:
        return NoGit(f"This git does not know `git {command}` well enough. Git 2.39 is needed.")
    return GitFault(f"Git could not do this: {reason_of(errors) or f'exit code {code}'}.")


def reason_of(errors: str) -> str:
    """Return the last line that git marked as fatal or as an error, without the mark."""
    lines = re.findall(r"^(?:fatal|error): (.+)$", errors, re.MULTILINE)
    return lines[-1].rstrip(".") if lines else ""
