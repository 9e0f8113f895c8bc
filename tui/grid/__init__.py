"""The grid of rows and columns, which knows no negotiation."""
