"""Plain data bound to typed records, with a problem for every fault."""
