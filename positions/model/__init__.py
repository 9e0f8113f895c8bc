"""The typed dossier: issues, memoranda, positions, outcomes, moments.

Every room above uses `dossier`, `moment` and `vocabulary`; it uses `values` and below.
"""
