"""Orders of steps: what each party puts first, oppositions and loops."""
