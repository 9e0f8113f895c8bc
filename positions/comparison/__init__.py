"""Standings lined up: rows, camps, relations, gaps, status and the sentences for them."""
