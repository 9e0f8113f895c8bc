"""The command line: one file a command, with its options, its help and what it does.

Start at `main`; every other module here is a command, or what several commands share.
"""
