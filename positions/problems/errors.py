"""Defines the exceptions of the project, which form one tree.

```
PositionsError
├── Refusal              what a user asked for cannot be done
│   ├── WrongUse         the words of a command mean nothing in this dossier
│   ├── NoDossier        reading.discovery: no dossier where one was named or looked for
│   ├── NoPlace          authoring.edits: the text has no place for an edit
│   ├── TableFault       authoring.tables.cells: a table cannot be read
│   ├── QueryFault       filter.language: a filter cannot be read
│   ├── GitFault         git.faults: git cannot do what is asked
│   │   ├── NoGit            there is no git, or one that is too old
│   │   ├── NoRepository     a path is in no repository, or in one that git does not open
│   │   ├── NoObject         the repository does not have an object
│   │   ├── NoSuchRevision   git.history: a name is the name of no revision
│   │   └── NotThere         git.history: the dossier is in none of the states asked for
│   └── NoEditor         tui.app.editor: there is no editor to open
└── GivenUp              a step ends early, and its caller goes another way
    ├── Unreadable       values.kind: a kind cannot read a value
    ├── UnreadableError  reading.composer: reading stops; the reason is reported
    ├── NotEntriesError  merge.blocks: a text does not divide into entries
    ├── ReorderedError   merge.entries: both sides reordered the same entries
    └── TooManyOrders    sequence.conflicts: orders of steps take too long to compare
```

A fault of a dossier is none of these: it is a `Problem`, a value. Any other exception is a
programmer's fault, or the system's.
"""

from __future__ import annotations

__all__ = ["GivenUp", "PositionsError", "Refusal", "WrongUse"]


class PositionsError(Exception):
    """The base of all exceptions of the project."""


class Refusal(PositionsError):
    """What a user asked for cannot be done; the text is one or more full sentences for the user."""


class WrongUse(Refusal):
    """The words of a command name nothing; the text says which, and what to write instead."""


class GivenUp(PositionsError):
    """A step ends early; its caller catches it and goes another way, so that no user sees it."""
