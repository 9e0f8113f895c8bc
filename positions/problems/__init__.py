"""Problems as values, and the catalogue of their codes."""
