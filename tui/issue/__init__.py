"""The screen of one issue."""
