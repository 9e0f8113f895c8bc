"""The table of all issues."""
