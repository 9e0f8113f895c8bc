"""The cells in doubt: which these are, as a page and as JSON."""
