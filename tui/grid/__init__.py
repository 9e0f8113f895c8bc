"""The grid of rows and columns, which knows no negotiation.

Screens take `grid.Grid` and the data of `layout`; it uses `paint`.
"""
