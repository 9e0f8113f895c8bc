"""Orders of steps: what each party puts first, oppositions and loops.

`conflicts.order_steps` and the classes of its result are for reports and screens; it uses
`sentences` and below.
"""
