"""Problems as values, and the catalogue of their codes.

Every room uses `problem`, `collector` and `errors`; it uses none.
"""
