"""The objects of a repository, read one after another from one `git cat-file`."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from typing import NamedTuple, Self, cast

from positions.git.faults import USAGE, GitFault, NoObject, fault_of, reason_of
from positions.git.run import MAX_SECONDS, Git, Running, exit_code, read_back

__all__ = ["Object", "Objects", "is_name"]

_SECONDS_TO_END = 2.0
_LONGEST_LINE = 4096
_AT_ONCE = 1024 * 1024
_PARTIAL = "this partial clone does not have it"
_SEVERAL = "several objects have names that begin so"


class Object(NamedTuple):
    """An object of a repository; the content is None where it is larger than was allowed."""

    id: str
    kind: str
    size: int
    content: bytes | None


def is_name(text: str) -> bool:
    """Return whether a text can be the name of a revision: short, one line, no option."""
    return bool(re.fullmatch(r"[^-\x00-\x1f\x7f][^\x00-\x1f\x7f]{0,499}", text))


class Objects:
    """The objects of a repository, read one after another from one `git cat-file`.

    A context manager. One question is asked at a time and its answer read whole, so that neither
    side waits for the other. Git ends where an object of a partial clone is missing; it is then
    started again for the next question.
    """

    def __init__(self, git: Git, *, seconds: float = MAX_SECONDS) -> None:
        self._git = git
        self._seconds = seconds
        self._running: Running | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
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
        errors = read_back(cast("Running", self._running).errors)
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
        running = cast("Running", self._running)
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

    def _ended(self, running: Running, name: str) -> GitFault:
        """Return what made git end."""
        code = exit_code(running, _SECONDS_TO_END)
        errors = read_back(running.errors)
        self.close()
        if code == USAGE:
            return fault_of("cat-file", code, errors)
        if "from promisor remote" in errors:
            return NoObject(name, _PARTIAL)
        return NoObject(name, reason_of(errors) or "git cannot read it")
