"""Help for whoever writes a dossier: the schema, the reference and the starter.

Commands take `schema`, `starter`, `set_position`, `mending.search` and `tables`; everybody else
`scalars`, which writes a text as YAML has it. It uses `model` and below.
"""
