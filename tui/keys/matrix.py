"""The keys of the matrix, of its grid, detail and filter, and of small questions."""

from __future__ import annotations

from typing import Final

from tui.keys.key import Key, list_moves, moves

__all__ = ["GAPS", "MATRIX_KEYS"]

GAPS: Final = ("Go to the next gap, or to the next match of a filter", "Go to the previous one")
"""What the keys do that go to gaps, forward and back."""

# fmt: off
MATRIX_KEYS: Final[tuple[Key, ...]] = (
    # The matrix
    *moves("grid", "row"),
    Key("grid.left", ("left", "h"), "cursor_left", "Left",
        "Move to the party before", group="Move"),
    Key("grid.right", ("right", "l"), "cursor_right", "Right",
        "Move to the next party", group="Move"),
    Key("grid.parties-before", ("H",), "previous_parties", "Parties before",
        "Show the page of parties before", group="Move", command="Parties: show the page before"),
    Key("grid.parties-next", ("L",), "next_parties", "Next parties",
        "Show the next page of parties", group="Move", command="Parties: show the next page"),
    Key("grid.open", ("enter",), "open", "Open",
        "Open the issue; fold or unfold a topic", rank=1, group="Move", command="Issue: open"),
    Key("matrix.next-gap", ("n",), "next_gap", "Gap",
        GAPS[0], rank=7, hint="n/N", group="Move", command="Gap: go to the next"),
    Key("matrix.previous-gap", ("N",), "previous_gap", "Gap before",
        GAPS[1], group="Move", command="Gap: go to the previous"),
    Key("matrix.filter", ("slash",), "filter", "Filter",
        "Show only what a filter names", rank=4, command="Filter: write"),
    Key("matrix.parts", ("o",), "parts", "Parts",
        "Open or close the parts of the issue", rank=12, command="Parts: open or close here"),
    Key("matrix.sort", ("s",), "sort", "Sort",
        "Sort as in the dossier, by gap, topic, camps, salience, or newest words",
        rank=3, command="Issues: sort"),
    Key("matrix.dense", ("f",), "dense", "At a glance",
        "Show one sign a party: the letter of its camp; or what each says again", rank=13),
    Key("grid.row-heights", ("z",), "row_heights", "Rows",
        "Show six lines of each row, one line, or all", rank=9, command="Rows: change height"),
    Key("matrix.reference", ("equals_sign",), "reference", "Reference",
        "Compare the others with the party at the cursor",
        rank=14, command="Party: make it the reference"),
    Key("matrix.pair", ("c",), "pair", "Pair",
        "Compare the party at the cursor with the reference, side by side",
        rank=16, command="Pair: compare with the reference"),
    Key("matrix.parties", ("p",), "parties", "Parties",
        "Choose the parties to compare", rank=10, command="Parties: choose"),
    Key("matrix.detail", ("plus",), "maximise", "Detail",
        "Give the detail the whole height", rank=15, command="Detail: maximise or restore"),
    Key("matrix.mark", ("space",), "mark", "Mark",
        "Mark the issue, or unmark it", rank=13, group="Take", command="Issue: mark or unmark"),
    Key("matrix.copy", ("y",), "copy", "Copy",
        "Copy the cell, the sentence, the row or its place", rank=8, group="Take",
        command="Copy: choose what"),
    Key("matrix.skeleton", ("w",), "copy_skeleton", "Skeleton",
        "Copy the lines of a position for this cell, to paste into your editor", group="Take"),
    Key("matrix.edit", ("e",), "edit", "Edit",
        "Open the editor at the cell's line, then read the dossier again",
        rank=8, group="Take", command="Dossier: edit at the cursor"),
    # The detail
    Key("detail.up", ("up", "k"), "scroll_up", "Up", "Scroll the detail up", group="Move"),
    Key("detail.down", ("down", "j"), "scroll_down", "Down", "Scroll it down", group="Move"),
    Key("detail.top", ("g", "home"), "scroll_home", "Top", "Scroll it to its top", group="Move"),
    Key("detail.bottom", ("G", "end"), "scroll_end", "Bottom",
        "Scroll it to its end", group="Move"),
    Key("detail.page-up", ("pageup", "ctrl+u"), "page_up", "Page up",
        "Scroll up by a page", group="Move"),
    Key("detail.page-down", ("pagedown", "ctrl+d"), "page_down", "Page down",
        "Scroll down by a page", group="Move"),
    # The filter
    Key("filter.keep", ("enter", "down"), "keep", "Keep",
        "Keep the filter and go to the issues", rank=1),
    Key("filter.leave", ("escape",), "leave", "Clear", "Clear the filter, then leave it", rank=2),
    # The help
    Key("help.up", ("up",), "scroll_up", "Scroll", "Scroll up", rank=1, hint="Up/Down"),
    Key("help.down", ("down",), "scroll_down", "Down", "Scroll down"),
    Key("help.page-up", ("pageup",), "page_up", "Page up", "Scroll up by a page"),
    Key("help.page-down", ("pagedown",), "page_down", "Page", "Scroll down by a page", rank=3),
    Key("help.top", ("home",), "top", "Top", "Scroll to the top"),
    Key("help.bottom", ("end",), "bottom", "Bottom", "Scroll to the end"),
    Key("help.close", ("escape",), "close", "Close", "Clear the words, then close it", rank=2),
    # Questions
    *list_moves("menu"),
    Key("menu.choose", ("enter",), "select", "Choose", "Choose what stands at the cursor", rank=1),
    *list_moves("ticks"),
    Key("ticks.tick", ("space",), "select", "Tick",
        "Tick what stands at the cursor, or untick it", rank=3),
    Key("parties.all", ("a",), "all", "All", "Tick no party or, if none is ticked, all", rank=4),
    Key("ticks.choose", ("enter",), "screen.choose", "Choose", "Take what is ticked", rank=1),
    Key("question.cancel", ("escape",), "cancel", "Back", "Go back without a choice", rank=2),
    Key("export.choose", ("enter",), "screen.choose", "Write", "Write the file", rank=1),
    Key("question.help", ("question_mark", "f1"), "app.help", "Help",
        "Show or hide the keys that work now", rank=7),
)
# fmt: on
"""Their entries in the table."""
