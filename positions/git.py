"""Runs git, safely: the only module that starts a program.

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
nothing in it has an effect or is shown. Git 2.39 or later is needed.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final, NamedTuple, Self, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

__all__ = [
    "COMMANDS",
    "Found",
    "Git",
    "GitFault",
    "NoGit",
    "NoObject",
    "NoRepository",
    "Object",
    "Objects",
    "find_repository",
    "is_name",
]

COMMANDS: Final = frozenset(
    {"cat-file", "config", "hash-object", "log", "ls-files", "rev-parse", "update-ref"}
)
"""The commands of git that are run."""

MAX_OUTPUT: Final = 64 * 1024 * 1024
"""How many bytes a command may print."""

MAX_SECONDS: Final = 120.0
"""How long a command, or the answer to one question, may take."""

_SETTINGS = (
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
_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR")
_USAGE = 129
_SECONDS_TO_END = 2.0
_LONGEST_LINE = 4096
_AT_ONCE = 1024 * 1024
_PARTIAL = "this partial clone does not have it"
_SEVERAL = "several objects have names that begin so"
_DROPPED = frozenset({"PWD", "PAGER", "SSH_ASKPASS"})


class GitFault(Exception):
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


class Object(NamedTuple):
    """An object of a repository; the content is None where it is larger than was allowed."""

    id: str
    kind: str
    size: int
    content: bytes | None


def is_name(text: str) -> bool:
    """Return whether a text can be the name of a revision: short, one line, no option."""
    return bool(re.fullmatch(r"[^-\x00-\x1f\x7f][^\x00-\x1f\x7f]{0,499}", text))


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
    variables = {**git.variables, **_own_files(directory)}
    return Found(Git(root, variables), root, directory, bare == "true", shallow == "true")


def _own_files(directory: str) -> dict[str, str]:
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
                raise _fault(command, process.returncode, _read_back(errors))
        return content

    def text(self, command: str, *arguments: str) -> str:
        """Return what a command prints, as text, without the last line break.

        Raises:
            GitFault: It failed.
        """
        return os.fsdecode(self.output(command, *arguments)).removesuffix("\n")

    def questioned(self, command: str, *arguments: str) -> _Running:
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
        return _Running(
            process, cast("IO[bytes]", process.stdin), answers, errors, ready, bytearray()
        )

    def _start(
        self, command: str, arguments: tuple[str, ...], stdin: int, errors: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        if command not in COMMANDS:
            message = f"git {command} is not run here"
            raise LookupError(message)
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        try:
            return subprocess.Popen(  # noqa: S603 - no shell; see the top of this module
                [_program(), "--no-pager", *settings, command, *arguments],
                cwd=self.directory,
                env={**_environment(), **self.variables},
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        except OSError as fault:
            reason = (fault.strerror or "unknown reason").lower()
            raise NoGit(f"Git cannot be run in `{self.directory}`: {reason}.") from fault


def _program() -> str:
    """Return the absolute path of git."""
    program = shutil.which("git", path=_path())
    if program is None:
        raise NoGit("Git was not found on the PATH. Install git 2.39 or later.")
    return program


def _path() -> str:
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(folder for folder in folders if os.path.isabs(folder))  # noqa: PTH117


def _environment() -> dict[str, str]:
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


def _read_back(errors: IO[bytes]) -> str:
    # Not by seeking: git writes where this file stands.
    return os.fsdecode(os.pread(errors.fileno(), 10_000, 0))


def _fault(command: str, code: int, errors: str) -> GitFault:
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
    if code == _USAGE:
        return NoGit(f"This git does not know `git {command}` well enough. Git 2.39 is needed.")
    return GitFault(f"Git could not do this: {_reason(errors) or f'exit code {code}'}.")


def _reason(errors: str) -> str:
    """Return the last line that git marked as fatal or as an error, without the mark."""
    lines = re.findall(r"^(?:fatal|error): (.+)$", errors, re.MULTILINE)
    return lines[-1].rstrip(".") if lines else ""


class _Running(NamedTuple):
    process: subprocess.Popen[bytes]
    questions: IO[bytes]
    answers: IO[bytes]
    errors: IO[bytes]
    ready: select.poll
    held: bytearray


class Objects:
    """The objects of a repository, read one after another from one `git cat-file`.

    A context manager. One question is asked at a time and its answer read whole, so that neither
    side waits for the other. Git ends where an object of a partial clone is missing; it is then
    started again for the next question.
    """

    def __init__(self, git: Git, *, seconds: float = MAX_SECONDS) -> None:
        self._git = git
        self._seconds = seconds
        self._running: _Running | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End git; it starts again when something is read."""
        running, self._running = self._running, None
        if running is not None:
            running.process.kill()
            with suppress(BrokenPipeError):
                running.questions.close()
            running.answers.close()
            running.process.wait()
            running.errors.close()

    def read(self, name: str, *, limit: int) -> Object:
        """Return an object, with its content where that has at most so many bytes.

        Args:
            name: An object's id, or the name of a revision for which `is_name` holds.
            limit: The greatest size of the content.

        Raises:
            NoObject: There is no such object here, or no such name.
            GitFault: Git took too long.
        """
        if not is_name(name):
            raise NoObject(name, "this cannot be the name of a revision")
        header = self._ask("info", name).removesuffix(b"\n")
        found = re.fullmatch(rb"([0-9a-f]{40,64}) ([a-z]+) ([0-9]+)", header)
        if found is None:
            raise NoObject(name, self._why_missing(name))
        identity, kind, size = found[1].decode(), found[2].decode(), int(found[3])
        if size > limit:
            return Object(identity, kind, size, None)
        self._ask("contents", identity)
        return Object(identity, kind, size, self._answer(identity, size + 1)[:size])

    def _why_missing(self, name: str) -> str:
        errors = _read_back(cast("_Running", self._running).errors)
        several = re.findall(r"short object ID ([0-9a-f]+) is ambiguous", errors)
        if any(map(name.startswith, several)):
            return _SEVERAL
        if "lazy fetching disabled" in errors and re.fullmatch("[0-9a-f]{40,64}", name):
            return _PARTIAL
        return "there is no such object"

    def _ask(self, command: str, name: str) -> bytes:
        """Ask, and return the first line of the answer."""
        if self._running is None:
            self._running = self._git.questioned("cat-file", "--batch-command")
        try:
            self._running.questions.write(os.fsencode(f"{command} {name}\n"))
            self._running.questions.flush()
        except BrokenPipeError:
            raise self._ended(self._running, name) from None
        return self._answer(name, None)

    def _answer(self, name: str, size: int | None) -> bytes:
        """Return the next line of git's output, or so many bytes of it."""
        running = cast("_Running", self._running)
        held = running.held
        until = time.monotonic() + self._seconds
        # A timer would cost a thread for each answer, which is longer than most answers take.
        while len(held) < size if size else b"\n" not in held and len(held) < _LONGEST_LINE:
            if not running.ready.poll(max(0.0, until - time.monotonic()) * 1000):
                self.close()
                raise GitFault(f"Git was stopped: an object took over {self._seconds:g} seconds.")
            found = os.read(running.answers.fileno(), _AT_ONCE)
            if not found:
                break
            held += found
        length = size or held.find(b"\n") + 1
        answer = bytes(held[:length])
        del held[:length]
        if not answer.endswith(b"\n") or (size and len(answer) < size):
            raise self._ended(running, name)
        return answer

    def _ended(self, running: _Running, name: str) -> GitFault:
        """Return what made git end."""
        try:
            code = running.process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            running.process.kill()
            code = running.process.wait()
        errors = _read_back(running.errors)
        self.close()
        if code == _USAGE:
            return _fault("cat-file", code, errors)
        if "from promisor remote" in errors:
            return NoObject(name, _PARTIAL)
        return NoObject(name, _reason(errors) or "git cannot read it")
