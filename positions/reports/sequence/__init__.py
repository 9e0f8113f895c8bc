"""The order of steps, its conflicts and loops."""
