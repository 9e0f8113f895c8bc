"""Every key: what it does and where it applies."""
