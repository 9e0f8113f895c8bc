"""The settings of the screen, in a file of the user's own: read, and never written."""
