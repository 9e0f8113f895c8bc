"""One dossier moment by moment: what happened on each, who spoke first, who moved, the counts."""
