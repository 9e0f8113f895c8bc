"""Text without a dossier: safe characters, word differences, quotation.

Every room uses it, `safe.visible` before anything else; it uses none.
"""
