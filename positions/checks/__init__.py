"""Rules that show only across records.

`rules.check` is for the loader; it uses `sentences` and below.
"""
