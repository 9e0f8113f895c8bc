"""The screen of the order of steps."""
