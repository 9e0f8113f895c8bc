"""Every two parties: how close they are, and where they differ."""
