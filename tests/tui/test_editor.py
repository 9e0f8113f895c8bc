"""Which command opens the editor at a line, and what happens around it?"""

from __future__ import annotations

import os
import shlex
import signal
import sys
import textwrap
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pexpect
import pytest
from textual.app import App

from tests.paths import ROOT
from tui.app.editor import EDITORS, NoEditor, command_for, open_in_editor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


FORMS = {
    "vi": ["vi", "+12", "d.yaml"],
    "vim": ["vim", "+12", "d.yaml"],
    "nvim": ["nvim", "+12", "d.yaml"],
    "view": ["view", "+12", "d.yaml"],
    "vimx": ["vimx", "+12", "d.yaml"],
    "nvi": ["nvi", "+12", "d.yaml"],
    "vis": ["vis", "+12", "d.yaml"],
    "elvis": ["elvis", "+12", "d.yaml"],
    "joe": ["joe", "+12", "d.yaml"],
    "jmacs": ["jmacs", "+12", "d.yaml"],
    "jpico": ["jpico", "+12", "d.yaml"],
    "jstar": ["jstar", "+12", "d.yaml"],
    "rjoe": ["rjoe", "+12", "d.yaml"],
    "mg": ["mg", "+12", "d.yaml"],
    "zile": ["zile", "+12", "d.yaml"],
    "pico": ["pico", "+12", "d.yaml"],
    "mcedit": ["mcedit", "+12", "d.yaml"],
    "mousepad": ["mousepad", "+12", "d.yaml"],
    "pluma": ["pluma", "+12", "d.yaml"],
    "xed": ["xed", "+12", "d.yaml"],
    "geany": ["geany", "+12", "d.yaml"],
    "emacs": ["emacs", "+12:5", "d.yaml"],
    "emacsclient": ["emacsclient", "+12:5", "d.yaml"],
    "kak": ["kak", "+12:5", "d.yaml"],
    "micro": ["micro", "+12:5", "d.yaml"],
    "nano": ["nano", "+12,5", "d.yaml"],
    "rnano": ["rnano", "+12,5", "d.yaml"],
    "ne": ["ne", "+12,5", "d.yaml"],
    "hx": ["hx", "d.yaml:12:5"],
    "helix": ["helix", "d.yaml:12:5"],
    "jed": ["jed", "d.yaml", "-g", "12"],
    "gvim": ["gvim", "-f", "+12", "d.yaml"],
    "mvim": ["mvim", "-f", "+12", "d.yaml"],
    "gview": ["gview", "-f", "+12", "d.yaml"],
    "mview": ["mview", "-f", "+12", "d.yaml"],
    "code": ["code", "--wait", "--goto", "d.yaml:12:5"],
    "code-insiders": ["code-insiders", "--wait", "--goto", "d.yaml:12:5"],
    "code-oss": ["code-oss", "--wait", "--goto", "d.yaml:12:5"],
    "codium": ["codium", "--wait", "--goto", "d.yaml:12:5"],
    "vscodium": ["vscodium", "--wait", "--goto", "d.yaml:12:5"],
    "cursor": ["cursor", "--wait", "--goto", "d.yaml:12:5"],
    "windsurf": ["windsurf", "--wait", "--goto", "d.yaml:12:5"],
    "positron": ["positron", "--wait", "--goto", "d.yaml:12:5"],
    "subl": ["subl", "--wait", "d.yaml:12:5"],
    "sublime_text": ["sublime_text", "--wait", "d.yaml:12:5"],
    "sublime-text": ["sublime-text", "--wait", "d.yaml:12:5"],
    "sublime": ["sublime", "--wait", "d.yaml:12:5"],
    "zed": ["zed", "--wait", "d.yaml:12:5"],
    "zeditor": ["zeditor", "--wait", "d.yaml:12:5"],
    "zedit": ["zedit", "--wait", "d.yaml:12:5"],
    "atom": ["atom", "--wait", "d.yaml:12:5"],
    "pulsar": ["pulsar", "--wait", "d.yaml:12:5"],
    "gedit": ["gedit", "--wait", "+12:5", "d.yaml"],
    "mate": ["mate", "--wait", "--line", "12", "d.yaml"],
    "bbedit": ["bbedit", "--wait", "+12", "d.yaml"],
    "kate": ["kate", "--block", "--line", "12", "--column", "5", "d.yaml"],
    "kwrite": ["kwrite", "--line", "12", "--column", "5", "d.yaml"],
    "idea": ["idea", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "pycharm": ["pycharm", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "webstorm": ["webstorm", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "clion": ["clion", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "goland": ["goland", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "phpstorm": ["phpstorm", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "rubymine": ["rubymine", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "rider": ["rider", "--wait", "--line", "12", "--column", "5", "d.yaml"],
    "charm": ["charm", "--wait", "--line", "12", "--column", "5", "d.yaml"],
}


def command(editor: str, file: str = "d.yaml", line: int = 12, column: int = 5) -> list[str]:
    return command_for(file, line, column, {"EDITOR": editor})


@pytest.mark.parametrize("editor", EDITORS)
def test_every_editor_gets_the_line_in_its_own_way(editor: str) -> None:
    assert command(editor) == FORMS[editor]


def test_an_unknown_editor_gets_the_file_alone() -> None:
    assert command("/opt/tool/my-editor --fast") == ["/opt/tool/my-editor", "--fast", "d.yaml"]


@pytest.mark.parametrize(
    ("program", "known_as"),
    [
        ("/usr/bin/vim.basic", "vim"),
        ("vim.gtk3", "vim"),
        ("emacs-29.1", "emacs"),
        ("emacs29-nox", "emacs"),
        ("nvim-0.10", "nvim"),
        ("NANO", "nano"),
    ],
)
def test_an_editor_is_known_under_the_names_it_is_installed_by(program: str, known_as: str) -> None:
    assert command(program)[1:] == FORMS[known_as][1:]


def test_visual_comes_before_editor() -> None:
    both = {"VISUAL": "vim", "EDITOR": "nano"}
    assert command_for("d.yaml", 12, 5, both) == FORMS["vim"]


def test_an_empty_visual_is_none() -> None:
    assert command_for("d.yaml", 12, 5, {"VISUAL": " ", "EDITOR": "vim"}) == FORMS["vim"]


def test_the_users_own_arguments_stay_in_their_place() -> None:
    assert command("emacsclient -c -a ''") == ["emacsclient", "-c", "-a", "", "+12:5", "d.yaml"]
    assert command("'/opt/my tools/vim' -u NONE")[:3] == ["/opt/my tools/vim", "-u", "NONE"]


@pytest.mark.parametrize("wait", ["--wait", "-w"])
def test_waiting_is_asked_for_once(wait: str) -> None:
    assert command(f"code {wait}") == ["code", wait, "--goto", "d.yaml:12:5"]


def test_nothing_goes_through_a_shell() -> None:
    assert command("vim; rm -r $HOME") == ["vim;", "rm", "-r", "$HOME", "d.yaml"]


@pytest.mark.parametrize("file", ["-c quit.yaml", "+5"])
def test_a_file_never_reads_as_an_option_or_a_line(file: str) -> None:
    assert command("vim", file)[-1] == f"./{file}"


def test_a_file_may_be_called_like_a_placeholder() -> None:
    assert command("code", "{line} {x}.yaml")[-1] == "{line} {x}.yaml:12:5"


def test_a_place_before_the_first_is_the_first() -> None:
    assert command("nano", line=0, column=0) == ["nano", "+1,1", "d.yaml"]


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}, {"EDITOR": "  "}])
def test_without_an_editor_a_sentence_says_what_to_set(environ: dict[str, str]) -> None:
    with pytest.raises(NoEditor, match=r"^No editor is set\. Set VISUAL or EDITOR .*nano$"):
        command_for("d.yaml", 1, 1, environ)


def test_a_quotation_mark_without_its_pair_is_named_and_made_visible() -> None:
    with pytest.raises(NoEditor, match="quotation mark without its pair: vim '␛x"):
        command("vim '\x1bx")


async def test_a_terminal_that_cannot_be_handed_over_gets_a_sentence() -> None:
    app: App[None] = App()
    async with app.run_test():
        said = open_in_editor(app, ["true"])
    assert said == "This terminal cannot be handed over to an editor."


# In a real terminal ----------------------------------------------------------------------------

ROOM = """
import sys
from textual.app import App
from textual.widgets import Static
from tui.app.editor import open_in_editor

class Room(App):
    BINDINGS = [("e", "edit"), ("q", "quit")]
    def compose(self):
        yield Static("ready", id="said")
    def action_edit(self):
        said = open_in_editor(self, sys.argv[1:])
        self.query_one("#said", Static).update("back: <" + said + ">")

Room().run()
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    file = tmp_path / "room.py"
    file.write_text(ROOM)
    return file


def open_room(room: Path, *editor: str) -> pexpect.spawn[str]:
    terminal: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        [str(room), *editor],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
        dimensions=(12, 80),
        encoding="utf-8",
        timeout=20,
    )
    terminal.expect("ready")
    return terminal


def test_an_editor_has_the_terminal_to_itself_and_gives_it_back(room: Path) -> None:
    script = room.parent / "editor.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys
            print("tty", sys.stdin.isatty(), sys.stdout.isatty(), sys.argv[1:], flush=True)
            print("typed", input("edit> "), flush=True)
            """
        )
    )
    editor = shlex.join([sys.executable, str(script)])
    terminal = open_room(room, *command_for("a b.yaml", 3, 1, {"EDITOR": editor}))
    terminal.send("e")
    terminal.expect(r"tty True True \['a b.yaml'\]")
    terminal.expect("edit> ")
    terminal.sendline("hello")
    terminal.expect("typed hello")
    terminal.expect("back: <>")
    terminal.send("q")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        (("no-such-editor", "d.yaml"), "There is no editor called no-such-editor"),
        (("/etc", "d.yaml"), "The editor etc cannot be started: permission denied"),
        ((sys.executable, "-c", "raise SystemExit(3)"), "ended with code 3"),
        (
            (sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"),
            f"ended by signal {int(signal.SIGKILL)}",
        ),
    ],
)
def test_an_editor_that_fails_leaves_the_screen_as_it_was(
    room: Path, editor: tuple[str, ...], said: str
) -> None:
    terminal = open_room(room, *editor)
    terminal.send("e")
    terminal.expect("back: <")
    terminal.expect(said)
    terminal.send("q")
    terminal.expect(pexpect.EOF)


def test_ctrl_c_in_the_editor_does_not_end_the_application(room: Path) -> None:
    # Said within the try, so that the interrupt cannot come before it.
    program = "try: print('open', flush=True); input()\nexcept KeyboardInterrupt: print('stopped')"
    terminal = open_room(room, sys.executable, "-c", program)
    terminal.send("e")
    terminal.expect("open")
    terminal.sendintr()
    terminal.expect("stopped")
    terminal.expect("back: <>")
    terminal.send("q")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


# Without a terminal ------------------------------------------------------------------------------


class Handed(App[None]):
    """An application that hands its terminal over, and can tell whether it got it back."""

    is_back = False

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield
        self.is_back = True  # as in Textual, not after an exception


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        (["true"], ""),
        (["false"], "The editor false ended with code 1."),
        (["sh", "-c", "kill -9 $$"], "The editor sh was ended by signal 9."),
        (
            ["no-such\x1b-editor"],
            (
                "There is no editor called no-such␛-editor. "
                "Set VISUAL or EDITOR to one, for example: export EDITOR=nano"
            ),
        ),
        (
            ["/etc"],
            (
                "The editor etc cannot be started: permission denied. "
                "Set VISUAL or EDITOR to one, for example: export EDITOR=nano"
            ),
        ),
        (
            ["a\0b"],
            (
                "The editor a␀b cannot be started: its command is not one. "
                "Set VISUAL or EDITOR to one, for example: export EDITOR=nano"
            ),
        ),
    ],
)
def test_whatever_the_editor_does_the_terminal_comes_back(editor: list[str], said: str) -> None:
    app = Handed()
    before = signal.getsignal(signal.SIGINT)
    assert open_in_editor(app, editor) == said
    assert app.is_back
    assert signal.getsignal(signal.SIGINT) is before


def test_an_interrupt_is_the_editors_alone() -> None:
    assert open_in_editor(Handed(), ["sh", "-c", "kill -INT $PPID"]) == ""


def test_outside_the_main_thread_no_handler_is_changed() -> None:
    said: list[str] = []
    thread = threading.Thread(target=lambda: said.append(open_in_editor(Handed(), ["true"])))
    thread.start()
    thread.join()
    assert said == [""]
