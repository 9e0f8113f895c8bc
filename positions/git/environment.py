"""The surroundings in which git runs: which git, with which settings and variables."""

from __future__ import annotations

import os
import shutil
from typing import Final

from positions.git.faults import NoGit

__all__ = ["SETTINGS", "environment", "own_files", "program"]

SETTINGS: Final = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.sshCommand=false",
    "core.gitProxy=",
    "core.attributesFile=/dev/null",
    "credential.helper=",
    "diff.external=",
    "diff.orderFile=/dev/null",
    "gpg.program=false",
    "i18n.logOutputEncoding=UTF-8",
    "log.mailmap=false",
    "log.showRoot=true",
    "log.showSignature=false",
    "protocol.allow=never",
)
"""What overrules the configuration, whatever that says."""

_GIVEN = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LANGUAGE": "",
    "LC_ALL": "C",
}
_KEPT = frozenset(
    {
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    }
)
_DROPPED = frozenset({"PWD", "PAGER", "SSH_ASKPASS"})


def program() -> str:
    """Return the absolute path of git.

    Raises:
        NoGit: There is none.
    """
    program = shutil.which("git", path=_path())
    if program is None:
        raise NoGit("Git was not found on the PATH. Install git 2.39 or later.")
    return program


def _path() -> str:
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(folder for folder in folders if os.path.isabs(folder))  # noqa: PTH117


def environment() -> dict[str, str]:
    """Return the environment of a git that runs here."""
    own = {
        name: value
        for name, value in os.environ.items()
        if name not in _DROPPED and (name in _KEPT or not name.startswith("GIT_"))
    }
    return {**own, **_GIVEN, **_trusted(), "PATH": _path()}


def _trusted() -> dict[str, str]:
    """Return the `safe.directory` settings of the caller's environment, renumbered."""
    count = os.environ.get("GIT_CONFIG_COUNT", "")
    numbers = range(min(int(count), 1000)) if count.isascii() and count.isdigit() else range(0)
    folders = [
        os.environ.get(f"GIT_CONFIG_VALUE_{number}", "")
        for number in numbers
        if os.environ.get(f"GIT_CONFIG_KEY_{number}", "").lower() == "safe.directory"
    ]
    settings = {"GIT_CONFIG_COUNT": str(len(folders))} if folders else {}
    for number, folder in enumerate(folders):
        settings[f"GIT_CONFIG_KEY_{number}"] = "safe.directory"
        settings[f"GIT_CONFIG_VALUE_{number}"] = folder
    return settings


def own_files(directory: str) -> dict[str, str]:
    """Return the caller's variables for an index and for objects that lie in this repository."""
    kept = {}
    index = os.environ.get("GIT_INDEX_FILE", "")
    if index:
        # Git gives its hooks a name relative to the root, where it runs them.
        index = os.path.realpath(index)
        if os.path.dirname(index) == os.path.realpath(directory):  # noqa: PTH120
            kept["GIT_INDEX_FILE"] = index
    objects = os.environ.get("GIT_OBJECT_DIRECTORY", "")
    if objects:
        objects = os.path.realpath(objects)
        if objects.startswith(os.path.join(os.path.realpath(directory), "objects", "")):  # noqa: PTH118
            kept["GIT_OBJECT_DIRECTORY"] = objects
            kept["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = os.path.join(  # noqa: PTH118
                os.path.realpath(directory), "objects"
            )
    return kept
