"""The position of record of each party at a moment."""
