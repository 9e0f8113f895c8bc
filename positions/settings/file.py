"""Reads the user's settings of the screen, and knows where they and what is kept stand.

    theme: light
    ascii: true
    cursor: true
    keys:
      matrix.sort: [u, ctrl+s]

Whatever is wrong in the file is a problem with its place, and the rest of it holds. Nothing here
writes it. Which keys there are is known to the screen alone, which checks them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from positions.loader import Loaded, scan
from positions.problems.collector import ProblemCollector
from positions.problems.problem import in_order
from positions.settings.themes import SCREEN_THEMES
from positions.text.likeness import nearest
from positions.text.quoting import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.problems.problem import Path as DataPath
    from positions.problems.problem import Problem, Span

__all__ = ["Settings", "kept_folder", "read_settings", "settings_file"]

APPLICATION: Final = "positions"
NAMES: Final = ("theme", "ascii", "cursor", "keys")
"""What can be set."""
_TRUTHS: Final = {"true": True, "false": False}


@dataclass(frozen=True)
class Settings:
    """What a user has set.

    Attributes:
        file: Where it stands, or would.
        exists: Whether there is such a file.
        theme: One of `SCREEN_THEMES`; empty where none is set.
        is_plain: Whether the screen is drawn with plain characters alone; None where not set.
        shows_cursor: Whether the terminal's own cursor is shown; None where not set.
        keys: The keys that actions are given, as they are written, by the id of their binding.
        problems: Whatever is wrong, in the order of the file.
    """

    file: str
    exists: bool = False
    theme: str = ""
    is_plain: bool | None = None
    shows_cursor: bool | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    _loaded: Loaded | None = field(default=None, repr=False, compare=False)

    def span(self, *path: str | int, key: bool = False) -> Span | None:
        """Return where a setting stands, or its name."""
        return self._loaded.span(path, key=key) if self._loaded else None


def settings_file() -> str:
    """Return the path of the user's settings, whether there is such a file or not."""
    return str(Path(platformdirs.user_config_path(APPLICATION)) / "config.yaml")


def kept_folder() -> Path:
    """Return the folder in which the screen keeps what was chosen for each dossier."""
    return Path(platformdirs.user_state_path(APPLICATION)) / "dossiers"


def read_settings() -> Settings:
    """Return what is set in the user's settings; nothing where there is no such file."""
    file = settings_file()
    try:
        loaded = scan(file)
    except FileNotFoundError:
        return Settings(file)
    return _SettingsReader(loaded).settings(file)


class _SettingsReader:
    """Reads one file, and notes what is wrong with it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._found = ProblemCollector(loaded.span)

    def settings(self, file: str) -> Settings:
        """Return what it sets."""
        data = self._loaded.data
        if data is not None and not isinstance(data, dict):
            self._refuse((), "The settings are a mapping of names and values.", "")
            data = {}
        data = data or {}
        for name in data:
            if name not in NAMES:
                sentence = f"There is no setting `{shorten(str(name))}`."
                otherwise = f"The settings are {', '.join(NAMES)}."
                advice = nearest(str(name), NAMES, otherwise)
                self._found.add("unknown-setting", (name,), sentence, advice, key=True)
        return Settings(
            file,
            exists=True,
            theme=self._theme(data.get("theme")),
            is_plain=self._truth("ascii", data.get("ascii")),
            shows_cursor=self._truth("cursor", data.get("cursor")),
            keys=self._keys(data.get("keys")),
            problems=in_order((*self._loaded.problems, *self._found.problems())),
            _loaded=self._loaded,
        )

    def _refuse(self, path: DataPath, sentence: str, advice: str) -> None:
        self._found.add("wrong-setting", path, sentence, advice)

    def _theme(self, given: object) -> str:
        if given is None:
            return ""
        theme = str(given).strip().lower()
        if theme in SCREEN_THEMES:
            return theme
        sentence = f"There is no theme `{shorten(str(given))}`."
        otherwise = f"The themes are {', '.join(SCREEN_THEMES)}."
        self._refuse(("theme",), sentence, nearest(theme, SCREEN_THEMES, otherwise))
        return ""

    def _truth(self, name: str, given: object) -> bool | None:
        if given is None:
            return None
        found = _TRUTHS.get(str(given).strip().lower())
        if found is None:
            self._refuse((name,), f"`{name}` is on or off.", "Write `true` or `false`.")
        return found

    def _keys(self, given: object) -> dict[str, tuple[str, ...]]:
        if given is None:
            return {}
        if not isinstance(given, dict):
            sentence = "`keys` is a mapping of actions and their keys."
            self._refuse(("keys",), sentence, "Write `keys: {matrix.sort: u}`.")
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for name, keys in given.items():
            listed: Sequence[object] = keys if isinstance(keys, list) else [keys]
            if listed and all(isinstance(key, str) and key for key in listed):
                found[str(name)] = tuple(map(str, listed))
            else:
                sentence = f"`{shorten(str(name))}` needs a key, or a list of keys."
                self._refuse(("keys", str(name)), sentence, "Write `matrix.sort: u`.")
        return found
