"""YAML text read to plain data with the place of everything. Nothing else imports `yaml`.

`reader.read`, `discovery.find_dossier` and the places of `places` are for the loader, `binding`,
`authoring` and `merge`; it uses `problems` and `text`.
"""
