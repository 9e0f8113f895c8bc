"""The kinds of value, one module each."""
