"""Reports of what changed between two revisions, and of the log of a history."""
