"""Plain data bound to typed records, with a problem for every fault.

`dossier.bind` is for the loader; it uses `model`, `values`, `reading` and below.
"""
