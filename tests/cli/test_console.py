"""Do the two streams take whatever they are given, and stay quiet when nobody listens?"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest

from positions.cli import console, terminal
from positions.cli.streams import shows_unicode
from positions.reports.page.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def encoded(text: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    console.prepare_streams()
    console.write(text)
    return written.getvalue()


@pytest.mark.parametrize(
    ("encoding", "text", "expected"),
    [
        ("utf-8", "│ Київ …", "│ Київ …".encode()),
        ("ascii", "│ ─ ↳ ∅ “a–b” …", b'| - > 0 "a-b" .'),
        ("ascii", "Ки", rb"\u041a\u0438"),
        ("ascii", "\N{GRINNING FACE}", rb"\U0001f600"),
        ("latin-1", "é │ К", "é | ".encode("latin-1") + rb"\u041a"),
        ("utf-8", "\udc80", rb"\udc80"),
    ],
)
def test_what_an_encoding_lacks_is_replaced_visibly(
    encoding: str, text: str, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert encoded(text, encoding, monkeypatch) == expected


@pytest.mark.parametrize(
    ("locale", "encoding", "shown"),
    [
        ({}, "utf-8", True),
        ({}, "latin-1", False),
        ({"LANG": "C.UTF-8"}, "utf-8", True),
        ({"LANG": "uk_UA.utf8"}, "UTF-8", True),
        ({"LANG": "C"}, "utf-8", False),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "utf-8", False),
        ({"LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"}, "utf-8", True),
        ({"LC_CTYPE": "de_DE.ISO-8859-1"}, "utf-8", False),
        ({"LC_CTYPE": "C.UTF-8"}, "utf-8", True),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, "utf-8", False),
        ({"LANG": "de_DE@euro"}, "iso8859-15", False),
        ({"LANG": "de_DE.UTF-8@euro"}, "utf-8", True),
        ({"LANG": "en_US.UTF-8", "POSITIONS_ASCII": "1"}, "utf-8", False),
    ],
)
def test_which_terminal_shows_more_than_ascii(
    locale: dict[str, str], encoding: str, shown: bool
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert shows_unicode(stream, locale) is shown


def test_plainly_every_stream_gets_ascii_in_the_same_cells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="utf-8"))
    console.prepare_streams()
    assert not console.draws_plainly()
    console.draw_plainly()
    assert console.draws_plainly()
    console.write("│ Київ – 東京 é │")
    assert written.getvalue() == b"| ???? - ???? e |"


def test_only_writing_is_mended() -> None:
    console.prepare_streams()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "positions-replaced")


def test_narration_is_made_safe(capsys: pytest.CaptureFixture[str]) -> None:
    console.narrate("one\x1b[31m\ntwo\u202e")
    assert capsys.readouterr().err == "one␛[31m\ntwo⟨U+202E⟩\n"


def test_missing_streams_are_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    console.prepare_streams()
    console.write("text")
    console.narrate("text")
    console.abandon_output()
    assert not terminal.has_screen()


def test_a_narration_that_nobody_can_hear_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(io.StringIO):
        def write(self, text: str) -> NoReturn:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", Deaf())
    console.narrate("text")


def test_a_closed_stream_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    assert not terminal.has_colour()
    assert terminal.output_look().columns == 100


@pytest.mark.parametrize(
    ("setting", "screen", "colour"),
    [
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_what_a_terminal_can_show(
    setting: dict[str, str], screen: bool, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert terminal.has_screen() is screen
    assert terminal.has_colour() is colour


def test_a_terminal_says_how_wide_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for said, columns in (("", 100), ("0", 100), ("wide", 100), ("83", 83)):
        monkeypatch.setenv("COLUMNS", said)
        assert terminal.output_look() == Look(columns, colour=False)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert terminal.output_look() == Look(83, colour=True)


@pytest.mark.parametrize("asked", [terminal.has_screen, terminal.has_colour])
def test_a_pipe_is_no_terminal(asked: Callable[[], bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not asked()
