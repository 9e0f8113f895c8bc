"""Signs and styled runs."""
