"""The commands of `positions git`: its set-up, and what git itself calls."""
