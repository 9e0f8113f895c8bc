"""The three-way merge of a dossier as text, entry by entry."""
