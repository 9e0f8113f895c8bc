"""The application: screens by number, themes, palette, terminal and clipboard."""
