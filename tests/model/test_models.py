"""Can every model be built, whichever is needed first?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from positions.model import dossier, fields, outcome, position, provenance
from positions.model.fields import StrictRecord
from tests.paths import ROOT

MODELS = sorted(
    {
        (one.__module__, name)
        for module in (dossier, fields, outcome, position, provenance)
        for name, one in vars(module).items()
        if isinstance(one, type) and issubclass(one, StrictRecord)
    }
)


def test_none_is_built_before_it_is_needed() -> None:
    program = (
        "import positions.cli.check\n"
        "from positions.model.fields import StrictRecord\n"
        "def below(one): return [one, *(two for sub in one.__subclasses__() for two in below(sub))]\n"
        "print([one.__name__ for one in below(StrictRecord) if one.__pydantic_complete__])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(("module", "name"), MODELS)
def test_each_can_be_built_alone(module: str, name: str) -> None:
    program = (
        f"from {module} import {name} as model\n"
        "assert model.model_rebuild() and model.__pydantic_complete__"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
