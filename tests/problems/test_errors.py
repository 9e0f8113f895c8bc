"""Do the exceptions of the project form the tree that is drawn?"""

from __future__ import annotations

import ast
import importlib
import re

from positions.problems import errors
from positions.problems.errors import PositionsError
from tests.paths import ROOT


def drawn() -> dict[str, str]:
    """The name above each name of the drawing."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for line in (errors.__doc__ or "").split("```")[1].strip().splitlines():
        match = re.match(r"([│├└─ ]*)(\w+)", line)
        assert match
        above[len(match[1]) // 4 :] = [match[2]]
        parents[match[2]] = above[-2] if above[:-1] else ""
    return parents


def declared() -> set[str]:
    """The names of all exceptions that a module defines, which every module is asked for."""
    found = set()
    for folder in ("positions", "tui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.bases]
            if not classes:
                continue
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            module = importlib.import_module(name.removesuffix(".__init__"))
            found |= {
                node.name
                for node in classes
                if issubclass(getattr(module, node.name), BaseException)
            }
    return found


def tree(root: type[PositionsError], above: str = "") -> dict[str, str]:
    """The name above each exception."""
    found = {root.__name__: above}
    for child in root.__subclasses__():
        found |= tree(child, root.__name__)
    return found


def test_every_exception_is_in_the_drawing_and_in_its_place() -> None:
    assert declared() == set(drawn())
    assert tree(PositionsError) == drawn()
