"""The application: screens by number, themes, palette, terminal and clipboard.

`start.open_ui` and `difftool.open_changes` are for the script; it uses every other folder.
"""
