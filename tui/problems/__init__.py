"""The screen of problems."""
