"""Every key: what it does and where it applies.

Screens and widgets take `table.bindings_for`; it uses none of the other folders.
"""
