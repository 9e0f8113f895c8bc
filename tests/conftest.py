"""Every test runs in a plain world: a home of its own, no preferences, UTC, and 80 columns."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytest_plugins = ["tests.from_docstring"]

PREFERENCES = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "COLUMNS",
    "EDITOR",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "POSITIONS_FILE",
    "TEXTUAL",
    "TEXTUAL_ANIMATIONS",
    "TEXTUAL_THEME",
    "VISUAL",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)
"""What a person may have set, and what would change an answer or a screen."""

# No deadline: a slow machine is not a fault of the code. `make fuzz` takes the long profile, and
# the gate few examples, so that it stays within ten minutes on two processors.
settings.register_profile("gate", deadline=None, max_examples=25, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=5_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "gate")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Trace no property test: what is covered by chance is not proven, and tracing doubles its time.

    Of a test of a screen only the first of its sizes, keys or themes is traced. Tests that go
    through very many inputs, through one that is very large, or on a screen through what others
    reach as well, say so themselves, with `pytest.mark.no_cover`.
    """
    seen = set()
    for item in items:
        function = getattr(item, "function", None) if "tui" in item.path.parts else None
        if function in seen or item.get_closest_marker("hypothesis"):
            item.add_marker("no_cover")
        seen |= {function} - {None}


@pytest.hookimpl(hookwrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Take the tracing away from a test that is not traced, in xdist's workers too.

    There, pytest-cov measures twice, one within the other, and pauses only the inner.
    """
    traced = sys.gettrace(), threading.gettrace()
    if item.get_closest_marker("no_cover"):
        sys.settrace(None)
        threading.settrace(None)
    yield
    if item.get_closest_marker("no_cover"):
        sys.settrace(traced[0])
        threading.settrace(traced[1])


@pytest.fixture(autouse=True)
def plain_world(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Take away what this machine and its user prefer."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    with monkeypatch.context() as world:
        for name in PREFERENCES:
            world.delenv(name, raising=False)
        world.setenv("HOME", str(home))
        world.setenv("LANG", "C.UTF-8")
        world.setenv("LC_ALL", "C.UTF-8")
        world.setenv("TERM", "xterm-256color")
        world.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()
    gc.unfreeze()  # what a command sets aside before it ends would slow every later collection


@pytest.fixture
def write_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """What writes the settings of the screen, which are nowhere yet, and returns their path."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "set"))

    def write(text: str) -> Path:
        file = tmp_path / "set" / "positions" / "config.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write
