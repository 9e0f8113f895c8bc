"""Runs git, safely: the only module of the library that starts a program.

A repository may come from anyone, and its configuration names programs. None of them runs here:

- No shell; git by its absolute path, found in the absolute folders of PATH alone, so that a file
  `git` in the repository is never it. Only the commands in `COMMANDS` are run. None of them
  touches the working tree, and only those that set git up (`config`, `update-ref`) write at all.
- No file-system monitor, hook, signature check, external diff, text conversion, pager, prompt,
  protocol or fetching of missing objects, whatever the configuration says.
- Names of revisions reach git on the standard input of `cat-file`, where nothing is an option;
  what stands on a command line comes after `--end-of-options`, and paths are literal.
- Output is bounded, and git is ended after a while, because a repository can also just block.

Of the caller's environment, git's own variables are dropped, for they can name programs and files
too, but for where the user's configuration lies, where discovery stops, and `safe.directory`.
The repository is found from the path that is asked about, not from GIT_DIR: hooks and diff drivers
run with GIT_DIR set to a repository that need not be the dossier's. GIT_DIR counts where that
finds nothing. GIT_INDEX_FILE and GIT_OBJECT_DIRECTORY count where they lie inside the repository
found: a hook of `git commit -a` has an index of its own, one of `git push` its own objects.

What git's configuration includes, git reads as configuration; that cannot be turned off, but
no program that it names runs, and nothing of it is shown. Git 2.39 or later is needed.
"""

from __future__ import annotations

import os
import select
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

from positions.git.environment import SETTINGS, environment, own_files, program
from positions.git.faults import GitFault, NoGit, NoObject, NoRepository, fault_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "COMMANDS",
    "MAX_SECONDS",
    "Found",
    "Git",
    "GitFault",
    "NoGit",
    "NoObject",
    "NoRepository",
    "Running",
    "exit_code",
    "find_repository",
    "read_back",
]

COMMANDS: Final = frozenset(
    {"cat-file", "config", "hash-object", "log", "ls-files", "rev-parse", "update-ref"}
)
"""The commands of git that are run."""

MAX_OUTPUT: Final = 64 * 1024 * 1024
"""How many bytes a command may print."""

MAX_SECONDS: Final = 120.0
"""How long a command, or the answer to one question, may take."""

_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR")


class Found(NamedTuple):
    """A repository.

    Attributes:
        git: Runs git in it.
        root: The folder to which names in the repository are relative: the working tree's, or a
            bare repository itself.
        directory: Where git keeps the repository, or this working tree of it.
        bare: Whether it has no working tree.
        shallow: Whether its history was cut off when it was cloned.
    """

    git: Git
    root: str
    directory: str
    bare: bool
    shallow: bool


def find_repository(directory: str) -> Found:
    """Return the repository that a folder lies in.

    Raises:
        NoRepository: It lies in none, or git refuses to open it.
        NoGit: There is no git.
    """
    try:
        return _found(Git(directory))
    except NoRepository:
        places = {name: os.environ[name] for name in _PLACES if os.environ.get(name)}
        if "GIT_DIR" not in places:
            raise
    absolute = {name: os.path.abspath(path) for name, path in places.items()}  # noqa: PTH100
    return _found(Git(directory, absolute))


def _found(git: Git) -> Found:
    asked = ("--is-bare-repository", "--is-shallow-repository", "--is-inside-work-tree")
    said = git.text("rev-parse", *asked, "--show-cdup", "--absolute-git-dir")
    bare, shallow, inside, rest = said.split("\n", 3)
    if inside == "true":
        up, directory = rest.split("\n", 1)
        root = os.path.normpath(os.path.join(git.directory, up))  # noqa: PTH118
    elif bare == "true":
        root = directory = rest.removeprefix("\n")
    else:
        raise NoRepository(
            f"`{git.directory}` lies where git keeps a repository, not in its working tree."
        )
    # Asked to work from its root, git finds the same repository by itself, and looks again
    # whether it may be trusted. GIT_DIR would take that check away.
    variables = {**git.variables, **own_files(directory)}
    return Found(Git(root, variables), root, directory, bare == "true", shallow == "true")


class Running(NamedTuple):
    """A git that answers questions; what it complains of is in a file."""

    process: subprocess.Popen[bytes]
    questions: IO[bytes]
    answers: IO[bytes]
    errors: IO[bytes]
    ready: select.poll
    held: bytearray


@dataclass(frozen=True, slots=True)
class Git:
    """Git in one folder.

    Attributes:
        directory: The folder in which it runs.
        variables: What its environment has beside what is always set.
    """

    directory: str
    variables: Mapping[str, str] = field(default_factory=dict)

    def output(
        self,
        command: str,
        *arguments: str,
        limit: int = MAX_OUTPUT,
        seconds: float = MAX_SECONDS,
    ) -> bytes:
        """Return what a command prints on standard output.

        Args:
            command: One of `COMMANDS`.
            arguments: Its arguments.
            limit: How many bytes it may print.
            seconds: How long it may take.

        Raises:
            GitFault: It failed, printed too much, or took too long.
        """
        with tempfile.TemporaryFile() as errors:
            process = self._start(command, arguments, subprocess.DEVNULL, errors)
            with process, _ended_after(process, seconds) as late:
                content = cast("IO[bytes]", process.stdout).read(limit + 1)
                if len(content) > limit:
                    process.kill()
            if late.is_set():
                raise GitFault(f"Git was stopped: `git {command}` took over {seconds:g} seconds.")
            if len(content) > limit:
                raise GitFault(f"Git was stopped: `git {command}` printed over {limit:,} bytes.")
            if process.returncode:
                raise fault_of(command, process.returncode, read_back(errors))
        return content

    def text(self, command: str, *arguments: str) -> str:
        """Return what a command prints, as text, without the last line break.

        Raises:
            GitFault: It failed.
        """
        return os.fsdecode(self.output(command, *arguments)).removesuffix("\n")

    def questioned(self, command: str, *arguments: str) -> Running:
        """Start a command that answers on standard output what it is asked on standard input.

        Raises:
            NoGit: Git cannot be run.
        """
        errors = tempfile.TemporaryFile()  # noqa: SIM115 - whoever asks closes it
        try:
            process = self._start(command, arguments, subprocess.PIPE, errors)
        except NoGit:
            errors.close()
            raise
        answers = cast("IO[bytes]", process.stdout)
        ready = select.poll()
        ready.register(answers, select.POLLIN)
        return Running(
            process, cast("IO[bytes]", process.stdin), answers, errors, ready, bytearray()
        )

    def _start(
        self, command: str, arguments: tuple[str, ...], stdin: int, errors: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        if command not in COMMANDS:
            message = f"git {command} is not run here"
            raise LookupError(message)
        settings = [word for setting in SETTINGS for word in ("-c", setting)]
        try:
            return subprocess.Popen(  # noqa: S603 - no shell; see the top of this module
                [program(), "--no-pager", *settings, command, *arguments],
                cwd=self.directory,
                env={**environment(), **self.variables},
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        except OSError as fault:
            reason = (fault.strerror or "unknown reason").lower()
            raise NoGit(f"Git cannot be run in `{self.directory}`: {reason}.") from fault


@contextmanager
def _ended_after(process: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Event]:
    """End a process after a time; the event says that this has happened."""
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    except BaseException:
        process.kill()
        raise
    finally:
        timer.cancel()


def exit_code(running: Running, seconds: float) -> int:
    """Return how a git has ended, or ends when it is ended after a time."""
    try:
        return running.process.wait(seconds)
    except subprocess.TimeoutExpired:
        running.process.kill()
        return running.process.wait()


def read_back(errors: IO[bytes]) -> str:
    """Return what git has complained of so far."""
    # Not by seeking: git writes where this file stands.
    return os.fsdecode(os.pread(errors.fileno(), 10_000, 0))
