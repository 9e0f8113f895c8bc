"""The screen of changes between two revisions.

`app` opens `screen.ChangesScreen`.
"""
