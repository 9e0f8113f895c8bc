"""Makes git compare and merge a dossier by this program, and takes that back.

What is set is a few lines of configuration, and a line of attributes for each dossier, with a
remark above it by which it is known again. A repository may come from anyone: nothing is written
through a symbolic link, and no setting is overwritten that was not made here.

The settings are shell lines, because git runs them as such. Git would stop, or keep one side of a
merge, where the program is missing or cannot start; so each line then does what git itself would.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from positions.git.attributes import (
    add_line,
    added_lines,
    attribute_files,
    pattern_of,
    remove_lines,
)
from positions.git.location import DossierLocation, track
from positions.git.run import Git, GitFault

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

__all__ = ["CACHE", "OUTPUT_VERSION", "Scope", "Setting", "Setup", "install", "status", "uninstall"]

OUTPUT_VERSION: Final = 1
"""The version of what the text conversion prints. Git keeps its output by the command's words, so
that a greater version makes git ask again."""

CACHE: Final = "refs/notes/textconv/positions"
"""Where git keeps what the text conversion has printed."""

_KNOWN = ": positions;"
# Git asks this before the tool of `git difftool`, whichever that is: it is then left to that tool.
_COMMAND = (
    'f() { {known} if [ "$GIT_EXTERNAL_DIFF" = git-difftool--helper ]; '
    'then git difftool--helper "$@"; return $?; fi; '
    'if {there}; then {program} git external-diff "$@" && return 0; fi; '
    'if [ $# -lt 7 ]; then echo "* Unmerged path $1"; return 0; fi; '
    'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"; return 0; }; f'
)
_TEXTCONV = (
    "f() { {known} : output {version}; "
    'if {there}; then {program} git textconv "$1" && return 0; fi; cat "$1"; }; f'
)
# Git 2.39 to 2.43 does not know the labels, and leaves `%X` as it stands. The merge is left to git
# only where the file is as it was: what the program has written, however it ended, is no side.
_DRIVER = (
    "f() { {known} "
    'case $6 in %*) set -- "$1" "$2" "$3" "$4" "$5" ours base theirs;; esac; '
    "if {there}; then "
    'was=$(git hash-object --no-filters "$2"); '
    '{program} git merge-driver --marker-size "$4" --path "$5" --labels "$6" "$7" "$8" '
    '"$1" "$2" "$3"; code=$?; '
    "[ $code -eq 0 ] && return 0; "
    '[ "$was" = "$(git hash-object --no-filters "$2")" ] || return 1; fi; '
    'git merge-file --marker-size="$4" -L "$6" -L "$7" -L "$8" "$2" "$1" "$3"; '
    "}; f %O %A %B %L %P %X %S %Y"
)
_DIFFTOOL = (
    '{known} {there} && {program} git difftool --path "$MERGED" -- "$LOCAL" "$REMOTE" || '
    'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$LOCAL" "$REMOTE"; :'
)


class Scope(StrEnum):
    """Where the settings stand: for one repository, or for all of a user's."""

    LOCAL = "local"
    GLOBAL = "global"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of git's.

    Attributes:
        key: Its name.
        scope: Where it stands.
        value: What it is set to; empty where it is not set.
        wanted: What `install` would set it to.
    """

    key: str
    scope: Scope
    value: str
    wanted: str

    @property
    def ours(self) -> bool:
        """Whether the setting was made here, by this version or another."""
        return _KNOWN in self.value or self.value == self.wanted

    @property
    def current(self) -> bool:
        """Whether it is as this version would make it."""
        return self.value == self.wanted


@dataclass(frozen=True, slots=True)
class Setup:
    """What is set up for a dossier.

    Attributes:
        settings: Each setting in each scope.
        attributes: The files of attributes, with the lines that were added to each.
        pattern: The line that makes git use the settings for this dossier.
        cached: Whether git keeps output of the text conversion.
    """

    settings: tuple[Setting, ...]
    attributes: dict[str, tuple[str, ...]]
    pattern: str
    cached: bool

    @property
    def complete(self) -> bool:
        """Whether git uses this program for the dossier."""
        keys = {one.key for one in self.settings}
        lines = {line for lines in self.attributes.values() for line in lines}
        return self.pattern in lines and keys == {one.key for one in self.settings if one.current}


def install(
    path: str | os.PathLike[str],
    *,
    shared: bool = False,
    scope: Scope = Scope.LOCAL,
    program: str = "positions",
) -> Setup:
    """Make git compare and merge a dossier by this program; done twice, it changes nothing.

    Args:
        path: The dossier, a file or a folder.
        shared: Whether the attributes go into `.gitattributes`, which others get too, and not
            into the repository's own `info/attributes`.
        scope: Where the settings go.
        program: How the program is called.

    Returns:
        What is set up then.

    Raises:
        GitFault: There is no repository, a setting was made by someone else, or a file of
            attributes cannot be written.
    """
    tracked = track(path)
    settings = [one for one in _settings(tracked, program) if one.scope is scope]
    for setting in settings:
        if setting.value and not setting.ours:
            raise GitFault(
                f"`{setting.key}` is set to something else in git's {scope} configuration, and "
                f"was left. Remove it with `git config --{scope} --unset-all {setting.key}`."
            )
    file = attribute_files(tracked)["shared" if shared else "own"]
    if file is None:
        raise GitFault("A bare repository has no `.gitattributes`. Install without sharing.")
    add_line(file, pattern_of(tracked).encode("utf-8", "surrogateescape"))
    for setting in settings:
        if not setting.current:
            _config(tracked, scope, "--replace-all", setting.key, setting.wanted)
    _forget(tracked.found.git)
    return status(path, program=program)


def uninstall(path: str | os.PathLike[str], *, scope: Scope = Scope.LOCAL) -> Setup:
    """Remove all that `install` added to the repository, and nothing else.

    Args:
        path: The dossier.
        scope: With GLOBAL, the settings for all of the user's repositories are removed as well.

    Returns:
        What is set up then.

    Raises:
        GitFault: There is no repository, or a file of attributes cannot be written.
    """
    tracked = track(path)
    for file in attribute_files(tracked).values():
        if file is not None:
            remove_lines(file)
    for setting in _settings(tracked):
        if setting.value and setting.ours and setting.scope in {Scope.LOCAL, scope}:
            _config(tracked, setting.scope, "--unset-all", setting.key)
    _forget(tracked.found.git)
    return status(path)


def status(path: str | os.PathLike[str], *, program: str = "positions") -> Setup:
    """Return what is set up for a dossier.

    Raises:
        GitFault: There is no repository.
    """
    tracked = track(path)
    files = [file for file in attribute_files(tracked).values() if file is not None]
    lines = {str(file): added_lines(file) for file in files}
    cached = _cached(tracked.found.git)
    return Setup(tuple(_settings(tracked, program)), lines, pattern_of(tracked), cached)


# ----------------------------------------------------------------------------- settings


def _wanted(program: str) -> dict[str, str]:
    quoted = shlex.quote(program)
    words = {
        "known": _KNOWN,
        "version": str(OUTPUT_VERSION),
        "program": quoted,
        "there": f"command -v {quoted} >/dev/null 2>&1",
    }

    def line(shape: str) -> str:
        return re.sub(r"\{(known|version|program|there)\}", lambda found: words[found[1]], shape)

    return {
        "diff.positions.command": line(_COMMAND),
        "diff.positions.textconv": line(_TEXTCONV),
        "diff.positions.cachetextconv": "true",
        "merge.positions.name": "positions of a dossier",
        "merge.positions.driver": line(_DRIVER),
        "difftool.positions.cmd": line(_DIFFTOOL),
    }


def _settings(tracked: DossierLocation, program: str = "positions") -> Iterator[Setting]:
    wanted = _wanted(program)
    for scope in Scope:
        found = _configured(tracked, scope)
        for key, value in wanted.items():
            yield Setting(key, scope, found.get(key, ""), value)


def _configured(tracked: DossierLocation, scope: Scope) -> dict[str, str]:
    """Return the settings of a scope, the last where there are several of a name."""
    try:
        listed = _config(tracked, scope, "-z", "--list")
    except GitFault as fault:
        if scope is Scope.GLOBAL and "unable to read config file" in str(fault):
            return {}
        raise
    entries = (entry.partition("\n") for entry in listed.split("\0") if entry)
    return {key: value for key, _, value in entries}


def _config(tracked: DossierLocation, scope: Scope, *words: str) -> str:
    return tracked.found.git.text("config", f"--{scope}", *words)


def _cached(git: Git) -> bool:
    # Without a sign of a pattern, git would look for names below this one.
    return bool(git.text("rev-parse", f"--glob={CACHE[:-1]}[{CACHE[-1]}]"))


def _forget(git: Git) -> None:
    """Remove what git keeps of the text conversion, which may come from its stand-in."""
    if _cached(git):
        git.output("update-ref", "-d", CACHE)
