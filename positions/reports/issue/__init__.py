"""Everything about one issue, as `positions show` and the screen of an issue show it."""
