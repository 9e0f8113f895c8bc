"""The screen of what is not known."""
