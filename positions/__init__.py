"""Compare what the parties to a negotiation want."""
