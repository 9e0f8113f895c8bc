"""The screen of what is not known.

`app` opens `screen.UnknownScreen`.
"""
