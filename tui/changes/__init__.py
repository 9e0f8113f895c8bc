"""The screen of changes between two revisions."""
