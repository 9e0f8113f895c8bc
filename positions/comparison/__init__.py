"""Standings lined up: rows, camps, relations, gaps, status and the sentences for them.

`compare.compare` is for every room above, with the classes of `rows`, the `Lens` of `selection`
and the lines of a cell in `cell_lines`; it uses `record`, `sentences` and below.
"""
