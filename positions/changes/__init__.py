"""Two dossiers compared: classified changes, movement, and the log of a history."""
