"""Makes git compare and merge a dossier by this program, and takes that back.

What is set is a few lines of configuration, and a line of attributes for each dossier, with a
remark above it by which it is known again. A repository may come from anyone: nothing is written
through a symbolic link, and no setting is overwritten that was not made here.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from positions.git.attributes import (
    add_line,
    added_lines,
    attribute_files,
    dossier_of,
    pattern_of,
    remove_lines,
)
from positions.git.drivers import KNOWN, RETIRED, TEXTS, program_in, settings
from positions.git.faults import GitFault
from positions.git.location import DossierLocation, track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.git.run import Git

__all__ = ["Scope", "Setting", "Setup", "install", "renamed", "status", "uninstall"]

_PROGRAM: Final = "positions"
_TEXTCONV: Final = "diff.positions.textconv"
_OLDER_CACHE: Final = "refs/notes/textconv/positions"
"""Where git kept what the text conversion has printed, by the settings of an older version."""


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
        wanted: What `install` would set it to; empty where it is not to be set.
    """

    key: str
    scope: Scope
    value: str
    wanted: str

    @property
    def ours(self) -> bool:
        """Whether the setting was made here, by this version or another."""
        return KNOWN in self.value or self.value in {self.wanted, RETIRED.get(self.key)}

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
        program: How the settings call the program.
        found: Whether that is found where git looks for it, as the environment is now.
        gone: The dossiers for which it is set up that are not in the working tree.
        cached: Whether the repository keeps output of the text conversion.
    """

    settings: tuple[Setting, ...]
    attributes: dict[str, tuple[str, ...]]
    pattern: str
    program: str
    found: bool
    gone: tuple[str, ...]
    cached: bool

    @property
    def complete(self) -> bool:
        """Whether git is told to use this program for the dossier."""
        current = {one.key for one in self.settings if one.current}
        needed = all(one.key in current for one in self.settings)
        retired = any(one.value and one.key in RETIRED for one in self.settings)
        return self.named and needed and not retired

    @property
    def named(self) -> bool:
        """Whether the attributes name the dossier."""
        return any(self.pattern in lines for lines in self.attributes.values())

    @property
    def lines(self) -> bool:
        """Whether git shows the dossier's lines where it does not compare two states."""
        return not any(one.value for one in self.settings if one.key == _TEXTCONV)


def install(
    path: str | os.PathLike[str],
    *,
    shared: bool = False,
    lines: bool = False,
    scope: Scope = Scope.LOCAL,
    program: str = _PROGRAM,
) -> Setup:
    """Make git compare and merge a dossier by this program; done twice, it changes nothing.

    Args:
        path: The dossier, a file or a folder.
        shared: Whether the attributes go into `.gitattributes`, which others get too, and not
            into the repository's own `info/attributes`.
        lines: Whether git shows the dossier's lines wherever it does not compare two states, for
            tools that apply what they are shown.
        scope: Where the settings go.
        program: How the program is called.

    Returns:
        What is set up then.

    Raises:
        GitFault: There is no repository, a setting was made by someone else, or a file of
            attributes cannot be written.
    """
    tracked = track(path)
    wanted = settings(program, lines=lines)
    chosen = [one for one in _settings(tracked, wanted) if one.scope is scope]
    for setting in chosen:
        if setting.value and not setting.ours:
            raise GitFault(
                f"`{setting.key}` is set to something else in git's {scope} configuration, and "
                f"was left. Remove it with `git config --{scope} --unset-all {setting.key}`."
            )
    file = attribute_files(tracked)["shared" if shared else "own"]
    if file is None:
        raise GitFault("A bare repository has no `.gitattributes`. Install without sharing.")
    _refuse_links(tracked, scope)
    add_line(file, pattern_of(tracked).encode("utf-8", "surrogateescape"))
    for setting in chosen:
        if not setting.current and setting.wanted:
            _config(tracked, scope, "--replace-all", setting.key, setting.wanted)
        elif not setting.current:
            _config(tracked, scope, "--unset-all", setting.key)
    _forget(tracked.found.git)
    return status(path)


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
    _refuse_links(tracked, scope)
    for file in attribute_files(tracked).values():
        if file is not None:
            remove_lines(file)
    for setting in _settings(tracked, settings(_PROGRAM)):
        if setting.value and setting.ours and setting.scope in {Scope.LOCAL, scope}:
            _config(tracked, setting.scope, "--unset-all", setting.key)
    _forget(tracked.found.git)
    return status(path)


def status(path: str | os.PathLike[str]) -> Setup:
    """Return what is set up for a dossier.

    Raises:
        GitFault: There is no repository.
    """
    return _status(track(path))


def renamed(tracked: DossierLocation) -> tuple[str, ...]:
    """Return the names under which git was set up for a dossier that it has no longer.

    None where git is set up for the name that it has, or for no dossier at all.

    Raises:
        GitFault: The attributes cannot be read.
    """
    lines = [line for added in _added(tracked).values() for line in added]
    return () if pattern_of(tracked) in lines else _gone(tracked, lines)


def _status(tracked: DossierLocation) -> Setup:
    added = _added(tracked)
    wanted = settings(_PROGRAM)
    values = [one.value for one in _settings(tracked, wanted)]
    program = next(filter(None, map(program_in, values)), _PROGRAM)
    wanted = settings(program, lines=_is_of_lines(tracked))
    return Setup(
        tuple(_settings(tracked, wanted)),
        added,
        pattern_of(tracked),
        program,
        shutil.which(program) is not None,
        _gone(tracked, [line for lines in added.values() for line in lines]),
        (_common(tracked.found.git) / TEXTS).is_dir(),
    )


def _added(tracked: DossierLocation) -> dict[str, tuple[str, ...]]:
    files = [file for file in attribute_files(tracked).values() if file is not None]
    return {str(file): added_lines(file) for file in files}


def _gone(tracked: DossierLocation, lines: list[str]) -> tuple[str, ...]:
    if tracked.found.bare:
        return ()
    names = dict.fromkeys(map(dossier_of, lines))
    root = Path(tracked.found.root)
    return tuple(name for name in names if not os.path.lexists(root / name))


# ----------------------------------------------------------------------------- settings


def _is_of_lines(tracked: DossierLocation) -> bool:
    """Return whether git was set up without the text conversion."""
    found = {key: text for scope in Scope for key, text in _configured(tracked, scope).items()}
    return "diff.positions.command" in found and _TEXTCONV not in found


def _settings(tracked: DossierLocation, wanted: dict[str, str]) -> Iterator[Setting]:
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


def _refuse_links(tracked: DossierLocation, scope: Scope) -> None:
    """Refuse to write a repository's configuration through a symbolic link.

    A user's own may be one.

    Raises:
        GitFault: It is one.
    """
    file = _common(tracked.found.git) / "config"
    if scope is Scope.LOCAL and file.is_symlink():
        raise GitFault(f"`{file}` is a symbolic link. Nothing was written.")


def _common(git: Git) -> Path:
    """Return the folder in which git keeps the repository."""
    return Path(git.text("rev-parse", "--path-format=absolute", "--git-common-dir"))


def _forget(git: Git) -> None:
    """Remove what is kept of the text conversion."""
    # Without a sign of a pattern, git would look for names below this one.
    if git.text("rev-parse", f"--glob={_OLDER_CACHE[:-1]}[{_OLDER_CACHE[-1]}]"):
        git.output("update-ref", "-d", _OLDER_CACHE)
    folder = _common(git) / TEXTS
    if folder.is_dir() and not folder.is_symlink():
        with suppress(OSError):
            shutil.rmtree(folder)
