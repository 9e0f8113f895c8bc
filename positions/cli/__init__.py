"""Runs the command line: one file a command, with its options, its help and what it does.

`main.run` is the entry, `table` lists the commands, and `commands` is their group. The other
modules are commands, or what several of them share. This room may use every other room of the
library, and none of them uses it.
"""
