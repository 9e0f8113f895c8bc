"""The settings of the screen, in a file of the user's own: read, and never written.

`file.read_settings` is for commands and the screen; it uses the loader and below.
"""
