"""Conclusions from a comparison: pairs, coverage, packages, bargaining, the single text."""
