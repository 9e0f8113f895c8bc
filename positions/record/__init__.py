"""The position of record of each party at a moment.

`settle.Record`, `standing.Standing`, `agreements.Agreements` and `known.known_at` are for the rooms
above; it uses `model` and below.
"""
