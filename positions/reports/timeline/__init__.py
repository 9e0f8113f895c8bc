"""Reports of the talks moment by moment: who said what, who moved, what was agreed."""
