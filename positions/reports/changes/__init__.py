"""What changed between two revisions, and the log of a history."""
