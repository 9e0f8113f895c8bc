"""Reports of what became of each point of a document."""
