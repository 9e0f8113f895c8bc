"""Text without a dossier: safe characters, word differences, quotation."""
