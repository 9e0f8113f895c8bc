"""Mends, as text, what is wrong with a dossier and has one mending only."""
