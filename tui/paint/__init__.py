"""Signs and styled runs.

Every folder uses `glyphs` and `runs`; it uses none.
"""
