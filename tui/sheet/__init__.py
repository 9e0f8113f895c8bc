"""The sheet of one issue: items, layout, cursor."""
