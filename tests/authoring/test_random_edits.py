"""Does a command that writes change what it says, and no other byte, whatever the dossier?"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from positions.authoring.starter import TEMPLATES, starter_text
from positions.cli import main as cli
from positions.loader import load, loads
from positions.problems.problem import has_errors
from tests.binding.test_short_forms import SMALLEST, TABLE, WAGES
from tests.paths import DOSSIERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.model.dossier import Dossier

TEXTS = [
    starter_text(),
    *(starter_text(name) for name in TEMPLATES),
    *(
        (DOSSIERS / name).read_text(encoding="utf-8")
        for name in ("wages.yaml", "harbour.yaml", "exchange.yaml", "quota.yaml", "mediated.yaml")
    ),
    *(SMALLEST, WAGES, TABLE),
]
STYLES: list[Callable[[str], bytes]] = [
    lambda text: text.encode(),
    lambda text: text.rstrip("\n").encode(),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: b"\xef\xbb\xbf" + text.encode(),
    lambda text: text.encode("utf-16"),
    lambda text: (text + "\n# the end\n").encode(),
    lambda text: re.sub(r"(?m)^(\w+:)$", r"\1  # a remark", text).encode(),
]
EXAMPLES = min(settings().max_examples // 4, 500)
"""Few in the gate, because each reads a dossier several times; `make fuzz` tries all."""

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)


def run(*words: str) -> tuple[int, str]:
    """Return how a command ends, and what it prints as data."""
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(said), redirect_stderr(io.StringIO()):
        code = cli.run(list(words), open_ui=lambda *_: 3)
        sys.stdout.flush()
    return code, said.buffer.getvalue().decode()


def decoded(content: bytes) -> str:
    return content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8")


def one_change(before: str, after: str) -> tuple[str, str]:
    """Return the stretch that was there, and what is there now, around which nothing changed."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    most = min(len(before), len(after)) - start
    while end < most and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end], after[start : len(after) - end]


@st.composite
def dossiers(draw: st.DrawFn) -> tuple[bytes, Dossier]:
    text = draw(st.sampled_from(TEXTS))
    content = draw(st.sampled_from(STYLES))(text)
    dossier = loads(content).dossier
    assert dossier is not None
    return content, dossier


@st.composite
def settings_of(draw: st.DrawFn, dossier: Dossier) -> list[str]:
    """The words of a `set` that an analyst, or a cat on the keyboard, might type."""
    issue = draw(st.sampled_from(list(dossier.issues)))
    party = draw(st.sampled_from(list(dossier.parties)))
    forms = dossier.measure(issue).forms
    value = draw(st.sampled_from([*forms, *forms, "declined", "to be agreed"]) | WORDS)
    own = [one.id for one in dossier.memoranda.values() if one.party == party]
    words = ["set", issue, party, value]
    where = draw(st.sampled_from(["", "statement", "report", "document"]))
    if where == "document" and own:
        words += ["--document", draw(st.sampled_from(own))]
    elif where in {"statement", "report"}:
        words += [f"--{where}", draw(st.sampled_from(["2025-06-01", "2031-01-02T10:00", "soon"]))]
    for option in draw(st.lists(st.sampled_from(["--clause", "--quote", "--speaker"]), max_size=2)):
        words += [option, draw(WORDS)]
    if draw(st.booleans()):
        words += ["--publisher", "The Paper, late", "--date", "2025-06-01", "--title", draw(WORDS)]
    return [*words, "--correct"] if draw(st.booleans()) else words


@st.composite
def additions(draw: st.DrawFn, dossier: Dossier) -> list[str]:
    """The words of an `add`."""
    name = draw(st.sampled_from(["new", "new-2", *dossier.parties, *dossier.issues]) | WORDS)
    issue = draw(st.sampled_from(list(dossier.issues)))
    rest = draw(
        st.sampled_from(
            [
                ["party", "--name", draw(WORDS)],
                ["source", "--publisher", draw(WORDS), "--date", "2025-06-01", "--title", "A: b"],
                ["event", "--title", draw(WORDS)],
                ["issue", "--unit", draw(WORDS), "--limit", "maximum"],
                ["issue", "--option", "one", "--option", draw(WORDS)],
                ["outcome", "--issue", issue, "--date", "2025-06-01", "--value", draw(WORDS)],
            ]
        )
    )
    return ["add", rest[0], name, *rest[1:]]


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_set_and_add_change_one_stretch_or_nothing(data: st.DataObject) -> None:
    content, dossier = data.draw(dossiers())
    words = data.draw(settings_of(dossier) | additions(dossier))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.yaml"
        path.write_bytes(content)
        code, printed = run(*words, "-f", str(path))
        after = path.read_bytes()
        assert [one.name for one in Path(folder).iterdir()] == ["talks.yaml"]
        if code != 0 or not printed:
            assert after == content
            return
        old, new = one_change(decoded(content), decoded(after))
        # Nothing goes but the value that a correction replaces; a value may get braces around it.
        assert "--correct" in words or old.strip() in new, (old, new)
        assert "\n" not in old.strip("\r\n"), (old, new)
        assert not has_errors(load(path).problems), (words, new)


SLIPS: list[Callable[[str, int], str]] = [
    lambda word, at: word[:at] + word[at + 1 :],
    lambda word, at: word[:at] + word[at] + word[at:],
    lambda word, at: word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    lambda word, at: word[:at] + word[at].swapcase() + word[at + 1 :],
]


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_a_slip_of_the_fingers_is_mended_or_left(data: st.DataObject) -> None:
    content, _ = data.draw(dossiers())
    text = decoded(content)
    words = [
        found
        for found in re.finditer(r"[a-z][a-z_-]{4,}(?=[:,}\]\n])", text)
        if "#" not in text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    ]
    found = data.draw(st.sampled_from(words))
    at = data.draw(st.integers(1, len(found.group()) - 1))
    slipped = data.draw(st.sampled_from(SLIPS))(found.group(), at)
    wrong = text[: found.start()] + slipped + text[found.end() :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.yaml"
        path.write_text(wrong, encoding="utf-8", newline="")
        before = load(path).problems
        code, printed = run("check", "--fix", str(path))
        after = path.read_bytes().decode()
        if not has_errors(before):
            # A title with a slip in it is a title; nothing says that it was meant otherwise.
            assert after == wrong or printed
        lines = list(zip(wrong.split("\n"), after.split("\n"), strict=True))
        changed = {number for number, (old, new) in enumerate(lines, start=1) if old != new}
        told = re.findall(r":(\d+): [a-z-]+: .* is now ", printed)
        assert changed == set(map(int, told)), (printed, changed)
        assert len(load(path).problems) <= len(before)
        assert code == (1 if has_errors(load(path).problems) else 0)
