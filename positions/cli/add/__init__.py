"""The commands of `positions add`."""
