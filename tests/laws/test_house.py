"""The rules of this house that a machine can keep."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.paths import ROOT
from tools.lowest import lowest_pins

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.no_cover

PACKAGES = ("positions", "tui")
SPARED = {".git", ".venv", "__pycache__", "build", "dist", "node_modules"}
MACHINE_PATH = re.compile(r"(?<![\w.~:/-])/(?:home|root|Users|work|tmp|mnt)/[\w.]|[A-Z]:\\\\?Users")


@cache
def modules(*folders: str) -> tuple[str, ...]:
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(path.relative_to(ROOT).as_posix() for path in paths)


@cache
def parsed(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def texts() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in SPARED and (name == ".ci" or not name.startswith("."))
        ]
        for name in names:
            path = Path(folder, name)
            if path.name in {"Makefile", "LICENSE", "run"} or path.suffix in {
                ".md",
                ".py",
                ".sh",
                ".tcss",
                ".toml",
                ".txt",
                ".yaml",
                ".yml",
            }:
                yield path


def name_of(module: str) -> str:
    return module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def test_a_module_says_which_names_are_public() -> None:
    for module in modules(*PACKAGES):
        body = parsed(module).body
        loaded = importlib.import_module(name_of(module))
        if all(isinstance(node, ast.Expr) for node in body):
            assert module.endswith("__init__.py"), f"{module} has nothing in it"
            continue
        exported = getattr(loaded, "__all__", None)
        assert exported is not None, f"{module} has no __all__"
        assert [name for name in exported if not hasattr(loaded, name)] == [], module
        defined = {
            node.name
            for node in body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
        }
        assert defined <= set(exported), f"{module} leaves out names without an underscore"
        assert len(exported) == len(set(exported)), f"{module} exports a name twice"


def test_a_module_can_be_read_at_a_sitting() -> None:
    lengths = {
        module: len((ROOT / module).read_text(encoding="utf-8").splitlines())
        for module in modules(*PACKAGES, "bench", "tools")
    }
    assert {module: length for module, length in lengths.items() if length > 500} == {}


@pytest.mark.parametrize("folder", ["positions", "tui", "tests", "bench"])
def test_a_folder_of_modules_is_a_package(folder: str) -> None:
    folders = {(ROOT / module).parent for module in modules(folder)}
    assert [path for path in folders if not (path / "__init__.py").exists()] == []


def test_the_library_leaves_textual_out() -> None:
    names = [name_of(module) for module in modules("positions")]
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(sorted({'textual', 'rich', 'tui'} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "[]\n"


def test_the_terminal_ui_uses_public_names_only() -> None:
    rooms = {name_of(other).split(".")[-1] for other in modules("positions")}
    for module in modules("tui"):
        imports = [
            node
            for node in ast.walk(parsed(module))
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "positions"
        ]
        closed = {"positions.reading.reader", "positions.git.run"}
        if module != "tui/__main__.py":
            closed.add("positions.cli.main")
        assert [node.module for node in imports if node.module in closed] == [], module
        for node in imports:
            public = rooms.union(importlib.import_module(node.module or "").__all__)
            assert [name.name for name in node.names if name.name not in public] == [], module


def test_no_file_names_a_place_on_a_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1)
        if path != Path(__file__) and MACHINE_PATH.search(line)
    ]
    assert found == []


def test_pins_are_names_and_versions_alone() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


def test_every_dependency_is_pinned() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *settings["build-system"]["requires"],
    ]
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    names = [re.split(r"[<>=\[ ]", requirement)[0].lower() for requirement in wanted]
    assert [name for name in names if f"\n{name}==" not in pins] == []


def test_every_dependency_states_the_lowest_version_that_was_tried() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    pins = lowest_pins(settings)
    assert len(pins) == len(tomllib.loads(settings)["project"]["dependencies"])
    with pytest.raises(ValueError, match="`click` states no lowest version"):
        lowest_pins('[project]\ndependencies = ["click"]')


def test_every_linter_exception_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    exceptions = [line for line in lines if re.match(r'  "[A-Z]+\d*",', line)]
    assert exceptions
    assert [line for line in exceptions if not re.search(r"# \S+", line)] == []


def test_what_must_be_covered_wholly_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    exact = re.search(r"^EXACT := (.+)$", makefile, re.MULTILINE)
    assert exact
    assert [pattern for pattern in exact[1].split(",") if not list(ROOT.glob(pattern))] == []


def test_a_class_name_means_one_thing() -> None:
    homes: dict[str, list[str]] = {}
    for module in modules(*PACKAGES):
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


QUESTION = re.compile(r"(?:What|Where|Which|How|Who|Whose|When|Why|Whether)\b")
LONG_FOR_A_REASON = {
    # The one loop over the parser's events: a call for each key would be a fifth of the reading.
    ("positions/reading/composer.py", "_mapping"),
}


def test_a_docstring_says_what_the_module_does_and_no_function_is_long() -> None:
    for module in modules(*PACKAGES):
        tree = parsed(module)
        assert not QUESTION.match(ast.get_docstring(tree) or ""), module
        long = [
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (node.end_lineno or 0) - node.lineno >= 60
            and (module, node.name) not in LONG_FOR_A_REASON
        ]
        assert long == [], module


def test_expressions_are_compiled_when_they_are_first_used() -> None:
    for module in modules("positions"):
        functions = [
            inner
            for node in ast.walk(parsed(module))
            if isinstance(node, ast.FunctionDef)
            for inner in ast.walk(node)
        ]
        calls = {node for node in ast.walk(parsed(module)) if isinstance(node, ast.Call)}
        early = [ast.unparse(call.func) for call in calls.difference(functions)]
        assert "re.compile" not in early, f"{module}: positions.text.patterns has `pattern`"


def test_a_worker_has_a_description() -> None:
    # Without one, Textual writes out its arguments: a whole dossier, while the screen waits.
    workers = [
        (module, line)
        for module in modules("tui")
        for line in (ROOT / module).read_text(encoding="utf-8").splitlines()
        if line.strip().startswith("@work")
    ]
    assert workers
    assert [found for found in workers if "description=" not in found[1]] == []
