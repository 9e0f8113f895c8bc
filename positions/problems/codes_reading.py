"""The codes of what is wrong with a file and its YAML."""

from __future__ import annotations

from positions.problems.entry import Code, error, warning

__all__ = ["READING", "SETTINGS"]

READING: dict[str, Code] = {
    "unreadable-file": error(
        "The file or folder cannot be opened: it is missing, or not yours to read. In a folder, it "
        "may also be a symbolic link or a device, neither of which is followed.",
        "Check the path and its permissions.",
    ),
    "unread-file": warning(
        "A file in the folder of a dossier is called almost as its files are, and is not read.",
        "End its name in `.yaml`, or move it out of the folder.",
    ),
    "too-large": error(
        "The file is larger than a dossier may be, or the files of a folder are together.",
        "Check that it is the right file; split a dossier of that size.",
    ),
    "encoding": error(
        "The file is not text in UTF-8, or has a character that YAML does not allow.",
        "Save the file as UTF-8 and remove the character at the place named.",
    ),
    "syntax": error(
        "YAML cannot be read any further than this place.",
        "Mend the place named; what comes after it has not been checked.",
        "dossier: {title: Talks: the second round}",
        'dossier: {title: "Talks: the second round"}',
    ),
    "curly-marks": warning(
        "A value is between quotation marks that a word processor makes and YAML does not know, so "
        "that they would be a part of it in every report.",
        "Write straight marks; where the curly ones are meant, put straight ones around them.",
        "a: “3 days”",
        'a: "3 days"',
    ),
    "merge-conflict": error(
        "Two edits of the text could not be merged, and both stand there between git's marks. "
        "Nothing of it is read before it is settled.",
        "Keep what is to stand, and remove the lines of the marks: `<<<<<<<`, `=======` and "
        "`>>>>>>>`, and `|||||||` where it is there.",
        "title: Talks\n<<<<<<< ours\nnote: 1\n=======\nnote: 2\n>>>>>>> theirs",
        "title: Talks\nnote: 2",
    ),
    "several-documents": error(
        "The file has more than one YAML document, divided by `---`.",
        "Keep one document; only the first is read.",
        "a: 1\n---\nb: 2",
        "a: 1\nb: 2",
    ),
    "duplicate-key": error(
        "A key stands twice in the same mapping, so that one of its values would be lost.",
        "Rename or remove one of the two.",
        "parties:\n  a: {name: A}\n  a: {name: B}",
        "parties:\n  a: {name: A}\n  b: {name: B}",
    ),
    "key-not-text": error(
        "A key is a list, a mapping or empty; keys are plain text.",
        "Write the key as one word.",
        "? [a, b]\n: both",
        "a: both\nb: both",
    ),
    "tag": error(
        "A YAML tag (`!…`) asks for something other than text, a list or a mapping.",
        "Remove the tag: a tag constructs nothing here.",
        "title: !!python/name:os.system Talks",
        "title: Talks",
    ),
    "merge-key": error(
        "`<<` is not part of YAML 1.2 and copies nothing here.",
        "Write the keys out, or use an alias for the whole value.",
        "a: &base {topic: War}\nb: {<<: *base, title: Truce}",
        "a: {topic: War}\nb: {topic: War, title: Truce}",
    ),
    "unknown-alias": error(
        "An alias (`*name`) has no anchor (`&name`) before it.",
        "Define the anchor earlier, or quote the text if it only begins with `*`.",
        "title: *later",
        'title: "*later"',
    ),
    "alias-loop": error(
        "An alias stands inside what it refers to, so that it would contain itself.",
        "Write the value out.",
        "note: &it [before, *it]",
        "note: [before, after]",
    ),
    "too-many-aliases": error(
        "Aliases expand to more nodes than a dossier may have.",
        "Write fewer aliases of aliases.",
    ),
    "too-deep": error(
        "Lists and mappings are nested deeper than a dossier needs.",
        "Remove the extra brackets or levels.",
    ),
    "comma-in-flow": error(
        "A comma inside braces or brackets ends the value: `{value: at least 1,000}` reads as "
        "`at least 1` and a second key `000`.",
        "Quote the value.",
        "{value: at least 1,000}",
        '{value: "at least 1,000"}',
    ),
    "comment-in-value": warning(
        "A ` #` inside a value starts a comment: the rest of the line is not read.",
        "Quote the value if the rest belongs to it; put two spaces before a real comment.",
        "title: Item #5",
        'title: "Item #5"',
    ),
    "block-in-value": error(
        "`>` and `|` at the beginning of a value announce a block of text on the lines below; with "
        "a digit after them, `>5` is an empty block, and the value is lost.",
        "Quote the value.",
        "value: >5",
        'value: ">5"',
    ),
    "missing-space": error(
        "A colon without a space after it divides nothing: `{name:Talks}` is a key `name:Talks` "
        "without a value.",
        "Put a space after the colon.",
        "dossier: {title:Talks}",
        "dossier: {title: Talks}",
    ),
    "slow-parser": warning(
        "PyYAML was built without its C parser; reading works, but slowly.",
        "Install a PyYAML wheel for this Python.",
    ),
}


SETTINGS: dict[str, Code] = {
    "unknown-setting": warning(
        "The settings of the screen name something that cannot be set, or an action that there is "
        "not. The rest of the file holds.",
        "Correct the name, or remove the line.",
    ),
    "wrong-setting": warning(
        "The settings of the screen give something a value that it cannot have. The rest holds.",
        "Write one of the values that the message names.",
    ),
    "impossible-key": warning(
        "The settings of the screen give an action a key that no terminal sends, so that it could "
        "never be pressed. The action keeps its own keys.",
        "Write a key that there is: a character, `f5`, `ctrl+s`.",
    ),
    "key-given-twice": warning(
        "The settings of the screen give an action a key that does something else in the same "
        "place. The action keeps its own keys.",
        "Choose another key, or give the other action one.",
    ),
}
"""Their entries in the table."""
