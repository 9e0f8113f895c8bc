"""The screen of two parties."""
