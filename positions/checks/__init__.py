"""Rules that show only across records."""
