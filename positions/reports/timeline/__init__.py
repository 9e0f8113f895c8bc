"""Who said what, who moved and what was agreed, moment by moment: a page, and JSON."""
