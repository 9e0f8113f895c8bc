"""What follows from a comparison: pairs, coverage, packages, bargaining."""
