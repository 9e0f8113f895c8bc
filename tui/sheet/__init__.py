"""The sheet of one issue: items, layout, cursor.

Screens take `sheet.SheetView` and `items`; it uses `grid` and `paint`.
"""
