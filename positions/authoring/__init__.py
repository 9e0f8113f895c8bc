"""Help for whoever writes a dossier: the schema, the reference and the starter."""
