"""Git, run safely: revisions, history and set-up. Nothing else starts a process.

`history.history_of` is for `changes`, commands and screens; `setup` for the commands of git alone.
It uses the loader and below.
"""
