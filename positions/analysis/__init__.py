"""Conclusions from a comparison: pairs, coverage, packages, bargaining, the single text.

`pairs.pair_up`, `coverage`, `packages.packages`, `points.points_of`, `proposals` and, from
`single_text/`, the text and its `ledger` are for every room above; it uses `comparison` and below.
"""
