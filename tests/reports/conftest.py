"""The dossiers that reports are tried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from tests.from_docstring import with_prelude
from tests.paths import HARBOUR, ROOT

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded


# As a YAML text in double quotes: a table's bar, HTML, code, an escape sequence, an order that
# turns right to left, an emphasis, a link, an image, a mention, a line break.
HOSTILE = (
    r"\e[31mred\e]8;;https://evil.example\a | <script>alert(1)</script> `rm` \u202Eabc\u202C "
    r"**bold** _em_ ~~gone~~ [here](javascript:alert(1)) ![x](https://evil.example/x.png) "
    r"@someone #12 $x$ www.evil.example a@evil.example &amp; {value} %s\n# heading\n- item"
)


@pytest.fixture(scope="session")
def loaded_harbour() -> Loaded:
    here = ROOT
    return positions.loads(HARBOUR.read_bytes(), HARBOUR.relative_to(here).as_posix())


@pytest.fixture(scope="session")
def harbour(loaded_harbour: Loaded) -> Comparison:
    assert loaded_harbour.dossier is not None
    return positions.compare(loaded_harbour.dossier)


@pytest.fixture(scope="session")
def loaded_hostile() -> Loaded:
    text = f'"{HOSTILE}"'
    loaded = positions.loads(
        with_prelude(
            f"""
dossier: {{format: 1, title: {text}, as_of: 2025-06-02, note: {text}}}
parties:
  north: {{name: {text}, short: {text}}}
  south: {{name: South}}
sources:
  paper: {{publisher: {text}, date: 2025-06-01, title: {text}, via: {text}, reliability: A,
    url: "https://evil.example/>) <script>"}}
issues:
  text: {{topic: {text}, title: {text}, kind: text, disputed: {text}, note: {text}}}
  parted:
    topic: {text}
    title: {text}
    kind: duration
    parts:
      one: {{title: {text}}}
      two: {{title: Two}}
memoranda:
  northern:
    party: north
    form: memorandum
    read: whole
    date: 2025-06-01
    title: {text}
    sources: [paper]
    sequence: [[text], [parted]]
    options: {{option-1: {{title: {text}}}}}
    positions:
      text:
        value: {text}
        scope: {text}
        clause: {text}
        paraphrase: {text}
        note: {text}
        accounts:
          other: {{value: {text}, sources: [paper]}}
      parted:
        parts:
          one: {{value: 30 days, conditions: [{text}]}}
          two: {{alternatives: {{option-1: 3 days, {text}: 4 days}}}}
  southern:
    party: south
    form: statement
    date: 2025-06-01
    title: {text}
    sources: [paper]
    positions:
      text: {text}
      parted: 20 days
  rumour:
    party: south
    form: report
    date: 2025-06-01
    title: {text}
    sources: [paper]
    positions:
      text: something else
"""
        ),
        "hostile.yaml",
    )
    assert not loaded.problems, [str(problem) for problem in loaded.problems]
    return loaded


@pytest.fixture(scope="session")
def hostile(loaded_hostile: Loaded) -> Comparison:
    assert loaded_hostile.dossier is not None
    return positions.compare(loaded_hostile.dossier)
