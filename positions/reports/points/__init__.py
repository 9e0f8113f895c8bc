"""What became of each point of a document."""
